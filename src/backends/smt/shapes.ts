/** Type-directed operations on symbolic values: making them of fresh symbols, comparing, merging, ranging over all of a type. */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import type { Span } from "../../base/span.ts";
import { type Bound, type IntType, showType, type Type } from "../../ir/type.ts";
import { isScalar, type Sorts } from "./sorts.ts";
import { and, apply, type Binding, equal, exists, ff, forall, implies, intOf, intTerm, isIntTerm, ite, lt, not, or, part, root, symbol, type Term, tt } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import { as, type SymValue, type SymVariant, termOf, termValue } from "./value.ts";

/** A function symbol of the solver. */
export interface FunctionSymbol { readonly name: string; readonly args: readonly string[]; readonly result: string }

/** One way to be a value of a type, with variables for what is open: `{ kind: "prepared", rm: x }`. */
export interface Alternative {
  /** Distinguishes the alternatives of one type; readable, as it ends up in names of relations. */
  readonly label: string;
  readonly vars: readonly Binding[];
  /** What holds of the variables (the bounds of integers). */
  readonly where: Term;
  readonly value: SymValue;
  /** Whether a value is this alternative, and then with which terms for the variables. */
  match(value: SymValue): { readonly is: Term; readonly args: readonly Term[] };
}

/** A place of a sequence, or with a variable all of them; `where` says that the sequence is that long. */
export interface Position { readonly vars: readonly Binding[]; readonly where: Term; readonly index: Term }

const path = (...parts: string[]): string => parts.filter((p) => p !== "").join(".");

export class Shapes {
  private fresh = 0;
  constructor(readonly sorts: Sorts) {}

  /** A name that no other call gives. */
  name(hint: string): string {
    return symbol(`${hint}!${this.fresh++}`);
  }

  /**
   * A value of `type` made of function symbols named after `name` (a `root`), each applied to `args`.
   * @param declare is told each symbol
   */
  symbols(name: string, type: Type, args: readonly Binding[], declare: (f: FunctionSymbol) => void, span: Span): SymValue {
    const build = (name: string, type: Type, sorts: readonly string[]): ((terms: readonly Term[]) => SymValue) => {
      const leaf = (suffix: string, extra: readonly string[], result: string): ((terms: readonly Term[]) => Term) => {
        const f = symbol(path(name, suffix));
        declare({ name: f, args: [...sorts, ...extra], result });
        return (terms) => apply(f, terms);
      };
      if (isScalar(type)) {
        const f = leaf("", [], this.sorts.of(type));
        return (terms) => termValue(f(terms));
      }
      switch (type.kind) {
        case "record": {
          const fields = type.fields.map((f) => [f.name, build(path(name, part(f.name)), f.type, sorts)] as const);
          return (terms) => ({ kind: "record", fields: new Map(fields.map(([n, f]) => [n, f(terms)])) });
        }
        case "union": {
          const tags = { kind: "enum", values: type.variants.map((v) => v.tag) } as const;
          const tag = leaf(part(type.discriminant), [], this.sorts.of(tags));
          const variants = type.variants.map((v) => [v.tag, v.fields.map((f) => [f.name, build(path(name, part(v.tag), part(f.name)), f.type, sorts)] as const)] as const);
          return (terms) => ({
            kind: "union",
            variants: new Map(variants.map(([t, fields]) => [
              t,
              { is: equal(tag(terms), this.sorts.member(tags, t)), fields: new Map(fields.map(([n, f]) => [n, f(terms)])) },
            ])),
          });
        }
        case "option": {
          const some = leaf("some", [], "Bool");
          const value = build(path(name, "value"), type.of, sorts);
          return (terms) => ({ kind: "option", some: some(terms), value: value(terms) });
        }
        case "set": {
          const tables = this.alternatives(type.of, span).map((a) => ({ a, f: leaf(a.label, a.vars.map((v) => v.sort), "Bool") }));
          return (terms) => ({
            kind: "set",
            has: (x) => or(...tables.map(({ a, f }) => { const m = a.match(x); return and(m.is, f([...terms, ...m.args])); })),
          });
        }
        case "bag": {
          const tables = this.alternatives(type.of, span).map((a) => ({ a, f: leaf(a.label, a.vars.map((v) => v.sort), "Int") }));
          return (terms) => ({
            kind: "bag",
            count: (x) => tables.reduceRight<Term>((rest, { a, f }) => { const m = a.match(x); return ite(m.is, f([...terms, ...m.args]), rest); }, "0"),
          });
        }
        case "map": {
          const value: Type = type.total ? type.value : { kind: "option", of: type.value };
          const tables = this.alternatives(type.key, span).map((a) => ({ a, f: build(path(name, a.label), value, [...sorts, ...a.vars.map((v) => v.sort)]) }));
          return (terms) => ({
            kind: "map",
            at: (k) => {
              // What cannot match has no terms for its variables.
              const cases = tables.map(({ a, f }) => ({ f, ...a.match(k) })).filter((c) => c.is !== ff).map((c) => ({ is: c.is, value: c.f([...terms, ...c.args]) }));
              return cases.slice(0, -1).reduceRight((rest, c) => this.ite(c.is, c.value, rest, value, span), cases[cases.length - 1].value);
            },
          });
        }
        case "seq": {
          const length = leaf("length", [], "Int");
          if (!this.sorts.finite) {
            const at = build(path(name, "at"), type.of, [...sorts, "Int"]);
            return (terms) => ({ kind: "seq", length: length(terms), at: (i) => at([...terms, i]) });
          }
          const items = this.positions(length([]), type.max).map((p) => build(path(name, "at", p.index), type.of, sorts));
          return (terms) => ({ kind: "seq", length: length(terms), at: (i) => this.item(items.map((item) => () => item(terms)), i, type.of, span) });
        }
        default: throw new Unsupported(`values of type ${showType(type)}`, span);
      }
    };
    return build(name, type, args.map((a) => a.sort))(args.map((a) => a.name));
  }

