import { describe, expect, it } from "vitest";
import { InternalError } from "../../../src/base/assert-never.ts";
import { explore } from "../../../src/interp/explore.ts";
import { replay } from "../../../src/interp/replay.ts";
import type { State, Value } from "../../../src/interp/value.ts";
import * as b from "../../../src/ir/build.ts";
import type { Expr } from "../../../src/ir/expr.ts";
import type { Property, Protocol } from "../../../src/ir/protocol.ts";
import { int } from "../../../src/ir/type.ts";
import { action, field, line, now, num, param, property, protocol, s, setTo, x } from "./helpers.ts";
import { nobodyCommits, twoPhase } from "./two-phase.ts";

const Count = int(0, 4);
const n = now("n", Count);
const below = (limit: number, of: Expr = n, at = 20): Expr => b.compare("lt", of, num(limit), line(at));
const step = (name: string, by: number, at: number): Protocol["actions"][number] => action(name, [param("k", int(0, 1))], [
  b.require(b.eq(x("k", int(0, 1)), num(1), s), line(at + 1)),
  b.require(b.compare("le", n, num(3), s), line(at + 2)),
  setTo("n", Count, b.arith("add", n, num(by), line(at + 3)), line(at + 3)),
], line(at));
const counter = (...properties: Property[]): Protocol =>
  protocol({ sorts: [], state: [field("n", Count, b.coerce(num(0), Count))], actions: [step("one", 1, 30), step("two", 2, 40)], properties });
const states = (...values: Value[]): State[] => values.map((v) => [v]);

const small = property("invariant", "small", below(3), line(19));
const slow = property("step", "slow", b.compare("le", b.stateRead("n", Count, "next", s), b.arith("add", n, num(1), s), line(22)), line(21));
const three = property("reachable", "three", b.eq(n, num(3), s), line(23));

describe("replay", () => {
  it("finds the action instances and the guards that held", () => {
    const trace = replay(counter(small), states(0, 2, 3), { kind: "invariant", name: "small" });
    expect(trace.initial).toEqual([0]);
    expect(trace.steps).toEqual([
      { action: "two", args: [{ name: "k", type: int(0, 1), value: 1 }], span: line(40), guards: [line(41), line(42)], state: [2] },
      { action: "one", args: [{ name: "k", type: int(0, 1), value: 1 }], span: line(30), guards: [line(31), line(32)], state: [3] },
    ]);
    expect(trace.end).toMatchObject({ kind: "invariant", property: "small", span: line(19), blame: { span: line(20), holds: false, atoms: [{ text: "this.n", value: 3 }] } });
  });
  it("confirms step properties, reachables, deadlocks", () => {
    expect(replay(counter(slow), states(0, 1, 3), { kind: "step", name: "slow" }).end).toMatchObject({ kind: "step", property: "slow", blame: { span: line(22) } });
    expect(replay(counter(three), states(0, 1, 3), { kind: "reachable", name: "three" }).end).toEqual({ kind: "reachable", property: "three", span: line(23) });
    const stuck = { ...counter(), actions: [step("two", 2, 40)] };
    expect(replay(stuck, states(0, 2, 4), { kind: "deadlock" }).end).toMatchObject({
      kind: "deadlock",
      blocked: [{ action: "two", args: [{ name: "k", value: 1 }], blame: { text: "this.n <= 3", atoms: [{ text: "this.n", value: 4 }] } }],
    });
  });
  it("confirms failures of actions, with the guards that held", () =>
    expect(replay(counter(), states(0, 1, 3), { kind: "failure", span: line(43), action: "two" }).end).toMatchObject({
      kind: "failure", reason: "bound", span: line(43), message: "this.n + 2 is 5, outside Int<0, 4>",
      source: { kind: "action", action: "two", args: [{ name: "k", value: 1 }], guards: [line(41), line(42)] },
    }));
  it("confirms failures of properties, in the last state or of the last step", () => {
    const broken = (kind: Property["kind"]): Property => property(kind, "broken", below(9, b.arith("div", num(1), b.arith("sub", n, num(1), s), line(24))), line(25));
    expect(replay(counter(small, broken("invariant")), states(0, 1), { kind: "failure", span: line(24), action: null }).end)
      .toMatchObject({ reason: "divide-by-zero", source: { kind: "property", property: "broken", propertyKind: "invariant", span: line(25) } });
    expect(replay(counter(broken("step")), states(0, 1, 2), { kind: "failure", span: line(24), action: null }).end)
      .toMatchObject({ source: { kind: "property", propertyKind: "step" } });
    expect(() => replay(counter(broken("step")), states(0, 1), { kind: "failure", span: line(24), action: null })).toThrow(InternalError);
  });
  it("confirms failures of initial states", () => {
    const p = { ...counter(), state: [field("n", Count, b.coerce(b.intLit(5, line(3)), Count))] };
    expect(replay(p, [], { kind: "failure", span: line(3), action: null })).toMatchObject({ initial: null, steps: [], end: { reason: "bound", source: { kind: "initial" } } });
  });
  it("tries the hinted action first", () => {
    const twins = { ...counter(three), actions: [step("first", 3, 30), step("second", 3, 40)] };
    const claim = { kind: "reachable", name: "three" } as const;
    expect(replay(twins, states(0, 3), claim).steps[0].action).toBe("first");
    expect(replay(twins, states(0, 3), claim, ["second"]).steps[0].action).toBe("second");
    expect(replay(twins, states(0, 3), claim, ["neither"]).steps[0].action).toBe("first");
  });
});

