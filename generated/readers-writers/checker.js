// ReadersWriters with Actor=3: an explicit-state model. Generated; do not edit.
// specs/readers-writers/spec.ts:11:14
//
// A state is 1 word of 32 bits, and 15 slots when unpacked:
//   readers: Set<Actor>  slots 0  bits 0.0..0.2
//   writers: Set<Actor>  slots 1  bits 0.3..0.5
//   waiting: Seq<{ actor: Actor; want: "read" | "write" }, 6>  slots 2..14  bits 0.6..0.26
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(94);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(5);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-8,-57,-449,-1537,-2049,-12289,-16385,-98305,-131073,-786433,-1048577,-6291457,-8388609,-50331649,-67108865]);
  const $shiftOfSlot = new Int32Array([0,3,6,9,11,12,14,15,17,18,20,21,23,24,26]);

  function popcount(x) {
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }

  function same(a, b, slots) {
    for (let i = 0; i < slots; i++) if (m[a + i] !== m[b + i]) return false;
    return true;
  }

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(15, 0, 15);
    m.copyWithin(31, 30, 31);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[30]) {
      m[30] = m[31] = word;
      m[0] = m[15] = word & 7;
      m[1] = m[16] = (word >>> 3) & 7;
      m[2] = m[17] = (word >>> 6) & 7;
      m[3] = m[18] = (word >>> 9) & 3;
      m[4] = m[19] = (word >>> 11) & 1;
      m[5] = m[20] = (word >>> 12) & 3;
      m[6] = m[21] = (word >>> 14) & 1;
      m[7] = m[22] = (word >>> 15) & 3;
      m[8] = m[23] = (word >>> 17) & 1;
      m[9] = m[24] = (word >>> 18) & 3;
      m[10] = m[25] = (word >>> 20) & 1;
      m[11] = m[26] = (word >>> 21) & 3;
      m[12] = m[27] = (word >>> 23) & 1;
      m[13] = m[28] = (word >>> 24) & 3;
      m[14] = m[29] = (word >>> 26) & 1;
    }
  }

  // @invariant noReaderBesideAWriter  specs/readers-writers/spec.ts:55:14
  function invariant_noReaderBesideAWriter(at) {
    return popcount(m[at]) === 0 || popcount(m[1 /* writers */ + at]) === 0 ? 1 : 0;
  }

  // @invariant oneWriter  specs/readers-writers/spec.ts:59:14
  function invariant_oneWriter(at) {
    return popcount(m[1 /* writers */ + at]) <= 1 ? 1 : 0;
  }

  // @invariant noOneWaitsTwice  specs/readers-writers/spec.ts:63:14
  function invariant_noOneWaitsTwice(at) {
    let forall = 1;
    each_request: for (let request = 0, request$end = m[2 /* waiting */ + at]; request < request$end; request++) {
      m.fill(0, 32, 45);
      let length = 0;
      for (let other = 0, other$end = m[2 /* waiting */ + at]; other < other$end; other++) {
        if (m[3 /* waiting */ + (at + other * 2)] === m[3 /* waiting */ + (at + request * 2)] && m[4 /* waiting */ + (at + other * 2)] === m[4 /* waiting */ + (at + request * 2)]) {
          m[33 + length * 2] = m[3 /* waiting */ + (at + other * 2)];
          m[34 + length * 2] = m[4 /* waiting */ + (at + other * 2)];
          length = length + 1 | 0;
        }
      }
      m[32] = length;
      if (m[32] !== 1) {
        forall = 0;
        break each_request;
      }
    }
    return forall;
  }

  // @step firstComeFirstServed  specs/readers-writers/spec.ts:68:9
  function step_firstComeFirstServed(at, next) {
    let or = same(2 /* waiting */ + next, 2 /* waiting */ + at, 13) ? 1 : 0;
    if (or === 0) {
      let length = m[2 /* waiting */ + next];
      let bound = Math.min(0, length);
      let bound1 = Math.min(Math.max(length - 1 | 0, 0), length);
      let count = Math.max(bound1 - bound | 0, 0);
      m.fill(0, 45, 58);
      for (let i = 0, i$end = count; i < i$end; i++) {
        m[46 + i * 2] = m[3 /* waiting */ + (next + (bound + i) * 2)];
        m[47 + i * 2] = m[4 /* waiting */ + (next + (bound + i) * 2)];
      }
      m[45] = count;
      or = same(45, 2 /* waiting */ + at, 13) ? 1 : 0;
    }
    let or1 = or;
    if (or1 === 0) {
      let length1 = m[2 /* waiting */ + at];
      let bound2 = Math.min(1, length1);
      let count1 = Math.max(length1 - bound2 | 0, 0);
      m.fill(0, 58, 71);
      for (let i1 = 0, i1$end = count1; i1 < i1$end; i1++) {
        m[59 + i1 * 2] = m[3 /* waiting */ + (at + (bound2 + i1) * 2)];
        m[60 + i1 * 2] = m[4 /* waiting */ + (at + (bound2 + i1) * 2)];
      }
      m[58] = count1;
      or1 = same(2 /* waiting */ + next, 58, 13) ? 1 : 0;
    }
    return or1;
  }

  // @reachable severalRead  specs/readers-writers/spec.ts:76:14
  function reachable_severalRead(at) {
    return 1 < popcount(m[at]) ? 1 : 0;
  }

  // @reachable someoneWrites  specs/readers-writers/spec.ts:80:14
  function reachable_someoneWrites(at) {
    return popcount(m[1 /* writers */ + at]) === 1 ? 1 : 0;
  }

  // @terminal never  specs/readers-writers/spec.ts:84:13
  function terminal_never(at) {
    return 0;
  }

  // @action askToRead(actor: Actor)  specs/readers-writers/spec.ts:19:11
  function action_askToRead() {
    let enabledHere = 0;
    for (let actor = 0; actor < 3; actor++) {
      skip: {
        instance: {
          m[71] = actor;
          m[72] = 0 /* "read" */;
          // require(!this.waiting.includes(request))
          let index = -1;
          each_i: for (let i = 0, i$end = m[17 /* waiting */]; i < i$end; i++) {
            if (m[18 /* waiting */ + i * 2] === m[71] && m[19 /* waiting */ + i * 2] === m[72]) {
              index = i;
              break each_i;
            }
          }
          if (0 <= index) break skip;
          // this.waiting = this.waiting.push(request)
          let length = m[17 /* waiting */];
          if (6 <= length) {
            sink.violation("failure", 0, 0);
            break instance;
          }
          m[18 /* waiting */ + length * 2] = m[71];
          m[19 /* waiting */ + length * 2] = m[72];
          m[17 /* waiting */] = length + 1 | 0;
          let word0 = m[30 /* word 0 */] & -134217665 | m[17 /* waiting 0 */] << 6 | m[18 /* waiting 1 */] << 9 | m[19 /* waiting 2 */] << 11 | m[20 /* waiting 3 */] << 12 | m[21 /* waiting 4 */] << 14 | m[22 /* waiting 5 */] << 15 | m[23 /* waiting 6 */] << 17 | m[24 /* waiting 7 */] << 18 | m[25 /* waiting 8 */] << 20 | m[26 /* waiting 9 */] << 21 | m[27 /* waiting 10 */] << 23 | m[28 /* waiting 11 */] << 24 | m[29 /* waiting 12 */] << 26;
          enabledHere = enabledHere + 1 | 0;
          if (step_firstComeFirstServed(0, 15) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 0, 0);
          }
          if (word0 !== m[30 /* word 0 */]) {
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
        }
        m.copyWithin(17, 2, 15);
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action askToWrite(actor: Actor)  specs/readers-writers/spec.ts:23:11
  function action_askToWrite() {
    let enabledHere = 0;
    for (let actor = 0; actor < 3; actor++) {
      skip: {
        instance: {
          m[73] = actor;
          m[74] = 1 /* "write" */;
          // require(!this.waiting.includes(request))
          let index = -1;
          each_i: for (let i = 0, i$end = m[17 /* waiting */]; i < i$end; i++) {
            if (m[18 /* waiting */ + i * 2] === m[73] && m[19 /* waiting */ + i * 2] === m[74]) {
              index = i;
              break each_i;
            }
          }
          if (0 <= index) break skip;
          // this.waiting = this.waiting.push(request)
          let length = m[17 /* waiting */];
          if (6 <= length) {
            sink.violation("failure", 0, 1);
            break instance;
          }
          m[18 /* waiting */ + length * 2] = m[73];
          m[19 /* waiting */ + length * 2] = m[74];
          m[17 /* waiting */] = length + 1 | 0;
          let word0 = m[30 /* word 0 */] & -134217665 | m[17 /* waiting 0 */] << 6 | m[18 /* waiting 1 */] << 9 | m[19 /* waiting 2 */] << 11 | m[20 /* waiting 3 */] << 12 | m[21 /* waiting 4 */] << 14 | m[22 /* waiting 5 */] << 15 | m[23 /* waiting 6 */] << 17 | m[24 /* waiting 7 */] << 18 | m[25 /* waiting 8 */] << 20 | m[26 /* waiting 9 */] << 21 | m[27 /* waiting 10 */] << 23 | m[28 /* waiting 11 */] << 24 | m[29 /* waiting 12 */] << 26;
          enabledHere = enabledHere + 1 | 0;
          if (step_firstComeFirstServed(0, 15) === 0) {
            rows[sink.count] = word0;
            sink.violation("step", 0, 1);
          }
          if (word0 !== m[30 /* word 0 */]) {
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
        }
        m.copyWithin(17, 2, 15);
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action serve()  specs/readers-writers/spec.ts:34:11
  function action_serve() {
    let enabledHere = 0;
    skip: {
      instance: {
        let choice = 0;
        if (0 < m[17 /* waiting */]) {
          if (m[17 /* waiting */] <= 0) {
            sink.violation("failure", 1, 2);
            break skip;
          }
          m[75] = 1;
          m[76] = m[18 /* waiting */];
          m[77] = m[19 /* waiting */];
          choice = 75;
        } else {
          choice = 78;
        }
        let request = choice;
        // this.waiting = this.waiting.slice(1)
        let length = m[17 /* waiting */];
        let bound = Math.min(1, length);
        let count = Math.max(length - bound | 0, 0);
        m.fill(0, 81, 94);
        for (let i = 0, i$end = count; i < i$end; i++) {
          m[82 + i * 2] = m[18 /* waiting */ + (bound + i) * 2];
          m[83 + i * 2] = m[19 /* waiting */ + (bound + i) * 2];
        }
        m[81] = count;
        m.copyWithin(17 /* waiting */, 81, 94);
        // require(request !== undefined)
        if (m[request] === 0) break instance;
        // require(this.writers.size === 0)
        if (popcount(m[16 /* writers */]) !== 0) break instance;
        if (m[2 + request] === 0 /* "read" */) {
          // this.readers = this.readers.add(request.actor)
          m[15] = m[15] | 1 << m[1 + request];
        } else {
          // require(this.readers.size === 0)
          if (popcount(m[15]) !== 0) break instance;
          // this.writers = this.writers.add(request.actor)
          m[16 /* writers */] = m[16 /* writers */] | 1 << m[1 + request];
        }
        let word0 = m[15 /* readers */] | m[16 /* writers */] << 3 | m[17 /* waiting 0 */] << 6 | m[18 /* waiting 1 */] << 9 | m[19 /* waiting 2 */] << 11 | m[20 /* waiting 3 */] << 12 | m[21 /* waiting 4 */] << 14 | m[22 /* waiting 5 */] << 15 | m[23 /* waiting 6 */] << 17 | m[24 /* waiting 7 */] << 18 | m[25 /* waiting 8 */] << 20 | m[26 /* waiting 9 */] << 21 | m[27 /* waiting 10 */] << 23 | m[28 /* waiting 11 */] << 24 | m[29 /* waiting 12 */] << 26;
        enabledHere = enabledHere + 1 | 0;
        if (step_firstComeFirstServed(0, 15) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 2);
        }
        if (word0 !== m[30 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
      }
      m.copyWithin(15, 0, 15);
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action stopReading(actor: Actor)  specs/readers-writers/spec.ts:45:11
  function action_stopReading() {
    let enabledHere = 0;
    for (let actor$bits = m[15] & 7; actor$bits !== 0; actor$bits &= actor$bits - 1) {
      const actor = 31 - Math.clz32(actor$bits & -actor$bits);
      // this.readers = this.readers.delete(actor)
      m[15] = m[15] & (1 << actor ^ -1);
      let word0 = m[30 /* word 0 */] & -8 | m[15 /* readers */];
      enabledHere = enabledHere + 1 | 0;
      if (step_firstComeFirstServed(0, 15) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 3);
      }
      if (word0 !== m[30 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[15] = m[0];
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action stopWriting(actor: Actor)  specs/readers-writers/spec.ts:50:11
  function action_stopWriting() {
    let enabledHere = 0;
    for (let actor$bits = m[16 /* writers */] & 7; actor$bits !== 0; actor$bits &= actor$bits - 1) {
      const actor = 31 - Math.clz32(actor$bits & -actor$bits);
      // this.writers = this.writers.delete(actor)
      m[16 /* writers */] = m[16 /* writers */] & (1 << actor ^ -1);
      let word0 = m[30 /* word 0 */] & -57 | m[16 /* writers */] << 3;
      enabledHere = enabledHere + 1 | 0;
      if (step_firstComeFirstServed(0, 15) === 0) {
        rows[sink.count] = word0;
        sink.violation("step", 0, 4);
      }
      if (word0 !== m[30 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[16] = m[1];
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 31 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[15 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[15 + slot] ^ m[slot];
  }

  // The initial states  specs/readers-writers/spec.ts:11:14
  function initial() {
    m[15] = 0;
    m[16 /* writers */] = 0;
    let length = 0;
    m.fill(0, 17 /* waiting */, 30 /* waiting */);
    m[17 /* waiting */] = length;
    for (let slot = 0; slot < 15; slot++) {
      $patchSlot(slot);
    }
    writeRow(31);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 1,
    actions: ["askToRead", "askToWrite", "serve", "stopReading", "stopWriting"],
    invariants: ["noReaderBesideAWriter", "oneWriter", "noOneWaitsTwice"],
    steps: ["firstComeFirstServed"],
    reachables: ["severalRead", "someoneWrites"],
    hasTerminal: true,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_askToRead() + action_askToWrite() + action_serve() + action_stopReading() + action_stopWriting();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_severalRead(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_someoneWrites(0) !== 0) pending[1] = 0;
      if (skip[0] === 0 && invariant_noReaderBesideAWriter(0) === 0) return 0;
      if (skip[1] === 0 && invariant_oneWriter(0) === 0) return 1;
      if (skip[2] === 0 && invariant_noOneWaitsTwice(0) === 0) return 2;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return terminal_never(0) !== 0;
    },
  };
}
