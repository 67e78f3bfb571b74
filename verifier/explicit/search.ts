import { type ModelModule, StopSearch } from "../contract/model.ts";
import type { Finding, SearchEnd, SearchListener, SearchRequest, SearchResult, SearchStats } from "../contract/search.ts";
import type { Cut } from "./cut.ts";
import { DiskError } from "./disk/disk-error.ts";
import type { StateFile } from "./disk/state-file.ts";
import { estimateTotal } from "./estimate.ts";
import type { Explorer, ExplorerRequest, Watcher } from "./explorer.ts";
import { Findings, noState, type Sighting } from "./findings.ts";
import { MemoryBudget, OutOfMemory } from "./memory.ts";
import { Pace } from "./pace.ts";
import { representedBy } from "./orbits.ts";
import { pathsTo } from "./path.ts";
import { ScriptExplorer } from "./script-explorer.ts";
import { collisionProbability } from "./space.ts";
import { Storage } from "./storage.ts";
import type { StateReader } from "./store.ts";
import { WasmExplorer } from "./wasm/explorer.ts";

/** State numbers stay below this. */
const mostStates = 2 ** 31 - 1;
/** Of a state no wider than this a hash would take as much. */
const hashWords = 2;
/** States expanded between two points to go on from, at most. */
const longestStride = 2 ** 16;

