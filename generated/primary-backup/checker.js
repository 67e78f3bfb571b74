// PrimaryBackup with View=3, Write=1: an explicit-state model. Generated; do not edit.
// specs/primary-backup/spec.ts:27:14
//
// A state is 3 words of 32 bits, and 21 slots when unpacked:
//   net.messages: Set<{ kind: "acknowledgement"; from: "a" | "b"; to: "client"; view: View; write: Write } | { kind: "copied"; from: "a" | "b"; to: "a" | "b"; view:...  slots 0..2  bits 0.0..2.1
//   nodes.down: Set<"a" | "b">  slots 3  bits 2.2..2.3
//   nodes.crashed: Int<0, 7>  slots 4  bits 2.4..2.6
//   current: View  slots 5  bits 2.7..2.8
//   primary: Record<View, "a" | "b">  slots 6..8  bits 2.9..2.11
//   backup: Record<View, ("a" | "b") | undefined>  slots 9..11  bits 2.12..2.17
//   view: Record<"a" | "b", View>  slots 12..13  bits 2.18..2.21
//   log: Record<"a" | "b", Seq<Write, 2>>  slots 14..19  bits 2.22..2.0
//   acknowledged: Set<Write>  slots 20  bits 2.26..2.26
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 3;

export function createModel(sink) {
  const m = new Int32Array(99);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(11);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $to__a_____b_____client___a_____b_ = new Int32Array([0,1,-1]);
  const $to__client___a_____b_____client_____witness_ = new Int32Array([2]);
  const $to__a_____b_____client_____witness___a_____b_ = new Int32Array([0,1,-1,-1]);
  const $to__a_____b_____witness___a_____b_____client_____witness_ = new Int32Array([0,1,3]);
  const $shiftOfSlot = new Int32Array([0,0,0,2,4,7,9,10,11,12,14,16,18,20,22,0,0,24,0,0,26]);
  const $clearMaskOfSlot = new Int32Array([0,0,-4,-13,-113,-385,-513,-1025,-2049,-12289,-49153,-196609,-786433,-3145729,-12582913,-1,-1,-50331649,-1,-1,-67108865]);
  const $to__witness___a_____b_____client_____witness_ = new Int32Array([3]);
  const $wordOfSlot = new Int32Array([0,1,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2]);

  function writeRow(from) {
    const row = sink.count * 3;
    for (let i = 0; i < 3; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(21, 0, 21);
    m.copyWithin(45, 42, 45);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[42]) {
      m[42] = m[45] = word;
      m[0] = m[21] = word;
    }
    word = states[offset + 1] | 0;
    if (word !== m[43]) {
      m[43] = m[46] = word;
      m[1] = m[22] = word;
    }
    word = states[offset + 2] | 0;
    if (word !== m[44]) {
      m[44] = m[47] = word;
      m[2] = m[23] = word & 3;
      m[3] = m[24] = (word >>> 2) & 3;
      m[4] = m[25] = (word >>> 4) & 7;
      m[5] = m[26] = (word >>> 7) & 3;
      m[6] = m[27] = (word >>> 9) & 1;
      m[7] = m[28] = (word >>> 10) & 1;
      m[8] = m[29] = (word >>> 11) & 1;
      m[9] = m[30] = (word >>> 12) & 3;
      m[10] = m[31] = (word >>> 14) & 3;
      m[11] = m[32] = (word >>> 16) & 3;
      m[12] = m[33] = (word >>> 18) & 3;
      m[13] = m[34] = (word >>> 20) & 3;
      m[14] = m[35] = (word >>> 22) & 3;
      m[17] = m[38] = (word >>> 24) & 3;
      m[20] = m[41] = (word >>> 26) & 1;
    }
  }

  // @invariant noAcknowledgedWriteIsLost  specs/primary-backup/spec.ts:188:14
  function invariant_noAcknowledgedWriteIsLost(at) {
    let forall = 1;
    each_write: for (let write = 0; write < 1; write++) {
      let implies = (m[20 /* acknowledged */ + at] & 1 << write) === 0 ? 1 : 0;
      if (implies === 0) {
        let at1 = (at + m[6 /* primary */ + (at + m[5 /* current */ + at])] * 3 | 0) + 14 /* log */ | 0;
        let index = -1;
        each_i: for (let i = 0, i$end = m[at1]; i < i$end; i++) {
          if (m[1 + (at1 + i)] === write) {
            index = i;
            break each_i;
          }
        }
        implies = 0 <= index ? 1 : 0;
      }
      if (implies === 0) {
        forall = 0;
        break each_write;
      }
    }
    return forall;
  }

  // @invariant backupFollows  specs/primary-backup/spec.ts:193:14
  function invariant_backupFollows(at) {
    let forall = 1;
    each_primary: for (let primary = 0; primary < 2; primary++) {
      let forall1 = 1;
      if (m[6 /* primary */ + (at + m[12 /* view */ + (at + primary)])] === primary) {
        each_backup: for (let backup = 0; backup < 2; backup++) {
          let implies = !(m[12 /* view */ + (at + primary)] === m[12 /* view */ + (at + backup)] && m[9 /* backup */ + (at + m[12 /* view */ + (at + primary)])] === backup + 1) ? 1 : 0;
          if (implies === 0) {
            let and = m[14 /* log */ + (at + backup * 3)] <= m[14 /* log */ + (at + primary * 3)] ? 1 : 0;
            if (and !== 0) {
              let forall2 = 1;
              each_i: for (let i = 0, i$end = m[14 /* log */ + (at + backup * 3)]; i < i$end; i++) {
                if (m[14 /* log */ + (at + backup * 3)] <= i) {
                  sink.violation("check-failure", 0, -1);
                  return 1;
                }
                if (m[14 /* log */ + (at + primary * 3)] <= i) {
                  sink.violation("check-failure", 1, -1);
                  return 1;
                }
                if (m[15 /* log */ + (at + backup * 3 + i)] !== m[15 /* log */ + (at + primary * 3 + i)]) {
                  forall2 = 0;
                  break each_i;
                }
              }
              and = forall2;
            }
            implies = and;
          }
          if (implies === 0) {
            forall1 = 0;
            break each_backup;
          }
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_primary;
      }
    }
    return forall;
  }

  // @reachable allIsAcknowledged  specs/primary-backup/spec.ts:212:14
  function reachable_allIsAcknowledged(at) {
    let forall = 1;
    each_write: for (let write = 0; write < 1; write++) {
      if ((m[20 /* acknowledged */ + at] & 1 << write) === 0) {
        forall = 0;
        break each_write;
      }
    }
    return forall;
  }

  // @reachable failsOver  specs/primary-backup/spec.ts:217:14
  function reachable_failsOver(at) {
    let and1 = m[6 /* primary */ + (at + m[5 /* current */ + at])] === 1 /* "b" */ ? 1 : 0;
    if (and1 !== 0) {
      let exists = 0;
      each_write: for (let write = 0; write < 1; write++) {
        let and = (m[20 /* acknowledged */ + at] & 1 << write) !== 0 ? 1 : 0;
        if (and !== 0) {
          let index = -1;
          each_i: for (let i = 0, i$end = m[14 /* log */ + at]; i < i$end; i++) {
            if (m[15 /* log */ + (at + i)] === write) {
              index = i;
              break each_i;
            }
          }
          and = index < 0 ? 1 : 0;
        }
        if (and !== 0) {
          exists = 1;
          break each_write;
        }
      }
      and1 = exists;
    }
    return and1;
  }

  // @reachable survivesTheBackup  specs/primary-backup/spec.ts:222:14
  function reachable_survivesTheBackup(at) {
    let and1 = (m[3 /* nodes.down */ + at] & 2) !== 0 ? 1 : 0;
    if (and1 !== 0) {
      let exists = 0;
      each_write: for (let write = 0; write < 1; write++) {
        let and = (m[20 /* acknowledged */ + at] & 1 << write) !== 0 ? 1 : 0;
        if (and !== 0) {
          let index = -1;
          each_i: for (let i = 0, i$end = m[17 /* log */ + at]; i < i$end; i++) {
            if (m[18 /* log */ + (at + i)] === write) {
              index = i;
              break each_i;
            }
          }
          and = index < 0 ? 1 : 0;
        }
        if (and !== 0) {
          exists = 1;
          break each_write;
        }
      }
      and1 = exists;
    }
    return and1;
  }

  // @reachable antecedent of noAcknowledgedWriteIsLost  specs/primary-backup/spec.ts:189:12
  function reachable_antecedent_of_noAcknowledgedWriteIsLost(at) {
    let exists = 0;
    each_write: for (let write = 0; write < 1; write++) {
      if ((m[20 /* acknowledged */ + at] & 1 << write) !== 0) {
        exists = 1;
        break each_write;
      }
    }
    return exists;
  }

  // @reachable antecedent of backupFollows  specs/primary-backup/spec.ts:194:12
  function reachable_antecedent_of_backupFollows(at) {
    let exists = 0;
    each_primary: for (let primary = 0; primary < 2; primary++) {
      let exists1 = 0;
      if (m[6 /* primary */ + (at + m[12 /* view */ + (at + primary)])] === primary) {
        each_backup: for (let backup = 0; backup < 2; backup++) {
          if (m[12 /* view */ + (at + primary)] === m[12 /* view */ + (at + backup)] && m[9 /* backup */ + (at + m[12 /* view */ + (at + primary)])] === backup + 1) {
            exists1 = 1;
            break each_backup;
          }
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_primary;
      }
    }
    return exists;
  }

  // @action nodes.crash(node: "a" | "b")  tenet/faults:319:10
  function action_nodes_crash() {
    let enabledHere = 0;
    for (let node = 0; node < 2; node++) {
      skip: {
        instance: {
          let used = m[25 /* nodes.crashed */];
          // require(used < 1)
          if (1 <= used) break skip;
          // this.nodes.crashed = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 2, 0);
            break instance;
          }
          m[25 /* nodes.crashed */] = value;
          // require(!this.nodes.down.has(node))
          if ((m[24 /* nodes.down */] & 1 << node) !== 0) break instance;
          // this.nodes.down = this.nodes.down.add(node)
          m[24 /* nodes.down */] = m[24 /* nodes.down */] | 1 << node;
          let word2 = m[44 /* word 2 */] & -125 | m[24 /* nodes.down */] << 2 | m[25 /* nodes.crashed */] << 4;
          enabledHere = enabledHere + 1 | 0;
          if (word2 !== m[44 /* word 2 */]) {
            {
              const row = sink.count * 3;
              rows[row] = m[42 /* word 0 */];
              rows[row + 1] = m[43 /* word 1 */];
              rows[row + 2] = word2;
            }
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[24] = m[3];
        m[25] = m[4];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action nodes.restart(node: "a" | "b")  tenet/faults:327:11
  function action_nodes_restart() {
    let enabledHere = 0;
    for (let node$bits = m[24 /* nodes.down */] & 3; node$bits !== 0; node$bits &= node$bits - 1) {
      const node = 31 - Math.clz32(node$bits & -node$bits);
      // this.nodes.down = this.nodes.down.delete(node)
      m[24 /* nodes.down */] = m[24 /* nodes.down */] & (1 << node ^ -1);
      let word2 = m[44 /* word 2 */] & -13 | m[24 /* nodes.down */] << 2;
      enabledHere = enabledHere + 1 | 0;
      if (word2 !== m[44 /* word 2 */]) {
        {
          const row = sink.count * 3;
          rows[row] = m[42 /* word 0 */];
          rows[row + 1] = m[43 /* word 1 */];
          rows[row + 2] = word2;
        }
        if (++sink.count === capacity) sink.flush();
      }
      m[24] = m[3];
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action request(write: Write)  specs/primary-backup/spec.ts:73:11
  function action_request() {
    let enabledHere = 0;
    for (let write = 0; write < 1; write++) {
      skip: {
        let view = m[26 /* current */];
        // require(!this.acknowledged.has(write))
        if ((m[41 /* acknowledged */] & 1 << write) !== 0) break skip;
        // require(!exists((m: { kind: "acknowledgement"; from: "a" | "b"; to: "client"; view: View; write: Write } | { kind: "copied"; from: "a" | "b"; to: "a" | "b"; vie...
        let exists = 0;
        each_m: for (let m1 = 0; m1 < 66; m1++) {
          let and = (m[21 + (m1 >>> 5)] & 1 << m1) !== 0 && (m1 < 6 ? 0 : m1 < 18 ? 1 : m1 < 54 ? 2 : m1 < 60 ? 3 : 4) !== 4 /* "view" */ ? 1 : 0;
          if (and !== 0) {
            let tag = m1 < 6 ? 0 : m1 < 18 ? 1 : m1 < 54 ? 2 : m1 < 60 ? 3 : 4;
            let write1 = 0;
            if (tag === 0) {
              write1 = 0;
            } else if (tag === 1) {
              write1 = 0;
            } else if (tag === 2) {
              write1 = 0;
            } else {
              write1 = 0;
            }
            and = write1 === write ? 1 : 0;
          }
          let and1 = and;
          if (and1 !== 0) {
            let tag1 = m1 < 6 ? 0 : m1 < 18 ? 1 : m1 < 54 ? 2 : m1 < 60 ? 3 : 4;
            let view1 = 0;
            if (tag1 === 0) {
              view1 = m1 % 3;
            } else if (tag1 === 1) {
              view1 = (m1 - 6 | 0) % 3 | 0;
            } else if (tag1 === 2) {
              view1 = (m1 - 18 | 0) % 3 | 0;
            } else {
              view1 = (m1 - 54 | 0) % 3 | 0;
            }
            and1 = view1 === view ? 1 : 0;
          }
          if (and1 !== 0) {
            exists = 1;
            break each_m;
          }
        }
        if (exists !== 0) break skip;
        m[48] = 3 /* "request" */;
        m[50] = 0 /* "client" */;
        m[51] = m[27 /* primary */ + view];
        m[49] = view;
        m[52] = write;
        m[53] = 0;
        // this.net.messages = this.net.messages.add(message)
        let index = 0;
        let tag2 = m[48];
        if (tag2 === 0) {
          index = (m[50] + m[51]) * 3 + m[49] + m[52];
        } else if (tag2 === 1) {
          index = (m[50] * 2 + m[51]) * 3 + m[49] + m[52] + 6;
        } else if (tag2 === 2) {
          index = ((m[50] * 2 + m[51]) * 2 + m[52]) * 3 + m[49] + m[53] + 18;
        } else if (tag2 === 3) {
          index = (m[50] * 2 + m[51]) * 3 + m[49] + m[52] + 54;
        } else {
          index = (m[50] * 2 + m[51]) * 3 + m[49] + 60;
        }
        let element = index;
        m[21 + (element >>> 5)] = m[21 + (element >>> 5)] | 1 << element;
        let word0 = m[21 /* net.messages 0 */];
        let word1 = m[22 /* net.messages 1 */];
        let word2 = m[44 /* word 2 */] & -4 | m[23 /* net.messages 2 */];
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[42 /* word 0 */] || word1 !== m[43 /* word 1 */] || word2 !== m[44 /* word 2 */]) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = word1;
            rows[row + 2] = word2;
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[21] = m[0];
        m[22] = m[1];
        m[23] = m[2];
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action hear(m: { kind: "acknowledgement"; from: "a" | "b"; to: "client"; view: View; write: Write } | { kind: "copied"; from: "a" | "b"; to: "a" | "b"; view: V...
  function action_hear() {
    let enabledHere = 0;
    for (let m1 = 0; m1 < 6; m1++) {
      skip: {
        // require({   })
        let a = m1 / 3 | 0;
        // require(this.net.messages.has(m))
        if ((m[21] & 1 << m1) === 0) break skip;
        // this.net.messages = this.net.messages.delete(m)
        m[21] = m[21] & (1 << m1 ^ -1);
        // this.acknowledged = this.acknowledged.add(m.write)
        m[41 /* acknowledged */] = m[41 /* acknowledged */] | 1;
        let word0 = m[21 /* net.messages 0 */];
        let word1 = m[22 /* net.messages 1 */];
        let word2 = m[44 /* word 2 */] & -67108868 | m[23 /* net.messages 2 */] | m[41 /* acknowledged */] << 26;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[42 /* word 0 */] || word1 !== m[43 /* word 1 */] || word2 !== m[44 /* word 2 */]) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = word1;
            rows[row + 2] = word2;
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[21] = m[0];
        m[22] = m[1];
        m[23] = m[2];
        m[41] = m[20];
      }
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action accept(m: { kind: "acknowledgement"; from: "a" | "b"; to: "client"; view: View; write: Write } | { kind: "copied"; from: "a" | "b"; to: "a" | "b"; view:...
  function action_accept() {
    let enabledHere = 0;
    for (let m1 = 54; m1 < 60; m1++) {
      skip: {
        instance: {
          // require({   })
          let cast = $to__a_____b_____client___a_____b_[((m1 - 54 | 0) / 3 | 0) % 2 | 0];
          if (cast < 0) {
            sink.violation("failure", 3, 4);
            break skip;
          }
          let node = cast;
          let result = (m[24 /* nodes.down */] & 1 << node) === 0 ? 1 : 0;
          if (result === 0) break skip;
          // require(m.view === this.view[m.to])
          let cast1 = $to__a_____b_____client___a_____b_[((m1 - 54 | 0) / 3 | 0) % 2 | 0];
          if (cast1 < 0) {
            sink.violation("failure", 4, 4);
            break skip;
          }
          if (((m1 - 54 | 0) % 3 | 0) !== m[33 /* view */ + cast1]) break skip;
          // require({   })
          let cast2 = $to__client___a_____b_____client_____witness_[(m1 - 54 | 0) / 6 | 0];
          let a = cast2;
          let b = ((m1 - 54 | 0) / 3 | 0) % 2 | 0;
          // require(this.net.messages.has(m))
          if ((m[21 + (m1 >>> 5)] & 1 << m1) === 0) break skip;
          // this.net.messages = this.net.messages.delete(m)
          m[21 + (m1 >>> 5)] = m[21 + (m1 >>> 5)] & (1 << m1 ^ -1);
          let backup = m[30 /* backup */ + ((m1 - 54 | 0) % 3 | 0)];
          let cast3 = $to__a_____b_____client___a_____b_[((m1 - 54 | 0) / 3 | 0) % 2 | 0];
          if (cast3 < 0) {
            sink.violation("failure", 5, 4);
            break instance;
          }
          let index = -1;
          each_i: for (let i = 0, i$end = m[35 /* log */ + cast3 * 3]; i < i$end; i++) {
            if (m[36 /* log */ + (cast3 * 3 + i)] === 0) {
              index = i;
              break each_i;
            }
          }
          if (index < 0) {
            // this.log[m.to] = this.log[m.to].push(m.write)
            let cast4 = $to__a_____b_____client___a_____b_[((m1 - 54 | 0) / 3 | 0) % 2 | 0];
            if (cast4 < 0) {
              sink.violation("failure", 6, 4);
              break instance;
            }
            let length = m[35 /* log */ + cast4 * 3];
            if (2 <= length) {
              sink.violation("failure", 7, 4);
              break instance;
            }
            m[36 /* log */ + (cast4 * 3 + length)] = 0;
            m[35 /* log */ + cast4 * 3] = length + 1 | 0;
          }
          if (backup !== 0) {
            m[54] = 2 /* "copy" */;
            let cast5 = $to__a_____b_____client___a_____b_[((m1 - 54 | 0) / 3 | 0) % 2 | 0];
            if (cast5 < 0) {
              sink.violation("failure", 8, 4);
              break instance;
            }
            let index1 = -1;
            each_i1: for (let i1 = 0, i1$end = m[35 /* log */ + cast5 * 3]; i1 < i1$end; i1++) {
              if (m[36 /* log */ + (cast5 * 3 + i1)] === 0) {
                index1 = i1;
                break each_i1;
              }
            }
            let value = index1;
            if (value < 0) {
              sink.violation("failure", 9, 4);
              break instance;
            }
            m[56] = value;
            let cast6 = $to__a_____b_____client___a_____b_[((m1 - 54 | 0) / 3 | 0) % 2 | 0];
            if (cast6 < 0) {
              sink.violation("failure", 10, 4);
              break instance;
            }
            m[57] = cast6;
            m[58] = backup - 1 | 0;
            m[55] = (m1 - 54 | 0) % 3 | 0;
            m[59] = 0;
            // this.net.messages = this.net.messages.add(message)
            let index2 = 0;
            let tag = m[54];
            if (tag === 0) {
              index2 = (m[56] + m[57]) * 3 + m[55] + m[58];
            } else if (tag === 1) {
              index2 = (m[56] * 2 + m[57]) * 3 + m[55] + m[58] + 6;
            } else if (tag === 2) {
              index2 = ((m[56] * 2 + m[57]) * 2 + m[58]) * 3 + m[55] + m[59] + 18;
            } else if (tag === 3) {
              index2 = (m[56] * 2 + m[57]) * 3 + m[55] + m[58] + 54;
            } else {
              index2 = (m[56] * 2 + m[57]) * 3 + m[55] + 60;
            }
            let element = index2;
            m[21 + (element >>> 5)] = m[21 + (element >>> 5)] | 1 << element;
          }
          if (backup === 0) {
            let cast7 = $to__a_____b_____client___a_____b_[((m1 - 54 | 0) / 3 | 0) % 2 | 0];
            if (cast7 < 0) {
              sink.violation("failure", 11, 4);
              break instance;
            }
            let server = cast7;
            m[60] = 0 /* "acknowledgement" */;
            m[62] = server;
            m[63] = 0 /* "client" */;
            m[61] = m[33 /* view */ + server];
            m[64] = 0;
            m[65] = 0;
            // this.net.messages = this.net.messages.add(message$2)
            let index3 = 0;
            let tag1 = m[60];
            if (tag1 === 0) {
              index3 = (m[62] + m[63]) * 3 + m[61] + m[64];
            } else if (tag1 === 1) {
              index3 = (m[62] * 2 + m[63]) * 3 + m[61] + m[64] + 6;
            } else if (tag1 === 2) {
              index3 = ((m[62] * 2 + m[63]) * 2 + m[64]) * 3 + m[61] + m[65] + 18;
            } else if (tag1 === 3) {
              index3 = (m[62] * 2 + m[63]) * 3 + m[61] + m[64] + 54;
            } else {
              index3 = (m[62] * 2 + m[63]) * 3 + m[61] + 60;
            }
            let element1 = index3;
            m[21 + (element1 >>> 5)] = m[21 + (element1 >>> 5)] | 1 << element1;
          }
          let word0 = m[21 /* net.messages 0 */];
          let word1 = m[22 /* net.messages 1 */];
          let word2 = m[44 /* word 2 */] & -62914564 | m[23 /* net.messages 2 */] | m[35 /* log 0 */] << 22 | m[38 /* log 3 */] << 24;
          enabledHere = enabledHere + 1 | 0;
          if (word0 !== m[42 /* word 0 */] || word1 !== m[43 /* word 1 */] || word2 !== m[44 /* word 2 */]) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = word1;
              rows[row + 2] = word2;
            }
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[21] = m[0];
        m[22] = m[1];
        m[23] = m[2];
        m.copyWithin(35, 14, 20);
      }
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action store(m: { kind: "acknowledgement"; from: "a" | "b"; to: "client"; view: View; write: Write } | { kind: "copied"; from: "a" | "b"; to: "a" | "b"; view: ...
  function action_store() {
    let enabledHere = 0;
    for (let m1 = 18; m1 < 54; m1++) {
      skip: {
        instance: {
          // require({   })
          let cast = $to__a_____b_____client___a_____b_[((m1 - 18 | 0) / 3 | 0) % 2 | 0];
          if (cast < 0) {
            sink.violation("failure", 12, 5);
            break skip;
          }
          let node = cast;
          let result = (m[24 /* nodes.down */] & 1 << node) === 0 ? 1 : 0;
          if (result === 0) break skip;
          // require(m.view === this.view[m.to])
          let cast1 = $to__a_____b_____client___a_____b_[((m1 - 18 | 0) / 3 | 0) % 2 | 0];
          if (cast1 < 0) {
            sink.violation("failure", 13, 5);
            break skip;
          }
          if (((m1 - 18 | 0) % 3 | 0) !== m[33 /* view */ + cast1]) break skip;
          // require(m.at <= this.log[m.to].length)
          let cast2 = $to__a_____b_____client___a_____b_[((m1 - 18 | 0) / 3 | 0) % 2 | 0];
          if (cast2 < 0) {
            sink.violation("failure", 14, 5);
            break skip;
          }
          if (m[35 /* log */ + cast2 * 3] < ((m1 - 18 | 0) / 12 | 0)) break skip;
          // require({   })
          let a = ((m1 - 18 | 0) / 6 | 0) % 2 | 0;
          let b = ((m1 - 18 | 0) / 3 | 0) % 2 | 0;
          // require(this.net.messages.has(m))
          if ((m[21 + (m1 >>> 5)] & 1 << m1) === 0) break skip;
          // this.net.messages = this.net.messages.delete(m)
          m[21 + (m1 >>> 5)] = m[21 + (m1 >>> 5)] & (1 << m1 ^ -1);
          let cast3 = $to__a_____b_____client___a_____b_[((m1 - 18 | 0) / 3 | 0) % 2 | 0];
          if (cast3 < 0) {
            sink.violation("failure", 15, 5);
            break instance;
          }
          if (((m1 - 18 | 0) / 12 | 0) === m[35 /* log */ + cast3 * 3]) {
            // this.log[m.to] = this.log[m.to].push(m.write)
            let cast4 = $to__a_____b_____client___a_____b_[((m1 - 18 | 0) / 3 | 0) % 2 | 0];
            if (cast4 < 0) {
              sink.violation("failure", 16, 5);
              break instance;
            }
            let length = m[35 /* log */ + cast4 * 3];
            if (2 <= length) {
              sink.violation("failure", 17, 5);
              break instance;
            }
            m[36 /* log */ + (cast4 * 3 + length)] = 0;
            m[35 /* log */ + cast4 * 3] = length + 1 | 0;
          }
          m[66] = 1 /* "copied" */;
          let cast5 = $to__a_____b_____client___a_____b_[((m1 - 18 | 0) / 3 | 0) % 2 | 0];
          if (cast5 < 0) {
            sink.violation("failure", 18, 5);
            break instance;
          }
          m[68] = cast5;
          let cast6 = $to__a_____b_____client_____witness___a_____b_[((m1 - 18 | 0) / 6 | 0) % 2 | 0];
          if (cast6 < 0) {
            sink.violation("failure", 19, 5);
            break instance;
          }
          m[69] = cast6;
          m[67] = (m1 - 18 | 0) % 3 | 0;
          m[70] = 0;
          m[71] = 0;
          // this.net.messages = this.net.messages.add(message)
          let index = 0;
          let tag = m[66];
          if (tag === 0) {
            index = (m[68] + m[69]) * 3 + m[67] + m[70];
          } else if (tag === 1) {
            index = (m[68] * 2 + m[69]) * 3 + m[67] + m[70] + 6;
          } else if (tag === 2) {
            index = ((m[68] * 2 + m[69]) * 2 + m[70]) * 3 + m[67] + m[71] + 18;
          } else if (tag === 3) {
            index = (m[68] * 2 + m[69]) * 3 + m[67] + m[70] + 54;
          } else {
            index = (m[68] * 2 + m[69]) * 3 + m[67] + 60;
          }
          let element = index;
          m[21 + (element >>> 5)] = m[21 + (element >>> 5)] | 1 << element;
          let word0 = m[21 /* net.messages 0 */];
          let word1 = m[22 /* net.messages 1 */];
          let word2 = m[44 /* word 2 */] & -62914564 | m[23 /* net.messages 2 */] | m[35 /* log 0 */] << 22 | m[38 /* log 3 */] << 24;
          enabledHere = enabledHere + 1 | 0;
          if (word0 !== m[42 /* word 0 */] || word1 !== m[43 /* word 1 */] || word2 !== m[44 /* word 2 */]) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = word1;
              rows[row + 2] = word2;
            }
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[21] = m[0];
        m[22] = m[1];
        m[23] = m[2];
        m.copyWithin(35, 14, 20);
      }
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // @action confirm(m: { kind: "acknowledgement"; from: "a" | "b"; to: "client"; view: View; write: Write } | { kind: "copied"; from: "a" | "b"; to: "a" | "b"; view...
  function action_confirm() {
    let enabledHere = 0;
    for (let m1 = 6; m1 < 18; m1++) {
      skip: {
        instance: {
          // require({   })
          let cast = $to__a_____b_____client___a_____b_[((m1 - 6 | 0) / 3 | 0) % 2 | 0];
          if (cast < 0) {
            sink.violation("failure", 20, 6);
            break skip;
          }
          let node = cast;
          let result = (m[24 /* nodes.down */] & 1 << node) === 0 ? 1 : 0;
          if (result === 0) break skip;
          // require(m.view === this.view[m.to])
          let cast1 = $to__a_____b_____client___a_____b_[((m1 - 6 | 0) / 3 | 0) % 2 | 0];
          if (cast1 < 0) {
            sink.violation("failure", 21, 6);
            break skip;
          }
          if (((m1 - 6 | 0) % 3 | 0) !== m[33 /* view */ + cast1]) break skip;
          // require({   })
          let a = (m1 - 6 | 0) / 6 | 0;
          let b = ((m1 - 6 | 0) / 3 | 0) % 2 | 0;
          // require(this.net.messages.has(m))
          if ((m[21] & 1 << m1) === 0) break skip;
          // this.net.messages = this.net.messages.delete(m)
          m[21] = m[21] & (1 << m1 ^ -1);
          let cast2 = $to__a_____b_____client___a_____b_[((m1 - 6 | 0) / 3 | 0) % 2 | 0];
          if (cast2 < 0) {
            sink.violation("failure", 22, 6);
            break instance;
          }
          let server = cast2;
          m[72] = 0 /* "acknowledgement" */;
          m[74] = server;
          m[75] = 0 /* "client" */;
          m[73] = m[33 /* view */ + server];
          m[76] = 0;
          m[77] = 0;
          // this.net.messages = this.net.messages.add(message)
          let index = 0;
          let tag = m[72];
          if (tag === 0) {
            index = (m[74] + m[75]) * 3 + m[73] + m[76];
          } else if (tag === 1) {
            index = (m[74] * 2 + m[75]) * 3 + m[73] + m[76] + 6;
          } else if (tag === 2) {
            index = ((m[74] * 2 + m[75]) * 2 + m[76]) * 3 + m[73] + m[77] + 18;
          } else if (tag === 3) {
            index = (m[74] * 2 + m[75]) * 3 + m[73] + m[76] + 54;
          } else {
            index = (m[74] * 2 + m[75]) * 3 + m[73] + 60;
          }
          let element = index;
          m[21 + (element >>> 5)] = m[21 + (element >>> 5)] | 1 << element;
          let word0 = m[21 /* net.messages 0 */];
          let word1 = m[22 /* net.messages 1 */];
          let word2 = m[44 /* word 2 */] & -4 | m[23 /* net.messages 2 */];
          enabledHere = enabledHere + 1 | 0;
          if (word0 !== m[42 /* word 0 */] || word1 !== m[43 /* word 1 */] || word2 !== m[44 /* word 2 */]) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = word1;
              rows[row + 2] = word2;
            }
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[21] = m[0];
        m[22] = m[1];
        m[23] = m[2];
      }
    }
    enabled[6] += enabledHere;
    return enabledHere;
  }

  // @action takeOver(server: "a" | "b")  specs/primary-backup/spec.ts:146:11
  function action_takeOver() {
    let enabledHere = 0;
    each_server: for (let server = 0; server < 2; server++) {
      // require(!this.nodes.down.has(server))
      if ((m[24 /* nodes.down */] & 1 << server) !== 0) continue each_server;
      skip: {
        // require({   })
        // require(this.backup[this.current] === server)
        if (m[30 /* backup */ + m[26 /* current */]] !== server + 1) break skip;
        // require(!{   })
        let server_2 = m[27 /* primary */ + m[26 /* current */]];
        let result = (m[24 /* nodes.down */] & 1 << server_2) === 0 ? 1 : 0;
        if (result !== 0) break skip;
        let value = m[26 /* current */];
        let view = value === 2 ? 0 : value + 2;
        // require(view !== undefined)
        if (view === 0) break skip;
        // this.current = view
        m[26 /* current */] = view - 1 | 0;
        // this.primary[view] = server
        m[26 /* primary */ + view] = server;
        // this.backup[view] = undefined
        m[29 /* backup */ + view] = 0;
        // this.view[server] = view
        m[33 /* view */ + server] = view - 1 | 0;
        m[78] = 4 /* "view" */;
        m[80] = 0 /* "witness" */;
        m[81] = server === 0 /* "a" */ ? 1 /* "b" */ : 0 /* "a" */;
        m[79] = view - 1 | 0;
        m[82] = 0;
        m[83] = 0;
        // this.net.messages = this.net.messages.add(message)
        let index = 0;
        let tag = m[78];
        if (tag === 0) {
          index = (m[80] + m[81]) * 3 + m[79] + m[82];
        } else if (tag === 1) {
          index = (m[80] * 2 + m[81]) * 3 + m[79] + m[82] + 6;
        } else if (tag === 2) {
          index = ((m[80] * 2 + m[81]) * 2 + m[82]) * 3 + m[79] + m[83] + 18;
        } else if (tag === 3) {
          index = (m[80] * 2 + m[81]) * 3 + m[79] + m[82] + 54;
        } else {
          index = (m[80] * 2 + m[81]) * 3 + m[79] + 60;
        }
        let element = index;
        m[21 + (element >>> 5)] = m[21 + (element >>> 5)] | 1 << element;
        let word0 = m[21 /* net.messages 0 */];
        let word1 = m[22 /* net.messages 1 */];
        let word2 = m[44 /* word 2 */] & -262020 | m[23 /* net.messages 2 */] | m[26 /* current */] << 7 | m[27 /* primary 0 */] << 9 | m[28 /* primary 1 */] << 10 | m[29 /* primary 2 */] << 11 | m[30 /* backup 0 */] << 12 | m[31 /* backup 1 */] << 14 | m[32 /* backup 2 */] << 16;
        word2 = word2 & (3 << server * 2 + 18 ^ -1) | m[33 /* view */ + server] << server * 2 + 18;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[42 /* word 0 */] || word1 !== m[43 /* word 1 */] || word2 !== m[44 /* word 2 */]) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = word1;
            rows[row + 2] = word2;
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[21] = m[0];
        m[22] = m[1];
        m[23] = m[2];
        m.copyWithin(26, 5, 12);
        m[33 /* view */ + server] = m[12 /* view */ + server];
      }
    }
    enabled[7] += enabledHere;
    return enabledHere;
  }

  // @action goOnAlone(server: "a" | "b")  specs/primary-backup/spec.ts:153:11
  function action_goOnAlone() {
    let enabledHere = 0;
    for (let server = 0; server < 2; server++) {
      skip: {
        let backup = m[30 /* backup */ + m[26 /* current */]];
        // require(!this.nodes.down.has(server))
        if ((m[24 /* nodes.down */] & 1 << server) !== 0) break skip;
        // require({   })
        // require(this.primary[this.current] === server)
        if (m[27 /* primary */ + m[26 /* current */]] !== server) break skip;
        // require(backup !== undefined)
        if (backup === 0) break skip;
        // require(!{   })
        let server_2 = backup - 1 | 0;
        let and = (m[24 /* nodes.down */] & 1 << server_2) === 0 ? 1 : 0;
        if (and !== 0) {
          let cast = $to__a_____b_____witness___a_____b_____client_____witness_[server];
          let b = cast;
          and = 1;
        }
        let result = and;
        if (result !== 0) break skip;
        let value = m[26 /* current */];
        let view = value === 2 ? 0 : value + 2;
        // require(view !== undefined)
        if (view === 0) break skip;
        // this.current = view
        m[26 /* current */] = view - 1 | 0;
        // this.primary[view] = server
        m[26 /* primary */ + view] = server;
        // this.backup[view] = undefined
        m[29 /* backup */ + view] = 0;
        // this.view[server] = view
        m[33 /* view */ + server] = view - 1 | 0;
        m[84] = 4 /* "view" */;
        m[86] = 0 /* "witness" */;
        m[87] = server === 0 /* "a" */ ? 1 /* "b" */ : 0 /* "a" */;
        m[85] = view - 1 | 0;
        m[88] = 0;
        m[89] = 0;
        // this.net.messages = this.net.messages.add(message)
        let index = 0;
        let tag = m[84];
        if (tag === 0) {
          index = (m[86] + m[87]) * 3 + m[85] + m[88];
        } else if (tag === 1) {
          index = (m[86] * 2 + m[87]) * 3 + m[85] + m[88] + 6;
        } else if (tag === 2) {
          index = ((m[86] * 2 + m[87]) * 2 + m[88]) * 3 + m[85] + m[89] + 18;
        } else if (tag === 3) {
          index = (m[86] * 2 + m[87]) * 3 + m[85] + m[88] + 54;
        } else {
          index = (m[86] * 2 + m[87]) * 3 + m[85] + 60;
        }
        let element = index;
        m[21 + (element >>> 5)] = m[21 + (element >>> 5)] | 1 << element;
        let word0 = m[21 /* net.messages 0 */];
        let word1 = m[22 /* net.messages 1 */];
        let word2 = m[44 /* word 2 */] & -262020 | m[23 /* net.messages 2 */] | m[26 /* current */] << 7 | m[27 /* primary 0 */] << 9 | m[28 /* primary 1 */] << 10 | m[29 /* primary 2 */] << 11 | m[30 /* backup 0 */] << 12 | m[31 /* backup 1 */] << 14 | m[32 /* backup 2 */] << 16;
        word2 = word2 & (3 << server * 2 + 18 ^ -1) | m[33 /* view */ + server] << server * 2 + 18;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[42 /* word 0 */] || word1 !== m[43 /* word 1 */] || word2 !== m[44 /* word 2 */]) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = word1;
            rows[row + 2] = word2;
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[21] = m[0];
        m[22] = m[1];
        m[23] = m[2];
        m.copyWithin(26, 5, 12);
        m[33 /* view */ + server] = m[12 /* view */ + server];
      }
    }
    enabled[8] += enabledHere;
    return enabledHere;
  }

  // @action join(server: "a" | "b")  specs/primary-backup/spec.ts:161:11
  function action_join() {
    let enabledHere = 0;
    for (let server = 0; server < 2; server++) {
      skip: {
        instance: {
          let primary = m[27 /* primary */ + m[26 /* current */]];
          // require(this.backup[this.current] === undefined)
          if (m[30 /* backup */ + m[26 /* current */]] !== 0) break skip;
          // require(server !== primary)
          if (server === primary) break skip;
          // require(!this.nodes.down.has(server))
          if ((m[24 /* nodes.down */] & 1 << server) !== 0) break skip;
          // require(!this.nodes.down.has(primary))
          if ((m[24 /* nodes.down */] & 1 << primary) !== 0) break skip;
          // require({   })
          // require({   })
          // this.log[server] = this.log[primary]
          m[35 /* log */ + server * 3] = m[35 /* log */ + primary * 3];
          m[36 /* log */ + server * 3] = m[36 /* log */ + primary * 3];
          m[37 /* log */ + server * 3] = m[37 /* log */ + primary * 3];
          let backup = server + 1;
          let value = m[26 /* current */];
          let view = value === 2 ? 0 : value + 2;
          // require(view !== undefined)
          if (view === 0) break instance;
          // this.current = view
          m[26 /* current */] = view - 1 | 0;
          // this.primary[view] = primary
          m[26 /* primary */ + view] = primary;
          // this.backup[view] = backup
          m[29 /* backup */ + view] = backup;
          // this.view[primary] = view
          m[33 /* view */ + primary] = view - 1 | 0;
          if (backup !== 0) {
            // this.view[backup] = view
            m[32 /* view */ + backup] = view - 1 | 0;
          } else {
            m[90] = 4 /* "view" */;
            m[92] = 0 /* "witness" */;
            m[93] = primary === 0 /* "a" */ ? 1 /* "b" */ : 0 /* "a" */;
            m[91] = view - 1 | 0;
            m[94] = 0;
            m[95] = 0;
            // this.net.messages = this.net.messages.add(message)
            let index = 0;
            let tag = m[90];
            if (tag === 0) {
              index = (m[92] + m[93]) * 3 + m[91] + m[94];
            } else if (tag === 1) {
              index = (m[92] * 2 + m[93]) * 3 + m[91] + m[94] + 6;
            } else if (tag === 2) {
              index = ((m[92] * 2 + m[93]) * 2 + m[94]) * 3 + m[91] + m[95] + 18;
            } else if (tag === 3) {
              index = (m[92] * 2 + m[93]) * 3 + m[91] + m[94] + 54;
            } else {
              index = (m[92] * 2 + m[93]) * 3 + m[91] + 60;
            }
            let element = index;
            m[21 + (element >>> 5)] = m[21 + (element >>> 5)] | 1 << element;
          }
          let word0 = m[21 /* net.messages 0 */];
          let word1 = m[22 /* net.messages 1 */];
          let word2 = m[44 /* word 2 */] & -4194180 | m[23 /* net.messages 2 */] | m[26 /* current */] << 7 | m[27 /* primary 0 */] << 9 | m[28 /* primary 1 */] << 10 | m[29 /* primary 2 */] << 11 | m[30 /* backup 0 */] << 12 | m[31 /* backup 1 */] << 14 | m[32 /* backup 2 */] << 16 | m[33 /* view 0 */] << 18 | m[34 /* view 1 */] << 20;
          word2 = word2 & $clearMaskOfSlot[14 /* log */ + server * 3] | m[35 /* log */ + server * 3] << $shiftOfSlot[14 /* log */ + server * 3];
          word2 = word2 & $clearMaskOfSlot[15 /* log */ + server * 3] | m[36 /* log */ + server * 3] << $shiftOfSlot[15 /* log */ + server * 3];
          word2 = word2 & $clearMaskOfSlot[16 /* log */ + server * 3] | m[37 /* log */ + server * 3] << $shiftOfSlot[16 /* log */ + server * 3];
          enabledHere = enabledHere + 1 | 0;
          if (word0 !== m[42 /* word 0 */] || word1 !== m[43 /* word 1 */] || word2 !== m[44 /* word 2 */]) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = word1;
              rows[row + 2] = word2;
            }
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[21] = m[0];
        m[22] = m[1];
        m[23] = m[2];
        m.copyWithin(26, 5, 14);
        m[35 /* log */ + server * 3] = m[14 /* log */ + server * 3];
        m[36 /* log */ + server * 3] = m[15 /* log */ + server * 3];
        m[37 /* log */ + server * 3] = m[16 /* log */ + server * 3];
      }
    }
    enabled[9] += enabledHere;
    return enabledHere;
  }

  // @action learn(m: { kind: "acknowledgement"; from: "a" | "b"; to: "client"; view: View; write: Write } | { kind: "copied"; from: "a" | "b"; to: "a" | "b"; view: ...
  function action_learn() {
    let enabledHere = 0;
    for (let m1 = 60; m1 < 66; m1++) {
      skip: {
        instance: {
          // require({   })
          let cast = $to__a_____b_____client___a_____b_[((m1 - 60 | 0) / 3 | 0) % 2 | 0];
          if (cast < 0) {
            sink.violation("failure", 23, 10);
            break skip;
          }
          let node = cast;
          let result = (m[24 /* nodes.down */] & 1 << node) === 0 ? 1 : 0;
          if (result === 0) break skip;
          // require({   })
          let cast1 = $to__witness___a_____b_____client_____witness_[(m1 - 60 | 0) / 6 | 0];
          let a = cast1;
          let b = ((m1 - 60 | 0) / 3 | 0) % 2 | 0;
          // require(this.net.messages.has(m))
          if ((m[21 + (m1 >>> 5)] & 1 << m1) === 0) break skip;
          // this.net.messages = this.net.messages.delete(m)
          m[21 + (m1 >>> 5)] = m[21 + (m1 >>> 5)] & (1 << m1 ^ -1);
          let cast2 = $to__a_____b_____client___a_____b_[((m1 - 60 | 0) / 3 | 0) % 2 | 0];
          if (cast2 < 0) {
            sink.violation("failure", 24, 10);
            break instance;
          }
          if (m[33 /* view */ + cast2] < ((m1 - 60 | 0) % 3 | 0)) {
            // this.view[m.to] = m.view
            let cast3 = $to__a_____b_____client___a_____b_[((m1 - 60 | 0) / 3 | 0) % 2 | 0];
            if (cast3 < 0) {
              sink.violation("failure", 25, 10);
              break instance;
            }
            m[33 /* view */ + cast3] = (m1 - 60 | 0) % 3 | 0;
          }
          let word0 = m[21 /* net.messages 0 */];
          let word1 = m[22 /* net.messages 1 */];
          let word2 = m[44 /* word 2 */] & -3932164 | m[23 /* net.messages 2 */] | m[33 /* view 0 */] << 18 | m[34 /* view 1 */] << 20;
          enabledHere = enabledHere + 1 | 0;
          if (word0 !== m[42 /* word 0 */] || word1 !== m[43 /* word 1 */] || word2 !== m[44 /* word 2 */]) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = word1;
              rows[row + 2] = word2;
            }
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[21] = m[0];
        m[22] = m[1];
        m[23] = m[2];
        m[33] = m[12];
        m[34] = m[13];
      }
    }
    enabled[10] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 45 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[21 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[21 + slot] ^ m[slot];
  }

  // The initial states  specs/primary-backup/spec.ts:27:14
  function initial() {
    m[21] = 0;
    m[22] = 0;
    m[23] = 0;
    m[24 /* nodes.down */] = 0;
    m[25 /* nodes.crashed */] = 0;
    m[26 /* current */] = 0;
    for (let k = 0; k < 3; k++) {
      m[27 /* primary */ + k] = 0 /* "a" */;
    }
    for (let k1 = 0; k1 < 3; k1++) {
      m[30 /* backup */ + k1] = 2 /* "b" */;
    }
    for (let k2 = 0; k2 < 2; k2++) {
      m[33 /* view */ + k2] = 0;
    }
    let length = 0;
    m[96] = 0;
    m[97] = 0;
    m[98] = 0;
    m[96] = length;
    for (let k3 = 0; k3 < 2; k3++) {
      m[35 /* log */ + k3 * 3] = m[96];
      m[36 /* log */ + k3 * 3] = m[97];
      m[37 /* log */ + k3 * 3] = m[98];
    }
    m[41 /* acknowledged */] = 0;
    for (let slot = 0; slot < 21; slot++) {
      $patchSlot(slot);
    }
    writeRow(45);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 3,
    actions: ["nodes.crash", "nodes.restart", "request", "hear", "accept", "store", "confirm", "takeOver", "goOnAlone", "join", "learn"],
    invariants: ["noAcknowledgedWriteIsLost", "backupFollows"],
    steps: [],
    reachables: ["allIsAcknowledged", "failsOver", "survivesTheBackup", "antecedent of noAcknowledgedWriteIsLost", "antecedent of backupFollows"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_nodes_crash() + action_nodes_restart() + action_request() + action_hear() + action_accept() + action_store() + action_confirm() + action_takeOver() + action_goOnAlone() + action_join() + action_learn();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_allIsAcknowledged(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_failsOver(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_survivesTheBackup(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_noAcknowledgedWriteIsLost(0) !== 0) pending[3] = 0;
      if (pending[4] !== 0 && reachable_antecedent_of_backupFollows(0) !== 0) pending[4] = 0;
      if (skip[0] === 0 && invariant_noAcknowledgedWriteIsLost(0) === 0) return 0;
      if (skip[1] === 0 && invariant_backupFollows(0) === 0) return 1;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
