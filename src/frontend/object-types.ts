import ts from "typescript";
import { type Field, record, type Type, union, type Variant } from "../ir/type.ts";
import type { Conversion } from "./conversion.ts";
import { refuse } from "./refuse.ts";
import { part, typeNodeOf } from "./type-nodes.ts";

/** Properties that usually hold the tag, preferred in this order. */
const usual = ["kind", "type", "tag"];

/**
 * An object type. One whose `kind` (or `type`, `tag`) is a single text is a union of one variant, so that a message
 * narrowed to one case still fits where any message is wanted.
 */
export function recordType(type: ts.Type, at: ts.Node, c: Conversion): Type {
  const properties = plainProperties(type, at, c);
  const discriminant = usual.find((name) => tags(properties.find((p) => p.name === name), c)?.length === 1);
  if (!discriminant) return record(fields(properties, at, c));
  return union(discriminant, variants(properties, discriminant, at, c));
}

/** A choice between object types, told apart by a property that has its own texts in each of them. */
export function unionType(types: readonly ts.Type[], at: ts.Node, c: Conversion): Type {
  const members = types.map((t) => {
    const node = part(c.program.checker, at, t);
    return { node, properties: plainProperties(t, node, c) };
  });
  const isTag = (name: string): boolean => {
    const all = members.map((m) => tags(m.properties.find((p) => p.name === name), c));
    const flat = all.flatMap((t) => t ?? []);
    return all.every((t) => t !== undefined) && new Set(flat).size === flat.length;
  };
  const names = members[0].properties.map((p) => p.name).toSorted();
  const discriminant = [...usual, ...names].find(isTag);
  if (!discriminant) return refuse("T2003", at, "nothing tells these objects apart", 'give each a tag of its own: { kind: "request"; from: Node } | { kind: "reply"; to: Node }');
  return union(discriminant, members.flatMap((m) => variants(m.properties, discriminant, m.node, c)));
}

function variants(properties: readonly ts.Symbol[], discriminant: string, at: ts.Node, c: Conversion): Variant[] {
  const own = fields(properties.filter((p) => p.name !== discriminant), at, c);
  return tags(properties.find((p) => p.name === discriminant), c)!.map((tag) => ({ tag, fields: own }));
}

/** The texts of a property that has nothing but literal texts. */
function tags(property: ts.Symbol | undefined, c: Conversion): readonly string[] | undefined {
  if (!property) return undefined;
  const type = c.program.checker.getTypeOfSymbol(property);
  const all = type.isUnion() ? type.types : [type];
  return all.every((t) => t.isStringLiteral()) ? all.map((t) => t.value).toSorted() : undefined;
}

/** The properties of what has to be an object of data. */
function plainProperties(type: ts.Type, at: ts.Node, c: Conversion): readonly ts.Symbol[] {
  const { checker, origin } = c.program;
  const name = checker.typeToString(type);
  if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) {
    return refuse("T2002", at, "a function is not a value of the state", "write a method, or a function of the module, and call it");
  }
  if (type.isClass() || (type.symbol?.flags ?? 0) & ts.SymbolFlags.Class) {
    return refuse("T2002", at, `the class ${type.symbol.name} is not a type of values`, `hold a spec by a field of its own, net = new ${type.symbol.name}(); for data, write the fields: { from: Node; to: Node }`);
  }
  if (type.symbol && origin(type.symbol) === "lib" && !(type.symbol.flags & ts.SymbolFlags.TypeLiteral)) {
    return refuse("T2002", at, `${name} is not a type of the language`, "write a set, an array, a Map, or an object with its fields");
  }
  const properties = checker.getPropertiesOfType(type);
  if (properties.length === 0) return refuse("T2002", at, `${name} says nothing about the value`, "write its fields: { from: Node; to: Node }; or undefined for nothing at all");
  return properties;
}

function fields(properties: readonly ts.Symbol[], at: ts.Node, c: Conversion): Field[] {
  return properties.map((p) => {
    const node = typeNodeOf(p) ?? at;
    return { name: p.name, type: c.convert(c.program.checker.getTypeOfSymbol(p), node, { bound: p.name }) };
  });
}
