/** Of an instance, a lemma is an invariant like any other: a search, which passes lemmas over, looks for its violations too. */
import type { Property, Protocol } from "../ir/protocol.ts";

export function lemmasAsInvariants(protocol: Protocol): Protocol {
  return { ...protocol, properties: protocol.properties.map((p): Property => (p.kind === "lemma" ? { ...p, kind: "invariant" } : p)) };
}
