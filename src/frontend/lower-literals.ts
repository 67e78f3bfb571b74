/** Numbers, texts, objects, arrays and `new`. */
import ts from "typescript";
import * as build from "../ir/build.ts";
import type { Expr, NamedExpr } from "../ir/expr.ts";
import { bagOf, type BagType, type Field, mapOf, type MapType, record, type RecordType, seqOf, setOf, showType, type Type, type UnionType } from "../ir/type.ts";
import { asCopy } from "./aliases-of.ts";
import { bare, type Cx, dslFunction, textOf } from "./lower-context.ts";
import { changedMap, changedSet, changedTotalMap, copiesTotalMap, spreadsCollection } from "./lower-copies.ts";
import { asName } from "./mixed.ts";
import { sourceOf, toSet } from "./lower-sources.ts";
import { adopt, fit, lower, lowerAs, naming, present, typeAt, typeHint, unify } from "./lower-types.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

export function lowerNumber(node: ts.NumericLiteral, expected: Type | undefined): Expr {
  const value = Number(node.text);
  const literal = build.intLit(value, spanOf(node));
  if (Number.isSafeInteger(value)) return (expected && asName(literal, expected.kind === "option" ? expected.of : expected)) ?? literal;
  return refuse("T4016", node, `${node.getText()} is not an exact integer`, "integers between -(2^53 - 1) and 2^53 - 1 can be written");
}

export function lowerText(node: ts.StringLiteralLike, expected: Type | undefined): Expr {
  const type = expected?.kind === "option" ? expected.of : expected;
  return build.enumLit(node.text, spanOf(node), type?.kind === "enum" && type.values.includes(node.text) ? type : undefined);
}

/** An object literal: a record, one case of a union, or a total map over names. */
export function lowerObject(cx: Cx, node: ts.ObjectLiteralExpression, expected: Type | undefined): Expr {
  const type = expected?.kind === "option" ? expected.of : expected;
  if ((!type || (type.kind === "map" && type.total)) && copiesTotalMap(cx, node)) return changedTotalMap(cx, node, type);
  if (type?.kind === "record") return filled(cx, node, type.fields, (fields) => build.recordLit(type, fields, spanOf(node)));
  if (type?.kind === "union") {
    const tag = tagOf(cx, node, type);
    const fields = type.variants.find((v) => v.tag === tag)!.fields;
    return filled(cx, node, fields, (given) => build.variantLit(type, tag, given, spanOf(node)));
  }
  if (type?.kind === "map" && type.total) return totalMap(cx, node, type);
  return filled(cx, node, undefined, (fields) =>
    build.recordLit(record(fields.map((f) => ({ name: f.name, type: f.value.type }))) satisfies RecordType, fields, spanOf(node)));
}

/** Which case of a union is written, by its discriminant or by what is spread into it. */
function tagOf(cx: Cx, node: ts.ObjectLiteralExpression, type: UnionType): string {
  const { checker } = cx.member.services;
  const property = checker.getTypeAtLocation(node).getProperty(type.discriminant);
  const written = node.properties.find((p) => p.name && nameOf(p.name) === type.discriminant);
  const initializer = written && ts.isPropertyAssignment(written) ? bare(written.initializer) : undefined;
  if (initializer && ts.isStringLiteralLike(initializer) && type.variants.some((v) => v.tag === initializer.text)) return initializer.text;
  const found = property && checker.getTypeOfSymbolAtLocation(property, node);
  if (found?.isStringLiteral() && type.variants.some((v) => v.tag === found.value)) return found.value;
  return refuse("T4025", written ?? node, `which case of ${type.variants.map((v) => `"${v.tag}"`).join(" | ")} this is cannot be told`,
    `write the ${type.discriminant} out; where it varies, use if or switch`);
}

const nameOf = (name: ts.PropertyName): string | undefined =>
  ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name) ? name.text : undefined;

/**
 * Evaluates what is written, in order, and makes the value.
 * @param wanted the fields to make: all others are dropped, absent ones are undefined; without it, all that are written
 */
