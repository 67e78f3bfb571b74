/** One implementation, wherever it runs, through the tour of its instance, random runs and concurrent requests. */
import { InternalError } from "../base/assert-never.ts";
import { guardsPassed } from "../interp/confirm.ts";
import { bindArgs } from "../interp/disabled.ts";
import { Failure } from "../interp/failure.ts";
import type { Prepared } from "../pipeline/prepare.ts";
import { noInitialState } from "../pipeline/initial.ts";
import type { Protocol } from "../ir/protocol.ts";
import { countStates } from "./count-states.ts";
import { concurrentRuns, Undecided, Unordered } from "./concurrent.ts";
import { Judge, Misfit } from "./judge.ts";
import { showPlain } from "./plain.ts";
import { randomRuns } from "./random.ts";
import type { ConformReport, ConformStep, Coverage, Divergence } from "./report.ts";
import { shrink, type Shrunk } from "./shrink.ts";
import { type Call, type Place, Space, TooLarge } from "./space.ts";
import type { System } from "./system.ts";
import { tour } from "./tour.ts";
import { Diverged, Stopped, Walk } from "./walk.ts";

export interface TestOptions {
  /** The same seed, spec and adapter give the same tests. 1 by default. */
  readonly seed?: number;
  /** Random runs, and the steps of each at most. */
  readonly runs?: number;
  readonly steps?: number;
  /** Histories of concurrent requests; by default some where there are requests. */
  readonly concurrent?: number;
  /** Of the instance; where it has more, there are random runs only. */
  readonly maxStates?: number;
  /** Wall-clock milliseconds for everything. Reached, the verdict is `unknown`. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly listener?: ConformListener;
}

export interface ConformListener {
  /** The spec is compiled, and the implementation is there. */
  searching?(): void;
  progress?(progress: ConformProgress): void;
}

export interface ConformProgress {
  readonly doing: "exploring the spec" | "taking every transition" | "random runs" | "concurrent requests" | "making the divergence short";
  /** States while exploring, else steps. */
  readonly done: number;
}

export const conformDefaults = { seed: 1, runs: 100, steps: 50, concurrent: 50, maxStates: 5000, timeoutMs: 120_000 } as const;

/** Calls that are evaluated to know all steps of the instance, at most: some seconds. */
const mostWork = 500_000;

type Tested = Omit<ConformReport, "protocol" | "spec" | "adapter" | "scope" | "options" | "instance">;

/** Closes nothing. @throws DiagnosticsError where the instance has no initial state */
export async function testSystem(prepared: Prepared, system: System, options: TestOptions = {}): Promise<Tested> {
  options.listener?.searching?.();
  return new Testing(prepared, system, options).run();
}

class Testing {
  private readonly options: Required<Omit<TestOptions, "signal" | "listener">>;
  private readonly judge: Judge;
  private readonly deadline: number;
  private walk: Walk | undefined;
  private places: readonly Place[] = [];
  private doing: ConformProgress["doing"] = "exploring the spec";

  constructor(private readonly prepared: Prepared, private readonly system: System, private readonly given: TestOptions) {
    const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    this.options = { ...conformDefaults, ...set };
    this.judge = new Judge(prepared.instance);
    this.deadline = performance.now() + this.options.timeoutMs;
  }

  async run(): Promise<Tested> {
    const because = misbound(this.prepared, this.system);
    if (because.length > 0) return this.report("unknown", because);
    try {
      await this.try();
      return this.report("conforms", []);
    } catch (error) {
      const covered = this.covered();
      if (error instanceof Diverged) return this.report("diverges", [], covered, divergence(this.prepared.instance, await this.shrunk(error)));
      if (error instanceof Unordered) return this.report("diverges", [], covered, divergence(this.prepared.instance, error.shrunk));
      return this.report("unknown", [this.why(error)], covered);
    }
  }

  private async try(): Promise<void> {
    const { prepared: { instance }, options, system } = this;
    const space = new Space(instance, system.actions);
    if (space.initial.length === 0) throw noInitialState(instance);
    const walk = (this.walk = new Walk(space, system, this.judge, () => this.check()));
    const states = await countStates(this.prepared.model, space.calls, { maxStates: options.maxStates, timeoutMs: Math.max(1, this.deadline - performance.now()) }, () => this.isAborted());
    this.check();
    if (states !== undefined && states * space.calls.length <= mostWork && !space.moreInitial) this.places = await this.explored(space, states);
    const told = (): void => this.tell(walk.covered.steps);
    this.doing = "taking every transition";
    if (this.places.length > 0) await tour(walk, this.places, told);
    this.doing = "random runs";
    await randomRuns(walk, options, told);
    this.doing = "concurrent requests";
    if (system.actions.some((a) => a.kind === "request")) await concurrentRuns(walk, instance, { seed: options.seed, histories: options.concurrent }, told);
    // A spec in which nothing can be done says nothing of an implementation.
    if (walk.covered.steps === 0) throw new Misfit("no bound action can ever happen in the spec at this scope: nothing was tried");
  }

