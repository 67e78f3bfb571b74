/** From a protocol whose invariants cannot be proved as it stands to the lemmas that prove them, each judged like anybody's. */
import { showExpr } from "../interp/show-expr.ts";
import type { Expr } from "../ir/expr.ts";
import type { Protocol } from "../ir/protocol.ts";
import { threadFile } from "../pipeline/thread-file.ts";
import { ThreadSearch } from "../../verifier/infer/thread-search.ts";
import { boundedInstances } from "./bounded.ts";
import { Clock } from "./clock.ts";
import { mergedCases } from "./embedded/merge-cases.ts";
import { ladder } from "./embedded/rung.ts";
import { type EmbeddedEvent, type EmbeddedOptions, type EmbeddedResult, outOfTime, searchLemmas, truths } from "./embedded/search.ts";
import { hindrancesOf, type Tried, unsayable } from "./hindrances.ts";
import { Judge, type Judging } from "./judge.ts";
import type { Judgement, JudgeOptions, JudgeProgress, Violation } from "./judgement.ts";
import type { ModelProposer } from "./model/contract.ts";
import { proofFile } from "./proof-file.ts";
import type { Proposal } from "./proposal.ts";
import { ctisOf, reachOf, scopesOf } from "./reach.ts";
import { searchInstance } from "./refute.ts";
import type { Hindrance, ProposeReport } from "./report.ts";
import { type Hint, modelRounds, type Rounds, type Words } from "./rounds.ts";
import { worthProving } from "./worth-proving.ts";

export interface ProposeOptions extends Omit<JudgeOptions, "listener"> {
  /** Of the shapes of lemmas that the embedded proposer tries one after the other, at most so many; all by default. */
  readonly rungs?: number;
  /** Asked for what the embedded proposer does not find; nobody by default. */
  readonly model?: { readonly proposer: ModelProposer; readonly words: Words };
  readonly listener?: ProposeListener;
}

export interface ProposeListener {
  /** The spec is compiled, and the work begins. */
  proposing?(): void;
  progress?(progress: ProposeProgress): void;
}

export type ProposeProgress =
  | { readonly stage: "as it is" | "judging"; readonly judge: JudgeProgress }
  | { readonly stage: "judged"; readonly judgement: Judgement }
  | { readonly stage: "searching"; readonly event: EmbeddedEvent }
  | { readonly stage: "asking"; readonly round: number };

export const defaultProposeMs = 120_000;
/** Of one attempt at one goal while lemmas are looked for: what takes longer is rarely worth waiting for. */
const searchGoalMs = 4_000;

/** Parts of the time after which a stage ends, if it has not by itself; what comes after has the rest. */
const asItIsEnds = 0.5, searchEnds = 0.85, searchEndsForModel = 0.4, roundsEnd = 0.9, boundedEnds = 0.95;
/** For what was found to be confirmed, whatever the time: mostly it is known already. */
const confirmMs = 2_000;
/** Of the states of one instance, at most: before lemmas are looked for, and when none was found. */
const statesBefore = 50_000, statesAfter = 200_000;
const mostScopes = 3;
const earlyMs = 10_000;
/** Of the ladder, where somebody else gave predicates. */
const rungsWithHints = 4;

/**
 * @param spec a file, or a folder with a spec.ts
 * @throws DiagnosticsError where the spec, its proof or an option is wrong; SolverMissing; InternalError where engines disagree
 */
export async function propose(spec: string, options: ProposeOptions = {}): Promise<ProposeReport> {
  const attempt = new Attempt(spec, options);
  try {
    return await attempt.run();
  } finally {
    await attempt.close();
  }
}

class Attempt {
  private readonly clock: Clock;
  private readonly judge: Judge;
  private readonly events: EmbeddedEvent[] = [];

  constructor(private readonly spec: string, private readonly options: ProposeOptions) {
    const { listener, milliseconds = defaultProposeMs, ...rest } = options;
    this.clock = new Clock(milliseconds, options.signal);
    this.judge = new Judge(spec, rest);
    listener?.proposing?.();
  }

  async close(): Promise<void> {
    await this.judge.close();
  }

