// QuorumRegister with Node=3: an explicit-state model. Generated; do not edit.
// specs/quorum-register/spec.ts:22:14
//
// A state is 5 words of 32 bits, and 29 slots when unpacked:
//   net.messages: Set<{ kind: "answer"; from: Node; to: Node; version: (Node) | undefined } | { kind: "ask"; from: Node; to: Node } | { kind: "store"; from: Node; t...  slots 0..2  bits 0.0..2.25
//   nodes.down: Set<Node>  slots 3  bits 2.26..2.28
//   nodes.crashed: Int<0, 7>  slots 4  bits 2.29..2.31
//   replica: Record<Node, (Node) | undefined>  slots 5..7  bits 3.0..3.5
//   number: Record<Node, Int<0, 3>>  slots 8..10  bits 3.6..3.11
//   kind: Record<Node, "read" | "write">  slots 11..13  bits 3.12..3.14
//   phase: Record<Node, "asks" | "done" | "idle" | "stores">  slots 14..16  bits 3.15..3.20
//   heard: Record<Node, Set<Node>>  slots 17..19  bits 3.21..3.29
//   newest: Record<Node, (Node) | undefined>  slots 20..22  bits 3.30..4.3
//   unanimous: Record<Node, boolean>  slots 23..25  bits 4.4..4.6
//   before: Record<Node, Set<Node>>  slots 26..28  bits 4.7..4.15
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 5;

