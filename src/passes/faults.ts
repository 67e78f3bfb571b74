/** The faults that a protocol is subject to, and how many of each its options allow. */
import { uncast } from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import type { Action, Protocol, StateField } from "../ir/protocol.ts";
import { isMixed, isNumeral, type Type } from "../ir/type.ts";
import { walkStmts } from "../ir/visit.ts";
import { constantOf } from "./constant.ts";

/** At most so many; `any`: the options leave it open, and every budget is covered. */
export type FaultBudget = number | "unlimited" | "any";

/** Faults of a kind in one run, at most; Infinity where there is no bound. */
export const amountOf = (budget: FaultBudget): number => (typeof budget === "number" ? budget : Infinity);

export interface Fault {
  /** The step: `net.lose`. */
  readonly fault: string;
  /** The option that is its budget, by which `--option net.loss=2` sets it; null for a fault that no option bounds or rules out. */
  readonly option: string | null;
  readonly budget: FaultBudget;
  /** The budgets that the option can give, the least first. */
  readonly budgets: readonly FaultBudget[];
}

/** In the order of the spec. The budget of a fault is the option that it reads which may be `"unlimited"`. */
export function faultsOf(protocol: Protocol): Fault[] {
  const fields = new Map(protocol.state.map((f) => [f.name, f]));
  return protocol.actions.filter((a) => a.role === "fault").map((a) => {
    const read = budgetOf(a, fields);
    if (!read) return { fault: a.name, option: null, budget: "unlimited", budgets: ["unlimited"] };
    const option = origin(read, fields);
    return { fault: a.name, option: option.name, budget: valueOf(option.initial), budgets: budgetsOf(option.type) };
  });
}

type Fields = ReadonlyMap<string, StateField>;

function budgetOf(action: Action, fields: Fields): StateField | undefined {
  let found: StateField | undefined;
  walkStmts(action.body, {
    expr: (e) => {
      const field = e.kind === "state" ? fields.get(e.field) : undefined;
      if (!found && field && field.role !== "variable" && budgetsOf(field.type).includes("unlimited")) found = field;
    },
  });
  return found;
}

/** Where an option has its value from: one of the protocol may be passed on to a spec that it holds. */
function origin(field: StateField, fields: Fields): StateField {
  const value = field.initial && uncast(field.initial);
  const from = value?.kind === "state" ? fields.get(value.field) : undefined;
  return from ? origin(from, fields) : field;
}

function valueOf(initial: Expr | null): FaultBudget {
  const value = initial === null ? undefined : constantOf(initial);
  if (value === null) return 0;
  return typeof value === "number" ? value : typeof value === "string" && isNumeral(value) ? Number(value) : value === "unlimited" ? "unlimited" : "any";
}

function budgetsOf(type: Type): FaultBudget[] {
  if (type.kind === "option") return budgetsOf(type.of);
  if (type.kind !== "enum" || !isMixed(type) || !type.values.includes("unlimited")) return [];
  return [...type.values.filter(isNumeral).map(Number).toSorted((a, b) => a - b), "unlimited"];
}
