import type { SolverAnswer, SolverBudget, SolverQuery } from "../contract/solver.ts";

export interface Request { readonly id: number; readonly query: SolverQuery; readonly budget: SolverBudget }
export type Reply =
  | { readonly ready: string }
  | { readonly id: number; readonly answer: SolverAnswer }
  | { readonly id: number; readonly rejected: string };
