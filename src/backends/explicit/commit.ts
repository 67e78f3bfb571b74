/**
 * The end of an action instance: packs what was written, hands over the successor, and makes the target state
 * equal to the source again. Outside instances, target and source state are the same, unpacked and packed.
 */
import { add, and, type KExpr, klocal, konst, type KStmt, load, lor, mul, ne, or, shl, xor, zero } from "./kernel.ts";
import { type FieldLayout, maskOf, type SlotPlace } from "./layout.ts";
import type { Program } from "./program.ts";

/** Slots that an action may have written: at fixed places, or from an address that is still valid at the end of the instance. */
export type Write =
  | { readonly kind: "fixed"; readonly first: number; readonly slots: number }
  | { readonly kind: "computed"; readonly field: FieldLayout; readonly addr: KExpr; readonly slots: number };

export interface Commit {
  /** Makes the packed successor; afterwards `changed` says whether it differs from the source. */
  readonly pack: readonly KStmt[];
  readonly changed: KExpr;
  /** Writes the successor as the row under construction. */
  readonly row: KStmt;
  readonly restore: readonly KStmt[];
}

/** Packed states of up to this many words are made in locals. */
const wordsInLocals = 4;
/** More slots than this at fixed places are handled in a loop. */
const fixedInLine = 64;

/** @param name makes a local name that is free where the commit stands */
export function commitOf(program: Program, writes: readonly Write[], name: (hint: string) => string): Commit {
  const { layout } = program;
  const fixed = new Set(writes.flatMap((w) => (w.kind === "fixed" ? Array.from({ length: w.slots }, (_, i) => w.first + i) : [])));
  const computed = writes.filter((w) => w.kind === "computed").filter((w) => !fixed.has(w.field.offset) || !fixed.has(w.field.offset + w.field.slots - 1));
  const slots = [...fixed].toSorted((a, b) => a - b);
  const runs = runsOf(slots);
  const restoreFixed = runs.map(([first, n]): KStmt => ({ op: "copy", to: konst(program.target + first), from: konst(program.source + first), slots: n }));
  const inLocals = layout.words <= wordsInLocals && slots.length <= fixedInLine && computed.every((w) => wordOfField(program, w.field) !== undefined);
  return inLocals
    ? inLocalWords(program, slots, computed, restoreFixed, name)
    : inMemory(program, slots, computed, restoreFixed, name);
}

type Computed = Extract<Write, { kind: "computed" }>;

function runsOf(slots: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const s of slots) {
    const last = runs.at(-1);
    if (last && last[0] + last[1] === s) last[1]++;
    else runs.push([s, 1]);
  }
  return runs;
}

/** The word that a field lies in, if it is one. */
function wordOfField(program: Program, field: FieldLayout): number | undefined {
  const places = program.layout.slots.slice(field.offset, field.offset + field.slots);
  return places.every((p) => p.word === places[0].word) ? places[0].word : undefined;
}

/** Where in its word a slot of a field lies that is known only when the code runs: how far it is shifted, and the mask that clears it. */
function computedPlace(program: Program, field: FieldLayout, slot: KExpr): { shift: KExpr; clear: KExpr } {
  const places = program.layout.slots.slice(field.offset, field.offset + field.slots);
  const [first] = places;
  if (!places.every((p, i) => p.bits === first.bits && p.shift === first.shift + i * first.bits)) {
    return { shift: table(shiftTable(program), slot), clear: table(clearTable(program), slot) };
  }
  // The shift grows by the width with every slot.
  const shift = add(mul(add(slot, konst(-field.offset)), konst(first.bits)), konst(first.shift));
  return { shift, clear: xor(shl(konst(maskOf(first.bits)), shift), konst(-1)) };
}

const bits = (addr: KExpr, place: SlotPlace): KExpr => shl(load(addr), konst(place.shift));
const clearMask = (place: SlotPlace): number => ~(maskOf(place.bits) << place.shift);