  /** What holds of every value of a type because of the type: bounds of integers, lengths and counts not negative. */
  typeInvariant(value: SymValue, type: Type, span: Span): Term {
    switch (type.kind) {
      case "bool": case "enum": case "sort": case "majority": return this.sorts.within(type, termOf(value));
      case "int": return inRange(termOf(value), type);
      case "record": return and(...type.fields.map((f) => this.typeInvariant(as("record", value).fields.get(f.name)!, f.type, span)));
      case "union": {
        const { variants } = as("union", value);
        // Bits may be none of the tags.
        const tagged = this.sorts.finite ? or(...[...variants.values()].map((v) => v.is)) : tt;
        return and(tagged, ...type.variants.map((v) => {
          const { is, fields } = variants.get(v.tag)!;
          return implies(is, and(...v.fields.map((f) => this.typeInvariant(fields.get(f.name)!, f.type, span))));
        }));
      }
      case "option": {
        const o = as("option", value);
        return implies(o.some, this.typeInvariant(o.value, type.of, span));
      }
      // Membership says all there is about a set; elements out of bounds are left out by whoever ranges over it.
      case "set": return this.forall(type.of, (x) => implies(as("set", value).has(x), this.typeInvariant(x, type.of, span)), span, false);
      case "bag": return this.forall(type.of, (x) => inRange(as("bag", value).count(x), { lo: 0, hi: typeof type.max === "number" ? type.max : null }), span);
      case "map": return this.forall(type.key, (k) => this.typeInvariant(as("map", value).at(k), type.total ? type.value : { kind: "option", of: type.value }, span), span);
      case "seq": {
        const s = as("seq", value);
        const items = this.positions(s.length, type.max).map((p) => forall(p.vars, implies(p.where, this.typeInvariant(s.at(p.index), type.of, span))));
        return and(inRange(s.length, { lo: 0, hi: typeof type.max === "number" ? type.max : null }), ...items);
      }
    }
  }

