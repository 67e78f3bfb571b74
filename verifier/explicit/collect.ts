/** The states of a model, one after the other: for those who look at states instead of properties. */
import type { Model, ModelModule } from "../contract/model.ts";
import { MemoryBudget } from "./memory.ts";
import { BatchSink } from "./sink.ts";
import { ExactSpace } from "./space.ts";

export interface Collected {
  readonly model: Model;
  readonly states: number;
  /** Whether these are all reachable states. */
  readonly complete: boolean;
  /** State `i`, packed. */
  at(i: number): Uint32Array;
}

/** Breadth first, up to a number of states or a time. Steps whose evaluation fails lead nowhere. */
export function collect(module: ModelModule, { maxStates, milliseconds }: { readonly maxStates: number; readonly milliseconds: number }): Collected {
  const end = performance.now() + milliseconds;
  let cut = false;
  const sink = new BatchSink(module.words, {
    rows: (rows, n) => { cut = space.add(rows, n, maxStates).cut || cut; },
    violation: () => undefined,
  });
  const space = new ExactSpace(module.words, sink.capacity, new MemoryBudget(Infinity));
  const model = module.createModel(sink);
  model.initial();
  sink.flush();
  const { states } = space;
  for (let i = 0; i < space.visited.count; i++) {
    if (cut || performance.now() > end) {
      cut = true;
      break;
    }
    model.expand(states.chunks[i >>> states.shift], (i & states.mask) * states.words);
    sink.flush();
  }
  return { model, states: space.visited.count, complete: !cut, at: (i) => states.read(i) };
}
