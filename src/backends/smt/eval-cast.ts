/** The same value at another type; where it does not fit, evaluation fails. Mirrors `castable` of the builders. */
import { InternalError } from "../../base/assert-never.ts";
import type { Span } from "../../base/span.ts";
import { type Bound, sameType, setOf, showType, type Type } from "../../ir/type.ts";
import type { Context } from "./context.ts";
import { and, equal, ff, intTerm, isIntTerm, ite, lt, not, or, type Term, tt } from "./term.ts";
import { as, type SymValue, type SymVariant, termOf, termValue } from "./value.ts";

export function evalCast(value: SymValue, from: Type, to: Type, span: Span, cx: Context): SymValue {
  if (sameType(from, to)) return value;
  const { shapes } = cx;
  const nested = (v: SymValue, f: Type, t: Type): SymValue => evalCast(v, f, t, span, cx);
  if (to.kind === "option") {
    if (from.kind !== "option") return { kind: "option", some: tt, value: nested(value, from, to.of) };
    const o = as("option", value);
    if (o.some === ff) return { kind: "option", some: ff, value: shapes.any(to.of, span) };
    return { kind: "option", some: o.some, value: cx.under(o.some, [], () => nested(o.value, from.of, to.of)) };
  }
  if (from.kind === "int" && to.kind === "int") {
    const term = termOf(value);
    cx.fail(or(outside(term, from.lo, to.lo, -1), outside(term, from.hi, to.hi, 1)), "bound", span);
    return value;
  }
  if (from.kind === "enum" && to.kind === "enum") {
    const term = termOf(value);
    const is = (v: string): Term => equal(term, shapes.sorts.member(from, v), shapes.sorts.isLiteral);
    const shared = from.values.filter((v) => to.values.includes(v));
    cx.fail(and(...shared.map((v) => not(is(v)))), "bound", span);
    const rest = shared.slice(0, -1);
    return termValue(rest.reduceRight((other, v) => ite(is(v), shapes.sorts.member(to, v), other), shapes.sorts.member(to, shared[shared.length - 1] ?? to.values[0])));
  }
  if (from.kind === "record" && to.kind === "record") {
    const { fields } = as("record", value);
    return { kind: "record", fields: new Map(to.fields.map((f, i) => [f.name, nested(fields.get(f.name)!, from.fields[i].type, f.type)])) };
  }
  if (from.kind === "union" && to.kind === "union") {
    const { variants } = as("union", value);
    cx.fail(or(...from.variants.filter((v) => !to.variants.some((w) => w.tag === v.tag)).map((v) => variants.get(v.tag)!.is)), "bound", span);
    return { kind: "union", variants: new Map(to.variants.map((w): [string, SymVariant] => {
      const source = from.variants.find((v) => v.tag === w.tag);
      const given = variants.get(w.tag);
      if (!source || !given || given.is === ff) return [w.tag, { is: ff, fields: new Map(w.fields.map((f) => [f.name, shapes.any(f.type, span)])) }];
      return [w.tag, { is: given.is, fields: cx.under(given.is, [], () => new Map(w.fields.map((f, i) => [f.name, nested(given.fields.get(f.name)!, source.fields[i].type, f.type)]))) }];
    })) };
  }
  if (from.kind === "seq" && to.kind === "seq") {
    const s = as("seq", value);
    if (exceeds(from.max, to.max)) cx.fail(isIntTerm(s.length) ? constant(Number(s.length) > Number(to.max)) : `(< ${to.max} ${s.length})`, "capacity", span);
    if (sameType(from.of, to.of)) return value;
    for (const p of shapes.positions(s.length, from.max)) cx.under(p.where, p.vars, () => nested(s.at(p.index), from.of, to.of));
    return { kind: "seq", length: s.length, at: (index) => cx.observe(() => nested(s.at(index), from.of, to.of)).value };
  }
  if (from.kind === "bag" && to.kind === "bag") {
    const { count } = as("bag", value);
    if (exceeds(from.max, to.max)) cx.fail(shapes.exists(from.of, (x) => `(< ${to.max} ${count(x)})`, span), "capacity", span);
    return value;
  }
  if (from.kind === "map" && to.kind === "map") {
    const m = as("map", value);
    const inner = (t: Type): Type => (from.total ? t : { kind: "option", of: t });
    for (const a of shapes.alternatives(from.key, span)) cx.under(a.where, a.vars, () => nested(m.at(a.value), inner(from.value), inner(to.value)));
    return { kind: "map", at: (k) => cx.observe(() => nested(m.at(k), inner(from.value), inner(to.value))).value };
  }
  if (from.kind === "majority" && to.kind === "set") {
    if (!sameType(setOf(from.of), to)) throw new InternalError(`cannot cast ${showType(from)} to ${showType(to)}`);
    const quorum = termOf(value);
    return { kind: "set", has: (x) => shapes.sorts.inMajority(from.of, quorum, termOf(x)) };
  }
  throw new InternalError(`cannot cast ${showType(from)} to ${showType(to)}`);
}

const constant = (value: boolean): Term => (value ? tt : ff);

/** Whether what fits one bound may be beyond the other. A bound with a name belongs to the instance, not to the protocol: in a proof any number will do. */
function exceeds(own: Bound, bound: Bound): boolean {
  return typeof bound === "number" && (typeof own === "string" || own > bound);
}

/** Whether a value may be beyond a bound that its own type does not already keep. */
function outside(term: Term, own: number | null, bound: number | null, side: -1 | 1): Term {
  if (bound === null || (own !== null && own * side <= bound * side)) return ff;
  return side < 0 ? lt(term, intTerm(bound)) : lt(intTerm(bound), term);
}

