/**
 * Code of WebAssembly as trees: `i32.add(x, 1)` is an expression, `x.set(…)` a statement. Trees are values; the same may stand in many places.
 * Labels and locals are found when a function is written (`module.ts`).
 */
import { Bytes } from "./bytes.ts";

export type ValueType = "i32" | "i64" | "f64";
export const typeByte = { i32: 0x7f, i64: 0x7e, f64: 0x7c } as const;

/** Something that leaves a value of a type, or nothing. */
export interface Code<out T extends ValueType | "none" = ValueType | "none"> {
  readonly type: T;
  write(to: BodyWriter): void;
}
export type Statement = Code<"none">;
export type Body = readonly Statement[];

/** Where a constant may stand for an expression. */
export type Operand<T extends ValueType> = Code<T> | (T extends "i64" ? bigint : number);
export type I32 = Operand<"i32">;
export type I64 = Operand<"i64">;
export type F64 = Operand<"f64">;

/** A function body in the making. */
export class BodyWriter extends Bytes {
  readonly #labels: (Label | undefined)[] = [];
  readonly #locals: ValueType[] = [];

  /** @param params types of the parameters, which are the first locals */
  constructor(private readonly params: number, readonly atomics: boolean) {
    super();
  }

  get locals(): readonly ValueType[] {
    return this.#locals;
  }

  addLocal(type: ValueType): number {
    return this.params + this.#locals.push(type) - 1;
  }

  /** `block`, `loop` or `if`, up to and with its `end`. */
  nested(opcode: number, result: ValueType | "none", label: Label | undefined, inside: () => void): void {
    this.byte(opcode);
    this.byte(result === "none" ? 0x40 : typeByte[result]);
    this.#labels.push(label);
    inside();
    this.#labels.pop();
    this.byte(0x0b);
  }

  branch(opcode: number, label: Label): void {
    const at = this.#labels.lastIndexOf(label);
    if (at < 0) throw new Error(`a branch to ${label.name} from outside of it`);
    this.byte(opcode);
    this.unsigned(this.#labels.length - 1 - at);
  }

  all(body: Body): void {
    for (const s of body) s.write(this);
  }
}

export const make = <T extends ValueType | "none">(type: T, write: (to: BodyWriter) => void): Code<T> => ({ type, write });
const op = <T extends ValueType | "none">(type: T, opcode: number | readonly number[], ...operands: readonly Code[]): Code<T> =>
  make(type, (to) => {
    for (const o of operands) o.write(to);
    if (typeof opcode === "number") to.byte(opcode);
    else to.raw(opcode);
  });

const constant = {
  i32: (value: number): Code<"i32"> => make("i32", (to) => {
    to.byte(0x41);
    to.signed32(value);
  }),
  i64: (value: bigint): Code<"i64"> => make("i64", (to) => {
    to.byte(0x42);
    to.signed64(value);
  }),
  f64: (value: number): Code<"f64"> => make("f64", (to) => {
    to.byte(0x44);
    to.float(value);
  }),
};
export const code = <T extends ValueType>(type: T, operand: Operand<T>): Code<T> =>
  typeof operand === "object" ? operand : (constant[type] as (value: number | bigint) => Code<T>)(operand);

// Locals, and variables of the module

/** A local of the function in which it is used; parameters have their place from the beginning. */
export class Local<T extends ValueType> implements Code<T> {
  readonly #places = new WeakMap<BodyWriter, number>();

  constructor(readonly type: T, private readonly param?: number) {}

  write(to: BodyWriter): void {
    this.#access(to, 0x20);
  }
  set(value: Operand<T>): Statement {
    return make("none", (to) => {
      code(this.type, value).write(to);
      this.#access(to, 0x21);
    });
  }
  /** Sets it, and has the value. */
  tee(value: Operand<T>): Code<T> {
    return make(this.type, (to) => {
      code(this.type, value).write(to);
      this.#access(to, 0x22);
    });
  }

