/** Methods of collections that only read. */
import ts from "typescript";
import * as build from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import { type BagType, type MajorityType, type MapType, type SeqType, setOf, type SetType, showType, type Type } from "../ir/type.ts";
import { callback, hintOf, needFunction, valueOf } from "./lower-callbacks.ts";
import type { Cx } from "./lower-context.ts";
import { booleanBody } from "./lower-sources.ts";
import { convert, fit, lower, lowerAs, lowerIndex, naming, present } from "./lower-types.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

/** What changes the collection; `lower-mutations.ts` has them. */
export const mutators: Readonly<Record<string, readonly string[]>> = {
  set: ["add", "delete", "clear"],
  bag: ["add", "delete", "clear"],
  map: ["set", "delete", "clear"],
  seq: ["push", "pop", "shift", "unshift"],
};

/** What is offered instead of the many methods that arrays have in JavaScript. */
const instead: Readonly<Record<string, string>> = {
  forEach: "write for (const x of …) { … }",
  reduce: "write sum(log, (x) => …), or a for … of loop with a let",
  sort: "a sequence keeps the order in which it was filled",
  splice: "write log.slice(0, i).concat(log.slice(i + 1))",
};

export function callMethod(cx: Cx, receiver: Expr, name: ts.MemberName, call: ts.CallExpression): Expr {
  const spread = call.arguments.find(ts.isSpreadElement);
  if (spread) return refuse("T4031", spread, "arguments cannot be spread", "write them out");
  const { type } = receiver;
  if (mutators[type.kind]?.includes(name.text)) {
    return refuse("T4018", call, `\`${name.text}\` changes the collection in the middle of an expression`, "write it as a statement of its own: const x = log.pop(); set.add(x);");
  }
  const found = method(cx, receiver, type, name.text, call);
  return found ?? refuse("T4028", name, `${showType(type)} has no method \`${name.text}\``, instead[name.text] ?? "see the methods that the language has on sets, maps, bags and sequences");
}

function method(cx: Cx, receiver: Expr, type: Type, name: string, call: ts.CallExpression): Expr | undefined {
  switch (type.kind) {
    case "set": case "majority": return setMethod(cx, receiver, type, name, call);
    case "bag": return bagMethod(cx, receiver, type, name, call);
    case "map": return type.total ? undefined : mapMethod(cx, receiver, type, name, call);
    case "seq": return seqMethod(cx, receiver, type, name, call);
    default: return undefined;
  }
}

function setMethod(cx: Cx, set: Expr, type: SetType | MajorityType, name: string, call: ts.CallExpression): Expr | undefined {
  const span = spanOf(call);
  const [argument] = call.arguments;
  switch (name) {
    case "has": return build.has(set, lowerAs(cx, argument, type.of), span);
    case "union": case "symmetricDifference": case "intersection": case "difference": {
      const { a, b } = sameSets(cx, set, otherSet(cx, argument, type.of), argument);
      return build.setOp(name, a, b, span);
    }
    case "isSubsetOf": case "isSupersetOf": {
      const { a, b } = sameSets(cx, set, otherSet(cx, argument, type.of), argument);
      return name === "isSubsetOf" ? build.subset(a, b, span) : build.subset(b, a, span);
    }
    case "isDisjointFrom": {
      const { a, b } = sameSets(cx, set, otherSet(cx, argument, type.of), argument);
      const element = cx.member.names.constant("element");
      const outside = (other: Expr): Expr => build.not(build.has(other, build.local(element, build.elementType(a.type), span), span), span);
      return naming(cx, b, "other", (other) => build.fold("forall", element, { kind: "elements", of: a }, outside(other), span));
    }
    default: return undefined;
  }
}

function otherSet(cx: Cx, node: ts.Expression, of: Type): Expr {
  const value = present(lower(cx, node, setOf(of)));
  if (value.type.kind === "set" || value.type.kind === "majority") return value;
  if (value.type.kind === "map" && !value.type.total) return build.keys(value, value.span);
  return refuse("T4024", node, `this is ${showType(value.type)}, not a set`, "give a set: new Set(…)");
}

/** Two sets with elements of one type. */
function sameSets(cx: Cx, left: Expr, right: Expr, at: ts.Node): { a: Expr; b: Expr } {
  const [l, r] = [left, right].map((s) => (s.type.kind === "majority" ? build.coerce(s, setOf(s.type.of)) : s));
  const of = build.join(build.elementType(l.type), build.elementType(r.type)) ?? build.elementType(l.type);
  return { a: convert(cx, l, setOf(of)) ?? l, b: fit(cx, r, setOf(of), at) };
}

