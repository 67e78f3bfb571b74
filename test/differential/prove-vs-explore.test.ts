/**
 * What is proved of random protocols must be so: no exception to a goal that is said to hold, no violation in any small
 * instance of what is proved, and every counterexample is one. For more: `npm run differential -- --prove --runs 20000`.
 */
import { afterAll, describe, expect, test } from "vitest";
import { ThreadSolver } from "../../verifier/smt/thread-solver.ts";
import { z3Worker } from "../unit/smt/z3-worker.ts";
import { asking } from "./prove-ask.ts";
import { compareGoals } from "./prove-compare.ts";
import { newCounts } from "./prove-counts.ts";
import { sampled } from "./prove-sample.ts";
import { compareVerdicts } from "./prove-verdicts.ts";

const solver = new ThreadSolver(z3Worker());
afterAll(() => solver.close());
const runs = 200, together = 10;
const counts = newCounts();

describe("what is proved of random protocols is so", () => {
  test.each(Array.from({ length: runs / together }, (_, i) => 1 + i * together))("from seed %i", { timeout: 120_000 }, async (first) => {
    for (let seed = first; seed < first + together; seed++) {
      const random = sampled(seed), ask = asking(solver);
      counts.protocols++;
      try {
        await compareGoals(random, ask, counts);
        await compareVerdicts(random, ask, counts, { mostStates: 500, statesInAll: 1500 });
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
  });

  test("and there was something to be wrong about", () => {
    expect(counts.unsat).toBeGreaterThan(4 * runs);
    expect(counts.confirmed).toBeGreaterThan(runs);
    expect(counts.unsupported).toBeLessThan(0.4 * counts.goals);
    expect(counts.proved).toBeGreaterThan(runs);
    expect(counts.violated).toBeGreaterThan(runs / 10);
    expect(counts.completeScopes).toBeGreaterThan(5 * runs);
    expect(counts.steps).toBeGreaterThan(100 * runs);
  });
});
