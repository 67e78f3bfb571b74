/** Liveness properties on the graph of all states and steps: runs that are fair and never do what they owe. */
import type { ModelModule } from "../contract/model.ts";
import type { Lasso, LivenessRequest, LivenessResult } from "../contract/liveness.ts";
import type { SearchListener } from "../contract/search.ts";
import { Components } from "./components.ts";
import { FairComponents, FairGraph } from "./fair.ts";
import { FairLoop } from "./fair-loop.ts";
import { Reached } from "./graph-best.ts";
import { type Graph, graphOf } from "./graph.ts";
import { GraphValues, NoValue } from "./graph-values.ts";
import { goal, Region, trigger } from "./liveness-region.ts";
import { type MemoryBudget, OutOfMemory } from "./memory.ts";
import { Pace } from "./pace.ts";

/** Beside `goal` and `trigger`: a fair run can stay here for ever. */
const fair = 4;

/** Explores all states, whatever it finds on the way: what is fair is known of whole graphs only. */
export async function checkLiveness(module: ModelModule, request: LivenessRequest, listener: SearchListener = {}): Promise<LivenessResult> {
  const { limits, properties } = request;
  const pace = new Pace(limits.timeoutMs ?? Infinity, listener);
  const { graph, end, states, transitions, memory } = await graphOf([module], limits, listener, request.fair.map((f) => f !== null));
  const found: Found = { holds: properties.map(() => false), vacuous: properties.map(() => false), lassos: [] };
  const result = (why: LivenessResult["end"], more: Pick<LivenessResult, "failure"> = {}): LivenessResult => ({ end: why, states, transitions, seconds: pace.seconds, ...found, ...more });
  if (!graph) return result(end);
  try {
    for (const _ of new Checking(module, graph, request, memory, found).run()) {
      if (!pace.due) continue;
      const stopped = pace.verdict(() => ({ distinctStates: states, queued: 0, depth: 0 }));
      if (stopped) return result(stopped);
      await pace.breathe();
    }
    return result("complete");
  } catch (error) {
    if (error instanceof OutOfMemory) return result("memory");
    if (!(error instanceof NoValue)) throw error;
    const run = new Reached(graph, new Uint8Array(graph.count), () => 0).runTo(error.state);
    return result("failure", { failure: { site: error.site, path: run.states.map((s) => graph.states.read(s)) } });
  }
}

interface Found {
  readonly holds: boolean[];
  readonly vacuous: boolean[];
  readonly lassos: Lasso[];
}

class Checking {
  private readonly values: GraphValues;
  private readonly fairGraph: FairGraph;
  private readonly region: Region;
  private readonly components: Components;
  private readonly fairComponents: FairComponents;
  private readonly value: Uint8Array;

  /** @throws OutOfMemory */
  constructor(module: ModelModule, private readonly graph: Graph, private readonly request: LivenessRequest, memory: MemoryBudget, private readonly found: Found) {
    this.values = new GraphValues(module, graph);
    this.fairGraph = new FairGraph(graph, graph.tracked!, request.fair);
    this.region = new Region(graph, memory);
    this.components = new Components(graph, memory);
    this.fairComponents = new FairComponents(this.fairGraph, this.components, graph.count, memory);
    this.value = new Uint8Array(memory.words(Math.ceil(graph.count / 4)).buffer, 0, graph.count);
  }

  /** Yields now and then. @throws NoValue */
  *run(): Generator<undefined, void> {
    let predicate = 0;
    for (const [property, kind] of this.request.properties.entries()) {
      const first = predicate;
      predicate += kind === "leadsTo" ? 2 : 1;
      yield* this.check(property, kind, first);
    }
  }

  /** For one choice after the other, until one has a lasso. */
  private *check(property: number, kind: LivenessRequest["properties"][number], first: number): Generator<undefined, void> {
    const { value, values, region, found } = this;
    let triggered = kind === "eventually";
    for (let choice = 0; choice < values.choices[first]; choice++) {
      value.fill(0);
      if (kind === "leadsTo") values.note(first, choice, trigger, value);
      yield;
      values.note(kind === "leadsTo" ? first + 1 : first, choice, goal, value);
      yield;
      triggered ||= value.some((v) => (v & trigger) !== 0);
      yield* region.find(value, kind === "eventually");
      const run = yield* this.lasso();
      if (!run) continue;
      found.lassos.push({ property, choice, loop: run.loop, path: run.states.map((s) => this.graph.states.read(s)) });
      return;
    }
    found.holds[property] = true;
    found.vacuous[property] = !triggered;
  }

  /** A fair run that stays in the region: of those by the first state of the region where it can, the shortest. */
  private *lasso(): Generator<undefined, { readonly states: readonly number[]; readonly loop: number } | undefined> {
    const { region, fairGraph, value, components } = this;
    const members = region.members.subarray(0, region.size);
    yield* this.fairComponents.find(members, (states) => { for (const s of states) value[s] |= fair; });
    const entry = members.find((s) => (value[s] & fair) !== 0);
    if (entry === undefined) return undefined;
    const number = components.of[entry];
    const closed = this.withLoop(new FairLoop(fairGraph, (s) => (value[s] & fair) !== 0 && components.of[s] === number).from(entry));
    const resting = members.find((s) => !fairGraph.isUrgent(s));
    if (resting === undefined) return closed;
    const rests = this.withLoop([resting]);
    return rests.states.length <= closed.states.length ? rests : closed;
  }

  /** @param loop begins in the region */
  private withLoop(loop: readonly number[]): { readonly states: readonly number[]; readonly loop: number } {
    const stem = this.region.runTo(loop[0]);
    return { states: [...stem, ...loop.slice(1)], loop: stem.length - 1 };
  }
}
