import type { ModelModule, Sink } from "../../../../verifier/contract/model.ts";

interface Counters {
  readonly words: number;
  /** Each word counts from 0 to this, one step at a time. */
  readonly max: number;
  /** The only invariant is broken in the state that starts with these words. */
  readonly broken?: readonly number[];
  readonly initial?: (put: (row: readonly number[]) => void) => void;
}

/** Independent counters, one in each word: a grid, with as many ways to each state as there are orders of counting. */
export function counters({ words, max, broken, initial }: Counters): ModelModule {
  return {
    words,
    createModel(sink: Sink) {
      const enabled = new Float64Array(1);
      const put = (row: readonly number[] | Uint32Array): void => {
        sink.rows.set(row, sink.count * words);
        if (++sink.count === sink.capacity) sink.flush();
      };
      return {
        words, actions: ["count"], invariants: ["fine"], steps: [], reachables: [], hasTerminal: false, enabled,
        initial: () => (initial ? initial(put) : put(new Uint32Array(words))),
        expand(states, offset) {
          let steps = 0;
          for (let word = 0; word < words; word++) {
            if (states[offset + word] === max) continue;
            const row = states.slice(offset, offset + words);
            row[word]++;
            steps++;
            put(row);
          }
          enabled[0] += steps;
          return steps;
        },
        check: (states, offset, skip) => (skip[0] === 0 && broken?.every((value, word) => states[offset + word] === value) ? 0 : -1),
        terminal: () => false,
      };
    },
  };
}

/** A search of it does not end by itself. */
export const endless = counters({ words: 3, max: 2 ** 32 - 1 });
