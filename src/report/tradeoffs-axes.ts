/** What a picture of designs can show along an axis: a cost, or how many faults of a kind they survive. */
import { DiagnosticsError } from "../base/diagnostic.ts";
import type { BestCost, WorstCost } from "../tradeoffs/report.ts";
import { type Survival, survivalOf } from "../tradeoffs/survival.ts";
import type { DesignResult, Tradeoffs } from "../tradeoffs/table.ts";
import { faultColumns, survivalText } from "./tradeoffs-summary.ts";

/** A number, or what lies beyond all numbers (and how far); undefined where it is not known. */
export type AxisValue = { readonly at: number; readonly text: string } | { readonly beyond: number; readonly text: string } | undefined;

export interface Axis {
  /** By which `--axes` chooses it: `messagesSent`, `nodes.crashes`, `nodes.crashes:progress`. */
  readonly key: string;
  readonly title: string;
  readonly better: "less" | "more";
  value(design: DesignResult): AxisValue;
}

/** Costs first, at worst; then faults survived. */
export function axesOf(table: Tradeoffs): Axis[] {
  const { designs, rows } = table;
  const milestones = new Set(designs[0].costs.map((m) => m.milestone));
  const costs = designs[0].costs.flatMap(({ cost, milestone }, i): Axis[] => {
    const key = `${cost}${milestones.size > 1 ? `@${milestone}` : ""}`;
    return [
      { key, title: `${cost} until ${milestone}, at worst`, better: "less", value: (d) => costValue(d.costs[i].worst) },
      { key: `${key}:best`, title: `${cost} until ${milestone}, at best`, better: "less", value: (d) => costValue(d.costs[i].best) },
    ];
  });
  const kinds = rows.some((r) => r.kind === "progress") ? (["safety", "progress"] as const) : (["safety"] as const);
  const faults = faultColumns(table).flatMap(({ name }) => kinds.map((of): Axis => ({
    key: `${name}${of === "safety" ? "" : ":progress"}`, title: `${name} survived with ${of}`, better: "more", value: (d) => survivalValue(survivalOf(d, rows, name, of) ?? { kind: "unknown" }),
  })));
  return [...costs, ...faults];
}

/**
 * The two that are asked for; or else a cost, and the faults, of which the designs say the most different things.
 * @returns undefined where there are no two
 * @throws DiagnosticsError where there is no such axis
 */
export function chosenAxes(table: Tradeoffs, keys: readonly string[] | undefined): readonly [Axis, Axis] | undefined {
  const axes = axesOf(table);
  if (keys) {
    const found = keys.map((key) => axes.find((a) => a.key === key));
    const wrong = keys.find((_, i) => !found[i]);
    if (keys.length !== 2 || wrong !== undefined) {
      throw new DiagnosticsError([{
        code: "T6014", severity: "error", message: wrong === undefined ? "a picture has two axes" : `there is no axis ${JSON.stringify(wrong)}`,
        help: axes.length > 0 ? `The axes are ${axes.map((a) => a.key).join(", ")}.` : "The table has no costs and no faults.",
      }]);
    }
    return [found[0]!, found[1]!];
  }
  const spread = (a: Axis): number => new Set(table.designs.map((d) => a.value(d)?.text)).size;
  const most = (of: readonly Axis[]): Axis | undefined => of.reduce<Axis | undefined>((best, a) => (best && spread(best) >= spread(a) ? best : a), undefined);
  const costs = axes.filter((a) => a.better === "less"), faults = axes.filter((a) => a.better === "more");
  const x = most(costs) ?? most(faults);
  const y = most(faults.filter((a) => a !== x)) ?? most(costs.filter((a) => a !== x));
  return x && y ? [x, y] : undefined;
}

function costValue(cost: BestCost | WorstCost): AxisValue {
  switch (cost) {
    case "unknown": return undefined;
    case "unbounded": return { beyond: 1, text: "∞" };
    case "never": return { beyond: 2, text: "never" };
    default: return { at: cost, text: String(cost) };
  }
}

function survivalValue(s: Survival): AxisValue {
  const text = survivalText(s);
  switch (s.kind) {
    case "unknown": return undefined;
    case "broken": return { at: -1, text };
    case "some": return { at: s.faults, text };
    case "at least": return { at: s.faults, text: `≥ ${s.faults}` };
    case "any": case "absent": return { beyond: 1, text: "any" };
  }
}
