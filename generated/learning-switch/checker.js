// LearningSwitch with Node=3: an explicit-state model. Generated; do not edit.
// specs/learning-switch/spec.ts:25:14
//
// A state is 2 words of 32 bits, and 2 slots when unpacked:
//   sent: Set<{ from: Node; source: Node; to: Node }>  slots 0  bits 0.0..0.26
//   paths: Set<{ from: Node; target: Node; to: Node }>  slots 1  bits 1.0..1.26
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 2;

export function createModel(sink) {
  const m = new Int32Array(8);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(2);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,1]);
  const $clearMaskOfSlot = new Int32Array([-134217728,-134217728]);
  const $shiftOfSlot = new Int32Array([0,0]);

  function writeRow(from) {
    const row = sink.count * 2;
    for (let i = 0; i < 2; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(2, 0, 2);
    m.copyWithin(6, 4, 6);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[4]) {
      m[4] = m[6] = word;
      m[0] = m[2] = word & 134217727;
    }
    word = states[offset + 1] | 0;
    if (word !== m[5]) {
      m[5] = m[7] = word;
      m[1] = m[3] = word & 134217727;
    }
  }

  // @invariant reflexive  specs/learning-switch/spec.ts:54:14
  function invariant_reflexive(at) {
    let forall = 1;
    each_target: for (let target = 0; target < 3; target++) {
      let forall1 = 1;
      each_a: for (let a = 0; a < 3; a++) {
        if ((m[1 /* paths */ + at] & 1 << (a * 3 + target) * 3 + a) === 0) {
          forall1 = 0;
          break each_a;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_target;
      }
    }
    return forall;
  }

  // @invariant transitive  specs/learning-switch/spec.ts:58:14
  function invariant_transitive(at) {
    let forall = 1;
    each_target: for (let target = 0; target < 3; target++) {
      let forall1 = 1;
      each_a: for (let a = 0; a < 3; a++) {
        let forall2 = 1;
        each_b: for (let b = 0; b < 3; b++) {
          let forall3 = 1;
          if ((m[1 /* paths */ + at] & 1 << (a * 3 + target) * 3 + b) !== 0) {
            each_c: for (let c = 0; c < 3; c++) {
              if (!((m[1 /* paths */ + at] & 1 << (b * 3 + target) * 3 + c) === 0 || (m[1 /* paths */ + at] & 1 << (a * 3 + target) * 3 + c) !== 0)) {
                forall3 = 0;
                break each_c;
              }
            }
          }
          if (forall3 === 0) {
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
        break each_target;
      }
    }
    return forall;
  }

  // @invariant noLoops  specs/learning-switch/spec.ts:65:14
  function invariant_noLoops(at) {
    let forall = 1;
    each_target: for (let target = 0; target < 3; target++) {
      let forall1 = 1;
      each_a: for (let a = 0; a < 3; a++) {
        let forall2 = 1;
        each_b: for (let b = 0; b < 3; b++) {
          if (!(!((m[1 /* paths */ + at] & 1 << (a * 3 + target) * 3 + b) !== 0 && (m[1 /* paths */ + at] & 1 << (b * 3 + target) * 3 + a) !== 0) || a === b)) {
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
        break each_target;
      }
    }
    return forall;
  }

  // @invariant noForks  specs/learning-switch/spec.ts:72:14
  function invariant_noForks(at) {
    let forall = 1;
    each_target: for (let target = 0; target < 3; target++) {
      let forall1 = 1;
      each_a: for (let a = 0; a < 3; a++) {
        let forall2 = 1;
        each_b: for (let b = 0; b < 3; b++) {
          let forall3 = 1;
          if ((m[1 /* paths */ + at] & 1 << (a * 3 + target) * 3 + b) !== 0) {
            each_c: for (let c = 0; c < 3; c++) {
              if (!((m[1 /* paths */ + at] & 1 << (a * 3 + target) * 3 + c) === 0 || (m[1 /* paths */ + at] & 1 << (b * 3 + target) * 3 + c) !== 0 || (m[1 /* paths */ + at] & 1 << (c * 3 + target) * 3 + b) !== 0)) {
                forall3 = 0;
                break each_c;
              }
            }
          }
          if (forall3 === 0) {
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
        break each_target;
      }
    }
    return forall;
  }

  // @reachable everyoneKnowsTheWay  specs/learning-switch/spec.ts:81:14
  function reachable_everyoneKnowsTheWay(at) {
    let forall = 1;
    each_node: for (let node = 0; node < 3; node++) {
      let forall1 = 1;
      each_target: for (let target = 0; target < 3; target++) {
        if ((m[1 /* paths */ + at] & 1 << (node * 3 + target) * 3 + target) === 0) {
          forall1 = 0;
          break each_target;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_node;
      }
    }
    return forall;
  }

  // @reachable antecedent of transitive  specs/learning-switch/spec.ts:59:12
  function reachable_antecedent_of_transitive(at) {
    let exists = 0;
    each_target: for (let target = 0; target < 3; target++) {
      let exists1 = 0;
      each_a: for (let a = 0; a < 3; a++) {
        let exists2 = 0;
        each_b: for (let b = 0; b < 3; b++) {
          let exists3 = 0;
          if ((m[1 /* paths */ + at] & 1 << (a * 3 + target) * 3 + b) !== 0) {
            each_c: for (let c = 0; c < 3; c++) {
              if ((m[1 /* paths */ + at] & 1 << (b * 3 + target) * 3 + c) !== 0) {
                exists3 = 1;
                break each_c;
              }
            }
          }
          if (exists3 !== 0) {
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
        break each_target;
      }
    }
    return exists;
  }

  // @reachable antecedent of noLoops  specs/learning-switch/spec.ts:66:12
  function reachable_antecedent_of_noLoops(at) {
    let exists = 0;
    each_target: for (let target = 0; target < 3; target++) {
      let exists1 = 0;
      each_a: for (let a = 0; a < 3; a++) {
        let exists2 = 0;
        each_b: for (let b = 0; b < 3; b++) {
          if ((m[1 /* paths */ + at] & 1 << (a * 3 + target) * 3 + b) !== 0 && (m[1 /* paths */ + at] & 1 << (b * 3 + target) * 3 + a) !== 0) {
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
        break each_target;
      }
    }
    return exists;
  }

  // @reachable antecedent of noForks  specs/learning-switch/spec.ts:73:12
  function reachable_antecedent_of_noForks(at) {
    let exists = 0;
    each_target: for (let target = 0; target < 3; target++) {
      let exists1 = 0;
      each_a: for (let a = 0; a < 3; a++) {
        let exists2 = 0;
        each_b: for (let b = 0; b < 3; b++) {
          let exists3 = 0;
          if ((m[1 /* paths */ + at] & 1 << (a * 3 + target) * 3 + b) !== 0) {
            each_c: for (let c = 0; c < 3; c++) {
              if ((m[1 /* paths */ + at] & 1 << (a * 3 + target) * 3 + c) !== 0) {
                exists3 = 1;
                break each_c;
              }
            }
          }
          if (exists3 !== 0) {
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
        break each_target;
      }
    }
    return exists;
  }

  // @action start(source: Node)  specs/learning-switch/spec.ts:32:11
  function action_start() {
    let enabledHere = 0;
    for (let source = 0; source < 3; source++) {
      // this.sent = this.sent.add({ from: source, source, to: source })
      m[2] = m[2] | 1 << (source * 3 + source) * 3 + source;
      let word0 = m[2 /* sent */];
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[4 /* word 0 */]) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = m[5 /* word 1 */];
        }
        if (++sink.count === capacity) sink.flush();
      }
      m[2] = m[0];
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action forward(packet: { from: Node; source: Node; to: Node })  specs/learning-switch/spec.ts:37:11
  function action_forward() {
    let enabledHere = 0;
    for (let packet = 0; packet < 27; packet++) {
      skip: {
        let source = (packet / 3 | 0) % 3;
        let from = packet / 9 | 0;
        let here = packet % 3;
        // require(this.sent.has(packet))
        if ((m[2] & 1 << packet) === 0) break skip;
        let and = here !== source ? 1 : 0;
        if (and !== 0) {
          let exists = 0;
          each_to: for (let to = 0; to < 3; to++) {
            if (to !== here && (m[3 /* paths */] & 1 << (here * 3 + source) * 3 + to) !== 0) {
              exists = 1;
              break each_to;
            }
          }
          and = exists === 0 ? 1 : 0;
        }
        if (and !== 0) {
          // this.paths = this.paths.union(filter((path: { from: Node; target: Node; to: Node }) => path.target === source && this.paths.has({ from: path.from, target: sourc...
          let set = 0;
          for (let path = 0; path < 27; path++) {
            if ((path / 3 | 0) % 3 === source && (m[3 /* paths */] & 1 << ((path / 9 | 0) * 3 + source) * 3 + here) !== 0 && (m[3 /* paths */] & 1 << (from * 3 + source) * 3 + path % 3) !== 0) set = set | 1 << path;
          }
          m[3 /* paths */] = m[3 /* paths */] | set;
        }
        // this.sent = this.sent.union(filter((next: { from: Node; source: Node; to: Node }) => next.source === source && next.from === here))
        let set1 = 0;
        for (let next = 0; next < 27; next++) {
          if ((next / 3 | 0) % 3 === source && (next / 9 | 0) === here) set1 = set1 | 1 << next;
        }
        m[2] = m[2] | set1;
        let word0 = m[2 /* sent */];
        let word1 = m[3 /* paths */];
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[4 /* word 0 */] || word1 !== m[5 /* word 1 */]) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = word1;
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[2] = m[0];
        m[3] = m[1];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 6 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[2 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[2 + slot] ^ m[slot];
  }

  // The initial states  specs/learning-switch/spec.ts:25:14
  function initial() {
    m[2] = 0;
    let set = 0;
    for (let path = 0; path < 27; path++) {
      if ((path / 9 | 0) === path % 3) set = set | 1 << path;
    }
    m[3 /* paths */] = set;
    for (let slot = 0; slot < 2; slot++) {
      $patchSlot(slot);
    }
    writeRow(6);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 2,
    actions: ["start", "forward"],
    invariants: ["reflexive", "transitive", "noLoops", "noForks"],
    steps: [],
    reachables: ["everyoneKnowsTheWay", "antecedent of transitive", "antecedent of noLoops", "antecedent of noForks"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_start() + action_forward();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_everyoneKnowsTheWay(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_transitive(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_noLoops(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_noForks(0) !== 0) pending[3] = 0;
      if (skip[0] === 0 && invariant_reflexive(0) === 0) return 0;
      if (skip[1] === 0 && invariant_transitive(0) === 0) return 1;
      if (skip[2] === 0 && invariant_noLoops(0) === 0) return 2;
      if (skip[3] === 0 && invariant_noForks(0) === 0) return 3;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
