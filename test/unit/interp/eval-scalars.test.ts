import { describe, expect, it } from "vitest";
import { InternalError } from "../../../src/base/assert-never.ts";
import * as b from "../../../src/ir/build.ts";
import type { ArithOp } from "../../../src/ir/expr.ts";
import { bool, enumOf, int, option } from "../../../src/ir/type.ts";
import { Color, evaluated, failed, failing, field, no, Node, now, num, s, Small, Term, x, yes } from "./helpers.ts";

describe("literals, locals, state", () => {
  it("reads literals", () => {
    expect(evaluated(num(7))).toBe(7);
    expect(evaluated(yes)).toBe(true);
    expect(evaluated(b.enumLit("red", s, Color))).toBe("red");
    expect(evaluated(b.none(bool, s))).toBe(null);
  });
  it("reads locals", () => {
    expect(evaluated(x("n", Small), { locals: { n: 2 } })).toBe(2);
    expect(() => evaluated(x("n", Small))).toThrow(InternalError);
  });
  it("reads the state before and after", () => {
    const given = { state: [field("a", Small), field("b", Small)], now: [1, 2], next: [3, 0] };
    expect(evaluated(now("b", Small), given)).toBe(2);
    expect(evaluated(b.stateRead("b", Small, "next", s), given)).toBe(0);
    expect(() => evaluated(now("c", Small), given)).toThrow(InternalError);
    expect(() => evaluated(b.stateRead("b", Small, "next", s), { state: given.state, now: given.now })).toThrow(InternalError);
  });
});

describe("logic", () => {
  it("negates", () => expect([yes, no].map((e) => evaluated(b.not(e, s)))).toEqual([false, true]));
  it.each([["and", [true, false, false, false]], ["or", [true, true, true, false]], ["implies", [true, false, true, true]]] as const)("%s", (op, table) => {
    const results = [[yes, yes], [yes, no], [no, yes], [no, no]].map(([l, r]) => evaluated(b.connective(op, l, r, s)));
    expect(results).toEqual(table);
  });
  it("short-circuits from the left", () => {
    expect(evaluated(b.connective("and", no, failing, s))).toBe(false);
    expect(evaluated(b.connective("or", yes, failing, s))).toBe(true);
    expect(evaluated(b.connective("implies", no, failing, s))).toBe(true);
    expect(failed(b.connective("and", failing, no, s))).toMatch(/^divide-by-zero/);
    expect(failed(b.connective("implies", yes, failing, s))).toMatch(/^divide-by-zero/);
  });
  it("evaluates only the branch taken", () => {
    expect(evaluated(b.cond(yes, num(1), b.arith("div", num(1), num(0), s), s))).toBe(1);
    expect(evaluated(b.cond(no, b.arith("div", num(1), num(0), s), num(2), s))).toBe(2);
  });
});

describe("comparison", () => {
  it("compares integers of different bounds", () => {
    expect(evaluated(b.eq(num(3), x("n", Small), s), { locals: { n: 3 } })).toBe(true);
    expect(evaluated(b.eq(num(9), x("n", Small), s), { locals: { n: 3 } })).toBe(false);
  });
  it("compares an option with what it may hold", () => {
    const o = x("o", option(Small));
    expect(evaluated(b.eq(o, b.none(Small, s), s), { locals: { o: null } })).toBe(true);
    expect(evaluated(b.eq(o, num(2), s), { locals: { o: 2 } })).toBe(true);
    expect(evaluated(b.eq(o, num(2), s), { locals: { o: null } })).toBe(false);
  });
  it("orders integers and ordered sorts", () => {
    expect(evaluated(b.compare("lt", num(1), num(1), s))).toBe(false);
    expect(evaluated(b.compare("le", num(1), num(1), s))).toBe(true);
    expect(evaluated(b.compare("lt", x("t", Term), x("u", Term), s), { locals: { t: 1, u: 2 } })).toBe(true);
  });
});

