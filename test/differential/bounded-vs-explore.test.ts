/** Symbolic search of random protocols finds what the interpreter finds, after as many steps. For more of them, `bounded-run.ts`. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadZ3 } from "../../verifier/smt/z3.ts";
import { arbitraryProtocol } from "../property/arbitrary-protocol.ts";
import { boundedCounts, compareBounded, type CorruptText } from "./bounded-compare.ts";

const z3 = await loadZ3(1500);
const sample = (seed: number) => fc.sample(arbitraryProtocol, { seed, numRuns: 1 })[0];
const runs = 60, together = 20, depth = 3;

describe("runs of random protocols", () => {
  test.each(Array.from({ length: runs / together }, (_, i) => 1 + i * together))("from seed %i", { timeout: 120_000 }, async (first) => {
    for (let seed = first; seed < first + together; seed++) {
      await compareBounded(sample(seed), z3, depth).catch((error: unknown) => {
        throw new Error(`seed ${seed}`, { cause: error });
      });
    }
  });

  test("and there was something to be wrong about", () => {
    expect(boundedCounts.violated).toBeGreaterThan(20);
    expect(boundedCounts.reached).toBeGreaterThan(10);
    expect(boundedCounts.failures).toBeGreaterThan(5);
    expect(boundedCounts.proved).toBeGreaterThan(40);
    expect(boundedCounts.deepest).toBe(depth);
  });
});

describe("is found out, that a question", () => {
  const found = async (corrupt: CorruptText): Promise<boolean> => {
    for (let seed = 1; seed <= 40; seed++) {
      try {
        await compareBounded(sample(seed), z3, depth, corrupt);
      } catch {
        return true;
      }
    }
    return false;
  };
  const lines = (change: (line: string) => string) => (text: string): string => text.split("\n").map(change).join("\n");

  test("lost the step to the second state", async () => {
    expect(await found(lines((l) => (/^\(assert \(= \|[^|]*@1[|.]/.test(l) ? "(assert true)" : l)))).toBe(true);
  });
  test("lost where the runs start", async () => {
    expect(await found(lines((l) => (/^\(assert \(= \|[^|]*@0[|.]/.test(l) ? "(assert true)" : l)))).toBe(true);
  });
  test("takes every step for one that is made", async () => {
    expect(await found(lines((l) => (l.startsWith("(assert (= arrives!") ? "(assert arrives!)" : l)))).toBe(true);
  });
});
