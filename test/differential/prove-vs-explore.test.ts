/**
 * What is proved of 50 random protocols must be so: no exception to a goal that is said to hold, no violation in any small
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
const runs = 50, together = 10;
/** Goals are compared one by one, with a model of each that does not hold, for one protocol in so many; whole proofs for all of them. */
const withGoals = 5;
const milliseconds = 500;
const counts = newCounts();

describe("what is proved of random protocols is so", () => {
  test.each(Array.from({ length: runs / together }, (_, i) => 1 + i * together))("from seed %i", { timeout: 120_000 }, async (first) => {
    for (let seed = first; seed < first + together; seed++) {
      const random = sampled(seed), ask = asking(solver, milliseconds), goals = seed % withGoals === 0;
      counts.protocols++;
      try {
        if (goals) await compareGoals(random, ask, counts);
        await compareVerdicts(random, goals ? ask : (asked) => ask(asked, false), counts, { mostStates: 500, statesInAll: 900 });
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
  });

  test("and there was something to be wrong about", () => {
    expect(counts.unsat).toBeGreaterThan(4 * runs / withGoals);
    expect(counts.confirmed).toBeGreaterThan(runs / withGoals);
    expect(counts.unsupported).toBeLessThan(0.4 * counts.goals);
    expect(counts.proved).toBeGreaterThan(runs);
    expect(counts.violated).toBeGreaterThan(runs / 10);
    expect(counts.completeScopes).toBeGreaterThan(3 * runs);
    expect(counts.steps).toBeGreaterThan(80 * runs / withGoals);
  });
});
