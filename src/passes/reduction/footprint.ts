/** What an instance of an action asks, reads and writes, with its parameters for names. */
import { eq, joined, local, need, uncast } from "../../ir/build.ts";
import type { Expr, Stmt } from "../../ir/expr.ts";
import type { Action } from "../../ir/protocol.ts";
import { exprMapper, type Mapper, rebuildExpr, rebuildStmt } from "../../ir/rebuild.ts";
import { failureOf } from "../../ir/total.ts";
import type { Type } from "../../ir/type.ts";
import { eachPartOfDomain, walkExpr, walkStmts } from "../../ir/visit.ts";
import { constantOf, type Scalar } from "../constant.ts";
import { type Cell, cellOfPlace, cellsIn, elementOf, sameCell } from "./cells.ts";
import { onSide, textOf } from "./terms.ts";

export interface Write {
  readonly cell: Cell;
  /** `add` and `delete` are of elements of a set: of `cell.element`, or of some. */
  readonly op: "add" | "delete" | "set";
  /** Of elements: their type. */
  readonly setOf?: Type;
  /** What the cell has afterwards, where that is plain. */
  readonly to: Scalar | undefined;
  /** Whether it is not undefined afterwards. */
  readonly present: boolean;
  /** Whether every step of the action does it. */
  readonly always: boolean;
  /** Whether it covers the cell, not a part of it. */
  readonly whole: boolean;
}

export interface Footprint {
  readonly action: Action;
  readonly params: readonly Expr[];
  /** True in every state in which the instance is enabled. They look at the state before the step. */
  readonly guards: readonly Expr[];
  /** Whether asking them can fail; what they read is then among the reads. */
  readonly guardsMayFail: boolean;
  /** On what else it depends what the step does, or whether it fails. */
  readonly reads: readonly Cell[];
  readonly writes: readonly Write[];
}

/** @param side tells the parameters of two instances apart */
export function footprintOf(action: Action, side: string): Footprint {
  const named = renamed(action, side);
  const reader = new Reader(named);
  return { action, params: named.params.map((p) => local(p.name, p.type, p.span)), guards: reader.guards, guardsMayFail: reader.guardsMayFail, reads: reader.reads, writes: reader.writes };
}

function renamed(action: Action, side: string): Action {
  const names = new Map(action.params.map((p) => [p.name, onSide(side, p.name)]));
  const m: Mapper = exprMapper((e, mapper) => (e.kind === "local" && names.has(e.name) ? { ...e, name: names.get(e.name)! } : rebuildExpr(e, mapper)));
  return { ...action, params: action.params.map((p) => ({ ...p, name: names.get(p.name)! })), body: action.body.map((s) => rebuildStmt(s, m)) };
}

class Reader {
  readonly guards: Expr[] = [];
  readonly guardsMayFail: boolean;
  readonly reads: Cell[] = [];
  readonly writes: Write[] = [];
  /** Values of `let`s of the leading guards, which look at the state before the step. */
  readonly #lets = new Map<string, Expr>();
  /** What is evaluated before anything is written, all of it in the state before the step. */
  readonly #asked: Expr[] = [];
  /** How many statements lead to a place only under a condition. */
  #conditions = 0;
  /** Whether some way through the statements so far ends before their end. */
  #mayHaveLeft = false;

  constructor(action: Action) {
    const body = flat(action.body);
    const rest = this.#leading(body);
    // Where a guard can fail, whether it does depends on all that is read.
    this.guardsMayFail = this.#asked.length > 0 && mayFail(joined("and", this.#asked, action.span));
    if (this.guardsMayFail) this.#asked.forEach((e) => this.#read(e));
    for (const s of rest) this.#stmt(s);
  }

