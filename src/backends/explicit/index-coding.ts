/**
 * From values to their places in the enumeration of their type and back, by mixed radix: see `interp/domain.ts` for the order.
 * An index is an i32; types with more values than that never get here (`checkIndexable`).
 */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import { DiagnosticsError } from "../../base/diagnostic.ts";
import type { Span } from "../../base/span.ts";
import { type Field, showType, type Type, type UnionType } from "../../ir/type.ts";
import { add, eq, type KExpr, konst, load, lt, mod, mul, narrow, select, sub, udiv, zero } from "./kernel.ts";
import type { Lowering } from "./lowering.ts";
import type { Operand } from "./operand.ts";
import { entryType, majorityMasks, type PlacedField } from "./shapes.ts";

/** @throws DiagnosticsError where the values of a type are too many to be numbered */
export function checkIndexable(cx: Lowering, type: Type, span: Span): void {
  if (cx.shapes.isIndexable(type)) return;
  throw new DiagnosticsError([{
    code: "T6009", severity: "error", span, message: `${showType(type)} has too many values for the explicit engine`,
    help: "choose a smaller scope or a narrower type",
  }]);
}

/** The index of a value. `span` is where an integer out of range would be reported. */
export function indexOf(cx: Lowering, v: Operand, span: Span): KExpr {
  checkIndexable(cx, v.type, span);
  switch (v.rep) {
    case "index": return v.index;
    case "int": {
      const lo = v.type.lo ?? 0;
      return narrow(sub(v.value, konst(lo)));
    }
    case "raw": return indexOfRaw(cx, v.type, v.raw);
    case "memory": return encode(cx, v.type, v.addr, span);
  }
}

/** The value with an index. */
export function fromIndex(cx: Lowering, type: Type, index: KExpr): Operand {
  return cx.shapes.isScalar(type) ? cx.fromRaw(type, rawOfIndex(cx, type, index)) : { rep: "index", type, index };
}

/** Whether index and slot contents of a type of one slot are the same: unless a majority is in it. */
function isDirect(type: Type): boolean {
  switch (type.kind) {
    case "bool": case "int": case "enum": case "sort": case "set": case "union": case "bag": case "seq": return true;
    case "majority": return false;
    case "option": return isDirect(type.of);
    case "record": return type.fields.every((f) => isDirect(f.type));
    case "map": return isDirect(type.value);
    default: return assertNever(type);
  }
}

/** The one type that a non-direct value of one slot wraps, and whether 0 stands before its values. */
function wrapped(type: Type): { of: Type; orNone: boolean } {
  switch (type.kind) {
    case "option": return { of: type.of, orNone: true };
    case "record": return { of: type.fields[0].type, orNone: false };
    case "map": return { of: entryType(type), orNone: false };
    default: throw new InternalError(`no wrapper: ${showType(type)}`);
  }
}

function indexOfRaw(cx: Lowering, type: Type, raw: KExpr): KExpr {
  if (isDirect(type)) return raw;
  if (type.kind === "majority") {
    const size = cx.shapes.sortSize(type.of.name);
    const table = cx.program.table(`indexOfMajority${type.of.name}`, () => {
      const masks = majorityMasks(size);
      const indices = Array.from({ length: 2 ** size }, () => 0);
      masks.forEach((mask, i) => (indices[mask] = i));
      return indices;
    });
    return { op: "table", ty: "i32", table, index: raw };
  }
  const { of, orNone } = wrapped(type);
  if (!orNone) return indexOfRaw(cx, of, raw);
  const held = cx.once("raw", raw);
  // Where there is none, the inner index is that of slot 0 instead: a table must not be read before its start.
  return select(eq(held, zero), zero, add(indexOfRaw(cx, of, select(eq(held, zero), zero, sub(held, konst(1)))), konst(1)));
}

function rawOfIndex(cx: Lowering, type: Type, index: KExpr): KExpr {
  if (isDirect(type)) return index;
  if (type.kind === "majority") {
    const size = cx.shapes.sortSize(type.of.name);
    return { op: "table", ty: "i32", table: cx.program.table(`majorities${type.of.name}`, () => majorityMasks(size)), index };
  }
  const { of, orNone } = wrapped(type);
  if (!orNone) return rawOfIndex(cx, of, index);
  const held = cx.once("index", index);
  return select(eq(held, zero), zero, add(rawOfIndex(cx, of, select(eq(held, zero), zero, sub(held, konst(1)))), konst(1)));
}