  /** @throws InternalError where interpreter and checker do not know the same number of states */
  private async explored(space: Space, states: number): Promise<readonly Place[]> {
    const places = await space.explore((found) => this.breathe(found));
    if (places.length !== states) throw new InternalError(`conform: ${states} states by the checker, ${places.length} by the interpreter`);
    return places;
  }

  private async shrunk(found: Diverged): Promise<Shrunk> {
    this.doing = "making the divergence short";
    try {
      return await shrink(this.walk!, found, this.places);
    } catch (error) {
      if (error instanceof Stopped || error instanceof Misfit) return { diverged: found, again: 0, replays: 0 };
      throw error;
    }
  }

  private why(error: unknown): string {
    if (error instanceof Stopped) return error.why === "timeout" ? `time was up after ${this.options.timeoutMs / 1000} s (${this.doing})` : `it was interrupted (${this.doing})`;
    if (error instanceof Failure) return `no initial state can be computed: ${error.message}`;
    if (error instanceof Misfit || error instanceof TooLarge || error instanceof Undecided) return error.message;
    throw error;
  }

  /** @throws Stopped */
  private check(): void {
    if (this.isAborted()) throw new Stopped("interrupted");
    if (performance.now() > this.deadline) throw new Stopped("timeout");
  }

  private isAborted(): boolean {
    return this.given.signal?.aborted ?? false;
  }

  private lastBreath = performance.now();

  /** @throws Stopped */
  private async breathe(states: number): Promise<void> {
    this.check();
    if (performance.now() - this.lastBreath < 50) return;
    this.tell(states);
    await new Promise(setImmediate);
    this.lastBreath = performance.now();
  }

  private tell(done: number): void {
    this.given.listener?.progress?.({ doing: this.doing, done });
  }

  private covered(): Coverage {
    const covered = this.walk?.covered;
    const total = (of: (place: Place) => number): number | null => (this.places.length === 0 ? null : this.places.reduce((n, p) => n + of(p), 0));
    return {
      transitions: { taken: covered?.transitions ?? 0, total: total((p) => p.moves.length) },
      refusals: { taken: covered?.refused ?? 0, total: total((p) => p.refusals.length) },
      runs: covered?.runs ?? 0, steps: covered?.steps ?? 0, histories: covered?.histories ?? 0,
    };
  }

  private report(verdict: ConformReport["verdict"], because: readonly string[], covered = this.covered(), found?: Divergence): Tested {
    const { fields } = this.judge;
    return {
      verdict, because, seed: this.options.seed, covered, actions: this.system.actions, isolation: this.system.isolation,
      fields: { ...fields, hidden: this.prepared.model.state.map((f) => f.name).filter((name) => !fields.shown.includes(name)) },
      ...(found && { divergence: found }),
    };
  }
}

/** Of each kind of names. */
const mostTold = 20;

/** What does not fit between the names of the adapter and those of the spec. */
function misbound({ instance, model }: Prepared, { actions }: System): string[] {
  const missing = model.actions.filter((a) => !actions.some((b) => b.name === a.name)).map((a) => a.name);
  const stale = actions.filter((b) => !instance.actions.some((a) => a.name === b.name)).map((b) => b.name);
  return [
    ...missing.slice(0, mostTold).map((name) => `the adapter does not bind ${name}: bind it, or say why not by { unbound: "…" }`),
    ...stale.slice(0, mostTold).map((name) => `the adapter binds ${showPlain(name)}, and the spec has no such action`),
    ...(Math.max(missing.length, stale.length) > mostTold ? ["and more names that do not fit"] : []),
    ...(actions.every((b) => b.kind === "unbound") ? ["no action is bound: there is nothing to try"] : []),
  ];
}

function divergence(protocol: Protocol, { diverged: { plan, verdict }, again, replays }: Shrunk): Divergence {
  const { together, message, ...rest } = verdict;
  const last = together ? undefined : plan.calls.at(-1);
  let state = plan.initial.state;
  const steps = (last ? plan.calls.slice(0, -1) : plan.calls).map(({ call, to }): ConformStep => {
    const guards = guardsPassed(protocol, state, call.action, call.args);
    if (to) state = to.state;
    return { ...instance(call), guards, state, ...(to ? {} : { refused: true }) };
  });
  return {
    ...rest, message: again < replays ? `${message} (does not always happen: ${again + 1} of ${replays + 1} times)` : message,
    initial: plan.initial.state, steps, last: last ? instance(last.call) : null, ...(together && { together }), again, replays,
  };
}

const instance = ({ action, args }: Call): Pick<ConformStep, "action" | "args" | "span"> => ({ action: action.name, args: bindArgs(action, args), span: action.span });
