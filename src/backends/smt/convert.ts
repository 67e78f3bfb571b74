/** Values of one version of a protocol as values of another, whose types may have more or fewer values: also where the language has no cast. */
import type { Span } from "../../base/span.ts";
import { castable } from "../../ir/build.ts";
import type { Field, MapType, Type, UnionType } from "../../ir/type.ts";
import type { Context } from "./context.ts";
import { evalCast } from "./eval-cast.ts";
import { and, ff, implies, ite, not, or, type Term, tt } from "./term.ts";
import { as, type SymValue, type SymVariant } from "./value.ts";

/** A value at another type, which means something only where it `fits`. */
export interface Converted { readonly value: SymValue; readonly fits: Term }

/** Undefined where the types have nothing in common. Of what fits, the interpreter's value is the same one at both types. */
export function convert(value: SymValue, from: Type, to: Type, span: Span, cx: Context): Converted | undefined {
  if (castable(from, to)) {
    const { value: cast, failing } = cx.observe(() => evalCast(value, from, to, span, cx));
    return { value: cast, fits: not(or(...failing.map((f) => f.when))) };
  }
  if (!related(from, to)) return undefined;
  return new Converter(span, cx).to(value, from, to);
}

/** Whether `convert` knows a way, both there and back for what is in a set or a key. */
export function related(a: Type, b: Type): boolean {
  if (castable(a, b)) return true;
  const both = (x: Type, y: Type): boolean => related(x, y) && related(y, x);
  if (a.kind === "option" && b.kind === "option") return related(a.of, b.of);
  if (b.kind === "option") return related(a, b.of);
  if (a.kind === "set" && b.kind === "set") return both(a.of, b.of);
  if (a.kind === "bag" && b.kind === "bag") return a.max === b.max && both(a.of, b.of);
  if (a.kind === "record" && b.kind === "record") return relatedFields(a.fields, b.fields);
  if (a.kind === "union" && b.kind === "union") return relatedVariants(a, b);
  if (a.kind === "map" && b.kind === "map") return a.total === b.total && (a.total ? castableKeys(a, b) : both(a.key, b.key)) && related(a.value, b.value);
  return false;
}

const relatedFields = (a: readonly Field[], b: readonly Field[]): boolean => a.length === b.length && a.every((f, i) => f.name === b[i].name && related(f.type, b[i].type));

const relatedVariants = (a: UnionType, b: UnionType): boolean =>
  a.discriminant === b.discriminant && a.variants.every((v) => b.variants.every((w) => v.tag !== w.tag || relatedFields(v.fields, w.fields)));

/** A total map with more keys is another value. */
const castableKeys = (a: MapType, b: MapType): boolean => castable({ kind: "set", of: a.key }, { kind: "set", of: b.key });

class Converter {
  constructor(private readonly span: Span, private readonly cx: Context) {}

  to(value: SymValue, from: Type, to: Type): Converted {
    const { shapes } = this.cx;
    if (castable(from, to)) return convert(value, from, to, this.span, this.cx)!;
    if (to.kind === "option") {
      if (from.kind !== "option") {
        const inner = this.to(value, from, to.of);
        return { value: { kind: "option", some: tt, value: inner.value }, fits: inner.fits };
      }
      const o = as("option", value);
      const inner = this.to(o.value, from.of, to.of);
      return { value: { kind: "option", some: o.some, value: inner.value }, fits: implies(o.some, inner.fits) };
    }
    if (from.kind === "set" && to.kind === "set") {
      const { has } = as("set", value);
      return {
        value: { kind: "set", has: (x) => { const y = this.to(x, to.of, from.of); return and(y.fits, has(y.value)); } },
        fits: shapes.forall(from.of, (x) => implies(has(x), this.to(x, from.of, to.of).fits), this.span),
      };
    }
    if (from.kind === "bag" && to.kind === "bag") {
      const { count } = as("bag", value);
      return {
        value: { kind: "bag", count: (x) => { const y = this.to(x, to.of, from.of); return ite(y.fits, count(y.value), "0"); } },
        fits: shapes.forall(from.of, (x) => or(`(= ${count(x)} 0)`, this.to(x, from.of, to.of).fits), this.span),
      };
    }
    if (from.kind === "record" && to.kind === "record") return this.record(as("record", value).fields, from.fields, to.fields);
    if (from.kind === "union" && to.kind === "union") return this.union(as("union", value).variants, from, to);
    return this.map(value, from as MapType, to as MapType);
  }

  private record(values: ReadonlyMap<string, SymValue>, from: readonly Field[], to: readonly Field[]): Converted {
    const { fields, fits } = this.fields(values, from, to);
    return { value: { kind: "record", fields }, fits };
  }

  private fields(values: ReadonlyMap<string, SymValue>, from: readonly Field[], to: readonly Field[]): { fields: Map<string, SymValue>; fits: Term } {
    const all = to.map((f, i) => [f.name, this.to(values.get(f.name)!, from[i].type, f.type)] as const);
    return { fields: new Map(all.map(([name, c]) => [name, c.value])), fits: and(...all.map(([, c]) => c.fits)) };
  }

  private union(variants: ReadonlyMap<string, SymVariant>, from: UnionType, to: UnionType): Converted {
    const { shapes } = this.cx;
    const gone = from.variants.filter((v) => !to.variants.some((w) => w.tag === v.tag));
    const fits: Term[] = gone.map((v) => not(variants.get(v.tag)!.is));
    const made = to.variants.map((w): [string, SymVariant] => {
      const source = from.variants.find((v) => v.tag === w.tag);
      if (!source) return [w.tag, { is: ff, fields: new Map(w.fields.map((f) => [f.name, shapes.any(f.type, this.span)])) }];
      const { is, fields } = variants.get(w.tag)!;
      const inner = this.fields(fields, source.fields, w.fields);
      fits.push(implies(is, inner.fits));
      return [w.tag, { is, fields: inner.fields }];
    });
    return { value: { kind: "union", variants: new Map(made) }, fits: and(...fits) };
  }

  private map(value: SymValue, from: MapType, to: MapType): Converted {
    const { shapes } = this.cx;
    const m = as("map", value);
    const inner = (t: MapType): Type => (t.total ? t.value : { kind: "option", of: t.value });
    const at = (key: SymValue): SymValue => {
      const k = this.to(key, to.key, from.key);
      const found = this.to(m.at(k.value), inner(from), inner(to)).value;
      if (to.total || k.fits === tt) return found;
      const none: SymValue = { kind: "option", some: ff, value: shapes.any(to.value, this.span) };
      return shapes.ite(k.fits, found, none, inner(to), this.span);
    };
    const fits = shapes.forall(from.key, (k) => {
      const v = m.at(k);
      const present = from.total ? tt : as("option", v).some;
      return implies(present, and(this.to(k, from.key, to.key).fits, this.to(v, inner(from), inner(to)).fits));
    }, this.span);
    return { value: { kind: "map", at }, fits };
  }
}
