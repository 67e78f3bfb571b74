// Firewall with Node=3: an explicit-state model. Generated; do not edit.
// specs/firewall/spec.ts:11:14
//
// A state is 1 word of 32 bits, and 3 slots when unpacked:
//   inside: Set<Node>  slots 0  bits 0.0..0.2
//   sent: Set<{ from: Node; to: Node }>  slots 1  bits 0.3..0.11
//   trusted: Set<Node>  slots 2  bits 0.12..0.14
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(8);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(2);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-8,-4089,-28673]);
  const $shiftOfSlot = new Int32Array([0,3,12]);

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
      m[0] = m[3] = word & 7;
      m[1] = m[4] = (word >>> 3) & 511;
      m[2] = m[5] = (word >>> 12) & 7;
    }
  }

  // @invariant onlyInvitedComeIn  specs/firewall/spec.ts:36:14
  function invariant_onlyInvitedComeIn(at) {
    let forall = 1;
    each_from: for (let from = 0; from < 3; from++) {
      let forall1 = 1;
      each_to: for (let to = 0; to < 3; to++) {
        let implies = !((m[1 /* sent */ + at] & 1 << from * 3 + to) !== 0 && (m[at] & 1 << to) !== 0) ? 1 : 0;
        if (implies === 0) {
          let exists = 0;
          each_from_2: for (let from_2 = 0; from_2 < 3; from_2++) {
            if ((m[at] & 1 << from_2) !== 0 && (m[1 /* sent */ + at] & 1 << from_2 * 3 + from) !== 0) {
              exists = 1;
              break each_from_2;
            }
          }
          implies = exists;
        }
        if (implies === 0) {
          forall1 = 0;
          break each_to;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_from;
      }
    }
    return forall;
  }

  // @reachable someoneComesIn  specs/firewall/spec.ts:40:14
  function reachable_someoneComesIn(at) {
    let exists = 0;
    each_from: for (let from = 0; from < 3; from++) {
      let exists1 = 0;
      each_to: for (let to = 0; to < 3; to++) {
        if ((m[1 /* sent */ + at] & 1 << from * 3 + to) !== 0 && (m[at] & 1 << to) !== 0) {
          exists1 = 1;
          break each_to;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_from;
      }
    }
    return exists;
  }

  // @reachable antecedent of onlyInvitedComeIn  specs/firewall/spec.ts:37:12
  function reachable_antecedent_of_onlyInvitedComeIn(at) {
    let exists = 0;
    each_from: for (let from = 0; from < 3; from++) {
      let exists1 = 0;
      each_to: for (let to = 0; to < 3; to++) {
        if ((m[1 /* sent */ + at] & 1 << from * 3 + to) !== 0 && (m[at] & 1 << to) !== 0) {
          exists1 = 1;
          break each_to;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_from;
      }
    }
    return exists;
  }

  // @action sendOut(from: Node, to: Node)  specs/firewall/spec.ts:19:11
  function action_sendOut() {
    let enabledHere = 0;
    for (let from$bits = m[3] & 7; from$bits !== 0; from$bits &= from$bits - 1) {
      const from = 31 - Math.clz32(from$bits & -from$bits);
      each_to: for (let to = 0; to < 3; to++) {
        // require(!this.inside.has(to))
        if ((m[3] & 1 << to) !== 0) continue each_to;
        // this.sent = this.sent.add({ from, to })
        m[4 /* sent */] = m[4 /* sent */] | 1 << from * 3 + to;
        // this.trusted = this.trusted.add(to)
        m[5 /* trusted */] = m[5 /* trusted */] | 1 << to;
        let word0 = m[6 /* word 0 */] & -32761 | m[4 /* sent */] << 3 | m[5 /* trusted */] << 12;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[6 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[4] = m[1];
        m[5] = m[2];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action sendIn(from: Node, to: Node)  specs/firewall/spec.ts:25:11
  function action_sendIn() {
    let enabledHere = 0;
    each_from: for (let from$bits = m[5 /* trusted */] & 7; from$bits !== 0; from$bits &= from$bits - 1) {
      const from = 31 - Math.clz32(from$bits & -from$bits);
      // require(!this.inside.has(from))
      if ((m[3] & 1 << from) !== 0) continue each_from;
      for (let to$bits = m[3] & 7; to$bits !== 0; to$bits &= to$bits - 1) {
        const to = 31 - Math.clz32(to$bits & -to$bits);
        // this.sent = this.sent.add({ from, to })
        m[4 /* sent */] = m[4 /* sent */] | 1 << from * 3 + to;
        let word0 = m[6 /* word 0 */] & -4089 | m[4 /* sent */] << 3;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[6 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[4] = m[1];
      }
    }
    enabled[1] += enabledHere;
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

  // The initial states  specs/firewall/spec.ts:11:14
  function initial() {
    for (let inside = 0; inside < 8; inside++) {
      m[3] = inside;
      m[4 /* sent */] = 0;
      m[5 /* trusted */] = 0;
      for (let slot = 0; slot < 3; slot++) {
        $patchSlot(slot);
      }
      writeRow(7);
      if (++sink.count === capacity) sink.flush();
    }
  }

  return {
    words: 1,
    actions: ["sendOut", "sendIn"],
    invariants: ["onlyInvitedComeIn"],
    steps: [],
    reachables: ["someoneComesIn", "antecedent of onlyInvitedComeIn"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_sendOut() + action_sendIn();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_someoneComesIn(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_onlyInvitedComeIn(0) !== 0) pending[1] = 0;
      if (skip[0] === 0 && invariant_onlyInvitedComeIn(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
