/** What can be written: fields of the protocol, locals, and parts of both. */
import ts from "typescript";
import { DiagnosticsError } from "../base/diagnostic.ts";
import * as build from "../ir/build.ts";
import type { Expr, PathStep, Place } from "../ir/expr.ts";
import { sameType, showType } from "../ir/type.ts";
import { fieldRoot, type Location, type Path, showLocation, type Shared } from "./aliases.ts";
import { keyStep, sharedBy } from "./aliases-of.ts";
import { type Binding, type Body, symbolOf, textOf } from "./lower-context.ts";
import { memberOf, objectOf } from "./lower-members.ts";
import { isReference, lowerAs, lowerIndex } from "./lower-types.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

export interface Target { readonly place: Place; readonly node: ts.Expression }

/**
 * @param whole whether the place itself gets a new value, rather than a part of what it holds
 * @param hold whether keys are evaluated at once, as statements come before the write that may change them
 */
export function lowerPlace(at: Body, node: ts.Expression, whole: boolean, hold = false): Target {
  return { place: placeOf(at, node, whole, hold), node };
}

function placeOf(at: Body, node: ts.Expression, whole: boolean, hold: boolean): Place {
  if (ts.isParenthesizedExpression(node)) return placeOf(at, node.expression, whole, hold);
  if (ts.isNonNullExpression(node)) return deeper(placeOf(at, node.expression, false, hold), node);
  if (ts.isIdentifier(node)) return localPlace(at, node, whole);
  if (ts.isPropertyAccessExpression(node)) {
    const found = memberOf(at.cx, node);
    return found ? fieldPlace(at, node, found) : property(placeOf(at, node.expression, false, hold), node);
  }
  if (ts.isElementAccessExpression(node)) {
    if (objectOf(at.cx, node.expression)) return notAPlace(node, "write the field by its name: this.votes");
    return element(at, deeper(placeOf(at, node.expression, false, hold), node), node, hold);
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    if (node.expression.name.text === "get") return notAPlace(node, "a map gives out copies; write map.set(key, { ...old, field: value })");
    if (node.expression.name.text === "at") return notAPlace(node, "write log[i]");
  }
  return notAPlace(node, "write to a field, a local variable, or a part of one: this.votes[n].count");
}

function notAPlace(node: ts.Node, help: string): never {
  return refuse("T4040", node, `\`${textOf(node)}\` is a value, and cannot be written`, help);
}

function fieldPlace(at: Body, node: ts.PropertyAccessExpression, { object, member }: NonNullable<ReturnType<typeof memberOf>>): Place {
  if (member.kind !== "state") return notAPlace(node, member.kind === "instance" ? "write to its fields" : "a method cannot be replaced");
  if (object.when === "next") return refuse("T4034", node, "the state after the step cannot be written", "a step property only compares the two states");
  if (at.cx.pure) return refuse("T4034", node, `${at.cx.pure} cannot write \`${textOf(node)}\``, "only actions and @init methods write the state");
  if (member.readonly) return refuse("T4035", node, `\`${textOf(node)}\` is a constant`, "drop readonly if an action is to change it");
  return build.place({ kind: "state", name: member.field, type: member.type });
}

function localPlace(at: Body, node: ts.Identifier, whole: boolean): Place {
  const symbol = symbolOf(at.cx, node);
  const binding = symbol && at.cx.scope.find(symbol);
  if (binding?.kind === "broken") throw new DiagnosticsError([]);
  if (binding?.kind !== "local" || binding.writable === "nothing" || (whole && binding.writable === "parts")) return notWritable(node, binding);
  if (binding.region !== at.cx.region) {
    return refuse("T4037", node, `${at.cx.region.description} cannot write \`${node.text}\`, which is declared outside of it`, "write a for … of loop, or let the function return the value");
  }
  binding.markMutable();
  return build.place({ kind: "local", name: binding.name, type: binding.type });
}

function notWritable(node: ts.Identifier, binding: Binding | undefined): never {
  if (binding?.kind === "local" || binding?.kind === "value") {
    return refuse("T4036", node, `\`${node.text}\` is a parameter or the variable of a loop, and cannot be written`, "copy it into a local variable: let x = …, new Set(…), [...…]");
  }
  return notAPlace(node, "constants of the module never change");
}

const path = (place: Place, ...steps: readonly PathStep[]): Place => build.place(place.root, [...place.path, ...steps]);

