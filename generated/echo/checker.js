// Echo with Node=3: an explicit-state model. Generated; do not edit.
// specs/echo/spec.ts:12:14
//
// A state is 2 words of 32 bits, and 19 slots when unpacked:
//   initiator: Node  slots 0  bits 0.0..0.1
//   neighbours: Record<Node, Set<Node>>  slots 1..3  bits 0.2..0.10
//   inbox: Record<Node, Set<{ from: Node; kind: "child" | "wave" }>>  slots 4..6  bits 0.11..0.28
//   parent: Record<Node, (Node) | undefined>  slots 7..9  bits 0.29..1.3
//   children: Record<Node, Set<Node>>  slots 10..12  bits 1.4..1.12
//   received: Record<Node, Int<0, 7>>  slots 13..15  bits 1.13..1.21
//   phase: Record<Node, "answer" | "done" | "listen" | "start">  slots 16..18  bits 1.22..1.27
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 2;

export function createModel(sink) {
  const m = new Int32Array(42);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(4);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,1,1,1,1,1,1,1,1,1,1,1]);
  const $clearMaskOfSlot = new Int32Array([-4,-29,-225,-1793,-129025,-8257537,-528482305,-1610612737,-4,-13,-113,-897,-7169,-57345,-458753,-3670017,-12582913,-50331649,-201326593]);
  const $shiftOfSlot = new Int32Array([0,2,5,8,11,17,23,29,0,2,4,7,10,13,16,19,22,24,26]);

  function popcount(x) {
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }

  function writeRow(from) {
    const row = sink.count * 2;
    for (let i = 0; i < 2; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(19, 0, 19);
    m.copyWithin(40, 38, 40);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[38]) {
      m[38] = m[40] = word;
      m[0] = m[19] = word & 3;
      m[1] = m[20] = (word >>> 2) & 7;
      m[2] = m[21] = (word >>> 5) & 7;
      m[3] = m[22] = (word >>> 8) & 7;
      m[4] = m[23] = (word >>> 11) & 63;
      m[5] = m[24] = (word >>> 17) & 63;
      m[6] = m[25] = (word >>> 23) & 63;
      m[7] = m[26] = (word >>> 29) & 3;
    }
    word = states[offset + 1] | 0;
    if (word !== m[39]) {
      m[39] = m[41] = word;
      m[8] = m[27] = word & 3;
      m[9] = m[28] = (word >>> 2) & 3;
      m[10] = m[29] = (word >>> 4) & 7;
      m[11] = m[30] = (word >>> 7) & 7;
      m[12] = m[31] = (word >>> 10) & 7;
      m[13] = m[32] = (word >>> 13) & 7;
      m[14] = m[33] = (word >>> 16) & 7;
      m[15] = m[34] = (word >>> 19) & 7;
      m[16] = m[35] = (word >>> 22) & 3;
      m[17] = m[36] = (word >>> 24) & 3;
      m[18] = m[37] = (word >>> 26) & 3;
    }
  }

  // @invariant initiatorIsTheRoot  specs/echo/spec.ts:83:14
  function invariant_initiatorIsTheRoot(at) {
    return m[7 /* parent */ + (at + m[at])] === 0 ? 1 : 0;
  }

  // @invariant wavesComeFirst  specs/echo/spec.ts:88:14
  function invariant_wavesComeFirst(at) {
    let forall = 1;
    each_node: for (let node = 0; node < 3; node++) {
      let forall1 = 1;
      if (node !== m[at]) {
        if (m[13 /* received */ + (at + node)] === 0) {
          each_from: for (let from = 0; from < 3; from++) {
            if ((m[4 /* inbox */ + (at + node)] & 1 << from * 2) !== 0) {
              forall1 = 0;
              break each_from;
            }
          }
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_node;
      }
    }
    return forall;
  }

  // @invariant parentsAreNeighbours  specs/echo/spec.ts:94:14
  function invariant_parentsAreNeighbours(at) {
    let forall = 1;
    each_node: for (let node = 0; node < 3; node++) {
      let parent = m[7 /* parent */ + (at + node)];
      let result = parent === 0 || (m[1 /* neighbours */ + (at + node)] & 1 << (parent - 1 | 0)) !== 0 ? 1 : 0;
      if (result === 0) {
        forall = 0;
        break each_node;
      }
    }
    return forall;
  }

  // @invariant childrenKnowTheirParent  specs/echo/spec.ts:101:14
  function invariant_childrenKnowTheirParent(at) {
    let forall = 1;
    each_node: for (let node = 0; node < 3; node++) {
      let forall1 = 1;
      each_child: for (let child = 0; child < 3; child++) {
        if (!((m[10 /* children */ + (at + node)] & 1 << child) === 0 || m[7 /* parent */ + (at + child)] === node + 1)) {
          forall1 = 0;
          break each_child;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_node;
      }
    }
    return forall;
  }

  // @invariant parentsKnowTheirChildren  specs/echo/spec.ts:105:14
  function invariant_parentsKnowTheirChildren(at) {
    let forall = 1;
    each_node: for (let node = 0; node < 3; node++) {
      let forall1 = 1;
      if (m[16 /* phase */ + (at + node)] === 1 /* "done" */) {
        each_child: for (let child = 0; child < 3; child++) {
          if (!(m[7 /* parent */ + (at + child)] !== node + 1 || (m[10 /* children */ + (at + node)] & 1 << child) !== 0)) {
            forall1 = 0;
            break each_child;
          }
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_node;
      }
    }
    return forall;
  }

  // @invariant spansTheNetwork  specs/echo/spec.ts:112:14
  function invariant_spansTheNetwork(at) {
    let forall = 1;
    each_node: for (let node = 0; node < 3; node++) {
      if (m[16 /* phase */ + (at + node)] !== 1 /* "done" */) {
        forall = 0;
        break each_node;
      }
    }
    let implies = forall === 0 ? 1 : 0;
    if (implies === 0) {
      let set = 0;
      set = set | 1 << m[at];
      let tree = set;
      let set1 = 0;
      for (let _node = 0; _node < 3; _node++) {
        set1 = set1 | 1 << _node;
      }
      let _round = set1;
      for (let _round1$bits = _round; _round1$bits !== 0; _round1$bits &= _round1$bits - 1) {
        const _round1 = 31 - Math.clz32(_round1$bits & -_round1$bits);
        // tree = filter((node$2: Node) => {   })
        let set2 = 0;
        for (let node_2 = 0; node_2 < 3; node_2++) {
          let parent = m[7 /* parent */ + (at + node_2)];
          let result = (tree & 1 << node_2) !== 0 || parent !== 0 && (tree & 1 << (parent - 1 | 0)) !== 0 ? 1 : 0;
          if (result !== 0) set2 = set2 | 1 << node_2;
        }
        tree = set2;
      }
      let result1 = tree;
      let set3 = 0;
      for (let _node_3 = 0; _node_3 < 3; _node_3++) {
        set3 = set3 | 1 << _node_3;
      }
      implies = popcount(result1) === popcount(set3) ? 1 : 0;
    }
    return implies;
  }

  // @invariant initiatorIsLast  specs/echo/spec.ts:117:14
  function invariant_initiatorIsLast(at) {
    let implies = m[16 /* phase */ + (at + m[at])] !== 1 /* "done" */ ? 1 : 0;
    if (implies === 0) {
      let forall = 1;
      each_node: for (let node = 0; node < 3; node++) {
        if (m[16 /* phase */ + (at + node)] !== 1 /* "done" */) {
          forall = 0;
          break each_node;
        }
      }
      implies = forall;
    }
    return implies;
  }

  // @reachable chain  specs/echo/spec.ts:124:14
  function reachable_chain(at) {
    let forall = 1;
    each_node: for (let node = 0; node < 3; node++) {
      if (m[16 /* phase */ + (at + node)] !== 1 /* "done" */) {
        forall = 0;
        break each_node;
      }
    }
    return forall !== 0 && popcount(m[10 /* children */ + (at + m[at])]) === 1 ? 1 : 0;
  }

  // @reachable star  specs/echo/spec.ts:128:14
  function reachable_star(at) {
    let forall = 1;
    each_node: for (let node = 0; node < 3; node++) {
      if (m[16 /* phase */ + (at + node)] !== 1 /* "done" */) {
        forall = 0;
        break each_node;
      }
    }
    let and = forall;
    if (and !== 0) {
      let set = 0;
      for (let _node = 0; _node < 3; _node++) {
        set = set | 1 << _node;
      }
      and = popcount(m[10 /* children */ + (at + m[at])]) === (popcount(set) - 1 | 0) ? 1 : 0;
    }
    return and;
  }

  // @reachable antecedent of wavesComeFirst  specs/echo/spec.ts:89:12
  function reachable_antecedent_of_wavesComeFirst(at) {
    let exists = 0;
    each_node: for (let node = 0; node < 3; node++) {
      let exists1 = 0;
      if (node !== m[at]) {
        if (m[13 /* received */ + (at + node)] === 0) {
          each_from: for (let from = 0; from < 3; from++) {
            exists1 = 1;
            break each_from;
          }
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_node;
      }
    }
    return exists;
  }

  // @reachable antecedent of childrenKnowTheirParent  specs/echo/spec.ts:102:12
  function reachable_antecedent_of_childrenKnowTheirParent(at) {
    let exists = 0;
    each_node: for (let node = 0; node < 3; node++) {
      let exists1 = 0;
      each_child: for (let child = 0; child < 3; child++) {
        if ((m[10 /* children */ + (at + node)] & 1 << child) !== 0) {
          exists1 = 1;
          break each_child;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_node;
      }
    }
    return exists;
  }

  // @reachable antecedent of parentsKnowTheirChildren  specs/echo/spec.ts:106:12
  function reachable_antecedent_of_parentsKnowTheirChildren(at) {
    let exists = 0;
    each_node: for (let node = 0; node < 3; node++) {
      let exists1 = 0;
      if (m[16 /* phase */ + (at + node)] === 1 /* "done" */) {
        each_child: for (let child = 0; child < 3; child++) {
          if (m[7 /* parent */ + (at + child)] === node + 1) {
            exists1 = 1;
            break each_child;
          }
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_node;
      }
    }
    return exists;
  }

  // @reachable antecedent of spansTheNetwork  specs/echo/spec.ts:133:12
  function reachable_antecedent_of_spansTheNetwork(at) {
    let forall = 1;
    each_node: for (let node = 0; node < 3; node++) {
      if (m[16 /* phase */ + (at + node)] !== 1 /* "done" */) {
        forall = 0;
        break each_node;
      }
    }
    return forall;
  }

  // @reachable antecedent of initiatorIsLast  specs/echo/spec.ts:119:7
  function reachable_antecedent_of_initiatorIsLast(at) {
    return m[16 /* phase */ + (at + m[at])] === 1 /* "done" */ ? 1 : 0;
  }

  // @terminal allDone  specs/echo/spec.ts:132:13
  function terminal_allDone(at) {
    let forall = 1;
    each_node: for (let node = 0; node < 3; node++) {
      if (m[16 /* phase */ + (at + node)] !== 1 /* "done" */) {
        forall = 0;
        break each_node;
      }
    }
    return forall;
  }

  // @assume linksGoBothWays  specs/echo/spec.ts:26:11
  function assume_linksGoBothWays(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      each_b: for (let b = 0; b < 3; b++) {
        if (!((m[1 /* neighbours */ + (at + a)] & 1 << b) === 0 || a !== b && (m[1 /* neighbours */ + (at + b)] & 1 << a) !== 0)) {
          forall1 = 0;
          break each_b;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_a;
      }
    }
    return forall;
  }

  // @action start(node: Node)  specs/echo/spec.ts:31:11
  function action_start() {
    let enabledHere = 0;
    each_node: for (let node = 0; node < 3; node++) {
      // require(this.phase[node] === "start")
      if (m[35 /* phase */ + node] !== 3 /* "start" */) continue each_node;
      if (node === m[19]) {
        let to = m[20 /* neighbours */ + node];
        for (let node_2$bits = to; node_2$bits !== 0; node_2$bits &= node_2$bits - 1) {
          const node_2 = 31 - Math.clz32(node_2$bits & -node_2$bits);
          // this.inbox[node$2] = this.inbox[node$2].add({ from: node, kind: "wave" })
          m[23 /* inbox */ + node_2] = m[23 /* inbox */ + node_2] | 1 << node * 2 + 1 /* "wave" */;
        }
      }
      // this.phase[node] = "listen"
      m[35 /* phase */ + node] = 2 /* "listen" */;
      let word0 = m[38 /* word 0 */] & -536868865 | m[23 /* inbox 0 */] << 11 | m[24 /* inbox 1 */] << 17 | m[25 /* inbox 2 */] << 23;
      let word1 = m[39 /* word 1 */] & (3 << node * 2 + 22 ^ -1) | m[35 /* phase */ + node] << node * 2 + 22;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[38 /* word 0 */] || word1 !== m[39 /* word 1 */]) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = word1;
        }
        if (++sink.count === capacity) sink.flush();
      }
      m[23] = m[4];
      m[24] = m[5];
      m[25] = m[6];
      m[35 /* phase */ + node] = m[16 /* phase */ + node];
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 40 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[19 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[19 + slot] ^ m[slot];
  }

  // Makes the packed word of a slot equal to the source again.
  function $unpatchSlot(slot) {
    let word = $wordOfSlot[slot];
    m[40 + word] = m[38 + word];
  }

  // @action receive(node: Node, message: { from: Node; kind: "child" | "wave" })  specs/echo/spec.ts:38:11
  function action_receive() {
    let enabledHere = 0;
    each_node: for (let node = 0; node < 3; node++) {
      // require(this.phase[node] === "listen")
      if (m[35 /* phase */ + node] !== 2 /* "listen" */) continue each_node;
      // require(this.received[node] < this.neighbours[node].size)
      if (popcount(m[20 /* neighbours */ + node]) <= m[32 /* received */ + node]) continue each_node;
      for (let message$bits = m[23 /* inbox */ + node] & 63; message$bits !== 0; message$bits &= message$bits - 1) {
        const message = 31 - Math.clz32(message$bits & -message$bits);
        instance: {
          // this.inbox[node] = this.inbox[node].delete(message)
          m[23 /* inbox */ + node] = m[23 /* inbox */ + node] & (1 << message ^ -1);
          if (node !== m[19] && m[32 /* received */ + node] === 0) {
            // this.parent[node] = message.from
            m[26 /* parent */ + node] = (message / 2 | 0) + 1;
            let set = 0;
            for (let other$bits = m[20 /* neighbours */ + node]; other$bits !== 0; other$bits &= other$bits - 1) {
              const other = 31 - Math.clz32(other$bits & -other$bits);
              if (other !== (message / 2 | 0)) set = set | 1 << other;
            }
            let to = set;
            for (let node_2$bits = to; node_2$bits !== 0; node_2$bits &= node_2$bits - 1) {
              const node_2 = 31 - Math.clz32(node_2$bits & -node_2$bits);
              // this.inbox[node$2] = this.inbox[node$2].add({ from: node, kind: "wave" })
              m[23 /* inbox */ + node_2] = m[23 /* inbox */ + node_2] | 1 << node * 2 + 1 /* "wave" */;
            }
          }
          if (message % 2 === 0 /* "child" */) {
            // this.children[node] = this.children[node].add(message.from)
            m[29 /* children */ + node] = m[29 /* children */ + node] | 1 << (message / 2 | 0);
          }
          // this.received[node] = this.received[node] + 1
          let value = m[32 /* received */ + node] + 1;
          if (7 < value) {
            sink.violation("failure", 0, 1);
            break instance;
          }
          m[32 /* received */ + node] = value;
          let changed = 0;
          m[40] = m[38 /* word 0 */] & -536868865 | m[23 /* inbox 0 */] << 11 | m[24 /* inbox 1 */] << 17 | m[25 /* inbox 2 */] << 23;
          changed = changed | m[40] ^ m[38 /* word 0 */];
          changed = changed | $patchSlot(node + 7 /* parent */);
          changed = changed | $patchSlot(node + 10 /* children */);
          changed = changed | $patchSlot(node + 13 /* received */);
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(40);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[23] = m[4];
        m[24] = m[5];
        m[25] = m[6];
        m[40] = m[38 /* word 0 */];
        m[26 /* parent */ + node] = m[7 /* parent */ + node];
        $unpatchSlot(node + 7 /* parent */);
        m[29 /* children */ + node] = m[10 /* children */ + node];
        $unpatchSlot(node + 10 /* children */);
        m[32 /* received */ + node] = m[13 /* received */ + node];
        $unpatchSlot(node + 13 /* received */);
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action heardFromAll(node: Node)  specs/echo/spec.ts:50:11
  function action_heardFromAll() {
    let enabledHere = 0;
    each_node: for (let node = 0; node < 3; node++) {
      // require(this.phase[node] === "listen")
      if (m[35 /* phase */ + node] !== 2 /* "listen" */) continue each_node;
      // require(this.received[node] === this.neighbours[node].size)
      if (m[32 /* received */ + node] !== popcount(m[20 /* neighbours */ + node])) continue each_node;
      // this.phase[node] = "answer"
      m[35 /* phase */ + node] = 0 /* "answer" */;
      let word1 = m[39 /* word 1 */] & (3 << node * 2 + 22 ^ -1) | m[35 /* phase */ + node] << node * 2 + 22;
      enabledHere = enabledHere + 1 | 0;
      if (word1 !== m[39 /* word 1 */]) {
        {
          const row = sink.count * 2;
          rows[row] = m[38 /* word 0 */];
          rows[row + 1] = word1;
        }
        if (++sink.count === capacity) sink.flush();
      }
      m[35 /* phase */ + node] = m[16 /* phase */ + node];
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action answer(node: Node)  specs/echo/spec.ts:56:11
  function action_answer() {
    let enabledHere = 0;
    each_node: for (let node = 0; node < 3; node++) {
      // require(this.phase[node] === "answer")
      if (m[35 /* phase */ + node] !== 0 /* "answer" */) continue each_node;
      let parent = m[26 /* parent */ + node];
      if (parent !== 0) {
        let set = 0;
        set = set | 1 << (parent - 1 | 0);
        let to = set;
        for (let node_2$bits = to; node_2$bits !== 0; node_2$bits &= node_2$bits - 1) {
          const node_2 = 31 - Math.clz32(node_2$bits & -node_2$bits);
          // this.inbox[node$2] = this.inbox[node$2].add({ from: node, kind: "child" })
          m[23 /* inbox */ + node_2] = m[23 /* inbox */ + node_2] | 1 << node * 2;
        }
      }
      // this.phase[node] = "done"
      m[35 /* phase */ + node] = 1 /* "done" */;
      let word0 = m[38 /* word 0 */] & -536868865 | m[23 /* inbox 0 */] << 11 | m[24 /* inbox 1 */] << 17 | m[25 /* inbox 2 */] << 23;
      let word1 = m[39 /* word 1 */] & (3 << node * 2 + 22 ^ -1) | m[35 /* phase */ + node] << node * 2 + 22;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[38 /* word 0 */] || word1 !== m[39 /* word 1 */]) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = word1;
        }
        if (++sink.count === capacity) sink.flush();
      }
      m[23] = m[4];
      m[24] = m[5];
      m[25] = m[6];
      m[35 /* phase */ + node] = m[16 /* phase */ + node];
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // The initial states  specs/echo/spec.ts:12:14
  function initial() {
    m[19] = 0;
    for (let node = 0; node < 3; node++) {
      let set = 0;
      for (let other = 0; other < 3; other++) {
        if (other !== node) set = set | 1 << other;
      }
      m[20 /* neighbours */ + node] = set;
    }
    for (let k = 0; k < 3; k++) {
      m[23 /* inbox */ + k] = 0;
    }
    for (let k1 = 0; k1 < 3; k1++) {
      m[26 /* parent */ + k1] = 0;
    }
    for (let k2 = 0; k2 < 3; k2++) {
      m[29 /* children */ + k2] = 0;
    }
    for (let k3 = 0; k3 < 3; k3++) {
      m[32 /* received */ + k3] = 0;
    }
    for (let k4 = 0; k4 < 3; k4++) {
      m[35 /* phase */ + k4] = 3 /* "start" */;
    }
    if (assume_linksGoBothWays(19) === 0) return;
    for (let slot = 0; slot < 19; slot++) {
      $patchSlot(slot);
    }
    writeRow(40);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 2,
    actions: ["start", "receive", "heardFromAll", "answer"],
    invariants: ["initiatorIsTheRoot", "wavesComeFirst", "parentsAreNeighbours", "childrenKnowTheirParent", "parentsKnowTheirChildren", "spansTheNetwork", "initiatorIsLast"],
    steps: [],
    reachables: ["chain", "star", "antecedent of wavesComeFirst", "antecedent of childrenKnowTheirParent", "antecedent of parentsKnowTheirChildren", "antecedent of spansTheNetwork", "antecedent of initiatorIsLast"],
    hasTerminal: true,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_start() + action_receive() + action_heardFromAll() + action_answer();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_chain(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_star(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_wavesComeFirst(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_childrenKnowTheirParent(0) !== 0) pending[3] = 0;
      if (pending[4] !== 0 && reachable_antecedent_of_parentsKnowTheirChildren(0) !== 0) pending[4] = 0;
      if (pending[5] !== 0 && reachable_antecedent_of_spansTheNetwork(0) !== 0) pending[5] = 0;
      if (pending[6] !== 0 && reachable_antecedent_of_initiatorIsLast(0) !== 0) pending[6] = 0;
      if (skip[0] === 0 && invariant_initiatorIsTheRoot(0) === 0) return 0;
      if (skip[1] === 0 && invariant_wavesComeFirst(0) === 0) return 1;
      if (skip[2] === 0 && invariant_parentsAreNeighbours(0) === 0) return 2;
      if (skip[3] === 0 && invariant_childrenKnowTheirParent(0) === 0) return 3;
      if (skip[4] === 0 && invariant_parentsKnowTheirChildren(0) === 0) return 4;
      if (skip[5] === 0 && invariant_spansTheNetwork(0) === 0) return 5;
      if (skip[6] === 0 && invariant_initiatorIsLast(0) === 0) return 6;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return terminal_allDone(0) !== 0;
    },
  };
}
