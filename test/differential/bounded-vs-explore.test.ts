/**
 * Symbolic search of 80 random protocols finds what the interpreter finds, after as many steps.
 * For more: `npm run differential -- --bounded --runs 20000`.
 */
import { afterAll, describe, expect, test } from "vitest";
import { ThreadSolver } from "../../verifier/smt/thread-solver.ts";
import { z3Worker } from "../unit/smt/z3-worker.ts";
import { compareBounded, type CorruptText } from "./bounded-compare.ts";
import { newBoundedCounts } from "./bounded-counts.ts";
import { sampledInstance } from "./bounded-sample.ts";

const solver = new ThreadSolver(z3Worker());
afterAll(() => solver.close());
const runs = 80, together = 20;
const limits = { depth: 3, milliseconds: 200, mostText: 12_000, mostStates: 800 };
const counts = newBoundedCounts();

describe("runs of random protocols", () => {
  test.each(Array.from({ length: runs / together }, (_, i) => 1 + i * together))("from seed %i", { timeout: 120_000 }, async (first) => {
    for (let seed = first; seed < first + together; seed++) {
      await compareBounded(sampledInstance(seed), solver, limits, counts).catch((error: unknown) => {
        throw new Error(`seed ${seed}`, { cause: error });
      });
    }
  });

  test("and there was something to be wrong about", () => {
    expect(counts.violated).toBeGreaterThan(runs / 2);
    expect(counts.reached).toBeGreaterThan(runs / 10);
    expect(counts.failures).toBeGreaterThan(runs / 25);
    expect(counts.inductive).toBeGreaterThan(runs);
    expect(counts.unsupported).toBeLessThan(runs / 3);
    expect(counts.deepest).toBe(limits.depth);
  });
});

describe("is found out, that a question", () => {
  const found = async (corrupt: CorruptText): Promise<boolean> => {
    for (let seed = 1; seed <= 40; seed++) {
      try {
        await compareBounded(sampledInstance(seed), solver, limits, newBoundedCounts(), corrupt);
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
