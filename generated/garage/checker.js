// Garage with Car=3, Ticket=3: an explicit-state model. Generated; do not edit.
// specs/ticket-garage/spec.ts:7:14
//
// A state is 1 word of 32 bits, and 6 slots when unpacked:
//   inside: Record<Car, boolean>  slots 0..2  bits 0.0..0.2
//   out: Record<Ticket, boolean>  slots 3..5  bits 0.3..0.5
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(14);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(2);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-2,-3,-5,-9,-17,-33]);
  const $shiftOfSlot = new Int32Array([0,1,2,3,4,5]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(6, 0, 6);
    m.copyWithin(13, 12, 13);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[12]) {
      m[12] = m[13] = word;
      m[0] = m[6] = word & 1;
      m[1] = m[7] = (word >>> 1) & 1;
      m[2] = m[8] = (word >>> 2) & 1;
      m[3] = m[9] = (word >>> 3) & 1;
      m[4] = m[10] = (word >>> 4) & 1;
      m[5] = m[11] = (word >>> 5) & 1;
    }
  }

  // @invariant emptyTogether  specs/ticket-garage/spec.ts:25:14
  function invariant_emptyTogether(at) {
    let exists = 0;
    each_car: for (let car = 0; car < 3; car++) {
      if (m[at + car] !== 0) {
        exists = 1;
        break each_car;
      }
    }
    let exists1 = 0;
    each_ticket: for (let ticket = 0; ticket < 3; ticket++) {
      if (m[3 /* out */ + (at + ticket)] !== 0) {
        exists1 = 1;
        break each_ticket;
      }
    }
    return exists === exists1 ? 1 : 0;
  }

  // @action enter(car: Car, ticket: Ticket)  specs/ticket-garage/spec.ts:12:11
  function action_enter() {
    let enabledHere = 0;
    each_car: for (let car = 0; car < 3; car++) {
      // require(!this.inside[car])
      if (m[6 + car] !== 0) continue each_car;
      each_ticket: for (let ticket = 0; ticket < 3; ticket++) {
        // require(!this.out[ticket])
        if (m[9 /* out */ + ticket] !== 0) continue each_ticket;
        // this.inside[car] = true
        m[6 + car] = 1;
        // this.out[ticket] = true
        m[9 /* out */ + ticket] = 1;
        let word0 = m[12 /* word 0 */] & (1 << car ^ -1) | m[6 + car] << car;
        word0 = word0 & (1 << ticket + 3 ^ -1) | m[9 /* out */ + ticket] << ticket + 3;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[12 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[6 + car] = m[car];
        m[9 /* out */ + ticket] = m[3 /* out */ + ticket];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action leave(car: Car, ticket: Ticket)  specs/ticket-garage/spec.ts:18:11
  function action_leave() {
    let enabledHere = 0;
    each_car: for (let car = 0; car < 3; car++) {
      // require(this.inside[car])
      if (m[6 + car] === 0) continue each_car;
      each_ticket: for (let ticket = 0; ticket < 3; ticket++) {
        // require(this.out[ticket])
        if (m[9 /* out */ + ticket] === 0) continue each_ticket;
        // this.inside[car] = false
        m[6 + car] = 0;
        // this.out[ticket] = false
        m[9 /* out */ + ticket] = 0;
        let word0 = m[12 /* word 0 */] & (1 << car ^ -1) | m[6 + car] << car;
        word0 = word0 & (1 << ticket + 3 ^ -1) | m[9 /* out */ + ticket] << ticket + 3;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[12 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[6 + car] = m[car];
        m[9 /* out */ + ticket] = m[3 /* out */ + ticket];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 13 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[6 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[6 + slot] ^ m[slot];
  }

  // The initial states  specs/ticket-garage/spec.ts:7:14
  function initial() {
    for (let k = 0; k < 3; k++) {
      m[6 + k] = 0;
    }
    for (let k1 = 0; k1 < 3; k1++) {
      m[9 /* out */ + k1] = 0;
    }
    for (let slot = 0; slot < 6; slot++) {
      $patchSlot(slot);
    }
    writeRow(13);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 1,
    actions: ["enter", "leave"],
    invariants: ["emptyTogether"],
    steps: [],
    reachables: [],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_enter() + action_leave();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (skip[0] === 0 && invariant_emptyTogether(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