  /** @returns the statements after the guards */
  #leading(body: readonly Stmt[]): readonly Stmt[] {
    for (const [i, s] of body.entries()) {
      if (s.kind === "let" && !s.mutable) {
        const value = this.#resolved(s.value);
        this.#lets.set(s.name, value);
        this.#asked.push(eq(value, value, s.span));
      } else if (s.kind === "require") {
        const cond = this.#resolved(s.cond);
        this.#asked.push(cond);
        this.guards.push(...conjunctsOf(cond));
      } else return body.slice(i);
    }
    return [];
  }

  #resolved(e: Expr): Expr {
    if (this.#lets.size === 0) return e;
    return exprMapper((part, m) => (part.kind === "local" ? (this.#lets.get(part.name) ?? part) : rebuildExpr(part, m))).expr(e);
  }

  #read(e: Expr): void {
    cellsIn(e, (cell) => this.reads.push(cell));
  }

  #stmts(body: readonly Stmt[]): void {
    for (const s of body) this.#stmt(s);
  }

  #under(body: readonly Stmt[]): void {
    this.#conditions++;
    this.#stmts(body);
    this.#conditions--;
  }

  #stmt(s: Stmt): void {
    switch (s.kind) {
      case "let": return this.#read(this.#resolved(s.value));
      case "assign": return this.#assign(s);
      case "require": return this.#read(this.#resolved(s.cond));
      case "if":
        this.#read(this.#resolved(s.cond));
        this.#under(s.then);
        return this.#under(s.else);
      case "for":
        eachPartOfDomain(s.domain, { expr: (e) => this.#read(this.#resolved(e)), stmt: () => undefined, domain: () => undefined, place: () => undefined });
        return this.#under(s.body);
      case "block": return this.#under(s.body);
      case "return": case "break": case "continue":
        this.#mayHaveLeft = true;
        return;
    }
  }

  #assign(s: Extract<Stmt, { kind: "assign" }>): void {
    const value = this.#resolved(s.value);
    const place = { ...s.place, path: s.place.path.map((step) => (step.kind === "at" ? { ...step, key: this.#resolved(step.key) } : step)) };
    if (place.root.kind === "local") {
      for (const step of place.path) if (step.kind === "at") this.#read(step.key);
      return this.#read(value);
    }
    const { cell, whole } = cellOfPlace(place);
    for (const step of place.path) if (step.kind === "at") this.#read(step.key);
    const always = this.#conditions === 0 && !this.#mayHaveLeft;
    const change = whole ? changeOf(cell, value) : undefined;
    if (change) {
      for (const part of change.reads) this.#read(part);
      this.writes.push({ cell: { ...cell, element: change.element }, op: change.op, setOf: need(value.type, "set").of, to: undefined, present: true, always: always && change.element !== null, whole: true });
      return;
    }
    this.#read(value);
    // A part of an option or sequence is there only where the rest is as it is.
    if (!whole) this.reads.push(cell);
    const plain = uncast(value);
    this.writes.push({ cell, op: "set", to: whole ? constantOf(plain) : undefined, present: whole && plain.type.kind !== "option", always, whole });
  }
}

/** What a value makes of the set that it is assigned to: some elements more, or some fewer. */
function changeOf(cell: Cell, value: Expr): { readonly op: "add" | "delete"; readonly element: Expr | null; readonly reads: readonly Expr[] } | undefined {
  const isItself = (e: Expr): boolean => {
    const own = elementOf(e, null);
    return own !== undefined && e.kind !== "cast" && sameCell(own, cell, (x, y) => textOf(x) === textOf(y));
  };
  if (value.type.kind !== "set") return undefined;
  if (value.kind === "with" && isItself(value.collection)) return { op: value.op, element: value.value, reads: [value.value] };
  if (value.kind !== "setOp") return undefined;
  if (value.op === "union" && isItself(value.left)) return { op: "add", element: null, reads: [value.right] };
  if ((value.op === "difference" || value.op === "intersection") && isItself(value.left)) return { op: "delete", element: null, reads: [value.right] };
  return undefined;
}

/** Without blocks that nothing leaves. */
function flat(body: readonly Stmt[]): readonly Stmt[] {
  return body.flatMap((s) => (s.kind === "block" && !leavesEarly(s.body) ? flat(s.body) : [s]));
}

function leavesEarly(body: readonly Stmt[]): boolean {
  let found = false;
  walkStmts(body, { stmt: (s) => void (found ||= s.kind === "return"), expr: () => false });
  return found;
}

const conjunctsOf = (e: Expr): readonly Expr[] => (e.kind === "connective" && e.op === "and" ? [...conjunctsOf(e.left), ...conjunctsOf(e.right)] : [e]);

/** Whether evaluation is not plainly safe. Arithmetic may leave what is exact where its bounds are not known. */
export function mayFail(e: Expr): boolean {
  let exact = true;
  walkExpr(e, { expr: (part) => void (exact &&= !((part.kind === "arith" || (part.kind === "fold" && part.op === "sum")) && !isBounded(part.type))) });
  return !exact || failureOf(e) !== undefined;
}

const isBounded = (type: Type): boolean => type.kind === "int" && type.lo !== null && type.hi !== null;
