// NaiveConsensus with Node=4, Value=2: an explicit-state model. Generated; do not edit.
// specs/naive-consensus/spec.ts:21:14
//
// A state is 1 word of 32 bits, and 3 slots when unpacked:
//   votes: Set<{ node: Node; value: Value }>  slots 0  bits 0.0..0.7
//   counted: Set<{ quorum: Majority<Node>; value: Value }>  slots 1  bits 0.8..0.17
//   decided: Set<Value>  slots 2  bits 0.18..0.19
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(8);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(3);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $majoritiesNode = new Int32Array([7,11,13,14,15]);
  const $indexOfMajorityNode = new Int32Array([0,0,0,0,0,0,0,0,0,0,0,1,0,2,3,4]);
  const $wordOfSlot = new Int32Array([0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-256,-261889,-786433]);
  const $shiftOfSlot = new Int32Array([0,8,18]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(3, 0, 3);
    m.copyWithin(7, 6, 7);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[6]) {
      m[6] = m[7] = word;
      m[0] = m[3] = word & 255;
      m[1] = m[4] = (word >>> 8) & 1023;
      m[2] = m[5] = (word >>> 18) & 3;
    }
  }

  // @invariant agreement  specs/naive-consensus/spec.ts:44:14
  function invariant_agreement(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 2; a++) {
      let forall1 = 1;
      if ((m[2 /* decided */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 2; b++) {
          if (!((m[2 /* decided */ + at] & 1 << b) === 0 || a === b)) {
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

  // @step decisionsAreFinal  specs/naive-consensus/spec.ts:48:9
  function step_decisionsAreFinal(at, next) {
    return (m[2 /* decided */ + at] & (m[2 /* decided */ + next] ^ -1)) === 0 ? 1 : 0;
  }

  // @reachable someDecision  specs/naive-consensus/spec.ts:52:14
  function reachable_someDecision(at) {
    let exists = 0;
    each_value: for (let value = 0; value < 2; value++) {
      if ((m[2 /* decided */ + at] & 1 << value) !== 0) {
        exists = 1;
        break each_value;
      }
    }
    return exists;
  }

  // @reachable splitVote  specs/naive-consensus/spec.ts:57:14
  function reachable_splitVote(at) {
    let forall = 1;
    each_node: for (let node = 0; node < 4; node++) {
      let exists = 0;
      each_value: for (let value = 0; value < 2; value++) {
        if ((m[at] & 1 << node * 2 + value) !== 0) {
          exists = 1;
          break each_value;
        }
      }
      if (exists === 0) {
        forall = 0;
        break each_node;
      }
    }
    let and = forall;
    if (and !== 0) {
      let exists1 = 0;
      each_quorum: for (let quorum = 0; quorum < 5; quorum++) {
        let exists2 = 0;
        each_value_2: for (let value_2 = 0; value_2 < 2; value_2++) {
          let forall1 = 1;
          each_node_2: for (let node_2$bits = $majoritiesNode[quorum]; node_2$bits !== 0; node_2$bits &= node_2$bits - 1) {
            const node_2 = 31 - Math.clz32(node_2$bits & -node_2$bits);
            if ((m[at] & 1 << node_2 * 2 + value_2) === 0) {
              forall1 = 0;
              break each_node_2;
            }
          }
          if (forall1 !== 0) {
            exists2 = 1;
            break each_value_2;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_quorum;
        }
      }
      and = exists1 === 0 ? 1 : 0;
    }
    return and;
  }

  // @reachable antecedent of agreement  specs/naive-consensus/spec.ts:45:12
  function reachable_antecedent_of_agreement(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 2; a++) {
      let exists1 = 0;
      if ((m[2 /* decided */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 2; b++) {
          if ((m[2 /* decided */ + at] & 1 << b) !== 0) {
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

  // @action cast(node: Node, value: Value)  specs/naive-consensus/spec.ts:28:11
  function action_cast() {
    let enabledHere = 0;
    each_node: for (let node = 0; node < 4; node++) {
      // require(!exists((other: Value) => this.votes.has({ node, value: other })))
      let exists = 0;
      each_other: for (let other = 0; other < 2; other++) {
        if ((m[3] & 1 << node * 2 + other) !== 0) {
          exists = 1;
          break each_other;
        }
      }
      if (exists !== 0) continue each_node;
      for (let value = 0; value < 2; value++) {
        // this.votes = this.votes.add({ node, value })
        m[3] = m[3] | 1 << node * 2 + value;
        let word0 = m[6 /* word 0 */] & -256 | m[3 /* votes */];
        enabledHere = enabledHere + 1 | 0;
        if (step_decisionsAreFinal(0, 3) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 0);
        }
        if (word0 !== m[6 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[3] = m[0];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action countVotes(quorum: Majority<Node>, value: Value)  specs/naive-consensus/spec.ts:33:11
  function action_countVotes() {
    let enabledHere = 0;
    for (let quorum = 0; quorum < 5; quorum++) {
      each_value: for (let value = 0; value < 2; value++) {
        // require(forall(quorum, (node) => this.votes.has({ node, value })))
        let forall = 1;
        each_node: for (let node$bits = $majoritiesNode[quorum]; node$bits !== 0; node$bits &= node$bits - 1) {
          const node = 31 - Math.clz32(node$bits & -node$bits);
          if ((m[3] & 1 << node * 2 + value) === 0) {
            forall = 0;
            break each_node;
          }
        }
        if (forall === 0) continue each_value;
        // this.counted = this.counted.add({ quorum, value })
        m[4 /* counted */] = m[4 /* counted */] | 1 << (Math.imul($indexOfMajorityNode[$majoritiesNode[quorum]], 2) + value | 0);
        let word0 = m[6 /* word 0 */] & -261889 | m[4 /* counted */] << 8;
        enabledHere = enabledHere + 1 | 0;
        if (step_decisionsAreFinal(0, 3) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 1);
        }
        if (word0 !== m[6 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[4] = m[1];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action learn(tally: { quorum: Majority<Node>; value: Value })  specs/naive-consensus/spec.ts:38:11
  function action_learn() {
    let enabledHere = 0;
    for (let tally$bits = m[4 /* counted */] & 1023; tally$bits !== 0; tally$bits &= tally$bits - 1) {
      const tally = 31 - Math.clz32(tally$bits & -tally$bits);
      // this.decided = this.decided.add(tally.value)
      m[5 /* decided */] = m[5 /* decided */] | 1 << tally % 2;
      let word0 = m[6 /* word 0 */] & -786433 | m[5 /* decided */] << 18;
      enabledHere = enabledHere + 1 | 0;
      if (step_decisionsAreFinal(0, 3) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 2);
      }
      if (word0 !== m[6 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[5] = m[2];
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 7 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[3 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[3 + slot] ^ m[slot];
  }

  // The initial states  specs/naive-consensus/spec.ts:21:14
  function initial() {
    m[3] = 0;
    m[4 /* counted */] = 0;
    m[5 /* decided */] = 0;
    for (let slot = 0; slot < 3; slot++) {
      $patchSlot(slot);
    }
    writeRow(7);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 1,
    actions: ["cast", "countVotes", "learn"],
    invariants: ["agreement"],
    steps: ["decisionsAreFinal"],
    reachables: ["someDecision", "splitVote", "antecedent of agreement"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_cast() + action_countVotes() + action_learn();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_someDecision(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_splitVote(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_agreement(0) !== 0) pending[2] = 0;
      if (skip[0] === 0 && invariant_agreement(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
