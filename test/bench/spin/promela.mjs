/** What the writers of Promela models share. All of them unroll, as those do who want SPIN to be fast: every guard is a look at constants. */

/** What an `int` holds, without its sign. */
const wordBits = 31;

/** Bits of sets over variables. A group of bits never straddles two of them, so that it can be looked at and shifted as a whole. */
export class Bits {
  #name;
  #used = [];
  #groups = new Map();

  constructor(name) {
    this.#name = name;
  }

  /** Makes room for `width` bits under a key. */
  group(key, width) {
    if (width > wordBits) throw new Error(`${key} is too wide`);
    let word = this.#used.findIndex((used) => used + width <= wordBits);
    if (word < 0) word = this.#used.push(0) - 1;
    this.#groups.set(key, { word, shift: this.#used[word], width });
    this.#used[word] += width;
  }

  get declarations() {
    return this.#used.map((_, word) => `int ${this.#name}${word};`).join("\n");
  }

  /** The bits of a group as a number. */
  read(key) {
    const { word, shift, width } = this.#groups.get(key);
    return `((${this.#name}${word}>>${shift})&${mask(width)})`;
  }

  /** Whether a bit of a group is set; all of it, without a bit. */
  has(key, bit) {
    const { word, shift, width } = this.#groups.get(key);
    return `(${this.#name}${word}&${bit === undefined ? mask(width) * 2 ** shift : 2 ** (shift + bit)})`;
  }

  /** Sets a bit, which may be an expression. */
  add(key, bit) {
    const { word, shift } = this.#groups.get(key);
    const name = `${this.#name}${word}`;
    return `${name} = ${name}|${typeof bit === "number" ? 2 ** (shift + bit) : `(1<<(${shift}+${bit}))`}`;
  }

  /** Takes one away. */
  remove(key, bit) {
    const { word, shift } = this.#groups.get(key);
    const name = `${this.#name}${word}`;
    return `${name} = ${name}&~${2 ** (shift + bit)}`;
  }
}

const mask = (width) => 2 ** width - 1;

export const range = (n) => Array.from({ length: n }, (_, i) => i);

/** The majorities of 0..n-1; only the smallest of them with `least`. */
export function majorities(n, { least = false } = {}) {
  const size = (n >> 1) + 1;
  return range(2 ** n).map((bits) => range(n).filter((i) => (bits >> i) & 1)).filter((q) => (least ? q.length === size : q.length >= size));
}

/** One process that takes any of the steps, and asserts the invariant after each. `steps` are pairs of guard and effect. */
export function model({ head, declarations, macros = [], invariant, steps }) {
  return [
    `/* ${head} */`,
    declarations,
    ...macros.map(([name, text]) => `#define ${name} (${text})`),
    `#define INVARIANT (${invariant})`,
    "active proctype P() {",
    "  do",
    ...steps.map(([guard, effect]) => `  :: d_step { (${guard}) -> ${effect}; assert(INVARIANT) }`),
    "  od",
    "}",
    "",
  ].join("\n");
}
