import { type Model, type ModelModule, type StepViolation, StopSearch } from "../contract/model.ts";
import type { Finding, SearchEnd, SearchListener, SearchRequest, SearchResult } from "../contract/search.ts";
import { Findings, noState } from "./findings.ts";
import { MemoryBudget, OutOfMemory } from "./memory.ts";
import { Pace } from "./pace.ts";
import { pathTo } from "./path.ts";
import { BatchSink, type Receiver } from "./sink.ts";
import { collisionProbability, ExactSpace, HashedSpace, type StateSpace } from "./space.ts";
import { StateStore } from "./store.ts";

/** States expanded between two looks at the clock. */
const burst = 64;
/** State numbers stay below this. */
const mostStates = 2 ** 31 - 1;

/**
 * Breadth-first search through all states of a model.
 *
 * States are checked when they are found, so a violation found while the states at depth d are expanded ends a path of
 * d + 1 steps (invariants, step properties) or d steps (failures of actions, deadlocks). Of every property the first
 * shortest path is reported, "first" in the order in which the model produces successors. Without `keepGoing` the search
 * ends with one violation, a shortest of all: the rest of a depth is still looked through for shorter ones. States that
 * need at most 64 bits are stored exactly, whatever `visited` says: a hash would take as much.
 *
 * `initial` is one call of the model, and while it runs the event loop does not.
 */
export async function search(module: ModelModule, request: SearchRequest, listener: SearchListener = {}): Promise<SearchResult> {
  return new Search(module, request, listener).run();
}

class Search implements Receiver {
  private readonly memory: MemoryBudget;
  private readonly pace: Pace;
  private readonly sink: BatchSink;
  private readonly model: Model;
  private readonly space: StateSpace;
  /** By state number: the state it was found from. */
  private readonly parents: StateStore;
  /** By row of the batch: the state it was produced from. Known for the rows below `attributed`. */
  private readonly origins: Uint32Array;
  private attributed = 0;
  private readonly findings = new Findings();
  private readonly skip: Uint8Array;
  private readonly pending: Uint8Array;
  private readonly unreached: Set<number>;

  /** The state at hand, the depth of the states being expanded (-1: none yet), and where that depth ends. */
  private current = noState;
  private depth = -1;
  private depthEnd = 0;
  private next = 0;
  /** The states below this number have been looked at. */
  private checked = 0;
  /** Depth of the state found last. */
  private farthest = 0;
  private transitions = 0;
  /** Whether the model looks at `current` itself, not at a step from it. */
  private looking = false;
  /** Whether evaluation of a property has failed since this was last set to false. */
  private undecided = false;
  /** A violation of `depth + 1` steps is known, and only a shorter one is of interest. */
  private closing = false;
  private end: SearchEnd = "complete";

  constructor(module: ModelModule, private readonly request: SearchRequest, listener: SearchListener) {
    const { limits } = request;
    this.memory = new MemoryBudget(limits.memoryBytes ?? Infinity);
    this.pace = new Pace(limits.timeoutMs ?? Infinity, listener);
    this.sink = new BatchSink(module.words, this);
    this.model = module.createModel(this.sink);
    const Space = request.visited === "hashed" && module.words > 2 ? HashedSpace : ExactSpace;
    this.space = new Space(module.words, this.sink.capacity, this.memory);
    this.parents = new StateStore(1, this.memory);
    this.origins = new Uint32Array(this.sink.capacity).fill(noState);
    this.skip = new Uint8Array(this.model.invariants.length);
    this.pending = new Uint8Array(this.model.reachables.length).fill(1);
    this.unreached = new Set(this.model.reachables.keys());
  }

  async run(): Promise<SearchResult> {
    try {
      await this.explore();
    } catch (error) {
      if (error instanceof OutOfMemory) this.end = "memory";
      else if (!(error instanceof StopSearch)) throw error;
    }
    // The end may have come between finding states and looking at them.
    this.checkFound();
    return this.result();
  }

  private get count(): number {
    return this.space.visited.count;
  }

  /** @throws StopSearch when `end` is set and nothing is left to do; OutOfMemory */
  private async explore(): Promise<void> {
    this.model.initial();
    this.settle();
    if (this.closing) return this.stop("violation");
    for (this.depth = 0; this.next < this.count; this.depth++) {
      this.depthEnd = this.count;
      if (this.depth === this.request.limits.maxDepth) return this.stop("max-depth");
      while (this.next < this.depthEnd) {
        this.expandUntilDue();
        this.space.expanded(this.next);
        await this.breatheIfDue();
        if (this.space.visited.crowded) await this.growVisited();
      }
      this.settle();
      if (this.closing) return this.stop("violation");
    }
  }

  /** Takes the rows that are left, and looks at all states found since the last time. */
  private settle(): void {
    this.sink.flush();
    this.checkFound();
  }

