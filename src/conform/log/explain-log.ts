/** Whether a spec has a run that explains a log. */
import { setImmediate } from "node:timers/promises";
import { sortsOf } from "../../interp/env.ts";
import { initialStates } from "../../interp/step.ts";
import { type State, stateKey } from "../../interp/value.ts";
import type { Action, Protocol } from "../../ir/protocol.ts";
import { noInitialState } from "../../pipeline/initial.ts";
import { faultsOf } from "../../passes/faults.ts";
import type { InstanceOptions } from "../../pipeline/prepare.ts";
import { shownOptions } from "../../pipeline/options.ts";
import { prepareSpec } from "../../pipeline/prepare-spec.ts";
import { hindranceOf } from "../history/hindrance.ts";
import { explainInAnyOrder } from "../history/any-order.ts";
import type { DeadEnd } from "../history/interleavings.ts";
import { Sequence } from "../history/sequence.ts";
import { Exhausted, Ways } from "../history/ways.ts";
import { lanesIn, orderOf, type PlacedEvent } from "./lanes.ts";
import { linesOf } from "./lines.ts";
import { LogError } from "./log-error.ts";
import { noMapping, readMapping } from "./mapping.ts";
import { readLine } from "./read-line.ts";
import { type LogEvent, LogReader, type Place } from "./reader.ts";
import type { LogOrder, LogProgress, LogReport, Stuck } from "./report.ts";

export interface LogOptions {
  /** A file that says what the names of the log are called in the spec. */
  readonly map?: string;
  /** By default what the first event has: a clock, a start, or its place in the file. */
  readonly order?: LogOrder;
  /** Actions that the log does not tell of. None by default. */
  readonly unlogged?: "all" | "none" | readonly string[];
  /** How many of them there may be in a row. 1 by default. */
  readonly inARow?: number;
  readonly timeoutMs?: number;
  /** Possible at a time, or remembered on the way. */
  readonly maxStates?: number;
  readonly signal?: AbortSignal;
  readonly listener?: { readonly searching?: () => void; readonly progress?: (progress: LogProgress) => void };
}

const defaultMaxStates = 1_000_000;
/** Events that are kept, where their order is not that of the file. */
const mostKept = 5_000_000;
/** Between two chances for others to run. */
const turnMs = 30;

/**
 * @param log a path, or `-` for standard input
 * @throws DiagnosticsError where the spec, its scope or an option is wrong; LogError where the log is
 */
export const explainLog = async (spec: string, log: string, options: LogOptions & InstanceOptions = {}): Promise<LogReport> =>
  explainLogOf(prepareSpec(spec, options).instance, log, options, spec);

/** The same of an instance. @param spec as it is to be called @throws LogError */
export async function explainLogOf(instance: Protocol, log: string, options: LogOptions = {}, spec: string = instance.span.file): Promise<LogReport> {
  const mapping = options.map === undefined ? noMapping : await readMapping(options.map, instance);
  options.listener?.searching?.();
  return new LogRun(spec, log, instance, options, new LogReader(instance, sortsOf(instance), mapping)).run();
}

/** Ends the reading of a log: nothing that follows could change the answer. */
class Stop extends Error {
  override readonly name = "Stop";
}

/** Why the search has no answer. */
class Undecided extends Error {
  override readonly name = "Undecided";
}

class LogRun {
  readonly #spec: string;
  readonly #log: string;
  readonly #instance: Protocol;
  readonly #options: LogOptions;
  readonly #reader: LogReader;
  readonly #unlogged: readonly Action[];
  readonly #ways: Ways;
  readonly #began = performance.now();
  #turn = performance.now();
  #order: LogOrder | undefined;
  #events = 0;
  #sequence: Sequence | undefined;
  #found: Pick<LogReport, "lanes" | "explained" | "steps" | "widest" | "frontier" | "states"> = { lanes: 1, explained: 0, steps: 0, widest: 0, frontier: [], states: [] };

  constructor(spec: string, log: string, instance: Protocol, options: LogOptions, reader: LogReader) {
    this.#spec = spec;
    this.#log = log;
    this.#instance = instance;
    this.#options = options;
    this.#reader = reader;
    this.#unlogged = unloggedActions(instance, options.unlogged ?? "none");
    const { timeoutMs, maxStates = defaultMaxStates } = options;
    this.#ways = new Ways(instance, { actions: this.#unlogged, most: this.#most }, { maxStates, ...(timeoutMs !== undefined && { deadline: this.#began + timeoutMs }) });
  }

