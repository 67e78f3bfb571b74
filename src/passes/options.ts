/** Settles the values of the options (and of the constants) that whoever runs the check has chosen. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { boolLit, coerce, enumLit, intLit, none } from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import type { Protocol, StateField } from "../ir/protocol.ts";
import { isMixed, showType, type Type } from "../ir/type.ts";

export type OptionValue = boolean | number | string | null;
export type Options = Readonly<Record<string, OptionValue>>;

/** The initial values of the fields that were given one, by name. What is wrong goes to `report`. */
export function resolveOptions(protocol: Protocol, given: Options, report: (d: Diagnostic) => void): ReadonlyMap<string, Expr> {
  const open = protocol.state.filter((f) => f.role === "option" || (f.role === "constant" && f.initial === null));
  const chosen = new Map<string, Expr>();
  for (const [name, value] of Object.entries(given)) {
    const field = open.find((f) => f.name === name);
    if (!field) {
      const help = open.length > 0 ? `The options are ${open.map((f) => f.name).join(", ")}.` : "It has no options.";
      report({ code: "T6006", severity: "error", message: `${protocol.name} has no option "${name}"`, help });
      continue;
    }
    const expr = valueAt(field, field.type, value);
    if (expr) chosen.set(name, coerce(expr, field.type));
    else {
      const message = `${JSON.stringify(value)} is not a value for option ${name}`;
      report({ code: "T6007", severity: "error", message, span: field.span, help: `Its type is ${showType(field.type)}.` });
    }
  }
  return chosen;
}

/** The literal for `value`, or undefined where the type has no such value or none that can be written as one word. */
function valueAt(field: StateField, type: Type, value: OptionValue): Expr | undefined {
  switch (type.kind) {
    case "bool": return typeof value === "boolean" ? boolLit(value, field.span) : undefined;
    case "int": {
      const fits = typeof value === "number" && Number.isSafeInteger(value) && value >= (type.lo ?? -Infinity) && value <= (type.hi ?? Infinity);
      return fits ? intLit(value, field.span) : undefined;
    }
    case "enum": {
      const name = typeof value === "number" && isMixed(type) ? String(value) : value;
      return typeof name === "string" && type.values.includes(name) ? enumLit(name, field.span, type) : undefined;
    }
    case "option": return value === null ? none(type.of, field.span) : valueAt(field, type.of, value);
    default: return undefined;
  }
}
