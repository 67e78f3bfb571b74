/** Functions given to quantifiers and to methods of collections, and the parameters that they bind. */
import ts from "typescript";
import * as build from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import type { Type } from "../ir/type.ts";
import { bare, type Binding, type Cx, type FunctionLike, nested, Scope, symbolOf, textOf } from "./lower-context.ts";
import { functionOf } from "./lower-members.ts";
import { lowerAs, naming, present } from "./lower-types.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

/** What a parameter or variable is bound to. Pairs (entries of maps) exist only until they are taken apart. */
export type Element = { readonly kind: "one"; readonly value: Expr } | { readonly kind: "pair"; readonly first: Expr; readonly second: Expr };
export const valueOf = (value: Expr): Element => ({ kind: "one", value });
export const pairOf = (first: Expr, second: Expr): Element => ({ kind: "pair", first, second });

export interface FunctionRef { readonly declaration: FunctionLike; readonly cx: Cx }

/** The function that an argument is, or undefined for a value. */
export function functionRef(cx: Cx, argument: ts.Expression): FunctionRef | undefined {
  const node = bare(argument);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return { declaration: node, cx };
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return undefined;
  const symbol = symbolOf(cx, node);
  const binding = symbol && cx.scope.find(symbol);
  if (binding?.kind === "function") return binding;
  if (binding) return undefined;
  const declaration = functionOf(cx, node);
  return declaration && { declaration, cx: moduleCx(cx) };
}

/** Where functions of the module stand. */
export const moduleCx = (cx: Cx): Cx => ({ ...cx, scope: new Scope(), instance: undefined, owner: undefined, when: "now", typeArgs: new Map() });

export function needFunction(cx: Cx, argument: ts.Expression): FunctionRef {
  return functionRef(cx, argument) ?? refuse("T4022", argument, "a function has to be written out here", "write an arrow function: (x) => …");
}

/** A region of its own: what is inside cannot write what is outside. */
export const pureCx = (cx: Cx, description: string): Cx => nested(cx, { pure: cx.pure ?? description, region: { description } });

/** The body of a function for given arguments. Functions ignore arguments they have no parameter for. */
export function callback(cx: Cx, argument: ts.Expression, elements: readonly Element[], of: string, expected?: Type): Expr {
  const ref = needFunction(cx, argument);
  const inner = { ...pureCx(ref.cx, `the function given to ${of}`), pure: cx.pure ?? `the function given to ${of}`, frames: cx.frames };
  ref.declaration.parameters.forEach((p, i) => {
    if (i >= elements.length || p.dotDotDotToken || p.initializer) refuse("T4031", p, "there is no argument for this parameter", `the function given to ${of} has ${elements.length} of them`);
    bindPattern(inner, p.name, elements[i]);
  });
  return cx.member.dispatch.pureBody(inner, ref.declaration, expected);
}

/** The name that a parameter or variable gives to what it stands for. */
export const hintOf = (name: ts.BindingName | undefined, otherwise: string): string => (name && ts.isIdentifier(name) ? name.text : otherwise);

/** How a single name is bound; by default it stands for the expression. */
export type BindName = (name: ts.Identifier, value: Expr) => Binding;
const byValue: BindName = (_name, value) => ({ kind: "value", value });

export function bindPattern(cx: Cx, name: ts.BindingName, element: Element, bind: BindName = byValue): void {
  if (ts.isIdentifier(name)) {
    if (element.kind === "pair") return refuse("T4042", name, "an entry of a map is a pair, and pairs are not values", "take it apart: [key, value]");
    const symbol = symbolOf(cx, name);
    if (symbol) cx.scope.set(symbol, bind(name, element.value));
    return;
  }
  if (ts.isArrayBindingPattern(name)) return bindArray(cx, name, element, bind);
  if (element.kind === "pair") return refuse("T4042", name, "an entry of a map is a pair", "take it apart: [key, value]");
  const value = present(element.value);
  for (const e of name.elements) {
    if (e.dotDotDotToken) return refuse("T4005", e, "the rest of a record cannot be taken apart", "name the fields that are needed");
    const property = e.propertyName ?? e.name;
    const field = ts.isIdentifier(property) || ts.isStringLiteral(property) ? property.text : "";
    const isTag = value.type.kind === "union" && value.type.discriminant === field;
    if (!isTag && !build.fieldType(value.type, field)) return refuse("T4005", e, `\`${textOf(property)}\` cannot be taken out here`, "take fields of a record apart by their names");
    const part = isTag ? build.tag(value, spanOf(e)) : build.get(value, field, spanOf(e));
    bindPattern(cx, e.name, valueOf(e.initializer ? orElse(cx, part, e.initializer) : part), bind);
  }
}

function bindArray(cx: Cx, name: ts.ArrayBindingPattern, element: Element, bind: BindName): void {
  name.elements.forEach((e, i) => {
    if (ts.isOmittedExpression(e)) return;
    if (e.dotDotDotToken || e.initializer) return refuse("T4005", e, "only plain names can stand here", "take the rest with slice, and a default with ??");
    if (element.kind === "pair") {
      if (i > 1) refuse("T4005", e, "an entry has a key and a value only", "write [key, value]");
      return bindPattern(cx, e.name, valueOf(i === 0 ? element.first : element.second), bind);
    }
    const value = present(element.value);
    if (value.type.kind !== "seq") refuse("T4005", name, "only sequences and entries of maps can be taken apart by position", "take records apart by name: { a, b }");
    bindPattern(cx, e.name, valueOf(build.at(value, build.intLit(i, spanOf(e)), spanOf(e))), bind);
  });
}

function orElse(cx: Cx, value: Expr, otherwise: ts.Expression): Expr {
  if (value.type.kind !== "option") return value;
  const { of } = value.type;
  return naming(cx, value, "value", (v) => build.cond(build.isNone(v, v.span), lowerAs(cx, otherwise, of), present(v), v.span));
}
