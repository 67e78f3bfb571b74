/** Methods of collections that change them: statements, whose result may be named. */
import ts from "typescript";
import * as build from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import { type SeqType, showType } from "../ir/type.ts";
import type { Shared } from "./aliases.ts";
import { sharedBy } from "./aliases-of.ts";
import { calleeOf } from "./calls-effects.ts";
import { type Body, dslFunction } from "./lower-context.ts";
import { objectOf } from "./lower-members.ts";
import { mutators } from "./lower-methods.ts";
import { isReference, isSimple, lowerAs } from "./lower-types.ts";
import { changeAt, lowerPlace, named, type Target } from "./places.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

const anyMutator = new Set(Object.values(mutators).flat());

/** Whether a call has the form of one that changes a collection. */
export function isMutation(at: Body, node: ts.CallExpression): node is ts.CallExpression & { readonly expression: ts.PropertyAccessExpression } {
  const callee = node.expression;
  return ts.isPropertyAccessExpression(callee) && anyMutator.has(callee.name.text)
    && !calleeOf(at.cx, callee) && !objectOf(at.cx, callee.expression) && !dslFunction(at.cx, callee);
}

/** @param used whether the result is needed: it is then named before the collection changes */
export function lowerMutation(at: Body, node: ts.CallExpression & { readonly expression: ts.PropertyAccessExpression }, used: boolean): Expr | undefined {
  const spread = node.arguments.find(ts.isSpreadElement);
  if (spread) return refuse("T4031", spread, "arguments cannot be spread", "write log = log.concat(other), or a for … of loop");
  const { name } = node.expression;
  const target = receiver(at, node.expression.expression);
  const { type } = target.place;
  if (!mutators[type.kind]?.includes(name.text) || (type.kind === "map" && type.total)) {
    return refuse("T4028", name, `${showType(type)} has no method \`${name.text}\``, type.kind === "majority" ? "a majority is given, and never changes" : "see the methods that the language has on sets, maps, bags and sequences");
  }
  return type.kind === "seq" ? sequence(at, target, type, node, name.text, used) : collection(at, target, node, name.text, used);
}

/** The place of `this.sent` in `this.sent.add(a).add(b)`, after `add(a)`. */
function receiver(at: Body, node: ts.Expression): Target {
  if (ts.isCallExpression(node) && isMutation(at, node) && ["add", "set"].includes(node.expression.name.text)) {
    lowerMutation(at, node, false);
    return receiver(at, node.expression.expression);
  }
  const target = lowerPlace(at, node, false);
  if (target.place.type.kind !== "option") return target;
  return { node, place: build.place(target.place.root, [...target.place.path, { kind: "unwrap", span: spanOf(node) }]) };
}

function collection(at: Body, target: Target, node: ts.CallExpression, name: string, used: boolean): Expr | undefined {
  const { cx } = at;
  const span = spanOf(node);
  const { place } = target;
  const { type } = place;
  const now = (): Expr => build.read(place, spanOf(target.node));
  const [first, second] = node.arguments;
  if (type.kind === "map") {
    if (name === "clear") return void changeAt(at, target, build.entries(type, [], span), [], node);
    const key = lowerAs(cx, first, type.key);
    if (name === "delete") return without(at, target, key, node, used);
    const value = lowerAs(cx, second, type.value);
    return put(at, target, build.put(now(), key, value, span), inside(value), node, used);
  }
  if (type.kind !== "set" && type.kind !== "bag") return undefined;
  if (name === "clear") return void changeAt(at, target, build.collection(type, [], span), [], node);
  const value = lowerAs(cx, first, type.of);
  if (name === "delete") return without(at, target, value, node, used);
  return put(at, target, build.withItem("add", now(), value, span), inside(value), node, used);
}

/** The result of `add` and `set` is the collection itself. */
function put(at: Body, target: Target, value: Expr, added: readonly Shared[], node: ts.Node, used: boolean): Expr | undefined {
  changeAt(at, target, value, added, node);
  return used ? build.read(target.place, spanOf(node)) : undefined;
}

function without(at: Body, target: Target, given: Expr, node: ts.Node, used: boolean): Expr | undefined {
  const value = used && !isSimple(given) ? named(at, "value", given) : given;
  const now = build.read(target.place, spanOf(target.node));
  const found = used ? named(at, at.variable ?? "found", build.has(now, value, spanOf(node))) : undefined;
  changeAt(at, target, build.withItem("delete", now, value, spanOf(node)), [], node);
  return found;
}

function sequence(at: Body, target: Target, type: SeqType, node: ts.CallExpression, name: string, used: boolean): Expr | undefined {
  const span = spanOf(node);
  const now = (): Expr => build.read(target.place, spanOf(target.node));
  if (name === "pop" || name === "shift") return take(at, target, type, node, name, used);
  const values = node.arguments.map((a) => lowerAs(at.cx, a, type.of));
  const added = values.flatMap(inside);
  if (name === "push") changeAt(at, target, values.reduce((seq, v) => build.withItem("add", seq, v, span), now()), added, node);
  else changeAt(at, target, build.concat(build.collection({ ...type, max: values.length }, values, span), now(), span), added, node);
  return used ? build.size(now(), span) : undefined;
}

/** The last or first element, or undefined, and the sequence without it. */
function take(at: Body, target: Target, type: SeqType, node: ts.CallExpression, name: "pop" | "shift", used: boolean): Expr | undefined {
  const span = spanOf(node);
  const now = build.read(target.place, spanOf(target.node));
  const zero = build.intLit(0, span);
  let taken: Expr | undefined;
  if (used) {
    const index = name === "shift" ? zero : build.arith("sub", build.size(now, span), build.intLit(1, span), span);
    const some = build.compare("lt", zero, build.size(now, span), span);
    taken = named(at, at.variable ?? (name === "shift" ? "first" : "last"), build.cond(some, build.at(now, index, span), build.none(type.of, span), span));
  }
  changeAt(at, target, name === "shift" ? build.slice(now, build.intLit(1, span), null, span) : build.slice(now, zero, build.intLit(-1, span), span), [], node);
  return taken;
}

const inside = (value: Expr): Shared[] =>
  isReference(value.type) ? sharedBy(value).map((s) => ({ ...s, inner: [{ kind: "at", key: undefined }, ...s.inner] })) : [];

