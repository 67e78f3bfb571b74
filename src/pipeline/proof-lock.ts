/**
 * What was proved before: the hashes of questions that a solver has answered with `unsat`, in a file beside the spec. A
 * question that hashes to one of them is not asked again. The file is a claim of whoever wrote it; no other answer is in it.
 */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Diagnostic } from "../base/diagnostic.ts";
import { tenetVersion } from "../base/package.ts";
import { sha256 } from "../base/sha256.ts";
import type { Span } from "../base/span.ts";
import { findNativeSolvers } from "../../verifier/smt/native.ts";
import { nameOf } from "../../verifier/smt/process-solver.ts";
import { builtInName } from "./proof-solvers.ts";

export const lockName = "proof.lock.json";

/** Beside the spec, which is a file, or a folder with a spec.ts. Other files than spec.ts may be several in a folder. */
export function lockBeside(spec: string): string {
  if (statSync(spec, { throwIfNoEntry: false })?.isDirectory()) return join(spec, lockName);
  const name = basename(spec);
  return join(dirname(spec), name === "spec.ts" ? lockName : `${name.replace(/\.ts$/, "")}.${lockName}`);
}

interface Entry { readonly goal: string; readonly solver: string; readonly sha256: string }
type Proofs = ReadonlyMap<string, readonly Entry[]>;

const format = 1;
const about = "Questions that a solver has answered with unsat, so that they are not asked again. Written by tenet prove; docs/commands/prove.md says when it can be trusted. Delete it at will.";
/** Nobody has so many goals. */
const mostBytes = 2 ** 24;

export class ProofLock {
  private readonly known: ReadonlyMap<string, Entry>;
  private readonly added = new Map<string, Entry>();

  private constructor(
    private readonly file: string,
    private readonly section: string,
    private readonly old: Proofs,
    /** Whether what is there may be replaced. */
    private readonly ours: boolean,
    /** Why what is there does not count. */
    readonly warnings: readonly Diagnostic[],
    trusted: ReadonlySet<string>,
  ) {
    this.known = new Map([...old.values()].flat().filter((e) => trusted.has(e.solver)).map((e) => [e.sha256, e]));
  }

  /**
   * @param section what is proved: each protocol, with each choice of options, has its own list
   * @param fresh nothing that is there counts, and all of it is replaced
   */
  static async open(file: string, section: string, fresh: boolean): Promise<ProofLock> {
    const found = fresh ? { proofs: new Map<string, Entry[]>() } : read(file);
    if ("problem" in found) return new ProofLock(file, section, new Map(), false, [found.problem], new Set());
    // An answer counts as long as the solver that gave it would be asked again.
    const trusted = new Set([builtInName()]);
    if ([...found.proofs.values()].flat().some((e) => !trusted.has(e.solver))) for (const native of await findNativeSolvers()) trusted.add(nameOf(native));
    return new ProofLock(file, section, found.proofs, true, [], trusted);
  }

  knows(text: string): boolean {
    return this.known.has(sha256(text));
  }

  /** @param solver who says so, or the name of the lock where it is known already */
  add(goal: string, text: string, solver: string): void {
    const hash = sha256(text);
    // Two goals may be one question.
    this.added.set(keyOf(goal, hash), { goal, solver: solver === lockName ? (this.known.get(hash)?.solver ?? solver) : solver, sha256: hash });
  }

  /**
   * Writes down what is known now, if that is anything new.
   * @param complete everything was asked: what was known and did not come up is known no more
   * @returns why that was not possible
   */
  save(complete: boolean): readonly Diagnostic[] {
    if (!this.ours || this.added.size === 0) return [];
    const kept = complete ? [] : (this.old.get(this.section) ?? []).filter((e) => !this.added.has(keyOf(e.goal, e.sha256)));
    const text = print(new Map([...this.old, [this.section, [...kept, ...this.added.values()]]]));
    const temporary = `${this.file}.${process.pid}`;
    try {
      if (statSync(this.file, { throwIfNoEntry: false })?.isFile() && readFileSync(this.file, "utf8") === text) return [];
      writeFileSync(temporary, text, { flag: "wx" });
      renameSync(temporary, this.file);
      return [];
    } catch (error) {
      rmSync(temporary, { force: true });
      return [{
        code: "T7004", severity: "warning", message: `${this.file} could not be written: ${(error as Error).message}`,
        help: "The proof stands; next time all of it is asked again. --no-lock does without the file.",
      }];
    }
  }
}

