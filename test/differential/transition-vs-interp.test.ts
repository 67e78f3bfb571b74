/** Whatever is said of a transition function of a random protocol, right or with a mistake, is what the interpreter sees. */
import { afterAll, describe, expect, test } from "vitest";
import { DiagnosticsError } from "../../src/base/diagnostic.ts";
import type { Protocol } from "../../src/ir/protocol.ts";
import { problemsOf } from "../../src/ir/well-formed.ts";
import { ThreadSolver } from "../../verifier/smt/thread-solver.ts";
import { Choices } from "../property/choices.ts";
import { mutated } from "../property/mutate-protocol.ts";
import { z3Worker } from "../unit/smt/z3-worker.ts";
import { asking } from "./prove-ask.ts";
import { sampled } from "./prove-sample.ts";
import { compareTransition, fits, newCounts } from "./transition-compare.ts";

const solver = new ThreadSolver(z3Worker());
afterAll(() => solver.close());
const first = Number(process.env.SEED ?? 1), runs = Number(process.env.RUNS ?? 30);
/** Solvers are asked about one protocol in so many; the interpreter about each. */
const withSolver = 5;
const milliseconds = 500, mostStates = 150;
const right = newCounts(), wrong = newCounts();

function mistaken(protocol: Protocol, seed: number): Protocol {
  let state = seed;
  const choices = new Choices(() => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) >> 8);
  const { actions } = mutated({ ...protocol, assumptions: [], inits: [], properties: [] }, choices);
  const other = { ...protocol, actions };
  return problemsOf(other).length === 0 && fits(protocol, other) ? other : protocol;
}

describe("transition functions of random protocols", () => {
  test.each(Array.from({ length: runs / 10 }, (_, i) => first + i * 10))("from seed %i", { timeout: 120_000 }, async (from) => {
    for (let seed = from; seed < from + 10; seed++) {
      const random = sampled(seed);
      if (!fits(random.protocol, random.protocol)) continue;
      const ask = seed % withSolver === 0 ? asking(solver, milliseconds) : undefined;
      const other = mistaken(random.protocol, seed);
      try {
        if (ask) await compareTransition(random, random.protocol, ask, right, mostStates);
        if (other !== random.protocol) await compareTransition(random, other, ask, wrong, mostStates);
      } catch (error) {
        // Too many values of a type.
        if (error instanceof DiagnosticsError && error.diagnostics.every((d) => d.code.startsWith("T6"))) continue;
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
  });

  test("and there was something to be wrong about", () => {
    if (process.env.RUNS) console.log(right, wrong);
    expect(right.proved).toBeGreaterThan(2);
    expect(right.differences + right.found).toBe(0);
    expect(right.settled).toBeGreaterThan(2);
    expect(wrong.proved).toBeGreaterThan(2);
    expect(wrong.differences).toBeGreaterThan(0);
    expect(wrong.found).toBeGreaterThan(5);
  });
});