  /** All values of a type, as finitely many alternatives with variables. Enumerations are spelt out, which keeps goals decidable. */
  alternatives(type: Type, span: Span): Alternative[] {
    const known = this.sorts.values(type);
    if (known) {
      return known.map(({ label, term }) => ({
        label, vars: [], where: tt, value: termValue(term),
        match: (v) => ({ is: equal(termOf(v), term, this.sorts.isLiteral), args: [] }),
      }));
    }
    switch (type.kind) {
      case "bool": case "enum": throw new InternalError(`${showType(type)} without values`);
      case "int": case "sort": case "majority": {
        const name = this.name(type.kind === "int" ? "i" : type.kind === "sort" ? type.name.toLowerCase() : "q");
        return [{
          label: "", vars: [{ name, sort: this.sorts.of(type) }], where: type.kind === "int" ? inRange(name, type) : tt, value: termValue(name),
          match: (v) => ({ is: tt, args: [termOf(v)] }),
        }];
      }
      case "option": return [
        { label: "none", vars: [], where: tt, value: { kind: "option", some: ff, value: this.any(type.of, span) }, match: (v) => ({ is: not(as("option", v).some), args: [] }) },
        ...this.alternatives(type.of, span).map((a): Alternative => ({
          ...a, label: path("some", a.label), value: { kind: "option", some: tt, value: a.value },
          match: (v) => { const o = as("option", v); const m = a.match(o.value); return { is: and(o.some, m.is), args: m.args }; },
        })),
      ];
      case "record": return this.products(type.fields, span).map((p): Alternative => ({
        ...p, value: { kind: "record", fields: p.fields }, match: (v) => p.matchFields(as("record", v).fields),
      }));
      case "union": return type.variants.flatMap((variant) => this.products(variant.fields, span).map((p): Alternative => ({
        ...p,
        label: path(part(variant.tag), p.label),
        value: { kind: "union", variants: new Map(type.variants.map((w): [string, SymVariant] => [
          w.tag, w.tag === variant.tag ? { is: tt, fields: p.fields } : { is: ff, fields: new Map(w.fields.map((f) => [f.name, this.any(f.type, span)])) },
        ])) },
        match: (v) => {
          const { is, fields } = as("union", v).variants.get(variant.tag)!;
          const m = is === ff ? { is: ff, args: p.vars.map((x) => x.name) } : p.matchFields(fields);
          return { is: and(is, m.is), args: m.args };
        },
      })));
      case "set": case "bag": case "map": case "seq":
        throw new Unsupported(`ranging over all values of ${showType(type)}`, span);
      default: return assertNever(type);
    }
  }

  private products(fields: readonly { name: string; type: Type }[], span: Span) {
    interface Product { label: string; vars: readonly Binding[]; where: Term; fields: Map<string, SymValue>; matchFields(of: ReadonlyMap<string, SymValue>): { is: Term; args: readonly Term[] } }
    const empty: Product = { label: "", vars: [], where: tt, fields: new Map(), matchFields: () => ({ is: tt, args: [] }) };
    return fields.reduce<Product[]>((all, f) => all.flatMap((p) => this.alternatives(f.type, span).map((a): Product => ({
      label: path(p.label, a.label),
      vars: [...p.vars, ...a.vars],
      where: and(p.where, a.where),
      fields: new Map([...p.fields, [f.name, a.value]]),
      matchFields: (of) => {
        const before = p.matchFields(of);
        const m = a.match(of.get(f.name)!);
        return { is: and(before.is, m.is), args: [...before.args, ...m.args] };
      },
    }))), [empty]);
  }

  forall(type: Type, body: (value: SymValue) => Term, span: Span, bounded = true): Term {
    return and(...this.alternatives(type, span).map((a) => forall(a.vars, bounded ? implies(a.where, body(a.value)) : body(a.value))));
  }
  exists(type: Type, body: (value: SymValue) => Term, span: Span): Term {
    return or(...this.alternatives(type, span).map((a) => exists(a.vars, and(a.where, body(a.value)))));
  }

  /** The places of a sequence of that length: spelt out where their number is known. */
  positions(length: Term, max: Bound): Position[] {
    const longest = Math.min(this.sorts.finite && typeof max === "number" ? max : Infinity, isIntTerm(length) ? intOf(length) : Infinity);
    if (longest < Infinity) return Array.from({ length: Math.max(0, longest) }, (_, k) => ({ vars: [], where: lt(`${k}`, length), index: `${k}` }));
    const i = this.name("i");
    return [{ vars: [{ name: i, sort: "Int" }], where: and(`(<= 0 ${i})`, `(< ${i} ${length})`), index: i }];
  }

  /** The one of these items at an index; anything where there is none. */
  item(items: readonly (() => SymValue)[], index: Term, type: Type, span: Span): SymValue {
    if (isIntTerm(index)) return items[intOf(index)]?.() ?? this.any(type, span);
    if (items.length === 0) return this.any(type, span);
    return items.slice(0, -1).reduceRight((rest, item, k) => this.ite(equal(index, `${k}`), item(), rest, type, span), items[items.length - 1]());
  }

