/** SMT-LIB 2 terms as text, simplified as they are built, so that queries stay readable and stable. */
export type Term = string;

export const tt: Term = "true";
export const ff: Term = "false";

export interface Binding { readonly name: string; readonly sort: string }

const nary = (op: "and" | "or", unit: Term, zero: Term) => (...args: Term[]): Term => {
  const parts = [...new Set(args)].filter((a) => a !== unit);
  if (parts.includes(zero)) return zero;
  if (parts.length === 0) return unit;
  return parts.length === 1 ? parts[0] : `(${op} ${parts.join(" ")})`;
};
export const and = nary("and", tt, ff);
export const or = nary("or", ff, tt);

export function not(a: Term): Term {
  if (a === tt) return ff;
  if (a === ff) return tt;
  const inner = /^\(not (.*)\)$/s.exec(a);
  return inner ? inner[1] : `(not ${a})`;
}

export function implies(a: Term, b: Term): Term {
  if (a === tt) return b;
  if (a === ff || b === tt || a === b) return tt;
  return b === ff ? not(a) : `(=> ${a} ${b})`;
}

/** Two different `literals` are different values, so their equality folds away. */
export function equal(a: Term, b: Term, literals: (t: Term) => boolean = () => false): Term {
  if (a === b) return tt;
  if (a === tt) return b;
  if (b === tt) return a;
  if (a === ff) return not(b);
  if (b === ff) return not(a);
  return literals(a) && literals(b) ? ff : `(= ${a} ${b})`;
}

export function ite(test: Term, a: Term, b: Term): Term {
  if (test === tt || a === b) return a;
  if (test === ff) return b;
  if (a === tt) return or(test, b);
  if (a === ff) return and(not(test), b);
  if (b === tt) return or(not(test), a);
  return b === ff ? and(test, a) : `(ite ${test} ${a} ${b})`;
}

export const apply = (f: string, args: readonly Term[]): Term => (args.length === 0 ? f : `(${f} ${args.join(" ")})`);

const quantifier = (op: "forall" | "exists") => (vars: readonly Binding[], body: Term): Term =>
  vars.length === 0 || body === tt || body === ff ? body : `(${op} (${vars.map((v) => `(${v.name} ${v.sort})`).join(" ")}) ${body})`;
/** Sorts are never empty, so a constant body needs no quantifier. */
export const forall = quantifier("forall");
export const exists = quantifier("exists");

export const intTerm = (n: number): Term => (n < 0 ? `(- ${-n})` : `${n}`);
export const isIntTerm = (t: Term): boolean => /^(\d+|\(- \d+\))$/.test(t);
/** Of a term that is one. */
export const intOf = (t: Term): number => Number(t.replaceAll(/[() ]/g, ""));

/** Comparison and arithmetic of integers, done at once where both are known. */
export const le = (a: Term, b: Term): Term => (isIntTerm(a) && isIntTerm(b) ? (intOf(a) <= intOf(b) ? tt : ff) : `(<= ${a} ${b})`);
export const lt = (a: Term, b: Term): Term => (isIntTerm(a) && isIntTerm(b) ? (intOf(a) < intOf(b) ? tt : ff) : `(< ${a} ${b})`);
export const plus = (a: Term, b: Term): Term => (a === "0" ? b : b === "0" ? a : isIntTerm(a) && isIntTerm(b) && Number.isSafeInteger(intOf(a) + intOf(b)) ? intTerm(intOf(a) + intOf(b)) : `(+ ${a} ${b})`);
export const minus = (a: Term, b: Term): Term => (b === "0" ? a : isIntTerm(a) && isIntTerm(b) && Number.isSafeInteger(intOf(a) - intOf(b)) ? intTerm(intOf(a) - intOf(b)) : `(- ${a} ${b})`);
export const sum = (terms: readonly Term[]): Term => {
  const some = terms.filter((t) => t !== "0");
  return some.length === 0 ? "0" : some.length === 1 ? some[0] : `(+ ${some.join(" ")})`;
};

/** Text as one component of a symbol: components joined by dots stay apart, and apart from the encoder's own symbols, which have a `!`. */
export const part = (text: string): string => (text === "" ? "%" : escaped(text, /[%|\\!.]/g));
/** The same for a name that may have dots of its own. */
export const root = (name: string): string => escaped(name, /[%|\\!]/g);

const escaped = (text: string, what: RegExp): string => text.replaceAll(what, (c) => `%${c.charCodeAt(0).toString(16)}`);

/** A symbol of SMT-LIB for a name of escaped components: quoted where needed, and never one that solvers know. */
export function symbol(name: string): string {
  if (reserved.has(name)) return `${name}%`;
  return /^[A-Za-z_][\w.!$%-]*$/.test(name) ? name : `|${name}|`;
}

/** The name without quotes. */
export const unquoted = (symbol: string): string => (symbol.startsWith("|") ? symbol.slice(1, -1) : symbol);

const reserved = new Set([
  "and", "or", "not", "xor", "implies", "iff", "if", "ite", "let", "forall", "exists", "lambda", "true", "false", "as", "par", "distinct", "match", "is", "update", "_",
  "Bool", "Int", "Real", "Array", "String", "RegLan", "Seq", "List", "Pair", "BitVec", "FloatingPoint", "RoundingMode", "FiniteSet", "Set", "Bag", "Tuple", "UnitTuple", "Unicode", "Char",
  "div", "mod", "rem", "abs", "min", "max", "divisible", "select", "store", "const", "map", "concat", "extract", "repeat", "bool", "int", "to_real", "to_int", "is_int",
  "union", "intersection", "difference", "subset", "member", "card", "complement", "insert", "head", "tail", "nil", "pi", "sin", "cos", "tan", "exp", "sqrt", "pow", "power", "root",
  "assert", "set", "push", "pop", "exit", "echo", "reset", "simplify", "eval", "display", "NUMERAL", "DECIMAL", "STRING", "BINARY", "HEXADECIMAL", "default", "ext", "iand", "at",
]);
