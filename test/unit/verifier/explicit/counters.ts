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
export function counters({ words, max, broken: brokenWords, initial }: Counters): ModelModule {
  return {
    words,
    createModel(sink: Sink) {
      const enabled = new Float64Array(1);
      /** Generated models hold one state at a time: nothing may be asked of one that is at work. */
      let busy = false;
      const work = <R>(body: () => R): R => {
        if (busy) throw new Error("the model is at work");
        busy = true;
        try {
          return body();
        } finally {
          busy = false;
        }
      };
      const broken = (states: Uint32Array, offset: number): boolean => brokenWords?.every((value, word) => states[offset + word] === value) ?? false;
      const put = (row: readonly number[] | Uint32Array): void => {
        sink.rows.set(row, sink.count * words);
        if (++sink.count === sink.capacity) sink.flush();
      };
      return {
        words, actions: ["count"], invariants: ["fine"], steps: [], reachables: [], hasTerminal: false, enabled,
        initial: () => work(() => (initial ? initial(put) : put(new Uint32Array(words)))),
        expand: (states, offset) => work(() => {
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
        }),
        check: (states, offset, skip) => work(() => (skip[0] === 0 && broken(states, offset) ? 0 : -1)),
        terminal: () => false,
      };
    },
  };
}

/** A search of it does not end by itself. */
export const endless = counters({ words: 3, max: 2 ** 32 - 1 });
