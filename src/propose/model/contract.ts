/** A language model that proposes lemmas: what it is asked, what it gives, what it may cost. Whatever it says is text that somebody judges. */
import type { Ghost } from "../ghost.ts";
import type { Proposal } from "../proposal.ts";
import type { HintReport } from "./hint.ts";

export interface ModelProposer {
  /** With the settings of the run that was recorded, in a replay. */
  readonly settings: ModelSettings;
  /**
   * One round. Whatever the endpoint does is told in notes; nothing is thrown for it.
   * @throws ModelUnavailable in a replay, where the question was not recorded
   */
  propose(request: ModelRequest, signal?: AbortSignal): Promise<ModelAnswer>;
  /** Ends what is under way. */
  close(): void;
}

export interface ModelRequest {
  /** The spec, and what it imports. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Sorts, fields, actions and properties, see `protocolFacts`. */
  readonly facts: string;
  /** What does not hold yet: the goal, and the property that it is about, to be read. */
  readonly goal: string;
  /** The one counterexample that this round is about, to be read. */
  readonly counterexample?: string;
  /** Earlier proposals, and what became of each: with the state that refutes it. The last are the most telling. */
  readonly rejected: readonly RejectedFormula[];
  readonly accepted: readonly { readonly name: string; readonly text: string }[];
}

export interface RejectedFormula {
  readonly text: string;
  readonly outcome: string;
  /** It stays rejected whatever else is proposed, so that it is of no use again. */
  readonly final: boolean;
}

export interface ModelAnswer {
  readonly round: number;
  /** Those of hints among them. */
  readonly proposals: readonly Proposal[];
  /** Of hints as well: variables that the lemmas of this answer, and later ones, may speak of. */
  readonly ghosts: readonly Ghost[];
  readonly hints: readonly HintReport[];
  /** Of this round. */
  readonly usage: Usage;
  /** Since it was opened. */
  readonly total: Usage;
  /** For people: one line each, plain characters only. */
  readonly notes: readonly string[];
  /** Why there is no use in asking again. */
  readonly ended?: string;
}

export interface Usage {
  /** Requests that went out, repeated ones included. */
  readonly requests: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Some of the tokens were not told by the endpoint. */
  readonly estimated: boolean;
  /** Spent on requests, and on waiting to repeat them. */
  readonly seconds: number;
  /** In the currency of the price table; undefined without a price for the model. */
  readonly cost: number | undefined;
}

export interface ModelBudget {
  readonly rounds: number;
  /** Of prompts and answers. */
  readonly tokens: number;
  readonly seconds: number;
  /** In the currency of the price table. */
  readonly money?: number;
}

export const defaultBudget: ModelBudget = { rounds: 12, tokens: 300_000, seconds: 600 };

/** For a million tokens. */
export interface Price { readonly input: number; readonly output: number }

export interface ModelSettings {
  readonly model: string;
  readonly budget: ModelBudget;
  readonly price?: Price;
  /** For one request. */
  readonly requestSeconds: number;
}

export interface ModelOptions {
  readonly model: string;
  /** Where there is none, `baseURL` has to be given: servers on the own machine mostly need no key. */
  readonly apiKey?: string;
  readonly baseURL?: string;
  readonly budget?: Partial<ModelBudget>;
  /** By model: `{ "a-model": { "input": 1.25, "output": 10 } }`. */
  readonly prices?: unknown;
  /** At most 300. */
  readonly requestSeconds?: number;
  /** A file that gets every exchange. What is there is replaced. */
  readonly transcript?: string;
}

/** Gives an error to throw. The heavy part is a bundle of its own, so that a class of its own would be another one. */
export type Unavailable = (message: string, help: string) => Error;
