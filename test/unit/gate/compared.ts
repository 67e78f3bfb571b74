/** A published spec with one text in place of another, and what the comparison with the original finds. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Compiled, compileSpec } from "../../../src/frontend/protocol.ts";
import { type CompareOptions, compareProtocols } from "../../../src/gate/semantic/compare.ts";
import type { Finding } from "../../../src/gate/finding.ts";

/** Edits of a text, one after the other. */
export type Edits = readonly (readonly [from: string | RegExp, to: string])[];

export function edited(text: string, edits: Edits): string {
  return edits.reduce((before, [from, to]) => {
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`nothing to replace: ${String(from)}`);
    return after;
  }, text);
}

const compiled = new Map<string, Compiled>();

/** Specs are compiled once. */
export function published(spec: string): Compiled {
  if (!compiled.has(spec)) compiled.set(spec, compileSpec(join("specs", spec)));
  return compiled.get(spec)!;
}

export function editedSpec(spec: string, edits: Edits): Compiled {
  const folder = mkdtempSync(join(tmpdir(), "tenet-compared-"));
  try {
    cpSync(join("specs", spec), folder, { recursive: true });
    const file = join(folder, "spec.ts");
    writeFileSync(file, edited(readFileSync(file, "utf8"), edits));
    return compileSpec(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const differences = (spec: string, edits: Edits, options: Omit<CompareOptions, "about">): Promise<readonly Finding[]> =>
  compareProtocols(published(spec), editedSpec(spec, edits), { ...options, about: `specs/${spec}`, maxStates: 5_000 });

/** `error invariant-weakened consistent`, and nothing of searches that are too long for tests. */
export const summaries = (all: readonly Finding[]): string[] => all.filter((f) => f.rule !== "undecided").map((f) => `${f.level} ${f.rule} ${f.subject}`);
