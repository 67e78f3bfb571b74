/** Rounds with a model: what is asked, repeated, asked in another form, counted, and what is said where it leads nowhere. */
import { readAnswer } from "./answer.ts";
import { type Dialect, firstDialect, nameOfDialect, nextDialect } from "./dialect.ts";
import type { Endpoint } from "./endpoint.ts";
import { estimateTokens, Meter, noUsage, usageBetween } from "./meter.ts";
import { type Prompt, promptFor } from "./prompt.ts";
import type { ModelAnswer, ModelProposer, ModelRequest, ModelSettings } from "./contract.ts";
import type { Reply } from "./reply.ts";
import { problemOf } from "./problem.ts";
import { delayOf, mostRetries, mostWait, repeatable } from "./retry.ts";
import { oneLine, type Redact } from "./secrets.ts";

export interface Surroundings {
  readonly redact: Redact;
  /** In a replay nobody waits. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Told with the first round. */
  readonly notes: readonly string[];
}

/** Without one that helps in a row, the endpoint is left alone. */
const mostUseless = 3;
const longestNote = 400;

/** What became of a round's question. */
type Told =
  | { readonly kind: "text"; readonly text: string }
  /** The next round may be better. */
  | { readonly kind: "nothing"; readonly note: string; readonly problem?: string }
  | { readonly kind: "ended"; readonly note: string };

export class Conversation implements ModelProposer {
  private readonly meter: Meter;
  private readonly closing = new AbortController();
  private readonly untold: string[];
  private dialect: Dialect = firstDialect;
  /** From then on, what goes wrong is not a matter of the form. */
  private understood = false;
  private rounds = 0;
  private useless = 0;
  private problem: string | undefined;
  private ended: string | undefined;
  private estimated = false;

  constructor(readonly settings: ModelSettings, private readonly endpoint: Endpoint, private readonly around: Surroundings) {
    this.meter = new Meter(settings);
    this.untold = [...around.notes];
  }

  /** Something to say with the next answer. */
  tell(note: string): void {
    this.untold.push(note);
  }

  close(): void {
    this.ended ??= "it is closed";
    this.closing.abort();
  }

  async propose(request: ModelRequest, signal?: AbortSignal): Promise<ModelAnswer> {
    const before = this.meter.total;
    this.estimated = false;
    const stop = signal ? AbortSignal.any([signal, this.closing.signal]) : this.closing.signal;
    if (this.ended === undefined && this.rounds >= this.settings.budget.rounds) this.ended = `the budget of ${this.settings.budget.rounds} rounds is used up`;
    if (this.ended !== undefined) return this.answer({ usage: noUsage(this.settings) });
    if (stop.aborted) return this.answer({ notes: ["interrupted"], usage: noUsage(this.settings) });
    this.rounds++;
    const prompt = promptFor(request, this.problem);
    const told = await this.ask(prompt, stop);
    const read = this.read(told, [...request.rejected.filter((r) => r.final), ...request.accepted].map((r) => r.text));
    this.useless = read.proposals.length + read.hints.length > 0 ? 0 : this.useless + 1;
    if (this.useless >= mostUseless) this.ended ??= `nothing came of ${mostUseless} rounds in a row`;
    return this.answer({ ...read, notes: [...prompt.notes, ...read.notes], usage: usageBetween(before, this.meter.total, this.estimated) });
  }

  private read(told: Told, known: readonly string[]): Pick<ModelAnswer, "proposals" | "ghosts" | "hints" | "notes"> {
    this.problem = undefined;
    if (told.kind === "ended") {
      this.ended = told.note;
      return { proposals: [], ghosts: [], hints: [], notes: [] };
    }
    if (told.kind === "nothing") {
      this.problem = told.problem;
      return { proposals: [], ghosts: [], hints: [], notes: [told.note] };
    }
    const read = readAnswer(told.text, this.rounds, known);
    if (read) {
      return read.proposals.length + read.hints.length > 0 ? read : { ...read, notes: [...read.notes, "the model proposed nothing new"] };
    }
    this.problem = "it was not one JSON object of the form that is asked for";
    return { proposals: [], ghosts: [], hints: [], notes: [`the model's answer is not of the form that was asked for: ${this.show(told.text.slice(0, 80)) || "it is empty"}`] };
  }

  private answer(part: Pick<ModelAnswer, "usage"> & Partial<ModelAnswer>): ModelAnswer {
    const notes = [...this.untold.splice(0), ...(part.notes ?? [])].map((n) => this.show(n));
    const ended = this.ended;
    return {
      round: this.rounds, proposals: part.proposals ?? [], ghosts: part.ghosts ?? [], hints: part.hints ?? [], usage: part.usage, total: this.meter.total, notes,
      ...(ended !== undefined && { ended: this.show(`the model is not asked any more: ${ended}`) }),
    };
  }

  private show(text: string): string {
    return oneLine(this.around.redact(text), longestNote);
  }

  private async ask(prompt: Prompt, signal: AbortSignal): Promise<Told> {
    const tried = new Set<string>();
    for (let retries = 0; ;) {
      tried.add(nameOfDialect(this.dialect));
      const allowed = this.meter.allowance(estimateTokens(prompt.instructions.length + prompt.question.length));
      if ("usedUp" in allowed) return { kind: "ended", note: allowed.usedUp };
      const { reply, milliseconds } = await this.endpoint.ask(prompt, this.dialect, { ...allowed, signal });
      this.meter.spend(milliseconds);
      this.count(reply, prompt, allowed.answer);
      this.understood ||= reply.kind === "answer" || reply.kind === "refusal";
      if (reply.kind === "answer" && reply.complete) return { kind: "text", text: reply.text };
      const problem = problemOf(reply, this.settings);
      if (reply.kind === "failure" && problem.kind === "unsupported" && !this.understood) {
        const next = nextDialect(this.dialect, reply, tried);
        if (!next) return { kind: "ended", note: problem.note };
        this.dialect = next;
        continue;
      }
      if (!repeatable(reply, problem)) return { ...problem, kind: problem.kind === "final" ? "ended" : "nothing" };
      if (retries >= mostRetries) return { kind: "nothing", note: `${problem.note}; asked ${retries + 1} times` };
      const wait = delayOf(reply, retries++);
      if (wait > mostWait) return { kind: "ended", note: `${problem.note}; it wants ${Math.ceil(wait / 1000)} s of patience, which is more than ${mostWait / 1000} s` };
      if (this.meter.total.seconds + wait / 1000 >= this.settings.budget.seconds) return { kind: "ended", note: `${problem.note}; the ${this.settings.budget.seconds} s for the model have no room to ask again` };
      await this.around.wait(wait, signal);
      if (signal.aborted) return { kind: "nothing", note: "interrupted" };
      this.meter.spend(wait);
    }
  }

  /** Of an answer that did not arrive, all that it might have cost. Errors cost nothing. */
  private count(reply: Reply, prompt: Prompt, mostAnswer: number): void {
    const told = reply.kind === "answer" || reply.kind === "refusal" ? reply.tokens : undefined;
    if (told) return this.meter.count(told, false);
    const garbled = reply.kind === "failure" && reply.status < 300 && this.understood;
    const nothing = (reply.kind === "failure" && !garbled) || reply.kind === "unsent" || (reply.kind === "failed" && reply.why === "network");
    if (nothing) return this.meter.count({ prompt: 0, completion: 0 }, false);
    this.estimated = true;
    const completion = "text" in reply ? estimateTokens(reply.text.length) : mostAnswer;
    this.meter.count({ prompt: estimateTokens(prompt.instructions.length + prompt.question.length), completion }, true);
  }
}
