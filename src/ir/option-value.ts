/** Values of options, as whoever runs a check or names a design gives them. */
import type { Span } from "../base/span.ts";
import { boolLit, enumLit, intLit, none } from "./build.ts";
import type { Expr } from "./expr.ts";
import type { OptionValue, Protocol, StateField } from "./protocol.ts";
import { isMixed, type Type } from "./type.ts";

/** What can be chosen from outside: the options, and the constants that are left open. */
export const choosable = (state: Protocol["state"]): StateField[] => state.filter((f) => f.role === "option" || (f.role === "constant" && f.initial === null));

/** The literal for `value`, or undefined where the type has no such value or none that can be written as one word. */
export function optionLiteral(value: OptionValue, type: Type, span: Span): Expr | undefined {
  switch (type.kind) {
    case "bool": return typeof value === "boolean" ? boolLit(value, span) : undefined;
    case "int": {
      const fits = typeof value === "number" && Number.isSafeInteger(value) && value >= (type.lo ?? -Infinity) && value <= (type.hi ?? Infinity);
      return fits ? intLit(value, span) : undefined;
    }
    case "enum": {
      const name = typeof value === "number" && isMixed(type) ? String(value) : value;
      return typeof name === "string" && type.values.includes(name) ? enumLit(name, span, type) : undefined;
    }
    case "option": return value === null ? none(type.of, span) : optionLiteral(value, type.of, span);
    default: return undefined;
  }
}
