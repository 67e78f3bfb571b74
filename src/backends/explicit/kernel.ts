/**
 * The kernel form: what lowering produces and the printers of JavaScript and of WebAssembly print.
 *
 * Imperative code over one flat memory of 32-bit slots. Expressions are pure. Of `land`, `lor` and `select` only the
 * sides that count are evaluated: the others may hold loads from addresses that do not exist. Truth is 0 or 1. Locals are declared by `let` and unique in their function.
 */

/** `i32`: a 32-bit integer. `num`: an exact integer within ±(2^53-1). */
export type KType = "i32" | "num";

export type KExpr =
  /** `note` says what an address or index means, for the reader. */
  | { readonly op: "const"; readonly ty: KType; readonly value: number; readonly note?: string }
  /** `steady`: never set again. `max`: the value is within 0..max. */
  | { readonly op: "local"; readonly ty: KType; readonly name: string; readonly steady?: boolean; readonly max?: number }
  /** The slot at an address. */
  | { readonly op: "load"; readonly ty: "i32"; readonly addr: KExpr; readonly max?: number }
  /** An entry of a constant table. */
  | { readonly op: "table"; readonly ty: "i32"; readonly table: string; readonly index: KExpr }
  /** Operands have the type `of`; that of the result is `ty`. */
  | { readonly op: "binary"; readonly ty: KType; readonly fn: KBinary; readonly of: KType; readonly left: KExpr; readonly right: KExpr }
  | { readonly op: "not"; readonly ty: "i32"; readonly arg: KExpr }
  /** An i32 as a num: with its sign (`widen`) or without (`unsigned`); a num within 32 bits as an i32 (`narrow`); bits set (`popcount`). */
  | { readonly op: "widen" | "unsigned"; readonly ty: "num"; readonly arg: KExpr }
  | { readonly op: "narrow" | "popcount"; readonly ty: "i32"; readonly arg: KExpr }
  | { readonly op: "select"; readonly ty: KType; readonly cond: KExpr; readonly then: KExpr; readonly else: KExpr }
  /** Whether two ranges of slots are equal. */
  | { readonly op: "same"; readonly ty: "i32"; readonly left: KExpr; readonly right: KExpr; readonly slots: number }
  /** A pure function of this module. */
  | { readonly op: "call"; readonly ty: "i32"; readonly fn: string; readonly args: readonly KExpr[] };

/**
 * add sub mul: i32 wraps, num is exact where the caller made sure. div rounds towards minus infinity, mod takes the sign of the dividend.
 * udiv: as div, where the caller knows that the dividend is not negative and the divisor positive.
 * eq ne lt le: signed. shl shr: shift counts 0..31, shr without sign. land lor: logical.
 */
export type KBinary =
  | "add" | "sub" | "mul" | "div" | "udiv" | "mod" | "min" | "max"
  | "eq" | "ne" | "lt" | "le"
  | "and" | "or" | "xor" | "shl" | "shr"
  | "land" | "lor";

export type KStmt =
  | { readonly op: "comment"; readonly text: string }
  | { readonly op: "let" | "set"; readonly ty: KType; readonly name: string; readonly value: KExpr }
  | { readonly op: "store"; readonly addr: KExpr; readonly value: KExpr }
  /** Ranges do not overlap, or are the same. */
  | { readonly op: "copy"; readonly to: KExpr; readonly from: KExpr; readonly slots: number }
  | { readonly op: "clear"; readonly at: KExpr; readonly slots: number }
  | { readonly op: "if"; readonly cond: KExpr; readonly then: readonly KStmt[]; readonly else: readonly KStmt[] }
  /** `name` runs from `from` to `to`, `to` excluded, both evaluated once; `break` leaves `label`, `continue` goes on. */
  | { readonly op: "loop"; readonly label: string; readonly name: string; readonly ty: KType; readonly from: KExpr; readonly to: KExpr; readonly body: readonly KStmt[] }
  /** `name` runs over the positions of the bits of `mask` from the lowest, plus `base`. */
  | { readonly op: "bits"; readonly label: string; readonly name: string; readonly mask: KExpr; readonly base: KExpr; readonly body: readonly KStmt[] }
  | { readonly op: "block"; readonly label: string; readonly body: readonly KStmt[] }
  | { readonly op: "break" | "continue"; readonly label: string }
  | { readonly op: "return"; readonly value: KExpr | null }
  | { readonly op: "call"; readonly fn: string; readonly args: readonly KExpr[] }
  /** Tells the sink; see `Sink.violation` of the contract. */
  | { readonly op: "violation"; readonly what: "step" | "failure" | "beyond" | "check-failure"; readonly index: number; readonly action: number }
  /** Writes the row under construction: these words, or those at an address. */
  | { readonly op: "row"; readonly words: readonly KExpr[] }
  | { readonly op: "rowFrom"; readonly addr: KExpr }
  /** Notes the action that made the row under construction, and which of its instances if that is asked for; only in models with labels. */
  | { readonly op: "label"; readonly action: number; readonly instance?: KExpr }
  /** Counts the row in, and flushes if the sink is full. */
  | { readonly op: "count" }
  /** Adds to the enabled instances of an action. */
  | { readonly op: "enabled"; readonly action: number; readonly count: KExpr };

