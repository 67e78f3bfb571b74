/** What whoever chooses a design accepts: where another design of the table does better. */
import { better, rankOf, rankOfCost, survives } from "./rank.ts";
import type { Measure } from "./report.ts";
import type { Cell, Column, DesignResult, Row, Tradeoffs } from "./table.ts";

type Broken = Extract<Cell, { verdict: "violated" }>;

/** A property that does not survive what it survives elsewhere. */
export interface Given {
  readonly row: Row;
  readonly when: readonly {
    readonly column: Column;
    readonly cell: Broken;
    /** Designs in which the property holds with as many faults. */
    readonly holds: readonly string[];
    /** Designs in which it does not, but comes back with repair, where here it does not. */
    readonly recovers: readonly string[];
  }[];
}

/** A cost that is less elsewhere. */
export interface Paid {
  readonly measure: Measure;
  readonly better: readonly { readonly design: string; readonly measure: Measure }[];
}

export interface Acceptance {
  readonly design: DesignResult;
  readonly given: readonly Given[];
  readonly paid: readonly Paid[];
}

/** For each design, in the order of the table. */
export function acceptances(table: Pick<Tradeoffs, "designs" | "rows" | "columns">): Acceptance[] {
  return table.designs.map((design) => ({ design, given: table.rows.flatMap((row, i) => givenUp(table, design, row, i)), paid: paidFor(table, design) }));
}

function givenUp({ designs, columns }: Pick<Tradeoffs, "designs" | "columns">, design: DesignResult, row: Row, i: number): Given[] {
  const when = columns.flatMap((column) => {
    const cell = design.cells[i][column.name];
    if (cell.verdict !== "violated") return [];
    const others = designs.filter((d) => better(rankOf(d.cells[i][column.name]), rankOf(cell)));
    const holds = others.filter((d) => survives(rankOf(d.cells[i][column.name]), cell.budget));
    const names = (of: readonly DesignResult[]): string[] => of.map((d) => d.name);
    return others.length === 0 ? [] : [{ column, cell, holds: names(holds), recovers: names(others.filter((d) => !holds.includes(d))) }];
  });
  // What needs no fault is said once; and what one kind of fault breaks, all kinds break.
  const always = when.filter((w) => w.column.kind === "none");
  const single = when.filter((w) => w.column.kind === "fault");
  const told = always.length > 0 ? always : single.length > 0 ? single : when;
  return told.length === 0 ? [] : [{ row, when: told }];
}

function paidFor({ designs }: Pick<Tradeoffs, "designs">, design: DesignResult): Paid[] {
  return design.costs.flatMap((measure, i) => {
    const less = designs.flatMap((d) => (isLess(d.costs[i], measure) ? [{ design: d.name, measure: d.costs[i] }] : []));
    return less.length === 0 ? [] : [{ measure, better: less }];
  });
}

/** Whether a cost is less at worst, or at best. */
export const isLess = (a: Measure, b: Measure): boolean => better(rankOfCost(a.worst), rankOfCost(b.worst)) || better(rankOfCost(a.best), rankOfCost(b.best));
