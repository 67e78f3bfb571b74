import type { ModelModule, StepViolation } from "../../contract/model.ts";
import { sinkAt, violationKinds, type WasmModel } from "../../contract/wasm-model.ts";
import { Instance, Module, type WasmImports, type WasmInstance } from "../../wasm/host.ts";
import type { Cut } from "../cut.ts";
import { DiskError } from "../disk/disk-error.ts";
import type { Explorer, ExplorerRequest, Watcher } from "../explorer.ts";
import { noState } from "../findings.ts";
import { type MemoryBudget, OutOfMemory } from "../memory.ts";
import { readState, type StateReader } from "../store.ts";
import { Teller } from "../teller.ts";
import { Crew } from "../parallel/crew.ts";
import { blockBytes } from "../parallel/layout.ts";
import { Arena } from "./arena.ts";
import { driveModule } from "./drive.ts";
import { keepModule } from "./keep.ts";
import { type Cell, chunkBytes, mostChunks, narrowWords, type Plan, planOf } from "./plan.ts";
import { keyedTable, numberedTable, type TableCode } from "./tables.ts";

/** States expanded between two looks at the clock. */
const burst = 64;
/** States looked at between two breaths, where there are many. */
const glance = 2 ** 14;
/** Up to this load probing is fast, and up to this it is bearable. Between the two the table grows when there is time for it. */
const roomyLoad = 0.7;
const fullLoad = 0.8;
/** Up to this size the table grows fourfold, beyond it twofold: memory is cheap at first, and filling it again is not. */
const leapBits = 20;
/** Of the memory that is left, what workers may take for what they do together. */
const crewShare = 0.25;
/** States put back between two breaths while the table grows: a few milliseconds. */
const refillSlice = 2 ** 15;

type Functions = WasmInstance["exports"];

/** The inner loop in WebAssembly, over one memory. */
export class WasmExplorer implements Explorer {
  readonly innerLoop = "webassembly";
  readonly states: StateReader;
  private readonly arena: Arena;
  private readonly plan: Plan;
  private readonly table: TableCode;
  private readonly teller: Teller;
  private readonly actions: number;
  private readonly detectsDeadlock: boolean;
  /** Where the model's own memory begins, and which cell has the number of its rows. */
  private readonly base: number;
  private readonly sinkCount: number;
  private readonly cells: Int32Array;
  private readonly chunks: Uint32Array[] = [];
  private readonly keep: Functions;
  private readonly model: Functions;
  private readonly drive: Functions;
  private tableAt: number;
  private bits: number;
  private crew: Crew | undefined;
  /** The block that a crew is at. */
  private atWork: ReturnType<Crew["block"]> | undefined;
  /** The states below are expanded by one worker, because a block was not done by all. */
  private alone = 0;
  /** Whether a block was done by all. */
  private together = false;
  private dismissed: Promise<void> | undefined;

