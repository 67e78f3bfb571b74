// LogFollower with Term=2, Candidate=2: an explicit-state model. Generated; do not edit.
// specs/log-follower/spec.ts:32:14
//
// A state is 1 word of 32 bits, and 11 slots when unpacked:
//   term: Term  slots 0  bits 0.0..0.0
//   votedFor: (Candidate) | undefined  slots 1  bits 0.1..0.2
//   log: Seq<Term, 3>  slots 2..5  bits 0.3..0.7
//   commit: Int<0, 2>  slots 6  bits 0.8..0.9
//   answer: ({ kind: "append"; match: Int<0, 3>; success: boolean } | { kind: "vote"; granted: boolean }) | undefined  slots 7..10  bits 0.10..0.14
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(49);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(3);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $sequenceStart_Seq_Term__2_ = new Int32Array([0,1,3]);
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-2,-7,-25,-33,-65,-129,-769,-1025,-2049,-12289,-16385]);
  const $shiftOfSlot = new Int32Array([0,1,3,5,6,7,8,10,11,12,14]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(11, 0, 11);
    m.copyWithin(23, 22, 23);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[22]) {
      m[22] = m[23] = word;
      m[0] = m[11] = word & 1;
      m[1] = m[12] = (word >>> 1) & 3;
      m[2] = m[13] = (word >>> 3) & 3;
      m[3] = m[14] = (word >>> 5) & 1;
      m[4] = m[15] = (word >>> 6) & 1;
      m[5] = m[16] = (word >>> 7) & 1;
      m[6] = m[17] = (word >>> 8) & 3;
      m[7] = m[18] = (word >>> 10) & 1;
      m[8] = m[19] = (word >>> 11) & 1;
      m[9] = m[20] = (word >>> 12) & 3;
      m[10] = m[21] = (word >>> 14) & 1;
    }
  }

  // @invariant committedIsThere  specs/log-follower/spec.ts:104:14
  function invariant_committedIsThere(at) {
    return m[6 /* commit */ + at] <= m[2 /* log */ + at] ? 1 : 0;
  }

  // @invariant termsGrowAlongTheLog  specs/log-follower/spec.ts:108:14
  function invariant_termsGrowAlongTheLog(at) {
    let forall = 1;
    each_i: for (let i = 0, i$end = m[2 /* log */ + at]; i < i$end; i++) {
      if (m[2 /* log */ + at] <= i) {
        sink.violation("check-failure", 0, -1);
        return 1;
      }
      let and = m[3 /* log */ + (at + i)] <= m[at] ? 1 : 0;
      if (and !== 0) {
        let implies = i <= 0 ? 1 : 0;
        if (implies === 0) {
          let i1 = i - 1 | 0;
          if (i1 < 0 || m[2 /* log */ + at] <= i1) {
            sink.violation("check-failure", 1, -1);
            return 1;
          }
          if (m[2 /* log */ + at] <= i) {
            sink.violation("check-failure", 2, -1);
            return 1;
          }
          implies = m[3 /* log */ + (at + i1)] <= m[3 /* log */ + (at + i)] ? 1 : 0;
        }
        and = implies;
      }
      if (and === 0) {
        forall = 0;
        break each_i;
      }
    }
    return forall;
  }

  // @invariant whatIsAcknowledgedIsThere  specs/log-follower/spec.ts:112:14
  function invariant_whatIsAcknowledgedIsThere(at) {
    let answer = at + 7 /* answer */ | 0;
    let result = m[answer] === 0 || m[1 + answer] !== 0 /* "append" */ || m[2 + answer] <= m[2 /* log */ + at] ? 1 : 0;
    return result;
  }

  // @step termsGrow  specs/log-follower/spec.ts:117:9
  function step_termsGrow(at, next) {
    return m[at] <= m[next] ? 1 : 0;
  }

  // @step oneVoteInATerm  specs/log-follower/spec.ts:121:9
  function step_oneVoteInATerm(at, next) {
    return !(m[1 /* votedFor */ + at] !== 0 && m[next] === m[at]) || m[1 /* votedFor */ + next] === m[1 /* votedFor */ + at] ? 1 : 0;
  }

  // @step committedStays  specs/log-follower/spec.ts:125:9
  function step_committedStays(at, next) {
    let and = m[6 /* commit */ + at] <= m[6 /* commit */ + next] ? 1 : 0;
    if (and !== 0) {
      let forall = 1;
      each_i: for (let i = 0, i$end = m[6 /* commit */ + at]; i < i$end; i++) {
        if (m[2 /* log */ + next] <= i) {
          sink.violation("check-failure", 3, -1);
          return 1;
        }
        if (m[2 /* log */ + at] <= i) {
          sink.violation("check-failure", 4, -1);
          return 1;
        }
        if (m[3 /* log */ + (next + i)] !== m[3 /* log */ + (at + i)]) {
          forall = 0;
          break each_i;
        }
      }
      and = forall;
    }
    return and;
  }

  // @reachable aLateMessageTakesNothingAway  specs/log-follower/spec.ts:129:14
  function reachable_aLateMessageTakesNothingAway(at) {
    let answer = at + 7 /* answer */ | 0;
    let result = m[answer] !== 0 && m[1 + answer] === 0 /* "append" */ && m[3 + answer] !== 0 && m[2 + answer] < m[2 /* log */ + at] ? 1 : 0;
    return result;
  }

  // @reachable aVoteIsRefused  specs/log-follower/spec.ts:134:14
  function reachable_aVoteIsRefused(at) {
    let answer = at + 7 /* answer */ | 0;
    let result = m[answer] !== 0 && m[1 + answer] === 1 /* "vote" */ && m[2 + answer] === 0 && m[1 /* votedFor */ + at] === 0 ? 1 : 0;
    return result;
  }

  // @reachable everyEntryIsCommitted  specs/log-follower/spec.ts:139:14
  function reachable_everyEntryIsCommitted(at) {
    let and = m[6 /* commit */ + at] === 2 ? 1 : 0;
    if (and !== 0) {
      let exists = 0;
      each_term: for (let term = 0; term < 2; term++) {
        if (m[2 /* log */ + at] <= 0) {
          sink.violation("check-failure", 5, -1);
          return 0;
        }
        if (m[3 /* log */ + at] < term) {
          exists = 1;
          break each_term;
        }
      }
      and = exists;
    }
    let and1 = and;
    if (and1 !== 0) {
      let forall = 1;
      each_term_2: for (let term_2 = 0; term_2 < 2; term_2++) {
        let index = -1;
        each_i: for (let i = 0, i$end = m[2 /* log */ + at]; i < i$end; i++) {
          if (m[3 /* log */ + (at + i)] === term_2) {
            index = i;
            break each_i;
          }
        }
        if (index < 0) {
          forall = 0;
          break each_term_2;
        }
      }
      and1 = forall;
    }
    return and1;
  }

  // @reachable antecedent of termsGrowAlongTheLog  specs/log-follower/spec.ts:109:12
  function reachable_antecedent_of_termsGrowAlongTheLog(at) {
    let exists = 0;
    each_i: for (let i = 0, i$end = m[2 /* log */ + at]; i < i$end; i++) {
      if (m[2 /* log */ + at] <= i) {
        sink.violation("check-failure", 0, -1);
        return 0;
      }
      if (m[3 /* log */ + (at + i)] <= m[at] && 0 < i) {
        exists = 1;
        break each_i;
      }
    }
    return exists;
  }

  // @action append(message: { commit: Int<0, 2>; entries: Seq<Term, 2>; prev: Int<0, 1>; prevTerm: Term; term: Term })  specs/log-follower/spec.ts:42:11
  function action_append() {
    let enabledHere = 0;
    for (let message = 0; message < 168; message++) {
      skip: {
        instance: {
          end: {
            let term = message % 2;
            let prev = (message / 4 | 0) % 2;
            let prevTerm = (message / 2 | 0) % 2;
            let entries = (message / 8 | 0) % 7;
            // require(implies(message.prev === 0, message.prevTerm === first()))
            if (!((message / 4 | 0) % 2 !== 0 || (message / 2 | 0) % 2 === 0)) break skip;
            // require(message.prevTerm <= message.term)
            if (message % 2 < (message / 2 | 0) % 2) break skip;
            // require(forall(message.entries, (entry) => message.prevTerm <= entry && entry <= message.term))
            let forall = 1;
            let index = (message / 8 | 0) % 7;
            m[24] = 0;
            m[25] = 0;
            m[26] = 0;
            let length = 0;
            for (let n = 1; n < 3; n++) {
              if ($sequenceStart_Seq_Term__2_[n] <= index) length = n;
            }
            m[24] = length;
            let rest = index - $sequenceStart_Seq_Term__2_[length] | 0;
            for (let i = 0, i$end = length; i < i$end; i++) {
              m[25 + ((length - 1 | 0) - i | 0)] = rest % 2 | 0;
              rest = rest / 2 | 0;
            }
            each_entry: for (let entry = 0, entry$end = m[24]; entry < entry$end; entry++) {
              if (!((message / 2 | 0) % 2 <= m[25 + entry] && m[25 + entry] <= message % 2)) {
                forall = 0;
                break each_entry;
              }
            }
            if (forall === 0) break skip;
            // require(implies(message.entries.length === 2, message.entries[0] <= message.entries[1]))
            let index1 = (message / 8 | 0) % 7;
            m[27] = 0;
            m[28] = 0;
            m[29] = 0;
            let length1 = 0;
            for (let n1 = 1; n1 < 3; n1++) {
              if ($sequenceStart_Seq_Term__2_[n1] <= index1) length1 = n1;
            }
            m[27] = length1;
            let rest1 = index1 - $sequenceStart_Seq_Term__2_[length1] | 0;
            for (let i1 = 0, i1$end = length1; i1 < i1$end; i1++) {
              m[28 + ((length1 - 1 | 0) - i1 | 0)] = rest1 % 2 | 0;
              rest1 = rest1 / 2 | 0;
            }
            let implies = m[27] !== 2 ? 1 : 0;
            if (implies === 0) {
              let index2 = (message / 8 | 0) % 7;
              m[30] = 0;
              m[31] = 0;
              m[32] = 0;
              let length2 = 0;
              for (let n2 = 1; n2 < 3; n2++) {
                if ($sequenceStart_Seq_Term__2_[n2] <= index2) length2 = n2;
              }
              m[30] = length2;
              let rest2 = index2 - $sequenceStart_Seq_Term__2_[length2] | 0;
              for (let i2 = 0, i2$end = length2; i2 < i2$end; i2++) {
                m[31 + ((length2 - 1 | 0) - i2 | 0)] = rest2 % 2 | 0;
                rest2 = rest2 / 2 | 0;
              }
              if (m[30] <= 0) {
                sink.violation("failure", 6, 0);
                break skip;
              }
              let index3 = (message / 8 | 0) % 7;
              m[33] = 0;
              m[34] = 0;
              m[35] = 0;
              let length3 = 0;
              for (let n3 = 1; n3 < 3; n3++) {
                if ($sequenceStart_Seq_Term__2_[n3] <= index3) length3 = n3;
              }
              m[33] = length3;
              let rest3 = index3 - $sequenceStart_Seq_Term__2_[length3] | 0;
              for (let i3 = 0, i3$end = length3; i3 < i3$end; i3++) {
                m[34 + ((length3 - 1 | 0) - i3 | 0)] = rest3 % 2 | 0;
                rest3 = rest3 / 2 | 0;
              }
              if (m[33] <= 1) {
                sink.violation("failure", 7, 0);
                break skip;
              }
              implies = m[31] <= m[35] ? 1 : 0;
            }
            if (implies === 0) break skip;
            // require(this.term <= term)
            if (term < m[11]) break skip;
            // require(implies(0 < message.prev && message.prev <= this.commit, this.log[message.prev - 1] === message.prevTerm))
            let implies1 = !(0 < (message / 4 | 0) % 2 && (message / 4 | 0) % 2 <= m[17 /* commit */]) ? 1 : 0;
            if (implies1 === 0) {
              let i4 = (message / 4 | 0) % 2 - 1 | 0;
              if (i4 < 0 || m[13 /* log */] <= i4) {
                sink.violation("failure", 8, 0);
                break skip;
              }
              implies1 = m[14 /* log */ + i4] === (message / 2 | 0) % 2 ? 1 : 0;
            }
            if (implies1 === 0) break skip;
            // require(forall(range(0, message.entries.length), (i) => implies(message.prev + i < this.commit, this.log[message.prev + i] === message.entries[i])))
            let forall1 = 1;
            let index4 = (message / 8 | 0) % 7;
            m[36] = 0;
            m[37] = 0;
            m[38] = 0;
            let length4 = 0;
            for (let n4 = 1; n4 < 3; n4++) {
              if ($sequenceStart_Seq_Term__2_[n4] <= index4) length4 = n4;
            }
            m[36] = length4;
            let rest4 = index4 - $sequenceStart_Seq_Term__2_[length4] | 0;
            for (let i5 = 0, i5$end = length4; i5 < i5$end; i5++) {
              m[37 + ((length4 - 1 | 0) - i5 | 0)] = rest4 % 2 | 0;
              rest4 = rest4 / 2 | 0;
            }
            each_i5: for (let i6 = 0, i6$end = m[36]; i6 < i6$end; i6++) {
              let implies2 = m[17 /* commit */] <= ((message / 4 | 0) % 2 + i6 | 0) ? 1 : 0;
              if (implies2 === 0) {
                let i7 = (message / 4 | 0) % 2 + i6 | 0;
                if (m[13 /* log */] <= i7) {
                  sink.violation("failure", 9, 0);
                  break skip;
                }
                let index5 = (message / 8 | 0) % 7;
                m[39] = 0;
                m[40] = 0;
                m[41] = 0;
                let length5 = 0;
                for (let n5 = 1; n5 < 3; n5++) {
                  if ($sequenceStart_Seq_Term__2_[n5] <= index5) length5 = n5;
                }
                m[39] = length5;
                let rest5 = index5 - $sequenceStart_Seq_Term__2_[length5] | 0;
                for (let i8 = 0, i8$end = length5; i8 < i8$end; i8++) {
                  m[40 + ((length5 - 1 | 0) - i8 | 0)] = rest5 % 2 | 0;
                  rest5 = rest5 / 2 | 0;
                }
                if (m[39] <= i6) {
                  sink.violation("failure", 10, 0);
                  break skip;
                }
                implies2 = m[14 /* log */ + i7] === m[40 + i6] ? 1 : 0;
              }
              if (implies2 === 0) {
                forall1 = 0;
                break each_i5;
              }
            }
            if (forall1 === 0) break skip;
            if (m[11] < term) {
              // this.term = term
              m[11] = term;
              // this.votedFor = undefined
              m[12 /* votedFor */] = 0;
            }
            let or = m[13 /* log */] < prev ? 1 : 0;
            if (or === 0) {
              let and = 0 < prev ? 1 : 0;
              if (and !== 0) {
                let i9 = prev - 1 | 0;
                if (i9 < 0 || m[13 /* log */] <= i9) {
                  sink.violation("failure", 11, 0);
                  break instance;
                }
                and = m[14 /* log */ + i9] !== prevTerm ? 1 : 0;
              }
              or = and;
            }
            if (or !== 0) {
              // this.answer = { kind: "append", match: 0, success: false }
              m[19 /* answer */] = 0 /* "append" */;
              m[20 /* answer */] = 0;
              m[21 /* answer */] = 0;
              m[18 /* answer */] = 1;
              break end;
            }
            let index6 = prev;
            m[42] = 0;
            m[43] = 0;
            m[44] = 0;
            let length6 = 0;
            for (let n6 = 1; n6 < 3; n6++) {
              if ($sequenceStart_Seq_Term__2_[n6] <= entries) length6 = n6;
            }
            m[42] = length6;
            let rest6 = entries - $sequenceStart_Seq_Term__2_[length6] | 0;
            for (let i10 = 0, i10$end = length6; i10 < i10$end; i10++) {
              m[43 + ((length6 - 1 | 0) - i10 | 0)] = rest6 % 2 | 0;
              rest6 = rest6 / 2 | 0;
            }
            for (let entry_2 = 0, entry_2$end = m[42]; entry_2 < entry_2$end; entry_2++) {
              let and1 = index6 < m[13 /* log */] ? 1 : 0;
              if (and1 !== 0) {
                let i11 = index6;
                if (m[13 /* log */] <= i11) {
                  sink.violation("failure", 12, 0);
                  break instance;
                }
                and1 = m[14 /* log */ + i11] !== m[43 + entry_2] ? 1 : 0;
              }
              if (and1 !== 0) {
                // this.log = this.log.slice(0, index)
                let length7 = m[13 /* log */];
                let bound = Math.min(0, length7);
                let bound1 = index6;
                let bound2 = Math.min(bound1, length7);
                let count = Math.max(bound2 - bound | 0, 0);
                m[45] = 0;
                m[46] = 0;
                m[47] = 0;
                m[48] = 0;
                for (let i12 = 0, i12$end = count; i12 < i12$end; i12++) {
                  m[46 + i12] = m[14 /* log */ + (bound + i12)];
                }
                m[45] = count;
                m[13 /* log */] = m[45];
                m[14 /* log */] = m[46];
                m[15 /* log */] = m[47];
                m[16 /* log */] = m[48];
              }
              if (index6 === m[13 /* log */]) {
                // this.log = this.log.push(entry$2)
                let length8 = m[13 /* log */];
                if (3 <= length8) {
                  sink.violation("failure", 13, 0);
                  break instance;
                }
                m[14 /* log */ + length8] = m[43 + entry_2];
                m[13 /* log */] = length8 + 1 | 0;
              }
              // index = index + 1
              let value = index6 + 1 | 0;
              if (3 < value) {
                sink.violation("failure", 14, 0);
                break instance;
              }
              index6 = value;
            }
            // this.commit = Math.max(this.commit, Math.min(message.commit, index))
            m[17 /* commit */] = Math.max(m[17 /* commit */], Math.min(message / 56 | 0, index6));
            // this.answer = { kind: "append", match: index, success: true }
            m[19 /* answer */] = 0 /* "append" */;
            m[20 /* answer */] = index6;
            m[21 /* answer */] = 1;
            m[18 /* answer */] = 1;
          }
          let word0 = m[11 /* term */] | m[12 /* votedFor */] << 1 | m[13 /* log 0 */] << 3 | m[14 /* log 1 */] << 5 | m[15 /* log 2 */] << 6 | m[16 /* log 3 */] << 7 | m[17 /* commit */] << 8 | m[18 /* answer 0 */] << 10 | m[19 /* answer 1 */] << 11 | m[20 /* answer 2 */] << 12 | m[21 /* answer 3 */] << 14;
          enabledHere = enabledHere + 1 | 0;
          rows[sink.count] = word0;
          if (step_termsGrow(0, 11) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 0, 0);
          }
          if (step_oneVoteInATerm(0, 11) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 1, 0);
          }
          if (step_committedStays(0, 11) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 2, 0);
          }
          if (word0 !== m[22 /* word 0 */]) {
            rows[sink.count] = word0;
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
        }
        m.copyWithin(11, 0, 11);
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action vote(ballot: { candidate: Candidate; lastTerm: Term; length: Int<0, 2>; term: Term })  specs/log-follower/spec.ts:63:11
  function action_vote() {
    let enabledHere = 0;
    each_ballot: for (let ballot = 0; ballot < 24; ballot++) {
      // require(this.term <= ballot.term)
      if (ballot % 2 < m[11]) continue each_ballot;
      // require(ballot.lastTerm <= ballot.term)
      if (ballot % 2 < (ballot / 6 | 0) % 2) continue each_ballot;
      // require(implies(ballot.length === 0, ballot.lastTerm === first()))
      if (!((ballot / 2 | 0) % 3 !== 0 || (ballot / 6 | 0) % 2 === 0)) continue each_ballot;
      instance: {
        let term = ballot % 2;
        if (m[11] < term) {
          // this.term = term
          m[11] = term;
          // this.votedFor = undefined
          m[12 /* votedFor */] = 0;
        }
        let and = m[12 /* votedFor */] === 0 || m[12 /* votedFor */] === (ballot / 12 | 0) + 1 ? 1 : 0;
        if (and !== 0) {
          let position = m[13 /* log */] - 1 | 0;
          let choice = 0;
          if (0 <= position) {
            if (position < 0 || m[13 /* log */] <= position) {
              sink.violation("failure", 15, 1);
              break instance;
            }
            choice = m[14 /* log */ + position] + 1;
          } else {
            choice = 0;
          }
          let result = choice;
          let result1 = result === 0 ? 0 : result - 1 | 0;
          let result2 = result1 < (ballot / 6 | 0) % 2 || result1 === (ballot / 6 | 0) % 2 && m[13 /* log */] <= (ballot / 2 | 0) % 3 ? 1 : 0;
          and = result2;
        }
        let granted = and;
        if (granted !== 0) {
          // this.votedFor = ballot.candidate
          m[12 /* votedFor */] = (ballot / 12 | 0) + 1;
        }
        // this.answer = { kind: "vote", granted }
        m[19 /* answer */] = 1 /* "vote" */;
        m[20 /* answer */] = granted;
        m[21 /* answer */] = 0;
        m[18 /* answer */] = 1;
        let word0 = m[22 /* word 0 */] & -31752 | m[11 /* term */] | m[12 /* votedFor */] << 1 | m[18 /* answer 0 */] << 10 | m[19 /* answer 1 */] << 11 | m[20 /* answer 2 */] << 12 | m[21 /* answer 3 */] << 14;
        enabledHere = enabledHere + 1 | 0;
        rows[sink.count] = word0;
        if (step_termsGrow(0, 11) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 1);
        }
        if (step_oneVoteInATerm(0, 11) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 1, 1);
        }
        if (step_committedStays(0, 11) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 2, 1);
        }
        if (word0 !== m[22 /* word 0 */]) {
          rows[sink.count] = word0;
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
      }
      m[11] = m[0];
      m[12] = m[1];
      m[18] = m[7];
      m[19] = m[8];
      m[20] = m[9];
      m[21] = m[10];
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action restart()  specs/log-follower/spec.ts:71:11
  function action_restart() {
    let enabledHere = 0;
    none: {
      // require(this.answer !== undefined)
      if (m[18 /* answer */] === 0) break none;
      // this.answer = undefined
      m[18 /* answer */] = 0;
      m[19 /* answer */] = 0;
      m[20 /* answer */] = 0;
      m[21 /* answer */] = 0;
      let word0 = m[22 /* word 0 */] & -31745 | m[18 /* answer 0 */] << 10 | m[19 /* answer 1 */] << 11 | m[20 /* answer 2 */] << 12 | m[21 /* answer 3 */] << 14;
      enabledHere = enabledHere + 1 | 0;
      rows[sink.count] = word0;
      if (step_termsGrow(0, 11) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 2);
      }
      if (step_oneVoteInATerm(0, 11) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 1, 2);
      }
      if (step_committedStays(0, 11) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 2, 2);
      }
      if (word0 !== m[22 /* word 0 */]) {
        rows[sink.count] = word0;
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[18] = m[7];
      m[19] = m[8];
      m[20] = m[9];
      m[21] = m[10];
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 23 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[11 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[11 + slot] ^ m[slot];
  }

  // The initial states  specs/log-follower/spec.ts:32:14
  function initial() {
    m[11] = 0;
    m[12 /* votedFor */] = 0;
    let length = 0;
    m[13 /* log */] = 0;
    m[14 /* log */] = 0;
    m[15 /* log */] = 0;
    m[16 /* log */] = 0;
    m[13 /* log */] = length;
    m[17 /* commit */] = 0;
    m[18 /* answer */] = 0;
    m[19 /* answer */] = 0;
    m[20 /* answer */] = 0;
    m[21 /* answer */] = 0;
    for (let slot = 0; slot < 11; slot++) {
      $patchSlot(slot);
    }
    writeRow(23);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 1,
    actions: ["append", "vote", "restart"],
    invariants: ["committedIsThere", "termsGrowAlongTheLog", "whatIsAcknowledgedIsThere"],
    steps: ["termsGrow", "oneVoteInATerm", "committedStays"],
    reachables: ["aLateMessageTakesNothingAway", "aVoteIsRefused", "everyEntryIsCommitted", "antecedent of termsGrowAlongTheLog"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_append() + action_vote() + action_restart();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_aLateMessageTakesNothingAway(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_aVoteIsRefused(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_everyEntryIsCommitted(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_termsGrowAlongTheLog(0) !== 0) pending[3] = 0;
      if (skip[0] === 0 && invariant_committedIsThere(0) === 0) return 0;
      if (skip[1] === 0 && invariant_termsGrowAlongTheLog(0) === 0) return 1;
      if (skip[2] === 0 && invariant_whatIsAcknowledgedIsThere(0) === 0) return 2;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
