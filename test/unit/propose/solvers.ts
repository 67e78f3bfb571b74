/** Solvers take longer to start than most judgements take, so the tests of a file share two. */
import { afterAll } from "vitest";
import type { Solver } from "../../../verifier/contract/solver.ts";
import { ThreadSolver } from "../../../verifier/smt/thread-solver.ts";
import { z3Worker } from "../smt/z3-worker.ts";

export function sharedSolvers(): () => { readonly makeSolver: () => Solver; readonly parallel: number } {
  const solvers = [0, 1].map(() => new ThreadSolver(z3Worker()));
  afterAll(() => Promise.all(solvers.map((s) => s.close())));
  return () => {
    const idle = [...solvers];
    const makeSolver = (): Solver => {
      const solver = idle.pop()!;
      return { name: solver.name, ask: (query, budget) => solver.ask(query, budget), close: () => Promise.resolve() };
    };
    return { makeSolver, parallel: solvers.length };
  };
}
