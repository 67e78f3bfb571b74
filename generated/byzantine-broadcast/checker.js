// ByzantineBroadcast with Process=4: an explicit-state model. Generated; do not edit.
// specs/byzantine-broadcast/spec.ts:10:14
//
// A state is 1 word of 32 bits, and 10 slots when unpacked:
//   faulty: Set<Process>  slots 0  bits 0.0..0.3
//   mode: Record<Process, "accepted" | "echoed" | "informed" | "waiting">  slots 1..4  bits 0.4..0.11
//   echoed: Set<Process>  slots 5  bits 0.12..0.15
//   heard: Record<Process, Set<Process>>  slots 6..9  bits 0.16..0.31
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(32);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(4);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-16,-49,-193,-769,-3073,-61441,-983041,-15728641,-251658241,268435455]);
  const $shiftOfSlot = new Int32Array([0,4,6,8,10,12,16,20,24,28]);

  function popcount(x) {
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(10, 0, 10);
    m.copyWithin(21, 20, 21);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[20]) {
      m[20] = m[21] = word;
      m[0] = m[10] = word & 15;
      m[1] = m[11] = (word >>> 4) & 3;
      m[2] = m[12] = (word >>> 6) & 3;
      m[3] = m[13] = (word >>> 8) & 3;
      m[4] = m[14] = (word >>> 10) & 3;
      m[5] = m[15] = (word >>> 12) & 15;
      m[6] = m[16] = (word >>> 16) & 15;
      m[7] = m[17] = (word >>> 20) & 15;
      m[8] = m[18] = (word >>> 24) & 15;
      m[9] = m[19] = word >>> 28;
    }
  }

  // @invariant onlyCorrectProcessesAreRecorded  specs/byzantine-broadcast/spec.ts:93:14
  function invariant_onlyCorrectProcessesAreRecorded(at) {
    let forall = 1;
    each_element: for (let element$bits = m[5 /* echoed */ + at]; element$bits !== 0; element$bits &= element$bits - 1) {
      const element = 31 - Math.clz32(element$bits & -element$bits);
      if ((m[at] & 1 << element) !== 0) {
        forall = 0;
        break each_element;
      }
    }
    return forall;
  }

  // @invariant echoesAreNotInvented  specs/byzantine-broadcast/spec.ts:97:14
  function invariant_echoesAreNotInvented(at) {
    let forall = 1;
    each_process: for (let process = 0; process < 4; process++) {
      if ((m[6 /* heard */ + (at + process)] & ((m[5 /* echoed */ + at] | m[at]) ^ -1)) !== 0) {
        forall = 0;
        break each_process;
      }
    }
    return forall;
  }

  // @invariant relay  specs/byzantine-broadcast/spec.ts:102:14
  function invariant_relay(at) {
    let exists = 0;
    each_process: for (let process = 0; process < 4; process++) {
      if (m[1 /* mode */ + (at + process)] === 0 /* "accepted" */) {
        exists = 1;
        break each_process;
      }
    }
    let implies = exists === 0 ? 1 : 0;
    if (implies === 0) {
      let count = 0;
      for (let _process = 0; _process < 4; _process++) {
        count = count + 1 | 0;
      }
      let count1 = 0;
      for (let _process_2 = 0; _process_2 < 4; _process_2++) {
        count1 = count1 + 1 | 0;
      }
      implies = count - (Math.floor((count1 - 1 | 0) / 3) | 0) * 2 <= popcount(m[5 /* echoed */ + at]) ? 1 : 0;
    }
    return implies;
  }

  // @step unforgeable  specs/byzantine-broadcast/spec.ts:110:9
  function step_unforgeable(at, next) {
    let implies = popcount(m[5 /* echoed */ + at]) !== 0 ? 1 : 0;
    if (implies === 0) {
      let forall = 1;
      each_process: for (let process$bits = m[5 /* echoed */ + next]; process$bits !== 0; process$bits &= process$bits - 1) {
        const process = 31 - Math.clz32(process$bits & -process$bits);
        if (m[1 /* mode */ + (at + process)] !== 2 /* "informed" */) {
          forall = 0;
          break each_process;
        }
      }
      implies = forall;
    }
    return implies;
  }

  // @step acceptanceIsFinal  specs/byzantine-broadcast/spec.ts:117:9
  function step_acceptanceIsFinal(at, next) {
    let forall = 1;
    each_process: for (let process = 0; process < 4; process++) {
      if (!(m[1 /* mode */ + (at + process)] !== 0 /* "accepted" */ || m[1 /* mode */ + (next + process)] === 0 /* "accepted" */)) {
        forall = 0;
        break each_process;
      }
    }
    return forall;
  }

  // @reachable allAccept  specs/byzantine-broadcast/spec.ts:121:14
  function reachable_allAccept(at) {
    let forall = 1;
    each_process: for (let process = 0; process < 4; process++) {
      if (!((m[at] & 1 << process) !== 0 || m[1 /* mode */ + (at + process)] === 0 /* "accepted" */)) {
        forall = 0;
        break each_process;
      }
    }
    return forall;
  }

  // @reachable antecedent of relay  specs/byzantine-broadcast/spec.ts:104:7
  function reachable_antecedent_of_relay(at) {
    let exists = 0;
    each_process: for (let process = 0; process < 4; process++) {
      if (m[1 /* mode */ + (at + process)] === 0 /* "accepted" */) {
        exists = 1;
        break each_process;
      }
    }
    return exists;
  }

  // @assume asManyAsTolerated  specs/byzantine-broadcast/spec.ts:41:11
  function assume_asManyAsTolerated(at) {
    let count = 0;
    for (let _process = 0; _process < 4; _process++) {
      count = count + 1 | 0;
    }
    return popcount(m[at]) === (Math.floor((count - 1 | 0) / 3) | 0) ? 1 : 0;
  }

  // @action echo(process: Process, from: Set<Process>)  specs/byzantine-broadcast/spec.ts:50:11
  function action_echo() {
    let enabledHere = 0;
    each_process: for (let process = 0; process < 4; process++) {
      // require(!this.faulty.has(process))
      if ((m[10] & 1 << process) !== 0) continue each_process;
      each_from: for (let from = 0; from < 16; from++) {
        // require(from.isSubsetOf(this.echoed.union(this.faulty)))
        if ((from & ((m[15 /* echoed */] | m[10]) ^ -1)) !== 0) continue each_from;
        instance: {
          // this.heard[process] = this.heard[process].union(from)
          m[16 /* heard */ + process] = m[16 /* heard */ + process] | from;
          // require(this.mode[process] === "informed")
          if (m[11 /* mode */ + process] !== 2 /* "informed" */) break instance;
          // this.mode[process] = "echoed"
          m[11 /* mode */ + process] = 1 /* "echoed" */;
          // this.echoed = this.echoed.add(process)
          m[15 /* echoed */] = m[15 /* echoed */] | 1 << process;
          let word0 = m[20 /* word 0 */] & -61441 | m[15 /* echoed */] << 12;
          word0 = word0 & (15 << process * 4 + 16 ^ -1) | m[16 /* heard */ + process] << process * 4 + 16;
          word0 = word0 & (3 << process * 2 + 4 ^ -1) | m[11 /* mode */ + process] << process * 2 + 4;
          enabledHere = enabledHere + 1 | 0;
          if (step_unforgeable(0, 10) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 0, 0);
          }
          if (step_acceptanceIsFinal(0, 10) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 1, 0);
          }
          if (word0 !== m[20 /* word 0 */]) {
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[15] = m[5];
        m[16 /* heard */ + process] = m[6 /* heard */ + process];
        m[11 /* mode */ + process] = m[1 /* mode */ + process];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action echoWithOthers(process: Process, from: Set<Process>)  specs/byzantine-broadcast/spec.ts:56:11
  function action_echoWithOthers() {
    let enabledHere = 0;
    each_process: for (let process = 0; process < 4; process++) {
      // require(!this.faulty.has(process))
      if ((m[10] & 1 << process) !== 0) continue each_process;
      each_from: for (let from = 0; from < 16; from++) {
        // require(from.isSubsetOf(this.echoed.union(this.faulty)))
        if ((from & ((m[15 /* echoed */] | m[10]) ^ -1)) !== 0) continue each_from;
        instance: {
          // this.heard[process] = this.heard[process].union(from)
          m[16 /* heard */ + process] = m[16 /* heard */ + process] | from;
          // require(this.mode[process] === "waiting" || this.mode[process] === "informed")
          if (!(m[11 /* mode */ + process] === 3 /* "waiting" */ || m[11 /* mode */ + process] === 2 /* "informed" */)) break instance;
          // require(count((_process: Process) => true) - 2 * Math.floor((count((_process$2: Process) => true) - 1) / 3) <= this.heard[process].size)
          let count = 0;
          for (let _process = 0; _process < 4; _process++) {
            count = count + 1 | 0;
          }
          let count1 = 0;
          for (let _process_2 = 0; _process_2 < 4; _process_2++) {
            count1 = count1 + 1 | 0;
          }
          if (popcount(m[16 /* heard */ + process]) < count - (Math.floor((count1 - 1 | 0) / 3) | 0) * 2) break instance;
          // require(this.heard[process].size < count((_process$3: Process) => true) - Math.floor((count((_process$4: Process) => true) - 1) / 3))
          let count2 = 0;
          for (let _process_3 = 0; _process_3 < 4; _process_3++) {
            count2 = count2 + 1 | 0;
          }
          let count3 = 0;
          for (let _process_4 = 0; _process_4 < 4; _process_4++) {
            count3 = count3 + 1 | 0;
          }
          if (count2 - (Math.floor((count3 - 1 | 0) / 3) | 0) <= popcount(m[16 /* heard */ + process])) break instance;
          // this.mode[process] = "echoed"
          m[11 /* mode */ + process] = 1 /* "echoed" */;
          // this.echoed = this.echoed.add(process)
          m[15 /* echoed */] = m[15 /* echoed */] | 1 << process;
          let word0 = m[20 /* word 0 */] & -61441 | m[15 /* echoed */] << 12;
          word0 = word0 & (15 << process * 4 + 16 ^ -1) | m[16 /* heard */ + process] << process * 4 + 16;
          word0 = word0 & (3 << process * 2 + 4 ^ -1) | m[11 /* mode */ + process] << process * 2 + 4;
          enabledHere = enabledHere + 1 | 0;
          if (step_unforgeable(0, 10) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 0, 1);
          }
          if (step_acceptanceIsFinal(0, 10) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 1, 1);
          }
          if (word0 !== m[20 /* word 0 */]) {
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[15] = m[5];
        m[16 /* heard */ + process] = m[6 /* heard */ + process];
        m[11 /* mode */ + process] = m[1 /* mode */ + process];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action acceptAndEcho(process: Process, from: Set<Process>)  specs/byzantine-broadcast/spec.ts:62:11
  function action_acceptAndEcho() {
    let enabledHere = 0;
    each_process: for (let process = 0; process < 4; process++) {
      // require(!this.faulty.has(process))
      if ((m[10] & 1 << process) !== 0) continue each_process;
      each_from: for (let from = 0; from < 16; from++) {
        // require(from.isSubsetOf(this.echoed.union(this.faulty)))
        if ((from & ((m[15 /* echoed */] | m[10]) ^ -1)) !== 0) continue each_from;
        instance: {
          // this.heard[process] = this.heard[process].union(from)
          m[16 /* heard */ + process] = m[16 /* heard */ + process] | from;
          // require(this.mode[process] === "waiting" || this.mode[process] === "informed")
          if (!(m[11 /* mode */ + process] === 3 /* "waiting" */ || m[11 /* mode */ + process] === 2 /* "informed" */)) break instance;
          // require(count((_process: Process) => true) - Math.floor((count((_process$2: Process) => true) - 1) / 3) <= this.heard[process].size)
          let count = 0;
          for (let _process = 0; _process < 4; _process++) {
            count = count + 1 | 0;
          }
          let count1 = 0;
          for (let _process_2 = 0; _process_2 < 4; _process_2++) {
            count1 = count1 + 1 | 0;
          }
          if (popcount(m[16 /* heard */ + process]) < count - (Math.floor((count1 - 1 | 0) / 3) | 0)) break instance;
          // this.mode[process] = "accepted"
          m[11 /* mode */ + process] = 0 /* "accepted" */;
          // this.echoed = this.echoed.add(process)
          m[15 /* echoed */] = m[15 /* echoed */] | 1 << process;
          let word0 = m[20 /* word 0 */] & -61441 | m[15 /* echoed */] << 12;
          word0 = word0 & (15 << process * 4 + 16 ^ -1) | m[16 /* heard */ + process] << process * 4 + 16;
          word0 = word0 & (3 << process * 2 + 4 ^ -1) | m[11 /* mode */ + process] << process * 2 + 4;
          enabledHere = enabledHere + 1 | 0;
          if (step_unforgeable(0, 10) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 0, 2);
          }
          if (step_acceptanceIsFinal(0, 10) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 1, 2);
          }
          if (word0 !== m[20 /* word 0 */]) {
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[15] = m[5];
        m[16 /* heard */ + process] = m[6 /* heard */ + process];
        m[11 /* mode */ + process] = m[1 /* mode */ + process];
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action accept(process: Process, from: Set<Process>)  specs/byzantine-broadcast/spec.ts:68:11
  function action_accept() {
    let enabledHere = 0;
    each_process: for (let process = 0; process < 4; process++) {
      // require(!this.faulty.has(process))
      if ((m[10] & 1 << process) !== 0) continue each_process;
      each_from: for (let from = 0; from < 16; from++) {
        // require(from.isSubsetOf(this.echoed.union(this.faulty)))
        if ((from & ((m[15 /* echoed */] | m[10]) ^ -1)) !== 0) continue each_from;
        instance: {
          // this.heard[process] = this.heard[process].union(from)
          m[16 /* heard */ + process] = m[16 /* heard */ + process] | from;
          // require(this.mode[process] === "echoed")
          if (m[11 /* mode */ + process] !== 1 /* "echoed" */) break instance;
          // require(count((_process: Process) => true) - Math.floor((count((_process$2: Process) => true) - 1) / 3) <= this.heard[process].size)
          let count = 0;
          for (let _process = 0; _process < 4; _process++) {
            count = count + 1 | 0;
          }
          let count1 = 0;
          for (let _process_2 = 0; _process_2 < 4; _process_2++) {
            count1 = count1 + 1 | 0;
          }
          if (popcount(m[16 /* heard */ + process]) < count - (Math.floor((count1 - 1 | 0) / 3) | 0)) break instance;
          // this.mode[process] = "accepted"
          m[11 /* mode */ + process] = 0 /* "accepted" */;
          let word0 = m[20 /* word 0 */] & (15 << process * 4 + 16 ^ -1) | m[16 /* heard */ + process] << process * 4 + 16;
          word0 = word0 & (3 << process * 2 + 4 ^ -1) | m[11 /* mode */ + process] << process * 2 + 4;
          enabledHere = enabledHere + 1 | 0;
          if (step_unforgeable(0, 10) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 0, 3);
          }
          if (step_acceptanceIsFinal(0, 10) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 1, 3);
          }
          if (word0 !== m[20 /* word 0 */]) {
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[16 /* heard */ + process] = m[6 /* heard */ + process];
        m[11 /* mode */ + process] = m[1 /* mode */ + process];
      }
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 21 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[10 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[10 + slot] ^ m[slot];
  }

  // The initial states  specs/byzantine-broadcast/spec.ts:10:14
  function initial() {
    each_faulty: for (let faulty = 0; faulty < 16; faulty++) {
      m[10] = faulty;
      for (let k = 0; k < 4; k++) {
        m[11 /* mode */ + k] = 3 /* "waiting" */;
      }
      m[15 /* echoed */] = 0;
      for (let k1 = 0; k1 < 4; k1++) {
        m[16 /* heard */ + k1] = 0;
      }
      if (assume_asManyAsTolerated(10) === 0) continue each_faulty;
      m.copyWithin(22, 10, 20);
      for (let reached = 0; reached < 16; reached++) {
        for (let process$bits = reached; process$bits !== 0; process$bits &= process$bits - 1) {
          const process = 31 - Math.clz32(process$bits & -process$bits);
          // this.mode[process] = "informed"
          m[11 /* mode */ + process] = 2 /* "informed" */;
        }
        for (let slot = 0; slot < 10; slot++) {
          $patchSlot(slot);
        }
        writeRow(21);
        if (++sink.count === capacity) sink.flush();
        m.copyWithin(10, 22, 32);
      }
    }
  }

  return {
    words: 1,
    actions: ["echo", "echoWithOthers", "acceptAndEcho", "accept"],
    invariants: ["onlyCorrectProcessesAreRecorded", "echoesAreNotInvented", "relay"],
    steps: ["unforgeable", "acceptanceIsFinal"],
    reachables: ["allAccept", "antecedent of relay"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_echo() + action_echoWithOthers() + action_acceptAndEcho() + action_accept();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_allAccept(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_relay(0) !== 0) pending[1] = 0;
      if (skip[0] === 0 && invariant_onlyCorrectProcessesAreRecorded(0) === 0) return 0;
      if (skip[1] === 0 && invariant_echoesAreNotInvented(0) === 0) return 1;
      if (skip[2] === 0 && invariant_relay(0) === 0) return 2;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