export interface KFunction {
  readonly name: string;
  readonly doc: readonly string[];
  readonly params: readonly string[];
  readonly body: readonly KStmt[];
}

// Constructors, which fold what is known

export const konst = (value: number, note?: string): KExpr => ({
  op: "const", ty: value >= -(2 ** 31) && value < 2 ** 31 ? "i32" : "num", value, ...(note === undefined ? {} : { note }),
});
export const zero = konst(0);
export const one = konst(1);
export const klocal = (name: string, ty: KType = "i32"): KExpr => ({ op: "local", name, ty });
export const load = (addr: KExpr): KExpr => ({ op: "load", ty: "i32", addr });

/** What is known of the value of an i32: bounds that lie within 0..2^31-1. */
export function boundsOf(e: KExpr): readonly [lo: number, hi: number] | undefined {
  const within = (lo: number, hi: number): readonly [number, number] | undefined => (e.ty === "i32" && lo >= 0 && hi < 2 ** 31 ? [lo, hi] : undefined);
  switch (e.op) {
    case "const": return within(e.value, e.value);
    case "local": case "load": return e.max === undefined ? undefined : within(0, e.max);
    case "select": {
      const [a, b] = [boundsOf(e.then), boundsOf(e.else)];
      return a && b && within(Math.min(a[0], b[0]), Math.max(a[1], b[1]));
    }
    case "binary": {
      const [a, b] = [boundsOf(e.left), boundsOf(e.right)];
      if (e.fn === "add" && a && e.right.op === "const") return within(a[0] + e.right.value, a[1] + e.right.value);
      if (!a || !b) return undefined;
      if (e.fn === "add") return within(a[0] + b[0], a[1] + b[1]);
      if (e.fn === "mul") return within(a[0] * b[0], a[1] * b[1]);
      if (e.fn === "udiv" && b[0] > 0) return within(Math.floor(a[0] / b[1]), Math.floor(a[1] / b[0]));
      if (e.fn === "mod" && b[0] > 0) return within(0, Math.min(a[1], b[1] - 1));
      return undefined;
    }
    default: return undefined;
  }
}

export const isConst = (e: KExpr): e is Extract<KExpr, { op: "const" }> => e.op === "const";
const isValue = (e: KExpr, value: number): boolean => e.op === "const" && e.value === value;

export const widen = (arg: KExpr): KExpr => (arg.ty === "num" ? arg : isConst(arg) ? { ...arg, ty: "num" } : { op: "widen", ty: "num", arg });
export const narrow = (arg: KExpr): KExpr =>
  arg.ty === "i32" ? arg : isConst(arg) ? { ...arg, ty: "i32" } : arg.op === "widen" ? arg.arg : { op: "narrow", ty: "i32", arg };

const arithmetic = (fn: KBinary, left: KExpr, right: KExpr): KExpr => {
  const ty: KType = left.ty === "num" || right.ty === "num" ? "num" : "i32";
  const side = ty === "num" ? widen : (e: KExpr): KExpr => e;
  return { op: "binary", ty, fn, of: ty, left: side(left), right: side(right) };
};

/** The result of arithmetic on constants: wraps as i32 where both are. */
function folded(left: KExpr, right: KExpr, value: number, note?: string): KExpr {
  return left.ty === "i32" && right.ty === "i32" ? konst(value | 0, note) : { op: "const", ty: "num", value: value + 0 };
}

