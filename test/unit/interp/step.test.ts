import { describe, expect, it } from "vitest";
import { fieldsWritten, initialStates, successors } from "../../../src/interp/step.ts";
import { setValue, type State } from "../../../src/interp/value.ts";
import * as b from "../../../src/ir/build.ts";
import type { Protocol } from "../../../src/ir/protocol.ts";
import { bool, int, setOf } from "../../../src/ir/type.ts";
import { action, failing, field, Node, no, now, num, param, property, protocol, s, setTo, Small, x } from "./helpers.ts";

const starts = (p: Protocol, target?: State): unknown[] => [...initialStates(p, target)].map((i) => ("state" in i ? i.state : i.failure.reason));
const bit = int(0, 1);

describe("initialStates", () => {
  it("gives fields their initial values in order, reading those before", () => {
    const p = protocol({ state: [field("a", Small, b.coerce(num(1), Small)), field("b", Small, b.coerce(b.arith("add", now("a", Small), num(1), s), Small))] });
    expect(starts(p)).toEqual([[1, 2]]);
  });
  it("gives fields without one every value, the first field the most significant", () => {
    const p = protocol({ state: [field("a", bool), field("b", bit, b.coerce(num(1), bit)), field("c", bit)] });
    expect(starts(p)).toEqual([[false, 1, 0], [false, 1, 1], [true, 1, 0], [true, 1, 1]]);
  });
  it("selects by the assumptions, from the left", () => {
    const different = property("assume", "different", b.not(b.eq(now("a", bit), now("b", bit), s), s));
    const state = [field("a", bit), field("b", bit)];
    expect(starts(protocol({ state, assumptions: [different] }))).toEqual([[0, 1], [1, 0]]);
    expect(starts(protocol({ state, assumptions: [property("assume", "no", no), property("assume", "broken", failing)] }))).toEqual([]);
    expect(starts(protocol({ state: [field("a", bit)], assumptions: [property("assume", "broken", failing)] }))).toEqual(["divide-by-zero", "divide-by-zero"]);
  });
  it("runs every init for every choice, one after the other", () => {
    const choose = action("choose", [param("n", Node)], [
      b.require(b.not(b.eq(x("n", Node), now("n", Node), s), s), s),
      setTo("n", Node, x("n", Node)),
    ]);
    const count = action("count", [param("b", bit)], [setTo("k", Small, b.arith("add", now("k", Small), x("b", bit), s))]);
    const zero = b.not(b.fold("exists", "m", { kind: "type", type: Node }, b.compare("lt", x("m", Node), now("n", Node), s), s), s);
    const p = protocol({ state: [field("n", Node), field("k", Small, b.coerce(num(2), Small))], assumptions: [property("assume", "first", zero)] });
    expect(starts({ ...p, inits: [choose, count] })).toEqual([[1, 2], [1, 3], [2, 2], [2, 3]]);
    expect(starts({ ...p, inits: [count, count] })).toEqual([[0, 2], [0, 3], [0, 3], "bound"]);
  });
  it("fails on an initial value that does not fit", () =>
    expect(starts(protocol({ state: [field("a", Small, b.coerce(num(4), Small))] }))).toEqual(["bound"]));
  it("leaves out what cannot be the target, except in fields that an init writes", () => {
    const p = protocol({ state: [field("a", Small), field("b", Small)] });
    expect(starts(p, [2, 3])).toEqual([[2, 3]]);
    const init = action("i", [], [setTo("b", Small, now("a", Small))]);
    expect(starts({ ...p, inits: [init] }, [2, 2])).toEqual(Array.from({ length: 4 }, () => [2, 2]));
  });
});

describe("successors", () => {
  it("come by action, then by arguments, failing instances among them", () => {
    const T = setOf(Node);
    const join = action("join", [param("n", Node), param("twice", bool)], [
      b.require(b.not(b.has(now("in", T), x("n", Node), s), s), s),
      b.ifStmt(x("twice", bool), [b.require(failing, s)], [], s),
      setTo("in", T, b.withItem("add", now("in", T), x("n", Node), s)),
    ]);
    const clear = action("clear", [], [setTo("in", T, b.collection(T, [], s))]);
    const p = protocol({ state: [field("in", T)], actions: [join, clear] });
    const list = [...successors(p, [setValue([1])])].map((r) => [r.action.name, r.args, "next" in r ? r.next : r.failure.reason]);
    expect(list).toEqual([
      ["join", [0, false], [setValue([0, 1])]],
      ["join", [0, true], "divide-by-zero"],
      ["join", [2, false], [setValue([1, 2])]],
      ["join", [2, true], "divide-by-zero"],
      ["clear", [], [setValue([])]],
    ]);
  });
});

it("finds the fields that an action may write, however deep", () => {
  const write = setTo("a", Small, now("b", Small));
  const body = [b.forStmt("e", { kind: "type", type: Node }, [b.ifStmt(no, [], [b.block([write], s)], s)], s), b.require(b.eq(now("c", Small), num(1), s), s)];
  expect([...fieldsWritten([action("x", [], body), action("y", [], [setTo("d", Small, num(0))])])]).toEqual(["a", "d"]);
});
