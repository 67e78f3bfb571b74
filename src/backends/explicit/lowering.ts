/** Writes the body of one function: statements into the block at hand, values as operands. */
import { InternalError } from "../../base/assert-never.ts";
import type { Span } from "../../base/span.ts";
import type { Expr, Stmt } from "../../ir/expr.ts";
import type { FailureReason } from "../../ir/protocol.ts";
import { type IntType, type OptionType, showType, type Type, type UnionType } from "../../ir/type.ts";
import { assume, casesOf, type Facts, pathKey } from "./facts.ts";
import {
  add, boundsOf, isConst, type KExpr, kif, klocal, konst, type KStmt, type KType, lt, load, narrow, not, sub, lor, widen, zero,
} from "./kernel.ts";
import { uniqueName } from "./names.ts";
import { type IntOperand, type MemoryOperand, type Operand, rangeOf } from "./operand.ts";
import type { Program } from "./program.ts";
import { int32Max, int32Min, type Shapes, slotRange } from "./shapes.ts";

/** Where the function finds its states, and what becomes of a failure. */
export interface Surroundings {
  readonly now: KExpr;
  readonly next: KExpr | null;
  /** Whether the state at `now` keeps its contents while the function runs. */
  readonly stableState: (field: string) => boolean;
  /** Ends the function (or the instance at hand) after telling of a failure. */
  readonly fail: (site: number) => readonly KStmt[];
  /** Told where a state field is written: from an address, so many slots. */
  readonly wrote?: (field: string, addr: KExpr, slots: number) => void;
}

/** How the files that know about one group of nodes call back for their parts. */
export interface Rules {
  /** @param dest an address that the value may be built at, if it takes several slots; nothing else may be stored there. */
  expr(cx: Lowering, expr: Expr, dest?: KExpr): Operand;
  stmts(cx: Lowering, body: readonly Stmt[]): void;
  /** Writes the value with an index. */
  decode(cx: Lowering, type: Type, index: KExpr, dest: KExpr): void;
}

/** Where `break` and `continue` lead. */
export interface LoopLabels {
  readonly leave: string;
  readonly again: string;
}

/** Where `return`, `break` and `continue` lead. */
export interface Exits {
  /** Takes the value of a `return`. */
  readonly result: ((value: Operand, span: Span) => void) | null;
  readonly returnLabel: string;
  readonly loop: LoopLabels | null;
  /** What a failed `require` does. */
  readonly blocked: () => readonly KStmt[];
}

export class Lowering {
  readonly program: Program;
  readonly shapes: Shapes;
  readonly rules: Rules;
  surroundings: Surroundings;
  exits: Exits | null = null;
  readonly locals = new Map<string, Operand>();
  /** Names of locals that may be assigned. */
  readonly mutables = new Set<string>();
  #facts: Facts = new Map();
  readonly #taken = new Set<string>();
  #out: KStmt[] = [];
  #failures = 0;

  constructor(program: Program, rules: Rules, surroundings: Surroundings) {
    this.program = program;
    this.shapes = program.layout.shapes;
    this.rules = rules;
    this.surroundings = surroundings;
  }

  // Blocks

  emit(...stmts: readonly KStmt[]): void {
    this.#out.push(...stmts);
  }

