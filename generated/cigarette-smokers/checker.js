// CigaretteSmokers with Ingredient=3: an explicit-state model. Generated; do not edit.
// specs/cigarette-smokers/spec.ts:7:14
//
// A state is 1 word of 32 bits, and 4 slots when unpacked:
//   smokes: Record<Ingredient, boolean>  slots 0..2  bits 0.0..0.2
//   table: Set<Ingredient>  slots 3  bits 0.3..0.5
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(14);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(2);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-2,-3,-5,-57]);
  const $shiftOfSlot = new Int32Array([0,1,2,3]);

  function popcount(x) {
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(4, 0, 4);
    m.copyWithin(9, 8, 9);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[8]) {
      m[8] = m[9] = word;
      m[0] = m[4] = word & 1;
      m[1] = m[5] = (word >>> 1) & 1;
      m[2] = m[6] = (word >>> 2) & 1;
      m[3] = m[7] = (word >>> 3) & 7;
    }
  }

  // @invariant atMostOneSmokes  specs/cigarette-smokers/spec.ts:40:14
  function invariant_atMostOneSmokes(at) {
    let count = 0;
    for (let ingredient = 0; ingredient < 3; ingredient++) {
      if (m[at + ingredient] !== 0) count = count + 1 | 0;
    }
    return count <= 1 ? 1 : 0;
  }

  // @invariant tableIsEmptyWhileSomeoneSmokes  specs/cigarette-smokers/spec.ts:44:14
  function invariant_tableIsEmptyWhileSomeoneSmokes(at) {
    let count = 0;
    for (let ingredient = 0; ingredient < 3; ingredient++) {
      if (m[at + ingredient] !== 0) count = count + 1 | 0;
    }
    return (popcount(m[3 /* table */ + at]) === 0 ? 1 : 0) === (count === 1 ? 1 : 0) ? 1 : 0;
  }

  // @step ownerOfTheMissingSmokes  specs/cigarette-smokers/spec.ts:49:9
  function step_ownerOfTheMissingSmokes(at, next) {
    let forall = 1;
    each_smoker: for (let smoker = 0; smoker < 3; smoker++) {
      if (!(!(m[at + smoker] === 0 && m[next + smoker] !== 0) || (m[3 /* table */ + at] & 1 << smoker) === 0)) {
        forall = 0;
        break each_smoker;
      }
    }
    return forall;
  }

  // @step takesTurns  specs/cigarette-smokers/spec.ts:53:9
  function step_takesTurns(at, next) {
    let count = 0;
    for (let ingredient = 0; ingredient < 3; ingredient++) {
      if (m[at + ingredient] !== 0) count = count + 1 | 0;
    }
    let implies = count !== 1 ? 1 : 0;
    if (implies === 0) {
      let count1 = 0;
      for (let ingredient_2 = 0; ingredient_2 < 3; ingredient_2++) {
        if (m[next + ingredient_2] !== 0) count1 = count1 + 1 | 0;
      }
      implies = count1 === 0 ? 1 : 0;
    }
    return implies;
  }

  // @reachable someoneSmokes  specs/cigarette-smokers/spec.ts:57:14
  function reachable_someoneSmokes(at) {
    let count = 0;
    for (let ingredient = 0; ingredient < 3; ingredient++) {
      if (m[at + ingredient] !== 0) count = count + 1 | 0;
    }
    return 0 < count ? 1 : 0;
  }

  // @terminal never  specs/cigarette-smokers/spec.ts:61:13
  function terminal_never(at) {
    return 0;
  }

  // @action startSmoking(smoker: Ingredient)  specs/cigarette-smokers/spec.ts:19:11
  function action_startSmoking() {
    let enabledHere = 0;
    none: {
      // require(0 < this.table.size)
      if (popcount(m[7 /* table */]) <= 0) break none;
      each_smoker: for (let smoker = 0; smoker < 3; smoker++) {
        // require(!this.table.has(smoker))
        if ((m[7 /* table */] & 1 << smoker) !== 0) continue each_smoker;
        // this.smokes[smoker] = true
        m[4 + smoker] = 1;
        // this.table = new Set()
        m[7 /* table */] = 0;
        let word0 = m[8 /* word 0 */] & -57 | m[7 /* table */] << 3;
        word0 = word0 & (1 << smoker ^ -1) | m[4 + smoker] << smoker;
        enabledHere = enabledHere + 1 | 0;
        if (step_ownerOfTheMissingSmokes(0, 4) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 0);
        }
        if (step_takesTurns(0, 4) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 1, 0);
        }
        if (word0 !== m[8 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[7] = m[3];
        m[4 + smoker] = m[smoker];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action stopSmoking(smoker: Ingredient, missing: Ingredient)  specs/cigarette-smokers/spec.ts:26:11
  function action_stopSmoking() {
    let enabledHere = 0;
    each_smoker: for (let smoker = 0; smoker < 3; smoker++) {
      // require(this.smokes[smoker])
      if (m[4 + smoker] === 0) continue each_smoker;
      for (let missing = 0; missing < 3; missing++) {
        // this.smokes[smoker] = false
        m[4 + smoker] = 0;
        // this.table = filter((ingredient: Ingredient) => ingredient !== missing)
        let set = 0;
        for (let ingredient = 0; ingredient < 3; ingredient++) {
          if (ingredient !== missing) set = set | 1 << ingredient;
        }
        m[7 /* table */] = set;
        let word0 = m[8 /* word 0 */] & -57 | m[7 /* table */] << 3;
        word0 = word0 & (1 << smoker ^ -1) | m[4 + smoker] << smoker;
        enabledHere = enabledHere + 1 | 0;
        if (step_ownerOfTheMissingSmokes(0, 4) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 0, 1);
        }
        if (step_takesTurns(0, 4) === 0) {
          rows[sink.count] = word0;
          sink.violation("step", 1, 1);
        }
        if (word0 !== m[8 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[7] = m[3];
        m[4 + smoker] = m[smoker];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 9 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[4 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[4 + slot] ^ m[slot];
  }

  // The initial states  specs/cigarette-smokers/spec.ts:7:14
  function initial() {
    for (let k = 0; k < 3; k++) {
      m[4 + k] = 0;
    }
    m[7 /* table */] = 0;
    m[10] = m[4];
    m[11] = m[5];
    m[12] = m[6];
    m[13] = m[7];
    for (let missing = 0; missing < 3; missing++) {
      // this.table = filter((ingredient: Ingredient) => ingredient !== missing)
      let set = 0;
      for (let ingredient = 0; ingredient < 3; ingredient++) {
        if (ingredient !== missing) set = set | 1 << ingredient;
      }
      m[7 /* table */] = set;
      for (let slot = 0; slot < 4; slot++) {
        $patchSlot(slot);
      }
      writeRow(9);
      if (++sink.count === capacity) sink.flush();
      m[4] = m[10];
      m[5] = m[11];
      m[6] = m[12];
      m[7] = m[13];
    }
  }

  return {
    words: 1,
    actions: ["startSmoking", "stopSmoking"],
    invariants: ["atMostOneSmokes", "tableIsEmptyWhileSomeoneSmokes"],
    steps: ["ownerOfTheMissingSmokes", "takesTurns"],
    reachables: ["someoneSmokes"],
    hasTerminal: true,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_startSmoking() + action_stopSmoking();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_someoneSmokes(0) !== 0) pending[0] = 0;
      if (skip[0] === 0 && invariant_atMostOneSmokes(0) === 0) return 0;
      if (skip[1] === 0 && invariant_tableIsEmptyWhileSomeoneSmokes(0) === 0) return 1;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return terminal_never(0) !== 0;
    },
  };
}
