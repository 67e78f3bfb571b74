// AtomicCommit: an explicit-state model. Generated; do not edit.
// specs/atomic-commit/spec.ts:29:14
//
// A state is 9 words of 32 bits, and 41 slots when unpacked:
//   net.messages: Set<{ kind: "accepted"; from: "r1" | "r2" | "tm"; outcome: "aborted" | "committed"; to: "r1" | "r2" | "tm" } | { kind: "decision"; from: "r1" | "r...  slots 0..6  bits 0.0..6.23
//   nodes.down: Set<"r1" | "r2" | "tm">  slots 7  bits 6.24..6.26
//   nodes.crashed: Int<0, 7>  slots 8  bits 6.27..6.29
//   tm: "aborted" | "committed" | "idle" | "prepares" | "waits"  slots 9  bits 7.0..7.2
//   rm: Record<"r1" | "r2", "aborted" | "committed" | "precommitted" | "prepared" | "working">  slots 10..11  bits 7.3..7.8
//   votes: Record<"r1" | "r2" | "tm", Record<"r1" | "r2", ("no" | "yes") | undefined>>  slots 12..17  bits 7.9..7.20
//   heard: Record<"r1" | "r2" | "tm", Set<"r1" | "r2" | "tm">>  slots 18..20  bits 7.21..7.29
//   promised: Record<"r1" | "r2" | "tm", "r1" | "r2" | "tm">  slots 21..23  bits 7.30..8.3
//   accepted: Record<"r1" | "r2" | "tm", ({ leader: "r1" | "r2"; outcome: "aborted" | "committed" }) | undefined>  slots 24..32  bits 8.4..8.12
//   stage: Record<"r1" | "r2", "asks" | "follows" | "proposes">  slots 33..34  bits 8.13..8.16
//   found: Record<"r1" | "r2", Record<"r1" | "r2", ("no" | "yes") | undefined>>  slots 35..38  bits 8.17..8.24
//   proposal: Record<"r1" | "r2", ("aborted" | "committed") | undefined>  slots 39..40  bits 8.25..8.28
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 9;