/** The index of the value at an address. */
function encode(cx: Lowering, type: Type, addr: KExpr, span: Span): KExpr {
  const at = (of: Type, offset: KExpr): KExpr => indexOf(cx, cx.load(of, add(addr, offset), true), span);
  switch (type.kind) {
    case "record": return encodeFields(cx, cx.shapes.fields(type.fields), at);
    case "option": {
      const result = cx.let("index", zero);
      cx.if(load(addr), () => cx.set(result, add(at(type.of, konst(1)), konst(1))));
      return result;
    }
    case "union": {
      const result = cx.let("index", zero);
      const tag = cx.let("tag", load(addr));
      eachVariant(cx, type, tag, (i) => {
        const fields = cx.shapes.variantFields(type, type.variants[i].tag);
        cx.set(result, add(encodeFields(cx, fields, at), konst(variantStart(cx, type, i))));
      });
      return result;
    }
    case "map": case "bag": {
      const { of, slots, keys } = entriesOf(cx, type);
      const result = cx.let("index", zero);
      cx.loop("key", zero, konst(keys), (k) => {
        const digit = of === null ? load(add(addr, k)) : at(of, mul(k, konst(slots)));
        cx.set(result, add(mul(result, konst(radixOf(cx, type))), digit));
      });
      return result;
    }
    case "seq": {
      const radix = cx.shapes.count(type.of);
      const { slots } = cx.shapes.of(type.of);
      const result = cx.let("index", zero);
      const length = cx.let("length", load(addr));
      cx.loop("i", zero, length, (i) => cx.set(result, add(mul(result, konst(radix)), at(type.of, add(mul(i, konst(slots)), konst(1))))));
      cx.set(result, add(result, { op: "table", ty: "i32", table: seqStarts(cx, type), index: length }));
      return result;
    }
    default: throw new InternalError(`${showType(type)} is not a type of several slots with indices`);
  }
}

type Entries = Extract<Type, { kind: "map" | "bag" }>;

/** The type of the value at one key (`null`: a number of copies), the slots it takes, and the number of keys. */
function entriesOf(cx: Lowering, type: Entries): { of: Type | null; slots: number; keys: number } {
  if (type.kind === "bag") return { of: null, slots: 1, keys: cx.shapes.count(type.of) };
  const of = entryType(type);
  return { of, slots: cx.shapes.of(of).slots, keys: cx.shapes.count(type.key) };
}

const radixOf = (cx: Lowering, type: Entries): number => {
  const { of } = entriesOf(cx, type);
  return of === null ? (type.kind === "bag" ? Number(type.max) + 1 : 0) : cx.shapes.count(of);
};

/** By length: the index of the first sequence of that length. */
function seqStarts(cx: Lowering, type: Extract<Type, { kind: "seq" }>): string {
  return cx.program.table(`sequenceStart ${showType(type)}`, () => {
    const starts: number[] = [];
    let start = 0;
    for (let n = 0; n <= Number(type.max); n++) {
      starts.push(start);
      start += cx.shapes.count(type.of) ** n;
    }
    return starts;
  });
}

function encodeFields(cx: Lowering, fields: readonly PlacedField[], at: (of: Type, offset: KExpr) => KExpr): KExpr {
  return fields.reduce<KExpr>((index, f) => add(mul(index, konst(cx.shapes.count(f.type))), at(f.type, konst(f.offset))), zero);
}

/** The index of the first value of a variant. */
export function variantStart(cx: Lowering, type: UnionType, variant: number): number {
  return type.variants.slice(0, variant).reduce((n, v) => n + variantCount(cx, v.fields), 0);
}

const variantCount = (cx: Lowering, fields: readonly { readonly type: Type }[]): number => fields.reduce((n, f) => n * cx.shapes.count(f.type), 1);

/** Code for each variant, by the tag. */
function eachVariant(cx: Lowering, type: UnionType, tag: KExpr, code: (variant: number) => void, from = 0): void {
  if (from === type.variants.length - 1) code(from);
  else if (from < type.variants.length) cx.if(eq(tag, konst(from)), () => code(from), () => eachVariant(cx, type, tag, code, from + 1));
}