  /** @throws OutOfMemory where there is no memory, or not for this */
  constructor(module: ModelModule, private readonly wasm: WasmModel, private readonly request: ExplorerRequest, budget: MemoryBudget, private readonly watcher: Watcher) {
    const { words } = module;
    const { invariants, reachables, actions, hasTerminal } = module.createModel({ rows: new Uint32Array(words), capacity: 1, count: 0, flush: () => {}, violation: () => {} });
    this.actions = actions.length;
    this.arena = new Arena(chunkBytes(words), budget);
    const plan = this.plan = planOf(this.arena, words, invariants.length, reachables.length);
    this.table = words <= narrowWords ? keyedTable(plan, wasm.usedBits) : numberedTable(plan);
    this.base = this.arena.take(wasm.bytes);
    this.bits = this.table.firstBits;
    this.tableAt = this.arena.take(this.tableBytes(this.bits));

    const { memory } = this.arena;
    this.cells = new Int32Array(memory.buffer);
    this.teller = new Teller(watcher, request.deadlock, new Uint8Array(memory.buffer, plan.skip, invariants.length), new Uint8Array(memory.buffer, plan.pending, reachables.length));
    this.noteReached();
    this.setCell("limit", request.maxStates);
    this.setCell("current", noState);
    // No hash is there yet, not even 0; this one would be elsewhere.
    this.cells.fill(-1, plan.recent >>> 2, (plan.recent >>> 2) + 2);
    this.placeTable();
    const { shift, mask } = plan;
    this.states = { words, shift, mask, chunkOf: (index) => this.chunks[index >>> shift], read: (index) => readState(this.states, index) };

    const link = (code: Uint8Array<ArrayBuffer>, imports: WasmImports): Functions => new Instance(new Module(code), { env: { memory, ...imports } }).exports;
    this.sinkCount = (this.base + sinkAt.count) >>> 2;
    this.keep = link(keepModule(plan, this.table, this.base + sinkAt.count, false), {
      room: (n: number) => this.makeRoom(n), full: () => this.growNow(), cut: () => watcher.stop("max-states"), taken: () => this.obeyIfDue(),
    });
    this.model = link(wasm.code, { base: this.base, flush: this.keep.flush, violation: (kind: number, index: number, action: number) => this.violation(violationKinds[kind], index, action) });
    const sink = this.base >>> 2;
    this.cells[sink + (sinkAt.rows >>> 2)] = plan.rows;
    this.cells[sink + (sinkAt.capacity >>> 2)] = plan.capacity;
    const detectsDeadlock = this.detectsDeadlock = request.deadlock === "error" || (request.deadlock === "terminal" && hasTerminal);
    this.drive = link(driveModule(plan, { reachables: reachables.length, detectsDeadlock }, false), {
      expand: this.model.expand, check: this.model.check, flush: this.keep.flush,
      broken: (invariant: number, state: number) => this.telling(() => this.teller.broken(invariant, state)),
      reached: (state: number) => this.reached(state),
      deadlock: (state: number) => this.deadlock(state),
    });
  }

  get count(): number {
    return this.cell("count");
  }

  get transitions(): number {
    return Number(new DataView(this.arena.memory.buffer).getBigInt64(this.plan.cells.transitions, true));
  }

  get enabled(): number[] {
    const view = this.enabledView;
    return Array.from({ length: this.actions }, (_, i) => Number(view.getBigInt64(8 * i, true)));
  }

  get workers(): number {
    return this.crew && this.together ? this.crew.workers : 1;
  }

  async close(): Promise<void> {
    await Promise.all([this.crew?.close(), this.dismissed]);
  }

  private get enabledView(): DataView {
    return new DataView(this.arena.memory.buffer, this.base + this.wasm.enabledAt);
  }

  get settled(): boolean {
    return this.cells[this.sinkCount] === 0 && this.cell("checked") === this.count;
  }

  *resume(cut: Cut, from: StateReader): Generator<undefined, void> {
    const { capacity, rows, words } = this.plan;
    this.setCell("checked", cut.states);
    const batch = new Uint32Array(this.arena.memory.buffer, rows, capacity * words);
    while (this.count < cut.states) {
      const first = this.count, n = Math.min(capacity, cut.states - first);
      for (let row = 0; row < n; row++) batch.set(from.read(first + row), row * words);
      this.cells[this.sinkCount] = n;
      this.keep.flush();
      if (this.count !== first + n) throw new DiskError("a checkpoint has a state twice");
      if (this.watcher.due) yield;
    }
    if (cut.enabled.length !== this.actions) throw new DiskError("a checkpoint has other actions");
    const enabled = this.enabledView;
    cut.enabled.forEach((n, i) => enabled.setBigInt64(8 * i, BigInt(n), true));
    new DataView(this.arena.memory.buffer).setBigInt64(this.plan.cells.transitions, BigInt(cut.transitions), true);
    this.teller.resume(cut.sightings);
    this.noteReached();
  }

  initial(): void {
    this.model.initial();
  }

  expand(from: number, to: number): number {
    let next = from;
    do {
      const crew = this.crewFor(next, to);
      if (crew) {
        this.atWork ??= crew.block(next, to);
        const step = this.atWork.next();
        if (!step.done) return next;
        if (this.through(step.value)) {
          next = step.value.to;
          continue;
        }
      }
      const stop = Math.min(to, next + burst);
      this.drive.expand(next, stop);
      next = stop;
    } while (next < to && !this.watcher.due && !this.crowded && this.crew?.begun !== false);
    return next;
  }

