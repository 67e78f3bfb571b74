/** What becomes of proposals: a false one meets a run that refutes it, and what is accepted is proved, for any size. */
import { readsState } from "../backends/smt/conjuncts.ts";
import { CandidateCompiler, type Candidates } from "../frontend/candidates.ts";
import type { GhostText } from "../frontend/ghost-text.ts";
import { printExpr } from "../ir/print.ts";
import type { Property, Protocol } from "../ir/protocol.ts";
import { reduced } from "../passes/reduced.ts";
import { withOptions } from "../pipeline/options.ts";
import type { Ask as AskOfRuns } from "../pipeline/bounded.ts";
import type { Ask } from "../pipeline/induction.ts";
import { consistency } from "../pipeline/proof-consistency.ts";
import { type Asking, Session } from "../pipeline/proof-session.ts";
import type { CheckReport } from "../pipeline/report.ts";
import { Clock } from "./clock.ts";
import { type Ghost, ghostLine, ghostsIn, ghostText, type JudgedGhost } from "./ghost.ts";
import { GoalMemory } from "./goal-memory.ts";
import { houdini } from "./houdini.ts";
import { type Instance, instanceOf, type Instantiation } from "./instantiate.ts";
import type { Accepted, Judged, Judgement, JudgeListener, JudgeOptions, JudgeProgress } from "./judgement.ts";
import { newNames } from "./names.ts";
import type { Budget, Candidate, Outcome, Proposal } from "./proposal.ts";
import { prune } from "./prune.ts";
import { refute, type Refuted, type Run } from "./refute.ts";

const defaultMilliseconds = 120_000;
const defaultStates = 50_000;
/** More at a time are not looked at. */
const mostProposals = 5_000;

/** Who reads proposals: for a spec, its compiler. */
export interface Reader extends Pick<CandidateCompiler, "base" | "place" | "read" | "refused"> {
  with(ghosts: readonly GhostText[]): Reader;
}

export interface Judging {
  /** Ends this judgement, at the latest when the judge is ended: what is not judged by then is unknown for want of time. */
  readonly signal?: AbortSignal;
  /** Of one attempt at one goal. */
  readonly timeoutMs?: number;
  /** Whether the proposer has shown them already, so that they are put to the proof first; else those that are false are sorted out before. */
  readonly shown?: boolean;
  readonly listener?: JudgeListener;
}

/**
 * @param spec a file, or a folder with a spec.ts
 * @throws DiagnosticsError where the spec, its proof or an option is wrong; SolverMissing; InternalError where engines disagree
 */
export async function judge(spec: string, proposals: readonly Proposal[], options: JudgeOptions = {}): Promise<Judgement> {
  const judge = new Judge(spec, options);
  try {
    const { milliseconds = defaultMilliseconds, listener } = options;
    return await judge.judge(proposals, { signal: new Clock(milliseconds, options.signal).until(1), ...(listener && { listener }) });
  } finally {
    await judge.close();
  }
}

/** Judges proposals for one protocol, as often as there are any: what was found out once is not asked again. */
export class Judge {
  /** In fewer words than the spec's: see `reduced`. */
  readonly protocol: Protocol;
  private readonly whole: Protocol;
  private readonly compiler: Reader;
  private readonly session: Session;
  private readonly memory: GoalMemory;
  /** By their ghosts. */
  private readonly remembering = new Map<string, Judge>();
  /** Of the protocol itself, once instances were searched to an end. */
  private refuted: Refuted | undefined;
  /** What such searches have found out about formulas, by their text. */
  private readonly sought = new Map<string, Run | "costly" | "nothing">();
  private consistent = false;
  /** Who is told of goals, which all that share the solvers share. */
  private readonly told: { progress?: ((goal: string) => void) | undefined };

  /**
   * @param spec a file, a folder with a spec.ts, or who has read it
   * @throws DiagnosticsError where the spec, its proof or an option is wrong
   */
  constructor(private readonly spec: string | Reader, private readonly options: Omit<JudgeOptions, "milliseconds" | "listener">, private readonly ghosted?: { readonly judge: Judge; readonly ghosts: ReadonlyMap<GhostText, Ghost> }) {
    const { protocol, proof } = options;
    const reader = (): Reader => (typeof spec !== "string" ? spec : new CandidateCompiler(spec, { ...(protocol !== undefined && { protocol }), ...(proof !== undefined && { proof }) }));
    this.compiler = ghosted?.judge.compiler.with([...ghosted.ghosts.keys()]) ?? reader();
    this.whole = withOptions(this.compiler.base.protocol, options.options ?? {});
    this.protocol = reduced(this.whole);
    this.told = ghosted?.judge.told ?? {};
    this.memory = ghosted?.judge.memory ?? new GoalMemory();
    this.session = ghosted?.judge.session ?? new Session({ ...options, cores: true, listener: { progress: ({ goal }) => this.told.progress?.(goal) } }, undefined);
  }