function filled(cx: Cx, node: ts.ObjectLiteralExpression, wanted: readonly Field[] | undefined, make: (fields: readonly NamedExpr[]) => Expr): Expr {
  const given = new Map<string, Expr>();
  const place = (index: number): Expr => {
    const p = node.properties[index];
    if (p === undefined) return make(wanted ? wanted.map((f) => ({ name: f.name, value: given.get(f.name) ?? absent(node, f) })) : [...given].map(([name, value]) => ({ name, value })));
    if (ts.isSpreadAssignment(p)) {
      return naming(cx, present(lower(cx, p.expression)), "rest", (value) => {
        for (const [name, part] of partsOf(cx, value, wanted, p.expression)) {
          if (given.has(name) && mayBeAbsent(cx, p.expression, name)) {
            refuse("T4026", p, `\`${name}\` is optional in \`${textOf(p.expression)}\`, so the spread may or may not replace the one before it`,
              `write it after the spread: ${name}: ${textOf(p.expression)}.${name} ?? …`);
          }
          const type = wanted?.find((f) => f.name === name)?.type;
          given.set(name, type ? fit(cx, part, type, p.expression) : part);
        }
        return place(index + 1);
      });
    }
    const initializer = ts.isShorthandPropertyAssignment(p) ? p.name : ts.isPropertyAssignment(p) ? p.initializer : undefined;
    const name = p.name && nameOf(p.name);
    if (!initializer || name === undefined) return refuse("T4026", p, "this cannot stand in an object literal", "write name: value");
    const type = wanted?.find((f) => f.name === name)?.type;
    if (type) given.set(name, lowerAs(cx, initializer, type));
    else if (!wanted) given.set(name, lower(cx, initializer));
    return place(index + 1);
  };
  return place(0);
}

/** The fields that a spread brings. */
function partsOf(cx: Cx, value: Expr, wanted: readonly Field[] | undefined, at: ts.Node): [string, Expr][] {
  const type = value.type;
  if (type.kind === "record") return type.fields.map((f) => [f.name, build.get(value, f.name, value.span)]);
  if (type.kind === "union" && wanted) {
    // Those that the case at hand does not have leave the fields before the spread as they are.
    const { checker } = cx.member.services;
    const narrowed = checker.getTypeAtLocation(at);
    const known = narrowed.getProperty(type.discriminant) !== undefined;
    return wanted.filter((f) => build.fieldType(type, f.name) && (!known || narrowed.getProperty(f.name))).map((f) => [f.name, build.get(value, f.name, value.span)]);
  }
  return refuse("T4026", at, `${showType(type)} cannot be spread into an object`, type.kind === "map" && type.total ? "give the copy its type: const copy: Record<K, V> = { ...record }" : "only records can");
}

/** Whether the spread object may lack the field, which in JavaScript is not the same as to have it undefined. */
function mayBeAbsent(cx: Cx, spread: ts.Expression, name: string): boolean {
  const property = cx.member.services.checker.getTypeAtLocation(spread).getProperty(name);
  return property !== undefined && (property.flags & ts.SymbolFlags.Optional) !== 0;
}

function absent(node: ts.ObjectLiteralExpression, field: Field): Expr {
  if (field.type.kind === "option") return build.none(field.type.of, spanOf(node));
  return refuse("T4026", node, `the field \`${field.name}\` is missing`, "write all fields that are not optional");
}

/** `{ a: 1, b: 2 }` where `Record<"a" | "b", Int>` is asked for. */
function totalMap(cx: Cx, node: ts.ObjectLiteralExpression, type: MapType): Expr {
  const { key, value } = type;
  if (key.kind !== "enum") return refuse("T4026", node, `the keys of ${showType(type)} cannot be written out`, "write fill(value) or tabulate((key: K) => value)");
  return filled(cx, node, key.values.map((name) => ({ name, type: value })), ([first, ...rest]) =>
    rest.reduce((map, f) => build.put(map, build.enumLit(f.name, f.value.span, key), f.value, spanOf(node)), build.fill(type, fit(cx, first.value, value, node), spanOf(node))));
}

export function lowerArray(cx: Cx, node: ts.ArrayLiteralExpression, expected: Type | undefined): Expr {
  const wanted = expected?.kind === "option" ? expected.of : expected;
  const of = wanted?.kind === "seq" ? wanted.of : undefined;
  if (!node.elements.some(ts.isSpreadElement)) return build.collection(...items(cx, node, node.elements, of), spanOf(node));
  const parts: Expr[] = [];
  let run: ts.Expression[] = [];
  const flush = (): void => {
    if (run.length > 0) parts.push(build.collection(...items(cx, node, run, of), spanOf(node)));
    run = [];
  };
  for (const e of node.elements) {
    if (ts.isSpreadElement(e)) {
      flush();
      parts.push(spread(cx, e, wanted));
    } else run.push(e);
  }
  flush();
  return parts.length === 1 ? asCopy(build.slice(parts[0], build.intLit(0, spanOf(node)), null, spanOf(node))) : parts.reduce((a, b) => {
    const type = build.join(a.type, b.type);
    return type ? build.concat(a, b, spanOf(node)) : refuse("T4024", node, `elements of ${showType(a.type)} and ${showType(b.type)} in one sequence`, "give all elements one type");
  });
}

