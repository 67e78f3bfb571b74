/** The kinds of faults that are looked at, one by one and together. */
import { DiagnosticsError } from "../base/diagnostic.ts";
import { choosable } from "../ir/option-value.ts";
import type { Protocol } from "../ir/protocol.ts";
import { constantOf } from "../passes/constant.ts";
import { type FaultBudget, faultsOf } from "../passes/faults.ts";
import type { Column } from "./table.ts";

export interface Columns {
  readonly columns: readonly Column[];
  readonly unmentioned: readonly string[];
  readonly always: readonly string[];
  /** All options that are budgets of faults, each with the value by which there are none. */
  readonly budgets: ReadonlyMap<string, 0 | null>;
}

/**
 * @param tried the budgets that are tried of each fault
 * @param names the faults that are wanted, by their options; where there are none, those of which the spec says how many it allows
 * @throws DiagnosticsError where there is no such fault
 */
export function columnsOf(protocol: Protocol, tried: readonly FaultBudget[], names: readonly string[]): Columns {
  const faults = faultsOf(protocol);
  const open = new Map(choosable(protocol.state).map((f) => [f.name, f]));
  const options = [...new Set(faults.flatMap((f) => (f.option !== null && open.has(f.option) ? [f.option] : [])))];
  for (const name of names) {
    if (options.includes(name)) continue;
    const help = options.length > 0 ? `The faults are ${options.join(", ")}.` : "It has no faults that an option allows: see docs/faults.md.";
    throw new DiagnosticsError([{ code: "T6014", severity: "error", message: `${protocol.name} has no fault ${JSON.stringify(name)}`, help }]);
  }
  const isMentioned = (option: string): boolean => {
    const initial = open.get(option)?.initial;
    return !initial || constantOf(initial) !== null;
  };
  const shown = options.filter((o) => (names.length > 0 ? names.includes(o) : isMentioned(o)));
  const single = shown.map((option): Column => {
    const of = faults.filter((f) => f.option === option);
    const budgets = of[0].budgets.filter((b) => tried.includes(b));
    const between = of[0].budgets.filter((b) => typeof b === "number" && b > 0 && !budgets.includes(b));
    return { name: option, kind: "fault", faults: of.map((f) => f.fault), own: of[0].budget, budgets, between };
  });
  const occurring = single.filter((c) => c.own !== 0);
  const all: Column[] = occurring.length < 2 ? [] : [{ name: "all", kind: "all", faults: occurring.flatMap((c) => c.faults), own: "any", budgets: ["any"], between: [] }];
  return {
    columns: [{ name: "none", kind: "none", faults: [], own: 0, budgets: [0], between: [] }, ...single, ...all],
    unmentioned: options.filter((o) => !shown.includes(o)),
    always: faults.filter((f) => f.option === null || !open.has(f.option)).map((f) => f.fault),
    // What is not mentioned is not shown in traces.
    budgets: new Map(options.map((o) => [o, open.get(o)!.type.kind === "option" ? null : 0])),
  };
}
