/** Searches with and without symmetry agree, on random protocols and on specs. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepareCompiled } from "../../src/pipeline/prepare.ts";
import { prepareSpec } from "../../src/pipeline/prepare-spec.ts";
import { arbitraryProtocol } from "../property/arbitrary-protocol.ts";
import { compareSymmetry } from "./symmetry-compare.ts";

const runs = 120;

describe("with and without symmetry", () => {
  test("random protocols have the same orbits, verdicts, depths and lengths of runs", async () => {
    let compared = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const [{ protocol, choice }] = fc.sample(arbitraryProtocol, { seed, numRuns: 1 });
      const comparison = await compareSymmetry(prepareCompiled({ protocol, warnings: [] }, { scope: choice.sizes, options: choice.options }));
      if (!comparison) continue;
      compared++;
      expect(comparison.problems, `seed ${seed}`).toEqual([]);
    }
    expect(compared).toBeGreaterThan(3);
  });

  test.each([
    ["two-phase-commit", { RM: 3 }, ["RM"]], ["transaction-commit", { RM: 3 }, ["RM"]], ["lock-service", { Client: 4 }, ["Client"]],
    // Acceptors vote for values: only one of the two sorts is put in order.
    ["toy-consensus", { Node: 3, Value: 2 }, ["Node"]],
  ])("%s %j", async (spec, scope, sorts) => {
    const comparison = await compareSymmetry(prepareSpec(`specs/${spec}`, { scope }));
    expect(comparison?.problems).toEqual([]);
    expect(comparison?.sorts).toEqual(sorts);
    expect(comparison!.orbits).toBeLessThan(comparison!.states);
  });
});