  get #most(): number {
    return this.#unlogged.length === 0 ? 0 : this.#options.inARow ?? 1;
  }

  async run(): Promise<LogReport> {
    try {
      const starts = this.#starts();
      const sequence = this.#sequence = new Sequence(this.#ways, starts);
      const kept: PlacedEvent[] = [];
      await this.#read((event, place) => {
        if (this.#order !== "file") {
          if (kept.push({ event, place }) > mostKept) throw new Undecided(`the log has more than ${mostKept} events, which is too many for any order but that of the file`);
        } else this.#take(sequence, event);
      }, () => (this.#order === "file" ? sequence.explained : 0));
      if (this.#order && this.#order !== "file") await this.#interleave(starts, kept, this.#order);
      if (this.#events === 0) throw new Undecided("the log has no event");
      return this.#report("explained", []);
    } catch (error) {
      if (error instanceof Stop) return this.#report(...this.#unexplained());
      if (error instanceof Undecided) return this.#report("unknown", [error.message]);
      if (error instanceof Exhausted) return this.#report("unknown", [exhausted[error.because]]);
      throw error;
    }
  }

  /** That the spec fails on the way says nothing of what follows. */
  #unexplained(): ["unexplained" | "unknown", readonly string[]] {
    const { failure } = this.#ways;
    return failure ? ["unknown", [`${failure.action.name} fails in the spec, at this scope: ${failure.failure.message}`]] : ["unexplained", []];
  }

  #starts(): readonly State[] {
    const starts = new Map<string, State>();
    for (const initial of initialStates(this.#instance)) {
      if ("failure" in initial) throw new Undecided(`the initial state fails in the spec: ${initial.failure.message}`);
      this.#ways.keep(starts.size);
      starts.set(stateKey(initial.state), initial.state);
    }
    if (starts.size === 0) throw noInitialState(this.#instance);
    return [...starts.values()];
  }

  async #read(take: (event: LogEvent, place: Place) => void, explained: () => number): Promise<void> {
    for await (const line of linesOf(this.#log)) {
      readLine(this.#log, line, (record) => {
        const event = this.#reader.event(record, line);
        if (!event) return;
        const { process, clock, start, end } = record;
        const place: Place = { process, clock, start, end };
        this.#order ??= this.#options.order ?? orderOf(place);
        this.#events++;
        take(event, place);
      });
      await this.#rest(explained);
    }
  }

  #take(sequence: Sequence, event: LogEvent): void {
    if (sequence.take(event)) return;
    this.#found = { ...this.#found, frontier: [{ event, hindrance: hindranceOf(this.#ways, sequence.states, event) }], states: sequence.states };
    throw new Stop();
  }

  async #interleave(starts: readonly State[], kept: PlacedEvent[], order: Exclude<LogOrder, "file">): Promise<void> {
    const lanes = lanesIn(this.#log, order, kept);
    kept.length = 0;
    this.#found = { ...this.#found, lanes: lanes.length };
    const search = explainInAnyOrder(this.#ways, starts, lanes);
    for (let turn = search.next(); ; turn = search.next()) {
      if (!turn.done) {
        const explained = turn.value;
        this.#found = { ...this.#found, explained: Math.max(explained, this.#found.explained) };
        await this.#rest(() => explained);
      } else if (turn.value.kind === "explained") {
        this.#found = { ...this.#found, explained: this.#events, steps: turn.value.steps };
        return;
      } else {
        const { explained, ends } = turn.value;
        this.#found = { ...this.#found, explained, frontier: this.#stuck(ends), states: ends.map((e) => e.state) };
        throw new Stop();
      }
    }
  }

  /** Each event that could come next somewhere, once. */
  #stuck(ends: readonly DeadEnd<LogEvent>[]): Stuck[] {
    const events = new Set(ends.flatMap((e) => e.next));
    return [...events].toSorted((a, b) => a.line - b.line)
      .map((event) => ({ event, hindrance: hindranceOf(this.#ways, ends.filter((e) => e.next.includes(event)).map((e) => e.state), event) }));
  }

  /** Lets others run, and looks whether it should go on. */
  async #rest(explained: () => number): Promise<void> {
    const now = performance.now();
    if (now - this.#turn < turnMs) return;
    const { timeoutMs = Infinity, signal, listener } = this.#options;
    listener?.progress?.({ events: this.#events, explained: explained(), milliseconds: now - this.#began });
    await setImmediate();
    this.#turn = performance.now();
    if (signal?.aborted) throw new Undecided("it was interrupted");
    if (now - this.#began > timeoutMs) throw new Exhausted("time");
  }

  #report(verdict: LogReport["verdict"], because: readonly string[]): LogReport {
    return {
      protocol: this.#instance.name, spec: this.#spec, log: this.#log, verdict, because, ...this.#found,
      ...(this.#sequence && (this.#order ?? "file") === "file" && { explained: this.#sequence.explained, steps: this.#sequence.steps, widest: this.#sequence.widest }),
      scope: this.#instance.scope, options: shownOptions(this.#instance), faults: faultsOf(this.#instance),
      order: this.#order ?? "file", events: this.#events,
      contents: this.#reader.contents, given: this.#reader.names.given,
      unlogged: { actions: this.#unlogged.map((a) => a.name), most: this.#most },
      milliseconds: performance.now() - this.#began, instance: this.#instance,
    };
  }
}

const exhausted: Readonly<Record<Exhausted["because"], string>> = {
  states: "the limit on states was reached", time: "the limit on time was reached", tries: "the limit on action instances was reached",
};

function unloggedActions(protocol: Protocol, unlogged: "all" | "none" | readonly string[]): readonly Action[] {
  if (unlogged === "none") return [];
  if (unlogged === "all") return protocol.actions;
  const unknown = unlogged.find((name) => !protocol.actions.some((a) => a.name === name));
  if (unknown === undefined) return protocol.actions.filter((a) => unlogged.includes(a.name));
  throw new LogError("--unlogged", 0, 0, `${protocol.name} has no action ${JSON.stringify(unknown)}`, `It has ${protocol.actions.map((a) => a.name).join(", ")}.`);
}
