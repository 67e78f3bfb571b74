import { describe, expect, it } from "vitest";
import { search } from "../../../../verifier/explicit/search.ts";
import { nameOf, request } from "./run.ts";
import { twoPhase } from "./two-phase.ts";

describe("two-phase commit", () => {
  it.each([
    [3, 288, 1145, 10],
    [7, 296_448, 2_744_705, 22],
  ])("with %i resource managers counts as TLC does", async (n, distinctStates, transitions, depth) => {
    const result = await search(twoPhase(n), request({ keepGoing: true }));
    expect(result.end).toBe("complete");
    expect(result.stats).toMatchObject({ distinctStates, transitions, depth });
    expect(result.stats.enabled.reduce((a, b) => a + b)).toBe(transitions);
    // Everybody prepares and is heard, then the commit is decided and received once.
    expect(result.findings.map((f) => [nameOf(f), f.path.length - 1])).toEqual([["invariant 1", 2 * n + 2], ["reachable 0", 2 * n + 2]]);
  });

  it("ends with the violation otherwise", async () => {
    const result = await search(twoPhase(3), request());
    expect(result.end).toBe("violation");
    expect(result.stats.distinctStates).toBeLessThan(288);
    expect(result.findings.map(nameOf)).toEqual(["invariant 1", "reachable 0"]);
  });
});
