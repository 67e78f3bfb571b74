/** All states of a model and all steps between them: for questions about runs, which a search that forgets its steps cannot answer. */
import { type Model, type ModelModule, StopSearch } from "../contract/model.ts";
import type { SearchEnd, SearchLimits, SearchListener } from "../contract/search.ts";
import { MemoryBudget, OutOfMemory } from "./memory.ts";
import { Pace } from "./pace.ts";
import { BatchSink } from "./sink.ts";
import { StateStore } from "./store.ts";
import { VisitedSet } from "./visited.ts";

/** States expanded between two looks at the clock. */
const burst = 64;
/** State numbers stay below this. */
const mostStates = 2 ** 31 - 1;
const firstLength = 2 ** 12;

/** States and steps by number. The steps from state `s` are those from `first[s]` up to, not including, `first[s + 1]`. */
export interface Graph {
  readonly states: StateStore;
  readonly count: number;
  /** Numbers of the initial states. */
  readonly initial: readonly number[];
  readonly first: Uint32Array;
  readonly target: Uint32Array;
  /** Of each step: the number of the module that it is from. */
  readonly kind: Uint8Array;
  readonly tracked?: Tracked;
}

/** Instances of actions that are told apart, numbered from 1 in the order of their finding. */
export interface Tracked {
  /** Of each step: the number of the instance that it is of, or 0. */
  readonly of: Uint32Array;
  /** By number, the action; nothing at 0. */
  readonly actions: readonly number[];
}

export interface GraphResult {
  /** `failure`: something failed to evaluate, so that a step is missing. */
  readonly end: Exclude<SearchEnd, "violation" | "max-depth"> | "failure";
  readonly states: number;
  readonly transitions: number;
  readonly seconds: number;
  /** What the graph takes is counted here, and what is built on it can be. */
  readonly memory: MemoryBudget;
  /** Only where `end` is `complete`. */
  readonly graph?: Graph;
}

/**
 * @param modules models of the same states, each with the steps of one kind; the first has the initial states
 * @param track by action, whether its instances are told apart, where there is one module, whose model tells them
 */
export async function graphOf(
  modules: readonly ModelModule[], limits: Omit<SearchLimits, "maxDepth">, listener: SearchListener = {}, track?: readonly boolean[],
): Promise<GraphResult> {
  const memory = new MemoryBudget(limits.memoryBytes ?? Infinity), pace = new Pace(limits.timeoutMs ?? Infinity, listener);
  const exploring = attempt(() => new Exploring(modules, limits, memory, pace, track));
  if (!exploring) return { end: "memory", states: 0, transitions: 0, seconds: pace.seconds, memory };
  let end: GraphResult["end"];
  try {
    end = await exploring.run();
  } catch (error) {
    if (error instanceof OutOfMemory) end = "memory";
    else if (error instanceof StopSearch) end = exploring.why;
    else throw error;
  }
  const { states, transitions } = exploring;
  return { end, states, transitions, seconds: pace.seconds, memory, ...(end === "complete" && { graph: exploring.graph }) };
}

/** Undefined where there is not even room to begin. */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof OutOfMemory) return undefined;
    throw error;
  }
}

class Exploring {
  /** Why a model was stopped. */
  why: "max-states" | "failure" = "failure";
  private readonly sink: BatchSink;
  private readonly models: readonly Model[];
  private readonly store: StateStore;
  private readonly visited: VisitedSet;
  /** By row of the batch: the number of its state. */
  private readonly numbers: Uint32Array;
  private readonly first: Growing<Uint32Array>;
  private readonly target: Growing<Uint32Array>;
  private readonly kind: Growing<Uint8Array>;
  private readonly instance: Growing<Uint32Array> | undefined;
  /** Numbers of tracked instances by action; undefined for actions that are not tracked. */
  private readonly numbersOf: readonly (Map<number, number> | undefined)[];
  private readonly tracked: number[] = [-1];
  private readonly most: number;
  private initial: number[] = [];
  /** Of the model at work; below 0 for initial states. */
  private current = -1;

