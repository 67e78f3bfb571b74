/** All that a model does when it is asked about the first states of a search, in order. */
import type { ModelModule, Sink } from "../../verifier/contract/model.ts";

/** @param capacity rows of the sink: the fewer, the more often the model is interrupted */
export function eventsOf(module: ModelModule, mostStates: number, capacity: number): readonly string[] {
  const { words } = module;
  const states: Uint32Array[] = [], known = new Set<string>(), events: string[] = [];
  const row = (r: number): string => sink.rows.slice(r * words, (r + 1) * words).join();
  const sink = {
    rows: new Uint32Array(capacity * words), capacity, count: 0, labels: new Uint16Array(capacity),
    flush() {
      for (let r = 0; r < sink.count; r++) {
        events.push(`row ${row(r)}${expanding ? ` of ${sink.labels[r]}` : ""}`);
        if (known.has(row(r))) continue;
        known.add(row(r));
        states.push(sink.rows.slice(r * words, (r + 1) * words));
      }
      sink.count = 0;
    },
    violation(kind, index, action) {
      const at = kind === "failure" || (looking && kind === "check-failure") ? "" : ` ${row(sink.count)}`;
      events.push(`${kind} ${index} ${action}${at}`);
      // Whoever stops a search throws; the model goes on with the next state.
      if (events.length % 7 === 0) throw new Stop();
    },
  } satisfies Sink;
  let expanding = false, looking = false;
  const attempt = (what: () => void): void => {
    try {
      what();
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      sink.count = 0;
      events.push("stopped");
    }
  };
  const model = module.createModel(sink);
  attempt(() => model.initial());
  sink.flush();
  expanding = true;
  const pending = new Uint8Array(model.reachables.length).fill(1);
  for (let i = 0; i < Math.min(states.length, mostStates); i++) {
    attempt(() => events.push(`${model.expand(states[i], 0)} steps`));
    sink.flush();
    looking = true;
    const skip = new Uint8Array(model.invariants.length);
    attempt(() => {
      for (let bad = model.check(states[i], 0, skip, pending); bad >= 0; bad = model.check(states[i], 0, skip, pending)) {
        events.push(`invariant ${bad}`);
        skip[bad] = 1;
      }
    });
    attempt(() => events.push(`pending ${pending.join()} terminal ${model.hasTerminal && model.terminal(states[i], 0)}`));
    looking = false;
  }
  return [...events, `enabled ${[...model.enabled].join()}`];
}

class Stop extends Error {}
