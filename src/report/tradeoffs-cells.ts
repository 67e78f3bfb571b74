/** Cells of the table of trade-offs, in few characters. */
import { assertNever } from "../base/assert-never.ts";
import type { FaultBudget } from "../passes/faults.ts";
import type { Cell, Column, Row } from "../tradeoffs/table.ts";

/** How good a cell is, for colours. */
export type Tone = "good" | "bad" | "open" | "none";

export const columnTitle = ({ kind, name }: Column): string => (kind === "none" ? "no faults" : kind === "all" ? "all together" : name);

export const rowTitle = ({ name, kind }: Row): string => (kind === "progress" ? `${name} stays possible` : name);

/** `✓ up to 2`, `✗ at 1`. */
export function cellText(cell: Cell, { kind }: Pick<Column, "kind">): string {
  switch (cell.verdict) {
    case "holds": return `✓${upTo(cell.upTo, kind)}`;
    case "bounded": return `~${upTo(cell.upTo, kind)}`;
    case "violated": {
      const mark = cell.recovery === "recovers" ? "↻" : "✗";
      if (cell.budget === 0 || kind !== "fault") return cell.budget === 0 && kind !== "none" ? `${mark} at 0` : mark;
      if (cell.budget === "unlimited") return cell.survives === null || cell.survives === 0 ? `${mark} unlimited` : `${mark} beyond ${cell.survives}`;
      return `${mark} ${cell.least ? "at" : "by"} ${cell.budget}`;
    }
    case "unknown": return cell.survives === null || cell.survives === 0 ? "?" : `? beyond ${cell.survives}`;
    case "absent": return "–";
    default: return assertNever(cell);
  }
}

const upTo = (budget: FaultBudget, kind: Column["kind"]): string => (kind !== "fault" ? "" : typeof budget === "number" ? ` up to ${budget}` : " unlimited");

export function toneOf(cell: Cell): Tone {
  switch (cell.verdict) {
    case "holds": return "good";
    case "violated": return cell.recovery === "recovers" ? "open" : "bad";
    case "bounded": case "unknown": return "open";
    case "absent": return "none";
    default: return assertNever(cell);
  }
}

/** What the marks mean, of those that are in the table. */
export function legend(cells: readonly Cell[]): string[] {
  const has = (test: (c: Cell) => boolean): boolean => cells.some(test);
  return [
    ...(has((c) => c.verdict === "holds") ? ["✓ holds in every state, with up to so many faults of the kind"] : []),
    ...(has((c) => c.verdict === "violated" && c.recovery !== "recovers") ? ["✗ broken, at the least number of faults that breaks it"] : []),
    ...(has((c) => c.verdict === "violated" && !c.least) ? ["✗ by n: broken by n faults; whether fewer suffice is not known"] : []),
    ...(has((c) => c.verdict === "violated" && c.recovery === "recovers") ? ["↻ not possible until what is broken is repaired"] : []),
    ...(has((c) => c.verdict === "bounded") ? ["~ holds within the constraints of the spec"] : []),
    ...(has((c) => c.verdict === "unknown") ? ["? not known: a search did not end within its limits"] : []),
    ...(has((c) => c.verdict === "absent") ? ["– no step of the design is such a fault"] : []),
  ];
}
