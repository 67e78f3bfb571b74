/**
 * A sort of which every part of the state mentions at most one value: then the state is what each value has, its *slice*, and the
 * canonical form is that with the slices in ascending order. Exact, for any number of values.
 */
import type { StateField } from "../../../ir/protocol.ts";
import type { Type } from "../../../ir/type.ts";
import { add, and, eq, type KExpr, kif, klocal, konst, type KStmt, load, lor, land, lt, mul, or, shl, shr, sub, zero } from "../kernel.ts";
import { bitOf, wordOf } from "../domain.ts";
import { type Layout, maskOf } from "../layout.ts";
import type { Program } from "../program.ts";
import { entryType } from "../shapes.ts";
import type { Piece, Placed, Slices } from "./form.ts";
import { mentions, type Sum, sumsOf } from "./occurrences.ts";

/** Slices of more words than this are not sorted. */
const mostWords = 8;

/** The slices of a sort, where they say all; otherwise the field of which they do not. */
export function slicesOf(layout: Layout, sort: string): Slices | { readonly field: StateField } {
  const pieces: Piece[] = [];
  let words = 0, placed: readonly Placed[] = [];
  for (const { field, offset } of layout.fields) {
    const own = piecesOf(layout, field.type, offset, new Set([sort]));
    if (own) pieces.push(...own);
    placed = pack(pieces);
    words = Math.max(0, ...placed.map((p) => p.word + 1));
    if (!own || words > mostWords) return { field };
  }
  return { sort, size: layout.shapes.sortSize(sort), words, pieces: placed };
}

function piecesOf(layout: Layout, type: Type, slot: number, sorts: ReadonlySet<string>): readonly Piece[] | undefined {
  const { shapes } = layout;
  if (!mentions(type, sorts)) return [];
  switch (type.kind) {
    case "sort": return [{ kind: "is", slot, bias: 0, bits: 1 }];
    case "option": return type.of.kind === "sort" ? [{ kind: "is", slot, bias: 1, bits: 1 }] : undefined;
    case "record": return all(shapes.fields(type.fields).map((f) => piecesOf(layout, f.type, slot + f.offset, sorts)));
    case "set": return classesOf(sumsOf(shapes, type.of, sorts))?.map(({ base, stride }) => ({ kind: "bit", slot, at: base, stride, bits: 1 }));
    case "bag": return classesOf(sumsOf(shapes, type.of, sorts))?.map(({ base, stride }) => ({ kind: "slot", at: slot + base, stride, bits: layout.slots[slot].bits }));
    case "map": {
      const entry = entryType(type);
      const { slots } = shapes.of(entry);
      if (!mentions(type.key, sorts)) {
        return all(Array.from({ length: shapes.count(type.key) }, (_, k) => piecesOf(layout, entry, slot + k * slots, sorts)));
      }
      if (mentions(entry, sorts)) return undefined;
      return classesOf(sumsOf(shapes, type.key, sorts))?.flatMap(({ base, stride }) => Array.from({ length: slots }, (_, j): Piece => {
        const at = slot + base * slots + j;
        return { kind: "slot", at, stride: stride * slots, bits: layout.slots[at].bits };
      }));
    }
    default: return undefined;
  }
}

function all(parts: readonly (readonly Piece[] | undefined)[]): readonly Piece[] | undefined {
  return parts.every((p) => p !== undefined) ? parts.flat() : undefined;
}

/** The ways in which values of a type hold one of the sort; undefined where some hold more. */
function classesOf(sums: readonly Sum[] | undefined): readonly { readonly base: number; readonly stride: number }[] | undefined {
  if (!sums || sums.some((s) => s.terms.length > 1)) return undefined;
  const held = sums.flatMap(({ base, terms }) => (terms.length === 1 && terms[0].value === 0 ? [{ base, stride: terms[0].stride }] : []));
  return held;
}

function pack(pieces: readonly Piece[]): readonly Placed[] {
  let word = 0, shift = 0;
  return pieces.filter((p) => p.bits > 0).map((piece) => {
    if (shift + piece.bits > 32) [word, shift] = [word + 1, 0];
    const placed = { piece, word, shift };
    shift += piece.bits;
    return placed;
  });
}

// Code

