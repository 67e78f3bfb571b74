// MoveTree with Op=3, Node=2, Replica=2: an explicit-state model. Generated; do not edit.
// specs/move-tree/spec.ts:18:14
//
// A state is 2 words of 32 bits, and 22 slots when unpacked:
//   issued: Set<Op>  slots 0  bits 0.0..0.2
//   moves: Record<Op, ({ node: Node; to: (Node) | undefined }) | undefined>  slots 1..9  bits 0.3..0.14
//   seen: Record<Replica, Set<Op>>  slots 10..11  bits 0.15..0.20
//   parent: Record<Replica, Record<Node, (Node) | undefined>>  slots 12..15  bits 0.21..0.28
//   before: Record<Replica, Record<Op, (Node) | undefined>>  slots 16..21  bits 0.29..1.9
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 2;

export function createModel(sink) {
  const m = new Int32Array(65);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(2);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $shiftOfSlot = new Int32Array([0,3,4,5,7,8,9,11,12,13,15,18,21,23,25,27,29,0,2,4,6,8]);
  const $clearMaskOfSlot = new Int32Array([-8,-9,-17,-97,-129,-257,-1537,-2049,-4097,-24577,-229377,-1835009,-6291457,-25165825,-100663297,-402653185,-1610612737,-4,-13,-49,-193,-769]);
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,1,1,1,1]);

  function writeRow(from) {
    const row = sink.count * 2;
    for (let i = 0; i < 2; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(22, 0, 22);
    m.copyWithin(46, 44, 46);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[44]) {
      m[44] = m[46] = word;
      m[0] = m[22] = word & 7;
      m[1] = m[23] = (word >>> 3) & 1;
      m[2] = m[24] = (word >>> 4) & 1;
      m[3] = m[25] = (word >>> 5) & 3;
      m[4] = m[26] = (word >>> 7) & 1;
      m[5] = m[27] = (word >>> 8) & 1;
      m[6] = m[28] = (word >>> 9) & 3;
      m[7] = m[29] = (word >>> 11) & 1;
      m[8] = m[30] = (word >>> 12) & 1;
      m[9] = m[31] = (word >>> 13) & 3;
      m[10] = m[32] = (word >>> 15) & 7;
      m[11] = m[33] = (word >>> 18) & 7;
      m[12] = m[34] = (word >>> 21) & 3;
      m[13] = m[35] = (word >>> 23) & 3;
      m[14] = m[36] = (word >>> 25) & 3;
      m[15] = m[37] = (word >>> 27) & 3;
      m[16] = m[38] = (word >>> 29) & 3;
    }
    word = states[offset + 1] | 0;
    if (word !== m[45]) {
      m[45] = m[47] = word;
      m[17] = m[39] = word & 3;
      m[18] = m[40] = (word >>> 2) & 3;
      m[19] = m[41] = (word >>> 4) & 3;
      m[20] = m[42] = (word >>> 6) & 3;
      m[21] = m[43] = (word >>> 8) & 3;
    }
  }

  // @invariant noCycles  specs/move-tree/spec.ts:96:14
  function invariant_noCycles(at) {
    let forall = 1;
    each_replica: for (let replica = 0; replica < 2; replica++) {
      let forall1 = 1;
      each_node: for (let node = 0; node < 2; node++) {
        let above = m[12 /* parent */ + (at + replica * 2 + node)];
        let or = above === 0 ? 1 : 0;
        if (or === 0) {
          let node_2 = above - 1 | 0;
          let within = node_2 === node ? 1 : 0;
          let at1 = node_2 + 1 | 0;
          let set = 0;
          for (let _n = 0; _n < 2; _n++) {
            set = set | 1 << _n;
          }
          let _step = set;
          for (let _step1$bits = _step; _step1$bits !== 0; _step1$bits &= _step1$bits - 1) {
            const _step1 = 31 - Math.clz32(_step1$bits & -_step1$bits);
            // at = at === undefined ? undefined : this.parent[replica][at]
            let choice = 0;
            if (at1 === 0) {
              choice = 0;
            } else {
              let value = at1;
              if (value === 0) {
                sink.violation("check-failure", 0, -1);
                return 1;
              }
              choice = m[11 /* parent */ + (at + replica * 2 + value)];
            }
            at1 = choice;
            // within = within || at === node
            within = within !== 0 || at1 === node + 1 ? 1 : 0;
          }
          let result = within;
          or = result === 0 ? 1 : 0;
        }
        let result1 = or;
        if (result1 === 0) {
          forall1 = 0;
          break each_node;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_replica;
      }
    }
    return forall;
  }

  // @invariant converges  specs/move-tree/spec.ts:104:14
  function invariant_converges(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 2; a++) {
      let forall1 = 1;
      each_b: for (let b = 0; b < 2; b++) {
        if (!(m[10 /* seen */ + (at + a)] !== m[10 /* seen */ + (at + b)] || m[12 /* parent */ + (at + a * 2)] === m[12 /* parent */ + (at + b * 2)] && m[13 /* parent */ + (at + a * 2)] === m[13 /* parent */ + (at + b * 2)])) {
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

  // @invariant theLastMoveStands  specs/move-tree/spec.ts:109:14
  function invariant_theLastMoveStands(at) {
    let forall = 1;
    each_replica: for (let replica = 0; replica < 2; replica++) {
      let forall1 = 1;
      each_op: for (let op = 0; op < 3; op++) {
        let move = (at + op * 3 | 0) + 1 /* moves */ | 0;
        let and = m[move] !== 0 && (m[10 /* seen */ + (at + replica)] & 1 << op) !== 0 ? 1 : 0;
        if (and !== 0) {
          let forall2 = 1;
          each_o: for (let o$bits = m[10 /* seen */ + (at + replica)]; o$bits !== 0; o$bits &= o$bits - 1) {
            const o = 31 - Math.clz32(o$bits & -o$bits);
            if (op < o) {
              forall2 = 0;
              break each_o;
            }
          }
          and = forall2;
        }
        let implies = and === 0 ? 1 : 0;
        if (implies === 0) {
          let and2 = m[move] !== 0 ? 1 : 0;
          if (and2 !== 0) {
            let or = m[12 /* parent */ + (at + replica * 2 + m[1 + move])] === m[2 + move] ? 1 : 0;
            if (or === 0) {
              let and1 = m[2 + move] !== 0 ? 1 : 0;
              if (and1 !== 0) {
                let value = m[2 + move];
                let node = value - 1 | 0;
                let top = m[1 + move];
                let within = node === top ? 1 : 0;
                let at1 = node + 1 | 0;
                let set = 0;
                for (let _n = 0; _n < 2; _n++) {
                  set = set | 1 << _n;
                }
                let _step = set;
                for (let _step1$bits = _step; _step1$bits !== 0; _step1$bits &= _step1$bits - 1) {
                  const _step1 = 31 - Math.clz32(_step1$bits & -_step1$bits);
                  // at = at === undefined ? undefined : this.parent[replica][at]
                  let choice = 0;
                  if (at1 === 0) {
                    choice = 0;
                  } else {
                    let value1 = at1;
                    if (value1 === 0) {
                      sink.violation("check-failure", 0, -1);
                      return 1;
                    }
                    choice = m[11 /* parent */ + (at + replica * 2 + value1)];
                  }
                  at1 = choice;
                  // within = within || at === top
                  within = within !== 0 || at1 === top + 1 ? 1 : 0;
                }
                let result = within;
                and1 = result;
              }
              or = and1;
            }
            and2 = or;
          }
          implies = and2;
        }
        let result1 = implies;
        if (result1 === 0) {
          forall1 = 0;
          break each_op;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_replica;
      }
    }
    return forall;
  }

  // @reachable aMoveIsLeftOut  specs/move-tree/spec.ts:119:14
  function reachable_aMoveIsLeftOut(at) {
    let exists = 0;
    each_replica: for (let replica = 0; replica < 2; replica++) {
      let exists1 = 0;
      each_op: for (let op = 0; op < 3; op++) {
        let move = (at + op * 3 | 0) + 1 /* moves */ | 0;
        let and = m[move] !== 0 && (m[10 /* seen */ + (at + replica)] & 1 << op) !== 0 ? 1 : 0;
        if (and !== 0) {
          let forall = 1;
          each_o: for (let o$bits = m[10 /* seen */ + (at + replica)]; o$bits !== 0; o$bits &= o$bits - 1) {
            const o = 31 - Math.clz32(o$bits & -o$bits);
            if (op < o) {
              forall = 0;
              break each_o;
            }
          }
          and = forall;
        }
        let result = and !== 0 && m[12 /* parent */ + (at + replica * 2 + m[1 + move])] !== m[2 + move] ? 1 : 0;
        if (result !== 0) {
          exists1 = 1;
          break each_op;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_replica;
      }
    }
    return exists;
  }

  // @reachable threeMovesAreSeenByAll  specs/move-tree/spec.ts:127:14
  function reachable_threeMovesAreSeenByAll(at) {
    let forall = 1;
    each_replica: for (let replica = 0; replica < 2; replica++) {
      let forall1 = 1;
      each_op: for (let op = 0; op < 3; op++) {
        if ((m[10 /* seen */ + (at + replica)] & 1 << op) === 0) {
          forall1 = 0;
          break each_op;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_replica;
      }
    }
    return forall;
  }

  // @reachable antecedent of converges  specs/move-tree/spec.ts:105:12
  function reachable_antecedent_of_converges(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 2; a++) {
      let exists1 = 0;
      each_b: for (let b = 0; b < 2; b++) {
        if (m[10 /* seen */ + (at + a)] === m[10 /* seen */ + (at + b)]) {
          exists1 = 1;
          break each_b;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_a;
      }
    }
    return exists;
  }

  // @action move(op: Op, replica: Replica, node: Node, to: (Node) | undefined)  specs/move-tree/spec.ts:40:11
  function action_move() {
    let enabledHere = 0;
    each_op: for (let op = 0; op < 3; op++) {
      // require(!this.issued.has(op))
      if ((m[22] & 1 << op) !== 0) continue each_op;
      each_replica: for (let replica = 0; replica < 2; replica++) {
        // require(forall(this.seen[replica], (o) => o < op))
        let forall = 1;
        each_o: for (let o$bits = m[32 /* seen */ + replica]; o$bits !== 0; o$bits &= o$bits - 1) {
          const o = 31 - Math.clz32(o$bits & -o$bits);
          if (op <= o) {
            forall = 0;
            break each_o;
          }
        }
        if (forall === 0) continue each_replica;
        for (let node = 0; node < 2; node++) {
          each_to: for (let to = 0; to < 3; to++) {
            // require(this.parent[replica][node] !== to)
            if (m[34 /* parent */ + (replica * 2 + node)] === to) continue each_to;
            skip: {
              instance: {
                // require(to === undefined || !{   })
                let or = to === 0 ? 1 : 0;
                if (or === 0) {
                  let node_2 = to - 1 | 0;
                  let within = node_2 === node ? 1 : 0;
                  let at = node_2 + 1 | 0;
                  let set = 0;
                  for (let _n = 0; _n < 2; _n++) {
                    set = set | 1 << _n;
                  }
                  let _step = set;
                  for (let _step1$bits = _step; _step1$bits !== 0; _step1$bits &= _step1$bits - 1) {
                    const _step1 = 31 - Math.clz32(_step1$bits & -_step1$bits);
                    // at = at === undefined ? undefined : this.parent[replica][at]
                    let choice = 0;
                    if (at === 0) {
                      choice = 0;
                    } else {
                      let value = at;
                      if (value === 0) {
                        sink.violation("failure", 0, 0);
                        break skip;
                      }
                      choice = m[33 /* parent */ + (replica * 2 + value)];
                    }
                    at = choice;
                    // within = within || at === node
                    within = within !== 0 || at === node + 1 ? 1 : 0;
                  }
                  let result = within;
                  or = result === 0 ? 1 : 0;
                }
                if (or === 0) break skip;
                // this.issued = this.issued.add(op)
                m[22] = m[22] | 1 << op;
                // this.moves[op] = { node, to }
                m[24 /* moves */ + op * 3] = node;
                m[25 /* moves */ + op * 3] = to;
                m[23 /* moves */ + op * 3] = 1;
                let undone = 0;
                let later = m[32 /* seen */ + replica];
                each_later: for (let later1$bits = later; later1$bits !== 0; later1$bits &= later1$bits - 1) {
                  const later1 = 31 - Math.clz32(later1$bits & -later1$bits);
                  m[48] = m[23 /* moves */ + later1 * 3];
                  m[49] = m[24 /* moves */ + later1 * 3];
                  m[50] = m[25 /* moves */ + later1 * 3];
                  if (m[48] === 0 || later1 < op || (undone & 1 << m[49]) !== 0) continue each_later;
                  // this.parent[replica][move.node] = this.before[replica][later]
                  let at1 = replica * 2 + m[49] + 34 /* parent */;
                  m[at1] = m[38 /* before */ + (replica * 3 + later1)];
                  // undone = undone.union(new Set([move.node]))
                  let set1 = 0;
                  set1 = set1 | 1 << m[49];
                  undone = undone | set1;
                }
                helper: {
                  m[51] = m[23 /* moves */ + op * 3];
                  m[52] = m[24 /* moves */ + op * 3];
                  m[53] = m[25 /* moves */ + op * 3];
                  if (m[51] === 0) break helper;
                  if (m[51] === 0) {
                    sink.violation("failure", 1, 0);
                    break instance;
                  }
                  let node_3 = m[52];
                  if (m[51] === 0) {
                    sink.violation("failure", 1, 0);
                    break instance;
                  }
                  let to_2 = m[53];
                  // this.before[replica][op] = this.parent[replica][node$3]
                  m[38 /* before */ + (replica * 3 + op)] = m[34 /* parent */ + (replica * 2 + node_3)];
                  let or1 = to_2 === 0 ? 1 : 0;
                  if (or1 === 0) {
                    let node_4 = to_2 - 1 | 0;
                    let within_2 = node_4 === node_3 ? 1 : 0;
                    let at_2 = node_4 + 1 | 0;
                    let set2 = 0;
                    for (let _n_3 = 0; _n_3 < 2; _n_3++) {
                      set2 = set2 | 1 << _n_3;
                    }
                    let _step_2 = set2;
                    for (let _step_21$bits = _step_2; _step_21$bits !== 0; _step_21$bits &= _step_21$bits - 1) {
                      const _step_21 = 31 - Math.clz32(_step_21$bits & -_step_21$bits);
                      // at$2 = at$2 === undefined ? undefined : this.parent[replica][at$2]
                      let choice1 = 0;
                      if (at_2 === 0) {
                        choice1 = 0;
                      } else {
                        let value1 = at_2;
                        if (value1 === 0) {
                          sink.violation("failure", 0, 0);
                          break instance;
                        }
                        choice1 = m[33 /* parent */ + (replica * 2 + value1)];
                      }
                      at_2 = choice1;
                      // within$2 = within$2 || at$2 === node$3
                      within_2 = within_2 !== 0 || at_2 === node_3 + 1 ? 1 : 0;
                    }
                    let result1 = within_2;
                    or1 = result1 === 0 ? 1 : 0;
                  }
                  if (or1 !== 0) {
                    // this.parent[replica][node$3] = to$2
                    m[34 /* parent */ + (replica * 2 + node_3)] = to_2;
                  }
                }
                let later_2 = m[32 /* seen */ + replica];
                for (let later_21$bits = later_2; later_21$bits !== 0; later_21$bits &= later_21$bits - 1) {
                  const later_21 = 31 - Math.clz32(later_21$bits & -later_21$bits);
                  if (op < later_21) {
                    helper1: {
                      m[54] = m[23 /* moves */ + later_21 * 3];
                      m[55] = m[24 /* moves */ + later_21 * 3];
                      m[56] = m[25 /* moves */ + later_21 * 3];
                      if (m[54] === 0) break helper1;
                      if (m[54] === 0) {
                        sink.violation("failure", 1, 0);
                        break instance;
                      }
                      let node_5 = m[55];
                      if (m[54] === 0) {
                        sink.violation("failure", 1, 0);
                        break instance;
                      }
                      let to_3 = m[56];
                      // this.before[replica][later$2] = this.parent[replica][node$5]
                      m[38 /* before */ + (replica * 3 + later_21)] = m[34 /* parent */ + (replica * 2 + node_5)];
                      let or2 = to_3 === 0 ? 1 : 0;
                      if (or2 === 0) {
                        let node_6 = to_3 - 1 | 0;
                        let within_3 = node_6 === node_5 ? 1 : 0;
                        let at_3 = node_6 + 1 | 0;
                        let set3 = 0;
                        for (let _n_5 = 0; _n_5 < 2; _n_5++) {
                          set3 = set3 | 1 << _n_5;
                        }
                        let _step_3 = set3;
                        for (let _step_31$bits = _step_3; _step_31$bits !== 0; _step_31$bits &= _step_31$bits - 1) {
                          const _step_31 = 31 - Math.clz32(_step_31$bits & -_step_31$bits);
                          // at$3 = at$3 === undefined ? undefined : this.parent[replica][at$3]
                          let choice2 = 0;
                          if (at_3 === 0) {
                            choice2 = 0;
                          } else {
                            let value2 = at_3;
                            if (value2 === 0) {
                              sink.violation("failure", 0, 0);
                              break instance;
                            }
                            choice2 = m[33 /* parent */ + (replica * 2 + value2)];
                          }
                          at_3 = choice2;
                          // within$3 = within$3 || at$3 === node$5
                          within_3 = within_3 !== 0 || at_3 === node_5 + 1 ? 1 : 0;
                        }
                        let result2 = within_3;
                        or2 = result2 === 0 ? 1 : 0;
                      }
                      if (or2 !== 0) {
                        // this.parent[replica][node$5] = to$3
                        m[34 /* parent */ + (replica * 2 + node_5)] = to_3;
                      }
                    }
                  }
                }
                // this.seen[replica] = this.seen[replica].add(op)
                m[32 /* seen */ + replica] = m[32 /* seen */ + replica] | 1 << op;
                let word0 = m[44 /* word 0 */] & -2145386504 | m[22 /* issued */] | m[34 /* parent 0 */] << 21 | m[35 /* parent 1 */] << 23 | m[36 /* parent 2 */] << 25 | m[37 /* parent 3 */] << 27 | m[38 /* before 0 */] << 29;
                let word1 = m[39 /* before 1 */] | m[40 /* before 2 */] << 2 | m[41 /* before 3 */] << 4 | m[42 /* before 4 */] << 6 | m[43 /* before 5 */] << 8;
                word0 = word0 & $clearMaskOfSlot[1 /* moves */ + op * 3] | m[23 /* moves */ + op * 3] << $shiftOfSlot[1 /* moves */ + op * 3];
                word0 = word0 & $clearMaskOfSlot[2 /* moves */ + op * 3] | m[24 /* moves */ + op * 3] << $shiftOfSlot[2 /* moves */ + op * 3];
                word0 = word0 & $clearMaskOfSlot[3 /* moves */ + op * 3] | m[25 /* moves */ + op * 3] << $shiftOfSlot[3 /* moves */ + op * 3];
                word0 = word0 & (7 << replica * 3 + 15 ^ -1) | m[32 /* seen */ + replica] << replica * 3 + 15;
                enabledHere = enabledHere + 1 | 0;
                if (word0 !== m[44 /* word 0 */] || word1 !== m[45 /* word 1 */]) {
                  {
                    const row = sink.count * 2;
                    rows[row] = word0;
                    rows[row + 1] = word1;
                  }
                  if (++sink.count === capacity) sink.flush();
                }
              }
              m[22] = m[0];
              m.copyWithin(34, 12, 22);
              m[23 /* moves */ + op * 3] = m[1 /* moves */ + op * 3];
              m[24 /* moves */ + op * 3] = m[2 /* moves */ + op * 3];
              m[25 /* moves */ + op * 3] = m[3 /* moves */ + op * 3];
              m[32 /* seen */ + replica] = m[10 /* seen */ + replica];
            }
          }
        }
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action receive(replica: Replica, op: Op)  specs/move-tree/spec.ts:49:11
  function action_receive() {
    let enabledHere = 0;
    for (let replica = 0; replica < 2; replica++) {
      each_op: for (let op$bits = m[22] & 7; op$bits !== 0; op$bits &= op$bits - 1) {
        const op = 31 - Math.clz32(op$bits & -op$bits);
        // require(!this.seen[replica].has(op))
        if ((m[32 /* seen */ + replica] & 1 << op) !== 0) continue each_op;
        instance: {
          let undone = 0;
          let later = m[32 /* seen */ + replica];
          each_later: for (let later1$bits = later; later1$bits !== 0; later1$bits &= later1$bits - 1) {
            const later1 = 31 - Math.clz32(later1$bits & -later1$bits);
            let move = later1 * 3 + 23 /* moves */;
            if (m[move] === 0 || later1 < op || (undone & 1 << m[1 + move]) !== 0) continue each_later;
            // this.parent[replica][move.node] = this.before[replica][later]
            let at = replica * 2 + m[1 + move] + 34 /* parent */;
            m[at] = m[38 /* before */ + (replica * 3 + later1)];
            // undone = undone.union(new Set([move.node]))
            let set = 0;
            set = set | 1 << m[1 + move];
            undone = undone | set;
          }
          helper: {
            let move_2 = op * 3 + 23 /* moves */;
            if (m[move_2] === 0) break helper;
            let value = move_2;
            if (m[value] === 0) {
              sink.violation("failure", 1, 1);
              break instance;
            }
            let node = m[1 + value];
            if (m[value] === 0) {
              sink.violation("failure", 1, 1);
              break instance;
            }
            let to = m[2 + value];
            // this.before[replica][op] = this.parent[replica][node]
            m[38 /* before */ + (replica * 3 + op)] = m[34 /* parent */ + (replica * 2 + node)];
            let or = to === 0 ? 1 : 0;
            if (or === 0) {
              let node_2 = to - 1 | 0;
              let within = node_2 === node ? 1 : 0;
              let at1 = node_2 + 1 | 0;
              let set1 = 0;
              for (let _n = 0; _n < 2; _n++) {
                set1 = set1 | 1 << _n;
              }
              let _step = set1;
              for (let _step1$bits = _step; _step1$bits !== 0; _step1$bits &= _step1$bits - 1) {
                const _step1 = 31 - Math.clz32(_step1$bits & -_step1$bits);
                // at = at === undefined ? undefined : this.parent[replica][at]
                let choice = 0;
                if (at1 === 0) {
                  choice = 0;
                } else {
                  let value1 = at1;
                  if (value1 === 0) {
                    sink.violation("failure", 0, 1);
                    break instance;
                  }
                  choice = m[33 /* parent */ + (replica * 2 + value1)];
                }
                at1 = choice;
                // within = within || at === node
                within = within !== 0 || at1 === node + 1 ? 1 : 0;
              }
              let result = within;
              or = result === 0 ? 1 : 0;
            }
            if (or !== 0) {
              // this.parent[replica][node] = to
              m[34 /* parent */ + (replica * 2 + node)] = to;
            }
          }
          let later_2 = m[32 /* seen */ + replica];
          for (let later_21$bits = later_2; later_21$bits !== 0; later_21$bits &= later_21$bits - 1) {
            const later_21 = 31 - Math.clz32(later_21$bits & -later_21$bits);
            if (op < later_21) {
              helper1: {
                let move_3 = later_21 * 3 + 23 /* moves */;
                if (m[move_3] === 0) break helper1;
                let value_2 = move_3;
                if (m[value_2] === 0) {
                  sink.violation("failure", 1, 1);
                  break instance;
                }
                let node_3 = m[1 + value_2];
                if (m[value_2] === 0) {
                  sink.violation("failure", 1, 1);
                  break instance;
                }
                let to_2 = m[2 + value_2];
                // this.before[replica][later$2] = this.parent[replica][node$3]
                m[38 /* before */ + (replica * 3 + later_21)] = m[34 /* parent */ + (replica * 2 + node_3)];
                let or1 = to_2 === 0 ? 1 : 0;
                if (or1 === 0) {
                  let node_4 = to_2 - 1 | 0;
                  let within_2 = node_4 === node_3 ? 1 : 0;
                  let at_2 = node_4 + 1 | 0;
                  let set2 = 0;
                  for (let _n_3 = 0; _n_3 < 2; _n_3++) {
                    set2 = set2 | 1 << _n_3;
                  }
                  let _step_2 = set2;
                  for (let _step_21$bits = _step_2; _step_21$bits !== 0; _step_21$bits &= _step_21$bits - 1) {
                    const _step_21 = 31 - Math.clz32(_step_21$bits & -_step_21$bits);
                    // at$2 = at$2 === undefined ? undefined : this.parent[replica][at$2]
                    let choice1 = 0;
                    if (at_2 === 0) {
                      choice1 = 0;
                    } else {
                      let value2 = at_2;
                      if (value2 === 0) {
                        sink.violation("failure", 0, 1);
                        break instance;
                      }
                      choice1 = m[33 /* parent */ + (replica * 2 + value2)];
                    }
                    at_2 = choice1;
                    // within$2 = within$2 || at$2 === node$3
                    within_2 = within_2 !== 0 || at_2 === node_3 + 1 ? 1 : 0;
                  }
                  let result1 = within_2;
                  or1 = result1 === 0 ? 1 : 0;
                }
                if (or1 !== 0) {
                  // this.parent[replica][node$3] = to$2
                  m[34 /* parent */ + (replica * 2 + node_3)] = to_2;
                }
              }
            }
          }
          // this.seen[replica] = this.seen[replica].add(op)
          m[32 /* seen */ + replica] = m[32 /* seen */ + replica] | 1 << op;
          let word0 = m[44 /* word 0 */] & -2145386497 | m[34 /* parent 0 */] << 21 | m[35 /* parent 1 */] << 23 | m[36 /* parent 2 */] << 25 | m[37 /* parent 3 */] << 27 | m[38 /* before 0 */] << 29;
          let word1 = m[39 /* before 1 */] | m[40 /* before 2 */] << 2 | m[41 /* before 3 */] << 4 | m[42 /* before 4 */] << 6 | m[43 /* before 5 */] << 8;
          word0 = word0 & (7 << replica * 3 + 15 ^ -1) | m[32 /* seen */ + replica] << replica * 3 + 15;
          enabledHere = enabledHere + 1 | 0;
          if (word0 !== m[44 /* word 0 */] || word1 !== m[45 /* word 1 */]) {
            {
              const row = sink.count * 2;
              rows[row] = word0;
              rows[row + 1] = word1;
            }
            if (++sink.count === capacity) sink.flush();
          }
        }
        m.copyWithin(34, 12, 22);
        m[32 /* seen */ + replica] = m[10 /* seen */ + replica];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 46 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[22 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[22 + slot] ^ m[slot];
  }

  // The initial states  specs/move-tree/spec.ts:18:14
  function initial() {
    m[22] = 0;
    for (let k = 0; k < 3; k++) {
      m[23 /* moves */ + k * 3] = m[57];
      m[24 /* moves */ + k * 3] = m[58];
      m[25 /* moves */ + k * 3] = m[59];
    }
    for (let k1 = 0; k1 < 2; k1++) {
      m[32 /* seen */ + k1] = 0;
    }
    for (let k2 = 0; k2 < 2; k2++) {
      m[60 + k2] = 0;
    }
    for (let k3 = 0; k3 < 2; k3++) {
      m[34 /* parent */ + k3 * 2] = m[60];
      m[35 /* parent */ + k3 * 2] = m[61];
    }
    for (let k4 = 0; k4 < 3; k4++) {
      m[62 + k4] = 0;
    }
    for (let k5 = 0; k5 < 2; k5++) {
      m[38 /* before */ + k5 * 3] = m[62];
      m[39 /* before */ + k5 * 3] = m[63];
      m[40 /* before */ + k5 * 3] = m[64];
    }
    for (let slot = 0; slot < 22; slot++) {
      $patchSlot(slot);
    }
    writeRow(46);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 2,
    actions: ["move", "receive"],
    invariants: ["noCycles", "converges", "theLastMoveStands"],
    steps: [],
    reachables: ["aMoveIsLeftOut", "threeMovesAreSeenByAll", "antecedent of converges"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_move() + action_receive();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_aMoveIsLeftOut(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_threeMovesAreSeenByAll(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_converges(0) !== 0) pending[2] = 0;
      if (skip[0] === 0 && invariant_noCycles(0) === 0) return 0;
      if (skip[1] === 0 && invariant_converges(0) === 0) return 1;
      if (skip[2] === 0 && invariant_theLastMoveStands(0) === 0) return 2;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
