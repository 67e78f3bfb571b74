/** Reads: names, fields of the protocol, parts of values. */
import ts from "typescript";
import { DiagnosticsError } from "../base/diagnostic.ts";
import * as build from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import { showType, type Type, union } from "../ir/type.ts";
import type { Path, Step } from "./aliases.ts";
import { objectsOf } from "./aliases-of.ts";
import { inlineGetter, withFrame } from "./calls-inline.ts";
import type { Member } from "./context.ts";
import { type Cx, nested, Scope, symbolOf, textOf } from "./lower-context.ts";
import { type ConstantDeclaration, constantOf, functionOf, memberOf } from "./lower-members.ts";
import { callMethod } from "./lower-methods.ts";
import { lower, lowerAs, lowerIndex, naming, present, typeAt } from "./lower-types.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

/** A parameter of the constructor, in the arguments of `super(…)`: the option that it becomes. */
function optionOf(cx: Cx, symbol: ts.Symbol): Extract<Member, { kind: "state" }> | undefined {
  const declaration = symbol.valueDeclaration;
  if (!declaration || !ts.isParameter(declaration) || !ts.isConstructorDeclaration(declaration.parent)) return undefined;
  const member = cx.instance?.member(symbol.name);
  return member?.kind === "state" ? member : undefined;
}

export function lowerIdentifier(cx: Cx, node: ts.Identifier, expected: Type | undefined): Expr {
  const span = spanOf(node);
  if (node.text === "undefined") {
    if (expected?.kind === "option") return build.none(expected.of, span);
    return refuse("T4023", node, "the type of this `undefined` is not known", "write the type of what it is assigned to: const x: Node | undefined = undefined");
  }
  const symbol = symbolOf(cx, node);
  const binding = symbol && cx.scope.find(symbol);
  switch (binding?.kind) {
    case "local": {
      checkFresh(cx, node, build.local(binding.name, binding.type, span));
      return build.local(binding.name, binding.type, span);
    }
    case "value": {
      const { value } = binding;
      checkFresh(cx, node, value);
      return value.kind === "local" ? build.local(value.name, value.type, span) : value;
    }
    case "instance": return refuse("T4020", node, `\`${node.text}\` is the protocol itself, not a value`, "read one of its fields, or call one of its methods");
    case "broken": throw new DiagnosticsError([]);
    case "function": return functionAsValue(node);
    case undefined: break;
  }
  const option = symbol && optionOf(cx, symbol);
  if (option) return build.stateRead(option.field, option.type, cx.when, span);
  const constant = constantOf(cx, node);
  if (functionOf(cx, node) || cx.member.services.dslName(node)) return functionAsValue(node);
  if (constant) return lowerConstant(cx, constant, node, expected);
  return refuse("T4021", node, `\`${node.text}\` has no meaning in a body`, "use fields, parameters, local variables, and constants and functions of the module");
}

function functionAsValue(node: ts.Node): never {
  return refuse("T4022", node, `\`${textOf(node)}\` is a function, and functions are not values`, "call it, or write an arrow function where one is asked for");
}

/** Constants of the module stand for their value, with nothing of the place where they are used in scope. */
function lowerConstant(cx: Cx, declaration: ConstantDeclaration, at: ts.Node, expected: Type | undefined): Expr {
  const label = declaration.name.getText();
  const inner: Cx = {
    ...nested(cx), scope: new Scope(), instance: undefined, owner: undefined, typeArgs: new Map(), bound: label, pure: cx.pure ?? "a constant",
  };
  return withFrame(inner, { declaration, instance: undefined, label }, at, (framed) =>
    declaration.type ? lowerAs(framed, declaration.initializer, typeAt(framed, declaration)) : lower(framed, declaration.initializer, expected));
}

/** A local that stands for an object that has changed in TypeScript, but not in the language. */
function checkFresh(cx: Cx, node: ts.Identifier, value: Expr): void {
  const stale = objectsOf(value).map((o) => cx.member.aliases.staleAt(o.root, [...o.path, ...readPath(node)])).find((s) => s !== undefined);
  if (!stale) return;
  refuse("T4039", node, `\`${node.text}\` is the value from before \`${stale.through}\` changed`,
    `read \`${stale.through}\` again, or copy it before the change: new Set(…), [...…], { ...… }`, [{ message: "it changes here", span: spanOf(stale.by) }]);
}

/** How far into the object the surrounding expression goes. */
function readPath(node: ts.Node): Path {
  const path: Step[] = [];
  for (let at = node; ; at = at.parent) {
    const up = at.parent;
    if (ts.isParenthesizedExpression(up) || ts.isNonNullExpression(up)) continue;
    if (ts.isPropertyAccessExpression(up) && up.expression === at && !(ts.isCallExpression(up.parent) && up.parent.expression === up)) {
      path.push({ kind: "get", field: up.name.text });
    } else if (ts.isElementAccessExpression(up) && up.expression === at) {
      path.push({ kind: "at", key: undefined });
    } else return path;
  }
}

export function lowerPropertyAccess(cx: Cx, node: ts.PropertyAccessExpression, expected: Type | undefined): Expr {
  const found = memberOf(cx, node);
  if (found) {
    const { object, member } = found;
    switch (member.kind) {
      case "state": return build.stateRead(member.field, member.type, object.when, spanOf(node));
      case "instance": return refuse("T4020", node, `\`${textOf(node)}\` is ${member.instance.group ? "a group of options" : "a protocol"}, not a value`, "read one of its fields, or call one of its methods");
      case "hook": return functionAsValue(node);
      case "method":
        return ts.isGetAccessorDeclaration(member.declaration)
          ? inlineGetter(cx, object, { ...member, declaration: member.declaration }, node, expected)
          : functionAsValue(node);
    }
  }
  const constant = constantOf(cx, node.name);
  if (constant) return lowerConstant(cx, constant, node, expected);
  if (functionOf(cx, node)) return functionAsValue(node);
  return property(cx, lower(cx, node.expression), node.name.text, node.name, node, node.expression);
}

