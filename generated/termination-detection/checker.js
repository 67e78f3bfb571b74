// TerminationDetection with Node=3: an explicit-state model. Generated; do not edit.
// specs/ewd840/spec.ts:8:14
//
// A state is 1 word of 32 bits, and 8 slots when unpacked:
//   active: Record<Node, boolean>  slots 0..2  bits 0.0..0.2
//   color: Record<Node, "black" | "white">  slots 3..5  bits 0.3..0.5
//   at: Node  slots 6  bits 0.6..0.7
//   token: "black" | "white"  slots 7  bits 0.8..0.8
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(18);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(4);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-2,-3,-5,-9,-17,-33,-193,-257]);
  const $shiftOfSlot = new Int32Array([0,1,2,3,4,5,6,8]);

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
      m[0] = m[8] = word & 1;
      m[1] = m[9] = (word >>> 1) & 1;
      m[2] = m[10] = (word >>> 2) & 1;
      m[3] = m[11] = (word >>> 3) & 1;
      m[4] = m[12] = (word >>> 4) & 1;
      m[5] = m[13] = (word >>> 5) & 1;
      m[6] = m[14] = (word >>> 6) & 3;
      m[7] = m[15] = (word >>> 8) & 1;
    }
  }

  // @invariant noFalseAlarm  specs/ewd840/spec.ts:58:14
  function invariant_noFalseAlarm(at) {
    let result = m[6 /* at */ + at] === 0 && m[7 /* token */ + at] === 1 /* "white" */ && m[3 /* color */ + at] === 1 /* "white" */ && m[at] === 0 ? 1 : 0;
    let implies = result === 0 ? 1 : 0;
    if (implies === 0) {
      let forall = 1;
      each_node: for (let node = 0; node < 3; node++) {
        if (m[at + node] !== 0) {
          forall = 0;
          break each_node;
        }
      }
      implies = forall;
    }
    return implies;
  }

  // @invariant dijkstra  specs/ewd840/spec.ts:63:14
  function invariant_dijkstra(at) {
    let forall = 1;
    each_node: for (let node = 0; node < 3; node++) {
      if (!(node <= m[6 /* at */ + at] || m[at + node] === 0)) {
        forall = 0;
        break each_node;
      }
    }
    let or = forall;
    if (or === 0) {
      let exists = 0;
      each_node_2: for (let node_2 = 0; node_2 < 3; node_2++) {
        if (node_2 <= m[6 /* at */ + at] && m[3 /* color */ + (at + node_2)] === 0 /* "black" */) {
          exists = 1;
          break each_node_2;
        }
      }
      or = exists;
    }
    return or !== 0 || m[7 /* token */ + at] === 0 /* "black" */ ? 1 : 0;
  }

  // @step detectionIsFinal  specs/ewd840/spec.ts:71:9
  function step_detectionIsFinal(at, next) {
    let result = m[6 /* at */ + at] === 0 && m[7 /* token */ + at] === 1 /* "white" */ && m[3 /* color */ + at] === 1 /* "white" */ && m[at] === 0 ? 1 : 0;
    let implies = result === 0 ? 1 : 0;
    if (implies === 0) {
      let result1 = m[6 /* at */ + next] === 0 && m[7 /* token */ + next] === 1 /* "white" */ && m[3 /* color */ + next] === 1 /* "white" */ && m[next] === 0 ? 1 : 0;
      implies = result1;
    }
    return implies;
  }

  // @reachable termination  specs/ewd840/spec.ts:80:14
  function reachable_termination(at) {
    let result = m[6 /* at */ + at] === 0 && m[7 /* token */ + at] === 1 /* "white" */ && m[3 /* color */ + at] === 1 /* "white" */ && m[at] === 0 ? 1 : 0;
    return result;
  }

  // @reachable antecedent of noFalseAlarm  specs/ewd840/spec.ts:53:14
  function reachable_antecedent_of_noFalseAlarm(at) {
    let result = m[6 /* at */ + at] === 0 && m[7 /* token */ + at] === 1 /* "white" */ && m[3 /* color */ + at] === 1 /* "white" */ && m[at] === 0 ? 1 : 0;
    return result;
  }

  // @action startRound()  specs/ewd840/spec.ts:18:17
  function action_startRound() {
    let enabledHere = 0;
    skip: {
      // require(this.at === root)
      if (m[14 /* at */] !== 0) break skip;
      // require(this.token === "black" || this.color[root] === "black")
      if (!(m[15 /* token */] === 0 /* "black" */ || m[11 /* color */] === 0 /* "black" */)) break skip;
      // this.at = last()
      m[14 /* at */] = 2;
      // this.token = "white"
      m[15 /* token */] = 1 /* "white" */;
      // this.color[root] = "white"
      m[11 /* color */] = 1 /* "white" */;
      let word0 = m[16 /* word 0 */] & -457 | m[11 /* color 0 */] << 3 | m[14 /* at */] << 6 | m[15 /* token */] << 8;
      enabledHere = enabledHere + 1 | 0;
      if (step_detectionIsFinal(0, 8) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 0);
      }
      if (word0 !== m[16 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[11] = m[3];
      m[14] = m[6];
      m[15] = m[7];
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action passToken(node: Node)  specs/ewd840/spec.ts:27:17
  function action_passToken() {
    let enabledHere = 0;
    for (let node = 0; node < 3; node++) {
      skip: {
        // require(this.at === node)
        if (m[14 /* at */] !== node) break skip;
        // require(to !== undefined)
        if (node === 0) break skip;
        // require(!this.active[node] || this.color[node] === "black" || this.token === "black")
        if (!(m[8 + node] === 0 || m[11 /* color */ + node] === 0 /* "black" */ || m[15 /* token */] === 0 /* "black" */)) break skip;
        // this.at = to
        m[14 /* at */] = node - 1 | 0;
        if (m[11 /* color */ + node] === 0 /* "black" */) {
          // this.token = "black"
          m[15 /* token */] = 0 /* "black" */;
        }
        // this.color[node] = "white"
        m[11 /* color */ + node] = 1 /* "white" */;
        let word0 = m[16 /* word 0 */] & -449 | m[14 /* at */] << 6 | m[15 /* token */] << 8;
        word0 = word0 & (1 << node + 3 ^ -1) | m[11 /* color */ + node] << node + 3;
        enabledHere = enabledHere + 1 | 0;
        if (step_detectionIsFinal(0, 8) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 1);
        }
        if (word0 !== m[16 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[14] = m[6];
        m[15] = m[7];
        m[11 /* color */ + node] = m[3 /* color */ + node];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action sendMessage(from: Node, to: Node)  specs/ewd840/spec.ts:37:11
  function action_sendMessage() {
    let enabledHere = 0;
    each_from: for (let from = 0; from < 3; from++) {
      // require(this.active[from])
      if (m[8 + from] === 0) continue each_from;
      each_to: for (let to = 0; to < 3; to++) {
        // require(to !== from)
        if (to === from) continue each_to;
        // this.active[to] = true
        m[8 + to] = 1;
        if (from < to) {
          // this.color[from] = "black"
          m[11 /* color */ + from] = 0 /* "black" */;
        }
        let word0 = m[16 /* word 0 */] & (1 << to ^ -1) | m[8 + to] << to;
        word0 = word0 & (1 << from + 3 ^ -1) | m[11 /* color */ + from] << from + 3;
        enabledHere = enabledHere + 1 | 0;
        if (step_detectionIsFinal(0, 8) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 2);
        }
        if (word0 !== m[16 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[8 + to] = m[to];
        m[11 /* color */ + from] = m[3 /* color */ + from];
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action becomeIdle(node: Node)  specs/ewd840/spec.ts:43:11
  function action_becomeIdle() {
    let enabledHere = 0;
    each_node: for (let node = 0; node < 3; node++) {
      // require(this.active[node])
      if (m[8 + node] === 0) continue each_node;
      // this.active[node] = false
      m[8 + node] = 0;
      let word0 = m[16 /* word 0 */] & (1 << node ^ -1) | m[8 + node] << node;
      enabledHere = enabledHere + 1 | 0;
      if (step_detectionIsFinal(0, 8) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 3);
      }
      if (word0 !== m[16 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[8 + node] = m[node];
    }
    enabled[3] += enabledHere;
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

  // The initial states  specs/ewd840/spec.ts:8:14
  function initial() {
    for (let active = 0; active < 8; active++) {
      let rest = active;
      for (let k = 0; k < 3; k++) {
        let digit = rest % 2 | 0;
        m[8 + (2 - k | 0)] = digit;
        rest = rest / 2 | 0;
      }
      for (let color = 0; color < 8; color++) {
        let rest1 = color;
        for (let k1 = 0; k1 < 3; k1++) {
          let digit1 = rest1 % 2 | 0;
          m[11 /* color */ + (2 - k1 | 0)] = digit1;
          rest1 = rest1 / 2 | 0;
        }
        for (let at = 0; at < 3; at++) {
          m[14 /* at */] = at;
          m[15 /* token */] = 0 /* "black" */;
          for (let slot = 0; slot < 8; slot++) {
            $patchSlot(slot);
          }
          writeRow(17);
          if (++sink.count === capacity) sink.flush();
        }
      }
    }
  }

  return {
    words: 1,
    actions: ["startRound", "passToken", "sendMessage", "becomeIdle"],
    invariants: ["noFalseAlarm", "dijkstra"],
    steps: ["detectionIsFinal"],
    reachables: ["termination", "antecedent of noFalseAlarm"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_startRound() + action_passToken() + action_sendMessage() + action_becomeIdle();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_termination(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_noFalseAlarm(0) !== 0) pending[1] = 0;
      if (skip[0] === 0 && invariant_noFalseAlarm(0) === 0) return 0;
      if (skip[1] === 0 && invariant_dijkstra(0) === 0) return 1;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
