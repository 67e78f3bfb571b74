/** The tests of a file share two solvers. */
import { afterAll } from "vitest";
import { type LentSolvers, lentSolvers } from "../smt/lent-solvers.ts";
import { z3Worker } from "../smt/z3-worker.ts";

export function sharedSolvers(): () => Pick<LentSolvers, "makeSolver" | "parallel"> {
  const solvers = lentSolvers(z3Worker());
  afterAll(solvers.close);
  return () => solvers;
}
