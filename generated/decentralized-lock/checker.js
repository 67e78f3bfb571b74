// DecentralizedLock with Node=3: an explicit-state model. Generated; do not edit.
// specs/decentralized-lock/spec.ts:12:14
//
// A state is 1 word of 32 bits, and 2 slots when unpacked:
//   holders: Set<Node>  slots 0  bits 0.0..0.2
//   sent: Set<{ from: Node; to: Node }>  slots 1  bits 0.3..0.11
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(8);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(2);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0]);
  const $clearMaskOfSlot = new Int32Array([-8,-4089]);
  const $shiftOfSlot = new Int32Array([0,3]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(2, 0, 2);
    m.copyWithin(5, 4, 5);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[4]) {
      m[4] = m[5] = word;
      m[0] = m[2] = word & 7;
      m[1] = m[3] = (word >>> 3) & 511;
    }
  }

  // @invariant exclusive  specs/decentralized-lock/spec.ts:36:14
  function invariant_exclusive(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      if ((m[at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 3; b++) {
          if (!((m[at] & 1 << b) === 0 || a === b)) {
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

  // @reachable onTheMove  specs/decentralized-lock/spec.ts:40:14
  function reachable_onTheMove(at) {
    let exists = 0;
    each_transfer: for (let transfer = 0; transfer < 9; transfer++) {
      if ((m[1 /* sent */ + at] & 1 << transfer) !== 0) {
        exists = 1;
        break each_transfer;
      }
    }
    return exists;
  }

  // @reachable antecedent of exclusive  specs/decentralized-lock/spec.ts:37:12
  function reachable_antecedent_of_exclusive(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      if ((m[at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 3; b++) {
          if ((m[at] & 1 << b) !== 0) {
            exists1 = 1;
            break each_b;
          }
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_a;
      }
    }
    return exists;
  }

  // @action send(from: Node, to: Node)  specs/decentralized-lock/spec.ts:23:11
  function action_send() {
    let enabledHere = 0;
    for (let from$bits = m[2] & 7; from$bits !== 0; from$bits &= from$bits - 1) {
      const from = 31 - Math.clz32(from$bits & -from$bits);
      for (let to = 0; to < 3; to++) {
        // this.holders = this.holders.delete(from)
        m[2] = m[2] & (1 << from ^ -1);
        // this.sent = this.sent.add({ from, to })
        m[3 /* sent */] = m[3 /* sent */] | 1 << from * 3 + to;
        let word0 = m[2 /* holders */] | m[3 /* sent */] << 3;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[4 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[2] = m[0];
        m[3] = m[1];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action receive(transfer: { from: Node; to: Node })  specs/decentralized-lock/spec.ts:29:11
  function action_receive() {
    let enabledHere = 0;
    for (let transfer$bits = m[3 /* sent */] & 511; transfer$bits !== 0; transfer$bits &= transfer$bits - 1) {
      const transfer = 31 - Math.clz32(transfer$bits & -transfer$bits);
      // this.sent = this.sent.delete(transfer)
      m[3 /* sent */] = m[3 /* sent */] & (1 << transfer ^ -1);
      // this.holders = this.holders.add(transfer.to)
      m[2] = m[2] | 1 << transfer % 3;
      let word0 = m[2 /* holders */] | m[3 /* sent */] << 3;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[4 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[2] = m[0];
      m[3] = m[1];
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 5 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[2 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[2 + slot] ^ m[slot];
  }

  // The initial states  specs/decentralized-lock/spec.ts:12:14
  function initial() {
    m[2] = 0;
    m[3 /* sent */] = 0;
    m[6] = m[2];
    m[7] = m[3];
    for (let node = 0; node < 3; node++) {
      // this.holders = this.holders.add(node)
      m[2] = m[2] | 1 << node;
      for (let slot = 0; slot < 2; slot++) {
        $patchSlot(slot);
      }
      writeRow(5);
      if (++sink.count === capacity) sink.flush();
      m[2] = m[6];
      m[3] = m[7];
    }
  }

  return {
    words: 1,
    actions: ["send", "receive"],
    invariants: ["exclusive"],
    steps: [],
    reachables: ["onTheMove", "antecedent of exclusive"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_send() + action_receive();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_onTheMove(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_exclusive(0) !== 0) pending[1] = 0;
      if (skip[0] === 0 && invariant_exclusive(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