  /** What `write` emits, apart. */
  capture(write: () => void): KStmt[] {
    const outer = { out: this.#out, facts: this.#facts };
    const inner: KStmt[] = [];
    this.#out = inner;
    write();
    this.#out = outer.out;
    this.#facts = outer.facts;
    return inner;
  }

  /** The names given so far. */
  names(): ReadonlySet<string> {
    return new Set(this.#taken);
  }

  label(hint: string): string {
    return uniqueName(hint, this.#taken, this.program.globals);
  }

  if(cond: KExpr, then: () => void, otherwise: () => void = () => {}): void {
    if (isConst(cond)) {
      if (cond.value === 0) otherwise();
      else then();
      return;
    }
    const thenBody = this.capture(then);
    const elseBody = this.capture(otherwise);
    if (thenBody.length > 0) this.emit(kif(cond, thenBody, elseBody));
    else if (elseBody.length > 0) this.emit(kif(not(cond), elseBody));
  }

  /** `if` on an expression, with what it says known inside. */
  ifExpr(cond: Expr, then: () => void, otherwise: () => void): void {
    this.if(this.truth(cond), this.#knowing(cond, true, then), this.#knowing(cond, false, otherwise));
  }

  #knowing(cond: Expr, value: boolean, write: () => void): () => void {
    return () => {
      this.assume(cond, value);
      write();
    };
  }

  /** From here to the end of the block, `cond` is known to be `value`. */
  assume(cond: Expr, value: boolean): void {
    this.#facts = assume(this.#facts, cond, value, (e) => this.#pathKey(e));
  }

  #pathKey(e: Expr): string | undefined {
    const steady = (field: string): boolean => this.surroundings.stableState(field);
    return pathKey(e, (root) => (root.kind === "local" ? !this.mutables.has(root.name) : root.when === "next" || steady(root.field)));
  }

  /** The cases (see `Facts`) that the value of an expression may be of. */
  casesOf(expr: Expr, type: UnionType | OptionType): ReadonlySet<number> {
    const key = this.#pathKey(expr);
    return (key === undefined ? undefined : this.#facts.get(key)) ?? casesOf(type);
  }

  /** Counts from `from` to `to`, excluded. */
  loop(hint: string, from: KExpr, to: KExpr, body: (i: KExpr, labels: LoopLabels) => void): void {
    const name = this.label(hint);
    const label = this.label(`each_${hint}`);
    const ty: KType = from.ty === "num" || to.ty === "num" ? "num" : "i32";
    const i: KExpr = { op: "local", ty, name, steady: true, ...(boundsOf(from) && to.op === "const" && to.ty === "i32" ? { max: Math.max(0, to.value - 1) } : {}) };
    this.emit({ op: "loop", label, name, ty, from, to, body: this.capture(() => body(i, { leave: label, again: label })) });
  }

  /** Runs over the set bits of a word. */
  bits(hint: string, mask: KExpr, base: KExpr, max: number, body: (i: KExpr, labels: LoopLabels) => void): void {
    const name = this.label(hint);
    const label = this.label(`each_${hint}`);
    this.emit({ op: "bits", label, name, mask, base, body: this.capture(() => body({ op: "local", ty: "i32", name, steady: true, max }, { leave: label, again: label })) });
  }

  // Locals and memory

  /** A new local that holds `value` for now. */
  let(hint: string, value: KExpr): KExpr {
    const name = this.label(hint);
    this.emit({ op: "let", ty: value.ty, name, value });
    return klocal(name, value.ty);
  }

  /** `value` such that naming it twice does not compute it twice, and later writes do not change it. */
  once(hint: string, value: KExpr): KExpr {
    if (value.op === "const" || (value.op === "local" && value.steady)) return value;
    const local = this.let(hint, value);
    const bounds = boundsOf(value);
    return local.op === "local" ? { ...local, steady: true, ...(bounds ? { max: bounds[1] } : {}) } : local;
  }

  set(local: KExpr, value: KExpr): void {
    if (local.op !== "local") throw new InternalError("assignment to something that is not a local");
    this.emit({ op: "set", ty: local.ty, name: local.name, value: local.ty === "num" ? widen(value) : narrow(value) });
  }

  store(addr: KExpr, value: KExpr): void {
    this.emit({ op: "store", addr, value });
  }

  copy(to: KExpr, from: KExpr, slots: number): void {
    if (!sameAddress(to, from)) this.emit({ op: "copy", to, from, slots });
  }

  clear(at: KExpr, slots: number): void {
    if (slots > 0) this.emit({ op: "clear", at, slots });
  }

  temp(type: Type): KExpr {
    return konst(this.program.allocate(this.shapes.of(type).slots));
  }

  // Failures

  fail(reason: FailureReason, span: Span): void {
    this.#failures++;
    this.emit(...this.surroundings.fail(this.program.failureSite(reason, span)));
  }

  failIf(cond: KExpr, reason: FailureReason, span: Span): void {
    this.if(cond, () => this.fail(reason, span));
  }

  /** Notes whether the body of a loop can fail. */
  noting(loop: Expr | Stmt, body: () => void): void {
    const before = this.#failures;
    body();
    this.program.noteLoop(loop, this.#failures === before);
  }

  // Operands

  expr(expr: Expr, dest?: KExpr): Operand {
    return this.rules.expr(this, expr, dest);
  }

  /** The value of a boolean, 0 or 1. */
  truth(expr: Expr): KExpr {
    return this.rawOf(this.expr(expr), expr.span);
  }

  int(expr: Expr): IntOperand {
    const v = this.expr(expr);
    if (v.rep !== "int") throw new InternalError(`expected an integer, got ${showType(v.type)}`);
    return v;
  }

  intOperand(type: IntType, value: KExpr, lo: number, hi: number): IntOperand {
    return { rep: "int", type, value: lo >= int32Min && hi <= int32Max ? narrow(value) : value, lo, hi };
  }

  /** A value of one slot from the contents of the slot. */
  fromRaw(type: Type, raw: KExpr): Operand {
    if (type.kind !== "int") return { rep: "raw", type, raw };
    const { lo, hi } = slotRange(type);
    if (lo >= int32Min && hi <= int32Max) return { rep: "int", type, value: add(raw, konst(lo)), lo, hi };
    return { rep: "int", type, value: add({ op: "unsigned", ty: "num", arg: raw }, konst(lo)), lo, hi };
  }

  /** The contents of the slot of a value of one slot. Fails with `bound` where an integer does not fit one. */
  rawOf(v: Operand, span: Span): KExpr {
    switch (v.rep) {
      case "raw": return v.raw;
      case "int": return this.#rawOfInt(v, span);
      case "memory": return load(v.addr);
      case "index": throw new InternalError(`an index for a value of one slot: ${showType(v.type)}`);
    }
  }

  #rawOfInt(v: IntOperand, span: Span): KExpr {
    const { lo, hi } = slotRange(v.type);
    const checked = this.within(v, lo, hi, span);
    if (lo >= int32Min && hi <= int32Max) return add(narrow(checked.value), konst(-lo | 0));
    return narrow(sub(widen(checked.value), konst(lo)));
  }

  /** Fails with `bound` unless lo <= v <= hi. */
  within(v: IntOperand, lo: number, hi: number, span: Span): IntOperand {
    if (v.lo >= lo && v.hi <= hi) return v;
    const value = this.once("value", v.value);
    const low = v.lo < lo ? lt(value, konst(lo)) : zero;
    const high = v.hi > hi ? lt(konst(hi), value) : zero;
    this.failIf(lor(low, high), "bound", span);
    return this.intOperand(v.type, value, Math.max(lo, v.lo), Math.min(hi, v.hi));
  }

  /** The value whose slots are all 0: undefined, the empty set, the least integer. */
  zeroOf(type: Type, dest?: KExpr): Operand {
    if (this.shapes.isScalar(type)) return this.fromRaw(type, zero);
    if (dest) this.clear(dest, this.shapes.of(type).slots);
    return { rep: "memory", type, addr: dest ?? this.temp(type), stable: dest === undefined };
  }

  load(type: Type, addr: KExpr, stable: boolean): Operand {
    return this.shapes.isScalar(type) ? this.fromRaw(type, this.loadSlot(type, addr)) : { rep: "memory", type, addr: this.pin(addr), stable };
  }

  /** The slot of a value of one slot, with what its type says of it. */
  loadSlot(type: Type, addr: KExpr): KExpr {
    const [max] = this.shapes.of(type).maxima;
    return { op: "load", ty: "i32", addr, ...(max <= int32Max ? { max } : {}) };
  }

  /** An address that no store changes, however often it is computed. */
  pin(addr: KExpr): KExpr {
    return readsMemory(addr) ? this.let("at", addr) : addr;
  }

  state(field: string, when: "now" | "next"): Operand {
    const { now, next, stableState } = this.surroundings;
    const base = when === "now" ? now : next;
    if (base === null) throw new InternalError("the next state is read outside a step property");
    return this.load(this.program.field(field).field.type, this.program.fieldAddress(field, base), when === "next" || stableState(field));
  }

  storeOperand(addr: KExpr, v: Operand, span: Span): void {
    if (this.shapes.isScalar(v.type)) this.store(addr, this.rawOf(v, span));
    else if (v.rep === "index") this.rules.decode(this, v.type, v.index, addr);
    else if (v.rep === "memory") this.copy(addr, v.addr, this.shapes.of(v.type).slots);
    else throw new InternalError(`a scalar of a wide type ${showType(v.type)}`);
  }

  /** Evaluates right into memory, which the expression does not read. */
  exprInto(expr: Expr, addr: KExpr): void {
    this.storeOperand(addr, this.expr(expr, addr), expr.span);
  }

  /** The value in memory; only for values of several slots. */
  memory(v: Operand): MemoryOperand {
    if (v.rep === "memory") return v;
    if (v.rep !== "index") throw new InternalError(`expected a value of several slots, got ${showType(v.type)}`);
    const addr = this.temp(v.type);
    this.rules.decode(this, v.type, v.index, addr);
    return { rep: "memory", type: v.type, addr, stable: true };
  }

  /** A part of a value that lies at a slot offset, at a type of its own. For one-slot values the offset is 0. */
  part(v: Operand, offset: KExpr, type: Type, span: Span): Operand {
    if (v.rep === "raw" || v.rep === "int") return this.fromRaw(type, this.rawOf(v, span));
    const { addr, stable } = this.memory(v);
    return this.load(type, add(addr, offset), stable);
  }

  /** A value that no later write changes and that is cheap to name again. */
  hold(hint: string, v: Operand): Operand {
    switch (v.rep) {
      case "int": return { ...v, value: this.once(hint, v.value) };
      case "raw": return { ...v, raw: this.once(hint, v.raw) };
      case "index": return { ...v, index: this.once(hint, v.index) };
      case "memory": {
        if (v.stable) return { ...v, addr: v.addr.op === "const" ? v.addr : this.let(hint, v.addr) };
        const addr = this.temp(v.type);
        this.copy(addr, v.addr, this.shapes.of(v.type).slots);
        return { ...v, addr, stable: true };
      }
    }
  }

  /** A variable of this type, at first undefined: a local for a value of one slot, memory otherwise. */
  variable(hint: string, type: Type, initial: Operand | null, span: Span): Operand {
    if (!this.shapes.isScalar(type)) {
      const addr = this.temp(type);
      if (initial) this.storeOperand(addr, initial, span);
      return { rep: "memory", type, addr, stable: false };
    }
    if (type.kind !== "int") return { rep: "raw", type, raw: this.let(hint, initial ? this.rawOf(initial, span) : zero) };
    const { lo, hi } = rangeOf(type);
    const start = initial?.rep === "int" ? initial.value : zero;
    return { rep: "int", type, lo, hi, value: this.let(hint, lo >= int32Min && hi <= int32Max ? narrow(start) : widen(start)) };
  }

  /** Assigns to what `variable` gave. */
  assignVariable(variable: Operand, value: Operand, span: Span): void {
    if (variable.rep === "memory") this.storeOperand(variable.addr, value, span);
    else if (variable.rep === "int" && value.rep === "int") this.set(variable.value, value.value);
    else if (variable.rep === "raw") this.set(variable.raw, this.rawOf(value, span));
    else throw new InternalError("assignment of a value of another representation");
  }
}

/** Whether the value of an expression depends on what is in memory. */
export function readsMemory(e: KExpr): boolean {
  switch (e.op) {
    case "const": case "local": return false;
    case "load": case "same": case "call": return true;
    case "table": return readsMemory(e.index);
    case "binary": return readsMemory(e.left) || readsMemory(e.right);
    case "select": return readsMemory(e.cond) || readsMemory(e.then) || readsMemory(e.else);
    case "not": case "widen": case "unsigned": case "narrow": case "popcount": return readsMemory(e.arg);
  }
}

const sameAddress = (a: KExpr, b: KExpr): boolean => JSON.stringify(stripped(a)) === JSON.stringify(stripped(b));

const stripped = (e: KExpr): unknown =>
  e.op === "const" ? e.value : e.op === "binary" ? [e.fn, stripped(e.left), stripped(e.right)] : e;

