/**
 * What the goals say of random protocols must be so for the interpreter: no exception to what is said to hold, and every
 * counterexample is one. For more of them, `prove-run.ts`. Corrupted queries must be found out by the same comparison.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SolverTextError } from "../../verifier/contract/solver.ts";
import { loadZ3 } from "../../verifier/smt/z3.ts";
import { arbitraryProtocol } from "../property/arbitrary-protocol.ts";
import { compareProof, type Corrupt, counts } from "./prove-compare.ts";

const z3 = await loadZ3(1500);
const sample = (seed: number) => fc.sample(arbitraryProtocol, { seed, numRuns: 1 })[0];
const runs = 60, together = 20;

describe("what is proved of random protocols is so", () => {
  test.each(Array.from({ length: runs / together }, (_, i) => 1 + i * together))("from seed %i", (first) => {
    for (let seed = first; seed < first + together; seed++) {
      try {
        compareProof(sample(seed), z3);
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
  });

  test("and there was something to be wrong about", () => {
    expect(counts.unsat).toBeGreaterThan(runs);
    expect(counts.confirmed).toBeGreaterThan(runs / 3);
    expect(counts.steps).toBeGreaterThan(100 * runs);
  });
});

describe("is found out, that a query", () => {
  const found = (corrupt: Corrupt): number => {
    let found = 0;
    for (let seed = 1; seed <= 40 && found === 0; seed++) {
      try {
        compareProof(sample(seed), z3, corrupt);
      } catch (error) {
        // A text that the solver cannot read is not what is looked for here.
        if (error instanceof SolverTextError) continue;
        found++;
      }
    }
    return found;
  };

  test("lost an update", () => {
    // The state after is said to be the one before.
    expect(found((q) => ({ ...q, declarations: q.declarations.filter((d) => !d.startsWith("(define-fun")), negated: q.negated.replaceAll(/'\|/g, "|") }))).toBe(1);
  });
  test("assumes that a type has fewer values", () => {
    expect(found((q) => ({ ...q, hypotheses: q.hypotheses.map((h) => (h.name.startsWith("type of") ? { ...h, term: "false" } : h)) }))).toBe(1);
  });
  test("does not assume the bounds of types", () => {
    expect(found((q) => ({ ...q, hypotheses: q.hypotheses.filter((h) => !h.name.startsWith("type of")) }))).toBe(1);
  });
  test("does not assume the guards of an action", () => {
    expect(found((q) => ({ ...q, hypotheses: q.hypotheses.filter((h) => !h.name.endsWith("is enabled")) }))).toBe(1);
  });
  test("asks the opposite", () => {
    expect(found((q) => ({ ...q, negated: `(not ${q.negated})` }))).toBe(1);
  });
});
