// PartitionedLog with Broker=2, Epoch=4: an explicit-state model. Generated; do not edit.
// specs/partitioned-log/spec.ts:24:14
//
// A state is 8 words of 32 bits, and 24 slots when unpacked:
//   leader: (Broker) | undefined  slots 0  bits 0.0..0.1
//   epoch: Epoch  slots 1  bits 0.2..0.3
//   inSync: Set<Broker>  slots 2  bits 0.4..0.5
//   log: Record<Broker, Seq<Epoch, 2>>  slots 3..8  bits 0.6..0.17
//   highWatermark: Record<Broker, Int<0, 2>>  slots 9..10  bits 0.18..0.21
//   joined: Set<Broker>  slots 11  bits 0.22..0.23
//   fetched: Record<Broker, Int<0, 2>>  slots 12..13  bits 0.24..0.27
//   start: Int<0, 2>  slots 14  bits 0.28..0.29
//   net.messages: Set<{ kind: "answer"; from: Broker; highWatermark: Int<0, 2>; offset: Int<0, 2>; record: (Epoch) | undefined; to: Broker } | { kind: "fetch"; from...  slots 15..20  bits 1.0..6.31
//   nodes.down: Set<Broker>  slots 21  bits 7.0..7.1
//   nodes.crashed: Int<0, 7>  slots 22  bits 7.2..7.4
//   acknowledged: Set<{ epoch: Epoch; offset: Int<0, 2> }>  slots 23  bits 7.5..7.16
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 8;

