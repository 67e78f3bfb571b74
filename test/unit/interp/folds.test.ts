import { describe, expect, it } from "vitest";
import { bagValue, mapValue, seqValue, setValue, type Value } from "../../../src/interp/value.ts";
import * as b from "../../../src/ir/build.ts";
import type { Domain, Expr, FoldOp } from "../../../src/ir/expr.ts";
import { bagOf, int, mapOf, seqOf, setOf } from "../../../src/ir/type.ts";
import { elements, evaluated, failed, num, over, range, s, Small, Term, x } from "./helpers.ts";

const wide = int(0, 99);
const e = x("e", wide);
const set = x("v", setOf(Small));
const seq = x("v", seqOf(Small, 5));
const fold = (op: FoldOp, domain: Domain, body: Expr): Expr => b.fold(op, "e", domain, body, s);
const below = (n: number): Expr => b.compare("lt", e, num(n), s);
const on = (v: Value, expr: Expr): Value => evaluated(expr, { locals: { v } });

describe("quantifiers", () => {
  it("range over a type", () => {
    expect([3, 4].map((n) => evaluated(fold("forall", over(Small), below(n))))).toEqual([false, true]);
    expect([0, 1].map((n) => evaluated(fold("exists", over(Small), below(n))))).toEqual([false, true]);
  });
  it("say what one expects of nothing", () => {
    expect(on(setValue([]), fold("forall", elements(set), below(0)))).toBe(true);
    expect(on(setValue([]), fold("exists", elements(set), below(9)))).toBe(false);
    expect(evaluated(fold("forall", range(2, 2), below(0)))).toBe(true);
    expect(evaluated(fold("forall", range(3, 1), below(0)))).toBe(true);
  });
  it("stop at the first value that decides", () => {
    // 1 / (e - 2) fails at 2.
    const fragile = (op: "lt" | "le"): Expr => b.compare(op, b.arith("div", num(1), b.arith("sub", e, num(2), s), s), num(-1), s);
    expect(evaluated(fold("forall", over(Small), fragile("lt")))).toBe(false);
    expect(evaluated(fold("exists", over(Small), fragile("le")))).toBe(true);
    expect(failed(fold("forall", over(Small), fragile("le")))).toMatch(/^divide-by-zero/);
  });
});

describe("counts and sums", () => {
  it("visit each value of a type", () => expect(evaluated(b.fold("count", "t", over(Term), b.compare("lt", x("t", Term), b.extreme("last", Term, s), s), s))).toBe(3));
  it("visit each element of a bag once", () => {
    const bag = x("v", bagOf(Small, 3));
    const value = bagValue([{ value: 1, count: 2 }, { value: 3, count: 1 }]);
    expect(on(value, fold("count", elements(bag), below(9)))).toBe(2);
    expect(on(value, fold("sum", elements(bag), e))).toBe(4);
  });
  it("visit equal elements of a sequence each", () => expect(on(seqValue([3, 1, 3]), fold("sum", elements(seq), e))).toBe(7));
  it("visit the keys of a map", () => {
    const map = x("v", mapOf(Small, Term, false));
    expect(on(mapValue([{ key: 3, value: 0 }, { key: 1, value: 0 }]), fold("sum", elements(map), e))).toBe(4);
  });
  it("visit a range", () => expect(evaluated(fold("sum", range(1, 4), e))).toBe(6));
  it("fail on a sum that is not exact", () =>
    expect(failed(fold("sum", range(0, 2), num(Number.MAX_SAFE_INTEGER)))).toMatch(/^overflow: sum\(range\(0, 2\), \(e\) => 9007199254740991\) is outside/));
  it("sum to 0 over nothing", () => expect(on(setValue([]), fold("sum", elements(set), e))).toBe(0));
});

describe("searches in a sequence", () => {
  it("give the first that fits", () => {
    expect(on(seqValue([3, 1, 2]), fold("find", elements(seq), below(3)))).toBe(1);
    expect(on(seqValue([3, 1, 2]), fold("findIndex", elements(seq), below(3)))).toBe(1);
  });
  it("say where there is none", () => {
    expect(on(seqValue([3, 3]), fold("find", elements(seq), below(3)))).toBe(null);
    expect(on(seqValue([3, 3]), fold("findIndex", elements(seq), below(3)))).toBe(-1);
  });
});

describe("comprehensions", () => {
  const comprehend = (op: "filter" | "map", domain: Domain, body: Expr): Expr => b.comprehend(op, "e", domain, body, s);
  const half = b.arith("div", e, num(2), s);
  it("filter a type, a set and a sequence", () => {
    expect(evaluated(comprehend("filter", over(Small), below(2)))).toEqual(setValue([0, 1]));
    expect(on(setValue([1, 3]), comprehend("filter", elements(set), below(2)))).toEqual(setValue([1]));
    expect(on(seqValue([1, 3, 0, 1]), comprehend("filter", elements(seq), below(2)))).toEqual(seqValue([1, 0, 1]));
  });
  it("take the images", () => {
    expect(evaluated(comprehend("map", over(Small), half))).toEqual(setValue([0, 1]));
    expect(on(setValue([1, 3]), comprehend("map", elements(set), half))).toEqual(setValue([0, 1]));
    expect(on(seqValue([3, 2, 1]), comprehend("map", elements(seq), half))).toEqual(seqValue([1, 1, 0]));
    expect(evaluated(comprehend("map", range(5, 7), e))).toEqual(setValue([5, 6]));
  });
});

it("evaluates the ends of a range from the left, before the body", () => {
  const broken = (n: number): Expr => b.arith("div", num(n), num(0), s);
  const domain: Domain = { kind: "range", from: broken(1), to: broken(2) };
  expect(failed(fold("forall", domain, below(1)))).toMatch(/Math.floor\(1 \/ 0\)/);
});