  /** Judges with the same solvers what lemmas say of ghosts as well. Only this one need be closed. */
  withGhosts(ghosts: readonly Ghost[]): Judge {
    if (ghosts.length === 0) return this;
    const key = ghosts.map(ghostLine).join("\n");
    const made = this.remembering.get(key) ?? new Judge(this.spec, this.options, { judge: this, ghosts: new Map(ghosts.map((g) => [ghostText(g), g])) });
    this.remembering.set(key, made);
    return made;
  }

  /** Starts a solver before there is anything to ask it. @throws SolverMissing */
  async warm(): Promise<void> {
    await this.session.warm();
  }

  /** Puts goals to the same solvers; what holds is remembered. */
  asking(how: Asking): Ask {
    return this.memory.over((goals, first) => this.session.ask(goals, first, how), how.cores ?? true);
  }

  /** Asks the same solvers about runs of instances. */
  questioning(how: Asking): AskOfRuns {
    return (_, questions) => this.session.answers(questions.map(({ about, query }) => ({ name: about, query })), how);
  }

  /** Of the instances that were searched for violations of the protocol. */
  get reports(): readonly CheckReport[] {
    return this.refuted?.reports ?? [];
  }

  async close(): Promise<void> {
    await this.session.close();
  }

  async judge(proposals: readonly Proposal[], { signal, timeoutMs, shown = false, listener }: Judging = {}): Promise<Judgement> {
    const { protocol, session, options } = this;
    const either = signal ?? options.signal ?? new AbortController().signal;
    const stopped = (): Budget => (options.signal?.aborted ? "interrupted" : "time");
    const looked = proposals.slice(0, mostProposals);
    const outcomes = new Map<number, Outcome>();
    const candidates = this.compiled(looked, outcomes);
    const open = (): Accepted[] => candidates.filter((c) => !outcomes.has(c.index));
    const report = (p: Pick<JudgeProgress, "phase" | "goal" | "states">, accepted = 0): void =>
      listener?.progress?.({ ...p, tried: looked.length, rejected: outcomes.size, accepted });
    const finish = (rest: Pick<Judgement, "verdict" | "properties" | "grounds"> & Pick<Partial<Judgement>, "violation">, leftover: Outcome): Judgement => {
      const read = new Map(candidates.map((c) => [c.index, c]));
      const judged = proposals.map((proposal, i): Judged => {
        const known = read.get(i);
        return { proposal, ...(known && { name: known.name, body: known.body }), outcome: outcomes.get(i) ?? leftover };
      });
      const accepted = candidates.filter((c) => outcomes.get(c.index)?.kind === "accepted").toSorted((a, b) => (a.name < b.name ? -1 : 1));
      return { ...rest, protocol, judged, accepted, ghosts: this.ghosts(accepted), searched: this.refuted?.searched ?? [], place: this.compiler.place };
    };
    const search = async (which: readonly Accepted[]): Promise<void> => {
      report({ phase: "searching" });
      await this.search(which, either, (states) => report({ phase: "searching", states }));
      for (const c of which) {
        const found = this.sought.get(c.proposal.text);
        if (found === "costly") outcomes.set(c.index, { kind: "unknown", budget: "evaluation" });
        else if (found !== undefined && found !== "nothing") outcomes.set(c.index, { kind: "false", ...found });
      }
    };

    await search(shown && this.refuted ? [] : open());
    const { violation } = this.refuted ?? {};
    if (violation) return finish({ verdict: "violated", violation, properties: [], grounds: [] }, { kind: "unknown", budget: "violated" });

    let phase: JudgeProgress["phase"] = "proving";
    let accepted = 0;
    this.told.progress = (goal) => report({ phase, goal }, accepted);
    const ask = this.asking({ ...(timeoutMs !== undefined && { timeoutMs }), ...(signal && { signal }) });
    await this.requireConsistency(ask);
    const tried = open();
    const fields = new Set(protocol.state.map((f) => f.name));
    const proved = await houdini(protocol, tried.map(propertyOf), ask, () => either.aborted ? stopped() : "solver");
    for (const c of tried) {
      const outcome = proved.rejected.get(c.name);
      if (outcome) outcomes.set(c.index, outcome);
      // What is true whatever the state follows from nothing.
      else if (!readsState(c.body, fields)) outcomes.set(c.index, { kind: "redundant", why: "follows", from: [] });
    }
    if (shown) await search(tried.filter((c) => proved.rejected.has(c.name)));
    phase = "pruning";
    accepted = open().length;
    const pruned = await prune(protocol, open().map(propertyOf), proved, { ask, session, signal: either, spared: new Set(open().filter((c) => c.proposal.instance).map((c) => c.name)) });
    for (const c of open()) outcomes.set(c.index, pruned.outcomes.get(c.name) ?? { kind: "accepted" });
    this.told.progress = undefined;
    const invariants = pruned.properties.filter((p) => p.kind !== "lemma");
    const verdict = invariants.every((p) => p.verdict === "proved") ? "proved" : "open";
    return finish({ verdict, properties: pruned.properties, grounds: pruned.grounds }, { kind: "unknown", budget: stopped() });
  }

