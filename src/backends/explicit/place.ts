/** Assignments. The place comes first, then the value, then the write; see `interp/place.ts`. */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import { read } from "../../ir/build.ts";
import type { Expr, Place, Stmt, With } from "../../ir/expr.ts";
import { sameType, type Type, type UnionType } from "../../ir/type.ts";
import { walkExpr } from "../../ir/visit.ts";
import { add, eq, type KExpr, konst, le, load, not, one, sub, zero } from "./kernel.ts";
import { castOperand } from "./lower-cast.ts";
import { withItem } from "./lower-collection.ts";
import { elementOffset, entries, putItem } from "./lower-map.ts";
import { indexOfExpr, oneOf, tagOf, variantsWith } from "./lower-record.ts";
import { elementAddress } from "./lower-seq.ts";
import type { Lowering } from "./lowering.ts";
import type { Operand } from "./operand.ts";
import { boundOf } from "./shapes.ts";

type Assign = Extract<Stmt, { kind: "assign" }>;

/** Where a value can be written. A slot holds the contents of the value plus `bias`: 1 for each option that it is packed into. */
type Location =
  | { readonly at: "memory"; readonly addr: KExpr; readonly bias: number; readonly type: Type }
  | { readonly at: "variable"; readonly variable: Operand; readonly bias: number; readonly type: Type };

export function lowerAssign(cx: Lowering, stmt: Assign): void {
  const { place, value } = stmt;
  locate(cx, place, 0, rootOf(cx, place), (found) => {
    const location = found.at === "memory" ? { ...found, addr: cx.pin(found.addr) } : found;
    if (place.root.kind === "state" && location.at === "memory") {
      cx.surroundings.wrote?.(place.root.name, location.addr, cx.shapes.of(location.type).slots);
    }
    if (location.at === "memory" && sameType(location.type, place.type) && updateInPlace(cx, place, value, location)) return;
    const wide = location.at === "memory" && !cx.shapes.isScalar(location.type);
    const dest = wide && sameType(location.type, value.type) && !mentions(value, place) ? location.addr : undefined;
    write(cx, location, castOperand(cx, cx.expr(value, dest), location.type, value.span), value.span);
  });
}

function rootOf(cx: Lowering, place: Place): Location {
  const { root } = place;
  if (root.kind === "state") return { at: "memory", addr: cx.program.fieldAddress(root.name, cx.surroundings.now), bias: 0, type: root.type };
  const variable = cx.locals.get(root.name);
  if (!variable) throw new InternalError(`local ${root.name} has no value`);
  return variable.rep === "memory"
    ? { at: "memory", addr: variable.addr, bias: 0, type: root.type }
    : { at: "variable", variable, bias: 0, type: root.type };
}

/** What is at a location now. */
function contentsOf(cx: Lowering, location: Location): Operand {
  const { type, bias } = location;
  if (location.at === "memory") {
    return cx.shapes.isScalar(type) ? cx.fromRaw(type, sub(load(location.addr), konst(bias))) : { rep: "memory", type, addr: location.addr, stable: false };
  }
  const { variable } = location;
  if (variable.rep === "raw") return cx.fromRaw(type, sub(variable.raw, konst(bias)));
  return variable;
}

/** Goes down from step `depth` of the path; `then` may be called for several cases, each in a branch of its own. */
function locate(cx: Lowering, place: Place, depth: number, location: Location, then: (location: Location) => void): void {
  const step = place.path[depth];
  if (!step) {
    then(location);
    return;
  }
  const { type } = location;
  const down = (offset: KExpr, part: Type, bias = location.bias): void =>
    locate(cx, place, depth + 1, location.at === "memory" ? { ...location, addr: add(location.addr, offset), type: part, bias } : { ...location, type: part, bias }, then);
  switch (step.kind) {
    case "get": {
      if (type.kind === "union") {
        variantField(cx, contentsOf(cx, location), type, step, (offset, part) => down(offset, part));
        return;
      }
      if (type.kind !== "record") throw new InternalError(`a field of a ${type.kind}`);
      const field = cx.shapes.fields(type.fields).find((f) => f.name === step.field)!;
      down(konst(field.offset), field.type);
      return;
    }
    case "at":
      if (type.kind === "map") {
        const key = indexOfExpr(cx, step.key);
        const { slots } = entries(cx, type, step.span);
        down(cx.shapes.isScalar(type) ? zero : elementSlot(key, slots), type.value);
        return;
      }
      if (type.kind !== "seq") throw new InternalError(`an element of a ${type.kind}`);
      down(elementOffset(cx, contentsOf(cx, location), cx.int(step.key), step.span), type.of);
      return;
    case "unwrap": {
      if (type.kind !== "option") {
        // A field of a union, in a variant that knows no undefined.
        down(zero, type);
        return;
      }
      const packed = cx.shapes.isScalar(type);
      const now = contentsOf(cx, location);
      cx.failIf(eq(now.rep === "memory" ? load(now.addr) : cx.rawOf(now, step.span), zero), "undefined", step.span);
      if (packed) down(zero, type.of, location.bias + 1);
      else down(one, type.of);
      return;
    }
    default: assertNever(step);
  }
}