  /** Who expands states from a number on, if not one worker. */
  private crewFor(from: number, to: number): Crew | undefined {
    if (this.atWork) return this.crew;
    const { crew } = this.request;
    if (!crew || crew.workers < 2 || this.count < crew.atStates || from < this.alone || this.watcher.closing || this.crowded) return undefined;
    this.crew ??= this.hire(crew.workers, crew.entry);
    return this.crew?.begun && this.crew.worth(from, to) ? this.crew : undefined;
  }

  /** @returns whether all did the block */
  private through({ to, done }: { readonly to: number; readonly done: boolean }): boolean {
    this.atWork = undefined;
    if (done) return true;
    this.alone = to;
    this.teller.pending.set(new Uint8Array(this.arena.memory.buffer, this.plan.known, this.teller.pending.length));
    return false;
  }

  /** What is not through will be done again. */
  private *leaveBlock(): Generator<undefined, void> {
    if (!this.atWork || !this.crew) return;
    this.crew.abandon();
    this.through(yield* this.atWork);
  }

  /** @returns nobody where there is too little memory for them, too */
  private hire(workers: number, entry: URL): Crew | undefined {
    const { arena, plan, table, wasm, actions, cells, sinkCount, request } = this;
    if (!arena.allows(blockBytes(plan, { workers, modelBytes: wasm.bytes, tableBits: this.bits }) / crewShare)) {
      this.alone = Infinity;
      return undefined;
    }
    const waiting = (): number => cells[sinkCount];
    return new Crew({
      arena, plan, table, wasm, actions, waiting,
      count: () => this.count,
      room: () => Math.min(this.cell("limit"), this.tableRoom) - this.count,
      bits: () => this.bits,
      chunks: () => this.chunks.length,
      reserve: (states) => this.makeRoom(states),
      took: (states, steps, enabled, rows) => this.took(states, steps, enabled, rows),
    }, workers, entry, { reachables: this.teller.pending.length, deadlock: this.detectsDeadlock ? request.deadlock : "ignore" });
  }

  /** One worker goes on. */
  private dismiss(crew: Crew): void {
    this.dismissed = crew.close();
    this.crew = undefined;
    this.alone = Infinity;
  }

  /** So many new states, all looked at, steps, and enabled instances; so many rows would wait now. */
  private took(states: number, steps: number, enabled: readonly bigint[], waiting: number): void {
    const { plan, arena, enabledView } = this;
    const transitions = new DataView(arena.memory.buffer, plan.cells.transitions);
    transitions.setBigInt64(0, transitions.getBigInt64(0, true) + BigInt(steps), true);
    enabled.forEach((n, i) => enabledView.setBigInt64(8 * i, enabledView.getBigInt64(8 * i, true) + n, true));
    this.together = true;
    this.setCell("count", this.count + states);
    this.setCell("checked", this.count);
    // What would wait is known; so is the first state.
    const rows = new Uint32Array(arena.memory.buffer, plan.rows, waiting * plan.words);
    for (let row = 0; row < waiting; row++) rows.set(this.chunks[0].subarray(0, plan.words), row * plan.words);
    this.cells[this.sinkCount] = waiting;
  }

  *settle(): Generator<undefined, void> {
    yield* this.leaveBlock();
    this.keep.flush();
    for (; this.cell("checked") < this.count && !this.watcher.closing; yield) this.drive.look(Math.min(this.count, this.cell("checked") + glance));
  }

  lookAtFound(): void {
    this.drive.look(this.count);
  }

  *upkeep(): Generator<undefined, void> {
    if (this.crew && !(yield* this.crew.begin())) this.dismiss(this.crew);
    if (this.crowded) yield* this.grow();
  }

  // Cells

  private cell(name: Cell): number {
    return this.cells[this.plan.cells[name] >>> 2] >>> 0;
  }

