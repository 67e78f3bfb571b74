import type { SolverAnswer, SolverBudget, SolverQuery } from "../contract/solver.ts";

/** What a thread is given when it starts. */
export interface Start { readonly memoryMegabytes: number }
export interface Request { readonly id: number; readonly query: SolverQuery; readonly budget: SolverBudget }
export type Reply =
  | { readonly ready: string }
  | { readonly id: number; readonly answer: SolverAnswer }
  | { readonly id: number; readonly rejected: string };
