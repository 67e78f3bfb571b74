/** From TypeScript's types to those of the IR. Objects and unions are in `object-types.ts`, maps in `map-types.ts`. */
import ts from "typescript";
import { fieldType } from "../ir/build.ts";
import { bagOf, bool, enumOf, int, type IntType, majority, option, sameType, seqOf, setOf, showType, type Type } from "../ir/type.ts";
import { partsOfType } from "../ir/visit-type.ts";
import { brandOf } from "./brands.ts";
import type { TypeArgs } from "./context.ts";
import type { Conversion } from "./conversion.ts";
import { mapType } from "./map-types.ts";
import { mixedType } from "./mixed.ts";
import { recordType, unionType } from "./object-types.ts";
import type { Program } from "./program.ts";
import { refuse } from "./refuse.ts";
import type { Sorts } from "./sorts.ts";
import { aliased, part, typeArgument, written } from "./type-nodes.ts";

export type TypeOf = (type: ts.Type, at: ts.Node, typeArgs: TypeArgs, bound: string) => Type;

/** What `Services.typeOf` promises, for one protocol. */
export function newTypes(program: Program, sorts: Sorts): TypeOf {
  const sizeOf = newSizes();
  const known = new WeakMap<TypeArgs, Map<ts.Type, Map<string, Type>>>();
  const convert = (type: ts.Type, at: ts.Node, typeArgs: TypeArgs, bound: string, inside: readonly ts.Type[]): Type => {
    let ofArgs = known.get(typeArgs);
    if (!ofArgs) known.set(typeArgs, (ofArgs = new Map()));
    let ofType = ofArgs.get(type);
    if (!ofType) ofArgs.set(type, (ofType = new Map()));
    const before = ofType.get(bound);
    if (before) return before;
    const place = aliased(program.checker, at);
    if (inside.includes(type) || inside.length > deepest) {
      refuse("T2007", at, "a recursive type has no bound", "refer to the other value by a key: give it a sort or an index, and keep the values in a Record or an array");
    }
    const found = anyType(type, place, {
      program, sorts, typeArgs, bound, inside,
      convert: (t, node, more) => convert(t, node, more?.typeArgs ?? typeArgs, more?.bound ?? bound, [...inside, type]),
    });
    if (sizeOf(found) > largest) refuse("T2009", at, `a type of more than ${largest} parts`, "write a smaller type; refer to parts of it by keys into a Record");
    ofType.set(bound, found);
    return found;
  };
  return (type, at, typeArgs, bound) => convert(type, written(at), typeArgs, bound, []);
}

const deepest = 40;
const largest = 2000;

/** How many nodes a type has, written out; parts that occur twice are looked at once. */
function newSizes(): (type: Type) => number {
  const known = new WeakMap<Type, number>();
  return function sizeOf(type): number {
    const before = known.get(type);
    if (before !== undefined) return before;
    const size = partsOfType(type).reduce((n, part) => n + sizeOf(part.type), 1);
    known.set(type, size);
    return size;
  };
}

function anyType(type: ts.Type, at: ts.Node, c: Conversion): Type {
  const parts = type.isUnion() ? type.types : [type];
  const some = parts.filter((p) => !(p.flags & ts.TypeFlags.Undefined));
  if (some.length === 0) return refuse("T2002", at, "a value that is always undefined says nothing", "write the type that it has otherwise: Node | undefined");
  const optional = some.length < parts.length;
  if (some.length > 1) return optional ? option(severalTypes(some, at, c)) : severalTypes(some, at, c);
  return optional ? option(c.convert(some[0], part(c.program.checker, at, some[0]))) : oneType(some[0], at, c);
}

const isEnumMember = (t: ts.Type): boolean => (t.flags & ts.TypeFlags.EnumLike) !== 0;

function severalTypes(types: readonly ts.Type[], at: ts.Node, c: Conversion): Type {
  if (types.every((t) => t.flags & ts.TypeFlags.BooleanLiteral)) return bool;
  if (types.every((t) => t.isStringLiteral() && !isEnumMember(t))) return enumOf(types.map((t) => (t as ts.StringLiteralType).value));
  if (types.every((t) => isObject(t, c.program))) return unionType(types, at, c);
  const converted = types.map((t) => oneType(t, part(c.program.checker, at, t), c));
  if (converted.every((t) => t.kind === "int")) return contiguous(converted, at);
  if (converted.every((t) => sameType(t, converted[0]))) return converted[0];
  const mixed = converted.every((t) => t.kind === "enum" || t.kind === "int") ? mixedType(converted) : undefined;
  if (mixed) return mixed;
  if (converted.every((t) => t.kind === "bool" || t.kind === "enum" || t.kind === "int")) {
    return refuse("T2003", at, "a choice between values of different kinds", `write texts throughout: ${enumOf(converted.flatMap(asTexts)).values.map((v) => `"${v}"`).join(" | ")}`);
  }
  return refuse("T2003", at, `a choice between ${converted.map(showType).join(" and ")}`, 'tag each case: { kind: "none" } | { kind: "some"; value: Node }, or write Node | undefined');
}

