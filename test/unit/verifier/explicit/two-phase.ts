/** Two-phase commit written by hand, as a generator would write it: the state packed into two words, one function per action. */
import type { ModelModule, Sink } from "../../../../verifier/contract/model.ts";

const [working, prepared, committed, aborted] = [0, 1, 2, 3];

/**
 * First word: two bits for every resource manager, then two for the transaction manager, then a bit for every
 * `tmPrepared`. Second word: the messages sent.
 * @param n resource managers, at most 9
 */
export function twoPhase(n: number): ModelModule {
  const words = 2;
  const tmAt = 2 * n;
  const preparedAt = tmAt + 2;
  const all = 2 ** n - 1;
  const commitSent = 1 << n;
  const abortSent = 1 << (n + 1);
  const rm = (w0: number, i: number): number => (w0 >>> (2 * i)) & 3;
  const withRm = (w0: number, i: number, value: number): number => (w0 & ~(3 << (2 * i))) | (value << (2 * i));
  const tmWaits = (w0: number): boolean => ((w0 >>> tmAt) & 3) === 0;

  function createModel(sink: Sink): ReturnType<ModelModule["createModel"]> {
    const { rows, capacity } = sink;
    const enabled = new Float64Array(7);

    function put(w0: number, w1: number, n0: number, n1: number): void {
      if (n0 === w0 && n1 === w1) return;
      const at = sink.count * words;
      rows[at] = n0;
      rows[at + 1] = n1;
      if (++sink.count === capacity) sink.flush();
    }
    function prepare(w0: number, w1: number): number {
      let steps = 0;
      for (let i = 0; i < n; i++) {
        if (rm(w0, i) !== working) continue;
        steps++;
        put(w0, w1, withRm(w0, i, prepared), w1 | (1 << i));
      }
      enabled[0] += steps;
      return steps;
    }
    function chooseToAbort(w0: number, w1: number): number {
      let steps = 0;
      for (let i = 0; i < n; i++) {
        if (rm(w0, i) !== working) continue;
        steps++;
        put(w0, w1, withRm(w0, i, aborted), w1);
      }
      enabled[1] += steps;
      return steps;
    }
    function receivePrepared(w0: number, w1: number): number {
      if (!tmWaits(w0)) return 0;
      let steps = 0;
      for (let i = 0; i < n; i++) {
        if ((w1 & (1 << i)) === 0) continue;
        steps++;
        put(w0, w1, w0 | (1 << (preparedAt + i)), w1);
      }
      enabled[2] += steps;
      return steps;
    }
    function commit(w0: number, w1: number): number {
      if (!tmWaits(w0) || ((w0 >>> preparedAt) & all) !== all) return 0;
      put(w0, w1, w0 | (1 << tmAt), w1 | commitSent);
      enabled[3]++;
      return 1;
    }
    function abort(w0: number, w1: number): number {
      if (!tmWaits(w0)) return 0;
      put(w0, w1, w0 | (2 << tmAt), w1 | abortSent);
      enabled[4]++;
      return 1;
    }
    function receiveDecision(w0: number, w1: number, message: number, value: number, action: number): number {
      if ((w1 & message) === 0) return 0;
      for (let i = 0; i < n; i++) put(w0, w1, withRm(w0, i, value), w1);
      enabled[action] += n;
      return n;
    }
    const has = (w0: number, value: number): boolean => {
      for (let i = 0; i < n; i++) if (rm(w0, i) === value) return true;
      return false;
    };

    return {
      words,
      actions: ["prepare", "chooseToAbort", "receivePrepared", "commit", "abort", "receiveCommit", "receiveAbort"],
      invariants: ["consistent", "nobodyCommits"], steps: [], reachables: ["someoneCommits"], hasTerminal: false, enabled,
      initial() {
        rows[sink.count * words] = 0;
        rows[sink.count * words + 1] = 0;
        if (++sink.count === capacity) sink.flush();
      },
      expand(states, offset) {
        const w0 = states[offset] | 0;
        const w1 = states[offset + 1] | 0;
        return prepare(w0, w1) + chooseToAbort(w0, w1) + receivePrepared(w0, w1) + commit(w0, w1) + abort(w0, w1)
          + receiveDecision(w0, w1, commitSent, committed, 5) + receiveDecision(w0, w1, abortSent, aborted, 6);
      },
      check(states, offset, skip, pending) {
        const w0 = states[offset];
        if (has(w0, committed)) pending[0] = 0;
        if (skip[0] === 0 && has(w0, committed) && has(w0, aborted)) return 0;
        if (skip[1] === 0 && has(w0, committed)) return 1;
        return -1;
      },
      terminal: () => false,
    };
  }
  return { words, createModel };
}