  #access(to: BodyWriter, opcode: number): void {
    const place = this.param ?? this.#places.get(to) ?? to.addLocal(this.type);
    if (this.param === undefined) this.#places.set(to, place);
    to.byte(opcode);
    to.unsigned(place);
  }
}
/** Zero until it is set. It needs no declaration. */
export const local = <T extends ValueType>(type: T): Local<T> => new Local(type);

export class Global<T extends ValueType> implements Code<T> {
  constructor(readonly type: T, private readonly index: number) {}

  write(to: BodyWriter): void {
    to.byte(0x23);
    to.unsigned(this.index);
  }
  set(value: Operand<T>): Statement {
    return make("none", (to) => {
      code(this.type, value).write(to);
      to.byte(0x24);
      to.unsigned(this.index);
    });
  }
}

// Control

/** Where a branch leads: behind the block, or to the beginning of the loop that has it. */
export class Label {
  constructor(readonly name = "a label") {}
}

export const block = (label: Label, body: Body): Statement => make("none", (to) => to.nested(0x02, "none", label, () => to.all(body)));
/** Runs once, and again whenever `br(label)` is reached. */
export const loop = (label: Label, body: Body): Statement => make("none", (to) => to.nested(0x03, "none", label, () => to.all(body)));
export const br = (label: Label): Statement => make("none", (to) => to.branch(0x0c, label));
export const brIf = (label: Label, cond: I32): Statement => make("none", (to) => {
  code("i32", cond).write(to);
  to.branch(0x0d, label);
});
export const when = (cond: I32, then: Body, otherwise: Body = []): Statement => make("none", (to) => {
  code("i32", cond).write(to);
  to.nested(0x04, "none", undefined, () => {
    to.all(then);
    if (otherwise.length === 0) return;
    to.byte(0x05);
    to.all(otherwise);
  });
});
export const whileTrue = (cond: I32, body: Body): Statement => {
  const again = new Label();
  return loop(again, [when(cond, [...body, br(again)])]);
};
/** Counts `i` up from `from` to below `to`, which is looked at every time; both unsigned. */
export const count = (i: Local<"i32">, from: I32, to: I32, body: Body): Statement =>
  sequence([i.set(from), whileTrue(i32.ltU(i, to), [...body, i.set(i32.add(i, 1))])]);
export const sequence = (body: Body): Statement => make("none", (to) => to.all(body));
/** The value, after the statements. */
export const after = <T extends ValueType>(body: Body, value: Code<T>): Code<T> => make(value.type, (to) => {
  to.all(body);
  value.write(to);
});
/** Evaluates one of the two. */
const choose = <T extends ValueType>(type: T) => (cond: I32, then: Operand<T>, otherwise: Operand<T>): Code<T> => make(type, (to) => {
  code("i32", cond).write(to);
  to.nested(0x04, type, undefined, () => {
    code(type, then).write(to);
    to.byte(0x05);
    code(type, otherwise).write(to);
  });
});
/** Evaluates both, without a branch. */
const select = <T extends ValueType>(type: T) => (cond: I32, then: Operand<T>, otherwise: Operand<T>): Code<T> =>
  op(type, 0x1b, code(type, then), code(type, otherwise), code("i32", cond));
export const ret = (value?: Code<ValueType>): Statement => op("none", 0x0f, ...(value ? [value] : []));
export const drop = (value: Code<ValueType>): Statement => op("none", 0x1a, value);
export const unreachable: Statement = op("none", 0x00);

// Numbers

const comparisons = { eq: 0, ne: 1, ltS: 2, ltU: 3, gtS: 4, gtU: 5, leS: 6, leU: 7, geS: 8, geU: 9 } as const;
const integerUnary = { clz: 0, ctz: 1, popcnt: 2 } as const;
const integerBinary = {
  add: 3, sub: 4, mul: 5, divS: 6, divU: 7, remS: 8, remU: 9, and: 10, or: 11, xor: 12, shl: 13, shrS: 14, shrU: 15, rotl: 16, rotr: 17,
} as const;
const floatComparisons = { eq: 0, ne: 1, lt: 2, gt: 3, le: 4, ge: 5 } as const;
const floatUnary = { abs: 0, neg: 1, ceil: 2, floor: 3, trunc: 4, nearest: 5, sqrt: 6 } as const;
const floatBinary = { add: 7, sub: 8, mul: 9, div: 10, min: 11, max: 12, copysign: 13 } as const;

