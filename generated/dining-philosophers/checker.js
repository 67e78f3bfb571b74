// DiningPhilosophers with Seat=5: an explicit-state model. Generated; do not edit.
// specs/dining-philosophers/spec.ts:16:14
//
// A state is 2 words of 32 bits, and 20 slots when unpacked:
//   fork: Record<Seat, { clean: boolean; holder: Seat }>  slots 0..9  bits 0.0..0.19
//   hungry: Record<Seat, boolean>  slots 10..14  bits 0.20..0.24
//   mode: Record<Seat, "eat" | "look" | "think">  slots 15..19  bits 0.25..1.3
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 2;

export function createModel(sink) {
  const m = new Int32Array(44);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(3);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,1]);
  const $clearMaskOfSlot = new Int32Array([-2,-15,-17,-225,-257,-3585,-4097,-57345,-65537,-917505,-1048577,-2097153,-4194305,-8388609,-16777217,-100663297,-402653185,-1610612737,-4,-13]);
  const $shiftOfSlot = new Int32Array([0,1,4,5,8,9,12,13,16,17,20,21,22,23,24,25,27,29,0,2]);

  function writeRow(from) {
    const row = sink.count * 2;
    for (let i = 0; i < 2; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(20, 0, 20);
    m.copyWithin(42, 40, 42);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[40]) {
      m[40] = m[42] = word;
      m[0] = m[20] = word & 1;
      m[1] = m[21] = (word >>> 1) & 7;
      m[2] = m[22] = (word >>> 4) & 1;
      m[3] = m[23] = (word >>> 5) & 7;
      m[4] = m[24] = (word >>> 8) & 1;
      m[5] = m[25] = (word >>> 9) & 7;
      m[6] = m[26] = (word >>> 12) & 1;
      m[7] = m[27] = (word >>> 13) & 7;
      m[8] = m[28] = (word >>> 16) & 1;
      m[9] = m[29] = (word >>> 17) & 7;
      m[10] = m[30] = (word >>> 20) & 1;
      m[11] = m[31] = (word >>> 21) & 1;
      m[12] = m[32] = (word >>> 22) & 1;
      m[13] = m[33] = (word >>> 23) & 1;
      m[14] = m[34] = (word >>> 24) & 1;
      m[15] = m[35] = (word >>> 25) & 3;
      m[16] = m[36] = (word >>> 27) & 3;
      m[17] = m[37] = (word >>> 29) & 3;
    }
    word = states[offset + 1] | 0;
    if (word !== m[41]) {
      m[41] = m[43] = word;
      m[18] = m[38] = word & 3;
      m[19] = m[39] = (word >>> 2) & 3;
    }
  }

  // @invariant neighboursDoNotEatTogether  specs/dining-philosophers/spec.ts:65:14
  function invariant_neighboursDoNotEatTogether(at) {
    let forall = 1;
    each_seat: for (let seat = 0; seat < 5; seat++) {
      let and = m[15 /* mode */ + (at + seat)] === 0 /* "eat" */ ? 1 : 0;
      if (and !== 0) {
        let value = seat === 4 ? 0 : seat + 2;
        let result = value === 0 ? 0 : value - 1 | 0;
        and = result !== seat ? 1 : 0;
      }
      let implies = and === 0 ? 1 : 0;
      if (implies === 0) {
        let value_2 = seat === 4 ? 0 : seat + 2;
        let result1 = value_2 === 0 ? 0 : value_2 - 1 | 0;
        implies = m[15 /* mode */ + (at + result1)] !== 0 /* "eat" */ ? 1 : 0;
      }
      if (implies === 0) {
        forall = 0;
        break each_seat;
      }
    }
    return forall;
  }

  // @invariant eatersHoldTheirForks  specs/dining-philosophers/spec.ts:71:14
  function invariant_eatersHoldTheirForks(at) {
    let forall = 1;
    each_seat: for (let seat = 0; seat < 5; seat++) {
      let implies = m[15 /* mode */ + (at + seat)] !== 0 /* "eat" */ ? 1 : 0;
      if (implies === 0) {
        let value = seat === 4 ? 0 : seat + 2;
        let result = value === 0 ? 0 : value - 1 | 0;
        let result1 = m[1 + (at + seat * 2)] === seat && m[at + seat * 2] !== 0 && m[1 + (at + result * 2)] === seat && m[at + result * 2] !== 0 ? 1 : 0;
        implies = result1;
      }
      if (implies === 0) {
        forall = 0;
        break each_seat;
      }
    }
    return forall;
  }

  // @invariant forksStayInReach  specs/dining-philosophers/spec.ts:76:14
  function invariant_forksStayInReach(at) {
    let forall = 1;
    each_seat: for (let seat = 0; seat < 5; seat++) {
      let or = m[1 + (at + seat * 2)] === seat ? 1 : 0;
      if (or === 0) {
        let result = seat === 0 ? 4 : seat - 1 | 0;
        let result1 = m[1 + (at + seat * 2)] === result ? 1 : 0;
        or = result1;
      }
      if (or === 0) {
        forall = 0;
        break each_seat;
      }
    }
    return forall;
  }

  // @step cleanForksStay  specs/dining-philosophers/spec.ts:81:9
  function step_cleanForksStay(at, next) {
    let forall = 1;
    each_fork: for (let fork = 0; fork < 5; fork++) {
      if (!(m[at + fork * 2] === 0 || m[1 + (next + fork * 2)] === m[1 + (at + fork * 2)])) {
        forall = 0;
        break each_fork;
      }
    }
    return forall;
  }

  // @reachable someoneEats  specs/dining-philosophers/spec.ts:92:14
  function reachable_someoneEats(at) {
    let exists = 0;
    each_seat: for (let seat = 0; seat < 5; seat++) {
      if (m[15 /* mode */ + (at + seat)] === 0 /* "eat" */) {
        exists = 1;
        break each_seat;
      }
    }
    return exists;
  }

  // @reachable antecedent of neighboursDoNotEatTogether  specs/dining-philosophers/spec.ts:66:12
  function reachable_antecedent_of_neighboursDoNotEatTogether(at) {
    let exists = 0;
    each_seat: for (let seat = 0; seat < 5; seat++) {
      let and = m[15 /* mode */ + (at + seat)] === 0 /* "eat" */ ? 1 : 0;
      if (and !== 0) {
        let value = seat === 4 ? 0 : seat + 2;
        let result = value === 0 ? 0 : value - 1 | 0;
        and = result !== seat ? 1 : 0;
      }
      if (and !== 0) {
        exists = 1;
        break each_seat;
      }
    }
    return exists;
  }

  // @reachable antecedent of eatersHoldTheirForks  specs/dining-philosophers/spec.ts:72:12
  function reachable_antecedent_of_eatersHoldTheirForks(at) {
    let exists = 0;
    each_seat: for (let seat = 0; seat < 5; seat++) {
      if (m[15 /* mode */ + (at + seat)] === 0 /* "eat" */) {
        exists = 1;
        break each_seat;
      }
    }
    return exists;
  }

  // @terminal never  specs/dining-philosophers/spec.ts:97:13
  function terminal_never(at) {
    return 0;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 42 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[20 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[20 + slot] ^ m[slot];
  }

  // Makes the packed word of a slot equal to the source again.
  function $unpatchSlot(slot) {
    let word = $wordOfSlot[slot];
    m[42 + word] = m[40 + word];
  }

  // @action look(seat: Seat)  specs/dining-philosophers/spec.ts:29:17
  function action_look() {
    let enabledHere = 0;
    each_seat: for (let seat = 0; seat < 5; seat++) {
      // require(this.mode[seat] === "look")
      if (m[35 /* mode */ + seat] !== 1 /* "look" */) continue each_seat;
      let value = seat === 4 ? 0 : seat + 2;
      let result = value === 0 ? 0 : value - 1 | 0;
      if (m[21 + seat * 2] === seat && m[20 + seat * 2] === 0) {
        // this.fork[seat] = { clean: true, holder: {   } }
        m[20 + seat * 2] = 1;
        let result1 = seat === 0 ? 4 : seat - 1 | 0;
        m[21 + seat * 2] = result1;
      } else if (m[21 + result * 2] === seat && m[20 + result * 2] === 0) {
        // this.fork[right] = { clean: true, holder: right }
        m[20 + result * 2] = 1;
        m[21 + result * 2] = result;
      }
      if (m[30 /* hungry */ + seat] === 0) {
        // this.mode[seat] = "think"
        m[35 /* mode */ + seat] = 2 /* "think" */;
      } else {
        let value_3 = seat === 4 ? 0 : seat + 2;
        let result2 = value_3 === 0 ? 0 : value_3 - 1 | 0;
        let result3 = m[21 + seat * 2] === seat && m[20 + seat * 2] !== 0 && m[21 + result2 * 2] === seat && m[20 + result2 * 2] !== 0 ? 1 : 0;
        if (result3 !== 0) {
          // this.mode[seat] = "eat"
          m[35 /* mode */ + seat] = 0 /* "eat" */;
        }
      }
      let changed = 0;
      m[42] = m[40 /* word 0 */] & -1048576 | m[20 /* fork 0 */] | m[21 /* fork 1 */] << 1 | m[22 /* fork 2 */] << 4 | m[23 /* fork 3 */] << 5 | m[24 /* fork 4 */] << 8 | m[25 /* fork 5 */] << 9 | m[26 /* fork 6 */] << 12 | m[27 /* fork 7 */] << 13 | m[28 /* fork 8 */] << 16 | m[29 /* fork 9 */] << 17;
      changed = changed | m[42] ^ m[40 /* word 0 */];
      changed = changed | $patchSlot(seat + 15 /* mode */);
      changed = changed | $patchSlot(seat + 15 /* mode */);
      enabledHere = enabledHere + 1 | 0;
      if (step_cleanForksStay(0, 20) === 0) {
        writeRow(42);
        sink.violation("step", 0, 0);
      }
      if (changed !== 0) {
        writeRow(42);
        if (++sink.count === capacity) sink.flush();
      }
      m.copyWithin(20, 0, 10);
      m[42] = m[40 /* word 0 */];
      m[35 /* mode */ + seat] = m[15 /* mode */ + seat];
      $unpatchSlot(seat + 15 /* mode */);
      m[35 /* mode */ + seat] = m[15 /* mode */ + seat];
      $unpatchSlot(seat + 15 /* mode */);
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action eat(seat: Seat)  specs/dining-philosophers/spec.ts:42:17
  function action_eat() {
    let enabledHere = 0;
    each_seat: for (let seat = 0; seat < 5; seat++) {
      // require(this.mode[seat] === "eat")
      if (m[35 /* mode */ + seat] !== 0 /* "eat" */) continue each_seat;
      // this.hungry[seat] = false
      m[30 /* hungry */ + seat] = 0;
      // this.fork[seat].clean = false
      m[20 + seat * 2] = 0;
      // this.fork[{   }].clean = false
      let value = seat === 4 ? 0 : seat + 2;
      let result = value === 0 ? 0 : value - 1 | 0;
      m[20 + result * 2] = 0;
      // this.mode[seat] = "look"
      m[35 /* mode */ + seat] = 1 /* "look" */;
      let changed = 0;
      m[42] = m[40 /* word 0 */] & -1048576 | m[20 /* fork 0 */] | m[21 /* fork 1 */] << 1 | m[22 /* fork 2 */] << 4 | m[23 /* fork 3 */] << 5 | m[24 /* fork 4 */] << 8 | m[25 /* fork 5 */] << 9 | m[26 /* fork 6 */] << 12 | m[27 /* fork 7 */] << 13 | m[28 /* fork 8 */] << 16 | m[29 /* fork 9 */] << 17;
      changed = changed | m[42] ^ m[40 /* word 0 */];
      changed = changed | $patchSlot(seat + 10 /* hungry */);
      changed = changed | $patchSlot(seat + 15 /* mode */);
      enabledHere = enabledHere + 1 | 0;
      if (step_cleanForksStay(0, 20) === 0) {
        writeRow(42);
        sink.violation("step", 0, 1);
      }
      if (changed !== 0) {
        writeRow(42);
        if (++sink.count === capacity) sink.flush();
      }
      m.copyWithin(20, 0, 10);
      m[42] = m[40 /* word 0 */];
      m[30 /* hungry */ + seat] = m[10 /* hungry */ + seat];
      $unpatchSlot(seat + 10 /* hungry */);
      m[35 /* mode */ + seat] = m[15 /* mode */ + seat];
      $unpatchSlot(seat + 15 /* mode */);
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action think(seat: Seat)  specs/dining-philosophers/spec.ts:50:17
  function action_think() {
    let enabledHere = 0;
    each_seat: for (let seat = 0; seat < 5; seat++) {
      // require(this.mode[seat] === "think")
      if (m[35 /* mode */ + seat] !== 2 /* "think" */) continue each_seat;
      // this.hungry[seat] = true
      m[30 /* hungry */ + seat] = 1;
      // this.mode[seat] = "look"
      m[35 /* mode */ + seat] = 1 /* "look" */;
      let changed = 0;
      changed = changed | $patchSlot(seat + 10 /* hungry */);
      changed = changed | $patchSlot(seat + 15 /* mode */);
      enabledHere = enabledHere + 1 | 0;
      if (step_cleanForksStay(0, 20) === 0) {
        writeRow(42);
        sink.violation("step", 0, 2);
      }
      if (changed !== 0) {
        writeRow(42);
        if (++sink.count === capacity) sink.flush();
      }
      m[30 /* hungry */ + seat] = m[10 /* hungry */ + seat];
      $unpatchSlot(seat + 10 /* hungry */);
      m[35 /* mode */ + seat] = m[15 /* mode */ + seat];
      $unpatchSlot(seat + 15 /* mode */);
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // The initial states  specs/dining-philosophers/spec.ts:16:14
  function initial() {
    for (let seat = 0; seat < 5; seat++) {
      m[20 + seat * 2] = 0;
      m[21 + seat * 2] = seat === 1 ? 0 : seat;
    }
    for (let k = 0; k < 5; k++) {
      m[30 /* hungry */ + k] = 1;
    }
    for (let k1 = 0; k1 < 5; k1++) {
      m[35 /* mode */ + k1] = 1 /* "look" */;
    }
    for (let slot = 0; slot < 20; slot++) {
      $patchSlot(slot);
    }
    writeRow(42);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 2,
    actions: ["look", "eat", "think"],
    invariants: ["neighboursDoNotEatTogether", "eatersHoldTheirForks", "forksStayInReach"],
    steps: ["cleanForksStay"],
    reachables: ["someoneEats", "antecedent of neighboursDoNotEatTogether", "antecedent of eatersHoldTheirForks"],
    hasTerminal: true,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_look() + action_eat() + action_think();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_someoneEats(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_neighboursDoNotEatTogether(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_eatersHoldTheirForks(0) !== 0) pending[2] = 0;
      if (skip[0] === 0 && invariant_neighboursDoNotEatTogether(0) === 0) return 0;
      if (skip[1] === 0 && invariant_eatersHoldTheirForks(0) === 0) return 1;
      if (skip[2] === 0 && invariant_forksStayInReach(0) === 0) return 2;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return terminal_never(0) !== 0;
    },
  };
}