/** The tag of the value of a union with an index. */
export function tagOfIndex(cx: Lowering, type: UnionType, index: KExpr): KExpr {
  const held = cx.once("index", index);
  let tag: KExpr = konst(Math.max(0, type.variants.length - 1));
  for (let i = type.variants.length - 2; i >= 0; i--) tag = select(lt(held, konst(variantStart(cx, type, i + 1))), konst(i), tag);
  return tag;
}

/** A field of the record or variant whose fields these are, from the index among its own values. */
export function fieldOfIndex(cx: Lowering, fields: readonly Field[], name: string, index: KExpr): Operand {
  const { type } = fields.find((f) => f.name === name)!;
  return fromIndex(cx, type, digitOf(cx, fields, name, index));
}

/** The index of a field's value. */
function digitOf(cx: Lowering, fields: readonly Field[], name: string, index: KExpr): KExpr {
  const position = fields.findIndex((f) => f.name === name);
  const below = variantCount(cx, fields.slice(position + 1));
  const rest = udiv(index, below);
  return position === 0 ? rest : mod(rest, konst(cx.shapes.count(fields[position].type)));
}

/** Writes the value with an index to memory. */
export function decode(cx: Lowering, type: Type, index: KExpr, dest: KExpr): void {
  if (cx.shapes.isScalar(type)) {
    cx.store(dest, rawOfIndex(cx, type, index));
    return;
  }
  const held = cx.once("index", index);
  switch (type.kind) {
    case "record": {
      for (const f of cx.shapes.fields(type.fields)) decodeField(cx, type.fields, f, held, dest);
      return;
    }
    case "option":
      cx.clear(dest, cx.shapes.of(type).slots);
      cx.if(held, () => {
        cx.store(dest, konst(1));
        decode(cx, type.of, sub(held, konst(1)), add(dest, konst(1)));
      });
      return;
    case "union": {
      cx.clear(dest, cx.shapes.of(type).slots);
      const tag = cx.let("tag", tagOfIndex(cx, type, held));
      cx.store(dest, tag);
      eachVariant(cx, type, tag, (i) => {
        const { fields, tag: name } = type.variants[i];
        const own = sub(held, konst(variantStart(cx, type, i)));
        for (const f of cx.shapes.variantFields(type, name)) decodeField(cx, fields, f, own, dest);
      });
      return;
    }
    case "map": case "bag": {
      const { of, slots, keys } = entriesOf(cx, type);
      const rest = cx.let("rest", held);
      const radix = radixOf(cx, type);
      cx.loop("k", zero, konst(keys), (k) => {
        const digit = cx.let("digit", mod(rest, konst(radix)));
        const at = add(dest, mul(sub(konst(keys - 1), k), konst(slots)));
        if (of === null) cx.store(at, digit);
        else decode(cx, of, digit, at);
        cx.set(rest, udiv(rest, radix));
      });
      return;
    }
    case "seq": decodeSeq(cx, type, held, dest); return;
    default: throw new InternalError(`${showType(type)} is not a type of several slots with indices`);
  }
}

function decodeField(cx: Lowering, fields: readonly Field[], f: PlacedField, index: KExpr, dest: KExpr): void {
  decode(cx, f.type, digitOf(cx, fields, f.name, index), add(dest, konst(f.offset)));
}

function decodeSeq(cx: Lowering, type: Extract<Type, { kind: "seq" }>, index: KExpr, dest: KExpr): void {
  const { slots } = cx.shapes.of(type.of);
  const radix = cx.shapes.count(type.of);
  const starts = seqStarts(cx, type);
  cx.clear(dest, cx.shapes.of(type).slots);
  const length = cx.let("length", zero);
  cx.loop("n", konst(1), konst(Number(type.max) + 1), (n) => {
    cx.if(lt(index, { op: "table", ty: "i32", table: starts, index: n }), () => {}, () => cx.set(length, n));
  });
  cx.store(dest, length);
  const rest = cx.let("rest", sub(index, { op: "table", ty: "i32", table: starts, index: length }));
  cx.loop("i", zero, length, (i) => {
    const at = add(add(dest, konst(1)), mul(sub(sub(length, konst(1)), i), konst(slots)));
    decode(cx, type.of, mod(rest, konst(radix)), at);
    cx.set(rest, udiv(rest, radix));
  });
}
