/** Quantifiers, counts and comprehensions over types, collections and ranges of integers. */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import type { Comprehend, Domain, Expr, Fold } from "../../ir/expr.ts";
import { domainType, elementType } from "../../ir/build.ts";
import { showType, type Type } from "../../ir/type.ts";
import { bind, type Context, type Env } from "./context.ts";
import { requireExact } from "./eval-arith.ts";
import { and, type Binding, equal, exists, ff, forall, implies, intOf, intTerm, isIntTerm, ite, le, lt, not, or, sum, type Term, tt } from "./term.ts";
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
      if (isIntTerm(from) && isIntTerm(to) && intOf(to) - intOf(from) <= 16) {
        return Array.from({ length: Math.max(0, intOf(to) - intOf(from)) }, (_, k) => ({ vars: [], where: "true", value: termValue(intTerm(intOf(from) + k)) }));
      }
      const known = shapes.sorts.values(domainType(domain));
      if (known) return known.map(({ term }) => ({ vars: [], where: and(le(from, term), lt(term, to)), value: termValue(term) })).filter((m) => m.where !== ff);
      const i = shapes.name("i");
      return [{ vars: [{ name: i, sort: "Int" }], where: and(`(<= ${from} ${i})`, `(< ${i} ${to})`), value: termValue(i) }];
    }
    case "elements": {
      const { type } = domain.of;
      const c = cx.evaluate(domain.of, env);
      if (type.kind === "seq") {
        const s = as("seq", c);
        return shapes.positions(s.length, type.max).map((p) => ({ vars: p.vars, where: p.where, value: s.at(p.index) }));
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
export function membership(c: SymValue, type: Type, cx: Context): (x: SymValue) => Term {
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

export function evalFold(expr: Fold, env: Env, cx: Context): SymValue {
  const all = members(expr.domain, env, cx, expr.span);
  const ground = all.every((m) => m.vars.length === 0);
  /** That all before did not decide yet, so that this one is evaluated. */
  const pending: Term[] = [];
  const body = (m: Member): Term => {
    const { value, failing } = cx.observe(() => termOf(cx.evaluate(expr.body, bind(env, expr.local, m.value))));
    for (const f of failing) cx.fail(exists(m.vars, and(...pending, m.where, f.when)), f.reason, f.span);
    return value;
  };
  const each = (decides: ((holds: Term) => Term) | undefined): Term[] => all.map((m) => {
    const holds = body(m);
    if (ground && decides) pending.push(implies(m.where, not(decides(holds))));
    return holds;
  });
  switch (expr.op) {
    case "forall": return termValue(and(...each(not).map((holds, i) => forall(all[i].vars, implies(all[i].where, holds)))));
    case "exists": return termValue(or(...each((t) => t).map((holds, i) => exists(all[i].vars, and(all[i].where, holds)))));
    case "count": case "sum": {
      if (!ground) throw new Unsupported(`a ${expr.op} over a domain without a bound: say it with \`forall\` and \`exists\`, or use a Majority`, expr.span);
      const total = sum(each(undefined).map((holds, i) => (expr.op === "count" ? ite(and(all[i].where, holds), "1", "0") : ite(all[i].where, holds, "0"))));
      if (expr.op === "sum") requireExact(expr, all.length, cx);
      return termValue(total);
    }
    case "find": case "findIndex": {
      if (!ground) throw new Unsupported("the first element with a property: say `exists` over `range(0, …)` instead", expr.span);
      return first(expr, all, each((t) => t), cx);
    }
    default: return assertNever(expr.op);
  }
}

/** The first member that is in the domain and has the property, or its number among those in the domain. */
function first(expr: Fold, all: readonly Member[], holds: readonly Term[], cx: Context): SymValue {
  const is = all.map((m, i) => and(m.where, holds[i]));
  if (expr.op === "findIndex") {
    const number = (i: number): Term => sum(all.slice(0, i).map((m) => ite(m.where, "1", "0")));
    return termValue(is.reduceRight((rest, t, i) => ite(t, number(i), rest), intTerm(-1)));
  }
  if (expr.type.kind !== "option") throw new InternalError("a search that always finds");
  const { type, span } = expr;
  const none: SymValue = { kind: "option", some: ff, value: cx.shapes.any(type.of, span) };
  return is.reduceRight<SymValue>((rest, t, i) => cx.shapes.ite(t, { kind: "option", some: tt, value: all[i].value }, rest, type, span), none);
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
    if (domain.kind !== "elements") throw new InternalError("a sequence of no sequence");
    if (expr.op === "filter") {
      if (all.some((m) => m.vars.length > 0)) throw new Unsupported("filtering a sequence", span);
      const kept = all.map((m) => and(m.where, quiet(() => termOf(body(m.value)))));
      const before = kept.map((_, i) => sum(kept.slice(0, i).map((t) => ite(t, "1", "0"))));
      return {
        kind: "seq", length: sum(kept.map((t) => ite(t, "1", "0"))),
        at: (i) => all.reduceRight((rest, m, k) => shapes.ite(and(kept[k], equal(before[k], i, isIntTerm)), m.value, rest, type.of, span), shapes.any(type.of, span)),
      };
    }
    const s = as("seq", quiet(() => cx.evaluate(domain.of, env)));
    return { kind: "seq", length: s.length, at: (i) => quiet(() => body(s.at(i))) };
  }
  if (type.kind !== "set") throw new InternalError(`a comprehension of ${showType(type)}`);
  if (expr.op === "map") {
    return { kind: "set", has: (y) => or(...all.map((m) => exists(m.vars, and(m.where, shapes.equal(quiet(() => body(m.value)), y, type.of, span))))) };
  }
  return { kind: "set", has: (x) => and(quiet(() => inDomain(domain, x, env, cx, span)), quiet(() => termOf(body(x)))) };
}
