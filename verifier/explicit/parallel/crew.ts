/** Several workers that expand states together, in blocks. What they find has the numbers that a single worker gives it. */
import { Worker } from "node:worker_threads";
import { sinkAt, type WasmModel } from "../../contract/wasm-model.ts";
import { OutOfMemory } from "../memory.ts";
import type { Arena } from "../wasm/arena.ts";
import { mostChunks, type Plan } from "../wasm/plan.ts";
import type { TableCode } from "../wasm/tables.ts";
import { type BlockAbilities, blockModule } from "./block.ts";
import { type Hand, handOf, type HandData, type Phase, phaseNames } from "./hand.ts";
import { type BlockCell, type BlockLayout, blockLayout, chunkAt, chunkStates, events, mostChunksOfBlock, workerAt } from "./layout.ts";
import { siftModule } from "./sift.ts";

/** Fewer states are not worth a block. */
const leastStates = 8 * chunkStates;
/** Of the room for rows as much should be used. */
const fill = 0.5;
/** Milliseconds after which the event loop has its turn, where others take so long. */
const patience = 20;

/** What a crew needs of whom it works for. */
export interface Employer {
  readonly arena: Arena;
  readonly plan: Plan;
  readonly table: TableCode;
  readonly wasm: WasmModel;
  readonly actions: number;
  count(): number;
  /** States that may be found without a larger table, or the limit being reached. */
  room(): number;
  /** Logarithm of the slots of the table. */
  bits(): number;
  /** Chunks of the store. */
  chunks(): number;
  /** Rows that are not taken yet. */
  waiting(): number;
  /** @throws OutOfMemory */
  reserve(states: number): void;
  /** A block was done: so many new states, all looked at, steps, and enabled instances; so many rows would wait now. */
  took(states: number, steps: number, enabled: readonly bigint[], waiting: number): void;
}

export class Crew {
  private readonly layout: BlockLayout;
  private readonly cells: Int32Array;
  private readonly bytes: DataView;
  private readonly hand: Hand;
  private readonly threads: Worker[];
  private trouble: Error | undefined;
  begun = false;
  private rowsPerChunk = 8 * chunkStates;

  /** @throws OutOfMemory */
  constructor(private readonly employer: Employer, readonly workers: number, entry: URL, abilities: BlockAbilities) {
    const { arena, plan, table, wasm } = employer;
    const layout = this.layout = blockLayout(arena, plan, { workers, modelBytes: wasm.bytes, tableBits: employer.bits() });
    this.cells = new Int32Array(arena.memory.buffer);
    this.bytes = new DataView(arena.memory.buffer);
    const handData = (me: number): HandData => ({
      memory: arena.memory, model: wasm.code, cells: layout.cells, base: layout.own[me].base, batch: layout.own[me].batch, capacity: plan.capacity,
      sift: siftModule(plan, table, layout, me), block: blockModule(plan, table, layout, abilities, me),
    });
    this.forget();
    this.hand = handOf(handData(0));
    this.threads = Array.from({ length: workers - 1 }, (_, i) => this.start(handData(i + 1), entry));
  }

  private start(data: HandData, entry: URL): Worker {
    const thread = new Worker(entry, { workerData: data, env: {}, stdout: true, stderr: true });
    thread.on("error", (error) => { this.trouble ??= error; }).on("exit", () => { this.trouble ??= new Error("a thread of the search ended"); });
    thread.unref();
    return thread;
  }

  /** Waits for all threads to begin. @returns whether all did; where not, nobody may be asked for a block */
  *begin(): Generator<undefined, boolean> {
    if (this.begun) return true;
    while (this.get("done") < this.workers - 1) {
      if (this.trouble) return false;
      this.wait(this.get("done"));
      yield;
    }
    return this.begun = true;
  }

  async close(): Promise<void> {
    this.trouble = undefined;
    await Promise.all(this.threads.map((t) => t.terminate()));
  }

  /**
   * Expands states from `from` on, at most up to `to`; yields where others take long.
   * @returns the first that is not expanded, and whether all before are; where not, everything is as it was
   * @throws what a thread threw
   */
  *block(from: number, to: number): Generator<undefined, { readonly to: number; readonly done: boolean }> {
    const { layout, employer, hand } = this;
    const { plan } = employer;
    const room = fill * layout.workers * layout.rowsPerWorker;
    const many = Math.max(1, Math.min(mostChunksOfBlock - 1, Math.floor(room / this.rowsPerChunk)));
    const end = Math.min(to, from + many * chunkStates);
    const chunks = 1 + Math.ceil((end - from) / chunkStates);
    if (!this.give()) return { to: end, done: false };
    this.set("event", 0);
    this.set("from", from);
    this.set("to", end);
    this.set("chunks", chunks);
    for (const { counts } of layout.own) this.cells.fill(0, counts >>> 2, (counts >>> 2) + 3);
    this.takeWaiting();
    this.set("next", 1);
    yield* this.together("produce");
    const discard = (): { to: number; done: false } => {
      this.countEnabled();
      this.forget();
      return { to: end, done: false };
    };
    const rows = this.sum(workerAt.kept);
    if (this.get("event") !== 0) {
      if (this.get("event") === events.rows) this.rowsPerChunk *= 2;
      return discard();
    }
    this.rowsPerChunk = Math.max(1, (this.rowsPerChunk + rows / chunks) / 2);
    yield* this.together("insert");
    const found = this.numberChunks(chunks);
    if (this.get("event") === 0 && this.reserve(found)) {
      this.set("next", 0);
      yield* this.together("commit");
    } else this.set("event", events.table);
    if (this.get("event") !== 0) {
      hand.undo();
      return discard();
    }
    employer.took(found, this.sum(workerAt.steps), this.countEnabled(), this.sum(workerAt.made) % plan.capacity);
    return { to: end, done: true };
  }