function spread(cx: Cx, e: ts.SpreadElement, expected: Type | undefined): Expr {
  const value = present(lower(cx, e.expression, expected));
  if (value.type.kind === "seq") return value;
  return refuse("T4043", e, `the order of the elements of ${showType(value.type)} means nothing, so it is not a sequence`,
    "use the set itself: forall(set, …), exists(set, …), filter(set, …), count(set, …), new Set(set), for … of");
}

function items(cx: Cx, node: ts.ArrayLiteralExpression, elements: readonly ts.Expression[], of: Type | undefined): [Type, Expr[]] {
  const hole = elements.find(ts.isOmittedExpression);
  if (hole) return refuse("T4002", node, "a sequence has no holes", "write undefined");
  if (of) return [seqOf(of, elements.length), elements.map((e) => lowerAs(cx, e, of))];
  const values: Expr[] = [];
  for (const e of elements) values.push(lower(cx, e, values[0]?.type));
  if (values.length === 0) return [seqOf(elementOf(cx, node, "seq"), 0), []];
  return [seqOf(joined(cx, values, elements).type, elements.length), joined(cx, values, elements).values];
}

/** The type that all values fit. */
export function joined(cx: Cx, values: readonly Expr[], nodes: readonly ts.Node[]): { type: Type; values: Expr[] } {
  let both = values[0];
  values.forEach((v, i) => {
    const next = unify(cx, both, v);
    if (!next) refuse("T4024", nodes[i], `this is of type ${showType(v.type)}, the values before it are of type ${showType(both.type)}`, "give all of them one type");
    both = next!.a;
  });
  return { type: both.type, values: values.map((v, i) => fit(cx, v, both.type, nodes[i])) };
}

/** The element type of an empty literal, from the checker. */
function elementOf(cx: Cx, node: ts.Expression, kind: "seq" | "set" | "bag"): Type {
  const { checker } = cx.member.services;
  for (const type of [checker.getContextualType(node), checker.getTypeAtLocation(node)]) {
    const found = type && typeHint(cx, type, node);
    const inner = found?.kind === "option" ? found.of : found;
    if (inner?.kind === kind) return inner.of;
  }
  return refuse("T4023", node, "the type of the elements is not known", kind === "seq" ? "write the type: const log: Entry[] = []" : "write the type: new Set<Node>()");
}

/** `new Set(…)`, `new Map(…)`, `new Bag(…)`. */
export function lowerNew(cx: Cx, node: ts.NewExpression, expected: Type | undefined): Expr {
  const name = ts.isIdentifier(node.expression) ? node.expression.text : "";
  const [argument] = node.arguments ?? [];
  const wanted = expected?.kind === "option" ? expected.of : expected;
  if (name === "Set" && isStandard(cx, node)) return newCollection(cx, node, argument, wanted, "set");
  if (name === "Map" && isStandard(cx, node)) return newMap(cx, node, argument, wanted);
  if (dslFunction(cx, node.expression) === "Bag") return newCollection(cx, node, argument, wanted, "bag");
  return refuse("T4027", node, `\`${textOf(node.expression)}\` cannot be made here`, "a body makes Set, Map and Bag; a spec class is held in a field: net = new Network<Message>()");
}

const isStandard = (cx: Cx, node: ts.NewExpression): boolean =>
  cx.member.services.checker.getSymbolAtLocation(node.expression)?.declarations?.every((d) => d.getSourceFile().isDeclarationFile) ?? false;

function newCollection(cx: Cx, node: ts.NewExpression, argument: ts.Expression | undefined, expected: Type | undefined, kind: "set" | "bag"): Expr {
  const span = spanOf(node);
  const wanted = expected?.kind === kind ? expected : undefined;
  const given = argument && bare(argument);
  if (kind === "set" && given && spreadsCollection(cx, given)) return changedSet(cx, given, wanted);
  if (!given || (ts.isArrayLiteralExpression(given) && !given.elements.some(ts.isSpreadElement))) {
    const elements = given && ts.isArrayLiteralExpression(given) ? given.elements : [];
    const type = (of: Type): Type => wanted ?? (kind === "set" ? setOf(of) : bagOf(of, elements.length));
    const of = wanted?.of ?? (node.typeArguments?.[0] ? typeAt(cx, node.typeArguments[0]) : undefined);
    if (elements.length === 0) return build.collection(type(of ?? elementOf(cx, node, kind)), [], span);
    const all = of ? { type: of, values: elements.map((e) => lowerAs(cx, e, of)) } : joined(cx, elements.map((e) => lower(cx, e)), elements);
    return build.collection(type(all.type), all.values, span);
  }
  return kind === "set" ? setOfElements(cx, node, argument!, wanted) : bagOfElements(cx, node, argument!, wanted?.kind === "bag" ? wanted : undefined);
}

