import type { ModelModule } from "../contract/model.ts";
import type { Finding } from "../contract/search.ts";
import type { WalkFinding, WalkListener, WalkRequest, WalkResult } from "../contract/walk.ts";
import { CoverageScheduler } from "./coverage.ts";
import { DistinctStates } from "./distinct.ts";
import { keyOf } from "./findings.ts";
import { Pace } from "./pace.ts";
import { Random } from "./random.ts";
import { PriorityScheduler, type Scheduler, Uniform } from "./scheduler.ts";
import { Stepper } from "./stepper.ts";
import { Path } from "./walk-path.ts";

/** Steps between two looks at the clock. */
const burst = 16;
/** Words of initial states that are kept. */
const mostInitialWords = 2 ** 21;

/**
 * Random walks through a model, one after the other. Every state that a walk comes to is checked, and every step from there, also
 * those that it does not take. The same request gives the same walks on every machine.
 *
 * `initial` is one call of the model, and while it runs the event loop does not.
 */
export function walk(module: ModelModule, request: WalkRequest, listener: WalkListener = {}): Promise<WalkResult> {
  return new Walking(module, request, listener).run();
}

class Walking {
  private readonly random = new Random(0);
  private readonly pace: Pace;
  private readonly stepper: Stepper;
  private readonly scheduler: Scheduler;
  private readonly distinct: DistinctStates;
  private readonly path: Path;
  private readonly initial: Path;
  private readonly findings = new Map<string, WalkFinding>();
  /** Walks that have ended, and whether one is under way. */
  private walks = 0;
  private underWay = false;
  private steps = 0;
  private ended = 0;
  private longest = 0;
  private end: WalkResult["end"] | undefined;

  constructor(module: ModelModule, private readonly request: WalkRequest, listener: WalkListener) {
    this.pace = new Pace(request.timeoutMs ?? Infinity, {
      interrupted: () => listener.interrupted?.() ?? false,
      progress: ({ statesPerSecond }) => listener.progress?.({
        walks: this.walks, steps: this.steps, distinctStates: this.distinct.estimate, stepsPerSecond: statesPerSecond,
      }),
    });
    this.stepper = new Stepper(module, request.deadlock, true, (what, row) => this.note(what, row));
    this.path = new Path(module.words);
    this.initial = new Path(module.words);
    this.distinct = new DistinctStates(module.words);
    this.scheduler = this.schedulerOf(module.words);
  }

  async run(): Promise<WalkResult> {
    this.begin();
    while (this.end === undefined) {
      for (let i = 0; i < burst && this.end === undefined; i++) this.advance();
      if (!this.pace.due || this.end !== undefined) continue;
      this.end = this.pace.verdict(() => ({ distinctStates: this.steps, queued: 0, depth: 0 }));
      await this.pace.breathe();
    }
    const { steps, ended } = this, walks = this.walks + Number(this.underWay), longest = Math.max(this.longest, this.path.length - 1);
    return {
      end: this.end,
      findings: [...this.findings.values()],
      stats: {
        walks, steps, ended, longest, distinctStates: this.distinct.estimate, initialStates: this.initial.length,
        ambiguous: this.scheduler.ambiguous, seconds: this.pace.seconds,
      },
    };
  }

  private schedulerOf(words: number): Scheduler {
    const { scheduling, steps } = this.request;
    switch (scheduling.kind) {
      case "uniform": return new Uniform(this.random);
      case "pct": return new PriorityScheduler(this.random, scheduling, steps);
      case "coverage": return new CoverageScheduler(this.random, scheduling.views, words, steps);
    }
  }

  /** Finds the initial states; of too many, a sample that depends on nothing. */
  private begin(): void {
    const { rows } = this.stepper.initial();
    const { words, total } = this.stepper;
    const most = Math.max(1, Math.floor(mostInitialWords / words));
    for (let row = 0; row < total; row++) if (total <= most || this.random.next() < (most / total) * 2 ** 32) this.initial.push(rows, row * words);
    if (this.initial.length === 0 || this.request.walks === 0) this.end ??= "complete";
  }

  /** A step, or the start of a walk. */
  private advance(): void {
    const { path, request, stepper } = this;
    if (!this.underWay) return this.start();
    if (path.length - 1 >= request.steps) return this.finish(false);
    const { states, last } = path;
    const rows = stepper.expand(states, last);
    if (stepper.total === 0) return this.finish(true);
    if (this.end !== undefined) return;
    path.push(rows.rows, this.scheduler.choose(rows, stepper.total, path) * path.words);
    this.steps++;
    this.arrive();
  }

  private start(): void {
    const { path, initial, random } = this;
    this.underWay = true;
    random.restart(this.request.seed + this.walks);
    path.length = 0;
    this.scheduler.begin(path);
    if (path.length > 0) return;
    path.push(initial.states, random.below(initial.length) * path.words);
    this.arrive();
  }

  private arrive(): void {
    const { path } = this;
    this.scheduler.went(path);
    this.distinct.add(path.states, path.last);
    this.stepper.look(path.states, path.last);
  }

  private finish(byItself: boolean): void {
    this.underWay = false;
    this.walks++;
    this.longest = Math.max(this.longest, this.path.length - 1);
    if (byItself) this.ended++;
    if (this.walks === this.request.walks) this.end ??= "complete";
  }

  private note(what: Finding["what"], row: Uint32Array | undefined): void {
    // What else is wrong with steps from the same state.
    if (this.end === "violation") return;
    const key = keyOf(what);
    if (!this.findings.has(key)) this.findings.set(key, { what, path: this.path.copy(row), walk: this.walks });
    if (what.kind !== "reachable" && !this.request.keepGoing) this.end = "violation";
  }
}
