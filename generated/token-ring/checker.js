// TokenRing with Node=6: an explicit-state model. Generated; do not edit.
// specs/token-ring/spec.ts:6:14
//
// A state is 1 word of 32 bits, and 6 slots when unpacked:
//   counter: Record<Node, Int<0, 5>>  slots 0..5  bits 0.0..0.17
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(14);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(2);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-8,-57,-449,-3585,-28673,-229377]);
  const $shiftOfSlot = new Int32Array([0,3,6,9,12,15]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(6, 0, 6);
    m.copyWithin(13, 12, 13);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[12]) {
      m[12] = m[13] = word;
      m[0] = m[6] = word & 7;
      m[1] = m[7] = (word >>> 3) & 7;
      m[2] = m[8] = (word >>> 6) & 7;
      m[3] = m[9] = (word >>> 9) & 7;
      m[4] = m[10] = (word >>> 12) & 7;
      m[5] = m[11] = (word >>> 15) & 7;
    }
  }

  // @invariant thereIsAToken  specs/token-ring/spec.ts:36:14
  function invariant_thereIsAToken(at) {
    let count = 0;
    for (let node = 0; node < 6; node++) {
      let result = node === 0 ? m[at + node] === m[5 + at] ? 1 : 0 : m[at + node] !== m[-1 + (at + node)] ? 1 : 0;
      if (result !== 0) count = count + 1 | 0;
    }
    return 1 <= count ? 1 : 0;
  }

  // @step tokensDoNotMultiply  specs/token-ring/spec.ts:41:9
  function step_tokensDoNotMultiply(at, next) {
    let count = 0;
    for (let node = 0; node < 6; node++) {
      let result = node === 0 ? m[next + node] === m[5 + next] ? 1 : 0 : m[next + node] !== m[-1 + (next + node)] ? 1 : 0;
      if (result !== 0) count = count + 1 | 0;
    }
    let count1 = 0;
    for (let node_2 = 0; node_2 < 6; node_2++) {
      let result1 = node_2 === 0 ? m[at + node_2] === m[5 + at] ? 1 : 0 : m[at + node_2] !== m[-1 + (at + node_2)] ? 1 : 0;
      if (result1 !== 0) count1 = count1 + 1 | 0;
    }
    return count <= count1 ? 1 : 0;
  }

  // @reachable stable  specs/token-ring/spec.ts:55:14
  function reachable_stable(at) {
    let count = 0;
    for (let node = 0; node < 6; node++) {
      let result = node === 0 ? m[at + node] === m[5 + at] ? 1 : 0 : m[at + node] !== m[-1 + (at + node)] ? 1 : 0;
      if (result !== 0) count = count + 1 | 0;
    }
    return count === 1 ? 1 : 0;
  }

  // @terminal never  specs/token-ring/spec.ts:59:13
  function terminal_never(at) {
    return 0;
  }

  // @action create()  specs/token-ring/spec.ts:13:17
  function action_create() {
    let enabledHere = 0;
    skip: {
      // require({   })
      let result = m[6] === m[11] ? 1 : 0;
      if (result === 0) break skip;
      // this.counter[first()] = (this.counter[last()] + 1) % 6
      m[6] = (m[11] + 1) % 6;
      let word0 = m[12 /* word 0 */] & -8 | m[6 /* counter 0 */];
      enabledHere = enabledHere + 1 | 0;
      if (step_tokensDoNotMultiply(0, 6) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 0);
      }
      if (word0 !== m[12 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[6] = m[0];
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action pass(node: Node)  specs/token-ring/spec.ts:19:17
  function action_pass() {
    let enabledHere = 0;
    for (let node = 0; node < 6; node++) {
      skip: {
        // require(before !== undefined)
        if (node === 0) break skip;
        // require({   })
        let result = node === 0 ? m[6 + node] === m[11] ? 1 : 0 : m[6 + node] !== m[5 + node] ? 1 : 0;
        if (result === 0) break skip;
        // this.counter[node] = this.counter[before]
        m[6 + node] = m[5 + node];
        let word0 = m[12 /* word 0 */] & (7 << node * 3 ^ -1) | m[6 + node] << node * 3;
        enabledHere = enabledHere + 1 | 0;
        if (step_tokensDoNotMultiply(0, 6) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 1);
        }
        if (word0 !== m[12 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[6 + node] = m[node];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 13 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[6 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[6 + slot] ^ m[slot];
  }

  // The initial states  specs/token-ring/spec.ts:6:14
  function initial() {
    for (let counter = 0; counter < 46656; counter++) {
      let rest = counter;
      for (let k = 0; k < 6; k++) {
        let digit = rest % 6 | 0;
        m[6 + (5 - k | 0)] = digit;
        rest = rest / 6 | 0;
      }
      for (let slot = 0; slot < 6; slot++) {
        $patchSlot(slot);
      }
      writeRow(13);
      if (++sink.count === capacity) sink.flush();
    }
  }

  return {
    words: 1,
    actions: ["create", "pass"],
    invariants: ["thereIsAToken"],
    steps: ["tokensDoNotMultiply"],
    reachables: ["stable"],
    hasTerminal: true,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_create() + action_pass();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_stable(0) !== 0) pending[0] = 0;
      if (skip[0] === 0 && invariant_thereIsAToken(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return terminal_never(0) !== 0;
    },
  };
}
