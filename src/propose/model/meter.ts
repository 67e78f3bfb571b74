/** What asking may cost and has cost. Before a request it says how long the answer may be, so that the worst case fits. */
import type { ModelSettings, Usage } from "./contract.ts";

export interface Tokens { readonly prompt: number; readonly completion: number }

/** Shorter answers hold nothing. */
const leastAnswer = 256;
/** Models that think write down their thoughts, and these count. */
const mostAnswer = 16_384;

const million = 1_000_000;
/** A token is seldom shorter in English or in code. */
const charactersOfToken = 3;

export const estimateTokens = (characters: number): number => Math.ceil(characters / charactersOfToken);

const nothing: Usage = { requests: 0, promptTokens: 0, completionTokens: 0, estimated: false, seconds: 0, cost: undefined };

export class Meter {
  private milliseconds = 0;
  private sum = { requests: 0, promptTokens: 0, completionTokens: 0, estimated: false };

  constructor(private readonly settings: ModelSettings) {}

  get total(): Usage {
    return { ...this.sum, seconds: this.milliseconds / 1000, cost: this.cost(this.sum.promptTokens, this.sum.completionTokens) };
  }

  /** Tokens that an answer may have, and time for it; or which budget is used up. */
  allowance(promptTokens: number): { readonly answer: number; readonly milliseconds: number } | { readonly usedUp: string } {
    const { budget, price, requestSeconds } = this.settings;
    const left = Math.floor(budget.seconds * 1000 - this.milliseconds);
    if (left <= 0) return { usedUp: `the ${budget.seconds} s for the model are used up` };
    const tokens = budget.tokens - this.sum.promptTokens - this.sum.completionTokens - promptTokens;
    if (tokens < leastAnswer) return { usedUp: `the budget of ${budget.tokens} tokens has no room for another question` };
    const answers = [mostAnswer, tokens];
    if (budget.money !== undefined && price) {
      const money = budget.money - (this.total.cost ?? 0) - (promptTokens * price.input) / million;
      const affordable = price.output === 0 ? mostAnswer : Math.floor((money * million) / price.output);
      if (money < 0 || affordable < leastAnswer) return { usedUp: `the budget of ${budget.money} has no room for another question` };
      answers.push(affordable);
    }
    return { answer: Math.min(...answers), milliseconds: Math.min(left, requestSeconds * 1000) };
  }

  count({ prompt, completion }: Tokens, estimated: boolean): void {
    const { requests, promptTokens, completionTokens } = this.sum;
    this.sum = { requests: requests + 1, promptTokens: promptTokens + prompt, completionTokens: completionTokens + completion, estimated: this.sum.estimated || estimated };
  }

  spend(milliseconds: number): void {
    this.milliseconds += milliseconds;
  }

  private cost(prompt: number, completion: number): number | undefined {
    const { price } = this.settings;
    return price && (prompt * price.input + completion * price.output) / million;
  }
}

/** What was used between two readings. */
export function usageBetween(before: Usage, after: Usage, estimated: boolean): Usage {
  return {
    requests: after.requests - before.requests, promptTokens: after.promptTokens - before.promptTokens,
    completionTokens: after.completionTokens - before.completionTokens, estimated,
    seconds: Math.round((after.seconds - before.seconds) * 1000) / 1000,
    cost: after.cost === undefined || before.cost === undefined ? undefined : after.cost - before.cost,
  };
}

export const noUsage = (settings: ModelSettings): Usage => ({ ...nothing, cost: settings.price && 0 });
