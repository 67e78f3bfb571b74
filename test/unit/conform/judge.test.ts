/** Answers held against states of a spec. */
import { describe, expect, test } from "vitest";
import { Judge, Misfit } from "../../../src/conform/judge.ts";
import type { Call } from "../../../src/conform/space.ts";
import type { Outcome, PlainState } from "../../../src/conform/system.ts";
import { mapValue, type State } from "../../../src/interp/value.ts";
import * as b from "../../../src/ir/build.ts";
import { bool, mapOf } from "../../../src/ir/type.ts";
import { action, field, line, Node, protocol, Small } from "../interp/helpers.ts";

const up = (...nodes: boolean[]): ReturnType<typeof mapValue> => mapValue(nodes.map((value, key) => ({ key, value })));
const go = action("go", [], [b.require(b.boolLit(false, line(3)), line(3))]);
const spec = protocol({ state: [field("up", mapOf(Node, bool, true)), field("n", Small)], actions: [go] });
const state: State = [up(true, false, true), 1];
const call: Call = { action: go, args: [], given: {}, request: true };
const done = (observed: PlainState, seen: PlainState = {}): Outcome => ({ kind: "done", seen, observed });
const all = { up: { node1: true, node2: false, node3: true }, n: 1 };

function judge(first: PlainState): Judge {
  const found = new Judge(spec);
  found.ofStart(done(first), state);
  return found;
}

describe("what is shown", () => {
  test("may be a part, and is the same part always", () => {
    const part = judge({ up: { node1: true, node3: true }, n: 1 });
    expect(part.fields).toEqual({ shown: ["up", "n"], partly: ["up"] });
    expect(part.ofCall(done({ up: { node3: true, node1: true }, n: 1 }), call, state, state)).toBeUndefined();
    expect(part.ofCall(done({ up: { node1: false, node3: true }, n: 1 }), call, state, state)?.fields).toMatchObject([{ name: "up[node1]", expected: true, observed: "false" }]);
    expect(part.ofCall(done(all), call, state, state)).toBeUndefined();
    expect(part.ofCall(done({ up: { node1: true, node2: false }, n: 1 }), call, state, state)?.fields).toMatchObject([{ name: "up", observed: "not all of it shown any more" }]);
    expect(judge(all).ofCall(done({ up: { node1: true, node2: false }, n: 1 }), call, state, state)?.fields).toMatchObject([{ name: "up", observed: "not all of it shown any more" }]);
    expect(judge(all).ofCall(done({ n: 1 }), call, state, state)?.fields).toMatchObject([{ name: "up", observed: "not shown any more" }]);
    expect(judge({ up: {} }).fields).toEqual({ shown: ["up"], partly: ["up"] });
  });

  test("is a value of the type of its field", () => {
    const found = judge(all).ofCall(done({ ...all, n: 4 }), call, state, state);
    expect(found).toMatchObject({ kind: "state", fields: [{ name: "n", expected: 1, observed: "4 (n: 4 is outside Int<0, 3>)" }] });
  });

  test("is no field that the spec does not have, not even one that every object has", () => {
    for (const name of ["m", "constructor", "__proto__", "toString"]) {
      const shown = Object.fromEntries([[name, 1]]);
      expect(() => judge(shown)).toThrow(Misfit);
      expect(() => judge(all).ofCall(done(all, shown), call, state, state)).toThrow(Misfit);
    }
  });
});

test("what comes back is done, refused or no answer, and held against what the spec says", () => {
  const j = judge(all), other = { ...all, n: 2 };
  expect(j.ofCall(done(all), call, state, null)).toMatchObject({ kind: "accepted", blame: { holds: false } });
  expect(j.ofCall({ kind: "refused", seen: {}, observed: all }, call, state, null)).toBeUndefined();
  expect(j.ofCall({ kind: "refused", seen: {}, observed: other }, call, state, null)).toMatchObject({ kind: "changed" });
  expect(j.ofCall({ kind: "refused", seen: {}, observed: all }, call, state, state)).toMatchObject({ kind: "refused" });
  expect(j.ofCall(done(all, { n: 2 }), call, state, state)).toMatchObject({ kind: "state", message: "what go answered is not what the spec has after it" });
  expect(j.ofCall({ kind: "failed", failure: { kind: "hung", message: "no answer within 5 ms" } }, call, state, state)).toMatchObject({ kind: "failed", message: "go: no answer in time: no answer within 5 ms" });
});