  async run(): Promise<ProposeReport> {
    const { judge, clock } = this;
    const [, before] = await Promise.all([judge.warm(), judge.judge([], this.judging("as it is", asItIsEnds))]);
    this.options.listener?.progress?.({ stage: "judged", judgement: before });
    if (before.verdict !== "open") return this.report({ verdict: before.verdict === "proved" ? "known" : "violated", judgement: before });
    const bug = await this.bugNear(before);
    if (bug) return this.violated(before, bug);

    // Nothing proves what cannot be said; an instance may still know lemmas.
    const claims = before.properties.filter((p) => (p.kind === "invariant" || p.kind === "step") && p.verdict !== "proved");
    const unsaid = new Set(claims.filter(unsayable).map((p) => p.name));
    const hopeless = claims.length > 0 && unsaid.size === claims.length;
    const sayable = hopeless ? judge.protocol : { ...judge.protocol, properties: judge.protocol.properties.filter((p) => !unsaid.has(p.name)) };
    const ends = this.options.model ? searchEndsForModel : searchEnds;
    const rungs = Math.min(this.options.rungs ?? Infinity, hopeless ? rungsWithHints : Infinity);
    const found = await this.search(sayable, rungs, ends);
    let best = before;
    if (found.kind === "proved") {
      best = await judge.judge(proposals(mergedCases(found.lemmas, judge.protocol)), { ...this.judging("judging", 1, confirmMs), shown: true });
      if (best.verdict === "proved") return this.proved(best);
    } else if (!hopeless && !clock.over) best = await this.partial(before);
    this.options.listener?.progress?.({ stage: "judged", judgement: best });
    const asked = this.options.model && !hopeless ? await this.rounds(this.options.model, best) : undefined;
    const tried = hopeless || found.kind === "proved" ? undefined : { begun: this.begun(), rungs: Math.min(rungs, ladder(judge.protocol).length), outOfTime: found.kind === "open" && found.reason === outOfTime };
    return this.ended(asked?.judgement ?? best, found, tried, asked);
  }

  private judging(stage: "as it is" | "judging", share: number, least = 0): Judging {
    return { signal: this.clock.until(share, { least }), listener: { progress: (judge: JudgeProgress) => this.options.listener?.progress?.({ stage, judge }) } };
  }

  /** Where a step goes wrong from some state, runs may come to that state: lemmas of what is wrong are not looked for. */
  private async bugNear(before: Judgement): Promise<Violation | undefined> {
    const fresh = scopesOf(ctisOf(before), before.searched.map((s) => s.scope));
    for (const scope of fresh.slice(0, mostScopes)) {
      if (this.clock.over) break;
      const found = await searchInstance(this.judge.protocol, scope, { maxStates: statesBefore, signal: this.clock.until(asItIsEnds, { most: earlyMs }) });
      if (found?.violation) return found.violation;
    }
    return undefined;
  }

  private embedded(share: number): Omit<EmbeddedOptions, "ask"> & { readonly signal: AbortSignal } {
    const signal = this.clock.until(share);
    let engine: ThreadSearch | undefined;
    signal.addEventListener("abort", () => void engine?.close());
    return {
      signal, deadline: performance.now() + this.clock.left(share),
      makeEngine: () => (engine = new ThreadSearch(threadFile("infer-worker.js"))),
      listener: (event) => {
        this.events.push(event);
        this.options.listener?.progress?.({ stage: "searching", event });
      },
    };
  }

  private async search(protocol: Protocol, rungs: number, share: number): Promise<EmbeddedResult> {
    const how = this.embedded(share);
    const ask = this.judge.asking({ timeoutMs: Math.min(this.options.timeoutMs ?? searchGoalMs, searchGoalMs), cores: false, signal: how.signal });
    return searchLemmas(protocol, { ...how, ask, rungs });
  }

  /** What a small instance knows, as far as it holds at any size: it does not suffice, but may be what somebody else lacks. */
  private async partial(before: Judgement): Promise<Judgement> {
    const share = this.options.model ? searchEndsForModel + 0.1 : roundsEnd;
    const known = await truths(this.judge.protocol, this.embedded(share));
    const { excluding, others } = worthProving(known, ctisOf(before).map((c) => c.example));
    if (excluding.length === 0 || this.clock.over) return before;
    const judged = (lemmas: readonly Proposal[]): Promise<Judgement> => this.judge.judge(lemmas, { ...this.judging("judging", share), timeoutMs: searchGoalMs, shown: true });
    const wanted = proposals(excluding);
    const all = await judged([...wanted, ...proposals(others)]);
    const helping = all.accepted.map((a) => a.proposal).filter((p) => wanted.includes(p));
    if (helping.length === 0) return before;
    // Others only count where something rests on them.
    const alone = await judged(helping);
    return alone.accepted.length === helping.length ? alone : all;
  }

  private async rounds(model: NonNullable<ProposeOptions["model"]>, before: Judgement): Promise<Rounds> {
    const { options: { signal, listener }, clock, judge } = this;
    return modelRounds(before, {
      model: model.proposer, words: model.words, inTime: () => clock.left(roundsEnd) > 0 && !clock.interrupted, ...(signal && { signal }),
      judge: async (proposals, ghosts) => {
        const judgement = await judge.withGhosts(ghosts).judge(proposals, this.judging("judging", 1));
        listener?.progress?.({ stage: "judged", judgement });
        return judgement;
      },
      instantiate: (of, { accepted }, ghosts) => judge.withGhosts(ghosts).instantiate(of, accepted),
      attempt: (hints, ghosts) => this.withHints(hints, judge.withGhosts(ghosts)),
      listener: (round) => listener?.progress?.({ stage: "asking", round }),
    });
  }

