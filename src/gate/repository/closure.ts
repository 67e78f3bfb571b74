/** A file and all that it imports from the repository, by their texts alone. */
import { posix } from "node:path";
import { builtinModules } from "node:module";
import { importsOf } from "../../frontend/imports.ts";
import type { Tree } from "./tree.ts";

export interface Closure {
  /** In order; those that are there. */
  readonly files: readonly string[];
  /** What is imported and could lead anywhere: links, paths out of the repository, submodules. With who imports it. */
  readonly outside: readonly { readonly path: string; readonly from: string }[];
  /** Something else is imported than what is in `files`, part of Node, or Tenet. */
  readonly open: boolean;
}

/** More than anybody's implementation of a protocol has. */
const mostFiles = 5000;

/** Extensions in the order in which they are tried; the empty one first. */
const endings = ["", ".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", ".jsx", ".json", "/index.ts", "/index.js"];
const code = /\.[cm]?[jt]sx?$/;

/** @param roots those that are not there are left out */
export function closureOf(tree: Tree, roots: readonly string[]): Closure {
  const files = new Set<string>(), outside = new Map<string, { path: string; from: string }>();
  const todo = roots.map((path) => ({ path, from: path }));
  let open = false;
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { path, from } = next;
    const kind = tree.kindOf(path);
    if (kind !== undefined && kind !== "file") outside.set(path, { path, from });
    if (kind !== "file" || files.has(path)) continue;
    if (files.size >= mostFiles) return { files: [...files].toSorted(), outside: [...outside.values()], open: true };
    files.add(path);
    if (!code.test(path)) continue;
    const content = tree.read(path)?.toString("utf8");
    if (content === undefined) continue;
    const { specifiers, computed } = importsOf(content);
    open ||= computed;
    for (const specifier of specifiers) {
      if (!/^\.\.?(?:\/|$)/.test(specifier)) {
        open ||= !isKnown(specifier);
        continue;
      }
      const plain = posix.join(posix.dirname(path), specifier);
      if (plain === ".." || plain.startsWith("../")) outside.set(plain, { path: plain, from: path });
      else todo.push(...candidates(plain).filter((c) => tree.kindOf(c) !== undefined || throughLink(tree, c)).map((c) => ({ path: firstLink(tree, c) ?? c, from: path })));
    }
  }
  return { files: [...files].toSorted(), outside: [...outside.values()], open };
}

/** All that a specifier may mean, as resolvers differ: more files than needed do no harm. */
function candidates(path: string): string[] {
  const bare = path.replace(/\.([cm]?)jsx?$/, "");
  return [...endings.map((e) => path + e), ...(bare === path ? [] : endings.map((e) => bare + e))];
}

/** Git lists a link in place of what would be below it. */
const firstLink = (tree: Tree, path: string): string | undefined => {
  const parts = path.split("/");
  return parts.map((_, i) => parts.slice(0, i + 1).join("/")).find((p) => ["link", "submodule"].includes(tree.kindOf(p) ?? ""));
};
const throughLink = (tree: Tree, path: string): boolean => firstLink(tree, path) !== undefined;

const builtin = new Set(builtinModules);
const isKnown = (specifier: string): boolean => specifier.startsWith("node:") || builtin.has(specifier) || /^tenet(?:\/(?:faults|conform|policy|api))?$/.test(specifier);