  /** Some value of a type, for places whose value does not matter. Of a sort it is one fixed symbol, declared on demand. */
  readonly arbitrary = new Map<string, FunctionSymbol>();
  any(type: Type, span: Span): SymValue {
    const declare = (f: FunctionSymbol): void => void this.arbitrary.set(f.name, f);
    return this.symbols(`any!${root(showType(type))}`, type, [], declare, span);
  }

  equal(a: SymValue, b: SymValue, type: Type, span: Span): Term {
    if (a === b) return tt;
    switch (type.kind) {
      case "bool": case "int": case "enum": case "sort": case "majority": return equal(termOf(a), termOf(b), this.sorts.isLiteral);
      case "record": return and(...type.fields.map((f) => this.equal(as("record", a).fields.get(f.name)!, as("record", b).fields.get(f.name)!, f.type, span)));
      case "union": return or(...type.variants.map((v) => {
        const l = as("union", a).variants.get(v.tag)!, r = as("union", b).variants.get(v.tag)!;
        const is = and(l.is, r.is);
        return is === ff ? ff : and(is, ...v.fields.map((f) => this.equal(l.fields.get(f.name)!, r.fields.get(f.name)!, f.type, span)));
      }));
      case "option": {
        const l = as("option", a), r = as("option", b);
        return or(and(not(l.some), not(r.some)), and(l.some, r.some, this.equal(l.value, r.value, type.of, span)));
      }
      case "set": return this.forall(type.of, (x) => equal(as("set", a).has(x), as("set", b).has(x)), span);
      case "bag": return this.forall(type.of, (x) => equal(as("bag", a).count(x), as("bag", b).count(x)), span);
      case "map": return this.forall(type.key, (k) => this.equal(as("map", a).at(k), as("map", b).at(k), type.total ? type.value : { kind: "option", of: type.value }, span), span);
      case "seq": {
        const l = as("seq", a), r = as("seq", b);
        const same = this.positions(l.length, type.max).map((p) => forall(p.vars, implies(p.where, this.equal(l.at(p.index), r.at(p.index), type.of, span))));
        return and(equal(l.length, r.length, this.sorts.isLiteral), ...same);
      }
    }
  }

  ite(test: Term, a: SymValue, b: SymValue, type: Type, span: Span): SymValue {
    if (test === tt || a === b) return a;
    if (test === ff) return b;
    const fields = (l: ReadonlyMap<string, SymValue>, r: ReadonlyMap<string, SymValue>, types: readonly { name: string; type: Type }[]) =>
      new Map(types.map((f) => [f.name, this.ite(test, l.get(f.name)!, r.get(f.name)!, f.type, span)]));
    switch (type.kind) {
      case "bool": case "int": case "enum": case "sort": case "majority": return termValue(ite(test, termOf(a), termOf(b)));
      case "record": return { kind: "record", fields: fields(as("record", a).fields, as("record", b).fields, type.fields) };
      case "union": return { kind: "union", variants: new Map(type.variants.map((v): [string, SymVariant] => {
        const l = as("union", a).variants.get(v.tag)!, r = as("union", b).variants.get(v.tag)!;
        return [v.tag, { is: ite(test, l.is, r.is), fields: l.is === ff ? r.fields : r.is === ff ? l.fields : fields(l.fields, r.fields, v.fields) }];
      })) };
      case "option": {
        const l = as("option", a), r = as("option", b);
        const value = l.some === ff ? r.value : r.some === ff ? l.value : this.ite(test, l.value, r.value, type.of, span);
        return { kind: "option", some: ite(test, l.some, r.some), value };
      }
      case "set": return { kind: "set", has: (x) => ite(test, as("set", a).has(x), as("set", b).has(x)) };
      case "bag": return { kind: "bag", count: (x) => ite(test, as("bag", a).count(x), as("bag", b).count(x)) };
      case "map": return { kind: "map", at: (k) => this.ite(test, as("map", a).at(k), as("map", b).at(k), type.total ? type.value : { kind: "option", of: type.value }, span) };
      case "seq": return {
        kind: "seq", length: ite(test, as("seq", a).length, as("seq", b).length),
        at: (i) => this.ite(test, as("seq", a).at(i), as("seq", b).at(i), type.of, span),
      };
    }
  }
}

function inRange(term: Term, type: Pick<IntType, "lo" | "hi">): Term {
  return and(type.lo === null ? tt : `(<= ${intTerm(type.lo)} ${term})`, type.hi === null ? tt : `(<= ${term} ${intTerm(type.hi)})`);
}