  private expandUntilDue(): void {
    const { model, sink, origins } = this;
    const { visited } = this.space;
    const { chunks, shift, mask, words } = this.space.states;
    const detectsDeadlock = this.request.deadlock === "error" || (this.request.deadlock === "terminal" && model.hasTerminal);
    do {
      const stop = Math.min(this.depthEnd, this.next + burst);
      for (; this.next < stop; this.next++) {
        const state = this.next;
        this.current = state;
        const steps = model.expand(chunks[state >>> shift], (state & mask) * words);
        this.transitions += steps;
        for (let row = this.attributed; row < sink.count; row++) origins[row] = state;
        this.attributed = sink.count;
        if (steps === 0 && detectsDeadlock) this.deadlock(state);
        if (this.checked < visited.count) this.checkFound();
      }
    } while (this.next < this.depthEnd && !this.pace.due && !visited.crowded);
  }

  private async growVisited(): Promise<void> {
    for (const _ of this.space.visited.grow()) await this.breatheIfDue();
  }

  private async breatheIfDue(): Promise<void> {
    if (!this.pace.due) return;
    this.obey();
    await this.pace.breathe();
  }

  // What the model tells

  rows(rows: Uint32Array, n: number): void {
    this.origins.fill(this.current, this.attributed, n);
    this.attributed = 0;
    if (this.closing) return;
    const first = this.count;
    this.parents.reserve(first + n);
    const { added, cut } = this.space.add(rows, n, this.request.limits.maxStates ?? mostStates);
    const { fresh } = this.space.visited;
    if (added > 0) this.farthest = this.depth + 1;
    for (let k = 0; k < added; k++) this.parents.write(first + k, this.origins, fresh[k]);
    if (cut) this.stop("max-states");
    // A call of the model may produce any number of batches.
    if (this.pace.due) this.obey();
  }

  violation(kind: StepViolation, index: number, action: number): void {
    const row = (): Uint32Array => {
      const { count, rows } = this.sink;
      return rows.slice(count * this.model.words, (count + 1) * this.model.words);
    };
    switch (kind) {
      case "step": return this.note({ kind: "step", index }, row());
      case "beyond": return this.note({ kind: "invariant", index }, row());
      case "failure": return this.note({ kind: "failure", site: index, action }, undefined);
      case "check-failure":
        this.undecided = true;
        return this.note({ kind: "failure", site: index, action: -1 }, this.looking ? undefined : row());
    }
  }

  // What is wrong, or reached

  /** Looks at the states found since the last time. Not while the model is at work, which may hold one state at a time. */
  private checkFound(): void {
    const { model, skip, pending } = this;
    const { chunks, shift, mask, words } = this.space.states;
    const expanding = this.current;
    this.looking = true;
    for (; this.checked < this.count && !this.closing; this.checked++) {
      const state = this.checked;
      this.current = state;
      for (;;) {
        const broken = model.check(chunks[state >>> shift], (state & mask) * words, skip, pending);
        if (broken < 0) break;
        skip[broken] = 1;
        this.note({ kind: "invariant", index: broken }, undefined);
        if (this.closing) break;
      }
      for (const index of this.unreached) {
        if (pending[index] !== 0) continue;
        this.unreached.delete(index);
        this.findings.note({ what: { kind: "reachable", index }, steps: this.depth + 1, state, row: undefined });
      }
    }
    this.looking = false;
    this.current = expanding;
  }

  private deadlock(state: number): void {
    const { chunks, shift, mask, words } = this.space.states;
    if (this.request.deadlock === "terminal") {
      this.looking = true;
      this.undecided = false;
      const ends = this.model.terminal(chunks[state >>> shift], (state & mask) * words);
      this.looking = false;
      if (ends || this.undecided) return;
    }
    this.note({ kind: "deadlock" }, undefined);
  }

  /** @param row the state at the end of the path, if that is not `current` but comes after it */
  private note(what: Finding["what"], row: Uint32Array | undefined): void {
    // A state just found is at `depth + 1`; so is a row.
    const steps = row || this.current >= this.depthEnd ? this.depth + 1 : this.depth;
    this.findings.note({ what, steps, state: this.current, row });
    if (this.request.keepGoing) return;
    this.closing = true;
    if (!this.looking && (steps <= this.depth || this.depth < 0)) this.stop("violation");
  }

  // How it ends

  /** @throws StopSearch */
  private stop(end: SearchEnd): never {
    this.end = end;
    throw new StopSearch();
  }

  /** @throws StopSearch when the time is over or somebody interrupts */
  private obey(): void {
    const end = this.pace.verdict(() => ({ distinctStates: this.count, queued: this.count - this.next, depth: Math.max(0, this.depth) }));
    if (end) this.stop(end);
  }

  private result(): SearchResult {
    const seconds = this.pace.seconds;
    this.pace.sampleMemory();
    const enabled = [...this.model.enabled];
    const findings = this.findings.list(this.request.keepGoing);
    const violated = findings.some(({ what }) => what.kind !== "reachable");
    return {
      end: violated && !this.request.keepGoing ? "violation" : this.end,
      findings: findings.map((sighting) => ({ what: sighting.what, path: pathTo(sighting, this.space, this.parents, this.sink, this.model) })),
      stats: {
        distinctStates: this.count,
        transitions: this.transitions,
        depth: this.farthest,
        seconds,
        peakMemoryBytes: this.pace.peakMemory,
        enabled,
      },
      completeDepth: Math.max(0, this.depth),
      ...(this.request.visited === "hashed" && { omissionProbability: this.space instanceof HashedSpace ? collisionProbability(this.count) : 0 }),
    };
  }
}