export function createModel(sink) {
  const m = new Int32Array(127);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(6);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,1,2,2,2,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,4,4,4,4,4,4,4,4]);
  const $clearMaskOfSlot = new Int32Array([0,0,-67108864,-469762049,536870911,-4,-13,-49,-193,-769,-3073,-4097,-8193,-16385,-98305,-393217,-1572865,-14680065,-117440513,-939524097,1073741823,-4,-13,-17,-33,-65,-897,-7169,-57345]);
  const $shiftOfSlot = new Int32Array([0,0,0,26,29,0,2,4,6,8,10,12,13,14,15,17,19,21,24,27,30,0,2,4,5,6,7,10,13]);

  function popcount(x) {
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }

  function writeRow(from) {
    const row = sink.count * 5;
    for (let i = 0; i < 5; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(29, 0, 29);
    m.copyWithin(63, 58, 63);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[58]) {
      m[58] = m[63] = word;
      m[0] = m[29] = word;
    }
    word = states[offset + 1] | 0;
    if (word !== m[59]) {
      m[59] = m[64] = word;
      m[1] = m[30] = word;
    }
    word = states[offset + 2] | 0;
    if (word !== m[60]) {
      m[60] = m[65] = word;
      m[2] = m[31] = word & 67108863;
      m[3] = m[32] = (word >>> 26) & 7;
      m[4] = m[33] = word >>> 29;
    }
    word = states[offset + 3] | 0;
    if (word !== m[61]) {
      m[61] = m[66] = word;
      m[5] = m[34] = word & 3;
      m[6] = m[35] = (word >>> 2) & 3;
      m[7] = m[36] = (word >>> 4) & 3;
      m[8] = m[37] = (word >>> 6) & 3;
      m[9] = m[38] = (word >>> 8) & 3;
      m[10] = m[39] = (word >>> 10) & 3;
      m[11] = m[40] = (word >>> 12) & 1;
      m[12] = m[41] = (word >>> 13) & 1;
      m[13] = m[42] = (word >>> 14) & 1;
      m[14] = m[43] = (word >>> 15) & 3;
      m[15] = m[44] = (word >>> 17) & 3;
      m[16] = m[45] = (word >>> 19) & 3;
      m[17] = m[46] = (word >>> 21) & 7;
      m[18] = m[47] = (word >>> 24) & 7;
      m[19] = m[48] = (word >>> 27) & 7;
      m[20] = m[49] = word >>> 30;
    }
    word = states[offset + 4] | 0;
    if (word !== m[62]) {
      m[62] = m[67] = word;
      m[21] = m[50] = word & 3;
      m[22] = m[51] = (word >>> 2) & 3;
      m[23] = m[52] = (word >>> 4) & 1;
      m[24] = m[53] = (word >>> 5) & 1;
      m[25] = m[54] = (word >>> 6) & 1;
      m[26] = m[55] = (word >>> 7) & 7;
      m[27] = m[56] = (word >>> 10) & 7;
      m[28] = m[57] = (word >>> 13) & 7;
    }
  }

  // @invariant readsAreFresh  specs/quorum-register/spec.ts:189:14
  function invariant_readsAreFresh(at) {
    let forall = 1;
    each_read: for (let read = 0; read < 3; read++) {
      let forall1 = 1;
      if (m[11 /* kind */ + (at + read)] === 0 /* "read" */) {
        if (m[14 /* phase */ + (at + read)] === 1 /* "done" */) {
          each_write: for (let write = 0; write < 3; write++) {
            let implies = !(m[11 /* kind */ + (at + write)] === 1 /* "write" */ && m[14 /* phase */ + (at + write)] === 1 /* "done" */ && (m[26 /* before */ + (at + read)] & 1 << write) !== 0) ? 1 : 0;
            if (implies === 0) {
              let a = write + 1;
              let b = m[20 /* newest */ + (at + read)];
              let result = a === 0 ? 0 : b === 0 || m[7 /* number */ + (at + b)] < m[7 /* number */ + (at + a)] || m[7 /* number */ + (at + a)] === m[7 /* number */ + (at + b)] && (b - 1 | 0) < (a - 1 | 0) ? 1 : 0;
              implies = result === 0 ? 1 : 0;
            }
            if (implies === 0) {
              forall1 = 0;
              break each_write;
            }
          }
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_read;
      }
    }
    return forall;
  }

  // @invariant readsDoNotGoBack  specs/quorum-register/spec.ts:196:14
  function invariant_readsDoNotGoBack(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      if (m[11 /* kind */ + (at + a)] === 0 /* "read" */) {
        if (m[14 /* phase */ + (at + a)] === 1 /* "done" */) {
          each_b: for (let b = 0; b < 3; b++) {
            let implies = !(m[11 /* kind */ + (at + b)] === 0 /* "read" */ && m[14 /* phase */ + (at + b)] === 1 /* "done" */ && (m[26 /* before */ + (at + b)] & 1 << a) !== 0) ? 1 : 0;
            if (implies === 0) {
              let a_2 = m[20 /* newest */ + (at + a)];
              let b_2 = m[20 /* newest */ + (at + b)];
              let result = a_2 === 0 ? 0 : b_2 === 0 || m[7 /* number */ + (at + b_2)] < m[7 /* number */ + (at + a_2)] || m[7 /* number */ + (at + a_2)] === m[7 /* number */ + (at + b_2)] && (b_2 - 1 | 0) < (a_2 - 1 | 0) ? 1 : 0;
              implies = result === 0 ? 1 : 0;
            }
            if (implies === 0) {
              forall1 = 0;
              break each_b;
            }
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

  // @invariant linearizable  specs/quorum-register/spec.ts:203:14
  function invariant_linearizable(at) {
    let exists = 0;
    each_at: for (let at1 = 0; at1 < 27; at1++) {
      let forall = 1;
      each_a: for (let a = 0; a < 3; a++) {
        let forall1 = 1;
        each_b: for (let b = 0; b < 3; b++) {
          let implies = a === b ? 1 : 0;
          if (implies === 0) {
            let rest = at1;
            for (let k = 0; k < 3; k++) {
              let digit = rest % 3 | 0;
              m[68 + (2 - k | 0)] = digit;
              rest = rest / 3 | 0;
            }
            let rest1 = at1;
            for (let k1 = 0; k1 < 3; k1++) {
              let digit1 = rest1 % 3 | 0;
              m[71 + (2 - k1 | 0)] = digit1;
              rest1 = rest1 / 3 | 0;
            }
            implies = m[68 + a] !== m[71 + b] ? 1 : 0;
          }
          let and = implies;
          if (and !== 0) {
            let implies1 = (m[26 /* before */ + (at + b)] & 1 << a) === 0 ? 1 : 0;
            if (implies1 === 0) {
              let rest2 = at1;
              for (let k2 = 0; k2 < 3; k2++) {
                let digit2 = rest2 % 3 | 0;
                m[74 + (2 - k2 | 0)] = digit2;
                rest2 = rest2 / 3 | 0;
              }
              let rest3 = at1;
              for (let k3 = 0; k3 < 3; k3++) {
                let digit3 = rest3 % 3 | 0;
                m[77 + (2 - k3 | 0)] = digit3;
                rest3 = rest3 / 3 | 0;
              }
              implies1 = m[74 + a] < m[77 + b] ? 1 : 0;
            }
            and = implies1;
          }
          if (and === 0) {
            forall1 = 0;
            break each_b;
          }
        }
        if (forall1 === 0) {
          forall = 0;
          break each_a;
        }
      }
      let and2 = forall;
      if (and2 !== 0) {
        let forall2 = 1;
        each_read: for (let read = 0; read < 3; read++) {
          let implies2 = !(m[11 /* kind */ + (at + read)] === 0 /* "read" */ && m[14 /* phase */ + (at + read)] === 1 /* "done" */) ? 1 : 0;
          if (implies2 === 0) {
            let latest = 0;
            let set = 0;
            for (let n = 0; n < 3; n++) {
              let and1 = m[11 /* kind */ + (at + n)] === 1 /* "write" */ && 0 < m[8 /* number */ + (at + n)] ? 1 : 0;
              if (and1 !== 0) {
                let rest4 = at1;
                for (let k4 = 0; k4 < 3; k4++) {
                  let digit4 = rest4 % 3 | 0;
                  m[80 + (2 - k4 | 0)] = digit4;
                  rest4 = rest4 / 3 | 0;
                }
                let rest5 = at1;
                for (let k5 = 0; k5 < 3; k5++) {
                  let digit5 = rest5 % 3 | 0;
                  m[83 + (2 - k5 | 0)] = digit5;
                  rest5 = rest5 / 3 | 0;
                }
                and1 = m[80 + n] < m[83 + read] ? 1 : 0;
              }
              if (and1 !== 0) set = set | 1 << n;
            }
            let write = set;
            for (let write1$bits = write; write1$bits !== 0; write1$bits &= write1$bits - 1) {
              const write1 = 31 - Math.clz32(write1$bits & -write1$bits);
              let or = latest === 0 ? 1 : 0;
              if (or === 0) {
                let value = latest;
                if (value === 0) {
                  sink.violation("check-failure", 0, -1);
                  return 1;
                }
                let rest6 = at1;
                for (let k6 = 0; k6 < 3; k6++) {
                  let digit6 = rest6 % 3 | 0;
                  m[86 + (2 - k6 | 0)] = digit6;
                  rest6 = rest6 / 3 | 0;
                }
                let rest7 = at1;
                for (let k7 = 0; k7 < 3; k7++) {
                  let digit7 = rest7 % 3 | 0;
                  m[89 + (2 - k7 | 0)] = digit7;
                  rest7 = rest7 / 3 | 0;
                }
                or = m[85 + value] < m[89 + write1] ? 1 : 0;
              }
              if (or !== 0) {
                // latest = write
                latest = write1 + 1;
              }
            }
            let result = latest;
            implies2 = m[20 /* newest */ + (at + read)] === result ? 1 : 0;
          }
          if (implies2 === 0) {
            forall2 = 0;
            break each_read;
          }
        }
        and2 = forall2;
      }
      if (and2 !== 0) {
        exists = 1;
        break each_at;
      }
    }
    return exists;
  }

  // @reachable everyoneIsDone  specs/quorum-register/spec.ts:241:14
  function reachable_everyoneIsDone(at) {
    let forall = 1;
    each_node: for (let node = 0; node < 3; node++) {
      if (m[14 /* phase */ + (at + node)] !== 1 /* "done" */) {
        forall = 0;
        break each_node;
      }
    }
    return forall;
  }

  // @reachable readsSeeWrites  specs/quorum-register/spec.ts:245:14
  function reachable_readsSeeWrites(at) {
    let exists = 0;
    each_read: for (let read = 0; read < 3; read++) {
      let exists1 = 0;
      if (m[11 /* kind */ + (at + read)] === 0 /* "read" */) {
        if (m[14 /* phase */ + (at + read)] === 1 /* "done" */) {
          each_write: for (let write = 0; write < 3; write++) {
            if (m[20 /* newest */ + (at + read)] === write + 1) {
              exists1 = 1;
              break each_write;
            }
          }
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_read;
      }
    }
    return exists;
  }

  // @reachable goesOnWithoutANode  specs/quorum-register/spec.ts:250:14
  function reachable_goesOnWithoutANode(at) {
    let exists = 0;
    each_write: for (let write = 0; write < 3; write++) {
      let exists1 = 0;
      if (m[11 /* kind */ + (at + write)] === 1 /* "write" */) {
        if (m[14 /* phase */ + (at + write)] === 1 /* "done" */) {
          each_node: for (let node = 0; node < 3; node++) {
            if ((m[3 /* nodes.down */ + at] & 1 << node) !== 0 && m[5 /* replica */ + (at + node)] !== write + 1) {
              exists1 = 1;
              break each_node;
            }
          }
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_write;
      }
    }
    return exists;
  }

  // @reachable antecedent of readsAreFresh  specs/quorum-register/spec.ts:190:12
  function reachable_antecedent_of_readsAreFresh(at) {
    let exists = 0;
    each_read: for (let read = 0; read < 3; read++) {
      let exists1 = 0;
      if (m[11 /* kind */ + (at + read)] === 0 /* "read" */) {
        if (m[14 /* phase */ + (at + read)] === 1 /* "done" */) {
          each_write: for (let write = 0; write < 3; write++) {
            if (m[11 /* kind */ + (at + write)] === 1 /* "write" */ && m[14 /* phase */ + (at + write)] === 1 /* "done" */ && (m[26 /* before */ + (at + read)] & 1 << write) !== 0) {
              exists1 = 1;
              break each_write;
            }
          }
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_read;
      }
    }
    return exists;
  }

  // @reachable antecedent of readsDoNotGoBack  specs/quorum-register/spec.ts:197:12
  function reachable_antecedent_of_readsDoNotGoBack(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      if (m[11 /* kind */ + (at + a)] === 0 /* "read" */) {
        if (m[14 /* phase */ + (at + a)] === 1 /* "done" */) {
          each_b: for (let b = 0; b < 3; b++) {
            if (m[11 /* kind */ + (at + b)] === 0 /* "read" */ && m[14 /* phase */ + (at + b)] === 1 /* "done" */ && (m[26 /* before */ + (at + b)] & 1 << a) !== 0) {
              exists1 = 1;
              break each_b;
            }
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

  // @assume writersComeFirst  specs/quorum-register/spec.ts:74:11
  function assume_writersComeFirst(at) {
    let and = m[11 /* kind */ + at] === 1 /* "write" */ && m[13 /* kind */ + at] === 0 /* "read" */ ? 1 : 0;
    if (and !== 0) {
      let forall = 1;
      each_a: for (let a = 0; a < 3; a++) {
        let forall1 = 1;
        each_b: for (let b = 0; b < 3; b++) {
          if (a < b && m[11 /* kind */ + (at + b)] === 1 /* "write" */) {
            forall1 = 0;
            break each_b;
          }
        }
        if (forall1 === 0) {
          forall = 0;
          break each_a;
        }
      }
      and = forall;
    }
    return and;
  }

  // @action nodes.crash(node: Node)  tenet/faults:319:10
  function action_nodes_crash() {
    let enabledHere = 0;
    for (let node = 0; node < 3; node++) {
      skip: {
        instance: {
          let used = m[33 /* nodes.crashed */];
          // require(used < 1)
          if (1 <= used) break skip;
          // this.nodes.crashed = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 1, 0);
            break instance;
          }
          m[33 /* nodes.crashed */] = value;
          // require(!this.nodes.down.has(node))
          if ((m[32 /* nodes.down */] & 1 << node) !== 0) break instance;
          // this.nodes.down = this.nodes.down.add(node)
          m[32 /* nodes.down */] = m[32 /* nodes.down */] | 1 << node;
          let changed = 0;
          m[65] = m[60 /* word 2 */] & 67108863 | m[32 /* nodes.down */] << 26 | m[33 /* nodes.crashed */] << 29;
          changed = changed | m[65] ^ m[60 /* word 2 */];
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(63);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[32] = m[3];
        m[33] = m[4];
        m[65] = m[60 /* word 2 */];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 63 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[29 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[29 + slot] ^ m[slot];
  }

  // Makes the packed word of a slot equal to the source again.
  function $unpatchSlot(slot) {
    let word = $wordOfSlot[slot];
    m[63 + word] = m[58 + word];
  }

  // @action begin(node: Node)  specs/quorum-register/spec.ts:86:11
  function action_begin() {
    let enabledHere = 0;
    each_node: for (let node = 0; node < 3; node++) {
      // require(this.phase[node] === "idle")
      if (m[43 /* phase */ + node] !== 2 /* "idle" */) continue each_node;
      // require(!this.nodes.down.has(node))
      if ((m[32 /* nodes.down */] & 1 << node) !== 0) continue each_node;
      // require(this.kind[node] === "write" || forall((other: Node) => node <= other || this.kind[other] === "write" || this.phase[other] !== "idle" || this.nodes.down....
      let or = m[40 /* kind */ + node] === 1 /* "write" */ ? 1 : 0;
      if (or === 0) {
        let forall = 1;
        each_other: for (let other = 0; other < 3; other++) {
          if (!(node <= other || m[40 /* kind */ + other] === 1 /* "write" */ || m[43 /* phase */ + other] !== 2 /* "idle" */ || (m[32 /* nodes.down */] & 1 << other) !== 0)) {
            forall = 0;
            break each_other;
          }
        }
        or = forall;
      }
      if (or === 0) continue each_node;
      instance: {
        // this.phase[node] = "asks"
        m[43 /* phase */ + node] = 0 /* "asks" */;
        // this.before[node] = filter((other$2: Node) => this.phase[other$2] === "done")
        let set = 0;
        for (let other_2 = 0; other_2 < 3; other_2++) {
          if (m[43 /* phase */ + other_2] === 1 /* "done" */) set = set | 1 << other_2;
        }
        m[55 /* before */ + node] = set;
        // this.newest[node] = this.replica[node]
        m[49 /* newest */ + node] = m[34 /* replica */ + node];
        // this.heard[node] = this.heard[node].add(node)
        m[46 /* heard */ + node] = m[46 /* heard */ + node] | 1 << node;
        if (2 <= popcount(m[46 /* heard */ + node]) || m[40 /* kind */ + node] === 1 /* "write" */) {
          let unanimous = m[52 /* unanimous */ + node];
          // this.heard[node] = new Set()
          m[46 /* heard */ + node] = 0;
          // this.unanimous[node] = true
          m[52 /* unanimous */ + node] = 1;
          // this.net.messages = filter(this.net.messages, (m) => m.kind === "ask" ? m.from !== node : m.kind === "store" || m.to !== node)
          m[92] = 0;
          m[93] = 0;
          m[94] = 0;
          for (let word = 0; word < 3; word++) {
            for (let m1$bits = m[29 + word]; m1$bits !== 0; m1$bits &= m1$bits - 1) {
              const m1 = 31 - Math.clz32(m1$bits & -m1$bits) + word * 32;
              let choice = 0;
              if ((m1 < 36 ? 0 : m1 < 45 ? 1 : m1 < 81 ? 2 : 3) === 1 /* "ask" */) {
                choice = ((m1 - 36 | 0) / 3 | 0) !== node ? 1 : 0;
              } else {
                let or1 = (m1 < 36 ? 0 : m1 < 45 ? 1 : m1 < 81 ? 2 : 3) === 2 /* "store" */ ? 1 : 0;
                if (or1 === 0) {
                  let tag = m1 < 36 ? 0 : m1 < 45 ? 1 : m1 < 81 ? 2 : 3;
                  let to = 0;
                  if (tag === 0) {
                    to = (m1 / 4 | 0) % 3;
                  } else {
                    to = (m1 - 81 | 0) % 3 | 0;
                  }
                  or1 = to !== node ? 1 : 0;
                }
                choice = or1;
              }
              if (choice !== 0) m[92 + (m1 >>> 5)] = m[92 + (m1 >>> 5)] | 1 << m1;
            }
          }
          m[29] = m[92];
          m[30] = m[93];
          m[31] = m[94];
          if (m[40 /* kind */ + node] === 1 /* "write" */) {
            let newest = m[49 /* newest */ + node];
            // this.number[node] = newest === undefined ? 1 : this.number[newest] + 1
            let value = newest === 0 ? 1 : m[36 /* number */ + newest] + 1;
            if (3 < value) {
              sink.violation("failure", 2, 1);
              break instance;
            }
            m[37 /* number */ + node] = value;
            // this.newest[node] = node
            m[49 /* newest */ + node] = node + 1;
          }
          // this.phase[node] = "stores"
          m[43 /* phase */ + node] = 3 /* "stores" */;
          let version = m[49 /* newest */ + node];
          let b = m[34 /* replica */ + node];
          let result = version === 0 ? 0 : b === 0 || m[36 /* number */ + b] < m[36 /* number */ + version] || m[36 /* number */ + version] === m[36 /* number */ + b] && (b - 1 | 0) < (version - 1 | 0) ? 1 : 0;
          if (result !== 0) {
            // this.replica[node] = version
            m[34 /* replica */ + node] = version;
          }
          // this.heard[node] = this.heard[node].add(node)
          m[46 /* heard */ + node] = m[46 /* heard */ + node] | 1 << node;
          let set1 = 0;
          for (let other_4 = 0; other_4 < 3; other_4++) {
            if (other_4 !== node) set1 = set1 | 1 << other_4;
          }
          let to1 = set1;
          for (let to2$bits = to1; to2$bits !== 0; to2$bits &= to2$bits - 1) {
            const to2 = 31 - Math.clz32(to2$bits & -to2$bits);
            m[95] = 2 /* "store" */;
            m[96] = node;
            m[97] = to2;
            m[98] = m[49 /* newest */ + node];
            // this.net.messages = this.net.messages.add(message)
            let index = 0;
            let tag1 = m[95];
            if (tag1 === 0) {
              index = (m[96] * 3 + m[97]) * 4 + m[98];
            } else if (tag1 === 1) {
              index = m[96] * 3 + m[97] + 36;
            } else if (tag1 === 2) {
              index = (m[96] * 3 + m[97]) * 4 + m[98] + 45;
            } else {
              index = m[96] * 3 + m[97] + 81;
            }
            let element = index;
            m[29 + (element >>> 5)] = m[29 + (element >>> 5)] | 1 << element;
          }
          helper: {
            if (popcount(m[46 /* heard */ + node]) < 2) break helper;
            // this.heard[node] = new Set()
            m[46 /* heard */ + node] = 0;
            // this.unanimous[node] = true
            m[52 /* unanimous */ + node] = 1;
            // this.net.messages = filter(this.net.messages, (m$3) => m$3.kind === "ask" ? m$3.from !== node : m$3.kind === "store" || m$3.to !== node)
            m[99] = 0;
            m[100] = 0;
            m[101] = 0;
            for (let word1 = 0; word1 < 3; word1++) {
              for (let m_3$bits = m[29 + word1]; m_3$bits !== 0; m_3$bits &= m_3$bits - 1) {
                const m_3 = 31 - Math.clz32(m_3$bits & -m_3$bits) + word1 * 32;
                let choice1 = 0;
                if ((m_3 < 36 ? 0 : m_3 < 45 ? 1 : m_3 < 81 ? 2 : 3) === 1 /* "ask" */) {
                  choice1 = ((m_3 - 36 | 0) / 3 | 0) !== node ? 1 : 0;
                } else {
                  let or2 = (m_3 < 36 ? 0 : m_3 < 45 ? 1 : m_3 < 81 ? 2 : 3) === 2 /* "store" */ ? 1 : 0;
                  if (or2 === 0) {
                    let tag2 = m_3 < 36 ? 0 : m_3 < 45 ? 1 : m_3 < 81 ? 2 : 3;
                    let to3 = 0;
                    if (tag2 === 0) {
                      to3 = (m_3 / 4 | 0) % 3;
                    } else {
                      to3 = (m_3 - 81 | 0) % 3 | 0;
                    }
                    or2 = to3 !== node ? 1 : 0;
                  }
                  choice1 = or2;
                }
                if (choice1 !== 0) m[99 + (m_3 >>> 5)] = m[99 + (m_3 >>> 5)] | 1 << m_3;
              }
            }
            m[29] = m[99];
            m[30] = m[100];
            m[31] = m[101];
            // this.phase[node] = "done"
            m[43 /* phase */ + node] = 1 /* "done" */;
          }
        } else {
          let set2 = 0;
          for (let other_6 = 0; other_6 < 3; other_6++) {
            if (other_6 !== node) set2 = set2 | 1 << other_6;
          }
          let to_2 = set2;
          for (let to_21$bits = to_2; to_21$bits !== 0; to_21$bits &= to_21$bits - 1) {
            const to_21 = 31 - Math.clz32(to_21$bits & -to_21$bits);
            m[102] = 1 /* "ask" */;
            m[103] = node;
            m[104] = to_21;
            m[105] = 0;
            // this.net.messages = this.net.messages.add(message$2)
            let index1 = 0;
            let tag3 = m[102];
            if (tag3 === 0) {
              index1 = (m[103] * 3 + m[104]) * 4 + m[105];
            } else if (tag3 === 1) {
              index1 = m[103] * 3 + m[104] + 36;
            } else if (tag3 === 2) {
              index1 = (m[103] * 3 + m[104]) * 4 + m[105] + 45;
            } else {
              index1 = m[103] * 3 + m[104] + 81;
            }
            let element1 = index1;
            m[29 + (element1 >>> 5)] = m[29 + (element1 >>> 5)] | 1 << element1;
          }
        }
        let changed = 0;
        m[63] = m[29 /* net.messages 0 */];
        changed = changed | m[63] ^ m[58 /* word 0 */];
        m[64] = m[30 /* net.messages 1 */];
        changed = changed | m[64] ^ m[59 /* word 1 */];
        m[65] = m[60 /* word 2 */] & -67108864 | m[31 /* net.messages 2 */];
        changed = changed | m[65] ^ m[60 /* word 2 */];
        changed = changed | $patchSlot(node + 14 /* phase */);
        changed = changed | $patchSlot(node + 26 /* before */);
        changed = changed | $patchSlot(node + 20 /* newest */);
        changed = changed | $patchSlot(node + 17 /* heard */);
        changed = changed | $patchSlot(node + 17 /* heard */);
        changed = changed | $patchSlot(node + 23 /* unanimous */);
        changed = changed | $patchSlot(node + 8 /* number */);
        changed = changed | $patchSlot(node + 20 /* newest */);
        changed = changed | $patchSlot(node + 14 /* phase */);
        changed = changed | $patchSlot(node + 5 /* replica */);
        changed = changed | $patchSlot(node + 17 /* heard */);
        changed = changed | $patchSlot(node + 17 /* heard */);
        changed = changed | $patchSlot(node + 23 /* unanimous */);
        changed = changed | $patchSlot(node + 14 /* phase */);
        enabledHere = enabledHere + 1 | 0;
        if (changed !== 0) {
          writeRow(63);
          if (++sink.count === capacity) sink.flush();
        }
      }
      m[29] = m[0];
      m[30] = m[1];
      m[31] = m[2];
      m[63] = m[58 /* word 0 */];
      m[64] = m[59 /* word 1 */];
      m[65] = m[60 /* word 2 */];
      m[43 /* phase */ + node] = m[14 /* phase */ + node];
      $unpatchSlot(node + 14 /* phase */);
      m[55 /* before */ + node] = m[26 /* before */ + node];
      $unpatchSlot(node + 26 /* before */);
      m[49 /* newest */ + node] = m[20 /* newest */ + node];
      $unpatchSlot(node + 20 /* newest */);
      m[46 /* heard */ + node] = m[17 /* heard */ + node];
      $unpatchSlot(node + 17 /* heard */);
      m[46 /* heard */ + node] = m[17 /* heard */ + node];
      $unpatchSlot(node + 17 /* heard */);
      m[52 /* unanimous */ + node] = m[23 /* unanimous */ + node];
      $unpatchSlot(node + 23 /* unanimous */);
      m[37 /* number */ + node] = m[8 /* number */ + node];
      $unpatchSlot(node + 8 /* number */);
      m[49 /* newest */ + node] = m[20 /* newest */ + node];
      $unpatchSlot(node + 20 /* newest */);
      m[43 /* phase */ + node] = m[14 /* phase */ + node];
      $unpatchSlot(node + 14 /* phase */);
      m[34 /* replica */ + node] = m[5 /* replica */ + node];
      $unpatchSlot(node + 5 /* replica */);
      m[46 /* heard */ + node] = m[17 /* heard */ + node];
      $unpatchSlot(node + 17 /* heard */);
      m[46 /* heard */ + node] = m[17 /* heard */ + node];
      $unpatchSlot(node + 17 /* heard */);
      m[52 /* unanimous */ + node] = m[23 /* unanimous */ + node];
      $unpatchSlot(node + 23 /* unanimous */);
      m[43 /* phase */ + node] = m[14 /* phase */ + node];
      $unpatchSlot(node + 14 /* phase */);
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action answer(m: { kind: "answer"; from: Node; to: Node; version: (Node) | undefined } | { kind: "ask"; from: Node; to: Node } | { kind: "store"; from: Node; t...
  function action_answer() {
    let enabledHere = 0;
    for (let m1 = 36; m1 < 45; m1++) {
      skip: {
        // require({   })
        let node = (m1 - 36 | 0) % 3 | 0;
        let result = (m[32 /* nodes.down */] & 1 << node) === 0 ? 1 : 0;
        if (result === 0) break skip;
        // require({   })
        let a = (m1 - 36 | 0) / 3 | 0;
        let b = (m1 - 36 | 0) % 3 | 0;
        // require(this.net.messages.has(m))
        if ((m[29 + (m1 >>> 5)] & 1 << m1) === 0) break skip;
        // this.net.messages = this.net.messages.delete(m)
        m[29 + (m1 >>> 5)] = m[29 + (m1 >>> 5)] & (1 << m1 ^ -1);
        m[106] = 0 /* "answer" */;
        m[107] = (m1 - 36 | 0) % 3 | 0;
        m[108] = (m1 - 36 | 0) / 3 | 0;
        m[109] = m[34 /* replica */ + ((m1 - 36 | 0) % 3 | 0)];
        // this.net.messages = this.net.messages.add(message)
        let index = 0;
        let tag = m[106];
        if (tag === 0) {
          index = (m[107] * 3 + m[108]) * 4 + m[109];
        } else if (tag === 1) {
          index = m[107] * 3 + m[108] + 36;
        } else if (tag === 2) {
          index = (m[107] * 3 + m[108]) * 4 + m[109] + 45;
        } else {
          index = m[107] * 3 + m[108] + 81;
        }
        let element = index;
        m[29 + (element >>> 5)] = m[29 + (element >>> 5)] | 1 << element;
        let changed = 0;
        m[63] = m[29 /* net.messages 0 */];
        changed = changed | m[63] ^ m[58 /* word 0 */];
        m[64] = m[30 /* net.messages 1 */];
        changed = changed | m[64] ^ m[59 /* word 1 */];
        m[65] = m[60 /* word 2 */] & -67108864 | m[31 /* net.messages 2 */];
        changed = changed | m[65] ^ m[60 /* word 2 */];
        enabledHere = enabledHere + 1 | 0;
        if (changed !== 0) {
          writeRow(63);
          if (++sink.count === capacity) sink.flush();
        }
        m[29] = m[0];
        m[30] = m[1];
        m[31] = m[2];
        m[63] = m[58 /* word 0 */];
        m[64] = m[59 /* word 1 */];
        m[65] = m[60 /* word 2 */];
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action hear(m: { kind: "answer"; from: Node; to: Node; version: (Node) | undefined } | { kind: "ask"; from: Node; to: Node } | { kind: "store"; from: Node; to:...
  function action_hear() {
    let enabledHere = 0;
    for (let m1 = 0; m1 < 36; m1++) {
      skip: {
        instance: {
          // require({   })
          let node = (m1 / 4 | 0) % 3;
          let result = (m[32 /* nodes.down */] & 1 << node) === 0 ? 1 : 0;
          if (result === 0) break skip;
          // require(this.phase[m.to] === "asks")
          if (m[43 /* phase */ + (m1 / 4 | 0) % 3] !== 0 /* "asks" */) break skip;
          // require({   })
          let a = m1 / 12 | 0;
          let b = (m1 / 4 | 0) % 3;
          // require(this.net.messages.has(m))
          if ((m[29 + (m1 >>> 5)] & 1 << m1) === 0) break skip;
          // this.net.messages = this.net.messages.delete(m)
          m[29 + (m1 >>> 5)] = m[29 + (m1 >>> 5)] & (1 << m1 ^ -1);
          if (m1 % 4 !== m[49 /* newest */ + (m1 / 4 | 0) % 3]) {
            // this.unanimous[m.to] = false
            m[52 /* unanimous */ + (m1 / 4 | 0) % 3] = 0;
          }
          let a_2 = m1 % 4;
          let b_2 = m[49 /* newest */ + (m1 / 4 | 0) % 3];
          let result1 = a_2 === 0 ? 0 : b_2 === 0 || m[36 /* number */ + b_2] < m[36 /* number */ + a_2] || m[36 /* number */ + a_2] === m[36 /* number */ + b_2] && (b_2 - 1 | 0) < (a_2 - 1 | 0) ? 1 : 0;
          if (result1 !== 0) {
            // this.newest[m.to] = m.version
            m[49 /* newest */ + (m1 / 4 | 0) % 3] = m1 % 4;
          }
          // this.heard[m.to] = this.heard[m.to].add(m.from)
          m[46 /* heard */ + (m1 / 4 | 0) % 3] = m[46 /* heard */ + (m1 / 4 | 0) % 3] | 1 << (m1 / 12 | 0);
          let node_2 = (m1 / 4 | 0) % 3;
          let result2 = 2 <= popcount(m[46 /* heard */ + node_2]) || m[40 /* kind */ + node_2] === 1 /* "write" */ ? 1 : 0;
          if (result2 !== 0) {
            let node_3 = (m1 / 4 | 0) % 3;
            let unanimous = m[52 /* unanimous */ + node_3];
            // this.heard[node$3] = new Set()
            m[46 /* heard */ + node_3] = 0;
            // this.unanimous[node$3] = true
            m[52 /* unanimous */ + node_3] = 1;
            // this.net.messages = filter(this.net.messages, (m$2) => m$2.kind === "ask" ? m$2.from !== node$3 : m$2.kind === "store" || m$2.to !== node$3)
            m[110] = 0;
            m[111] = 0;
            m[112] = 0;
            for (let word = 0; word < 3; word++) {
              for (let m_2$bits = m[29 + word]; m_2$bits !== 0; m_2$bits &= m_2$bits - 1) {
                const m_2 = 31 - Math.clz32(m_2$bits & -m_2$bits) + word * 32;
                let choice = 0;
                if ((m_2 < 36 ? 0 : m_2 < 45 ? 1 : m_2 < 81 ? 2 : 3) === 1 /* "ask" */) {
                  choice = ((m_2 - 36 | 0) / 3 | 0) !== node_3 ? 1 : 0;
                } else {
                  let or = (m_2 < 36 ? 0 : m_2 < 45 ? 1 : m_2 < 81 ? 2 : 3) === 2 /* "store" */ ? 1 : 0;
                  if (or === 0) {
                    let tag = m_2 < 36 ? 0 : m_2 < 45 ? 1 : m_2 < 81 ? 2 : 3;
                    let to = 0;
                    if (tag === 0) {
                      to = (m_2 / 4 | 0) % 3;
                    } else {
                      to = (m_2 - 81 | 0) % 3 | 0;
                    }
                    or = to !== node_3 ? 1 : 0;
                  }
                  choice = or;
                }
                if (choice !== 0) m[110 + (m_2 >>> 5)] = m[110 + (m_2 >>> 5)] | 1 << m_2;
              }
            }
            m[29] = m[110];
            m[30] = m[111];
            m[31] = m[112];
            if (m[40 /* kind */ + node_3] === 1 /* "write" */) {
              let newest = m[49 /* newest */ + node_3];
              // this.number[node$3] = newest === undefined ? 1 : this.number[newest] + 1
              let value = newest === 0 ? 1 : m[36 /* number */ + newest] + 1;
              if (3 < value) {
                sink.violation("failure", 2, 3);
                break instance;
              }
              m[37 /* number */ + node_3] = value;
              // this.newest[node$3] = node$3
              m[49 /* newest */ + node_3] = node_3 + 1;
            }
            // this.phase[node$3] = "stores"
            m[43 /* phase */ + node_3] = 3 /* "stores" */;
            let version = m[49 /* newest */ + node_3];
            let b_3 = m[34 /* replica */ + node_3];
            let result3 = version === 0 ? 0 : b_3 === 0 || m[36 /* number */ + b_3] < m[36 /* number */ + version] || m[36 /* number */ + version] === m[36 /* number */ + b_3] && (b_3 - 1 | 0) < (version - 1 | 0) ? 1 : 0;
            if (result3 !== 0) {
              // this.replica[node$3] = version
              m[34 /* replica */ + node_3] = version;
            }
            // this.heard[node$3] = this.heard[node$3].add(node$3)
            m[46 /* heard */ + node_3] = m[46 /* heard */ + node_3] | 1 << node_3;
            let set = 0;
            for (let other = 0; other < 3; other++) {
              if (other !== node_3) set = set | 1 << other;
            }
            let to1 = set;
            for (let to2$bits = to1; to2$bits !== 0; to2$bits &= to2$bits - 1) {
              const to2 = 31 - Math.clz32(to2$bits & -to2$bits);
              m[113] = 2 /* "store" */;
              m[114] = node_3;
              m[115] = to2;
              m[116] = m[49 /* newest */ + node_3];
              // this.net.messages = this.net.messages.add(message)
              let index = 0;
              let tag1 = m[113];
              if (tag1 === 0) {
                index = (m[114] * 3 + m[115]) * 4 + m[116];
              } else if (tag1 === 1) {
                index = m[114] * 3 + m[115] + 36;
              } else if (tag1 === 2) {
                index = (m[114] * 3 + m[115]) * 4 + m[116] + 45;
              } else {
                index = m[114] * 3 + m[115] + 81;
              }
              let element = index;
              m[29 + (element >>> 5)] = m[29 + (element >>> 5)] | 1 << element;
            }
            helper: {
              if (popcount(m[46 /* heard */ + node_3]) < 2) break helper;
              // this.heard[node$3] = new Set()
              m[46 /* heard */ + node_3] = 0;
              // this.unanimous[node$3] = true
              m[52 /* unanimous */ + node_3] = 1;
              // this.net.messages = filter(this.net.messages, (m$4) => m$4.kind === "ask" ? m$4.from !== node$3 : m$4.kind === "store" || m$4.to !== node$3)
              m[117] = 0;
              m[118] = 0;
              m[119] = 0;
              for (let word1 = 0; word1 < 3; word1++) {
                for (let m_4$bits = m[29 + word1]; m_4$bits !== 0; m_4$bits &= m_4$bits - 1) {
                  const m_4 = 31 - Math.clz32(m_4$bits & -m_4$bits) + word1 * 32;
                  let choice1 = 0;
                  if ((m_4 < 36 ? 0 : m_4 < 45 ? 1 : m_4 < 81 ? 2 : 3) === 1 /* "ask" */) {
                    choice1 = ((m_4 - 36 | 0) / 3 | 0) !== node_3 ? 1 : 0;
                  } else {
                    let or1 = (m_4 < 36 ? 0 : m_4 < 45 ? 1 : m_4 < 81 ? 2 : 3) === 2 /* "store" */ ? 1 : 0;
                    if (or1 === 0) {
                      let tag2 = m_4 < 36 ? 0 : m_4 < 45 ? 1 : m_4 < 81 ? 2 : 3;
                      let to3 = 0;
                      if (tag2 === 0) {
                        to3 = (m_4 / 4 | 0) % 3;
                      } else {
                        to3 = (m_4 - 81 | 0) % 3 | 0;
                      }
                      or1 = to3 !== node_3 ? 1 : 0;
                    }
                    choice1 = or1;
                  }
                  if (choice1 !== 0) m[117 + (m_4 >>> 5)] = m[117 + (m_4 >>> 5)] | 1 << m_4;
                }
              }
              m[29] = m[117];
              m[30] = m[118];
              m[31] = m[119];
              // this.phase[node$3] = "done"
              m[43 /* phase */ + node_3] = 1 /* "done" */;
            }
          }
          let changed = 0;
          m[63] = m[29 /* net.messages 0 */];
          changed = changed | m[63] ^ m[58 /* word 0 */];
          m[64] = m[30 /* net.messages 1 */];
          changed = changed | m[64] ^ m[59 /* word 1 */];
          m[65] = m[60 /* word 2 */] & -67108864 | m[31 /* net.messages 2 */];
          changed = changed | m[65] ^ m[60 /* word 2 */];
          m[66] = m[61 /* word 3 */] & 28672 | m[34 /* replica 0 */] | m[35 /* replica 1 */] << 2 | m[36 /* replica 2 */] << 4 | m[37 /* number 0 */] << 6 | m[38 /* number 1 */] << 8 | m[39 /* number 2 */] << 10 | m[43 /* phase 0 */] << 15 | m[44 /* phase 1 */] << 17 | m[45 /* phase 2 */] << 19 | m[46 /* heard 0 */] << 21 | m[47 /* heard 1 */] << 24 | m[48 /* heard 2 */] << 27 | m[49 /* newest 0 */] << 30;
          changed = changed | m[66] ^ m[61 /* word 3 */];
          m[67] = m[62 /* word 4 */] & -128 | m[50 /* newest 1 */] | m[51 /* newest 2 */] << 2 | m[52 /* unanimous 0 */] << 4 | m[53 /* unanimous 1 */] << 5 | m[54 /* unanimous 2 */] << 6;
          changed = changed | m[67] ^ m[62 /* word 4 */];
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(63);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[29] = m[0];
        m[30] = m[1];
        m[31] = m[2];
        m.copyWithin(34, 5, 11);
        m.copyWithin(43, 14, 26);
        m[63] = m[58 /* word 0 */];
        m[64] = m[59 /* word 1 */];
        m[65] = m[60 /* word 2 */];
        m[66] = m[61 /* word 3 */];
        m[67] = m[62 /* word 4 */];
      }
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action store(m: { kind: "answer"; from: Node; to: Node; version: (Node) | undefined } | { kind: "ask"; from: Node; to: Node } | { kind: "store"; from: Node; to...
  function action_store() {
    let enabledHere = 0;
    for (let m1 = 45; m1 < 81; m1++) {
      skip: {
        // require({   })
        let node = ((m1 - 45 | 0) / 4 | 0) % 3 | 0;
        let result = (m[32 /* nodes.down */] & 1 << node) === 0 ? 1 : 0;
        if (result === 0) break skip;
        // require({   })
        let a = (m1 - 45 | 0) / 12 | 0;
        let b = ((m1 - 45 | 0) / 4 | 0) % 3 | 0;
        // require(this.net.messages.has(m))
        if ((m[29 + (m1 >>> 5)] & 1 << m1) === 0) break skip;
        // this.net.messages = this.net.messages.delete(m)
        m[29 + (m1 >>> 5)] = m[29 + (m1 >>> 5)] & (1 << m1 ^ -1);
        let node_2 = ((m1 - 45 | 0) / 4 | 0) % 3 | 0;
        let version = (m1 - 45 | 0) % 4 | 0;
        let b_2 = m[34 /* replica */ + node_2];
        let result1 = version === 0 ? 0 : b_2 === 0 || m[36 /* number */ + b_2] < m[36 /* number */ + version] || m[36 /* number */ + version] === m[36 /* number */ + b_2] && (b_2 - 1 | 0) < (version - 1 | 0) ? 1 : 0;
        if (result1 !== 0) {
          // this.replica[node$2] = version
          m[34 /* replica */ + node_2] = version;
        }
        if (m[43 /* phase */ + ((m1 - 45 | 0) / 12 | 0)] === 3 /* "stores" */) {
          m[120] = 3 /* "stored" */;
          m[121] = ((m1 - 45 | 0) / 4 | 0) % 3 | 0;
          m[122] = (m1 - 45 | 0) / 12 | 0;
          m[123] = 0;
          // this.net.messages = this.net.messages.add(message)
          let index = 0;
          let tag = m[120];
          if (tag === 0) {
            index = (m[121] * 3 + m[122]) * 4 + m[123];
          } else if (tag === 1) {
            index = m[121] * 3 + m[122] + 36;
          } else if (tag === 2) {
            index = (m[121] * 3 + m[122]) * 4 + m[123] + 45;
          } else {
            index = m[121] * 3 + m[122] + 81;
          }
          let element = index;
          m[29 + (element >>> 5)] = m[29 + (element >>> 5)] | 1 << element;
        }
        let changed = 0;
        m[63] = m[29 /* net.messages 0 */];
        changed = changed | m[63] ^ m[58 /* word 0 */];
        m[64] = m[30 /* net.messages 1 */];
        changed = changed | m[64] ^ m[59 /* word 1 */];
        m[65] = m[60 /* word 2 */] & -67108864 | m[31 /* net.messages 2 */];
        changed = changed | m[65] ^ m[60 /* word 2 */];
        m[66] = m[61 /* word 3 */] & -64 | m[34 /* replica 0 */] | m[35 /* replica 1 */] << 2 | m[36 /* replica 2 */] << 4;
        changed = changed | m[66] ^ m[61 /* word 3 */];
        enabledHere = enabledHere + 1 | 0;
        if (changed !== 0) {
          writeRow(63);
          if (++sink.count === capacity) sink.flush();
        }
        m[29] = m[0];
        m[30] = m[1];
        m[31] = m[2];
        m[34] = m[5];
        m[35] = m[6];
        m[36] = m[7];
        m[63] = m[58 /* word 0 */];
        m[64] = m[59 /* word 1 */];
        m[65] = m[60 /* word 2 */];
        m[66] = m[61 /* word 3 */];
      }
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action confirm(m: { kind: "answer"; from: Node; to: Node; version: (Node) | undefined } | { kind: "ask"; from: Node; to: Node } | { kind: "store"; from: Node; ...
  function action_confirm() {
    let enabledHere = 0;
    for (let m1 = 81; m1 < 90; m1++) {
      skip: {
        // require({   })
        let node = (m1 - 81 | 0) % 3 | 0;
        let result = (m[32 /* nodes.down */] & 1 << node) === 0 ? 1 : 0;
        if (result === 0) break skip;
        // require(this.phase[m.to] === "stores")
        if (m[43 /* phase */ + ((m1 - 81 | 0) % 3 | 0)] !== 3 /* "stores" */) break skip;
        // require({   })
        let a = (m1 - 81 | 0) / 3 | 0;
        let b = (m1 - 81 | 0) % 3 | 0;
        // require(this.net.messages.has(m))
        if ((m[29 + (m1 >>> 5)] & 1 << m1) === 0) break skip;
        // this.net.messages = this.net.messages.delete(m)
        m[29 + (m1 >>> 5)] = m[29 + (m1 >>> 5)] & (1 << m1 ^ -1);
        // this.heard[m.to] = this.heard[m.to].add(m.from)
        m[46 /* heard */ + ((m1 - 81 | 0) % 3 | 0)] = m[46 /* heard */ + ((m1 - 81 | 0) % 3 | 0)] | 1 << ((m1 - 81 | 0) / 3 | 0);
        let node_2 = (m1 - 81 | 0) % 3 | 0;
        helper: {
          if (popcount(m[46 /* heard */ + node_2]) < 2) break helper;
          // this.heard[node$2] = new Set()
          m[46 /* heard */ + node_2] = 0;
          // this.unanimous[node$2] = true
          m[52 /* unanimous */ + node_2] = 1;
          // this.net.messages = filter(this.net.messages, (m$2) => m$2.kind === "ask" ? m$2.from !== node$2 : m$2.kind === "store" || m$2.to !== node$2)
          m[124] = 0;
          m[125] = 0;
          m[126] = 0;
          for (let word = 0; word < 3; word++) {
            for (let m_2$bits = m[29 + word]; m_2$bits !== 0; m_2$bits &= m_2$bits - 1) {
              const m_2 = 31 - Math.clz32(m_2$bits & -m_2$bits) + word * 32;
              let choice = 0;
              if ((m_2 < 36 ? 0 : m_2 < 45 ? 1 : m_2 < 81 ? 2 : 3) === 1 /* "ask" */) {
                choice = ((m_2 - 36 | 0) / 3 | 0) !== node_2 ? 1 : 0;
              } else {
                let or = (m_2 < 36 ? 0 : m_2 < 45 ? 1 : m_2 < 81 ? 2 : 3) === 2 /* "store" */ ? 1 : 0;
                if (or === 0) {
                  let tag = m_2 < 36 ? 0 : m_2 < 45 ? 1 : m_2 < 81 ? 2 : 3;
                  let to = 0;
                  if (tag === 0) {
                    to = (m_2 / 4 | 0) % 3;
                  } else {
                    to = (m_2 - 81 | 0) % 3 | 0;
                  }
                  or = to !== node_2 ? 1 : 0;
                }
                choice = or;
              }
              if (choice !== 0) m[124 + (m_2 >>> 5)] = m[124 + (m_2 >>> 5)] | 1 << m_2;
            }
          }
          m[29] = m[124];
          m[30] = m[125];
          m[31] = m[126];
          // this.phase[node$2] = "done"
          m[43 /* phase */ + node_2] = 1 /* "done" */;
        }
        let changed = 0;
        m[63] = m[29 /* net.messages 0 */];
        changed = changed | m[63] ^ m[58 /* word 0 */];
        m[64] = m[30 /* net.messages 1 */];
        changed = changed | m[64] ^ m[59 /* word 1 */];
        m[65] = m[60 /* word 2 */] & -67108864 | m[31 /* net.messages 2 */];
        changed = changed | m[65] ^ m[60 /* word 2 */];
        m[66] = m[61 /* word 3 */] & -1073709057 | m[43 /* phase 0 */] << 15 | m[44 /* phase 1 */] << 17 | m[45 /* phase 2 */] << 19 | m[46 /* heard 0 */] << 21 | m[47 /* heard 1 */] << 24 | m[48 /* heard 2 */] << 27;
        changed = changed | m[66] ^ m[61 /* word 3 */];
        m[67] = m[62 /* word 4 */] & -113 | m[52 /* unanimous 0 */] << 4 | m[53 /* unanimous 1 */] << 5 | m[54 /* unanimous 2 */] << 6;
        changed = changed | m[67] ^ m[62 /* word 4 */];
        enabledHere = enabledHere + 1 | 0;
        if (changed !== 0) {
          writeRow(63);
          if (++sink.count === capacity) sink.flush();
        }
        m[29] = m[0];
        m[30] = m[1];
        m[31] = m[2];
        m.copyWithin(43, 14, 20);
        m[52] = m[23];
        m[53] = m[24];
        m[54] = m[25];
        m[63] = m[58 /* word 0 */];
        m[64] = m[59 /* word 1 */];
        m[65] = m[60 /* word 2 */];
        m[66] = m[61 /* word 3 */];
        m[67] = m[62 /* word 4 */];
      }
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // The initial states  specs/quorum-register/spec.ts:22:14
  function initial() {
    m[29] = 0;
    m[30] = 0;
    m[31] = 0;
    m[32 /* nodes.down */] = 0;
    m[33 /* nodes.crashed */] = 0;
    for (let k = 0; k < 3; k++) {
      m[34 /* replica */ + k] = 0;
    }
    for (let k1 = 0; k1 < 3; k1++) {
      m[37 /* number */ + k1] = 0;
    }
    each_kind: for (let kind = 0; kind < 8; kind++) {
      let rest = kind;
      for (let k2 = 0; k2 < 3; k2++) {
        let digit = rest % 2 | 0;
        m[40 /* kind */ + (2 - k2 | 0)] = digit;
        rest = rest / 2 | 0;
      }
      for (let k3 = 0; k3 < 3; k3++) {
        m[43 /* phase */ + k3] = 2 /* "idle" */;
      }
      for (let k4 = 0; k4 < 3; k4++) {
        m[46 /* heard */ + k4] = 0;
      }
      for (let k5 = 0; k5 < 3; k5++) {
        m[49 /* newest */ + k5] = 0;
      }
      for (let k6 = 0; k6 < 3; k6++) {
        m[52 /* unanimous */ + k6] = 1;
      }
      for (let k7 = 0; k7 < 3; k7++) {
        m[55 /* before */ + k7] = 0;
      }
      if (assume_writersComeFirst(29) === 0) continue each_kind;
      for (let slot = 0; slot < 29; slot++) {
        $patchSlot(slot);
      }
      writeRow(63);
      if (++sink.count === capacity) sink.flush();
    }
  }

  return {
    words: 5,
    actions: ["nodes.crash", "begin", "answer", "hear", "store", "confirm"],
    invariants: ["readsAreFresh", "readsDoNotGoBack", "linearizable"],
    steps: [],
    reachables: ["everyoneIsDone", "readsSeeWrites", "goesOnWithoutANode", "antecedent of readsAreFresh", "antecedent of readsDoNotGoBack"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_nodes_crash() + action_begin() + action_answer() + action_hear() + action_store() + action_confirm();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_everyoneIsDone(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_readsSeeWrites(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_goesOnWithoutANode(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_readsAreFresh(0) !== 0) pending[3] = 0;
      if (pending[4] !== 0 && reachable_antecedent_of_readsDoNotGoBack(0) !== 0) pending[4] = 0;
      if (skip[0] === 0 && invariant_readsAreFresh(0) === 0) return 0;
      if (skip[1] === 0 && invariant_readsDoNotGoBack(0) === 0) return 1;
      if (skip[2] === 0 && invariant_linearizable(0) === 0) return 2;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
