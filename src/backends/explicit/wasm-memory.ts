/** Ranges of slots in WebAssembly: short ones word by word, two slots at a time. */
import { after, block, brIf, type Code, copy, count, fill, i32, i64, Label, local, sequence, type Statement } from "../../../verifier/wasm/code.ts";

/** An address in bytes, and what is added to it. */
export interface Place {
  readonly address: Code<"i32">;
  readonly offset: number;
}

/** Up to this many slots, straight code is faster than a call. */
const unrolled = 16;

export function copySlots(to: Place, from: Place, slots: number): Statement {
  if (slots > unrolled) return copy(flat(to), flat(from), 4 * slots);
  const [target, source] = [local("i32"), local("i32")];
  const moves = pieces(slots, (wide, at) => wide
    ? i64.store(target, i64.load(source, from.offset + at), to.offset + at)
    : i32.store(target, i32.load(source, from.offset + at), to.offset + at));
  return sequence([target.set(to.address), source.set(from.address), ...moves]);
}

export function clearSlots(at: Place, slots: number): Statement {
  if (slots > unrolled) return fill(flat(at), 0, 4 * slots);
  const target = local("i32");
  return sequence([target.set(at.address), ...pieces(slots, (wide, i) => (wide ? i64.store(target, 0n, at.offset + i) : i32.store(target, 0, at.offset + i)))]);
}

export function equalSlots(left: Place, right: Place, slots: number): Code<"i32"> {
  const [a, b] = [local("i32"), local("i32")];
  const set = [a.set(left.address), b.set(right.address)];
  if (slots > unrolled) return longEqual(set, [a, left.offset], [b, right.offset], slots);
  const tests = pieces(slots, (wide, i) => wide
    ? i64.eq(i64.load(a, left.offset + i), i64.load(b, right.offset + i))
    : i32.eq(i32.load(a, left.offset + i), i32.load(b, right.offset + i)));
  return after(set, tests.reduce((all, t) => i32.choose(all, t, 0), i32.const(1)));
}

type At = readonly [ReturnType<typeof local<"i32">>, number];

function longEqual(set: readonly Statement[], [a, x]: At, [b, y]: At, slots: number): Code<"i32"> {
  const [i, different, done] = [local("i32"), local("i32"), new Label()];
  const at = (start: Code<"i32">): Code<"i32"> => i32.add(start, i32.shl(i, 2));
  const compare = [different.set(i32.ne(i32.load(at(a), x), i32.load(at(b), y))), brIf(done, different)];
  return after([...set, block(done, [count(i, 0, slots, compare)])], i32.eqz(different));
}

/** Something for every two slots, and for the one that is left; `at` in bytes. */
function pieces<C extends Code>(slots: number, make: (wide: boolean, at: number) => C): C[] {
  const wide = Array.from({ length: slots >> 1 }, (_, i) => make(true, 8 * i));
  return slots % 2 === 0 ? wide : [...wide, make(false, 4 * (slots - 1))];
}

const flat = ({ address, offset }: Place): Code<"i32"> => i32.add(address, offset);
