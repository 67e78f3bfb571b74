/**
 * The only place where nodes get their types. Builders coerce: where a position has an expected type
 * (the element added to a set, a field of a record, the value assigned), a value of another but castable
 * type is wrapped in a `cast`. Ill-typed input is a defect of the caller: the front end reports before it builds.
 */
import { InternalError } from "../base/assert-never.ts";
import type { Span } from "../base/span.ts";
import type { Domain, Expr, NamedExpr, PathStep, Place, Stmt } from "./expr.ts";
import {
  bool, type Bound, type EnumType, enumOf, type Field, int, type IntType, type MajorityType, type MapType, option, type RecordType, sameType, setOf, showType, type SortType, tagType, type Type, union, type UnionType,
} from "./type.ts";

type Of<K extends Expr["kind"]> = Extract<Expr, { kind: K }>;

/** Whether every value of `from` that fits `to` keeps its meaning there (`cast` checks the fit at run time). */
export function castable(from: Type, to: Type): boolean {
  if (sameType(from, to)) return true;
  if (from.kind === "option" && to.kind === "option") return castable(from.of, to.of);
  if (to.kind === "option") return castable(from, to.of);
  if (from.kind === "int" && to.kind === "int") return true;
  if (from.kind === "enum" && to.kind === "enum") return from.values.length === 0 || from.values.some((v) => to.values.includes(v));
  if (from.kind === "seq" && to.kind === "seq") return castable(from.of, to.of);
  if (from.kind === "bag" && to.kind === "bag") return sameType(from.of, to.of);
  if (from.kind === "map" && to.kind === "map") {
    return from.total === to.total && sameType(from.key, to.key) && castable(from.value, to.value);
  }
  if (from.kind === "majority" && to.kind === "set") return sameType(from.of, to.of);
  if (from.kind === "record" && to.kind === "record") return castableFields(from.fields, to.fields);
  if (from.kind === "union" && to.kind === "union") {
    return from.discriminant === to.discriminant && from.variants.every((v) => {
      const target = to.variants.find((w) => w.tag === v.tag);
      return target === undefined || castableFields(v.fields, target.fields);
    });
  }
  return false;
}

function castableFields(from: readonly Field[], to: readonly Field[]): boolean {
  return from.length === to.length && from.every((f, i) => f.name === to[i].name && castable(f.type, to[i].type));
}

/** Whether `===` between the two types makes sense. One of them can be cast to the other. */
export function comparable(a: Type, b: Type): boolean {
  return castable(a, b) || castable(b, a);
}

/** `value` at type `to`: itself, or wrapped in a cast. */
export function coerce(value: Expr, to: Type): Expr {
  if (sameType(value.type, to)) return value;
  if (!castable(value.type, to)) throw new InternalError(`cannot cast ${showType(value.type)} to ${showType(to)}`);
  return { kind: "cast", value, type: to, span: value.span };
}

/** The least type that both fit (for the branches of a conditional), or undefined. */
export function join(a: Type, b: Type): Type | undefined {
  if (sameType(a, b)) return a;
  if (a.kind === "option" || b.kind === "option") {
    const inner = join(a.kind === "option" ? a.of : a, b.kind === "option" ? b.of : b);
    return inner && option(inner);
  }
  if (a.kind === "int" && b.kind === "int") return hull([a, b]);
  if (a.kind === "enum" && b.kind === "enum") return enumOf([...new Set([...a.values, ...b.values])]);
  if (a.kind === "seq" && b.kind === "seq") {
    const of = join(a.of, b.of);
    return of && { kind: "seq", of, max: larger(a.max, b.max) };
  }
  if (a.kind === "bag" && b.kind === "bag" && sameType(a.of, b.of)) return { ...a, max: larger(a.max, b.max) };
  if (a.kind === "map" && b.kind === "map" && a.total === b.total && sameType(a.key, b.key)) {
    const value = join(a.value, b.value);
    return value && { ...a, value };
  }
  if (a.kind === "record" && b.kind === "record") {
    const fields = joinFields(a.fields, b.fields);
    return fields && { kind: "record", fields };
  }
  if (a.kind === "union" && b.kind === "union" && a.discriminant === b.discriminant) return joinUnions(a, b);
  return castable(a, b) ? b : castable(b, a) ? a : undefined;
}

