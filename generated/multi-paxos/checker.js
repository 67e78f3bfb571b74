// MultiPaxos with Acceptor=3, Ballot=2, Slot=2, Command=2: an explicit-state model. Generated; do not edit.
// specs/multi-paxos/spec.ts:26:14
//
// A state is 3 words of 32 bits, and 5 slots when unpacked:
//   left: Record<Acceptor, Set<Ballot>>  slots 0..2  bits 0.0..0.5
//   sent: Set<{ kind: "1b"; acceptor: Acceptor; ballot: Ballot } | { kind: "2a"; ballot: Ballot; command: Command; slot: Slot } | { kind: "2b"; acceptor: Acceptor; ...  slots 3..4  bits 1.0..2.5
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 3;

export function createModel(sink) {
  const m = new Int32Array(34);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(3);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $majoritiesAcceptor = new Int32Array([3,5,6,7]);
  const $wordOfSlot = new Int32Array([0,0,0,1,2]);
  const $clearMaskOfSlot = new Int32Array([-4,-13,-49,0,-64]);
  const $shiftOfSlot = new Int32Array([0,2,4,0,0]);

  function writeRow(from) {
    const row = sink.count * 3;
    for (let i = 0; i < 3; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(5, 0, 5);
    m.copyWithin(13, 10, 13);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[10]) {
      m[10] = m[13] = word;
      m[0] = m[5] = word & 3;
      m[1] = m[6] = (word >>> 2) & 3;
      m[2] = m[7] = (word >>> 4) & 3;
    }
    word = states[offset + 1] | 0;
    if (word !== m[11]) {
      m[11] = m[14] = word;
      m[3] = m[8] = word;
    }
    word = states[offset + 2] | 0;
    if (word !== m[12]) {
      m[12] = m[15] = word;
      m[4] = m[9] = word & 63;
    }
  }

  // @invariant oneCommandPerSlot  specs/multi-paxos/spec.ts:94:14
  function invariant_oneCommandPerSlot(at) {
    let forall = 1;
    each_slot: for (let slot = 0; slot < 2; slot++) {
      let forall1 = 1;
      each_a: for (let a = 0; a < 2; a++) {
        let forall2 = 1;
        each_b: for (let b = 0; b < 2; b++) {
          let exists = 0;
          each_ballot: for (let ballot = 0; ballot < 2; ballot++) {
            let exists1 = 0;
            each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
              let forall3 = 1;
              each_acceptor: for (let acceptor$bits = $majoritiesAcceptor[quorum]; acceptor$bits !== 0; acceptor$bits &= acceptor$bits - 1) {
                const acceptor = 31 - Math.clz32(acceptor$bits & -acceptor$bits);
                m[16] = ballot;
                m[17] = a;
                m[18] = slot;
                let element = ((acceptor * 2 + m[16]) * 2 + m[17]) * 2 + m[18] + 14 /* 2b  */;
                let result = (m[3 /* sent */ + (at + (element >>> 5))] & 1 << element) !== 0 ? 1 : 0;
                if (result === 0) {
                  forall3 = 0;
                  break each_acceptor;
                }
              }
              if (forall3 !== 0) {
                exists1 = 1;
                break each_quorum;
              }
            }
            if (exists1 !== 0) {
              exists = 1;
              break each_ballot;
            }
          }
          let and = exists;
          if (and !== 0) {
            let exists2 = 0;
            each_ballot_2: for (let ballot_2 = 0; ballot_2 < 2; ballot_2++) {
              let exists3 = 0;
              each_quorum_2: for (let quorum_2 = 0; quorum_2 < 4; quorum_2++) {
                let forall4 = 1;
                each_acceptor_2: for (let acceptor_2$bits = $majoritiesAcceptor[quorum_2]; acceptor_2$bits !== 0; acceptor_2$bits &= acceptor_2$bits - 1) {
                  const acceptor_2 = 31 - Math.clz32(acceptor_2$bits & -acceptor_2$bits);
                  m[19] = ballot_2;
                  m[20] = b;
                  m[21] = slot;
                  let element1 = ((acceptor_2 * 2 + m[19]) * 2 + m[20]) * 2 + m[21] + 14 /* 2b  */;
                  let result1 = (m[3 /* sent */ + (at + (element1 >>> 5))] & 1 << element1) !== 0 ? 1 : 0;
                  if (result1 === 0) {
                    forall4 = 0;
                    break each_acceptor_2;
                  }
                }
                if (forall4 !== 0) {
                  exists3 = 1;
                  break each_quorum_2;
                }
              }
              if (exists3 !== 0) {
                exists2 = 1;
                break each_ballot_2;
              }
            }
            and = exists2;
          }
          if (!(and === 0 || a === b)) {
            forall2 = 0;
            break each_b;
          }
        }
        if (forall2 === 0) {
          forall1 = 0;
          break each_a;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_slot;
      }
    }
    return forall;
  }

  // @invariant oneProposalPerSlotAndBallot  specs/multi-paxos/spec.ts:98:14
  function invariant_oneProposalPerSlotAndBallot(at) {
    let forall = 1;
    each_ballot: for (let ballot = 0; ballot < 2; ballot++) {
      let forall1 = 1;
      each_slot: for (let slot = 0; slot < 2; slot++) {
        let forall2 = 1;
        each_a: for (let a = 0; a < 2; a++) {
          let forall3 = 1;
          let element = (ballot * 2 + a) * 2 + slot + 6 /* 2a  */;
          if ((m[3 /* sent */ + at] & 1 << element) !== 0) {
            each_b: for (let b = 0; b < 2; b++) {
              let element1 = (ballot * 2 + b) * 2 + slot + 6 /* 2a  */;
              if (!((m[3 /* sent */ + at] & 1 << element1) === 0 || a === b)) {
                forall3 = 0;
                break each_b;
              }
            }
          }
          if (forall3 === 0) {
            forall2 = 0;
            break each_a;
          }
        }
        if (forall2 === 0) {
          forall1 = 0;
          break each_slot;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_ballot;
      }
    }
    return forall;
  }

  // @step promisesAreKept  specs/multi-paxos/spec.ts:104:9
  function step_promisesAreKept(at, next) {
    let forall = 1;
    each_acceptor: for (let acceptor = 0; acceptor < 3; acceptor++) {
      let forall1 = 1;
      each_vote: for (let vote = 0; vote < 8; vote++) {
        let and = (m[at + acceptor] & 1 << (vote / 4 | 0)) !== 0 ? 1 : 0;
        if (and !== 0) {
          let element = ((acceptor * 2 + (vote / 4 | 0)) * 2 + (vote / 2 | 0) % 2) * 2 + vote % 2 + 14 /* 2b  */;
          and = (m[3 /* sent */ + (next + (element >>> 5))] & 1 << element) !== 0 ? 1 : 0;
        }
        let implies = and === 0 ? 1 : 0;
        if (implies === 0) {
          let element1 = ((acceptor * 2 + (vote / 4 | 0)) * 2 + (vote / 2 | 0) % 2) * 2 + vote % 2 + 14 /* 2b  */;
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

  // @reachable allSlotsAreChosen  specs/multi-paxos/spec.ts:110:14
  function reachable_allSlotsAreChosen(at) {
    let forall = 1;
    each_slot: for (let slot = 0; slot < 2; slot++) {
      let exists = 0;
      each_command: for (let command = 0; command < 2; command++) {
        let exists1 = 0;
        each_ballot: for (let ballot = 0; ballot < 2; ballot++) {
          let exists2 = 0;
          each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
            let forall1 = 1;
            each_acceptor: for (let acceptor$bits = $majoritiesAcceptor[quorum]; acceptor$bits !== 0; acceptor$bits &= acceptor$bits - 1) {
              const acceptor = 31 - Math.clz32(acceptor$bits & -acceptor$bits);
              m[22] = ballot;
              m[23] = command;
              m[24] = slot;
              let element = ((acceptor * 2 + m[22]) * 2 + m[23]) * 2 + m[24] + 14 /* 2b  */;
              let result = (m[3 /* sent */ + (at + (element >>> 5))] & 1 << element) !== 0 ? 1 : 0;
              if (result === 0) {
                forall1 = 0;
                break each_acceptor;
              }
            }
            if (forall1 !== 0) {
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
          break each_command;
        }
      }
      if (exists === 0) {
        forall = 0;
        break each_slot;
      }
    }
    return forall;
  }

  // @reachable aGapIsLeft  specs/multi-paxos/spec.ts:115:14
  function reachable_aGapIsLeft(at) {
    let exists = 0;
    each_slot: for (let slot = 0; slot < 2; slot++) {
      let exists1 = 0;
      each_later: for (let later = 0; later < 2; later++) {
        let and = slot < later ? 1 : 0;
        if (and !== 0) {
          let exists2 = 0;
          each_command: for (let command = 0; command < 2; command++) {
            let exists3 = 0;
            each_ballot: for (let ballot = 0; ballot < 2; ballot++) {
              let exists4 = 0;
              each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
                let forall = 1;
                each_acceptor: for (let acceptor$bits = $majoritiesAcceptor[quorum]; acceptor$bits !== 0; acceptor$bits &= acceptor$bits - 1) {
                  const acceptor = 31 - Math.clz32(acceptor$bits & -acceptor$bits);
                  m[25] = ballot;
                  m[26] = command;
                  m[27] = later;
                  let element = ((acceptor * 2 + m[25]) * 2 + m[26]) * 2 + m[27] + 14 /* 2b  */;
                  let result = (m[3 /* sent */ + (at + (element >>> 5))] & 1 << element) !== 0 ? 1 : 0;
                  if (result === 0) {
                    forall = 0;
                    break each_acceptor;
                  }
                }
                if (forall !== 0) {
                  exists4 = 1;
                  break each_quorum;
                }
              }
              if (exists4 !== 0) {
                exists3 = 1;
                break each_ballot;
              }
            }
            if (exists3 !== 0) {
              exists2 = 1;
              break each_command;
            }
          }
          and = exists2;
        }
        let and1 = and;
        if (and1 !== 0) {
          let forall1 = 1;
          each_command_2: for (let command_2 = 0; command_2 < 2; command_2++) {
            let forall2 = 1;
            each_ballot_2: for (let ballot_2 = 0; ballot_2 < 2; ballot_2++) {
              let element1 = (ballot_2 * 2 + command_2) * 2 + slot + 6 /* 2a  */;
              if ((m[3 /* sent */ + at] & 1 << element1) !== 0) {
                forall2 = 0;
                break each_ballot_2;
              }
            }
            if (forall2 === 0) {
              forall1 = 0;
              break each_command_2;
            }
          }
          and1 = forall1;
        }
        if (and1 !== 0) {
          exists1 = 1;
          break each_later;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_slot;
      }
    }
    return exists;
  }

  // @reachable antecedent of oneCommandPerSlot  specs/multi-paxos/spec.ts:95:12
  function reachable_antecedent_of_oneCommandPerSlot(at) {
    let exists = 0;
    each_slot: for (let slot = 0; slot < 2; slot++) {
      let exists1 = 0;
      each_a: for (let a = 0; a < 2; a++) {
        let exists2 = 0;
        each_b: for (let b = 0; b < 2; b++) {
          let exists3 = 0;
          each_ballot: for (let ballot = 0; ballot < 2; ballot++) {
            let exists4 = 0;
            each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
              let forall = 1;
              each_acceptor: for (let acceptor$bits = $majoritiesAcceptor[quorum]; acceptor$bits !== 0; acceptor$bits &= acceptor$bits - 1) {
                const acceptor = 31 - Math.clz32(acceptor$bits & -acceptor$bits);
                m[28] = ballot;
                m[29] = a;
                m[30] = slot;
                let element = ((acceptor * 2 + m[28]) * 2 + m[29]) * 2 + m[30] + 14 /* 2b  */;
                let result = (m[3 /* sent */ + (at + (element >>> 5))] & 1 << element) !== 0 ? 1 : 0;
                if (result === 0) {
                  forall = 0;
                  break each_acceptor;
                }
              }
              if (forall !== 0) {
                exists4 = 1;
                break each_quorum;
              }
            }
            if (exists4 !== 0) {
              exists3 = 1;
              break each_ballot;
            }
          }
          let and = exists3;
          if (and !== 0) {
            let exists5 = 0;
            each_ballot_2: for (let ballot_2 = 0; ballot_2 < 2; ballot_2++) {
              let exists6 = 0;
              each_quorum_2: for (let quorum_2 = 0; quorum_2 < 4; quorum_2++) {
                let forall1 = 1;
                each_acceptor_2: for (let acceptor_2$bits = $majoritiesAcceptor[quorum_2]; acceptor_2$bits !== 0; acceptor_2$bits &= acceptor_2$bits - 1) {
                  const acceptor_2 = 31 - Math.clz32(acceptor_2$bits & -acceptor_2$bits);
                  m[31] = ballot_2;
                  m[32] = b;
                  m[33] = slot;
                  let element1 = ((acceptor_2 * 2 + m[31]) * 2 + m[32]) * 2 + m[33] + 14 /* 2b  */;
                  let result1 = (m[3 /* sent */ + (at + (element1 >>> 5))] & 1 << element1) !== 0 ? 1 : 0;
                  if (result1 === 0) {
                    forall1 = 0;
                    break each_acceptor_2;
                  }
                }
                if (forall1 !== 0) {
                  exists6 = 1;
                  break each_quorum_2;
                }
              }
              if (exists6 !== 0) {
                exists5 = 1;
                break each_ballot_2;
              }
            }
            and = exists5;
          }
          if (and !== 0) {
            exists2 = 1;
            break each_b;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_a;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_slot;
      }
    }
    return exists;
  }

  // @reachable antecedent of oneProposalPerSlotAndBallot  specs/multi-paxos/spec.ts:99:12
  function reachable_antecedent_of_oneProposalPerSlotAndBallot(at) {
    let exists = 0;
    each_ballot: for (let ballot = 0; ballot < 2; ballot++) {
      let exists1 = 0;
      each_slot: for (let slot = 0; slot < 2; slot++) {
        let exists2 = 0;
        each_a: for (let a = 0; a < 2; a++) {
          let exists3 = 0;
          let element = (ballot * 2 + a) * 2 + slot + 6 /* 2a  */;
          if ((m[3 /* sent */ + at] & 1 << element) !== 0) {
            each_b: for (let b = 0; b < 2; b++) {
              let element1 = (ballot * 2 + b) * 2 + slot + 6 /* 2a  */;
              if ((m[3 /* sent */ + at] & 1 << element1) !== 0) {
                exists3 = 1;
                break each_b;
              }
            }
          }
          if (exists3 !== 0) {
            exists2 = 1;
            break each_a;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_slot;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_ballot;
      }
    }
    return exists;
  }

  // @action join(acceptor: Acceptor, ballot: Ballot)  specs/multi-paxos/spec.ts:44:11
  function action_join() {
    let enabledHere = 0;
    for (let acceptor = 0; acceptor < 3; acceptor++) {
      each_ballot: for (let ballot = 0; ballot < 2; ballot++) {
        // require(!this.left[acceptor].has(ballot))
        if ((m[5 + acceptor] & 1 << ballot) !== 0) continue each_ballot;
        // this.left[acceptor] = this.left[acceptor].union(filter((lower: Ballot) => lower < ballot))
        let set = 0;
        for (let lower = 0; lower < 2; lower++) {
          if (lower < ballot) set = set | 1 << lower;
        }
        m[5 + acceptor] = m[5 + acceptor] | set;
        // this.sent = this.sent.add({ kind: "1b", acceptor, ballot })
        let element = acceptor * 2 + ballot;
        m[8 /* sent */] = m[8 /* sent */] | 1 << element;
        let word1 = m[8 /* sent 0 */];
        let word2 = m[9 /* sent 1 */];
        let word0 = m[10 /* word 0 */] & (3 << acceptor * 2 ^ -1) | m[5 + acceptor] << acceptor * 2;
        enabledHere = enabledHere + 1 | 0;
        if (step_promisesAreKept(0, 5) === 0) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = word1;
            rows[row + 2] = word2;
          }
          sink.violation("step", 0, 0);
        }
        if (word1 !== m[11 /* word 1 */] || word2 !== m[12 /* word 2 */] || word0 !== m[10 /* word 0 */]) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = word1;
            rows[row + 2] = word2;
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[8] = m[3];
        m[9] = m[4];
        m[5 + acceptor] = m[acceptor];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action propose(ballot: Ballot, slot: Slot, command: Command, quorum: Majority<Acceptor>, last: ({ ballot: Ballot; command: Command; slot: Slot }) | undefined) ...
  function action_propose() {
    let enabledHere = 0;
    for (let ballot = 0; ballot < 2; ballot++) {
      each_slot: for (let slot = 0; slot < 2; slot++) {
        // require(!exists((other: Command) => this.sent.has({ kind: "2a", ballot, command: other, slot })))
        let exists = 0;
        each_other: for (let other = 0; other < 2; other++) {
          let element = (ballot * 2 + other) * 2 + slot + 6 /* 2a  */;
          if ((m[8 /* sent */] & 1 << element) !== 0) {
            exists = 1;
            break each_other;
          }
        }
        if (exists !== 0) continue each_slot;
        for (let command = 0; command < 2; command++) {
          each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
            // require(forall(quorum, (acceptor) => this.sent.has({ kind: "1b", acceptor, ballot })))
            let forall = 1;
            each_acceptor: for (let acceptor$bits = $majoritiesAcceptor[quorum]; acceptor$bits !== 0; acceptor$bits &= acceptor$bits - 1) {
              const acceptor = 31 - Math.clz32(acceptor$bits & -acceptor$bits);
              let element1 = acceptor * 2 + ballot;
              if ((m[8 /* sent */ + (element1 >>> 5)] & 1 << element1) === 0) {
                forall = 0;
                break each_acceptor;
              }
            }
            if (forall === 0) continue each_quorum;
            for (let last = 0; last < 9; last++) {
              skip: {
                // require(last === undefined || last.slot === slot && last.command === command && exists(quorum, (acceptor$2) => {   }))
                let or = last === 0 ? 1 : 0;
                if (or === 0) {
                  let and1 = ((last - 1 | 0) % 2 | 0) === slot && (((last - 1 | 0) / 2 | 0) % 2 | 0) === command ? 1 : 0;
                  if (and1 !== 0) {
                    let exists1 = 0;
                    each_acceptor_2: for (let acceptor_2$bits = $majoritiesAcceptor[quorum]; acceptor_2$bits !== 0; acceptor_2$bits &= acceptor_2$bits - 1) {
                      const acceptor_2 = 31 - Math.clz32(acceptor_2$bits & -acceptor_2$bits);
                      let vote = last - 1 | 0;
                      let and = (vote / 4 | 0) < ballot ? 1 : 0;
                      if (and !== 0) {
                        let element2 = (Math.imul(Math.imul(acceptor_2 * 2 + (vote / 4 | 0) | 0, 2) + ((vote / 2 | 0) % 2 | 0) | 0, 2) + (vote % 2 | 0) | 0) + 14 /* 2b  */ | 0;
                        and = (m[8 /* sent */ + (element2 >>> 5)] & 1 << element2) !== 0 ? 1 : 0;
                      }
                      let result = and;
                      if (result !== 0) {
                        exists1 = 1;
                        break each_acceptor_2;
                      }
                    }
                    and1 = exists1;
                  }
                  or = and1;
                }
                if (or === 0) break skip;
                // require(forall(quorum, (acceptor$3) => forall((vote$2: { ballot: Ballot; command: Command; slot: Slot }) => implies(vote$2.slot === slot && (vote$2.ballot < bal...
                let forall1 = 1;
                each_acceptor_3: for (let acceptor_3$bits = $majoritiesAcceptor[quorum]; acceptor_3$bits !== 0; acceptor_3$bits &= acceptor_3$bits - 1) {
                  const acceptor_3 = 31 - Math.clz32(acceptor_3$bits & -acceptor_3$bits);
                  let forall2 = 1;
                  each_vote_2: for (let vote_2 = 0; vote_2 < 8; vote_2++) {
                    let and3 = vote_2 % 2 === slot ? 1 : 0;
                    if (and3 !== 0) {
                      let and2 = (vote_2 / 4 | 0) < ballot ? 1 : 0;
                      if (and2 !== 0) {
                        let element3 = ((acceptor_3 * 2 + (vote_2 / 4 | 0)) * 2 + (vote_2 / 2 | 0) % 2) * 2 + vote_2 % 2 + 14 /* 2b  */;
                        and2 = (m[8 /* sent */ + (element3 >>> 5)] & 1 << element3) !== 0 ? 1 : 0;
                      }
                      and3 = and2;
                    }
                    if (!(and3 === 0 || last !== 0 && (vote_2 / 4 | 0) <= ((last - 1 | 0) / 4 | 0))) {
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
                // this.sent = this.sent.add({ kind: "2a", ballot, command, slot })
                let element4 = (ballot * 2 + command) * 2 + slot + 6 /* 2a  */;
                m[8 /* sent */] = m[8 /* sent */] | 1 << element4;
                let word1 = m[8 /* sent 0 */];
                let word2 = m[9 /* sent 1 */];
                enabledHere = enabledHere + 1 | 0;
                if (step_promisesAreKept(0, 5) === 0) {
                  {
                    const row = sink.count * 3;
                    rows[row] = m[10 /* word 0 */];
                    rows[row + 1] = word1;
                    rows[row + 2] = word2;
                  }
                  sink.violation("step", 0, 1);
                }
                if (word1 !== m[11 /* word 1 */] || word2 !== m[12 /* word 2 */]) {
                  {
                    const row = sink.count * 3;
                    rows[row] = m[10 /* word 0 */];
                    rows[row + 1] = word1;
                    rows[row + 2] = word2;
                  }
                  if (++sink.count === capacity) sink.flush();
                }
                m[8] = m[3];
                m[9] = m[4];
              }
            }
          }
        }
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action vote(acceptor: Acceptor, ballot: Ballot, slot: Slot, command: Command)  specs/multi-paxos/spec.ts:67:11
  function action_vote() {
    let enabledHere = 0;
    for (let acceptor = 0; acceptor < 3; acceptor++) {
      each_ballot: for (let ballot = 0; ballot < 2; ballot++) {
        // require(!this.left[acceptor].has(ballot))
        if ((m[5 + acceptor] & 1 << ballot) !== 0) continue each_ballot;
        for (let slot = 0; slot < 2; slot++) {
          each_command: for (let command = 0; command < 2; command++) {
            // require(this.sent.has({ kind: "2a", ballot, command, slot }))
            let element = (ballot * 2 + command) * 2 + slot + 6 /* 2a  */;
            if ((m[8 /* sent */] & 1 << element) === 0) continue each_command;
            // this.left[acceptor] = this.left[acceptor].union(filter((lower: Ballot) => lower < ballot))
            let set = 0;
            for (let lower = 0; lower < 2; lower++) {
              if (lower < ballot) set = set | 1 << lower;
            }
            m[5 + acceptor] = m[5 + acceptor] | set;
            // this.sent = this.sent.add({ kind: "2b", acceptor, ballot, command, slot })
            let element1 = ((acceptor * 2 + ballot) * 2 + command) * 2 + slot + 14 /* 2b  */;
            m[8 /* sent */ + (element1 >>> 5)] = m[8 /* sent */ + (element1 >>> 5)] | 1 << element1;
            let word1 = m[8 /* sent 0 */];
            let word2 = m[9 /* sent 1 */];
            let word0 = m[10 /* word 0 */] & (3 << acceptor * 2 ^ -1) | m[5 + acceptor] << acceptor * 2;
            enabledHere = enabledHere + 1 | 0;
            if (step_promisesAreKept(0, 5) === 0) {
              {
                const row = sink.count * 3;
                rows[row] = word0;
                rows[row + 1] = word1;
                rows[row + 2] = word2;
              }
              sink.violation("step", 0, 2);
            }
            if (word1 !== m[11 /* word 1 */] || word2 !== m[12 /* word 2 */] || word0 !== m[10 /* word 0 */]) {
              {
                const row = sink.count * 3;
                rows[row] = word0;
                rows[row + 1] = word1;
                rows[row + 2] = word2;
              }
              if (++sink.count === capacity) sink.flush();
            }
            m[8] = m[3];
            m[9] = m[4];
            m[5 + acceptor] = m[acceptor];
          }
        }
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 13 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[5 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[5 + slot] ^ m[slot];
  }

  // The initial states  specs/multi-paxos/spec.ts:26:14
  function initial() {
    for (let k = 0; k < 3; k++) {
      m[5 + k] = 0;
    }
    m[8 /* sent */] = 0;
    m[9 /* sent */] = 0;
    for (let m1 = 0; m1 < 38; m1++) {
      if ((m1 < 6 ? 0 : m1 < 14 ? 1 : 2) === 0 /* "1b" */ && m1 % 2 === 0) m[8 /* sent */ + (m1 >>> 5)] = m[8 /* sent */ + (m1 >>> 5)] | 1 << m1;
    }
    for (let slot = 0; slot < 5; slot++) {
      $patchSlot(slot);
    }
    writeRow(13);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 3,
    actions: ["join", "propose", "vote"],
    invariants: ["oneCommandPerSlot", "oneProposalPerSlotAndBallot"],
    steps: ["promisesAreKept"],
    reachables: ["allSlotsAreChosen", "aGapIsLeft", "antecedent of oneCommandPerSlot", "antecedent of oneProposalPerSlotAndBallot"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_join() + action_propose() + action_vote();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_allSlotsAreChosen(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_aGapIsLeft(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_oneCommandPerSlot(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_oneProposalPerSlotAndBallot(0) !== 0) pending[3] = 0;
      if (skip[0] === 0 && invariant_oneCommandPerSlot(0) === 0) return 0;
      if (skip[1] === 0 && invariant_oneProposalPerSlotAndBallot(0) === 0) return 1;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
