/** Prints kernel functions as WebAssembly. */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import { violationKinds } from "../../../verifier/contract/wasm-model.ts";
import { after, block, br, brIf, type Code, drop, f64, i32, i64, Label, type Local, local, loop, ret, sequence, type Statement, unreachable, when } from "../../../verifier/wasm/code.ts";
import type { Func } from "../../../verifier/wasm/module.ts";
import { add, boundsOf, isConst, type KExpr, type KFunction, konst, type KStmt } from "./kernel.ts";
import { clearSlots, copySlots, equalSlots, type Place } from "./wasm-memory.ts";

/** A function of the module, as kernel code knows it: its parameters have names, and are all i32. */
export type KernelFunc = Func<Readonly<Record<string, "i32">>, "i32" | "none">;

/** What functions of a module share. Addresses are in bytes. */
export interface WasmSurroundings {
  /** Where the bytes of the instance begin. */
  readonly base: Code<"i32">;
  /** From `base`: the first slot, and constant tables by name. */
  readonly slotsAt: number;
  readonly tableAt: (name: string) => number;
  readonly func: (name: string) => KernelFunc;
  readonly violation: (kind: number, index: number, action: number) => Statement;
  /** The row under construction: its address is computed by `rowAddress`. */
  readonly rowAddress: Code<"i32">;
  readonly words: number;
  readonly label: (action: number) => Statement;
  readonly count: Statement;
  readonly enabled: (action: number, by: Code<"i32">) => Statement;
}

/** Whether a function has a value. */
export function givesValue(body: readonly KStmt[]): boolean {
  return body.some((s) => {
    switch (s.op) {
      case "return": return s.value !== null;
      case "if": return givesValue(s.then) || givesValue(s.else);
      case "loop": case "bits": case "block": return givesValue(s.body);
      default: return false;
    }
  });
}

export function wasmBody(f: KFunction, func: KernelFunc, shared: WasmSurroundings): readonly Code[] {
  return new FunctionBody(func, shared).of(f.body);
}

class FunctionBody {
  readonly #func: KernelFunc;
  readonly #shared: WasmSurroundings;
  /** `base`, at hand. */
  readonly #base = local("i32");
  readonly #i32 = new Map<string, Local<"i32">>();
  readonly #f64 = new Map<string, Local<"f64">>();
  readonly #leave = new Map<string, Label>();
  readonly #again = new Map<string, Label>();

  constructor(func: KernelFunc, shared: WasmSurroundings) {
    this.#func = func;
    this.#shared = shared;
    for (const [name, param] of Object.entries(func.params)) this.#i32.set(name, param);
  }

