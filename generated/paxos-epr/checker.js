// PaxosEpr with Acceptor=3, Ballot=2, Value=2: an explicit-state model. Generated; do not edit.
// specs/paxos-epr/spec.ts:24:14
//
// A state is 3 words of 32 bits, and 6 slots when unpacked:
//   left: Record<Acceptor, Set<Ballot>>  slots 0..2  bits 0.0..0.5
//   sent: Set<{ kind: "1a"; ballot: Ballot } | { kind: "1b"; acceptor: Acceptor; ballot: Ballot; last: ({ ballot: Ballot; value: Value }) | undefined } | { kind: "2...  slots 3..4  bits 1.0..2.15
//   decided: Set<{ ballot: Ballot; value: Value }>  slots 5  bits 2.16..2.19
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 3;

export function createModel(sink) {
  const m = new Int32Array(21);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(5);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $majoritiesAcceptor = new Int32Array([3,5,6,7]);
  const $wordOfSlot = new Int32Array([0,0,0,1,2,2]);
  const $clearMaskOfSlot = new Int32Array([-4,-13,-49,0,-65536,-983041]);
  const $shiftOfSlot = new Int32Array([0,2,4,0,0,16]);

  function writeRow(from) {
    const row = sink.count * 3;
    for (let i = 0; i < 3; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(6, 0, 6);
    m.copyWithin(15, 12, 15);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[12]) {
      m[12] = m[15] = word;
      m[0] = m[6] = word & 3;
      m[1] = m[7] = (word >>> 2) & 3;
      m[2] = m[8] = (word >>> 4) & 3;
    }
    word = states[offset + 1] | 0;
    if (word !== m[13]) {
      m[13] = m[16] = word;
      m[3] = m[9] = word;
    }
    word = states[offset + 2] | 0;
    if (word !== m[14]) {
      m[14] = m[17] = word;
      m[4] = m[10] = word & 65535;
      m[5] = m[11] = (word >>> 16) & 15;
    }
  }

  // @invariant agreement  specs/paxos-epr/spec.ts:84:14
  function invariant_agreement(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 4; a++) {
      let forall1 = 1;
      if ((m[5 /* decided */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 4; b++) {
          if (!((m[5 /* decided */ + at] & 1 << b) === 0 || a % 2 === b % 2)) {
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

  // @invariant oneProposalPerBallot  specs/paxos-epr/spec.ts:88:14
  function invariant_oneProposalPerBallot(at) {
    let forall = 1;
    each_ballot: for (let ballot = 0; ballot < 2; ballot++) {
      let forall1 = 1;
      each_a: for (let a = 0; a < 2; a++) {
        let forall2 = 1;
        let element = ballot * 2 + a + 32 /* 2a  */;
        if ((m[3 /* sent */ + (at + (element >>> 5))] & 1 << element) !== 0) {
          each_b: for (let b = 0; b < 2; b++) {
            let element1 = ballot * 2 + b + 32 /* 2a  */;
            if (!((m[3 /* sent */ + (at + (element1 >>> 5))] & 1 << element1) === 0 || a === b)) {
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
        break each_ballot;
      }
    }
    return forall;
  }

  // @invariant votesWereProposed  specs/paxos-epr/spec.ts:94:14
  function invariant_votesWereProposed(at) {
    let forall = 1;
    each_acceptor: for (let acceptor = 0; acceptor < 3; acceptor++) {
      let forall1 = 1;
      each_vote: for (let vote = 0; vote < 4; vote++) {
        let element = (acceptor * 2 + (vote / 2 | 0)) * 2 + vote % 2 + 36 /* 2b  */;
        let implies = (m[3 /* sent */ + (at + (element >>> 5))] & 1 << element) === 0 ? 1 : 0;
        if (implies === 0) {
          let element1 = (vote / 2 | 0) * 2 + vote % 2 + 32 /* 2a  */;
          implies = (m[3 /* sent */ + (at + (element1 >>> 5))] & 1 << element1) !== 0 ? 1 : 0;
        }
        if (implies === 0) {
          forall1 = 0;
          break each_vote;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_acceptor;
      }
    }
    return forall;
  }

  // @step promisesAreKept  specs/paxos-epr/spec.ts:98:9
  function step_promisesAreKept(at, next) {
    let forall = 1;
    each_acceptor: for (let acceptor = 0; acceptor < 3; acceptor++) {
      let forall1 = 1;
      each_vote: for (let vote = 0; vote < 4; vote++) {
        let and = (m[at + acceptor] & 1 << (vote / 2 | 0)) !== 0 ? 1 : 0;
        if (and !== 0) {
          let element = (acceptor * 2 + (vote / 2 | 0)) * 2 + vote % 2 + 36 /* 2b  */;
          and = (m[3 /* sent */ + (next + (element >>> 5))] & 1 << element) !== 0 ? 1 : 0;
        }
        let implies = and === 0 ? 1 : 0;
        if (implies === 0) {
          let element1 = (acceptor * 2 + (vote / 2 | 0)) * 2 + vote % 2 + 36 /* 2b  */;
          implies = (m[3 /* sent */ + (at + (element1 >>> 5))] & 1 << element1) !== 0 ? 1 : 0;
        }
        if (implies === 0) {
          forall1 = 0;
          break each_vote;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_acceptor;
      }
    }
    return forall;
  }

  // @reachable someDecision  specs/paxos-epr/spec.ts:104:14
  function reachable_someDecision(at) {
    let exists = 0;
    each_vote: for (let vote = 0; vote < 4; vote++) {
      if ((m[5 /* decided */ + at] & 1 << vote) !== 0) {
        exists = 1;
        break each_vote;
      }
    }
    return exists;
  }

  // @reachable decidedTwice  specs/paxos-epr/spec.ts:108:14
  function reachable_decidedTwice(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 4; a++) {
      let exists1 = 0;
      if ((m[5 /* decided */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 4; b++) {
          if ((a / 2 | 0) < (b / 2 | 0) && (m[5 /* decided */ + at] & 1 << b) !== 0) {
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

  // @reachable antecedent of agreement  specs/paxos-epr/spec.ts:85:12
  function reachable_antecedent_of_agreement(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 4; a++) {
      let exists1 = 0;
      if ((m[5 /* decided */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 4; b++) {
          if ((m[5 /* decided */ + at] & 1 << b) !== 0) {
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

  // @reachable antecedent of oneProposalPerBallot  specs/paxos-epr/spec.ts:89:12
  function reachable_antecedent_of_oneProposalPerBallot(at) {
    let exists = 0;
    each_ballot: for (let ballot = 0; ballot < 2; ballot++) {
      let exists1 = 0;
      each_a: for (let a = 0; a < 2; a++) {
        let exists2 = 0;
        let element = ballot * 2 + a + 32 /* 2a  */;
        if ((m[3 /* sent */ + (at + (element >>> 5))] & 1 << element) !== 0) {
          each_b: for (let b = 0; b < 2; b++) {
            let element1 = ballot * 2 + b + 32 /* 2a  */;
            if ((m[3 /* sent */ + (at + (element1 >>> 5))] & 1 << element1) !== 0) {
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
        break each_ballot;
      }
    }
    return exists;
  }

  // @reachable antecedent of votesWereProposed  specs/paxos-epr/spec.ts:95:12
  function reachable_antecedent_of_votesWereProposed(at) {
    let exists = 0;
    each_acceptor: for (let acceptor = 0; acceptor < 3; acceptor++) {
      let exists1 = 0;
      each_vote: for (let vote = 0; vote < 4; vote++) {
        let element = (acceptor * 2 + (vote / 2 | 0)) * 2 + vote % 2 + 36 /* 2b  */;
        if ((m[3 /* sent */ + (at + (element >>> 5))] & 1 << element) !== 0) {
          exists1 = 1;
          break each_vote;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_acceptor;
      }
    }
    return exists;
  }

  // @action open(ballot: Ballot)  specs/paxos-epr/spec.ts:34:11
  function action_open() {
    let enabledHere = 0;
    for (let ballot = 0; ballot < 2; ballot++) {
      // this.sent = this.sent.add({ kind: "1a", ballot })
      m[9 /* sent */] = m[9 /* sent */] | 1 << ballot;
      let word1 = m[9 /* sent 0 */];
      let word2 = m[14 /* word 2 */] & -65536 | m[10 /* sent 1 */];
      enabledHere = enabledHere + 1 | 0;
      if (step_promisesAreKept(0, 6) === 0) {
        {
          const row = sink.count * 3;
          rows[row] = m[12 /* word 0 */];
          rows[row + 1] = word1;
          rows[row + 2] = word2;
        }
        sink.violation("step", 0, 0);
      }
      if (word1 !== m[13 /* word 1 */] || word2 !== m[14 /* word 2 */]) {
        {
          const row = sink.count * 3;
          rows[row] = m[12 /* word 0 */];
          rows[row + 1] = word1;
          rows[row + 2] = word2;
        }
        if (++sink.count === capacity) sink.flush();
      }
      m[9] = m[3];
      m[10] = m[4];
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action join(acceptor: Acceptor, ballot: Ballot, last: ({ ballot: Ballot; value: Value }) | undefined)  specs/paxos-epr/spec.ts:39:11
  function action_join() {
    let enabledHere = 0;
    for (let acceptor = 0; acceptor < 3; acceptor++) {
      each_ballot: for (let ballot = 0; ballot < 2; ballot++) {
        // require(this.sent.has({ kind: "1a", ballot }))
        if ((m[9 /* sent */] & 1 << ballot) === 0) continue each_ballot;
        // require(!this.left[acceptor].has(ballot))
        if ((m[6 + acceptor] & 1 << ballot) !== 0) continue each_ballot;
        for (let last = 0; last < 5; last++) {
          skip: {
            // require(last === undefined || last.ballot < ballot && {   })
            let or = last === 0 ? 1 : 0;
            if (or === 0) {
              let and = ((last - 1 | 0) / 2 | 0) < ballot ? 1 : 0;
              if (and !== 0) {
                let vote = last - 1 | 0;
                let element = (Math.imul(acceptor * 2 + (vote / 2 | 0) | 0, 2) + (vote % 2 | 0) | 0) + 36 /* 2b  */ | 0;
                let result = (m[9 /* sent */ + (element >>> 5)] & 1 << element) !== 0 ? 1 : 0;
                and = result;
              }
              or = and;
            }
            if (or === 0) break skip;
            // require(forall((vote$2: { ballot: Ballot; value: Value }) => implies(vote$2.ballot < ballot && this.sent.has({ kind: "2b", acceptor, ballot: vote$2.ballot, valu...
            let forall = 1;
            each_vote_2: for (let vote_2 = 0; vote_2 < 4; vote_2++) {
              let and1 = (vote_2 / 2 | 0) < ballot ? 1 : 0;
              if (and1 !== 0) {
                let element1 = (acceptor * 2 + (vote_2 / 2 | 0)) * 2 + vote_2 % 2 + 36 /* 2b  */;
                and1 = (m[9 /* sent */ + (element1 >>> 5)] & 1 << element1) !== 0 ? 1 : 0;
              }
              if (!(and1 === 0 || last !== 0 && (vote_2 / 2 | 0) <= ((last - 1 | 0) / 2 | 0))) {
                forall = 0;
                break each_vote_2;
              }
            }
            if (forall === 0) break skip;
            // this.left[acceptor] = this.left[acceptor].union(filter((lower: Ballot) => lower < ballot))
            let set = 0;
            for (let lower = 0; lower < 2; lower++) {
              if (lower < ballot) set = set | 1 << lower;
            }
            m[6 + acceptor] = m[6 + acceptor] | set;
            // this.sent = this.sent.add({ kind: "1b", acceptor, ballot, last })
            let element2 = (acceptor * 2 + ballot) * 5 + last + 2 /* 1b  */;
            m[9 /* sent */] = m[9 /* sent */] | 1 << element2;
            let word1 = m[9 /* sent 0 */];
            let word2 = m[14 /* word 2 */] & -65536 | m[10 /* sent 1 */];
            let word0 = m[12 /* word 0 */] & (3 << acceptor * 2 ^ -1) | m[6 + acceptor] << acceptor * 2;
            enabledHere = enabledHere + 1 | 0;
            if (step_promisesAreKept(0, 6) === 0) {
              {
                const row = sink.count * 3;
                rows[row] = word0;
                rows[row + 1] = word1;
                rows[row + 2] = word2;
              }
              sink.violation("step", 0, 1);
            }
            if (word1 !== m[13 /* word 1 */] || word2 !== m[14 /* word 2 */] || word0 !== m[12 /* word 0 */]) {
              {
                const row = sink.count * 3;
                rows[row] = word0;
                rows[row + 1] = word1;
                rows[row + 2] = word2;
              }
              if (++sink.count === capacity) sink.flush();
            }
            m[9] = m[3];
            m[10] = m[4];
            m[6 + acceptor] = m[acceptor];
          }
        }
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action propose(ballot: Ballot, value: Value, quorum: Majority<Acceptor>, last: ({ ballot: Ballot; value: Value }) | undefined)  specs/paxos-epr/spec.ts:50:11
  function action_propose() {
    let enabledHere = 0;
    each_ballot: for (let ballot = 0; ballot < 2; ballot++) {
      // require(!exists((other: Value) => this.sent.has({ kind: "2a", ballot, value: other })))
      let exists = 0;
      each_other: for (let other = 0; other < 2; other++) {
        let element = ballot * 2 + other + 32 /* 2a  */;
        if ((m[9 /* sent */ + (element >>> 5)] & 1 << element) !== 0) {
          exists = 1;
          break each_other;
        }
      }
      if (exists !== 0) continue each_ballot;
      for (let value = 0; value < 2; value++) {
        each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
          // require(forall(quorum, (acceptor) => exists((vote: ({ ballot: Ballot; value: Value }) | undefined) => this.sent.has({ kind: "1b", acceptor, ballot, last: vote }...
          let forall = 1;
          each_acceptor: for (let acceptor$bits = $majoritiesAcceptor[quorum]; acceptor$bits !== 0; acceptor$bits &= acceptor$bits - 1) {
            const acceptor = 31 - Math.clz32(acceptor$bits & -acceptor$bits);
            let exists1 = 0;
            each_vote: for (let vote = 0; vote < 5; vote++) {
              let element1 = (acceptor * 2 + ballot) * 5 + vote + 2 /* 1b  */;
              if ((m[9 /* sent */ + (element1 >>> 5)] & 1 << element1) !== 0) {
                exists1 = 1;
                break each_vote;
              }
            }
            if (exists1 === 0) {
              forall = 0;
              break each_acceptor;
            }
          }
          if (forall === 0) continue each_quorum;
          for (let last = 0; last < 5; last++) {
            skip: {
              // require(last === undefined || last.value === value && exists(quorum, (acceptor$2) => this.sent.has({ kind: "1b", acceptor: acceptor$2, ballot, last })))
              let or = last === 0 ? 1 : 0;
              if (or === 0) {
                let and = ((last - 1 | 0) % 2 | 0) === value ? 1 : 0;
                if (and !== 0) {
                  let exists2 = 0;
                  each_acceptor_2: for (let acceptor_2$bits = $majoritiesAcceptor[quorum]; acceptor_2$bits !== 0; acceptor_2$bits &= acceptor_2$bits - 1) {
                    const acceptor_2 = 31 - Math.clz32(acceptor_2$bits & -acceptor_2$bits);
                    let element2 = (acceptor_2 * 2 + ballot) * 5 + last + 2 /* 1b  */;
                    if ((m[9 /* sent */ + (element2 >>> 5)] & 1 << element2) !== 0) {
                      exists2 = 1;
                      break each_acceptor_2;
                    }
                  }
                  and = exists2;
                }
                or = and;
              }
              if (or === 0) break skip;
              // require(forall(quorum, (acceptor$3) => forall((vote$2: { ballot: Ballot; value: Value }) => implies(this.sent.has({ kind: "1b", acceptor: acceptor$3, ballot, la...
              let forall1 = 1;
              each_acceptor_3: for (let acceptor_3$bits = $majoritiesAcceptor[quorum]; acceptor_3$bits !== 0; acceptor_3$bits &= acceptor_3$bits - 1) {
                const acceptor_3 = 31 - Math.clz32(acceptor_3$bits & -acceptor_3$bits);
                let forall2 = 1;
                each_vote_2: for (let vote_2 = 0; vote_2 < 4; vote_2++) {
                  m[18] = 1;
                  m[19] = vote_2 / 2 | 0;
                  m[20] = vote_2 % 2;
                  let index = 0;
                  if (m[18] !== 0) index = m[19] * 2 + m[20] + 1;
                  let element3 = ((acceptor_3 * 2 + ballot) * 5 + index | 0) + 2 /* 1b  */ | 0;
                  if (!((m[9 /* sent */ + (element3 >>> 5)] & 1 << element3) === 0 || last !== 0 && (vote_2 / 2 | 0) <= ((last - 1 | 0) / 2 | 0))) {
                    forall2 = 0;
                    break each_vote_2;
                  }
                }
                if (forall2 === 0) {
                  forall1 = 0;
                  break each_acceptor_3;
                }
              }
              if (forall1 === 0) break skip;
              // this.sent = this.sent.add({ kind: "2a", ballot, value })
              let element4 = ballot * 2 + value + 32 /* 2a  */;
              m[9 /* sent */ + (element4 >>> 5)] = m[9 /* sent */ + (element4 >>> 5)] | 1 << element4;
              let word1 = m[9 /* sent 0 */];
              let word2 = m[14 /* word 2 */] & -65536 | m[10 /* sent 1 */];
              enabledHere = enabledHere + 1 | 0;
              if (step_promisesAreKept(0, 6) === 0) {
                {
                  const row = sink.count * 3;
                  rows[row] = m[12 /* word 0 */];
                  rows[row + 1] = word1;
                  rows[row + 2] = word2;
                }
                sink.violation("step", 0, 2);
              }
              if (word1 !== m[13 /* word 1 */] || word2 !== m[14 /* word 2 */]) {
                {
                  const row = sink.count * 3;
                  rows[row] = m[12 /* word 0 */];
                  rows[row + 1] = word1;
                  rows[row + 2] = word2;
                }
                if (++sink.count === capacity) sink.flush();
              }
              m[9] = m[3];
              m[10] = m[4];
            }
          }
        }
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action vote(acceptor: Acceptor, ballot: Ballot, value: Value)  specs/paxos-epr/spec.ts:63:11
  function action_vote() {
    let enabledHere = 0;
    for (let acceptor = 0; acceptor < 3; acceptor++) {
      each_ballot: for (let ballot = 0; ballot < 2; ballot++) {
        // require(!this.left[acceptor].has(ballot))
        if ((m[6 + acceptor] & 1 << ballot) !== 0) continue each_ballot;
        each_value: for (let value = 0; value < 2; value++) {
          // require(this.sent.has({ kind: "2a", ballot, value }))
          let element = ballot * 2 + value + 32 /* 2a  */;
          if ((m[9 /* sent */ + (element >>> 5)] & 1 << element) === 0) continue each_value;
          // this.left[acceptor] = this.left[acceptor].union(filter((lower: Ballot) => lower < ballot))
          let set = 0;
          for (let lower = 0; lower < 2; lower++) {
            if (lower < ballot) set = set | 1 << lower;
          }
          m[6 + acceptor] = m[6 + acceptor] | set;
          // this.sent = this.sent.add({ kind: "2b", acceptor, ballot, value })
          let element1 = (acceptor * 2 + ballot) * 2 + value + 36 /* 2b  */;
          m[9 /* sent */ + (element1 >>> 5)] = m[9 /* sent */ + (element1 >>> 5)] | 1 << element1;
          let word1 = m[9 /* sent 0 */];
          let word2 = m[14 /* word 2 */] & -65536 | m[10 /* sent 1 */];
          let word0 = m[12 /* word 0 */] & (3 << acceptor * 2 ^ -1) | m[6 + acceptor] << acceptor * 2;
          enabledHere = enabledHere + 1 | 0;
          if (step_promisesAreKept(0, 6) === 0) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = word1;
              rows[row + 2] = word2;
            }
            sink.violation("step", 0, 3);
          }
          if (word1 !== m[13 /* word 1 */] || word2 !== m[14 /* word 2 */] || word0 !== m[12 /* word 0 */]) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = word1;
              rows[row + 2] = word2;
            }
            if (++sink.count === capacity) sink.flush();
          }
          m[9] = m[3];
          m[10] = m[4];
          m[6 + acceptor] = m[acceptor];
        }
      }
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action learn(vote: { ballot: Ballot; value: Value }, quorum: Majority<Acceptor>)  specs/paxos-epr/spec.ts:70:11
  function action_learn() {
    let enabledHere = 0;
    for (let vote = 0; vote < 4; vote++) {
      each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
        // require(forall(quorum, (acceptor) => this.sent.has({ kind: "2b", acceptor, ballot: vote.ballot, value: vote.value })))
        let forall = 1;
        each_acceptor: for (let acceptor$bits = $majoritiesAcceptor[quorum]; acceptor$bits !== 0; acceptor$bits &= acceptor$bits - 1) {
          const acceptor = 31 - Math.clz32(acceptor$bits & -acceptor$bits);
          let element = (acceptor * 2 + (vote / 2 | 0)) * 2 + vote % 2 + 36 /* 2b  */;
          if ((m[9 /* sent */ + (element >>> 5)] & 1 << element) === 0) {
            forall = 0;
            break each_acceptor;
          }
        }
        if (forall === 0) continue each_quorum;
        // this.decided = this.decided.add(vote)
        m[11 /* decided */] = m[11 /* decided */] | 1 << vote;
        let word2 = m[14 /* word 2 */] & -983041 | m[11 /* decided */] << 16;
        enabledHere = enabledHere + 1 | 0;
        if (step_promisesAreKept(0, 6) === 0) {
          {
            const row = sink.count * 3;
            rows[row] = m[12 /* word 0 */];
            rows[row + 1] = m[13 /* word 1 */];
            rows[row + 2] = word2;
          }
          sink.violation("step", 0, 4);
        }
        if (word2 !== m[14 /* word 2 */]) {
          {
            const row = sink.count * 3;
            rows[row] = m[12 /* word 0 */];
            rows[row + 1] = m[13 /* word 1 */];
            rows[row + 2] = word2;
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[11] = m[5];
      }
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 15 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[6 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[6 + slot] ^ m[slot];
  }

  // The initial states  specs/paxos-epr/spec.ts:24:14
  function initial() {
    for (let k = 0; k < 3; k++) {
      m[6 + k] = 0;
    }
    m[9 /* sent */] = 0;
    m[10 /* sent */] = 0;
    m[11 /* decided */] = 0;
    for (let slot = 0; slot < 6; slot++) {
      $patchSlot(slot);
    }
    writeRow(15);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 3,
    actions: ["open", "join", "propose", "vote", "learn"],
    invariants: ["agreement", "oneProposalPerBallot", "votesWereProposed"],
    steps: ["promisesAreKept"],
    reachables: ["someDecision", "decidedTwice", "antecedent of agreement", "antecedent of oneProposalPerBallot", "antecedent of votesWereProposed"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_open() + action_join() + action_propose() + action_vote() + action_learn();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_someDecision(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_decidedTwice(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_agreement(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_oneProposalPerBallot(0) !== 0) pending[3] = 0;
      if (pending[4] !== 0 && reachable_antecedent_of_votesWereProposed(0) !== 0) pending[4] = 0;
      if (skip[0] === 0 && invariant_agreement(0) === 0) return 0;
      if (skip[1] === 0 && invariant_oneProposalPerBallot(0) === 0) return 1;
      if (skip[2] === 0 && invariant_votesWereProposed(0) === 0) return 2;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
