/** The designs that are compared: those that the spec names, or every combination of its options. */
import { DiagnosticsError } from "../base/diagnostic.ts";
import type { Options, OptionValue, Protocol, StateField } from "../ir/protocol.ts";
import { isMixed, isNumeral, type Type } from "../ir/type.ts";
import { constantOf } from "../passes/constant.ts";
import { designNamed } from "../pipeline/options.ts";
import type { ChosenDesign } from "./table.ts";

/** Nobody compares more. */
const mostDesigns = 16;
/** An option of more is a size, not a choice. */
const mostValues = 16;

/**
 * @param given options that are the same in all designs
 * @param budgets options that are budgets of faults: no choices of design
 * @param names only these, where there are some
 * @throws DiagnosticsError where there is no such table
 */
export function chosenDesigns(protocol: Protocol, given: Options, budgets: ReadonlyMap<string, unknown>, names: readonly string[]): ChosenDesign[] {
  if (names.length > 0) return [...new Set(names)].map((name) => withGiven(designNamed(protocol, name), given));
  if (protocol.designs.length > 0) {
    for (const d of protocol.designs) {
      const budget = Object.keys(d.options).find((o) => budgets.has(o));
      if (budget !== undefined) throw refused(`design ${d.name} sets ${budget}, which is how often a fault may happen`, "The table tries several budgets for every design; leave it out of the design.", d.span);
    }
    return protocol.designs.map((d) => withGiven(d, given));
  }
  const options = protocol.state.filter((f) => f.role === "option" && !f.name.includes(".") && !budgets.has(f.name) && !Object.hasOwn(given, f.name));
  const choices = options.flatMap((f) => {
    const values = valuesOf(f);
    return values.length > 1 ? [{ name: f.name, values }] : [];
  });
  const count = choices.reduce((n, c) => n * c.values.length, 1);
  if (count > mostDesigns) {
    throw refused(`${choices.map((c) => c.name).join(", ")} can be combined in ${count} ways, and a table compares at most ${mostDesigns}`,
      "Name those that are worth it: static designs = { safe: { mode: \"sync\" }, … } in the class; or settle an option by --option.", protocol.span);
  }
  const all = choices.reduce<readonly (readonly (readonly [string, OptionValue])[])[]>((done, c) => done.flatMap((d) => c.values.map((v) => [...d, [c.name, v] as const])), [[]]);
  return all.map((pairs) => ({
    name: pairs.length === 0 ? "as written" : pairs.map(([name, value]) => `${name}=${value ?? "undefined"}`).join(","),
    doc: "", options: { ...Object.fromEntries(pairs), ...given },
  }));
}

const withGiven = ({ name, doc, options }: ChosenDesign, given: Options): ChosenDesign => ({ name, doc, options: { ...options, ...given } });

const refused = (message: string, help: string, span: Protocol["span"]): DiagnosticsError => new DiagnosticsError([{ code: "T6014", severity: "error", message, help, span }]);

/** The default first. None of a type that has too many. */
function valuesOf({ type, initial }: StateField): OptionValue[] {
  const first = initial ? constantOf(initial) : undefined;
  const written = typeof first === "string" ? named(first, type) : first;
  const all = literals(type);
  return written === undefined ? all : [...all.filter((v) => v === written), ...all.filter((v) => v !== written)];
}

function literals(type: Type): OptionValue[] {
  switch (type.kind) {
    case "bool": return [false, true];
    case "enum": return type.values.length > mostValues ? [] : type.values.map((v) => named(v, type));
    case "int": return type.lo === null || type.hi === null || type.hi - type.lo >= mostValues ? [] : Array.from({ length: type.hi - type.lo + 1 }, (_, i) => type.lo! + i);
    case "option": {
      const inner = literals(type.of);
      return inner.length === 0 ? [] : [...inner, null];
    }
    default: return [];
  }
}

/** A name of an enumeration as the spec writes it. */
function named(name: string, type: Type): OptionValue {
  const of = type.kind === "option" ? type.of : type;
  return of.kind === "enum" && isMixed(of) && isNumeral(name) ? Number(name) : name;
}
