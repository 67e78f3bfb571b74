import { eachWord } from "./hash.ts";

/** Registers: 2^14 of them give an error of about 0.8 %. */
const bits = 14;
const registers = 2 ** bits;

/** About how many different states it was told, in a few kilobytes (HyperLogLog; Ertl's estimator, which suits few and many). */
export class DistinctStates {
  private readonly highest = new Uint8Array(registers);
  /** Tells one more. */
  readonly add: (states: Uint32Array, offset: number) => void;

  constructor(words: number) {
    const source = `"use strict"; return (states, o) => {
      let a = 0x243f6a88, b = 0x85a308d3;
      ${eachWord(words, (j) => `a = Math.imul(a ^ states[o + ${j}], 0x9e3779b1); a ^= a >>> 15; b = Math.imul(b ^ states[o + ${j}], 0x85ebca6b); b ^= b >>> 13;`)}
      a = Math.imul(a ^ b, 0xc2b2ae35); a ^= a >>> 16; b = Math.imul(b ^ a, 0x27d4eb2f); b ^= b >>> 15;
      const at = a >>> ${32 - bits}, rank = Math.clz32(b) + 1;
      if (rank > highest[at]) highest[at] = rank;
    };`;
    this.add = (new Function("highest", source) as (highest: Uint8Array) => DistinctStates["add"])(this.highest);
  }

  get estimate(): number {
    const having = new Float64Array(34);
    for (const rank of this.highest) having[rank]++;
    // "New cardinality estimation algorithms for HyperLogLog sketches" (2017), with ranks of up to 33.
    let z = registers * tau(1 - having[33] / registers);
    for (let rank = 32; rank >= 1; rank--) z = 0.5 * (z + having[rank]);
    z += registers * sigma(having[0] / registers);
    return Math.round(registers ** 2 / (2 * Math.LN2 * z));
  }
}

function sigma(from: number): number {
  if (from === 1) return Infinity;
  let x = from, y = 1, z = x;
  for (let before = NaN; z !== before;) {
    x *= x;
    before = z;
    z += x * y;
    y += y;
  }
  return z;
}

function tau(from: number): number {
  if (from === 0 || from === 1) return 0;
  let x = from, y = 1, z = 1 - x;
  for (let before = NaN; z !== before;) {
    x = Math.sqrt(x);
    before = z;
    y *= 0.5;
    z -= (1 - x) ** 2 * y;
  }
  return z / 3;
}
