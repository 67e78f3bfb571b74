/**
 * Searches one random protocol with and without symmetry, and tells whatever should not differ. Orbits are found by permuting values of
 * the interpreter, which shares nothing with the generated canonical forms.
 */
import { Codec } from "../../src/backends/explicit/codec.ts";
import { emitModel } from "../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../src/backends/explicit/module.ts";
import { symmetryOf } from "../../src/backends/explicit/symmetry/plan.ts";
import { bagValue, mapValue, setValue, type State, stateKey, type Value } from "../../src/interp/value.ts";
import type { Protocol } from "../../src/ir/protocol.ts";
import type { Type } from "../../src/ir/type.ts";
import { interchangeable } from "../../src/passes/interchangeable.ts";
import { evidenceOf } from "../../src/pipeline/evidence.ts";
import type { Prepared } from "../../src/pipeline/prepare.ts";
import { realRun } from "../../src/pipeline/real-run.ts";
import type { ModelModule } from "../../verifier/contract/model.ts";
import type { SearchRequest, SearchResult } from "../../verifier/contract/search.ts";
import { search } from "../../verifier/explicit/search.ts";

export interface SymmetryComparison {
  /** What differs, in words. */
  readonly problems: readonly string[];
  readonly sorts: readonly string[];
  readonly states: number;
  readonly orbits: number;
}

/** More states than this are not compared. */
const mostStates = 1500;

/** @returns undefined where there is no symmetry, or too much */
export async function compareSymmetry(prepared: Prepared): Promise<SymmetryComparison | undefined> {
  const { model } = prepared;
  const emitted = emitModel(model);
  const { sorts } = interchangeable(model, emitted.isSafe);
  const symmetry = symmetryOf(emitted.layout, sorts);
  if (symmetry.slices.length === 0) return undefined;
  const permuted = symmetry.slices.map((s) => s.sort);
  const request: SearchRequest = { limits: { maxStates: mostStates }, deadlock: "terminal", keepGoing: true, visited: "exact" };
  const [plain, canonical] = [instantiateModule(emitted.source), instantiateModule(emitModel(model, { symmetry }).source)];
  const all = await search(plain, request);
  if (all.end === "max-states") return undefined;
  const few = await search(canonical, request);
  const codec = new Codec(model, emitted.layout);
  const states = reachable(plain).map((s) => codec.decode(s));
  const problems: string[] = [];
  const differ = (what: string, a: unknown, b: unknown): void => {
    if (JSON.stringify(a) !== JSON.stringify(b)) problems.push(`${what}: ${JSON.stringify(a)} without, ${JSON.stringify(b)} with symmetry`);
  };

  const keys = new Set(states.map(stateKey));
  const form = canonicalForm(canonical);
  const swaps = transpositions(model, permuted);
  const orbits = new Map<string, string>();
  for (const state of states) {
    const own = orbitOf(state, model, swaps);
    const representative = stateKey(codec.decode(form(codec.encode(state))));
    if (!own.has(representative)) problems.push(`${stateKey(state)} becomes ${representative}, which is no permutation of it`);
    for (const key of own) {
      if (!keys.has(key)) problems.push(`${key} is not reached, but a permutation of it is`);
      if ((orbits.get(key) ?? representative) !== representative) problems.push(`${key} and ${stateKey(state)} have two canonical forms`);
      orbits.set(key, representative);
    }
  }
  const count = new Set(orbits.values()).size;
  differ("orbits", count, few.stats.distinctStates);
  differ("states", all.stats.distinctStates, few.stats.representedStates);
  differ("depth", all.stats.depth, few.stats.depth);
  differ("end", all.end, few.end);
  differ("enabled actions", all.stats.enabled.map((n) => n > 0), few.stats.enabled.map((n) => n > 0));
  differ("findings", findings(all), findings(few));
  const reader = { unpack: (packed: Uint32Array): State => codec.decode(packed), failureSites: emitted.failureSites };
  for (const f of few.findings) evidenceOf(realRun(f, plain, canonical), prepared, reader);
  return { problems, sorts: permuted, states: states.length, orbits: few.stats.distinctStates };
}

const findings = ({ findings: found }: SearchResult): string[] => found.map(({ what, path }) => `${JSON.stringify(what)} after ${path.length}`).toSorted();

function reachable(module: ModelModule): Uint32Array[] {
  const found = new Map<string, Uint32Array>();
  const rows = new Uint32Array(module.words * 64);
  const sink = {
    rows, capacity: 64, count: 0, violation: () => undefined,
    flush: () => {
      for (let r = 0; r < sink.count; r++) {
        const row = rows.slice(r * module.words, (r + 1) * module.words);
        found.set(row.join(), row);
      }
      sink.count = 0;
    },
  };
  const model = module.createModel(sink);
  model.initial();
  sink.flush();
  // A map goes through what is added while it is gone through.
  for (const state of found.values()) {
    model.expand(state, 0);
    sink.flush();
  }
  return [...found.values()];
}

function canonicalForm(module: ModelModule): (state: Uint32Array) => Uint32Array {
  const model = module.createModel({ rows: new Uint32Array(module.words), capacity: 1, count: 0, flush: () => undefined, violation: () => undefined });
  return (state) => {
    model.canonical!(state, 0);
    return state;
  };
}

interface Swap { readonly sort: string; readonly value: number }

const transpositions = (protocol: Protocol, sorts: readonly string[]): Swap[] =>
  protocol.sorts.filter((s) => sorts.includes(s.name)).flatMap((s) => Array.from({ length: s.size! - 1 }, (_, value) => ({ sort: s.name, value })));

/** Keys of all states that a state can be permuted into. */
function orbitOf(state: State, protocol: Protocol, swaps: readonly Swap[]): ReadonlySet<string> {
  const found = new Map([[stateKey(state), state]]);
  for (const each of found.values()) {
    for (const swap of swaps) {
      const next = protocol.state.map((f, i) => swapped(f.type, each[i], swap));
      found.set(stateKey(next), next);
    }
  }
  return new Set(found.keys());
}

function swapped(type: Type, value: Value, swap: Swap): Value {
  const of = (t: Type, v: Value): Value => swapped(t, v, swap);
  switch (type.kind) {
    case "sort":
      if (type.name !== swap.sort) return value;
      return value === swap.value ? swap.value + 1 : value === swap.value + 1 ? swap.value : value;
    case "option": return value === null ? null : of(type.of, value);
    default:
  }
  if (typeof value !== "object" || value === null) return value;
  switch (value.kind) {
    case "set": return type.kind === "set" || type.kind === "majority" ? setValue(value.items.map((v) => of(type.of, v))) : value;
    case "seq": return type.kind === "seq" ? { ...value, items: value.items.map((v) => of(type.of, v)) } : value;
    case "bag": return type.kind === "bag" ? bagValue(value.entries.map((e) => ({ ...e, value: of(type.of, e.value) }))) : value;
    case "map": return type.kind === "map" ? mapValue(value.entries.map((e) => ({ key: of(type.key, e.key), value: of(type.value, e.value) }))) : value;
    case "record": case "variant": {
      const fields = type.kind === "record" ? type.fields : type.kind === "union" && value.kind === "variant" ? type.variants.find((v) => v.tag === value.tag)!.fields : [];
      return { ...value, fields: value.fields.map((f) => ({ ...f, value: of(fields.find((t) => t.name === f.name)!.type, f.value) })) };
    }
  }
}
