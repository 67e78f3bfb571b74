import type { ModelModule } from "../contract/model.ts";
import type { Finding, SearchRequest } from "../contract/search.ts";
import { Judge, type Nearest, nearest, type Shown, stepsOf } from "./nearest.ts";

export interface ShortenRequest extends Pick<SearchRequest, "deadlock"> {
  /** Who takes a step; the steps of one are gathered. */
  processOf(action: number, instance: number): number;
}

export interface Shortened {
  readonly path: readonly Uint32Array[];
  /** Whether every shorter run was looked at, and none shows it. */
  readonly shortest: boolean;
}

/** States of the search for a shortest run at most, and words of all of them. */
const mostStates = 2 ** 18, mostWords = 2 ** 24;
/** States of a search for a way around a part of the run. */
const mostAround = 1000;
/** Work of the judge for each of: the search for a shortest run, what follows it, and the gathering. */
const mostWork = 2 ** 27;

/**
 * Makes the run of a finding short and easy to follow: by searching for a shortest where that is affordable, else by leaving out steps and going
 * around parts of it; then by gathering the steps of each process. What comes out is a run of the model, too.
 * The same finding gives the same run on every machine. @param module has labels and instances
 */
export function shorten(module: ModelModule, { what, path }: Finding, request: ShortenRequest): Shortened {
  const shortening = new Shortening(module, what, request);
  const run = shortening.along(path);
  if (!run) return { path, shortest: path.length <= 1 };
  const { shown, shortest } = shortening.shorten(run);
  const gathered = shortening.gather(shown);
  return { path: [...gathered.states, ...(gathered.row ? [gathered.row] : [])], shortest };
}

interface Step { readonly action: number; readonly instance: number }
/** With the steps between the states. */
interface Run extends Shown { readonly steps: readonly Step[] }

class Shortening {
  private readonly judge: Judge;
  private readonly words: number;

  constructor(module: ModelModule, what: Finding["what"], private readonly request: ShortenRequest) {
    this.judge = new Judge(module, request.deadlock, what);
    this.words = module.words;
  }

  /** The part of a path up to where it is noted first, with its steps; undefined where it never is. */
  along(path: readonly Uint32Array[]): Run | undefined {
    const steps: Step[] = [];
    for (const [i, state] of path.entries()) {
      const noted = this.judge.judge(state, 0);
      if (noted) return { states: path.slice(0, i + 1), steps, row: noted.row };
      const step = path[i + 1] && this.stepTo(path[i + 1]);
      if (!step) return undefined;
      steps.push(step);
    }
    return undefined;
  }

  shorten(from: Run): { readonly shown: Run; readonly shortest: boolean } {
    const { judge, words } = this;
    const initial = judge.stepper.initial(), starts = initial.rows.slice(0, judge.stepper.total * words);
    const most = Math.max(1, Math.min(mostStates, Math.floor(mostWords / words)));
    const { shown, below } = nearest(judge, starts, starts.length / words, stepsOf(from), { mostStates: most, mostWork });
    let run = this.improved(from, shown);
    judge.work = 0;
    for (let steps = Infinity; stepsOf(run) > below && stepsOf(run) < steps && !this.over;) {
      steps = stepsOf(run);
      run = this.goAround(this.leaveOut(run));
    }
    return { shown: run, shortest: stepsOf(run) <= below };
  }

  /** Puts the steps of each process together as far as the run stays one. */
  gather(from: Run): Run {
    this.judge.work = 0;
    let run = from;
    for (let before: Run | undefined; before !== run && !this.over;) {
      before = run;
      for (let at = 0; at < run.steps.length - 1 && !this.over; at++) run = this.gatherAt(run, at);
    }
    return run;
  }