/** @param at the address of the state; @param keys that of the slices */
export function lowerSlices(program: Program, { sort, size, words, pieces }: Slices, at: number, keys: number, to: number): { readonly sorted: string; readonly apply: string } {
  const sorted = program.globalName(`sort_${sort}`);
  const apply = program.globalName(`place_${sort}`);
  const key = (i: KExpr, w: number): KExpr => add(mul(i, konst(words)), konst(keys + w));
  const index = (of: string): KExpr => ({ op: "local", ty: "i32", name: of, steady: true, max: size - 1 });
  const each = (name: string, body: readonly KStmt[], from = 0): KStmt => ({ op: "loop", label: `each_${name}`, name, ty: "i32", from: konst(from), to: konst(size), body });
  const i = index("i"), k = index("k");

  const gather = Array.from({ length: words }, (_, w): KStmt => ({
    op: "store", addr: key(k, w),
    value: pieces.filter((p) => p.word === w).reduce<KExpr>((value, { piece, shift }) => or(value, shl(read(piece, at, k), konst(shift))), zero),
  }));
  const held = Array.from({ length: words }, (_, w) => klocal(`held${w}`));
  const before = sub(klocal("j"), konst(1));
  // Lexicographic, each word with its sign: any order will do.
  const less = held.reduceRight<KExpr>((rest, word, w) => lor(lt(word, load(key(before, w))), land(eq(word, load(key(before, w))), rest)), zero);
  program.functions.push({
    name: sorted, doc: [`Sorts the slices of ${sort}. Whether they were not in order.`], params: [],
    body: [
      { op: "let", ty: "i32", name: "moved", value: zero },
      each("k", gather),
      each("i", [
        ...held.map((_, w): KStmt => ({ op: "let", ty: "i32", name: `held${w}`, value: load(key(i, w)) })),
        { op: "let", ty: "i32", name: "j", value: i },
        {
          op: "loop", label: "down", name: "step", ty: "i32", from: zero, to: i, body: [
            kif(less, [], [{ op: "break", label: "down" }]),
            ...held.map((_, w): KStmt => ({ op: "store", addr: key(klocal("j"), w), value: load(key(before, w)) })),
            { op: "set", ty: "i32", name: "j", value: before },
          ],
        },
        kif({ op: "binary", ty: "i32", fn: "ne", of: "i32", left: klocal("j"), right: i }, [
          ...held.map((h, w): KStmt => ({ op: "store", addr: key(klocal("j"), w), value: h })),
          { op: "set", ty: "i32", name: "moved", value: konst(1) },
        ]),
      ], 1),
      { op: "return", value: klocal("moved") },
    ],
  });
  program.functions.push({
    name: apply, doc: [`Writes the slices of ${sort}, as sorted.`], params: [],
    body: [
      ...clearBits(pieces, size, to),
      each("i", pieces.flatMap(({ piece, word, shift }) => write(piece, to, i, and(shr(load(key(i, word)), konst(shift)), konst(maskOf(piece.bits)))))),
    ],
  });
  return { sorted, apply };
}

const placeOf = (at: number, stride: number, i: KExpr): KExpr => add(mul(i, konst(stride)), konst(at));

function read(piece: Piece, base: number, i: KExpr): KExpr {
  switch (piece.kind) {
    case "slot": return load(placeOf(base + piece.at, piece.stride, i));
    case "bit": {
      const bit = placeOf(piece.at, piece.stride, i);
      return and(shr(load(wordOf(konst(base + piece.slot), bit)), bit), konst(1));
    }
    case "is": return eq(load(konst(base + piece.slot)), add(i, konst(piece.bias)));
  }
}

function write(piece: Piece, base: number, i: KExpr, value: KExpr): readonly KStmt[] {
  switch (piece.kind) {
    case "slot": return [{ op: "store", addr: placeOf(base + piece.at, piece.stride, i), value }];
    case "bit": {
      const bit = placeOf(piece.at, piece.stride, i);
      const word = wordOf(konst(base + piece.slot), bit);
      return [kif(value, [{ op: "store", addr: word, value: or(load(word), bitOf(bit)) }])];
    }
    case "is": return [kif(value, [{ op: "store", addr: konst(base + piece.slot), value: add(i, konst(piece.bias)) }])];
  }
}

/** Empties the words that bits are then set in. */
function clearBits(pieces: readonly Placed[], size: number, to: number): readonly KStmt[] {
  const kept = new Map<number, number>();
  for (const { piece } of pieces) {
    if (piece.kind !== "bit") continue;
    for (let v = 0; v < size; v++) {
      const bit = piece.at + piece.stride * v;
      const word = piece.slot + (bit >>> 5);
      kept.set(word, (kept.get(word) ?? -1) & ~(1 << (bit & 31)));
    }
  }
  return [...kept].map(([word, mask]): KStmt => ({ op: "store", addr: konst(to + word), value: and(load(konst(to + word)), konst(mask)) }));
}
