/** Calls: of functions of the language, of methods and functions of the spec, of methods of values. */
import ts from "typescript";
import * as build from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import type { Type } from "../ir/type.ts";
import { calleeOf } from "./calls-effects.ts";
import { inlinePure } from "./calls-inline.ts";
import { bare, type Cx, dslFunction, textOf } from "./lower-context.ts";
import { memberOf } from "./lower-members.ts";
import { callMethod } from "./lower-methods.ts";
import { countOf, lowerDslCall, overSource } from "./lower-quantifiers.ts";
import { isStream, sourceOf } from "./lower-sources.ts";
import { lower, lowerOperand, naming, present } from "./lower-types.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

export function lowerCall(cx: Cx, node: ts.CallExpression, expected: Type | undefined): Expr {
  const callee = node.expression;
  const dsl = dslFunction(cx, callee);
  if (dsl) return lowerDslCall(cx, dsl, node, expected);
  const found = calleeOf(cx, callee);
  if (found) return inlinePure(cx, found, node, expected);
  if (!ts.isPropertyAccessExpression(callee)) return notAFunction(node);
  if (memberOf(cx, callee)) return notAFunction(node);
  if (ts.isIdentifier(callee.expression) && callee.expression.text === "Math" && isStandard(cx, callee.expression)) return lowerMath(cx, callee.name.text, node);
  if (isStream(cx, callee.expression)) return onStream(cx, callee, node);
  return callMethod(cx, present(lower(cx, callee.expression)), callee.name, node);
}

function notAFunction(node: ts.CallExpression): never {
  return refuse("T4033", node.expression, `\`${textOf(node.expression)}\` is not a function of the spec`, "call methods of the class, functions of the module and what \"tenet\" exports");
}

const isStandard = (cx: Cx, node: ts.Identifier): boolean =>
  cx.member.services.checker.getSymbolAtLocation(node)?.declarations?.every((d) => d.getSourceFile().isDeclarationFile) ?? false;

function lowerMath(cx: Cx, name: string, node: ts.CallExpression): Expr {
  const span = spanOf(node);
  if (name === "floor") {
    const quotient = bare(node.arguments[0]);
    if (ts.isBinaryExpression(quotient) && quotient.operatorToken.kind === ts.SyntaxKind.SlashToken) {
      return build.arith("div", integer(cx, quotient.left), integer(cx, quotient.right), span);
    }
    return integer(cx, node.arguments[0]);
  }
  const values = node.arguments.map((a) => integer(cx, a));
  if (name === "abs") {
    return naming(cx, values[0], "value", (v) => build.arith("max", v, build.arith("sub", build.intLit(0, span), v, span), span));
  }
  if ((name === "min" || name === "max") && values.length > 0) return values.reduce((a, b) => build.arith(name, a, b, span));
  return refuse("T4033", node, `\`Math.${name}\` of nothing is not an integer`, "Math has min, max, floor and abs, of at least one integer");
}

function integer(cx: Cx, node: ts.Expression): Expr {
  if (ts.isSpreadElement(node)) return refuse("T4031", node, "arguments cannot be spread", "find the greatest or least in a for … of loop");
  const value = lowerOperand(cx, node);
  return value.type.kind === "int" ? value : refuse("T4015", node, "this is not an integer", "Math is on integers");
}

/** `[...set].every(…)`: nothing that depends on the order of the elements. */
function onStream(cx: Cx, callee: ts.PropertyAccessExpression, node: ts.CallExpression): Expr {
  const source = sourceOf(cx, callee.expression);
  switch (callee.name.text) {
    case "every": return overSource(cx, "forall", source, node.arguments[0], node);
    case "some": return overSource(cx, "exists", source, node.arguments[0], node);
    default: return refuse("T4043", callee.expression, `the order of these elements means nothing, so \`${callee.name.text}\` has no meaning`,
      "every, some, filter, map and length do; or use the set itself");
  }
}

/** `[...set].length`. */
export function lowerStreamLength(cx: Cx, node: ts.PropertyAccessExpression): Expr {
  return countOf(cx, sourceOf(cx, node.expression), node);
}
