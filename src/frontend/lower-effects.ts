/** Expressions that may do something: the sources of declarations, assignments and `return`, and statements. */
import ts from "typescript";
import * as build from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import type { Type } from "../ir/type.ts";
import { type Callee, calleeOf, hasEffects, isAssignment } from "./calls-effects.ts";
import { inlineEffects } from "./calls-inline.ts";
import { bare, type Body, textOf } from "./lower-context.ts";
import { isMutation, lowerMutation } from "./lower-mutations.ts";
import { lower, present } from "./lower-types.ts";
import { assignTo, lowerPlace, named } from "./places.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

/** The called function, where calling it does something. */
export function effectOf(at: Body, node: ts.Expression): Callee | undefined {
  const call = bare(node);
  const callee = ts.isCallExpression(call) ? calleeOf(at.cx, call.expression) : undefined;
  return callee && hasEffects(callee) ? callee : undefined;
}

/** Whether evaluating the expression takes statements of its own. */
export function needsStatements(at: Body, node: ts.Expression): boolean {
  const inner = bare(node);
  if (ts.isNonNullExpression(inner)) return needsStatements(at, inner.expression);
  return isStep(inner) || (ts.isCallExpression(inner) && isMutation(at, inner)) || effectOf(at, inner) !== undefined;
}

type StepExpression = (ts.PrefixUnaryExpression | ts.PostfixUnaryExpression) & { readonly operator: ts.SyntaxKind.PlusPlusToken | ts.SyntaxKind.MinusMinusToken };

/** `x++`, `--x`. */
export function isStep(node: ts.Node): node is StepExpression {
  return (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
    && (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken);
}

export function effectful(at: Body, node: ts.Expression, expected?: Type): Expr {
  const inner = bare(node);
  if (ts.isNonNullExpression(inner) && needsStatements(at, inner)) return present(effectful(at, inner.expression, expected));
  if (isStep(inner)) return lowerStep(at, inner, true)!;
  if (ts.isCallExpression(inner)) {
    if (isMutation(at, inner)) return lowerMutation(at, inner, true) ?? refuse("T4044", inner, `\`${textOf(inner)}\` gives no value`, "write it as a statement of its own");
    const callee = effectOf(at, inner);
    if (callee) {
      return inlineEffects(at, callee, inner, expected) ?? refuse("T4044", inner, `\`${textOf(inner.expression)}\` gives no value`, "call it in a statement of its own");
    }
  }
  if (ts.isBinaryExpression(inner) && isAssignment(inner)) return refuse("T4018", inner, "an assignment is not a value", "write it in a statement of its own");
  return lower(at.cx, node, expected);
}

/** `x++` and the like. @returns the value that the expression has, if it is used */
export function lowerStep(at: Body, node: StepExpression, used: boolean): Expr | undefined {
  const span = spanOf(node);
  const target = lowerPlace(at, node.operand, true);
  const now = present(build.read(target.place, spanOf(node.operand)));
  if (now.type.kind !== "int") {
    return refuse("T4015", node.operand, "this is not an integer", now.type.kind === "sort" ? "ordered sorts have next() and previous()" : "only integers are counted");
  }
  const old = used && ts.isPostfixUnaryExpression(node) ? named(at, at.variable ?? "old", now) : undefined;
  assignTo(at, target, build.arith(node.operator === ts.SyntaxKind.PlusPlusToken ? "add" : "sub", now, build.intLit(1, span), span), node);
  return used ? (old ?? now) : undefined;
}
