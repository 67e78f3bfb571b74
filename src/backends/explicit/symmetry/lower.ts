/**
 * The canonical form of the state being made, in the kernel form: a function that finds it, for every row that is handed over.
 * Each sort is put in order on its own.
 */
import { add, type KExpr, kif, klocal, konst, type KStmt, load, lor, or, shl, zero } from "../kernel.ts";
import type { Layout } from "../layout.ts";
import type { Program } from "../program.ts";
import type { CanonicalForm, Slices, Symmetry } from "./form.ts";
import { lowerSlices } from "./slices.ts";

export function lowerCanonical(program: Program, { slices }: Symmetry): CanonicalForm {
  const { layout, target } = program;
  const to = program.allocate(layout.slots.length);
  const packed = program.allocate(layout.words);
  const orbit: string[] = [];
  const lowered = slices.map((own) => {
    const keys = program.allocate(own.size * own.words);
    orbit.push(...arrangements(own, keys));
    return lowerSlices(program, own, target, keys, to);
  });
  const fn = program.globalName("canonical");
  const flag = (i: number): string => `moved${i}`;
  program.functions.push({
    name: fn, doc: ["Makes the canonical form of the target state. 0 where that is canonical."], params: [],
    body: [
      ...lowered.map(({ sorted }, i): KStmt => ({ op: "let", ty: "i32", name: flag(i), value: call(sorted) })),
      kif(lowered.reduce<KExpr>((any, _, i) => lor(any, klocal(flag(i))), zero), [], [{ op: "return", value: zero }]),
      { op: "copy", to: konst(to), from: konst(target), slots: layout.slots.length },
      ...lowered.map(({ apply }): KStmt => ({ op: "call", fn: apply, args: [] })),
      ...packing(program, layout, to, packed),
      { op: "return", value: konst(1) },
    ],
  });
  return { fn, packed, orbit };
}

const call = (fn: string): KExpr => ({ op: "call", ty: "i32", fn, args: [] });

/** More slots than this are packed in a loop. */
const packedInLine = 256;

function packing(program: Program, layout: Layout, from: number, to: number): readonly KStmt[] {
  const { slots, words } = layout;
  if (slots.length <= packedInLine) {
    return Array.from({ length: words }, (_, w): KStmt => ({
      op: "store", addr: konst(to + w),
      value: slots.reduce<KExpr>((word, p, s) => (p.word === w && p.bits > 0 ? or(word, shl(load(konst(from + s)), konst(p.shift))) : word), zero),
    }));
  }
  const table = (key: string, values: readonly number[]): KExpr => ({ op: "table", ty: "i32", table: program.table(key, () => values), index: klocal("slot") });
  const word = add(table("wordOfSlot", slots.map((p) => p.word)), konst(to));
  return [
    { op: "clear", at: konst(to), slots: words },
    {
      op: "loop", label: "slots", name: "slot", ty: "i32", from: zero, to: konst(slots.length),
      body: [{ op: "store", addr: word, value: or(load(word), shl(load(add(klocal("slot"), konst(from))), table("shiftOfSlot", slots.map((p) => p.shift)))) }],
    },
  ];
}

/** The ways to give the slices to the values: equal ones count once. A product of binomial coefficients all along, so exact while it fits. */
function arrangements({ size, words }: Slices, keys: number): readonly string[] {
  const differ = Array.from({ length: words }, (_, w) => `m[${keys + w} + ${words} * i] !== m[${keys + w - words} + ${words} * i]`).join(" || ");
  return [`for (let i = 0, run = 0; i < ${size}; i++) {`, `  run = i === 0${differ === "" ? "" : ` || ${differ}`} ? 1 : run + 1;`, "  n = n * (i + 1) / run;", "}"];
}
