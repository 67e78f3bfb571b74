// CoffeeCan: an explicit-state model. Generated; do not edit.
// specs/coffee-can/spec.ts:4:14
//
// A state is 1 word of 32 bits, and 2 slots when unpacked:
//   black: Int<0, 100>  slots 0  bits 0.0..0.6
//   white: Int<0, 100>  slots 1  bits 0.7..0.13
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(8);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(3);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0]);
  const $clearMaskOfSlot = new Int32Array([-128,-16257]);
  const $shiftOfSlot = new Int32Array([0,7]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(2, 0, 2);
    m.copyWithin(5, 4, 5);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[4]) {
      m[4] = m[5] = word;
      m[0] = m[2] = word & 127;
      m[1] = m[3] = (word >>> 7) & 127;
    }
  }

  // @invariant neverEmpty  specs/coffee-can/spec.ts:36:14
  function invariant_neverEmpty(at) {
    return 1 <= m[at] + m[1 /* white */ + at] ? 1 : 0;
  }

  // @step oneBeanLess  specs/coffee-can/spec.ts:41:9
  function step_oneBeanLess(at, next) {
    return m[next] + m[1 /* white */ + next] === (m[at] + m[1 /* white */ + at] - 1 | 0) ? 1 : 0;
  }

  // @step parityOfWhiteStays  specs/coffee-can/spec.ts:46:9
  function step_parityOfWhiteStays(at, next) {
    return m[1 /* white */ + next] % 2 === m[1 /* white */ + at] % 2 ? 1 : 0;
  }

  // @reachable lastIsWhite  specs/coffee-can/spec.ts:55:14
  function reachable_lastIsWhite(at) {
    return m[1 /* white */ + at] === 1 && m[at] === 0 ? 1 : 0;
  }

  // @reachable lastIsBlack  specs/coffee-can/spec.ts:59:14
  function reachable_lastIsBlack(at) {
    return m[1 /* white */ + at] === 0 && m[at] === 1 ? 1 : 0;
  }

  // @terminal oneBean  specs/coffee-can/spec.ts:63:13
  function terminal_oneBean(at) {
    return m[at] + m[1 /* white */ + at] === 1 ? 1 : 0;
  }

  // @action drawBlack()  specs/coffee-can/spec.ts:14:17
  function action_drawBlack() {
    let enabledHere = 0;
    none: {
      // require(2 <= this.black)
      if (m[2] < 2) break none;
      instance: {
        // this.black = this.black - 1
        let value = m[2] - 1 | 0;
        if (value < 0) {
          sink.violation("failure", 0, 0);
          break instance;
        }
        m[2] = value;
        let word0 = m[4 /* word 0 */] & -128 | m[2 /* black */];
        enabledHere = enabledHere + 1 | 0;
        if (step_oneBeanLess(0, 2) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 0);
        }
        if (step_parityOfWhiteStays(0, 2) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 1, 0);
        }
        if (word0 !== m[4 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
      }
      m[2] = m[0];
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action drawWhite()  specs/coffee-can/spec.ts:20:17
  function action_drawWhite() {
    let enabledHere = 0;
    none: {
      // require(2 <= this.white)
      if (m[3 /* white */] < 2) break none;
      instance: {
        // this.white = this.white - 2
        let value = m[3 /* white */] - 2 | 0;
        if (value < 0) {
          sink.violation("failure", 1, 1);
          break instance;
        }
        m[3 /* white */] = value;
        // this.black = this.black + 1
        let value1 = m[2] + 1;
        if (100 < value1) {
          sink.violation("failure", 2, 1);
          break instance;
        }
        m[2] = value1;
        let word0 = m[2 /* black */] | m[3 /* white */] << 7;
        enabledHere = enabledHere + 1 | 0;
        if (step_oneBeanLess(0, 2) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 1);
        }
        if (step_parityOfWhiteStays(0, 2) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 1, 1);
        }
        if (word0 !== m[4 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
      }
      m[2] = m[0];
      m[3] = m[1];
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action drawMixed()  specs/coffee-can/spec.ts:27:17
  function action_drawMixed() {
    let enabledHere = 0;
    none: {
      // require(1 <= this.black)
      if (m[2] < 1) break none;
      // require(1 <= this.white)
      if (m[3 /* white */] < 1) break none;
      instance: {
        // this.black = this.black - 1
        let value = m[2] - 1 | 0;
        if (value < 0) {
          sink.violation("failure", 3, 2);
          break instance;
        }
        m[2] = value;
        let word0 = m[4 /* word 0 */] & -128 | m[2 /* black */];
        enabledHere = enabledHere + 1 | 0;
        if (step_oneBeanLess(0, 2) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 2);
        }
        if (step_parityOfWhiteStays(0, 2) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 1, 2);
        }
        if (word0 !== m[4 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
      }
      m[2] = m[0];
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 5 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[2 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[2 + slot] ^ m[slot];
  }

  // The initial states  specs/coffee-can/spec.ts:4:14
  function initial() {
    for (let black = 0; black < 101; black++) {
      m[2] = black;
      for (let white = 0; white < 101; white++) {
        m[3 /* white */] = white;
        m[6] = m[2];
        m[7] = m[3];
        choice: {
          // require(1 <= this.black + this.white)
          if (m[2] + m[3 /* white */] < 1) break choice;
          // require(this.black + this.white <= 100)
          if (100 < m[2] + m[3 /* white */]) break choice;
          for (let slot = 0; slot < 2; slot++) {
            $patchSlot(slot);
          }
          writeRow(5);
          if (++sink.count === capacity) sink.flush();
        }
        m[2] = m[6];
        m[3] = m[7];
      }
    }
  }

  return {
    words: 1,
    actions: ["drawBlack", "drawWhite", "drawMixed"],
    invariants: ["neverEmpty"],
    steps: ["oneBeanLess", "parityOfWhiteStays"],
    reachables: ["lastIsWhite", "lastIsBlack"],
    hasTerminal: true,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_drawBlack() + action_drawWhite() + action_drawMixed();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_lastIsWhite(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_lastIsBlack(0) !== 0) pending[1] = 0;
      if (skip[0] === 0 && invariant_neverEmpty(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return terminal_oneBean(0) !== 0;
    },
  };
}
