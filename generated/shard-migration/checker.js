// ShardMigration with Node=2, Shard=1, Epoch=3, Value=2: an explicit-state model. Generated; do not edit.
// specs/shard-migration/spec.ts:25:14
//
// A state is 5 words of 32 bits, and 18 slots when unpacked:
//   net.messages: Set<{ kind: "copy"; from: Node; shard: Shard; to: Node; value: Value } | { kind: "own"; epoch: Epoch; from: Node; shard: Shard; to: Node; value: V...  slots 0..1  bits 0.0..1.11
//   net.copies: Set<{ kind: "copy"; from: Node; shard: Shard; to: Node; value: Value } | { kind: "own"; epoch: Epoch; from: Node; shard: Shard; to: Node; value: Val...  slots 2..3  bits 2.0..3.11
//   net.lost: Int<0, 7>  slots 4  bits 3.12..3.14
//   net.duplicated: Int<0, 7>  slots 5  bits 3.15..3.17
//   owned: Record<Node, Set<Shard>>  slots 6..7  bits 3.18..3.19
//   empty: Value  slots 8  bits 3.20..3.20
//   data: Record<Node, Record<Shard, Value>>  slots 9..10  bits 3.21..3.22
//   epoch: Record<Node, Record<Shard, Epoch>>  slots 11..12  bits 3.23..3.26
//   handingOver: Record<Node, Record<Shard, (Node) | undefined>>  slots 13..14  bits 3.27..3.30
//   prepared: Record<Node, Set<Shard>>  slots 15..16  bits 3.31..4.0
//   acknowledged: Record<Shard, Value>  slots 17  bits 4.1..4.1
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 5;

