/** Code over whole rows, unrolled for their width: two words at a time where there are two. */
import { type Body, type Code, copy, count, i32, i64, type I32, Label, brIf, local, type Local, type Statement } from "../../wasm/code.ts";

/** Beyond this many words a loop is as fast as straight code, and much shorter. */
const unrolled = 16;

interface Part {
  /** An i64, in any case. */
  readonly load: (row: I32) => Code<"i64">;
  readonly store: (to: I32, from: I32) => Statement;
}

const pair = (offset: number): Part => ({
  load: (row) => i64.load(row, offset),
  store: (to, from) => i64.store(to, i64.load(from, offset), offset),
});
const single = (offset: number): Part => ({
  load: (row) => i64.load32U(row, offset),
  store: (to, from) => i32.store(to, i32.load(from, offset), offset),
});

const pairs = (words: number): Part[] => Array.from({ length: words >>> 1 }, (_, i) => pair(8 * i));
const odd = (words: number): Part[] => (words % 2 === 1 ? [single(4 * (words - 1))] : []);

/** `statement` for all words of a row, two at a time. */
function eachPart(words: number, row: I32, statement: (value: Code<"i64">, at: (other: I32) => Code<"i64">) => Body): Body {
  const straight = (parts: Part[]): Body => parts.flatMap((p) => statement(p.load(row), p.load));
  if (words <= unrolled) return straight([...pairs(words), ...odd(words)]);
  const i = local("i32");
  const at = (base: I32): Code<"i64"> => i64.load(i32.add(base, i32.shl(i, 3)));
  return [count(i, 0, words >>> 1, statement(at(row), at)), ...straight(odd(words))];
}

export function copyRow(words: number, to: Local<"i32">, from: Local<"i32">): Body {
  if (words > unrolled) return [copy(to, from, 4 * words)];
  return [...pairs(words), ...odd(words)].map((p) => p.store(to, from));
}

/** Leaves for `differ` where the rows are not equal. */
export const compareRows = (words: number, a: Local<"i32">, b: Local<"i32">, differ: Label): Body =>
  eachPart(words, a, (value, at) => [brIf(differ, i64.ne(value, at(b)))]);

const mixers = [0x9e3779b97f4a7c15n, 0xd6e8feb86659fd93n] as const;

/** Sets `hash` to 64 bits of the row, all well mixed. */
export const hashRow = (words: number, row: Local<"i32">, hash: Local<"i64">): Body => [
  hash.set(BigInt(words)),
  ...eachPart(words, row, (value) => [hash.set(i64.mul(i64.xor(hash, value), mixers[0])), hash.set(i64.xor(hash, i64.shrU(hash, 32n)))]),
  hash.set(i64.mul(hash, mixers[1])),
  hash.set(i64.xor(hash, i64.shrU(hash, 32n))),
];

/**
 * Sets `hash` to a number of as many bits as the row has in use, other rows to other numbers: each step can be undone.
 * @param used of each word the bits in use, at most two words
 */
export function permuteRow(used: readonly number[], row: Local<"i32">, hash: Local<"i64">, bits: number): Body {
  const [low, high] = used;
  const key = high === undefined ? i64.load32U(row) : low === 32 ? i64.load(row) : i64.or(i64.load32U(row), i64.shl(i64.load32U(row, 4), BigInt(low)));
  const mask = 2n ** BigInt(bits) - 1n;
  const within = (value: Code<"i64">): Code<"i64"> => (bits === 64 ? value : i64.and(value, mask));
  return [
    hash.set(within(i64.mul(key, mixers[0]))),
    hash.set(i64.xor(hash, i64.shrU(hash, BigInt(Math.ceil(bits / 2))))),
    hash.set(within(i64.mul(hash, mixers[1]))),
  ];
}
