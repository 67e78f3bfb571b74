/** What becomes of proposals: a false one meets a run that refutes it, and what is accepted is proved, for any size. */
import { compileCandidates } from "../frontend/candidates.ts";
import type { Mentions } from "../frontend/candidates.ts";
import type { Property, Protocol } from "../ir/protocol.ts";
import type { ProofPlace } from "../frontend/proof-text.ts";
import { printExpr } from "../ir/print.ts";
import type { Options } from "../passes/options.ts";
import { withOptions } from "../pipeline/options.ts";
import { consistency } from "../pipeline/proof-consistency.ts";
import { Session, type SessionOptions } from "../pipeline/proof-session.ts";
import type { GoalGrounds, ProvedProperty, SearchedInstance } from "../pipeline/prove-report.ts";
import { CoreMemory } from "./core-memory.ts";
import { houdini } from "./houdini.ts";
import { newNames } from "./names.ts";
import type { Budget, Candidate, Outcome, Proposal } from "./proposal.ts";
import { prune } from "./prune.ts";
import { refute, type Run } from "./refute.ts";

export interface JudgeOptions extends Omit<SessionOptions, "cores" | "secondOpinion" | "listener"> {
  /** The class to take, where the file has several. */
  readonly protocol?: string;
  /** The file with the lemmas that are there. By default the proof.ts beside the spec. */
  readonly proof?: string;
  /** Values of the protocol's options by name. */
  readonly options?: Options;
  /** Time for everything, in milliseconds. */
  readonly milliseconds?: number;
  /** Of each instance that is searched. */
  readonly maxStates?: number;
  readonly listener?: JudgeListener;
}

export interface JudgeListener {
  progress?(progress: JudgeProgress): void;
}

export interface JudgeProgress {
  readonly phase: "searching" | "proving" | "pruning";
  /** The goal that was begun last. */
  readonly goal?: string;
  readonly states?: number;
  readonly tried: number;
  /** For good. */
  readonly rejected: number;
  readonly accepted: number;
}

export interface Judgement {
  /** `violated`: an instance breaks the protocol, and nothing was judged. */
  readonly verdict: "proved" | "open" | "violated";
  /** As compiled, with the lemmas that were there; options are settled. */
  readonly protocol: Protocol;
  /** In the order of the proposals. */
  readonly judged: readonly Judged[];
  /** By name. */
  readonly accepted: readonly Accepted[];
  readonly violation?: Run & { readonly name: string };
  /** With the lemmas that are accepted; of those that are not proved, the obstacles. */
  readonly properties: readonly ProvedProperty[];
  /** What each goal rests on, where everything is proved. */
  readonly grounds: readonly GoalGrounds[];
  readonly searched: readonly SearchedInstance[];
  /** Where accepted lemmas go. */
  readonly place: ProofPlace;
}

export interface Judged {
  readonly proposal: Proposal;
  /** Under which it appears everywhere; not of what is ill-formed. */
  readonly name?: string;
  readonly outcome: Outcome;
}

export interface Accepted extends Candidate { readonly mentions: Mentions }

const defaultMilliseconds = 120_000;
const defaultStates = 50_000;
/** More at a time are not looked at. */
const mostProposals = 5_000;

/**
 * @param spec a file, or a folder with a spec.ts
 * @throws DiagnosticsError where the spec, its proof or an option is wrong; SolverMissing; InternalError where engines disagree
 */