  /** @param accepted beside what the protocol has */
  instantiate(of: Instantiation, accepted: readonly Accepted[]): Instance {
    return instanceOf(this.whole, accepted.map(propertyOf), of, (texts) => this.compiler.read(texts).read);
  }

  private ghosts(accepted: readonly Accepted[]): JudgedGhost[] {
    const all = [...(this.ghosted?.ghosts ?? [])];
    const needed = ghostsIn(all.map(([, ghost]) => ghost), accepted.map((a) => a.proposal.text));
    return all.map(([text, ghost]) => {
      const diagnostics = this.compiler.refused.get(text);
      return { ghost, outcome: diagnostics ? { kind: "ill-formed", diagnostics } : { kind: needed.has(ghost) ? "needed" : "not-needed" } };
    });
  }

  /** What texts say, in the words of `protocol`. */
  private read(texts: readonly string[]): Candidates {
    const { read, taken } = this.compiler.read(texts);
    const properties = read.flatMap((r, i): Property[] => (r.kind === "ill-formed" ? [] : [{ kind: "lemma", name: `${i}`, doc: "", body: r.body, span: r.body.span }]));
    const bodies = new Map(reduced({ ...this.whole, properties }).properties.map((p) => [p.name, p.body]));
    return { taken, read: read.map((r, i) => (r.kind === "ill-formed" ? r : { ...r, body: bodies.get(`${i}`)! })) };
  }

  /** @param outcomes gets those of what is ill-formed, and of what is said twice */
  private compiled(proposals: readonly Proposal[], outcomes: Map<number, Outcome>): Accepted[] {
    if (proposals.length === 0) return [];
    const { read, taken } = this.read(proposals.map((p) => p.text));
    const nameFor = newNames(taken);
    const known = new Map(this.protocol.properties.filter((p) => p.kind === "invariant" || p.kind === "lemma").map((p) => [printExpr(p.body), p.name]));
    return proposals.flatMap((proposal, index): Accepted[] => {
      const found = read[index];
      if (found.kind === "ill-formed") {
        outcomes.set(index, { kind: "ill-formed", diagnostics: found.diagnostics });
        return [];
      }
      const candidate = { index, name: nameFor(proposal.name, found.body), body: found.body, proposal, mentions: found.mentions };
      const text = printExpr(candidate.body);
      const same = known.get(text);
      if (same === undefined) known.set(text, candidate.name);
      else outcomes.set(index, { kind: "redundant", why: "follows", from: [same] });
      return [candidate];
    });
  }

  /** Searches instances for runs that refute what is new, and the protocol, if that is new. */
  private async search(candidates: readonly Accepted[], signal: AbortSignal, states: (count: number) => void): Promise<void> {
    const fresh = candidates.filter((c) => !this.sought.has(c.proposal.text));
    if (this.refuted && (fresh.length === 0 || this.refuted.violation)) return;
    const found = await refute(this.protocol, fresh.map(propertyOf), { maxStates: this.options.maxStates ?? defaultStates, signal, states });
    // What was cut short may be looked for again.
    if (!signal.aborted || found.violation) this.refuted ??= found;
    for (const c of fresh) {
      const run = found.candidates.get(c.name);
      if (run) this.sought.set(c.proposal.text, run);
      else if (!signal.aborted) this.sought.set(c.proposal.text, found.costly.has(c.name) ? "costly" : "nothing");
    }
  }

  private async requireConsistency(ask: Ask): Promise<void> {
    if (!this.consistent) await consistency(this.protocol, ask);
    this.consistent = true;
  }
}

const propertyOf = (c: Candidate): Property => ({ kind: "lemma", name: c.name, doc: c.proposal.reason ?? "", body: c.body, span: c.body.span });
