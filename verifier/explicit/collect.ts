/** The states of a model, one after the other: for those who look at states instead of properties. */
import type { Model, ModelModule } from "../contract/model.ts";
import { MemoryBudget } from "./memory.ts";
import { BatchSink } from "./sink.ts";
import { ExactSpace } from "./space.ts";

export interface CollectLimits {
  readonly maxStates: number;
  /** Of the states that as many steps lead to, how many to go on from: any of them, the same ones every time. */
  readonly maxPerLevel: number;
  readonly milliseconds: number;
}

export interface Collected {
  readonly model: Model;
  readonly states: number;
  /** Whether these are all reachable states. */
  readonly complete: boolean;
  /** State `i`, packed. */
  at(i: number): Uint32Array;
}

/** Breadth first; where there are too many states, a sample of them that reaches deep. Steps whose evaluation fails lead nowhere. */
export function collect(module: ModelModule, { maxStates, maxPerLevel, milliseconds }: CollectLimits): Collected {
  const end = performance.now() + milliseconds;
  let full = false, sampled = false;
  const sink = new BatchSink(module.words, {
    rows: (rows, n) => { full = space.add(rows, n, maxStates) || full; },
    violation: () => undefined,
  });
  const space = new ExactSpace(module.words, sink.capacity, new MemoryBudget(Infinity));
  const model = module.createModel(sink);
  model.initial();
  sink.flush();
  const { states } = space;
  const random = randomNumbers();
  for (let from = 0, to = space.visited.count; from < to && !full; from = to, to = space.visited.count) {
    for (let i = from, left = maxPerLevel; i < to && !full; i++) {
      // So that each of the level is as likely to be taken as any other.
      if (to - i > left && random() * (to - i) >= left) {
        sampled = true;
        continue;
      }
      left--;
      model.expand(states.chunks[i >>> states.shift], (i & states.mask) * states.words);
      sink.flush();
      if (performance.now() > end) full = true;
    }
  }
  return { model, states: space.visited.count, complete: !full && !sampled, at: (i) => states.read(i) };
}

/** From 0 to below 1, always the same ones (mulberry32). */
function randomNumbers(): () => number {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
