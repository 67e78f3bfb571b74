import { describe, expect, it } from "vitest";
import { InternalError } from "../../../src/base/assert-never.ts";
import { whyBlocked, whyDisabled } from "../../../src/interp/disabled.ts";
import type { State } from "../../../src/interp/value.ts";
import * as b from "../../../src/ir/build.ts";
import type { Expr } from "../../../src/ir/expr.ts";
import { int } from "../../../src/ir/type.ts";
import { action, failing, field, line, now, num, param, protocol, s, Small, x } from "./helpers.ts";

const n = now("n", Small);
const k = x("k", Small);
const equals = (e: Expr, value: number, at: number): Expr => b.eq(e, num(value), line(at));
const and = (l: Expr, r: Expr): Expr => b.connective("and", l, r, s);
const enter = action("enter", [param("k", Small)], [
  b.require(equals(n, 1, 10), line(10)),
  b.require(and(b.compare("le", n, k, line(11)), and(equals(k, 2, 12), equals(n, 9, 13))), line(11)),
]);
const crash = action("crash", [], [b.require(failing, s)]);
const p = protocol({ sorts: [], state: [field("n", Small)], actions: [enter, crash, action("none", [param("k", int(1, 0))], [])] });
const states = (...values: number[]): State[] => values.map((v) => [v]);

describe("whyBlocked", () => {
  it("gives the part that is false, with its bindings, and how far it came", () => {
    expect(whyBlocked(p, [0], enter, [3])).toMatchObject({ progress: [0, 0], blame: { span: line(10), bindings: [], atoms: [{ text: "this.n", value: 0 }] } });
    expect(whyBlocked(p, [1], enter, [0])).toMatchObject({ progress: [1, 0], blame: { span: line(11), bindings: [{ name: "k", value: 0 }] } });
    expect(whyBlocked(p, [1], enter, [2])).toMatchObject({ progress: [1, 2], blame: { span: line(13) } });
  });
  it("gives null for an instance that is enabled or fails", () => {
    expect(whyBlocked(p, [0], action("free", [], []), [])).toBe(null);
    expect(whyBlocked(p, [0], crash, [])).toBe(null);
  });
});

describe("whyDisabled", () => {
  it("takes the part that stops the instances that come farthest", () =>
    expect(whyDisabled(p, states(0, 1, 2), "enter")).toMatchObject({
      action: "enter", args: [{ name: "k", type: Small, value: 2 }], state: [1], stopped: 1, tried: 12, blame: { span: line(13) },
    }));
  it("takes the most frequent of those that come equally far", () => {
    const either = action("either", [param("k", Small)], [b.ifStmt(equals(k, 0, 1), [b.require(equals(n, 9, 20), s)], [b.require(equals(n, 8, 21), s)], s)]);
    expect(whyDisabled({ ...p, actions: [either] }, states(0, 1), "either")).toMatchObject({ stopped: 6, tried: 8, state: [0], args: [{ value: 1 }], blame: { span: line(21) } });
  });
  it("stops after a number of attempts", () => expect(whyDisabled(p, states(0, 1), "enter", 3)).toMatchObject({ tried: 3, blame: { span: line(10) } }));
  it("gives null where no require stopped anything", () => {
    expect(whyDisabled(p, states(0), "crash")).toBe(null);
    expect(whyDisabled(p, states(0), "none")).toBe(null);
    expect(whyDisabled(p, [], "enter")).toBe(null);
  });
  it("refuses an unknown action", () => expect(() => whyDisabled(p, states(0), "leave")).toThrow(InternalError));
});
