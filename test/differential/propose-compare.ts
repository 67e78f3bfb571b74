/**
 * Proposals against searches: what is accepted, and what is said to be proved with it, may not be violated in any small instance,
 * neither for the generated checker nor for the interpreter. What is found is thrown.
 */
import { DiagnosticsError } from "../../src/base/diagnostic.ts";
import type { Expr } from "../../src/ir/expr.ts";
import type { Property, Protocol } from "../../src/ir/protocol.ts";
import { defaults } from "../../src/pipeline/find-violations.ts";
import type { SessionOptions } from "../../src/pipeline/proof-session.ts";
import { threadFile } from "../../src/pipeline/thread-file.ts";
import { Judge, type Reader } from "../../src/propose/judge.ts";
import type { Judgement } from "../../src/propose/judgement.ts";
import { searchLemmas } from "../../src/propose/embedded/search.ts";
import type { Proposal } from "../../src/propose/proposal.ts";
import { ThreadSearch } from "../../verifier/infer/thread-search.ts";
import type { RandomProtocol } from "../property/arbitrary-protocol.ts";
import { provable, used } from "./prove-compare.ts";
import { type Bounds, scopes, violatedIn } from "./prove-verdicts.ts";
import { mistaken } from "./propose-candidates.ts";
import type { ProposeCounts } from "./propose-counts.ts";

export interface ProposeLimits extends Bounds {
  /** For looking for lemmas, and again for judging what was found. */
  readonly milliseconds: number;
  /** Mistaken formulas among the proposals. */
  readonly mistaken: number;
}

export type Solvers = Pick<SessionOptions, "makeSolver" | "parallel">;

/** For one goal. */
const timeoutMs = 1000;

/** The embedded proposer, and formulas with mistakes, on protocols that nobody has seen. */
export function randomComparison(solvers: Solvers, limits: ProposeLimits, counts: ProposeCounts): (random: RandomProtocol, seed: number) => Promise<void> {
  return async (random, seed) => {
    const protocol = provable(random.protocol);
    const sizes = { ...defaults(protocol), ...used(random.choice.sizes, protocol) };
    const candidates = mistaken(protocol, seed, limits.mistaken);
    const judge = new Judge(readerOf(protocol, candidates), { ...solvers, maxStates: limits.mostStates });
    const judged = (proposals: readonly Proposal[]): Promise<Judgement> => judge.judge(proposals, { signal: AbortSignal.timeout(limits.milliseconds), timeoutMs });
    counts.protocols++;
    try {
      const before = await judged([]);
      if (before.verdict === "violated") return await compareJudgement(before, sizes, limits, counts);
      const found = before.verdict === "proved" ? undefined : await searchLemmas(protocol, {
        ask: judge.asking({ timeoutMs }), makeEngine: () => new ThreadSearch(threadFile("infer-worker.js")), deadline: performance.now() + limits.milliseconds,
      });
      if (found?.kind === "proved") {
        counts.found += found.lemmas.length;
        candidates.push(...found.lemmas);
      } else if (found?.finite) {
        counts.finite++;
        const those = withLemmas(protocol, found.finite.lemmas);
        const proved = those.properties.filter((p) => p.kind !== "step").map((p) => p.name);
        await violatedIn(those, [{ ...sizes, ...found.finite.sizes }], new Set(proved), counts, limits);
      }
      await compareJudgement(await judged(candidates.map((_, i) => ({ text: `${i}`, by: { proposer: "embedded", round: 1 } }))), sizes, limits, counts);
    } catch (error) {
      if (!(error instanceof DiagnosticsError)) throw error;
      counts.refused++;
    } finally {
      await judge.close();
    }
  };
}

/** @param formulas of which the i-th is what the text `i` says */
function readerOf(protocol: Protocol, formulas: readonly Expr[]): Reader {
  const taken = new Set([...protocol.properties, ...protocol.state, ...protocol.actions].map((x) => x.name));
  const reader: Reader = {
    base: { protocol, warnings: [] }, refused: new Map(), with: () => reader, place: { path: "", text: undefined, spec: { path: "", text: "" }, protocol: protocol.name, sorts: protocol.sorts },
    read: (texts) => ({ taken, read: texts.map((text, i) => ({ kind: "lemma", body: { ...formulas[Number(text)], span: { ...protocol.span, file: `proposal ${i + 1}` } }, mentions: { dsl: [], types: [] } })) }),
  };
  return reader;
}

const withLemmas = (protocol: Protocol, lemmas: readonly Expr[]): Protocol => ({
  ...protocol,
  properties: [...protocol.properties.filter((p) => p.kind !== "lemma"), ...lemmas.map((body, i): Property => ({ kind: "lemma", name: `of one instance ${i + 1}`, doc: "", body, span: protocol.span }))],
});

/** Values of a sort in an instance. */
const largest = 3;

/** @param sizes of what has a name and is no sort */
export async function compareJudgement(judgement: Judgement, sizes: Readonly<Record<string, number>>, bounds: Bounds, counts: ProposeCounts): Promise<void> {
  const { protocol, verdict, accepted } = judgement;
  counts[verdict === "violated" ? "broken" : verdict]++;
  if (verdict !== "violated") for (const { outcome } of judgement.judged) {
    counts.tried++;
    counts[outcome.kind]++;
  }
  const said = new Set([...accepted.map((a) => a.name), ...judgement.properties.filter((p) => p.verdict === "proved").map((p) => p.name)]);
  if (verdict === "proved") for (const p of protocol.properties) if (p.kind !== "lemma") said.add(p.name);
  const all: Protocol = { ...protocol, properties: [...protocol.properties, ...accepted.map((a): Property => ({ kind: "lemma", name: a.name, doc: "", body: a.body, span: a.body.span }))] };
  const violated = await violatedIn(all, scopes(protocol, sizes, largest), said, counts, bounds);
  const own = protocol.properties.filter((p) => p.kind !== "lemma").map((p) => p.name);
  if (verdict === "open" && [...own, "no failure"].some((name) => violated.has(name))) counts.missed++;
}