export function createModel(sink) {
  const m = new Int32Array(216);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(11);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $to__r1_____r2_____tm___r1_____r2_ = new Int32Array([0,1,-1]);
  const $to__tm___r1_____r2_____tm_ = new Int32Array([2]);
  const $wordOfSlot = new Int32Array([0,1,2,3,4,5,6,6,6,7,7,7,7,7,7,7,7,7,7,7,7,7,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8]);
  const $clearMaskOfSlot = new Int32Array([0,0,0,0,0,0,-16777216,-117440513,-939524097,-8,-57,-449,-1537,-6145,-24577,-98305,-393217,-1572865,-14680065,-117440513,-939524097,1073741823,-4,-13,-17,-33,-65,-129,-257,-513,-1025,-2049,-4097,-24577,-98305,-393217,-1572865,-6291457,-25165825,-100663297,-402653185]);
  const $shiftOfSlot = new Int32Array([0,0,0,0,0,0,0,24,27,0,3,6,9,11,13,15,17,19,21,24,27,30,0,2,4,5,6,7,8,9,10,11,12,13,15,17,19,21,23,25,27]);

  function popcount(x) {
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }

  function writeRow(from) {
    const row = sink.count * 9;
    for (let i = 0; i < 9; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(41, 0, 41);
    m.copyWithin(91, 82, 91);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[82]) {
      m[82] = m[91] = word;
      m[0] = m[41] = word;
    }
    word = states[offset + 1] | 0;
    if (word !== m[83]) {
      m[83] = m[92] = word;
      m[1] = m[42] = word;
    }
    word = states[offset + 2] | 0;
    if (word !== m[84]) {
      m[84] = m[93] = word;
      m[2] = m[43] = word;
    }
    word = states[offset + 3] | 0;
    if (word !== m[85]) {
      m[85] = m[94] = word;
      m[3] = m[44] = word;
    }
    word = states[offset + 4] | 0;
    if (word !== m[86]) {
      m[86] = m[95] = word;
      m[4] = m[45] = word;
    }
    word = states[offset + 5] | 0;
    if (word !== m[87]) {
      m[87] = m[96] = word;
      m[5] = m[46] = word;
    }
    word = states[offset + 6] | 0;
    if (word !== m[88]) {
      m[88] = m[97] = word;
      m[6] = m[47] = word & 16777215;
      m[7] = m[48] = (word >>> 24) & 7;
      m[8] = m[49] = (word >>> 27) & 7;
    }
    word = states[offset + 7] | 0;
    if (word !== m[89]) {
      m[89] = m[98] = word;
      m[9] = m[50] = word & 7;
      m[10] = m[51] = (word >>> 3) & 7;
      m[11] = m[52] = (word >>> 6) & 7;
      m[12] = m[53] = (word >>> 9) & 3;
      m[13] = m[54] = (word >>> 11) & 3;
      m[14] = m[55] = (word >>> 13) & 3;
      m[15] = m[56] = (word >>> 15) & 3;
      m[16] = m[57] = (word >>> 17) & 3;
      m[17] = m[58] = (word >>> 19) & 3;
      m[18] = m[59] = (word >>> 21) & 7;
      m[19] = m[60] = (word >>> 24) & 7;
      m[20] = m[61] = (word >>> 27) & 7;
      m[21] = m[62] = word >>> 30;
    }
    word = states[offset + 8] | 0;
    if (word !== m[90]) {
      m[90] = m[99] = word;
      m[22] = m[63] = word & 3;
      m[23] = m[64] = (word >>> 2) & 3;
      m[24] = m[65] = (word >>> 4) & 1;
      m[25] = m[66] = (word >>> 5) & 1;
      m[26] = m[67] = (word >>> 6) & 1;
      m[27] = m[68] = (word >>> 7) & 1;
      m[28] = m[69] = (word >>> 8) & 1;
      m[29] = m[70] = (word >>> 9) & 1;
      m[30] = m[71] = (word >>> 10) & 1;
      m[31] = m[72] = (word >>> 11) & 1;
      m[32] = m[73] = (word >>> 12) & 1;
      m[33] = m[74] = (word >>> 13) & 3;
      m[34] = m[75] = (word >>> 15) & 3;
      m[35] = m[76] = (word >>> 17) & 3;
      m[36] = m[77] = (word >>> 19) & 3;
      m[37] = m[78] = (word >>> 21) & 3;
      m[38] = m[79] = (word >>> 23) & 3;
      m[39] = m[80] = (word >>> 25) & 3;
      m[40] = m[81] = (word >>> 27) & 3;
    }
  }

  // @invariant allOrNothing  specs/atomic-commit/spec.ts:244:14
  function invariant_allOrNothing(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 2; a++) {
      let forall1 = 1;
      if (m[10 /* rm */ + (at + a)] === 1 /* "committed" */) {
        each_b: for (let b = 0; b < 2; b++) {
          if (m[10 /* rm */ + (at + b)] === 0 /* "aborted" */) {
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
    let and = forall;
    if (and !== 0) {
      let forall2 = 1;
      each_rm: for (let rm = 0; rm < 2; rm++) {
        if (!((m[9 /* tm */ + at] !== 1 /* "committed" */ || m[10 /* rm */ + (at + rm)] !== 0 /* "aborted" */) && (m[9 /* tm */ + at] !== 0 /* "aborted" */ || m[10 /* rm */ + (at + rm)] !== 1 /* "committed" */))) {
          forall2 = 0;
          break each_rm;
        }
      }
      and = forall2;
    }
    return and;
  }

  // @invariant everyoneHasAVeto  specs/atomic-commit/spec.ts:250:14
  function invariant_everyoneHasAVeto(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 2; a++) {
      let forall1 = 1;
      if (m[10 /* rm */ + (at + a)] === 1 /* "committed" */) {
        each_b: for (let b = 0; b < 2; b++) {
          if (m[10 /* rm */ + (at + b)] === 4 /* "working" */) {
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

  // @step decisionsAreFinal  specs/atomic-commit/spec.ts:254:9
  function step_decisionsAreFinal(at, next) {
    let forall = 1;
    each_rm: for (let rm = 0; rm < 2; rm++) {
      if (!(!(m[10 /* rm */ + (at + rm)] === 1 /* "committed" */ || m[10 /* rm */ + (at + rm)] === 0 /* "aborted" */) || m[10 /* rm */ + (next + rm)] === m[10 /* rm */ + (at + rm)])) {
        forall = 0;
        break each_rm;
      }
    }
    return forall;
  }

  // @reachable allCommit  specs/atomic-commit/spec.ts:266:14
  function reachable_allCommit(at) {
    let forall = 1;
    each_rm: for (let rm = 0; rm < 2; rm++) {
      if (m[10 /* rm */ + (at + rm)] !== 1 /* "committed" */) {
        forall = 0;
        break each_rm;
      }
    }
    return forall !== 0 && m[9 /* tm */ + at] === 1 /* "committed" */ ? 1 : 0;
  }

  // @reachable allAbort  specs/atomic-commit/spec.ts:270:14
  function reachable_allAbort(at) {
    let forall = 1;
    each_rm: for (let rm = 0; rm < 2; rm++) {
      if (m[10 /* rm */ + (at + rm)] !== 0 /* "aborted" */) {
        forall = 0;
        break each_rm;
      }
    }
    return forall !== 0 && m[9 /* tm */ + at] === 0 /* "aborted" */ ? 1 : 0;
  }

  // @reachable decidesWithoutTheCoordinator  specs/atomic-commit/spec.ts:275:14
  function reachable_decidesWithoutTheCoordinator(at) {
    let and1 = (m[7 /* nodes.down */ + at] & 4) !== 0 && m[9 /* tm */ + at] === 4 /* "waits" */ ? 1 : 0;
    if (and1 !== 0) {
      let forall = 1;
      each_rm: for (let rm = 0; rm < 2; rm++) {
        let and = m[10 /* rm */ + (at + rm)] === 1 /* "committed" */ || m[10 /* rm */ + (at + rm)] === 0 /* "aborted" */ ? 1 : 0;
        if (and !== 0) {
          let or = m[16 /* votes */ + (at + rm)] === 2 /* "yes" */ ? 1 : 0;
          if (or === 0) {
            let element = (rm * 3 + 2 /* "tm" */) * 2 + 205 /* "yes" */;
            or = (m[at + (element >>> 5)] & 1 << element) !== 0 ? 1 : 0;
          }
          and = or;
        }
        if (and === 0) {
          forall = 0;
          break each_rm;
        }
      }
      and1 = forall;
    }
    return and1;
  }

  // @reachable antecedent of allOrNothing #1  specs/atomic-commit/spec.ts:246:7
  function reachable_antecedent_of_allOrNothing__1(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 2; a++) {
      let forall1 = 1;
      if (m[10 /* rm */ + (at + a)] === 1 /* "committed" */) {
        each_b: for (let b = 0; b < 2; b++) {
          if (m[10 /* rm */ + (at + b)] === 0 /* "aborted" */) {
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
    let and = forall;
    if (and !== 0) {
      let exists = 0;
      if (m[9 /* tm */ + at] === 1 /* "committed" */) {
        each_rm: for (let rm = 0; rm < 2; rm++) {
          exists = 1;
          break each_rm;
        }
      }
      and = exists;
    }
    return and;
  }

  // @reachable antecedent of allOrNothing #2  specs/atomic-commit/spec.ts:246:7
  function reachable_antecedent_of_allOrNothing__2(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 2; a++) {
      let forall1 = 1;
      if (m[10 /* rm */ + (at + a)] === 1 /* "committed" */) {
        each_b: for (let b = 0; b < 2; b++) {
          if (m[10 /* rm */ + (at + b)] === 0 /* "aborted" */) {
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
    let and = forall;
    if (and !== 0) {
      let exists = 0;
      if (m[9 /* tm */ + at] === 0 /* "aborted" */) {
        each_rm: for (let rm = 0; rm < 2; rm++) {
          if (m[9 /* tm */ + at] !== 1 /* "committed" */ || m[10 /* rm */ + (at + rm)] !== 0 /* "aborted" */) {
            exists = 1;
            break each_rm;
          }
        }
      }
      and = exists;
    }
    return and;
  }

  // @reachable antecedent of everyoneHasAVeto  specs/atomic-commit/spec.ts:251:12
  function reachable_antecedent_of_everyoneHasAVeto(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 2; a++) {
      let exists1 = 0;
      if (m[10 /* rm */ + (at + a)] === 1 /* "committed" */) {
        each_b: for (let b = 0; b < 2; b++) {
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

  // @action nodes.crash(node: "r1" | "r2" | "tm")  tenet/faults:319:10
  function action_nodes_crash() {
    let enabledHere = 0;
    for (let node = 0; node < 3; node++) {
      skip: {
        instance: {
          let used = m[49 /* nodes.crashed */];
          // require(used < 1)
          if (1 <= used) break skip;
          // this.nodes.crashed = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 0, 0);
            break instance;
          }
          m[49 /* nodes.crashed */] = value;
          // require(!this.nodes.down.has(node))
          if ((m[48 /* nodes.down */] & 1 << node) !== 0) break instance;
          // this.nodes.down = this.nodes.down.add(node)
          m[48 /* nodes.down */] = m[48 /* nodes.down */] | 1 << node;
          let changed = 0;
          m[97] = m[88 /* word 6 */] & -1056964609 | m[48 /* nodes.down */] << 24 | m[49 /* nodes.crashed */] << 27;
          changed = changed | m[97] ^ m[88 /* word 6 */];
          enabledHere = enabledHere + 1 | 0;
          if (step_decisionsAreFinal(0, 41) === 0) {
            writeRow(91);
            sink.violation("step", 0, 0);
          }
          if (changed !== 0) {
            writeRow(91);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[48] = m[7];
        m[49] = m[8];
        m[97] = m[88 /* word 6 */];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action hearDecision(m: { kind: "accepted"; from: "r1" | "r2" | "tm"; outcome: "aborted" | "committed"; to: "r1" | "r2" | "tm" } | { kind: "decision"; from: "r1...
  function action_hearDecision() {
    let enabledHere = 0;
    for (let m1 = 18; m1 < 36; m1++) {
      skip: {
        instance: {
          // require({   })
          let node = (m1 - 18 | 0) % 3 | 0;
          let result = (m[48 /* nodes.down */] & 1 << node) === 0 ? 1 : 0;
          if (result === 0) break skip;
          // require({   })
          let a = (m1 - 18 | 0) / 6 | 0;
          let b = (m1 - 18 | 0) % 3 | 0;
          // require(this.net.messages.has(m))
          if ((m[41 + (m1 >>> 5)] & 1 << m1) === 0) break skip;
          // this.net.messages = this.net.messages.delete(m)
          m[41 + (m1 >>> 5)] = m[41 + (m1 >>> 5)] & (1 << m1 ^ -1);
          let node_2 = (m1 - 18 | 0) % 3 | 0;
          let outcome = ((m1 - 18 | 0) / 3 | 0) % 2 | 0;
          if (node_2 === 2 /* "tm" */) {
            // this.tm = outcome
            m[50 /* tm */] = outcome;
          } else {
            // this.rm[node$2] = outcome
            let cast = $to__r1_____r2_____tm___r1_____r2_[node_2];
            if (cast < 0) {
              sink.violation("failure", 1, 1);
              break instance;
            }
            m[51 /* rm */ + cast] = outcome;
            // this.stage[node$2] = "follows"
            let cast1 = $to__r1_____r2_____tm___r1_____r2_[node_2];
            if (cast1 < 0) {
              sink.violation("failure", 2, 1);
              break instance;
            }
            m[74 /* stage */ + cast1] = 1 /* "follows" */;
          }
          // this.net.messages = filter(this.net.messages, (m$2) => m$2.to !== node$2 || m$2.kind !== "promise" && m$2.kind !== "accepted")
          m.fill(0, 100, 107);
          for (let word = 0; word < 7; word++) {
            for (let m_2$bits = m[41 + word]; m_2$bits !== 0; m_2$bits &= m_2$bits - 1) {
              const m_2 = 31 - Math.clz32(m_2$bits & -m_2$bits) + word * 32;
              let tag = m_2 < 18 ? 0 : m_2 < 36 ? 1 : m_2 < 38 ? 2 : m_2 < 40 ? 3 : m_2 < 202 ? 4 : m_2 < 204 ? 5 : 6;
              let to = 0;
              if (tag === 0) {
                to = m_2 % 3;
              } else if (tag === 1) {
                to = (m_2 - 18 | 0) % 3 | 0;
              } else if (tag === 2) {
                to = (m_2 - 36 | 0) % 2 | 0;
              } else if (tag === 3) {
                to = (m_2 - 38 | 0) % 2 | 0;
              } else if (tag === 4) {
                to = (m_2 - 40 | 0) % 2 | 0;
              } else if (tag === 5) {
                to = 2;
              } else {
                to = ((m_2 - 204 | 0) / 2 | 0) % 3 | 0;
              }
              if (to !== node_2 || (m_2 < 18 ? 0 : m_2 < 36 ? 1 : m_2 < 38 ? 2 : m_2 < 40 ? 3 : m_2 < 202 ? 4 : m_2 < 204 ? 5 : 6) !== 4 /* "promise" */ && (m_2 < 18 ? 0 : m_2 < 36 ? 1 : m_2 < 38 ? 2 : m_2 < 40 ? 3 : m_2 < 202 ? 4 : m_2 < 204 ? 5 : 6) !== 0 /* "accepted" */) m[100 + (m_2 >>> 5)] = m[100 + (m_2 >>> 5)] | 1 << m_2;
            }
          }
          m.copyWithin(41, 100, 107);
          let changed = 0;
          m[91] = m[41 /* net.messages 0 */];
          changed = changed | m[91] ^ m[82 /* word 0 */];
          m[92] = m[42 /* net.messages 1 */];
          changed = changed | m[92] ^ m[83 /* word 1 */];
          m[93] = m[43 /* net.messages 2 */];
          changed = changed | m[93] ^ m[84 /* word 2 */];
          m[94] = m[44 /* net.messages 3 */];
          changed = changed | m[94] ^ m[85 /* word 3 */];
          m[95] = m[45 /* net.messages 4 */];
          changed = changed | m[95] ^ m[86 /* word 4 */];
          m[96] = m[46 /* net.messages 5 */];
          changed = changed | m[96] ^ m[87 /* word 5 */];
          m[97] = m[88 /* word 6 */] & -16777216 | m[47 /* net.messages 6 */];
          changed = changed | m[97] ^ m[88 /* word 6 */];
          m[98] = m[89 /* word 7 */] & -512 | m[50 /* tm */] | m[51 /* rm 0 */] << 3 | m[52 /* rm 1 */] << 6;
          changed = changed | m[98] ^ m[89 /* word 7 */];
          m[99] = m[90 /* word 8 */] & -122881 | m[74 /* stage 0 */] << 13 | m[75 /* stage 1 */] << 15;
          changed = changed | m[99] ^ m[90 /* word 8 */];
          enabledHere = enabledHere + 1 | 0;
          if (step_decisionsAreFinal(0, 41) === 0) {
            writeRow(91);
            sink.violation("step", 0, 1);
          }
          if (changed !== 0) {
            writeRow(91);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m.copyWithin(41, 0, 7);
        m[50] = m[9];
        m[51] = m[10];
        m[52] = m[11];
        m[74] = m[33];
        m[75] = m[34];
        m[91] = m[82 /* word 0 */];
        m[92] = m[83 /* word 1 */];
        m[93] = m[84 /* word 2 */];
        m[94] = m[85 /* word 3 */];
        m[95] = m[86 /* word 4 */];
        m[96] = m[87 /* word 5 */];
        m[97] = m[88 /* word 6 */];
        m[98] = m[89 /* word 7 */];
        m[99] = m[90 /* word 8 */];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action begin()  specs/atomic-commit/spec.ts:95:11
  function action_begin() {
    let enabledHere = 0;
    none: {
      // require(this.tm === "idle")
      if (m[50 /* tm */] !== 2 /* "idle" */) break none;
      // require(!this.nodes.down.has("tm"))
      if ((m[48 /* nodes.down */] & 4) !== 0) break none;
      // this.tm = "waits"
      m[50 /* tm */] = 4 /* "waits" */;
      let set = 0;
      for (let _rm = 0; _rm < 2; _rm++) {
        set = set | 1 << _rm;
      }
      let to = set;
      for (let to1$bits = to; to1$bits !== 0; to1$bits &= to1$bits - 1) {
        const to1 = 31 - Math.clz32(to1$bits & -to1$bits);
        m[107] = 3 /* "prepare" */;
        m[108] = 0 /* "tm" */;
        m[109] = to1;
        m[110] = 0;
        m[111] = 0;
        m[112] = 0;
        // this.net.messages = this.net.messages.add(message)
        let index = 0;
        let tag = m[107];
        if (tag === 0) {
          index = (m[108] * 2 + m[109]) * 3 + m[110];
        } else if (tag === 1) {
          index = (m[108] * 2 + m[109]) * 3 + m[110] + 18;
        } else if (tag === 2) {
          index = m[108] * 2 + m[109] + 36;
        } else if (tag === 3) {
          index = m[108] * 2 + m[109] + 38;
        } else if (tag === 4) {
          index = (((m[108] * 3 + m[109]) * 3 + m[110]) * 3 + m[111]) * 2 + m[112] + 40;
        } else if (tag === 5) {
          index = m[108] + m[109] + 202;
        } else {
          index = (m[108] * 3 + m[109]) * 2 + m[110] + 204;
        }
        let element = index;
        m[41 + (element >>> 5)] = m[41 + (element >>> 5)] | 1 << element;
      }
      let changed = 0;
      m[91] = m[41 /* net.messages 0 */];
      changed = changed | m[91] ^ m[82 /* word 0 */];
      m[92] = m[42 /* net.messages 1 */];
      changed = changed | m[92] ^ m[83 /* word 1 */];
      m[93] = m[43 /* net.messages 2 */];
      changed = changed | m[93] ^ m[84 /* word 2 */];
      m[94] = m[44 /* net.messages 3 */];
      changed = changed | m[94] ^ m[85 /* word 3 */];
      m[95] = m[45 /* net.messages 4 */];
      changed = changed | m[95] ^ m[86 /* word 4 */];
      m[96] = m[46 /* net.messages 5 */];
      changed = changed | m[96] ^ m[87 /* word 5 */];
      m[97] = m[88 /* word 6 */] & -16777216 | m[47 /* net.messages 6 */];
      changed = changed | m[97] ^ m[88 /* word 6 */];
      m[98] = m[89 /* word 7 */] & -8 | m[50 /* tm */];
      changed = changed | m[98] ^ m[89 /* word 7 */];
      enabledHere = enabledHere + 1 | 0;
      if (step_decisionsAreFinal(0, 41) === 0) {
        writeRow(91);
        sink.violation("step", 0, 2);
      }
      if (changed !== 0) {
        writeRow(91);
        if (++sink.count === capacity) sink.flush();
      }
      m.copyWithin(41, 0, 7);
      m[50] = m[9];
      m[91] = m[82 /* word 0 */];
      m[92] = m[83 /* word 1 */];
      m[93] = m[84 /* word 2 */];
      m[94] = m[85 /* word 3 */];
      m[95] = m[86 /* word 4 */];
      m[96] = m[87 /* word 5 */];
      m[97] = m[88 /* word 6 */];
      m[98] = m[89 /* word 7 */];
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action vote(m: { kind: "accepted"; from: "r1" | "r2" | "tm"; outcome: "aborted" | "committed"; to: "r1" | "r2" | "tm" } | { kind: "decision"; from: "r1" | "r2"...
  function action_vote() {
    let enabledHere = 0;
    for (let m1 = 38; m1 < 40; m1++) {
      for (let vote = 0; vote < 2; vote++) {
        skip: {
          instance: {
            // require({   })
            let node = (m1 - 38 | 0) % 2 | 0;
            let result = (m[48 /* nodes.down */] & 1 << node) === 0 ? 1 : 0;
            if (result === 0) break skip;
            // require(this.rm[m.to] === "working" || vote === "no")
            let cast = $to__r1_____r2_____tm___r1_____r2_[(m1 - 38 | 0) % 2 | 0];
            if (cast < 0) {
              sink.violation("failure", 3, 3);
              break skip;
            }
            if (!(m[51 /* rm */ + cast] === 4 /* "working" */ || vote === 0 /* "no" */)) break skip;
            // require({   })
            let cast1 = $to__tm___r1_____r2_____tm_[(m1 - 38 | 0) / 2 | 0];
            let a = cast1;
            let b = (m1 - 38 | 0) % 2 | 0;
            // require(this.net.messages.has(m))
            if ((m[41 + (m1 >>> 5)] & 1 << m1) === 0) break skip;
            // this.net.messages = this.net.messages.delete(m)
            m[41 + (m1 >>> 5)] = m[41 + (m1 >>> 5)] & (1 << m1 ^ -1);
            // this.rm[m.to] = vote === "yes" ? "prepared" : "aborted"
            let cast2 = $to__r1_____r2_____tm___r1_____r2_[(m1 - 38 | 0) % 2 | 0];
            if (cast2 < 0) {
              sink.violation("failure", 4, 3);
              break instance;
            }
            m[51 /* rm */ + cast2] = vote === 1 /* "yes" */ ? 3 /* "prepared" */ : 0 /* "aborted" */;
            m[113] = 6 /* "vote" */;
            let cast3 = $to__r1_____r2_____tm___r1_____r2_[(m1 - 38 | 0) % 2 | 0];
            if (cast3 < 0) {
              sink.violation("failure", 5, 3);
              break instance;
            }
            m[114] = cast3;
            m[115] = 2 /* "tm" */;
            m[116] = vote;
            m[117] = 0;
            m[118] = 0;
            // this.net.messages = this.net.messages.add(message)
            let index = 0;
            let tag = m[113];
            if (tag === 0) {
              index = (m[114] * 2 + m[115]) * 3 + m[116];
            } else if (tag === 1) {
              index = (m[114] * 2 + m[115]) * 3 + m[116] + 18;
            } else if (tag === 2) {
              index = m[114] * 2 + m[115] + 36;
            } else if (tag === 3) {
              index = m[114] * 2 + m[115] + 38;
            } else if (tag === 4) {
              index = (((m[114] * 3 + m[115]) * 3 + m[116]) * 3 + m[117]) * 2 + m[118] + 40;
            } else if (tag === 5) {
              index = m[114] + m[115] + 202;
            } else {
              index = (m[114] * 3 + m[115]) * 2 + m[116] + 204;
            }
            let element = index;
            m[41 + (element >>> 5)] = m[41 + (element >>> 5)] | 1 << element;
            m[119] = 6 /* "vote" */;
            let cast4 = $to__r1_____r2_____tm___r1_____r2_[(m1 - 38 | 0) % 2 | 0];
            if (cast4 < 0) {
              sink.violation("failure", 6, 3);
              break instance;
            }
            m[120] = cast4;
            m[121] = ((m1 - 38 | 0) % 2 | 0) === 0 /* "r1" */ ? 1 /* "r2" */ : 0 /* "r1" */;
            m[122] = vote;
            m[123] = 0;
            m[124] = 0;
            // this.net.messages = this.net.messages.add(message$2)
            let index1 = 0;
            let tag1 = m[119];
            if (tag1 === 0) {
              index1 = (m[120] * 2 + m[121]) * 3 + m[122];
            } else if (tag1 === 1) {
              index1 = (m[120] * 2 + m[121]) * 3 + m[122] + 18;
            } else if (tag1 === 2) {
              index1 = m[120] * 2 + m[121] + 36;
            } else if (tag1 === 3) {
              index1 = m[120] * 2 + m[121] + 38;
            } else if (tag1 === 4) {
              index1 = (((m[120] * 3 + m[121]) * 3 + m[122]) * 3 + m[123]) * 2 + m[124] + 40;
            } else if (tag1 === 5) {
              index1 = m[120] + m[121] + 202;
            } else {
              index1 = (m[120] * 3 + m[121]) * 2 + m[122] + 204;
            }
            let element1 = index1;
            m[41 + (element1 >>> 5)] = m[41 + (element1 >>> 5)] | 1 << element1;
            let node_2 = (m1 - 38 | 0) % 2 | 0;
            let cast5 = $to__r1_____r2_____tm___r1_____r2_[(m1 - 38 | 0) % 2 | 0];
            if (cast5 < 0) {
              sink.violation("failure", 7, 3);
              break instance;
            }
            let rm = cast5;
            helper: {
              if (m[62 /* promised */ + node_2] !== 2 /* "tm" */) break helper;
              // this.votes[node$2][rm] = vote
              m[53 /* votes */ + (node_2 * 2 + rm)] = vote + 1;
              let exists = 0;
              each_other: for (let other = 0; other < 2; other++) {
                if (m[53 /* votes */ + (node_2 * 2 + other)] === 0) {
                  exists = 1;
                  break each_other;
                }
              }
              if (exists !== 0) break helper;
              let forall = 1;
              each_other_2: for (let other_2 = 0; other_2 < 2; other_2++) {
                if (m[53 /* votes */ + (node_2 * 2 + other_2)] !== 2 /* "yes" */) {
                  forall = 0;
                  break each_other_2;
                }
              }
              let outcome = forall !== 0 ? 1 /* "committed" */ : 0 /* "aborted" */;
              if (node_2 === 2 /* "tm" */) {
                // this.heard["tm"] = this.heard["tm"].add(node$2)
                m[61 /* heard */] = m[61 /* heard */] | 1 << node_2;
                if (popcount(m[61 /* heard */]) === 2) {
                  // this.tm = outcome
                  m[50 /* tm */] = outcome;
                  // this.net.messages = filter(this.net.messages, (m$2) => m$2.to !== "tm" || m$2.kind !== "promise" && m$2.kind !== "accepted")
                  m.fill(0, 125, 132);
                  for (let word = 0; word < 7; word++) {
                    for (let m_2$bits = m[41 + word]; m_2$bits !== 0; m_2$bits &= m_2$bits - 1) {
                      const m_2 = 31 - Math.clz32(m_2$bits & -m_2$bits) + word * 32;
                      let tag2 = m_2 < 18 ? 0 : m_2 < 36 ? 1 : m_2 < 38 ? 2 : m_2 < 40 ? 3 : m_2 < 202 ? 4 : m_2 < 204 ? 5 : 6;
                      let to = 0;
                      if (tag2 === 0) {
                        to = m_2 % 3;
                      } else if (tag2 === 1) {
                        to = (m_2 - 18 | 0) % 3 | 0;
                      } else if (tag2 === 2) {
                        to = (m_2 - 36 | 0) % 2 | 0;
                      } else if (tag2 === 3) {
                        to = (m_2 - 38 | 0) % 2 | 0;
                      } else if (tag2 === 4) {
                        to = (m_2 - 40 | 0) % 2 | 0;
                      } else if (tag2 === 5) {
                        to = 2;
                      } else {
                        to = ((m_2 - 204 | 0) / 2 | 0) % 3 | 0;
                      }
                      if (to !== 2 /* "tm" */ || (m_2 < 18 ? 0 : m_2 < 36 ? 1 : m_2 < 38 ? 2 : m_2 < 40 ? 3 : m_2 < 202 ? 4 : m_2 < 204 ? 5 : 6) !== 4 /* "promise" */ && (m_2 < 18 ? 0 : m_2 < 36 ? 1 : m_2 < 38 ? 2 : m_2 < 40 ? 3 : m_2 < 202 ? 4 : m_2 < 204 ? 5 : 6) !== 0 /* "accepted" */) m[125 + (m_2 >>> 5)] = m[125 + (m_2 >>> 5)] | 1 << m_2;
                    }
                  }
                  m.copyWithin(41, 125, 132);
                  let set = 0;
                  for (let other_3 = 0; other_3 < 3; other_3++) {
                    if (other_3 !== 2 /* "tm" */) set = set | 1 << other_3;
                  }
                  let to1 = set;
                  for (let to2$bits = to1; to2$bits !== 0; to2$bits &= to2$bits - 1) {
                    const to2 = 31 - Math.clz32(to2$bits & -to2$bits);
                    m[132] = 1 /* "decision" */;
                    m[133] = 2 /* "tm" */;
                    m[134] = outcome;
                    m[135] = to2;
                    m[136] = 0;
                    m[137] = 0;
                    // this.net.messages = this.net.messages.add(message$3)
                    let index2 = 0;
                    let tag3 = m[132];
                    if (tag3 === 0) {
                      index2 = (m[133] * 2 + m[134]) * 3 + m[135];
                    } else if (tag3 === 1) {
                      index2 = (m[133] * 2 + m[134]) * 3 + m[135] + 18;
                    } else if (tag3 === 2) {
                      index2 = m[133] * 2 + m[134] + 36;
                    } else if (tag3 === 3) {
                      index2 = m[133] * 2 + m[134] + 38;
                    } else if (tag3 === 4) {
                      index2 = (((m[133] * 3 + m[134]) * 3 + m[135]) * 3 + m[136]) * 2 + m[137] + 40;
                    } else if (tag3 === 5) {
                      index2 = m[133] + m[134] + 202;
                    } else {
                      index2 = (m[133] * 3 + m[134]) * 2 + m[135] + 204;
                    }
                    let element2 = index2;
                    m[41 + (element2 >>> 5)] = m[41 + (element2 >>> 5)] | 1 << element2;
                  }
                }
              } else {
                m[138] = 0 /* "accepted" */;
                m[139] = node_2;
                m[140] = outcome;
                m[141] = 2 /* "tm" */;
                m[142] = 0;
                m[143] = 0;
                // this.net.messages = this.net.messages.add(message$4)
                let index3 = 0;
                let tag4 = m[138];
                if (tag4 === 0) {
                  index3 = (m[139] * 2 + m[140]) * 3 + m[141];
                } else if (tag4 === 1) {
                  index3 = (m[139] * 2 + m[140]) * 3 + m[141] + 18;
                } else if (tag4 === 2) {
                  index3 = m[139] * 2 + m[140] + 36;
                } else if (tag4 === 3) {
                  index3 = m[139] * 2 + m[140] + 38;
                } else if (tag4 === 4) {
                  index3 = (((m[139] * 3 + m[140]) * 3 + m[141]) * 3 + m[142]) * 2 + m[143] + 40;
                } else if (tag4 === 5) {
                  index3 = m[139] + m[140] + 202;
                } else {
                  index3 = (m[139] * 3 + m[140]) * 2 + m[141] + 204;
                }
                let element3 = index3;
                m[41 + (element3 >>> 5)] = m[41 + (element3 >>> 5)] | 1 << element3;
              }
            }
            let changed = 0;
            m[91] = m[41 /* net.messages 0 */];
            changed = changed | m[91] ^ m[82 /* word 0 */];
            m[92] = m[42 /* net.messages 1 */];
            changed = changed | m[92] ^ m[83 /* word 1 */];
            m[93] = m[43 /* net.messages 2 */];
            changed = changed | m[93] ^ m[84 /* word 2 */];
            m[94] = m[44 /* net.messages 3 */];
            changed = changed | m[94] ^ m[85 /* word 3 */];
            m[95] = m[45 /* net.messages 4 */];
            changed = changed | m[95] ^ m[86 /* word 4 */];
            m[96] = m[46 /* net.messages 5 */];
            changed = changed | m[96] ^ m[87 /* word 5 */];
            m[97] = m[88 /* word 6 */] & -16777216 | m[47 /* net.messages 6 */];
            changed = changed | m[97] ^ m[88 /* word 6 */];
            m[98] = m[89 /* word 7 */] & -941621248 | m[50 /* tm */] | m[51 /* rm 0 */] << 3 | m[52 /* rm 1 */] << 6 | m[53 /* votes 0 */] << 9 | m[54 /* votes 1 */] << 11 | m[55 /* votes 2 */] << 13 | m[56 /* votes 3 */] << 15 | m[57 /* votes 4 */] << 17 | m[58 /* votes 5 */] << 19 | m[61 /* heard 2 */] << 27;
            changed = changed | m[98] ^ m[89 /* word 7 */];
            enabledHere = enabledHere + 1 | 0;
            if (step_decisionsAreFinal(0, 41) === 0) {
              writeRow(91);
              sink.violation("step", 0, 3);
            }
            if (changed !== 0) {
              writeRow(91);
              if (++sink.count === capacity) sink.flush();
            }
          }
          m.copyWithin(41, 0, 7);
          m.copyWithin(50, 9, 18);
          m[61] = m[20];
          m[91] = m[82 /* word 0 */];
          m[92] = m[83 /* word 1 */];
          m[93] = m[84 /* word 2 */];
          m[94] = m[85 /* word 3 */];
          m[95] = m[86 /* word 4 */];
          m[96] = m[87 /* word 5 */];
          m[97] = m[88 /* word 6 */];
          m[98] = m[89 /* word 7 */];
        }
      }
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 91 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[41 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[41 + slot] ^ m[slot];
  }

  // Makes the packed word of a slot equal to the source again.
  function $unpatchSlot(slot) {
    let word = $wordOfSlot[slot];
    m[91 + word] = m[82 + word];
  }

  // @action refuse(rm: "r1" | "r2")  specs/atomic-commit/spec.ts:113:11
  function action_refuse() {
    let enabledHere = 0;
    each_rm: for (let rm = 0; rm < 2; rm++) {
      // require(this.rm[rm] === "working")
      if (m[51 /* rm */ + rm] !== 4 /* "working" */) continue each_rm;
      skip: {
        // require({   })
        let result = (m[48 /* nodes.down */] & 1 << rm) === 0 ? 1 : 0;
        if (result === 0) break skip;
        // require(!{   })
        let result1 = (m[48 /* nodes.down */] & 4) === 0 ? 1 : 0;
        if (result1 !== 0) break skip;
        // this.rm[rm] = "aborted"
        m[51 /* rm */ + rm] = 0 /* "aborted" */;
        let changed = 0;
        changed = changed | $patchSlot(rm + 10 /* rm */);
        enabledHere = enabledHere + 1 | 0;
        if (step_decisionsAreFinal(0, 41) === 0) {
          writeRow(91);
          sink.violation("step", 0, 4);
        }
        if (changed !== 0) {
          writeRow(91);
          if (++sink.count === capacity) sink.flush();
        }
        m[51 /* rm */ + rm] = m[10 /* rm */ + rm];
        $unpatchSlot(rm + 10 /* rm */);
      }
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action hearVote(m: { kind: "accepted"; from: "r1" | "r2" | "tm"; outcome: "aborted" | "committed"; to: "r1" | "r2" | "tm" } | { kind: "decision"; from: "r1" | ...
  function action_hearVote() {
    let enabledHere = 0;
    for (let m1 = 204; m1 < 216; m1++) {
      skip: {
        instance: {
          // require({   })
          let node = ((m1 - 204 | 0) / 2 | 0) % 3 | 0;
          let result = (m[48 /* nodes.down */] & 1 << node) === 0 ? 1 : 0;
          if (result === 0) break skip;
          // require({   })
          let a = (m1 - 204 | 0) / 6 | 0;
          let b = ((m1 - 204 | 0) / 2 | 0) % 3 | 0;
          // require(this.net.messages.has(m))
          if ((m[41 + (m1 >>> 5)] & 1 << m1) === 0) break skip;
          // this.net.messages = this.net.messages.delete(m)
          m[41 + (m1 >>> 5)] = m[41 + (m1 >>> 5)] & (1 << m1 ^ -1);
          let node_2 = ((m1 - 204 | 0) / 2 | 0) % 3 | 0;
          let cast = $to__r1_____r2_____tm___r1_____r2_[(m1 - 204 | 0) / 6 | 0];
          if (cast < 0) {
            sink.violation("failure", 8, 5);
            break instance;
          }
          let rm = cast;
          let vote = (m1 - 204 | 0) % 2 | 0;
          helper: {
            if (m[62 /* promised */ + node_2] !== 2 /* "tm" */) break helper;
            // this.votes[node$2][rm] = vote
            m[53 /* votes */ + (node_2 * 2 + rm)] = vote + 1 | 0;
            let exists = 0;
            each_other: for (let other = 0; other < 2; other++) {
              if (m[53 /* votes */ + (node_2 * 2 + other)] === 0) {
                exists = 1;
                break each_other;
              }
            }
            if (exists !== 0) break helper;
            let forall = 1;
            each_other_2: for (let other_2 = 0; other_2 < 2; other_2++) {
              if (m[53 /* votes */ + (node_2 * 2 + other_2)] !== 2 /* "yes" */) {
                forall = 0;
                break each_other_2;
              }
            }
            let outcome = forall !== 0 ? 1 /* "committed" */ : 0 /* "aborted" */;
            if (node_2 === 2 /* "tm" */) {
              // this.heard["tm"] = this.heard["tm"].add(node$2)
              m[61 /* heard */] = m[61 /* heard */] | 1 << node_2;
              if (popcount(m[61 /* heard */]) === 2) {
                // this.tm = outcome
                m[50 /* tm */] = outcome;
                // this.net.messages = filter(this.net.messages, (m$2) => m$2.to !== "tm" || m$2.kind !== "promise" && m$2.kind !== "accepted")
                m.fill(0, 144, 151);
                for (let word = 0; word < 7; word++) {
                  for (let m_2$bits = m[41 + word]; m_2$bits !== 0; m_2$bits &= m_2$bits - 1) {
                    const m_2 = 31 - Math.clz32(m_2$bits & -m_2$bits) + word * 32;
                    let tag = m_2 < 18 ? 0 : m_2 < 36 ? 1 : m_2 < 38 ? 2 : m_2 < 40 ? 3 : m_2 < 202 ? 4 : m_2 < 204 ? 5 : 6;
                    let to = 0;
                    if (tag === 0) {
                      to = m_2 % 3;
                    } else if (tag === 1) {
                      to = (m_2 - 18 | 0) % 3 | 0;
                    } else if (tag === 2) {
                      to = (m_2 - 36 | 0) % 2 | 0;
                    } else if (tag === 3) {
                      to = (m_2 - 38 | 0) % 2 | 0;
                    } else if (tag === 4) {
                      to = (m_2 - 40 | 0) % 2 | 0;
                    } else if (tag === 5) {
                      to = 2;
                    } else {
                      to = ((m_2 - 204 | 0) / 2 | 0) % 3 | 0;
                    }
                    if (to !== 2 /* "tm" */ || (m_2 < 18 ? 0 : m_2 < 36 ? 1 : m_2 < 38 ? 2 : m_2 < 40 ? 3 : m_2 < 202 ? 4 : m_2 < 204 ? 5 : 6) !== 4 /* "promise" */ && (m_2 < 18 ? 0 : m_2 < 36 ? 1 : m_2 < 38 ? 2 : m_2 < 40 ? 3 : m_2 < 202 ? 4 : m_2 < 204 ? 5 : 6) !== 0 /* "accepted" */) m[144 + (m_2 >>> 5)] = m[144 + (m_2 >>> 5)] | 1 << m_2;
                  }
                }
                m.copyWithin(41, 144, 151);
                let set = 0;
                for (let other_3 = 0; other_3 < 3; other_3++) {
                  if (other_3 !== 2 /* "tm" */) set = set | 1 << other_3;
                }
                let to1 = set;
                for (let to2$bits = to1; to2$bits !== 0; to2$bits &= to2$bits - 1) {
                  const to2 = 31 - Math.clz32(to2$bits & -to2$bits);
                  m[151] = 1 /* "decision" */;
                  m[152] = 2 /* "tm" */;
                  m[153] = outcome;
                  m[154] = to2;
                  m[155] = 0;
                  m[156] = 0;
                  // this.net.messages = this.net.messages.add(message)
                  let index = 0;
                  let tag1 = m[151];
                  if (tag1 === 0) {
                    index = (m[152] * 2 + m[153]) * 3 + m[154];
                  } else if (tag1 === 1) {
                    index = (m[152] * 2 + m[153]) * 3 + m[154] + 18;
                  } else if (tag1 === 2) {
                    index = m[152] * 2 + m[153] + 36;
                  } else if (tag1 === 3) {
                    index = m[152] * 2 + m[153] + 38;
                  } else if (tag1 === 4) {
                    index = (((m[152] * 3 + m[153]) * 3 + m[154]) * 3 + m[155]) * 2 + m[156] + 40;
                  } else if (tag1 === 5) {
                    index = m[152] + m[153] + 202;
                  } else {
                    index = (m[152] * 3 + m[153]) * 2 + m[154] + 204;
                  }
                  let element = index;
                  m[41 + (element >>> 5)] = m[41 + (element >>> 5)] | 1 << element;
                }
              }
            } else {
              m[157] = 0 /* "accepted" */;
              m[158] = node_2;
              m[159] = outcome;
              m[160] = 2 /* "tm" */;
              m[161] = 0;
              m[162] = 0;
              // this.net.messages = this.net.messages.add(message$2)
              let index1 = 0;
              let tag2 = m[157];
              if (tag2 === 0) {
                index1 = (m[158] * 2 + m[159]) * 3 + m[160];
              } else if (tag2 === 1) {
                index1 = (m[158] * 2 + m[159]) * 3 + m[160] + 18;
              } else if (tag2 === 2) {
                index1 = m[158] * 2 + m[159] + 36;
              } else if (tag2 === 3) {
                index1 = m[158] * 2 + m[159] + 38;
              } else if (tag2 === 4) {
                index1 = (((m[158] * 3 + m[159]) * 3 + m[160]) * 3 + m[161]) * 2 + m[162] + 40;
              } else if (tag2 === 5) {
                index1 = m[158] + m[159] + 202;
              } else {
                index1 = (m[158] * 3 + m[159]) * 2 + m[160] + 204;
              }
              let element1 = index1;
              m[41 + (element1 >>> 5)] = m[41 + (element1 >>> 5)] | 1 << element1;
            }
          }
          let changed = 0;
          m[91] = m[41 /* net.messages 0 */];
          changed = changed | m[91] ^ m[82 /* word 0 */];
          m[92] = m[42 /* net.messages 1 */];
          changed = changed | m[92] ^ m[83 /* word 1 */];
          m[93] = m[43 /* net.messages 2 */];
          changed = changed | m[93] ^ m[84 /* word 2 */];
          m[94] = m[44 /* net.messages 3 */];
          changed = changed | m[94] ^ m[85 /* word 3 */];
          m[95] = m[45 /* net.messages 4 */];
          changed = changed | m[95] ^ m[86 /* word 4 */];
          m[96] = m[46 /* net.messages 5 */];
          changed = changed | m[96] ^ m[87 /* word 5 */];
          m[97] = m[88 /* word 6 */] & -16777216 | m[47 /* net.messages 6 */];
          changed = changed | m[97] ^ m[88 /* word 6 */];
          m[98] = m[89 /* word 7 */] & -941620744 | m[50 /* tm */] | m[53 /* votes 0 */] << 9 | m[54 /* votes 1 */] << 11 | m[55 /* votes 2 */] << 13 | m[56 /* votes 3 */] << 15 | m[57 /* votes 4 */] << 17 | m[58 /* votes 5 */] << 19 | m[61 /* heard 2 */] << 27;
          changed = changed | m[98] ^ m[89 /* word 7 */];
          enabledHere = enabledHere + 1 | 0;
          if (step_decisionsAreFinal(0, 41) === 0) {
            writeRow(91);
            sink.violation("step", 0, 5);
          }
          if (changed !== 0) {
            writeRow(91);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m.copyWithin(41, 0, 7);
        m[50] = m[9];
        m.copyWithin(53, 12, 18);
        m[61] = m[20];
        m[91] = m[82 /* word 0 */];
        m[92] = m[83 /* word 1 */];
        m[93] = m[84 /* word 2 */];
        m[94] = m[85 /* word 3 */];
        m[95] = m[86 /* word 4 */];
        m[96] = m[87 /* word 5 */];
        m[97] = m[88 /* word 6 */];
        m[98] = m[89 /* word 7 */];
      }
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // @action lead(rm: "r1" | "r2")  specs/atomic-commit/spec.ts:183:11
  function action_lead() {
    let enabledHere = 0;
    for (let rm = 0; rm < 2; rm++) {
      skip: {
        instance: {
          // require({   })
          let result = (m[48 /* nodes.down */] & 1 << rm) === 0 ? 1 : 0;
          if (result === 0) break skip;
          // require(this.stage[rm] === "follows")
          if (m[74 /* stage */ + rm] !== 1 /* "follows" */) break skip;
          // require(!(this.rm[rm] === "committed" || this.rm[rm] === "aborted"))
          if (m[51 /* rm */ + rm] === 1 /* "committed" */ || m[51 /* rm */ + rm] === 0 /* "aborted" */) break skip;
          // require({   } < {   })
          let node_2 = m[62 /* promised */ + rm];
          let result1 = node_2 === 2 /* "tm" */ ? 0 : node_2 === 0 /* "r1" */ ? 1 : 2;
          let result2 = rm === 2 /* "tm" */ ? 0 : rm === 0 /* "r1" */ ? 1 : 2;
          if (result2 <= result1) break skip;
          // require(exists((other: "r1" | "r2" | "tm") => !{   }))
          let exists = 0;
          each_other: for (let other = 0; other < 3; other++) {
            let result3 = (m[48 /* nodes.down */] & 1 << other) === 0 ? 1 : 0;
            if (result3 === 0) {
              exists = 1;
              break each_other;
            }
          }
          if (exists === 0) break skip;
          // this.stage[rm] = "asks"
          m[74 /* stage */ + rm] = 0 /* "asks" */;
          let r1 = m[53 /* votes */ + rm * 2];
          let r2 = m[54 /* votes */ + rm * 2];
          let value = rm * 3 + 65 /* accepted */;
          let result4 = m[value] === 0 ? 0 : m[2 + value] + 1;
          helper: {
            // this.found[rm] = fill(r1 === undefined ? this.found[rm]["r1"] : r1).with("r2", r2 === undefined ? this.found[rm]["r2"] : r2)
            let value1 = r1 === 0 ? m[76 /* found */ + rm * 2] : r1;
            for (let k = 0; k < 2; k++) {
              m[163 + k] = value1;
            }
            m[165] = m[163];
            m[166] = m[164];
            m[166 /* "r2" */] = r2 === 0 ? m[77 /* found */ + rm * 2] : r2;
            m[76 /* found */ + rm * 2] = m[165];
            m[77 /* found */ + rm * 2] = m[166];
            // this.proposal[rm] = this.proposal[rm] === undefined ? earlier : this.proposal[rm]
            let choice = 0;
            if (m[80 /* proposal */ + rm] === 0) {
              choice = result4;
            } else {
              let value2 = m[80 /* proposal */ + rm];
              if (value2 === 0) {
                sink.violation("failure", 9, 6);
                break instance;
              }
              choice = value2;
            }
            m[80 /* proposal */ + rm] = choice;
            // this.heard[rm] = this.heard[rm].add(from)
            m[59 /* heard */ + rm] = m[59 /* heard */ + rm] | 1 << rm;
            if (popcount(m[59 /* heard */ + rm]) < 2) break helper;
            // this.proposal[rm] = this.proposal[rm] === undefined ? this.found[rm]["r1"] === "yes" && this.found[rm]["r2"] === "yes" ? "committed" : "aborted" : this.proposal...
            let choice1 = 0;
            if (m[80 /* proposal */ + rm] === 0) {
              choice1 = m[76 /* found */ + rm * 2] === 2 /* "yes" */ && m[77 /* found */ + rm * 2] === 2 /* "yes" */ ? 1 /* "committed" */ : 0 /* "aborted" */;
            } else {
              let value3 = m[80 /* proposal */ + rm];
              if (value3 === 0) {
                sink.violation("failure", 10, 6);
                break instance;
              }
              choice1 = value3 - 1 | 0;
            }
            m[80 /* proposal */ + rm] = choice1 + 1 | 0;
            // this.stage[rm] = "proposes"
            m[74 /* stage */ + rm] = 2 /* "proposes" */;
            // this.heard[rm] = new Set()
            m[59 /* heard */ + rm] = 0;
          }
          // this.promised[rm] = rm
          m[62 /* promised */ + rm] = rm;
          let changed = 0;
          changed = changed | $patchSlot(rm + 33 /* stage */);
          changed = changed | $patchSlot(rm * 2 + 35 /* found */);
          changed = changed | $patchSlot(rm * 2 + 36 /* found */);
          changed = changed | $patchSlot(rm + 39 /* proposal */);
          changed = changed | $patchSlot(rm + 18 /* heard */);
          changed = changed | $patchSlot(rm + 39 /* proposal */);
          changed = changed | $patchSlot(rm + 33 /* stage */);
          changed = changed | $patchSlot(rm + 18 /* heard */);
          changed = changed | $patchSlot(rm + 21 /* promised */);
          enabledHere = enabledHere + 1 | 0;
          if (step_decisionsAreFinal(0, 41) === 0) {
            writeRow(91);
            sink.violation("step", 0, 6);
          }
          if (changed !== 0) {
            writeRow(91);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[74 /* stage */ + rm] = m[33 /* stage */ + rm];
        $unpatchSlot(rm + 33 /* stage */);
        m[76 /* found */ + rm * 2] = m[35 /* found */ + rm * 2];
        m[77 /* found */ + rm * 2] = m[36 /* found */ + rm * 2];
        $unpatchSlot(rm * 2 + 35 /* found */);
        $unpatchSlot(rm * 2 + 36 /* found */);
        m[80 /* proposal */ + rm] = m[39 /* proposal */ + rm];
        $unpatchSlot(rm + 39 /* proposal */);
        m[59 /* heard */ + rm] = m[18 /* heard */ + rm];
        $unpatchSlot(rm + 18 /* heard */);
        m[80 /* proposal */ + rm] = m[39 /* proposal */ + rm];
        $unpatchSlot(rm + 39 /* proposal */);
        m[74 /* stage */ + rm] = m[33 /* stage */ + rm];
        $unpatchSlot(rm + 33 /* stage */);
        m[59 /* heard */ + rm] = m[18 /* heard */ + rm];
        $unpatchSlot(rm + 18 /* heard */);
        m[62 /* promised */ + rm] = m[21 /* promised */ + rm];
        $unpatchSlot(rm + 21 /* promised */);
      }
    }
    enabled[6] += enabledHere;
    return enabledHere;
  }

  // @action promise(node: "r1" | "r2" | "tm", leader: "r1" | "r2")  specs/atomic-commit/spec.ts:192:11
  function action_promise() {
    let enabledHere = 0;
    each_node: for (let node = 0; node < 3; node++) {
      // require(!this.nodes.down.has(node))
      if ((m[48 /* nodes.down */] & 1 << node) !== 0) continue each_node;
      each_leader: for (let leader = 0; leader < 2; leader++) {
        // require(this.stage[leader] === "asks")
        if (m[74 /* stage */ + leader] !== 0 /* "asks" */) continue each_leader;
        skip: {
          // require({   })
          // require({   } < {   })
          let node_2 = m[62 /* promised */ + node];
          let result = node_2 === 2 /* "tm" */ ? 0 : node_2 === 0 /* "r1" */ ? 1 : 2;
          let result1 = leader === 2 /* "tm" */ ? 0 : leader === 0 /* "r1" */ ? 1 : 2;
          if (result1 <= result) break skip;
          m[167] = 4 /* "promise" */;
          m[168] = m[65 /* accepted */ + node * 3] === 0 ? 0 : m[67 /* accepted */ + node * 3] + 1;
          m[169] = node;
          m[170] = m[53 /* votes */ + node * 2];
          m[171] = m[54 /* votes */ + node * 2];
          m[172] = leader;
          // this.net.messages = this.net.messages.add(message)
          let index = 0;
          let tag = m[167];
          if (tag === 0) {
            index = (m[168] * 2 + m[169]) * 3 + m[170];
          } else if (tag === 1) {
            index = (m[168] * 2 + m[169]) * 3 + m[170] + 18;
          } else if (tag === 2) {
            index = m[168] * 2 + m[169] + 36;
          } else if (tag === 3) {
            index = m[168] * 2 + m[169] + 38;
          } else if (tag === 4) {
            index = (((m[168] * 3 + m[169]) * 3 + m[170]) * 3 + m[171]) * 2 + m[172] + 40;
          } else if (tag === 5) {
            index = m[168] + m[169] + 202;
          } else {
            index = (m[168] * 3 + m[169]) * 2 + m[170] + 204;
          }
          let element = index;
          m[41 + (element >>> 5)] = m[41 + (element >>> 5)] | 1 << element;
          // this.promised[node] = leader
          m[62 /* promised */ + node] = leader;
          let changed = 0;
          m[91] = m[41 /* net.messages 0 */];
          changed = changed | m[91] ^ m[82 /* word 0 */];
          m[92] = m[42 /* net.messages 1 */];
          changed = changed | m[92] ^ m[83 /* word 1 */];
          m[93] = m[43 /* net.messages 2 */];
          changed = changed | m[93] ^ m[84 /* word 2 */];
          m[94] = m[44 /* net.messages 3 */];
          changed = changed | m[94] ^ m[85 /* word 3 */];
          m[95] = m[45 /* net.messages 4 */];
          changed = changed | m[95] ^ m[86 /* word 4 */];
          m[96] = m[46 /* net.messages 5 */];
          changed = changed | m[96] ^ m[87 /* word 5 */];
          m[97] = m[88 /* word 6 */] & -16777216 | m[47 /* net.messages 6 */];
          changed = changed | m[97] ^ m[88 /* word 6 */];
          changed = changed | $patchSlot(node + 21 /* promised */);
          enabledHere = enabledHere + 1 | 0;
          if (step_decisionsAreFinal(0, 41) === 0) {
            writeRow(91);
            sink.violation("step", 0, 7);
          }
          if (changed !== 0) {
            writeRow(91);
            if (++sink.count === capacity) sink.flush();
          }
          m.copyWithin(41, 0, 7);
          m[91] = m[82 /* word 0 */];
          m[92] = m[83 /* word 1 */];
          m[93] = m[84 /* word 2 */];
          m[94] = m[85 /* word 3 */];
          m[95] = m[86 /* word 4 */];
          m[96] = m[87 /* word 5 */];
          m[97] = m[88 /* word 6 */];
          m[62 /* promised */ + node] = m[21 /* promised */ + node];
          $unpatchSlot(node + 21 /* promised */);
        }
      }
    }
    enabled[7] += enabledHere;
    return enabledHere;
  }

  // @action hearPromise(m: { kind: "accepted"; from: "r1" | "r2" | "tm"; outcome: "aborted" | "committed"; to: "r1" | "r2" | "tm" } | { kind: "decision"; from: "r1"...
  function action_hearPromise() {
    let enabledHere = 0;
    for (let m1 = 40; m1 < 202; m1++) {
      skip: {
        instance: {
          // require({   })
          let node = (m1 - 40 | 0) % 2 | 0;
          let result = (m[48 /* nodes.down */] & 1 << node) === 0 ? 1 : 0;
          if (result === 0) break skip;
          // require({   })
          let a = ((m1 - 40 | 0) / 18 | 0) % 3 | 0;
          let b = (m1 - 40 | 0) % 2 | 0;
          // require(this.net.messages.has(m))
          if ((m[41 + (m1 >>> 5)] & 1 << m1) === 0) break skip;
          // this.net.messages = this.net.messages.delete(m)
          m[41 + (m1 >>> 5)] = m[41 + (m1 >>> 5)] & (1 << m1 ^ -1);
          let cast = $to__r1_____r2_____tm___r1_____r2_[(m1 - 40 | 0) % 2 | 0];
          if (cast < 0) {
            sink.violation("failure", 11, 8);
            break instance;
          }
          if (m[74 /* stage */ + cast] === 0 /* "asks" */) {
            let cast1 = $to__r1_____r2_____tm___r1_____r2_[(m1 - 40 | 0) % 2 | 0];
            if (cast1 < 0) {
              sink.violation("failure", 12, 8);
              break instance;
            }
            let rm = cast1;
            let from = ((m1 - 40 | 0) / 18 | 0) % 3 | 0;
            let r1 = ((m1 - 40 | 0) / 6 | 0) % 3 | 0;
            let r2 = ((m1 - 40 | 0) / 2 | 0) % 3 | 0;
            let earlier = (m1 - 40 | 0) / 54 | 0;
            helper: {
              // this.found[rm] = fill(r1 === undefined ? this.found[rm]["r1"] : r1).with("r2", r2 === undefined ? this.found[rm]["r2"] : r2)
              let value = r1 === 0 ? m[76 /* found */ + rm * 2] : r1;
              for (let k = 0; k < 2; k++) {
                m[173 + k] = value;
              }
              m[175] = m[173];
              m[176] = m[174];
              m[176 /* "r2" */] = r2 === 0 ? m[77 /* found */ + rm * 2] : r2;
              m[76 /* found */ + rm * 2] = m[175];
              m[77 /* found */ + rm * 2] = m[176];
              // this.proposal[rm] = this.proposal[rm] === undefined ? earlier : this.proposal[rm]
              let choice = 0;
              if (m[80 /* proposal */ + rm] === 0) {
                choice = earlier;
              } else {
                let value1 = m[80 /* proposal */ + rm];
                if (value1 === 0) {
                  sink.violation("failure", 9, 8);
                  break instance;
                }
                choice = value1;
              }
              m[80 /* proposal */ + rm] = choice;
              // this.heard[rm] = this.heard[rm].add(from)
              m[59 /* heard */ + rm] = m[59 /* heard */ + rm] | 1 << from;
              if (popcount(m[59 /* heard */ + rm]) < 2) break helper;
              // this.proposal[rm] = this.proposal[rm] === undefined ? this.found[rm]["r1"] === "yes" && this.found[rm]["r2"] === "yes" ? "committed" : "aborted" : this.proposal...
              let choice1 = 0;
              if (m[80 /* proposal */ + rm] === 0) {
                choice1 = m[76 /* found */ + rm * 2] === 2 /* "yes" */ && m[77 /* found */ + rm * 2] === 2 /* "yes" */ ? 1 /* "committed" */ : 0 /* "aborted" */;
              } else {
                let value2 = m[80 /* proposal */ + rm];
                if (value2 === 0) {
                  sink.violation("failure", 10, 8);
                  break instance;
                }
                choice1 = value2 - 1 | 0;
              }
              m[80 /* proposal */ + rm] = choice1 + 1 | 0;
              // this.stage[rm] = "proposes"
              m[74 /* stage */ + rm] = 2 /* "proposes" */;
              // this.heard[rm] = new Set()
              m[59 /* heard */ + rm] = 0;
            }
          }
          let changed = 0;
          m[91] = m[41 /* net.messages 0 */];
          changed = changed | m[91] ^ m[82 /* word 0 */];
          m[92] = m[42 /* net.messages 1 */];
          changed = changed | m[92] ^ m[83 /* word 1 */];
          m[93] = m[43 /* net.messages 2 */];
          changed = changed | m[93] ^ m[84 /* word 2 */];
          m[94] = m[44 /* net.messages 3 */];
          changed = changed | m[94] ^ m[85 /* word 3 */];
          m[95] = m[45 /* net.messages 4 */];
          changed = changed | m[95] ^ m[86 /* word 4 */];
          m[96] = m[46 /* net.messages 5 */];
          changed = changed | m[96] ^ m[87 /* word 5 */];
          m[97] = m[88 /* word 6 */] & -16777216 | m[47 /* net.messages 6 */];
          changed = changed | m[97] ^ m[88 /* word 6 */];
          m[98] = m[89 /* word 7 */] & -1071644673 | m[59 /* heard 0 */] << 21 | m[60 /* heard 1 */] << 24 | m[61 /* heard 2 */] << 27;
          changed = changed | m[98] ^ m[89 /* word 7 */];
          m[99] = m[90 /* word 8 */] & -536862721 | m[74 /* stage 0 */] << 13 | m[75 /* stage 1 */] << 15 | m[76 /* found 0 */] << 17 | m[77 /* found 1 */] << 19 | m[78 /* found 2 */] << 21 | m[79 /* found 3 */] << 23 | m[80 /* proposal 0 */] << 25 | m[81 /* proposal 1 */] << 27;
          changed = changed | m[99] ^ m[90 /* word 8 */];
          enabledHere = enabledHere + 1 | 0;
          if (step_decisionsAreFinal(0, 41) === 0) {
            writeRow(91);
            sink.violation("step", 0, 8);
          }
          if (changed !== 0) {
            writeRow(91);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m.copyWithin(41, 0, 7);
        m[59] = m[18];
        m[60] = m[19];
        m[61] = m[20];
        m.copyWithin(74, 33, 41);
        m[91] = m[82 /* word 0 */];
        m[92] = m[83 /* word 1 */];
        m[93] = m[84 /* word 2 */];
        m[94] = m[85 /* word 3 */];
        m[95] = m[86 /* word 4 */];
        m[96] = m[87 /* word 5 */];
        m[97] = m[88 /* word 6 */];
        m[98] = m[89 /* word 7 */];
        m[99] = m[90 /* word 8 */];
      }
    }
    enabled[8] += enabledHere;
    return enabledHere;
  }

  // @action accept(node: "r1" | "r2" | "tm", leader: "r1" | "r2")  specs/atomic-commit/spec.ts:216:11
  function action_accept() {
    let enabledHere = 0;
    for (let node = 0; node < 3; node++) {
      for (let leader = 0; leader < 2; leader++) {
        skip: {
          instance: {
            let outcome = m[80 /* proposal */ + leader];
            // require(!this.nodes.down.has(node))
            if ((m[48 /* nodes.down */] & 1 << node) !== 0) break skip;
            // require(this.stage[leader] === "proposes")
            if (m[74 /* stage */ + leader] !== 2 /* "proposes" */) break skip;
            // require({   })
            // require(outcome !== undefined)
            if (outcome === 0) break skip;
            // require({   } <= {   })
            let node_2 = m[62 /* promised */ + node];
            let result = node_2 === 2 /* "tm" */ ? 0 : node_2 === 0 /* "r1" */ ? 1 : 2;
            let result1 = leader === 2 /* "tm" */ ? 0 : leader === 0 /* "r1" */ ? 1 : 2;
            if (result1 < result) break skip;
            // require((this.accepted[node] === undefined ? undefined : this.accepted[node].leader) !== leader)
            let choice = 0;
            if (m[65 /* accepted */ + node * 3] === 0) {
              choice = 0;
            } else {
              if (m[65 /* accepted */ + node * 3] === 0) {
                sink.violation("failure", 13, 9);
                break skip;
              }
              choice = m[66 /* accepted */ + node * 3] + 1;
            }
            if (choice === leader + 1) break skip;
            // this.promised[node] = leader
            m[62 /* promised */ + node] = leader;
            // this.accepted[node] = { leader, outcome: outcome }
            m[66 /* accepted */ + node * 3] = leader;
            m[67 /* accepted */ + node * 3] = outcome - 1 | 0;
            m[65 /* accepted */ + node * 3] = 1;
            let outcome_2 = outcome - 1 | 0;
            if (node === leader) {
              // this.heard[leader$2] = this.heard[leader$2].add(node)
              m[59 /* heard */ + leader] = m[59 /* heard */ + leader] | 1 << node;
              if (popcount(m[59 /* heard */ + leader]) === 2) {
                if (leader === 2 /* "tm" */) {
                  // this.tm = outcome$2
                  m[50 /* tm */] = outcome_2;
                } else {
                  // this.rm[leader$2] = outcome$2
                  let cast = $to__r1_____r2_____tm___r1_____r2_[leader];
                  if (cast < 0) {
                    sink.violation("failure", 1, 9);
                    break instance;
                  }
                  m[51 /* rm */ + cast] = outcome_2;
                  // this.stage[leader$2] = "follows"
                  let cast1 = $to__r1_____r2_____tm___r1_____r2_[leader];
                  if (cast1 < 0) {
                    sink.violation("failure", 2, 9);
                    break instance;
                  }
                  m[74 /* stage */ + cast1] = 1 /* "follows" */;
                }
                // this.net.messages = filter(this.net.messages, (m) => m.to !== leader$2 || m.kind !== "promise" && m.kind !== "accepted")
                m.fill(0, 177, 184);
                for (let word = 0; word < 7; word++) {
                  for (let m1$bits = m[41 + word]; m1$bits !== 0; m1$bits &= m1$bits - 1) {
                    const m1 = 31 - Math.clz32(m1$bits & -m1$bits) + word * 32;
                    let tag = m1 < 18 ? 0 : m1 < 36 ? 1 : m1 < 38 ? 2 : m1 < 40 ? 3 : m1 < 202 ? 4 : m1 < 204 ? 5 : 6;
                    let to = 0;
                    if (tag === 0) {
                      to = m1 % 3;
                    } else if (tag === 1) {
                      to = (m1 - 18 | 0) % 3 | 0;
                    } else if (tag === 2) {
                      to = (m1 - 36 | 0) % 2 | 0;
                    } else if (tag === 3) {
                      to = (m1 - 38 | 0) % 2 | 0;
                    } else if (tag === 4) {
                      to = (m1 - 40 | 0) % 2 | 0;
                    } else if (tag === 5) {
                      to = 2;
                    } else {
                      to = ((m1 - 204 | 0) / 2 | 0) % 3 | 0;
                    }
                    if (to !== leader || (m1 < 18 ? 0 : m1 < 36 ? 1 : m1 < 38 ? 2 : m1 < 40 ? 3 : m1 < 202 ? 4 : m1 < 204 ? 5 : 6) !== 4 /* "promise" */ && (m1 < 18 ? 0 : m1 < 36 ? 1 : m1 < 38 ? 2 : m1 < 40 ? 3 : m1 < 202 ? 4 : m1 < 204 ? 5 : 6) !== 0 /* "accepted" */) m[177 + (m1 >>> 5)] = m[177 + (m1 >>> 5)] | 1 << m1;
                  }
                }
                m.copyWithin(41, 177, 184);
                let set = 0;
                for (let other = 0; other < 3; other++) {
                  if (other !== leader) set = set | 1 << other;
                }
                let to1 = set;
                for (let to2$bits = to1; to2$bits !== 0; to2$bits &= to2$bits - 1) {
                  const to2 = 31 - Math.clz32(to2$bits & -to2$bits);
                  m[184] = 1 /* "decision" */;
                  m[185] = leader;
                  m[186] = outcome_2;
                  m[187] = to2;
                  m[188] = 0;
                  m[189] = 0;
                  // this.net.messages = this.net.messages.add(message)
                  let index = 0;
                  let tag1 = m[184];
                  if (tag1 === 0) {
                    index = (m[185] * 2 + m[186]) * 3 + m[187];
                  } else if (tag1 === 1) {
                    index = (m[185] * 2 + m[186]) * 3 + m[187] + 18;
                  } else if (tag1 === 2) {
                    index = m[185] * 2 + m[186] + 36;
                  } else if (tag1 === 3) {
                    index = m[185] * 2 + m[186] + 38;
                  } else if (tag1 === 4) {
                    index = (((m[185] * 3 + m[186]) * 3 + m[187]) * 3 + m[188]) * 2 + m[189] + 40;
                  } else if (tag1 === 5) {
                    index = m[185] + m[186] + 202;
                  } else {
                    index = (m[185] * 3 + m[186]) * 2 + m[187] + 204;
                  }
                  let element = index;
                  m[41 + (element >>> 5)] = m[41 + (element >>> 5)] | 1 << element;
                }
              }
            } else {
              m[190] = 0 /* "accepted" */;
              m[191] = node;
              m[192] = outcome_2;
              m[193] = leader;
              m[194] = 0;
              m[195] = 0;
              // this.net.messages = this.net.messages.add(message$2)
              let index1 = 0;
              let tag2 = m[190];
              if (tag2 === 0) {
                index1 = (m[191] * 2 + m[192]) * 3 + m[193];
              } else if (tag2 === 1) {
                index1 = (m[191] * 2 + m[192]) * 3 + m[193] + 18;
              } else if (tag2 === 2) {
                index1 = m[191] * 2 + m[192] + 36;
              } else if (tag2 === 3) {
                index1 = m[191] * 2 + m[192] + 38;
              } else if (tag2 === 4) {
                index1 = (((m[191] * 3 + m[192]) * 3 + m[193]) * 3 + m[194]) * 2 + m[195] + 40;
              } else if (tag2 === 5) {
                index1 = m[191] + m[192] + 202;
              } else {
                index1 = (m[191] * 3 + m[192]) * 2 + m[193] + 204;
              }
              let element1 = index1;
              m[41 + (element1 >>> 5)] = m[41 + (element1 >>> 5)] | 1 << element1;
            }
            let changed = 0;
            m[91] = m[41 /* net.messages 0 */];
            changed = changed | m[91] ^ m[82 /* word 0 */];
            m[92] = m[42 /* net.messages 1 */];
            changed = changed | m[92] ^ m[83 /* word 1 */];
            m[93] = m[43 /* net.messages 2 */];
            changed = changed | m[93] ^ m[84 /* word 2 */];
            m[94] = m[44 /* net.messages 3 */];
            changed = changed | m[94] ^ m[85 /* word 3 */];
            m[95] = m[45 /* net.messages 4 */];
            changed = changed | m[95] ^ m[86 /* word 4 */];
            m[96] = m[46 /* net.messages 5 */];
            changed = changed | m[96] ^ m[87 /* word 5 */];
            m[97] = m[88 /* word 6 */] & -16777216 | m[47 /* net.messages 6 */];
            changed = changed | m[97] ^ m[88 /* word 6 */];
            m[98] = m[89 /* word 7 */] & -512 | m[50 /* tm */] | m[51 /* rm 0 */] << 3 | m[52 /* rm 1 */] << 6;
            changed = changed | m[98] ^ m[89 /* word 7 */];
            m[99] = m[90 /* word 8 */] & -122881 | m[74 /* stage 0 */] << 13 | m[75 /* stage 1 */] << 15;
            changed = changed | m[99] ^ m[90 /* word 8 */];
            changed = changed | $patchSlot(node + 21 /* promised */);
            changed = changed | $patchSlot(node * 3 + 24 /* accepted */);
            changed = changed | $patchSlot(node * 3 + 25 /* accepted */);
            changed = changed | $patchSlot(node * 3 + 26 /* accepted */);
            changed = changed | $patchSlot(leader + 18 /* heard */);
            enabledHere = enabledHere + 1 | 0;
            if (step_decisionsAreFinal(0, 41) === 0) {
              writeRow(91);
              sink.violation("step", 0, 9);
            }
            if (changed !== 0) {
              writeRow(91);
              if (++sink.count === capacity) sink.flush();
            }
          }
          m.copyWithin(41, 0, 7);
          m[50] = m[9];
          m[51] = m[10];
          m[52] = m[11];
          m[74] = m[33];
          m[75] = m[34];
          m[91] = m[82 /* word 0 */];
          m[92] = m[83 /* word 1 */];
          m[93] = m[84 /* word 2 */];
          m[94] = m[85 /* word 3 */];
          m[95] = m[86 /* word 4 */];
          m[96] = m[87 /* word 5 */];
          m[97] = m[88 /* word 6 */];
          m[98] = m[89 /* word 7 */];
          m[99] = m[90 /* word 8 */];
          m[62 /* promised */ + node] = m[21 /* promised */ + node];
          $unpatchSlot(node + 21 /* promised */);
          m[65 /* accepted */ + node * 3] = m[24 /* accepted */ + node * 3];
          m[66 /* accepted */ + node * 3] = m[25 /* accepted */ + node * 3];
          m[67 /* accepted */ + node * 3] = m[26 /* accepted */ + node * 3];
          $unpatchSlot(node * 3 + 24 /* accepted */);
          $unpatchSlot(node * 3 + 25 /* accepted */);
          $unpatchSlot(node * 3 + 26 /* accepted */);
          m[59 /* heard */ + leader] = m[18 /* heard */ + leader];
          $unpatchSlot(leader + 18 /* heard */);
        }
      }
    }
    enabled[9] += enabledHere;
    return enabledHere;
  }

  // @action hearAccepted(m: { kind: "accepted"; from: "r1" | "r2" | "tm"; outcome: "aborted" | "committed"; to: "r1" | "r2" | "tm" } | { kind: "decision"; from: "r1...
  function action_hearAccepted() {
    let enabledHere = 0;
    for (let m1 = 0; m1 < 18; m1++) {
      skip: {
        instance: {
          // require({   })
          let node = m1 % 3;
          let result = (m[48 /* nodes.down */] & 1 << node) === 0 ? 1 : 0;
          if (result === 0) break skip;
          // require({   })
          let a = m1 / 6 | 0;
          let b = m1 % 3;
          // require(this.net.messages.has(m))
          if ((m[41] & 1 << m1) === 0) break skip;
          // this.net.messages = this.net.messages.delete(m)
          m[41] = m[41] & (1 << m1 ^ -1);
          let leader = m1 % 3;
          let from = m1 / 6 | 0;
          let outcome = (m1 / 3 | 0) % 2;
          // this.heard[leader] = this.heard[leader].add(from)
          m[59 /* heard */ + leader] = m[59 /* heard */ + leader] | 1 << from;
          if (popcount(m[59 /* heard */ + leader]) === 2) {
            if (leader === 2 /* "tm" */) {
              // this.tm = outcome
              m[50 /* tm */] = outcome;
            } else {
              // this.rm[leader] = outcome
              let cast = $to__r1_____r2_____tm___r1_____r2_[leader];
              if (cast < 0) {
                sink.violation("failure", 1, 10);
                break instance;
              }
              m[51 /* rm */ + cast] = outcome;
              // this.stage[leader] = "follows"
              let cast1 = $to__r1_____r2_____tm___r1_____r2_[leader];
              if (cast1 < 0) {
                sink.violation("failure", 2, 10);
                break instance;
              }
              m[74 /* stage */ + cast1] = 1 /* "follows" */;
            }
            // this.net.messages = filter(this.net.messages, (m$2) => m$2.to !== leader || m$2.kind !== "promise" && m$2.kind !== "accepted")
            m.fill(0, 196, 203);
            for (let word = 0; word < 7; word++) {
              for (let m_2$bits = m[41 + word]; m_2$bits !== 0; m_2$bits &= m_2$bits - 1) {
                const m_2 = 31 - Math.clz32(m_2$bits & -m_2$bits) + word * 32;
                let tag = m_2 < 18 ? 0 : m_2 < 36 ? 1 : m_2 < 38 ? 2 : m_2 < 40 ? 3 : m_2 < 202 ? 4 : m_2 < 204 ? 5 : 6;
                let to = 0;
                if (tag === 0) {
                  to = m_2 % 3;
                } else if (tag === 1) {
                  to = (m_2 - 18 | 0) % 3 | 0;
                } else if (tag === 2) {
                  to = (m_2 - 36 | 0) % 2 | 0;
                } else if (tag === 3) {
                  to = (m_2 - 38 | 0) % 2 | 0;
                } else if (tag === 4) {
                  to = (m_2 - 40 | 0) % 2 | 0;
                } else if (tag === 5) {
                  to = 2;
                } else {
                  to = ((m_2 - 204 | 0) / 2 | 0) % 3 | 0;
                }
                if (to !== leader || (m_2 < 18 ? 0 : m_2 < 36 ? 1 : m_2 < 38 ? 2 : m_2 < 40 ? 3 : m_2 < 202 ? 4 : m_2 < 204 ? 5 : 6) !== 4 /* "promise" */ && (m_2 < 18 ? 0 : m_2 < 36 ? 1 : m_2 < 38 ? 2 : m_2 < 40 ? 3 : m_2 < 202 ? 4 : m_2 < 204 ? 5 : 6) !== 0 /* "accepted" */) m[196 + (m_2 >>> 5)] = m[196 + (m_2 >>> 5)] | 1 << m_2;
              }
            }
            m.copyWithin(41, 196, 203);
            let set = 0;
            for (let other = 0; other < 3; other++) {
              if (other !== leader) set = set | 1 << other;
            }
            let to1 = set;
            for (let to2$bits = to1; to2$bits !== 0; to2$bits &= to2$bits - 1) {
              const to2 = 31 - Math.clz32(to2$bits & -to2$bits);
              m[203] = 1 /* "decision" */;
              m[204] = leader;
              m[205] = outcome;
              m[206] = to2;
              m[207] = 0;
              m[208] = 0;
              // this.net.messages = this.net.messages.add(message)
              let index = 0;
              let tag1 = m[203];
              if (tag1 === 0) {
                index = (m[204] * 2 + m[205]) * 3 + m[206];
              } else if (tag1 === 1) {
                index = (m[204] * 2 + m[205]) * 3 + m[206] + 18;
              } else if (tag1 === 2) {
                index = m[204] * 2 + m[205] + 36;
              } else if (tag1 === 3) {
                index = m[204] * 2 + m[205] + 38;
              } else if (tag1 === 4) {
                index = (((m[204] * 3 + m[205]) * 3 + m[206]) * 3 + m[207]) * 2 + m[208] + 40;
              } else if (tag1 === 5) {
                index = m[204] + m[205] + 202;
              } else {
                index = (m[204] * 3 + m[205]) * 2 + m[206] + 204;
              }
              let element = index;
              m[41 + (element >>> 5)] = m[41 + (element >>> 5)] | 1 << element;
            }
          }
          let changed = 0;
          m[91] = m[41 /* net.messages 0 */];
          changed = changed | m[91] ^ m[82 /* word 0 */];
          m[92] = m[42 /* net.messages 1 */];
          changed = changed | m[92] ^ m[83 /* word 1 */];
          m[93] = m[43 /* net.messages 2 */];
          changed = changed | m[93] ^ m[84 /* word 2 */];
          m[94] = m[44 /* net.messages 3 */];
          changed = changed | m[94] ^ m[85 /* word 3 */];
          m[95] = m[45 /* net.messages 4 */];
          changed = changed | m[95] ^ m[86 /* word 4 */];
          m[96] = m[46 /* net.messages 5 */];
          changed = changed | m[96] ^ m[87 /* word 5 */];
          m[97] = m[88 /* word 6 */] & -16777216 | m[47 /* net.messages 6 */];
          changed = changed | m[97] ^ m[88 /* word 6 */];
          m[98] = m[89 /* word 7 */] & -1071645184 | m[50 /* tm */] | m[51 /* rm 0 */] << 3 | m[52 /* rm 1 */] << 6 | m[59 /* heard 0 */] << 21 | m[60 /* heard 1 */] << 24 | m[61 /* heard 2 */] << 27;
          changed = changed | m[98] ^ m[89 /* word 7 */];
          m[99] = m[90 /* word 8 */] & -122881 | m[74 /* stage 0 */] << 13 | m[75 /* stage 1 */] << 15;
          changed = changed | m[99] ^ m[90 /* word 8 */];
          enabledHere = enabledHere + 1 | 0;
          if (step_decisionsAreFinal(0, 41) === 0) {
            writeRow(91);
            sink.violation("step", 0, 10);
          }
          if (changed !== 0) {
            writeRow(91);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m.copyWithin(41, 0, 7);
        m[50] = m[9];
        m[51] = m[10];
        m[52] = m[11];
        m[59] = m[18];
        m[60] = m[19];
        m[61] = m[20];
        m[74] = m[33];
        m[75] = m[34];
        m[91] = m[82 /* word 0 */];
        m[92] = m[83 /* word 1 */];
        m[93] = m[84 /* word 2 */];
        m[94] = m[85 /* word 3 */];
        m[95] = m[86 /* word 4 */];
        m[96] = m[87 /* word 5 */];
        m[97] = m[88 /* word 6 */];
        m[98] = m[89 /* word 7 */];
        m[99] = m[90 /* word 8 */];
      }
    }
    enabled[10] += enabledHere;
    return enabledHere;
  }

  // The initial states  specs/atomic-commit/spec.ts:29:14
  function initial() {
    m.fill(0, 41, 48);
    m[48 /* nodes.down */] = 0;
    m[49 /* nodes.crashed */] = 0;
    m[50 /* tm */] = 2 /* "idle" */;
    for (let k = 0; k < 2; k++) {
      m[51 /* rm */ + k] = 4 /* "working" */;
    }
    for (let k1 = 0; k1 < 2; k1++) {
      m[209 + k1] = 0;
    }
    for (let k2 = 0; k2 < 3; k2++) {
      m[53 /* votes */ + k2 * 2] = m[209];
      m[54 /* votes */ + k2 * 2] = m[210];
    }
    for (let k3 = 0; k3 < 3; k3++) {
      m[59 /* heard */ + k3] = 0;
    }
    for (let k4 = 0; k4 < 3; k4++) {
      m[62 /* promised */ + k4] = 2 /* "tm" */;
    }
    for (let k5 = 0; k5 < 3; k5++) {
      m[65 /* accepted */ + k5 * 3] = m[211];
      m[66 /* accepted */ + k5 * 3] = m[212];
      m[67 /* accepted */ + k5 * 3] = m[213];
    }
    for (let k6 = 0; k6 < 2; k6++) {
      m[74 /* stage */ + k6] = 1 /* "follows" */;
    }
    for (let k7 = 0; k7 < 2; k7++) {
      m[214 + k7] = 0;
    }
    for (let k8 = 0; k8 < 2; k8++) {
      m[76 /* found */ + k8 * 2] = m[214];
      m[77 /* found */ + k8 * 2] = m[215];
    }
    for (let k9 = 0; k9 < 2; k9++) {
      m[80 /* proposal */ + k9] = 0;
    }
    for (let slot = 0; slot < 41; slot++) {
      $patchSlot(slot);
    }
    writeRow(91);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 9,
    actions: ["nodes.crash", "hearDecision", "begin", "vote", "refuse", "hearVote", "lead", "promise", "hearPromise", "accept", "hearAccepted"],
    invariants: ["allOrNothing", "everyoneHasAVeto"],
    steps: ["decisionsAreFinal"],
    reachables: ["allCommit", "allAbort", "decidesWithoutTheCoordinator", "antecedent of allOrNothing #1", "antecedent of allOrNothing #2", "antecedent of everyoneHasAVeto"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_nodes_crash() + action_hearDecision() + action_begin() + action_vote() + action_refuse() + action_hearVote() + action_lead() + action_promise() + action_hearPromise() + action_accept() + action_hearAccepted();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_allCommit(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_allAbort(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_decidesWithoutTheCoordinator(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_allOrNothing__1(0) !== 0) pending[3] = 0;
      if (pending[4] !== 0 && reachable_antecedent_of_allOrNothing__2(0) !== 0) pending[4] = 0;
      if (pending[5] !== 0 && reachable_antecedent_of_everyoneHasAVeto(0) !== 0) pending[5] = 0;
      if (skip[0] === 0 && invariant_allOrNothing(0) === 0) return 0;
      if (skip[1] === 0 && invariant_everyoneHasAVeto(0) === 0) return 1;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
