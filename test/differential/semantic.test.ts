/** Where nothing is said of a change to a random protocol, no state at hand is one in which less is promised. More at night. */
import { afterAll, expect, test } from "vitest";
import { lentSolvers } from "../unit/smt/lent-solvers.ts";
import { z3Worker } from "../unit/smt/z3-worker.ts";
import { compareChanges } from "./semantic-ask.ts";

const solvers = lentSolvers(z3Worker());
afterAll(() => solvers.close());

test("random changes of random protocols", { timeout: 120_000 }, async () => {
  const counts = await compareChanges(1, 16, { ...solvers, timeoutMs: 2000 });
  expect(counts.errors).toBeGreaterThan(4);
  expect(counts.silent).toBeGreaterThan(4);
  expect(counts.unknown).toBeLessThan(4);
  expect(counts.states).toBeGreaterThan(500);
  expect(counts.steps).toBeGreaterThan(2000);
});
