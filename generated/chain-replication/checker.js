// ChainReplication with Server=3, Slot=2, Update=2: an explicit-state model. Generated; do not edit.
// specs/chain-replication/spec.ts:22:14
//
// A state is 1 word of 32 bits, and 7 slots when unpacked:
//   alive: Record<Server, boolean>  slots 0..2  bits 0.0..0.2
//   log: Record<Server, Set<{ slot: Slot; update: Update }>>  slots 3..5  bits 0.3..0.14
//   sent: Set<{ kind: "forward"; slot: Slot; to: Server; update: Update } | { kind: "reply"; slot: Slot; update: Update }>  slots 6  bits 0.15..0.30
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(16);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(5);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-2,-3,-5,-121,-1921,-30721,-2147450881]);
  const $shiftOfSlot = new Int32Array([0,1,2,3,7,11,15]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(7, 0, 7);
    m.copyWithin(15, 14, 15);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[14]) {
      m[14] = m[15] = word;
      m[0] = m[7] = word & 1;
      m[1] = m[8] = (word >>> 1) & 1;
      m[2] = m[9] = (word >>> 2) & 1;
      m[3] = m[10] = (word >>> 3) & 15;
      m[4] = m[11] = (word >>> 7) & 15;
      m[5] = m[12] = (word >>> 11) & 15;
      m[6] = m[13] = (word >>> 15) & 65535;
    }
  }

  // @invariant repliesAreOnEveryServer  specs/chain-replication/spec.ts:80:14
  function invariant_repliesAreOnEveryServer(at) {
    let forall = 1;
    each_entry: for (let entry = 0; entry < 4; entry++) {
      let forall1 = 1;
      if ((m[6 /* sent */ + at] & 1 << (entry / 2 | 0) * 2 + entry % 2 + 12 /* reply  */) !== 0) {
        each_server: for (let server = 0; server < 3; server++) {
          if (!(m[at + server] === 0 || (m[3 /* log */ + (at + server)] & 1 << entry) !== 0)) {
            forall1 = 0;
            break each_server;
          }
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_entry;
      }
    }
    return forall;
  }

  // @invariant repliesAgree  specs/chain-replication/spec.ts:87:14
  function invariant_repliesAgree(at) {
    let forall = 1;
    each_slot: for (let slot = 0; slot < 2; slot++) {
      let forall1 = 1;
      each_a: for (let a = 0; a < 2; a++) {
        let forall2 = 1;
        if ((m[6 /* sent */ + at] & 1 << slot * 2 + a + 12 /* reply  */) !== 0) {
          each_b: for (let b = 0; b < 2; b++) {
            if (!((m[6 /* sent */ + at] & 1 << slot * 2 + b + 12 /* reply  */) === 0 || a === b)) {
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
        break each_slot;
      }
    }
    return forall;
  }

  // @invariant logsShrinkDownTheChain  specs/chain-replication/spec.ts:94:14
  function invariant_logsShrinkDownTheChain(at) {
    let forall = 1;
    each_before: for (let before = 0; before < 3; before++) {
      let forall1 = 1;
      if (m[at + before] !== 0) {
        each_behind: for (let behind = 0; behind < 3; behind++) {
          if (!(!(before < behind && m[at + behind] !== 0) || (m[3 /* log */ + (at + behind)] & (m[3 /* log */ + (at + before)] ^ -1)) === 0)) {
            forall1 = 0;
            break each_behind;
          }
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_before;
      }
    }
    return forall;
  }

  // @invariant logsHaveNoGaps  specs/chain-replication/spec.ts:100:14
  function invariant_logsHaveNoGaps(at) {
    let forall = 1;
    each_server: for (let server = 0; server < 3; server++) {
      let forall1 = 1;
      each_slot: for (let slot = 0; slot < 2; slot++) {
        let forall2 = 1;
        let exists = 0;
        each_update: for (let update = 0; update < 2; update++) {
          if ((m[3 /* log */ + (at + server)] & 1 << slot * 2 + update) !== 0) {
            exists = 1;
            break each_update;
          }
        }
        if (exists !== 0) {
          each_earlier: for (let earlier = 0; earlier < 2; earlier++) {
            let implies = slot <= earlier ? 1 : 0;
            if (implies === 0) {
              let exists1 = 0;
              each_update_2: for (let update_2 = 0; update_2 < 2; update_2++) {
                if ((m[3 /* log */ + (at + server)] & 1 << earlier * 2 + update_2) !== 0) {
                  exists1 = 1;
                  break each_update_2;
                }
              }
              implies = exists1;
            }
            if (implies === 0) {
              forall2 = 0;
              break each_earlier;
            }
          }
        }
        if (forall2 === 0) {
          forall1 = 0;
          break each_slot;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_server;
      }
    }
    return forall;
  }

  // @invariant someoneIsAlive  specs/chain-replication/spec.ts:106:14
  function invariant_someoneIsAlive(at) {
    let exists = 0;
    each_server: for (let server = 0; server < 3; server++) {
      if (m[at + server] !== 0) {
        exists = 1;
        break each_server;
      }
    }
    return exists;
  }

  // @step logsGrow  specs/chain-replication/spec.ts:110:9
  function step_logsGrow(at, next) {
    let forall = 1;
    each_server: for (let server = 0; server < 3; server++) {
      if ((m[3 /* log */ + (at + server)] & (m[3 /* log */ + (next + server)] ^ -1)) !== 0) {
        forall = 0;
        break each_server;
      }
    }
    return forall;
  }

  // @reachable anUpdateIsLost  specs/chain-replication/spec.ts:115:14
  function reachable_anUpdateIsLost(at) {
    let exists = 0;
    each_failed: for (let failed = 0; failed < 3; failed++) {
      let exists1 = 0;
      each_slot: for (let slot = 0; slot < 2; slot++) {
        let exists2 = 0;
        each_lost: for (let lost = 0; lost < 2; lost++) {
          let exists3 = 0;
          if ((m[3 /* log */ + (at + failed)] & 1 << slot * 2 + lost) !== 0) {
            each_update: for (let update = 0; update < 2; update++) {
              if (lost !== update && (m[6 /* sent */ + at] & 1 << slot * 2 + update + 12 /* reply  */) !== 0) {
                exists3 = 1;
                break each_update;
              }
            }
          }
          if (exists3 !== 0) {
            exists2 = 1;
            break each_lost;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_slot;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_failed;
      }
    }
    return exists;
  }

  // @reachable antecedent of repliesAreOnEveryServer  specs/chain-replication/spec.ts:81:12
  function reachable_antecedent_of_repliesAreOnEveryServer(at) {
    let exists = 0;
    each_entry: for (let entry = 0; entry < 4; entry++) {
      let exists1 = 0;
      if ((m[6 /* sent */ + at] & 1 << (entry / 2 | 0) * 2 + entry % 2 + 12 /* reply  */) !== 0) {
        each_server: for (let server = 0; server < 3; server++) {
          if (m[at + server] !== 0) {
            exists1 = 1;
            break each_server;
          }
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_entry;
      }
    }
    return exists;
  }

  // @reachable antecedent of repliesAgree  specs/chain-replication/spec.ts:88:12
  function reachable_antecedent_of_repliesAgree(at) {
    let exists = 0;
    each_slot: for (let slot = 0; slot < 2; slot++) {
      let exists1 = 0;
      each_a: for (let a = 0; a < 2; a++) {
        let exists2 = 0;
        if ((m[6 /* sent */ + at] & 1 << slot * 2 + a + 12 /* reply  */) !== 0) {
          each_b: for (let b = 0; b < 2; b++) {
            if ((m[6 /* sent */ + at] & 1 << slot * 2 + b + 12 /* reply  */) !== 0) {
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
        break each_slot;
      }
    }
    return exists;
  }

  // @reachable antecedent of logsShrinkDownTheChain  specs/chain-replication/spec.ts:95:12
  function reachable_antecedent_of_logsShrinkDownTheChain(at) {
    let exists = 0;
    each_before: for (let before = 0; before < 3; before++) {
      let exists1 = 0;
      if (m[at + before] !== 0) {
        each_behind: for (let behind = 0; behind < 3; behind++) {
          if (before < behind && m[at + behind] !== 0) {
            exists1 = 1;
            break each_behind;
          }
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_before;
      }
    }
    return exists;
  }

  // @reachable antecedent of logsHaveNoGaps  specs/chain-replication/spec.ts:101:12
  function reachable_antecedent_of_logsHaveNoGaps(at) {
    let exists = 0;
    each_server: for (let server = 0; server < 3; server++) {
      let exists1 = 0;
      each_slot: for (let slot = 0; slot < 2; slot++) {
        let exists2 = 0;
        let exists3 = 0;
        each_update: for (let update = 0; update < 2; update++) {
          if ((m[3 /* log */ + (at + server)] & 1 << slot * 2 + update) !== 0) {
            exists3 = 1;
            break each_update;
          }
        }
        if (exists3 !== 0) {
          each_earlier: for (let earlier = 0; earlier < 2; earlier++) {
            if (earlier < slot) {
              exists2 = 1;
              break each_earlier;
            }
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_slot;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_server;
      }
    }
    return exists;
  }

  // @action submit(head: Server, slot: Slot, update: Update)  specs/chain-replication/spec.ts:30:11
  function action_submit() {
    let enabledHere = 0;
    each_head: for (let head = 0; head < 3; head++) {
      // require(this.alive[head])
      if (m[7 + head] === 0) continue each_head;
      // require(forall((other: Server) => implies(this.alive[other], head <= other)))
      let forall = 1;
      each_other: for (let other = 0; other < 3; other++) {
        if (!(m[7 + other] === 0 || head <= other)) {
          forall = 0;
          break each_other;
        }
      }
      if (forall === 0) continue each_head;
      each_slot: for (let slot = 0; slot < 2; slot++) {
        // require(!exists((update$2: Update) => this.log[head].has({ slot, update: update$2 })))
        let exists = 0;
        each_update_2: for (let update_2 = 0; update_2 < 2; update_2++) {
          if ((m[10 /* log */ + head] & 1 << slot * 2 + update_2) !== 0) {
            exists = 1;
            break each_update_2;
          }
        }
        if (exists !== 0) continue each_slot;
        // require(forall((earlier: Slot) => implies(earlier < slot, exists((update$3: Update) => this.log[head].has({ slot: earlier, update: update$3 })))))
        let forall1 = 1;
        each_earlier: for (let earlier = 0; earlier < 2; earlier++) {
          let implies = slot <= earlier ? 1 : 0;
          if (implies === 0) {
            let exists1 = 0;
            each_update_3: for (let update_3 = 0; update_3 < 2; update_3++) {
              if ((m[10 /* log */ + head] & 1 << earlier * 2 + update_3) !== 0) {
                exists1 = 1;
                break each_update_3;
              }
            }
            implies = exists1;
          }
          if (implies === 0) {
            forall1 = 0;
            break each_earlier;
          }
        }
        if (forall1 === 0) continue each_slot;
        for (let update = 0; update < 2; update++) {
          // this.log[head] = this.log[head].add({ slot, update })
          m[10 /* log */ + head] = m[10 /* log */ + head] | 1 << slot * 2 + update;
          let word0 = m[14 /* word 0 */] & (15 << head * 4 + 3 ^ -1) | m[10 /* log */ + head] << head * 4 + 3;
          enabledHere = enabledHere + 1 | 0;
          if (step_logsGrow(0, 7) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 0, 0);
          }
          if (word0 !== m[14 /* word 0 */]) {
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
          m[10 /* log */ + head] = m[3 /* log */ + head];
        }
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action forward(from: Server, to: Server, slot: Slot, update: Update)  specs/chain-replication/spec.ts:36:11
  function action_forward() {
    let enabledHere = 0;
    each_from: for (let from = 0; from < 3; from++) {
      // require(this.alive[from])
      if (m[7 + from] === 0) continue each_from;
      each_to: for (let to = 0; to < 3; to++) {
        // require(from < to)
        if (to <= from) continue each_to;
        // require(this.alive[to])
        if (m[7 + to] === 0) continue each_to;
        // require(!exists((between: Server) => from < between && between < to && this.alive[between]))
        let exists = 0;
        each_between: for (let between = 0; between < 3; between++) {
          if (from < between && between < to && m[7 + between] !== 0) {
            exists = 1;
            break each_between;
          }
        }
        if (exists !== 0) continue each_to;
        for (let slot = 0; slot < 2; slot++) {
          each_update: for (let update = 0; update < 2; update++) {
            // require(this.log[from].has({ slot, update }))
            if ((m[10 /* log */ + from] & 1 << slot * 2 + update) === 0) continue each_update;
            // this.sent = this.sent.add({ kind: "forward", slot, to, update })
            m[13 /* sent */] = m[13 /* sent */] | 1 << (slot * 3 + to) * 2 + update;
            let word0 = m[14 /* word 0 */] & -2147450881 | m[13 /* sent */] << 15;
            enabledHere = enabledHere + 1 | 0;
            if (step_logsGrow(0, 7) === 0) {
              rows[sink.count] = word0;
              sink.violation("step", 0, 1);
            }
            if (word0 !== m[14 /* word 0 */]) {
              rows[sink.count] = word0;
              if (++sink.count === capacity) sink.flush();
            }
            m[13] = m[6];
          }
        }
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action receive(server: Server, slot: Slot, update: Update)  specs/chain-replication/spec.ts:42:11
  function action_receive() {
    let enabledHere = 0;
    each_server: for (let server = 0; server < 3; server++) {
      // require(this.alive[server])
      if (m[7 + server] === 0) continue each_server;
      each_slot: for (let slot = 0; slot < 2; slot++) {
        // require(!exists((update$2: Update) => this.log[server].has({ slot, update: update$2 })))
        let exists = 0;
        each_update_2: for (let update_2 = 0; update_2 < 2; update_2++) {
          if ((m[10 /* log */ + server] & 1 << slot * 2 + update_2) !== 0) {
            exists = 1;
            break each_update_2;
          }
        }
        if (exists !== 0) continue each_slot;
        // require(forall((earlier: Slot) => implies(earlier < slot, exists((update$3: Update) => this.log[server].has({ slot: earlier, update: update$3 })))))
        let forall = 1;
        each_earlier: for (let earlier = 0; earlier < 2; earlier++) {
          let implies = slot <= earlier ? 1 : 0;
          if (implies === 0) {
            let exists1 = 0;
            each_update_3: for (let update_3 = 0; update_3 < 2; update_3++) {
              if ((m[10 /* log */ + server] & 1 << earlier * 2 + update_3) !== 0) {
                exists1 = 1;
                break each_update_3;
              }
            }
            implies = exists1;
          }
          if (implies === 0) {
            forall = 0;
            break each_earlier;
          }
        }
        if (forall === 0) continue each_slot;
        each_update: for (let update = 0; update < 2; update++) {
          // require(this.sent.has({ kind: "forward", slot, to: server, update }))
          if ((m[13 /* sent */] & 1 << (slot * 3 + server) * 2 + update) === 0) continue each_update;
          // this.log[server] = this.log[server].add({ slot, update })
          m[10 /* log */ + server] = m[10 /* log */ + server] | 1 << slot * 2 + update;
          let word0 = m[14 /* word 0 */] & (15 << server * 4 + 3 ^ -1) | m[10 /* log */ + server] << server * 4 + 3;
          enabledHere = enabledHere + 1 | 0;
          if (step_logsGrow(0, 7) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 0, 2);
          }
          if (word0 !== m[14 /* word 0 */]) {
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
          m[10 /* log */ + server] = m[3 /* log */ + server];
        }
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action reply(tail: Server, slot: Slot, update: Update)  specs/chain-replication/spec.ts:48:11
  function action_reply() {
    let enabledHere = 0;
    each_tail: for (let tail = 0; tail < 3; tail++) {
      // require(this.alive[tail])
      if (m[7 + tail] === 0) continue each_tail;
      // require(forall((other: Server) => implies(this.alive[other], other <= tail)))
      let forall = 1;
      each_other: for (let other = 0; other < 3; other++) {
        if (!(m[7 + other] === 0 || other <= tail)) {
          forall = 0;
          break each_other;
        }
      }
      if (forall === 0) continue each_tail;
      for (let slot = 0; slot < 2; slot++) {
        each_update: for (let update = 0; update < 2; update++) {
          // require(this.log[tail].has({ slot, update }))
          if ((m[10 /* log */ + tail] & 1 << slot * 2 + update) === 0) continue each_update;
          // this.sent = this.sent.add({ kind: "reply", slot, update })
          m[13 /* sent */] = m[13 /* sent */] | 1 << slot * 2 + update + 12 /* reply  */;
          let word0 = m[14 /* word 0 */] & -2147450881 | m[13 /* sent */] << 15;
          enabledHere = enabledHere + 1 | 0;
          if (step_logsGrow(0, 7) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 0, 3);
          }
          if (word0 !== m[14 /* word 0 */]) {
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
          m[13] = m[6];
        }
      }
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action fail(server: Server, survivor: Server)  specs/chain-replication/spec.ts:53:11
  function action_fail() {
    let enabledHere = 0;
    each_server: for (let server = 0; server < 3; server++) {
      // require(this.alive[server])
      if (m[7 + server] === 0) continue each_server;
      each_survivor: for (let survivor = 0; survivor < 3; survivor++) {
        // require(this.alive[survivor])
        if (m[7 + survivor] === 0) continue each_survivor;
        // require(server !== survivor)
        if (server === survivor) continue each_survivor;
        // this.alive[server] = false
        m[7 + server] = 0;
        let word0 = m[14 /* word 0 */] & (1 << server ^ -1) | m[7 + server] << server;
        enabledHere = enabledHere + 1 | 0;
        if (step_logsGrow(0, 7) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 4);
        }
        if (word0 !== m[14 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[7 + server] = m[server];
      }
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 15 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[7 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[7 + slot] ^ m[slot];
  }

  // The initial states  specs/chain-replication/spec.ts:22:14
  function initial() {
    for (let k = 0; k < 3; k++) {
      m[7 + k] = 1;
    }
    for (let k1 = 0; k1 < 3; k1++) {
      m[10 /* log */ + k1] = 0;
    }
    m[13 /* sent */] = 0;
    for (let slot = 0; slot < 7; slot++) {
      $patchSlot(slot);
    }
    writeRow(15);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 1,
    actions: ["submit", "forward", "receive", "reply", "fail"],
    invariants: ["repliesAreOnEveryServer", "repliesAgree", "logsShrinkDownTheChain", "logsHaveNoGaps", "someoneIsAlive"],
    steps: ["logsGrow"],
    reachables: ["anUpdateIsLost", "antecedent of repliesAreOnEveryServer", "antecedent of repliesAgree", "antecedent of logsShrinkDownTheChain", "antecedent of logsHaveNoGaps"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_submit() + action_forward() + action_receive() + action_reply() + action_fail();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_anUpdateIsLost(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_repliesAreOnEveryServer(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_repliesAgree(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_logsShrinkDownTheChain(0) !== 0) pending[3] = 0;
      if (pending[4] !== 0 && reachable_antecedent_of_logsHaveNoGaps(0) !== 0) pending[4] = 0;
      if (skip[0] === 0 && invariant_repliesAreOnEveryServer(0) === 0) return 0;
      if (skip[1] === 0 && invariant_repliesAgree(0) === 0) return 1;
      if (skip[2] === 0 && invariant_logsShrinkDownTheChain(0) === 0) return 2;
      if (skip[3] === 0 && invariant_logsHaveNoGaps(0) === 0) return 3;
      if (skip[4] === 0 && invariant_someoneIsAlive(0) === 0) return 4;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
