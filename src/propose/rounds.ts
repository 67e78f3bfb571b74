/** Rounds of questions to a language model: each about what is still open, and each answer judged before the next. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Expr } from "../ir/expr.ts";
import { type Ghost, ghostLine, ghostsIn } from "./ghost.ts";
import type { Instance, Instantiation } from "./instantiate.ts";
import type { ModelProposer, RejectedFormula, Usage } from "./model/contract.ts";
import { protocolFacts } from "./model/facts.ts";
import type { Judged, Judgement } from "./judgement.ts";
import type { Outcome, Proposal } from "./proposal.ts";

/** What judgements look like to a reader; a model is one. */
export interface Words {
  /** What is not proved, and one counterexample. */
  open(judgement: Judgement): { readonly goal: string; readonly counterexample?: string };
  /** What is wrong with a text. */
  diagnostics(found: readonly Diagnostic[]): string;
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
  readonly judge: (proposals: readonly Proposal[], ghosts: readonly Ghost[]) => Promise<Judgement>;
  /** A short search by the embedded proposer, with what these say as further predicates; where they suffice, with what they lacked. */
  readonly attempt?: (hints: readonly Hint[], ghosts: readonly Ghost[]) => Promise<Judgement | undefined>;
  /** What follows by values for the variables of something that is known. */
  readonly instantiate?: (of: Instantiation, judgement: Judgement, ghosts: readonly Ghost[]) => Instance;
  readonly inTime: () => boolean;
  readonly signal?: AbortSignal;
  readonly listener?: (round: number, notes: readonly string[]) => void;
}

/** A formula that no instance refutes, with the proposal that says it. */
export interface Hint { readonly proposal: Proposal; readonly body: Expr }

/** @param before what is known without the model; what is accepted there is kept, and told to the model */
export async function modelRounds(before: Judgement, { model, words, judge, attempt, instantiate, inTime, signal, listener }: RoundOptions): Promise<Rounds> {
  let judgement = before;
  let usage: Usage | undefined;
  let rounds = 0;
  /** Everything that may still be of use, by text: what lacked others once may be proved with them. */
  const hopeful = new Map(before.accepted.map(({ proposal }) => [proposal.text, proposal]));
  const attempted = new Set(before.accepted.map((a) => a.proposal.text));
  /** By name: who proposes another of the name means that one. */
  const ghosts = new Map<string, Ghost>();
  const rejected = new Map<string, RejectedFormula>();
  const notes: string[] = [];
  while (judgement.verdict === "open" && inTime()) {
    const answer = await model.propose({
      files: [{ name: judgement.place.spec.path, text: judgement.place.spec.text }],
      facts: protocolFacts(judgement.protocol),
      ...words.open(judgement),
      rejected: [...rejected.values()],
      accepted: [
        ...judgement.accepted.map((a) => ({ name: a.name, text: a.proposal.text })),
        ...[...ghosts.values()].map((g) => ({ name: g.name, text: ghostLine(g) })),
      ],
    }, signal);
    rounds = answer.round;
    usage = answer.total;
    notes.push(...answer.notes);
    listener?.(answer.round, answer.notes);
    for (const p of answer.proposals) hopeful.set(p.text, p);
    for (const g of answer.ghosts) ghosts.set(g.name, g);
    const instances = answer.hints.flatMap(({ hint }) => (hint.kind === "instantiate" ? [hint] : []));
    for (const hint of instances) {
      const made = instantiate?.(hint, judgement, [...ghosts.values()]);
      const text = `${hint.property} with ${hint.terms.map((t) => `${t.variable} = ${t.value}`).join(", ")}`;
      if (made?.kind === "instance") hopeful.set(made.text, { text: made.text, reason: hint.reason || text, instance: true, by: { proposer: "model", round: answer.round } });
      else if (made) rejected.set(text, { text, outcome: words.diagnostics(made.diagnostics), final: true });
    }
    if (answer.proposals.length + answer.ghosts.length + instances.length > 0) {
      judgement = await judge([...hopeful.values()], [...ghosts.values()]);
      for (const judged of judgement.judged) {
        const { outcome, proposal } = judged;
        if (outcome.kind === "accepted") continue;
        const final = outcome.kind === "false" || outcome.kind === "ill-formed" || (outcome.kind === "redundant" && outcome.why === "follows" && !proposal.instance);
        rejected.set(proposal.text, { text: proposal.text, outcome: words.rejected(judged, judgement), final });
        if (final) hopeful.delete(proposal.text);
      }
      const spoken = ghostsIn([...ghosts.values()], [...hopeful.keys()]);
      for (const { ghost, outcome } of judgement.ghosts) {
        if (outcome.kind !== "ill-formed" && spoken.has(ghost)) continue;
        // It makes states larger, and helps nothing.
        ghosts.delete(ghost.name);
        rejected.set(ghostLine(ghost), { text: ghostLine(ghost), outcome: outcome.kind === "ill-formed" ? words.diagnostics(outcome.diagnostics) : "no lemma that may hold speaks of it", final: outcome.kind === "ill-formed" });
      }
    }
    const hints = judgement.judged.flatMap(({ proposal, body, outcome }): Hint[] => (body && isHopeful(outcome) ? [{ proposal, body }] : []));
    if (judgement.verdict === "open" && hints.some((h) => !attempted.has(h.proposal.text)) && inTime()) {
      for (const h of hints) attempted.add(h.proposal.text);
      judgement = (await attempt?.(hints, [...ghosts.values()])) ?? judgement;
    }
    if (answer.ended !== undefined) {
      notes.push(answer.ended);
      break;
    }
  }
  return { judgement, rounds, notes, ...(usage && { usage }) };
}

/** True for all that is known, and it says something. */
const isHopeful = (outcome: Outcome): boolean =>
  outcome.kind === "accepted" || outcome.kind === "not-inductive" || (outcome.kind === "redundant" && outcome.why === "not-needed") || (outcome.kind === "unknown" && outcome.budget === "solver");
