import type { Model } from "../contract/model.ts";
import { noState, type Sighting } from "./findings.ts";
import type { BatchSink } from "./sink.ts";
import type { StateSpace } from "./space.ts";
import type { StateStore } from "./store.ts";

/** The states of a sighting's path, from an initial state. Runs the model again where the states themselves are not kept. */
export function pathTo(sighting: Sighting, space: StateSpace, parents: StateStore, sink: BatchSink, model: Model): Uint32Array[] {
  const numbers: number[] = [];
  for (let number = sighting.state; number !== noState; [number] = parents.read(number)) numbers.push(number);
  const path = space.path(numbers.toReversed(), (state, visit) => {
    sink.receiver = { rows: visit, violation: () => {} };
    sink.count = 0;
    if (state) model.expand(state, 0);
    else model.initial();
    sink.flush();
  });
  if (sighting.row) path.push(sighting.row);
  return path;
}
