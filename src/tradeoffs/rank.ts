/** How good cells and costs are, as far as is known: what designs are compared by. */
import { assertNever } from "../base/assert-never.ts";
import { amountOf, type FaultBudget } from "../passes/faults.ts";
import type { BestCost, WorstCost } from "./report.ts";
import type { Cell, Reached } from "./table.ts";

/** A number, or where it lies. More is better. */
export interface Rank { readonly least: number; readonly most: number }

const exactly = (n: number): Rank => ({ least: n, most: n });
const anything: Rank = { least: -Infinity, most: Infinity };

/** Certainly at least as good; certainly better. */
export const atLeast = (a: Rank, b: Rank): boolean => a.least >= b.most;
export const better = (a: Rank, b: Rank): boolean => a.least > b.most;

/** By how many faults it survives, of those that were tried. Milestones that repair brings back are half as bad. */
export function rankOf(cell: Cell): Rank {
  switch (cell.verdict) {
    case "holds": case "absent": return exactly(Infinity);
    case "violated": {
      const more = cell.recovery === "recovers" ? 0.5 : 0;
      const survives = survived(cell.survives);
      return { least: survives + more, most: (cell.least ? survives : amountOf(cell.budget) - 1) + more };
    }
    case "bounded": return anything;
    case "unknown": return { least: survived(cell.survives), most: Infinity };
    default: return assertNever(cell);
  }
}

/** Whether it certainly survives so many faults. */
export const survives = (rank: Rank, budget: FaultBudget): boolean => rank.least >= amountOf(budget);

/** Not even without faults. */
const survived = (budget: FaultBudget | null): number => (budget === null ? -1 : amountOf(budget));

export const rankOfReached = (columns: readonly Reached[]): Rank =>
  (columns.includes("reached") ? exactly(1) : { least: 0, most: columns.includes("unknown") ? 1 : 0 });

/** Less is better. What never comes about is worst. */
export function rankOfCost(cost: BestCost | WorstCost): Rank {
  switch (cost) {
    case "unknown": return anything;
    case "never": return exactly(-Infinity);
    case "unbounded": return exactly(-Number.MAX_VALUE);
    default: return exactly(-cost);
  }
}