/** Sum of i32 or num. Constants gather on the right, as addresses want it. */
export function add(left: KExpr, right: KExpr): KExpr {
  if (isConst(left) && !isConst(right)) return add(right, left);
  if (isValue(right, 0)) return left;
  if (isConst(left) && isConst(right)) return folded(left, right, left.value + right.value, left.note ?? right.note);
  if (left.op === "binary" && left.fn === "add" && left.ty === "i32" && isConst(left.right) && right.ty === "i32") {
    if (isConst(right)) return add(left.left, add(left.right, right));
    return add(add(left.left, right), left.right);
  }
  if (right.op === "binary" && right.fn === "add" && right.ty === "i32" && isConst(right.right) && left.ty === "i32") return add(add(left, right.left), right.right);
  return arithmetic("add", left, right);
}
export function sub(left: KExpr, right: KExpr): KExpr {
  if (isConst(right) && right.ty === "i32" && right.value !== -(2 ** 31)) return add(left, konst(-right.value));
  return arithmetic("sub", left, right);
}
export function mul(left: KExpr, right: KExpr): KExpr {
  if (isConst(left) && !isConst(right)) return mul(right, left);
  if (isValue(right, 1)) return left;
  if (isConst(left) && isConst(right)) return folded(left, right, left.value * right.value);
  return arithmetic("mul", left, right);
}
export function div(left: KExpr, right: KExpr): KExpr {
  return isValue(right, 1) ? left : isConst(left) && isConst(right) ? folded(left, right, Math.floor(left.value / right.value)) : arithmetic("div", left, right);
}
/** `left` is not negative. */
export function udiv(left: KExpr, right: number): KExpr {
  return right === 1 ? left : isConst(left) ? konst(Math.floor(left.value / right)) : arithmetic("udiv", left, konst(right));
}
export function mod(left: KExpr, right: KExpr): KExpr {
  return isValue(right, 1) ? zero : isConst(left) && isConst(right) ? folded(left, right, left.value % right.value) : arithmetic("mod", left, right);
}
export const binary = (fn: "min" | "max" | "sub" | "add" | "mul", left: KExpr, right: KExpr): KExpr => arithmetic(fn, left, right);

export function comparison(fn: "eq" | "ne" | "lt" | "le", left: KExpr, right: KExpr): KExpr {
  if (isConst(left) && isConst(right)) {
    const [a, b] = [left.value, right.value];
    return (fn === "eq" ? a === b : fn === "ne" ? a !== b : fn === "lt" ? a < b : a <= b) ? one : zero;
  }
  const both = arithmetic(fn, left, right);
  return both.op === "binary" ? { ...both, ty: "i32" } : both;
}
export const eq = (left: KExpr, right: KExpr): KExpr => comparison("eq", left, right);
export const ne = (left: KExpr, right: KExpr): KExpr => comparison("ne", left, right);
export const lt = (left: KExpr, right: KExpr): KExpr => comparison("lt", left, right);
export const le = (left: KExpr, right: KExpr): KExpr => comparison("le", left, right);

const bitwise = (fn: KBinary, left: KExpr, right: KExpr): KExpr => ({ op: "binary", ty: "i32", fn, of: "i32", left, right });
export function and(left: KExpr, right: KExpr): KExpr {
  if (isConst(left) && isConst(right)) return konst(left.value & right.value);
  return isValue(right, -1) ? left : bitwise("and", left, right);
}
export function or(left: KExpr, right: KExpr): KExpr {
  if (isConst(left) && isConst(right)) return konst(left.value | right.value);
  return isValue(right, 0) ? left : isValue(left, 0) ? right : bitwise("or", left, right);
}
export const xor = (left: KExpr, right: KExpr): KExpr => bitwise("xor", left, right);
export function shl(left: KExpr, right: KExpr): KExpr {
  if (isConst(left) && isConst(right)) return konst(left.value << right.value);
  return isValue(right, 0) ? left : bitwise("shl", left, right);
}
export function shr(left: KExpr, right: KExpr): KExpr {
  if (isConst(left) && isConst(right)) return konst((left.value >>> right.value) | 0);
  return isValue(right, 0) ? left : bitwise("shr", left, right);
}

export function not(arg: KExpr): KExpr {
  if (isConst(arg)) return arg.value === 0 ? one : zero;
  if (arg.op === "not") return arg.arg;
  if (arg.op === "binary" && arg.fn === "eq") return { ...arg, fn: "ne" };
  if (arg.op === "binary" && arg.fn === "ne") return { ...arg, fn: "eq" };
  if (arg.op === "binary" && arg.fn === "lt") return { ...arg, fn: "le", left: arg.right, right: arg.left };
  if (arg.op === "binary" && arg.fn === "le") return { ...arg, fn: "lt", left: arg.right, right: arg.left };
  return { op: "not", ty: "i32", arg };
}
/** Logical: `right` only where `left` does not decide. */
export function land(left: KExpr, right: KExpr): KExpr {
  if (isConst(left)) return left.value === 0 ? zero : right;
  return isValue(right, 1) ? left : bitwise("land", left, right);
}
export function lor(left: KExpr, right: KExpr): KExpr {
  if (isConst(left)) return left.value === 0 ? right : one;
  return isValue(right, 0) ? left : bitwise("lor", left, right);
}
export function select(cond: KExpr, then: KExpr, otherwise: KExpr): KExpr {
  if (isConst(cond)) return cond.value === 0 ? otherwise : then;
  const ty: KType = then.ty === "num" || otherwise.ty === "num" ? "num" : "i32";
  return ty === "num"
    ? { op: "select", ty, cond, then: widen(then), else: widen(otherwise) }
    : { op: "select", ty, cond, then, else: otherwise };
}
export const kif = (cond: KExpr, then: readonly KStmt[], otherwise: readonly KStmt[] = []): KStmt => ({ op: "if", cond, then, else: otherwise });