const asTexts = (t: Type): readonly string[] =>
  t.kind === "bool" ? ["false", "true"] : t.kind === "enum" ? t.values : t.kind === "int" && t.lo === t.hi ? [String(t.lo)] : [];

/** Integers from the least to the greatest, if there is no gap between. */
function contiguous(types: readonly IntType[], at: ts.Node): Type {
  const sorted = types.toSorted((a, b) => (a.lo ?? -Infinity) - (b.lo ?? -Infinity));
  let { lo, hi } = sorted[0];
  for (const t of sorted.slice(1)) {
    if (hi !== null && (t.lo ?? -Infinity) > hi + 1) {
      const last = sorted.map((s) => s.hi).includes(null) ? "" : `, ${Math.max(...sorted.map((s) => s.hi!))}`;
      return refuse("T2006", at, `the integers of this type have a gap between ${hi} and ${t.lo}`, `write a range: Int<${lo}${last}>, and an @invariant if the others must not occur; or name the cases by texts`);
    }
    hi = hi === null || t.hi === null ? null : Math.max(hi, t.hi);
    lo = lo === null || t.lo === null ? null : Math.min(lo, t.lo);
  }
  return int(lo, hi);
}

/** Anything with properties that is not one of the language's own collections: a record, a message. */
function isObject(type: ts.Type, program: Program): boolean {
  if (type.isIntersection()) return type.types.every((t) => isObject(t, program));
  const collection = type.symbol && !(type.symbol.flags & ts.SymbolFlags.TypeLiteral) && program.origin(type.symbol) !== "spec";
  return (type.flags & ts.TypeFlags.Object) !== 0 && !collection;
}

function oneType(type: ts.Type, at: ts.Node, c: Conversion): Type {
  const { flags } = type;
  if (flags & ts.TypeFlags.TypeParameter) return parameter(type, at, c);
  if (flags & ts.TypeFlags.IndexedAccess) return indexed(type as ts.IndexedAccessType, at, c);
  if (flags & ts.TypeFlags.BooleanLike && !isEnumMember(type)) return bool;
  if (isEnumMember(type)) return refuse("T2002", at, "an enum is not part of the language", 'write a union of texts: "idle" | "busy"');
  if (type.isStringLiteral()) return enumOf([type.value]);
  if (type.isNumberLiteral()) return integer(type.value, at, (n) => int(n, n));
  const plain = plainType(type, at);
  if (plain) return plain;
  const brand = brandOf(c.program, type);
  if (brand) return branded(brand, type, at, c);
  if (type.isIntersection()) {
    const open = type.types.find((t) => t.flags & ts.TypeFlags.TypeParameter);
    return open ? parameter(open, at, c) : recordType(type, at, c);
  }
  if (flags & ts.TypeFlags.Object) return objectType(type as ts.ObjectType, at, c);
  return refuse("T2002", at, `${c.program.checker.typeToString(type)} cannot be settled here`, "write the type out: what it is must not depend on how a class is used");
}

/** The types of TypeScript that have no fixed range. */
function plainType(type: ts.Type, at: ts.Node): undefined {
  const { flags } = type;
  const inferred = !ts.isTypeNode(at) && !ts.isNewExpression(at);
  const where = inferred ? "give it a type: " : "";
  if (flags & ts.TypeFlags.Number) refuse("T2001", at, "number has no bounds", `${where}write Int<0, 7> for the integers from 0 to 7, or Int for any integer`);
  if (flags & ts.TypeFlags.StringLike) {
    refuse("T2001", at, "string has no fixed set of values", `${where}write the values, "idle" | "busy", or Sort<"Node"> for names that can only be told apart`);
  }
  if (flags & ts.TypeFlags.Any) refuse("T2002", at, "any is not a type of the language", "write the type that it has");
  if (flags & ts.TypeFlags.Unknown) refuse("T2002", at, "unknown is not a type of the language", `${where}write the type that it has; for a collection, new Set<Node>()`);
  if (flags & ts.TypeFlags.Never) refuse("T2002", at, "no value has this type", `write the type of the elements: log: Entry[] = []`);
  if (flags & ts.TypeFlags.Null) refuse("T2002", at, "null is not part of the language", "write undefined: Node | undefined");
  if (flags & ts.TypeFlags.BigIntLike) refuse("T2002", at, "bigint is not part of the language", "write Int<0, 7>, or Int; integers are exact");
  if (flags & ts.TypeFlags.ESSymbolLike) refuse("T2002", at, "a symbol is not a value of the language", 'write Sort<"Name"> for values that can only be told apart');
  if (flags & ts.TypeFlags.Void) refuse("T2002", at, "void is not a value", "write undefined for what may be absent: Node | undefined");
  if (flags & ts.TypeFlags.NonPrimitive) refuse("T2002", at, "object says nothing about the value", "write the fields: { from: Node; to: Node }");
  return undefined;
}

function parameter(type: ts.Type, at: ts.Node, c: Conversion): Type {
  const known = c.typeArgs.get(type.symbol);
  if (known) return known;
  return refuse("T2002", at, `the type parameter ${type.symbol.name} stands for no type here`, `extend or hold the class with a type in its place: new Network<Message>()`);
}

