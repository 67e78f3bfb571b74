/** Operators. */
import ts from "typescript";
import * as build from "../ir/build.ts";
import type { ArithOp, Expr } from "../ir/expr.ts";
import { option, showType, type Type } from "../ir/type.ts";
import { bare, type Cx, isUndefined, textOf } from "./lower-context.ts";
import { neverUndefined } from "./lower-access.ts";
import { fit, lower, lowerCondition, lowerOperand, mayBeUndefined, naming, present, unify } from "./lower-types.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

const K = ts.SyntaxKind;

const arithmetic: Readonly<Record<number, ArithOp>> = { [K.PlusToken]: "add", [K.MinusToken]: "sub", [K.AsteriskToken]: "mul", [K.PercentToken]: "mod" };

const bitwise = "the language has + - * % and Math.floor(a / b) on integers, && || ! on booleans";

/** Operators that are refused: what is wrong, what to write. */
const refused: Readonly<Record<number, readonly [string, string]>> = {
  [K.EqualsEqualsToken]: ["`==` converts its operands", "write ==="],
  [K.ExclamationEqualsToken]: ["`!=` converts its operands", "write !=="],
  [K.SlashToken]: ["`/` gives fractions", "write Math.floor(a / b)"],
  [K.AsteriskAsteriskToken]: ["`**` is not part of the language", "write the product out: x * x"],
  [K.CommaToken]: ["the comma operator is not part of the language", "write two statements"],
  [K.InKeyword]: ["`in` is not part of the language", "test with set.has(x), map.has(x), or x !== undefined"],
  [K.InstanceOfKeyword]: ["`instanceof` is not part of the language", "tell the cases of a union by their tag: m.kind === \"reply\""],
  [K.AmpersandToken]: ["bitwise operators are not part of the language", bitwise],
  [K.BarToken]: ["bitwise operators are not part of the language", bitwise],
  [K.CaretToken]: ["bitwise operators are not part of the language", bitwise],
  [K.LessThanLessThanToken]: ["bitwise operators are not part of the language", bitwise],
  [K.GreaterThanGreaterThanToken]: ["bitwise operators are not part of the language", bitwise],
  [K.GreaterThanGreaterThanGreaterThanToken]: ["bitwise operators are not part of the language", bitwise],
};

export function lowerBinary(cx: Cx, node: ts.BinaryExpression, expected: Type | undefined): Expr {
  const operator = node.operatorToken.kind;
  const span = spanOf(node);
  const no = refused[operator];
  if (no) return refuse("T4003", operator === K.CommaToken ? node : node.operatorToken, no[0], no[1]);
  const op = arithmetic[operator];
  if (op) return build.arith(op, integer(cx, node.left, node), integer(cx, node.right, node), span);
  switch (operator) {
    case K.AmpersandAmpersandToken: return build.connective("and", lowerCondition(cx, node.left), lowerCondition(cx, node.right), span);
    case K.BarBarToken: return build.connective("or", lowerCondition(cx, node.left), lowerCondition(cx, node.right), span);
    case K.QuestionQuestionToken: return orElse(cx, node, expected);
    case K.EqualsEqualsEqualsToken: return equal(cx, node);
    case K.ExclamationEqualsEqualsToken: return build.not(equal(cx, node), span);
    case K.LessThanToken: return order(cx, "lt", node.left, node.right, node);
    case K.LessThanEqualsToken: return order(cx, "le", node.left, node.right, node);
    case K.GreaterThanToken: return order(cx, "lt", node.right, node.left, node);
    case K.GreaterThanEqualsToken: return order(cx, "le", node.right, node.left, node);
    default: return refuse("T4018", node, "an assignment is not a value", "write it in a statement of its own");
  }
}

/** An operand of arithmetic. */
export function integer(cx: Cx, node: ts.Expression, whole: ts.Node): Expr {
  const value = lowerOperand(cx, node);
  if (value.type.kind === "int") return value;
  const help = value.type.kind === "sort" ? "values of a sort are no numbers; ordered sorts have next() and previous()"
    : value.type.kind === "enum" ? "texts are names of cases, and cannot be put together; hold what is variable in a record" : "arithmetic is on integers";
  return refuse("T4015", value.type.kind === "enum" ? whole : node, `this is ${showType(value.type)}, not an integer`, help);
}

function equal(cx: Cx, node: ts.BinaryExpression): Expr {
  const span = spanOf(node);
  if (isUndefined(node.right)) return absent(cx, node.left, span);
  if (isUndefined(node.left)) return absent(cx, node.right, span);
  // A literal takes the type of the other side.
  const literalFirst = isLiteral(node.left);
  const other = lower(cx, literalFirst ? node.right : node.left);
  const literal = lower(cx, literalFirst ? node.left : node.right, other.type);
  const [left, right] = literalFirst ? [literal, other] : [other, literal];
  const sides = left.type.kind === "int" && right.type.kind === "int" ? { a: left, b: right } : unify(cx, left, right);
  if (sides) return build.eq(sides.a, sides.b, span);
  return refuse("T4013", node, `${showType(left.type)} and ${showType(right.type)} are never equal`, "compare values of one type");
}

