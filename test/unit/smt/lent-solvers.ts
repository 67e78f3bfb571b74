/** Solvers take longer to start than most proofs take, so that many proofs, one after the other, share two. */
import type { Solver } from "../../../verifier/contract/solver.ts";
import { ThreadSolver } from "../../../verifier/smt/thread-solver.ts";

export interface LentSolvers { readonly makeSolver: () => Solver; readonly parallel: number; readonly close: () => Promise<unknown> }

/** @param entry the solver's thread, compiled */
export function lentSolvers(entry: URL): LentSolvers {
  const solvers = [0, 1].map(() => new ThreadSolver(entry));
  let turn = 0;
  const makeSolver = (): Solver => {
    const solver = solvers[turn++ % solvers.length];
    return { name: solver.name, ask: (query, budget) => solver.ask(query, budget), close: () => Promise.resolve() };
  };
  return { makeSolver, parallel: solvers.length, close: () => Promise.all(solvers.map((s) => s.close())) };
}