function joinFields(a: readonly Field[], b: readonly Field[]): readonly Field[] | undefined {
  if (a.length !== b.length) return undefined;
  const fields = a.flatMap((f, i) => {
    const type = f.name === b[i].name ? join(f.type, b[i].type) : undefined;
    return type ? [{ name: f.name, type }] : [];
  });
  return fields.length === a.length ? fields : undefined;
}

/** All variants of both. */
function joinUnions(a: UnionType, b: UnionType): UnionType | undefined {
  const variants = [...a.variants.filter((v) => !b.variants.some((w) => w.tag === v.tag)), ...b.variants].map((w) => {
    const v = a.variants.find((x) => x.tag === w.tag);
    const fields = v && v !== w ? joinFields(v.fields, w.fields) : w.fields;
    return fields && { tag: w.tag, fields };
  });
  return variants.includes(undefined) ? undefined : union(a.discriminant, variants.map((v) => v!));
}

export const hull = (types: readonly IntType[]): IntType => ({
  kind: "int",
  lo: types.some((t) => t.lo === null) ? null : Math.min(...types.map((t) => t.lo!)),
  hi: types.some((t) => t.hi === null) ? null : Math.max(...types.map((t) => t.hi!)),
});

/** Symbolic bounds stand until `instantiate`, which builds every node again. */
const larger = (a: Bound, b: Bound): Bound => (typeof a === "number" && typeof b === "number" ? Math.max(a, b) : typeof a === "string" ? a : b);
const plus = (a: Bound, b: Bound): Bound => (typeof a === "number" && typeof b === "number" ? a + b : typeof a === "string" ? a : b);

/** @throws InternalError where a type is not of one of the kinds */
export const need = <K extends Type["kind"]>(type: Type, ...kinds: K[]): Extract<Type, { kind: K }> => {
  if (!(kinds as string[]).includes(type.kind)) throw new InternalError(`expected ${kinds.join(" or ")}, got ${showType(type)}`);
  return type as Extract<Type, { kind: K }>;
};

// Literals and names

export const boolLit = (value: boolean, span: Span): Expr => ({ kind: "literal", value, type: bool, span });
export const intLit = (value: number, span: Span): Expr => ({ kind: "literal", value, type: int(value, value), span });
/** A member of a sort by its number, or a majority by its members as bits: only in an instance, and not for the interpreter. */
export const memberLit = (value: number, type: SortType | MajorityType, span: Span): Expr => ({ kind: "literal", value, type, span });
/** Without `type`, the enum of this one member. */
export const enumLit = (value: string, span: Span, type: EnumType = enumOf([value])): Expr => ({ kind: "literal", value, type, span });
/** `of` is the type that the option would hold. */
export const none = (of: Type, span: Span): Expr => ({ kind: "literal", value: null, type: option(of), span });
export const local = (name: string, type: Type, span: Span): Expr => ({ kind: "local", name, type, span });
export const stateRead = (field: string, type: Type, when: "now" | "next", span: Span): Expr => ({ kind: "state", field, when, type, span });

// Logic and arithmetic

export const not = (arg: Expr, span: Span): Expr => ({ kind: "not", arg: coerce(arg, bool), type: bool, span });
export const connective = (op: "and" | "or" | "implies", left: Expr, right: Expr, span: Span): Expr => ({
  kind: "connective", op, left: coerce(left, bool), right: coerce(right, bool), type: bool, span,
});
/** All of one or more parts, or one of them. */
export const joined = (op: "and" | "or", parts: readonly Expr[], span: Span): Expr => parts.reduce((l, r) => connective(op, l, r, span));
/** For all values of the variables, the first one outermost. */
export const forAll = (variables: readonly { readonly name: string; readonly type: Type }[], body: Expr, span: Span): Expr =>
  variables.reduceRight((inner, { name, type }) => fold("forall", name, { kind: "type", type }, inner, span), body);
/** What a cast, or several, is of. */
export const uncast = (e: Expr): Expr => (e.kind === "cast" ? uncast(e.value) : e);
/** Integers of any bounds compare as they are; otherwise one side is cast to the type of both. */
export function eq(left: Expr, right: Expr, span: Span): Expr {
  if (left.type.kind === "int" && right.type.kind === "int") return { kind: "eq", left, right, type: bool, span };
  const type = join(left.type, right.type);
  if (!type) throw new InternalError(`cannot compare ${showType(left.type)} with ${showType(right.type)}`);
  return { kind: "eq", left: coerce(left, type), right: coerce(right, type), type: bool, span };
}
export const compare = (op: "lt" | "le", left: Expr, right: Expr, span: Span): Expr => ({ kind: "compare", op, left, right, type: bool, span });