export function createModel(sink) {
  const m = new Int32Array(85);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(10);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,2,3,4,5,6,7,7,7]);
  const $clearMaskOfSlot = new Int32Array([-4,-13,-49,-193,-769,-3073,-12289,-49153,-196609,-786433,-3145729,-12582913,-50331649,-201326593,-805306369,0,0,0,0,0,0,-4,-29,-131041]);
  const $shiftOfSlot = new Int32Array([0,2,4,6,8,10,12,14,16,18,20,22,24,26,28,0,0,0,0,0,0,0,2,5]);

  function writeRow(from) {
    const row = sink.count * 8;
    for (let i = 0; i < 8; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(24, 0, 24);
    m.copyWithin(56, 48, 56);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[48]) {
      m[48] = m[56] = word;
      m[0] = m[24] = word & 3;
      m[1] = m[25] = (word >>> 2) & 3;
      m[2] = m[26] = (word >>> 4) & 3;
      m[3] = m[27] = (word >>> 6) & 3;
      m[4] = m[28] = (word >>> 8) & 3;
      m[5] = m[29] = (word >>> 10) & 3;
      m[6] = m[30] = (word >>> 12) & 3;
      m[7] = m[31] = (word >>> 14) & 3;
      m[8] = m[32] = (word >>> 16) & 3;
      m[9] = m[33] = (word >>> 18) & 3;
      m[10] = m[34] = (word >>> 20) & 3;
      m[11] = m[35] = (word >>> 22) & 3;
      m[12] = m[36] = (word >>> 24) & 3;
      m[13] = m[37] = (word >>> 26) & 3;
      m[14] = m[38] = (word >>> 28) & 3;
    }
    word = states[offset + 1] | 0;
    if (word !== m[49]) {
      m[49] = m[57] = word;
      m[15] = m[39] = word;
    }
    word = states[offset + 2] | 0;
    if (word !== m[50]) {
      m[50] = m[58] = word;
      m[16] = m[40] = word;
    }
    word = states[offset + 3] | 0;
    if (word !== m[51]) {
      m[51] = m[59] = word;
      m[17] = m[41] = word;
    }
    word = states[offset + 4] | 0;
    if (word !== m[52]) {
      m[52] = m[60] = word;
      m[18] = m[42] = word;
    }
    word = states[offset + 5] | 0;
    if (word !== m[53]) {
      m[53] = m[61] = word;
      m[19] = m[43] = word;
    }
    word = states[offset + 6] | 0;
    if (word !== m[54]) {
      m[54] = m[62] = word;
      m[20] = m[44] = word;
    }
    word = states[offset + 7] | 0;
    if (word !== m[55]) {
      m[55] = m[63] = word;
      m[21] = m[45] = word & 3;
      m[22] = m[46] = (word >>> 2) & 7;
      m[23] = m[47] = (word >>> 5) & 4095;
    }
  }

  // @invariant acknowledgedIsKept  specs/partitioned-log/spec.ts:205:14
  function invariant_acknowledgedIsKept(at) {
    let forall = 1;
    each_leader: for (let leader = 0; leader < 2; leader++) {
      let implies = !(m[at] === leader + 1 && (m[11 /* joined */ + at] & 1 << leader) !== 0) ? 1 : 0;
      if (implies === 0) {
        let forall1 = 1;
        each_written: for (let written$bits = m[23 /* acknowledged */ + at]; written$bits !== 0; written$bits &= written$bits - 1) {
          const written = 31 - Math.clz32(written$bits & -written$bits);
          let choice = 0;
          if (written % 3 < m[3 /* log */ + (at + leader * 3)]) {
            let i = written % 3;
            if (m[3 /* log */ + (at + leader * 3)] <= i) {
              sink.violation("check-failure", 0, -1);
              return 1;
            }
            choice = m[4 /* log */ + (at + leader * 3 + i)] + 1;
          } else {
            choice = 0;
          }
          if (choice !== (written / 3 | 0) + 1) {
            forall1 = 0;
            break each_written;
          }
        }
        implies = forall1;
      }
      if (implies === 0) {
        forall = 0;
        break each_leader;
      }
    }
    return forall;
  }

  // @invariant replicasAgree  specs/partitioned-log/spec.ts:212:14
  function invariant_replicasAgree(at) {
    let forall = 1;
    each_leader: for (let leader = 0; leader < 2; leader++) {
      let forall1 = 1;
      if (m[at] === leader + 1) {
        if ((m[11 /* joined */ + at] & 1 << leader) !== 0) {
          each_broker: for (let broker = 0; broker < 2; broker++) {
            let implies = (m[11 /* joined */ + at] & 1 << broker) === 0 ? 1 : 0;
            if (implies === 0) {
              let result = 0;
              done: {
                let length = 0;
                let record = (at + broker * 3 | 0) + 3 /* log */ | 0;
                each_record: for (let record1 = 0, record1$end = m[record]; record1 < record1$end; record1++) {
                  let choice = 0;
                  if (length < 0) {
                    let result1 = m[3 /* log */ + (at + leader * 3)] + length;
                    if (result1 < -9007199254740991 || 9007199254740991 < result1) {
                      sink.violation("check-failure", 1, -1);
                      return 1;
                    }
                    choice = result1;
                  } else {
                    choice = length;
                  }
                  let position = choice;
                  let choice1 = 0;
                  if (0 <= position && position < m[3 /* log */ + (at + leader * 3)]) {
                    if (position < 0 || m[3 /* log */ + (at + leader * 3)] <= position) {
                      sink.violation("check-failure", 2, -1);
                      return 1;
                    }
                    choice1 = m[4 /* log */ + (at + leader * 3 + (position | 0))] + 1;
                  } else {
                    choice1 = 0;
                  }
                  let result2 = choice1;
                  if (result2 !== m[1 + (record + record1)] + 1) break each_record;
                  // length = length + 1
                  let result3 = length + 1;
                  if (result3 < -9007199254740991 || 9007199254740991 < result3) {
                    sink.violation("check-failure", 3, -1);
                    return 1;
                  }
                  length = result3;
                }
                let value = length;
                if (value < 0 || 2 < value) {
                  sink.violation("check-failure", 4, -1);
                  return 1;
                }
                result = value | 0;
                break done;
              }
              implies = result === Math.min(m[3 /* log */ + (at + broker * 3)], m[3 /* log */ + (at + leader * 3)]) ? 1 : 0;
            }
            if (implies === 0) {
              forall1 = 0;
              break each_broker;
            }
          }
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_leader;
      }
    }
    return forall;
  }

  // @reachable aRecordOutlivesItsLeader  specs/partitioned-log/spec.ts:221:14
  function reachable_aRecordOutlivesItsLeader(at) {
    let exists = 0;
    each_written: for (let written$bits = m[23 /* acknowledged */ + at]; written$bits !== 0; written$bits &= written$bits - 1) {
      const written = 31 - Math.clz32(written$bits & -written$bits);
      let and = (written / 3 | 0) < m[1 /* epoch */ + at] ? 1 : 0;
      if (and !== 0) {
        let exists1 = 0;
        each_leader: for (let leader = 0; leader < 2; leader++) {
          if (m[at] === leader + 1 && (m[11 /* joined */ + at] & 1 << leader) !== 0 && written % 3 < m[9 /* highWatermark */ + (at + leader)]) {
            exists1 = 1;
            break each_leader;
          }
        }
        and = exists1;
      }
      if (and !== 0) {
        exists = 1;
        break each_written;
      }
    }
    return exists;
  }

  // @reachable everyoneHasEverything  specs/partitioned-log/spec.ts:227:14
  function reachable_everyoneHasEverything(at) {
    let forall = 1;
    each_broker: for (let broker = 0; broker < 2; broker++) {
      if (!((m[11 /* joined */ + at] & 1 << broker) !== 0 && m[9 /* highWatermark */ + (at + broker)] === 2)) {
        forall = 0;
        break each_broker;
      }
    }
    return forall;
  }

  // @reachable antecedent of acknowledgedIsKept  specs/partitioned-log/spec.ts:206:12
  function reachable_antecedent_of_acknowledgedIsKept(at) {
    let exists = 0;
    each_leader: for (let leader = 0; leader < 2; leader++) {
      if (m[at] === leader + 1 && (m[11 /* joined */ + at] & 1 << leader) !== 0) {
        exists = 1;
        break each_leader;
      }
    }
    return exists;
  }

  // @reachable antecedent of replicasAgree  specs/partitioned-log/spec.ts:213:12
  function reachable_antecedent_of_replicasAgree(at) {
    let exists = 0;
    each_leader: for (let leader = 0; leader < 2; leader++) {
      let exists1 = 0;
      if (m[at] === leader + 1) {
        if ((m[11 /* joined */ + at] & 1 << leader) !== 0) {
          each_broker: for (let broker = 0; broker < 2; broker++) {
            if ((m[11 /* joined */ + at] & 1 << broker) !== 0) {
              exists1 = 1;
              break each_broker;
            }
          }
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_leader;
      }
    }
    return exists;
  }

  // @action nodes.crash(node: Broker)  tenet/faults:319:10
  function action_nodes_crash() {
    let enabledHere = 0;
    for (let node = 0; node < 2; node++) {
      skip: {
        instance: {
          let used = m[46 /* nodes.crashed */];
          // require(used < 2)
          if (2 <= used) break skip;
          // this.nodes.crashed = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 5, 0);
            break instance;
          }
          m[46 /* nodes.crashed */] = value;
          // require(!this.nodes.down.has(node))
          if ((m[45 /* nodes.down */] & 1 << node) !== 0) break instance;
          // this.joined = this.joined.delete(node)
          m[35 /* joined */] = m[35 /* joined */] & (1 << node ^ -1);
          // this.nodes.down = this.nodes.down.add(node)
          m[45 /* nodes.down */] = m[45 /* nodes.down */] | 1 << node;
          let changed = 0;
          m[56] = m[48 /* word 0 */] & -12582913 | m[35 /* joined */] << 22;
          changed = changed | m[56] ^ m[48 /* word 0 */];
          m[63] = m[55 /* word 7 */] & -32 | m[45 /* nodes.down */] | m[46 /* nodes.crashed */] << 2;
          changed = changed | m[63] ^ m[55 /* word 7 */];
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(56);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[35] = m[11];
        m[45] = m[21];
        m[46] = m[22];
        m[56] = m[48 /* word 0 */];
        m[63] = m[55 /* word 7 */];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action nodes.restart(node: Broker)  tenet/faults:327:11
  function action_nodes_restart() {
    let enabledHere = 0;
    for (let node$bits = m[45 /* nodes.down */] & 3; node$bits !== 0; node$bits &= node$bits - 1) {
      const node = 31 - Math.clz32(node$bits & -node$bits);
      // this.nodes.down = this.nodes.down.delete(node)
      m[45 /* nodes.down */] = m[45 /* nodes.down */] & (1 << node ^ -1);
      let changed = 0;
      m[63] = m[55 /* word 7 */] & -4 | m[45 /* nodes.down */];
      changed = changed | m[63] ^ m[55 /* word 7 */];
      enabledHere = enabledHere + 1 | 0;
      if (changed !== 0) {
        writeRow(56);
        if (++sink.count === capacity) sink.flush();
      }
      m[45] = m[21];
      m[63] = m[55 /* word 7 */];
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action elect(broker: Broker)  specs/partitioned-log/spec.ts:77:11
  function action_elect() {
    let enabledHere = 0;
    none: {
      // require(!exists(this.joined, (other) => other === this.leader))
      let exists = 0;
      each_other: for (let other$bits = m[35 /* joined */]; other$bits !== 0; other$bits &= other$bits - 1) {
        const other = 31 - Math.clz32(other$bits & -other$bits);
        if (other + 1 === m[24]) {
          exists = 1;
          break each_other;
        }
      }
      if (exists !== 0) break none;
      each_broker: for (let broker$bits = m[26 /* inSync */] & 3; broker$bits !== 0; broker$bits &= broker$bits - 1) {
        const broker = 31 - Math.clz32(broker$bits & -broker$bits);
        // require(!this.nodes.down.has(broker))
        if ((m[45 /* nodes.down */] & 1 << broker) !== 0) continue each_broker;
        skip: {
          let value = m[25 /* epoch */];
          let epoch = value === 3 ? 0 : value + 2;
          // require(epoch !== undefined)
          if (epoch === 0) break skip;
          // this.epoch = epoch
          m[25 /* epoch */] = epoch - 1 | 0;
          // this.leader = broker
          m[24] = broker + 1;
          // this.inSync = this.inSync.has(broker) ? filter(this.inSync, (other$3) => !this.nodes.down.has(other$3)) : new Set([broker])
          let choice = 0;
          if ((m[26 /* inSync */] & 1 << broker) !== 0) {
            let set = 0;
            for (let other_3$bits = m[26 /* inSync */]; other_3$bits !== 0; other_3$bits &= other_3$bits - 1) {
              const other_3 = 31 - Math.clz32(other_3$bits & -other_3$bits);
              if ((m[45 /* nodes.down */] & 1 << other_3) === 0) set = set | 1 << other_3;
            }
            choice = set;
          } else {
            let set1 = 0;
            set1 = set1 | 1 << broker;
            choice = set1;
          }
          m[26 /* inSync */] = choice;
          // this.joined = new Set([broker])
          let set2 = 0;
          set2 = set2 | 1 << broker;
          m[35 /* joined */] = set2;
          // this.start = this.log[broker].length
          m[38 /* start */] = m[27 /* log */ + broker * 3];
          // this.fetched = fill(0)
          for (let k = 0; k < 2; k++) {
            m[36 /* fetched */ + k] = 0;
          }
          // this.fetched[broker] = this.start
          m[36 /* fetched */ + broker] = m[38 /* start */];
          // this.net.messages = new Set()
          m.fill(0, 39 /* net.messages */, 45 /* net.messages */);
          let changed = 0;
          m[56] = m[48 /* word 0 */] & -1069547584 | m[24 /* leader */] | m[25 /* epoch */] << 2 | m[26 /* inSync */] << 4 | m[35 /* joined */] << 22 | m[36 /* fetched 0 */] << 24 | m[37 /* fetched 1 */] << 26 | m[38 /* start */] << 28;
          changed = changed | m[56] ^ m[48 /* word 0 */];
          m[57] = m[39 /* net.messages 0 */];
          changed = changed | m[57] ^ m[49 /* word 1 */];
          m[58] = m[40 /* net.messages 1 */];
          changed = changed | m[58] ^ m[50 /* word 2 */];
          m[59] = m[41 /* net.messages 2 */];
          changed = changed | m[59] ^ m[51 /* word 3 */];
          m[60] = m[42 /* net.messages 3 */];
          changed = changed | m[60] ^ m[52 /* word 4 */];
          m[61] = m[43 /* net.messages 4 */];
          changed = changed | m[61] ^ m[53 /* word 5 */];
          m[62] = m[44 /* net.messages 5 */];
          changed = changed | m[62] ^ m[54 /* word 6 */];
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(56);
            if (++sink.count === capacity) sink.flush();
          }
          m[24] = m[0];
          m[25] = m[1];
          m[26] = m[2];
          m.copyWithin(35, 11, 21);
          m[56] = m[48 /* word 0 */];
          m[57] = m[49 /* word 1 */];
          m[58] = m[50 /* word 2 */];
          m[59] = m[51 /* word 3 */];
          m[60] = m[52 /* word 4 */];
          m[61] = m[53 /* word 5 */];
          m[62] = m[54 /* word 6 */];
        }
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 56 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[24 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[24 + slot] ^ m[slot];
  }

  // Makes the packed word of a slot equal to the source again.
  function $unpatchSlot(slot) {
    let word = $wordOfSlot[slot];
    m[56 + word] = m[48 + word];
  }

  // @action follow(broker: Broker, leader: Broker)  specs/partitioned-log/spec.ts:93:11
  function action_follow() {
    let enabledHere = 0;
    each_broker: for (let broker = 0; broker < 2; broker++) {
      // require(!this.nodes.down.has(broker))
      if ((m[45 /* nodes.down */] & 1 << broker) !== 0) continue each_broker;
      // require(!this.joined.has(broker))
      if ((m[35 /* joined */] & 1 << broker) !== 0) continue each_broker;
      each_leader: for (let leader$bits = m[35 /* joined */] & 3; leader$bits !== 0; leader$bits &= leader$bits - 1) {
        const leader = 31 - Math.clz32(leader$bits & -leader$bits);
        // require(this.leader === leader)
        if (m[24] !== leader + 1) continue each_leader;
        instance: {
          // this.log[broker] = this.log[broker].slice(0, {   })
          let result = 0;
          done: {
            let length = 0;
            m[64] = m[27 /* log */ + broker * 3];
            m[65] = m[28 /* log */ + broker * 3];
            m[66] = m[29 /* log */ + broker * 3];
            each_record_2: for (let record_2 = 0, record_2$end = m[64]; record_2 < record_2$end; record_2++) {
              let choice = 0;
              if (length < 0) {
                let result1 = m[27 /* log */ + leader * 3] + length;
                if (result1 < -9007199254740991 || 9007199254740991 < result1) {
                  sink.violation("failure", 1, 3);
                  break instance;
                }
                choice = result1;
              } else {
                choice = length;
              }
              let position_3 = choice;
              let choice1 = 0;
              if (0 <= position_3 && position_3 < m[27 /* log */ + leader * 3]) {
                if (position_3 < 0 || m[27 /* log */ + leader * 3] <= position_3) {
                  sink.violation("failure", 2, 3);
                  break instance;
                }
                choice1 = m[28 /* log */ + (leader * 3 + (position_3 | 0))] + 1;
              } else {
                choice1 = 0;
              }
              let result2 = choice1;
              if (result2 !== m[65 + record_2] + 1) break each_record_2;
              // length = length + 1
              let result3 = length + 1;
              if (result3 < -9007199254740991 || 9007199254740991 < result3) {
                sink.violation("failure", 3, 3);
                break instance;
              }
              length = result3;
            }
            let value = length;
            if (value < 0 || 2 < value) {
              sink.violation("failure", 4, 3);
              break instance;
            }
            result = value | 0;
            break done;
          }
          let length1 = m[27 /* log */ + broker * 3];
          let bound = Math.min(0, length1);
          let bound1 = result;
          let bound2 = Math.min(bound1, length1);
          let count = Math.max(bound2 - bound | 0, 0);
          m[67] = 0;
          m[68] = 0;
          m[69] = 0;
          for (let i = 0, i$end = count; i < i$end; i++) {
            m[68 + i] = m[28 /* log */ + (broker * 3 + (bound + i))];
          }
          m[67] = count;
          m[27 /* log */ + broker * 3] = m[67];
          m[28 /* log */ + broker * 3] = m[68];
          m[29 /* log */ + broker * 3] = m[69];
          // this.highWatermark[broker] = Math.min(this.highWatermark[broker], this.log[broker].length)
          m[33 /* highWatermark */ + broker] = Math.min(m[33 /* highWatermark */ + broker], m[27 /* log */ + broker * 3]);
          // this.joined = this.joined.add(broker)
          m[35 /* joined */] = m[35 /* joined */] | 1 << broker;
          let changed = 0;
          m[56] = m[48 /* word 0 */] & -12582913 | m[35 /* joined */] << 22;
          changed = changed | m[56] ^ m[48 /* word 0 */];
          changed = changed | $patchSlot(broker * 3 + 3 /* log */);
          changed = changed | $patchSlot(broker * 3 + 4 /* log */);
          changed = changed | $patchSlot(broker * 3 + 5 /* log */);
          changed = changed | $patchSlot(broker + 9 /* highWatermark */);
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(56);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[35] = m[11];
        m[56] = m[48 /* word 0 */];
        m[27 /* log */ + broker * 3] = m[3 /* log */ + broker * 3];
        m[28 /* log */ + broker * 3] = m[4 /* log */ + broker * 3];
        m[29 /* log */ + broker * 3] = m[5 /* log */ + broker * 3];
        $unpatchSlot(broker * 3 + 3 /* log */);
        $unpatchSlot(broker * 3 + 4 /* log */);
        $unpatchSlot(broker * 3 + 5 /* log */);
        m[33 /* highWatermark */ + broker] = m[9 /* highWatermark */ + broker];
        $unpatchSlot(broker + 9 /* highWatermark */);
      }
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action write(leader: Broker)  specs/partitioned-log/spec.ts:100:11
  function action_write() {
    let enabledHere = 0;
    each_leader: for (let leader$bits = m[35 /* joined */] & 3; leader$bits !== 0; leader$bits &= leader$bits - 1) {
      const leader = 31 - Math.clz32(leader$bits & -leader$bits);
      // require(this.leader === leader)
      if (m[24] !== leader + 1) continue each_leader;
      // require(this.log[leader].length < 2)
      if (2 <= m[27 /* log */ + leader * 3]) continue each_leader;
      instance: {
        let offset1 = m[27 /* log */ + leader * 3];
        // this.log[leader] = this.log[leader].push(this.epoch)
        let length = m[27 /* log */ + leader * 3];
        if (2 <= length) {
          sink.violation("failure", 6, 4);
          break instance;
        }
        m[28 /* log */ + (leader * 3 + length)] = m[25 /* epoch */];
        m[27 /* log */ + leader * 3] = length + 1 | 0;
        // this.fetched[leader] = offset + 1
        let value = offset1 + 1 | 0;
        if (2 < value) {
          sink.violation("failure", 7, 4);
          break instance;
        }
        m[36 /* fetched */ + leader] = value;
        each_offset_2: for (let offset_2 = m[33 /* highWatermark */ + leader], offset_2$end = m[27 /* log */ + leader * 3]; offset_2 < offset_2$end; offset_2++) {
          let exists = 0;
          each_broker: for (let broker$bits = m[26 /* inSync */]; broker$bits !== 0; broker$bits &= broker$bits - 1) {
            const broker = 31 - Math.clz32(broker$bits & -broker$bits);
            if (m[36 /* fetched */ + broker] <= offset_2) {
              exists = 1;
              break each_broker;
            }
          }
          if (exists !== 0) break each_offset_2;
          // this.highWatermark[leader] = offset$2 + 1
          m[33 /* highWatermark */ + leader] = offset_2 + 1 | 0;
          // this.acknowledged = this.acknowledged.add({ epoch: this.log[leader][offset$2], offset: offset$2 })
          if (m[27 /* log */ + leader * 3] <= offset_2) {
            sink.violation("failure", 8, 4);
            break instance;
          }
          m[47 /* acknowledged */] = m[47 /* acknowledged */] | 1 << (m[28 /* log */ + (leader * 3 + offset_2)] * 3 + offset_2 | 0);
        }
        let changed = 0;
        m[63] = m[55 /* word 7 */] & -131041 | m[47 /* acknowledged */] << 5;
        changed = changed | m[63] ^ m[55 /* word 7 */];
        changed = changed | $patchSlot(leader * 3 + 3 /* log */);
        changed = changed | $patchSlot(leader * 3 + 4 /* log */);
        changed = changed | $patchSlot(leader * 3 + 5 /* log */);
        changed = changed | $patchSlot(leader + 12 /* fetched */);
        changed = changed | $patchSlot(leader + 9 /* highWatermark */);
        enabledHere = enabledHere + 1 | 0;
        if (changed !== 0) {
          writeRow(56);
          if (++sink.count === capacity) sink.flush();
        }
      }
      m[47] = m[23];
      m[63] = m[55 /* word 7 */];
      m[27 /* log */ + leader * 3] = m[3 /* log */ + leader * 3];
      m[28 /* log */ + leader * 3] = m[4 /* log */ + leader * 3];
      m[29 /* log */ + leader * 3] = m[5 /* log */ + leader * 3];
      $unpatchSlot(leader * 3 + 3 /* log */);
      $unpatchSlot(leader * 3 + 4 /* log */);
      $unpatchSlot(leader * 3 + 5 /* log */);
      m[36 /* fetched */ + leader] = m[12 /* fetched */ + leader];
      $unpatchSlot(leader + 12 /* fetched */);
      m[33 /* highWatermark */ + leader] = m[9 /* highWatermark */ + leader];
      $unpatchSlot(leader + 9 /* highWatermark */);
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action fetch(from: Broker, to: Broker)  specs/partitioned-log/spec.ts:110:11
  function action_fetch() {
    let enabledHere = 0;
    each_from: for (let from$bits = m[35 /* joined */] & 3; from$bits !== 0; from$bits &= from$bits - 1) {
      const from = 31 - Math.clz32(from$bits & -from$bits);
      // require(!exists(this.net.messages, (message) => message.from === from || message.to === from))
      let exists = 0;
      all_message: {
        for (let word = 0; word < 6; word++) {
          for (let message$bits = m[39 /* net.messages */ + word]; message$bits !== 0; message$bits &= message$bits - 1) {
            const message = 31 - Math.clz32(message$bits & -message$bits) + word * 32;
            let tag = message < 180 ? 0 : 1;
            let from1 = 0;
            if (tag === 0) {
              from1 = message / 90 | 0;
            } else {
              from1 = (message - 180 | 0) / 6 | 0;
            }
            let or = from1 === from ? 1 : 0;
            if (or === 0) {
              let tag1 = message < 180 ? 0 : 1;
              let to = 0;
              if (tag1 === 0) {
                to = message % 2;
              } else {
                to = (message - 180 | 0) % 2 | 0;
              }
              or = to === from ? 1 : 0;
            }
            if (or !== 0) {
              exists = 1;
              break all_message;
            }
          }
        }
      }
      if (exists !== 0) continue each_from;
      each_to: for (let to1$bits = m[35 /* joined */] & 3; to1$bits !== 0; to1$bits &= to1$bits - 1) {
        const to1 = 31 - Math.clz32(to1$bits & -to1$bits);
        // require(this.leader === to)
        if (m[24] !== to1 + 1) continue each_to;
        // require(from !== to)
        if (from === to1) continue each_to;
        m[70] = 1 /* "fetch" */;
        m[71] = from;
        m[72] = m[27 /* log */ + from * 3];
        m[73] = to1;
        m[74] = 0;
        m[75] = 0;
        // this.net.messages = this.net.messages.add(message$2)
        let index = 0;
        let tag2 = m[70];
        if (tag2 === 0) {
          index = (((m[71] * 3 + m[74]) * 3 + m[72]) * 5 + m[75]) * 2 + m[73];
        } else {
          index = (m[71] * 3 + m[72]) * 2 + m[73] + 180;
        }
        let element = index;
        m[39 /* net.messages */ + (element >>> 5)] = m[39 /* net.messages */ + (element >>> 5)] | 1 << element;
        let changed = 0;
        m[57] = m[39 /* net.messages 0 */];
        changed = changed | m[57] ^ m[49 /* word 1 */];
        m[58] = m[40 /* net.messages 1 */];
        changed = changed | m[58] ^ m[50 /* word 2 */];
        m[59] = m[41 /* net.messages 2 */];
        changed = changed | m[59] ^ m[51 /* word 3 */];
        m[60] = m[42 /* net.messages 3 */];
        changed = changed | m[60] ^ m[52 /* word 4 */];
        m[61] = m[43 /* net.messages 4 */];
        changed = changed | m[61] ^ m[53 /* word 5 */];
        m[62] = m[44 /* net.messages 5 */];
        changed = changed | m[62] ^ m[54 /* word 6 */];
        enabledHere = enabledHere + 1 | 0;
        if (changed !== 0) {
          writeRow(56);
          if (++sink.count === capacity) sink.flush();
        }
        m.copyWithin(39, 15, 21);
        m[57] = m[49 /* word 1 */];
        m[58] = m[50 /* word 2 */];
        m[59] = m[51 /* word 3 */];
        m[60] = m[52 /* word 4 */];
        m[61] = m[53 /* word 5 */];
        m[62] = m[54 /* word 6 */];
      }
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // @action answer(message: { kind: "answer"; from: Broker; highWatermark: Int<0, 2>; offset: Int<0, 2>; record: (Epoch) | undefined; to: Broker } | { kind: "fetch"...
  function action_answer() {
    let enabledHere = 0;
    for (let message = 180; message < 192; message++) {
      skip: {
        instance: {
          // require({   })
          let broker = (message - 180 | 0) % 2 | 0;
          let result = m[24] === (broker + 1 | 0) && (m[35 /* joined */] & 1 << broker) !== 0 ? 1 : 0;
          if (result === 0) break skip;
          // require({   })
          let a = (message - 180 | 0) / 6 | 0;
          let b = (message - 180 | 0) % 2 | 0;
          // require(this.net.messages.has(message))
          if ((m[39 /* net.messages */ + (message >>> 5)] & 1 << message) === 0) break skip;
          // this.net.messages = this.net.messages.delete(message)
          m[39 /* net.messages */ + (message >>> 5)] = m[39 /* net.messages */ + (message >>> 5)] & (1 << message ^ -1);
          let tag = message < 180 ? 0 : 1;
          let from = 0;
          if (tag === 0) {
            from = message / 90 | 0;
          } else {
            from = (message - 180 | 0) / 6 | 0;
          }
          let from1 = from;
          let tag1 = message < 180 ? 0 : 1;
          let to = 0;
          if (tag1 === 0) {
            to = message % 2;
          } else {
            to = (message - 180 | 0) % 2 | 0;
          }
          let to1 = to;
          let tag2 = message < 180 ? 0 : 1;
          let offset1 = 0;
          if (tag2 === 0) {
            offset1 = (message / 10 | 0) % 3;
          } else {
            offset1 = ((message - 180 | 0) / 2 | 0) % 3 | 0;
          }
          let offset2 = offset1;
          m[76] = 0 /* "answer" */;
          m[77] = to1;
          m[80] = m[33 /* highWatermark */ + to1];
          m[78] = offset2;
          let choice = 0;
          if (offset2 < m[27 /* log */ + to1 * 3]) {
            if (m[27 /* log */ + to1 * 3] <= offset2) {
              sink.violation("failure", 9, 6);
              break instance;
            }
            choice = m[28 /* log */ + (to1 * 3 + offset2)] + 1;
          } else {
            choice = 0;
          }
          m[81] = choice;
          m[79] = from1;
          // this.net.messages = this.net.messages.add(message$2)
          let index = 0;
          let tag3 = m[76];
          if (tag3 === 0) {
            index = (((m[77] * 3 + m[80]) * 3 + m[78]) * 5 + m[81]) * 2 + m[79];
          } else {
            index = (m[77] * 3 + m[78]) * 2 + m[79] + 180;
          }
          let element = index;
          m[39 /* net.messages */ + (element >>> 5)] = m[39 /* net.messages */ + (element >>> 5)] | 1 << element;
          // this.fetched[from] = offset
          m[36 /* fetched */ + from1] = offset2;
          each_offset_2: for (let offset_2 = m[33 /* highWatermark */ + to1], offset_2$end = m[27 /* log */ + to1 * 3]; offset_2 < offset_2$end; offset_2++) {
            let exists = 0;
            each_broker_2: for (let broker_2$bits = m[26 /* inSync */]; broker_2$bits !== 0; broker_2$bits &= broker_2$bits - 1) {
              const broker_2 = 31 - Math.clz32(broker_2$bits & -broker_2$bits);
              if (m[36 /* fetched */ + broker_2] <= offset_2) {
                exists = 1;
                break each_broker_2;
              }
            }
            if (exists !== 0) break each_offset_2;
            // this.highWatermark[to] = offset$2 + 1
            m[33 /* highWatermark */ + to1] = offset_2 + 1 | 0;
            // this.acknowledged = this.acknowledged.add({ epoch: this.log[to][offset$2], offset: offset$2 })
            if (m[27 /* log */ + to1 * 3] <= offset_2) {
              sink.violation("failure", 8, 6);
              break instance;
            }
            m[47 /* acknowledged */] = m[47 /* acknowledged */] | 1 << (m[28 /* log */ + (to1 * 3 + offset_2)] * 3 + offset_2 | 0);
          }
          let changed = 0;
          m[56] = m[48 /* word 0 */] & -255590401 | m[33 /* highWatermark 0 */] << 18 | m[34 /* highWatermark 1 */] << 20 | m[36 /* fetched 0 */] << 24 | m[37 /* fetched 1 */] << 26;
          changed = changed | m[56] ^ m[48 /* word 0 */];
          m[57] = m[39 /* net.messages 0 */];
          changed = changed | m[57] ^ m[49 /* word 1 */];
          m[58] = m[40 /* net.messages 1 */];
          changed = changed | m[58] ^ m[50 /* word 2 */];
          m[59] = m[41 /* net.messages 2 */];
          changed = changed | m[59] ^ m[51 /* word 3 */];
          m[60] = m[42 /* net.messages 3 */];
          changed = changed | m[60] ^ m[52 /* word 4 */];
          m[61] = m[43 /* net.messages 4 */];
          changed = changed | m[61] ^ m[53 /* word 5 */];
          m[62] = m[44 /* net.messages 5 */];
          changed = changed | m[62] ^ m[54 /* word 6 */];
          m[63] = m[55 /* word 7 */] & -131041 | m[47 /* acknowledged */] << 5;
          changed = changed | m[63] ^ m[55 /* word 7 */];
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(56);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[33] = m[9];
        m[34] = m[10];
        m[36] = m[12];
        m[37] = m[13];
        m.copyWithin(39, 15, 21);
        m[47] = m[23];
        m[56] = m[48 /* word 0 */];
        m[57] = m[49 /* word 1 */];
        m[58] = m[50 /* word 2 */];
        m[59] = m[51 /* word 3 */];
        m[60] = m[52 /* word 4 */];
        m[61] = m[53 /* word 5 */];
        m[62] = m[54 /* word 6 */];
        m[63] = m[55 /* word 7 */];
      }
    }
    enabled[6] += enabledHere;
    return enabledHere;
  }

  // @action receive(message: { kind: "answer"; from: Broker; highWatermark: Int<0, 2>; offset: Int<0, 2>; record: (Epoch) | undefined; to: Broker } | { kind: "fetch...
  function action_receive() {
    let enabledHere = 0;
    each_message: for (let message = 0; message < 180; message++) {
      // require(this.joined.has(message.to))
      if ((m[35 /* joined */] & 1 << message % 2) === 0) continue each_message;
      skip: {
        instance: {
          // require({   })
          let a = message / 90 | 0;
          let b = message % 2;
          // require(this.net.messages.has(message))
          if ((m[39 /* net.messages */ + (message >>> 5)] & 1 << message) === 0) break skip;
          // this.net.messages = this.net.messages.delete(message)
          m[39 /* net.messages */ + (message >>> 5)] = m[39 /* net.messages */ + (message >>> 5)] & (1 << message ^ -1);
          let tag = message < 180 ? 0 : 1;
          let to = 0;
          if (tag === 0) {
            to = message % 2;
          } else {
            to = (message - 180 | 0) % 2 | 0;
          }
          let to1 = to;
          let tag1 = message < 180 ? 0 : 1;
          if (tag1 !== 0) {
            sink.violation("failure", 10, 7);
            break instance;
          }
          let record = (message / 2 | 0) % 5;
          // require(this.log[to].length === message.offset)
          if (m[27 /* log */ + to1 * 3] !== (message / 10 | 0) % 3) break instance;
          if (record !== 0) {
            // this.log[to] = this.log[to].push(record)
            let length = m[27 /* log */ + to1 * 3];
            if (2 <= length) {
              sink.violation("failure", 11, 7);
              break instance;
            }
            m[28 /* log */ + (to1 * 3 + length)] = record - 1 | 0;
            m[27 /* log */ + to1 * 3] = length + 1 | 0;
          }
          // this.highWatermark[to] = Math.min(message.highWatermark, this.log[to].length)
          m[33 /* highWatermark */ + to1] = Math.min((message / 30 | 0) % 3, m[27 /* log */ + to1 * 3]);
          let changed = 0;
          m[56] = m[48 /* word 0 */] & -4194241 | m[27 /* log 0 */] << 6 | m[28 /* log 1 */] << 8 | m[29 /* log 2 */] << 10 | m[30 /* log 3 */] << 12 | m[31 /* log 4 */] << 14 | m[32 /* log 5 */] << 16 | m[33 /* highWatermark 0 */] << 18 | m[34 /* highWatermark 1 */] << 20;
          changed = changed | m[56] ^ m[48 /* word 0 */];
          m[57] = m[39 /* net.messages 0 */];
          changed = changed | m[57] ^ m[49 /* word 1 */];
          m[58] = m[40 /* net.messages 1 */];
          changed = changed | m[58] ^ m[50 /* word 2 */];
          m[59] = m[41 /* net.messages 2 */];
          changed = changed | m[59] ^ m[51 /* word 3 */];
          m[60] = m[42 /* net.messages 3 */];
          changed = changed | m[60] ^ m[52 /* word 4 */];
          m[61] = m[43 /* net.messages 4 */];
          changed = changed | m[61] ^ m[53 /* word 5 */];
          m[62] = m[44 /* net.messages 5 */];
          changed = changed | m[62] ^ m[54 /* word 6 */];
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(56);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m.copyWithin(27, 3, 11);
        m.copyWithin(39, 15, 21);
        m[56] = m[48 /* word 0 */];
        m[57] = m[49 /* word 1 */];
        m[58] = m[50 /* word 2 */];
        m[59] = m[51 /* word 3 */];
        m[60] = m[52 /* word 4 */];
        m[61] = m[53 /* word 5 */];
        m[62] = m[54 /* word 6 */];
      }
    }
    enabled[7] += enabledHere;
    return enabledHere;
  }

  // @action shrink(leader: Broker, broker: Broker)  specs/partitioned-log/spec.ts:136:11
  function action_shrink() {
    let enabledHere = 0;
    each_leader: for (let leader$bits = m[35 /* joined */] & 3; leader$bits !== 0; leader$bits &= leader$bits - 1) {
      const leader = 31 - Math.clz32(leader$bits & -leader$bits);
      // require(this.leader === leader)
      if (m[24] !== leader + 1) continue each_leader;
      each_broker: for (let broker$bits = m[26 /* inSync */] & 3; broker$bits !== 0; broker$bits &= broker$bits - 1) {
        const broker = 31 - Math.clz32(broker$bits & -broker$bits);
        // require(broker !== leader)
        if (broker === leader) continue each_broker;
        // require(!this.joined.has(broker) || this.fetched[broker] < this.log[leader].length)
        if (!((m[35 /* joined */] & 1 << broker) === 0 || m[36 /* fetched */ + broker] < m[27 /* log */ + leader * 3])) continue each_broker;
        instance: {
          // this.inSync = this.inSync.delete(broker)
          m[26 /* inSync */] = m[26 /* inSync */] & (1 << broker ^ -1);
          each_offset: for (let offset1 = m[33 /* highWatermark */ + leader], offset1$end = m[27 /* log */ + leader * 3]; offset1 < offset1$end; offset1++) {
            let exists = 0;
            each_broker_2: for (let broker_2$bits = m[26 /* inSync */]; broker_2$bits !== 0; broker_2$bits &= broker_2$bits - 1) {
              const broker_2 = 31 - Math.clz32(broker_2$bits & -broker_2$bits);
              if (m[36 /* fetched */ + broker_2] <= offset1) {
                exists = 1;
                break each_broker_2;
              }
            }
            if (exists !== 0) break each_offset;
            // this.highWatermark[leader] = offset + 1
            m[33 /* highWatermark */ + leader] = offset1 + 1 | 0;
            // this.acknowledged = this.acknowledged.add({ epoch: this.log[leader][offset], offset: offset })
            if (m[27 /* log */ + leader * 3] <= offset1) {
              sink.violation("failure", 8, 8);
              break instance;
            }
            m[47 /* acknowledged */] = m[47 /* acknowledged */] | 1 << (m[28 /* log */ + (leader * 3 + offset1)] * 3 + offset1 | 0);
          }
          let changed = 0;
          m[56] = m[48 /* word 0 */] & -49 | m[26 /* inSync */] << 4;
          changed = changed | m[56] ^ m[48 /* word 0 */];
          m[63] = m[55 /* word 7 */] & -131041 | m[47 /* acknowledged */] << 5;
          changed = changed | m[63] ^ m[55 /* word 7 */];
          changed = changed | $patchSlot(leader + 9 /* highWatermark */);
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(56);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[26] = m[2];
        m[47] = m[23];
        m[56] = m[48 /* word 0 */];
        m[63] = m[55 /* word 7 */];
        m[33 /* highWatermark */ + leader] = m[9 /* highWatermark */ + leader];
        $unpatchSlot(leader + 9 /* highWatermark */);
      }
    }
    enabled[8] += enabledHere;
    return enabledHere;
  }

  // @action expand(leader: Broker, broker: Broker)  specs/partitioned-log/spec.ts:144:11
  function action_expand() {
    let enabledHere = 0;
    each_leader: for (let leader$bits = m[35 /* joined */] & 3; leader$bits !== 0; leader$bits &= leader$bits - 1) {
      const leader = 31 - Math.clz32(leader$bits & -leader$bits);
      // require(this.leader === leader)
      if (m[24] !== leader + 1) continue each_leader;
      each_broker: for (let broker$bits = m[35 /* joined */] & 3; broker$bits !== 0; broker$bits &= broker$bits - 1) {
        const broker = 31 - Math.clz32(broker$bits & -broker$bits);
        // require(!this.inSync.has(broker))
        if ((m[26 /* inSync */] & 1 << broker) !== 0) continue each_broker;
        // require(Math.max(this.start, this.highWatermark[leader]) <= this.fetched[broker])
        if (m[36 /* fetched */ + broker] < Math.max(m[38 /* start */], m[33 /* highWatermark */ + leader])) continue each_broker;
        // this.inSync = this.inSync.add(broker)
        m[26 /* inSync */] = m[26 /* inSync */] | 1 << broker;
        let changed = 0;
        m[56] = m[48 /* word 0 */] & -49 | m[26 /* inSync */] << 4;
        changed = changed | m[56] ^ m[48 /* word 0 */];
        enabledHere = enabledHere + 1 | 0;
        if (changed !== 0) {
          writeRow(56);
          if (++sink.count === capacity) sink.flush();
        }
        m[26] = m[2];
        m[56] = m[48 /* word 0 */];
      }
    }
    enabled[9] += enabledHere;
    return enabledHere;
  }

  // The initial states  specs/partitioned-log/spec.ts:24:14
  function initial() {
    m[24] = 0;
    m[25 /* epoch */] = 0;
    let set = 0;
    for (let _broker = 0; _broker < 2; _broker++) {
      set = set | 1 << _broker;
    }
    m[26 /* inSync */] = set;
    let length = 0;
    m[82] = 0;
    m[83] = 0;
    m[84] = 0;
    m[82] = length;
    for (let k = 0; k < 2; k++) {
      m[27 /* log */ + k * 3] = m[82];
      m[28 /* log */ + k * 3] = m[83];
      m[29 /* log */ + k * 3] = m[84];
    }
    for (let k1 = 0; k1 < 2; k1++) {
      m[33 /* highWatermark */ + k1] = 0;
    }
    m[35 /* joined */] = 0;
    for (let k2 = 0; k2 < 2; k2++) {
      m[36 /* fetched */ + k2] = 0;
    }
    m[38 /* start */] = 0;
    m.fill(0, 39 /* net.messages */, 45 /* net.messages */);
    m[45 /* nodes.down */] = 0;
    m[46 /* nodes.crashed */] = 0;
    m[47 /* acknowledged */] = 0;
    for (let slot = 0; slot < 24; slot++) {
      $patchSlot(slot);
    }
    writeRow(56);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 8,
    actions: ["nodes.crash", "nodes.restart", "elect", "follow", "write", "fetch", "answer", "receive", "shrink", "expand"],
    invariants: ["acknowledgedIsKept", "replicasAgree"],
    steps: [],
    reachables: ["aRecordOutlivesItsLeader", "everyoneHasEverything", "antecedent of acknowledgedIsKept", "antecedent of replicasAgree"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_nodes_crash() + action_nodes_restart() + action_elect() + action_follow() + action_write() + action_fetch() + action_answer() + action_receive() + action_shrink() + action_expand();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_aRecordOutlivesItsLeader(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_everyoneHasEverything(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_acknowledgedIsKept(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_replicasAgree(0) !== 0) pending[3] = 0;
      if (skip[0] === 0 && invariant_acknowledgedIsKept(0) === 0) return 0;
      if (skip[1] === 0 && invariant_replicasAgree(0) === 0) return 1;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