type Unary<K extends PropertyKey, T extends ValueType, R extends ValueType = T> = { readonly [_ in K]: (a: Operand<T>) => Code<R> };
type Binary<K extends PropertyKey, T extends ValueType, R extends ValueType = T> = { readonly [_ in K]: (a: Operand<T>, b: Operand<T>) => Code<R> };

const each = <K extends string, F>(numbers: Record<K, number>, make: (opcode: number) => F): Record<K, F> =>
  Object.fromEntries(Object.entries<number>(numbers).map(([name, n]) => [name, make(n)])) as Record<K, F>;
const unary = <K extends string, T extends ValueType, R extends ValueType>(type: T, result: R, first: number, names: Record<K, number>): Unary<K, T, R> =>
  each(names, (n) => (a: Operand<T>) => op(result, first + n, code(type, a)));
const binary = <K extends string, T extends ValueType, R extends ValueType>(type: T, result: R, first: number, names: Record<K, number>): Binary<K, T, R> =>
  each(names, (n) => (a: Operand<T>, b: Operand<T>) => op(result, first + n, code(type, a), code(type, b)));

/** @param offset a constant that is added to the address, without wrapping */
type Load<T extends ValueType> = (address: I32, offset?: number) => Code<T>;
type Store<T extends ValueType> = (address: I32, value: Operand<T>, offset?: number) => Statement;

const place = (to: BodyWriter, align: number, offset: number): void => {
  to.unsigned(align);
  to.unsigned(offset);
};
const load = <T extends ValueType>(type: T, opcode: number, align: number): Load<T> => (address, offset = 0) => make(type, (to) => {
  code("i32", address).write(to);
  to.byte(opcode);
  place(to, align, offset);
});
const store = <T extends ValueType>(type: T, opcode: number, align: number): Store<T> => (address, value, offset = 0) => make("none", (to) => {
  code("i32", address).write(to);
  code(type, value).write(to);
  to.byte(opcode);
  place(to, align, offset);
});

/**
 * Atomic in a module with atomics; in one without, the same for a single thread, without its cost.
 * Addresses are multiples of the width.
 */
function atomicsOf<T extends "i32" | "i64">(type: T, width: 0 | 1, plain: { load: Load<T>; store: Store<T>; eq: (a: Operand<T>, b: Operand<T>) => Code<"i32"> }) {
  const align = 2 + width;
  const atomic = <R extends ValueType | "none">(result: R, opcode: number, offset: number, ...operands: Code[]): Code<R> => make(result, (to) => {
    for (const o of operands) o.write(to);
    to.byte(0xfe);
    to.unsigned(opcode + width);
    place(to, align, offset);
  });
  /** The value before; afterwards it is what `change` says. */
  const update = (opcode: number, change: (old: Code<T>, value: Code<T>) => Code<T>) => (address: I32, value: Operand<T>, offset = 0): Code<T> => make(type, (to) => {
    if (to.atomics) return atomic(type, opcode, offset, code("i32", address), code(type, value)).write(to);
    const [at, old] = [local("i32"), local(type)];
    after([at.set(address), old.set(plain.load(at, offset)), plain.store(at, change(old, code(type, value)) as Operand<T>, offset)], old).write(to);
  });
  const integer = binary(type, type, type === "i32" ? 0x67 : 0x79, integerBinary);
  return {
    load: (address: I32, offset = 0): Code<T> =>
      make(type, (to) => (to.atomics ? atomic(type, 0x10, offset, code("i32", address)) : plain.load(address, offset)).write(to)),
    store: (address: I32, value: Operand<T>, offset = 0): Statement =>
      make("none", (to) => (to.atomics ? atomic("none", 0x17, offset, code("i32", address), code(type, value)) : plain.store(address, value, offset)).write(to)),
    add: update(0x1e, (a, b) => integer.add(a as Operand<T>, b as Operand<T>)),
    or: update(0x33, (a, b) => integer.or(a as Operand<T>, b as Operand<T>)),
    exchange: update(0x41, (_, b) => b),
    /** Puts `value` where `expected` was; what was there before, in any case. */
    compareExchange: (address: I32, expected: Operand<T>, value: Operand<T>, offset = 0): Code<T> => make(type, (to) => {
      if (to.atomics) return atomic(type, 0x48, offset, code("i32", address), code(type, expected), code(type, value)).write(to);
      const [at, old] = [local("i32"), local(type)];
      after([at.set(address), old.set(plain.load(at, offset)), when(plain.eq(old as Operand<T>, expected), [plain.store(at, value, offset)])], old).write(to);
    }),
  };
}

