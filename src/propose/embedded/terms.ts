/** Values that the state holds, as terms: what one compares with another, and what stands where a variable could. */
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import { printExpr } from "../../ir/print.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { freeLocals, substitute } from "../../ir/substitute.ts";
import { sameType, type Type } from "../../ir/type.ts";
import { walkProtocol } from "../../ir/visit.ts";
import { total } from "./total.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** At most so many; where there are more, those of the first fields. */
const most = 60;

/** Integers and values of sorts in the fields, at variables. They may be missing. */
export function termsOf({ state, span }: Protocol, vocabulary: Vocabulary): Expr[] {
  const within = (value: Expr, type: Type): Expr[] => {
    switch (type.kind) {
      case "sort": case "int": return [value];
      case "option": return within(b.unwrap(value, span), type.of);
      case "record": return type.fields.flatMap((f) => within(b.get(value, f.name, span), f.type));
      case "union": return [...new Set(type.variants.flatMap((v) => v.fields.map((f) => f.name)))].flatMap((name) => within(b.get(value, name, span), b.fieldType(type, name)!));
      case "map": return vocabulary.elements(type.key).flatMap((key) => within(type.total ? b.at(value, key, span) : b.unwrap(b.lookup(value, key, span), span), type.value));
      case "bool": case "enum": case "majority": case "set": case "bag": case "seq": return [];
    }
  };
  return state.flatMap((f) => within(b.stateRead(f.name, f.type, "now", span), f.type)).slice(0, most);
}

/** Which of two integers or values of one order is the greater; for integers also by how much, as far as the protocol counts on. */
export function comparisons(protocol: Protocol, terms: readonly Expr[], vocabulary: Vocabulary): Expr[] {
  const steps = stepsOf(protocol);
  return terms.flatMap((x, i) => terms.slice(i + 1).flatMap((y) => {
    if (x.type.kind === "int" && y.type.kind === "int") return [...compared(x, y), ...steps.flatMap((n) => [...differing(x, y, n), ...differing(y, x, n)])];
    return x.type.kind === "sort" && sameType(x.type, y.type) && vocabulary.ordered(x.type) ? compared(x, y) : [];
  })).flatMap((e) => total(e) ?? []);
}

const compared = (x: Expr, y: Expr): Expr[] => [b.eq(x, y, x.span), b.compare("lt", x, y, x.span), b.compare("lt", y, x, x.span)];

/** `x` is `y` and `n` more, or more than that. */
function differing(x: Expr, y: Expr, n: number): Expr[] {
  const more = b.arith("add", y, b.intLit(n, y.span), y.span);
  return [b.eq(x, more, x.span), b.compare("lt", more, x, x.span)];
}

/** What the protocol adds to integers, or takes away. */
function stepsOf(protocol: Protocol): number[] {
  const found = new Set<number>();
  walkProtocol(protocol, {
    expr: (e) => {
      if (e.kind === "arith" && (e.op === "add" || e.op === "sub") && e.right.kind === "literal" && typeof e.right.value === "number") found.add(Math.abs(e.right.value));
    },
  });
  return [...found].filter((n) => n > 0).toSorted((a, b) => a - b).slice(0, 2);
}

/** Atoms with a term in place of one variable: `has[owner]` for `has[node]`. */
export function withTerms(atoms: readonly Expr[], terms: readonly Expr[], { variables }: Vocabulary): Expr[] {
  return atoms.flatMap((atom) => {
    const free = freeLocals(atom);
    return variables.filter((v) => free.has(v.name)).flatMap((v) => terms.flatMap((t) => {
      if (!sameType(t.type, v.type) || printExpr(atom).includes(printExpr(t))) return [];
      return total(substitute(atom, new Map([[v.name, t]]))) ?? [];
    }));
  });
}
