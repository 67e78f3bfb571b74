// Peterson: an explicit-state model. Generated; do not edit.
// specs/peterson/spec.ts:11:14
//
// A state is 1 word of 32 bits, and 5 slots when unpacked:
//   at: Record<"left" | "right", "critical" | "lower" | "raise" | "rest" | "wait" | "yield">  slots 0..1  bits 0.0..0.5
//   flag: Record<"left" | "right", boolean>  slots 2..3  bits 0.6..0.7
//   turn: "left" | "right"  slots 4  bits 0.8..0.8
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(12);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(6);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-8,-57,-65,-129,-257]);
  const $shiftOfSlot = new Int32Array([0,3,6,7,8]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(5, 0, 5);
    m.copyWithin(11, 10, 11);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[10]) {
      m[10] = m[11] = word;
      m[0] = m[5] = word & 7;
      m[1] = m[6] = (word >>> 3) & 7;
      m[2] = m[7] = (word >>> 6) & 1;
      m[3] = m[8] = (word >>> 7) & 1;
      m[4] = m[9] = (word >>> 8) & 1;
    }
  }

  // @invariant mutualExclusion  specs/peterson/spec.ts:57:14
  function invariant_mutualExclusion(at) {
    return !((m[at] === 0 /* "critical" */ || m[at] === 1 /* "lower" */) && (m[1 /* "right" */ + at] === 0 /* "critical" */ || m[1 /* "right" */ + at] === 1 /* "lower" */)) ? 1 : 0;
  }

  // @invariant flagsTellWhoCompetes  specs/peterson/spec.ts:61:14
  function invariant_flagsTellWhoCompetes(at) {
    let forall = 1;
    each_me: for (let me = 0; me < 2; me++) {
      if (m[2 /* flag */ + (at + me)] !== (m[at + me] !== 3 /* "rest" */ && m[at + me] !== 2 /* "raise" */ ? 1 : 0)) {
        forall = 0;
        break each_me;
      }
    }
    return forall;
  }

  // @invariant insideByRight  specs/peterson/spec.ts:66:14
  function invariant_insideByRight(at) {
    let forall = 1;
    each_me: for (let me = 0; me < 2; me++) {
      if (!(!(m[at + me] === 0 /* "critical" */ || m[at + me] === 1 /* "lower" */) || m[4 /* turn */ + at] === me || m[at + (me === 0 /* "left" */ ? 1 /* "right" */ : 0 /* "left" */)] !== 4 /* "wait" */)) {
        forall = 0;
        break each_me;
      }
    }
    return forall;
  }

  // @step noOvertaking  specs/peterson/spec.ts:71:9
  function step_noOvertaking(at, next) {
    let forall = 1;
    each_me: for (let me = 0; me < 2; me++) {
      let and = m[at + me] === 4 /* "wait" */ && m[4 /* turn */ + at] === me ? 1 : 0;
      if (and !== 0) {
        let process = me === 0 /* "left" */ ? 1 /* "right" */ : 0 /* "left" */;
        let result = m[at + process] === 0 /* "critical" */ || m[at + process] === 1 /* "lower" */ ? 1 : 0;
        and = result === 0 ? 1 : 0;
      }
      let implies = and === 0 ? 1 : 0;
      if (implies === 0) {
        let process_2 = me === 0 /* "left" */ ? 1 /* "right" */ : 0 /* "left" */;
        let result1 = m[next + process_2] === 0 /* "critical" */ || m[next + process_2] === 1 /* "lower" */ ? 1 : 0;
        implies = result1 === 0 ? 1 : 0;
      }
      if (implies === 0) {
        forall = 0;
        break each_me;
      }
    }
    return forall;
  }

  // @reachable bothCanWait  specs/peterson/spec.ts:82:14
  function reachable_bothCanWait(at) {
    return m[at] === 4 /* "wait" */ && m[1 /* "right" */ + at] === 4 /* "wait" */ ? 1 : 0;
  }

  // @reachable bothCanEnter  specs/peterson/spec.ts:86:14
  function reachable_bothCanEnter(at) {
    return m[at] === 0 /* "critical" */ && m[1 /* "right" */ + at] === 4 /* "wait" */ ? 1 : 0;
  }

  // @reachable antecedent of insideByRight  specs/peterson/spec.ts:67:12
  function reachable_antecedent_of_insideByRight(at) {
    let exists = 0;
    each_me: for (let me = 0; me < 2; me++) {
      if (m[at + me] === 0 /* "critical" */ || m[at + me] === 1 /* "lower" */) {
        exists = 1;
        break each_me;
      }
    }
    return exists;
  }

  // @terminal never  specs/peterson/spec.ts:90:13
  function terminal_never(at) {
    return 0;
  }

  // @action rest(me: "left" | "right")  specs/peterson/spec.ts:18:11
  function action_rest() {
    let enabledHere = 0;
    each_me: for (let me = 0; me < 2; me++) {
      // require(this.at[me] === "rest")
      if (m[5 + me] !== 3 /* "rest" */) continue each_me;
      // this.at[me] = "raise"
      m[5 + me] = 2 /* "raise" */;
      let word0 = m[10 /* word 0 */] & (7 << me * 3 ^ -1) | m[5 + me] << me * 3;
      enabledHere = enabledHere + 1 | 0;
      if (step_noOvertaking(0, 5) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 0);
      }
      if (word0 !== m[10 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[5 + me] = m[me];
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action raise(me: "left" | "right")  specs/peterson/spec.ts:23:17
  function action_raise() {
    let enabledHere = 0;
    each_me: for (let me = 0; me < 2; me++) {
      // require(this.at[me] === "raise")
      if (m[5 + me] !== 2 /* "raise" */) continue each_me;
      // this.flag[me] = true
      m[7 /* flag */ + me] = 1;
      // this.at[me] = "yield"
      m[5 + me] = 5 /* "yield" */;
      let word0 = m[10 /* word 0 */] & (1 << me + 6 ^ -1) | m[7 /* flag */ + me] << me + 6;
      word0 = word0 & (7 << me * 3 ^ -1) | m[5 + me] << me * 3;
      enabledHere = enabledHere + 1 | 0;
      if (step_noOvertaking(0, 5) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 1);
      }
      if (word0 !== m[10 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[7 /* flag */ + me] = m[2 /* flag */ + me];
      m[5 + me] = m[me];
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action yield(me: "left" | "right")  specs/peterson/spec.ts:29:17
  function action_yield() {
    let enabledHere = 0;
    each_me: for (let me = 0; me < 2; me++) {
      // require(this.at[me] === "yield")
      if (m[5 + me] !== 5 /* "yield" */) continue each_me;
      // this.turn = me === "left" ? "right" : "left"
      m[9 /* turn */] = me === 0 /* "left" */ ? 1 /* "right" */ : 0 /* "left" */;
      // this.at[me] = "wait"
      m[5 + me] = 4 /* "wait" */;
      let word0 = m[10 /* word 0 */] & -257 | m[9 /* turn */] << 8;
      word0 = word0 & (7 << me * 3 ^ -1) | m[5 + me] << me * 3;
      enabledHere = enabledHere + 1 | 0;
      if (step_noOvertaking(0, 5) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 2);
      }
      if (word0 !== m[10 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[9] = m[4];
      m[5 + me] = m[me];
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action enter(me: "left" | "right")  specs/peterson/spec.ts:35:17
  function action_enter() {
    let enabledHere = 0;
    each_me: for (let me = 0; me < 2; me++) {
      // require(this.at[me] === "wait")
      if (m[5 + me] !== 4 /* "wait" */) continue each_me;
      // require(!this.flag[me === "left" ? "right" : "left"] || this.turn === me)
      if (!(m[7 /* flag */ + (me === 0 /* "left" */ ? 1 /* "right" */ : 0 /* "left" */)] === 0 || m[9 /* turn */] === me)) continue each_me;
      // this.at[me] = "critical"
      m[5 + me] = 0 /* "critical" */;
      let word0 = m[10 /* word 0 */] & (7 << me * 3 ^ -1) | m[5 + me] << me * 3;
      enabledHere = enabledHere + 1 | 0;
      if (step_noOvertaking(0, 5) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 3);
      }
      if (word0 !== m[10 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[5 + me] = m[me];
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action leave(me: "left" | "right")  specs/peterson/spec.ts:41:17
  function action_leave() {
    let enabledHere = 0;
    each_me: for (let me = 0; me < 2; me++) {
      // require(this.at[me] === "critical")
      if (m[5 + me] !== 0 /* "critical" */) continue each_me;
      // this.at[me] = "lower"
      m[5 + me] = 1 /* "lower" */;
      let word0 = m[10 /* word 0 */] & (7 << me * 3 ^ -1) | m[5 + me] << me * 3;
      enabledHere = enabledHere + 1 | 0;
      if (step_noOvertaking(0, 5) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 4);
      }
      if (word0 !== m[10 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[5 + me] = m[me];
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action lower(me: "left" | "right")  specs/peterson/spec.ts:46:17
  function action_lower() {
    let enabledHere = 0;
    each_me: for (let me = 0; me < 2; me++) {
      // require(this.at[me] === "lower")
      if (m[5 + me] !== 1 /* "lower" */) continue each_me;
      // this.flag[me] = false
      m[7 /* flag */ + me] = 0;
      // this.at[me] = "rest"
      m[5 + me] = 3 /* "rest" */;
      let word0 = m[10 /* word 0 */] & (1 << me + 6 ^ -1) | m[7 /* flag */ + me] << me + 6;
      word0 = word0 & (7 << me * 3 ^ -1) | m[5 + me] << me * 3;
      enabledHere = enabledHere + 1 | 0;
      if (step_noOvertaking(0, 5) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 5);
      }
      if (word0 !== m[10 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[7 /* flag */ + me] = m[2 /* flag */ + me];
      m[5 + me] = m[me];
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 11 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[5 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[5 + slot] ^ m[slot];
  }

  // The initial states  specs/peterson/spec.ts:11:14
  function initial() {
    for (let k = 0; k < 2; k++) {
      m[5 + k] = 3 /* "rest" */;
    }
    for (let k1 = 0; k1 < 2; k1++) {
      m[7 /* flag */ + k1] = 0;
    }
    m[9 /* turn */] = 0 /* "left" */;
    for (let slot = 0; slot < 5; slot++) {
      $patchSlot(slot);
    }
    writeRow(11);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 1,
    actions: ["rest", "raise", "yield", "enter", "leave", "lower"],
    invariants: ["mutualExclusion", "flagsTellWhoCompetes", "insideByRight"],
    steps: ["noOvertaking"],
    reachables: ["bothCanWait", "bothCanEnter", "antecedent of insideByRight"],
    hasTerminal: true,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_rest() + action_raise() + action_yield() + action_enter() + action_leave() + action_lower();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_bothCanWait(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_bothCanEnter(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_insideByRight(0) !== 0) pending[2] = 0;
      if (skip[0] === 0 && invariant_mutualExclusion(0) === 0) return 0;
      if (skip[1] === 0 && invariant_flagsTellWhoCompetes(0) === 0) return 1;
      if (skip[2] === 0 && invariant_insideByRight(0) === 0) return 2;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return terminal_never(0) !== 0;
    },
  };
}