describe("replay refuses", () => {
  const claim = { kind: "invariant", name: "small" } as const;
  it.each<[string, () => unknown, RegExp]>([
    ["a first state that is not initial", () => replay(counter(small), states(1, 3), claim), /no initial state: n = 1/],
    ["a step that no action makes", () => replay(counter(small), states(0, 3), claim), /no action makes step 1: n = 3/],
    ["an invariant that holds", () => replay(counter(small), states(0, 2), claim), /invariant small holds/],
    ["an invariant that fails", () => replay(counter(property("invariant", "small", below(1, b.arith("div", num(1), n, s)))), states(0), claim), /small fails/],
    ["an unknown property", () => replay(counter(), states(0), claim), /no invariant small/],
    ["a run without states", () => replay(counter(small), [], claim), /no step for small/],
    ["a step property that holds", () => replay(counter(slow), states(0, 2, 3), { kind: "step", name: "slow" }), /step slow holds/],
    ["a step property without a step", () => replay(counter(slow), states(0), { kind: "step", name: "slow" }), /no step for slow/],
    ["a reachable that does not hold", () => replay(counter(three), states(0, 2), { kind: "reachable", name: "three" }), /three is not as claimed at the end/],
    ["a deadlock with a step", () => replay(counter(), states(0, 2), { kind: "deadlock" }), /one is enabled/],
    ["a failure that does not occur", () => replay(counter(), states(0, 2), { kind: "failure", span: line(43), action: "two" }), /nothing fails at spec.ts:43/],
    ["a failure elsewhere", () => replay(counter(), states(0, 1, 3), { kind: "failure", span: line(33), action: "two" }), /nothing fails/],
    ["a failure of an unknown action", () => replay(counter(), states(0), { kind: "failure", span: line(33), action: "three" }), /no action three/],
  ])("%s", (_, run, message) => {
    expect(run).toThrow(InternalError);
    expect(run).toThrow(message);
  });
});

it("replays every finding of two-phase commit", () => {
  const p = twoPhase(2);
  const checked = { ...p, properties: [...p.properties, nobodyCommits] };
  const { findings } = explore(checked, { deadlock: "error" });
  expect(findings.map((f) => f.claim.kind).toSorted()).toEqual(["invariant", "reachable"]);
  for (const f of findings) {
    const trace = replay(checked, f.states, f.claim);
    expect(trace.steps.map((step) => step.state)).toEqual(f.states.slice(1));
    expect(trace.steps.map((step) => step.action)).toEqual(["prepare", "prepare", "receivePrepared", "receivePrepared", "commit", "receiveCommit"]);
  }
});