/** The value in an option, when something follows. */
const deeper = (place: Place, node: ts.Node): Place => (place.type.kind === "option" ? path(place, { kind: "unwrap", span: spanOf(node) }) : place);

function property(outer: Place, node: ts.PropertyAccessExpression): Place {
  const place = deeper(outer, node.expression);
  const { type } = place;
  const field = node.name.text;
  if (type.kind === "map" && type.total && type.key.kind === "enum" && type.key.values.includes(field)) {
    return path(place, { kind: "at", key: build.enumLit(field, spanOf(node.name), type.key), span: spanOf(node) });
  }
  if (type.kind === "union" && field === type.discriminant) return notAPlace(node, "another case is another value: write it as a whole");
  const found = build.fieldType(type, field);
  if (!found) return notAPlace(node, type.kind === "seq" ? "write log = [] or log = log.slice(0, n)" : "only fields of records can be written");
  if (type.kind === "union" && type.variants.some((v) => v.fields.some((f) => f.name === field && !sameType(f.type, found)))) {
    return notAPlace(node, `\`${field}\` has other types in other cases: write the value as a whole`);
  }
  return path(place, { kind: "get", field, span: spanOf(node) });
}

function element(at: Body, place: Place, node: ts.ElementAccessExpression, hold: boolean): Place {
  const { type } = place;
  const keep = (key: Expr): Expr => (hold && !isConstant(at, key) ? named(at, "key", key) : key);
  if (type.kind === "map" && type.total) return path(place, { kind: "at", key: keep(lowerAs(at.cx, node.argumentExpression, type.key)), span: spanOf(node) });
  if (type.kind === "seq") return path(place, { kind: "at", key: keep(lowerIndex(at.cx, node.argumentExpression)), span: spanOf(node) });
  if (ts.isStringLiteral(node.argumentExpression) && build.fieldType(type, node.argumentExpression.text)) {
    return path(place, { kind: "get", field: node.argumentExpression.text, span: spanOf(node) });
  }
  return notAPlace(node, type.kind === "map" ? "write map.set(key, value)" : `${showType(type)} cannot be written by a key`);
}

const isConstant = (at: Body, e: Expr): boolean => e.kind === "literal" || (e.kind === "local" && at.cx.member.names.isConstant(e.name));

/** Evaluates now, under a name of its own. */
export function named(at: Body, hint: string, value: Expr): Expr {
  const name = at.cx.member.names.constant(hint);
  at.out.push(build.letStmt(name, value, value.span));
  if (isReference(value.type)) at.cx.member.aliases.share({ root: name, path: [] }, sharedBy(value));
  return build.local(name, value.type, value.span);
}

/** Where a place is, to TypeScript. */
export function locationOf(place: Place): Location {
  const root = place.root.kind === "state" ? fieldRoot(place.root.name) : place.root.name;
  return { root, path: place.path.flatMap((s) => (s.kind === "get" ? [{ kind: "get" as const, field: s.field }] : s.kind === "at" ? [keyStep(s.key)] : [])) };
}

/** The place gets a new value as a whole. */
export function assignTo(at: Body, target: Target, value: Expr, node: ts.Node): void {
  const { aliases } = at.cx.member;
  const location = locationOf(target.place);
  const shared = isReference(value.type) ? sharedBy(value) : [];
  if (location.path.length === 0) aliases.rebind(location.root, shared);
  else {
    changed(at, target, location.path.slice(0, -1), location.path, node);
    aliases.share(location, shared);
  }
  at.out.push(build.assign(target.place, value, spanOf(node)));
}

/** The collection at the place becomes `value`, in place. */
export function changeAt(at: Body, target: Target, value: Expr, added: readonly Shared[], node: ts.Node): void {
  const location = locationOf(target.place);
  changed(at, target, location.path, location.path, node);
  at.cx.member.aliases.share(location, added);
  at.out.push(build.assign(target.place, value, spanOf(node)));
}

function changed(at: Body, target: Target, object: Path, written: Path, node: ts.Node): void {
  const { root } = locationOf(target.place);
  const owner = at.cx.member.aliases.change(root, object, written, node);
  if (!owner) return;
  const other = showLocation(owner);
  refuse("T4038", target.node, `\`${textOf(target.node)}\` is a copy, so \`${other}\` would not change`,
    `write to \`${other}\` itself, or make the copy explicit: new Set(…), [...…], { ...… }`);
}