export function createModel(sink) {
  const m = new Int32Array(82);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(7);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,1,2,3,3,3,3,3,3,3,3,3,3,3,3,3,4,4]);
  const $clearMaskOfSlot = new Int32Array([0,-4096,0,-4096,-28673,-229377,-262145,-524289,-1048577,-2097153,-4194305,-25165825,-100663297,-402653185,-1610612737,2147483647,-2,-3]);
  const $shiftOfSlot = new Int32Array([0,0,0,0,12,15,18,19,20,21,22,23,25,27,29,31,0,1]);

  function writeRow(from) {
    const row = sink.count * 5;
    for (let i = 0; i < 5; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(18, 0, 18);
    m.copyWithin(41, 36, 41);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[36]) {
      m[36] = m[41] = word;
      m[0] = m[18] = word;
    }
    word = states[offset + 1] | 0;
    if (word !== m[37]) {
      m[37] = m[42] = word;
      m[1] = m[19] = word & 4095;
    }
    word = states[offset + 2] | 0;
    if (word !== m[38]) {
      m[38] = m[43] = word;
      m[2] = m[20] = word;
    }
    word = states[offset + 3] | 0;
    if (word !== m[39]) {
      m[39] = m[44] = word;
      m[3] = m[21] = word & 4095;
      m[4] = m[22] = (word >>> 12) & 7;
      m[5] = m[23] = (word >>> 15) & 7;
      m[6] = m[24] = (word >>> 18) & 1;
      m[7] = m[25] = (word >>> 19) & 1;
      m[8] = m[26] = (word >>> 20) & 1;
      m[9] = m[27] = (word >>> 21) & 1;
      m[10] = m[28] = (word >>> 22) & 1;
      m[11] = m[29] = (word >>> 23) & 3;
      m[12] = m[30] = (word >>> 25) & 3;
      m[13] = m[31] = (word >>> 27) & 3;
      m[14] = m[32] = (word >>> 29) & 3;
      m[15] = m[33] = word >>> 31;
    }
    word = states[offset + 4] | 0;
    if (word !== m[40]) {
      m[40] = m[45] = word;
      m[16] = m[34] = word & 1;
      m[17] = m[35] = (word >>> 1) & 1;
    }
  }

  // @invariant noShardHasTwoOwners  specs/shard-migration/spec.ts:136:14
  function invariant_noShardHasTwoOwners(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 2; a++) {
      let forall1 = 1;
      each_b: for (let b = 0; b < 2; b++) {
        let forall2 = 1;
        each_shard: for (let shard = 0; shard < 1; shard++) {
          if (!(!((m[6 /* owned */ + (at + a)] & 1 << shard) !== 0 && (m[6 /* owned */ + (at + b)] & 1 << shard) !== 0) || a === b)) {
            forall2 = 0;
            break each_shard;
          }
        }
        if (forall2 === 0) {
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

  // @invariant noAcknowledgedWriteIsLost  specs/shard-migration/spec.ts:140:14
  function invariant_noAcknowledgedWriteIsLost(at) {
    let forall = 1;
    each_node: for (let node = 0; node < 2; node++) {
      let forall1 = 1;
      each_shard: for (let shard = 0; shard < 1; shard++) {
        if (!((m[6 /* owned */ + (at + node)] & 1 << shard) === 0 || m[9 /* data */ + (at + node)] === m[17 /* acknowledged */ + at])) {
          forall1 = 0;
          break each_shard;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_node;
      }
    }
    return forall;
  }

  // @invariant noShardIsLost  specs/shard-migration/spec.ts:145:14
  function invariant_noShardIsLost(at) {
    let forall = 1;
    each_shard: for (let shard = 0; shard < 1; shard++) {
      let exists = 0;
      each_node: for (let node = 0; node < 2; node++) {
        if ((m[6 /* owned */ + (at + node)] & 1 << shard) !== 0 || m[13 /* handingOver */ + (at + node)] !== 0) {
          exists = 1;
          break each_node;
        }
      }
      if (exists === 0) {
        forall = 0;
        break each_shard;
      }
    }
    return forall;
  }

  // @reachable aShardComesBackWithAWrite  specs/shard-migration/spec.ts:160:14
  function reachable_aShardComesBackWithAWrite(at) {
    let exists = 0;
    each_node: for (let node = 0; node < 2; node++) {
      let exists1 = 0;
      each_shard: for (let shard = 0; shard < 1; shard++) {
        if ((m[6 /* owned */ + (at + node)] & 1 << shard) !== 0 && m[11 /* epoch */ + (at + node)] === 2 && m[17 /* acknowledged */ + at] !== m[8 /* empty */ + at]) {
          exists1 = 1;
          break each_shard;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_node;
      }
    }
    return exists;
  }

  // @reachable antecedent of noShardHasTwoOwners  specs/shard-migration/spec.ts:137:12
  function reachable_antecedent_of_noShardHasTwoOwners(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 2; a++) {
      let exists1 = 0;
      each_b: for (let b = 0; b < 2; b++) {
        let exists2 = 0;
        each_shard: for (let shard = 0; shard < 1; shard++) {
          if ((m[6 /* owned */ + (at + a)] & 1 << shard) !== 0 && (m[6 /* owned */ + (at + b)] & 1 << shard) !== 0) {
            exists2 = 1;
            break each_shard;
          }
        }
        if (exists2 !== 0) {
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

  // @reachable antecedent of noAcknowledgedWriteIsLost  specs/shard-migration/spec.ts:141:12
  function reachable_antecedent_of_noAcknowledgedWriteIsLost(at) {
    let exists = 0;
    each_node: for (let node = 0; node < 2; node++) {
      let exists1 = 0;
      each_shard: for (let shard = 0; shard < 1; shard++) {
        if ((m[6 /* owned */ + (at + node)] & 1 << shard) !== 0) {
          exists1 = 1;
          break each_shard;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_node;
      }
    }
    return exists;
  }

  // @action net.lose(message: { kind: "copy"; from: Node; shard: Shard; to: Node; value: Value } | { kind: "own"; epoch: Epoch; from: Node; shard: Shard; to: Node; ...
  function action_net_lose() {
    let enabledHere = 0;
    for (let message = 0; message < 44; message++) {
      skip: {
        instance: {
          let used = m[22 /* net.lost */];
          // require(used < 1)
          if (1 <= used) break skip;
          // this.net.lost = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 0, 0);
            break instance;
          }
          m[22 /* net.lost */] = value;
          // require(this.net.messages.has(message))
          if ((m[18 + (message >>> 5)] & 1 << message) === 0) break instance;
          if ((m[20 /* net.copies */ + (message >>> 5)] & 1 << message) !== 0) {
            // this.net.copies = this.net.copies.delete(message)
            m[20 /* net.copies */ + (message >>> 5)] = m[20 /* net.copies */ + (message >>> 5)] & (1 << message ^ -1);
          } else {
            // this.net.messages = this.net.messages.delete(message)
            m[18 + (message >>> 5)] = m[18 + (message >>> 5)] & (1 << message ^ -1);
          }
          let changed = 0;
          m[41] = m[18 /* net.messages 0 */];
          changed = changed | m[41] ^ m[36 /* word 0 */];
          m[42] = m[19 /* net.messages 1 */];
          changed = changed | m[42] ^ m[37 /* word 1 */];
          m[43] = m[20 /* net.copies 0 */];
          changed = changed | m[43] ^ m[38 /* word 2 */];
          m[44] = m[39 /* word 3 */] & -32768 | m[21 /* net.copies 1 */] | m[22 /* net.lost */] << 12;
          changed = changed | m[44] ^ m[39 /* word 3 */];
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(41);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m.copyWithin(18, 0, 5);
        m[41] = m[36 /* word 0 */];
        m[42] = m[37 /* word 1 */];
        m[43] = m[38 /* word 2 */];
        m[44] = m[39 /* word 3 */];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action net.duplicate(message: { kind: "copy"; from: Node; shard: Shard; to: Node; value: Value } | { kind: "own"; epoch: Epoch; from: Node; shard: Shard; to: N...
  function action_net_duplicate() {
    let enabledHere = 0;
    for (let message = 0; message < 44; message++) {
      skip: {
        instance: {
          let used = m[23 /* net.duplicated */];
          // require(used < 1)
          if (1 <= used) break skip;
          // this.net.duplicated = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 0, 1);
            break instance;
          }
          m[23 /* net.duplicated */] = value;
          // require(this.net.messages.has(message))
          if ((m[18 + (message >>> 5)] & 1 << message) === 0) break instance;
          // require(!this.net.copies.has(message))
          if ((m[20 /* net.copies */ + (message >>> 5)] & 1 << message) !== 0) break instance;
          // this.net.copies = this.net.copies.add(message)
          m[20 /* net.copies */ + (message >>> 5)] = m[20 /* net.copies */ + (message >>> 5)] | 1 << message;
          let changed = 0;
          m[43] = m[20 /* net.copies 0 */];
          changed = changed | m[43] ^ m[38 /* word 2 */];
          m[44] = m[39 /* word 3 */] & -233472 | m[21 /* net.copies 1 */] | m[23 /* net.duplicated */] << 15;
          changed = changed | m[44] ^ m[39 /* word 3 */];
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(41);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[20] = m[2];
        m[21] = m[3];
        m[23] = m[5];
        m[43] = m[38 /* word 2 */];
        m[44] = m[39 /* word 3 */];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 41 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[18 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[18 + slot] ^ m[slot];
  }

  // Makes the packed word of a slot equal to the source again.
  function $unpatchSlot(slot) {
    let word = $wordOfSlot[slot];
    m[41 + word] = m[36 + word];
  }

  // @action write(node: Node, shard: Shard, value: Value)  specs/shard-migration/spec.ts:69:11
  function action_write() {
    let enabledHere = 0;
    for (let node = 0; node < 2; node++) {
      for (let shard$bits = m[24 /* owned */ + node] & 1; shard$bits !== 0; shard$bits &= shard$bits - 1) {
        const shard = 31 - Math.clz32(shard$bits & -shard$bits);
        for (let value = 0; value < 2; value++) {
          // this.data[node][shard] = value
          m[27 /* data */ + node] = value;
          // this.acknowledged[shard] = value
          m[35 /* acknowledged */] = value;
          let changed = 0;
          m[45] = m[40 /* word 4 */] & -3 | m[35 /* acknowledged */] << 1;
          changed = changed | m[45] ^ m[40 /* word 4 */];
          changed = changed | $patchSlot(node + 9 /* data */);
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(41);
            if (++sink.count === capacity) sink.flush();
          }
          m[35] = m[17];
          m[45] = m[40 /* word 4 */];
          m[27 /* data */ + node] = m[9 /* data */ + node];
          $unpatchSlot(node + 9 /* data */);
        }
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action handOver(from: Node, to: Node, shard: Shard)  specs/shard-migration/spec.ts:99:11
  function action_handOver() {
    let enabledHere = 0;
    for (let from = 0; from < 2; from++) {
      for (let to = 0; to < 2; to++) {
        for (let shard = 0; shard < 1; shard++) {
          skip: {
            let value = m[29 /* epoch */ + from];
            let epoch = value === 2 ? 0 : value + 2;
            // require(epoch !== undefined)
            if (epoch === 0) break skip;
            // require(from !== to)
            if (from === to) break skip;
            // require(this.owned[from].has(shard))
            if ((m[24 /* owned */ + from] & 1 << shard) === 0) break skip;
            // this.owned[from] = this.owned[from].delete(shard)
            m[24 /* owned */ + from] = m[24 /* owned */ + from] & (1 << shard ^ -1);
            // this.prepared[to] = this.prepared[to].delete(shard)
            m[33 /* prepared */ + to] = m[33 /* prepared */ + to] & (1 << shard ^ -1);
            // this.epoch[from][shard] = epoch
            m[29 /* epoch */ + from] = epoch - 1 | 0;
            // this.handingOver[from][shard] = to
            m[31 /* handingOver */ + from] = to + 1;
            let value1 = m[27 /* data */ + from];
            m[46] = 1 /* "own" */;
            m[50] = m[29 /* epoch */ + from];
            m[47] = from;
            m[48] = shard;
            m[49] = to;
            m[51] = value1;
            // this.net.messages = this.net.messages.add(message)
            let index = 0;
            let tag = m[46];
            if (tag === 0) {
              index = ((m[47] + m[48]) * 2 + m[49]) * 2 + m[50];
            } else if (tag === 1) {
              index = ((m[50] * 2 + m[47] + m[48]) * 2 + m[49]) * 2 + m[51] + 8;
            } else {
              index = (m[50] * 2 + m[47] + m[48]) * 2 + m[49] + 32;
            }
            let element = index;
            m[18 + (element >>> 5)] = m[18 + (element >>> 5)] | 1 << element;
            let changed = 0;
            m[41] = m[18 /* net.messages 0 */];
            changed = changed | m[41] ^ m[36 /* word 0 */];
            m[42] = m[19 /* net.messages 1 */];
            changed = changed | m[42] ^ m[37 /* word 1 */];
            changed = changed | $patchSlot(from + 6 /* owned */);
            changed = changed | $patchSlot(to + 15 /* prepared */);
            changed = changed | $patchSlot(from + 11 /* epoch */);
            changed = changed | $patchSlot(from + 13 /* handingOver */);
            enabledHere = enabledHere + 1 | 0;
            if (changed !== 0) {
              writeRow(41);
              if (++sink.count === capacity) sink.flush();
            }
            m[18] = m[0];
            m[19] = m[1];
            m[41] = m[36 /* word 0 */];
            m[42] = m[37 /* word 1 */];
            m[24 /* owned */ + from] = m[6 /* owned */ + from];
            $unpatchSlot(from + 6 /* owned */);
            m[33 /* prepared */ + to] = m[15 /* prepared */ + to];
            $unpatchSlot(to + 15 /* prepared */);
            m[29 /* epoch */ + from] = m[11 /* epoch */ + from];
            $unpatchSlot(from + 11 /* epoch */);
            m[31 /* handingOver */ + from] = m[13 /* handingOver */ + from];
            $unpatchSlot(from + 13 /* handingOver */);
          }
        }
      }
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action retry(from: Node, shard: Shard)  specs/shard-migration/spec.ts:111:11
  function action_retry() {
    let enabledHere = 0;
    for (let from = 0; from < 2; from++) {
      for (let shard = 0; shard < 1; shard++) {
        skip: {
          let to = m[31 /* handingOver */ + from];
          // require(to !== undefined)
          if (to === 0) break skip;
          let to_2 = to - 1 | 0;
          let value = m[27 /* data */ + from];
          m[52] = 1 /* "own" */;
          m[56] = m[29 /* epoch */ + from];
          m[53] = from;
          m[54] = shard;
          m[55] = to_2;
          m[57] = value;
          // this.net.messages = this.net.messages.add(message)
          let index = 0;
          let tag = m[52];
          if (tag === 0) {
            index = ((m[53] + m[54]) * 2 + m[55]) * 2 + m[56];
          } else if (tag === 1) {
            index = ((m[56] * 2 + m[53] + m[54]) * 2 + m[55]) * 2 + m[57] + 8;
          } else {
            index = (m[56] * 2 + m[53] + m[54]) * 2 + m[55] + 32;
          }
          let element = index;
          m[18 + (element >>> 5)] = m[18 + (element >>> 5)] | 1 << element;
          let changed = 0;
          m[41] = m[18 /* net.messages 0 */];
          changed = changed | m[41] ^ m[36 /* word 0 */];
          m[42] = m[19 /* net.messages 1 */];
          changed = changed | m[42] ^ m[37 /* word 1 */];
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(41);
            if (++sink.count === capacity) sink.flush();
          }
          m[18] = m[0];
          m[19] = m[1];
          m[41] = m[36 /* word 0 */];
          m[42] = m[37 /* word 1 */];
        }
      }
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action takeOver(message: { kind: "copy"; from: Node; shard: Shard; to: Node; value: Value } | { kind: "own"; epoch: Epoch; from: Node; shard: Shard; to: Node; ...
  function action_takeOver() {
    let enabledHere = 0;
    for (let message = 8; message < 32; message++) {
      skip: {
        instance: {
          end: {
            // require({   })
            let a = ((message - 8 | 0) / 4 | 0) % 2 | 0;
            let b = ((message - 8 | 0) / 2 | 0) % 2 | 0;
            // require(this.net.messages.has(message))
            if ((m[18] & 1 << message) === 0) break skip;
            if ((m[20 /* net.copies */] & 1 << message) !== 0) {
              // this.net.copies = this.net.copies.delete(message)
              m[20 /* net.copies */] = m[20 /* net.copies */] & (1 << message ^ -1);
            } else {
              // this.net.messages = this.net.messages.delete(message)
              m[18] = m[18] & (1 << message ^ -1);
            }
            let tag = message < 8 ? 0 : message < 32 ? 1 : 2;
            let from = 0;
            if (tag === 0) {
              from = message / 4 | 0;
            } else if (tag === 1) {
              from = ((message - 8 | 0) / 4 | 0) % 2 | 0;
            } else {
              from = ((message - 32 | 0) / 2 | 0) % 2 | 0;
            }
            let from1 = from;
            let tag1 = message < 8 ? 0 : message < 32 ? 1 : 2;
            let to = 0;
            if (tag1 === 0) {
              to = (message / 2 | 0) % 2;
            } else if (tag1 === 1) {
              to = ((message - 8 | 0) / 2 | 0) % 2 | 0;
            } else {
              to = (message - 32 | 0) % 2 | 0;
            }
            let to1 = to;
            let tag2 = message < 8 ? 0 : message < 32 ? 1 : 2;
            let shard = 0;
            if (tag2 === 0) {
              shard = 0;
            } else if (tag2 === 1) {
              shard = 0;
            } else {
              shard = 0;
            }
            let shard1 = shard;
            let tag3 = message < 8 ? 0 : message < 32 ? 1 : 2;
            if (!(tag3 === 1 || tag3 === 2)) {
              sink.violation("failure", 1, 5);
              break instance;
            }
            let epoch = 0;
            if (tag3 === 1) {
              epoch = (message - 8 | 0) / 8 | 0;
            } else {
              epoch = (message - 32 | 0) / 4 | 0;
            }
            let epoch1 = epoch;
            let tag4 = message < 8 ? 0 : message < 32 ? 1 : 2;
            if (!(tag4 === 0 || tag4 === 1)) {
              sink.violation("failure", 2, 5);
              break instance;
            }
            let value = 0;
            if (tag4 === 0) {
              value = message % 2;
            } else {
              value = (message - 8 | 0) % 2 | 0;
            }
            let value_2 = value;
            m[58] = 2 /* "owned" */;
            m[62] = epoch1;
            m[59] = to1;
            m[60] = shard1;
            m[61] = from1;
            m[63] = 0;
            // this.net.messages = this.net.messages.add(message$2)
            let index = 0;
            let tag5 = m[58];
            if (tag5 === 0) {
              index = ((m[59] + m[60]) * 2 + m[61]) * 2 + m[62];
            } else if (tag5 === 1) {
              index = ((m[62] * 2 + m[59] + m[60]) * 2 + m[61]) * 2 + m[63] + 8;
            } else {
              index = (m[62] * 2 + m[59] + m[60]) * 2 + m[61] + 32;
            }
            let element = index;
            m[18 + (element >>> 5)] = m[18 + (element >>> 5)] | 1 << element;
            if (epoch1 <= m[29 /* epoch */ + to1]) break end;
            // this.owned[to] = this.owned[to].add(shard)
            m[24 /* owned */ + to1] = m[24 /* owned */ + to1] | 1 << shard1;
            // this.epoch[to][shard] = epoch
            m[29 /* epoch */ + to1] = epoch1;
            // this.handingOver[to][shard] = undefined
            m[31 /* handingOver */ + to1] = 0;
            // this.data[to][shard] = value$2
            m[27 /* data */ + to1] = value_2;
          }
          let changed = 0;
          m[41] = m[18 /* net.messages 0 */];
          changed = changed | m[41] ^ m[36 /* word 0 */];
          m[42] = m[19 /* net.messages 1 */];
          changed = changed | m[42] ^ m[37 /* word 1 */];
          m[43] = m[20 /* net.copies 0 */];
          changed = changed | m[43] ^ m[38 /* word 2 */];
          m[44] = m[39 /* word 3 */] & -2146177024 | m[21 /* net.copies 1 */] | m[24 /* owned 0 */] << 18 | m[25 /* owned 1 */] << 19 | m[27 /* data 0 */] << 21 | m[28 /* data 1 */] << 22 | m[29 /* epoch 0 */] << 23 | m[30 /* epoch 1 */] << 25 | m[31 /* handingOver 0 */] << 27 | m[32 /* handingOver 1 */] << 29;
          changed = changed | m[44] ^ m[39 /* word 3 */];
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(41);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[18] = m[0];
        m[19] = m[1];
        m[20] = m[2];
        m[21] = m[3];
        m[24] = m[6];
        m[25] = m[7];
        m.copyWithin(27, 9, 15);
        m[41] = m[36 /* word 0 */];
        m[42] = m[37 /* word 1 */];
        m[43] = m[38 /* word 2 */];
        m[44] = m[39 /* word 3 */];
      }
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // @action confirm(message: { kind: "copy"; from: Node; shard: Shard; to: Node; value: Value } | { kind: "own"; epoch: Epoch; from: Node; shard: Shard; to: Node; v...
  function action_confirm() {
    let enabledHere = 0;
    for (let message = 32; message < 44; message++) {
      skip: {
        instance: {
          // require({   })
          let a = ((message - 32 | 0) / 2 | 0) % 2 | 0;
          let b = (message - 32 | 0) % 2 | 0;
          // require(this.net.messages.has(message))
          if ((m[18 + (message >>> 5)] & 1 << message) === 0) break skip;
          if ((m[20 /* net.copies */ + (message >>> 5)] & 1 << message) !== 0) {
            // this.net.copies = this.net.copies.delete(message)
            m[20 /* net.copies */ + (message >>> 5)] = m[20 /* net.copies */ + (message >>> 5)] & (1 << message ^ -1);
          } else {
            // this.net.messages = this.net.messages.delete(message)
            m[18 + (message >>> 5)] = m[18 + (message >>> 5)] & (1 << message ^ -1);
          }
          let tag = message < 8 ? 0 : message < 32 ? 1 : 2;
          let to = 0;
          if (tag === 0) {
            to = (message / 2 | 0) % 2;
          } else if (tag === 1) {
            to = ((message - 8 | 0) / 2 | 0) % 2 | 0;
          } else {
            to = (message - 32 | 0) % 2 | 0;
          }
          let to1 = to;
          let tag1 = message < 8 ? 0 : message < 32 ? 1 : 2;
          let shard = 0;
          if (tag1 === 0) {
            shard = 0;
          } else if (tag1 === 1) {
            shard = 0;
          } else {
            shard = 0;
          }
          let shard1 = shard;
          let tag2 = message < 8 ? 0 : message < 32 ? 1 : 2;
          if (!(tag2 === 1 || tag2 === 2)) {
            sink.violation("failure", 3, 6);
            break instance;
          }
          let epoch = 0;
          if (tag2 === 1) {
            epoch = (message - 8 | 0) / 8 | 0;
          } else {
            epoch = (message - 32 | 0) / 4 | 0;
          }
          let epoch1 = epoch;
          if (m[29 /* epoch */ + to1] === epoch1) {
            // this.handingOver[to][shard] = undefined
            m[31 /* handingOver */ + to1] = 0;
          }
          let changed = 0;
          m[41] = m[18 /* net.messages 0 */];
          changed = changed | m[41] ^ m[36 /* word 0 */];
          m[42] = m[19 /* net.messages 1 */];
          changed = changed | m[42] ^ m[37 /* word 1 */];
          m[43] = m[20 /* net.copies 0 */];
          changed = changed | m[43] ^ m[38 /* word 2 */];
          m[44] = m[39 /* word 3 */] & -2013270016 | m[21 /* net.copies 1 */] | m[31 /* handingOver 0 */] << 27 | m[32 /* handingOver 1 */] << 29;
          changed = changed | m[44] ^ m[39 /* word 3 */];
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(41);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[18] = m[0];
        m[19] = m[1];
        m[20] = m[2];
        m[21] = m[3];
        m[31] = m[13];
        m[32] = m[14];
        m[41] = m[36 /* word 0 */];
        m[42] = m[37 /* word 1 */];
        m[43] = m[38 /* word 2 */];
        m[44] = m[39 /* word 3 */];
      }
    }
    enabled[6] += enabledHere;
    return enabledHere;
  }

  // The initial states  specs/shard-migration/spec.ts:25:14
  function initial() {
    m[18] = 0;
    m[19] = 0;
    m[20 /* net.copies */] = 0;
    m[21 /* net.copies */] = 0;
    m[22 /* net.lost */] = 0;
    m[23 /* net.duplicated */] = 0;
    for (let k = 0; k < 2; k++) {
      m[24 /* owned */ + k] = 0;
    }
    for (let empty = 0; empty < 2; empty++) {
      m[26 /* empty */] = empty;
      let value = m[26 /* empty */];
      for (let k1 = 0; k1 < 2; k1++) {
        m[27 /* data */ + k1] = value;
      }
      for (let k2 = 0; k2 < 2; k2++) {
        m[29 /* epoch */ + k2] = 0;
      }
      for (let k3 = 0; k3 < 2; k3++) {
        m[31 /* handingOver */ + k3] = 0;
      }
      for (let k4 = 0; k4 < 2; k4++) {
        m[33 /* prepared */ + k4] = 0;
      }
      let value1 = m[26 /* empty */];
      m[35 /* acknowledged */] = value1;
      m.copyWithin(64, 18, 36);
      for (let home = 0; home < 2; home++) {
        // this.owned[home] = filter((_shard: Shard) => true)
        let set = 0;
        for (let _shard = 0; _shard < 1; _shard++) {
          set = set | 1 << _shard;
        }
        m[24 /* owned */ + home] = set;
        for (let slot = 0; slot < 18; slot++) {
          $patchSlot(slot);
        }
        writeRow(41);
        if (++sink.count === capacity) sink.flush();
        m.copyWithin(18, 64, 82);
      }
    }
  }

  return {
    words: 5,
    actions: ["net.lose", "net.duplicate", "write", "handOver", "retry", "takeOver", "confirm"],
    invariants: ["noShardHasTwoOwners", "noAcknowledgedWriteIsLost", "noShardIsLost"],
    steps: [],
    reachables: ["aShardComesBackWithAWrite", "antecedent of noShardHasTwoOwners", "antecedent of noAcknowledgedWriteIsLost"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_net_lose() + action_net_duplicate() + action_write() + action_handOver() + action_retry() + action_takeOver() + action_confirm();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_aShardComesBackWithAWrite(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_noShardHasTwoOwners(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_noAcknowledgedWriteIsLost(0) !== 0) pending[2] = 0;
      if (skip[0] === 0 && invariant_noShardHasTwoOwners(0) === 0) return 0;
      if (skip[1] === 0 && invariant_noAcknowledgedWriteIsLost(0) === 0) return 1;
      if (skip[2] === 0 && invariant_noShardIsLost(0) === 0) return 2;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
