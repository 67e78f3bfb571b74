/**
 * The types by which an adapter is held to a protocol: actions with their arguments, and the state, as `Model` of
 * `tenet/conform` asks for them. The text needs no import, and depends neither on sizes of sorts nor on bounds.
 */
import { propertyName } from "../../interp/show-value.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { Types } from "./types.ts";

/**
 * @param instance whose actions and fields these are
 * @param model the same without what cannot happen, nor change, under its options: nobody has to bind or to show that
 */
export function emitConformance(instance: Protocol, model: Protocol): string {
  const name = `${instance.name}Model`;
  const types = new Types(instance, [name]);
  const varies = new Set(model.state.map((f) => f.name));
  const state = instance.state.filter((f) => varies.has(f.name) || (f.role === "option" && !f.name.includes(".")));
  const happens = new Set(model.actions.map((a) => a.name));
  const actions = instance.actions.filter((a) => happens.has(a.name));
  for (const field of [...state, ...actions.flatMap((a) => a.params)]) types.named(field);
  return [
    `/** What an adapter of ${instance.name} is held to. Generated; do not edit. */`,
    "",
    ...types.declarations,
    ...(types.declarations.length > 0 ? [""] : []),
    ...documented("", instance.doc, `export interface ${name} {`),
    "  actions: {",
    ...actions.flatMap((a) => documented("    ", a.doc, `${propertyName(a.name)}: ${a.params.length === 0 ? "{}" : `{ ${a.params.map((p) => types.field(p)).join("; ")} }`};`)),
    "  };",
    `  faults: ${actions.filter((a) => a.role).map((a) => JSON.stringify(a.name)).join(" | ") || "never"};`,
    "  state: {",
    ...state.map((f) => `    ${types.field(f)};`),
    "  };",
    "}",
  ].join("\n");
}

function documented(indent: string, doc: string, line: string): string[] {
  const lines = doc.replaceAll("*/", "* /").split("\n").map((l) => l.trim()).filter((l) => l !== "");
  if (lines.length <= 1) return [...lines.map((l) => `${indent}/** ${l} */`), `${indent}${line}`];
  return [`${indent}/**`, ...lines.map((l) => `${indent} * ${l}`), `${indent} */`, `${indent}${line}`];
}
