/** The two tables of visited states, as code: where a state is sought, and what a slot says of it. */
import { block, type Body, br, brIf, type Code, i32, i64, Label, local, type Local, when } from "../../wasm/code.ts";
import type { Plan } from "./plan.ts";
import { compareRows, hashRow, permuteRow } from "./rows.ts";

/**
 * Slots are probed linearly from a state's home on; one that is 0 is free. What is read of the cells `table` and `bits` stands in
 * locals, so that `open` comes before everything else, and again when the table has grown.
 */
export interface TableCode {
  readonly slotBytes: 4 | 8;
  /** Bits of a hash; whether different states have different ones. */
  readonly hashBits: number;
  readonly distinct: boolean;
  /** Logarithms of the slots: at first, and at most. */
  readonly firstBits: number;
  readonly lastBits: number;
  open(): Body;
  hash(row: Local<"i32">, hash: Local<"i64">): Body;
  /** The address of the home of a hash. */
  home(hash: Local<"i64">): Code<"i32">;
  /** Touches what will be read next if the home slot seems to have the state. */
  touchBeyond?(hash: Local<"i64">, touched: Local<"i32">): Body;
  /** Begins to look for a hash. */
  begin(hash: Local<"i64">): Body;
  /** The address of the slot at hand. */
  readonly slot: Code<"i32">;
  /** Reads it, and whether it is free. */
  readonly free: Code<"i32">;
  /** Puts a state there, unless another thread has been faster; whether it was put there. */
  put(number: Local<"i32">): Code<"i32">;
  /** Gives the state of a slot another number, where slots have numbers. */
  renumber?(slot: Local<"i32">, number: Local<"i32">): Body;
  /** Leaves for `found` if the slot, which is not free, has the state. */
  leaveIfHere(row: Local<"i32">, found: Label): Body;
  /** On to the next; leaves for `full` where there is none that it may be in. */
  advance(full: Label): Body;
}

const cell = (plan: Plan, name: "table" | "bits"): Code<"i32"> => i32.load(plan.cells[name]);

/**
 * A slot holds the number of a state and, above, as many bits of its hash as there is room for: they save nearly all looks at
 * states that differ.
 */
export function numberedTable(plan: Plan): TableCode {
  const slotBytes = 4;
  const [table, bits, last, numbers, at, entry, tag, known] = Array.from({ length: 8 }, () => local("i32"));
  const slot = i32.add(table, at);
  const offset = (hash: Local<"i64">): Code<"i32"> => i32.shl(i32.wrap(i64.shrU(hash, i64.sub(64n, i64.extendU(bits)))), 2);
  const tagOf = (hash: Local<"i64">): Code<"i32"> => i32.shl(i32.wrap(hash), bits);
  /** The address of the state of `entry`. */
  const state = (): Body => [
    known.set(i32.sub(i32.and(entry, numbers), 1)),
    known.set(i32.add(
      i32.load(i32.shl(i32.shrU(known, plan.shift), 2), plan.chunks),
      i32.mul(i32.and(known, plan.mask), plan.rowBytes))),
  ];
  const differs = (): Code<"i32"> => i32.and(i32.xor(entry, tag), i32.xor(numbers, -1));
  const begin = (hash: Local<"i64">): Body => [at.set(offset(hash)), tag.set(tagOf(hash))];
  return {
    // A slot has 31 bits for a number and one to tell states apart.
    slotBytes, hashBits: 64, distinct: false, firstBits: 14, lastBits: 31, slot,
    open: () => [
      table.set(cell(plan, "table")), bits.set(cell(plan, "bits")),
      numbers.set(i32.sub(i32.shl(1, bits), 1)), last.set(i32.shl(numbers, 2)),
    ],
    hash: (row, hash) => hashRow(plan.words, row, hash),
    home: (hash) => i32.add(table, offset(hash)),
    begin,
    touchBeyond: (hash, touched) => [
      ...begin(hash),
      entry.set(i32.atomic.load(slot)),
      when(i32.and(i32.ne(entry, 0), i32.eqz(differs())), [...state(), touched.set(i32.xor(touched, i32.load(known)))]),
    ],
    free: i32.eqz(entry.tee(i32.atomic.load(slot))),
    put: (number) => i32.eqz(entry.tee(i32.atomic.compareExchange(slot, 0, i32.or(tag, i32.add(number, 1))))),
    renumber: (at, number) => [i32.store(at, i32.or(i32.and(i32.load(at), i32.xor(numbers, -1)), i32.add(number, 1)))],
    leaveIfHere: (row, found) => {
      const differ = new Label("differ");
      return [block(differ, [brIf(differ, differs()), ...state(), ...compareRows(plan.words, known, row, differ), br(found)])];
    },
    advance: () => [at.set(i32.and(i32.add(at, slotBytes), last))],
  };
}