/** `object.name` for a value, where `of` is the object in the source. */
function property(cx: Cx, value: Expr, name: string, at: ts.Node, whole: ts.Node, of: ts.Expression): Expr {
  const object = narrowed(cx, present(value), name, of);
  const type = object.type;
  const span = spanOf(whole);
  switch (type.kind) {
    case "union":
      if (name === type.discriminant) return build.tag(object, span);
      if (build.fieldType(type, name)) return build.get(object, name, span);
      if (type.variants.some((v) => v.fields.some((f) => f.name === name))) {
        return refuse("T4028", at, `\`${name}\` has types that do not go together in the cases of ${showType(type)}`, "give it another name in one of the cases");
      }
      break;
    case "record":
      if (build.fieldType(type, name)) return build.get(object, name, span);
      break;
    case "seq":
      if (name === "length") return build.size(object, span);
      break;
    case "set": case "bag": case "majority":
      if (name === "size") return build.size(object, span);
      break;
    case "map":
      if (!type.total && name === "size") return build.size(object, span);
      if (type.total && type.key.kind === "enum" && type.key.values.includes(name)) return build.at(object, build.enumLit(name, spanOf(at), type.key), span);
      break;
    default: break;
  }
  return refuse("T4028", at, `${showType(type)} has no property \`${name}\``, "only the properties that the type declares can be read");
}

/** A union whose cases have fields of one name and unrelated types, as the cases that TypeScript has narrowed it to. */
function narrowed(cx: Cx, object: Expr, name: string, of: ts.Expression): Expr {
  const { type } = object;
  if (type.kind !== "union" || name === type.discriminant || build.fieldType(type, name)) return object;
  const { checker } = cx.member.services;
  const found = checker.getNonNullableType(checker.getTypeAtLocation(of));
  const tags = new Set((found.isUnion() ? found.types : [found]).map((t) => {
    const tag = t.getProperty(type.discriminant);
    const text = tag && checker.getTypeOfSymbolAtLocation(tag, of);
    return text?.isStringLiteral() ? text.value : undefined;
  }));
  const variants = type.variants.filter((v) => tags.has(v.tag));
  return variants.length > 0 ? build.coerce(object, union(type.discriminant, variants)) : object;
}

export function lowerElementAccess(cx: Cx, node: ts.ElementAccessExpression): Expr {
  return element(cx, lower(cx, node.expression), node);
}

function element(cx: Cx, value: Expr, node: ts.ElementAccessExpression): Expr {
  const object = present(value);
  const key = node.argumentExpression;
  if (object.type.kind === "map" && object.type.total) return build.at(object, lowerAs(cx, key, object.type.key), spanOf(node));
  if (object.type.kind === "seq") return build.at(object, lowerIndex(cx, key), spanOf(node));
  if (ts.isStringLiteral(key)) return property(cx, object, key.text, key, node, node.expression);
  return refuse("T4028", node, `${showType(object.type)} cannot be read by a key`, object.type.kind === "map" ? "write map.get(key)" : "only records by key and sequences can: this.votes[n], this.log[0]");
}

type Link = ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression | ts.NonNullExpression;

/** `a?.b.c`: undefined as a whole where `a` is. */
export function lowerOptionalChain(cx: Cx, node: ts.Expression): Expr {
  const links: Link[] = [];
  let base: ts.Expression = node;
  while (base.flags & ts.NodeFlags.OptionalChain) {
    links.unshift(base as Link);
    base = (base as Link).expression;
  }
  return follow(cx, lower(cx, base), base, links);
}

function follow(cx: Cx, value: Expr, base: ts.Expression, links: readonly Link[]): Expr {
  const [link, ...rest] = links;
  if (!link) return value;
  if (ts.isNonNullExpression(link)) return follow(cx, present(value), link, rest);
  if (!link.questionDotToken) return step(cx, value, link, rest);
  if (value.type.kind !== "option") return neverUndefined(base);
  return naming(cx, value, "value", (v) => {
    const inner = step(cx, present(v), link, rest);
    const of = inner.type.kind === "option" ? inner.type.of : inner.type;
    return build.cond(build.isNone(v, v.span), build.none(of, v.span), inner, spanOf(rest.at(-1) ?? link));
  });
}

function step(cx: Cx, value: Expr, link: Link, rest: readonly Link[]): Expr {
  const [call, ...others] = rest;
  if (ts.isPropertyAccessExpression(link)) {
    if (call && ts.isCallExpression(call)) {
      if (call.questionDotToken) return functionAsValue(link);
      return follow(cx, callMethod(cx, present(value), link.name, call), call, others);
    }
    return follow(cx, property(cx, value, link.name.text, link.name, link, link.expression), link, rest);
  }
  if (ts.isElementAccessExpression(link)) return follow(cx, element(cx, value, link), link, rest);
  return functionAsValue(link.expression);
}

/** For tests of what always has a value. */
export function neverUndefined(node: ts.Expression): never {
  return refuse("T4017", node, `\`${textOf(node)}\` is never undefined`,
    ts.isElementAccessExpression(node) ? "an index out of range is an error; where it may be, write .at(i)" : "leave the test out, or give it a type with undefined: T | undefined");
}
