/** What the `expect.json` of each spec says, and whether a check gives it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { z } from "zod";
import { check } from "../../src/index.ts";

const Properties = z.record(z.string(), z.enum(["exhaustive", "bounded", "unknown", "violated"]));
const Run = z.strictObject({
  scope: z.record(z.string(), z.number().int()),
  options: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])).optional(),
  distinctStates: z.number().int(),
  transitions: z.number().int(),
  depth: z.number().int(),
  /** All of them, `deadlock` and `no failure` included. */
  properties: Properties,
});

const Expectations = z.strictObject({
  runs: z.array(Run).min(1),
  /** Too large for every run of the tests: run at night, and for benchmarks. */
  bench: z.array(Run).optional(),
  /** For proofs.test.ts. */
  proofs: z.record(z.string(), z.string()).optional(),
});

type Run = z.infer<typeof Run>;

/** Names, in order. */
export const specs = readdirSync("specs").filter((name) => existsSync(join("specs", name, "spec.ts"))).toSorted();

export const expectations = (name: string): z.infer<typeof Expectations> => Expectations.parse(JSON.parse(readFileSync(join("specs", name, "expect.json"), "utf8")));

export async function expectRun(name: string, { scope, options, ...expected }: Run): Promise<void> {
  const report = await check(join("specs", name), { scope, options, symmetry: "off" });
  const { distinctStates, transitions, depth } = report.search;
  expect({
    distinctStates, transitions, depth,
    properties: Object.fromEntries(report.properties.map((p) => [p.name, p.verdict])),
  }).toEqual(expected);
  // A warning about a published protocol would be a defect of the spec or of the warning.
  expect(report.warnings).toEqual([]);
}
