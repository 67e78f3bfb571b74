import type { ModelModule } from "../contract/model.ts";
import type { Explorer } from "./explorer.ts";
import { BatchSink } from "./sink.ts";

/** More canonical states than this are not gone through once more. */
const mostCounted = 1_000_000;

/** How many states the canonical ones found stand for, where there are such, and all are kept. */
export function representedBy({ count, states, pathTo }: Explorer, module: ModelModule): { readonly representedStates?: number } {
  if (pathTo || count > mostCounted) return {};
  const model = module.createModel(new BatchSink(module.words, { rows: () => {}, violation: () => {} }));
  if (!model.orbit) return {};
  const { mask, words } = states;
  let representedStates = 0;
  for (let state = 0; state < count; state++) representedStates += model.orbit(states.chunkOf(state), (state & mask) * words);
  return { representedStates };
}
