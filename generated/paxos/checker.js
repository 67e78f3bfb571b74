// Paxos with Acceptor=3, Ballot=3, Value=2: an explicit-state model. Generated; do not edit.
// specs/paxos/spec.ts:22:14
//
// A state is 4 words of 32 bits, and 15 slots when unpacked:
//   promised: Record<Acceptor, (Ballot) | undefined>  slots 0..2  bits 0.0..0.5
//   voted: Record<Acceptor, ({ ballot: Ballot; value: Value }) | undefined>  slots 3..11  bits 0.6..0.17
//   sent: Set<{ kind: "1a"; ballot: Ballot } | { kind: "1b"; acceptor: Acceptor; ballot: Ballot; vote: ({ ballot: Ballot; value: Value }) | undefined } | { kind: "2...  slots 12..14  bits 1.0..3.25
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 4;

export function createModel(sink) {
  const m = new Int32Array(44);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(4);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $majoritiesAcceptor = new Int32Array([3,5,6,7]);
  const $shiftOfSlot = new Int32Array([0,2,4,6,7,9,10,11,13,14,15,17,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-4,-13,-49,-65,-385,-513,-1025,-6145,-8193,-16385,-98305,-131073,0,0,-67108864]);
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0,0,1,2,3]);

  function popcount(x) {
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }

  function writeRow(from) {
    const row = sink.count * 4;
    for (let i = 0; i < 4; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(15, 0, 15);
    m.copyWithin(34, 30, 34);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[30]) {
      m[30] = m[34] = word;
      m[0] = m[15] = word & 3;
      m[1] = m[16] = (word >>> 2) & 3;
      m[2] = m[17] = (word >>> 4) & 3;
      m[3] = m[18] = (word >>> 6) & 1;
      m[4] = m[19] = (word >>> 7) & 3;
      m[5] = m[20] = (word >>> 9) & 1;
      m[6] = m[21] = (word >>> 10) & 1;
      m[7] = m[22] = (word >>> 11) & 3;
      m[8] = m[23] = (word >>> 13) & 1;
      m[9] = m[24] = (word >>> 14) & 1;
      m[10] = m[25] = (word >>> 15) & 3;
      m[11] = m[26] = (word >>> 17) & 1;
    }
    word = states[offset + 1] | 0;
    if (word !== m[31]) {
      m[31] = m[35] = word;
      m[12] = m[27] = word;
    }
    word = states[offset + 2] | 0;
    if (word !== m[32]) {
      m[32] = m[36] = word;
      m[13] = m[28] = word;
    }
    word = states[offset + 3] | 0;
    if (word !== m[33]) {
      m[33] = m[37] = word;
      m[14] = m[29] = word & 67108863;
    }
  }

  // @invariant agreement  specs/paxos/spec.ts:84:14
  function invariant_agreement(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 2; a++) {
      let forall1 = 1;
      let exists = 0;
      each_ballot: for (let ballot = 0; ballot < 3; ballot++) {
        let exists1 = 0;
        each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
          let forall2 = 1;
          each_acceptor: for (let acceptor$bits = $majoritiesAcceptor[quorum]; acceptor$bits !== 0; acceptor$bits &= acceptor$bits - 1) {
            const acceptor = 31 - Math.clz32(acceptor$bits & -acceptor$bits);
            let element = (acceptor * 3 + ballot) * 2 + a + 72 /* 2b  */;
            if ((m[12 /* sent */ + (at + (element >>> 5))] & 1 << element) === 0) {
              forall2 = 0;
              break each_acceptor;
            }
          }
          if (forall2 !== 0) {
            exists1 = 1;
            break each_quorum;
          }
        }
        if (exists1 !== 0) {
          exists = 1;
          break each_ballot;
        }
      }
      if (exists !== 0) {
        each_b: for (let b = 0; b < 2; b++) {
          let exists2 = 0;
          each_ballot_2: for (let ballot_2 = 0; ballot_2 < 3; ballot_2++) {
            let exists3 = 0;
            each_quorum_2: for (let quorum_2 = 0; quorum_2 < 4; quorum_2++) {
              let forall3 = 1;
              each_acceptor_2: for (let acceptor_2$bits = $majoritiesAcceptor[quorum_2]; acceptor_2$bits !== 0; acceptor_2$bits &= acceptor_2$bits - 1) {
                const acceptor_2 = 31 - Math.clz32(acceptor_2$bits & -acceptor_2$bits);
                let element1 = (acceptor_2 * 3 + ballot_2) * 2 + b + 72 /* 2b  */;
                if ((m[12 /* sent */ + (at + (element1 >>> 5))] & 1 << element1) === 0) {
                  forall3 = 0;
                  break each_acceptor_2;
                }
              }
              if (forall3 !== 0) {
                exists3 = 1;
                break each_quorum_2;
              }
            }
            if (exists3 !== 0) {
              exists2 = 1;
              break each_ballot_2;
            }
          }
          if (!(exists2 === 0 || a === b)) {
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

  // @invariant oneProposalPerBallot  specs/paxos/spec.ts:88:14
  function invariant_oneProposalPerBallot(at) {
    let forall = 1;
    each_ballot: for (let ballot = 0; ballot < 3; ballot++) {
      let forall1 = 1;
      each_a: for (let a = 0; a < 2; a++) {
        let forall2 = 1;
        let element = ballot * 2 + a + 66 /* 2a  */;
        if ((m[12 /* sent */ + (at + (element >>> 5))] & 1 << element) !== 0) {
          each_b: for (let b = 0; b < 2; b++) {
            let element1 = ballot * 2 + b + 66 /* 2a  */;
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
        break each_ballot;
      }
    }
    return forall;
  }

  // @invariant votesWereProposed  specs/paxos/spec.ts:94:14
  function invariant_votesWereProposed(at) {
    let forall = 1;
    each_acceptor: for (let acceptor = 0; acceptor < 3; acceptor++) {
      let forall1 = 1;
      each_ballot: for (let ballot = 0; ballot < 3; ballot++) {
        let forall2 = 1;
        each_value: for (let value = 0; value < 2; value++) {
          let element = (acceptor * 3 + ballot) * 2 + value + 72 /* 2b  */;
          let implies = (m[12 /* sent */ + (at + (element >>> 5))] & 1 << element) === 0 ? 1 : 0;
          if (implies === 0) {
            let element1 = ballot * 2 + value + 66 /* 2a  */;
            implies = (m[12 /* sent */ + (at + (element1 >>> 5))] & 1 << element1) !== 0 ? 1 : 0;
          }
          if (implies === 0) {
            forall2 = 0;
            break each_value;
          }
        }
        if (forall2 === 0) {
          forall1 = 0;
          break each_ballot;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_acceptor;
      }
    }
    return forall;
  }

  // @invariant remembersItsVote  specs/paxos/spec.ts:101:14
  function invariant_remembersItsVote(at) {
    let forall = 1;
    each_acceptor: for (let acceptor = 0; acceptor < 3; acceptor++) {
      let result = 0;
      done: {
        let vote = (at + acceptor * 3 | 0) + 3 /* voted */ | 0;
        if (m[vote] === 0) {
          result = 1;
          break done;
        }
        let promised = m[at + acceptor];
        let ballot = m[1 + vote];
        let and = promised !== 0 && ballot <= (promised - 1 | 0) ? 1 : 0;
        if (and !== 0) {
          let element = (acceptor * 3 + ballot) * 2 + m[2 + vote] + 72 /* 2b  */;
          and = (m[12 /* sent */ + (at + (element >>> 5))] & 1 << element) !== 0 ? 1 : 0;
        }
        result = and;
        break done;
      }
      if (result === 0) {
        forall = 0;
        break each_acceptor;
      }
    }
    return forall;
  }

  // @step chosenForEver  specs/paxos/spec.ts:111:9
  function step_chosenForEver(at, next) {
    let forall = 1;
    each_value: for (let value = 0; value < 2; value++) {
      let exists = 0;
      each_ballot: for (let ballot = 0; ballot < 3; ballot++) {
        let exists1 = 0;
        each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
          let forall1 = 1;
          each_acceptor: for (let acceptor$bits = $majoritiesAcceptor[quorum]; acceptor$bits !== 0; acceptor$bits &= acceptor$bits - 1) {
            const acceptor = 31 - Math.clz32(acceptor$bits & -acceptor$bits);
            let element = (acceptor * 3 + ballot) * 2 + value + 72 /* 2b  */;
            if ((m[12 /* sent */ + (at + (element >>> 5))] & 1 << element) === 0) {
              forall1 = 0;
              break each_acceptor;
            }
          }
          if (forall1 !== 0) {
            exists1 = 1;
            break each_quorum;
          }
        }
        if (exists1 !== 0) {
          exists = 1;
          break each_ballot;
        }
      }
      let implies = exists === 0 ? 1 : 0;
      if (implies === 0) {
        let exists2 = 0;
        each_ballot_2: for (let ballot_2 = 0; ballot_2 < 3; ballot_2++) {
          let exists3 = 0;
          each_quorum_2: for (let quorum_2 = 0; quorum_2 < 4; quorum_2++) {
            let forall2 = 1;
            each_acceptor_2: for (let acceptor_2$bits = $majoritiesAcceptor[quorum_2]; acceptor_2$bits !== 0; acceptor_2$bits &= acceptor_2$bits - 1) {
              const acceptor_2 = 31 - Math.clz32(acceptor_2$bits & -acceptor_2$bits);
              let element1 = (acceptor_2 * 3 + ballot_2) * 2 + value + 72 /* 2b  */;
              if ((m[12 /* sent */ + (next + (element1 >>> 5))] & 1 << element1) === 0) {
                forall2 = 0;
                break each_acceptor_2;
              }
            }
            if (forall2 !== 0) {
              exists3 = 1;
              break each_quorum_2;
            }
          }
          if (exists3 !== 0) {
            exists2 = 1;
            break each_ballot_2;
          }
        }
        implies = exists2;
      }
      if (implies === 0) {
        forall = 0;
        break each_value;
      }
    }
    return forall;
  }

  // @reachable everyValueCanBeChosen  specs/paxos/spec.ts:115:14
  function reachable_everyValueCanBeChosen(at) {
    let exists = 0;
    each_value: for (let value = 0; value < 2; value++) {
      let exists1 = 0;
      each_ballot: for (let ballot = 0; ballot < 3; ballot++) {
        let exists2 = 0;
        each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
          let forall = 1;
          each_acceptor: for (let acceptor$bits = $majoritiesAcceptor[quorum]; acceptor$bits !== 0; acceptor$bits &= acceptor$bits - 1) {
            const acceptor = 31 - Math.clz32(acceptor$bits & -acceptor$bits);
            let element = (acceptor * 3 + ballot) * 2 + value + 72 /* 2b  */;
            if ((m[12 /* sent */ + (at + (element >>> 5))] & 1 << element) === 0) {
              forall = 0;
              break each_acceptor;
            }
          }
          if (forall !== 0) {
            exists2 = 1;
            break each_quorum;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_ballot;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_value;
      }
    }
    return exists;
  }

  // @reachable antecedent of agreement  specs/paxos/spec.ts:85:12
  function reachable_antecedent_of_agreement(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 2; a++) {
      let exists1 = 0;
      let exists2 = 0;
      each_ballot: for (let ballot = 0; ballot < 3; ballot++) {
        let exists3 = 0;
        each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
          let forall = 1;
          each_acceptor: for (let acceptor$bits = $majoritiesAcceptor[quorum]; acceptor$bits !== 0; acceptor$bits &= acceptor$bits - 1) {
            const acceptor = 31 - Math.clz32(acceptor$bits & -acceptor$bits);
            let element = (acceptor * 3 + ballot) * 2 + a + 72 /* 2b  */;
            if ((m[12 /* sent */ + (at + (element >>> 5))] & 1 << element) === 0) {
              forall = 0;
              break each_acceptor;
            }
          }
          if (forall !== 0) {
            exists3 = 1;
            break each_quorum;
          }
        }
        if (exists3 !== 0) {
          exists2 = 1;
          break each_ballot;
        }
      }
      if (exists2 !== 0) {
        each_b: for (let b = 0; b < 2; b++) {
          let exists4 = 0;
          each_ballot_2: for (let ballot_2 = 0; ballot_2 < 3; ballot_2++) {
            let exists5 = 0;
            each_quorum_2: for (let quorum_2 = 0; quorum_2 < 4; quorum_2++) {
              let forall1 = 1;
              each_acceptor_2: for (let acceptor_2$bits = $majoritiesAcceptor[quorum_2]; acceptor_2$bits !== 0; acceptor_2$bits &= acceptor_2$bits - 1) {
                const acceptor_2 = 31 - Math.clz32(acceptor_2$bits & -acceptor_2$bits);
                let element1 = (acceptor_2 * 3 + ballot_2) * 2 + b + 72 /* 2b  */;
                if ((m[12 /* sent */ + (at + (element1 >>> 5))] & 1 << element1) === 0) {
                  forall1 = 0;
                  break each_acceptor_2;
                }
              }
              if (forall1 !== 0) {
                exists5 = 1;
                break each_quorum_2;
              }
            }
            if (exists5 !== 0) {
              exists4 = 1;
              break each_ballot_2;
            }
          }
          if (exists4 !== 0) {
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

  // @reachable antecedent of oneProposalPerBallot  specs/paxos/spec.ts:89:12
  function reachable_antecedent_of_oneProposalPerBallot(at) {
    let exists = 0;
    each_ballot: for (let ballot = 0; ballot < 3; ballot++) {
      let exists1 = 0;
      each_a: for (let a = 0; a < 2; a++) {
        let exists2 = 0;
        let element = ballot * 2 + a + 66 /* 2a  */;
        if ((m[12 /* sent */ + (at + (element >>> 5))] & 1 << element) !== 0) {
          each_b: for (let b = 0; b < 2; b++) {
            let element1 = ballot * 2 + b + 66 /* 2a  */;
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
        break each_ballot;
      }
    }
    return exists;
  }

  // @reachable antecedent of votesWereProposed  specs/paxos/spec.ts:95:12
  function reachable_antecedent_of_votesWereProposed(at) {
    let exists = 0;
    each_acceptor: for (let acceptor = 0; acceptor < 3; acceptor++) {
      let exists1 = 0;
      each_ballot: for (let ballot = 0; ballot < 3; ballot++) {
        let exists2 = 0;
        each_value: for (let value = 0; value < 2; value++) {
          let element = (acceptor * 3 + ballot) * 2 + value + 72 /* 2b  */;
          if ((m[12 /* sent */ + (at + (element >>> 5))] & 1 << element) !== 0) {
            exists2 = 1;
            break each_value;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_ballot;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_acceptor;
      }
    }
    return exists;
  }

  // @action open(ballot: Ballot)  specs/paxos/spec.ts:32:11
  function action_open() {
    let enabledHere = 0;
    for (let ballot = 0; ballot < 3; ballot++) {
      // this.sent = this.sent.add({ kind: "1a", ballot })
      m[27 /* sent */] = m[27 /* sent */] | 1 << ballot;
      let word1 = m[27 /* sent 0 */];
      let word2 = m[28 /* sent 1 */];
      let word3 = m[29 /* sent 2 */];
      enabledHere = enabledHere + 1 | 0;
      if (step_chosenForEver(0, 15) === 0) {
        {
          const row = sink.count * 4;
          rows[row] = m[30 /* word 0 */];
          rows[row + 1] = word1;
          rows[row + 2] = word2;
          rows[row + 3] = word3;
        }
        sink.violation("step", 0, 0);
      }
      if (word1 !== m[31 /* word 1 */] || word2 !== m[32 /* word 2 */] || word3 !== m[33 /* word 3 */]) {
        {
          const row = sink.count * 4;
          rows[row] = m[30 /* word 0 */];
          rows[row + 1] = word1;
          rows[row + 2] = word2;
          rows[row + 3] = word3;
        }
        if (++sink.count === capacity) sink.flush();
      }
      m[27] = m[12];
      m[28] = m[13];
      m[29] = m[14];
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action promise(acceptor: Acceptor, ballot: Ballot)  specs/paxos/spec.ts:37:11
  function action_promise() {
    let enabledHere = 0;
    for (let acceptor = 0; acceptor < 3; acceptor++) {
      for (let ballot = 0; ballot < 3; ballot++) {
        skip: {
          let promised = m[15 + acceptor];
          // require(this.sent.has({ kind: "1a", ballot }))
          if ((m[27 /* sent */] & 1 << ballot) === 0) break skip;
          // require(promised === undefined || promised < ballot)
          if (!(promised === 0 || (promised - 1 | 0) < ballot)) break skip;
          // this.promised[acceptor] = ballot
          m[15 + acceptor] = ballot + 1;
          // this.sent = this.sent.add({ kind: "1b", acceptor, ballot, vote: this.voted[acceptor] })
          let index = 0;
          if (m[18 /* voted */ + acceptor * 3] !== 0) index = m[19 /* voted */ + acceptor * 3] * 2 + m[20 /* voted */ + acceptor * 3] + 1;
          let element = ((acceptor * 3 + ballot) * 7 + index | 0) + 3 /* 1b  */ | 0;
          m[27 /* sent */ + (element >>> 5)] = m[27 /* sent */ + (element >>> 5)] | 1 << element;
          let word1 = m[27 /* sent 0 */];
          let word2 = m[28 /* sent 1 */];
          let word3 = m[29 /* sent 2 */];
          let word0 = m[30 /* word 0 */] & (3 << acceptor * 2 ^ -1) | m[15 + acceptor] << acceptor * 2;
          enabledHere = enabledHere + 1 | 0;
          if (step_chosenForEver(0, 15) === 0) {
            {
              const row = sink.count * 4;
              rows[row] = word0;
              rows[row + 1] = word1;
              rows[row + 2] = word2;
              rows[row + 3] = word3;
            }
            sink.violation("step", 0, 1);
          }
          if (word1 !== m[31 /* word 1 */] || word2 !== m[32 /* word 2 */] || word3 !== m[33 /* word 3 */] || word0 !== m[30 /* word 0 */]) {
            {
              const row = sink.count * 4;
              rows[row] = word0;
              rows[row + 1] = word1;
              rows[row + 2] = word2;
              rows[row + 3] = word3;
            }
            if (++sink.count === capacity) sink.flush();
          }
          m[27] = m[12];
          m[28] = m[13];
          m[29] = m[14];
          m[15 + acceptor] = m[acceptor];
        }
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action propose(ballot: Ballot, value: Value, quorum: Majority<Acceptor>)  specs/paxos/spec.ts:46:11
  function action_propose() {
    let enabledHere = 0;
    each_ballot: for (let ballot = 0; ballot < 3; ballot++) {
      // require(!exists((other: Value) => this.sent.has({ kind: "2a", ballot, value: other })))
      let exists = 0;
      each_other: for (let other = 0; other < 2; other++) {
        let element = ballot * 2 + other + 66 /* 2a  */;
        if ((m[27 /* sent */ + (element >>> 5)] & 1 << element) !== 0) {
          exists = 1;
          break each_other;
        }
      }
      if (exists !== 0) continue each_ballot;
      for (let value = 0; value < 2; value++) {
        each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
          // require(forall(quorum, (acceptor) => exists((vote: ({ ballot: Ballot; value: Value }) | undefined) => this.sent.has({ kind: "1b", acceptor, ballot, vote }))))
          let forall = 1;
          each_acceptor: for (let acceptor$bits = $majoritiesAcceptor[quorum]; acceptor$bits !== 0; acceptor$bits &= acceptor$bits - 1) {
            const acceptor = 31 - Math.clz32(acceptor$bits & -acceptor$bits);
            let exists1 = 0;
            each_vote: for (let vote = 0; vote < 7; vote++) {
              let element1 = (acceptor * 3 + ballot) * 7 + vote + 3 /* 1b  */;
              if ((m[27 /* sent */ + (element1 >>> 5)] & 1 << element1) !== 0) {
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
          skip: {
            let set = 0;
            for (let vote_2 = 0; vote_2 < 6; vote_2++) {
              let exists2 = 0;
              each_acceptor_2: for (let acceptor_2$bits = $majoritiesAcceptor[quorum]; acceptor_2$bits !== 0; acceptor_2$bits &= acceptor_2$bits - 1) {
                const acceptor_2 = 31 - Math.clz32(acceptor_2$bits & -acceptor_2$bits);
                m[38] = 1;
                m[39] = vote_2 / 2 | 0;
                m[40] = vote_2 % 2;
                let index = 0;
                if (m[38] !== 0) index = m[39] * 2 + m[40] + 1;
                let element2 = ((acceptor_2 * 3 + ballot) * 7 + index | 0) + 3 /* 1b  */ | 0;
                if ((m[27 /* sent */ + (element2 >>> 5)] & 1 << element2) !== 0) {
                  exists2 = 1;
                  break each_acceptor_2;
                }
              }
              if (exists2 !== 0) set = set | 1 << vote_2;
            }
            let votes = set;
            // require(votes.size === 0 || exists(votes, (vote$4) => vote$4.value === value && forall(votes, (other$2) => other$2.ballot <= vote$4.ballot)))
            let or = popcount(votes) === 0 ? 1 : 0;
            if (or === 0) {
              let exists3 = 0;
              each_vote_4: for (let vote_4$bits = votes; vote_4$bits !== 0; vote_4$bits &= vote_4$bits - 1) {
                const vote_4 = 31 - Math.clz32(vote_4$bits & -vote_4$bits);
                let and = vote_4 % 2 === value ? 1 : 0;
                if (and !== 0) {
                  let forall1 = 1;
                  each_other_2: for (let other_2$bits = votes; other_2$bits !== 0; other_2$bits &= other_2$bits - 1) {
                    const other_2 = 31 - Math.clz32(other_2$bits & -other_2$bits);
                    if ((vote_4 / 2 | 0) < (other_2 / 2 | 0)) {
                      forall1 = 0;
                      break each_other_2;
                    }
                  }
                  and = forall1;
                }
                if (and !== 0) {
                  exists3 = 1;
                  break each_vote_4;
                }
              }
              or = exists3;
            }
            if (or === 0) break skip;
            // this.sent = this.sent.add({ kind: "2a", ballot, value })
            let element3 = ballot * 2 + value + 66 /* 2a  */;
            m[27 /* sent */ + (element3 >>> 5)] = m[27 /* sent */ + (element3 >>> 5)] | 1 << element3;
            let word1 = m[27 /* sent 0 */];
            let word2 = m[28 /* sent 1 */];
            let word3 = m[29 /* sent 2 */];
            enabledHere = enabledHere + 1 | 0;
            if (step_chosenForEver(0, 15) === 0) {
              {
                const row = sink.count * 4;
                rows[row] = m[30 /* word 0 */];
                rows[row + 1] = word1;
                rows[row + 2] = word2;
                rows[row + 3] = word3;
              }
              sink.violation("step", 0, 2);
            }
            if (word1 !== m[31 /* word 1 */] || word2 !== m[32 /* word 2 */] || word3 !== m[33 /* word 3 */]) {
              {
                const row = sink.count * 4;
                rows[row] = m[30 /* word 0 */];
                rows[row + 1] = word1;
                rows[row + 2] = word2;
                rows[row + 3] = word3;
              }
              if (++sink.count === capacity) sink.flush();
            }
            m[27] = m[12];
            m[28] = m[13];
            m[29] = m[14];
          }
        }
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action vote(acceptor: Acceptor, ballot: Ballot, value: Value)  specs/paxos/spec.ts:51:11
  function action_vote() {
    let enabledHere = 0;
    for (let acceptor = 0; acceptor < 3; acceptor++) {
      for (let ballot = 0; ballot < 3; ballot++) {
        for (let value = 0; value < 2; value++) {
          skip: {
            let promised = m[15 + acceptor];
            // require(this.sent.has({ kind: "2a", ballot, value }))
            let element = ballot * 2 + value + 66 /* 2a  */;
            if ((m[27 /* sent */ + (element >>> 5)] & 1 << element) === 0) break skip;
            // require(promised === undefined || promised <= ballot)
            if (!(promised === 0 || (promised - 1 | 0) <= ballot)) break skip;
            // this.promised[acceptor] = ballot
            m[15 + acceptor] = ballot + 1;
            // this.voted[acceptor] = { ballot, value }
            m[19 /* voted */ + acceptor * 3] = ballot;
            m[20 /* voted */ + acceptor * 3] = value;
            m[18 /* voted */ + acceptor * 3] = 1;
            // this.sent = this.sent.add({ kind: "2b", acceptor, ballot, value })
            let element1 = (acceptor * 3 + ballot) * 2 + value + 72 /* 2b  */;
            m[27 /* sent */ + (element1 >>> 5)] = m[27 /* sent */ + (element1 >>> 5)] | 1 << element1;
            let word1 = m[27 /* sent 0 */];
            let word2 = m[28 /* sent 1 */];
            let word3 = m[29 /* sent 2 */];
            let word0 = m[30 /* word 0 */] & (3 << acceptor * 2 ^ -1) | m[15 + acceptor] << acceptor * 2;
            word0 = word0 & $clearMaskOfSlot[3 /* voted */ + acceptor * 3] | m[18 /* voted */ + acceptor * 3] << $shiftOfSlot[3 /* voted */ + acceptor * 3];
            word0 = word0 & $clearMaskOfSlot[4 /* voted */ + acceptor * 3] | m[19 /* voted */ + acceptor * 3] << $shiftOfSlot[4 /* voted */ + acceptor * 3];
            word0 = word0 & $clearMaskOfSlot[5 /* voted */ + acceptor * 3] | m[20 /* voted */ + acceptor * 3] << $shiftOfSlot[5 /* voted */ + acceptor * 3];
            enabledHere = enabledHere + 1 | 0;
            if (step_chosenForEver(0, 15) === 0) {
              {
                const row = sink.count * 4;
                rows[row] = word0;
                rows[row + 1] = word1;
                rows[row + 2] = word2;
                rows[row + 3] = word3;
              }
              sink.violation("step", 0, 3);
            }
            if (word1 !== m[31 /* word 1 */] || word2 !== m[32 /* word 2 */] || word3 !== m[33 /* word 3 */] || word0 !== m[30 /* word 0 */]) {
              {
                const row = sink.count * 4;
                rows[row] = word0;
                rows[row + 1] = word1;
                rows[row + 2] = word2;
                rows[row + 3] = word3;
              }
              if (++sink.count === capacity) sink.flush();
            }
            m[27] = m[12];
            m[28] = m[13];
            m[29] = m[14];
            m[15 + acceptor] = m[acceptor];
            m[18 /* voted */ + acceptor * 3] = m[3 /* voted */ + acceptor * 3];
            m[19 /* voted */ + acceptor * 3] = m[4 /* voted */ + acceptor * 3];
            m[20 /* voted */ + acceptor * 3] = m[5 /* voted */ + acceptor * 3];
          }
        }
      }
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 34 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[15 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[15 + slot] ^ m[slot];
  }

  // The initial states  specs/paxos/spec.ts:22:14
  function initial() {
    for (let k = 0; k < 3; k++) {
      m[15 + k] = 0;
    }
    for (let k1 = 0; k1 < 3; k1++) {
      m[18 /* voted */ + k1 * 3] = m[41];
      m[19 /* voted */ + k1 * 3] = m[42];
      m[20 /* voted */ + k1 * 3] = m[43];
    }
    m[27 /* sent */] = 0;
    m[28 /* sent */] = 0;
    m[29 /* sent */] = 0;
    for (let slot = 0; slot < 15; slot++) {
      $patchSlot(slot);
    }
    writeRow(34);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 4,
    actions: ["open", "promise", "propose", "vote"],
    invariants: ["agreement", "oneProposalPerBallot", "votesWereProposed", "remembersItsVote"],
    steps: ["chosenForEver"],
    reachables: ["everyValueCanBeChosen", "antecedent of agreement", "antecedent of oneProposalPerBallot", "antecedent of votesWereProposed"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_open() + action_promise() + action_propose() + action_vote();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_everyValueCanBeChosen(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_agreement(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_oneProposalPerBallot(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_votesWereProposed(0) !== 0) pending[3] = 0;
      if (skip[0] === 0 && invariant_agreement(0) === 0) return 0;
      if (skip[1] === 0 && invariant_oneProposalPerBallot(0) === 0) return 1;
      if (skip[2] === 0 && invariant_votesWereProposed(0) === 0) return 2;
      if (skip[3] === 0 && invariant_remembersItsVote(0) === 0) return 3;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
