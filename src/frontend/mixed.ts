/** Choices that mix numbers and texts, `0 | 1 | "unlimited"`: enumerations in which some names are numerals. */
import * as build from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import { enumOf, type EnumType, int, type IntType, isMixed, isNumeral, type Type } from "../ir/type.ts";

const mostNumbers = 64;

/** The type of a choice between these, which may share some; undefined where there are too many integers, or a text reads like one. */
export function mixedType(parts: readonly (EnumType | IntType)[]): EnumType | undefined {
  const texts = parts.flatMap((p) => (p.kind === "enum" ? p.values : []));
  if (texts.some(isNumeral)) return undefined;
  const numbers = new Set<string>();
  for (const p of parts) {
    if (p.kind === "enum") continue;
    if (p.lo === null || p.hi === null || p.hi - p.lo >= mostNumbers) return undefined;
    for (let n = p.lo; n <= p.hi; n++) numbers.add(String(n));
  }
  return enumOf([...new Set(texts), ...numbers]);
}

/** A number as one of the names of `to`. */
export function asName(value: Expr, to: Type): Expr | undefined {
  if (to.kind !== "enum" || !isMixed(to) || value.kind !== "literal" || typeof value.value !== "number") return undefined;
  const name = String(value.value);
  return to.values.includes(name) ? build.enumLit(name, value.span, to) : undefined;
}

/** The integer that a value is, where TypeScript has narrowed it to its numbers. @param value simple, as it is read several times */
export function asNumber(value: Expr): Expr | undefined {
  const { type, span } = value;
  if (type.kind !== "enum" || !isMixed(type)) return undefined;
  const names = type.values.filter(isNumeral);
  const numbers = names.map(Number);
  const narrowed = build.coerce(value, enumOf(names));
  const all = names.slice(1).reduce<Expr>(
    (rest, name) => build.cond(build.eq(narrowed, build.enumLit(name, span, enumOf(names)), span), build.intLit(Number(name), span), rest, span),
    build.intLit(numbers[0], span),
  );
  return build.coerce(all, int(Math.min(...numbers), Math.max(...numbers)));
}
