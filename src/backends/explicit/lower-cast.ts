/** Casts: the same value at another type, which fails where it does not fit. */
import { InternalError } from "../../base/assert-never.ts";
import type { Cast, Expr } from "../../ir/expr.ts";
import { type EnumType, type Field, type MapType, option, type OptionType, sameType, type SeqType, showType, type Type, type UnionType } from "../../ir/type.ts";
import { add, eq, isConst, type KExpr, konst, load, lt, mul, zero } from "./kernel.ts";
import type { Lowering } from "./lowering.ts";
import { type Operand, rangeOf } from "./operand.ts";
import { contents, isNone, some } from "./option.ts";
import { boundOf, entryType } from "./shapes.ts";

type Span = Expr["span"];

export function lowerCast(cx: Lowering, expr: Cast, dest?: KExpr): Operand {
  const { value, type } = expr;
  // The payload of an option may be built in its place, if it comes in its final form.
  const payload = dest && type.kind === "option" && sameType(value.type, type.of) && !cx.shapes.isScalar(value.type) ? add(dest, konst(1)) : undefined;
  return castOperand(cx, cx.expr(value, payload), type, expr.span, dest);
}

export function castOperand(cx: Lowering, v: Operand, to: Type, span: Span, dest?: KExpr): Operand {
  const from = v.type;
  if (sameType(from, to)) return v;
  if (to.kind === "option") return castToOption(cx, v, to, span, dest);
  if (from.kind === "option") {
    // Only where a field of a union is written, of which some variants know no undefined.
    const source = cx.hold("value", v);
    cx.failIf(isNone(source), "undefined", span);
    return castOperand(cx, contents(cx, source, span), to, span, dest);
  }
  switch (from.kind) {
    case "int": {
      if (v.rep !== "int" || to.kind !== "int") break;
      const { lo, hi } = rangeOf(to);
      return { ...cx.within(v, lo, hi, span), type: to };
    }
    case "enum": if (to.kind === "enum") return castEnum(cx, from, v, to, span); break;
    case "majority": if (to.kind === "set") return { rep: "raw", type: to, raw: cx.rawOf(v, span) }; break;
    case "seq": if (to.kind === "seq") return castSeq(cx, v, from, to, span, dest); break;
    case "bag": if (to.kind === "bag") return castBag(cx, v, boundOf(from.max), boundOf(to.max), to, span); break;
    case "map": if (to.kind === "map") return castMap(cx, v, from, to, span, dest); break;
    case "record":
      if (to.kind === "record") return rebuild(cx, v, to, dest, (source, addr) => castFields(cx, source, cx.shapes.fields(from.fields), addr, cx.shapes.fields(to.fields), span));
      break;
    case "union": if (to.kind === "union") return castUnion(cx, v, from, to, span, dest); break;
    default: break;
  }
  throw new InternalError(`no cast from ${showType(from)} to ${showType(to)}`);
}

/** Builds a value part by part in memory, also one of a single slot. */
function rebuild(cx: Lowering, v: Operand, to: Type, dest: KExpr | undefined, write: (source: Operand, addr: KExpr) => void): Operand {
  const scalar = cx.shapes.isScalar(to);
  const addr = scalar || !dest ? cx.temp(to) : dest;
  write(v.rep === "index" ? cx.memory(v) : v, addr);
  if (scalar) return cx.fromRaw(to, cx.let("cast", load(addr)));
  return { rep: "memory", type: to, addr, stable: addr !== dest };
}

function castToOption(cx: Lowering, v: Operand, to: OptionType, span: Span, dest?: KExpr): Operand {
  if (v.type.kind !== "option") return some(cx, to, castOperand(cx, v, to.of, span), span, dest);
  const source = cx.hold("value", v);
  if (cx.shapes.isScalar(to)) {
    const result = cx.let("cast", zero);
    cx.if(isNone(source), () => {}, () => cx.set(result, cx.rawOf(some(cx, to, castOperand(cx, contents(cx, source, span), to.of, span), span), span)));
    return { rep: "raw", type: to, raw: result };
  }
  const addr = dest ?? cx.temp(to);
  cx.if(isNone(source),
    () => cx.clear(addr, cx.shapes.of(to).slots),
    () => void some(cx, to, castOperand(cx, contents(cx, source, span), to.of, span), span, addr));
  return { rep: "memory", type: to, addr, stable: dest === undefined };
}

