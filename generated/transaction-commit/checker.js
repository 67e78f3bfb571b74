// TransactionCommit with RM=3: an explicit-state model. Generated; do not edit.
// specs/transaction-commit/spec.ts:10:14
//
// A state is 1 word of 32 bits, and 3 slots when unpacked:
//   rm: Record<RM, "aborted" | "committed" | "prepared" | "working">  slots 0..2  bits 0.0..0.5
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(8);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(3);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-4,-13,-49]);
  const $shiftOfSlot = new Int32Array([0,2,4]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(3, 0, 3);
    m.copyWithin(7, 6, 7);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[6]) {
      m[6] = m[7] = word;
      m[0] = m[3] = word & 3;
      m[1] = m[4] = (word >>> 2) & 3;
      m[2] = m[5] = (word >>> 4) & 3;
    }
  }

  // @invariant consistent  specs/transaction-commit/spec.ts:39:14
  function invariant_consistent(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      if (m[at + a] === 1 /* "committed" */) {
        each_b: for (let b = 0; b < 3; b++) {
          if (m[at + b] === 0 /* "aborted" */) {
            forall1 = 0;
            break each_b;
          }
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_a;
      }
    }
    return forall;
  }

  // @step stable  specs/transaction-commit/spec.ts:44:9
  function step_stable(at, next) {
    let forall = 1;
    each_rm: for (let rm = 0; rm < 3; rm++) {
      if (!(!(m[at + rm] === 1 /* "committed" */ || m[at + rm] === 0 /* "aborted" */) || m[next + rm] === m[at + rm])) {
        forall = 0;
        break each_rm;
      }
    }
    return forall;
  }

  // @reachable allCommit  specs/transaction-commit/spec.ts:48:14
  function reachable_allCommit(at) {
    let forall = 1;
    each_rm: for (let rm = 0; rm < 3; rm++) {
      if (m[at + rm] !== 1 /* "committed" */) {
        forall = 0;
        break each_rm;
      }
    }
    return forall;
  }

  // @reachable allAbort  specs/transaction-commit/spec.ts:52:14
  function reachable_allAbort(at) {
    let forall = 1;
    each_rm: for (let rm = 0; rm < 3; rm++) {
      if (m[at + rm] !== 0 /* "aborted" */) {
        forall = 0;
        break each_rm;
      }
    }
    return forall;
  }

  // @terminal allDecided  specs/transaction-commit/spec.ts:56:13
  function terminal_allDecided(at) {
    let forall = 1;
    each_rm: for (let rm = 0; rm < 3; rm++) {
      if (!(m[at + rm] === 1 /* "committed" */ || m[at + rm] === 0 /* "aborted" */)) {
        forall = 0;
        break each_rm;
      }
    }
    return forall;
  }

  // @action prepare(rm: RM)  specs/transaction-commit/spec.ts:15:11
  function action_prepare() {
    let enabledHere = 0;
    each_rm: for (let rm = 0; rm < 3; rm++) {
      // require(this.rm[rm] === "working")
      if (m[3 + rm] !== 3 /* "working" */) continue each_rm;
      // this.rm[rm] = "prepared"
      m[3 + rm] = 2 /* "prepared" */;
      let word0 = m[6 /* word 0 */] & (3 << rm * 2 ^ -1) | m[3 + rm] << rm * 2;
      enabledHere = enabledHere + 1 | 0;
      if (step_stable(0, 3) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 0);
      }
      if (word0 !== m[6 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[3 + rm] = m[rm];
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action commit(rm: RM)  specs/transaction-commit/spec.ts:21:11
  function action_commit() {
    let enabledHere = 0;
    none: {
      // require(forall((other: RM) => this.rm[other] === "prepared" || this.rm[other] === "committed"))
      let forall = 1;
      each_other: for (let other = 0; other < 3; other++) {
        if (!(m[3 + other] === 2 /* "prepared" */ || m[3 + other] === 1 /* "committed" */)) {
          forall = 0;
          break each_other;
        }
      }
      if (forall === 0) break none;
      each_rm: for (let rm = 0; rm < 3; rm++) {
        // require(this.rm[rm] === "prepared")
        if (m[3 + rm] !== 2 /* "prepared" */) continue each_rm;
        // this.rm[rm] = "committed"
        m[3 + rm] = 1 /* "committed" */;
        let word0 = m[6 /* word 0 */] & (3 << rm * 2 ^ -1) | m[3 + rm] << rm * 2;
        enabledHere = enabledHere + 1 | 0;
        if (step_stable(0, 3) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 1);
        }
        if (word0 !== m[6 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[3 + rm] = m[rm];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action abort(rm: RM)  specs/transaction-commit/spec.ts:28:11
  function action_abort() {
    let enabledHere = 0;
    none: {
      // require(!exists((other: RM) => this.rm[other] === "committed"))
      let exists = 0;
      each_other: for (let other = 0; other < 3; other++) {
        if (m[3 + other] === 1 /* "committed" */) {
          exists = 1;
          break each_other;
        }
      }
      if (exists !== 0) break none;
      each_rm: for (let rm = 0; rm < 3; rm++) {
        // require(this.rm[rm] === "working" || this.rm[rm] === "prepared")
        if (!(m[3 + rm] === 3 /* "working" */ || m[3 + rm] === 2 /* "prepared" */)) continue each_rm;
        // this.rm[rm] = "aborted"
        m[3 + rm] = 0 /* "aborted" */;
        let word0 = m[6 /* word 0 */] & (3 << rm * 2 ^ -1) | m[3 + rm] << rm * 2;
        enabledHere = enabledHere + 1 | 0;
        if (step_stable(0, 3) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 2);
        }
        if (word0 !== m[6 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[3 + rm] = m[rm];
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 7 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[3 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[3 + slot] ^ m[slot];
  }

  // The initial states  specs/transaction-commit/spec.ts:10:14
  function initial() {
    for (let k = 0; k < 3; k++) {
      m[3 + k] = 3 /* "working" */;
    }
    for (let slot = 0; slot < 3; slot++) {
      $patchSlot(slot);
    }
    writeRow(7);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 1,
    actions: ["prepare", "commit", "abort"],
    invariants: ["consistent"],
    steps: ["stable"],
    reachables: ["allCommit", "allAbort"],
    hasTerminal: true,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_prepare() + action_commit() + action_abort();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_allCommit(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_allAbort(0) !== 0) pending[1] = 0;
      if (skip[0] === 0 && invariant_consistent(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return terminal_allDecided(0) !== 0;
    },
  };
}
