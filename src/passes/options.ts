/** Settles the values of the options (and of the constants) that whoever runs the check has chosen. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { coerce } from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import { choosable, optionLiteral } from "../ir/option-value.ts";
import type { Options, Protocol } from "../ir/protocol.ts";
import { showType } from "../ir/type.ts";

/** The initial values of the fields that were given one, by name. What is wrong goes to `report`. */
export function resolveOptions(protocol: Protocol, given: Options, report: (d: Diagnostic) => void): ReadonlyMap<string, Expr> {
  const open = choosable(protocol.state);
  const chosen = new Map<string, Expr>();
  for (const [name, value] of Object.entries(given)) {
    const field = open.find((f) => f.name === name);
    if (!field) {
      const help = open.length > 0 ? `The options are ${open.map((f) => f.name).join(", ")}.` : "It has no options.";
      report({ code: "T6006", severity: "error", message: `${protocol.name} has no option "${name}"`, help });
      continue;
    }
    const expr = optionLiteral(value, field.type, field.span);
    if (expr) chosen.set(name, coerce(expr, field.type));
    else {
      const message = `${JSON.stringify(value)} is not a value for option ${name}`;
      report({ code: "T6007", severity: "error", message, span: field.span, help: `Its type is ${showType(field.type)}.` });
    }
  }
  return chosen;
}