function isLiteral(node: ts.Expression): boolean {
  const inner = bare(node);
  return ts.isStringLiteralLike(inner) || ts.isObjectLiteralExpression(inner) || ts.isArrayLiteralExpression(inner) || ts.isNewExpression(inner);
}

function absent(cx: Cx, node: ts.Expression, span: Expr["span"]): Expr {
  const value = lower(cx, node);
  return value.type.kind === "option" ? build.isNone(value, span) : neverUndefined(node);
}

function orElse(cx: Cx, node: ts.BinaryExpression, expected: Type | undefined): Expr {
  const left = lower(cx, node.left, expected && option(expected));
  if (left.type.kind !== "option") return neverUndefined(node.left);
  const right = lower(cx, node.right, expected ?? left.type.of);
  return naming(cx, left, "value", (v) => {
    const sides = unify(cx, present(v), right);
    if (!sides) return refuse("T4024", node.right, `this is ${showType(right.type)}, the value before it ${showType(left.type)}`, "give both one type");
    return build.cond(build.isNone(v, v.span), sides.b, sides.a, spanOf(node));
  });
}

/** `left op right`; `a > b` is `b < a`. */
function order(cx: Cx, op: "lt" | "le", left: ts.Expression, right: ts.Expression, node: ts.Node): Expr {
  const [l, r] = [lowerOperand(cx, left), lowerOperand(cx, right)];
  const bothInt = l.type.kind === "int" && r.type.kind === "int";
  const bothOrdered = l.type.kind === "sort" && r.type.kind === "sort" && l.type.name === r.type.name && isNumber(cx, left);
  if (bothInt || bothOrdered) return build.compare(op, l, r, spanOf(node));
  const help = l.type.kind === "sort" && r.type.kind === "sort" && l.type.name === r.type.name
    ? `declare the sort as ordered: type ${l.type.name} = Order<"${l.type.name}">` : "compare two integers, or two values of one ordered sort";
  return refuse("T4014", node, `${showType(l.type)} and ${showType(r.type)} have no order`, help);
}

/** Ordered sorts are numbers to TypeScript, unordered ones are texts. */
function isNumber(cx: Cx, node: ts.Expression): boolean {
  const { checker } = cx.member.services;
  const type = checker.getTypeAtLocation(node);
  const given = checker.getBaseConstraintOfType(type) ?? type;
  const parts = given.isUnion() ? given.types.filter((t) => !(t.flags & ts.TypeFlags.Undefined)) : [given];
  return parts.every((t) => (t.isIntersection() ? t.types : [t]).some((p) => p.flags & ts.TypeFlags.NumberLike));
}

export function lowerPrefix(cx: Cx, node: ts.PrefixUnaryExpression): Expr {
  const span = spanOf(node);
  switch (node.operator) {
    case K.ExclamationToken: return build.not(lowerCondition(cx, node.operand), span);
    case K.MinusToken: {
      const value = integer(cx, node.operand, node);
      return value.kind === "literal" && typeof value.value === "number"
        ? build.intLit(0 - value.value, span)
        : build.arith("sub", build.intLit(0, span), value, span);
    }
    case K.PlusToken: return integer(cx, node.operand, node);
    case K.TildeToken: return refuse("T4003", node, "bitwise operators are not part of the language", bitwise);
    case K.PlusPlusToken: case K.MinusMinusToken: return stepInside(node);
  }
}

export function stepInside(node: ts.Node): never {
  return refuse("T4018", node, `\`${textOf(node)}\` writes in the middle of an expression`, "write it in a statement of its own");
}

export function lowerConditional(cx: Cx, node: ts.ConditionalExpression, expected: Type | undefined): Expr {
  const test = lowerCondition(cx, node.condition);
  const branch = (n: ts.Expression, other: () => Type): Expr => lower(cx, n, expected ?? (isUndefined(n) ? option(other()) : undefined));
  const [then, otherwise] = [branch(node.whenTrue, () => lower(cx, node.whenFalse).type), branch(node.whenFalse, () => lower(cx, node.whenTrue).type)];
  const sides = unify(cx, then, otherwise);
  if (sides) return build.cond(test, sides.a, sides.b, spanOf(node));
  return refuse("T4024", node, `one branch is ${showType(then.type)}, the other ${showType(otherwise.type)}`, "give both one type, by a declared variable or return type");
}

/** `x as T`: upwards, or where the value is checked to fit. */
export function lowerAssertion(cx: Cx, node: ts.AsExpression | ts.TypeAssertion, type: Type): Expr {
  const value = lower(cx, node.expression, type);
  if (value.type.kind === "option" && type.kind !== "option" && mayBeUndefined(cx, node.expression)) {
    return refuse("T4019", node, "this may be undefined", "write x! where it is sure to be there");
  }
  if (build.castable(value.type, type) || (value.type.kind === "option" && build.castable(value.type.of, type))) return fit(cx, value, type, node);
  return refuse("T4019", node, `${showType(value.type)} cannot be taken for ${showType(type)}`, "types cannot be claimed; values of a sort come from parameters and quantifiers");
}

