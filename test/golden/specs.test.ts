/** Every spec of the repository gives exactly the figures and verdicts of its `expect.json`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { check } from "../../src/index.ts";

const figures = {
  scope: z.record(z.string(), z.number().int()),
  options: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])).optional(),
  distinctStates: z.number().int(),
};
const verdict = z.enum(["exhaustive", "bounded", "unknown", "violated"]);

const Expectations = z.strictObject({
  /** Run here. `properties` names all of them, `deadlock` and `no failure` included. */
  runs: z.array(z.strictObject({
    ...figures, transitions: z.number().int(), depth: z.number().int(), properties: z.record(z.string(), verdict),
  })).min(1),
  /** Too large for every run of the tests; for benchmarks. What no one has counted is null. */
  bench: z.array(z.strictObject({
    ...figures, transitions: z.number().int().nullable(), depth: z.number().int().nullable(),
  })).optional(),
  /** For proofs.test.ts. */
  proofs: z.record(z.string(), z.string()).optional(),
});

const specs = readdirSync("specs").filter((name) => existsSync(join("specs", name, "spec.ts"))).toSorted();

describe.each(specs)("%s", (name) => {
  const { runs } = Expectations.parse(JSON.parse(readFileSync(join("specs", name, "expect.json"), "utf8")));

  it.each(runs)("$scope", { timeout: 60_000 }, async ({ scope, options, ...expected }) => {
    const report = await check(join("specs", name), { scope, options });
    const { distinctStates, transitions, depth } = report.search;
    expect({
      distinctStates, transitions, depth,
      properties: Object.fromEntries(report.properties.map((p) => [p.name, p.verdict])),
    }).toEqual(expected);
    // A warning about a published protocol would be a defect of the spec or of the warning.
    expect(report.warnings).toEqual([]);
  });
});
