// ToyConsensus with Node=3, Value=2: an explicit-state model. Generated; do not edit.
// specs/toy-consensus/spec.ts:7:14
//
// A state is 1 word of 32 bits, and 4 slots when unpacked:
//   vote: Record<Node, (Value) | undefined>  slots 0..2  bits 0.0..0.5
//   decided: Set<Value>  slots 3  bits 0.6..0.7
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(10);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(2);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $majoritiesNode = new Int32Array([3,5,6,7]);
  const $wordOfSlot = new Int32Array([0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-4,-13,-49,-193]);
  const $shiftOfSlot = new Int32Array([0,2,4,6]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(4, 0, 4);
    m.copyWithin(9, 8, 9);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[8]) {
      m[8] = m[9] = word;
      m[0] = m[4] = word & 3;
      m[1] = m[5] = (word >>> 2) & 3;
      m[2] = m[6] = (word >>> 4) & 3;
      m[3] = m[7] = (word >>> 6) & 3;
    }
  }

  // @invariant agreement  specs/toy-consensus/spec.ts:24:14
  function invariant_agreement(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 2; a++) {
      let forall1 = 1;
      if ((m[3 /* decided */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 2; b++) {
          if (!((m[3 /* decided */ + at] & 1 << b) === 0 || a === b)) {
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

  // @step votesAreFinal  specs/toy-consensus/spec.ts:28:9
  function step_votesAreFinal(at, next) {
    let forall = 1;
    each_node: for (let node = 0; node < 3; node++) {
      if (!(m[at + node] === 0 || m[next + node] === m[at + node])) {
        forall = 0;
        break each_node;
      }
    }
    return forall;
  }

  // @reachable someDecision  specs/toy-consensus/spec.ts:32:14
  function reachable_someDecision(at) {
    let exists = 0;
    each_value: for (let value = 0; value < 2; value++) {
      if ((m[3 /* decided */ + at] & 1 << value) !== 0) {
        exists = 1;
        break each_value;
      }
    }
    return exists;
  }

  // @reachable antecedent of agreement  specs/toy-consensus/spec.ts:25:12
  function reachable_antecedent_of_agreement(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 2; a++) {
      let exists1 = 0;
      if ((m[3 /* decided */ + at] & 1 << a) !== 0) {
        each_b: for (let b = 0; b < 2; b++) {
          if ((m[3 /* decided */ + at] & 1 << b) !== 0) {
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

  // @action cast(node: Node, value: Value)  specs/toy-consensus/spec.ts:13:11
  function action_cast() {
    let enabledHere = 0;
    each_node: for (let node = 0; node < 3; node++) {
      // require(this.vote[node] === undefined)
      if (m[4 + node] !== 0) continue each_node;
      for (let value = 0; value < 2; value++) {
        // this.vote[node] = value
        m[4 + node] = value + 1;
        let word0 = m[8 /* word 0 */] & (3 << node * 2 ^ -1) | m[4 + node] << node * 2;
        enabledHere = enabledHere + 1 | 0;
        if (step_votesAreFinal(0, 4) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 0);
        }
        if (word0 !== m[8 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[4 + node] = m[node];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action decide(value: Value, quorum: Majority<Node>)  specs/toy-consensus/spec.ts:18:11
  function action_decide() {
    let enabledHere = 0;
    for (let value = 0; value < 2; value++) {
      each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
        // require(forall(quorum, (node) => this.vote[node] === value))
        let forall = 1;
        each_node: for (let node$bits = $majoritiesNode[quorum]; node$bits !== 0; node$bits &= node$bits - 1) {
          const node = 31 - Math.clz32(node$bits & -node$bits);
          if (m[4 + node] !== value + 1) {
            forall = 0;
            break each_node;
          }
        }
        if (forall === 0) continue each_quorum;
        // this.decided = this.decided.add(value)
        m[7 /* decided */] = m[7 /* decided */] | 1 << value;
        let word0 = m[8 /* word 0 */] & -193 | m[7 /* decided */] << 6;
        enabledHere = enabledHere + 1 | 0;
        if (step_votesAreFinal(0, 4) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 1);
        }
        if (word0 !== m[8 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[7] = m[3];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 9 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[4 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[4 + slot] ^ m[slot];
  }

  // The initial states  specs/toy-consensus/spec.ts:7:14
  function initial() {
    for (let k = 0; k < 3; k++) {
      m[4 + k] = 0;
    }
    m[7 /* decided */] = 0;
    for (let slot = 0; slot < 4; slot++) {
      $patchSlot(slot);
    }
    writeRow(9);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 1,
    actions: ["cast", "decide"],
    invariants: ["agreement"],
    steps: ["votesAreFinal"],
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
      const n = action_cast() + action_decide();
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