/**
 * Breadth-first search through all states of a model, depth by depth.
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

class Search implements Watcher {
  /** A violation of `depth + 1` steps is known, and only a shorter one is of interest. */
  closing = false;
  private readonly pace: Pace;
  private readonly asked: ExplorerRequest;
  private readonly storage: Storage;
  private explorer: Explorer;
  private findings = new Findings();
  /** By depth, where its states begin. */
  private starts: number[] = [0];
  /** The depth of the states being expanded (-1: none yet), and where that depth ends. */
  private depth = -1;
  private depthEnd = 0;
  private next = 0;
  private end: SearchEnd = "complete";
  private trouble: string | undefined;
  /** Where the search could be taken up again, if it could yet. */
  private cut: Cut | undefined;
  /** Whether `next` and all that is counted belong together. */
  private steady = true;
  private handOver: { readonly states: number; readonly seconds: number } | undefined;
  private resumed: Cut | undefined;

  constructor(private readonly module: ModelModule, private readonly request: SearchRequest, listener: SearchListener) {
    const { limits, deadlock, disk } = request;
    this.pace = new Pace(limits.timeoutMs ?? Infinity, listener);
    const visited = module.words > hashWords ? request.visited : "exact";
    this.asked = {
      maxStates: limits.maxStates ?? mostStates, deadlock, visited, atOnce: disk?.atStates ?? mostStates,
      ...(request.observer && { observer: request.observer }), ...(request.crew && { crew: request.crew }),
    };
    this.storage = new Storage(request, module.words);
    this.explorer = this.newExplorer();
  }

  /**
   * In WebAssembly where it can do what is asked.
   * @param file where the states are, if not in memory
   */
  private newExplorer(file?: StateFile): Explorer {
    const { module, request, asked } = this;
    const budget = (): MemoryBudget => new MemoryBudget(request.limits.memoryBytes ?? Infinity);
    if (module.wasm && request.innerLoop !== "javascript" && asked.visited === "exact" && !request.observer && !file) {
      try {
        return new WasmExplorer(module, module.wasm(), asked, budget(), this);
      } catch (error) {
        if (!(error instanceof OutOfMemory)) throw error;
      }
    }
    return new ScriptExplorer(module, asked, budget(), this, file);
  }

  async run(): Promise<SearchResult> {
    let ended = false;
    try {
      const from = await this.inSteps(this.storage.open());
      await this.untilTheEnd(from);
      const result = await this.result();
      ended = result.end === "complete" || result.end === "violation";
      return result;
    } finally {
      await this.explorer.close?.();
      this.storage.close(ended);
    }
  }

  private async untilTheEnd(from: Cut | undefined): Promise<void> {
    try {
      if (from) await this.resume(from);
      await this.exploreOnDisk();
    } catch (error) {
      this.endWith(error);
    }
    try {
      // The end may have come between finding states and looking at them.
      this.explorer.lookAtFound();
      if (this.end !== "complete" && !this.closing) await this.leave();
    } catch (error) {
      this.endWith(error);
    }
  }

  private endWith(error: unknown): void {
    if (error instanceof OutOfMemory) this.end = "memory";
    else if (error instanceof DiskError) {
      this.end = "disk";
      this.trouble = error.message;
    } else if (!(error instanceof StopSearch)) throw error;
  }

  /** @throws StopSearch when `end` is set and nothing is left to do; OutOfMemory, DiskError */
  private async exploreOnDisk(): Promise<void> {
    try {
      await this.explore();
    } catch (error) {
      if (!(error instanceof OutOfMemory) || !this.storage.spare || this.asked.visited === "hashed") throw error;
      await this.takeOver();
      await this.explore();
    }
  }

  private async explore(): Promise<void> {
    if (this.depth < 0) {
      this.explorer.initial();
      await this.inSteps(this.explorer.settle());
      if (this.closing) return this.stop("violation");
      if (!this.deeper()) return;
    }
    const { explorer } = this;
    for (;;) {
      if (this.depth >= (this.request.limits.maxDepth ?? Infinity)) return this.stop("max-depth");
      while (this.next < this.depthEnd) {
        const to = Math.min(this.depthEnd, (Math.floor(this.next / this.stride) + 1) * this.stride);
        this.steady = false;
        this.next = explorer.expand(this.next, to);
        this.steady = true;
        await this.breatheIfDue();
        await this.inSteps(explorer.upkeep());
        if (this.next === to) await this.mayCut();
      }
      await this.inSteps(explorer.settle());
      if (this.closing) return this.stop("violation");
      if (!this.deeper()) return;
      await this.mayCut();
    }
  }

  /** Goes on with the states found last. @returns whether there are any */
  private deeper(): boolean {
    this.depth++;
    if (this.next === this.explorer.count) return false;
    this.depthEnd = this.explorer.count;
    this.starts.push(this.depthEnd);
    return true;
  }

  // How it goes on elsewhere, or later

  private get stride(): number {
    return Math.min(longestStride, this.asked.atOnce);
  }

  /** After a number of states that does not depend on time, so that what is found does not, either. */
  private async mayCut(): Promise<void> {
    const { checkpoint, spare } = this.storage;
    if (this.closing || (!checkpoint && !spare)) return;
    // On disk that costs something.
    if (!this.storage.file || checkpoint?.due) await this.inSteps(this.explorer.settle());
    if (this.closing || !this.explorer.settled) return;
    this.cut = this.cutHere();
    if (spare && this.explorer.count >= this.asked.atOnce) throw new OutOfMemory("as many states as asked for");
    if (checkpoint && (checkpoint.due || checkpoint.states === 0)) await this.inSteps(checkpoint.write(this.cut, this.explorer.states));
  }

  private cutHere(): Cut {
    const { explorer, next, depth, starts } = this;
    return {
      states: explorer.count, next, depth, starts: [...starts], transitions: explorer.transitions, enabled: Array.from(explorer.enabled),
      sightings: this.findings.list(true), milliseconds: Math.round(this.seconds * 1000),
    };
  }

  /** A search that ends early leaves a checkpoint that it can be taken up from. @throws DiskError */
  private async leave(): Promise<void> {
    const { checkpoint, file } = this.storage;
    if (!checkpoint) return;
    if (this.steady && this.depth >= 0 && (this.end === "timeout" || this.end === "interrupted" || this.end === "max-depth")) {
      for (const _ of this.explorer.settle()) await this.pace.breatheIfDue();
      if (this.closing) return;
      this.cut = this.cutHere();
    }
    // What is in the file beyond the cut would have to be found again.
    if (!this.cut || this.cut.states < (file ?? checkpoint.file).count || this.end === "disk") return;
    for (const _ of checkpoint.write(this.cut, this.explorer.states)) await this.pace.breatheIfDue();
  }

  /** Memory is used up: the disk goes on from the last cut. */
  private async takeOver(): Promise<void> {
    const { cut, explorer } = this;
    const file = await this.inSteps(this.storage.takeOver(cut?.states ?? 0, explorer.states));
    await explorer.close?.();
    this.explorer = this.newExplorer(file);
    this.findings = new Findings();
    this.handOver = { states: file.count, seconds: this.pace.seconds };
    if (cut) await this.goOnFrom(cut, file);
    else [this.starts, this.depth, this.depthEnd, this.next] = [[0], -1, 0, 0];
  }

  private async resume(from: Cut): Promise<void> {
    this.cut = this.resumed = from;
    const { file } = this.storage.checkpoint!;
    try {
      await this.goOnFrom(from, file);
    } catch (error) {
      if (!(error instanceof OutOfMemory) || !this.storage.spare) throw error;
      await this.inSteps(this.storage.takeOver(from.states, file));
      this.handOver = { states: from.states, seconds: this.pace.seconds };
      this.explorer = this.newExplorer(file);
      await this.goOnFrom(from, file);
    }
  }

  private async goOnFrom(cut: Cut, states: StateReader): Promise<void> {
    this.starts = [...cut.starts];
    this.depth = cut.depth;
    this.depthEnd = this.starts[cut.depth + 1];
    this.next = cut.next;
    for (const sighting of cut.sightings) this.findings.note(sighting);
    this.steady = false;
    await this.inSteps(this.explorer.resume(cut, states));
    this.steady = true;
  }

  private async inSteps<R>(steps: Iterable<undefined, R>): Promise<R> {
    const iterator = steps[Symbol.iterator]();
    for (;;) {
      const step = iterator.next();
      if (step.done) return step.value;
      await this.breatheIfDue();
    }
  }

  private async breatheIfDue(): Promise<void> {
    if (this.pace.due) this.obey();
    await this.pace.breatheIfDue();
  }

  // What the explorer tells, and asks

  get due(): boolean {
    return this.pace.due;
  }

  note(what: Finding["what"], state: number, row: Uint32Array | undefined, looking: boolean): void {
    // A state just found is at `depth + 1`; so is a row.
    const steps = row || state >= this.depthEnd ? this.depth + 1 : this.depth;
    this.findings.note({ what, steps, state, row });
    if (what.kind === "reachable" || this.request.keepGoing) return;
    this.closing = true;
    if (!looking && (steps <= this.depth || this.depth < 0)) this.stop("violation");
  }

  obey(): void {
    const { count } = this.explorer;
    const end = this.pace.verdict(() => {
      const depth = Math.max(0, this.depth);
      const expected = estimateTotal(this.levels().slice(0, depth + 1), count);
      return { distinctStates: count, ...(expected && { expected }), queued: count - this.next, depth };
    });
    if (end) this.stop(end);
  }

  stop(end: SearchEnd): never {
    this.end = end;
    throw new StopSearch();
  }

  // How it ends

  /** With those of the runs before it. */
  private get seconds(): number {
    return this.pace.seconds + (this.resumed?.milliseconds ?? 0) / 1000;
  }

  private async result(): Promise<SearchResult> {
    const { explorer, pace, depth, seconds } = this;
    pace.sampleMemory();
    const sightings = this.findings.list(this.request.keepGoing);
    const violated = sightings.some(({ what }) => what.kind !== "reachable");
    const levels = this.levels();
    const stats = {
      distinctStates: explorer.count,
      ...representedBy(explorer, this.module),
      transitions: explorer.transitions,
      depth: Math.max(0, levels.length - 1),
      levels,
      innerLoop: explorer.innerLoop,
      workers: explorer.workers ?? 1,
      seconds,
      peakMemoryBytes: pace.peakMemory,
      enabled: Array.from(explorer.enabled),
      ...this.outside(),
    };
    const checkpointStates = this.storage.checkpoint?.states;
    return {
      end: violated && !this.request.keepGoing ? "violation" : this.end,
      findings: await this.withPaths(sightings),
      stats,
      completeDepth: Math.max(0, depth),
      ...(this.trouble !== undefined && { trouble: this.trouble }),
      ...(checkpointStates !== undefined && !violated && this.end !== "complete" && { checkpointStates }),
      ...(this.request.visited === "hashed" && { omissionProbability: this.asked.visited === "hashed" ? collisionProbability(explorer.count) : 0 }),
    };
  }

  /** What the search owes to files. */
  private outside(): Pick<SearchStats, "disk" | "resumedAt"> {
    const { handOver, explorer, pace, resumed, module } = this;
    const rate = (states: number, seconds: number): number | undefined => (seconds > 0 ? states / seconds : undefined);
    const before = handOver && rate(handOver.states - (resumed?.states ?? 0), handOver.seconds);
    const since = handOver && rate(explorer.count - handOver.states, pace.seconds - handOver.seconds);
    return {
      ...(handOver && {
        disk: {
          atStates: handOver.states, bytes: explorer.count * module.words * Uint32Array.BYTES_PER_ELEMENT,
          ...(before !== undefined && { rateBefore: before }), ...(since !== undefined && { rateSince: since }),
        },
      }),
      ...(resumed && { resumedAt: resumed.states }),
    };
  }

  /** By depth, the states found so far; the last is of the depth that is being found. */
  private levels(): number[] {
    const { starts, explorer: { count } } = this;
    return starts.map((start, depth) => (starts[depth + 1] ?? count) - start).filter((states) => states > 0);
  }

  private async withPaths(sightings: readonly Sighting[]): Promise<Finding[]> {
    const { states, pathTo } = this.explorer;
    const ends = sightings.flatMap(({ state }) => (state === noState ? [] : [state]));
    const paths = pathTo ? ends.map((end) => pathTo(end)) : await pathsTo(ends, { states, starts: this.starts }, this.module, () => this.pace.breatheIfDue());
    const byEnd = new Map(ends.map((end, i) => [end, paths[i]]));
    return sightings.map(({ what, state, row }) => ({ what, path: [...(byEnd.get(state) ?? []), ...(row ? [row] : [])] }));
  }
}
