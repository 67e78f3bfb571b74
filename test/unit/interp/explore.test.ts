import { describe, expect, it } from "vitest";
import { explore } from "../../../src/interp/explore.ts";
import { nobodyCommits, twoPhase } from "./two-phase.ts";

describe("explore", () => {
  it("counts two-phase commit as TLC does", () => {
    const result = explore(twoPhase(3));
    expect(result.end).toBe("complete");
    expect(result.distinctStates).toBe(288);
    expect(result.transitions).toBe(1145);
    expect(result.depth).toBe(10);
  });
  it("finds the shortest run to a false invariant", () => {
    const protocol = twoPhase(2);
    const result = explore({ ...protocol, properties: [...protocol.properties, nobodyCommits] });
    const finding = result.findings.find((f) => f.claim.kind === "invariant")!;
    expect(finding.claim).toEqual({ kind: "invariant", name: "nobodyCommits" });
    // Two prepare, two receivePrepared, commit, receiveCommit: six steps.
    expect(finding.states).toHaveLength(7);
  });
});
