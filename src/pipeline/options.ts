/** Options as they come from a command line. */
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import { showExpr } from "../interp/show-expr.ts";
import type { Design, Options, OptionValue, Protocol } from "../ir/protocol.ts";
import type { Type } from "../ir/type.ts";
import { resolveOptions } from "../passes/options.ts";

/** Reads each text by the type of its option. What fits no type stays text, which the pass `instantiate` refuses by name. */
export function readOptions(protocol: Protocol, given: Options): Options {
  const typeOf = (name: string): Type | undefined => protocol.state.find((f) => f.name === name)?.type;
  return Object.fromEntries(Object.entries(given).map(([name, text]) => [name, typeof text === "string" ? readValue(text, typeOf(name)) : text]));
}

function readValue(text: string, type: Type | undefined): OptionValue {
  switch (type?.kind) {
    case "bool": return text === "true" ? true : text === "false" ? false : text;
    case "int": return /^-?\d+$/.test(text) ? Number(text) : text;
    case "option": return text === "undefined" ? null : readValue(text, type.of);
    default: return text;
  }
}

/**
 * The protocol with those options settled, at any scope.
 * @throws DiagnosticsError where one does not exist or has no such value
 */
export function withOptions(protocol: Protocol, given: Options): Protocol {
  const problems: Diagnostic[] = [];
  const chosen = resolveOptions(protocol, readOptions(protocol, given), (d) => problems.push(d));
  if (problems.length > 0) throw new DiagnosticsError(problems);
  return { ...protocol, designs: [], state: protocol.state.map((f) => ({ ...f, initial: chosen.get(f.name) ?? f.initial })) };
}

/** @throws DiagnosticsError where the protocol has no design of that name */
export function designNamed({ name: protocol, designs }: Protocol, name: string): Design {
  const found = designs.find((d) => d.name === name);
  if (found) return found;
  throw new DiagnosticsError([{
    code: "T6013", severity: "error", message: `${protocol} has no design named ${JSON.stringify(name)}`,
    help: designs.length > 0 ? `It has ${designs.map((d) => d.name).join(", ")}.` : 'It names none: write static designs = { safe: { mode: "sync" } } in the class.',
  }]);
}

/** The value of every option of an instance, as the spec would write it; `any` where the check covers every value. */
export function shownOptions(instance: Protocol): Readonly<Record<string, string>> {
  const options = instance.state.filter((f) => f.role === "option");
  return Object.fromEntries(options.map((f) => [f.name, f.initial ? showExpr(f.initial) : "any"]));
}
