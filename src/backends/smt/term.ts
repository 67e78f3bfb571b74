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

/** A symbol that SMT-LIB accepts whatever the name holds: quoted where needed. */
export function symbol(name: string): string {
  return /^[A-Za-z_][\w.!$-]*$/.test(name) && !reserved.has(name) ? name : `|${name.replaceAll(/[|\\]/g, "_")}|`;
}

const reserved = new Set([
  "and", "or", "not", "ite", "let", "forall", "exists", "true", "false", "as", "par", "assert", "distinct", "xor", "Bool", "Int", "Real", "Array",
  "div", "mod", "abs", "select", "store", "is", "BINARY", "DECIMAL", "HEXADECIMAL", "NUMERAL", "STRING", "match", "implies", "min", "max", "bool", "int",
]);
