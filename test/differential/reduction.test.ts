/**
 * The same is said of 200 random protocols with partial-order reduction and without: properties, failures, deadlocks, actions that
 * never happen.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryProtocol } from "../property/arbitrary-protocol.ts";
import { arbitraryReducible } from "../property/arbitrary-reducible.ts";
import { compareReduced } from "./reduction-compare.ts";

const found = { compared: 0, smaller: 0, violated: 0, deadlocks: 0, failures: 0 };

async function sameOf(arbitrary: typeof arbitraryProtocol, from: number, runs: number): Promise<void> {
  for (let seed = from; seed < from + runs; seed++) {
    const [random] = fc.sample(arbitrary, { seed, numRuns: 1 });
    const compared = await compareReduced(random);
    if (!compared) continue;
    expect(compared.reduced, `seed ${seed}`).toEqual(compared.full);
    const says = (text: string): boolean => compared.full.findings.some((f) => f.includes(text));
    found.compared++;
    if (compared.reducedStates < compared.fullStates) found.smaller++;
    if (says('"invariant"') || says('"step"')) found.violated++;
    if (says('"deadlock"')) found.deadlocks++;
    if (says('"failure"')) found.failures++;
  }
}

describe("with and without reduction", () => {
  test.each([1, 81])("the same is said of random protocols of nodes and messages from seed %i", (from) => sameOf(arbitraryReducible, from, 80));
  test("the same is said of any random protocols", () => sameOf(arbitraryProtocol, 1, 40));

  test("and there was something to disagree about", () => {
    expect(found.compared).toBeGreaterThan(50);
    expect(found.smaller).toBeGreaterThan(8);
    expect(found.violated).toBeGreaterThan(15);
    expect(found.deadlocks).toBeGreaterThan(8);
    expect(found.failures).toBeGreaterThan(2);
  });
});
