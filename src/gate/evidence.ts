/**
 * What was found out before, under the hash of all that it depends on: only results that another attempt would give again. It is
 * read from a folder of this machine, never from the change, and counts only if this user's Tenet wrote it.
 */
import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot, tenetVersion } from "../base/package.ts";
import { sha256 } from "../base/sha256.ts";
import { openSealed } from "../pipeline/sealed-folder.ts";
import { threadFile } from "../pipeline/thread-file.ts";
import type { Tree } from "./repository/tree.ts";
import type { Facts } from "./work/facts.ts";

const format = 1;

export interface Evidence {
  read(about: string): Facts | undefined;
  write(about: string, facts: Facts): void;
}

/** Where nothing else is said. Undefined where a link could lead the gate to write elsewhere. */
export function evidenceFolder(root: string): string | undefined {
  const folders = [join(root, ".tenet"), join(root, ".tenet/gate")];
  return folders.every((f) => lstatSync(f, { throwIfNoEntry: false })?.isDirectory() ?? true) ? folders[1] : undefined;
}

export function openEvidence(folder: string): Evidence | undefined {
  const sealed = openSealed(folder);
  if (!sealed) return undefined;
  const engine = engineId();
  const keyOf = (about: string): string => JSON.stringify(["gate", format, engine, about]);
  return {
    read(about) {
      const text = sealed.read(keyOf(about));
      return text === undefined ? undefined : (JSON.parse(text) as Facts);
    },
    write(about, facts) {
      if (lasting(facts)) sealed.write(keyOf(about), JSON.stringify(facts));
    },
  };
}

/** Whether the same would be found again, and all of it can be kept. */
function lasting(facts: Facts): boolean {
  switch (facts.kind) {
    case "compile": return true;
    case "check": return facts.complete && facts.properties.every((p) => !p.run && p.verdict !== "unknown");
    case "prove": return facts.verdict === "proved" && !facts.interrupted;
    case "compare": return facts.findings.every((f) => !f.run && f.rule !== "undecided");
    case "drift": case "transition": case "conform":
      return facts.findings.every((f) => !f.run && f.rule !== "undecided") && facts.outcomes.every((o) => o.verdict === "agrees" && !o.report?.divergence);
  }
}

/** Tenet as it is built, and what it runs on. */
function engineId(): string {
  const bundles = (["gate-worker.js", "z3-worker.js", "conform-child.js"] as const).map((name) => sha256(readFileSync(threadFile(name))));
  const library = ["index.ts", "faults.ts", "lib.d.ts"].map((name) => sha256(readFileSync(join(packageRoot(), "src/dsl", name))));
  return sha256(JSON.stringify([tenetVersion(), process.version, process.arch, bundles, library]));
}

/** The contents of files, in a few letters. What cannot be read is told apart from what is not there. */
export const contentsId = (tree: Tree, paths: Iterable<string>): string =>
  sha256(JSON.stringify([...new Set(paths)].toSorted().map((path) => {
    const content = tree.read(path);
    return [path, tree.kindOf(path) ?? null, content ? sha256(content) : null];
  })));
