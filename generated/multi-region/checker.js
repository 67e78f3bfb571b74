// MultiRegion with Item=2: an explicit-state model. Generated; do not edit.
// specs/multi-region/spec.ts:35:14
//
// A state is 7 words of 32 bits, and 18 slots when unpacked:
//   net.messages: Set<{ copy: { author: "east" | "west"; items: Set<Item>; version: Int<0, 3> }; from: "east" | "west"; to: "east" | "west" | "witness" }>  slots 0..5  bits 0.0..5.31
//   net.apart: Set<"east" | "west" | "witness">  slots 6  bits 6.0..6.2
//   net.partitioned: Int<0, 7>  slots 7  bits 6.3..6.5
//   regions.down: Set<"east" | "west">  slots 8  bits 6.6..6.7
//   regions.crashed: Int<0, 7>  slots 9  bits 6.8..6.10
//   copy: Record<"east" | "west", { author: "east" | "west"; items: Set<Item>; version: Int<0, 3> }>  slots 10..15  bits 6.11..6.20
//   alone: Set<"east" | "west">  slots 16  bits 6.21..6.22
//   acknowledged: Set<Item>  slots 17  bits 6.23..6.24
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 7;

export function createModel(sink) {
  const m = new Int32Array(74);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(7);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,1,2,3,4,5,6,6,6,6,6,6,6,6,6,6,6,6]);
  const $clearMaskOfSlot = new Int32Array([0,0,0,0,0,0,-8,-57,-193,-1793,-2049,-12289,-49153,-65537,-393217,-1572865,-6291457,-25165825]);
  const $shiftOfSlot = new Int32Array([0,0,0,0,0,0,0,3,6,8,11,12,14,16,17,19,21,23]);
  const $to__east_____west_____witness___east_____west_ = new Int32Array([0,1,-1]);

  function popcount(x) {
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }

  function writeRow(from) {
    const row = sink.count * 7;
    for (let i = 0; i < 7; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(18, 0, 18);
    m.copyWithin(43, 36, 43);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[36]) {
      m[36] = m[43] = word;
      m[0] = m[18] = word;
    }
    word = states[offset + 1] | 0;
    if (word !== m[37]) {
      m[37] = m[44] = word;
      m[1] = m[19] = word;
    }
    word = states[offset + 2] | 0;
    if (word !== m[38]) {
      m[38] = m[45] = word;
      m[2] = m[20] = word;
    }
    word = states[offset + 3] | 0;
    if (word !== m[39]) {
      m[39] = m[46] = word;
      m[3] = m[21] = word;
    }
    word = states[offset + 4] | 0;
    if (word !== m[40]) {
      m[40] = m[47] = word;
      m[4] = m[22] = word;
    }
    word = states[offset + 5] | 0;
    if (word !== m[41]) {
      m[41] = m[48] = word;
      m[5] = m[23] = word;
    }
    word = states[offset + 6] | 0;
    if (word !== m[42]) {
      m[42] = m[49] = word;
      m[6] = m[24] = word & 7;
      m[7] = m[25] = (word >>> 3) & 7;
      m[8] = m[26] = (word >>> 6) & 3;
      m[9] = m[27] = (word >>> 8) & 7;
      m[10] = m[28] = (word >>> 11) & 1;
      m[11] = m[29] = (word >>> 12) & 3;
      m[12] = m[30] = (word >>> 14) & 3;
      m[13] = m[31] = (word >>> 16) & 1;
      m[14] = m[32] = (word >>> 17) & 3;
      m[15] = m[33] = (word >>> 19) & 3;
      m[16] = m[34] = (word >>> 21) & 3;
      m[17] = m[35] = (word >>> 23) & 3;
    }
  }

  // @invariant noAcknowledgedWriteIsLost  specs/multi-region/spec.ts:156:14
  function invariant_noAcknowledgedWriteIsLost(at) {
    let forall = 1;
    each_item: for (let item = 0; item < 2; item++) {
      let implies = (m[17 /* acknowledged */ + at] & 1 << item) === 0 ? 1 : 0;
      if (implies === 0) {
        let exists = 0;
        each_region: for (let region = 0; region < 2; region++) {
          if ((m[11 /* copy */ + (at + region * 3)] & 1 << item) !== 0) {
            exists = 1;
            break each_region;
          }
        }
        implies = exists;
      }
      if (implies === 0) {
        forall = 0;
        break each_item;
      }
    }
    return forall;
  }

  // @invariant readsAreFresh  specs/multi-region/spec.ts:161:14
  function invariant_readsAreFresh(at) {
    let forall = 1;
    each_region: for (let region = 0; region < 2; region++) {
      if (!(!((m[8 /* regions.down */ + at] & 1 << region) === 0 && m[10 /* copy */ + (at + region * 3)] === region && (m[16 /* alone */ + at] & 1 << (region === 0 /* "east" */ ? 1 /* "west" */ : 0 /* "east" */)) === 0) || (m[17 /* acknowledged */ + at] & (m[11 /* copy */ + (at + region * 3)] ^ -1)) === 0)) {
        forall = 0;
        break each_region;
      }
    }
    return forall;
  }

  // @invariant noSplitBrain  specs/multi-region/spec.ts:166:14
  function invariant_noSplitBrain(at) {
    return !((m[8 /* regions.down */ + at] & 1) === 0 && m[10 /* copy */ + at] === 0 /* "east" */ && (m[16 /* alone */ + at] & 2) === 0 && (m[8 /* regions.down */ + at] & 2) === 0 && m[13 /* copy */ + at] === 1 /* "west" */ && (m[16 /* alone */ + at] & 1) === 0) ? 1 : 0;
  }

  // @invariant regionsAgreeInTheEnd  specs/multi-region/spec.ts:171:14
  function invariant_regionsAgreeInTheEnd(at) {
    let size = 0;
    for (let i = 0; i < 6; i++) {
      size = size + popcount(m[at + i]) | 0;
    }
    let and = size === 0 ? 1 : 0;
    if (and !== 0) {
      let forall = 1;
      each_region: for (let region = 0; region < 2; region++) {
        if ((m[8 /* regions.down */ + at] & 1 << region) !== 0) {
          forall = 0;
          break each_region;
        }
      }
      and = forall;
    }
    return and === 0 || m[11 /* copy */ + at] === m[14 /* copy */ + at] ? 1 : 0;
  }

  // @reachable everythingIsAcknowledged  specs/multi-region/spec.ts:187:14
  function reachable_everythingIsAcknowledged(at) {
    let forall = 1;
    each_item: for (let item = 0; item < 2; item++) {
      if ((m[17 /* acknowledged */ + at] & 1 << item) === 0) {
        forall = 0;
        break each_item;
      }
    }
    return forall;
  }

  // @reachable antecedent of noAcknowledgedWriteIsLost  specs/multi-region/spec.ts:157:12
  function reachable_antecedent_of_noAcknowledgedWriteIsLost(at) {
    let exists = 0;
    each_item: for (let item = 0; item < 2; item++) {
      if ((m[17 /* acknowledged */ + at] & 1 << item) !== 0) {
        exists = 1;
        break each_item;
      }
    }
    return exists;
  }

  // @reachable antecedent of readsAreFresh  specs/multi-region/spec.ts:162:12
  function reachable_antecedent_of_readsAreFresh(at) {
    let exists = 0;
    each_region: for (let region = 0; region < 2; region++) {
      if ((m[8 /* regions.down */ + at] & 1 << region) === 0 && m[10 /* copy */ + (at + region * 3)] === region && (m[16 /* alone */ + at] & 1 << (region === 0 /* "east" */ ? 1 /* "west" */ : 0 /* "east" */)) === 0) {
        exists = 1;
        break each_region;
      }
    }
    return exists;
  }

  // @reachable antecedent of noSplitBrain  specs/multi-region/spec.ts:78:12
  function reachable_antecedent_of_noSplitBrain(at) {
    return 1;
  }

  // @reachable antecedent of regionsAgreeInTheEnd  specs/multi-region/spec.ts:173:7
  function reachable_antecedent_of_regionsAgreeInTheEnd(at) {
    let size = 0;
    for (let i = 0; i < 6; i++) {
      size = size + popcount(m[at + i]) | 0;
    }
    let and = size === 0 ? 1 : 0;
    if (and !== 0) {
      let forall = 1;
      each_region: for (let region = 0; region < 2; region++) {
        if ((m[8 /* regions.down */ + at] & 1 << region) !== 0) {
          forall = 0;
          break each_region;
        }
      }
      and = forall;
    }
    return and;
  }

  // @action net.partition(side: Set<"east" | "west" | "witness">)  tenet/faults:204:10
  function action_net_partition() {
    let enabledHere = 0;
    for (let side = 0; side < 8; side++) {
      skip: {
        instance: {
          let used = m[25 /* net.partitioned */];
          // require(used < 1)
          if (1 <= used) break skip;
          // this.net.partitioned = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 0, 0);
            break instance;
          }
          m[25 /* net.partitioned */] = value;
          // require(forall((p: "east" | "west" | "witness") => !this.net.apart.has(p)))
          let forall = 1;
          each_p: for (let p = 0; p < 3; p++) {
            if ((m[24 /* net.apart */] & 1 << p) !== 0) {
              forall = 0;
              break each_p;
            }
          }
          if (forall === 0) break instance;
          // require(exists((p$2: "east" | "west" | "witness") => side.has(p$2)))
          let exists = 0;
          each_p_2: for (let p_2 = 0; p_2 < 3; p_2++) {
            if ((side & 1 << p_2) !== 0) {
              exists = 1;
              break each_p_2;
            }
          }
          if (exists === 0) break instance;
          // require(exists((p$3: "east" | "west" | "witness") => !side.has(p$3)))
          let exists1 = 0;
          each_p_3: for (let p_3 = 0; p_3 < 3; p_3++) {
            if ((side & 1 << p_3) === 0) {
              exists1 = 1;
              break each_p_3;
            }
          }
          if (exists1 === 0) break instance;
          // this.net.apart = side
          m[24 /* net.apart */] = side;
          let changed = 0;
          m[49] = m[42 /* word 6 */] & -64 | m[24 /* net.apart */] | m[25 /* net.partitioned */] << 3;
          changed = changed | m[49] ^ m[42 /* word 6 */];
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(43);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[24] = m[6];
        m[25] = m[7];
        m[49] = m[42 /* word 6 */];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action net.heal()  tenet/faults:211:11
  function action_net_heal() {
    let enabledHere = 0;
    none: {
      // require(exists((p: "east" | "west" | "witness") => this.net.apart.has(p)))
      let exists = 0;
      each_p: for (let p = 0; p < 3; p++) {
        if ((m[24 /* net.apart */] & 1 << p) !== 0) {
          exists = 1;
          break each_p;
        }
      }
      if (exists === 0) break none;
      // this.net.apart = new Set()
      m[24 /* net.apart */] = 0;
      let changed = 0;
      m[49] = m[42 /* word 6 */] & -8 | m[24 /* net.apart */];
      changed = changed | m[49] ^ m[42 /* word 6 */];
      enabledHere = enabledHere + 1 | 0;
      if (changed !== 0) {
        writeRow(43);
        if (++sink.count === capacity) sink.flush();
      }
      m[24] = m[6];
      m[49] = m[42 /* word 6 */];
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action regions.crash(node: "east" | "west")  tenet/faults:319:10
  function action_regions_crash() {
    let enabledHere = 0;
    for (let node = 0; node < 2; node++) {
      skip: {
        instance: {
          let used = m[27 /* regions.crashed */];
          // require(used < 1)
          if (1 <= used) break skip;
          // this.regions.crashed = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 0, 2);
            break instance;
          }
          m[27 /* regions.crashed */] = value;
          // require(!this.regions.down.has(node))
          if ((m[26 /* regions.down */] & 1 << node) !== 0) break instance;
          // this.regions.down = this.regions.down.add(node)
          m[26 /* regions.down */] = m[26 /* regions.down */] | 1 << node;
          let changed = 0;
          m[49] = m[42 /* word 6 */] & -1985 | m[26 /* regions.down */] << 6 | m[27 /* regions.crashed */] << 8;
          changed = changed | m[49] ^ m[42 /* word 6 */];
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(43);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[26] = m[8];
        m[27] = m[9];
        m[49] = m[42 /* word 6 */];
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action regions.restart(node: "east" | "west")  tenet/faults:327:11
  function action_regions_restart() {
    let enabledHere = 0;
    for (let node$bits = m[26 /* regions.down */] & 3; node$bits !== 0; node$bits &= node$bits - 1) {
      const node = 31 - Math.clz32(node$bits & -node$bits);
      // this.regions.down = this.regions.down.delete(node)
      m[26 /* regions.down */] = m[26 /* regions.down */] & (1 << node ^ -1);
      let changed = 0;
      m[49] = m[42 /* word 6 */] & -193 | m[26 /* regions.down */] << 6;
      changed = changed | m[49] ^ m[42 /* word 6 */];
      enabledHere = enabledHere + 1 | 0;
      if (changed !== 0) {
        writeRow(43);
        if (++sink.count === capacity) sink.flush();
      }
      m[26] = m[8];
      m[49] = m[42 /* word 6 */];
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 43 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[18 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[18 + slot] ^ m[slot];
  }

  // Makes the packed word of a slot equal to the source again.
  function $unpatchSlot(slot) {
    let word = $wordOfSlot[slot];
    m[43 + word] = m[36 + word];
  }

  // @action write(region: "east" | "west", item: Item)  specs/multi-region/spec.ts:96:11
  function action_write() {
    let enabledHere = 0;
    each_region: for (let region = 0; region < 2; region++) {
      // require(!this.regions.down.has(region))
      if ((m[26 /* regions.down */] & 1 << region) !== 0) continue each_region;
      // require(this.copy[region].author === region)
      if (m[28 /* copy */ + region * 3] !== region) continue each_region;
      // require(!this.alone.has(region === "east" ? "west" : "east"))
      if ((m[34 /* alone */] & 1 << (region === 0 /* "east" */ ? 1 /* "west" */ : 0 /* "east" */)) !== 0) continue each_region;
      each_item: for (let item = 0; item < 2; item++) {
        // require(!this.acknowledged.has(item))
        if ((m[35 /* acknowledged */] & 1 << item) !== 0) continue each_item;
        // require(!this.copy[region].items.has(item) || this.alone.has(region))
        if (!((m[29 /* copy */ + region * 3] & 1 << item) === 0 || (m[34 /* alone */] & 1 << region) !== 0)) continue each_item;
        // this.copy[region].items = this.copy[region].items.add(item)
        m[29 /* copy */ + region * 3] = m[29 /* copy */ + region * 3] | 1 << item;
        if ((m[34 /* alone */] & 1 << region) !== 0) {
          // this.acknowledged = this.acknowledged.add(item)
          m[35 /* acknowledged */] = m[35 /* acknowledged */] | 1 << item;
        }
        m[50] = m[28 /* copy */ + region * 3];
        m[51] = m[29 /* copy */ + region * 3];
        m[52] = m[30 /* copy */ + region * 3];
        m[53] = region;
        m[54] = region === 0 /* "east" */ ? 1 /* "west" */ : 0 /* "east" */;
        // this.net.messages = this.net.messages.add(message)
        let element = (((m[50] * 4 + m[51]) * 4 + m[52]) * 2 + m[53]) * 3 + m[54];
        m[18 + (element >>> 5)] = m[18 + (element >>> 5)] | 1 << element;
        let changed = 0;
        m[43] = m[18 /* net.messages 0 */];
        changed = changed | m[43] ^ m[36 /* word 0 */];
        m[44] = m[19 /* net.messages 1 */];
        changed = changed | m[44] ^ m[37 /* word 1 */];
        m[45] = m[20 /* net.messages 2 */];
        changed = changed | m[45] ^ m[38 /* word 2 */];
        m[46] = m[21 /* net.messages 3 */];
        changed = changed | m[46] ^ m[39 /* word 3 */];
        m[47] = m[22 /* net.messages 4 */];
        changed = changed | m[47] ^ m[40 /* word 4 */];
        m[48] = m[23 /* net.messages 5 */];
        changed = changed | m[48] ^ m[41 /* word 5 */];
        m[49] = m[42 /* word 6 */] & -25165825 | m[35 /* acknowledged */] << 23;
        changed = changed | m[49] ^ m[42 /* word 6 */];
        changed = changed | $patchSlot(region * 3 + 11 /* copy */);
        enabledHere = enabledHere + 1 | 0;
        if (changed !== 0) {
          writeRow(43);
          if (++sink.count === capacity) sink.flush();
        }
        m.copyWithin(18, 0, 6);
        m[35] = m[17];
        m[43] = m[36 /* word 0 */];
        m[44] = m[37 /* word 1 */];
        m[45] = m[38 /* word 2 */];
        m[46] = m[39 /* word 3 */];
        m[47] = m[40 /* word 4 */];
        m[48] = m[41 /* word 5 */];
        m[49] = m[42 /* word 6 */];
        m[29 /* copy */ + region * 3] = m[11 /* copy */ + region * 3];
        $unpatchSlot(region * 3 + 11 /* copy */);
      }
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action receive(message: { copy: { author: "east" | "west"; items: Set<Item>; version: Int<0, 3> }; from: "east" | "west"; to: "east" | "west" | "witness" })  s...
  function action_receive() {
    let enabledHere = 0;
    for (let message = 0; message < 192; message++) {
      skip: {
        instance: {
          let region = message % 3;
          // require(region !== "witness")
          if (region === 2 /* "witness" */) break skip;
          // require({   })
          let cast = $to__east_____west_____witness___east_____west_[region];
          if (cast < 0) {
            sink.violation("failure", 1, 5);
            break skip;
          }
          let node = cast;
          let result = (m[26 /* regions.down */] & 1 << node) === 0 ? 1 : 0;
          if (result === 0) break skip;
          // require({   })
          let a = (message / 3 | 0) % 2;
          let result1 = ((m[24 /* net.apart */] & 1 << a) !== 0 ? 1 : 0) === ((m[24 /* net.apart */] & 1 << message % 3) !== 0 ? 1 : 0) ? 1 : 0;
          if (result1 === 0) break skip;
          // require(this.net.messages.has(message))
          if ((m[18 + (message >>> 5)] & 1 << message) === 0) break skip;
          // this.net.messages = this.net.messages.delete(message)
          m[18 + (message >>> 5)] = m[18 + (message >>> 5)] & (1 << message ^ -1);
          let theirs = message / 6 | 0;
          let cast1 = $to__east_____west_____witness___east_____west_[region];
          if (cast1 < 0) {
            sink.violation("failure", 2, 5);
            break instance;
          }
          m[55] = m[28 /* copy */ + cast1 * 3];
          m[56] = m[29 /* copy */ + cast1 * 3];
          m[57] = m[30 /* copy */ + cast1 * 3];
          if (theirs % 4 === m[57]) {
            // this.copy[region].items = ours.items.union(theirs.items)
            let cast2 = $to__east_____west_____witness___east_____west_[region];
            if (cast2 < 0) {
              sink.violation("failure", 3, 5);
              break instance;
            }
            m[29 /* copy */ + cast2 * 3] = m[56] | (theirs / 4 | 0) % 4;
          } else if (m[57] < theirs % 4 || theirs % 4 === m[57] && (theirs / 16 | 0) === 0 /* "east" */ && m[55] === 1 /* "west" */) {
            // this.copy[region] = theirs
            let cast3 = $to__east_____west_____witness___east_____west_[region];
            if (cast3 < 0) {
              sink.violation("failure", 4, 5);
              break instance;
            }
            m[28 /* copy */ + cast3 * 3] = theirs / 16 | 0;
            m[29 /* copy */ + cast3 * 3] = (theirs / 4 | 0) % 4;
            m[30 /* copy */ + cast3 * 3] = theirs % 4;
            // this.alone = this.alone.delete(region)
            let cast4 = $to__east_____west_____witness___east_____west_[region];
            if (cast4 < 0) {
              sink.violation("failure", 5, 5);
              break instance;
            }
            m[34 /* alone */] = m[34 /* alone */] & (1 << cast4 ^ -1);
          }
          let cast5 = $to__east_____west_____witness___east_____west_[region];
          if (cast5 < 0) {
            sink.violation("failure", 6, 5);
            break instance;
          }
          let region_2 = cast5;
          helper: {
            m[58] = m[28 /* copy */ + region_2 * 3];
            m[59] = m[29 /* copy */ + region_2 * 3];
            m[60] = m[30 /* copy */ + region_2 * 3];
            let version = m[60];
            let author = m[58];
            let items = m[59];
            if ((message / 6 | 0) % 4 !== version || ((message / 6 | 0) / 16 | 0) !== author) break helper;
            if (author === (message / 3 | 0) % 2) {
              m[61] = m[28 /* copy */ + region_2 * 3];
              m[62] = m[29 /* copy */ + region_2 * 3];
              m[63] = m[30 /* copy */ + region_2 * 3];
              m[64] = region_2;
              m[65] = region_2 === 0 /* "east" */ ? 1 /* "west" */ : 0 /* "east" */;
              // this.net.messages = this.net.messages.add(message$2)
              let element = (((m[61] * 4 + m[62]) * 4 + m[63]) * 2 + m[64]) * 3 + m[65];
              m[18 + (element >>> 5)] = m[18 + (element >>> 5)] | 1 << element;
            } else if (m[28 /* copy */ + region_2 * 3] === region_2 && (m[34 /* alone */] & 1 << (region_2 === 0 /* "east" */ ? 1 /* "west" */ : 0 /* "east" */)) === 0) {
              // this.acknowledged = this.acknowledged.union(message.copy.items)
              m[35 /* acknowledged */] = m[35 /* acknowledged */] | ((message / 6 | 0) / 4 | 0) % 4;
              if ((items & (((message / 6 | 0) / 4 | 0) % 4 ^ -1)) === 0) {
                // this.alone = this.alone.delete(region$2)
                m[34 /* alone */] = m[34 /* alone */] & (1 << region_2 ^ -1);
              }
            }
          }
          let changed = 0;
          m[43] = m[18 /* net.messages 0 */];
          changed = changed | m[43] ^ m[36 /* word 0 */];
          m[44] = m[19 /* net.messages 1 */];
          changed = changed | m[44] ^ m[37 /* word 1 */];
          m[45] = m[20 /* net.messages 2 */];
          changed = changed | m[45] ^ m[38 /* word 2 */];
          m[46] = m[21 /* net.messages 3 */];
          changed = changed | m[46] ^ m[39 /* word 3 */];
          m[47] = m[22 /* net.messages 4 */];
          changed = changed | m[47] ^ m[40 /* word 4 */];
          m[48] = m[23 /* net.messages 5 */];
          changed = changed | m[48] ^ m[41 /* word 5 */];
          m[49] = m[42 /* word 6 */] & -33552385 | m[28 /* copy 0 */] << 11 | m[29 /* copy 1 */] << 12 | m[30 /* copy 2 */] << 14 | m[31 /* copy 3 */] << 16 | m[32 /* copy 4 */] << 17 | m[33 /* copy 5 */] << 19 | m[34 /* alone */] << 21 | m[35 /* acknowledged */] << 23;
          changed = changed | m[49] ^ m[42 /* word 6 */];
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(43);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m.copyWithin(18, 0, 6);
        m.copyWithin(28, 10, 18);
        m[43] = m[36 /* word 0 */];
        m[44] = m[37 /* word 1 */];
        m[45] = m[38 /* word 2 */];
        m[46] = m[39 /* word 3 */];
        m[47] = m[40 /* word 4 */];
        m[48] = m[41 /* word 5 */];
        m[49] = m[42 /* word 6 */];
      }
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // @action goOnAlone(region: "east" | "west")  specs/multi-region/spec.ts:139:11
  function action_goOnAlone() {
    let enabledHere = 0;
    each_region: for (let region = 0; region < 2; region++) {
      // require(!this.regions.down.has(region))
      if ((m[26 /* regions.down */] & 1 << region) !== 0) continue each_region;
      skip: {
        instance: {
          end: {
            // require(!{   } || !{   })
            let node = region === 0 /* "east" */ ? 1 /* "west" */ : 0 /* "east" */;
            let result = (m[26 /* regions.down */] & 1 << node) === 0 ? 1 : 0;
            let or = result === 0 ? 1 : 0;
            if (or === 0) {
              let b = region === 0 /* "east" */ ? 1 /* "west" */ : 0 /* "east" */;
              let result1 = ((m[24 /* net.apart */] & 1 << region) !== 0 ? 1 : 0) === ((m[24 /* net.apart */] & 1 << b) !== 0 ? 1 : 0) ? 1 : 0;
              or = result1 === 0 ? 1 : 0;
            }
            if (or === 0) break skip;
            // require(!this.alone.has(region))
            if ((m[34 /* alone */] & 1 << region) !== 0) break skip;
            // require({   })
            let result2 = ((m[24 /* net.apart */] & 1 << region) !== 0 ? 1 : 0) === ((m[24 /* net.apart */] & 4) !== 0 ? 1 : 0) ? 1 : 0;
            if (result2 === 0) break skip;
            // require(!this.alone.has(region === "east" ? "west" : "east"))
            if ((m[34 /* alone */] & 1 << (region === 0 /* "east" */ ? 1 /* "west" */ : 0 /* "east" */)) !== 0) break skip;
            // this.alone = new Set()
            m[34 /* alone */] = 0;
            // this.alone = this.alone.add(region)
            m[34 /* alone */] = m[34 /* alone */] | 1 << region;
            if (m[28 /* copy */ + region * 3] === region) break end;
            // require(this.copy[region].version < 3)
            if (3 <= m[30 /* copy */ + region * 3]) break instance;
            // this.copy[region].version = this.copy[region].version + 1
            let value = m[30 /* copy */ + region * 3] + 1;
            if (3 < value) {
              sink.violation("failure", 7, 6);
              break instance;
            }
            m[30 /* copy */ + region * 3] = value;
            // this.copy[region].author = region
            m[28 /* copy */ + region * 3] = region;
            m[66] = m[28 /* copy */ + region * 3];
            m[67] = m[29 /* copy */ + region * 3];
            m[68] = m[30 /* copy */ + region * 3];
            m[69] = region;
            m[70] = region === 0 /* "east" */ ? 1 /* "west" */ : 0 /* "east" */;
            // this.net.messages = this.net.messages.add(message)
            let element = (((m[66] * 4 + m[67]) * 4 + m[68]) * 2 + m[69]) * 3 + m[70];
            m[18 + (element >>> 5)] = m[18 + (element >>> 5)] | 1 << element;
          }
          let changed = 0;
          m[43] = m[18 /* net.messages 0 */];
          changed = changed | m[43] ^ m[36 /* word 0 */];
          m[44] = m[19 /* net.messages 1 */];
          changed = changed | m[44] ^ m[37 /* word 1 */];
          m[45] = m[20 /* net.messages 2 */];
          changed = changed | m[45] ^ m[38 /* word 2 */];
          m[46] = m[21 /* net.messages 3 */];
          changed = changed | m[46] ^ m[39 /* word 3 */];
          m[47] = m[22 /* net.messages 4 */];
          changed = changed | m[47] ^ m[40 /* word 4 */];
          m[48] = m[23 /* net.messages 5 */];
          changed = changed | m[48] ^ m[41 /* word 5 */];
          m[49] = m[42 /* word 6 */] & -6291457 | m[34 /* alone */] << 21;
          changed = changed | m[49] ^ m[42 /* word 6 */];
          changed = changed | $patchSlot(region * 3 + 12 /* copy */);
          changed = changed | $patchSlot(region * 3 + 10 /* copy */);
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(43);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m.copyWithin(18, 0, 6);
        m[34] = m[16];
        m[43] = m[36 /* word 0 */];
        m[44] = m[37 /* word 1 */];
        m[45] = m[38 /* word 2 */];
        m[46] = m[39 /* word 3 */];
        m[47] = m[40 /* word 4 */];
        m[48] = m[41 /* word 5 */];
        m[49] = m[42 /* word 6 */];
        m[30 /* copy */ + region * 3] = m[12 /* copy */ + region * 3];
        $unpatchSlot(region * 3 + 12 /* copy */);
        m[28 /* copy */ + region * 3] = m[10 /* copy */ + region * 3];
        $unpatchSlot(region * 3 + 10 /* copy */);
      }
    }
    enabled[6] += enabledHere;
    return enabledHere;
  }

  // The initial states  specs/multi-region/spec.ts:35:14
  function initial() {
    m.fill(0, 18, 24);
    m[24 /* net.apart */] = 0;
    m[25 /* net.partitioned */] = 0;
    m[26 /* regions.down */] = 0;
    m[27 /* regions.crashed */] = 0;
    m[71] = 0 /* "east" */;
    m[72] = 0;
    m[73] = 0;
    for (let k = 0; k < 2; k++) {
      m[28 /* copy */ + k * 3] = m[71];
      m[29 /* copy */ + k * 3] = m[72];
      m[30 /* copy */ + k * 3] = m[73];
    }
    m[34 /* alone */] = 0;
    m[35 /* acknowledged */] = 0;
    for (let slot = 0; slot < 18; slot++) {
      $patchSlot(slot);
    }
    writeRow(43);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 7,
    actions: ["net.partition", "net.heal", "regions.crash", "regions.restart", "write", "receive", "goOnAlone"],
    invariants: ["noAcknowledgedWriteIsLost", "readsAreFresh", "noSplitBrain", "regionsAgreeInTheEnd"],
    steps: [],
    reachables: ["everythingIsAcknowledged", "antecedent of noAcknowledgedWriteIsLost", "antecedent of readsAreFresh", "antecedent of noSplitBrain", "antecedent of regionsAgreeInTheEnd"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_net_partition() + action_net_heal() + action_regions_crash() + action_regions_restart() + action_write() + action_receive() + action_goOnAlone();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_everythingIsAcknowledged(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_noAcknowledgedWriteIsLost(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_readsAreFresh(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_noSplitBrain(0) !== 0) pending[3] = 0;
      if (pending[4] !== 0 && reachable_antecedent_of_regionsAgreeInTheEnd(0) !== 0) pending[4] = 0;
      if (skip[0] === 0 && invariant_noAcknowledgedWriteIsLost(0) === 0) return 0;
      if (skip[1] === 0 && invariant_readsAreFresh(0) === 0) return 1;
      if (skip[2] === 0 && invariant_noSplitBrain(0) === 0) return 2;
      if (skip[3] === 0 && invariant_regionsAgreeInTheEnd(0) === 0) return 3;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