function castEnum(cx: Lowering, from: EnumType, v: Operand, to: EnumType, span: Span): Operand {
  const raw = cx.rawOf(v, span);
  const ordinals = from.values.map((name) => to.values.indexOf(name));
  if (isConst(raw)) {
    const ordinal = ordinals[raw.value] ?? -1;
    if (ordinal < 0) cx.fail("bound", span);
    return { rep: "raw", type: to, raw: konst(Math.max(0, ordinal), raw.note) };
  }
  if (ordinals.every((o, i) => o === i)) return { rep: "raw", type: to, raw };
  const result = cx.let("cast", translate(cx, from, to, ordinals, raw));
  if (ordinals.includes(-1)) cx.failIf(lt(result, zero), "bound", span);
  return { rep: "raw", type: to, raw: result };
}

/** `raw` through a table from the names of one type to those of another. */
function translate(cx: Lowering, from: Type, to: Type, ordinals: readonly number[], raw: KExpr): KExpr {
  return { op: "table", ty: "i32", table: cx.program.table(`to ${showType(from)} ${showType(to)}`, () => ordinals), index: raw };
}

function castSeq(cx: Lowering, v: Operand, from: SeqType, to: SeqType, span: Span, dest?: KExpr): Operand {
  const [fromMax, toMax] = [boundOf(from.max), boundOf(to.max)];
  const source = cx.shapes.isScalar(from) ? v : cx.memory(v);
  const length = cx.let("length", source.rep === "memory" ? load(source.addr) : zero);
  if (fromMax > toMax) cx.failIf(lt(konst(toMax), length), "capacity", span);
  // A shorter bound lays out the same elements at the same places.
  if (sameType(from.of, to.of) && toMax <= fromMax && source.rep === "memory") return cx.load(to, source.addr, source.stable);
  return rebuild(cx, source, to, dest, (s, addr) => {
    const [fromSlots, toSlots] = [cx.shapes.of(from.of).slots, cx.shapes.of(to.of).slots];
    cx.clear(addr, cx.shapes.of(to).slots);
    cx.store(addr, length);
    if (fromMax === 0) return;
    cx.loop("i", zero, length, (i) => {
      const item = cx.part(s, add(mul(i, konst(fromSlots)), konst(1)), from.of, span);
      cx.storeOperand(add(addr, add(mul(i, konst(toSlots)), konst(1))), castOperand(cx, item, to.of, span), span);
    });
  });
}

function castBag(cx: Lowering, v: Operand, fromMax: number, toMax: number, to: Extract<Type, { kind: "bag" }>, span: Span): Operand {
  if (v.rep === "raw") {
    const raw = cx.once("copies", v.raw);
    if (fromMax > toMax) cx.failIf(lt(konst(toMax), raw), "capacity", span);
    return { rep: "raw", type: to, raw };
  }
  const source = cx.memory(v);
  if (fromMax > toMax) {
    cx.loop("i", zero, konst(cx.shapes.of(to).slots), (i) => cx.failIf(lt(konst(toMax), load(add(source.addr, i))), "capacity", span));
  }
  return { ...source, type: to };
}

function castMap(cx: Lowering, v: Operand, from: MapType, to: MapType, span: Span, dest?: KExpr): Operand {
  const [fromOf, toOf] = [entryType(from), entryType(to)];
  return rebuild(cx, v, to, dest, (source, addr) => {
    cx.loop("k", zero, konst(cx.shapes.count(to.key)), (k) => {
      const item = cx.part(source, mul(k, konst(cx.shapes.of(fromOf).slots)), fromOf, span);
      cx.storeOperand(add(addr, mul(k, konst(cx.shapes.of(toOf).slots))), castOperand(cx, item, toOf, span), span);
    });
  });
}

/** The type of a look-up in a partial map. */
export const lookupType = (map: MapType): OptionType => option(map.value) as OptionType;

type Placed = Field & { readonly offset: number };

function castFields(cx: Lowering, source: Operand, from: readonly Placed[], addr: KExpr, to: readonly Placed[], span: Span): void {
  for (const [i, f] of from.entries()) {
    const part = castOperand(cx, cx.part(source, konst(f.offset), f.type, span), to[i].type, span);
    cx.storeOperand(add(addr, konst(to[i].offset)), part, span);
  }
}

function castUnion(cx: Lowering, v: Operand, from: UnionType, to: UnionType, span: Span, dest?: KExpr): Operand {
  return rebuild(cx, v, to, dest, (source, addr) => {
    const tag = cx.let("tag", source.rep === "memory" ? load(source.addr) : cx.rawOf(source, span));
    cx.clear(addr, cx.shapes.of(to).slots);
    for (const [i, variant] of from.variants.entries()) {
      const target = to.variants.findIndex((w) => w.tag === variant.tag);
      cx.if(eq(tag, konst(i)), () => {
        if (target < 0) {
          cx.fail("bound", span);
          return;
        }
        cx.store(addr, konst(target));
        castFields(cx, source, cx.shapes.variantFields(from, variant.tag), addr, cx.shapes.variantFields(to, variant.tag), span);
      });
    }
  });
}
