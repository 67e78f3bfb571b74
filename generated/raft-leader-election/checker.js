// RaftLeaderElection with Server=3, Term=3: an explicit-state model. Generated; do not edit.
// specs/raft-leader-election/spec.ts:16:14
//
// A state is 3 words of 32 bits, and 14 slots when unpacked:
//   term: Record<Server, Term>  slots 0..2  bits 0.0..0.5
//   votedFor: Record<Server, (Server) | undefined>  slots 3..5  bits 0.6..0.11
//   role: Record<Server, "candidate" | "follower" | "leader">  slots 6..8  bits 0.12..0.17
//   votes: Record<Server, Set<Server>>  slots 9..11  bits 0.18..0.26
//   sent: Set<{ kind: "grant"; candidate: Server; term: Term; voter: Server } | { kind: "heartbeat"; leader: Server; term: Term } | { kind: "request"; candidate: Se...  slots 12..13  bits 1.0..2.12
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 3;

export function createModel(sink) {
  const m = new Int32Array(34);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(7);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $majoritiesServer = new Int32Array([3,5,6,7]);
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0,0,1,2]);
  const $clearMaskOfSlot = new Int32Array([-4,-13,-49,-193,-769,-3073,-12289,-49153,-196609,-1835009,-14680065,-117440513,0,-8192]);
  const $shiftOfSlot = new Int32Array([0,2,4,6,8,10,12,14,16,18,21,24,0,0]);

  function writeRow(from) {
    const row = sink.count * 3;
    for (let i = 0; i < 3; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(14, 0, 14);
    m.copyWithin(31, 28, 31);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[28]) {
      m[28] = m[31] = word;
      m[0] = m[14] = word & 3;
      m[1] = m[15] = (word >>> 2) & 3;
      m[2] = m[16] = (word >>> 4) & 3;
      m[3] = m[17] = (word >>> 6) & 3;
      m[4] = m[18] = (word >>> 8) & 3;
      m[5] = m[19] = (word >>> 10) & 3;
      m[6] = m[20] = (word >>> 12) & 3;
      m[7] = m[21] = (word >>> 14) & 3;
      m[8] = m[22] = (word >>> 16) & 3;
      m[9] = m[23] = (word >>> 18) & 7;
      m[10] = m[24] = (word >>> 21) & 7;
      m[11] = m[25] = (word >>> 24) & 7;
    }
    word = states[offset + 1] | 0;
    if (word !== m[29]) {
      m[29] = m[32] = word;
      m[12] = m[26] = word;
    }
    word = states[offset + 2] | 0;
    if (word !== m[30]) {
      m[30] = m[33] = word;
      m[13] = m[27] = word & 8191;
    }
  }

  // @invariant oneLeaderPerTerm  specs/raft-leader-election/spec.ts:90:14
  function invariant_oneLeaderPerTerm(at) {
    let forall = 1;
    each_term: for (let term = 0; term < 3; term++) {
      let forall1 = 1;
      each_a: for (let a = 0; a < 3; a++) {
        let forall2 = 1;
        let element = a * 3 + term + 27 /* heartbeat  */;
        if ((m[12 /* sent */ + (at + (element >>> 5))] & 1 << element) !== 0) {
          each_b: for (let b = 0; b < 3; b++) {
            let element1 = b * 3 + term + 27 /* heartbeat  */;
            if (!((m[12 /* sent */ + (at + (element1 >>> 5))] & 1 << element1) === 0 || a === b)) {
              forall2 = 0;
              break each_b;
            }
          }
        }
        if (forall2 === 0) {
          forall1 = 0;
          break each_a;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_term;
      }
    }
    return forall;
  }

  // @invariant leadersHaveTermsOfTheirOwn  specs/raft-leader-election/spec.ts:96:14
  function invariant_leadersHaveTermsOfTheirOwn(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      if (m[6 /* role */ + (at + a)] === 2 /* "leader" */) {
        each_b: for (let b = 0; b < 3; b++) {
          if (!(!(m[6 /* role */ + (at + b)] === 2 /* "leader" */ && m[at + a] === m[at + b]) || a === b)) {
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

  // @step termsGrow  specs/raft-leader-election/spec.ts:102:9
  function step_termsGrow(at, next) {
    let forall = 1;
    each_server: for (let server = 0; server < 3; server++) {
      if (m[next + server] < m[at + server]) {
        forall = 0;
        break each_server;
      }
    }
    return forall;
  }

  // @step votesAreFinal  specs/raft-leader-election/spec.ts:106:9
  function step_votesAreFinal(at, next) {
    let forall = 1;
    each_server: for (let server = 0; server < 3; server++) {
      if (!(!(m[3 /* votedFor */ + (at + server)] !== 0 && m[next + server] === m[at + server]) || m[3 /* votedFor */ + (next + server)] === m[3 /* votedFor */ + (at + server)])) {
        forall = 0;
        break each_server;
      }
    }
    return forall;
  }

  // @reachable leadersOfTwoTerms  specs/raft-leader-election/spec.ts:116:14
  function reachable_leadersOfTwoTerms(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      if (m[6 /* role */ + (at + a)] === 2 /* "leader" */) {
        each_b: for (let b = 0; b < 3; b++) {
          if (a !== b && m[6 /* role */ + (at + b)] === 2 /* "leader" */) {
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

  // @reachable antecedent of oneLeaderPerTerm  specs/raft-leader-election/spec.ts:91:12
  function reachable_antecedent_of_oneLeaderPerTerm(at) {
    let exists = 0;
    each_term: for (let term = 0; term < 3; term++) {
      let exists1 = 0;
      each_a: for (let a = 0; a < 3; a++) {
        let exists2 = 0;
        let element = a * 3 + term + 27 /* heartbeat  */;
        if ((m[12 /* sent */ + (at + (element >>> 5))] & 1 << element) !== 0) {
          each_b: for (let b = 0; b < 3; b++) {
            let element1 = b * 3 + term + 27 /* heartbeat  */;
            if ((m[12 /* sent */ + (at + (element1 >>> 5))] & 1 << element1) !== 0) {
              exists2 = 1;
              break each_b;
            }
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_a;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_term;
      }
    }
    return exists;
  }

  // @reachable antecedent of leadersHaveTermsOfTheirOwn  specs/raft-leader-election/spec.ts:97:12
  function reachable_antecedent_of_leadersHaveTermsOfTheirOwn(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      if (m[6 /* role */ + (at + a)] === 2 /* "leader" */) {
        each_b: for (let b = 0; b < 3; b++) {
          if (m[6 /* role */ + (at + b)] === 2 /* "leader" */ && m[at + a] === m[at + b]) {
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

  // @action stand(server: Server, term: Term)  specs/raft-leader-election/spec.ts:30:11
  function action_stand() {
    let enabledHere = 0;
    each_server: for (let server = 0; server < 3; server++) {
      // require(this.role[server] !== "leader")
      if (m[20 /* role */ + server] === 2 /* "leader" */) continue each_server;
      each_term: for (let term = 0; term < 3; term++) {
        // require(this.term[server] < term)
        if (term <= m[14 + server]) continue each_term;
        // this.role[server] = "follower"
        m[20 /* role */ + server] = 1 /* "follower" */;
        // this.votes[server] = new Set()
        m[23 /* votes */ + server] = 0;
        // this.term[server] = term
        m[14 + server] = term;
        // this.votedFor[server] = undefined
        m[17 /* votedFor */ + server] = 0;
        // this.role[server] = "candidate"
        m[20 /* role */ + server] = 0 /* "candidate" */;
        // this.sent = this.sent.add({ kind: "request", candidate: server, term })
        let element = server * 3 + term + 36 /* request  */;
        m[26 /* sent */ + (element >>> 5)] = m[26 /* sent */ + (element >>> 5)] | 1 << element;
        // this.votedFor[server] = server
        m[17 /* votedFor */ + server] = server + 1;
        // this.sent = this.sent.add({ kind: "grant", candidate: server, term: this.term[server], voter: server })
        let element1 = (server * 3 + m[14 + server]) * 3 + server;
        m[26 /* sent */] = m[26 /* sent */] | 1 << element1;
        let word1 = m[26 /* sent 0 */];
        let word2 = m[27 /* sent 1 */];
        let word0 = m[28 /* word 0 */] & (3 << server * 2 + 12 ^ -1) | m[20 /* role */ + server] << server * 2 + 12;
        word0 = word0 & (7 << server * 3 + 18 ^ -1) | m[23 /* votes */ + server] << server * 3 + 18;
        word0 = word0 & (3 << server * 2 ^ -1) | m[14 + server] << server * 2;
        word0 = word0 & (3 << server * 2 + 6 ^ -1) | m[17 /* votedFor */ + server] << server * 2 + 6;
        word0 = word0 & (3 << server * 2 + 12 ^ -1) | m[20 /* role */ + server] << server * 2 + 12;
        word0 = word0 & (3 << server * 2 + 6 ^ -1) | m[17 /* votedFor */ + server] << server * 2 + 6;
        enabledHere = enabledHere + 1 | 0;
        if (step_termsGrow(0, 14) === 0) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = word1;
            rows[row + 2] = word2;
          }
          sink.violation("step", 0, 0);
        }
        if (step_votesAreFinal(0, 14) === 0) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = word1;
            rows[row + 2] = word2;
          }
          sink.violation("step", 1, 0);
        }
        if (word1 !== m[29 /* word 1 */] || word2 !== m[30 /* word 2 */] || word0 !== m[28 /* word 0 */]) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = word1;
            rows[row + 2] = word2;
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[26] = m[12];
        m[27] = m[13];
        m[20 /* role */ + server] = m[6 /* role */ + server];
        m[23 /* votes */ + server] = m[9 /* votes */ + server];
        m[14 + server] = m[server];
        m[17 /* votedFor */ + server] = m[3 /* votedFor */ + server];
        m[20 /* role */ + server] = m[6 /* role */ + server];
        m[17 /* votedFor */ + server] = m[3 /* votedFor */ + server];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action hearOfLaterTerm(server: Server, m: { kind: "grant"; candidate: Server; term: Term; voter: Server } | { kind: "heartbeat"; leader: Server; term: Term } |...
  function action_hearOfLaterTerm() {
    let enabledHere = 0;
    for (let server = 0; server < 3; server++) {
      for (let word = 0; word < 2; word++) {
        each_m: for (let m1$bits = word === 1 ? m[26 /* sent */ + word] & 8191 : m[26 /* sent */ + word]; m1$bits !== 0; m1$bits &= m1$bits - 1) {
          const m1 = 31 - Math.clz32(m1$bits & -m1$bits) + word * 32;
          // require(this.term[server] < m.term)
          let tag = m1 < 27 ? 0 : m1 < 36 ? 1 : 2;
          let term = 0;
          if (tag === 0) {
            term = (m1 / 3 | 0) % 3;
          } else if (tag === 1) {
            term = (m1 - 27 | 0) % 3 | 0;
          } else {
            term = (m1 - 36 | 0) % 3 | 0;
          }
          if (term <= m[14 + server]) continue each_m;
          let tag1 = m1 < 27 ? 0 : m1 < 36 ? 1 : 2;
          let term1 = 0;
          if (tag1 === 0) {
            term1 = (m1 / 3 | 0) % 3;
          } else if (tag1 === 1) {
            term1 = (m1 - 27 | 0) % 3 | 0;
          } else {
            term1 = (m1 - 36 | 0) % 3 | 0;
          }
          let term2 = term1;
          // this.role[server] = "follower"
          m[20 /* role */ + server] = 1 /* "follower" */;
          // this.votes[server] = new Set()
          m[23 /* votes */ + server] = 0;
          // this.term[server] = term
          m[14 + server] = term2;
          // this.votedFor[server] = undefined
          m[17 /* votedFor */ + server] = 0;
          let word0 = m[28 /* word 0 */] & (3 << server * 2 + 12 ^ -1) | m[20 /* role */ + server] << server * 2 + 12;
          word0 = word0 & (7 << server * 3 + 18 ^ -1) | m[23 /* votes */ + server] << server * 3 + 18;
          word0 = word0 & (3 << server * 2 ^ -1) | m[14 + server] << server * 2;
          word0 = word0 & (3 << server * 2 + 6 ^ -1) | m[17 /* votedFor */ + server] << server * 2 + 6;
          enabledHere = enabledHere + 1 | 0;
          if (step_termsGrow(0, 14) === 0) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = m[29 /* word 1 */];
              rows[row + 2] = m[30 /* word 2 */];
            }
            sink.violation("step", 0, 1);
          }
          if (step_votesAreFinal(0, 14) === 0) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = m[29 /* word 1 */];
              rows[row + 2] = m[30 /* word 2 */];
            }
            sink.violation("step", 1, 1);
          }
          if (word0 !== m[28 /* word 0 */]) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = m[29 /* word 1 */];
              rows[row + 2] = m[30 /* word 2 */];
            }
            if (++sink.count === capacity) sink.flush();
          }
          m[20 /* role */ + server] = m[6 /* role */ + server];
          m[23 /* votes */ + server] = m[9 /* votes */ + server];
          m[14 + server] = m[server];
          m[17 /* votedFor */ + server] = m[3 /* votedFor */ + server];
        }
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action grant(server: Server, m: { kind: "grant"; candidate: Server; term: Term; voter: Server } | { kind: "heartbeat"; leader: Server; term: Term } | { kind: "...
  function action_grant() {
    let enabledHere = 0;
    for (let server = 0; server < 3; server++) {
      each_m: for (let m1$bits = m[27 /* sent */] & 8176; m1$bits !== 0; m1$bits &= m1$bits - 1) {
        const m1 = 31 - Math.clz32(m1$bits & -m1$bits) + 32;
        // require(m.term === this.term[server])
        if (((m1 - 36 | 0) % 3 | 0) !== m[14 + server]) continue each_m;
        skip: {
          // require(this.votedFor[server] === undefined || this.votedFor[server] === m.candidate)
          if (!(m[17 /* votedFor */ + server] === 0 || m[17 /* votedFor */ + server] === (((m1 - 36 | 0) / 3 | 0) + 1 | 0))) break skip;
          let candidate = (m1 - 36 | 0) / 3 | 0;
          // this.votedFor[server] = candidate
          m[17 /* votedFor */ + server] = candidate + 1 | 0;
          // this.sent = this.sent.add({ kind: "grant", candidate, term: this.term[server], voter: server })
          let element = Math.imul(Math.imul(candidate, 3) + m[14 + server] | 0, 3) + server | 0;
          m[26 /* sent */ + (element >>> 5)] = m[26 /* sent */ + (element >>> 5)] | 1 << element;
          let word1 = m[26 /* sent 0 */];
          let word2 = m[27 /* sent 1 */];
          let word0 = m[28 /* word 0 */] & (3 << server * 2 + 6 ^ -1) | m[17 /* votedFor */ + server] << server * 2 + 6;
          enabledHere = enabledHere + 1 | 0;
          if (step_termsGrow(0, 14) === 0) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = word1;
              rows[row + 2] = word2;
            }
            sink.violation("step", 0, 2);
          }
          if (step_votesAreFinal(0, 14) === 0) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = word1;
              rows[row + 2] = word2;
            }
            sink.violation("step", 1, 2);
          }
          if (word1 !== m[29 /* word 1 */] || word2 !== m[30 /* word 2 */] || word0 !== m[28 /* word 0 */]) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = word1;
              rows[row + 2] = word2;
            }
            if (++sink.count === capacity) sink.flush();
          }
          m[26] = m[12];
          m[27] = m[13];
          m[17 /* votedFor */ + server] = m[3 /* votedFor */ + server];
        }
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action receiveGrant(server: Server, m: { kind: "grant"; candidate: Server; term: Term; voter: Server } | { kind: "heartbeat"; leader: Server; term: Term } | { ...
  function action_receiveGrant() {
    let enabledHere = 0;
    for (let server = 0; server < 3; server++) {
      for (let m1$bits = m[26 /* sent */] & 134217727; m1$bits !== 0; m1$bits &= m1$bits - 1) {
        const m1 = 31 - Math.clz32(m1$bits & -m1$bits);
        skip: {
          // require(m.candidate === server)
          if ((m1 / 9 | 0) !== server) break skip;
          // require(m.term === this.term[server])
          if ((m1 / 3 | 0) % 3 !== m[14 + server]) break skip;
          // require(this.role[server] === "candidate")
          if (m[20 /* role */ + server] !== 0 /* "candidate" */) break skip;
          // this.votes[server] = this.votes[server].add(m.voter)
          m[23 /* votes */ + server] = m[23 /* votes */ + server] | 1 << m1 % 3;
          let word0 = m[28 /* word 0 */] & (7 << server * 3 + 18 ^ -1) | m[23 /* votes */ + server] << server * 3 + 18;
          enabledHere = enabledHere + 1 | 0;
          if (step_termsGrow(0, 14) === 0) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = m[29 /* word 1 */];
              rows[row + 2] = m[30 /* word 2 */];
            }
            sink.violation("step", 0, 3);
          }
          if (step_votesAreFinal(0, 14) === 0) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = m[29 /* word 1 */];
              rows[row + 2] = m[30 /* word 2 */];
            }
            sink.violation("step", 1, 3);
          }
          if (word0 !== m[28 /* word 0 */]) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = m[29 /* word 1 */];
              rows[row + 2] = m[30 /* word 2 */];
            }
            if (++sink.count === capacity) sink.flush();
          }
          m[23 /* votes */ + server] = m[9 /* votes */ + server];
        }
      }
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action lead(server: Server, voters: Majority<Server>)  specs/raft-leader-election/spec.ts:56:11
  function action_lead() {
    let enabledHere = 0;
    each_server: for (let server = 0; server < 3; server++) {
      // require(this.role[server] === "candidate")
      if (m[20 /* role */ + server] !== 0 /* "candidate" */) continue each_server;
      each_voters: for (let voters = 0; voters < 4; voters++) {
        // require(forall(voters, (voter) => this.votes[server].has(voter)))
        let forall = 1;
        each_voter: for (let voter$bits = $majoritiesServer[voters]; voter$bits !== 0; voter$bits &= voter$bits - 1) {
          const voter = 31 - Math.clz32(voter$bits & -voter$bits);
          if ((m[23 /* votes */ + server] & 1 << voter) === 0) {
            forall = 0;
            break each_voter;
          }
        }
        if (forall === 0) continue each_voters;
        // this.role[server] = "leader"
        m[20 /* role */ + server] = 2 /* "leader" */;
        // this.sent = this.sent.add({ kind: "heartbeat", leader: server, term: this.term[server] })
        let element = server * 3 + m[14 + server] + 27 /* heartbeat  */;
        m[26 /* sent */ + (element >>> 5)] = m[26 /* sent */ + (element >>> 5)] | 1 << element;
        let word1 = m[26 /* sent 0 */];
        let word2 = m[27 /* sent 1 */];
        let word0 = m[28 /* word 0 */] & (3 << server * 2 + 12 ^ -1) | m[20 /* role */ + server] << server * 2 + 12;
        enabledHere = enabledHere + 1 | 0;
        if (step_termsGrow(0, 14) === 0) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = word1;
            rows[row + 2] = word2;
          }
          sink.violation("step", 0, 4);
        }
        if (step_votesAreFinal(0, 14) === 0) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = word1;
            rows[row + 2] = word2;
          }
          sink.violation("step", 1, 4);
        }
        if (word1 !== m[29 /* word 1 */] || word2 !== m[30 /* word 2 */] || word0 !== m[28 /* word 0 */]) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = word1;
            rows[row + 2] = word2;
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[26] = m[12];
        m[27] = m[13];
        m[20 /* role */ + server] = m[6 /* role */ + server];
      }
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action follow(server: Server, m: { kind: "grant"; candidate: Server; term: Term; voter: Server } | { kind: "heartbeat"; leader: Server; term: Term } | { kind: ...
  function action_follow() {
    let enabledHere = 0;
    each_server: for (let server = 0; server < 3; server++) {
      // require(this.role[server] === "candidate")
      if (m[20 /* role */ + server] !== 0 /* "candidate" */) continue each_server;
      for (let word = 0; word < 2; word++) {
        each_m: for (let m1$bits = word === 1 ? m[26 /* sent */ + word] & 15 : word === 0 ? m[26 /* sent */ + word] & -134217728 : m[26 /* sent */ + word]; m1$bits !== 0; m1$bits &= m1$bits - 1) {
          const m1 = 31 - Math.clz32(m1$bits & -m1$bits) + word * 32;
          // require(m.term === this.term[server])
          if (((m1 - 27 | 0) % 3 | 0) !== m[14 + server]) continue each_m;
          // this.role[server] = "follower"
          m[20 /* role */ + server] = 1 /* "follower" */;
          // this.votes[server] = new Set()
          m[23 /* votes */ + server] = 0;
          let word0 = m[28 /* word 0 */] & (3 << server * 2 + 12 ^ -1) | m[20 /* role */ + server] << server * 2 + 12;
          word0 = word0 & (7 << server * 3 + 18 ^ -1) | m[23 /* votes */ + server] << server * 3 + 18;
          enabledHere = enabledHere + 1 | 0;
          if (step_termsGrow(0, 14) === 0) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = m[29 /* word 1 */];
              rows[row + 2] = m[30 /* word 2 */];
            }
            sink.violation("step", 0, 5);
          }
          if (step_votesAreFinal(0, 14) === 0) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = m[29 /* word 1 */];
              rows[row + 2] = m[30 /* word 2 */];
            }
            sink.violation("step", 1, 5);
          }
          if (word0 !== m[28 /* word 0 */]) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = m[29 /* word 1 */];
              rows[row + 2] = m[30 /* word 2 */];
            }
            if (++sink.count === capacity) sink.flush();
          }
          m[20 /* role */ + server] = m[6 /* role */ + server];
          m[23 /* votes */ + server] = m[9 /* votes */ + server];
        }
      }
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // @action crash(server: Server)  specs/raft-leader-election/spec.ts:69:11
  function action_crash() {
    let enabledHere = 0;
    for (let server = 0; server < 3; server++) {
      // this.role[server] = "follower"
      m[20 /* role */ + server] = 1 /* "follower" */;
      // this.votes[server] = new Set()
      m[23 /* votes */ + server] = 0;
      let word0 = m[28 /* word 0 */] & (3 << server * 2 + 12 ^ -1) | m[20 /* role */ + server] << server * 2 + 12;
      word0 = word0 & (7 << server * 3 + 18 ^ -1) | m[23 /* votes */ + server] << server * 3 + 18;
      enabledHere = enabledHere + 1 | 0;
      if (step_termsGrow(0, 14) === 0) {
        {
          const row = sink.count * 3;
          rows[row] = word0;
          rows[row + 1] = m[29 /* word 1 */];
          rows[row + 2] = m[30 /* word 2 */];
        }
        sink.violation("step", 0, 6);
      }
      if (step_votesAreFinal(0, 14) === 0) {
        {
          const row = sink.count * 3;
          rows[row] = word0;
          rows[row + 1] = m[29 /* word 1 */];
          rows[row + 2] = m[30 /* word 2 */];
        }
        sink.violation("step", 1, 6);
      }
      if (word0 !== m[28 /* word 0 */]) {
        {
          const row = sink.count * 3;
          rows[row] = word0;
          rows[row + 1] = m[29 /* word 1 */];
          rows[row + 2] = m[30 /* word 2 */];
        }
        if (++sink.count === capacity) sink.flush();
      }
      m[20 /* role */ + server] = m[6 /* role */ + server];
      m[23 /* votes */ + server] = m[9 /* votes */ + server];
    }
    enabled[6] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 31 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[14 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[14 + slot] ^ m[slot];
  }

  // The initial states  specs/raft-leader-election/spec.ts:16:14
  function initial() {
    for (let k = 0; k < 3; k++) {
      m[14 + k] = 0;
    }
    for (let k1 = 0; k1 < 3; k1++) {
      m[17 /* votedFor */ + k1] = 0;
    }
    for (let k2 = 0; k2 < 3; k2++) {
      m[20 /* role */ + k2] = 1 /* "follower" */;
    }
    for (let k3 = 0; k3 < 3; k3++) {
      m[23 /* votes */ + k3] = 0;
    }
    m[26 /* sent */] = 0;
    m[27 /* sent */] = 0;
    for (let slot = 0; slot < 14; slot++) {
      $patchSlot(slot);
    }
    writeRow(31);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 3,
    actions: ["stand", "hearOfLaterTerm", "grant", "receiveGrant", "lead", "follow", "crash"],
    invariants: ["oneLeaderPerTerm", "leadersHaveTermsOfTheirOwn"],
    steps: ["termsGrow", "votesAreFinal"],
    reachables: ["leadersOfTwoTerms", "antecedent of oneLeaderPerTerm", "antecedent of leadersHaveTermsOfTheirOwn"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_stand() + action_hearOfLaterTerm() + action_grant() + action_receiveGrant() + action_lead() + action_follow() + action_crash();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_leadersOfTwoTerms(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_oneLeaderPerTerm(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_leadersHaveTermsOfTheirOwn(0) !== 0) pending[2] = 0;
      if (skip[0] === 0 && invariant_oneLeaderPerTerm(0) === 0) return 0;
      if (skip[1] === 0 && invariant_leadersHaveTermsOfTheirOwn(0) === 0) return 1;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