const elementSlot = (key: KExpr, slots: number): KExpr => (slots === 1 ? key : { op: "binary", ty: "i32", fn: "mul", of: "i32", left: key, right: konst(slots) });

/** A field of a union, in each variant that has it. */
function variantField(cx: Lowering, object: Operand, type: UnionType, step: { field: string; span: Expr["span"] }, then: (offset: KExpr, part: Type) => void): void {
  const having = variantsWith(cx, type, step.field);
  const tag = cx.once("tag", tagOf(cx, object));
  if (having.length < type.variants.length) cx.failIf(not(oneOf(tag, having.map((h) => h.variant))), "variant", step.span);
  // A narrower union, within a variant of another: none of its variants has the field.
  if (having.length === 0) return;
  const [{ field: first }] = having;
  if (having.every((h) => h.field.offset === first.offset && sameType(h.field.type, first.type))) {
    then(konst(first.offset), first.type);
    return;
  }
  const each = (from: number): void => {
    const { variant, field } = having[from];
    const here = (): void => then(konst(field.offset), field.type);
    if (from === having.length - 1) here();
    else cx.if(eq(tag, konst(variant)), here, () => each(from + 1));
  };
  each(0);
}

function write(cx: Lowering, location: Location, value: Operand, span: Expr["span"]): void {
  const { bias, type } = location;
  if (location.at === "memory") {
    if (cx.shapes.isScalar(type)) cx.store(location.addr, add(cx.rawOf(value, span), konst(bias)));
    else cx.storeOperand(location.addr, value, span);
    return;
  }
  const { variable } = location;
  if (variable.rep === "raw") cx.set(variable.raw, add(cx.rawOf(value, span), konst(bias)));
  else cx.assignVariable(variable, value, span);
}

/** Whether an expression reads the field or local that a place is in. */
function mentions(expr: Expr, { root }: Place): boolean {
  let found = false;
  walkExpr(expr, {
    expr: (e) => {
      found ||= root.kind === "state" ? e.kind === "state" && e.field === root.name : e.kind === "local" && e.name === root.name;
    },
  });
  return found;
}

/** `place = place with a change`: changes only that. Says whether it was of that form. */
function updateInPlace(cx: Lowering, place: Place, value: Expr, location: Extract<Location, { at: "memory" }>): boolean {
  if (cx.shapes.isScalar(location.type)) return false;
  const change = value.kind === "cast" ? value.value : value;
  const now = contentsOf(cx, location);
  if (change.kind === "with" && isReadOf(change.collection, place)) {
    if (value.kind !== "cast") withItem(cx, change, now, location.addr);
    else if (location.type.kind === "seq") pushInPlace(cx, change, location, value.span);
    else if (location.type.kind === "bag") addCopyInPlace(cx, change, now, location, value.span);
    else return false;
    return true;
  }
  if (change.kind === "put" && value.kind !== "cast" && isReadOf(change.collection, place)) {
    putItem(cx, change, now, location.addr);
    return true;
  }
  return false;
}

function pushInPlace(cx: Lowering, change: With, location: Extract<Location, { at: "memory" }>, span: Expr["span"]): void {
  const { type, addr } = location;
  if (type.kind !== "seq") throw new InternalError("push on something that is not a sequence");
  const item = cx.expr(change.value);
  const length = cx.once("length", load(addr));
  cx.failIf(le(konst(boundOf(type.max)), length), "capacity", span);
  const to = elementAddress(cx, addr, type, length);
  const fitting = castOperand(cx, item, type.of, span);
  cx.storeOperand(to, fitting, change.value.span);
  cx.store(addr, add(length, one));
}

function addCopyInPlace(cx: Lowering, change: With, now: Operand, location: Extract<Location, { at: "memory" }>, span: Expr["span"]): void {
  const { type, addr } = location;
  if (type.kind !== "bag") throw new InternalError("a copy more in something that is not a bag");
  if (change.op === "delete") {
    withItem(cx, change, now, addr);
    return;
  }
  const at = add(addr, cx.once("element", indexOfExpr(cx, change.value)));
  cx.failIf(le(konst(boundOf(type.max)), load(at)), "capacity", span);
  cx.store(at, add(load(at), one));
}

/** Whether an expression is the value now at a place, written the same way. */
function isReadOf(expr: Expr, place: Place): boolean {
  return shape(expr) === shape(read(place, expr.span));
}
const shape = (e: Expr): string => JSON.stringify(e, (key, value: unknown) => (key === "span" ? undefined : value));
