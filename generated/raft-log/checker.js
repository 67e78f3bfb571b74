// RaftLog with Server=3, Term=4, Index=2: an explicit-state model. Generated; do not edit.
// specs/raft-log/spec.ts:25:14
//
// A state is 3 words of 32 bits, and 11 slots when unpacked:
//   term: Record<Server, Term>  slots 0..2  bits 0.0..0.5
//   leads: Record<Server, boolean>  slots 3..5  bits 0.6..0.8
//   log: Record<Server, Set<{ index: Index; term: Term }>>  slots 6..8  bits 0.9..1.7
//   acknowledged: Set<{ index: Index; server: Server; term: Term }>  slots 9  bits 1.8..1.31
//   committed: Set<{ index: Index; term: Term }>  slots 10  bits 2.0..2.7
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 3;

export function createModel(sink) {
  const m = new Int32Array(34);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(5);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $majoritiesServer = new Int32Array([3,5,6,7]);
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,1,1,2]);
  const $clearMaskOfSlot = new Int32Array([-4,-13,-49,-65,-129,-257,-130561,-33423361,-256,255,-256]);
  const $shiftOfSlot = new Int32Array([0,2,4,6,7,8,9,17,0,8,0]);

  function writeRow(from) {
    const row = sink.count * 3;
    for (let i = 0; i < 3; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(11, 0, 11);
    m.copyWithin(25, 22, 25);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[22]) {
      m[22] = m[25] = word;
      m[0] = m[11] = word & 3;
      m[1] = m[12] = (word >>> 2) & 3;
      m[2] = m[13] = (word >>> 4) & 3;
      m[3] = m[14] = (word >>> 6) & 1;
      m[4] = m[15] = (word >>> 7) & 1;
      m[5] = m[16] = (word >>> 8) & 1;
      m[6] = m[17] = (word >>> 9) & 255;
      m[7] = m[18] = (word >>> 17) & 255;
    }
    word = states[offset + 1] | 0;
    if (word !== m[23]) {
      m[23] = m[26] = word;
      m[8] = m[19] = word & 255;
      m[9] = m[20] = word >>> 8;
    }
    word = states[offset + 2] | 0;
    if (word !== m[24]) {
      m[24] = m[27] = word;
      m[10] = m[21] = word & 255;
    }
  }

  // @invariant oneLeaderPerTerm  specs/raft-log/spec.ts:76:14
  function invariant_oneLeaderPerTerm(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      if (m[3 /* leads */ + (at + a)] !== 0) {
        each_b: for (let b = 0; b < 3; b++) {
          if (!(!(m[3 /* leads */ + (at + b)] !== 0 && m[at + a] === m[at + b]) || a === b)) {
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

  // @invariant logsMatch  specs/raft-log/spec.ts:80:14
  function invariant_logsMatch(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      each_b: for (let b = 0; b < 3; b++) {
        let forall2 = 1;
        each_same: for (let same1 = 0; same1 < 8; same1++) {
          let forall3 = 1;
          if ((m[6 /* log */ + (at + a)] & 1 << same1) !== 0) {
            if ((m[6 /* log */ + (at + b)] & 1 << same1) !== 0) {
              each_before: for (let before = 0; before < 8; before++) {
                if (!(!((before / 4 | 0) <= (same1 / 4 | 0) && (m[6 /* log */ + (at + a)] & 1 << before) !== 0) || (m[6 /* log */ + (at + b)] & 1 << before) !== 0)) {
                  forall3 = 0;
                  break each_before;
                }
              }
            }
          }
          if (forall3 === 0) {
            forall2 = 0;
            break each_same;
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

  // @invariant leadersHaveAllCommitted  specs/raft-log/spec.ts:89:14
  function invariant_leadersHaveAllCommitted(at) {
    let forall = 1;
    each_leader: for (let leader = 0; leader < 3; leader++) {
      let forall1 = 1;
      if (m[3 /* leads */ + (at + leader)] !== 0) {
        each_entry: for (let entry = 0; entry < 8; entry++) {
          if (!(!((m[10 /* committed */ + at] & 1 << entry) !== 0 && entry % 4 <= m[at + leader]) || (m[6 /* log */ + (at + leader)] & 1 << entry) !== 0)) {
            forall1 = 0;
            break each_entry;
          }
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_leader;
      }
    }
    return forall;
  }

  // @invariant committedIsFinal  specs/raft-log/spec.ts:95:14
  function invariant_committedIsFinal(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 8; a++) {
      let forall1 = 1;
      if ((m[10 /* committed */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 8; b++) {
          if (!(!((m[10 /* committed */ + at] & 1 << b) !== 0 && (a / 4 | 0) === (b / 4 | 0)) || a % 4 === b % 4)) {
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

  // @reachable committedInTwoTerms  specs/raft-log/spec.ts:99:14
  function reachable_committedInTwoTerms(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 8; a++) {
      let exists1 = 0;
      if ((m[10 /* committed */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 8; b++) {
          if ((m[10 /* committed */ + at] & 1 << b) !== 0 && a % 4 < b % 4) {
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

  // @reachable antecedent of oneLeaderPerTerm  specs/raft-log/spec.ts:77:12
  function reachable_antecedent_of_oneLeaderPerTerm(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      if (m[3 /* leads */ + (at + a)] !== 0) {
        each_b: for (let b = 0; b < 3; b++) {
          if (m[3 /* leads */ + (at + b)] !== 0 && m[at + a] === m[at + b]) {
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

  // @reachable antecedent of logsMatch  specs/raft-log/spec.ts:81:12
  function reachable_antecedent_of_logsMatch(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      each_b: for (let b = 0; b < 3; b++) {
        let exists2 = 0;
        each_same: for (let same1 = 0; same1 < 8; same1++) {
          let exists3 = 0;
          if ((m[6 /* log */ + (at + a)] & 1 << same1) !== 0) {
            if ((m[6 /* log */ + (at + b)] & 1 << same1) !== 0) {
              each_before: for (let before = 0; before < 8; before++) {
                if ((before / 4 | 0) <= (same1 / 4 | 0) && (m[6 /* log */ + (at + a)] & 1 << before) !== 0) {
                  exists3 = 1;
                  break each_before;
                }
              }
            }
          }
          if (exists3 !== 0) {
            exists2 = 1;
            break each_same;
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

  // @reachable antecedent of leadersHaveAllCommitted  specs/raft-log/spec.ts:90:12
  function reachable_antecedent_of_leadersHaveAllCommitted(at) {
    let exists = 0;
    each_leader: for (let leader = 0; leader < 3; leader++) {
      let exists1 = 0;
      if (m[3 /* leads */ + (at + leader)] !== 0) {
        each_entry: for (let entry = 0; entry < 8; entry++) {
          if ((m[10 /* committed */ + at] & 1 << entry) !== 0 && entry % 4 <= m[at + leader]) {
            exists1 = 1;
            break each_entry;
          }
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_leader;
      }
    }
    return exists;
  }

  // @reachable antecedent of committedIsFinal  specs/raft-log/spec.ts:96:12
  function reachable_antecedent_of_committedIsFinal(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 8; a++) {
      let exists1 = 0;
      if ((m[10 /* committed */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 8; b++) {
          if ((m[10 /* committed */ + at] & 1 << b) !== 0 && (a / 4 | 0) === (b / 4 | 0)) {
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

  // @action elect(server: Server, term: Term, voters: Majority<Server>, last: ({ index: Index; term: Term }) | undefined)  specs/raft-log/spec.ts:37:11
  function action_elect() {
    let enabledHere = 0;
    for (let server = 0; server < 3; server++) {
      for (let term = 0; term < 4; term++) {
        each_voters: for (let voters = 0; voters < 4; voters++) {
          // require(voters.has(server))
          if (($majoritiesServer[voters] & 1 << server) === 0) continue each_voters;
          // require(forall(voters, (voter) => this.term[voter] < term))
          let forall = 1;
          each_voter: for (let voter$bits = $majoritiesServer[voters]; voter$bits !== 0; voter$bits &= voter$bits - 1) {
            const voter = 31 - Math.clz32(voter$bits & -voter$bits);
            if (term <= m[11 + voter]) {
              forall = 0;
              break each_voter;
            }
          }
          if (forall === 0) continue each_voters;
          for (let last = 0; last < 9; last++) {
            skip: {
              // require(last === undefined || this.log[server].has(last))
              if (!(last === 0 || (m[17 /* log */ + server] & 1 << (last - 1 | 0)) !== 0)) break skip;
              // require(forall(voters, (voter$2) => forall((entry: { index: Index; term: Term }) => implies(this.log[voter$2].has(entry), last !== undefined && {   }))))
              let forall1 = 1;
              each_voter_2: for (let voter_2$bits = $majoritiesServer[voters]; voter_2$bits !== 0; voter_2$bits &= voter_2$bits - 1) {
                const voter_2 = 31 - Math.clz32(voter_2$bits & -voter_2$bits);
                let forall2 = 1;
                each_entry: for (let entry = 0; entry < 8; entry++) {
                  let implies = (m[17 /* log */ + voter_2] & 1 << entry) === 0 ? 1 : 0;
                  if (implies === 0) {
                    let and = last !== 0 ? 1 : 0;
                    if (and !== 0) {
                      let last_2 = last - 1 | 0;
                      let result = entry % 4 < (last_2 % 4 | 0) || entry % 4 === (last_2 % 4 | 0) && (entry / 4 | 0) <= (last_2 / 4 | 0) ? 1 : 0;
                      and = result;
                    }
                    implies = and;
                  }
                  if (implies === 0) {
                    forall2 = 0;
                    break each_entry;
                  }
                }
                if (forall2 === 0) {
                  forall1 = 0;
                  break each_voter_2;
                }
              }
              if (forall1 === 0) break skip;
              // this.term = tabulate((s: Server) => voters.has(s) ? term : this.term[s])
              for (let s = 0; s < 3; s++) {
                m[28 + s] = ($majoritiesServer[voters] & 1 << s) !== 0 ? term : m[11 + s];
              }
              m[11] = m[28];
              m[12] = m[29];
              m[13] = m[30];
              // this.leads = tabulate((s$2: Server) => s$2 === server || !voters.has(s$2) && this.leads[s$2])
              for (let s_2 = 0; s_2 < 3; s_2++) {
                m[31 + s_2] = s_2 === server || ($majoritiesServer[voters] & 1 << s_2) === 0 && m[14 /* leads */ + s_2] !== 0 ? 1 : 0;
              }
              m[14 /* leads */] = m[31];
              m[15 /* leads */] = m[32];
              m[16 /* leads */] = m[33];
              let word0 = m[22 /* word 0 */] & -512 | m[11 /* term 0 */] | m[12 /* term 1 */] << 2 | m[13 /* term 2 */] << 4 | m[14 /* leads 0 */] << 6 | m[15 /* leads 1 */] << 7 | m[16 /* leads 2 */] << 8;
              enabledHere = enabledHere + 1 | 0;
              if (word0 !== m[22 /* word 0 */]) {
                {
                  const row = sink.count * 3;
                  rows[row] = word0;
                  rows[row + 1] = m[23 /* word 1 */];
                  rows[row + 2] = m[24 /* word 2 */];
                }
                if (++sink.count === capacity) sink.flush();
              }
              m.copyWithin(11, 0, 6);
            }
          }
        }
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action hear(server: Server, term: Term)  specs/raft-log/spec.ts:48:11
  function action_hear() {
    let enabledHere = 0;
    for (let server = 0; server < 3; server++) {
      each_term: for (let term = 0; term < 4; term++) {
        // require(this.term[server] < term)
        if (term <= m[11 + server]) continue each_term;
        // this.term[server] = term
        m[11 + server] = term;
        // this.leads[server] = false
        m[14 /* leads */ + server] = 0;
        let word0 = m[22 /* word 0 */] & (3 << server * 2 ^ -1) | m[11 + server] << server * 2;
        word0 = word0 & (1 << server + 6 ^ -1) | m[14 /* leads */ + server] << server + 6;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[22 /* word 0 */]) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = m[23 /* word 1 */];
            rows[row + 2] = m[24 /* word 2 */];
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[11 + server] = m[server];
        m[14 /* leads */ + server] = m[3 /* leads */ + server];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 25 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[11 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[11 + slot] ^ m[slot];
  }

  // Makes the packed word of a slot equal to the source again.
  function $unpatchSlot(slot) {
    let word = $wordOfSlot[slot];
    m[25 + word] = m[22 + word];
  }

  // @action request(leader: Server, index: Index)  specs/raft-log/spec.ts:55:11
  function action_request() {
    let enabledHere = 0;
    each_leader: for (let leader = 0; leader < 3; leader++) {
      // require(this.leads[leader])
      if (m[14 /* leads */ + leader] === 0) continue each_leader;
      each_index: for (let index = 0; index < 2; index++) {
        // require(forall((entry: { index: Index; term: Term }) => implies(this.log[leader].has(entry), entry.index < index)))
        let forall = 1;
        each_entry: for (let entry = 0; entry < 8; entry++) {
          if (!((m[17 /* log */ + leader] & 1 << entry) === 0 || (entry / 4 | 0) < index)) {
            forall = 0;
            break each_entry;
          }
        }
        if (forall === 0) continue each_index;
        // this.log[leader] = this.log[leader].add({ index, term: this.term[leader] })
        m[17 /* log */ + leader] = m[17 /* log */ + leader] | 1 << index * 4 + m[11 + leader];
        // this.acknowledged = this.acknowledged.add({ index, server: leader, term: this.term[leader] })
        m[20 /* acknowledged */] = m[20 /* acknowledged */] | 1 << (index * 3 + leader) * 4 + m[11 + leader];
        let changed = 0;
        m[26] = m[23 /* word 1 */] & 255 | m[20 /* acknowledged */] << 8;
        changed = changed | m[26] ^ m[23 /* word 1 */];
        changed = changed | $patchSlot(leader + 6 /* log */);
        enabledHere = enabledHere + 1 | 0;
        if (changed !== 0) {
          writeRow(25);
          if (++sink.count === capacity) sink.flush();
        }
        m[20] = m[9];
        m[26] = m[23 /* word 1 */];
        m[17 /* log */ + leader] = m[6 /* log */ + leader];
        $unpatchSlot(leader + 6 /* log */);
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action append(server: Server, leader: Server, entry: { index: Index; term: Term })  specs/raft-log/spec.ts:62:11
  function action_append() {
    let enabledHere = 0;
    for (let server = 0; server < 3; server++) {
      each_leader: for (let leader = 0; leader < 3; leader++) {
        // require(server !== leader)
        if (server === leader) continue each_leader;
        // require(this.leads[leader])
        if (m[14 /* leads */ + leader] === 0) continue each_leader;
        // require(this.term[server] <= this.term[leader])
        if (m[11 + leader] < m[11 + server]) continue each_leader;
        for (let entry$bits = m[17 /* log */ + leader] & 255; entry$bits !== 0; entry$bits &= entry$bits - 1) {
          const entry = 31 - Math.clz32(entry$bits & -entry$bits);
          // this.term[server] = this.term[leader]
          m[11 + server] = m[11 + leader];
          // this.leads[server] = false
          m[14 /* leads */ + server] = 0;
          if ((m[17 /* log */ + server] & 1 << entry) === 0) {
            // this.log[server] = filter((e: { index: Index; term: Term }) => e.index <= entry.index && this.log[leader].has(e))
            let set = 0;
            for (let e = 0; e < 8; e++) {
              if ((e / 4 | 0) <= (entry / 4 | 0) && (m[17 /* log */ + leader] & 1 << e) !== 0) set = set | 1 << e;
            }
            m[17 /* log */ + server] = set;
          }
          if (entry % 4 === m[11 + leader]) {
            // this.acknowledged = this.acknowledged.add({ index: entry.index, server, term: entry.term })
            m[20 /* acknowledged */] = m[20 /* acknowledged */] | 1 << ((entry / 4 | 0) * 3 + server) * 4 + entry % 4;
          }
          let changed = 0;
          m[26] = m[23 /* word 1 */] & 255 | m[20 /* acknowledged */] << 8;
          changed = changed | m[26] ^ m[23 /* word 1 */];
          changed = changed | $patchSlot(server);
          changed = changed | $patchSlot(server + 3 /* leads */);
          changed = changed | $patchSlot(server + 6 /* log */);
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(25);
            if (++sink.count === capacity) sink.flush();
          }
          m[20] = m[9];
          m[26] = m[23 /* word 1 */];
          m[11 + server] = m[server];
          $unpatchSlot(server);
          m[14 /* leads */ + server] = m[3 /* leads */ + server];
          $unpatchSlot(server + 3 /* leads */);
          m[17 /* log */ + server] = m[6 /* log */ + server];
          $unpatchSlot(server + 6 /* log */);
        }
      }
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action commit(entry: { index: Index; term: Term }, quorum: Majority<Server>)  specs/raft-log/spec.ts:71:11
  function action_commit() {
    let enabledHere = 0;
    for (let entry = 0; entry < 8; entry++) {
      each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
        // require(forall(quorum, (server) => this.acknowledged.has({ index: entry.index, server, term: entry.term })))
        let forall = 1;
        each_server: for (let server$bits = $majoritiesServer[quorum]; server$bits !== 0; server$bits &= server$bits - 1) {
          const server = 31 - Math.clz32(server$bits & -server$bits);
          if ((m[20 /* acknowledged */] & 1 << ((entry / 4 | 0) * 3 + server) * 4 + entry % 4) === 0) {
            forall = 0;
            break each_server;
          }
        }
        if (forall === 0) continue each_quorum;
        // this.committed = this.committed.add(entry)
        m[21 /* committed */] = m[21 /* committed */] | 1 << entry;
        let word2 = m[21 /* committed */];
        enabledHere = enabledHere + 1 | 0;
        if (word2 !== m[24 /* word 2 */]) {
          {
            const row = sink.count * 3;
            rows[row] = m[22 /* word 0 */];
            rows[row + 1] = m[23 /* word 1 */];
            rows[row + 2] = word2;
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[21] = m[10];
      }
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // The initial states  specs/raft-log/spec.ts:25:14
  function initial() {
    for (let k = 0; k < 3; k++) {
      m[11 + k] = 0;
    }
    for (let k1 = 0; k1 < 3; k1++) {
      m[14 /* leads */ + k1] = 0;
    }
    for (let k2 = 0; k2 < 3; k2++) {
      m[17 /* log */ + k2] = 0;
    }
    m[20 /* acknowledged */] = 0;
    m[21 /* committed */] = 0;
    for (let slot = 0; slot < 11; slot++) {
      $patchSlot(slot);
    }
    writeRow(25);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 3,
    actions: ["elect", "hear", "request", "append", "commit"],
    invariants: ["oneLeaderPerTerm", "logsMatch", "leadersHaveAllCommitted", "committedIsFinal"],
    steps: [],
    reachables: ["committedInTwoTerms", "antecedent of oneLeaderPerTerm", "antecedent of logsMatch", "antecedent of leadersHaveAllCommitted", "antecedent of committedIsFinal"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_elect() + action_hear() + action_request() + action_append() + action_commit();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_committedInTwoTerms(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_oneLeaderPerTerm(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_logsMatch(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_leadersHaveAllCommitted(0) !== 0) pending[3] = 0;
      if (pending[4] !== 0 && reachable_antecedent_of_committedIsFinal(0) !== 0) pending[4] = 0;
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
