// GrowOnlyCounter with Replica=2, Count=3, Message=2: an explicit-state model. Generated; do not edit.
// specs/grow-only-counter/spec.ts:22:14
//
// A state is 2 words of 32 bits, and 13 slots when unpacked:
//   counts: Record<Replica, Record<Replica, Count>>  slots 0..3  bits 0.0..0.7
//   sent: Set<Message>  slots 4  bits 0.8..0.9
//   snapshot: Record<Message, Record<Replica, Count>>  slots 5..8  bits 0.10..0.17
//   seen: Record<Replica, Set<{ at: Replica; number: Count }>>  slots 9..10  bits 0.18..0.29
//   seenIn: Record<Message, Set<{ at: Replica; number: Count }>>  slots 11..12  bits 1.0..1.11
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 2;

export function createModel(sink) {
  const m = new Int32Array(36);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(3);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0,1,1]);
  const $clearMaskOfSlot = new Int32Array([-4,-13,-49,-193,-769,-3073,-12289,-49153,-196609,-16515073,-1056964609,-64,-4033]);
  const $shiftOfSlot = new Int32Array([0,2,4,6,8,10,12,14,16,18,24,0,6]);

  function writeRow(from) {
    const row = sink.count * 2;
    for (let i = 0; i < 2; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(13, 0, 13);
    m.copyWithin(28, 26, 28);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[26]) {
      m[26] = m[28] = word;
      m[0] = m[13] = word & 3;
      m[1] = m[14] = (word >>> 2) & 3;
      m[2] = m[15] = (word >>> 4) & 3;
      m[3] = m[16] = (word >>> 6) & 3;
      m[4] = m[17] = (word >>> 8) & 3;
      m[5] = m[18] = (word >>> 10) & 3;
      m[6] = m[19] = (word >>> 12) & 3;
      m[7] = m[20] = (word >>> 14) & 3;
      m[8] = m[21] = (word >>> 16) & 3;
      m[9] = m[22] = (word >>> 18) & 63;
      m[10] = m[23] = (word >>> 24) & 63;
    }
    word = states[offset + 1] | 0;
    if (word !== m[27]) {
      m[27] = m[29] = word;
      m[11] = m[24] = word & 63;
      m[12] = m[25] = (word >>> 6) & 63;
    }
  }

  // @invariant converges  specs/grow-only-counter/spec.ts:61:14
  function invariant_converges(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 2; a++) {
      let forall1 = 1;
      each_b: for (let b = 0; b < 2; b++) {
        let forall2 = 1;
        each_at: for (let at1 = 0; at1 < 2; at1++) {
          let forall3 = 1;
          each_number: for (let number = 0; number < 3; number++) {
            if (((m[9 /* seen */ + (at + a)] & 1 << at1 * 3 + number) !== 0 ? 1 : 0) !== ((m[9 /* seen */ + (at + b)] & 1 << at1 * 3 + number) !== 0 ? 1 : 0)) {
              forall3 = 0;
              break each_number;
            }
          }
          if (!(forall3 === 0 || m[at + a * 2 + at1] === m[at + b * 2 + at1])) {
            forall2 = 0;
            break each_at;
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

  // @invariant nothingIsInvented  specs/grow-only-counter/spec.ts:71:14
  function invariant_nothingIsInvented(at) {
    let forall = 1;
    each_replica: for (let replica = 0; replica < 2; replica++) {
      let forall1 = 1;
      each_at: for (let at1 = 0; at1 < 2; at1++) {
        if (m[at + at1 * 2 + at1] < m[at + replica * 2 + at1]) {
          forall1 = 0;
          break each_at;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_replica;
      }
    }
    return forall;
  }

  // @invariant countsWhatWasSeen  specs/grow-only-counter/spec.ts:76:14
  function invariant_countsWhatWasSeen(at) {
    let forall = 1;
    each_replica: for (let replica = 0; replica < 2; replica++) {
      let forall1 = 1;
      each_at: for (let at1 = 0; at1 < 2; at1++) {
        let forall2 = 1;
        each_number: for (let number = 0; number < 3; number++) {
          if (((m[9 /* seen */ + (at + replica)] & 1 << at1 * 3 + number) !== 0 ? 1 : 0) !== (0 < number && number <= m[at + replica * 2 + at1] ? 1 : 0)) {
            forall2 = 0;
            break each_number;
          }
        }
        if (forall2 === 0) {
          forall1 = 0;
          break each_at;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_replica;
      }
    }
    return forall;
  }

  // @step countsOnlyGrow  specs/grow-only-counter/spec.ts:82:9
  function step_countsOnlyGrow(at, next) {
    let forall = 1;
    each_replica: for (let replica = 0; replica < 2; replica++) {
      let forall1 = 1;
      each_at: for (let at1 = 0; at1 < 2; at1++) {
        if (m[next + replica * 2 + at1] < m[at + replica * 2 + at1]) {
          forall1 = 0;
          break each_at;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_replica;
      }
    }
    return forall;
  }

  // @reachable allAgreeOnIncrementsOfAll  specs/grow-only-counter/spec.ts:86:14
  function reachable_allAgreeOnIncrementsOfAll(at) {
    let forall = 1;
    each_replica: for (let replica = 0; replica < 2; replica++) {
      let forall1 = 1;
      each_at: for (let at1 = 0; at1 < 2; at1++) {
        if (!(0 < m[at + at1 * 2 + at1] && m[at + replica * 2 + at1] === m[at + at1 * 2 + at1])) {
          forall1 = 0;
          break each_at;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_replica;
      }
    }
    return forall;
  }

  // @reachable aLateSnapshotArrives  specs/grow-only-counter/spec.ts:90:14
  function reachable_aLateSnapshotArrives(at) {
    let exists = 0;
    each_replica: for (let replica = 0; replica < 2; replica++) {
      let exists1 = 0;
      each_message: for (let message = 0; message < 2; message++) {
        let and = (m[4 /* sent */ + at] & 1 << message) !== 0 ? 1 : 0;
        if (and !== 0) {
          let forall = 1;
          each_at: for (let at1 = 0; at1 < 2; at1++) {
            if (m[at + replica * 2 + at1] <= m[5 /* snapshot */ + (at + message * 2 + at1)]) {
              forall = 0;
              break each_at;
            }
          }
          and = forall;
        }
        if (and !== 0) {
          exists1 = 1;
          break each_message;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_replica;
      }
    }
    return exists;
  }

  // @reachable antecedent of converges  specs/grow-only-counter/spec.ts:62:12
  function reachable_antecedent_of_converges(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 2; a++) {
      let exists1 = 0;
      each_b: for (let b = 0; b < 2; b++) {
        let exists2 = 0;
        each_at: for (let at1 = 0; at1 < 2; at1++) {
          let forall = 1;
          each_number: for (let number = 0; number < 3; number++) {
            if (((m[9 /* seen */ + (at + a)] & 1 << at1 * 3 + number) !== 0 ? 1 : 0) !== ((m[9 /* seen */ + (at + b)] & 1 << at1 * 3 + number) !== 0 ? 1 : 0)) {
              forall = 0;
              break each_number;
            }
          }
          if (forall !== 0) {
            exists2 = 1;
            break each_at;
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

  // @action increment(replica: Replica, number: Count)  specs/grow-only-counter/spec.ts:34:11
  function action_increment() {
    let enabledHere = 0;
    for (let replica = 0; replica < 2; replica++) {
      for (let number = 0; number < 3; number++) {
        skip: {
          let count = m[13 + (replica * 2 + replica)];
          // require(count < number)
          if (number <= count) break skip;
          // require(!exists((between: Count) => count < between && between < number))
          let exists = 0;
          each_between: for (let between = 0; between < 3; between++) {
            if (count < between && between < number) {
              exists = 1;
              break each_between;
            }
          }
          if (exists !== 0) break skip;
          // this.counts[replica][replica] = number
          m[13 + (replica * 2 + replica)] = number;
          // this.seen[replica] = this.seen[replica].add({ at: replica, number })
          m[22 /* seen */ + replica] = m[22 /* seen */ + replica] | 1 << replica * 3 + number;
          let word0 = m[26 /* word 0 */] & (3 << (replica * 2 + replica) * 2 ^ -1) | m[13 + (replica * 2 + replica)] << (replica * 2 + replica) * 2;
          word0 = word0 & (63 << replica * 6 + 18 ^ -1) | m[22 /* seen */ + replica] << replica * 6 + 18;
          enabledHere = enabledHere + 1 | 0;
          if (step_countsOnlyGrow(0, 13) === 0) {
            {
              const row = sink.count * 2;
              rows[row] = word0;
              rows[row + 1] = m[27 /* word 1 */];
            }
            sink.violation("step", 0, 0);
          }
          if (word0 !== m[26 /* word 0 */]) {
            {
              const row = sink.count * 2;
              rows[row] = word0;
              rows[row + 1] = m[27 /* word 1 */];
            }
            if (++sink.count === capacity) sink.flush();
          }
          m[13 + (replica * 2 + replica)] = m[replica * 2 + replica];
          m[22 /* seen */ + replica] = m[9 /* seen */ + replica];
        }
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action send(replica: Replica, message: Message)  specs/grow-only-counter/spec.ts:41:11
  function action_send() {
    let enabledHere = 0;
    for (let replica = 0; replica < 2; replica++) {
      each_message: for (let message = 0; message < 2; message++) {
        // require(!this.sent.has(message))
        if ((m[17 /* sent */] & 1 << message) !== 0) continue each_message;
        // this.sent = this.sent.add(message)
        m[17 /* sent */] = m[17 /* sent */] | 1 << message;
        // this.snapshot[message] = this.counts[replica]
        m[18 /* snapshot */ + message * 2] = m[13 + replica * 2];
        m[19 /* snapshot */ + message * 2] = m[14 + replica * 2];
        // this.seenIn[message] = this.seen[replica]
        m[24 /* seenIn */ + message] = m[22 /* seen */ + replica];
        let word0 = m[26 /* word 0 */] & -769 | m[17 /* sent */] << 8;
        word0 = word0 & (3 << message * 2 * 2 + 10 ^ -1) | m[18 /* snapshot */ + message * 2] << message * 2 * 2 + 10;
        word0 = word0 & (3 << (message * 2 + 1 /* snapshot */) * 2 + 10 ^ -1) | m[19 /* snapshot */ + message * 2] << (message * 2 + 1 /* snapshot */) * 2 + 10;
        let word1 = m[27 /* word 1 */] & (63 << message * 6 ^ -1) | m[24 /* seenIn */ + message] << message * 6;
        enabledHere = enabledHere + 1 | 0;
        if (step_countsOnlyGrow(0, 13) === 0) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = word1;
          }
          sink.violation("step", 0, 1);
        }
        if (word0 !== m[26 /* word 0 */] || word1 !== m[27 /* word 1 */]) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = word1;
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[17] = m[4];
        m[18 /* snapshot */ + message * 2] = m[5 /* snapshot */ + message * 2];
        m[19 /* snapshot */ + message * 2] = m[6 /* snapshot */ + message * 2];
        m[24 /* seenIn */ + message] = m[11 /* seenIn */ + message];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action receive(replica: Replica, message: Message)  specs/grow-only-counter/spec.ts:49:11
  function action_receive() {
    let enabledHere = 0;
    for (let replica = 0; replica < 2; replica++) {
      for (let message$bits = m[17 /* sent */] & 3; message$bits !== 0; message$bits &= message$bits - 1) {
        const message = 31 - Math.clz32(message$bits & -message$bits);
        m[30] = m[13 + replica * 2];
        m[31] = m[14 + replica * 2];
        let theirs = message * 2 + 18 /* snapshot */;
        // this.counts[replica] = tabulate((at: Replica) => mine[at] < theirs[at] ? theirs[at] : mine[at])
        for (let at = 0; at < 2; at++) {
          m[13 + (replica * 2 + at)] = m[30 + at] < m[theirs + at] ? m[theirs + at] : m[30 + at];
        }
        // this.seen[replica] = this.seen[replica].union(this.seenIn[message])
        m[22 /* seen */ + replica] = m[22 /* seen */ + replica] | m[24 /* seenIn */ + message];
        let word0 = m[26 /* word 0 */] & (3 << replica * 2 * 2 ^ -1) | m[13 + replica * 2] << replica * 2 * 2;
        word0 = word0 & (3 << (replica * 2 + 1) * 2 ^ -1) | m[14 + replica * 2] << (replica * 2 + 1) * 2;
        word0 = word0 & (63 << replica * 6 + 18 ^ -1) | m[22 /* seen */ + replica] << replica * 6 + 18;
        enabledHere = enabledHere + 1 | 0;
        if (step_countsOnlyGrow(0, 13) === 0) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = m[27 /* word 1 */];
          }
          sink.violation("step", 0, 2);
        }
        if (word0 !== m[26 /* word 0 */]) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = m[27 /* word 1 */];
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[13 + replica * 2] = m[replica * 2];
        m[14 + replica * 2] = m[1 + replica * 2];
        m[22 /* seen */ + replica] = m[9 /* seen */ + replica];
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 28 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[13 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[13 + slot] ^ m[slot];
  }

  // The initial states  specs/grow-only-counter/spec.ts:22:14
  function initial() {
    for (let k = 0; k < 2; k++) {
      m[32 + k] = 0;
    }
    for (let k1 = 0; k1 < 2; k1++) {
      m[13 + k1 * 2] = m[32];
      m[14 + k1 * 2] = m[33];
    }
    m[17 /* sent */] = 0;
    for (let k2 = 0; k2 < 2; k2++) {
      m[34 + k2] = 0;
    }
    for (let k3 = 0; k3 < 2; k3++) {
      m[18 /* snapshot */ + k3 * 2] = m[34];
      m[19 /* snapshot */ + k3 * 2] = m[35];
    }
    for (let k4 = 0; k4 < 2; k4++) {
      m[22 /* seen */ + k4] = 0;
    }
    for (let k5 = 0; k5 < 2; k5++) {
      m[24 /* seenIn */ + k5] = 0;
    }
    for (let slot = 0; slot < 13; slot++) {
      $patchSlot(slot);
    }
    writeRow(28);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 2,
    actions: ["increment", "send", "receive"],
    invariants: ["converges", "nothingIsInvented", "countsWhatWasSeen"],
    steps: ["countsOnlyGrow"],
    reachables: ["allAgreeOnIncrementsOfAll", "aLateSnapshotArrives", "antecedent of converges"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_increment() + action_send() + action_receive();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_allAgreeOnIncrementsOfAll(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_aLateSnapshotArrives(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_converges(0) !== 0) pending[2] = 0;
      if (skip[0] === 0 && invariant_converges(0) === 0) return 0;
      if (skip[1] === 0 && invariant_nothingIsInvented(0) === 0) return 1;
      if (skip[2] === 0 && invariant_countsWhatWasSeen(0) === 0) return 2;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
