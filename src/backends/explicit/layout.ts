/**
 * Where the fields of a state lie: unpacked, as slots (see `shapes.ts`), and packed, as bits of 32-bit words.
 * Packing is greedy in the order of the slots: a slot goes into the current word if it fits, else it begins the next.
 * A slot never straddles two words; a slot that is always 0 takes no bits.
 */
import { DiagnosticsError } from "../../base/diagnostic.ts";
import type { Protocol, StateField } from "../../ir/protocol.ts";
import { showType, type Type } from "../../ir/type.ts";
import { majorityLimit, setLimit, Shapes, slotLimit } from "./shapes.ts";

export interface FieldLayout {
  readonly field: StateField;
  /** First slot of the field in an unpacked state. */
  readonly offset: number;
  readonly slots: number;
}

/** Where a slot lies in the packed state. */
export interface SlotPlace {
  readonly word: number;
  /** From the least significant bit. */
  readonly shift: number;
  readonly bits: number;
}

export interface Layout {
  readonly shapes: Shapes;
  readonly fields: readonly FieldLayout[];
  /** By slot of the unpacked state. */
  readonly slots: readonly SlotPlace[];
  /** 32-bit words of a packed state, at least 1. */
  readonly words: number;
}

/** @throws DiagnosticsError where a type is too wide for the explicit engine */
export function layoutOf(protocol: Protocol): Layout {
  const shapes = new Shapes(protocol.sorts);
  const fields: FieldLayout[] = [];
  let offset = 0;
  for (const field of protocol.state) {
    checkWidth(shapes, field.type, field);
    const { slots } = shapes.of(field.type);
    fields.push({ field, offset, slots });
    offset += slots;
    if (offset > slotLimit) throw tooWide(field, `a state would take more than ${slotLimit} slots`);
  }
  const slots = pack(fields.flatMap((f) => shapes.of(f.field.type).maxima.map(bitsOf)));
  return { shapes, fields, slots, words: Math.max(1, ...slots.map((s) => s.word + 1)) };
}

/** Bits that the values 0..max take. */
const bitsOf = (max: number): number => (max === 0 ? 0 : 32 - Math.clz32(max));

/** The bits of a slot in the low end of a word, as a signed 32-bit number. */
export const maskOf = (bits: number): number => (bits === 32 ? -1 : 2 ** bits - 1);

function pack(widths: readonly number[]): SlotPlace[] {
  let word = 0;
  let shift = 0;
  return widths.map((bits) => {
    if (shift + bits > 32) {
      word++;
      shift = 0;
    }
    const place = { word, shift: bits === 0 ? 0 : shift, bits };
    shift += bits;
    return place;
  });
}

/** What generated code could not index or hold. */
function checkWidth(shapes: Shapes, type: Type, field: StateField): void {
  const indexed = (of: Type, limit: number, what: string): void => {
    if (shapes.count(of) > limit) throw tooWide(field, `${showType(of)} has too many values for ${what} (${limit} at most)`);
    checkWidth(shapes, of, field);
  };
  switch (type.kind) {
    case "int":
      if (type.lo !== null && type.hi !== null && type.hi - type.lo >= 2 ** 32) throw tooWide(field, `${showType(type)} does not fit 32 bits`);
      return;
    case "majority":
      if (shapes.sortSize(type.of.name) > majorityLimit) throw tooWide(field, `${showType(type)} has too many values`);
      return;
    case "option": case "seq": checkWidth(shapes, type.of, field); break;
    case "set": indexed(type.of, setLimit, "the elements of a set"); break;
    case "bag": indexed(type.of, setLimit, "the elements of a bag"); break;
    case "map":
      indexed(type.key, setLimit, "the keys of a map");
      checkWidth(shapes, type.value, field);
      break;
    case "record": for (const f of type.fields) checkWidth(shapes, f.type, field); break;
    case "union": for (const v of type.variants) for (const f of v.fields) checkWidth(shapes, f.type, field); break;
    default: return;
  }
  if (shapes.of(type).slots > slotLimit) throw tooWide(field, `${showType(type)} takes more than ${slotLimit} slots`);
}

function tooWide(field: StateField, message: string): DiagnosticsError {
  return new DiagnosticsError([{
    code: "T6010", severity: "error", message: `${field.name} is too wide for the explicit engine: ${message}`, span: field.span,
    help: "choose a smaller scope or a narrower type",
  }]);
}

/** Where the bits of a field lie in a packed state, word by word; empty for one that always has the same value. */
export function packedBits({ slots: places }: Layout, { offset, slots }: FieldLayout): { readonly word: number; readonly mask: number }[] {
  const masks = new Map<number, number>();
  for (const { word, shift, bits } of places.slice(offset, offset + slots)) {
    if (bits > 0) masks.set(word, (masks.get(word) ?? 0) | (maskOf(bits) << shift));
  }
  return [...masks].map(([word, mask]) => ({ word, mask }));
}
