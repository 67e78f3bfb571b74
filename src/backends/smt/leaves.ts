/** A symbolic value as definitions of the functions it is made of: the inverse of `Shapes.symbols`, with the same names. */
import type { Span } from "../../base/span.ts";
import type { Type } from "../../ir/type.ts";
import type { Shapes } from "./shapes.ts";
import { isScalar } from "./sorts.ts";
import { type Binding, ite, part, symbol, type Term } from "./term.ts";
import { as, type SymValue, termOf } from "./value.ts";

export interface Definition { readonly name: string; readonly args: readonly Binding[]; readonly result: string; readonly body: Term }

export function definitions(name: string, type: Type, value: SymValue, shapes: Shapes, span: Span): Definition[] {
  const made: Definition[] = [];
  const walk = (name: string, type: Type, value: SymValue, args: readonly Binding[]): void => {
    const leaf = (suffix: string, extra: readonly Binding[], result: string, body: Term): void =>
      void made.push({ name: symbol(join(name, suffix)), args: [...args, ...extra], result, body });
    if (isScalar(type)) return leaf("", [], shapes.sorts.of(type), termOf(value));
    switch (type.kind) {
      case "record":
        for (const f of type.fields) walk(join(name, part(f.name)), f.type, as("record", value).fields.get(f.name)!, args);
        return;
      case "union": {
        const tags = { kind: "enum", values: type.variants.map((v) => v.tag) } as const;
        const { variants } = as("union", value);
        const last = tags.values[tags.values.length - 1];
        const tag = tags.values.slice(0, -1).reduceRight((rest, t) => ite(variants.get(t)!.is, shapes.sorts.member(tags, t), rest), shapes.sorts.member(tags, last));
        leaf(part(type.discriminant), [], shapes.sorts.of(tags), tag);
        for (const v of type.variants) for (const f of v.fields) walk(join(name, part(v.tag), part(f.name)), f.type, variants.get(v.tag)!.fields.get(f.name)!, args);
        return;
      }
      case "option":
        leaf("some", [], "Bool", as("option", value).some);
        return walk(join(name, "value"), type.of, as("option", value).value, args);
      case "set":
        for (const a of shapes.alternatives(type.of, span)) leaf(a.label, a.vars, "Bool", as("set", value).has(a.value));
        return;
      case "bag":
        for (const a of shapes.alternatives(type.of, span)) leaf(a.label, a.vars, "Int", as("bag", value).count(a.value));
        return;
      case "map": {
        const of: Type = type.total ? type.value : { kind: "option", of: type.value };
        for (const a of shapes.alternatives(type.key, span)) walk(join(name, a.label), of, as("map", value).at(a.value), [...args, ...a.vars]);
        return;
      }
      case "seq": {
        const s = as("seq", value);
        leaf("length", [], "Int", s.length);
        if (shapes.sorts.finite) {
          for (const { index } of shapes.positions(symbol(join(name, "length")), type.max)) walk(join(name, "at", index), type.of, s.at(index), args);
          return;
        }
        const i = shapes.name("i");
        return walk(join(name, "at"), type.of, s.at(i), [...args, { name: i, sort: "Int" }]);
      }
    }
  };
  walk(name, type, value, []);
  return made;
}

const join = (...parts: string[]): string => parts.filter((p) => p !== "").join(".");

export const printDefinition = (d: Definition): string => `(define-fun ${d.name} (${d.args.map((a) => `(${a.name} ${a.sort})`).join(" ")}) ${d.result} ${d.body})`;
