/** The dispatch over expressions: one line for each kind of node. */
import ts from "typescript";
import * as build from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import type { Type } from "../ir/type.ts";
import { lowerCall, lowerStreamLength } from "./calls.ts";
import { lowerElementAccess, lowerIdentifier, lowerOptionalChain, lowerPropertyAccess } from "./lower-access.ts";
import { type Cx, isConstAssertion } from "./lower-context.ts";
import { lowerArray, lowerNew, lowerNumber, lowerObject, lowerText } from "./lower-literals.ts";
import { lowerAssertion, lowerBinary, lowerConditional, lowerPrefix, stepInside } from "./lower-operators.ts";
import { isStream } from "./lower-sources.ts";
import { present, typeAt } from "./lower-types.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

const K = ts.SyntaxKind;

export function lowerExpr(cx: Cx, node: ts.Expression, expected?: Type): Expr {
  if (node.flags & ts.NodeFlags.OptionalChain) return lowerOptionalChain(cx, node);
  if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node)) return lowerExpr(cx, node.expression, expected);
  if (ts.isIdentifier(node)) return lowerIdentifier(cx, node, expected);
  if (ts.isPropertyAccessExpression(node)) {
    return node.name.text === "length" && isStream(cx, node.expression) ? lowerStreamLength(cx, node) : lowerPropertyAccess(cx, node, expected);
  }
  if (ts.isElementAccessExpression(node)) return lowerElementAccess(cx, node);
  if (ts.isCallExpression(node)) return lowerCall(cx, node, expected);
  if (ts.isBinaryExpression(node)) return lowerBinary(cx, node, expected);
  if (ts.isPrefixUnaryExpression(node)) return lowerPrefix(cx, node);
  if (ts.isPostfixUnaryExpression(node)) return stepInside(node);
  if (ts.isConditionalExpression(node)) return lowerConditional(cx, node, expected);
  if (ts.isNonNullExpression(node)) return present(lowerExpr(cx, node.expression, expected));
  if (ts.isNumericLiteral(node)) return lowerNumber(node, expected);
  if (ts.isStringLiteralLike(node)) return lowerText(node, expected);
  if (ts.isObjectLiteralExpression(node)) return lowerObject(cx, node, expected);
  if (ts.isArrayLiteralExpression(node)) return lowerArray(cx, node, expected);
  if (ts.isNewExpression(node)) return lowerNew(cx, node, expected);
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
    if (ts.isAsExpression(node) && isConstAssertion(node)) return lowerExpr(cx, node.expression, expected);
    return lowerAssertion(cx, node, typeAt(cx, node.type));
  }
  if (node.kind === K.TrueKeyword || node.kind === K.FalseKeyword) return build.boolLit(node.kind === K.TrueKeyword, spanOf(node));
  const [message, help] = outside[node.kind] ?? ["this expression is not part of the language", "see the expressions that the language has"];
  return refuse(node.kind === K.ThisKeyword ? "T4020" : node.kind === K.ArrowFunction || node.kind === K.FunctionExpression ? "T4022" : "T4002", node, message, help);
}

/** What is wrong, what to write. */
const outside: Readonly<Record<number, readonly [string, string]>> = {
  [K.ThisKeyword]: ["`this` is the protocol itself, not a value", "read one of its fields, or call one of its methods"],
  [K.ArrowFunction]: ["a function is not a value", "functions stand where quantifiers and methods of sequences ask for them, and in const f = (x: T) => …"],
  [K.FunctionExpression]: ["a function is not a value", "functions stand where quantifiers and methods of sequences ask for them, and in const f = (x: T) => …"],
  [K.NullKeyword]: ["null is not part of the language", "write undefined"],
  [K.TypeOfExpression]: ["typeof is not part of the language", "the types of values are known; tell the cases of a union by their tag: m.kind === \"reply\""],
  [K.VoidExpression]: ["void is not part of the language", "write undefined"],
  [K.DeleteExpression]: ["delete is not part of the language", "write map.delete(key), or this.field = undefined"],
  [K.SpreadElement]: ["a spread cannot stand here", "spread into an array: [...a, b], or into an object: { ...r, x: 1 }"],
};
