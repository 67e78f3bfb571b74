/** Three implementations conform to their specs, and with a mistake they do not. More mistakes, seeds and transitions: conform-mutants.nightly.ts. */
import { afterAll, expect, test } from "vitest";
import { conformTo, kindOf, removeMutants, someMutants, type Subject, subjectOf, subjects } from "./conform-mutants.ts";

afterAll(removeMutants);

const few = ({ large }: Subject, seed: number, runs: number) => ({ seed, runs, concurrent: 12, ...((large || seed > 1) && { maxStates: 1 }) });

test.each(Object.values<Subject>(subjects))("$spec conforms", async (subject) => {
  for (const seed of [1, 2]) {
    const { verdict, because, divergence, covered } = await conformTo(subject, undefined, few(subject, seed, 12));
    expect({ verdict, because, divergence }).toEqual({ verdict: "conforms", because: [], divergence: undefined });
    expect(covered.runs).toBe(12);
    expect(covered.histories).toBeGreaterThan(0);
  }
});

test.each(someMutants)("$of: one that $name does not", async (mutant) => {
  const subject = subjectOf(mutant);
  const { verdict, divergence } = await conformTo(subject, mutant, few(subject, 1, 100));
  expect(verdict).toBe("diverges");
  expect(mutant.told).toContain(kindOf(divergence!));
});