  of(body: readonly KStmt[]): readonly Code[] {
    return [this.#base.set(this.#shared.base), ...this.#all(body), ...(this.#func.signature.result === "i32" ? [unreachable] : [])];
  }

  #all(body: readonly KStmt[]): Statement[] {
    return body.flatMap((s) => (s.op === "comment" ? [] : [this.#stmt(s)]));
  }

  #stmt(s: Exclude<KStmt, { op: "comment" }>): Statement {
    const shared = this.#shared;
    switch (s.op) {
      case "let": case "set": return s.ty === "num" ? this.#numLocal(s.name).set(this.#num(s.value)) : this.#i32Local(s.name).set(this.#int(s.value));
      case "store": {
        const to = this.#place(s.addr);
        return i32.store(to.address, this.#int(s.value), to.offset);
      }
      case "copy": return copySlots(this.#place(s.to), this.#place(s.from), s.slots);
      case "clear": return clearSlots(this.#place(s.at), s.slots);
      case "if": return this.#if(s.cond, this.#all(s.then), this.#all(s.else));
      case "loop": return s.ty === "num" ? this.#numLoop(s) : this.#intLoop(s);
      case "bits": return this.#bits(s);
      case "block": return block(this.#newLabel(this.#leave, s.label), this.#all(s.body));
      case "break": return br(found(this.#leave, s.label));
      case "continue": return br(found(this.#again, s.label));
      case "return": return s.value === null ? ret() : ret(this.#int(s.value));
      case "call": {
        const call = this.#call(s.fn, s.args);
        return isValue(call) ? drop(call) : (call as Statement);
      }
      case "violation": return shared.violation(violationKinds.indexOf(s.what), s.index, s.action);
      case "row": {
        const at = local("i32");
        return sequence([at.set(shared.rowAddress), ...s.words.map((w, i) => i32.store(at, this.#int(w), 4 * i))]);
      }
      case "rowFrom": return copySlots({ address: shared.rowAddress, offset: 0 }, this.#place(s.addr), shared.words);
      case "label": return shared.label(s.action);
      case "count": return shared.count;
      case "enabled": return shared.enabled(s.action, this.#int(s.count));
      default: return assertNever(s);
    }
  }

  // Control

  #if(cond: KExpr, then: readonly Statement[], otherwise: readonly Statement[]): Statement {
    if (!(cond.op === "binary" && (cond.fn === "land" || cond.fn === "lor"))) return when(this.#truth(cond), then, otherwise);
    const [end, skip] = [new Label(), new Label()];
    const first = block(skip, [...this.#unless(cond, skip), ...then, ...(otherwise.length > 0 ? [br(end)] : [])]);
    return otherwise.length === 0 ? first : block(end, [first, ...otherwise]);
  }

  /** Leaves for the label if the condition does not hold. */
  #unless(cond: KExpr, label: Label): Statement[] {
    if (cond.op === "not") return this.#ifSo(cond.arg, label);
    if (cond.op === "binary" && cond.fn === "land") return [...this.#unless(cond.left, label), ...this.#unless(cond.right, label)];
    if (cond.op !== "binary" || cond.fn !== "lor") return [brIf(label, i32.eqz(this.#truth(cond)))];
    const yes = new Label();
    return [block(yes, [...this.#ifSo(cond.left, yes), ...this.#unless(cond.right, label)])];
  }

  #ifSo(cond: KExpr, label: Label): Statement[] {
    if (cond.op === "not") return this.#unless(cond.arg, label);
    if (cond.op === "binary" && cond.fn === "lor") return [...this.#ifSo(cond.left, label), ...this.#ifSo(cond.right, label)];
    if (cond.op !== "binary" || cond.fn !== "land") return [brIf(label, this.#truth(cond))];
    const no = new Label();
    return [block(no, [...this.#unless(cond.left, no), ...this.#ifSo(cond.right, label)])];
  }

  /** `body` for as long as `more`; `next` comes before each look but the first. */
  #repeat(label: string, first: Code<"i32">, more: Code<"i32">, body: () => readonly Statement[], next: Statement): Statement {
    const again = new Label();
    const inside = [block(this.#newLabel(this.#again, label), body()), next, brIf(again, more)];
    return when(first, [loop(again, inside)]);
  }

  #intLoop(s: Extract<KStmt, { op: "loop" }>): Statement {
    const i = this.#i32Local(s.name);
    const end = local("i32");
    const to = isConst(s.to) ? this.#int(s.to) : end;
    return sequence([
      i.set(this.#int(s.from)),
      ...(isConst(s.to) ? [] : [end.set(this.#int(s.to))]),
      block(this.#newLabel(this.#leave, s.label), [this.#repeat(s.label, i32.ltS(i, to), i32.ltS(i, to), () => this.#all(s.body), i.set(i32.add(i, 1)))]),
    ]);
  }

  #numLoop(s: Extract<KStmt, { op: "loop" }>): Statement {
    const i = this.#numLocal(s.name);
    const end = local("f64");
    return sequence([
      i.set(this.#num(s.from)),
      end.set(this.#num(s.to)),
      block(this.#newLabel(this.#leave, s.label), [this.#repeat(s.label, f64.lt(i, end), f64.lt(i, end), () => this.#all(s.body), i.set(f64.add(i, 1)))]),
    ]);
  }

  #bits(s: Extract<KStmt, { op: "bits" }>): Statement {
    const i = this.#i32Local(s.name);
    const bits = local("i32");
    const position = isConst(s.base) && s.base.value === 0 ? i32.ctz(bits) : i32.add(i32.ctz(bits), this.#int(s.base));
    const body = (): Statement[] => [i.set(position), ...this.#all(s.body)];
    return sequence([
      bits.set(this.#int(s.mask)),
      block(this.#newLabel(this.#leave, s.label), [this.#repeat(s.label, bits, bits, body, bits.set(i32.and(bits, i32.sub(bits, 1))))]),
    ]);
  }

  #newLabel(labels: Map<string, Label>, name: string): Label {
    const label = new Label(name);
    labels.set(name, label);
    return label;
  }

  // Expressions

  #int(e: KExpr): Code<"i32"> {
    if (e.ty === "num") return narrow(e, (n) => this.#num(n), (i) => this.#int(i));
    switch (e.op) {
      case "const": return i32.const(e.value);
      case "local": return this.#i32Local(e.name);
      case "load": {
        const { address, offset } = this.#place(e.addr);
        return i32.load(address, offset);
      }
      case "table": {
        const { address, offset } = this.#place(e.index, this.#shared.tableAt(e.table));
        return i32.load(address, offset);
      }
      case "binary": return e.of === "num" ? this.#compareNum(e) : this.#intBinary(e);
      case "not": return i32.eqz(this.#int(e.arg));
      case "narrow": return narrow(e.arg, (n) => this.#num(n), (i) => this.#int(i));
      case "popcount": return i32.popcnt(this.#int(e.arg));
      case "select": return (plain(e.then) && plain(e.else) ? i32.select : i32.choose)(this.#truth(e.cond), this.#int(e.then), this.#int(e.else));
      case "same": return equalSlots(this.#place(e.left), this.#place(e.right), e.slots);
      case "call": {
        const call = this.#call(e.fn, e.args);
        if (!isValue(call)) throw new InternalError(`${e.fn} has no value`);
        return call;
      }
      default: throw new InternalError("a number where an i32 should be");
    }
  }

  /** Not 0 where the expression is true. */
  #truth(e: KExpr): Code<"i32"> {
    // What is compared with 0 is itself the answer.
    if (e.op === "binary" && e.fn === "ne" && e.of === "i32" && isConst(e.right) && e.right.value === 0) return this.#int(e.left);
    return this.#int(e);
  }

  #intBinary(e: Extract<KExpr, { op: "binary" }>): Code<"i32"> {
    if (e.fn === "land") return i32.choose(this.#truth(e.left), this.#bit(e.right), 0);
    if (e.fn === "lor") return i32.choose(this.#truth(e.left), 1, this.#bit(e.right));
    const [a, b] = [this.#int(e.left), this.#int(e.right)];
    switch (e.fn) {
      case "add": return i32.add(a, b);
      case "sub": return i32.sub(a, b);
      case "mul": return i32.mul(a, b);
      case "div": {
        const nonnegative = boundsOf(e.left) && (boundsOf(e.right)?.[0] ?? 0) > 0;
        return nonnegative ? i32.divU(a, b) : i32.wrap(i64.truncS(f64.floor(f64.div(f64.convertS(a), f64.convertS(b)))));
      }
      case "udiv": return i32.divU(a, b);
      case "mod": return i32.remS(a, b);
      case "min": case "max": {
        const [x, y] = [local("i32"), local("i32")];
        return after([x.set(a), y.set(b)], i32.select(e.fn === "min" ? i32.ltS(x, y) : i32.gtS(x, y), x, y));
      }
      case "eq": return i32.eq(a, b);
      case "ne": return i32.ne(a, b);
      case "lt": return i32.ltS(a, b);
      case "le": return i32.leS(a, b);
      case "and": return i32.and(a, b);
      case "or": return i32.or(a, b);
      case "xor": return i32.xor(a, b);
      case "shl": return i32.shl(a, b);
      case "shr": return i32.shrU(a, b);
      default: return assertNever(e.fn);
    }
  }

  /** 0 or 1. */
  #bit(e: KExpr): Code<"i32"> {
    return isTruth(e) ? this.#int(e) : i32.ne(this.#int(e), 0);
  }

  #compareNum(e: Extract<KExpr, { op: "binary" }>): Code<"i32"> {
    const [left, right] = [asInt(e.left), asInt(e.right)];
    if (left && right) return this.#intBinary({ ...e, of: "i32", left, right });
    const [a, b] = [this.#num(e.left), this.#num(e.right)];
    switch (e.fn) {
      case "eq": return f64.eq(a, b);
      case "ne": return f64.ne(a, b);
      case "lt": return f64.lt(a, b);
      case "le": return f64.le(a, b);
      default: throw new InternalError(`${e.fn} of numbers is no i32`);
    }
  }

  #num(e: KExpr): Code<"f64"> {
    if (e.op === "const") return f64.const(e.value);
    if (e.ty === "i32") return f64.convertS(this.#int(e));
    switch (e.op) {
      case "local": return this.#numLocal(e.name);
      case "widen": return e.arg.ty === "num" ? this.#num(e.arg) : f64.convertS(this.#int(e.arg));
      case "unsigned": return f64.convertU(this.#int(e.arg));
      case "select": return f64.choose(this.#truth(e.cond), this.#num(e.then), this.#num(e.else));
      case "binary": return this.#numBinary(e);
      default: throw new InternalError("an i32 where a number should be");
    }
  }

  #numBinary(e: Extract<KExpr, { op: "binary" }>): Code<"f64"> {
    const [a, b] = [this.#num(e.left), this.#num(e.right)];
    switch (e.fn) {
      case "add": return f64.add(a, b);
      case "sub": return f64.sub(a, b);
      case "mul": return f64.mul(a, b);
      case "div": return f64.floor(f64.div(a, b));
      case "udiv": return f64.trunc(f64.div(a, b));
      // Both are exact integers.
      case "mod": return f64.convert64S(i64.remS(i64.truncS(a), i64.truncS(b)));
      case "min": return f64.min(a, b);
      case "max": return f64.max(a, b);
      default: throw new InternalError(`${e.fn} is no number`);
    }
  }

  #call(name: string, args: readonly KExpr[]): Code<"i32" | "none"> {
    const func = this.#shared.func(name);
    const names = Object.keys(func.params);
    return func.call(Object.fromEntries(args.map((a, i) => [names[i], this.#int(a)])));
  }

  /**
   * Where a slot is, or an entry of a table that begins at `first`. The offset of an address is added without wrapping: what is added to a
   * part that may be negative belongs to the address.
   */
  #place(addr: KExpr, first = this.#shared.slotsAt): Place {
    if (isConst(addr)) return { address: this.#base, offset: first + 4 * addr.value };
    const [rest, constant] = addr.op === "binary" && addr.fn === "add" && addr.ty === "i32" && isConst(addr.right) ? [addr.left, addr.right.value] : [addr, 0];
    const offset = first + 4 * constant;
    const at = (e: KExpr): Code<"i32"> => i32.add(this.#base, i32.shl(this.#int(e), 2));
    return boundsOf(rest) && offset >= 0 ? { address: at(rest), offset } : { address: at(add(rest, konst(constant))), offset: first };
  }

  #i32Local(name: string): Local<"i32"> {
    return named(this.#i32, name, "i32");
  }
  #numLocal(name: string): Local<"f64"> {
    return named(this.#f64, name, "f64");
  }
}

const isValue = (call: Code<"i32" | "none">): call is Code<"i32"> => call.type === "i32";

function named<T extends "i32" | "f64">(locals: Map<string, Local<T>>, name: string, type: T): Local<T> {
  const known = locals.get(name) ?? local(type);
  locals.set(name, known);
  return known;
}

function found(labels: ReadonlyMap<string, Label>, name: string): Label {
  const label = labels.get(name);
  if (!label) throw new InternalError(`no label ${name}`);
  return label;
}

/** Costs nothing, and cannot go wrong. */
const plain = (e: KExpr): boolean => e.op === "const" || e.op === "local";

const isTruth = (e: KExpr): boolean =>
  e.op === "not" || e.op === "same" || (e.op === "binary" && ["eq", "ne", "lt", "le", "land", "lor"].includes(e.fn)) || (e.op === "const" && (e.value === 0 || e.value === 1));

/** The same number as an i32, where it obviously is one. */
function asInt(e: KExpr): KExpr | undefined {
  if (e.ty === "i32") return e;
  if (e.op === "widen" && e.arg.ty === "i32") return e.arg;
  if (e.op === "unsigned" && boundsOf(e.arg)) return e.arg;
  return e.op === "const" && (e.value | 0) === e.value ? konst(e.value) : undefined;
}

/** The low 32 bits of a number. */
function narrow(e: KExpr, num: (e: KExpr) => Code<"f64">, int: (e: KExpr) => Code<"i32">): Code<"i32"> {
  if (e.ty === "i32") return int(e);
  if (e.op === "const") return i32.const(e.value);
  if ((e.op === "widen" || e.op === "unsigned") && e.arg.ty === "i32") return int(e.arg);
  return i32.wrap(i64.truncS(num(e)));
}
