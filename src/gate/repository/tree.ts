/** The files of a commit, or those that lie there: only ever files of the repository, never what a link leads to. */
import { createHash } from "node:crypto";
import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { stopped } from "../stopped.ts";
import type { Git } from "./git.ts";

/** `link`: on the way to it, or it itself, is a symbolic link. */
export type EntryKind = "file" | "link" | "submodule" | "other";

export interface Tree {
  /** All that is no folder, in order: paths from the root, with slashes. */
  readonly paths: readonly string[];
  /** Undefined where there is nothing. */
  kindOf(path: string): EntryKind | undefined;
  /** Undefined where it is no file, too large or cannot be read. */
  read(path: string): Buffer | undefined;
  /** As git would name the content; undefined where there is none. */
  idOf(path: string): string | undefined;
}

/** Whatever is larger is no text that people have written. */
export const mostFileBytes = 16 * 2 ** 20;

/** @throws DiagnosticsError where git cannot list it */
export function commitTree(git: Git, commit: string): Tree {
  const entries = new Map<string, { readonly kind: EntryKind; readonly id: string; readonly bytes: number }>();
  for (const line of git.need(["ls-tree", "-r", "-z", "-l", "--full-tree", commit]).toString("utf8").split("\0")) {
    const [, mode, id, size, path] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
    if (path !== undefined) entries.set(path, { kind: kindOfMode(mode), id, bytes: Number(size) });
  }
  return {
    paths: [...entries.keys()].toSorted(),
    kindOf: (path) => entries.get(path)?.kind,
    read(path) {
      const entry = entries.get(path);
      if (entry?.kind !== "file" || !(entry.bytes <= mostFileBytes)) return undefined;
      const content = git.need(["cat-file", "blob", entry.id]);
      return content.length === entry.bytes ? content : undefined;
    },
    idOf: (path) => (entries.get(path)?.kind === "file" ? entries.get(path)?.id : undefined),
  };
}

function kindOfMode(mode: string): EntryKind {
  if (mode === "100644" || mode === "100755" || mode === "100664") return "file";
  return mode === "120000" ? "link" : mode === "160000" ? "submodule" : "other";
}

/** Tracked and new files, as they are now. What git ignores is no part of a change. @param idBytes of git's names of contents */
export function workingTree(git: Git, idBytes: 20 | 32): Tree {
  const listed = git.need(["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--full-name"]).toString("utf8").split("\0");
  const paths = [...new Set(listed.filter((p) => p !== "").map((p) => p.replace(/\/$/, "")))].filter((p) => kind(git.root, p) !== undefined).toSorted();
  const known = new Set(paths);
  const contents = new Map<string, Buffer | undefined>();
  const read = (path: string): Buffer | undefined => {
    if (!known.has(path)) return undefined;
    if (!contents.has(path)) contents.set(path, contentOf(git.root, path));
    return contents.get(path);
  };
  return {
    paths,
    kindOf: (path) => (known.has(path) ? kind(git.root, path) : undefined),
    read,
    idOf(path) {
      const content = read(path);
      return content && createHash(idBytes === 32 ? "sha256" : "sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
    },
  };
}

function kind(root: string, path: string): EntryKind | undefined {
  try {
    const full = join(root, path), stat = lstatSync(full);
    if (stat.isSymbolicLink() || realpathSync(full) !== full) return "link";
    // Git lists a folder only where a repository of its own is in it.
    return stat.isFile() ? "file" : stat.isDirectory() ? "submodule" : "other";
  } catch {
    return undefined;
  }
}

function contentOf(root: string, path: string): Buffer | undefined {
  if (kind(root, path) !== "file") return undefined;
  try {
    return lstatSync(join(root, path)).size <= mostFileBytes ? readFileSync(join(root, path)) : undefined;
  } catch {
    return undefined;
  }
}

/** @throws DiagnosticsError where it is not UTF-8, too large or cannot be read */
export function textOf(tree: Tree, path: string): string {
  const content = tree.read(path);
  if (!content) throw stopped("T8001", `${path} cannot be read`, `It must be a file of at most ${mostFileBytes / 2 ** 20} MiB.`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    throw stopped("T8001", `${path} is not UTF-8 text`, "Save it as UTF-8.");
  }
}
