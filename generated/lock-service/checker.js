// LockService with Client=3: an explicit-state model. Generated; do not edit.
// specs/lock-service/spec.ts:8:14
//
// A state is 1 word of 32 bits, and 3 slots when unpacked:
//   taken: boolean  slots 0  bits 0.0..0.0
//   holders: Set<Client>  slots 1  bits 0.1..0.3
//   sent: Set<{ kind: "grant"; to: Client } | { kind: "lock"; from: Client } | { kind: "unlock"; from: Client }>  slots 2  bits 0.4..0.12
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(14);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(5);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-2,-15,-8177]);
  const $shiftOfSlot = new Int32Array([0,1,4]);

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
      m[0] = m[3] = word & 1;
      m[1] = m[4] = (word >>> 1) & 7;
      m[2] = m[5] = (word >>> 4) & 511;
    }
  }

  // @invariant exclusive  specs/lock-service/spec.ts:51:14
  function invariant_exclusive(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      if ((m[1 /* holders */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 3; b++) {
          if (!((m[1 /* holders */ + at] & 1 << b) === 0 || a === b)) {
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

  // @reachable someoneHolds  specs/lock-service/spec.ts:55:14
  function reachable_someoneHolds(at) {
    let exists = 0;
    each_client: for (let client = 0; client < 3; client++) {
      if ((m[1 /* holders */ + at] & 1 << client) !== 0) {
        exists = 1;
        break each_client;
      }
    }
    return exists;
  }

  // @reachable someoneWaits  specs/lock-service/spec.ts:59:14
  function reachable_someoneWaits(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      if ((m[1 /* holders */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 3; b++) {
          if (a !== b && (m[2 /* sent */ + at] & 1 << b + 3 /* lock  */) !== 0) {
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

  // @reachable antecedent of exclusive  specs/lock-service/spec.ts:52:12
  function reachable_antecedent_of_exclusive(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      if ((m[1 /* holders */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 3; b++) {
          if ((m[1 /* holders */ + at] & 1 << b) !== 0) {
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

  // @action ask(from: Client)  specs/lock-service/spec.ts:18:11
  function action_ask() {
    let enabledHere = 0;
    for (let from = 0; from < 3; from++) {
      // this.sent = this.sent.add({ kind: "lock", from })
      m[5 /* sent */] = m[5 /* sent */] | 1 << from + 3 /* lock  */;
      let word0 = m[6 /* word 0 */] & -8177 | m[5 /* sent */] << 4;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[6 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[5] = m[2];
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action grant(to: Client)  specs/lock-service/spec.ts:22:11
  function action_grant() {
    let enabledHere = 0;
    for (let to = 0; to < 3; to++) {
      skip: {
        instance: {
          m[8] = 1 /* "lock" */;
          m[9] = to;
          // require(this.sent.has(message))
          let index = 0;
          let tag = m[8];
          if (tag === 0) {
            index = m[9];
          } else if (tag === 1) {
            index = m[9] + 3;
          } else {
            index = m[9] + 6;
          }
          if ((m[5 /* sent */] & 1 << index) === 0) break skip;
          // this.sent = this.sent.delete(message)
          let index1 = 0;
          let tag1 = m[8];
          if (tag1 === 0) {
            index1 = m[9];
          } else if (tag1 === 1) {
            index1 = m[9] + 3;
          } else {
            index1 = m[9] + 6;
          }
          m[5 /* sent */] = m[5 /* sent */] & (1 << index1 ^ -1);
          // require(!this.taken)
          if (m[3] !== 0) break instance;
          // this.taken = true
          m[3] = 1;
          // this.sent = this.sent.add({ kind: "grant", to })
          m[5 /* sent */] = m[5 /* sent */] | 1 << to;
          let word0 = m[6 /* word 0 */] & -8178 | m[3 /* taken */] | m[5 /* sent */] << 4;
          enabledHere = enabledHere + 1 | 0;
          if (word0 !== m[6 /* word 0 */]) {
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[3] = m[0];
        m[5] = m[2];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action acquire(client: Client)  specs/lock-service/spec.ts:29:11
  function action_acquire() {
    let enabledHere = 0;
    for (let client = 0; client < 3; client++) {
      skip: {
        m[10] = 0 /* "grant" */;
        m[11] = client;
        // require(this.sent.has(message))
        let index = 0;
        let tag = m[10];
        if (tag === 0) {
          index = m[11];
        } else if (tag === 1) {
          index = m[11] + 3;
        } else {
          index = m[11] + 6;
        }
        if ((m[5 /* sent */] & 1 << index) === 0) break skip;
        // this.sent = this.sent.delete(message)
        let index1 = 0;
        let tag1 = m[10];
        if (tag1 === 0) {
          index1 = m[11];
        } else if (tag1 === 1) {
          index1 = m[11] + 3;
        } else {
          index1 = m[11] + 6;
        }
        m[5 /* sent */] = m[5 /* sent */] & (1 << index1 ^ -1);
        // this.holders = this.holders.add(client)
        m[4 /* holders */] = m[4 /* holders */] | 1 << client;
        let word0 = m[6 /* word 0 */] & -8191 | m[4 /* holders */] << 1 | m[5 /* sent */] << 4;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[6 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[4] = m[1];
        m[5] = m[2];
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action release(from: Client)  specs/lock-service/spec.ts:34:11
  function action_release() {
    let enabledHere = 0;
    for (let from$bits = m[4 /* holders */] & 7; from$bits !== 0; from$bits &= from$bits - 1) {
      const from = 31 - Math.clz32(from$bits & -from$bits);
      // this.holders = this.holders.delete(from)
      m[4 /* holders */] = m[4 /* holders */] & (1 << from ^ -1);
      // this.sent = this.sent.add({ kind: "unlock", from })
      m[5 /* sent */] = m[5 /* sent */] | 1 << from + 6 /* unlock  */;
      let word0 = m[6 /* word 0 */] & -8191 | m[4 /* holders */] << 1 | m[5 /* sent */] << 4;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[6 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[4] = m[1];
      m[5] = m[2];
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action takeBack(from: Client)  specs/lock-service/spec.ts:40:11
  function action_takeBack() {
    let enabledHere = 0;
    for (let from = 0; from < 3; from++) {
      skip: {
        m[12] = 2 /* "unlock" */;
        m[13] = from;
        // require(this.sent.has(message))
        let index = 0;
        let tag = m[12];
        if (tag === 0) {
          index = m[13];
        } else if (tag === 1) {
          index = m[13] + 3;
        } else {
          index = m[13] + 6;
        }
        if ((m[5 /* sent */] & 1 << index) === 0) break skip;
        // this.sent = this.sent.delete(message)
        let index1 = 0;
        let tag1 = m[12];
        if (tag1 === 0) {
          index1 = m[13];
        } else if (tag1 === 1) {
          index1 = m[13] + 3;
        } else {
          index1 = m[13] + 6;
        }
        m[5 /* sent */] = m[5 /* sent */] & (1 << index1 ^ -1);
        // this.taken = false
        m[3] = 0;
        let word0 = m[6 /* word 0 */] & -8178 | m[3 /* taken */] | m[5 /* sent */] << 4;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[6 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[3] = m[0];
        m[5] = m[2];
      }
    }
    enabled[4] += enabledHere;
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

  // The initial states  specs/lock-service/spec.ts:8:14
  function initial() {
    m[3] = 0;
    m[4 /* holders */] = 0;
    m[5 /* sent */] = 0;
    for (let slot = 0; slot < 3; slot++) {
      $patchSlot(slot);
    }
    writeRow(7);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 1,
    actions: ["ask", "grant", "acquire", "release", "takeBack"],
    invariants: ["exclusive"],
    steps: [],
    reachables: ["someoneHolds", "someoneWaits", "antecedent of exclusive"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_ask() + action_grant() + action_acquire() + action_release() + action_takeBack();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_someoneHolds(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_someoneWaits(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_exclusive(0) !== 0) pending[2] = 0;
      if (skip[0] === 0 && invariant_exclusive(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
