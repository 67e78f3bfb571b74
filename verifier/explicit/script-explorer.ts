import type { Model, ModelModule, StepViolation } from "../contract/model.ts";
import type { Cut } from "./cut.ts";
import { DiskError } from "./disk/disk-error.ts";
import { DiskSpace } from "./disk/disk-space.ts";
import type { StateFile } from "./disk/state-file.ts";
import type { Explorer, ExplorerRequest, Watcher } from "./explorer.ts";
import { noState } from "./findings.ts";
import type { MemoryBudget } from "./memory.ts";
import { BatchSink, type Receiver } from "./sink.ts";
import { ExactSpace, HashedSpace, type StateSpace } from "./space.ts";
import type { StateReader } from "./store.ts";
import { Teller } from "./teller.ts";

/** States expanded between two looks at the clock. */
const burst = 64;
/** States looked at between two breaths, where there are many. */
const glance = 2 ** 14;

/** The inner loop in JavaScript. */
export class ScriptExplorer implements Explorer, Receiver {
  readonly innerLoop = "javascript";
  transitions = 0;
  private readonly sink: BatchSink;
  private readonly model: Model;
  private readonly space: StateSpace;
  private readonly hashed: HashedSpace | undefined;
  private readonly teller: Teller;
  private readonly detectsDeadlock: boolean;
  /** The state at hand. */
  private current = noState;
  /** Whether the model looks at `current` itself, not at a step from it. */
  private looking = false;
  /** The states below this number have been looked at. */
  private checked = 0;

  /** @param disk where the states are if memory has no room for them; it has those that are known already */
  constructor(module: ModelModule, private readonly request: ExplorerRequest, memory: MemoryBudget, private readonly watcher: Watcher, disk?: StateFile) {
    this.sink = new BatchSink(module.words, this, request.observer !== undefined);
    this.model = module.createModel(this.sink);
    this.hashed = request.visited === "hashed" ? new HashedSpace(module.words, this.sink.capacity, memory) : undefined;
    this.space = this.hashed ?? (disk ? new DiskSpace(disk, this.sink.capacity, memory, request.atOnce) : new ExactSpace(module.words, this.sink.capacity, memory));
    this.detectsDeadlock = request.deadlock === "error" || (request.deadlock === "terminal" && this.model.hasTerminal);
    this.teller = new Teller(watcher, request.deadlock, new Uint8Array(this.model.invariants.length), new Uint8Array(this.model.reachables.length));
  }

  get count(): number {
    return this.space.count;
  }

  get enabled(): ArrayLike<number> {
    return this.model.enabled;
  }

  get states(): StateReader {
    return this.space.states;
  }

  get pathTo(): ((state: number) => Uint32Array[]) | undefined {
    const { hashed } = this;
    return hashed && ((state) => hashed.pathTo(state, (from, visit) => this.successors(from, visit)));
  }

  get settled(): boolean {
    return this.sink.count === 0 && this.space.settled && this.checked === this.count;
  }

  *resume(cut: Cut, from: StateReader): Generator<undefined, void> {
    const { model, sink, space, request } = this;
    const { rows, capacity } = sink;
    this.checked = cut.states;
    while (space.count < cut.states) {
      const n = Math.min(capacity, cut.states - space.count), first = space.count;
      for (let row = 0; row < n; row++) rows.set(from.read(first + row), row * from.words);
      if (space.add(rows, n, request.maxStates)) this.watcher.stop("max-states");
      if (space.count !== first + n) throw new DiskError("a checkpoint has a state twice");
      if (this.watcher.due) yield;
    }
    if (cut.enabled.length !== model.enabled.length) throw new DiskError("a checkpoint has other actions");
    this.transitions = cut.transitions;
    model.enabled.set(cut.enabled);
    this.teller.resume(cut.sightings);
  }

  initial(): void {
    this.model.initial();
  }

  expand(from: number, to: number): number {
    const { model, sink, space, hashed, detectsDeadlock, watcher } = this;
    const { states } = space;
    const { mask, words } = states;
    const { observer } = this.request;
    let next = from;
    do {
      const stop = Math.min(to, next + burst);
      for (; next < stop; next++) {
        this.current = next;
        const steps = model.expand(states.chunkOf(next), (next & mask) * words);
        this.transitions += steps;
        observer?.expanded(steps);
        hashed?.attribute(sink.count, next);
        if (steps === 0 && detectsDeadlock) this.deadlock(next);
        if (this.checked < space.count) this.lookAtFound();
      }
    } while (next < to && !watcher.due && !space.crowded);
    hashed?.expanded(next);
    return next;
  }

  *settle(): Generator<undefined, void> {
    this.sink.flush();
    const cut = this.space.settle ? yield* this.space.settle(this.request.maxStates) : false;
    yield* this.lookInSteps();
    if (cut) this.watcher.stop("max-states");
  }

  *upkeep(): Generator<undefined, void> {
    if (!this.space.crowded) return;
    const cut = yield* this.space.upkeep(this.request.maxStates);
    yield* this.lookInSteps();
    if (cut) this.watcher.stop("max-states");
  }

  lookAtFound(): void {
    this.look(this.count);
  }

  private *lookInSteps(): Generator<undefined, void> {
    for (; this.checked < this.count && !this.watcher.closing; yield) this.look(Math.min(this.count, this.checked + glance));
  }

  /** Looks at the states below `end`. Not while the model is at work, which may hold one state at a time. */
  private look(end: number): void {
    const { model, teller, watcher } = this;
    const { skip, pending } = teller;
    const { states } = this.space;
    const { mask, words } = states;
    const { observer } = this.request;
    const expanding = this.current;
    this.looking = true;
    for (; this.checked < end && !watcher.closing; this.checked++) {
      const state = this.checked;
      this.current = state;
      observer?.found(states.chunkOf(state), (state & mask) * words);
      for (;;) {
        const broken = model.check(states.chunkOf(state), (state & mask) * words, skip, pending);
        if (broken < 0) break;
        teller.broken(broken, state);
        if (watcher.closing) break;
      }
      teller.reached(state);
    }
    this.looking = false;
    this.current = expanding;
  }

  private deadlock(state: number): void {
    const { states } = this.space;
    this.teller.deadlock(state, () => {
      this.looking = true;
      const ends = this.model.terminal(states.chunkOf(state), (state & states.mask) * states.words);
      this.looking = false;
      return ends;
    });
  }

  // What the model tells

  rows(rows: Uint32Array, n: number): void {
    const { hashed, watcher } = this;
    hashed?.attribute(n, this.current);
    if (watcher.closing) return;
    const { observer } = this.request;
    const known = this.space.count;
    const cut = this.space.add(rows, n, this.request.maxStates);
    if (observer && this.current !== noState) observer.batch(this.sink.labels!, n, this.space.fresh!, this.space.count - known);
    if (cut) watcher.stop("max-states");
    // A call of the model may produce any number of batches.
    if (watcher.due) watcher.obey();
  }

  violation(kind: StepViolation, index: number, action: number): void {
    this.teller.violation(kind, index, action, this.current, this.looking, () => {
      const { count, rows } = this.sink;
      return rows.slice(count * this.model.words, (count + 1) * this.model.words);
    });
  }

  /** Runs the model again. */
  private successors(from: Uint32Array | undefined, visit: (rows: Uint32Array, n: number) => void): void {
    const { model, sink } = this;
    sink.receiver = { rows: visit, violation: () => {} };
    sink.count = 0;
    if (from) model.expand(from, 0);
    else model.initial();
    sink.flush();
    sink.receiver = this;
  }
}
