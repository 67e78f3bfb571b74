/**
 * The interpreter and the generated checker must agree on 150 random protocols: on the states, the steps, the depth, what was
 * found and how long the shortest traces are. For more of them: `npm run differential -- --runs 100000`.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryProtocol } from "../property/arbitrary-protocol.ts";
import { agrees, compare } from "./compare.ts";
import { describeMismatch } from "./report.ts";

const runs = 150, together = 30;
const groups = Array.from({ length: runs / together }, (_, i) => 1 + i * together);
const found = { compared: 0, states: 0, violations: 0, failures: 0 };

describe("interpreter and generated checker agree", () => {
  test.each(groups)("on random protocols from seed %i", async (first) => {
    for (let seed = first; seed < first + together; seed++) {
      const [random] = fc.sample(arbitraryProtocol, { seed, numRuns: 1 });
      const comparison = await compare(random);
      if (!comparison) continue;
      if (!agrees(comparison)) expect.fail(`seed ${seed}: ${describeMismatch(random, comparison)}`);
      const findings = Object.keys(comparison.interpreted.findings);
      found.compared++;
      found.states += comparison.interpreted.distinctStates;
      if (findings.some((f) => f.startsWith("invariant") || f.startsWith("step"))) found.violations++;
      if (findings.some((f) => f.startsWith("failure"))) found.failures++;
    }
  });

  test("and there was something to disagree about", () => {
    expect(found.compared).toBeGreaterThan(0.9 * runs);
    expect(found.states).toBeGreaterThan(5 * runs);
    expect(found.violations).toBeGreaterThan(runs / 5);
    expect(found.failures).toBeGreaterThan(runs / 10);
    expect(found.failures).toBeLessThan(runs / 2);
  });
});
