/**
 * Hash functions as source text, unrolled for the width of the state: they are spliced into generated code,
 * where the width is a constant and nothing is called.
 */

/** Beyond this many words a loop is as fast as straight code, and much shorter. */
const unrolled = 8;

/** `statement` for every word; it names the word's index as `j`. */
export function eachWord(words: number, statement: (j: string) => string): string {
  if (words > unrolled) return `for (let j = 0; j < ${words}; j++) { ${statement("j")} }`;
  return Array.from({ length: words }, (_, j) => statement(`${j}`)).join(" ");
}

/** Function `hash(rows, offset)`: 32 bits of the state there, all bits well mixed. */
export const hashFunction = (words: number): string => `
function hash(rows, o) {
  let h = ${words};
  ${eachWord(words, (j) => `h = Math.imul(h ^ rows[o + ${j}], 0x9e3779b1); h ^= h >>> 15;`)}
  h = Math.imul(h, 0x85ebca6b);
  return h ^ (h >>> 16);
}`;

/**
 * Function `compact(rows, count, keys)`: writes to row `r` of `keys` 64 bits that stand for row `r` of `rows`.
 * Two lanes, each with the word mixing of MurmurHash3 but constants of its own, joined at the end.
 */
export const compactFunction = (words: number): string => `
function compact(rows, count, keys) {
  for (let r = 0, o = 0; r < count; r++, o += ${words}) {
    let a = 0x243f6a88, b = 0x85a308d3, k = 0;
    ${eachWord(words, (j) => `
    k = Math.imul(rows[o + ${j}], 0xcc9e2d51); k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    a ^= k; a = (Math.imul((a << 13) | (a >>> 19), 5) + 0xe6546b64) | 0;
    k = Math.imul(rows[o + ${j}], 0x239b961b); k = Math.imul((k << 16) | (k >>> 16), 0xab0e9789);
    b ^= k; b = (Math.imul((b << 17) | (b >>> 15), 5) + 0x561ccd1b) | 0;`)}
    a = (a + b) | 0; b = (b + a) | 0;
    a ^= a >>> 16; a = Math.imul(a, 0x85ebca6b); a ^= a >>> 13; a = Math.imul(a, 0xc2b2ae35); a ^= a >>> 16;
    b ^= b >>> 16; b = Math.imul(b, 0x85ebca6b); b ^= b >>> 13; b = Math.imul(b, 0xc2b2ae35); b ^= b >>> 16;
    a = (a + b) | 0; b = (b + a) | 0;
    keys[2 * r] = a; keys[2 * r + 1] = b;
  }
}`;