  /** A short search with what others said as further predicates: each formula is one, and so are its parts. */
  private async withHints(hints: readonly Hint[], judge: Judge): Promise<Judgement | undefined> {
    const { protocol } = judge;
    const said = hints.map(({ body }, i) => ({ kind: "lemma" as const, name: `hint ${i}`, doc: "", body, span: body.span }));
    const found = await this.search({ ...protocol, properties: [...protocol.properties, ...said] }, rungsWithHints, roundsEnd);
    if (found.kind !== "proved") return undefined;
    // Of two that say the same, the first one stays.
    const judgement = await judge.judge([...hints.map((h) => h.proposal), ...proposals(mergedCases(found.lemmas, protocol))], { ...this.judging("judging", 1, confirmMs), shown: true });
    return judgement.verdict === "proved" ? judgement : undefined;
  }

  /** Not proved: what is known all the same, what is in the way, and whether it is a bug after all. */
  private async ended(judgement: Judgement, found: EmbeddedResult, tried: Tried | undefined, asked: Rounds | undefined): Promise<ProposeReport> {
    const { judge, clock } = this;
    const { protocol } = judgement;
    const told = asked && { asked: { rounds: asked.rounds, notes: asked.notes, ...(asked.usage && { usage: asked.usage }) } };
    if (judgement.verdict === "proved") return this.proved(judgement, told);
    const hindrances: Hindrance[] = [...(clock.interrupted ? [{ kind: "interrupted" } as const] : []), ...hindrancesOf(protocol, judgement, tried)];
    const [cti] = ctisOf(judgement);
    const reached = cti && await reachOf(protocol, cti, { maxStates: statesAfter, signal: clock.until(1, { least: confirmMs / 2 }) });
    if (reached && "violation" in reached) return this.violated(judgement, reached.violation, told);
    const file = proofFile(this.spec, judgement);
    const signal = clock.until(boundedEnds);
    const bounded = await boundedInstances(withAccepted(protocol, judgement), judge.reports, found.kind === "open" ? found.finite : undefined, judge.questioning({ timeoutMs: searchGoalMs, signal }), signal);
    const wrong = bounded.flatMap((b) => b.properties.flatMap((p): Violation[] => (p.kind !== "lemma" && p.verdict === "violated" && p.trace ? [{ name: p.name, trace: p.trace, instance: b.instance }] : [])));
    if (wrong.length > 0) return this.violated(judgement, wrong[0], told);
    return this.report({
      verdict: "open", judgement, ...told,
      reason: clock.interrupted ? "interrupted" : found.kind === "open" ? found.reason : unsaidIn(judgement) ?? "the lemmas that were found could not be confirmed",
      remains: { hindrances, ...(reached && { cti: { ...cti, reach: reached.reach } }) }, bounded,
      // What a model gave is what somebody has asked for; other leftovers are there to be looked at.
      ...(file && (asked ? { file } : { partial: file })),
    });
  }

  /** Rungs of the ladder, each once. */
  private begun(): number {
    return new Set(this.events.flatMap((e) => (e.kind === "rung" ? [JSON.stringify([e.rung, ...e.rung.arity])] : []))).size;
  }

  private proved(judgement: Judgement, told?: Told): ProposeReport {
    const file = proofFile(this.spec, judgement);
    return this.report({ verdict: "proved", judgement, ...told, ...(file && { file }) });
  }

  /** No lemma proves what is false, so that none is of use. */
  private violated(judgement: Judgement, violation: Violation, told?: Told): ProposeReport {
    return this.report({ verdict: "violated", judgement: { ...judgement, verdict: "violated", violation }, ...told });
  }

  private report(rest: Omit<ProposeReport, "spec" | "protocol" | "seconds" | "events">): ProposeReport {
    return { spec: this.spec, protocol: this.judge.protocol, events: this.events, ...rest, seconds: this.clock.seconds };
  }
}

type Told = Pick<ProposeReport, "asked">;

function unsaidIn({ properties }: Judgement): string | undefined {
  const [why] = properties.flatMap((p) => p.obstacles.flatMap((o) => (o.why.kind === "unsupported" ? [o.why] : [])));
  return why && `cannot be said in logic: ${why.reason}`;
}

const proposals = (lemmas: readonly Expr[]): Proposal[] => lemmas.map((lemma) => ({ text: showExpr(lemma), by: { proposer: "embedded", round: 1 } }));

/** Lemmas that are accepted hold in instances, too. */
const withAccepted = (protocol: Protocol, { accepted }: Judgement): Protocol =>
  ({ ...protocol, properties: [...protocol.properties, ...accepted.map((a) => ({ kind: "lemma" as const, name: a.name, doc: "", body: a.body, span: a.body.span }))] });
