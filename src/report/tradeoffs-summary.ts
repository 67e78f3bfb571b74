/** The short form of the table: how many faults each design survives, what holds everywhere, what comes about. */
import type { FaultBudget } from "../passes/faults.ts";
import { type Survival, survivalOf } from "../tradeoffs/survival.ts";
import type { Column, DesignResult, Row, Tradeoffs } from "../tradeoffs/table.ts";
import type { Tone } from "./tradeoffs-cells.ts";

/** `any`, `1`, `at least 2`. */
export function survivalText(s: Survival): string {
  switch (s.kind) {
    case "absent": return "–";
    case "broken": return "broken";
    case "some": return String(s.faults);
    case "at least": return `at least ${s.faults}`;
    case "any": return "any";
    case "unknown": return "?";
  }
}

/** Safety first: what cannot go on for a while is not wrong. */
export function survivalTone(safety: Survival, progress: Survival | undefined): Tone {
  const tone = toneOfOne(safety);
  return tone === "good" && progress && toneOfOne(progress) !== "good" ? "open" : tone;
}

function toneOfOne(s: Survival): Tone {
  switch (s.kind) {
    case "absent": return "none";
    case "broken": return "bad";
    case "some": return s.faults === 0 ? "bad" : "open";
    case "at least": case "any": return "good";
    case "unknown": return "open";
  }
}

export const survivalPair = (safety: Survival, progress: Survival | undefined): string => `${survivalText(safety)}${progress ? ` / ${survivalText(progress)}` : ""}`;

export interface SurvivalRow { readonly design: DesignResult; readonly safety: readonly Survival[]; readonly progress: readonly (Survival | undefined)[] }

/** For each design, by the columns that are one kind of fault. */
export function survivals({ designs, rows }: Tradeoffs, columns: readonly Column[]): SurvivalRow[] {
  return designs.map((design) => ({
    design,
    safety: columns.map((c) => survivalOf(design, rows, c.name, "safety") ?? { kind: "unknown" }),
    progress: columns.map((c) => survivalOf(design, rows, c.name, "progress")),
  }));
}

export const faultColumns = ({ columns }: Tradeoffs): Column[] => columns.filter((c) => c.kind === "fault");

/** Rows that say the same of every design: that it holds, whatever was tried. */
export function heldEverywhere({ rows, designs, columns }: Tradeoffs): Row[] {
  const full = (column: Column): FaultBudget => column.budgets[column.budgets.length - 1];
  return rows.filter((_, i) => designs.every((d) => columns.every((c) => {
    const cell = d.cells[i][c.name];
    return cell.verdict === "absent" || (cell.verdict === "holds" && cell.upTo === full(c));
  })));
}

/** `without faults`; `only with nodes.crashes`; `never`. */
export function cameAbout(design: DesignResult, i: number, columns: readonly Column[]): { readonly text: string; readonly tone: Tone } {
  const of = design.reached[i];
  if (of.none === "reached") return { text: "✓ without faults", tone: "good" };
  const where = columns.filter((c) => of[c.name] === "reached").map((c) => (c.kind === "all" ? "all together" : c.name));
  if (where.length > 0) return { text: `✓ only with ${where.join(", ")}`, tone: "good" };
  return Object.values(of).includes("unknown") ? { text: "?", tone: "open" } : { text: "✗ never", tone: "bad" };
}
