// RevocationBySeniors with Op=2, Member=3: an explicit-state model. Generated; do not edit.
// specs/revocation-by-seniors/spec.ts:14:14
//
// A state is 1 word of 32 bits, and 15 slots when unpacked:
//   author: Record<Op, Member>  slots 0..1  bits 0.0..0.3
//   revoked: Record<Op, (Member) | undefined>  slots 2..3  bits 0.4..0.7
//   written: Set<Op>  slots 4  bits 0.8..0.9
//   knows: Record<Op, Set<Op>>  slots 5..6  bits 0.10..0.13
//   saw: Record<Op, Set<Op>>  slots 7..8  bits 0.14..0.17
//   seen: Record<Member, Set<Op>>  slots 9..11  bits 0.18..0.23
//   counted: Record<Member, Set<Op>>  slots 12..14  bits 0.24..0.29
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
  const $clearMaskOfSlot = new Int32Array([-4,-13,-49,-193,-769,-3073,-12289,-49153,-196609,-786433,-3145729,-12582913,-50331649,-201326593,-805306369]);
  const $shiftOfSlot = new Int32Array([0,2,4,6,8,10,12,14,16,18,20,22,24,26,28]);

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
      m[5] = m[20] = (word >>> 10) & 3;
      m[6] = m[21] = (word >>> 12) & 3;
      m[7] = m[22] = (word >>> 14) & 3;
      m[8] = m[23] = (word >>> 16) & 3;
      m[9] = m[24] = (word >>> 18) & 3;
      m[10] = m[25] = (word >>> 20) & 3;
      m[11] = m[26] = (word >>> 22) & 3;
      m[12] = m[27] = (word >>> 24) & 3;
      m[13] = m[28] = (word >>> 26) & 3;
      m[14] = m[29] = (word >>> 28) & 3;
    }
  }

  // @invariant nothingFollowsAKnownRevocation  specs/revocation-by-seniors/spec.ts:53:14
  function invariant_nothingFollowsAKnownRevocation(at) {
    let forall = 1;
    each_device: for (let device = 0; device < 3; device++) {
      let forall1 = 1;
      each_op: for (let op = 0; op < 2; op++) {
        let forall2 = 1;
        each_r: for (let r = 0; r < 2; r++) {
          if (!(!((m[12 /* counted */ + (at + device)] & 1 << r) !== 0 && m[2 /* revoked */ + (at + r)] === m[at + op] + 1 && m[at + r] < m[at + op] && (m[5 /* knows */ + (at + op)] & 1 << r) !== 0) || (m[12 /* counted */ + (at + device)] & 1 << op) === 0)) {
            forall2 = 0;
            break each_r;
          }
        }
        if (forall2 === 0) {
          forall1 = 0;
          break each_op;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_device;
      }
    }
    return forall;
  }

  // @invariant backdatedOperationsDoNotCount  specs/revocation-by-seniors/spec.ts:60:14
  function invariant_backdatedOperationsDoNotCount(at) {
    let forall = 1;
    each_device: for (let device = 0; device < 3; device++) {
      let forall1 = 1;
      each_op: for (let op = 0; op < 2; op++) {
        let forall2 = 1;
        each_r: for (let r = 0; r < 2; r++) {
          if (!(!((m[12 /* counted */ + (at + device)] & 1 << r) !== 0 && m[2 /* revoked */ + (at + r)] === m[at + op] + 1 && m[at + r] < m[at + op] && (m[7 /* saw */ + (at + op)] & 1 << r) !== 0) || (m[12 /* counted */ + (at + device)] & 1 << op) === 0)) {
            forall2 = 0;
            break each_r;
          }
        }
        if (forall2 === 0) {
          forall1 = 0;
          break each_op;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_device;
      }
    }
    return forall;
  }

  // @invariant agreementComesFromAbove  specs/revocation-by-seniors/spec.ts:70:14
  function invariant_agreementComesFromAbove(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      each_b: for (let b = 0; b < 3; b++) {
        let forall2 = 1;
        if (m[9 /* seen */ + (at + a)] === m[9 /* seen */ + (at + b)]) {
          each_op: for (let op = 0; op < 2; op++) {
            let forall3 = 1;
            each_s: for (let s = 0; s < 2; s++) {
              if (!(m[at + op] <= m[at + s] || ((m[12 /* counted */ + (at + a)] & 1 << s) !== 0 ? 1 : 0) === ((m[12 /* counted */ + (at + b)] & 1 << s) !== 0 ? 1 : 0))) {
                forall3 = 0;
                break each_s;
              }
            }
            if (!(forall3 === 0 || ((m[12 /* counted */ + (at + a)] & 1 << op) !== 0 ? 1 : 0) === ((m[12 /* counted */ + (at + b)] & 1 << op) !== 0 ? 1 : 0))) {
              forall2 = 0;
              break each_op;
            }
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

  // @step backdatingHasNoEffect  specs/revocation-by-seniors/spec.ts:83:9
  function step_backdatingHasNoEffect(at, next) {
    let forall = 1;
    each_device: for (let device = 0; device < 3; device++) {
      let forall1 = 1;
      each_late: for (let late = 0; late < 2; late++) {
        let forall2 = 1;
        each_r: for (let r = 0; r < 2; r++) {
          let forall3 = 1;
          if ((m[12 /* counted */ + (at + device)] & 1 << r) !== 0) {
            if (m[2 /* revoked */ + (at + r)] === m[at + late] + 1) {
              if (m[at + r] < m[at + late]) {
                if ((m[7 /* saw */ + (at + late)] & 1 << r) !== 0) {
                  if ((m[9 /* seen */ + (at + device)] & 1 << late) === 0) {
                    if ((m[9 /* seen */ + (next + device)] & 1 << late) !== 0) {
                      each_op: for (let op = 0; op < 2; op++) {
                        let forall4 = 1;
                        each_s: for (let s = 0; s < 2; s++) {
                          if (!(m[at + op] <= m[at + s] || ((m[12 /* counted */ + (at + device)] & 1 << s) !== 0 ? 1 : 0) === ((m[12 /* counted */ + (next + device)] & 1 << s) !== 0 ? 1 : 0))) {
                            forall4 = 0;
                            break each_s;
                          }
                        }
                        if (!(forall4 === 0 || ((m[12 /* counted */ + (at + device)] & 1 << op) !== 0 ? 1 : 0) === ((m[12 /* counted */ + (next + device)] & 1 << op) !== 0 ? 1 : 0))) {
                          forall3 = 0;
                          break each_op;
                        }
                      }
                    }
                  }
                }
              }
            }
          }
          if (forall3 === 0) {
            forall2 = 0;
            break each_r;
          }
        }
        if (forall2 === 0) {
          forall1 = 0;
          break each_late;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_device;
      }
    }
    return forall;
  }

  // @reachable aBackdatedOperationIsVoid  specs/revocation-by-seniors/spec.ts:99:14
  function reachable_aBackdatedOperationIsVoid(at) {
    let exists = 0;
    each_device: for (let device = 0; device < 3; device++) {
      let exists1 = 0;
      each_op: for (let op = 0; op < 2; op++) {
        let exists2 = 0;
        if ((m[9 /* seen */ + (at + device)] & 1 << op) !== 0) {
          each_r: for (let r = 0; r < 2; r++) {
            if ((m[12 /* counted */ + (at + device)] & 1 << r) !== 0 && m[2 /* revoked */ + (at + r)] === m[at + op] + 1 && m[at + r] < m[at + op] && (m[7 /* saw */ + (at + op)] & 1 << r) !== 0 && (m[5 /* knows */ + (at + op)] & 1 << r) === 0) {
              exists2 = 1;
              break each_r;
            }
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_op;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_device;
      }
    }
    return exists;
  }

  // @reachable revokingTheRevokerUndoesItsWork  specs/revocation-by-seniors/spec.ts:105:14
  function reachable_revokingTheRevokerUndoesItsWork(at) {
    let exists = 0;
    each_device: for (let device = 0; device < 3; device++) {
      let exists1 = 0;
      each_r: for (let r = 0; r < 2; r++) {
        let exists2 = 0;
        if ((m[12 /* counted */ + (at + device)] & 1 << r) !== 0) {
          each_op: for (let op = 0; op < 2; op++) {
            let and = (m[9 /* seen */ + (at + device)] & 1 << op) !== 0 && (m[12 /* counted */ + (at + device)] & 1 << op) === 0 && m[2 /* revoked */ + (at + op)] !== 0 ? 1 : 0;
            if (and !== 0) {
              let member = m[at + op];
              let result = m[2 /* revoked */ + (at + r)] === member + 1 && m[at + r] < member && (m[5 /* knows */ + (at + r)] & 1 << op) === 0 ? 1 : 0;
              and = result;
            }
            if (and !== 0) {
              exists2 = 1;
              break each_op;
            }
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_r;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_device;
      }
    }
    return exists;
  }

  // @reachable antecedent of nothingFollowsAKnownRevocation  specs/revocation-by-seniors/spec.ts:54:12
  function reachable_antecedent_of_nothingFollowsAKnownRevocation(at) {
    let exists = 0;
    each_device: for (let device = 0; device < 3; device++) {
      let exists1 = 0;
      each_op: for (let op = 0; op < 2; op++) {
        let exists2 = 0;
        each_r: for (let r = 0; r < 2; r++) {
          if ((m[12 /* counted */ + (at + device)] & 1 << r) !== 0 && m[2 /* revoked */ + (at + r)] === m[at + op] + 1 && m[at + r] < m[at + op] && (m[5 /* knows */ + (at + op)] & 1 << r) !== 0) {
            exists2 = 1;
            break each_r;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_op;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_device;
      }
    }
    return exists;
  }

  // @reachable antecedent of backdatedOperationsDoNotCount  specs/revocation-by-seniors/spec.ts:61:12
  function reachable_antecedent_of_backdatedOperationsDoNotCount(at) {
    let exists = 0;
    each_device: for (let device = 0; device < 3; device++) {
      let exists1 = 0;
      each_op: for (let op = 0; op < 2; op++) {
        let exists2 = 0;
        each_r: for (let r = 0; r < 2; r++) {
          if ((m[12 /* counted */ + (at + device)] & 1 << r) !== 0 && m[2 /* revoked */ + (at + r)] === m[at + op] + 1 && m[at + r] < m[at + op] && (m[7 /* saw */ + (at + op)] & 1 << r) !== 0) {
            exists2 = 1;
            break each_r;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_op;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_device;
      }
    }
    return exists;
  }

  // @reachable antecedent of agreementComesFromAbove  specs/revocation-by-seniors/spec.ts:71:12
  function reachable_antecedent_of_agreementComesFromAbove(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      each_b: for (let b = 0; b < 3; b++) {
        let exists2 = 0;
        if (m[9 /* seen */ + (at + a)] === m[9 /* seen */ + (at + b)]) {
          each_op: for (let op = 0; op < 2; op++) {
            let forall = 1;
            each_s: for (let s = 0; s < 2; s++) {
              if (!(m[at + op] <= m[at + s] || ((m[12 /* counted */ + (at + a)] & 1 << s) !== 0 ? 1 : 0) === ((m[12 /* counted */ + (at + b)] & 1 << s) !== 0 ? 1 : 0))) {
                forall = 0;
                break each_s;
              }
            }
            if (forall !== 0) {
              exists2 = 1;
              break each_op;
            }
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

  // @action write(op: Op, knows: Set<Op>)  specs/revocation-by-seniors/spec.ts:29:11
  function action_write() {
    let enabledHere = 0;
    for (let op = 0; op < 2; op++) {
      for (let knows = 0; knows < 4; knows++) {
        skip: {
          let author = m[15 + op];
          // require(!this.written.has(op))
          if ((m[19 /* written */] & 1 << op) !== 0) break skip;
          // require(knows.isSubsetOf(this.seen[author]))
          if ((knows & (m[24 /* seen */ + author] ^ -1)) !== 0) break skip;
          // require(forall(knows, (o) => this.knows[o].isSubsetOf(knows)))
          let forall = 1;
          each_o: for (let o$bits = knows; o$bits !== 0; o$bits &= o$bits - 1) {
            const o = 31 - Math.clz32(o$bits & -o$bits);
            if ((m[20 /* knows */ + o] & (knows ^ -1)) !== 0) {
              forall = 0;
              break each_o;
            }
          }
          if (forall === 0) break skip;
          // this.written = this.written.add(op)
          m[19 /* written */] = m[19 /* written */] | 1 << op;
          // this.knows[op] = knows
          m[20 /* knows */ + op] = knows;
          // this.saw[op] = this.seen[author]
          m[22 /* saw */ + op] = m[24 /* seen */ + author];
          let word0 = m[30 /* word 0 */] & -769 | m[19 /* written */] << 8;
          word0 = word0 & (3 << op * 2 + 10 ^ -1) | m[20 /* knows */ + op] << op * 2 + 10;
          word0 = word0 & (3 << op * 2 + 14 ^ -1) | m[22 /* saw */ + op] << op * 2 + 14;
          enabledHere = enabledHere + 1 | 0;
          if (step_backdatingHasNoEffect(0, 15) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 0, 0);
          }
          if (word0 !== m[30 /* word 0 */]) {
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
          m[19] = m[4];
          m[20 /* knows */ + op] = m[5 /* knows */ + op];
          m[22 /* saw */ + op] = m[7 /* saw */ + op];
        }
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action receive(device: Member, op: Op, counted: Set<Op>)  specs/revocation-by-seniors/spec.ts:39:11
  function action_receive() {
    let enabledHere = 0;
    for (let device = 0; device < 3; device++) {
      each_op: for (let op$bits = m[19 /* written */] & 3; op$bits !== 0; op$bits &= op$bits - 1) {
        const op = 31 - Math.clz32(op$bits & -op$bits);
        // require(!this.seen[device].has(op))
        if ((m[24 /* seen */ + device] & 1 << op) !== 0) continue each_op;
        // require(this.knows[op].isSubsetOf(this.seen[device]))
        if ((m[20 /* knows */ + op] & (m[24 /* seen */ + device] ^ -1)) !== 0) continue each_op;
        for (let counted = 0; counted < 4; counted++) {
          instance: {
            // this.seen[device] = this.seen[device].add(op)
            m[24 /* seen */ + device] = m[24 /* seen */ + device] | 1 << op;
            // require(forall((o: Op) => counted.has(o) === (this.seen[device].has(o) && !exists((r: Op) => counted.has(r) && {   }))))
            let forall = 1;
            each_o: for (let o = 0; o < 2; o++) {
              let and1 = (m[24 /* seen */ + device] & 1 << o) !== 0 ? 1 : 0;
              if (and1 !== 0) {
                let exists = 0;
                each_r: for (let r = 0; r < 2; r++) {
                  let and = (counted & 1 << r) !== 0 ? 1 : 0;
                  if (and !== 0) {
                    let member = m[15 + o];
                    let result = m[17 /* revoked */ + r] === member + 1 && m[15 + r] < member && (m[20 /* knows */ + r] & 1 << o) === 0 ? 1 : 0;
                    and = result;
                  }
                  if (and !== 0) {
                    exists = 1;
                    break each_r;
                  }
                }
                and1 = exists === 0 ? 1 : 0;
              }
              if (((counted & 1 << o) !== 0 ? 1 : 0) !== and1) {
                forall = 0;
                break each_o;
              }
            }
            if (forall === 0) break instance;
            // this.counted[device] = counted
            m[27 /* counted */ + device] = counted;
            let word0 = m[30 /* word 0 */] & (3 << device * 2 + 18 ^ -1) | m[24 /* seen */ + device] << device * 2 + 18;
            word0 = word0 & (3 << device * 2 + 24 ^ -1) | m[27 /* counted */ + device] << device * 2 + 24;
            enabledHere = enabledHere + 1 | 0;
            if (step_backdatingHasNoEffect(0, 15) === 0) {
              rows[sink.count] = word0;
              sink.violation("step", 0, 1);
            }
            if (word0 !== m[30 /* word 0 */]) {
              rows[sink.count] = word0;
              if (++sink.count === capacity) sink.flush();
            }
          }
          m[24 /* seen */ + device] = m[9 /* seen */ + device];
          m[27 /* counted */ + device] = m[12 /* counted */ + device];
        }
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

  // The initial states  specs/revocation-by-seniors/spec.ts:14:14
  function initial() {
    for (let author = 0; author < 9; author++) {
      let rest = author;
      for (let k = 0; k < 2; k++) {
        let digit = rest % 3 | 0;
        m[15 + (1 - k | 0)] = digit;
        rest = rest / 3 | 0;
      }
      for (let revoked = 0; revoked < 16; revoked++) {
        let rest1 = revoked;
        for (let k1 = 0; k1 < 2; k1++) {
          let digit1 = rest1 % 4 | 0;
          m[17 /* revoked */ + (1 - k1 | 0)] = digit1;
          rest1 = rest1 / 4 | 0;
        }
        m[19 /* written */] = 0;
        for (let k2 = 0; k2 < 2; k2++) {
          m[20 /* knows */ + k2] = 0;
        }
        for (let k3 = 0; k3 < 2; k3++) {
          m[22 /* saw */ + k3] = 0;
        }
        for (let k4 = 0; k4 < 3; k4++) {
          m[24 /* seen */ + k4] = 0;
        }
        for (let k5 = 0; k5 < 3; k5++) {
          m[27 /* counted */ + k5] = 0;
        }
        for (let slot = 0; slot < 15; slot++) {
          $patchSlot(slot);
        }
        writeRow(31);
        if (++sink.count === capacity) sink.flush();
      }
    }
  }

  return {
    words: 1,
    actions: ["write", "receive"],
    invariants: ["nothingFollowsAKnownRevocation", "backdatedOperationsDoNotCount", "agreementComesFromAbove"],
    steps: ["backdatingHasNoEffect"],
    reachables: ["aBackdatedOperationIsVoid", "revokingTheRevokerUndoesItsWork", "antecedent of nothingFollowsAKnownRevocation", "antecedent of backdatedOperationsDoNotCount", "antecedent of agreementComesFromAbove"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_write() + action_receive();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_aBackdatedOperationIsVoid(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_revokingTheRevokerUndoesItsWork(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_nothingFollowsAKnownRevocation(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_backdatedOperationsDoNotCount(0) !== 0) pending[3] = 0;
      if (pending[4] !== 0 && reachable_antecedent_of_agreementComesFromAbove(0) !== 0) pending[4] = 0;
      if (skip[0] === 0 && invariant_nothingFollowsAKnownRevocation(0) === 0) return 0;
      if (skip[1] === 0 && invariant_backdatedOperationsDoNotCount(0) === 0) return 1;
      if (skip[2] === 0 && invariant_agreementComesFromAbove(0) === 0) return 2;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