const plain32 = { load: load("i32", 0x28, 2), store: store("i32", 0x36, 2), ...binary("i32", "i32", 0x46, comparisons) };
const plain64 = { load: load("i64", 0x29, 3), store: store("i64", 0x37, 3), ...binary("i64", "i32", 0x51, comparisons) };

export const i32 = {
  const: constant.i32,
  eqz: (a: I32): Code<"i32"> => op("i32", 0x45, code("i32", a)),
  ...unary("i32", "i32", 0x67, integerUnary),
  ...binary("i32", "i32", 0x67, integerBinary),
  ...plain32,
  load8U: load("i32", 0x2d, 0), load16U: load("i32", 0x2f, 1), store8: store("i32", 0x3a, 0), store16: store("i32", 0x3b, 1),
  wrap: (a: I64): Code<"i32"> => op("i32", 0xa7, code("i64", a)),
  /** Towards zero; what does not fit becomes the nearest that does. */
  truncS: (a: F64): Code<"i32"> => op("i32", [0xfc, 0x02], code("f64", a)),
  truncU: (a: F64): Code<"i32"> => op("i32", [0xfc, 0x03], code("f64", a)),
  choose: choose("i32"),
  select: select("i32"),
  atomic: atomicsOf("i32", 0, plain32),
};

export const i64 = {
  const: constant.i64,
  eqz: (a: I64): Code<"i32"> => op("i32", 0x50, code("i64", a)),
  ...unary("i64", "i64", 0x79, integerUnary),
  ...binary("i64", "i64", 0x79, integerBinary),
  ...plain64,
  load32U: load("i64", 0x35, 2), store32: store("i64", 0x3e, 2),
  extendS: (a: I32): Code<"i64"> => op("i64", 0xac, code("i32", a)),
  extendU: (a: I32): Code<"i64"> => op("i64", 0xad, code("i32", a)),
  truncS: (a: F64): Code<"i64"> => op("i64", [0xfc, 0x06], code("f64", a)),
  choose: choose("i64"),
  select: select("i64"),
  atomic: atomicsOf("i64", 1, plain64),
};

export const f64 = {
  const: constant.f64,
  ...unary("f64", "f64", 0x99, floatUnary),
  ...binary("f64", "f64", 0x99, floatBinary),
  ...binary("f64", "i32", 0x61, floatComparisons),
  load: load("f64", 0x2b, 3),
  store: store("f64", 0x39, 3),
  convertS: (a: I32): Code<"f64"> => op("f64", 0xb7, code("i32", a)),
  convertU: (a: I32): Code<"f64"> => op("f64", 0xb8, code("i32", a)),
  convert64S: (a: I64): Code<"f64"> => op("f64", 0xb9, code("i64", a)),
  choose: choose("f64"),
  select: select("f64"),
};

// Ranges of memory

/** Ranges may overlap. */
export const copy = (to: I32, from: I32, bytes: I32): Statement => op("none", [0xfc, 10, 0, 0], code("i32", to), code("i32", from), code("i32", bytes));
export const fill = (at: I32, byte: I32, bytes: I32): Statement => op("none", [0xfc, 11, 0], code("i32", at), code("i32", byte), code("i32", bytes));
