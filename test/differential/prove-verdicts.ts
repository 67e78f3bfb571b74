/**
 * Whole proofs against searches: of what is proved of a random protocol, neither the generated checker nor the interpreter
 * may find a violation in any small instance. What is found is thrown.
 */
import { Codec } from "../../src/backends/explicit/codec.ts";
import { emitModel } from "../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../src/backends/explicit/module.ts";
import { Unsupported } from "../../src/backends/smt/unsupported.ts";
import { encode } from "../../src/backends/smt/goals.ts";
import { DiagnosticsError } from "../../src/base/diagnostic.ts";
import { explore } from "../../src/interp/explore.ts";
import { tuples } from "../../src/interp/domain.ts";
import type { Protocol } from "../../src/ir/protocol.ts";
import { evidenceOf, propertiesOf } from "../../src/pipeline/evidence.ts";
import { choicesOf } from "../../src/pipeline/find-violations.ts";
import { lemmasAsInvariants } from "../../src/passes/lemmas-as-invariants.ts";
import { type Ask, induction } from "../../src/pipeline/induction.ts";
import { prepareCompiled, type Prepared } from "../../src/pipeline/prepare.ts";
import { provedProperties } from "../../src/pipeline/proof-properties.ts";
import { search } from "../../verifier/explicit/search.ts";
import type { RandomProtocol } from "../property/arbitrary-protocol.ts";
import { provable, used } from "./prove-compare.ts";
import type { Counts, InstanceCounts } from "./prove-counts.ts";

export interface Bounds {
  /** States of one instance, and of all together. */
  readonly mostStates: number;
  readonly statesInAll: number;
}

const largest = 4;
/** Candidates for initial states, and instances of an action. */
const mostChoices = 10_000;
/** For the interpreter, which is slow. */
const mostInterpreted = 30;

export async function compareVerdicts(random: RandomProtocol, ask: Ask, counts: Counts, bounds: Bounds): Promise<void> {
  const protocol = provable(random.protocol);
  if (await contradictory(protocol, ask)) {
    counts.contradictory++;
    return;
  }
  const verdicts = provedProperties(protocol, await induction(protocol, ask));
  const proved = new Set(verdicts.filter((p) => p.verdict === "proved").map((p) => p.name));
  for (const { verdict } of verdicts) counts[verdict === "proved" ? "proved" : verdict === "unknown" ? "unknownVerdicts" : "notInductive"]++;
  counts.violated += (await violatedIn(protocol, scopes(protocol, used(random.choice.sizes, protocol), largest), proved, counts, bounds)).size;
}

/**
 * @param instances searched one after the other, as far as the bounds allow
 * @returns what is violated in one of them
 * @throws where that was proved
 */
export async function violatedIn(protocol: Protocol, instances: readonly Readonly<Record<string, number>>[], proved: ReadonlySet<string>, counts: InstanceCounts, bounds: Bounds): Promise<ReadonlySet<string>> {
  const violated = new Set<string>();
  let left = bounds.statesInAll;
  for (const scope of instances) {
    if (left <= 0) break;
    const prepared = instanceOf(protocol, scope);
    if (!prepared || choicesOf(prepared.instance) > mostChoices) continue;
    const states = await searched(prepared, Math.min(bounds.mostStates, left), counts, (name) => {
      if (proved.has(name)) throw new Error(`${name} was proved, and is violated in the instance ${JSON.stringify(scope)}`);
      violated.add(name);
    });
    // Small instances cost time too.
    left -= states + 100;
  }
  return violated;
}

async function contradictory(protocol: Protocol, ask: Ask): Promise<boolean> {
  if (protocol.assumptions.length === 0) return false;
  const [{ result }] = await ask(encode({ ...protocol, properties: [] }).filter((g) => g.kind === "consistency"), false);
  return !(result instanceof Unsupported) && result.answer.kind === "unsat";
}

/** Sizes of all sorts up to the largest, small instances first. Bounds that have a name stay. */
export function scopes(protocol: Protocol, given: Readonly<Record<string, number>>, largest: number): Readonly<Record<string, number>>[] {
  const names = protocol.sorts.map((s) => s.name);
  const sizes = Array.from({ length: largest }, (_, i) => i + 1);
  const sum = (tuple: readonly number[]): number => tuple.reduce((x, y) => x + y, 0);
  return [...tuples(names.map(() => sizes))].toSorted((x, y) => sum(x) - sum(y))
    .map((tuple) => ({ ...given, ...Object.fromEntries(names.map((n, i) => [n, tuple[i]])) }));
}

/** Undefined where there is no such instance, as where a choice has no end. */
function instanceOf(protocol: Protocol, scope: Readonly<Record<string, number>>): Prepared | undefined {
  try {
    return prepareCompiled({ protocol: lemmasAsInvariants(protocol), warnings: [] }, { scope });
  } catch (error) {
    if (error instanceof DiagnosticsError) return undefined;
    throw error;
  }
}

/** By both engines. @returns how many states there were */
async function searched(prepared: Prepared, maxStates: number, counts: InstanceCounts, found: (name: string) => void): Promise<number> {
  const { model, instance } = prepared;
  const emitted = emitModel(model);
  const codec = new Codec(model, emitted.layout);
  const result = await search(instantiateModule(emitted.source), { limits: { maxStates }, deadlock: "ignore", keepGoing: true, visited: "exact" });
  for (const f of result.findings) {
    if (f.what.kind !== "invariant" && f.what.kind !== "step") continue;
    // The interpreter must accept the trace.
    evidenceOf(f, prepared, { unpack: (packed) => codec.decode(packed), failureSites: emitted.failureSites });
    found(propertiesOf(model, f.what.kind)[f.what.index].name);
  }
  const { distinctStates } = result.stats;
  if (distinctStates === 0) return 0;
  counts.scopes++;
  counts.states += distinctStates;
  if (result.end === "complete") counts.completeScopes++;
  for (const { claim, failure } of explore(instance, { maxStates: mostInterpreted, deadlock: "ignore" }).findings) {
    if (claim.kind === "invariant" || claim.kind === "step") found(claim.name);
    // What an instance cannot hold of a sequence or an integer is no concern of a proof.
    else if (failure && failure.reason !== "overflow" && failure.reason !== "capacity" && !failure.message.includes("2147483647")) found("no failure");
  }
  return distinctStates;
}
