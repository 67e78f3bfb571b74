// ShardedKeyValue with Node=2, Key=2, Value=2: an explicit-state model. Generated; do not edit.
// specs/sharded-key-value/spec.ts:15:14
//
// A state is 1 word of 32 bits, and 7 slots when unpacked:
//   table: Record<Node, Map<Key, Value>>  slots 0..3  bits 0.0..0.7
//   owned: Record<Node, Set<Key>>  slots 4..5  bits 0.8..0.11
//   sent: Set<{ key: Key; to: Node; value: Value }>  slots 6  bits 0.12..0.19
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(25);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(3);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-4,-13,-49,-193,-769,-3073,-1044481]);
  const $shiftOfSlot = new Int32Array([0,2,4,6,8,10,12]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(7, 0, 7);
    m.copyWithin(15, 14, 15);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[14]) {
      m[14] = m[15] = word;
      m[0] = m[7] = word & 3;
      m[1] = m[8] = (word >>> 2) & 3;
      m[2] = m[9] = (word >>> 4) & 3;
      m[3] = m[10] = (word >>> 6) & 3;
      m[4] = m[11] = (word >>> 8) & 3;
      m[5] = m[12] = (word >>> 10) & 3;
      m[6] = m[13] = (word >>> 12) & 255;
    }
  }

  // @invariant keysAreUnique  specs/sharded-key-value/spec.ts:53:14
  function invariant_keysAreUnique(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 2; a++) {
      let forall1 = 1;
      each_b: for (let b = 0; b < 2; b++) {
        let forall2 = 1;
        each_key: for (let key = 0; key < 2; key++) {
          if (!(!(m[at + a * 2 + key] !== 0 && m[at + b * 2 + key] !== 0) || a === b)) {
            forall2 = 0;
            break each_key;
          }
        }
        if (forall2 === 0) {
          forall1 = 0;
          break each_b;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_a;
      }
    }
    return forall;
  }

  // @reachable onTheMove  specs/sharded-key-value/spec.ts:57:14
  function reachable_onTheMove(at) {
    let exists = 0;
    each_transfer: for (let transfer = 0; transfer < 8; transfer++) {
      if ((m[6 /* sent */ + at] & 1 << transfer) !== 0) {
        exists = 1;
        break each_transfer;
      }
    }
    return exists;
  }

  // @reachable antecedent of keysAreUnique  specs/sharded-key-value/spec.ts:54:12
  function reachable_antecedent_of_keysAreUnique(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 2; a++) {
      let exists1 = 0;
      each_b: for (let b = 0; b < 2; b++) {
        let exists2 = 0;
        each_key: for (let key = 0; key < 2; key++) {
          if (m[at + a * 2 + key] !== 0 && m[at + b * 2 + key] !== 0) {
            exists2 = 1;
            break each_key;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_b;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_a;
      }
    }
    return exists;
  }

  // @action put(node: Node, key: Key, value: Value)  specs/sharded-key-value/spec.ts:28:11
  function action_put() {
    let enabledHere = 0;
    for (let node = 0; node < 2; node++) {
      for (let key$bits = m[11 /* owned */ + node] & 3; key$bits !== 0; key$bits &= key$bits - 1) {
        const key = 31 - Math.clz32(key$bits & -key$bits);
        for (let value = 0; value < 2; value++) {
          // this.table[node] = this.table[node].set(key, value)
          m[7 + (node * 2 + key)] = value + 1;
          let word0 = m[14 /* word 0 */] & (3 << node * 2 * 2 ^ -1) | m[7 + node * 2] << node * 2 * 2;
          word0 = word0 & (3 << (node * 2 + 1) * 2 ^ -1) | m[8 + node * 2] << (node * 2 + 1) * 2;
          enabledHere = enabledHere + 1 | 0;
          if (word0 !== m[14 /* word 0 */]) {
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
          m[7 + node * 2] = m[node * 2];
          m[8 + node * 2] = m[1 + node * 2];
        }
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action handOver(from: Node, key: Key, to: Node)  specs/sharded-key-value/spec.ts:33:11
  function action_handOver() {
    let enabledHere = 0;
    for (let from = 0; from < 2; from++) {
      for (let key = 0; key < 2; key++) {
        for (let to = 0; to < 2; to++) {
          skip: {
            let value = m[7 + (from * 2 + key)];
            // require(value !== undefined)
            if (value === 0) break skip;
            // this.table[from] = this.table[from].delete(key)
            m[7 + (from * 2 + key)] = 0;
            // this.owned[from] = this.owned[from].delete(key)
            m[11 /* owned */ + from] = m[11 /* owned */ + from] & (1 << key ^ -1);
            // this.sent = this.sent.add({ key, to, value: value })
            m[13 /* sent */] = m[13 /* sent */] | 1 << ((key * 2 + to) * 2 + value - 1 | 0);
            let word0 = m[14 /* word 0 */] & -1044481 | m[13 /* sent */] << 12;
            word0 = word0 & (3 << from * 2 * 2 ^ -1) | m[7 + from * 2] << from * 2 * 2;
            word0 = word0 & (3 << (from * 2 + 1) * 2 ^ -1) | m[8 + from * 2] << (from * 2 + 1) * 2;
            word0 = word0 & (3 << from * 2 + 8 ^ -1) | m[11 /* owned */ + from] << from * 2 + 8;
            enabledHere = enabledHere + 1 | 0;
            if (word0 !== m[14 /* word 0 */]) {
              rows[sink.count] = word0;
              if (++sink.count === capacity) sink.flush();
            }
            m[13] = m[6];
            m[7 + from * 2] = m[from * 2];
            m[8 + from * 2] = m[1 + from * 2];
            m[11 /* owned */ + from] = m[4 /* owned */ + from];
          }
        }
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action takeOver(transfer: { key: Key; to: Node; value: Value })  specs/sharded-key-value/spec.ts:41:11
  function action_takeOver() {
    let enabledHere = 0;
    for (let transfer$bits = m[13 /* sent */] & 255; transfer$bits !== 0; transfer$bits &= transfer$bits - 1) {
      const transfer = 31 - Math.clz32(transfer$bits & -transfer$bits);
      // this.sent = this.sent.delete(transfer)
      m[13 /* sent */] = m[13 /* sent */] & (1 << transfer ^ -1);
      // this.table[transfer.to] = this.table[transfer.to].set(transfer.key, transfer.value)
      m[7 + ((transfer / 2 | 0) % 2 * 2 + (transfer / 4 | 0))] = transfer % 2 + 1;
      // this.owned[transfer.to] = this.owned[transfer.to].add(transfer.key)
      m[11 /* owned */ + (transfer / 2 | 0) % 2] = m[11 /* owned */ + (transfer / 2 | 0) % 2] | 1 << (transfer / 4 | 0);
      let word0 = m[14 /* word 0 */] & -1044481 | m[13 /* sent */] << 12;
      word0 = word0 & (3 << (transfer / 2 | 0) % 2 * 2 * 2 ^ -1) | m[7 + (transfer / 2 | 0) % 2 * 2] << (transfer / 2 | 0) % 2 * 2 * 2;
      word0 = word0 & (3 << ((transfer / 2 | 0) % 2 * 2 + 1) * 2 ^ -1) | m[8 + (transfer / 2 | 0) % 2 * 2] << ((transfer / 2 | 0) % 2 * 2 + 1) * 2;
      word0 = word0 & (3 << (transfer / 2 | 0) % 2 * 2 + 8 ^ -1) | m[11 /* owned */ + (transfer / 2 | 0) % 2] << (transfer / 2 | 0) % 2 * 2 + 8;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[14 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[13] = m[6];
      m[7 + (transfer / 2 | 0) % 2 * 2] = m[(transfer / 2 | 0) % 2 * 2];
      m[8 + (transfer / 2 | 0) % 2 * 2] = m[1 + (transfer / 2 | 0) % 2 * 2];
      m[11 /* owned */ + (transfer / 2 | 0) % 2] = m[4 /* owned */ + (transfer / 2 | 0) % 2];
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 15 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[7 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[7 + slot] ^ m[slot];
  }

  // The initial states  specs/sharded-key-value/spec.ts:15:14
  function initial() {
    m[16] = 0;
    m[17] = 0;
    for (let k = 0; k < 2; k++) {
      m[7 + k * 2] = m[16];
      m[8 + k * 2] = m[17];
    }
    for (let owned = 0; owned < 16; owned++) {
      let rest = owned;
      for (let k1 = 0; k1 < 2; k1++) {
        let digit = rest % 4 | 0;
        m[11 /* owned */ + (1 - k1 | 0)] = digit;
        rest = rest / 4 | 0;
      }
      m[13 /* sent */] = 0;
      m.copyWithin(18, 7, 14);
      choice: {
        // require(forall((a: Node, b: Node, key: Key) => implies(this.owned[a].has(key) && this.owned[b].has(key), a === b)))
        let forall = 1;
        each_a: for (let a = 0; a < 2; a++) {
          let forall1 = 1;
          each_b: for (let b = 0; b < 2; b++) {
            let forall2 = 1;
            each_key: for (let key = 0; key < 2; key++) {
              if (!(!((m[11 /* owned */ + a] & 1 << key) !== 0 && (m[11 /* owned */ + b] & 1 << key) !== 0) || a === b)) {
                forall2 = 0;
                break each_key;
              }
            }
            if (forall2 === 0) {
              forall1 = 0;
              break each_b;
            }
          }
          if (forall1 === 0) {
            forall = 0;
            break each_a;
          }
        }
        if (forall === 0) break choice;
        for (let slot = 0; slot < 7; slot++) {
          $patchSlot(slot);
        }
        writeRow(15);
        if (++sink.count === capacity) sink.flush();
      }
      m.copyWithin(7, 18, 25);
    }
  }

  return {
    words: 1,
    actions: ["put", "handOver", "takeOver"],
    invariants: ["keysAreUnique"],
    steps: [],
    reachables: ["onTheMove", "antecedent of keysAreUnique"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_put() + action_handOver() + action_takeOver();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_onTheMove(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_keysAreUnique(0) !== 0) pending[1] = 0;
      if (skip[0] === 0 && invariant_keysAreUnique(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
