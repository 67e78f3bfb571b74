/** Models of explicit graphs, for tests of liveness. */
import type { Model, ModelModule, Sink } from "../../../../verifier/contract/model.ts";
import type { Small } from "../../../property/naive-liveness.ts";

/** States of one graph at most. */
export const width = 8;

export interface Asked extends Small {
  readonly trigger: readonly boolean[];
  readonly goal: readonly boolean[];
}

/** A model that is a table, of several graphs side by side. The properties of each: `eventually` its goal, its trigger `leadsTo` its goal. */
export function tableModule(graphs: readonly Asked[], failing = -1): ModelModule {
  const put = (sink: Sink, state: number): void => {
    sink.rows[sink.count] = state;
    if (++sink.count === sink.capacity) sink.flush();
  };
  const actions = graphs.flatMap((g, n) => g.fair.map((_, i) => `a${n}.${i}`));
  return {
    words: 1,
    createModel: (sink): Model => ({
      words: 1, actions, invariants: [], steps: [], reachables: [], hasTerminal: false, enabled: new Float64Array(actions.length), choices: graphs.flatMap(() => [1, 1, 1]),
      initial: () => graphs.forEach((g, n) => g.initial.forEach((s) => put(sink, n * width + s))),
      expand(states, offset) {
        const n = Math.floor(states[offset] / width), own = states[offset] % width;
        for (const s of graphs[n].steps) {
          if (s.from !== own) continue;
          sink.labels![sink.count] = n * graphs[n].fair.length + s.action;
          sink.instances![sink.count] = s.instance;
          put(sink, n * width + s.to);
        }
        return 0;
      },
      check: () => -1,
      terminal: () => true,
      holds(predicate, _choice, states, offset) {
        if (states[offset] === failing) sink.violation("check-failure", 7, -1);
        const n = Math.floor(states[offset] / width), own = states[offset] % width, isTrigger = predicate % 3 === 1;
        // Nothing is owed in the other graphs.
        if (n !== Math.floor(predicate / 3)) return !isTrigger;
        return (isTrigger ? graphs[n].trigger : graphs[n].goal)[own];
      },
    }),
  };
}
