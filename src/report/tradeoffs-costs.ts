/** What designs cost until their milestones, from best to worst. */
import type { BestCost, Measure, WorstCost } from "../tradeoffs/report.ts";
import { rankOfCost } from "../tradeoffs/rank.ts";
import type { DesignResult, Tradeoffs } from "../tradeoffs/table.ts";
import type { Tone } from "./tradeoffs-cells.ts";

export interface CostTable {
  readonly milestone: string;
  /** The index of each among the costs of a design. */
  readonly costs: readonly { readonly name: string; readonly doc: string; readonly index: number }[];
}

/** One table for each milestone, in the order of the spec. */
export function costTables({ designs }: Tradeoffs): CostTable[] {
  const all = designs[0].costs;
  return [...new Set(all.map((m) => m.milestone))].map((milestone) => ({
    milestone, costs: all.flatMap((m, index) => (m.milestone === milestone ? [{ name: m.cost, doc: m.doc, index }] : [])),
  }));
}

/** `2`, `2–4`, `2–∞`. */
export function costText({ best, worst }: Pick<Measure, "best" | "worst">): string {
  return best === worst ? short(best) : `${short(best)}–${short(worst)}`;
}

function short(cost: BestCost | WorstCost): string {
  switch (cost) {
    case "never": return "never";
    case "unknown": return "?";
    case "unbounded": return "∞";
    default: return String(cost);
  }
}

/** Green where no design is better at worst. */
export function costTone(designs: readonly DesignResult[], design: DesignResult, index: number): Tone {
  const of = (d: DesignResult): number => rankOfCost(d.costs[index].worst).least;
  if (design.costs[index].worst === "unknown") return "open";
  return designs.every((d) => of(d) <= of(design)) ? "good" : "none";
}