const keyOf = (goal: string, hash: string): string => `${hash} ${goal}`;


/** One line for each goal, in an order that does not depend on who was asked first. */
function print(proofs: Proofs): string {
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const sections = [...proofs].toSorted(([a], [b]) => order(a, b)).map(([name, entries]) => {
    const lines = entries.toSorted((a, b) => order(a.goal, b.goal) || order(a.sha256, b.sha256)).map((e) => `      ${JSON.stringify(e)}`);
    return `    ${JSON.stringify(name)}: [\n${lines.join(",\n")}\n    ]`;
  });
  return `{\n  "about": ${JSON.stringify(about)},\n  "format": ${format},\n  "tenet": ${JSON.stringify(tenetVersion())},\n  "proofs": {\n${sections.join(",\n")}\n  }\n}\n`;
}

/** All of it or nothing. What another version of Tenet has written is as good as nothing. */
function read(file: string): { readonly proofs: Proofs } | { readonly problem: Diagnostic } {
  const nothing = { proofs: new Map<string, Entry[]>() };
  let text: string;
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return nothing;
    if (!stat.isFile()) return { problem: unusable(file, "it is not a file") };
    if (stat.size > mostBytes) return { problem: unusable(file, `it has more than ${mostBytes / 2 ** 20} MiB`) };
    text = readFileSync(file, "utf8");
  } catch (error) {
    return { problem: unusable(file, (error as Error).message) };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: unusable(file, (error as Error).message.replace(/ in JSON at position.*$/s, ""), spanOfError(file, text, (error as Error).message)) };
  }
  if (isObject(value) && value.format === format && typeof value.tenet === "string" && isObject(value.proofs)) {
    if (value.tenet !== tenetVersion()) return nothing;
    const proofs = new Map<string, Entry[]>();
    for (const [name, entries] of Object.entries(value.proofs)) {
      const wrong = Array.isArray(entries) ? entries.findIndex((e) => !isEntry(e)) : 0;
      if (!Array.isArray(entries) || wrong >= 0) return { problem: unusable(file, `entry ${wrong + 1} of ${name} is not one`, lineOfEntry(file, text, name, wrong)) };
      proofs.set(name, entries);
    }
    return { proofs };
  }
  return { problem: unusable(file, "it was not written by tenet prove", spanAt(file, text, 0)) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

const isEntry = (value: unknown): value is Entry =>
  isObject(value) && Object.keys(value).length === 3 && typeof value.goal === "string" && typeof value.solver === "string" &&
  typeof value.sha256 === "string" && /^[0-9a-f]{64}$/.test(value.sha256);

const unusable = (file: string, why: string, span?: Span): Diagnostic => ({
  code: "T7004", severity: "warning", message: `${file} does not count: ${why}`, ...(span && { span }),
  help: "Everything was asked again. Delete the file, or write it anew with --fresh.",
});

/** Where the parser of JSON stopped; it says so only in words. */
function spanOfError(file: string, text: string, message: string): Span {
  const at = /position (\d+)/.exec(message)?.[1];
  return spanAt(file, text, at === undefined ? text.trimEnd().length : Number(at));
}

/** As `print` puts it: each entry on a line of its own, below the name of its list. */
function lineOfEntry(file: string, text: string, section: string, index: number): Span {
  const start = Math.max(0, text.indexOf(`${JSON.stringify(section)}: [`));
  const lines = text.slice(start).split("\n").slice(0, index + 1);
  return spanAt(file, text, Math.min(text.length - 1, start + lines.reduce((sum, line) => sum + line.length + 1, 0)));
}

function spanAt(file: string, text: string, offset: number): Span {
  const before = text.slice(0, offset).split("\n");
  const line = before.length, column = before[before.length - 1].length + 1;
  return { file, line, column, endLine: line, endColumn: column + 1 };
}
