/** The parts of a state that expressions read and statements write. */
import type { Expr, Place } from "../../ir/expr.ts";
import { eachPartOfDomain, eachPartOfExpr, eachPartOfPlace, eachPartOfStmt, type Parts } from "../../ir/visit.ts";
import { Equations, type Tags, unify } from "./terms.ts";

export type Step = { readonly kind: "at"; readonly key: Expr } | { readonly kind: "get"; readonly field: string };

/** A field, or a part of it; of a set perhaps one element. What is inside of an option has the cell of the option. */
export interface Cell {
  readonly field: string;
  readonly path: readonly Step[];
  /** `null`: all of it. */
  readonly element: Expr | null;
}

/** The cell that an expression reads, if it is plainly one. */
export function cellOf(e: Expr): Cell | undefined {
  switch (e.kind) {
    case "state": return { field: e.field, path: [], element: null };
    case "cast": case "unwrap": return cellOf(e.value);
    case "get": return stepInto(cellOf(e.object), { kind: "get", field: e.field });
    case "at": return e.collection.type.kind === "map" ? stepInto(cellOf(e.collection), { kind: "at", key: e.key }) : undefined;
    default: return undefined;
  }
}

const stepInto = (cell: Cell | undefined, step: Step): Cell | undefined => cell && { ...cell, path: [...cell.path, step] };

/** The cell of an element of a set, or of all of its elements. */
export const elementOf = (set: Expr, element: Expr | null): Cell | undefined => {
  const cell = set.type.kind === "set" ? cellOf(set) : undefined;
  return cell && { ...cell, element };
};

/** The cell that an assignment writes, or a larger one where `whole` is false. */
export function cellOfPlace({ root, path }: Place): { readonly cell: Cell; readonly whole: boolean } {
  const steps: Step[] = [];
  let { type } = root;
  for (const step of path) {
    if (step.kind === "at" && type.kind === "map") {
      steps.push({ kind: "at", key: step.key });
      type = type.value;
    } else if (step.kind === "get" && type.kind === "record") {
      steps.push({ kind: "get", field: step.field });
      type = type.fields.find((f) => f.name === step.field)!.type;
    } else {
      // Whether there is such an element, variant or value depends on what is there.
      return { cell: { field: root.name, path: steps, element: null }, whole: false };
    }
  }
  return { cell: { field: root.name, path: steps, element: null }, whole: true };
}

/** Everything that evaluating an expression may read. */
export function cellsIn(e: Expr, found: (cell: Cell) => void): void {
  const parts: Parts = {
    expr: (part) => cellsIn(part, found),
    stmt: (s) => eachPartOfStmt(s, parts),
    domain: (d) => eachPartOfDomain(d, parts),
    place: (p) => eachPartOfPlace(p, parts),
  };
  if (e.kind === "has") {
    const cell = elementOf(e.collection, e.value);
    if (cell) {
      found(cell);
      keysIn(cell, found);
      return cellsIn(e.value, found);
    }
  }
  const cell = cellOf(e);
  if (!cell) return eachPartOfExpr(e, parts);
  found(cell);
  keysIn(cell, found);
}

/** What is read to find a cell. */
export function keysIn({ path }: Cell, found: (cell: Cell) => void): void {
  for (const step of path) if (step.kind === "at") cellsIn(step.key, found);
}

/** Whether two cells are certainly the same, by their keys. */
export function sameCell(a: Cell, b: Cell, sameKey: (x: Expr, y: Expr) => boolean): boolean {
  return a.field === b.field && a.path.length === b.path.length && a.path.every((x, i) => {
    const y = b.path[i];
    return x.kind === "at" ? y.kind === "at" && sameKey(x.key, y.key) : y.kind === "get" && x.field === y.field;
  });
}

/** What must be equal for two cells to have something in common; undefined where they never have. */
export function overlap(a: Cell, b: Cell, tags: Tags): Equations | undefined {
  if (a.field !== b.field) return undefined;
  const equations = new Equations();
  for (let i = 0; i < Math.min(a.path.length, b.path.length); i++) {
    const [x, y] = [a.path[i], b.path[i]];
    if (x.kind === "at" && y.kind === "at" && !unify(x.key, y.key, tags, equations)) return undefined;
    if (x.kind === "get" && y.kind === "get" && x.field !== y.field) return undefined;
  }
  if (a.path.length === b.path.length && a.element && b.element && !unify(a.element, b.element, tags, equations)) return undefined;
  return equations;
}