export function arith(op: Of<"arith">["op"], left: Expr, right: Expr, span: Span): Expr {
  return { kind: "arith", op, left, right, type: arithType(op, need(left.type, "int"), need(right.type, "int")), span };
}

function arithType(op: Of<"arith">["op"], a: IntType, b: IntType): IntType {
  if (a.lo === null || a.hi === null || b.lo === null || b.hi === null) return int();
  const exact = (lo: number, hi: number): IntType => (Number.isSafeInteger(lo) && Number.isSafeInteger(hi) ? int(lo, hi) : int());
  const corners = (f: (x: number, y: number) => number): IntType => {
    const all = [f(a.lo!, b.lo!), f(a.lo!, b.hi!), f(a.hi!, b.lo!), f(a.hi!, b.hi!)];
    return exact(Math.min(...all), Math.max(...all));
  };
  switch (op) {
    case "add": return exact(a.lo + b.lo, a.hi + b.hi);
    case "sub": return exact(a.lo - b.hi, a.hi - b.lo);
    case "mul": return corners((x, y) => x * y);
    case "min": return int(Math.min(a.lo, b.lo), Math.min(a.hi, b.hi));
    case "max": return int(Math.max(a.lo, b.lo), Math.max(a.hi, b.hi));
    case "div": {
      // |a / b| is at most |a|, as |b| is at least 1; rounding down may reach one further only below zero.
      const m = Math.max(Math.abs(a.lo), Math.abs(a.hi));
      return a.lo >= 0 && b.lo >= 0 ? int(0, a.hi) : int(-m, m);
    }
    case "mod": {
      const m = Math.max(Math.abs(b.lo), Math.abs(b.hi), 1) - 1;
      return int(a.lo >= 0 ? 0 : Math.max(a.lo, -m), a.hi <= 0 ? 0 : Math.min(a.hi, m));
    }
  }
}

export function cond(test: Expr, then: Expr, otherwise: Expr, span: Span): Expr {
  const type = join(then.type, otherwise.type);
  if (!type) throw new InternalError(`branches of ${showType(then.type)} and ${showType(otherwise.type)}`);
  return { kind: "if", cond: coerce(test, bool), then: coerce(then, type), else: coerce(otherwise, type), type, span };
}

/** `type`: that of the value returned; every `return` inside is coerced to it by the caller (`returns`). */
export const doExpr = (body: readonly Stmt[], type: Type, span: Span): Expr => ({ kind: "do", body, type, span });

// Records, unions, options, ordered sorts

export function recordLit(type: RecordType, fields: readonly NamedExpr[], span: Span): Expr {
  return { kind: "record", fields: namedInOrder(type.fields, fields), type, span };
}
export function variantLit(type: UnionType, tag: string, fields: readonly NamedExpr[], span: Span): Expr {
  const variant = type.variants.find((v) => v.tag === tag);
  if (!variant) throw new InternalError(`no variant ${tag} in ${showType(type)}`);
  return { kind: "variant", tag, fields: namedInOrder(variant.fields, fields), type, span };
}
function namedInOrder(fields: readonly Field[], values: readonly NamedExpr[]): NamedExpr[] {
  return fields.map((f) => {
    const given = values.find((v) => v.name === f.name);
    if (!given) throw new InternalError(`no value for field ${f.name}`);
    return { name: f.name, value: coerce(given.value, f.type) };
  });
}

/** The type of a field of a record, or of the variants of a union that have it; undefined where none has. */
export function fieldType(type: Type, field: string): Type | undefined {
  if (type.kind === "record") return type.fields.find((f) => f.name === field)?.type;
  if (type.kind !== "union") return undefined;
  const types = type.variants.flatMap((v) => v.fields.filter((f) => f.name === field).map((f) => f.type));
  return types.reduce<Type | undefined>((a, b) => a && join(a, b), types[0]);
}
export function get(object: Expr, field: string, span: Span): Expr {
  const type = fieldType(object.type, field);
  if (!type) throw new InternalError(`no field ${field} in ${showType(object.type)}`);
  return { kind: "get", object, field, type, span };
}
export const tag = (object: Expr, span: Span): Expr => ({ kind: "tag", object, type: tagType(need(object.type, "union")), span });
export const isNone = (value: Expr, span: Span): Expr => ({ kind: "isNone", value, type: bool, span });
export const unwrap = (value: Expr, span: Span): Expr => ({ kind: "unwrap", value, type: need(value.type, "option").of, span });
export const extreme = (end: "first" | "last", type: Type, span: Span): Expr => ({ kind: "extreme", end, type: need(type, "sort"), span });
export const neighbour = (side: "next" | "previous", value: Expr, span: Span): Expr => ({
  kind: "neighbour", side, value, type: option(need(value.type, "sort")), span,
});

