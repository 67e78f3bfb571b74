import { eachWord, hashFunction } from "./hash.ts";
import type { StateStore } from "./store.ts";

/**
 * The loops over the visited set's table, made for one width of state.
 *
 * The table has 2^bits slots, probed linearly from the top `bits` bits of the hash. A slot is 0 or holds a state's
 * number plus one in its low `bits` bits and, above, as many low bits of the hash as fit: they save nearly all
 * look-ups of states that differ.
 */
export interface Kernel {
  /**
   * Adds those of the first `n` rows that are new to store and table, in order, numbered from `count`; there is room.
   * Their row numbers go to `fresh`; where `numbers` are wanted, the number of the state of each row goes there.
   * @returns how many; its bitwise complement if there were more, but `count` had reached `limit`
   */
  insert(table: Int32Array, bits: number, rows: Uint32Array, n: number, count: number, limit: number): number;
  /** Sets bit `i` of `marks` for every stored state `i` that is one of the first `n` rows. */
  mark(table: Int32Array, bits: number, rows: Uint32Array, n: number, marks: Uint8Array): void;
  /** Puts the stored states `from` to `to` into the table. */
  refill(table: Int32Array, bits: number, from: number, to: number): void;
}

/** @param fresh its length is the largest number of rows of one `insert` */
export function createKernel(store: StateStore, fresh: Int32Array, numbers?: Uint32Array): Kernel {
  const number = (value: string): string => (numbers ? `stateOf[r] = ${value};` : "");
  const { words, shift, mask } = store;
  const source = `"use strict";
${hashFunction(words)}

function same(a, p, b, q) {
  ${eachWord(words, (j) => `if (a[p + ${j}] !== b[q + ${j}]) return false;`)}
  return true;
}

function insert(table, bits, rows, n, count, limit) {
  const down = 32 - bits, last = table.length - 1, numbers = 2 ** bits - 1;
  // First all hashes, touching the slots: the cache misses of many rows overlap.
  let touched = 0;
  for (let r = 0, o = 0; r < n; r++, o += ${words}) {
    const h = hash(rows, o);
    hashes[r] = h;
    touched ^= table[h >>> down];
  }
  hashes[n] = touched;
  let added = 0;
  for (let r = 0, o = 0; r < n; r++, o += ${words}) {
    const h = hashes[r], tag = h << bits;
    for (let slot = h >>> down; ; slot = (slot + 1) & last) {
      const entry = table[slot];
      if (entry === 0) {
        if (count === limit) return ~added;
        const chunk = chunks[count >>> ${shift}], p = (count & ${mask}) * ${words};
        ${eachWord(words, (j) => `chunk[p + ${j}] = rows[o + ${j}];`)}
        ${number("count")}
        count++;
        table[slot] = tag | count;
        fresh[added++] = r;
        break;
      }
      if (((entry ^ tag) & ~numbers) === 0) {
        const i = (entry & numbers) - 1;
        if (same(chunks[i >>> ${shift}], (i & ${mask}) * ${words}, rows, o)) { ${number("i")} break; }
      }
    }
  }
  return added;
}

function mark(table, bits, rows, n, marks) {
  const down = 32 - bits, last = table.length - 1, numbers = 2 ** bits - 1;
  for (let from = 0; from < n; from += ${fresh.length}) {
    const to = Math.min(n, from + ${fresh.length});
    let touched = 0;
    for (let r = from, o = r * ${words}; r < to; r++, o += ${words}) {
      const h = hash(rows, o);
      hashes[r - from] = h;
      touched ^= table[h >>> down];
    }
    hashes[to - from] = touched;
    for (let r = from, o = r * ${words}; r < to; r++, o += ${words}) {
      const h = hashes[r - from], tag = h << bits;
      for (let slot = h >>> down, entry; (entry = table[slot]) !== 0; slot = (slot + 1) & last) {
        if (((entry ^ tag) & ~numbers) !== 0) continue;
        const i = (entry & numbers) - 1;
        if (!same(chunks[i >>> ${shift}], (i & ${mask}) * ${words}, rows, o)) continue;
        marks[i >>> 3] |= 1 << (i & 7);
        break;
      }
    }
  }
}

function refill(table, bits, from, to) {
  const down = 32 - bits, last = table.length - 1;
  for (let i = from; i < to; i++) {
    const h = hash(chunks[i >>> ${shift}], (i & ${mask}) * ${words});
    let slot = h >>> down;
    while (table[slot] !== 0) slot = (slot + 1) & last;
    table[slot] = (h << bits) | (i + 1);
  }
}

return { insert, mark, refill };`;
  const make = new Function("chunks", "hashes", "fresh", "stateOf", source) as (chunks: Uint32Array[], hashes: Int32Array, fresh: Int32Array, stateOf?: Uint32Array) => Kernel;
  return make(store.chunks, new Int32Array(fresh.length + 1), fresh, numbers);
}