/** `old` with the bits of these slots (of one word) as they are now. */
function withSlots(program: Program, old: KExpr, slots: readonly number[]): KExpr {
  const places = slots.map((s) => ({ s, place: program.layout.slots[s] })).filter(({ place }) => place.bits > 0);
  const kept = places.reduce((mask, { place }) => mask & clearMask(place), -1);
  const used = program.layout.slots.reduce((mask, p) => (p.bits > 0 && p.word === places[0]?.place.word ? mask | ~clearMask(p) : mask), 0);
  const rest = (kept & used) === 0 ? zero : and(old, konst(kept));
  return places.reduce<KExpr>((word, { s, place }) => or(word, bits(konst(program.target + s, nameOf(program, s)), place)), rest);
}

/** For the reader: the field that a slot belongs to. */
function nameOf(program: Program, slot: number): string {
  const field = program.layout.fields.find((f) => slot >= f.offset && slot < f.offset + f.slots)!;
  return field.slots === 1 ? field.field.name : `${field.field.name} ${slot - field.offset}`;
}

function byWord(program: Program, slots: readonly number[]): Map<number, number[]> {
  const words = new Map<number, number[]>();
  for (const s of slots) {
    const { word, bits: width } = program.layout.slots[s];
    if (width > 0) words.set(word, [...(words.get(word) ?? []), s]);
  }
  return words;
}

function inLocalWords(program: Program, slots: readonly number[], computed: readonly Computed[], restoreFixed: readonly KStmt[], name: (hint: string) => string): Commit {
  const source = (word: number): KExpr => load(konst(program.packed + word, `word ${word}`));
  const pack: KStmt[] = [];
  const made = new Map<number, KExpr>();
  const set = (word: number, value: KExpr): void => {
    const local = made.get(word);
    if (local?.op === "local") pack.push({ op: "set", ty: "i32", name: local.name, value });
    else {
      const fresh = name(`word${word}`);
      pack.push({ op: "let", ty: "i32", name: fresh, value });
      made.set(word, klocal(fresh));
    }
  };
  for (const [word, written] of byWord(program, slots)) set(word, withSlots(program, source(word), written));
  for (const w of computed) {
    const word = wordOfField(program, w.field)!;
    for (let i = 0; i < w.slots; i++) {
      const addr = add(w.addr, konst(i));
      const { shift, clear } = computedPlace(program, w.field, add(addr, konst(-program.target)));
      set(word, or(and(made.get(word) ?? source(word), clear), shl(load(addr), shift)));
    }
  }
  const words = Array.from({ length: program.layout.words }, (_, i) => made.get(i) ?? source(i));
  return {
    pack,
    changed: [...made].map(([word, value]) => ne(value, source(word))).reduce(lor, zero),
    row: { op: "row", words },
    restore: [...restoreFixed, ...computed.map((w) => restoreSlots(program, w))],
  };
}

function restoreSlots(program: Program, w: Computed): KStmt {
  return { op: "copy", to: w.addr, from: add(w.addr, konst(program.source - program.target)), slots: w.slots };
}