export async function judge(spec: string, proposals: readonly Proposal[], options: JudgeOptions = {}): Promise<Judgement> {
  const time = AbortSignal.timeout(options.milliseconds ?? defaultMilliseconds);
  const signal = options.signal ? AbortSignal.any([options.signal, time]) : time;
  const stopped = (): Budget => (options.signal?.aborted ? "interrupted" : "time");
  const looked = proposals.slice(0, mostProposals);
  const read = compileCandidates(spec, looked.map((p) => p.text), { ...(options.protocol !== undefined && { protocol: options.protocol }), ...(options.proof !== undefined && { proof: options.proof }) });
  const protocol = withOptions(read.base.protocol, options.options ?? {});

  const outcomes = new Map<number, Outcome>();
  const candidates: Accepted[] = [];
  const nameFor = newNames(read.taken);
  looked.forEach((proposal, index) => {
    const found = read.read[index];
    if (found.kind === "ill-formed") outcomes.set(index, { kind: "ill-formed", diagnostics: found.diagnostics });
    else candidates.push({ index, name: nameFor(proposal.name, found.body), body: found.body, proposal, mentions: found.mentions });
  });
  const known = new Map(protocol.properties.filter((p) => p.kind === "invariant" || p.kind === "lemma").map((p) => [printExpr(p.body), p.name]));
  for (const c of candidates) {
    const text = printExpr(c.body);
    const same = known.get(text);
    if (same === undefined) known.set(text, c.name);
    else outcomes.set(c.index, { kind: "redundant", why: "follows", from: [same] });
  }

  const open = (): Accepted[] => candidates.filter((c) => !outcomes.has(c.index));
  const progress = (p: Pick<JudgeProgress, "phase" | "goal" | "states">, accepted = 0): void =>
    options.listener?.progress?.({ ...p, tried: looked.length, rejected: outcomes.size, accepted });
  const finish = (rest: Pick<Judgement, "verdict" | "properties" | "grounds"> & Pick<Partial<Judgement>, "violation">, searched: readonly SearchedInstance[], leftover: Outcome): Judgement => {
    const nameOf = new Map(candidates.map((c) => [c.index, c.name]));
    const judged = proposals.map((proposal, i): Judged => ({ proposal, ...(nameOf.has(i) && { name: nameOf.get(i)! }), outcome: outcomes.get(i) ?? leftover }));
    const accepted = candidates.filter((c) => outcomes.get(c.index)?.kind === "accepted").toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return { ...rest, protocol, judged, accepted, searched, place: read.place };
  };

  progress({ phase: "searching" });
  const refuted = await refute(protocol, open().map(propertyOf), { maxStates: options.maxStates ?? defaultStates, signal, states: (states) => progress({ phase: "searching", states }) });
  if (refuted.violation) {
    return finish({ verdict: "violated", violation: refuted.violation, properties: [], grounds: [] }, refuted.searched, { kind: "unknown", budget: "violated" });
  }
  for (const c of open()) {
    const run = refuted.candidates.get(c.name);
    if (run) outcomes.set(c.index, { kind: "false", ...run });
    else if (refuted.costly.has(c.name)) outcomes.set(c.index, { kind: "unknown", budget: "evaluation" });
  }

  let phase: JudgeProgress["phase"] = "proving";
  let accepted = 0;
  const session = new Session({ ...options, signal, cores: true, listener: { progress: ({ goal }) => progress({ phase, goal }, accepted) } }, undefined);
  try {
    const ask = session.ask.bind(session);
    await consistency(protocol, ask);
    const tried = open();
    const proved = await houdini(protocol, tried.map(propertyOf), new CoreMemory(ask).ask, () => signal.aborted ? stopped() : "solver");
    for (const c of tried) {
      const outcome = proved.rejected.get(c.name);
      if (outcome) outcomes.set(c.index, outcome);
    }
    phase = "pruning";
    accepted = open().length;
    const pruned = await prune(protocol, open().map(propertyOf), proved.shown, { ask, session, signal });
    for (const c of open()) outcomes.set(c.index, pruned.outcomes.get(c.name) ?? { kind: "accepted" });
    const invariants = pruned.properties.filter((p) => p.kind !== "lemma");
    const verdict = invariants.every((p) => p.verdict === "proved") ? "proved" : "open";
    return finish({ verdict, properties: pruned.properties, grounds: pruned.grounds }, refuted.searched, { kind: "unknown", budget: stopped() });
  } finally {
    await session.close();
  }
}

const propertyOf = (c: Candidate): Property => ({ kind: "lemma", name: c.name, doc: c.proposal.reason ?? "", body: c.body, span: c.body.span });
