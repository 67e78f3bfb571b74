/** Assignments. */
import ts from "typescript";
import * as build from "../ir/build.ts";
import type { ArithOp } from "../ir/expr.ts";
import { showType } from "../ir/type.ts";
import type { Body } from "./lower-context.ts";
import { needsStatements } from "./lower-effects.ts";
import { integer } from "./lower-operators.ts";
import { fit, lowerAs, present } from "./lower-types.ts";
import { assignTo, lowerPlace } from "./places.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

const K = ts.SyntaxKind;
const compound: Readonly<Record<number, ArithOp>> = {
  [K.PlusEqualsToken]: "add", [K.MinusEqualsToken]: "sub", [K.AsteriskEqualsToken]: "mul", [K.PercentEqualsToken]: "mod",
};

export function lowerAssignment(at: Body, node: ts.BinaryExpression): void {
  const operator = node.operatorToken.kind;
  if (ts.isObjectLiteralExpression(node.left) || ts.isArrayLiteralExpression(node.left)) {
    return refuse("T4040", node.left, "several variables cannot be assigned at once", "write one assignment for each");
  }
  if (operator === K.EqualsToken) {
    const target = lowerPlace(at, node.left, true, needsStatements(at, node.right));
    const value = at.cx.member.dispatch.effectful(at, node.right, target.place.type);
    return assignTo(at, target, fit(at.cx, value, target.place.type, node.right), node);
  }
  if (operator === K.QuestionQuestionEqualsToken) return assignIfAbsent(at, node);
  const op = compound[operator];
  if (!op) return refuse("T4003", node.operatorToken, `\`${node.operatorToken.getText()}\` is not part of the language`, "write the operation out: x = …");
  const target = lowerPlace(at, node.left, true);
  const now = present(build.read(target.place, spanOf(node.left)));
  if (now.type.kind !== "int") return refuse("T4015", node.left, `this is ${showType(now.type)}, not an integer`, "arithmetic is on integers");
  const value = build.arith(op, now, integer(at.cx, node.right, node.right), spanOf(node));
  assignTo(at, target, fit(at.cx, value, target.place.type, node), node);
}

/** `x ??= value`. */
function assignIfAbsent(at: Body, node: ts.BinaryExpression): void {
  const target = lowerPlace(at, node.left, true);
  const { type } = target.place;
  if (type.kind !== "option") return refuse("T4017", node.left, "this is never undefined", "assign with =");
  const inner: Body = { ...at, out: [] };
  assignTo(inner, target, fit(at.cx, lowerAs(at.cx, node.right, type), type, node.right), node);
  at.out.push(build.ifStmt(build.isNone(build.read(target.place, spanOf(node.left)), spanOf(node)), inner.out, [], spanOf(node)));
}
