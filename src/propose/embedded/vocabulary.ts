/**
 * What lemmas are made of: atoms, which are predicates of the state over a few variables. They come from the types of
 * the fields (a relation at some variables, a function's value), and from the quantified formulas of guards and properties.
 */
import type { Span } from "../../base/span.ts";
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Protocol, StateField } from "../../ir/protocol.ts";
import type { Field, MajorityType, SortType, Type, UnionType } from "../../ir/type.ts";
import { walkType } from "../../ir/visit-type.ts";

/** Stands for any value of its type; different variables of one sort stand for different values. */
export interface Variable { readonly name: string; readonly type: SortType | MajorityType }

/** How many variables there are to speak of, by what `typeKey` says. */
export type Arity = ReadonlyMap<string, number>;

export const typeKey = (type: Variable["type"]): string => (type.kind === "sort" ? type.name : `majority of ${type.of.name}`);

const most = 4_000;
/** Records are compared as a whole, too, if variables make at most so many. */
const mostRecords = 12;
/** Integers of a range that stand for themselves. */
const mostIntegers = 6;

function relatesIntegers(type: Type): boolean {
  let found = false;
  const note = (of: Type): void => walkType(of, (t) => void (found ||= t.kind === "int"));
  walkType(type, (t) => {
    if (t.kind === "set" || t.kind === "bag") note(t.of);
    else if (t.kind === "map") note(t.key);
  });
  return found;
}

export class Vocabulary {
  readonly variables: readonly Variable[];
  private readonly span: Span;
  /** Whether relations have integers among what they relate, so that these are spoken of one by one. */
  private readonly spelt: boolean;

  constructor(private readonly protocol: Protocol, arity: Arity) {
    this.span = protocol.span;
    this.spelt = protocol.state.some((f) => relatesIntegers(f.type));
    const types = protocol.sorts.flatMap(({ name }): Variable["type"][] => {
      const sort: SortType = { kind: "sort", name };
      return [sort, { kind: "majority", of: sort }];
    });
    this.variables = types.flatMap((type) => Array.from({ length: arity.get(typeKey(type)) ?? 0 }, (_, i): Variable => ({ name: `${typeKey(type)}?${i}`, type })));
  }

  /** Variables of a type as terms. */
  of(type: Variable["type"]): Expr[] {
    return this.variables.filter((v) => typeKey(v.type) === typeKey(type)).map((v) => b.local(v.name, v.type, this.span));
  }

  /** Atoms about one field, none of which can fail. */
  ofField(field: StateField): Expr[] {
    return this.about(b.stateRead(field.name, field.type, "now", this.span), field.type).slice(0, most);
  }

  /** Predicates of a value. */
  private about(value: Expr, type: Type): Expr[] {
    const { span } = this;
    switch (type.kind) {
      case "bool": return [value];
      case "enum": {
        // Of two names, one says what the other does.
        const names = type.values.length === 2 ? type.values.slice(0, 1) : type.values;
        return names.map((name) => b.eq(value, b.enumLit(name, span, type), span));
      }
      case "sort": {
        const variables = this.of(type);
        if (!this.ordered(type)) return variables.map((v) => b.eq(value, v, span));
        return variables.flatMap((v) => [b.eq(value, v, span), b.compare("lt", value, v, span)]);
      }
      case "int": {
        if (!this.spelt) return [b.eq(value, b.intLit(0, span), span)];
        return this.elements(type).flatMap((n, i) => [b.eq(value, n, span), ...(i === 0 ? [] : [b.compare("lt", value, n, span)])]);
      }
      case "option": return [b.isNone(value, span), ...this.optional(value, type.of)];
      case "record": return type.fields.flatMap((f) => this.about(b.get(value, f.name, span), f.type));
      case "union": return this.ofUnion(value, type);
      case "set": return this.elements(type.of).map((e) => b.has(value, e, span));
      case "bag": return this.elements(type.of).map((e) => b.has(value, e, span));
      case "map": return this.elements(type.key).flatMap((key) => (type.total
        ? this.about(b.at(value, key, span), type.value)
        : this.about(b.lookup(value, key, span), { kind: "option", of: type.value })));
      case "majority": return [...this.of(type.of).map((v) => b.has(value, v, span)), ...this.of(type).map((q) => b.eq(value, q, span))];
      case "seq": return [b.eq(b.size(value, span), b.intLit(0, span), span)];
    }
  }

  /** Predicates of a value that may be missing, which hold only where it is not. */
  private optional(value: Expr, of: Type): Expr[] {
    const { span } = this;
    switch (of.kind) {
      case "enum": case "bool": return this.elements(of).map((e) => b.eq(value, e, span));
      case "sort": return this.ordered(of) ? this.present(value, of) : this.elements(of).map((e) => b.eq(value, e, span));
      case "record": {
        const whole = of.fields.length > 1 ? this.products(of.fields) : [];
        return [...this.present(value, of), ...(whole.length <= mostRecords ? whole.map((fields) => this.consistsOf(value, fields)) : [])];
      }
      case "int": case "union": return this.present(value, of);
      default: return [];
    }
  }

  /** Said by its fields: comparing with a record that is written out is no TypeScript. */
  private consistsOf(value: Expr, fields: readonly { readonly name: string; readonly value: Expr }[]): Expr {
    const { span } = this;
    const equal = fields.map((f) => b.eq(b.get(b.unwrap(value, span), f.name, span), f.value, span));
    return b.joined("and", [b.not(b.isNone(value, span), span), ...equal], span);
  }

  private present(value: Expr, of: Type): Expr[] {
    const { span } = this;
    const isThere = b.not(b.isNone(value, span), span);
    return this.about(b.unwrap(value, span), of).map((p) => b.connective("and", isThere, p, span));
  }

  private ofUnion(value: Expr, type: UnionType): Expr[] {
    const { span } = this;
    const is = (tag: string): Expr => b.eq(b.tag(value, span), b.enumLit(tag, span), span);
    return [
      ...type.variants.map((v) => is(v.tag)),
      ...type.variants.flatMap((v) => v.fields.flatMap((f) => this.about(b.get(value, f.name, span), f.type).map((p) => b.connective("and", is(v.tag), p, span)))),
    ];
  }

  /** Values of a type, made of variables and literals. */
  elements(type: Type): Expr[] {
    const { span } = this;
    switch (type.kind) {
      case "bool": return [b.boolLit(true, span), b.boolLit(false, span)];
      case "enum": return type.values.map((v) => b.enumLit(v, span, type));
      case "sort": case "majority": return this.of(type);
      case "int": return type.lo !== null && type.hi !== null && type.hi - type.lo < mostIntegers ? Array.from({ length: type.hi - type.lo + 1 }, (_, i) => b.coerce(b.intLit(type.lo! + i, span), type)) : [];
      case "option": return [b.none(type.of, span), ...this.elements(type.of).map((e) => b.coerce(e, type))];
      case "record": return this.products(type.fields).map((fields) => b.recordLit(type, fields, span));
      case "union": return type.variants.flatMap((v) => this.products(v.fields).map((fields) => b.variantLit(type, v.tag, fields, span)));
      case "set": case "bag": case "map": case "seq": return [];
    }
  }

  private products(fields: readonly Field[]): { name: string; value: Expr }[][] {
    return fields.reduce<{ name: string; value: Expr }[][]>((all, f) => {
      const values = this.elements(f.type);
      return all.flatMap((row) => values.map((value) => [...row, { name: f.name, value }]));
    }, [[]]);
  }

  ordered(type: SortType): boolean {
    return this.protocol.sorts.find((s) => s.name === type.name)?.ordered ?? false;
  }
}
