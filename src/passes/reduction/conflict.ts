/** Whether a write can make a condition false, and whether conditions can be true together. */
import { boolLit, none, uncast } from "../../ir/build.ts";
import type { Domain, Expr } from "../../ir/expr.ts";
import { cannotFail } from "../../ir/cannot-fail.ts";
import { eachPartOfDomain } from "../../ir/visit.ts";
import { constantOf, type Scalar } from "../constant.ts";
import { type Cell, cellOf, cellsIn, elementOf, keysIn, overlap, sameCell } from "./cells.ts";
import type { Write } from "./footprint.ts";
import { type Equations, isGround, type Tags, textOf } from "./terms.ts";

/** Told every way in which it may be: what must be equal for it. */
type Found = (equations: Equations) => void;

/** A write of an action, and what is true before it. */
export interface Writing {
  readonly write: Write;
  readonly guards: readonly Expr[];
  /** Of its side and of that of the condition. */
  readonly tags: Tags;
}

/** Tells how a write can make `e`, which is `truth`, the opposite. Without `truth`, how it can change what `e` comes to. */
export function ways(e: Expr, truth: boolean, by: Writing, found: Found): void {
  const again = (part: Expr, same = true): void => ways(part, same ? truth : !truth, by, found);
  switch (e.kind) {
    case "literal": case "local": return;
    case "not": return again(e.arg, false);
    case "connective":
      again(e.left, e.op !== "implies");
      return again(e.right);
    case "fold":
      if (e.op !== "forall" && e.op !== "exists") break;
      again(e.body);
      return ofDomain(e.domain, e.op === "exists" ? truth : !truth, by, found);
    case "if":
      anyWay(e.cond, by, found);
      again(e.then);
      return again(e.else);
    case "has": {
      const cell = elementOf(e.collection, e.value);
      if (!cell) break;
      anyWay(e.value, by, found);
      return ofElement(cell, truth, by, found);
    }
    case "subset": {
      const [left, right] = [elementOf(e.left, null), elementOf(e.right, null)];
      if (left) ofElement(left, !truth, by, found);
      else anyWay(e.left, by, found);
      if (right) ofElement(right, truth, by, found);
      else anyWay(e.right, by, found);
      return;
    }
    case "eq": case "isNone": {
      const [left, right] = e.kind === "eq" ? [e.left, e.right] : [e.value, none(uncast(e.value).type, e.span)];
      const [a, b] = [constantOf(uncast(left)), constantOf(uncast(right))];
      const [part, value] = a === undefined ? [left, b] : [right, a];
      const cell = cannotFail(part) ? cellOf(part) : undefined;
      if (!cell || value === undefined) break;
      return ofValue(cell, value, truth, by, found);
    }
    default: {
      const cell = e.type.kind === "bool" && cannotFail(e) ? cellOf(e) : undefined;
      if (cell) return ofValue(cell, true, truth, by, found);
    }
  }
  anyWay(e, by, found);
}

/** Every way in which a write can change what an expression comes to. */
export function anyWay(e: Expr, by: Writing, found: Found): void {
  cellsIn(e, (cell) => onCell(cell, by, found));
}

export function onCell(cell: Cell, { write, tags }: Writing, found: Found): void {
  const equations = overlap(cell, write.cell, tags);
  if (equations) found(equations);
}

/** An element more in a domain can make an `exists` true and a `forall` false. */
function ofDomain(domain: Domain, truth: boolean, by: Writing, found: Found): void {
  const cell = domain.kind === "elements" ? elementOf(domain.of, null) : undefined;
  if (cell) return ofElement(cell, truth, by, found);
  const expr = (e: Expr): void => anyWay(e, by, found);
  eachPartOfDomain(domain, { expr, stmt: () => undefined, domain: () => undefined, place: () => undefined });
}

function ofElement(cell: Cell, isIn: boolean, by: Writing, found: Found): void {
  keysIn(cell, (key) => onCell(key, by, found));
  const { op } = by.write;
  if (op === (isIn ? "add" : "delete")) return;
  onCell(cell, by, found);
}

/** Whether the cell has this very value. */
function ofValue(cell: Cell, value: Scalar, truth: boolean, by: Writing, found: Found): void {
  keysIn(cell, (key) => onCell(key, by, found));
  const { write } = by;
  const same = write.whole && write.op === "set" && write.cell.path.length === cell.path.length;
  if (same) {
    const makesIt = write.to === undefined ? (value === null && write.present ? false : undefined) : write.to === value;
    // What it is to become it already was, or will not be.
    if (makesIt === truth || hadValue(by, value) === !truth) return;
  }
  onCell(cell, by, found);
}

