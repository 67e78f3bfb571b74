/** Rounds of questions to a language model: each about what is still open, and each answer judged before the next. */
import type { ModelProposer, RejectedFormula, Usage } from "./model/contract.ts";
import { protocolFacts } from "./model/facts.ts";
import type { Judged, Judgement } from "./judgement.ts";
import type { Proposal } from "./proposal.ts";

/** What judgements look like to a reader; a model is one. */
export interface Words {
  /** What is not proved, and one counterexample. */
  open(judgement: Judgement): { readonly goal: string; readonly counterexample?: string };
  /** What became of a proposal that was not accepted. */
  rejected(judged: Judged, judgement: Judgement): string;
}

export interface Rounds {
  readonly judgement: Judgement;
  readonly rounds: number;
  readonly usage?: Usage;
  /** For people. */
  readonly notes: readonly string[];
}

export interface RoundOptions {
  readonly model: ModelProposer;
  readonly words: Words;
  readonly judge: (proposals: readonly Proposal[]) => Promise<Judgement>;
  readonly inTime: () => boolean;
  readonly signal?: AbortSignal;
  readonly listener?: (round: number, notes: readonly string[]) => void;
}

/** @param before what is known without the model */
export async function modelRounds(before: Judgement, { model, words, judge, inTime, signal, listener }: RoundOptions): Promise<Rounds> {
  let judgement = before;
  let usage: Usage | undefined;
  let rounds = 0;
  /** Everything that may still be of use, by text: what lacked others once may be proved with them. */
  const hopeful = new Map<string, Proposal>();
  const rejected = new Map<string, RejectedFormula>();
  const notes: string[] = [];
  while (judgement.verdict === "open" && inTime()) {
    const answer = await model.propose({
      files: [{ name: judgement.place.spec.path, text: judgement.place.spec.text }],
      facts: protocolFacts(judgement.protocol),
      ...words.open(judgement),
      rejected: [...rejected.values()],
      accepted: judgement.accepted.map((a) => ({ name: a.name, text: a.proposal.text })),
    }, signal);
    rounds = answer.round;
    usage = answer.total;
    notes.push(...answer.notes);
    listener?.(answer.round, answer.notes);
    for (const p of answer.proposals) hopeful.set(p.text, p);
    if (answer.proposals.length > 0) {
      judgement = await judge([...hopeful.values()]);
      for (const judged of judgement.judged) {
        const { outcome, proposal } = judged;
        if (outcome.kind === "accepted") continue;
        const final = outcome.kind === "false" || outcome.kind === "ill-formed" || (outcome.kind === "redundant" && outcome.why === "follows");
        rejected.set(proposal.text, { text: proposal.text, outcome: words.rejected(judged, judgement), final });
        if (final) hopeful.delete(proposal.text);
      }
    }
    if (answer.ended !== undefined) {
      notes.push(answer.ended);
      break;
    }
  }
  return { judgement, rounds, notes, ...(usage && { usage }) };
}