function setOfElements(cx: Cx, node: ts.NewExpression, argument: ts.Expression, wanted: Type | undefined): Expr {
  const source = sourceOf(cx, argument);
  const { collection } = source;
  const plain = source.plain && !source.guard;
  const set = plain && collection?.type.kind === "set" ? collection
    : plain && collection?.type.kind === "majority" ? build.coerce(collection, setOf(collection.type.of)) : toSet(cx, source, "element", node);
  return asCopy(wanted ? fit(cx, set, wanted, node) : set);
}

function bagOfElements(cx: Cx, node: ts.NewExpression, argument: ts.Expression, wanted: BagType | undefined): Expr {
  const span = spanOf(node);
  const source = sourceOf(cx, argument);
  const from = source.collection?.type;
  // Another bag is copied as it is, though a loop over it visits each element once.
  if (source.plain && !source.guard && from?.kind === "bag") return asCopy(wanted ? fit(cx, source.collection!, adopt(wanted, from), node) : source.collection!);
  const { names } = cx.member;
  const type = wanted ?? bagOf(elementOf(cx, node, "bag"), from?.kind === "seq" ? from.max : 1);
  const place = build.place({ kind: "local", name: names.fresh("bag"), type });
  const variable = build.local(names.constant("element"), build.domainType(source.domain), span);
  const element = source.element(variable);
  if (element.kind === "pair") return refuse("T4042", argument, "the entries of a map are pairs, and pairs are not values", "take the keys or the values: map.keys(), map.values()");
  const add = build.assign(place, build.withItem("add", build.read(place, span), fit(cx, element.value, type.of, argument), span), span);
  const guard = source.guard?.(variable);
  return build.doExpr([
    build.letStmt(place.root.name, build.collection(type, [], span), span, true),
    build.forStmt(variable.kind === "local" ? variable.name : "", source.domain, guard ? [build.ifStmt(guard, [add], [], span)] : [add], span),
    build.returnStmt(build.read(place, span), span),
  ], type, span);
}

function newMap(cx: Cx, node: ts.NewExpression, argument: ts.Expression | undefined, expected: Type | undefined): Expr {
  const span = spanOf(node);
  const given = argument && bare(argument);
  if (given && spreadsCollection(cx, given)) return changedMap(cx, given, expected?.kind === "map" && !expected.total ? expected : undefined);
  if (given && !ts.isArrayLiteralExpression(given)) {
    const source = present(lower(cx, given, expected));
    if (source.type.kind === "map" && !source.type.total) return asCopy(source);
    return refuse("T4024", given, `a Map cannot be made of ${showType(source.type)}`, "give another Map, or the entries: new Map([[key, value]])");
  }
  const [keyNode, valueNode] = node.typeArguments ?? [];
  const hint = expected?.kind === "map" && !expected.total ? expected : keyNode && valueNode ? mapOf(typeAt(cx, keyNode), typeAt(cx, valueNode), false) : undefined;
  const pairs = (given?.elements ?? []).map((e) => {
    const pair = bare(e);
    if (ts.isArrayLiteralExpression(pair) && pair.elements.length === 2 && !pair.elements.some(ts.isSpreadElement)) return pair.elements;
    return refuse("T4026", e, "an entry is written as a pair", "write [key, value]");
  });
  if (hint) return build.entries(hint, pairs.map(([k, v]) => ({ key: lowerAs(cx, k, hint.key), value: lowerAs(cx, v, hint.value) })), span);
  if (pairs.length === 0) {
    const type = typeAt(cx, node);
    return type.kind === "map" ? build.entries(type, [], span) : refuse("T4023", node, "the type of the entries is not known", "write new Map<K, V>()");
  }
  const keys = joined(cx, pairs.map(([k]) => lower(cx, k)), pairs.map(([k]) => k));
  const values = joined(cx, pairs.map(([, v]) => lower(cx, v)), pairs.map(([, v]) => v));
  return build.entries(mapOf(keys.type, values.type, false), keys.values.map((key, i) => ({ key, value: values.values[i] })), span);
}
