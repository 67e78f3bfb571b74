/** Quantifiers, counts and comprehensions over types, collections and ranges of integers. */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import type { Comprehend, Domain, Expr, Fold } from "../../ir/expr.ts";
import { elementType } from "../../ir/build.ts";
import { showType, type Type } from "../../ir/type.ts";
import { bind, type Context, type Env } from "./context.ts";
import { and, type Binding, exists, ff, forall, implies, intTerm, isIntTerm, ite, or, type Term } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import { as, type SymValue, termOf, termValue } from "./value.ts";

/** One way to be in a domain: some variables, what holds of them, and the value. */
export interface Member { readonly vars: readonly Binding[]; readonly where: Term; readonly value: SymValue }

/** All members of a domain; finitely many ways, each with variables. Ranges with known ends are spelt out. */
export function members(domain: Domain, env: Env, cx: Context, span: Expr["span"]): Member[] {
  const { shapes } = cx;
  switch (domain.kind) {
    case "type": return shapes.alternatives(domain.type, span);
    case "range": {
      const [from, to] = [cx.term(domain.from, env), cx.term(domain.to, env)];
      if (isIntTerm(from) && isIntTerm(to) && numberOf(to) - numberOf(from) <= 16) {
        return Array.from({ length: Math.max(0, numberOf(to) - numberOf(from)) }, (_, k) => ({ vars: [], where: "true", value: termValue(intTerm(numberOf(from) + k)) }));
      }
      const i = shapes.name("i");
      return [{ vars: [{ name: i, sort: "Int" }], where: and(`(<= ${from} ${i})`, `(< ${i} ${to})`), value: termValue(i) }];
    }
    case "elements": {
      const { type } = domain.of;
      const c = cx.evaluate(domain.of, env);
      if (type.kind === "seq") {
        const s = as("seq", c);
        if (isIntTerm(s.length)) return Array.from({ length: numberOf(s.length) }, (_, k) => ({ vars: [], where: "true", value: s.at(`${k}`) }));
        const i = shapes.name("i");
        return [{ vars: [{ name: i, sort: "Int" }], where: and(`(<= 0 ${i})`, `(< ${i} ${s.length})`), value: s.at(i) }];
      }
      const holds = membership(c, type, cx);
      return shapes.alternatives(elementType(type), span)
        .map((a) => ({ vars: a.vars, where: and(a.where, holds(a.value)), value: a.value }))
        .filter((m) => m.where !== ff);
    }
    default: return assertNever(domain);
  }
}

/** Whether a value of the element type is in a collection other than a sequence. */
function membership(c: SymValue, type: Type, cx: Context): (x: SymValue) => Term {
  switch (c.kind) {
    case "set": return c.has;
    case "bag": return (x) => `(< 0 ${c.count(x)})`;
    case "map": return (x) => as("option", c.at(x)).some;
    default:
      if (type.kind !== "majority") throw new InternalError(`elements of ${showType(type)}`);
      return (x) => cx.shapes.sorts.inMajority(type.of, termOf(c), termOf(x));
  }
}

/** Whether a value of the domain's type is in the domain. */
export function inDomain(domain: Domain, value: SymValue, env: Env, cx: Context, span: Expr["span"]): Term {
  switch (domain.kind) {
    case "type": return "true";
    case "range": return and(`(<= ${cx.term(domain.from, env)} ${termOf(value)})`, `(< ${termOf(value)} ${cx.term(domain.to, env)})`);
    case "elements": {
      const { type } = domain.of;
      if (type.kind !== "seq") return membership(cx.evaluate(domain.of, env), type, cx)(value);
      return or(...members(domain, env, cx, span).map((m) => exists(m.vars, and(m.where, cx.shapes.equal(m.value, value, type.of, span)))));
    }
    default: return assertNever(domain);
  }
}

const numberOf = (t: Term): number => Number(t.replaceAll(/[() ]/g, ""));

export function evalFold(expr: Fold, env: Env, cx: Context): SymValue {
  const all = members(expr.domain, env, cx, expr.span);
  const body = (m: Member): SymValue => cx.under(m.where, m.vars, () => cx.evaluate(expr.body, bind(env, expr.local, m.value)));
  const holds = (m: Member): Term => termOf(body(m));
  switch (expr.op) {
    case "forall": return termValue(and(...all.map((m) => forall(m.vars, implies(m.where, holds(m))))));
    case "exists": return termValue(or(...all.map((m) => exists(m.vars, and(m.where, holds(m))))));
    case "count": case "sum": {
      if (all.some((m) => m.vars.length > 0)) throw new Unsupported(`a ${expr.op} over a domain without a bound: say it with \`forall\` and \`exists\`, or use a Majority`, expr.span);
      const terms = all.map((m) => (expr.op === "count" ? ite(and(m.where, holds(m)), "1", "0") : ite(m.where, holds(m), "0")));
      return termValue(terms.length === 0 ? "0" : terms.length === 1 ? terms[0] : `(+ ${terms.join(" ")})`);
    }
    case "find": case "findIndex": throw new Unsupported("the first element with a property: say `exists` over `range(0, …)` instead", expr.span);
    default: return assertNever(expr.op);
  }
}

export function evalComprehension(expr: Comprehend, env: Env, cx: Context): SymValue {
  const { domain, span, type } = expr;
  const { shapes } = cx;
  const body = (x: SymValue): SymValue => cx.evaluate(expr.body, bind(env, expr.local, x));
  const all = members(domain, env, cx, span);
  // That the body can be evaluated everywhere is noted once, here, and not at every look-up.
  for (const m of all) cx.under(m.where, m.vars, () => body(m.value));
  const quiet = <T>(evaluate: () => T): T => cx.observe(evaluate).value;
  if (type.kind === "seq") {
    if (expr.op === "filter" || domain.kind !== "elements") throw new Unsupported("filtering a sequence", span);
    const s = as("seq", quiet(() => cx.evaluate(domain.of, env)));
    return { kind: "seq", length: s.length, at: (i) => quiet(() => body(s.at(i))) };
  }
  if (type.kind !== "set") throw new InternalError(`a comprehension of ${showType(type)}`);
  if (expr.op === "map") {
    return { kind: "set", has: (y) => or(...all.map((m) => exists(m.vars, and(m.where, shapes.equal(quiet(() => body(m.value)), y, type.of, span))))) };
  }
  return { kind: "set", has: (x) => and(quiet(() => inDomain(domain, x, env, cx, span)), quiet(() => termOf(body(x)))) };
}
