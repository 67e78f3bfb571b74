import ts from "typescript";
import type { Diagnostic } from "../base/diagnostic.ts";
import { errorAt } from "./refuse.ts";

/** The numbers of `static scope = { RM: 3 }`. */
export function defaultScope(literal: ts.Expression, report: (d: Diagnostic) => void): Record<string, number> {
  const scope: Record<string, number> = {};
  const help = "write the numbers out: static scope = { Node: 3, log: 4 }";
  const object = ts.isAsExpression(literal) || ts.isSatisfiesExpression(literal) || ts.isParenthesizedExpression(literal) ? literal.expression : literal;
  if (!ts.isObjectLiteralExpression(object)) {
    report(errorAt("T6001", literal, "the default scope is an object of numbers", help));
    return scope;
  }
  for (const property of object.properties) {
    const name = property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) ? property.name.text : undefined;
    const value = ts.isPropertyAssignment(property) && ts.isNumericLiteral(property.initializer) ? Number(property.initializer.text) : undefined;
    if (name === undefined || value === undefined || !Number.isSafeInteger(value)) {
      report(errorAt("T6001", property, "a size is a whole number that is written out", help));
    } else Object.defineProperty(scope, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return scope;
}