function bagMethod(cx: Cx, bag: Expr, type: BagType, name: string, call: ts.CallExpression): Expr | undefined {
  const value = (): Expr => lowerAs(cx, call.arguments[0], type.of);
  switch (name) {
    case "has": return build.has(bag, value(), spanOf(call));
    case "count": return build.countOf(bag, value(), spanOf(call));
    default: return undefined;
  }
}

function mapMethod(cx: Cx, map: Expr, type: MapType, name: string, call: ts.CallExpression): Expr | undefined {
  const span = spanOf(call);
  switch (name) {
    case "get": return build.lookup(map, lowerAs(cx, call.arguments[0], type.key), span);
    case "has": return build.has(map, lowerAs(cx, call.arguments[0], type.key), span);
    case "keys": return build.keys(map, span);
    case "values": case "entries":
      return refuse("T4043", call, `\`${name}()\` has no order, so it is not a sequence`, `range over it: for (const … of map.${name}()), forall(map.${name}(), …)`);
    default: return undefined;
  }
}

const folds: Readonly<Record<string, "forall" | "exists" | "find" | "findIndex">> = { every: "forall", some: "exists", find: "find", findIndex: "findIndex" };

function seqMethod(cx: Cx, seq: Expr, type: SeqType, name: string, call: ts.CallExpression): Expr | undefined {
  const span = spanOf(call);
  const [first, second] = call.arguments;
  switch (name) {
    case "at": return seqAt(cx, seq, type, call);
    case "slice": return build.slice(seq, first ? lowerIndex(cx, first) : build.intLit(0, span), second ? lowerIndex(cx, second) : null, span);
    case "concat": return call.arguments.reduce((all, a) => concat(cx, all, a, call), seq);
    case "includes": return build.has(seq, lowerAs(cx, first, type.of), span);
    case "indexOf": return build.indexOf(seq, lowerAs(cx, first, type.of), span);
    case "with": return build.put(seq, lowerIndex(cx, first), lowerAs(cx, second, type.of), span);
    case "every": case "some": case "find": case "findIndex": case "filter": case "map": break;
    default: return undefined;
  }
  const local = cx.member.names.constant(hintOf(needFunction(cx, first).declaration.parameters[0]?.name, "element"));
  cx.member.aliases.foreign(local);
  const body = callback(cx, first, [valueOf(build.local(local, type.of, span))], `\`${name}\``);
  const domain = { kind: "elements", of: seq } as const;
  if (name === "map") return build.comprehend("map", local, domain, body, span);
  const test = booleanBody(body, first);
  return name === "filter" ? build.comprehend("filter", local, domain, test, span) : build.fold(folds[name], local, domain, test, span);
}

function concat(cx: Cx, seq: Expr, argument: ts.Expression, call: ts.CallExpression): Expr {
  const other = present(lower(cx, argument, seq.type));
  if (other.type.kind === "seq" && build.join(build.elementType(seq.type), other.type.of)) return build.concat(seq, other, spanOf(call));
  return refuse("T4024", argument, `this is ${showType(other.type)}, and cannot follow ${showType(seq.type)}`, "give a sequence of the same elements");
}

/** The element at a position from either end, or undefined. */
function seqAt(cx: Cx, seq: Expr, type: SeqType, call: ts.CallExpression): Expr {
  const span = spanOf(call);
  const given = lowerIndex(cx, call.arguments[0]);
  const zero = build.intLit(0, span);
  const negative = isNegative(given);
  return naming(cx, seq, "seq", (s) => naming(cx, given, "index", (i) => {
    const length = build.size(s, span);
    const fromEnd = build.arith("add", length, i, span);
    const position = negative === undefined ? build.cond(build.compare("lt", i, zero, span), fromEnd, i, span) : negative ? fromEnd : i;
    return naming(cx, position, "position", (p) => {
      const above = build.compare("le", zero, p, span);
      const below = build.compare("lt", p, length, span);
      const inside = negative === undefined ? build.connective("and", above, below, span) : negative ? above : below;
      return build.cond(inside, build.at(s, p, span), build.none(type.of, span), span);
    });
  }));
}

/** Whether an index is known to be below zero or not. */
function isNegative(index: Expr): boolean | undefined {
  if (index.type.kind !== "int") return undefined;
  if (index.type.lo !== null && index.type.lo >= 0) return false;
  return index.type.hi !== null && index.type.hi < 0 ? true : undefined;
}
