// QuorumLeaderElection with Node=3: an explicit-state model. Generated; do not edit.
// specs/quorum-leader-election/spec.ts:11:14
//
// A state is 1 word of 32 bits, and 2 slots when unpacked:
//   votes: Set<{ candidate: Node; voter: Node }>  slots 0  bits 0.0..0.8
//   leaders: Set<Node>  slots 1  bits 0.9..0.11
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(6);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(2);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $majoritiesNode = new Int32Array([3,5,6,7]);
  const $wordOfSlot = new Int32Array([0,0]);
  const $clearMaskOfSlot = new Int32Array([-512,-3585]);
  const $shiftOfSlot = new Int32Array([0,9]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(2, 0, 2);
    m.copyWithin(5, 4, 5);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[4]) {
      m[4] = m[5] = word;
      m[0] = m[2] = word & 511;
      m[1] = m[3] = (word >>> 9) & 7;
    }
  }

  // @invariant oneLeader  specs/quorum-leader-election/spec.ts:27:14
  function invariant_oneLeader(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      if ((m[1 /* leaders */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 3; b++) {
          if (!((m[1 /* leaders */ + at] & 1 << b) === 0 || a === b)) {
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

  // @reachable someLeader  specs/quorum-leader-election/spec.ts:31:14
  function reachable_someLeader(at) {
    let exists = 0;
    each_node: for (let node = 0; node < 3; node++) {
      if ((m[1 /* leaders */ + at] & 1 << node) !== 0) {
        exists = 1;
        break each_node;
      }
    }
    return exists;
  }

  // @reachable antecedent of oneLeader  specs/quorum-leader-election/spec.ts:28:12
  function reachable_antecedent_of_oneLeader(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      if ((m[1 /* leaders */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 3; b++) {
          if ((m[1 /* leaders */ + at] & 1 << b) !== 0) {
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

  // @action vote(voter: Node, candidate: Node)  specs/quorum-leader-election/spec.ts:17:11
  function action_vote() {
    let enabledHere = 0;
    each_voter: for (let voter = 0; voter < 3; voter++) {
      // require(!exists((other: Node) => this.votes.has({ candidate: other, voter })))
      let exists = 0;
      each_other: for (let other = 0; other < 3; other++) {
        if ((m[2] & 1 << other * 3 + voter) !== 0) {
          exists = 1;
          break each_other;
        }
      }
      if (exists !== 0) continue each_voter;
      for (let candidate = 0; candidate < 3; candidate++) {
        // this.votes = this.votes.add({ candidate, voter })
        m[2] = m[2] | 1 << candidate * 3 + voter;
        let word0 = m[4 /* word 0 */] & -512 | m[2 /* votes */];
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[4 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[2] = m[0];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action win(candidate: Node, quorum: Majority<Node>)  specs/quorum-leader-election/spec.ts:22:11
  function action_win() {
    let enabledHere = 0;
    for (let candidate = 0; candidate < 3; candidate++) {
      each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
        // require(forall(quorum, (voter) => this.votes.has({ candidate, voter })))
        let forall = 1;
        each_voter: for (let voter$bits = $majoritiesNode[quorum]; voter$bits !== 0; voter$bits &= voter$bits - 1) {
          const voter = 31 - Math.clz32(voter$bits & -voter$bits);
          if ((m[2] & 1 << candidate * 3 + voter) === 0) {
            forall = 0;
            break each_voter;
          }
        }
        if (forall === 0) continue each_quorum;
        // this.leaders = this.leaders.add(candidate)
        m[3 /* leaders */] = m[3 /* leaders */] | 1 << candidate;
        let word0 = m[4 /* word 0 */] & -3585 | m[3 /* leaders */] << 9;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[4 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[3] = m[1];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 5 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[2 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[2 + slot] ^ m[slot];
  }

  // The initial states  specs/quorum-leader-election/spec.ts:11:14
  function initial() {
    m[2] = 0;
    m[3 /* leaders */] = 0;
    for (let slot = 0; slot < 2; slot++) {
      $patchSlot(slot);
    }
    writeRow(5);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 1,
    actions: ["vote", "win"],
    invariants: ["oneLeader"],
    steps: [],
    reachables: ["someLeader", "antecedent of oneLeader"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_vote() + action_win();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_someLeader(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_oneLeader(0) !== 0) pending[1] = 0;
      if (skip[0] === 0 && invariant_oneLeader(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
