/** What the searches of a design say of each property, kind of fault by kind of fault. */
import { InternalError } from "../base/assert-never.ts";
import type { FaultBudget } from "../passes/faults.ts";
import { keyOf } from "./rows.ts";
import type { Attempt, Attempts } from "./sweep.ts";
import type { Cell, Cells, Column, Reached, Row } from "./table.ts";

export const cellsOf = (row: Row, columns: readonly Column[], attempts: Attempts): Cells => {
  const without = cellOf(row, attempts.get("none") ?? []);
  return Object.fromEntries(columns.map((c) => {
    const made = attempts.get(c.name) ?? [];
    if (c.kind === "none") return [c.name, without];
    if (made.length === 0) return [c.name, { verdict: "absent" }];
    // What needs no fault needs none of any kind.
    return [c.name, without.verdict === "violated" ? without : cellOf(row, made, attempts.get("none"))];
  }));
};

/** @param before the search without faults, where the attempts are about some */
function cellOf(row: Row, made: readonly Attempt[], before: readonly Attempt[] = []): Cell {
  const key = keyOf(row.kind, row.name);
  const tried = [...before, ...made].map(({ budget, options, result }) => {
    const finding = result.findings[key];
    if (!finding) throw new InternalError(`a search does not say what it found of ${row.name}`);
    return { budget, options, finding };
  });
  const open = tried.findIndex((t) => t.finding.verdict === "unknown");
  const broken = tried.findIndex((t) => t.finding.verdict === "violated");
  const settled = tried.slice(0, Math.min(...[open, broken].map((i) => (i < 0 ? tried.length : i))));
  const survives: FaultBudget | null = settled.at(-1)?.budget ?? null;
  if (broken >= 0) {
    const { budget, options, finding } = tried[broken];
    if (finding.verdict !== "violated") throw new InternalError("what is broken is not violated");
    return { verdict: "violated", budget, survives, least: open < 0 || open > broken, run: { trace: finding.trace, options }, ...(finding.recovery && { recovery: finding.recovery }) };
  }
  if (open >= 0) {
    const { budget, finding } = tried[open];
    return { verdict: "unknown", budget, survives, because: "because" in finding ? finding.because : [] };
  }
  const upTo = tried[tried.length - 1].budget;
  const because = [...new Set(tried.flatMap(({ finding }) => ("because" in finding ? finding.because : [])))];
  return because.length > 0 ? { verdict: "bounded", upTo, because } : { verdict: "holds", upTo };
}

/** Whether what a `reachable` asks for comes about at some budget. */
export function reachedOf(name: string, columns: readonly Column[], attempts: Attempts): Readonly<Record<string, Reached>> {
  return Object.fromEntries(columns.map((c): [string, Reached] => {
    const made = attempts.get(c.name) ?? [];
    if (made.length === 0) return [c.name, "absent"];
    const all = made.map(({ result }) => result.reached[name]);
    return [c.name, all.includes("reached") ? "reached" : all.includes("unknown") ? "unknown" : "never"];
  }));
}
