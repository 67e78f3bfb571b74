/** A trivial breadth-first search over a generated model. */
import type { ModelModule, Sink, StepViolation } from "../../../../verifier/contract/model.ts";

export interface Seen {
  readonly states: readonly Uint32Array[];
  readonly transitions: number;
  readonly depth: number;
  readonly enabled: readonly number[];
  /** Indices of invariants that do not hold somewhere. */
  readonly violated: readonly number[];
  /** Indices of reachables that were reached. */
  readonly reached: readonly number[];
  /** `kind index action`, each once. */
  readonly violations: readonly string[];
}

/** @param capacity rows of the sink */
export function searchAll(module: ModelModule, capacity = 64): Seen {
  const states: Uint32Array[] = [];
  const known = new Set<string>();
  const violations = new Set<string>();
  const { words } = module;
  const sink: Sink = {
    rows: new Uint32Array(capacity * words),
    capacity,
    count: 0,
    flush() {
      for (let i = 0; i < sink.count; i++) {
        const state = sink.rows.slice(i * words, (i + 1) * words);
        const key = state.join();
        if (known.has(key)) continue;
        known.add(key);
        states.push(state);
      }
      sink.count = 0;
    },
    violation(kind: StepViolation, index: number, action: number) {
      violations.add(`${kind} ${index} ${action}`);
    },
  };
  const model = module.createModel(sink);
  const violated = new Set<number>();
  const pending = new Uint8Array(model.reachables.length).fill(1);
  const check = (state: Uint32Array): void => {
    const skip = new Uint8Array(model.invariants.length);
    for (let bad = model.check(state, 0, skip, pending); bad >= 0; bad = model.check(state, 0, skip, pending)) {
      violated.add(bad);
      skip[bad] = 1;
    }
  };
  model.initial();
  sink.flush();
  let transitions = 0;
  let depth = 0;
  for (let from = 0, to = states.length; from < to; [from, to] = [to, states.length]) {
    for (let i = from; i < to; i++) {
      check(states[i]);
      transitions += model.expand(states[i], 0);
    }
    sink.flush();
    if (states.length > to) depth++;
  }
  return {
    states, transitions, depth, enabled: [...model.enabled], violated: [...violated].toSorted((a, b) => a - b),
    reached: [...pending].flatMap((p, i) => (p === 0 ? [i] : [])), violations: [...violations].toSorted(),
  };
}

