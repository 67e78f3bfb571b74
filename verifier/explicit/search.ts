import { type ModelModule, StopSearch } from "../contract/model.ts";
import type { Finding, SearchEnd, SearchListener, SearchRequest, SearchResult } from "../contract/search.ts";
import type { Explorer, ExplorerRequest, Watcher } from "./explorer.ts";
import { Findings, noState, type Sighting } from "./findings.ts";
import { MemoryBudget, OutOfMemory } from "./memory.ts";
import { Pace } from "./pace.ts";
import { pathsTo } from "./path.ts";
import { ScriptExplorer } from "./script-explorer.ts";
import { collisionProbability } from "./space.ts";

/** State numbers stay below this. */
const mostStates = 2 ** 31 - 1;
/** Of a state no wider than this a hash would take as much. */
const hashWords = 2;

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
  private readonly explorer: Explorer;
  private readonly asked: ExplorerRequest;
  private readonly findings = new Findings();
  /** By depth, where its states begin. */
  private readonly starts: number[] = [0];
  /** The depth of the states being expanded (-1: none yet), and where that depth ends. */
  private depth = -1;
  private depthEnd = 0;
  private next = 0;
  private end: SearchEnd = "complete";

  constructor(private readonly module: ModelModule, private readonly request: SearchRequest, listener: SearchListener) {
    const { limits, deadlock } = request;
    this.pace = new Pace(limits.timeoutMs ?? Infinity, listener);
    const visited = module.words > hashWords ? request.visited : "exact";
    this.asked = { maxStates: limits.maxStates ?? mostStates, deadlock, visited };
    this.explorer = new ScriptExplorer(module, this.asked, new MemoryBudget(limits.memoryBytes ?? Infinity), this);
  }

  async run(): Promise<SearchResult> {
    try {
      await this.explore();
    } catch (error) {
      if (error instanceof OutOfMemory) this.end = "memory";
      else if (!(error instanceof StopSearch)) throw error;
    }
    // The end may have come between finding states and looking at them.
    this.explorer.lookAtFound();
    return this.result();
  }

  /** @throws StopSearch when `end` is set and nothing is left to do; OutOfMemory */
  private async explore(): Promise<void> {
    const { explorer } = this;
    explorer.initial();
    await this.inSteps(explorer.settle());
    if (this.closing) return this.stop("violation");
    for (this.depth = 0; this.next < explorer.count; this.depth++) {
      this.depthEnd = explorer.count;
      this.starts.push(this.depthEnd);
      if (this.depth === this.request.limits.maxDepth) return this.stop("max-depth");
      while (this.next < this.depthEnd) {
        this.next = explorer.expand(this.next, this.depthEnd);
        await this.breatheIfDue();
        await this.inSteps(explorer.upkeep());
      }
      await this.inSteps(explorer.settle());
      if (this.closing) return this.stop("violation");
    }
  }

  private async inSteps(steps: Iterable<undefined>): Promise<void> {
    for (const _ of steps) await this.breatheIfDue();
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
    const end = this.pace.verdict(() => ({ distinctStates: count, queued: count - this.next, depth: Math.max(0, this.depth) }));
    if (end) this.stop(end);
  }

  stop(end: SearchEnd): never {
    this.end = end;
    throw new StopSearch();
  }

  // How it ends

  private async result(): Promise<SearchResult> {
    const { explorer, pace, depth } = this;
    const seconds = pace.seconds;
    pace.sampleMemory();
    const sightings = this.findings.list(this.request.keepGoing);
    const violated = sightings.some(({ what }) => what.kind !== "reachable");
    const stats = {
      distinctStates: explorer.count,
      transitions: explorer.transitions,
      depth: Math.max(0, this.starts.findLastIndex((start) => start < explorer.count)),
      seconds,
      peakMemoryBytes: pace.peakMemory,
      enabled: Array.from(explorer.enabled),
    };
    return {
      end: violated && !this.request.keepGoing ? "violation" : this.end,
      findings: await this.withPaths(sightings),
      stats,
      completeDepth: Math.max(0, depth),
      ...(this.request.visited === "hashed" && { omissionProbability: this.asked.visited === "hashed" ? collisionProbability(explorer.count) : 0 }),
    };
  }

  private async withPaths(sightings: readonly Sighting[]): Promise<Finding[]> {
    const { states, pathTo } = this.explorer;
    const ends = sightings.flatMap(({ state }) => (state === noState ? [] : [state]));
    const paths = pathTo ? ends.map((end) => pathTo(end)) : await pathsTo(ends, { states, starts: this.starts }, this.module, () => this.pace.breatheIfDue());
    const byEnd = new Map(ends.map((end, i) => [end, paths[i]]));
    return sightings.map(({ what, state, row }) => ({ what, path: [...(byEnd.get(state) ?? []), ...(row ? [row] : [])] }));
  }
}
