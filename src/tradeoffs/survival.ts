/** How many faults of a kind a design survives: with safety, and with progress. */
import type { Cell, DesignResult, Row } from "./table.ts";

export type Survival =
  /** No step of the design is such a fault. */
  | { readonly kind: "absent" }
  /** Something is broken without faults. */
  | { readonly kind: "broken" }
  /** Exactly so many: one more breaks something. */
  | { readonly kind: "some"; readonly faults: number }
  /** At least so many; what comes beyond was not tried, or is not known. */
  | { readonly kind: "at least"; readonly faults: number }
  | { readonly kind: "any" }
  | { readonly kind: "unknown" };

/**
 * @param of whether the rows about safety count, or those about progress
 * @returns undefined where there are no such rows
 */
export function survivalOf({ cells }: Pick<DesignResult, "cells">, rows: readonly Row[], column: string, of: "safety" | "progress"): Survival | undefined {
  const counted = rows.flatMap((row, i) => ((row.kind === "progress") === (of === "progress") ? [cells[i][column]] : []));
  const each = counted.map(survivalOfCell);
  return each.length === 0 ? undefined : each.reduce((a, b) => (strength(a) <= strength(b) ? a : b));
}

function survivalOfCell(cell: Cell): Survival {
  switch (cell.verdict) {
    case "absent": return { kind: "absent" };
    case "holds": return typeof cell.upTo === "number" ? { kind: "at least", faults: cell.upTo } : { kind: "any" };
    case "violated":
      if (cell.budget === 0) return { kind: "broken" };
      if (typeof cell.survives !== "number") return { kind: "unknown" };
      return { kind: cell.least ? "some" : "at least", faults: cell.survives };
    case "bounded": return { kind: "unknown" };
    case "unknown": return typeof cell.survives === "number" && cell.survives > 0 ? { kind: "at least", faults: cell.survives } : { kind: "unknown" };
  }
}

/** Of what is survived by several properties, the weakest is what the design survives. */
function strength(s: Survival): number {
  switch (s.kind) {
    case "broken": return -2;
    case "unknown": return -1;
    // One that is known to end there is weaker than one that might go on.
    case "some": return s.faults;
    case "at least": return s.faults + 0.5;
    case "any": return 1e9;
    case "absent": return 2e9;
  }
}
