/** How many values of each sort a lemma must speak of at once: as many as one relation relates, and one more where it relates several. */
import type { Protocol } from "../../ir/protocol.ts";
import type { Type } from "../../ir/type.ts";
import { walkExpr, walkProtocol } from "../../ir/visit.ts";
import { walkType } from "../../ir/visit-type.ts";
import { typeKey } from "./vocabulary.ts";

const most = 3;

export function baseArity(protocol: Protocol): { readonly arity: Map<string, number>; readonly quorums: ReadonlySet<string> } {
  const quorums = new Set<string>();
  const note = (t: Type): void => { if (t.kind === "majority") quorums.add(t.of.name); };
  for (const a of [...protocol.actions, ...protocol.inits]) for (const p of a.params) note(p.type);
  walkProtocol(protocol, { domain: (d) => { if (d.kind === "type") note(d.type); } });
  const arity = new Map(protocol.sorts.map((s) => {
    const widest = Math.max(0, ...protocol.state.map((f) => occurrences(f.type, s.name)));
    return [s.name, Math.min(most, widest >= 2 ? widest + 1 : 2)];
  }));
  // Where the state remembers majorities, lemmas must speak of them; elsewhere "some majority" will do.
  for (const f of protocol.state) walkType(f.type, (t) => { if (t.kind === "majority") arity.set(typeKey(t), 1); });
  return { arity, quorums };
}

/** As many as the invariants speak of, where these are fewer than two: of most sorts one value at a time is enough. */
export function leastArity(protocol: Protocol): Map<string, number> {
  const { arity } = baseArity(protocol);
  const invariants = protocol.properties.filter((p) => p.kind === "invariant");
  const spoken = (sort: string): number => Math.max(1, ...invariants.map((p) => {
    let n = 0;
    walkExpr(p.body, { expr: (e) => { if (e.kind === "fold" && e.domain.kind === "type") n += occurrences(e.domain.type, sort); } });
    return n;
  }));
  return new Map([...arity].map(([key, n]) => [key, Math.min(2, n, spoken(key))]));
}

/** How often a sort occurs in one tuple of a type. */
function occurrences(type: Type, sort: string): number {
  const sum = (types: readonly Type[]): number => types.reduce((n, t) => n + occurrences(t, sort), 0);
  switch (type.kind) {
    case "sort": return type.name === sort ? 1 : 0;
    case "record": return sum(type.fields.map((f) => f.type));
    case "union": return Math.max(0, ...type.variants.map((v) => sum(v.fields.map((f) => f.type))));
    case "option": case "set": case "bag": case "seq": return occurrences(type.of, sort);
    case "map": return occurrences(type.key, sort) + occurrences(type.value, sort);
    case "majority": case "bool": case "int": case "enum": return 0;
  }
}
