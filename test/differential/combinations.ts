/**
 * Every combination of what a search can be asked for, on one random protocol, against the interpreter. Whoever adds to the engine adds a
 * line to `choices`: each row is a dimension, each entry of it one way to go.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { Codec } from "../../src/backends/explicit/codec.ts";
import { type EmittedModel, emitModel } from "../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../src/backends/explicit/module.ts";
import type { EmitOptions } from "../../src/backends/explicit/program.ts";
import { planReduction } from "../../src/passes/reduction/plan.ts";
import type { Prepared } from "../../src/pipeline/prepare.ts";
import type { SearchRequest, SearchResult } from "../../verifier/contract/search.ts";
import { search } from "../../verifier/explicit/search.ts";
import { arbitraryProtocol, type RandomProtocol } from "../property/arbitrary-protocol.ts";
import { arbitraryReducible } from "../property/arbitrary-reducible.ts";
import { askInterpreter, type Outcome, outcomeOfSearch } from "./compare.ts";

interface Choice {
  readonly name: string;
  /** Absent where the model has nothing to choose. */
  readonly emit?: (prepared: Prepared) => EmitOptions | undefined;
  readonly request?: (at: Place) => Partial<SearchRequest>;
  /** Whether the engine is given the model as WebAssembly, too; false where it would not take it. */
  readonly wasm?: boolean;
  /** States after which the search is stopped and resumed. */
  readonly stops?: (at: Place) => readonly number[];
  /** Whether there may be fewer states, and longer runs. */
  readonly fewer?: boolean;
}

/** Where a search runs: a folder of its own, and what differs from protocol to protocol. */
interface Place {
  readonly folder: string;
  readonly states: number;
  readonly seed: number;
}

const choices: readonly (readonly Choice[])[] = [
  [{ name: "javascript" }, { name: "webassembly", wasm: true }],
  [{ name: "every step" }, { name: "reduced", emit: reduced, fewer: true }],
  [{ name: "memory" }, { name: "disk", wasm: false, request: ({ folder, seed }) => ({ disk: { folder, atStates: 1 + (seed % 40) } }) }],
  [{ name: "at once" }, {
    name: "resumed",
    request: ({ folder }) => ({ checkpoint: { folder: join(folder, "checkpoint"), everyMs: 0, identity: {}, resume: existsSync(join(folder, "checkpoint", "checkpoint.json")) } }),
    stops: ({ states, seed }) => [seed % 3, seed % 7, seed % 11].map((part, i) => Math.ceil((states * (i + part / 11)) / 3)).filter((n) => n > 0 && n < states),
  }],
];

function reduced({ model }: Prepared): EmitOptions | undefined {
  const { alone } = planReduction(model);
  return alone.length > 0 ? { reduction: alone } : undefined;
}

/** One choice of every dimension, as far as they go together. */
export const combinations: readonly (readonly Choice[])[] = choices
  .reduce<readonly (readonly Choice[])[]>((all, row) => all.flatMap((some) => row.map((c) => [...some, c])), [[]])
  .filter((c) => !c.some(({ wasm }) => wasm) || !c.some(({ wasm }) => wasm === false));

export const nameOf = (combination: readonly Choice[]): string => combination.map((c) => c.name).join(", ");

/** Of every three, two have something to reduce. */
export const randomOf = (seed: number): RandomProtocol => fc.sample(seed % 3 === 0 ? arbitraryProtocol : arbitraryReducible, { seed, numRuns: 1 })[0];

export interface Mismatch {
  readonly combination: string;
  readonly expected: Omit<Outcome, "states">;
  readonly got: Omit<Outcome, "states"> | Error;
}

export interface Compared {
  /** Searches that were compared, by combination. */
  readonly ran: readonly string[];
  readonly mismatches: readonly Mismatch[];
  readonly outcome: Outcome;
}

/** @param newFolder makes an empty folder @returns undefined where the protocol cannot be compared */
export async function compareAll(random: RandomProtocol, seed: number, newFolder: () => string): Promise<Compared | undefined> {
  const asked = askInterpreter(random);
  if (!asked) return undefined;
  const { states: all, ...expected } = asked.outcome;
  const models = new Map<string, EmittedModel>();
  const ran: string[] = [], mismatches: Mismatch[] = [];
  for (const combination of combinations) {
    const options = combination.flatMap((c) => (c.emit ? [c.emit(asked.prepared)] : []));
    const fewer = combination.some((c) => c.fewer);
    // A reduced search that ends at a depth has seen other states.
    if (options.includes(undefined) || (fewer && asked.request.limits.maxDepth !== undefined)) continue;
    const name = nameOf(combination), emit = Object.assign({}, ...options) as EmitOptions, key = JSON.stringify(emit);
    const emitted = models.get(key) ?? emitModel(asked.prepared.model, emit);
    models.set(key, emitted);
    let got: Mismatch["got"];
    try {
      got = outcomeOfSearch(await run(combination, emitted, asked.request, { folder: newFolder(), states: all.length, seed }), asked.prepared, emitted, new Codec(asked.prepared.model, emitted.layout));
    } catch (error) {
      got = error as Error;
    }
    ran.push(name);
    if (got instanceof Error || !agree(expected, got, fewer)) mismatches.push({ combination: name, expected, got });
  }
  return { ran, mismatches, outcome: asked.outcome };
}

/** Stopped where the combination says so, and resumed. */
async function run(combination: readonly Choice[], emitted: EmittedModel, base: SearchRequest, place: Place): Promise<SearchResult> {
  const module = instantiateModule(emitted.source, combination.some((c) => c.wasm) ? emitted.wasm : undefined);
  const request = (): SearchRequest => Object.assign({}, base, ...combination.map((c) => c.request?.(place)));
  for (const maxStates of combination.flatMap((c) => c.stops?.(place) ?? [])) {
    await search(module, { ...request(), limits: { ...base.limits, maxStates } });
  }
  const result = await search(module, request());
  if (combination.some((c) => c.wasm) && result.stats.innerLoop !== "webassembly") throw new Error("not searched in WebAssembly");
  return result;
}

/** With fewer states, the same has to be found and the same actions happen; runs may be longer. */
function agree(expected: Omit<Outcome, "states">, got: Omit<Outcome, "states">, fewer: boolean): boolean {
  if (!fewer) return isDeepStrictEqual(got, expected);
  const happen = ({ enabled }: typeof got): readonly string[] => Object.keys(enabled).filter((name) => enabled[name] > 0).toSorted();
  const found = ({ findings }: typeof got): readonly string[] => Object.keys(findings).toSorted();
  return got.end === expected.end && got.distinctStates <= expected.distinctStates
    && isDeepStrictEqual(happen(got), happen(expected)) && isDeepStrictEqual(found(got), found(expected));
}