  private setCell(name: Cell, value: number): void {
    this.cells[this.plan.cells[name] >>> 2] = value;
  }

  // What the model tells

  /** @throws what `tell` throws, and the inner loop with it */
  private telling(tell: () => void): void {
    try {
      tell();
    } finally {
      this.setCell("closing", this.watcher.closing ? 1 : 0);
    }
  }

  private violation(kind: StepViolation, index: number, action: number): void {
    this.telling(() => this.teller.violation(kind, index, action, this.cell("current"), this.cell("looking") === 1, () => {
      const { rowBytes, rows, words } = this.plan;
      const row = this.cells[this.sinkCount];
      return new Uint32Array(this.arena.memory.buffer, rows + row * rowBytes, words).slice();
    }));
  }

  private reached(state: number): void {
    this.telling(() => this.teller.reached(state));
    this.noteReached();
  }

  private noteReached(): void {
    new Uint8Array(this.arena.memory.buffer, this.plan.known).set(this.teller.pending);
  }

  private deadlock(state: number): void {
    this.telling(() => this.teller.deadlock(state, () => {
      this.setCell("looking", 1);
      const { shift, mask, rowBytes } = this.plan;
      const ends = this.model.terminal(this.chunks[state >>> shift].byteOffset + (state & mask) * rowBytes) !== 0;
      this.setCell("looking", 0);
      return ends;
    }));
  }

  /** A call of the model may produce any number of batches. */
  private obeyIfDue(): void {
    if (this.watcher.due) this.watcher.obey();
  }

  // Room

  private tableBytes(bits: number): number {
    return 2 ** bits * this.table.slotBytes;
  }

  private get nextBits(): number {
    return Math.min(this.table.lastBits, this.bits + (this.bits <= leapBits ? 2 : 1));
  }

  /** Whether it is time for a larger table, and there is memory for it. */
  private get crowded(): boolean {
    return this.count > roomyLoad * 2 ** this.bits && this.bits < this.table.lastBits && this.arena.allows(this.tableBytes(this.nextBits));
  }

  /** States that the table may hold. */
  private get tableRoom(): number {
    return this.bits === this.table.lastBits ? Infinity : Math.floor(fullLoad * 2 ** this.bits);
  }

  /** @throws OutOfMemory */
  private makeRoom(n: number): void {
    const { count } = this;
    while (count + n > this.tableRoom) this.growNow();
    const perChunk = this.plan.mask + 1;
    while (this.chunks.length * perChunk < count + n) {
      if (this.chunks.length === mostChunks) throw new OutOfMemory("chunks are used up");
      const at = this.arena.chunk();
      this.cells[(this.plan.chunks >>> 2) + this.chunks.length] = at;
      this.chunks.push(new Uint32Array(this.arena.memory.buffer, at, perChunk * this.plan.words));
    }
    this.setCell("room", Math.min(this.chunks.length * perChunk, this.tableRoom));
  }

  /** @throws OutOfMemory */
  private growNow(): void {
    for (const _ of this.grow());
  }

  /**
   * Makes the table larger, and fills it from the store. Yields now and then; nothing must be added before the end.
   * @throws OutOfMemory
   */
  private *grow(): Generator<undefined, void> {
    if (this.bits === this.table.lastBits) throw new OutOfMemory("the table is as large as it can be");
    const bits = this.nextBits;
    const at = this.arena.take(this.tableBytes(bits));
    this.arena.recycle(this.tableAt, this.tableBytes(this.bits));
    this.tableAt = at;
    this.bits = bits;
    this.placeTable();
    const { count } = this;
    const { capacity, mask } = this.plan;
    for (let from = 0, n = 0; from < count; from += n) {
      n = Math.min(capacity, count - from, mask + 1 - (from & mask));
      // No place so soon: the next one is larger.
      if (this.keep.refill(from, n) === 0) return yield* this.grow();
      if (from % refillSlice === 0) yield;
    }
  }

  private placeTable(): void {
    this.setCell("table", this.tableAt);
    this.setCell("bits", this.bits);
    this.setCell("room", 0);
  }
}
