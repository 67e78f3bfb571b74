/** Whether a function does something: writes the state, or guards the action. Told by its text, calls followed. */
import ts from "typescript";
import { type Cx, dslFunction, type FunctionLike, Scope, symbolOf } from "./lower-context.ts";
import type { Member } from "./context.ts";
import { moduleCx } from "./lower-callbacks.ts";
import { functionOf, memberOf, objectOf } from "./lower-members.ts";

const mutating = new Set(["add", "delete", "clear", "set", "push", "pop", "shift", "unshift"]);

export interface Callee { readonly declaration: FunctionLike; readonly cx: Cx }

/** @param callee with the context of its body, of which only `this` and the functions in scope matter */
export function hasEffects(callee: Callee): boolean {
  return acts(callee, []);
}

/** @param seen functions looked at already, each once: the first effect found ends the search */
function acts(callee: Callee, seen: Callee[]): boolean {
  const { declaration, cx } = callee;
  if (!declaration.body || seen.some((s) => s.declaration === declaration && s.cx.instance === cx.instance)) return false;
  seen.push(callee);
  const visit = (node: ts.Node): boolean => isEffect(cx, node, seen) || (ts.forEachChild(node, visit) ?? false);
  return visit(declaration.body);
}

function isEffect(cx: Cx, node: ts.Node, seen: Callee[]): boolean {
  if (ts.isBinaryExpression(node)) return isAssignment(node) && isOfState(node.left);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    return (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken) && isOfState(node.operand);
  }
  if (!ts.isCallExpression(node)) return false;
  if (dslFunction(cx, node.expression) === "require") return true;
  const callee = calleeOf(cx, node.expression);
  if (callee) return acts(callee, seen);
  return ts.isPropertyAccessExpression(node.expression) && mutating.has(node.expression.name.text) && isOfState(node.expression.expression);
}

export function isAssignment(node: ts.BinaryExpression): boolean {
  const operator = node.operatorToken.kind;
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}

/** The function that is called, as a body of its own; undefined for methods of values and for functions of the language. */
export function calleeOf(cx: Cx, expression: ts.Expression): Callee | undefined {
  if (ts.isPropertyAccessExpression(expression)) {
    const object = objectOf(cx, expression.expression);
    if (object) {
      const { member } = memberOf(cx, expression)!;
      if (member.kind === "hook") return hookOf(cx, member);
      return member.kind === "method"
        ? { declaration: member.declaration, cx: { ...cx, scope: new Scope(), instance: object.instance, owner: member.owner, when: object.when, typeArgs: member.typeArgs } }
        : undefined;
    }
  }
  if (ts.isIdentifier(expression)) {
    const symbol = symbolOf(cx, expression);
    const binding = symbol && cx.scope.find(symbol);
    if (binding) return binding.kind === "function" ? { declaration: binding.declaration, cx: binding.cx } : undefined;
  }
  const declaration = functionOf(cx, expression);
  return declaration && { declaration, cx: moduleCx(cx) };
}

/** The function that was given for an option, with `this` where it was given. */
function hookOf(cx: Cx, { given }: Extract<Member, { kind: "hook" }>): Callee | undefined {
  return given && { declaration: given.declaration, cx: { ...cx, scope: new Scope(), instance: given.instance, owner: given.instance.declaration, typeArgs: given.typeArgs } };
}

/** Whether a call is one of a function among the options. */
export function isHook(cx: Cx, { expression }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && memberOf(cx, expression)?.member.kind === "hook";
}

/** Whether a place is part of the state, and not of a local. */
function isOfState(place: ts.Expression): boolean {
  if (place.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (ts.isPropertyAccessExpression(place) || ts.isElementAccessExpression(place) || ts.isNonNullExpression(place) || ts.isParenthesizedExpression(place)) {
    return isOfState(place.expression);
  }
  // `this.sent.add(a).add(b)`
  return ts.isCallExpression(place) && ts.isPropertyAccessExpression(place.expression) && isOfState(place.expression.expression);
}
