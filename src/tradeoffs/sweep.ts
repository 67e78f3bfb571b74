/** All searches of one design: without faults, then each kind of fault by growing budgets, then all faults together. */
import type { Options } from "../ir/protocol.ts";
import { amountOf, type FaultBudget } from "../passes/faults.ts";
import type { CellResult } from "./cell-search.ts";
import type { ChosenDesign, Column } from "./table.ts";

export interface Attempt {
  readonly budget: FaultBudget;
  readonly options: Options;
  readonly result: CellResult;
}

/** By the name of the column; the least budget first. None where no step of the design is such a fault. */
export type Attempts = ReadonlyMap<string, readonly Attempt[]>;

/** Searches one instance, given its options. */
export type SearchCell = (options: Options, budget: FaultBudget) => Promise<CellResult>;

/**
 * @param budgets all options that are budgets of faults, in the table or not
 * @param done told of every column that is finished
 */
export async function sweep(design: ChosenDesign, columns: readonly Column[], budgets: ReadonlyMap<string, 0 | null>, search: SearchCell, done: (column: Column) => void): Promise<Attempts> {
  const none = Object.fromEntries(budgets);
  const found = new Map<string, readonly Attempt[]>();
  const [first, ...others] = columns;
  const attempt = async (budget: FaultBudget, given: Options): Promise<Attempt> => {
    const options = { ...design.options, ...given };
    return { budget, options, result: await search(options, budget) };
  };
  const finish = (column: Column, attempts: readonly Attempt[]): void => {
    found.set(column.name, attempts);
    done(column);
  };
  const without = await attempt(0, none);
  finish(first, [without]);
  await Promise.all(others.map(async (column) => {
    if (column.kind === "all") {
      const left = Object.fromEntries([...budgets].filter(([name]) => !columns.some((c) => c.name === name)));
      return finish(column, [await attempt("any", left)]);
    }
    finish(column, await ascending(column, without.result, (budget) => attempt(budget, { ...none, [column.name]: budget as number | "unlimited" })));
  }));
  return found;
}

async function ascending(column: Column, without: CellResult, attempt: (budget: FaultBudget) => Promise<Attempt>): Promise<Attempt[]> {
  const made: Attempt[] = [];
  let broken = violated(without);
  for (const budget of column.budgets) {
    const next = await attempt(budget);
    if (column.faults.every((f) => next.result.absent.includes(f))) return [];
    // Which is the least budget that breaks what this one does?
    const before = made.at(-1)?.budget ?? 0;
    const fresh = [...violated(next.result)].filter((key) => !broken.has(key));
    for (const smaller of fresh.length === 0 ? [] : column.between.filter((b) => amountOf(b) > amountOf(before) && amountOf(budget) > amountOf(b))) {
      const between = await attempt(smaller);
      made.push(between);
      if (fresh.every((key) => violated(between.result).has(key))) break;
    }
    made.push(next);
    // Whoever stopped this one stops the others.
    if (isInterrupted(next.result)) break;
    broken = new Set([...broken, ...violated(next.result)]);
    if (Object.keys(next.result.findings).every((key) => broken.has(key))) break;
  }
  return made;
}

const isInterrupted = ({ findings }: CellResult): boolean => Object.values(findings).some((f) => f.verdict === "unknown" && f.because.includes("interrupted"));

const violated = ({ findings }: CellResult): ReadonlySet<string> => new Set(Object.entries(findings).flatMap(([key, f]) => (f.verdict === "violated" ? [key] : [])));
