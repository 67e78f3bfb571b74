// TwoPhaseCommit with RM=3: an explicit-state model. Generated; do not edit.
//
// A state is 1 word of 32 bits, and 6 slots when unpacked:
//   rm: Record<RM, "aborted" | "committed" | "prepared" | "working">  slots 0..2  bits 0.0..0.5
//   tm: "aborted" | "committed" | "init"  slots 3  bits 0.6..0.7
//   tmPrepared: Set<RM>  slots 4  bits 0.8..0.10
//   sent: Set<{ kind: "abort" } | { kind: "commit" } | { kind: "prepared"; rm: RM }>  slots 5  bits 0.11..0.15
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(14);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(7);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-4,-13,-49,-193,-1793,-63489]);
  const $shiftOfSlot = new Int32Array([0,2,4,6,8,11]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(6, 0, 6);
    m.copyWithin(13, 12, 13);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[12]) {
      m[12] = m[13] = word;
      m[0] = m[6] = word & 3;
      m[1] = m[7] = (word >>> 2) & 3;
      m[2] = m[8] = (word >>> 4) & 3;
      m[3] = m[9] = (word >>> 6) & 3;
      m[4] = m[10] = (word >>> 8) & 7;
      m[5] = m[11] = (word >>> 11) & 31;
    }
  }

  // @invariant consistent
  function invariant_consistent(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      if (m[at + a] === 1 /* "committed" */) {
        each_c: for (let c = 0; c < 3; c++) {
          if (m[at + c] === 0 /* "aborted" */) {
            forall1 = 0;
            break each_c;
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

  // @reachable someoneCommits
  function reachable_someoneCommits(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      if (m[at + a] === 1 /* "committed" */) {
        exists = 1;
        break each_a;
      }
    }
    return exists;
  }

  // @action prepare(rm: RM)
  function action_prepare() {
    let enabledHere = 0;
    each_rm: for (let rm = 0; rm < 3; rm++) {
      // require(this.rm[rm] === "working")
      if (m[6 + rm] !== 3 /* "working" */) continue each_rm;
      // this.rm[rm] = "prepared"
      m[6 + rm] = 2 /* "prepared" */;
      // this.sent = this.sent.add({ kind: "prepared", rm })
      m[11 /* sent */] = m[11 /* sent */] | 1 << rm + 2 /* prepared  */;
      let word0 = m[12 /* word 0 */] & -63489 | m[11 /* sent */] << 11;
      word0 = word0 & (3 << rm * 2 ^ -1) | m[6 + rm] << rm * 2;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[12 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[11] = m[5];
      m[6 + rm] = m[rm];
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action chooseToAbort(rm: RM)
  function action_chooseToAbort() {
    let enabledHere = 0;
    each_rm: for (let rm = 0; rm < 3; rm++) {
      // require(this.rm[rm] === "working")
      if (m[6 + rm] !== 3 /* "working" */) continue each_rm;
      // this.rm[rm] = "aborted"
      m[6 + rm] = 0 /* "aborted" */;
      let word0 = m[12 /* word 0 */] & (3 << rm * 2 ^ -1) | m[6 + rm] << rm * 2;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[12 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[6 + rm] = m[rm];
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action receivePrepared(m: { kind: "abort" } | { kind: "commit" } | { kind: "prepared"; rm: RM })
  function action_receivePrepared() {
    let enabledHere = 0;
    none: {
      // require(this.tm === "init")
      if (m[9 /* tm */] !== 2 /* "init" */) break none;
      for (let m1$bits = m[11 /* sent */] & 28; m1$bits !== 0; m1$bits &= m1$bits - 1) {
        const m1 = 31 - Math.clz32(m1$bits & -m1$bits);
        // this.tmPrepared = this.tmPrepared.add(m.rm)
        m[10 /* tmPrepared */] = m[10 /* tmPrepared */] | 1 << (m1 - 2 | 0);
        let word0 = m[12 /* word 0 */] & -1793 | m[10 /* tmPrepared */] << 8;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[12 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[10] = m[4];
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action commit()
  function action_commit() {
    let enabledHere = 0;
    none: {
      // require(this.tm === "init")
      if (m[9 /* tm */] !== 2 /* "init" */) break none;
      // require(forall((x: RM) => this.tmPrepared.has(x)))
      let forall = 1;
      each_x: for (let x = 0; x < 3; x++) {
        if ((m[10 /* tmPrepared */] & 1 << x) === 0) {
          forall = 0;
          break each_x;
        }
      }
      if (forall === 0) break none;
      // this.tm = "committed"
      m[9 /* tm */] = 1 /* "committed" */;
      // this.sent = this.sent.add({ kind: "commit" })
      m[11 /* sent */] = m[11 /* sent */] | 2;
      let word0 = m[12 /* word 0 */] & -63681 | m[9 /* tm */] << 6 | m[11 /* sent */] << 11;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[12 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[9] = m[3];
      m[11] = m[5];
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action abort()
  function action_abort() {
    let enabledHere = 0;
    none: {
      // require(this.tm === "init")
      if (m[9 /* tm */] !== 2 /* "init" */) break none;
      // this.tm = "aborted"
      m[9 /* tm */] = 0 /* "aborted" */;
      // this.sent = this.sent.add({ kind: "abort" })
      m[11 /* sent */] = m[11 /* sent */] | 1;
      let word0 = m[12 /* word 0 */] & -63681 | m[9 /* tm */] << 6 | m[11 /* sent */] << 11;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[12 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[9] = m[3];
      m[11] = m[5];
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action receiveCommit(rm: RM)
  function action_receiveCommit() {
    let enabledHere = 0;
    none: {
      // require(this.sent.has({ kind: "commit" }))
      if ((m[11 /* sent */] & 2) === 0) break none;
      for (let rm = 0; rm < 3; rm++) {
        // this.rm[rm] = "committed"
        m[6 + rm] = 1 /* "committed" */;
        let word0 = m[12 /* word 0 */] & (3 << rm * 2 ^ -1) | m[6 + rm] << rm * 2;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[12 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[6 + rm] = m[rm];
      }
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // @action receiveAbort(rm: RM)
  function action_receiveAbort() {
    let enabledHere = 0;
    none: {
      // require(this.sent.has({ kind: "abort" }))
      if ((m[11 /* sent */] & 1) === 0) break none;
      for (let rm = 0; rm < 3; rm++) {
        // this.rm[rm] = "aborted"
        m[6 + rm] = 0 /* "aborted" */;
        let word0 = m[12 /* word 0 */] & (3 << rm * 2 ^ -1) | m[6 + rm] << rm * 2;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[12 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[6 + rm] = m[rm];
      }
    }
    enabled[6] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 13 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[6 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[6 + slot] ^ m[slot];
  }

  // The initial states
  function initial() {
    for (let k = 0; k < 3; k++) {
      m[6 + k] = 3 /* "working" */;
    }
    m[9 /* tm */] = 2 /* "init" */;
    m[10 /* tmPrepared */] = 0;
    m[11 /* sent */] = 0;
    for (let slot = 0; slot < 6; slot++) {
      $patchSlot(slot);
    }
    writeRow(13);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 1,
    actions: ["prepare", "chooseToAbort", "receivePrepared", "commit", "abort", "receiveCommit", "receiveAbort"],
    invariants: ["consistent"],
    steps: [],
    reachables: ["someoneCommits"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_prepare() + action_chooseToAbort() + action_receivePrepared() + action_commit() + action_abort() + action_receiveCommit() + action_receiveAbort();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_someoneCommits(0) !== 0) pending[0] = 0;
      if (skip[0] === 0 && invariant_consistent(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