/** The packed target state, in memory. */
function inMemory(program: Program, slots: readonly number[], computed: readonly Computed[], restoreFixed: readonly KStmt[], name: (hint: string) => string): Commit {
  const flag = name("changed");
  const changed = klocal(flag);
  const pack: KStmt[] = [{ op: "let", ty: "i32", name: flag, value: zero }];
  const noting = (value: KExpr): KStmt => ({ op: "set", ty: "i32", name: flag, value: or(changed, value) });
  const note = (value: KExpr): void => void pack.push(noting(value));
  const call = (fn: string, slot: KExpr): KExpr => ({ op: "call", ty: "i32", fn, args: [slot] });
  const restore: KStmt[] = [...restoreFixed];
  if (slots.length > fixedInLine) {
    for (const [first, n] of runsOf(slots)) {
      pack.push(forSlots(name("slot"), first, n, (slot) => [noting(call(patchFunction(program), slot))]));
    }
    for (const [first, n] of runsOf([...byWord(program, slots).keys()])) {
      restore.push({ op: "copy", to: konst(program.packedTarget + first), from: konst(program.packed + first), slots: n });
    }
  } else {
    for (const [word, written] of byWord(program, slots)) {
      const [to, from] = [konst(program.packedTarget + word), konst(program.packed + word, `word ${word}`)];
      pack.push({ op: "store", addr: to, value: withSlots(program, load(from), written) });
      note({ op: "binary", ty: "i32", fn: "xor", of: "i32", left: load(to), right: load(from) });
      restore.push({ op: "store", addr: to, value: load(from) });
    }
  }
  for (const w of computed) {
    restore.push(restoreSlots(program, w));
    for (let i = 0; i < w.slots; i++) {
      const slot = add(w.addr, konst(i - program.target));
      note(call(patchFunction(program), slot));
      restore.push({ op: "call", fn: unpatchFunction(program), args: [slot] });
    }
  }
  return { pack, changed: ne(changed, zero), row: { op: "rowFrom", addr: konst(program.packedTarget) }, restore };
}

const forSlots = (name: string, first: number, n: number, body: (slot: KExpr) => readonly KStmt[]): KStmt =>
  ({ op: "loop", label: `each_${name}`, name, ty: "i32", from: konst(first), to: konst(first + n), body: body(klocal(name)) });

const table = (name: string, index: KExpr): KExpr => ({ op: "table", ty: "i32", table: name, index });
const wordTable = (program: Program): string => program.table("wordOfSlot", () => program.layout.slots.map((p) => p.word));
const shiftTable = (program: Program): string => program.table("shiftOfSlot", () => program.layout.slots.map((p) => p.shift));
const clearTable = (program: Program): string => program.table("clearMaskOfSlot", () => program.layout.slots.map((p) => (p.bits === 0 ? -1 : clearMask(p))));

/** Packs one slot of the target state; its value is not 0 if that differs from the source. */
function patchFunction(program: Program): string {
  return program.sharedFunction("patch", "patchSlot", (name) => {
    const slot = klocal("slot");
    const at = klocal("at");
    const value = klocal("value");
    return {
      name, doc: ["Packs one slot of the target state. Not 0 if it differs from the source."], params: ["slot"],
      body: [
        { op: "let", ty: "i32", name: "word", value: table(wordTable(program), slot) },
        { op: "let", ty: "i32", name: "at", value: add(klocal("word"), konst(program.packedTarget)) },
        { op: "let", ty: "i32", name: "value", value: or(and(load(at), table(clearTable(program), slot)), shl(load(add(slot, konst(program.target))), table(shiftTable(program), slot))) },
        { op: "store", addr: at, value },
        { op: "return", value: { op: "binary", ty: "i32", fn: "xor", of: "i32", left: load(add(slot, konst(program.target))), right: load(add(slot, konst(program.source))) } },
      ],
    };
  });
}

/** Makes the packed word of a slot that of the source again. */
function unpatchFunction(program: Program): string {
  return program.sharedFunction("unpatch", "unpatchSlot", (name) => ({
    name, doc: ["Makes the packed word of a slot equal to the source again."], params: ["slot"],
    body: [
      { op: "let", ty: "i32", name: "word", value: table(wordTable(program), klocal("slot")) },
      { op: "store", addr: add(klocal("word"), konst(program.packedTarget)), value: load(add(klocal("word"), konst(program.packed))) },
    ],
  }));
}

/** Packs the whole target state and writes it as the row under construction. */
export function rowOfTarget(program: Program, name: (hint: string) => string): readonly KStmt[] {
  return [
    forSlots(name("slot"), 0, program.layout.slots.length, (slot) => [{ op: "call", fn: patchFunction(program), args: [slot] }]),
    { op: "rowFrom", addr: konst(program.packedTarget) },
  ];
}
