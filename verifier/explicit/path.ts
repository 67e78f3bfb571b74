import type { ModelModule } from "../contract/model.ts";
import { BatchSink } from "./sink.ts";
import type { StateReader } from "./store.ts";

/** What a search has kept: states by number, and by depth the number at which its states begin. */
export interface Levels {
  readonly states: StateReader;
  readonly starts: readonly number[];
}

/** States expanded between two breaths. */
const burst = 256;

/** A run that is rebuilt from its end. */
interface Run {
  readonly backwards: Uint32Array[];
  depth: number;
}

/**
 * The states that lead to each of some states, and itself: shortest runs. Nobody has noted where a state was found from, so
 * the depth before it is expanded again, in order, until one has it for a successor: the one that the search found it from.
 */
export async function pathsTo(ends: readonly number[], { states, starts }: Levels, module: ModelModule, breathe: () => Promise<void>): Promise<Uint32Array[][]> {
  const runs = ends.map((end): Run => ({ backwards: [states.read(end)], depth: starts.findLastIndex((start) => start <= end) }));
  const successors = successorsOf(module, states);
  for (let depth = Math.max(0, ...runs.map((run) => run.depth)); depth > 0; depth--) {
    let wanted = runs.filter((run) => run.depth === depth);
    for (let state = starts[depth - 1]; wanted.length > 0; state++) {
      if (state === starts[depth]) throw new Error("the model does not repeat its steps");
      if (state % burst === 0) await breathe();
      successors(state, (rows, n) => {
        for (const run of wanted) if (run.depth === depth && contains(rows, n, run.backwards.at(-1)!)) stepBack(run, states.read(state));
      });
      wanted = wanted.filter((run) => run.depth === depth);
    }
  }
  return runs.map((run) => run.backwards.toReversed());
}

function stepBack(run: Run, from: Uint32Array): void {
  run.backwards.push(from);
  run.depth--;
}

function contains(rows: Uint32Array, n: number, state: Uint32Array): boolean {
  const words = state.length;
  for (let at = 0; at < n * words; at += words) {
    let word = 0;
    while (word < words && rows[at + word] === state[word]) word++;
    if (word === words) return true;
  }
  return false;
}

/** `visit` gets the successors of a state, in batches. */
function successorsOf(module: ModelModule, states: StateReader): (state: number, visit: (rows: Uint32Array, n: number) => void) => void {
  // The model may have been made to tell labels.
  const sink = new BatchSink(states.words, { rows: () => {}, violation: () => {} }, true);
  const model = module.createModel(sink);
  return (state, visit) => {
    sink.receiver = { rows: visit, violation: () => {} };
    model.expand(states.chunkOf(state), (state & states.mask) * states.words);
    sink.flush();
  };
}