describe("arithmetic", () => {
  it.each<[ArithOp, number, number, number]>([
    ["add", 3, 4, 7], ["sub", 3, 4, -1], ["mul", -3, 4, -12], ["min", 3, -4, -4], ["max", 3, -4, 3],
    ["div", 7, 2, 3], ["div", -7, 2, -4], ["div", 7, -2, -4], ["div", -7, -2, 3],
    ["mod", 7, 3, 1], ["mod", -7, 3, -1], ["mod", 7, -3, 1], ["mod", -6, 3, 0],
  ])("%s %i %i is %i", (op, l, r, result) => expect(evaluated(b.arith(op, num(l), num(r), s))).toBe(result));
  it("knows one zero", () => {
    expect(Object.is(evaluated(b.arith("mod", num(-6), num(3), s)), 0)).toBe(true);
    expect(Object.is(evaluated(b.arith("mul", num(-6), num(0), s)), 0)).toBe(true);
  });
  it("fails on division by zero", () => {
    expect(failed(b.arith("div", x("n", Small), num(0), s), { locals: { n: 1 } })).toBe("divide-by-zero: Math.floor(n / 0) divides by 0, which is 0");
    expect(failed(b.arith("mod", num(1), x("n", Small), s), { locals: { n: 0 } })).toBe("divide-by-zero: 1 % n divides by n, which is 0");
  });
  it("fails where a result is not exact, and not before", () => {
    const max = Number.MAX_SAFE_INTEGER;
    expect(evaluated(b.arith("add", num(max - 1), num(1), s))).toBe(max);
    expect(failed(b.arith("add", num(max), num(1), s))).toMatch(/^overflow: 9007199254740991 \+ 1 is outside/);
    expect(evaluated(b.arith("sub", num(-max), num(0), s))).toBe(-max);
    expect(failed(b.arith("sub", num(-max), num(1), s))).toMatch(/^overflow/);
    expect(failed(b.arith("mul", num(2 ** 27), num(2 ** 26), s))).toMatch(/^overflow/);
  });
});

describe("casts", () => {
  const n = b.arith("add", x("n", Small), num(1), s);
  it("keeps what fits", () => expect(evaluated(b.coerce(n, Small), { locals: { n: 2 } })).toBe(3));
  it("fails on an integer outside, in terms of the source", () =>
    expect(failed(b.coerce(n, Small), { locals: { n: 3 } })).toBe("bound: n + 1 is 4, outside Int<0, 3>"));
  it("fails on an enum member that the target lacks", () => {
    const wide = enumOf(["red", "green", "blue"]);
    expect(evaluated(b.coerce(x("c", wide), Color), { locals: { c: "red" } })).toBe("red");
    expect(failed(b.coerce(x("c", wide), Color), { locals: { c: "blue" } })).toBe('bound: c is "blue", not one of "green" | "red"');
  });
  it("looks into options", () => {
    expect(evaluated(b.coerce(x("o", option(int(0, 9))), option(Small)), { locals: { o: null } })).toBe(null);
    expect(failed(b.coerce(x("o", option(int(0, 9))), option(Small)), { locals: { o: 4 } })).toBe("bound: o is 4, outside Int<0, 3>");
  });
  it("leaves long expressions out of the message", () => {
    const long = Array.from({ length: 30 }, () => num(1)).reduce((l, r) => b.arith("add", l, r, s));
    expect(failed(b.coerce(long, Small))).toBe("bound: the value is 30, outside Int<0, 3>");
  });
});

describe("ordered sorts", () => {
  it("have ends", () => {
    expect(evaluated(b.extreme("first", Term, s))).toBe(0);
    expect(evaluated(b.extreme("last", Term, s))).toBe(3);
  });
  it("have neighbours, up to the ends", () => {
    const at = (side: "next" | "previous", t: number): unknown => evaluated(b.neighbour(side, x("t", Term), s), { locals: { t } });
    expect([0, 2, 3].map((t) => at("next", t))).toEqual([1, 3, null]);
    expect([0, 1, 3].map((t) => at("previous", t))).toEqual([null, 0, 2]);
  });
});

describe("options", () => {
  it("are tested", () => expect([null, 0].map((o) => evaluated(b.isNone(x("o", option(Node)), s), { locals: { o } }))).toEqual([true, false]));
  it("are opened", () => {
    expect(evaluated(b.unwrap(x("o", option(Node)), s), { locals: { o: 1 } })).toBe(1);
    expect(failed(b.unwrap(x("o", option(Node)), s), { locals: { o: null } })).toBe("undefined: o is undefined");
  });
});
