// SimpleRing with Process=5: an explicit-state model. Generated; do not edit.
// specs/simple-ring/spec.ts:7:14
//
// A state is 1 word of 32 bits, and 15 slots when unpacked:
//   at: Record<Process, "done" | "read" | "write">  slots 0..4  bits 0.0..0.9
//   written: Record<Process, Int<0, 1>>  slots 5..9  bits 0.10..0.14
//   seen: Record<Process, Int<0, 1>>  slots 10..14  bits 0.15..0.19
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(32);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(2);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-4,-13,-49,-193,-769,-1025,-2049,-4097,-8193,-16385,-32769,-65537,-131073,-262145,-524289]);
  const $shiftOfSlot = new Int32Array([0,2,4,6,8,10,11,12,13,14,15,16,17,18,19]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(15, 0, 15);
    m.copyWithin(31, 30, 31);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[30]) {
      m[30] = m[31] = word;
      m[0] = m[15] = word & 3;
      m[1] = m[16] = (word >>> 2) & 3;
      m[2] = m[17] = (word >>> 4) & 3;
      m[3] = m[18] = (word >>> 6) & 3;
      m[4] = m[19] = (word >>> 8) & 3;
      m[5] = m[20] = (word >>> 10) & 1;
      m[6] = m[21] = (word >>> 11) & 1;
      m[7] = m[22] = (word >>> 12) & 1;
      m[8] = m[23] = (word >>> 13) & 1;
      m[9] = m[24] = (word >>> 14) & 1;
      m[10] = m[25] = (word >>> 15) & 1;
      m[11] = m[26] = (word >>> 16) & 1;
      m[12] = m[27] = (word >>> 17) & 1;
      m[13] = m[28] = (word >>> 18) & 1;
      m[14] = m[29] = (word >>> 19) & 1;
    }
  }

  // @invariant someoneSees  specs/simple-ring/spec.ts:32:14
  function invariant_someoneSees(at) {
    let forall = 1;
    each_process: for (let process = 0; process < 5; process++) {
      if (m[at + process] !== 0 /* "done" */) {
        forall = 0;
        break each_process;
      }
    }
    let implies = forall === 0 ? 1 : 0;
    if (implies === 0) {
      let exists = 0;
      each_process_2: for (let process_2 = 0; process_2 < 5; process_2++) {
        if (m[10 /* seen */ + (at + process_2)] === 1) {
          exists = 1;
          break each_process_2;
        }
      }
      implies = exists;
    }
    return implies;
  }

  // @reachable someoneMisses  specs/simple-ring/spec.ts:36:14
  function reachable_someoneMisses(at) {
    let forall = 1;
    each_process: for (let process = 0; process < 5; process++) {
      if (m[at + process] !== 0 /* "done" */) {
        forall = 0;
        break each_process;
      }
    }
    let and = forall;
    if (and !== 0) {
      let exists = 0;
      each_process_2: for (let process_2 = 0; process_2 < 5; process_2++) {
        if (m[10 /* seen */ + (at + process_2)] === 0) {
          exists = 1;
          break each_process_2;
        }
      }
      and = exists;
    }
    return and;
  }

  // @reachable antecedent of someoneSees  specs/simple-ring/spec.ts:28:12
  function reachable_antecedent_of_someoneSees(at) {
    let forall = 1;
    each_process: for (let process = 0; process < 5; process++) {
      if (m[at + process] !== 0 /* "done" */) {
        forall = 0;
        break each_process;
      }
    }
    return forall;
  }

  // @terminal finished  specs/simple-ring/spec.ts:40:13
  function terminal_finished(at) {
    let forall = 1;
    each_process: for (let process = 0; process < 5; process++) {
      if (m[at + process] !== 0 /* "done" */) {
        forall = 0;
        break each_process;
      }
    }
    return forall;
  }

  // @action write(process: Process)  specs/simple-ring/spec.ts:14:11
  function action_write() {
    let enabledHere = 0;
    each_process: for (let process = 0; process < 5; process++) {
      // require(this.at[process] === "write")
      if (m[15 + process] !== 2 /* "write" */) continue each_process;
      // this.written[process] = 1
      m[20 /* written */ + process] = 1;
      // this.at[process] = "read"
      m[15 + process] = 1 /* "read" */;
      let word0 = m[30 /* word 0 */] & (1 << process + 10 ^ -1) | m[20 /* written */ + process] << process + 10;
      word0 = word0 & (3 << process * 2 ^ -1) | m[15 + process] << process * 2;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[30 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[20 /* written */ + process] = m[5 /* written */ + process];
      m[15 + process] = m[process];
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action read(process: Process)  specs/simple-ring/spec.ts:20:11
  function action_read() {
    let enabledHere = 0;
    for (let process = 0; process < 5; process++) {
      skip: {
        let result = process === 0 ? 4 : process - 1 | 0;
        // require(this.at[process] === "read")
        if (m[15 + process] !== 1 /* "read" */) break skip;
        // this.seen[process] = this.written[neighbour]
        m[25 /* seen */ + process] = m[20 /* written */ + result];
        // this.at[process] = "done"
        m[15 + process] = 0 /* "done" */;
        let word0 = m[30 /* word 0 */] & (1 << process + 15 ^ -1) | m[25 /* seen */ + process] << process + 15;
        word0 = word0 & (3 << process * 2 ^ -1) | m[15 + process] << process * 2;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[30 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[25 /* seen */ + process] = m[10 /* seen */ + process];
        m[15 + process] = m[process];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 31 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[15 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[15 + slot] ^ m[slot];
  }

  // The initial states  specs/simple-ring/spec.ts:7:14
  function initial() {
    for (let k = 0; k < 5; k++) {
      m[15 + k] = 2 /* "write" */;
    }
    for (let k1 = 0; k1 < 5; k1++) {
      m[20 /* written */ + k1] = 0;
    }
    for (let k2 = 0; k2 < 5; k2++) {
      m[25 /* seen */ + k2] = 0;
    }
    for (let slot = 0; slot < 15; slot++) {
      $patchSlot(slot);
    }
    writeRow(31);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 1,
    actions: ["write", "read"],
    invariants: ["someoneSees"],
    steps: [],
    reachables: ["someoneMisses", "antecedent of someoneSees"],
    hasTerminal: true,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_write() + action_read();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_someoneMisses(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_someoneSees(0) !== 0) pending[1] = 0;
      if (skip[0] === 0 && invariant_someoneSees(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return terminal_finished(0) !== 0;
    },
  };
}