/** `Message["from"]`, for a type parameter. */
function indexed({ objectType, indexType }: ts.IndexedAccessType, at: ts.Node, c: Conversion): Type {
  const object = c.convert(objectType, at);
  const name = indexType.isStringLiteral() ? indexType.value : "";
  return fieldType(object, name) ?? refuse("T2002", at, `${showType(object)} has no ${name} of one type`, "give the field one type in every case");
}

function branded({ brand, carried }: NonNullable<ReturnType<typeof brandOf>>, type: ts.Type, at: ts.Node, c: Conversion): Type {
  switch (brand) {
    case "sort":
    case "order": return c.sorts.declare(sortName(carried, brand, at), brand === "order", type, at);
    case "majority": {
      const of = c.convert(carried, typeArgument(at, 0));
      return of.kind === "sort" ? majority(of) : refuse("T2002", at, `there is no majority of ${showType(of)}`, 'take the majority of a sort: Majority<Node>, with type Node = Sort<"Node">');
    }
    case "int": return intBounds(heldBy(carried, c), at, c);
    case "seq": {
      const array = (type as ts.IntersectionType).types.find((t) => c.program.checker.isArrayType(t)) as ts.TypeReference;
      const max = constant(heldBy(carried, c), c);
      if (max === undefined || max < 0 || !Number.isInteger(max)) return refuse("T2006", typeArgument(at, 1), "the length of a Seq is a number", "write a literal: Seq<Entry, 4>; or Entry[], whose bound comes from the scope");
      return seqOf(c.convert(c.program.checker.getTypeArguments(array)[0], typeArgument(at, 0)), max);
    }
  }
}

function sortName(carried: ts.Type, brand: "sort" | "order", at: ts.Node): string {
  if (carried.isStringLiteral() && /^[A-Za-z][A-Za-z0-9_]*$/.test(carried.value)) return carried.value;
  const word = brand === "sort" ? "Sort" : "Order";
  return refuse("T2005", at, `a ${word} needs a name`, `name it by a literal of letters and digits: type Node = ${word}<"Node">`);
}

/** The type that the optional brand of an `Int` or `Seq` holds. */
function heldBy(brand: ts.Type, c: Conversion): ts.Type {
  const holder = brand.isUnion() ? brand.types.find((t) => !(t.flags & ts.TypeFlags.Undefined))! : brand;
  return c.program.checker.getTypeArguments(holder as ts.TypeReference)[0];
}

/** The number that a literal type, or a type parameter bound to one, stands for. */
function constant(type: ts.Type, c: Conversion): number | undefined {
  if (type.isNumberLiteral()) return type.value;
  const known = type.flags & ts.TypeFlags.TypeParameter ? c.typeArgs.get(type.symbol) : undefined;
  return known?.kind === "int" && known.lo !== null && known.lo === known.hi ? known.lo : undefined;
}

function intBounds(carried: ts.Type, at: ts.Node, c: Conversion): Type {
  const bounds = c.program.checker.getTypeArguments(carried as ts.TypeReference);
  const [lo, hi] = bounds.map((b, i): number | null => {
    if (b.flags & ts.TypeFlags.Number) return null;
    const value = constant(b, c);
    if (value === undefined) refuse("T2006", typeArgument(at, i), "a bound of Int is a number", "write literals: Int<0, 7>");
    integer(value, typeArgument(at, i), () => undefined);
    return value;
  });
  if (lo !== null && hi !== null && lo > hi) refuse("T2006", at, `there is no integer from ${lo} to ${hi}`, `write the lower bound first: Int<${hi}, ${lo}>`);
  return int(lo, hi);
}

/** Engines keep integers in 32 bits. */
function integer<T>(value: number, at: ts.Node, make: (value: number) => T): T {
  if (!Number.isInteger(value)) return refuse("T2006", at, `${value} is not an integer`, "scale it: count in the smallest unit that matters");
  if (value < -(2 ** 31) || value > 2 ** 31 - 1) return refuse("T2006", at, `${value} is beyond what Int holds, -2147483648 to 2147483647`, "write Int without bounds, or smaller ones");
  return make(value);
}

function objectType(type: ts.ObjectType, at: ts.Node, c: Conversion): Type {
  const { checker } = c.program;
  if (checker.isTupleType(type)) return refuse("T2002", at, "a tuple is not part of the language", "name its parts: { from: Node; to: Node }");
  const map = mapType(type, at, c);
  if (map) return map;
  const name = type.symbol?.name;
  const origin = type.symbol ? c.program.origin(type.symbol) : "spec";
  if (origin !== "spec") {
    const args = checker.getTypeArguments(type as ts.TypeReference);
    const element = (make: (of: Type) => Type): Type => make(c.convert(args[0], typeArgument(at, 0)));
    switch (name) {
      case "Array": case "ReadonlyArray": return element((of) => seqOf(of, c.bound));
      case "Set": case "ReadonlySet": return element(setOf);
      case "Bag": return element((of) => bagOf(of, c.bound));
    }
  }
  return recordType(type, at, c);
}
