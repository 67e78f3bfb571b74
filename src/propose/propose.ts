/** From a protocol whose invariants cannot be proved as it stands to the lemmas that prove them, each judged like anybody's. */
import { showExpr } from "../interp/show-expr.ts";
import { threadFile } from "../pipeline/thread-file.ts";
import { ThreadSearch } from "../../verifier/infer/thread-search.ts";
import { type EmbeddedEvent, searchLemmas } from "./embedded/search.ts";
import { Judge, type Judging } from "./judge.ts";
import type { JudgeOptions, JudgeProgress } from "./judgement.ts";
import { proofFile } from "./proof-file.ts";
import type { ModelProposer } from "./model/contract.ts";
import type { Proposal } from "./proposal.ts";
import type { ProposeReport } from "./report.ts";
import { modelRounds, type Words } from "./rounds.ts";

export interface ProposeOptions extends Omit<JudgeOptions, "listener"> {
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
  | { readonly stage: "searching"; readonly event: EmbeddedEvent }
  | { readonly stage: "asking"; readonly round: number };

export const defaultProposeMs = 120_000;
/** Of one attempt at one goal while lemmas are looked for: what takes longer is rarely worth waiting for. */
const searchGoalMs = 4_000;
const leastMs = 1_000;

/**
 * @param spec a file, or a folder with a spec.ts
 * @throws DiagnosticsError where the spec, its proof or an option is wrong; SolverMissing; InternalError where engines disagree
 */
export async function propose(spec: string, options: ProposeOptions = {}): Promise<ProposeReport> {
  const start = performance.now();
  const { listener, milliseconds = defaultProposeMs, model, ...rest } = options;
  const left = (): number => Math.max(leastMs, Math.round(milliseconds - (performance.now() - start)));
  const judge = new Judge(spec, rest);
  const judging = (stage: "as it is" | "judging"): Judging => ({ signal: AbortSignal.timeout(left()), listener: { progress: (p: JudgeProgress) => listener?.progress?.({ stage, judge: p }) } });
  listener?.proposing?.();
  try {
    const [before] = await Promise.all([judge.judge([], judging("as it is")), judge.warm()]);
    const report = (r: Omit<ProposeReport, "spec" | "protocol" | "seconds" | "events"> & { readonly events?: readonly EmbeddedEvent[] }): ProposeReport =>
      ({ spec, protocol: before.protocol, events: [], ...r, seconds: (performance.now() - start) / 1000 });
    if (before.verdict !== "open") return report({ verdict: before.verdict === "proved" ? "known" : "violated", judgement: before });
    if (options.signal?.aborted) return report({ verdict: "open", judgement: before, reason: "interrupted" });

    const events: EmbeddedEvent[] = [];
    const found = await searchLemmas(before.protocol, {
      ask: judge.asking({ timeoutMs: Math.min(rest.timeoutMs ?? searchGoalMs, searchGoalMs), cores: false, signal: AbortSignal.timeout(left()) }),
      makeEngine: () => new ThreadSearch(threadFile("infer-worker.js")),
      deadline: performance.now() + left(),
      ...(options.signal && { signal: options.signal }),
      listener: (event) => {
        events.push(event);
        listener?.progress?.({ stage: "searching", event });
      },
    });
    if (found.kind === "proved") {
      const proposals = found.lemmas.map((lemma): Proposal => ({ text: showExpr(lemma), by: { proposer: "embedded", round: 1 } }));
      const judgement = await judge.judge(proposals, { ...judging("judging"), shown: true });
      const file = judgement.verdict === "proved" ? proofFile(spec, judgement) : undefined;
      return report({ verdict: judgement.verdict, judgement, events, ...(file && { file }), ...(judgement.verdict === "open" && { reason: "the lemmas that were found could not be confirmed" }) });
    }
    if (!model) return report({ verdict: "open", judgement: before, events, reason: found.reason });
    const { judgement, ...asked } = await modelRounds(before, {
      model: model.proposer, words: model.words, judge: (proposals, ghosts) => judge.withGhosts(ghosts).judge(proposals, judging("judging")),
      inTime: () => performance.now() - start < milliseconds && !options.signal?.aborted, ...(options.signal && { signal: options.signal }),
      listener: (round) => listener?.progress?.({ stage: "asking", round }),
    });
    // What is proved stays proved, even where it does not suffice.
    const file = proofFile(spec, judgement);
    return report({ verdict: judgement.verdict, judgement, events, asked, ...(file && { file }), ...(judgement.verdict === "open" && { reason: found.reason }) });
  } finally {
    await judge.close();
  }
}