// Maps

const unbounded = int();
export function at(collection: Expr, key: Expr, span: Span): Expr {
  const t = need(collection.type, "map", "seq");
  return t.kind === "map"
    ? { kind: "at", collection, key: coerce(key, t.key), type: t.value, span }
    : { kind: "at", collection, key: intKey(key), type: t.of, span };
}
const intKey = (key: Expr): Expr => (need(key.type, "int"), key);
export function lookup(map: Expr, key: Expr, span: Span): Expr {
  const t = need(map.type, "map");
  return { kind: "lookup", map, key: coerce(key, t.key), type: option(t.value), span };
}
export const fill = (type: MapType, value: Expr, span: Span): Expr => ({ kind: "fill", value: coerce(value, type.value), type, span });
export const tabulate = (type: MapType, name: string, body: Expr, span: Span): Expr => ({
  kind: "tabulate", local: name, body: coerce(body, type.value), type, span,
});
export function put(collection: Expr, key: Expr, value: Expr, span: Span): Expr {
  const t = need(collection.type, "map", "seq");
  return t.kind === "map"
    ? { kind: "put", collection, key: coerce(key, t.key), value: coerce(value, t.value), type: t, span }
    : { kind: "put", collection, key: intKey(key), value: coerce(value, t.of), type: t, span };
}
export const entries = (type: MapType, list: readonly { key: Expr; value: Expr }[], span: Span): Expr => ({
  kind: "entries", entries: list.map((e) => ({ key: coerce(e.key, type.key), value: coerce(e.value, type.value) })), type, span,
});
export const keys = (map: Expr, span: Span): Expr => ({ kind: "keys", map, type: setOf(need(map.type, "map").key), span });

// Sets, bags, sequences

/** The type of the elements; for a map, of its keys. */
export function elementType(type: Type): Type {
  const t = need(type, "set", "bag", "seq", "majority", "map");
  return t.kind === "map" ? t.key : t.of;
}
/** For a sequence, the bound becomes the number of items where that is larger or `type` says none. */
export function collection(type: Type, items: readonly Expr[], span: Span): Expr {
  const t = need(type, "set", "bag", "seq");
  const given = items.map((i) => coerce(i, t.of));
  return { kind: "collection", items: given, type: t.kind === "seq" ? { ...t, max: items.length } : t, span };
}
export const has = (c: Expr, value: Expr, span: Span): Expr => ({ kind: "has", collection: c, value: coerce(value, elementType(c.type)), type: bool, span });
const natural = int(0, null);
export const countOf = (bag: Expr, value: Expr, span: Span): Expr => {
  const t = need(bag.type, "bag");
  return { kind: "countOf", bag, value: coerce(value, t.of), type: typeof t.max === "number" ? int(0, t.max) : natural, span };
};
export const size = (c: Expr, span: Span): Expr => ({
  kind: "size", collection: c, type: c.type.kind === "seq" && typeof c.type.max === "number" ? int(0, c.type.max) : natural, span,
});
export function withItem(op: "add" | "delete", c: Expr, value: Expr, span: Span): Expr {
  const type = c.type.kind === "seq" ? { ...c.type, max: plus(c.type.max, 1) } : c.type.kind === "bag" && op === "add" ? { ...c.type, max: plus(c.type.max, 1) } : c.type;
  return { kind: "with", op, collection: c, value: coerce(value, elementType(c.type)), type, span };
}
const asSet = (e: Expr): Expr => (e.type.kind === "majority" ? coerce(e, setOf(e.type.of)) : e);
export function setOp(op: Of<"setOp">["op"], left: Expr, right: Expr, span: Span): Expr {
  const l = asSet(left);
  return { kind: "setOp", op, left: l, right: coerce(asSet(right), l.type), type: l.type, span };
}
export function subset(left: Expr, right: Expr, span: Span): Expr {
  const l = asSet(left);
  return { kind: "subset", left: l, right: coerce(asSet(right), l.type), type: bool, span };
}
/** The element types must join; the bounds add. */
export function concat(left: Expr, right: Expr, span: Span): Expr {
  const l = need(left.type, "seq"), r = need(right.type, "seq");
  const of = join(l.of, r.of);
  if (!of) throw new InternalError(`cannot concatenate ${showType(l)} and ${showType(r)}`);
  return {
    kind: "concat", left: coerce(left, { ...l, of }), right: coerce(right, { ...r, of }),
    type: { kind: "seq", of, max: plus(l.max, r.max) }, span,
  };
}
export const slice = (seq: Expr, from: Expr, to: Expr | null, span: Span): Expr => ({
  kind: "slice", seq, from: intKey(from), to: to && intKey(to), type: need(seq.type, "seq"), span,
});
export function indexOf(seq: Expr, value: Expr, span: Span): Expr {
  const t = need(seq.type, "seq");
  return { kind: "indexOf", seq, value: coerce(value, t.of), type: typeof t.max === "number" ? int(-1, t.max - 1) : int(-1, null), span };
}