  constructor(modules: readonly ModelModule[], { maxStates = Infinity }: Pick<SearchLimits, "maxStates">, private readonly memory: MemoryBudget, private readonly pace: Pace, track: readonly boolean[] | undefined) {
    this.most = Math.min(maxStates, mostStates);
    const [{ words }] = modules;
    this.sink = new BatchSink(words, { rows: (rows, n) => this.found(rows, n), violation: () => this.stop("failure") }, track !== undefined);
    this.models = modules.map((m) => m.createModel(this.sink));
    this.numbers = new Uint32Array(this.sink.capacity);
    this.store = new StateStore(words, this.memory);
    this.visited = new VisitedSet(this.store, this.sink.capacity, this.memory, this.numbers);
    this.first = new Growing((n) => this.memory.words(n), (a) => this.memory.release(a));
    this.target = new Growing((n) => this.memory.words(n), (a) => this.memory.release(a));
    this.numbersOf = track?.map((is) => (is ? new Map<number, number>() : undefined)) ?? [];
    this.instance = track && new Growing((n) => this.memory.words(n), (a) => this.memory.release(a));
    this.kind = new Growing((n) => new Uint8Array(this.memory.words(Math.ceil(n / 4)).buffer), (a) => this.memory.release(new Uint32Array(a.buffer)));
  }

  get states(): number {
    return this.visited.count;
  }

  get transitions(): number {
    return this.target.length;
  }

  get graph(): Graph {
    return {
      states: this.store, count: this.states, initial: [...new Set(this.initial)],
      first: this.first.items, target: this.target.items, kind: this.kind.items,
      ...(this.instance && { tracked: { of: this.instance.items, actions: this.tracked } }),
    };
  }

  /** @throws StopSearch, OutOfMemory */
  async run(): Promise<"complete" | "timeout" | "interrupted"> {
    this.models[0].initial();
    this.sink.flush();
    for (let state = 0; state < this.states; state++) {
      this.first.push(this.transitions);
      const chunk = this.store.chunks[state >>> this.store.shift], at = (state & this.store.mask) * this.store.words;
      for (const [kind, model] of this.models.entries()) {
        this.current = kind;
        model.expand(chunk, at);
        this.sink.flush();
      }
      if (state % burst !== 0 || !this.pace.due) continue;
      const end = this.pace.verdict(() => ({ distinctStates: this.states, queued: this.states - state, depth: 0 }));
      if (end) return end;
      await this.pace.breathe();
    }
    this.first.push(this.transitions);
    return "complete";
  }

  private found(rows: Uint32Array, n: number): void {
    if (this.visited.insert(rows, n, this.most).cut) this.stop("max-states");
    for (let r = 0; r < n; r++) {
      if (this.current < 0) this.initial.push(this.numbers[r]);
      else {
        this.target.push(this.numbers[r]);
        this.kind.push(this.current);
        this.instance?.push(this.instanceOf(r));
      }
    }
  }

  private instanceOf(row: number): number {
    const action = this.sink.labels![row], instance = this.sink.instances![row];
    const numbers = this.numbersOf[action];
    if (!numbers) return 0;
    const known = numbers.get(instance);
    if (known !== undefined) return known;
    const number = this.tracked.push(action) - 1;
    numbers.set(instance, number);
    return number;
  }

  private stop(why: "max-states" | "failure"): never {
    this.why = why;
    throw new StopSearch();
  }
}

/** An array that becomes twice as long when it is full. */
class Growing<A extends Uint32Array | Uint8Array> {
  length = 0;
  items: A;

  constructor(private readonly allocate: (length: number) => A, private readonly release: (array: A) => void) {
    this.items = allocate(firstLength);
  }

  /** @throws OutOfMemory */
  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = this.allocate(2 * this.items.length);
      larger.set(this.items);
      this.release(this.items);
      this.items = larger;
    }
    this.items[this.length++] = value;
  }
}
