/** The dispatch over statements. */
import ts from "typescript";
import { DiagnosticsError } from "../base/diagnostic.ts";
import * as build from "../ir/build.ts";
import { lowerAssignment } from "./lower-assign.ts";
import { branches } from "./lower-branches.ts";
import { bare, type Body, dslFunction, nested, textOf } from "./lower-context.ts";
import { declareFunction, lowerVariables } from "./lower-declarations.ts";
import { inlineEffects } from "./calls-inline.ts";
import { calleeOf, isAssignment, isHook } from "./calls-effects.ts";
import { effectOf, isStep, lowerStep } from "./lower-effects.ts";
import { lowerForOf } from "./lower-loops.ts";
import { isMutation, lowerMutation } from "./lower-mutations.ts";
import { giveBack } from "./lower-returns.ts";
import { lowerSwitch } from "./lower-switch.ts";
import { lower, lowerCondition } from "./lower-types.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

const K = ts.SyntaxKind;

/** One after the other; an error in one does not keep those in others from being found. */
export function lowerStatements(at: Body, nodes: readonly ts.Statement[]): void {
  for (const node of nodes) if (ts.isFunctionDeclaration(node) && node.name) declareFunction(at.cx, node.name, node);
  for (const node of nodes) {
    try {
      lowerStatement(at, node);
    } catch (e) {
      if (!(e instanceof DiagnosticsError)) throw e;
      at.cx.member.errors.push(...e.diagnostics);
    }
  }
}

export function lowerStatement(at: Body, node: ts.Statement): void {
  if (ts.isBlock(node)) return lowerStatements({ ...at, cx: nested(at.cx) }, node.statements);
  if (ts.isVariableStatement(node)) return lowerVariables(at, node.declarationList);
  if (ts.isExpressionStatement(node)) return lowerEffect(at, bare(node.expression));
  if (ts.isIfStatement(node)) return lowerIf(at, node);
  if (ts.isForOfStatement(node)) return lowerForOf(at, node);
  if (ts.isSwitchStatement(node)) return lowerSwitch(at, node);
  if (ts.isReturnStatement(node)) return lowerReturn(at, node);
  if (ts.isBreakStatement(node) || ts.isContinueStatement(node)) return lowerJump(at, node);
  if (ts.isEmptyStatement(node) || ts.isFunctionDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
  const [message, help] = outside[node.kind] ?? ["this statement is not part of the language", "see the statements that the language has"];
  const first = node.getFirstToken();
  refuse(node.kind === K.ClassDeclaration || node.kind === K.EnumDeclaration ? "T4005" : "T4001", first ?? node, message, help);
}

/** What is wrong, what to write. */
const outside: Readonly<Record<number, readonly [string, string]>> = {
  [K.WhileStatement]: ["while is not part of the language", "an action has to end: write for (const x of …), for (const i of range(0, n))"],
  [K.DoStatement]: ["do is not part of the language", "an action has to end: write for (const x of …), for (const i of range(0, n))"],
  [K.ForStatement]: ["a for loop with a counter is not part of the language", "write for (const i of range(from, to))"],
  [K.ForInStatement]: ["for … in is not part of the language", "write for (const x of …); over the keys of a map: for (const k of map.keys())"],
  [K.LabeledStatement]: ["labels are not part of the language", "put the inner loop into a method and return from it"],
  [K.ClassDeclaration]: ["a class inside a body is not part of the language", "declare the class at the top of the file"],
  [K.EnumDeclaration]: ["an enum is not part of the language", "write a union of texts: type Phase = \"idle\" | \"busy\""],
  [K.WithStatement]: ["with is not part of the language", "write the names out"],
};

function lowerIf(at: Body, node: ts.IfStatement): void {
  const test = lowerCondition(at.cx, node.expression);
  const otherwise = node.elseStatement;
  const [then, rest] = branches(at, [
    (inner) => lowerStatements(inner, [node.thenStatement]),
    (inner) => { if (otherwise) lowerStatements(inner, [otherwise]); },
  ]);
  at.out.push(build.ifStmt(test, then, rest, spanOf(node)));
}

function lowerReturn(at: Body, node: ts.ReturnStatement): void {
  const { cx, out, returns } = at;
  const span = spanOf(node);
  if (returns.kind === "nothing") {
    if (node.expression) lowerEffect(at, bare(node.expression));
    out.push(build.returnStmt(null, span));
    return;
  }
  if (!node.expression && returns.expected?.kind !== "option") return refuse("T4044", node, "nothing is returned here, and a value elsewhere", "return a value on every path");
  const value = node.expression
    ? cx.member.dispatch.effectful(at, node.expression, returns.expected)
    : build.none((returns.expected as { of: Parameters<typeof build.none>[0] }).of, span);
  giveBack(at, value, node.expression ?? node);
  if (returns.kind === "result") out.push(build.returnStmt(null, span));
}

function lowerJump(at: Body, node: ts.BreakStatement | ts.ContinueStatement): void {
  if (node.label) return refuse("T4001", node.label, "labels are not part of the language", "put the inner loop into a method and return from it");
  if (ts.isBreakStatement(node) && !at.loop) return refuse("T4007", node, "break in the middle of a case", "write if … else, and break at the end of the case only");
  at.out.push(build.jump(ts.isBreakStatement(node) ? "break" : "continue", spanOf(node)));
}

/** An expression for what it does. */
export function lowerEffect(at: Body, node: ts.Expression): void {
  const { cx } = at;
  if (ts.isBinaryExpression(node) && isAssignment(node)) return lowerAssignment(at, node);
  if (isStep(node)) return void lowerStep(at, node, false);
  if (ts.isCallExpression(node)) {
    if (dslFunction(cx, node.expression) === "require") return lowerRequire(at, node);
    if (isMutation(at, node)) return void lowerMutation(at, node, false);
    const callee = isHook(cx, node) ? calleeOf(cx, node.expression) : effectOf(at, node);
    if (callee) return void inlineEffects(at, callee, node, undefined);
    // `this.options.onCrash?.(node)` where there is none.
    if (isHook(cx, node)) return;
  }
  lower(cx, node);
  refuse("T4004", node, `\`${textOf(node)}\` does nothing`, "remove it, or use its value: return …, require(…), const x = …");
}

function lowerRequire(at: Body, node: ts.CallExpression): void {
  if (at.cx.pure) {
    return refuse("T4011", node, `${at.cx.pure} cannot be guarded`, "only actions and @init methods have guards; for a condition write implies(condition, …)");
  }
  at.out.push(build.require(lowerCondition(at.cx, node.arguments[0]), spanOf(node)));
}
