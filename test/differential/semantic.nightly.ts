/** As in semantic.test.ts, of many more. */
import { afterAll, expect, test } from "vitest";
import { lentSolvers } from "../unit/smt/lent-solvers.ts";
import { z3Worker } from "../unit/smt/z3-worker.ts";
import { compareChanges } from "./semantic-ask.ts";

const solvers = lentSolvers(z3Worker());
afterAll(() => solvers.close());

const runs = 1_200, together = 100;

test.each(Array.from({ length: runs / together }, (_, i) => 1_000 + i * together))("random changes from seed %i", { timeout: 1_200_000 }, async (first) => {
  const counts = await compareChanges(first, together, { ...solvers, timeoutMs: 1_000 });
  expect(counts.errors).toBeGreaterThan(together / 5);
  expect(counts.silent).toBeGreaterThan(together / 5);
});