/** Whether the cell that is written has a value before, as far as the guards say. */
function hadValue({ write, guards }: Writing, value: Scalar): boolean | undefined {
  for (const g of guards) {
    const test = testOf(g);
    if (!test || !sameCell(test.cell, write.cell, (x, y) => isGround(x) && textOf(x) === textOf(y))) continue;
    if (test.truth) return test.value === value;
    if (test.value === value) return false;
  }
  return undefined;
}

/** A guard that compares a cell with a constant. */
export function testOf(g: Expr): { readonly cell: Cell; readonly value: Scalar; readonly truth: boolean } | undefined {
  if (g.kind === "not") {
    const inner = testOf(g.arg);
    return inner && { ...inner, truth: !inner.truth };
  }
  if (g.kind === "isNone") {
    const cell = cellOf(g.value);
    return cell && { cell, value: null, truth: true };
  }
  if (g.kind !== "eq") {
    const cell = g.type.kind === "bool" ? cellOf(g) : undefined;
    return cell && { cell, value: true, truth: true };
  }
  const [a, b] = [constantOf(uncast(g.left)), constantOf(uncast(g.right))];
  const [cell, value] = a === undefined ? [cellOf(g.left), b] : [cellOf(g.right), a];
  return cell && value !== undefined ? { cell, value, truth: true } : undefined;
}

/** The tags that guards say parameters have. */
export function tagsOf(guards: readonly Expr[]): Tags {
  return new Map(guards.flatMap((g): [string, string][] => {
    if (g.kind !== "eq") return [];
    const [a, b] = [uncast(g.left), uncast(g.right)];
    const [tag, value] = a.kind === "tag" ? [a, constantOf(b)] : [b, constantOf(a)];
    return tag.kind === "tag" && typeof value === "string" ? [[textOf(tag.object), value]] : [];
  }));
}

/** Whether conditions are plainly not all true where terms are equal as told. */
export function exclude(conditions: readonly Expr[], equations: Equations): boolean {
  const facts = new Facts(equations);
  for (const c of conditions) facts.add(c, true);
  return facts.contradiction;
}

class Facts {
  contradiction = false;
  readonly #truths = new Map<string, boolean>();
  readonly #values = new Map<string, Scalar>();

  constructor(private readonly equations: Equations) {}

  add(e: Expr, truth: boolean): void {
    const text = (part: Expr): string => this.equations.textOf(part);
    switch (e.kind) {
      case "not": return this.add(e.arg, !truth);
      case "connective":
        if (truth !== (e.op === "and")) return this.note(text(e), truth);
        this.add(e.left, e.op === "implies" ? !truth : truth);
        return this.add(e.right, truth);
      case "compare": {
        // a <= b is !(b < a).
        const [a, b] = e.op === "lt" ? [text(e.left), text(e.right)] : [text(e.right), text(e.left)];
        const isLess = e.op === "lt" ? truth : !truth;
        this.note(`${a} < ${b}`, isLess);
        if (!isLess) return;
        this.note(`${b} < ${a}`, false);
        return this.note(equality(a, b), false);
      }
      case "eq": return this.equal(e.left, e.right, truth, text);
      case "isNone": return this.equal(e.value, none(uncast(e.value).type, e.span), truth, text);
      default:
        if (e.type.kind === "bool" && e.kind === "literal") this.contradiction ||= e.value !== truth;
        return this.equal(e, boolLit(true, e.span), truth, text);
    }
  }

  private equal(left: Expr, right: Expr, truth: boolean, text: (e: Expr) => string): void {
    const [a, b] = [text(left), text(right)];
    const [x, y] = [this.equations.constantOf(left), this.equations.constantOf(right)];
    if (x !== undefined && y !== undefined) {
      this.contradiction ||= (x === y) !== truth;
      return;
    }
    if (a === b && !truth) this.contradiction = true;
    if (truth) {
      this.note(`${a} < ${b}`, false);
      this.note(`${b} < ${a}`, false);
    }
    this.note(equality(a, b), truth);
    for (const [of, is] of [[a, y], [b, x]] as const) {
      if (is === undefined || !truth) continue;
      const known = this.#values.get(of);
      this.contradiction ||= known !== undefined && known !== is;
      this.#values.set(of, is);
    }
  }

  private note(text: string, truth: boolean): void {
    const known = this.#truths.get(text);
    this.contradiction ||= known !== undefined && known !== truth;
    this.#truths.set(text, truth);
  }
}

const equality = (a: string, b: string): string => (a < b ? `${a} = ${b}` : `${b} = ${a}`);
