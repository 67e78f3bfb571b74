/** Every mistake is told, and implementations without one conform 20 times of 20. */
import { afterAll, expect, test } from "vitest";
import { conformTo, kindOf, mutants, removeMutants, type Subject, subjectOf, subjects } from "./conform-mutants.ts";

afterAll(removeMutants);

test.each(Object.values<Subject>(subjects))("$spec conforms with 20 seeds", { timeout: 1_200_000 }, async (subject) => {
  for (let seed = 1; seed <= 20; seed++) {
    // Every transition is the same every time.
    const { verdict, because, divergence, covered } = await conformTo(subject, undefined, { seed, runs: 100, concurrent: 50, timeoutMs: 600_000, ...(seed > 1 && subject.large && { maxStates: 1 }) });
    expect({ seed, verdict, because, divergence }).toEqual({ seed, verdict: "conforms", because: [], divergence: undefined });
    if (seed === 1) expect(covered.transitions.taken).toBe(covered.transitions.total);
  }
});

test.each(mutants)("$of: one that $name does not", { timeout: 600_000 }, async (mutant) => {
  const { verdict, divergence } = await conformTo(subjectOf(mutant), mutant, { timeoutMs: 600_000 });
  expect(verdict).toBe("diverges");
  expect(mutant.told).toContain(kindOf(divergence!));
});