// Binders

export function domainType(domain: Domain): Type {
  switch (domain.kind) {
    case "type": return domain.type;
    case "elements": return elementType(domain.of.type);
    case "range": {
      const from = need(domain.from.type, "int"), to = need(domain.to.type, "int");
      // An empty range has a type all the same, and every type has a value.
      return int(from.lo, to.hi === null ? null : Math.max(to.hi - 1, from.lo ?? to.hi - 1));
    }
  }
}
export function fold(op: Of<"fold">["op"], name: string, domain: Domain, body: Expr, span: Span): Expr {
  const type = (): Type => {
    switch (op) {
      case "forall": case "exists": return bool;
      case "count": return natural;
      case "sum": return unbounded;
      case "find": return option(domainType(domain));
      case "findIndex": return int(-1, null);
    }
  };
  return { kind: "fold", op, local: name, domain, body: op === "sum" ? intKey(body) : coerce(body, bool), type: type(), span };
}
export function comprehend(op: "filter" | "map", name: string, domain: Domain, body: Expr, span: Span): Expr {
  const of = op === "map" ? body.type : domainType(domain);
  const source = domain.kind === "elements" ? domain.of.type : undefined;
  const type: Type = source?.kind === "seq" ? { kind: "seq", of, max: source.max } : setOf(of);
  return { kind: "comprehend", op, local: name, domain, body: op === "filter" ? coerce(body, bool) : body, type, span };
}

// Places and statements

export function place(root: Place["root"], path: readonly PathStep[] = []): Place {
  let type = root.type;
  const steps = path.map((step): PathStep => {
    const t = type;
    switch (step.kind) {
      case "get": {
        const f = fieldType(t, step.field);
        if (!f) throw new InternalError(`no field ${step.field} in ${showType(t)}`);
        type = f;
        return step;
      }
      case "at": {
        const c = need(t, "map", "seq");
        type = c.kind === "map" ? c.value : c.of;
        return { ...step, key: c.kind === "map" ? coerce(step.key, c.key) : intKey(step.key) };
      }
      case "unwrap": {
        type = need(t, "option").of;
        return step;
      }
    }
  });
  return { root, path: steps, type };
}
/** The value now at a place. */
export function read(p: Place, span: Span): Expr {
  const root = p.root.kind === "state" ? stateRead(p.root.name, p.root.type, "now", span) : local(p.root.name, p.root.type, span);
  return p.path.reduce((e, s) => (s.kind === "get" ? get(e, s.field, s.span) : s.kind === "at" ? at(e, s.key, s.span) : unwrap(e, s.span)), root);
}
export const assign = (p: Place, value: Expr, span: Span): Stmt => ({ kind: "assign", place: p, value: coerce(value, p.type), span });
export const letStmt = (name: string, value: Expr, span: Span, mutable = false): Stmt => ({ kind: "let", name, mutable, value, span });
export const ifStmt = (test: Expr, then: readonly Stmt[], otherwise: readonly Stmt[], span: Span): Stmt => ({
  kind: "if", cond: coerce(test, bool), then, else: otherwise, span,
});
export const forStmt = (name: string, domain: Domain, body: readonly Stmt[], span: Span): Stmt => ({ kind: "for", local: name, domain, body, span });
export const require = (test: Expr, span: Span): Stmt => ({ kind: "require", cond: coerce(test, bool), span });
export const returnStmt = (value: Expr | null, span: Span): Stmt => ({ kind: "return", value, span });
export const jump = (kind: "break" | "continue", span: Span): Stmt => ({ kind, span });
export const block = (body: readonly Stmt[], span: Span): Stmt => ({ kind: "block", body, span });