  /** The block at hand will not be done. */
  abandon(): void {
    this.set("event", events.told);
  }

  /** Whether there is enough to do for all. */
  worth(from: number, to: number): boolean {
    return to - from >= leastStates;
  }

  /** All do the same phase; yields where others take long. */
  private *together(phase: Exclude<Phase, "end">): Generator<undefined, void> {
    const { go } = this.layout.cells;
    this.set("phase", phaseNames.indexOf(phase));
    this.set("done", 0);
    Atomics.add(this.cells, go >>> 2, 1);
    Atomics.notify(this.cells, go >>> 2);
    this.hand[phase]();
    yield* this.allThrough();
  }

  private *allThrough(): Generator<undefined, void> {
    for (;;) {
      const through = this.get("done");
      if (through === this.workers - 1) return;
      if (this.trouble) throw this.trouble;
      if (this.wait(through) === "timed-out") yield;
    }
  }

  /** For more than `through` to be through. */
  private wait(through: number): "ok" | "not-equal" | "timed-out" {
    return Atomics.wait(this.cells, this.layout.cells.done >>> 2, through, patience);
  }

  /** Rows that wait to be taken are the first ones of the block. */
  private takeWaiting(): void {
    const { layout, employer } = this;
    const { plan } = employer;
    const waiting = employer.waiting();
    const { batch, base } = layout.own[0];
    const { buffer } = employer.arena.memory;
    new Uint8Array(buffer, batch, waiting * plan.rowBytes).set(new Uint8Array(buffer, plan.rows, waiting * plan.rowBytes));
    this.cells[(base + sinkAt.count) >>> 2] = waiting;
    this.hand.flush();
    this.bytes.setUint32(layout.chunks + chunkAt.first, 0, true);
    this.bytes.setUint32(layout.chunks + chunkAt.rows, this.sum(workerAt.kept), true);
  }

  /** Gives rows numbers behind all states, for as long as they have no others; whether the table can hold such numbers. */
  private give(): boolean {
    const { layout, employer } = this;
    const { plan } = employer;
    const chunks = employer.chunks();
    const rows = layout.workers * layout.rowsPerWorker;
    const first = chunks * (plan.mask + 1);
    const more = Math.ceil(rows / (plan.mask + 1));
    if (employer.table.distinct) return true;
    if (first + rows + 1 >= 2 ** employer.bits() || chunks + more >= mostChunks) return false;
    for (let i = 0; i < more; i++) this.cells[(plan.chunks >>> 2) + chunks + i] = layout.rows + i * (plan.mask + 1) * plan.rowBytes;
    this.set("first", first);
    return true;
  }

  /** @returns how many states are new */
  private numberChunks(chunks: number): number {
    const { layout, employer } = this;
    let found = 0;
    for (let c = 0; c < chunks; c++) {
      const at = layout.chunks + c * layout.chunkBytes;
      this.bytes.setUint32(at + chunkAt.number, employer.count() + found, true);
      for (let w = 0; w < layout.workers; w++) found += this.bytes.getUint32(at + chunkAt.fresh + 4 * w, true);
    }
    return found;
  }

  /** Nobody has made anything lately. No hash is there, not even 0; the one at its place would be elsewhere. */
  private forget(): void {
    const { recentBits, recentBytes } = this.employer.plan;
    for (const { recent } of this.layout.own) {
      this.cells.fill(0, recent >>> 2, (recent + 2 ** recentBits * recentBytes) >>> 2);
      this.cells.fill(-1, recent >>> 2, (recent >>> 2) + 2);
    }
  }

  /** Of all workers, the enabled instances of each action since this was last asked for. */
  private countEnabled(): bigint[] {
    const { arena, wasm, actions } = this.employer;
    const all = Array.from({ length: actions }, () => 0n);
    for (const { base } of this.layout.own) {
      const counts = new BigInt64Array(arena.memory.buffer, base + wasm.enabledAt, actions);
      counts.forEach((n, i) => { all[i] += n; });
      counts.fill(0n);
    }
    return all;
  }

  /** Makes room, if there is enough. What there is not, one worker finds, too. */
  private reserve(states: number): boolean {
    if (states > this.employer.room()) return false;
    try {
      this.employer.reserve(states);
      return true;
    } catch (error) {
      if (error instanceof OutOfMemory) return false;
      throw error;
    }
  }

  private sum(at: number): number {
    return this.layout.own.reduce((sum, { counts }) => sum + this.cells[(counts + at) >>> 2], 0);
  }

  private get(cell: BlockCell): number {
    return Atomics.load(this.cells, this.layout.cells[cell] >>> 2);
  }

  private set(cell: BlockCell, value: number): void {
    Atomics.store(this.cells, this.layout.cells[cell] >>> 2, value);
  }
}
