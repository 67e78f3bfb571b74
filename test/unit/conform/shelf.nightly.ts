/** Every published spec conforms to itself, in all steps of its instance where it is small enough. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testSystem } from "../../../src/conform/test-system.ts";
import { prepareSpec } from "../../../src/pipeline/prepare-spec.ts";
import { SpecItself } from "./itself.ts";

const specs = readdirSync("specs").filter((name) => existsSync(join("specs", name, "spec.ts")));

test.each(specs)("%s", { timeout: 600_000 }, async (name) => {
  const prepared = prepareSpec(join("specs", name), {});
  const report = await testSystem(prepared, new SpecItself(prepared.instance), { runs: 2, steps: 20, concurrent: 5, timeoutMs: 500_000 });
  expect(report).toMatchObject({ verdict: "conforms", because: [] });
  if (report.covered.transitions.total !== null) expect(report.covered.transitions.taken).toBe(report.covered.transitions.total);
});