  /** Moves the next step of the process of step `at` to it, or that step to the next. */
  private gatherAt(run: Run, at: number): Run {
    const { steps } = run, own = this.process(steps[at]);
    const next = steps.findIndex((s, i) => i > at && this.process(s) === own);
    if (next <= at + 1) return run;
    let last = next;
    while (last + 1 < steps.length && this.process(steps[last + 1]) === own) last++;
    let first = at;
    while (first > 0 && this.process(steps[first - 1]) === own) first--;
    const between = steps.slice(at + 1, next), front = steps.slice(0, first), mine = steps.slice(first, at + 1), theirs = steps.slice(next, last + 1), rest = steps.slice(last + 1);
    const orders = [
      [...front, ...mine, ...theirs, ...between, ...rest],
      [...front, ...between, ...mine, ...theirs, ...rest],
      [...front, ...mine, theirs[0], ...between, ...theirs.slice(1), ...rest],
    ];
    for (const order of orders) {
      if (this.switches(order) >= this.switches(steps)) continue;
      const made = this.follow(run.states[0], order, false);
      if (made && stepsOf(made) <= stepsOf(run)) return made;
    }
    return run;
  }

  private readonly process = ({ action, instance }: Step): number => this.request.processOf(action, instance);

  private switches(steps: readonly Step[]): number {
    return steps.filter((s, i) => i > 0 && this.process(s) !== this.process(steps[i - 1])).length;
  }

  /** Without steps that it does not take, the larger parts first; of the rest those that are still possible are taken. */
  private leaveOut(from: Run): Run {
    let run = from;
    for (let size = Math.max(1, run.steps.length >> 1); size >= 1; size = size === 1 ? 0 : size >> 1) {
      for (let at = 0; at < run.steps.length && !this.over;) {
        const made = this.follow(run.states[0], run.steps.toSpliced(at, size), true);
        if (made && stepsOf(made) < stepsOf(run)) run = made;
        else at += size;
      }
    }
    return run;
  }

  /** From every state, looks a little way around for a later state of the run, or for another end of it. */
  private goAround(from: Run): Run {
    let run = from;
    for (let at = 0; at < run.states.length && !this.over; at++) {
      const later = new Map(run.states.map((s, i) => [s.join(), i]));
      const around: Nearest = nearest(this.judge, run.states[at], 1, stepsOf(run) - at, { mostStates: mostAround, mostWork }, (states, offset, steps) => {
        const index = later.get(states.subarray(offset, offset + this.words).join());
        return index !== undefined && index - at > steps ? index : undefined;
      });
      const { met, shown } = around;
      const head = run.states.slice(0, at);
      if (met) run = this.along([...head, ...met.path, ...run.states.slice(met.index + 1)]) ?? run;
      else if (shown) run = this.along([...head, ...shown.states]) ?? run;
    }
    return run;
  }

  /** Takes the steps from a state until it is noted; undefined where it is not, or where one is not possible and may not be left out. */
  private follow(start: Uint32Array, steps: readonly Step[], lenient: boolean): Run | undefined {
    const { judge, words } = this;
    const states = [start], taken: Step[] = [];
    let noted = judge.judge(start, 0);
    for (const step of steps) {
      if (noted) break;
      const row = this.rowOf(step);
      if (row < 0 && !lenient) return undefined;
      if (row < 0) continue;
      const state = judge.rows.rows.slice(row * words, (row + 1) * words);
      states.push(state);
      taken.push(step);
      noted = judge.judge(state, 0);
    }
    return noted && { states, steps: taken, row: noted.row };
  }

  private improved(run: Run, shown: Shown | undefined): Run {
    return (shown && this.along(shown.states)) ?? run;
  }

  /** Of the state that was judged last, the row of a step, or -1. */
  private rowOf({ action, instance }: Step): number {
    const { judge: { rows, stepper: { total } } } = this;
    for (let row = 0; row < total; row++) if (rows.labels[row] === action && rows.instances[row] === instance) return row;
    return -1;
  }

  private stepTo(state: Uint32Array): Step | undefined {
    const { words, judge: { rows, stepper: { total } } } = this;
    for (let row = 0; row < total; row++) {
      let word = 0;
      while (word < words && rows.rows[row * words + word] === state[word]) word++;
      if (word === words) return { action: rows.labels[row], instance: rows.instances[row] };
    }
    return undefined;
  }

  private get over(): boolean {
    return this.judge.work > mostWork;
  }
}
