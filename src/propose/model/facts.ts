/** What a protocol consists of, in the words of the language: what composition and inheritance bring in included. */
import type { Protocol } from "../../ir/protocol.ts";
import { showType } from "../../ir/type.ts";

export function protocolFacts(protocol: Protocol): string {
  const params = (of: Protocol["actions"][number]): string => of.params.map((p) => `${p.name}: ${showType(p.type)}`).join(", ");
  const list = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`${title}:`, ...lines.map((l) => `- ${l}`)]);
  return [
    `class ${protocol.name}`,
    ...list("sorts", protocol.sorts.map((s) => `${s.name}${s.ordered ? ", ordered" : ""}`)),
    ...list("fields", protocol.state.map((f) => `this.${f.name}: ${showType(f.type)}${f.role === "variable" ? "" : ", never changes"}`)),
    ...list("initial choices", protocol.inits.map((a) => `${a.name}(${params(a)})`)),
    ...list("actions", protocol.actions.map((a) => `${a.name}(${params(a)})`)),
    ...list("properties", protocol.properties.filter((p) => p.kind === "invariant" || p.kind === "step").map((p) => `${p.kind} ${p.name}`)),
    ...list("assumptions, which always hold", protocol.assumptions.map((p) => p.name)),
  ].join("\n");
}