/** Bits for how far from home a state is: it is not put any further away. */
const distanceBits = 9;
/** A table with slots of four bytes begins with no more slots than this. */
const mostFirstBits = 21;
const leastBits = 20;

/**
 * A slot holds the whole state: what its home does not say of its hash, and how far from home it is; from the hash the state
 * would follow, as hashes of different states differ. Nothing else is looked at to tell states apart.
 */
export function keyedTable(plan: Plan, used: readonly number[]): TableCode {
  const keyBits = Math.max(leastBits, used.reduce((sum, n) => sum + n, 0));
  return keyBits - (32 - distanceBits) <= mostFirstBits ? keyedSlots(plan, used, keyBits, 4) : keyedSlots(plan, used, keyBits, 8);
}

function keyedSlots(plan: Plan, used: readonly number[], keyBits: number, slotBytes: 4 | 8): TableCode {
  const wide = slotBytes === 8;
  const [table, last, at] = [local("i32"), local("i32"), local("i32")];
  const down = local("i64");
  const slot = i32.add(table, at);
  const offset = (hash: Local<"i64">): Code<"i32"> => i32.shl(i32.wrap(i64.shrU(hash, down)), wide ? 3 : 2);
  const rest = (hash: Local<"i64">): Code<"i64"> => i64.or(i64.and(hash, i64.sub(i64.shl(1n, down), 1n)), i64.shl(1n, down));
  const firstBits = Math.max(14, keyBits - (8 * slotBytes - distanceBits));
  const common = {
    slotBytes, hashBits: keyBits, distinct: true, firstBits, lastBits: keyBits, slot,
    hash: (row: Local<"i32">, hash: Local<"i64">) => permuteRow(used, row, hash, keyBits),
    home: (hash: Local<"i64">) => i32.add(table, offset(hash)),
  };
  const opening = (): Body => [
    table.set(cell(plan, "table")),
    down.set(i64.sub(BigInt(keyBits), i64.extendU(cell(plan, "bits")))),
    last.set(i32.mul(i32.sub(i32.shl(1, cell(plan, "bits")), 1), slotBytes)),
  ];
  const next = at.set(i32.and(i32.add(at, slotBytes), last));
  // The distance stands in the highest bits, from 1 on; where it would begin anew, it is used up.
  if (wide) {
    const [entry, want, step] = [local("i64"), local("i64"), local("i64")];
    return {
      ...common,
      open: () => [...opening(), step.set(i64.shl(1n, down))],
      begin: (hash) => [at.set(offset(hash)), want.set(rest(hash))],
      free: i64.eqz(entry.tee(i64.atomic.load(slot))),
      put: () => i64.eqz(entry.tee(i64.atomic.compareExchange(slot, 0n, want))),
      leaveIfHere: (_, found) => [brIf(found, i64.eq(entry, want))],
      advance: (full) => [next, want.set(i64.add(want, step)), brIf(full, i64.ltU(want, step))],
    };
  }
  const [entry, want, step] = [local("i32"), local("i32"), local("i32")];
  return {
    ...common,
    open: () => [...opening(), step.set(i32.wrap(i64.shl(1n, down)))],
    begin: (hash) => [at.set(offset(hash)), want.set(i32.wrap(rest(hash)))],
    free: i32.eqz(entry.tee(i32.atomic.load(slot))),
    put: () => i32.eqz(entry.tee(i32.atomic.compareExchange(slot, 0, want))),
    leaveIfHere: (_, found) => [brIf(found, i32.eq(entry, want))],
    advance: (full) => [next, want.set(i32.add(want, step)), brIf(full, i32.ltU(want, step))],
  };
}
