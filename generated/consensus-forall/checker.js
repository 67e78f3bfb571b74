// ConsensusForall with Node=2, Value=2: an explicit-state model. Generated; do not edit.
// specs/consensus-forall/spec.ts:24:14
//
// A state is 1 word of 32 bits, and 8 slots when unpacked:
//   sent: Set<{ kind: "request"; candidate: Node; voter: Node } | { kind: "vote"; candidate: Node; voter: Node }>  slots 0  bits 0.0..0.7
//   voted: Record<Node, boolean>  slots 1..2  bits 0.8..0.9
//   votes: Set<{ candidate: Node; voter: Node }>  slots 3  bits 0.10..0.13
//   quorum: Majority<Node>  slots 4  bits 0.14..0.15
//   leader: Record<Node, boolean>  slots 5..6  bits 0.16..0.17
//   decided: Set<{ node: Node; value: Value }>  slots 7  bits 0.18..0.21
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(18);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(6);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $majoritiesNode = new Int32Array([3]);
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-256,-257,-513,-15361,-49153,-65537,-131073,-3932161]);
  const $shiftOfSlot = new Int32Array([0,8,9,10,14,16,17,18]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(8, 0, 8);
    m.copyWithin(17, 16, 17);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[16]) {
      m[16] = m[17] = word;
      m[0] = m[8] = word & 255;
      m[1] = m[9] = (word >>> 8) & 1;
      m[2] = m[10] = (word >>> 9) & 1;
      m[3] = m[11] = (word >>> 10) & 15;
      m[4] = m[12] = (word >>> 14) & 3;
      m[5] = m[13] = (word >>> 16) & 1;
      m[6] = m[14] = (word >>> 17) & 1;
      m[7] = m[15] = (word >>> 18) & 15;
    }
  }

  // @invariant agreement  specs/consensus-forall/spec.ts:70:14
  function invariant_agreement(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 4; a++) {
      let forall1 = 1;
      if ((m[7 /* decided */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 4; b++) {
          if (!((m[7 /* decided */ + at] & 1 << b) === 0 || a % 2 === b % 2)) {
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

  // @step decisionsAreFinal  specs/consensus-forall/spec.ts:74:9
  function step_decisionsAreFinal(at, next) {
    return (m[7 /* decided */ + at] & (m[7 /* decided */ + next] ^ -1)) === 0 ? 1 : 0;
  }

  // @reachable someDecision  specs/consensus-forall/spec.ts:78:14
  function reachable_someDecision(at) {
    let exists = 0;
    each_decision: for (let decision = 0; decision < 4; decision++) {
      if ((m[7 /* decided */ + at] & 1 << decision) !== 0) {
        exists = 1;
        break each_decision;
      }
    }
    return exists;
  }

  // @reachable antecedent of agreement  specs/consensus-forall/spec.ts:71:12
  function reachable_antecedent_of_agreement(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 4; a++) {
      let exists1 = 0;
      if ((m[7 /* decided */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 4; b++) {
          if ((m[7 /* decided */ + at] & 1 << b) !== 0) {
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

  // @action requestVote(candidate: Node, voter: Node)  specs/consensus-forall/spec.ts:35:11
  function action_requestVote() {
    let enabledHere = 0;
    for (let candidate = 0; candidate < 2; candidate++) {
      for (let voter = 0; voter < 2; voter++) {
        // this.sent = this.sent.add({ kind: "request", candidate, voter })
        m[8] = m[8] | 1 << candidate * 2 + voter;
        let word0 = m[16 /* word 0 */] & -256 | m[8 /* sent */];
        enabledHere = enabledHere + 1 | 0;
        if (step_decisionsAreFinal(0, 8) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 0);
        }
        if (word0 !== m[16 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[8] = m[0];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action vote(voter: Node, candidate: Node)  specs/consensus-forall/spec.ts:39:11
  function action_vote() {
    let enabledHere = 0;
    each_voter: for (let voter = 0; voter < 2; voter++) {
      // require(!this.voted[voter])
      if (m[9 /* voted */ + voter] !== 0) continue each_voter;
      each_candidate: for (let candidate = 0; candidate < 2; candidate++) {
        // require(this.sent.has({ kind: "request", candidate, voter }))
        if ((m[8] & 1 << candidate * 2 + voter) === 0) continue each_candidate;
        // this.voted[voter] = true
        m[9 /* voted */ + voter] = 1;
        // this.sent = this.sent.add({ kind: "vote", candidate, voter })
        m[8] = m[8] | 1 << candidate * 2 + voter + 4 /* vote  */;
        let word0 = m[16 /* word 0 */] & -256 | m[8 /* sent */];
        word0 = word0 & (1 << voter + 8 ^ -1) | m[9 /* voted */ + voter] << voter + 8;
        enabledHere = enabledHere + 1 | 0;
        if (step_decisionsAreFinal(0, 8) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 1);
        }
        if (word0 !== m[16 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[8] = m[0];
        m[9 /* voted */ + voter] = m[1 /* voted */ + voter];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action receiveVote(m: { kind: "request"; candidate: Node; voter: Node } | { kind: "vote"; candidate: Node; voter: Node })  specs/consensus-forall/spec.ts:45:11
  function action_receiveVote() {
    let enabledHere = 0;
    for (let m1$bits = m[8] & 240; m1$bits !== 0; m1$bits &= m1$bits - 1) {
      const m1 = 31 - Math.clz32(m1$bits & -m1$bits);
      // this.votes = this.votes.add({ candidate: m.candidate, voter: m.voter })
      m[11 /* votes */] = m[11 /* votes */] | 1 << (Math.imul((m1 - 4 | 0) / 2 | 0, 2) + ((m1 - 4 | 0) % 2 | 0) | 0);
      let word0 = m[16 /* word 0 */] & -15361 | m[11 /* votes */] << 10;
      enabledHere = enabledHere + 1 | 0;
      if (step_decisionsAreFinal(0, 8) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 2);
      }
      if (word0 !== m[16 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[11] = m[3];
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action chooseQuorum(candidate: Node, quorum: Majority<Node>)  specs/consensus-forall/spec.ts:50:11
  function action_chooseQuorum() {
    let enabledHere = 0;
    for (let candidate = 0; candidate < 2; candidate++) {
      each_quorum: for (let quorum = 0; quorum < 1; quorum++) {
        // require(forall(quorum, (voter) => this.votes.has({ candidate, voter })))
        let forall = 1;
        each_voter: for (let voter$bits = $majoritiesNode[quorum]; voter$bits !== 0; voter$bits &= voter$bits - 1) {
          const voter = 31 - Math.clz32(voter$bits & -voter$bits);
          if ((m[11 /* votes */] & 1 << candidate * 2 + voter) === 0) {
            forall = 0;
            break each_voter;
          }
        }
        if (forall === 0) continue each_quorum;
        // this.quorum = quorum
        m[12 /* quorum */] = $majoritiesNode[quorum];
        let word0 = m[16 /* word 0 */] & -49153 | m[12 /* quorum */] << 14;
        enabledHere = enabledHere + 1 | 0;
        if (step_decisionsAreFinal(0, 8) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 3);
        }
        if (word0 !== m[16 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[12] = m[4];
      }
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action lead(candidate: Node)  specs/consensus-forall/spec.ts:55:11
  function action_lead() {
    let enabledHere = 0;
    each_candidate: for (let candidate = 0; candidate < 2; candidate++) {
      // require(forall(this.quorum, (voter) => this.votes.has({ candidate, voter })))
      let forall = 1;
      each_voter: for (let voter$bits = m[12 /* quorum */]; voter$bits !== 0; voter$bits &= voter$bits - 1) {
        const voter = 31 - Math.clz32(voter$bits & -voter$bits);
        if ((m[11 /* votes */] & 1 << candidate * 2 + voter) === 0) {
          forall = 0;
          break each_voter;
        }
      }
      if (forall === 0) continue each_candidate;
      // this.leader[candidate] = true
      m[13 /* leader */ + candidate] = 1;
      let word0 = m[16 /* word 0 */] & (1 << candidate + 16 ^ -1) | m[13 /* leader */ + candidate] << candidate + 16;
      enabledHere = enabledHere + 1 | 0;
      if (step_decisionsAreFinal(0, 8) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 4);
      }
      if (word0 !== m[16 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[13 /* leader */ + candidate] = m[5 /* leader */ + candidate];
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action decide(node: Node, value: Value)  specs/consensus-forall/spec.ts:60:11
  function action_decide() {
    let enabledHere = 0;
    each_node: for (let node = 0; node < 2; node++) {
      // require(this.leader[node])
      if (m[13 /* leader */ + node] === 0) continue each_node;
      // require(!exists((other: Value) => this.decided.has({ node, value: other })))
      let exists = 0;
      each_other: for (let other = 0; other < 2; other++) {
        if ((m[15 /* decided */] & 1 << node * 2 + other) !== 0) {
          exists = 1;
          break each_other;
        }
      }
      if (exists !== 0) continue each_node;
      for (let value = 0; value < 2; value++) {
        // this.decided = this.decided.add({ node, value })
        m[15 /* decided */] = m[15 /* decided */] | 1 << node * 2 + value;
        let word0 = m[16 /* word 0 */] & -3932161 | m[15 /* decided */] << 18;
        enabledHere = enabledHere + 1 | 0;
        if (step_decisionsAreFinal(0, 8) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 5);
        }
        if (word0 !== m[16 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[15] = m[7];
      }
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 17 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[8 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[8 + slot] ^ m[slot];
  }

  // The initial states  specs/consensus-forall/spec.ts:24:14
  function initial() {
    m[8] = 0;
    for (let k = 0; k < 2; k++) {
      m[9 /* voted */ + k] = 0;
    }
    m[11 /* votes */] = 0;
    for (let quorum = 0; quorum < 1; quorum++) {
      m[12 /* quorum */] = $majoritiesNode[quorum];
      for (let k1 = 0; k1 < 2; k1++) {
        m[13 /* leader */ + k1] = 0;
      }
      m[15 /* decided */] = 0;
      for (let slot = 0; slot < 8; slot++) {
        $patchSlot(slot);
      }
      writeRow(17);
      if (++sink.count === capacity) sink.flush();
    }
  }

  return {
    words: 1,
    actions: ["requestVote", "vote", "receiveVote", "chooseQuorum", "lead", "decide"],
    invariants: ["agreement"],
    steps: ["decisionsAreFinal"],
    reachables: ["someDecision", "antecedent of agreement"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_requestVote() + action_vote() + action_receiveVote() + action_chooseQuorum() + action_lead() + action_decide();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_someDecision(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_agreement(0) !== 0) pending[1] = 0;
      if (skip[0] === 0 && invariant_agreement(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
