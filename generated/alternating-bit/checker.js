// AlternatingBit with Data=2: an explicit-state model. Generated; do not edit.
// specs/alternating-bit/spec.ts:14:14
//
// A state is 1 word of 32 bits, and 16 slots when unpacked:
//   sent: Data  slots 0  bits 0.0..0.0
//   bit: boolean  slots 1  bits 0.1..0.1
//   acknowledged: boolean  slots 2  bits 0.2..0.2
//   received: Data  slots 3  bits 0.3..0.3
//   receivedBit: boolean  slots 4  bits 0.4..0.4
//   packets: Seq<{ bit: boolean; data: Data }, 3>  slots 5..11  bits 0.5..0.12
//   acks: Seq<boolean, 3>  slots 12..15  bits 0.13..0.17
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(97);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(7);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-2,-3,-5,-9,-17,-97,-129,-257,-513,-1025,-2049,-4097,-24577,-32769,-65537,-131073]);
  const $shiftOfSlot = new Int32Array([0,1,2,3,4,5,7,8,9,10,11,12,13,15,16,17]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(16, 0, 16);
    m.copyWithin(33, 32, 33);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[32]) {
      m[32] = m[33] = word;
      m[0] = m[16] = word & 1;
      m[1] = m[17] = (word >>> 1) & 1;
      m[2] = m[18] = (word >>> 2) & 1;
      m[3] = m[19] = (word >>> 3) & 1;
      m[4] = m[20] = (word >>> 4) & 1;
      m[5] = m[21] = (word >>> 5) & 3;
      m[6] = m[22] = (word >>> 7) & 1;
      m[7] = m[23] = (word >>> 8) & 1;
      m[8] = m[24] = (word >>> 9) & 1;
      m[9] = m[25] = (word >>> 10) & 1;
      m[10] = m[26] = (word >>> 11) & 1;
      m[11] = m[27] = (word >>> 12) & 1;
      m[12] = m[28] = (word >>> 13) & 3;
      m[13] = m[29] = (word >>> 15) & 1;
      m[14] = m[30] = (word >>> 16) & 1;
      m[15] = m[31] = (word >>> 17) & 1;
    }
  }

  // @invariant acknowledgedHasArrived  specs/alternating-bit/spec.ts:73:14
  function invariant_acknowledgedHasArrived(at) {
    return m[2 /* acknowledged */ + at] !== m[1 /* bit */ + at] || m[4 /* receivedBit */ + at] === m[1 /* bit */ + at] ? 1 : 0;
  }

  // @step nothingIsSkipped  specs/alternating-bit/spec.ts:78:9
  function step_nothingIsSkipped(at, next) {
    return m[1 /* bit */ + next] === m[1 /* bit */ + at] || m[4 /* receivedBit */ + at] === m[1 /* bit */ + at] ? 1 : 0;
  }

  // @step nothingIsInvented  specs/alternating-bit/spec.ts:83:9
  function step_nothingIsInvented(at, next) {
    return m[4 /* receivedBit */ + next] === m[4 /* receivedBit */ + at] || m[4 /* receivedBit */ + next] === m[1 /* bit */ + at] && m[3 /* received */ + next] === m[at] ? 1 : 0;
  }

  // @reachable newDataArrives  specs/alternating-bit/spec.ts:87:14
  function reachable_newDataArrives(at) {
    return m[4 /* receivedBit */ + at] === m[1 /* bit */ + at] && m[2 /* acknowledged */ + at] !== m[1 /* bit */ + at] ? 1 : 0;
  }

  // @reachable antecedent of acknowledgedHasArrived  specs/alternating-bit/spec.ts:74:20
  function reachable_antecedent_of_acknowledgedHasArrived(at) {
    return m[2 /* acknowledged */ + at] === m[1 /* bit */ + at] ? 1 : 0;
  }

  // @constraint shortChannels  specs/alternating-bit/spec.ts:68:15
  function constraint_shortChannels(at) {
    return m[5 /* packets */ + at] <= 2 && m[12 /* acks */ + at] <= 2 ? 1 : 0;
  }

  // @terminal never  specs/alternating-bit/spec.ts:91:13
  function terminal_never(at) {
    return 0;
  }

  // @action send(data: Data)  specs/alternating-bit/spec.ts:28:11
  function action_send() {
    let enabledHere = 0;
    none: {
      // require(this.acknowledged === this.bit)
      if (m[18 /* acknowledged */] !== m[17 /* bit */]) break none;
      for (let data = 0; data < 2; data++) {
        instance: {
          // this.sent = data
          m[16] = data;
          // this.bit = !this.bit
          m[17 /* bit */] = m[17 /* bit */] === 0 ? 1 : 0;
          // this.packets = this.packets.push({ bit: this.bit, data })
          m[34] = m[17 /* bit */];
          m[35] = data;
          let length = m[21 /* packets */];
          if (3 <= length) {
            sink.violation("failure", 0, 0);
            break instance;
          }
          m[22 /* packets */ + length * 2] = m[34];
          m[23 /* packets */ + length * 2] = m[35];
          m[21 /* packets */] = length + 1 | 0;
          let word0 = m[32 /* word 0 */] & -8164 | m[16 /* sent */] | m[17 /* bit */] << 1 | m[21 /* packets 0 */] << 5 | m[22 /* packets 1 */] << 7 | m[23 /* packets 2 */] << 8 | m[24 /* packets 3 */] << 9 | m[25 /* packets 4 */] << 10 | m[26 /* packets 5 */] << 11 | m[27 /* packets 6 */] << 12;
          enabledHere = enabledHere + 1 | 0;
          if (step_nothingIsSkipped(0, 16) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 0, 0);
          }
          if (step_nothingIsInvented(0, 16) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 1, 0);
          }
          if (word0 !== m[32 /* word 0 */]) {
            if (constraint_shortChannels(16) === 0) {
              if (invariant_acknowledgedHasArrived(16) === 0) {
                rows[sink.count] = word0;
                sink.violation("beyond", 0, 0);
              }
              break instance;
            }
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[16] = m[0];
        m[17] = m[1];
        m.copyWithin(21, 5, 12);
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action resend()  specs/alternating-bit/spec.ts:35:11
  function action_resend() {
    let enabledHere = 0;
    none: {
      // require(this.acknowledged !== this.bit)
      if (m[18 /* acknowledged */] === m[17 /* bit */]) break none;
      instance: {
        // this.packets = this.packets.push({ bit: this.bit, data: this.sent })
        m[36] = m[17 /* bit */];
        m[37] = m[16];
        let length = m[21 /* packets */];
        if (3 <= length) {
          sink.violation("failure", 1, 1);
          break instance;
        }
        m[22 /* packets */ + length * 2] = m[36];
        m[23 /* packets */ + length * 2] = m[37];
        m[21 /* packets */] = length + 1 | 0;
        let word0 = m[32 /* word 0 */] & -8161 | m[21 /* packets 0 */] << 5 | m[22 /* packets 1 */] << 7 | m[23 /* packets 2 */] << 8 | m[24 /* packets 3 */] << 9 | m[25 /* packets 4 */] << 10 | m[26 /* packets 5 */] << 11 | m[27 /* packets 6 */] << 12;
        enabledHere = enabledHere + 1 | 0;
        if (step_nothingIsSkipped(0, 16) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 1);
        }
        if (step_nothingIsInvented(0, 16) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 1, 1);
        }
        if (word0 !== m[32 /* word 0 */]) {
          if (constraint_shortChannels(16) === 0) {
            if (invariant_acknowledgedHasArrived(16) === 0) {
              rows[sink.count] = word0;
              sink.violation("beyond", 0, 1);
            }
            break instance;
          }
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
      }
      m.copyWithin(21, 5, 12);
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action receive()  specs/alternating-bit/spec.ts:40:11
  function action_receive() {
    let enabledHere = 0;
    skip: {
      instance: {
        let choice = 0;
        if (0 < m[21 /* packets */]) {
          if (m[21 /* packets */] <= 0) {
            sink.violation("failure", 2, 2);
            break skip;
          }
          m[38] = 1;
          m[39] = m[22 /* packets */];
          m[40] = m[23 /* packets */];
          choice = 38;
        } else {
          choice = 41;
        }
        let packet = choice;
        // this.packets = this.packets.slice(1)
        let length = m[21 /* packets */];
        let bound = Math.min(1, length);
        let count = Math.max(length - bound | 0, 0);
        m.fill(0, 44, 51);
        for (let i = 0, i$end = count; i < i$end; i++) {
          m[45 + i * 2] = m[22 /* packets */ + (bound + i) * 2];
          m[46 + i * 2] = m[23 /* packets */ + (bound + i) * 2];
        }
        m[44] = count;
        m.copyWithin(21 /* packets */, 44, 51);
        // require(packet !== undefined)
        if (m[packet] === 0) break instance;
        // this.receivedBit = packet.bit
        m[20 /* receivedBit */] = m[1 + packet];
        // this.received = packet.data
        m[19 /* received */] = m[2 + packet];
        let word0 = m[32 /* word 0 */] & -8185 | m[19 /* received */] << 3 | m[20 /* receivedBit */] << 4 | m[21 /* packets 0 */] << 5 | m[22 /* packets 1 */] << 7 | m[23 /* packets 2 */] << 8 | m[24 /* packets 3 */] << 9 | m[25 /* packets 4 */] << 10 | m[26 /* packets 5 */] << 11 | m[27 /* packets 6 */] << 12;
        enabledHere = enabledHere + 1 | 0;
        if (step_nothingIsSkipped(0, 16) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 2);
        }
        if (step_nothingIsInvented(0, 16) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 1, 2);
        }
        if (word0 !== m[32 /* word 0 */]) {
          if (constraint_shortChannels(16) === 0) {
            if (invariant_acknowledgedHasArrived(16) === 0) {
              rows[sink.count] = word0;
              sink.violation("beyond", 0, 2);
            }
            break instance;
          }
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
      }
      m.copyWithin(19, 3, 12);
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action acknowledge()  specs/alternating-bit/spec.ts:47:11
  function action_acknowledge() {
    let enabledHere = 0;
    instance: {
      // this.acks = this.acks.push(this.receivedBit)
      let length = m[28 /* acks */];
      if (3 <= length) {
        sink.violation("failure", 3, 3);
        break instance;
      }
      m[29 /* acks */ + length] = m[20 /* receivedBit */];
      m[28 /* acks */] = length + 1 | 0;
      let word0 = m[32 /* word 0 */] & -253953 | m[28 /* acks 0 */] << 13 | m[29 /* acks 1 */] << 15 | m[30 /* acks 2 */] << 16 | m[31 /* acks 3 */] << 17;
      enabledHere = enabledHere + 1 | 0;
      if (step_nothingIsSkipped(0, 16) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 3);
      }
      if (step_nothingIsInvented(0, 16) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 1, 3);
      }
      if (word0 !== m[32 /* word 0 */]) {
        if (constraint_shortChannels(16) === 0) {
          if (invariant_acknowledgedHasArrived(16) === 0) {
            rows[sink.count] = word0;
            sink.violation("beyond", 0, 3);
          }
          break instance;
        }
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
    }
    m[28] = m[12];
    m[29] = m[13];
    m[30] = m[14];
    m[31] = m[15];
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action receiveAck()  specs/alternating-bit/spec.ts:51:11
  function action_receiveAck() {
    let enabledHere = 0;
    skip: {
      instance: {
        let choice = 0;
        if (0 < m[28 /* acks */]) {
          if (m[28 /* acks */] <= 0) {
            sink.violation("failure", 4, 4);
            break skip;
          }
          choice = m[29 /* acks */] + 1;
        } else {
          choice = 0;
        }
        let ack = choice;
        // this.acks = this.acks.slice(1)
        let length = m[28 /* acks */];
        let bound = Math.min(1, length);
        let count = Math.max(length - bound | 0, 0);
        m[51] = 0;
        m[52] = 0;
        m[53] = 0;
        m[54] = 0;
        for (let i = 0, i$end = count; i < i$end; i++) {
          m[52 + i] = m[29 /* acks */ + (bound + i)];
        }
        m[51] = count;
        m[28 /* acks */] = m[51];
        m[29 /* acks */] = m[52];
        m[30 /* acks */] = m[53];
        m[31 /* acks */] = m[54];
        // require(ack !== undefined)
        if (ack === 0) break instance;
        // this.acknowledged = ack
        m[18 /* acknowledged */] = ack - 1 | 0;
        let word0 = m[32 /* word 0 */] & -253957 | m[18 /* acknowledged */] << 2 | m[28 /* acks 0 */] << 13 | m[29 /* acks 1 */] << 15 | m[30 /* acks 2 */] << 16 | m[31 /* acks 3 */] << 17;
        enabledHere = enabledHere + 1 | 0;
        if (step_nothingIsSkipped(0, 16) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 4);
        }
        if (step_nothingIsInvented(0, 16) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 1, 4);
        }
        if (word0 !== m[32 /* word 0 */]) {
          if (constraint_shortChannels(16) === 0) {
            if (invariant_acknowledgedHasArrived(16) === 0) {
              rows[sink.count] = word0;
              sink.violation("beyond", 0, 4);
            }
            break instance;
          }
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
      }
      m[18] = m[2];
      m[28] = m[12];
      m[29] = m[13];
      m[30] = m[14];
      m[31] = m[15];
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action losePacket(index: Int<0, 2>)  specs/alternating-bit/spec.ts:57:11
  function action_losePacket() {
    let enabledHere = 0;
    each_index: for (let index = 0; index < 3; index++) {
      // require(index < this.packets.length)
      if (m[21 /* packets */] <= index) continue each_index;
      instance: {
        // this.packets = this.packets.slice(0, index).concat(this.packets.slice(index + 1))
        let length = m[21 /* packets */];
        let bound = Math.min(0, length);
        let bound1 = Math.min(index, length);
        let count = Math.max(bound1 - bound | 0, 0);
        m.fill(0, 55, 62);
        for (let i = 0, i$end = count; i < i$end; i++) {
          m[56 + i * 2] = m[22 /* packets */ + (bound + i) * 2];
          m[57 + i * 2] = m[23 /* packets */ + (bound + i) * 2];
        }
        m[55] = count;
        let from = index + 1;
        let length1 = m[21 /* packets */];
        let bound2 = Math.min(from, length1);
        let count1 = Math.max(length1 - bound2 | 0, 0);
        m.fill(0, 62, 69);
        for (let i1 = 0, i1$end = count1; i1 < i1$end; i1++) {
          m[63 + i1 * 2] = m[22 /* packets */ + (bound2 + i1) * 2];
          m[64 + i1 * 2] = m[23 /* packets */ + (bound2 + i1) * 2];
        }
        m[62] = count1;
        let length2 = m[55];
        let length3 = m[62];
        m.copyWithin(69, 55, 62);
        m.fill(0, 76, 82);
        for (let i2 = 0, i2$end = length3; i2 < i2$end; i2++) {
          m[70 + (length2 + i2) * 2] = m[63 + i2 * 2];
          m[71 + (length2 + i2) * 2] = m[64 + i2 * 2];
        }
        m[69] = length2 + length3 | 0;
        let length4 = m[69];
        if (3 < length4) {
          sink.violation("failure", 5, 5);
          break instance;
        }
        m.copyWithin(21 /* packets */, 69, 76);
        let word0 = m[32 /* word 0 */] & -8161 | m[21 /* packets 0 */] << 5 | m[22 /* packets 1 */] << 7 | m[23 /* packets 2 */] << 8 | m[24 /* packets 3 */] << 9 | m[25 /* packets 4 */] << 10 | m[26 /* packets 5 */] << 11 | m[27 /* packets 6 */] << 12;
        enabledHere = enabledHere + 1 | 0;
        if (step_nothingIsSkipped(0, 16) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 5);
        }
        if (step_nothingIsInvented(0, 16) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 1, 5);
        }
        if (word0 !== m[32 /* word 0 */]) {
          if (constraint_shortChannels(16) === 0) {
            if (invariant_acknowledgedHasArrived(16) === 0) {
              rows[sink.count] = word0;
              sink.violation("beyond", 0, 5);
            }
            break instance;
          }
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
      }
      m.copyWithin(21, 5, 12);
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // @action loseAck(index: Int<0, 2>)  specs/alternating-bit/spec.ts:62:11
  function action_loseAck() {
    let enabledHere = 0;
    each_index: for (let index = 0; index < 3; index++) {
      // require(index < this.acks.length)
      if (m[28 /* acks */] <= index) continue each_index;
      instance: {
        // this.acks = this.acks.slice(0, index).concat(this.acks.slice(index + 1))
        let length = m[28 /* acks */];
        let bound = Math.min(0, length);
        let bound1 = Math.min(index, length);
        let count = Math.max(bound1 - bound | 0, 0);
        m[82] = 0;
        m[83] = 0;
        m[84] = 0;
        m[85] = 0;
        for (let i = 0, i$end = count; i < i$end; i++) {
          m[83 + i] = m[29 /* acks */ + (bound + i)];
        }
        m[82] = count;
        let from = index + 1;
        let length1 = m[28 /* acks */];
        let bound2 = Math.min(from, length1);
        let count1 = Math.max(length1 - bound2 | 0, 0);
        m[86] = 0;
        m[87] = 0;
        m[88] = 0;
        m[89] = 0;
        for (let i1 = 0, i1$end = count1; i1 < i1$end; i1++) {
          m[87 + i1] = m[29 /* acks */ + (bound2 + i1)];
        }
        m[86] = count1;
        let length2 = m[82];
        let length3 = m[86];
        m[90] = m[82];
        m[91] = m[83];
        m[92] = m[84];
        m[93] = m[85];
        m[94] = 0;
        m[95] = 0;
        m[96] = 0;
        for (let i2 = 0, i2$end = length3; i2 < i2$end; i2++) {
          m[91 + (length2 + i2)] = m[87 + i2];
        }
        m[90] = length2 + length3 | 0;
        let length4 = m[90];
        if (3 < length4) {
          sink.violation("failure", 6, 6);
          break instance;
        }
        m[28 /* acks */] = m[90];
        m[29 /* acks */] = m[91];
        m[30 /* acks */] = m[92];
        m[31 /* acks */] = m[93];
        let word0 = m[32 /* word 0 */] & -253953 | m[28 /* acks 0 */] << 13 | m[29 /* acks 1 */] << 15 | m[30 /* acks 2 */] << 16 | m[31 /* acks 3 */] << 17;
        enabledHere = enabledHere + 1 | 0;
        if (step_nothingIsSkipped(0, 16) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 6);
        }
        if (step_nothingIsInvented(0, 16) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 1, 6);
        }
        if (word0 !== m[32 /* word 0 */]) {
          if (constraint_shortChannels(16) === 0) {
            if (invariant_acknowledgedHasArrived(16) === 0) {
              rows[sink.count] = word0;
              sink.violation("beyond", 0, 6);
            }
            break instance;
          }
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
      }
      m[28] = m[12];
      m[29] = m[13];
      m[30] = m[14];
      m[31] = m[15];
    }
    enabled[6] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 33 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[16 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[16 + slot] ^ m[slot];
  }

  // The initial states  specs/alternating-bit/spec.ts:14:14
  function initial() {
    for (let sent = 0; sent < 2; sent++) {
      m[16] = sent;
      for (let bit = 0; bit < 2; bit++) {
        m[17 /* bit */] = bit;
        m[18 /* acknowledged */] = m[17 /* bit */];
        each_received: for (let received = 0; received < 2; received++) {
          m[19 /* received */] = received;
          m[20 /* receivedBit */] = m[17 /* bit */];
          let length = 0;
          m.fill(0, 21 /* packets */, 28 /* packets */);
          m[21 /* packets */] = length;
          let length1 = 0;
          m[28 /* acks */] = 0;
          m[29 /* acks */] = 0;
          m[30 /* acks */] = 0;
          m[31 /* acks */] = 0;
          m[28 /* acks */] = length1;
          for (let slot = 0; slot < 16; slot++) {
            $patchSlot(slot);
          }
          writeRow(33);
          if (constraint_shortChannels(16) === 0) {
            if (invariant_acknowledgedHasArrived(16) === 0) sink.violation("beyond", 0, -1);
            continue each_received;
          }
          if (++sink.count === capacity) sink.flush();
        }
      }
    }
  }

  return {
    words: 1,
    actions: ["send", "resend", "receive", "acknowledge", "receiveAck", "losePacket", "loseAck"],
    invariants: ["acknowledgedHasArrived"],
    steps: ["nothingIsSkipped", "nothingIsInvented"],
    reachables: ["newDataArrives", "antecedent of acknowledgedHasArrived"],
    hasTerminal: true,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_send() + action_resend() + action_receive() + action_acknowledge() + action_receiveAck() + action_losePacket() + action_loseAck();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_newDataArrives(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_acknowledgedHasArrived(0) !== 0) pending[1] = 0;
      if (skip[0] === 0 && invariant_acknowledgedHasArrived(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return terminal_never(0) !== 0;
    },
  };
}
