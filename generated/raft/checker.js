// Raft with Server=3, Term=5: an explicit-state model. Generated; do not edit.
// specs/raft/spec.ts:24:14
//
// A state is 5 words of 32 bits, and 39 slots when unpacked:
//   term: Record<Server, Term>  slots 0..2  bits 0.0..0.8
//   votedFor: Record<Server, (Server) | undefined>  slots 3..5  bits 0.9..0.14
//   log: Record<Server, Seq<{ leader: Server; term: Term }, 2>>  slots 6..20  bits 0.15..1.19
//   role: Record<Server, "candidate" | "follower" | "leader">  slots 21..23  bits 1.20..1.25
//   votes: Record<Server, Set<Server>>  slots 24..26  bits 1.26..2.2
//   matched: Record<Server, Record<Server, Int<0, 2>>>  slots 27..35  bits 2.3..2.20
//   committed: Set<{ entry: { leader: Server; term: Term }; index: Int<0, 2> }>  slots 36..37  bits 3.0..4.12
//   nodes.crashed: Int<0, 7>  slots 38  bits 4.13..4.15
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 5;

export function createModel(sink) {
  const m = new Int32Array(180);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(8);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0,0,0,1,1,1,1,1,1,1,1,1,1,1,1,1,2,2,2,2,2,2,2,2,2,2,3,4,4]);
  const $clearMaskOfSlot = new Int32Array([-8,-57,-449,-1537,-6145,-24577,-98305,-393217,-3670017,-12582913,-117440513,-402653185,-1610612737,-8,-25,-225,-769,-3073,-28673,-98305,-917505,-3145729,-12582913,-50331649,-469762049,536870911,-8,-25,-97,-385,-1537,-6145,-24577,-98305,-393217,-1572865,0,-8192,-57345]);
  const $shiftOfSlot = new Int32Array([0,3,6,9,11,13,15,17,19,22,24,27,29,0,3,5,8,10,12,15,17,20,22,24,26,29,0,3,5,7,9,11,13,15,17,19,0,0,13]);
  const $majoritiesServer = new Int32Array([3,5,6,7]);

  function same(a, b, slots) {
    for (let i = 0; i < slots; i++) if (m[a + i] !== m[b + i]) return false;
    return true;
  }

  function writeRow(from) {
    const row = sink.count * 5;
    for (let i = 0; i < 5; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(39, 0, 39);
    m.copyWithin(83, 78, 83);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[78]) {
      m[78] = m[83] = word;
      m[0] = m[39] = word & 7;
      m[1] = m[40] = (word >>> 3) & 7;
      m[2] = m[41] = (word >>> 6) & 7;
      m[3] = m[42] = (word >>> 9) & 3;
      m[4] = m[43] = (word >>> 11) & 3;
      m[5] = m[44] = (word >>> 13) & 3;
      m[6] = m[45] = (word >>> 15) & 3;
      m[7] = m[46] = (word >>> 17) & 3;
      m[8] = m[47] = (word >>> 19) & 7;
      m[9] = m[48] = (word >>> 22) & 3;
      m[10] = m[49] = (word >>> 24) & 7;
      m[11] = m[50] = (word >>> 27) & 3;
      m[12] = m[51] = (word >>> 29) & 3;
    }
    word = states[offset + 1] | 0;
    if (word !== m[79]) {
      m[79] = m[84] = word;
      m[13] = m[52] = word & 7;
      m[14] = m[53] = (word >>> 3) & 3;
      m[15] = m[54] = (word >>> 5) & 7;
      m[16] = m[55] = (word >>> 8) & 3;
      m[17] = m[56] = (word >>> 10) & 3;
      m[18] = m[57] = (word >>> 12) & 7;
      m[19] = m[58] = (word >>> 15) & 3;
      m[20] = m[59] = (word >>> 17) & 7;
      m[21] = m[60] = (word >>> 20) & 3;
      m[22] = m[61] = (word >>> 22) & 3;
      m[23] = m[62] = (word >>> 24) & 3;
      m[24] = m[63] = (word >>> 26) & 7;
      m[25] = m[64] = word >>> 29;
    }
    word = states[offset + 2] | 0;
    if (word !== m[80]) {
      m[80] = m[85] = word;
      m[26] = m[65] = word & 7;
      m[27] = m[66] = (word >>> 3) & 3;
      m[28] = m[67] = (word >>> 5) & 3;
      m[29] = m[68] = (word >>> 7) & 3;
      m[30] = m[69] = (word >>> 9) & 3;
      m[31] = m[70] = (word >>> 11) & 3;
      m[32] = m[71] = (word >>> 13) & 3;
      m[33] = m[72] = (word >>> 15) & 3;
      m[34] = m[73] = (word >>> 17) & 3;
      m[35] = m[74] = (word >>> 19) & 3;
    }
    word = states[offset + 3] | 0;
    if (word !== m[81]) {
      m[81] = m[86] = word;
      m[36] = m[75] = word;
    }
    word = states[offset + 4] | 0;
    if (word !== m[82]) {
      m[82] = m[87] = word;
      m[37] = m[76] = word & 8191;
      m[38] = m[77] = (word >>> 13) & 7;
    }
  }

  // @invariant oneLeaderPerTerm  specs/raft/spec.ts:149:14
  function invariant_oneLeaderPerTerm(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      if (m[21 /* role */ + (at + a)] === 2 /* "leader" */) {
        each_b: for (let b = 0; b < 3; b++) {
          if (!(!(m[21 /* role */ + (at + b)] === 2 /* "leader" */ && m[at + a] === m[at + b]) || a === b)) {
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

  // @invariant logsMatch  specs/raft/spec.ts:156:14
  function invariant_logsMatch(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      each_b: for (let b = 0; b < 3; b++) {
        let forall2 = 1;
        each_i: for (let i = 0, i$end = Math.min(m[6 /* log */ + (at + a * 5)], m[6 /* log */ + (at + b * 5)]); i < i$end; i++) {
          if (m[6 /* log */ + (at + a * 5)] <= i) {
            sink.violation("check-failure", 0, -1);
            return 1;
          }
          if (m[6 /* log */ + (at + b * 5)] <= i) {
            sink.violation("check-failure", 1, -1);
            return 1;
          }
          let implies = m[8 /* log */ + (at + a * 5 + i * 2)] !== m[8 /* log */ + (at + b * 5 + i * 2)] ? 1 : 0;
          if (implies === 0) {
            let result = 0;
            done: {
              let length = 0;
              let entry = (at + a * 5 | 0) + 6 /* log */ | 0;
              each_entry: for (let entry1 = 0, entry1$end = m[entry]; entry1 < entry1$end; entry1++) {
                let choice = 0;
                if (length < 0) {
                  let result1 = m[6 /* log */ + (at + b * 5)] + length;
                  if (result1 < -9007199254740991 || 9007199254740991 < result1) {
                    sink.violation("check-failure", 2, -1);
                    return 1;
                  }
                  choice = result1;
                } else {
                  choice = length;
                }
                let position = choice;
                let choice1 = 0;
                if (0 <= position && position < m[6 /* log */ + (at + b * 5)]) {
                  if (position < 0 || m[6 /* log */ + (at + b * 5)] <= position) {
                    sink.violation("check-failure", 3, -1);
                    return 1;
                  }
                  m[88] = 1;
                  m[89] = m[7 /* log */ + (at + b * 5 + (position | 0) * 2)];
                  m[90] = m[8 /* log */ + (at + b * 5 + (position | 0) * 2)];
                  choice1 = 88;
                } else {
                  choice1 = 91;
                }
                let result2 = choice1;
                m[94] = 1;
                m[95] = m[1 + (entry + entry1 * 2)];
                m[96] = m[2 + (entry + entry1 * 2)];
                if (!(m[result2] === m[94] && m[1 + result2] === m[95] && m[2 + result2] === m[96])) break each_entry;
                // length = length + 1
                let result3 = length + 1;
                if (result3 < -9007199254740991 || 9007199254740991 < result3) {
                  sink.violation("check-failure", 4, -1);
                  return 1;
                }
                length = result3;
              }
              result = length;
              break done;
            }
            implies = i < result ? 1 : 0;
          }
          if (implies === 0) {
            forall2 = 0;
            break each_i;
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

  // @invariant leadersHaveAllCommitted  specs/raft/spec.ts:165:14
  function invariant_leadersHaveAllCommitted(at) {
    let forall = 1;
    each_leader: for (let leader = 0; leader < 3; leader++) {
      let and = m[21 /* role */ + (at + leader)] === 2 /* "leader" */ ? 1 : 0;
      if (and !== 0) {
        let forall1 = 1;
        each_server: for (let server = 0; server < 3; server++) {
          if (m[at + leader] < m[at + server]) {
            forall1 = 0;
            break each_server;
          }
        }
        and = forall1;
      }
      let implies = and === 0 ? 1 : 0;
      if (implies === 0) {
        let forall2 = 1;
        all_c: {
          for (let word = 0; word < 2; word++) {
            for (let c$bits = m[36 /* committed */ + (at + word)]; c$bits !== 0; c$bits &= c$bits - 1) {
              const c = 31 - Math.clz32(c$bits & -c$bits) + word * 32;
              let choice = 0;
              if (c % 3 < m[6 /* log */ + (at + leader * 5)]) {
                let i = c % 3;
                if (m[6 /* log */ + (at + leader * 5)] <= i) {
                  sink.violation("check-failure", 5, -1);
                  return 1;
                }
                m[97] = 1;
                m[98] = m[7 /* log */ + (at + leader * 5 + i * 2)];
                m[99] = m[8 /* log */ + (at + leader * 5 + i * 2)];
                choice = 97;
              } else {
                choice = 100;
              }
              m[103] = 1;
              let index = c / 3 | 0;
              m[104] = index / 5 | 0;
              m[105] = index % 5;
              if (!(m[choice] === m[103] && m[1 + choice] === m[104] && m[2 + choice] === m[105])) {
                forall2 = 0;
                break all_c;
              }
            }
          }
        }
        implies = forall2;
      }
      if (implies === 0) {
        forall = 0;
        break each_leader;
      }
    }
    return forall;
  }

  // @invariant committedIsFinal  specs/raft/spec.ts:175:14
  function invariant_committedIsFinal(at) {
    let forall = 1;
    all_a: {
      for (let word = 0; word < 2; word++) {
        for (let a$bits = m[36 /* committed */ + (at + word)]; a$bits !== 0; a$bits &= a$bits - 1) {
          const a = 31 - Math.clz32(a$bits & -a$bits) + word * 32;
          let forall1 = 1;
          all_b: {
            for (let word1 = 0; word1 < 2; word1++) {
              for (let b$bits = m[36 /* committed */ + (at + word1)]; b$bits !== 0; b$bits &= b$bits - 1) {
                const b = 31 - Math.clz32(b$bits & -b$bits) + word1 * 32;
                if (!(a % 3 !== b % 3 || (a / 3 | 0) === (b / 3 | 0))) {
                  forall1 = 0;
                  break all_b;
                }
              }
            }
          }
          if (forall1 === 0) {
            forall = 0;
            break all_a;
          }
        }
      }
    }
    return forall;
  }

  // @step leadersKeepTheirLogs  specs/raft/spec.ts:180:9
  function step_leadersKeepTheirLogs(at, next) {
    let forall = 1;
    each_leader: for (let leader = 0; leader < 3; leader++) {
      let implies = !(m[21 /* role */ + (at + leader)] === 2 /* "leader" */ && m[21 /* role */ + (next + leader)] === 2 /* "leader" */) ? 1 : 0;
      if (implies === 0) {
        let length = m[6 /* log */ + (next + leader * 5)];
        let bound = Math.min(0, length);
        let bound1 = m[6 /* log */ + (at + leader * 5)];
        let bound2 = Math.min(bound1, length);
        let count = Math.max(bound2 - bound | 0, 0);
        m.fill(0, 106, 111);
        for (let i = 0, i$end = count; i < i$end; i++) {
          m[107 + i * 2] = m[7 /* log */ + (next + leader * 5 + (bound + i) * 2)];
          m[108 + i * 2] = m[8 /* log */ + (next + leader * 5 + (bound + i) * 2)];
        }
        m[106] = count;
        implies = same(106, 6 /* log */ + (at + leader * 5), 5) ? 1 : 0;
      }
      if (implies === 0) {
        forall = 0;
        break each_leader;
      }
    }
    return forall;
  }

  // @reachable everyoneHasWhatIsCommitted  specs/raft/spec.ts:189:14
  function reachable_everyoneHasWhatIsCommitted(at) {
    let exists = 0;
    all_c: {
      for (let word = 0; word < 2; word++) {
        for (let c$bits = m[36 /* committed */ + (at + word)]; c$bits !== 0; c$bits &= c$bits - 1) {
          const c = 31 - Math.clz32(c$bits & -c$bits) + word * 32;
          let forall = 1;
          each_server: for (let server = 0; server < 3; server++) {
            let choice = 0;
            if (c % 3 < m[6 /* log */ + (at + server * 5)]) {
              let i = c % 3;
              if (m[6 /* log */ + (at + server * 5)] <= i) {
                sink.violation("check-failure", 6, -1);
                return 0;
              }
              m[111] = 1;
              m[112] = m[7 /* log */ + (at + server * 5 + i * 2)];
              m[113] = m[8 /* log */ + (at + server * 5 + i * 2)];
              choice = 111;
            } else {
              choice = 114;
            }
            m[117] = 1;
            let index = c / 3 | 0;
            m[118] = index / 5 | 0;
            m[119] = index % 5;
            if (!(m[choice] === m[117] && m[1 + choice] === m[118] && m[2 + choice] === m[119])) {
              forall = 0;
              break each_server;
            }
          }
          if (forall !== 0) {
            exists = 1;
            break all_c;
          }
        }
      }
    }
    return exists;
  }

  // @reachable leadersOfTwoTerms  specs/raft/spec.ts:194:14
  function reachable_leadersOfTwoTerms(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      if (m[21 /* role */ + (at + a)] === 2 /* "leader" */) {
        each_b: for (let b = 0; b < 3; b++) {
          if (a !== b && m[21 /* role */ + (at + b)] === 2 /* "leader" */) {
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

  // @reachable twoCommandsForOnePlace  specs/raft/spec.ts:199:14
  function reachable_twoCommandsForOnePlace(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      each_b: for (let b = 0; b < 3; b++) {
        let result = 0;
        done: {
          let length = 0;
          let entry = (at + a * 5 | 0) + 6 /* log */ | 0;
          each_entry: for (let entry1 = 0, entry1$end = m[entry]; entry1 < entry1$end; entry1++) {
            let choice = 0;
            if (length < 0) {
              let result1 = m[6 /* log */ + (at + b * 5)] + length;
              if (result1 < -9007199254740991 || 9007199254740991 < result1) {
                sink.violation("check-failure", 2, -1);
                return 0;
              }
              choice = result1;
            } else {
              choice = length;
            }
            let position = choice;
            let choice1 = 0;
            if (0 <= position && position < m[6 /* log */ + (at + b * 5)]) {
              if (position < 0 || m[6 /* log */ + (at + b * 5)] <= position) {
                sink.violation("check-failure", 3, -1);
                return 0;
              }
              m[120] = 1;
              m[121] = m[7 /* log */ + (at + b * 5 + (position | 0) * 2)];
              m[122] = m[8 /* log */ + (at + b * 5 + (position | 0) * 2)];
              choice1 = 120;
            } else {
              choice1 = 123;
            }
            let result2 = choice1;
            m[126] = 1;
            m[127] = m[1 + (entry + entry1 * 2)];
            m[128] = m[2 + (entry + entry1 * 2)];
            if (!(m[result2] === m[126] && m[1 + result2] === m[127] && m[2 + result2] === m[128])) break each_entry;
            // length = length + 1
            let result3 = length + 1;
            if (result3 < -9007199254740991 || 9007199254740991 < result3) {
              sink.violation("check-failure", 4, -1);
              return 0;
            }
            length = result3;
          }
          result = length;
          break done;
        }
        if (result < Math.min(m[6 /* log */ + (at + a * 5)], m[6 /* log */ + (at + b * 5)])) {
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

  // @reachable antecedent of oneLeaderPerTerm  specs/raft/spec.ts:150:12
  function reachable_antecedent_of_oneLeaderPerTerm(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      if (m[21 /* role */ + (at + a)] === 2 /* "leader" */) {
        each_b: for (let b = 0; b < 3; b++) {
          if (m[21 /* role */ + (at + b)] === 2 /* "leader" */ && m[at + a] === m[at + b]) {
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

  // @reachable antecedent of logsMatch  specs/raft/spec.ts:157:12
  function reachable_antecedent_of_logsMatch(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      each_b: for (let b = 0; b < 3; b++) {
        let exists2 = 0;
        each_i: for (let i = 0, i$end = Math.min(m[6 /* log */ + (at + a * 5)], m[6 /* log */ + (at + b * 5)]); i < i$end; i++) {
          if (m[6 /* log */ + (at + a * 5)] <= i) {
            sink.violation("check-failure", 0, -1);
            return 0;
          }
          if (m[6 /* log */ + (at + b * 5)] <= i) {
            sink.violation("check-failure", 1, -1);
            return 0;
          }
          if (m[8 /* log */ + (at + a * 5 + i * 2)] === m[8 /* log */ + (at + b * 5 + i * 2)]) {
            exists2 = 1;
            break each_i;
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

  // @reachable antecedent of leadersHaveAllCommitted  specs/raft/spec.ts:166:12
  function reachable_antecedent_of_leadersHaveAllCommitted(at) {
    let exists = 0;
    each_leader: for (let leader = 0; leader < 3; leader++) {
      let and = m[21 /* role */ + (at + leader)] === 2 /* "leader" */ ? 1 : 0;
      if (and !== 0) {
        let forall = 1;
        each_server: for (let server = 0; server < 3; server++) {
          if (m[at + leader] < m[at + server]) {
            forall = 0;
            break each_server;
          }
        }
        and = forall;
      }
      if (and !== 0) {
        exists = 1;
        break each_leader;
      }
    }
    return exists;
  }

  // @reachable antecedent of committedIsFinal  specs/raft/spec.ts:176:12
  function reachable_antecedent_of_committedIsFinal(at) {
    let exists = 0;
    all_a: {
      for (let word = 0; word < 2; word++) {
        for (let a$bits = m[36 /* committed */ + (at + word)]; a$bits !== 0; a$bits &= a$bits - 1) {
          const a = 31 - Math.clz32(a$bits & -a$bits) + word * 32;
          let exists1 = 0;
          all_b: {
            for (let word1 = 0; word1 < 2; word1++) {
              for (let b$bits = m[36 /* committed */ + (at + word1)]; b$bits !== 0; b$bits &= b$bits - 1) {
                const b = 31 - Math.clz32(b$bits & -b$bits) + word1 * 32;
                if (a % 3 === b % 3) {
                  exists1 = 1;
                  break all_b;
                }
              }
            }
          }
          if (exists1 !== 0) {
            exists = 1;
            break all_a;
          }
        }
      }
    }
    return exists;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 83 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[39 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[39 + slot] ^ m[slot];
  }

  // Makes the packed word of a slot equal to the source again.
  function $unpatchSlot(slot) {
    let word = $wordOfSlot[slot];
    m[83 + word] = m[78 + word];
  }

  // @action nodes.crash(node: Server)  tenet/faults:319:10
  function action_nodes_crash() {
    let enabledHere = 0;
    for (let node = 0; node < 3; node++) {
      skip: {
        instance: {
          let used = m[77 /* nodes.crashed */];
          // require(used < 1)
          if (1 <= used) break skip;
          // this.nodes.crashed = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 7, 0);
            break instance;
          }
          m[77 /* nodes.crashed */] = value;
          let term = m[39 + node];
          if (m[39 + node] < term) {
            // this.votedFor[node] = undefined
            m[42 /* votedFor */ + node] = 0;
          }
          // this.term[node] = term
          m[39 + node] = term;
          // this.role[node] = "follower"
          m[60 /* role */ + node] = 1 /* "follower" */;
          // this.votes[node] = new Set()
          m[63 /* votes */ + node] = 0;
          // this.matched[node] = fill(0)
          for (let k = 0; k < 3; k++) {
            m[66 /* matched */ + (node * 3 + k)] = 0;
          }
          let changed = 0;
          m[87] = m[82 /* word 4 */] & -57345 | m[77 /* nodes.crashed */] << 13;
          changed = changed | m[87] ^ m[82 /* word 4 */];
          changed = changed | $patchSlot(node + 3 /* votedFor */);
          changed = changed | $patchSlot(node);
          changed = changed | $patchSlot(node + 21 /* role */);
          changed = changed | $patchSlot(node + 24 /* votes */);
          changed = changed | $patchSlot(node * 3 + 27 /* matched */);
          changed = changed | $patchSlot(node * 3 + 28 /* matched */);
          changed = changed | $patchSlot(node * 3 + 29 /* matched */);
          enabledHere = enabledHere + 1 | 0;
          if (step_leadersKeepTheirLogs(0, 39) === 0) {
            writeRow(83);
            sink.violation("step", 0, 0);
          }
          if (changed !== 0) {
            writeRow(83);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[77] = m[38];
        m[87] = m[82 /* word 4 */];
        m[42 /* votedFor */ + node] = m[3 /* votedFor */ + node];
        $unpatchSlot(node + 3 /* votedFor */);
        m[39 + node] = m[node];
        $unpatchSlot(node);
        m[60 /* role */ + node] = m[21 /* role */ + node];
        $unpatchSlot(node + 21 /* role */);
        m[63 /* votes */ + node] = m[24 /* votes */ + node];
        $unpatchSlot(node + 24 /* votes */);
        m[66 /* matched */ + node * 3] = m[27 /* matched */ + node * 3];
        m[67 /* matched */ + node * 3] = m[28 /* matched */ + node * 3];
        m[68 /* matched */ + node * 3] = m[29 /* matched */ + node * 3];
        $unpatchSlot(node * 3 + 27 /* matched */);
        $unpatchSlot(node * 3 + 28 /* matched */);
        $unpatchSlot(node * 3 + 29 /* matched */);
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action stand(server: Server, term: Term)  specs/raft/spec.ts:68:11
  function action_stand() {
    let enabledHere = 0;
    each_server: for (let server = 0; server < 3; server++) {
      // require(this.role[server] !== "leader")
      if (m[60 /* role */ + server] === 2 /* "leader" */) continue each_server;
      each_term: for (let term = 0; term < 5; term++) {
        // require(this.term[server] < term)
        if (term <= m[39 + server]) continue each_term;
        if (m[39 + server] < term) {
          // this.votedFor[server] = undefined
          m[42 /* votedFor */ + server] = 0;
        }
        // this.term[server] = term
        m[39 + server] = term;
        // this.role[server] = "follower"
        m[60 /* role */ + server] = 1 /* "follower" */;
        // this.votes[server] = new Set()
        m[63 /* votes */ + server] = 0;
        // this.matched[server] = fill(0)
        for (let k = 0; k < 3; k++) {
          m[66 /* matched */ + (server * 3 + k)] = 0;
        }
        // this.role[server] = "candidate"
        m[60 /* role */ + server] = 0 /* "candidate" */;
        // this.votedFor[server] = server
        m[42 /* votedFor */ + server] = server + 1;
        // this.votes[server] = this.votes[server].add(server)
        m[63 /* votes */ + server] = m[63 /* votes */ + server] | 1 << server;
        let changed = 0;
        changed = changed | $patchSlot(server + 3 /* votedFor */);
        changed = changed | $patchSlot(server);
        changed = changed | $patchSlot(server + 21 /* role */);
        changed = changed | $patchSlot(server + 24 /* votes */);
        changed = changed | $patchSlot(server * 3 + 27 /* matched */);
        changed = changed | $patchSlot(server * 3 + 28 /* matched */);
        changed = changed | $patchSlot(server * 3 + 29 /* matched */);
        changed = changed | $patchSlot(server + 21 /* role */);
        changed = changed | $patchSlot(server + 3 /* votedFor */);
        changed = changed | $patchSlot(server + 24 /* votes */);
        enabledHere = enabledHere + 1 | 0;
        if (step_leadersKeepTheirLogs(0, 39) === 0) {
          writeRow(83);
          sink.violation("step", 0, 1);
        }
        if (changed !== 0) {
          writeRow(83);
          if (++sink.count === capacity) sink.flush();
        }
        m[42 /* votedFor */ + server] = m[3 /* votedFor */ + server];
        $unpatchSlot(server + 3 /* votedFor */);
        m[39 + server] = m[server];
        $unpatchSlot(server);
        m[60 /* role */ + server] = m[21 /* role */ + server];
        $unpatchSlot(server + 21 /* role */);
        m[63 /* votes */ + server] = m[24 /* votes */ + server];
        $unpatchSlot(server + 24 /* votes */);
        m[66 /* matched */ + server * 3] = m[27 /* matched */ + server * 3];
        m[67 /* matched */ + server * 3] = m[28 /* matched */ + server * 3];
        m[68 /* matched */ + server * 3] = m[29 /* matched */ + server * 3];
        $unpatchSlot(server * 3 + 27 /* matched */);
        $unpatchSlot(server * 3 + 28 /* matched */);
        $unpatchSlot(server * 3 + 29 /* matched */);
        m[60 /* role */ + server] = m[21 /* role */ + server];
        $unpatchSlot(server + 21 /* role */);
        m[42 /* votedFor */ + server] = m[3 /* votedFor */ + server];
        $unpatchSlot(server + 3 /* votedFor */);
        m[63 /* votes */ + server] = m[24 /* votes */ + server];
        $unpatchSlot(server + 24 /* votes */);
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action grant(voter: Server, candidate: Server)  specs/raft/spec.ts:76:11
  function action_grant() {
    let enabledHere = 0;
    for (let voter = 0; voter < 3; voter++) {
      each_candidate: for (let candidate = 0; candidate < 3; candidate++) {
        // require(this.role[candidate] === "candidate")
        if (m[60 /* role */ + candidate] !== 0 /* "candidate" */) continue each_candidate;
        // require(this.term[voter] <= this.term[candidate])
        if (m[39 + candidate] < m[39 + voter]) continue each_candidate;
        instance: {
          if (m[39 + voter] < m[39 + candidate]) {
            let term = m[39 + candidate];
            if (m[39 + voter] < term) {
              // this.votedFor[voter] = undefined
              m[42 /* votedFor */ + voter] = 0;
            }
            // this.term[voter] = term
            m[39 + voter] = term;
            // this.role[voter] = "follower"
            m[60 /* role */ + voter] = 1 /* "follower" */;
            // this.votes[voter] = new Set()
            m[63 /* votes */ + voter] = 0;
            // this.matched[voter] = fill(0)
            for (let k = 0; k < 3; k++) {
              m[66 /* matched */ + (voter * 3 + k)] = 0;
            }
          }
          // require(this.votedFor[voter] === undefined)
          if (m[42 /* votedFor */ + voter] !== 0) break instance;
          // require({   })
          let position = m[45 /* log */ + voter * 5] - 1 | 0;
          let choice = 0;
          if (0 <= position) {
            if (position < 0 || m[45 /* log */ + voter * 5] <= position) {
              sink.violation("failure", 8, 2);
              break instance;
            }
            m[129] = 1;
            m[130] = m[46 /* log */ + (voter * 5 + position * 2)];
            m[131] = m[47 /* log */ + (voter * 5 + position * 2)];
            choice = 129;
          } else {
            choice = 132;
          }
          let result = choice;
          let value = result;
          let result1 = m[value] === 0 ? 0 : m[2 + value] + 1;
          let result2 = result1 === 0 ? 0 : result1 - 1 | 0;
          let position_2 = m[45 /* log */ + candidate * 5] - 1 | 0;
          let choice1 = 0;
          if (0 <= position_2) {
            if (position_2 < 0 || m[45 /* log */ + candidate * 5] <= position_2) {
              sink.violation("failure", 8, 2);
              break instance;
            }
            m[135] = 1;
            m[136] = m[46 /* log */ + (candidate * 5 + position_2 * 2)];
            m[137] = m[47 /* log */ + (candidate * 5 + position_2 * 2)];
            choice1 = 135;
          } else {
            choice1 = 138;
          }
          let result3 = choice1;
          let value_3 = result3;
          let result4 = m[value_3] === 0 ? 0 : m[2 + value_3] + 1;
          let result5 = result4 === 0 ? 0 : result4 - 1 | 0;
          let result6 = result2 < result5 || result2 === result5 && m[45 /* log */ + voter * 5] <= m[45 /* log */ + candidate * 5] ? 1 : 0;
          if (result6 === 0) break instance;
          // this.votedFor[voter] = candidate
          m[42 /* votedFor */ + voter] = candidate + 1;
          // this.votes[candidate] = this.votes[candidate].add(voter)
          m[63 /* votes */ + candidate] = m[63 /* votes */ + candidate] | 1 << voter;
          let changed = 0;
          changed = changed | $patchSlot(voter + 3 /* votedFor */);
          changed = changed | $patchSlot(voter);
          changed = changed | $patchSlot(voter + 21 /* role */);
          changed = changed | $patchSlot(voter + 24 /* votes */);
          changed = changed | $patchSlot(voter * 3 + 27 /* matched */);
          changed = changed | $patchSlot(voter * 3 + 28 /* matched */);
          changed = changed | $patchSlot(voter * 3 + 29 /* matched */);
          changed = changed | $patchSlot(voter + 3 /* votedFor */);
          changed = changed | $patchSlot(candidate + 24 /* votes */);
          enabledHere = enabledHere + 1 | 0;
          if (step_leadersKeepTheirLogs(0, 39) === 0) {
            writeRow(83);
            sink.violation("step", 0, 2);
          }
          if (changed !== 0) {
            writeRow(83);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[42 /* votedFor */ + voter] = m[3 /* votedFor */ + voter];
        $unpatchSlot(voter + 3 /* votedFor */);
        m[39 + voter] = m[voter];
        $unpatchSlot(voter);
        m[60 /* role */ + voter] = m[21 /* role */ + voter];
        $unpatchSlot(voter + 21 /* role */);
        m[63 /* votes */ + voter] = m[24 /* votes */ + voter];
        $unpatchSlot(voter + 24 /* votes */);
        m[66 /* matched */ + voter * 3] = m[27 /* matched */ + voter * 3];
        m[67 /* matched */ + voter * 3] = m[28 /* matched */ + voter * 3];
        m[68 /* matched */ + voter * 3] = m[29 /* matched */ + voter * 3];
        $unpatchSlot(voter * 3 + 27 /* matched */);
        $unpatchSlot(voter * 3 + 28 /* matched */);
        $unpatchSlot(voter * 3 + 29 /* matched */);
        m[42 /* votedFor */ + voter] = m[3 /* votedFor */ + voter];
        $unpatchSlot(voter + 3 /* votedFor */);
        m[63 /* votes */ + candidate] = m[24 /* votes */ + candidate];
        $unpatchSlot(candidate + 24 /* votes */);
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action lead(server: Server, voters: Majority<Server>)  specs/raft/spec.ts:84:11
  function action_lead() {
    let enabledHere = 0;
    each_server: for (let server = 0; server < 3; server++) {
      // require(this.role[server] === "candidate")
      if (m[60 /* role */ + server] !== 0 /* "candidate" */) continue each_server;
      each_voters: for (let voters = 0; voters < 4; voters++) {
        // require(voters.isSubsetOf(this.votes[server]))
        if (($majoritiesServer[voters] & (m[63 /* votes */ + server] ^ -1)) !== 0) continue each_voters;
        let term = m[39 + server];
        if (m[39 + server] < term) {
          // this.votedFor[server] = undefined
          m[42 /* votedFor */ + server] = 0;
        }
        // this.term[server] = term
        m[39 + server] = term;
        // this.role[server] = "follower"
        m[60 /* role */ + server] = 1 /* "follower" */;
        // this.votes[server] = new Set()
        m[63 /* votes */ + server] = 0;
        // this.matched[server] = fill(0)
        for (let k = 0; k < 3; k++) {
          m[66 /* matched */ + (server * 3 + k)] = 0;
        }
        // this.role[server] = "leader"
        m[60 /* role */ + server] = 2 /* "leader" */;
        // this.matched[server][server] = this.log[server].length
        m[66 /* matched */ + (server * 3 + server)] = m[45 /* log */ + server * 5];
        let changed = 0;
        changed = changed | $patchSlot(server + 3 /* votedFor */);
        changed = changed | $patchSlot(server);
        changed = changed | $patchSlot(server + 21 /* role */);
        changed = changed | $patchSlot(server + 24 /* votes */);
        changed = changed | $patchSlot(server * 3 + 27 /* matched */);
        changed = changed | $patchSlot(server * 3 + 28 /* matched */);
        changed = changed | $patchSlot(server * 3 + 29 /* matched */);
        changed = changed | $patchSlot(server + 21 /* role */);
        changed = changed | $patchSlot(server * 3 + server + 27 /* matched */);
        enabledHere = enabledHere + 1 | 0;
        if (step_leadersKeepTheirLogs(0, 39) === 0) {
          writeRow(83);
          sink.violation("step", 0, 3);
        }
        if (changed !== 0) {
          writeRow(83);
          if (++sink.count === capacity) sink.flush();
        }
        m[42 /* votedFor */ + server] = m[3 /* votedFor */ + server];
        $unpatchSlot(server + 3 /* votedFor */);
        m[39 + server] = m[server];
        $unpatchSlot(server);
        m[60 /* role */ + server] = m[21 /* role */ + server];
        $unpatchSlot(server + 21 /* role */);
        m[63 /* votes */ + server] = m[24 /* votes */ + server];
        $unpatchSlot(server + 24 /* votes */);
        m[66 /* matched */ + server * 3] = m[27 /* matched */ + server * 3];
        m[67 /* matched */ + server * 3] = m[28 /* matched */ + server * 3];
        m[68 /* matched */ + server * 3] = m[29 /* matched */ + server * 3];
        $unpatchSlot(server * 3 + 27 /* matched */);
        $unpatchSlot(server * 3 + 28 /* matched */);
        $unpatchSlot(server * 3 + 29 /* matched */);
        m[60 /* role */ + server] = m[21 /* role */ + server];
        $unpatchSlot(server + 21 /* role */);
        m[66 /* matched */ + (server * 3 + server)] = m[27 /* matched */ + (server * 3 + server)];
        $unpatchSlot(server * 3 + server + 27 /* matched */);
      }
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action request(leader: Server)  specs/raft/spec.ts:92:11
  function action_request() {
    let enabledHere = 0;
    each_leader: for (let leader = 0; leader < 3; leader++) {
      // require(this.role[leader] === "leader")
      if (m[60 /* role */ + leader] !== 2 /* "leader" */) continue each_leader;
      // require(this.log[leader].length < 1)
      if (1 <= m[45 /* log */ + leader * 5]) continue each_leader;
      instance: {
        // this.log[leader] = this.log[leader].push({ leader, term: this.term[leader] })
        m[141] = leader;
        m[142] = m[39 + leader];
        let length = m[45 /* log */ + leader * 5];
        if (2 <= length) {
          sink.violation("failure", 9, 4);
          break instance;
        }
        m[46 /* log */ + (leader * 5 + length * 2)] = m[141];
        m[47 /* log */ + (leader * 5 + length * 2)] = m[142];
        m[45 /* log */ + leader * 5] = length + 1 | 0;
        // this.matched[leader][leader] = this.log[leader].length
        m[66 /* matched */ + (leader * 3 + leader)] = m[45 /* log */ + leader * 5];
        let changed = 0;
        changed = changed | $patchSlot(leader * 5 + 6 /* log */);
        changed = changed | $patchSlot(leader * 5 + 7 /* log */);
        changed = changed | $patchSlot(leader * 5 + 8 /* log */);
        changed = changed | $patchSlot(leader * 5 + 9 /* log */);
        changed = changed | $patchSlot(leader * 5 + 10 /* log */);
        changed = changed | $patchSlot(leader * 3 + leader + 27 /* matched */);
        enabledHere = enabledHere + 1 | 0;
        if (step_leadersKeepTheirLogs(0, 39) === 0) {
          writeRow(83);
          sink.violation("step", 0, 4);
        }
        if (changed !== 0) {
          writeRow(83);
          if (++sink.count === capacity) sink.flush();
        }
      }
      m.copyWithin(45 /* log */ + leader * 5, 6 /* log */ + leader * 5, 11 /* log */ + leader * 5);
      $unpatchSlot(leader * 5 + 6 /* log */);
      $unpatchSlot(leader * 5 + 7 /* log */);
      $unpatchSlot(leader * 5 + 8 /* log */);
      $unpatchSlot(leader * 5 + 9 /* log */);
      $unpatchSlot(leader * 5 + 10 /* log */);
      m[66 /* matched */ + (leader * 3 + leader)] = m[27 /* matched */ + (leader * 3 + leader)];
      $unpatchSlot(leader * 3 + leader + 27 /* matched */);
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action append(server: Server, leader: Server)  specs/raft/spec.ts:99:11
  function action_append() {
    let enabledHere = 0;
    for (let server = 0; server < 3; server++) {
      each_leader: for (let leader = 0; leader < 3; leader++) {
        // require(server !== leader)
        if (server === leader) continue each_leader;
        // require(this.role[leader] === "leader")
        if (m[60 /* role */ + leader] !== 2 /* "leader" */) continue each_leader;
        // require(this.term[server] <= this.term[leader])
        if (m[39 + leader] < m[39 + server]) continue each_leader;
        instance: {
          if (m[60 /* role */ + server] !== 1 /* "follower" */ || m[39 + server] < m[39 + leader]) {
            let term = m[39 + leader];
            if (m[39 + server] < term) {
              // this.votedFor[server] = undefined
              m[42 /* votedFor */ + server] = 0;
            }
            // this.term[server] = term
            m[39 + server] = term;
            // this.role[server] = "follower"
            m[60 /* role */ + server] = 1 /* "follower" */;
            // this.votes[server] = new Set()
            m[63 /* votes */ + server] = 0;
            // this.matched[server] = fill(0)
            for (let k = 0; k < 3; k++) {
              m[66 /* matched */ + (server * 3 + k)] = 0;
            }
          }
          let result = 0;
          done: {
            let length = 0;
            m.copyWithin(143, 45 /* log */ + server * 5, 50 /* log */ + server * 5);
            each_entry: for (let entry = 0, entry$end = m[143]; entry < entry$end; entry++) {
              let choice = 0;
              if (length < 0) {
                let result1 = m[45 /* log */ + leader * 5] + length;
                if (result1 < -9007199254740991 || 9007199254740991 < result1) {
                  sink.violation("failure", 2, 5);
                  break instance;
                }
                choice = result1;
              } else {
                choice = length;
              }
              let position = choice;
              let choice1 = 0;
              if (0 <= position && position < m[45 /* log */ + leader * 5]) {
                if (position < 0 || m[45 /* log */ + leader * 5] <= position) {
                  sink.violation("failure", 3, 5);
                  break instance;
                }
                m[148] = 1;
                m[149] = m[46 /* log */ + (leader * 5 + (position | 0) * 2)];
                m[150] = m[47 /* log */ + (leader * 5 + (position | 0) * 2)];
                choice1 = 148;
              } else {
                choice1 = 151;
              }
              let result2 = choice1;
              m[154] = 1;
              m[155] = m[144 + entry * 2];
              m[156] = m[145 + entry * 2];
              if (!(m[result2] === m[154] && m[1 + result2] === m[155] && m[2 + result2] === m[156])) break each_entry;
              // length = length + 1
              let result3 = length + 1;
              if (result3 < -9007199254740991 || 9007199254740991 < result3) {
                sink.violation("failure", 4, 5);
                break instance;
              }
              length = result3;
            }
            result = length;
            break done;
          }
          let common = result;
          let result4 = common + 1;
          if (result4 < -9007199254740991 || 9007199254740991 < result4) {
            sink.violation("failure", 10, 5);
            break instance;
          }
          let upTo = Math.min(result4, m[45 /* log */ + leader * 5]);
          if (common < upTo) {
            // this.log[server] = this.log[server].slice(0, common).concat([this.log[leader][common]])
            let length1 = m[45 /* log */ + server * 5];
            let bound = Math.min(0, length1);
            let bound1 = Math.min(common < 0 ? Math.max(common + length1, 0) : common, length1) | 0;
            let count = Math.max(bound1 - bound | 0, 0);
            m.fill(0, 157, 162);
            for (let i = 0, i$end = count; i < i$end; i++) {
              m[158 + i * 2] = m[46 /* log */ + (server * 5 + (bound + i) * 2)];
              m[159 + i * 2] = m[47 /* log */ + (server * 5 + (bound + i) * 2)];
            }
            m[157] = count;
            m[162] = 0;
            m[163] = 0;
            m[164] = 0;
            let length2 = 0;
            if (common < 0 || m[45 /* log */ + leader * 5] <= common) {
              sink.violation("failure", 11, 5);
              break instance;
            }
            m[163 + length2 * 2] = m[46 /* log */ + (leader * 5 + (common | 0) * 2)];
            m[164 + length2 * 2] = m[47 /* log */ + (leader * 5 + (common | 0) * 2)];
            length2 = length2 + 1 | 0;
            m[162] = length2;
            let length3 = m[157];
            let length4 = m[162];
            m.copyWithin(165, 157, 162);
            m[170] = 0;
            m[171] = 0;
            for (let i1 = 0, i1$end = length4; i1 < i1$end; i1++) {
              m[166 + (length3 + i1) * 2] = m[163 + i1 * 2];
              m[167 + (length3 + i1) * 2] = m[164 + i1 * 2];
            }
            m[165] = length3 + length4 | 0;
            let length5 = m[165];
            if (2 < length5) {
              sink.violation("failure", 12, 5);
              break instance;
            }
            m.copyWithin(45 /* log */ + server * 5, 165, 170);
          }
          // this.matched[leader][server] = upTo
          if (upTo < 0) {
            sink.violation("failure", 13, 5);
            break instance;
          }
          m[66 /* matched */ + (leader * 3 + server)] = upTo | 0;
          let changed = 0;
          changed = changed | $patchSlot(server + 3 /* votedFor */);
          changed = changed | $patchSlot(server);
          changed = changed | $patchSlot(server + 21 /* role */);
          changed = changed | $patchSlot(server + 24 /* votes */);
          changed = changed | $patchSlot(server * 3 + 27 /* matched */);
          changed = changed | $patchSlot(server * 3 + 28 /* matched */);
          changed = changed | $patchSlot(server * 3 + 29 /* matched */);
          changed = changed | $patchSlot(server * 5 + 6 /* log */);
          changed = changed | $patchSlot(server * 5 + 7 /* log */);
          changed = changed | $patchSlot(server * 5 + 8 /* log */);
          changed = changed | $patchSlot(server * 5 + 9 /* log */);
          changed = changed | $patchSlot(server * 5 + 10 /* log */);
          changed = changed | $patchSlot(leader * 3 + server + 27 /* matched */);
          enabledHere = enabledHere + 1 | 0;
          if (step_leadersKeepTheirLogs(0, 39) === 0) {
            writeRow(83);
            sink.violation("step", 0, 5);
          }
          if (changed !== 0) {
            writeRow(83);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[42 /* votedFor */ + server] = m[3 /* votedFor */ + server];
        $unpatchSlot(server + 3 /* votedFor */);
        m[39 + server] = m[server];
        $unpatchSlot(server);
        m[60 /* role */ + server] = m[21 /* role */ + server];
        $unpatchSlot(server + 21 /* role */);
        m[63 /* votes */ + server] = m[24 /* votes */ + server];
        $unpatchSlot(server + 24 /* votes */);
        m[66 /* matched */ + server * 3] = m[27 /* matched */ + server * 3];
        m[67 /* matched */ + server * 3] = m[28 /* matched */ + server * 3];
        m[68 /* matched */ + server * 3] = m[29 /* matched */ + server * 3];
        $unpatchSlot(server * 3 + 27 /* matched */);
        $unpatchSlot(server * 3 + 28 /* matched */);
        $unpatchSlot(server * 3 + 29 /* matched */);
        m.copyWithin(45 /* log */ + server * 5, 6 /* log */ + server * 5, 11 /* log */ + server * 5);
        $unpatchSlot(server * 5 + 6 /* log */);
        $unpatchSlot(server * 5 + 7 /* log */);
        $unpatchSlot(server * 5 + 8 /* log */);
        $unpatchSlot(server * 5 + 9 /* log */);
        $unpatchSlot(server * 5 + 10 /* log */);
        m[66 /* matched */ + (leader * 3 + server)] = m[27 /* matched */ + (leader * 3 + server)];
        $unpatchSlot(leader * 3 + server + 27 /* matched */);
      }
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // @action commitUpTo(leader: Server, length: Int<1, 2>, servers: Majority<Server>)  specs/raft/spec.ts:108:11
  function action_commitUpTo() {
    let enabledHere = 0;
    each_leader: for (let leader = 0; leader < 3; leader++) {
      // require(this.role[leader] === "leader")
      if (m[60 /* role */ + leader] !== 2 /* "leader" */) continue each_leader;
      for (let length = 0; length < 2; length++) {
        each_servers: for (let servers = 0; servers < 4; servers++) {
          // require(forall(servers, (server) => length <= this.matched[leader][server]))
          let forall = 1;
          each_server: for (let server$bits = $majoritiesServer[servers]; server$bits !== 0; server$bits &= server$bits - 1) {
            const server = 31 - Math.clz32(server$bits & -server$bits);
            if (m[66 /* matched */ + (leader * 3 + server)] < length + 1) {
              forall = 0;
              break each_server;
            }
          }
          if (forall === 0) continue each_servers;
          skip: {
            instance: {
              // require(this.log[leader][length - 1].term === this.term[leader])
              if (m[45 /* log */ + leader * 5] <= length) {
                sink.violation("failure", 14, 6);
                break skip;
              }
              if (m[47 /* log */ + (leader * 5 + length * 2)] !== m[39 + leader]) break skip;
              for (let index = 0, index$end = length + 1; index < index$end; index++) {
                // this.committed = this.committed.add({ entry: this.log[leader][index], index: index })
                if (m[45 /* log */ + leader * 5] <= index) {
                  sink.violation("failure", 15, 6);
                  break instance;
                }
                let element = (m[46 /* log */ + (leader * 5 + index * 2)] * 5 + m[47 /* log */ + (leader * 5 + index * 2)]) * 3 + index | 0;
                m[75 /* committed */ + (element >>> 5)] = m[75 /* committed */ + (element >>> 5)] | 1 << element;
              }
              let changed = 0;
              m[86] = m[75 /* committed 0 */];
              changed = changed | m[86] ^ m[81 /* word 3 */];
              m[87] = m[82 /* word 4 */] & -8192 | m[76 /* committed 1 */];
              changed = changed | m[87] ^ m[82 /* word 4 */];
              enabledHere = enabledHere + 1 | 0;
              if (step_leadersKeepTheirLogs(0, 39) === 0) {
                writeRow(83);
                sink.violation("step", 0, 6);
              }
              if (changed !== 0) {
                writeRow(83);
                if (++sink.count === capacity) sink.flush();
              }
            }
            m[75] = m[36];
            m[76] = m[37];
            m[86] = m[81 /* word 3 */];
            m[87] = m[82 /* word 4 */];
          }
        }
      }
    }
    enabled[6] += enabledHere;
    return enabledHere;
  }

  // @action hear(server: Server, other: Server)  specs/raft/spec.ts:115:11
  function action_hear() {
    let enabledHere = 0;
    for (let server = 0; server < 3; server++) {
      each_other: for (let other = 0; other < 3; other++) {
        // require(this.term[server] < this.term[other])
        if (m[39 + other] <= m[39 + server]) continue each_other;
        let term = m[39 + other];
        if (m[39 + server] < term) {
          // this.votedFor[server] = undefined
          m[42 /* votedFor */ + server] = 0;
        }
        // this.term[server] = term
        m[39 + server] = term;
        // this.role[server] = "follower"
        m[60 /* role */ + server] = 1 /* "follower" */;
        // this.votes[server] = new Set()
        m[63 /* votes */ + server] = 0;
        // this.matched[server] = fill(0)
        for (let k = 0; k < 3; k++) {
          m[66 /* matched */ + (server * 3 + k)] = 0;
        }
        let changed = 0;
        changed = changed | $patchSlot(server + 3 /* votedFor */);
        changed = changed | $patchSlot(server);
        changed = changed | $patchSlot(server + 21 /* role */);
        changed = changed | $patchSlot(server + 24 /* votes */);
        changed = changed | $patchSlot(server * 3 + 27 /* matched */);
        changed = changed | $patchSlot(server * 3 + 28 /* matched */);
        changed = changed | $patchSlot(server * 3 + 29 /* matched */);
        enabledHere = enabledHere + 1 | 0;
        if (step_leadersKeepTheirLogs(0, 39) === 0) {
          writeRow(83);
          sink.violation("step", 0, 7);
        }
        if (changed !== 0) {
          writeRow(83);
          if (++sink.count === capacity) sink.flush();
        }
        m[42 /* votedFor */ + server] = m[3 /* votedFor */ + server];
        $unpatchSlot(server + 3 /* votedFor */);
        m[39 + server] = m[server];
        $unpatchSlot(server);
        m[60 /* role */ + server] = m[21 /* role */ + server];
        $unpatchSlot(server + 21 /* role */);
        m[63 /* votes */ + server] = m[24 /* votes */ + server];
        $unpatchSlot(server + 24 /* votes */);
        m[66 /* matched */ + server * 3] = m[27 /* matched */ + server * 3];
        m[67 /* matched */ + server * 3] = m[28 /* matched */ + server * 3];
        m[68 /* matched */ + server * 3] = m[29 /* matched */ + server * 3];
        $unpatchSlot(server * 3 + 27 /* matched */);
        $unpatchSlot(server * 3 + 28 /* matched */);
        $unpatchSlot(server * 3 + 29 /* matched */);
      }
    }
    enabled[7] += enabledHere;
    return enabledHere;
  }

  // The initial states  specs/raft/spec.ts:24:14
  function initial() {
    for (let k = 0; k < 3; k++) {
      m[39 + k] = 0;
    }
    for (let k1 = 0; k1 < 3; k1++) {
      m[42 /* votedFor */ + k1] = 0;
    }
    let length = 0;
    m.fill(0, 172, 177);
    m[172] = length;
    for (let k2 = 0; k2 < 3; k2++) {
      m.copyWithin(45 /* log */ + k2 * 5, 172, 177);
    }
    for (let k3 = 0; k3 < 3; k3++) {
      m[60 /* role */ + k3] = 1 /* "follower" */;
    }
    for (let k4 = 0; k4 < 3; k4++) {
      m[63 /* votes */ + k4] = 0;
    }
    for (let k5 = 0; k5 < 3; k5++) {
      m[177 + k5] = 0;
    }
    for (let k6 = 0; k6 < 3; k6++) {
      m[66 /* matched */ + k6 * 3] = m[177];
      m[67 /* matched */ + k6 * 3] = m[178];
      m[68 /* matched */ + k6 * 3] = m[179];
    }
    m[75 /* committed */] = 0;
    m[76 /* committed */] = 0;
    m[77 /* nodes.crashed */] = 0;
    for (let slot = 0; slot < 39; slot++) {
      $patchSlot(slot);
    }
    writeRow(83);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 5,
    actions: ["nodes.crash", "stand", "grant", "lead", "request", "append", "commitUpTo", "hear"],
    invariants: ["oneLeaderPerTerm", "logsMatch", "leadersHaveAllCommitted", "committedIsFinal"],
    steps: ["leadersKeepTheirLogs"],
    reachables: ["everyoneHasWhatIsCommitted", "leadersOfTwoTerms", "twoCommandsForOnePlace", "antecedent of oneLeaderPerTerm", "antecedent of logsMatch", "antecedent of leadersHaveAllCommitted", "antecedent of committedIsFinal"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_nodes_crash() + action_stand() + action_grant() + action_lead() + action_request() + action_append() + action_commitUpTo() + action_hear();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_everyoneHasWhatIsCommitted(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_leadersOfTwoTerms(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_twoCommandsForOnePlace(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_oneLeaderPerTerm(0) !== 0) pending[3] = 0;
      if (pending[4] !== 0 && reachable_antecedent_of_logsMatch(0) !== 0) pending[4] = 0;
      if (pending[5] !== 0 && reachable_antecedent_of_leadersHaveAllCommitted(0) !== 0) pending[5] = 0;
      if (pending[6] !== 0 && reachable_antecedent_of_committedIsFinal(0) !== 0) pending[6] = 0;
      if (skip[0] === 0 && invariant_oneLeaderPerTerm(0) === 0) return 0;
      if (skip[1] === 0 && invariant_logsMatch(0) === 0) return 1;
      if (skip[2] === 0 && invariant_leadersHaveAllCommitted(0) === 0) return 2;
      if (skip[3] === 0 && invariant_committedIsFinal(0) === 0) return 3;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
