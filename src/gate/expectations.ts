/** What `expect.json` beside a spec says: figures and verdicts of instances, and of proofs. */
import { posix } from "node:path";
import * as z from "zod";
import type { Finding } from "./finding.ts";
import { type Instance, instanceKey } from "./policy/specs.ts";
import { showInstance } from "./policy/compare.ts";
import type { Tree } from "./repository/tree.ts";

const count = z.int().min(0);
const row = z.strictObject({
  scope: z.record(z.string(), count),
  options: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])).exactOptional(),
  distinctStates: count, transitions: count, depth: count,
  /** All of them, `deadlock` and `no failure` included. */
  properties: z.record(z.string(), z.enum(["exhaustive", "bounded", "unknown", "violated"])),
});

const schema = z.strictObject({
  runs: z.array(row).min(1).max(200),
  /** Too large to be explored each time. */
  bench: z.array(row).max(200).exactOptional(),
  proofs: z.record(z.string(), z.string()).exactOptional(),
});

export type ExpectedRun = z.infer<typeof row>;
export type Expectations = z.infer<typeof schema>;

export const expectationFile = (spec: string): string => (spec.endsWith(".ts") ? spec.replace(/\.ts$/, ".expect.json") : posix.join(spec, "expect.json"));

export const instanceOf = ({ scope, options = {} }: ExpectedRun): Instance => ({ scope, options, design: null });

/** What is there, `null` where there is nothing, or why it cannot be read. */
export function readExpectations(tree: Tree, spec: string): Expectations | null | { readonly problem: string } {
  const file = expectationFile(spec), kind = tree.kindOf(file);
  if (kind === undefined) return null;
  const content = kind === "file" ? tree.read(file) : undefined;
  if (!content) return { problem: `${file} is not a file that can be read` };
  try {
    const read = schema.safeParse(JSON.parse(content.toString("utf8")));
    return read.success ? read.data : { problem: `${file}: ${read.error.issues[0].path.map(String).join(".")}: ${read.error.issues[0].message}` };
  } catch (error) {
    return { problem: `${file} is not JSON: ${(error as Error).message}` };
  }
}

/** What a change does to what is expected. New rows are notes. */
export function compareExpectations(spec: string, base: Expectations, head: Expectations | null): Finding[] {
  const found: Finding[] = [];
  const about = expectationFile(spec);
  const tell = (level: Finding["level"], subject: string, message: string, details: readonly string[] = []): void =>
    void found.push({ rule: "expectation-changed", level, message, details, about: spec, subject, span: { file: about, line: 1, column: 1, endLine: 1, endColumn: 1 } });
  if (!head) {
    tell("error", "expect.json", `${about} is gone, and with it what was expected of the spec.`);
    return found;
  }
  for (const kind of ["runs", "bench"] as const) {
    const before = byInstance(base[kind] ?? []), after = byInstance(head[kind] ?? []);
    for (const [key, was] of before) {
      const is = after.get(key);
      if (!is) tell("error", subjectOf(kind, was), `What was expected of ${showInstance(instanceOf(was))} is gone from ${about}.`);
      else if (!sameRun(was, is)) tell("error", subjectOf(kind, was), `Of ${showInstance(instanceOf(was))}, ${about} expects something else.`, differences(was, is));
    }
    for (const [key, is] of after) if (!before.has(key)) tell("note", subjectOf(kind, is), `${about} says what to expect of ${showInstance(instanceOf(is))}.`);
  }
  for (const [name, was] of Object.entries(base.proofs ?? {})) {
    const is = head.proofs?.[name];
    if (is !== was) tell(was === "proved" ? "error" : "note", `proof of ${name}`, `${about} expected that ${name} is ${was}; now ${is ?? "nothing"}.`);
  }
  return found;
}

export const subjectOf = (kind: "runs" | "bench", run: ExpectedRun): string => `${kind} ${showInstance(instanceOf(run))}`;

const byInstance = (rows: readonly ExpectedRun[]): Map<string, ExpectedRun> => new Map(rows.map((r) => [instanceKey(instanceOf(r)), r]));

type Figures = Omit<ExpectedRun, "scope" | "options">;

/** What differs, a line each. */
export function differences(was: Figures, is: Figures): string[] {
  const figures = (["distinctStates", "transitions", "depth"] as const).flatMap((f) => (was[f] === is[f] ? [] : [`${f}: ${was[f]} → ${is[f]}`]));
  const names = [...new Set([...Object.keys(was.properties), ...Object.keys(is.properties)])];
  return [...figures, ...names.flatMap((n) => (was.properties[n] === is.properties[n] ? [] : [`${n}: ${was.properties[n] ?? "not there"} → ${is.properties[n] ?? "not there"}`]))];
}

const sameRun = (a: Figures, b: Figures): boolean => differences(a, b).length === 0;
