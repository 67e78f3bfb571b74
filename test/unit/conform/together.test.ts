/** Actions that were under way at a time, on a protocol small enough to see the orders. */
import { describe, expect, test } from "vitest";
import { type Called, explainTogether } from "../../../src/conform/history/together.ts";
import { initialStates } from "../../../src/interp/step.ts";
import type { Value } from "../../../src/interp/value.ts";
import { prepareSpec } from "../../../src/pipeline/prepare-spec.ts";

const { instance } = prepareSpec("specs/fencing-lock", {});
const [initial] = [...initialStates(instance)].flatMap((i) => ("state" in i ? [i.state] : []));
const call = (action: string, args: readonly Value[], called: number, returned: number | null, more: Partial<Called> = {}): Called =>
  ({ action, args, called, returned, refused: false, seen: {}, ...more });
const lock = (client: number, token: number, called: number, returned: number | null, more?: Partial<Called>): Called => call("acquire", [client, token], called, returned, more);

describe("actions under way at a time", () => {
  test("may have happened in any order that their calls and returns allow", () => {
    const found = explainTogether(instance, initial, [lock(1, 1, 1, 9), call("expire", [], 2, 8), lock(0, 0, 3, 7)], { issued: 1, lease: { client: "client2", token: 1 } });
    expect(found).toMatchObject({ kind: "explained", steps: [{ position: 2 }, { position: 1 }, { position: 0, action: "acquire" }] });
  });

  test("in no other order", () => {
    expect(explainTogether(instance, initial, [lock(1, 1, 1, 2), call("expire", [], 3, 8), lock(0, 0, 4, 7)], {})).toEqual({ kind: "unexplained", explained: 2 });
    expect(explainTogether(instance, initial, [lock(1, 1, 1, 5), lock(0, 0, 2, 6)], {})).toEqual({ kind: "unexplained", explained: 1 });
  });

  test("show by what they saw which came first", () => {
    const events = (seen: number): Called[] => [lock(0, 0, 1, 9, { seen: { issued: seen } }), call("expire", [], 2, 8, { seen: { lease: null } })];
    expect(explainTogether(instance, initial, events(0), { lease: null })).toMatchObject({ kind: "explained" });
    expect(explainTogether(instance, initial, events(1), { lease: null })).toEqual({ kind: "unexplained", explained: 0 });
  });

  test("were refused only at a moment at which they are not allowed", () => {
    expect(explainTogether(instance, initial, [lock(0, 0, 1, 5), lock(1, 1, 2, 6, { refused: true })], {})).toMatchObject({ kind: "explained", steps: [{ position: 0 }] });
    expect(explainTogether(instance, initial, [lock(0, 0, 5, 6), lock(1, 1, 1, 2, { refused: true })], {})).toEqual({ kind: "unexplained", explained: 0 });
  });

  test("that never returned may have happened", () => {
    const events = [lock(0, 2, 1, null, { refused: true }), lock(1, 1, 2, 3, { refused: true })];
    expect(explainTogether(instance, initial, events, { issued: 2 })).toMatchObject({ kind: "explained", steps: [{ position: 0 }] });
    expect(explainTogether(instance, initial, [lock(0, 2, 1, null)], { issued: null })).toMatchObject({ kind: "explained", steps: [] });
    expect(explainTogether(instance, initial, [lock(0, 2, 4, null), lock(1, 1, 2, 3, { refused: true })], { issued: 2 })).toMatchObject({ kind: "unexplained" });
  });

  test("are not judged by an observation that is none, or beyond a limit", () => {
    expect(explainTogether(instance, initial, [lock(0, 0, 1, 2, { seen: { issued: "one" } })], {})).toEqual({ kind: "misread", position: 0, message: 'issued: expected a number, for Token, got "one"' });
    expect(explainTogether(instance, initial, [], { isued: 1 })).toEqual({ kind: "misread", position: null, message: "isued: the spec has no such field" });
    expect(explainTogether(instance, initial, [lock(0, 0, 1, 2), call("expire", [], 1, 2)], {}, { maxTries: 1 })).toMatchObject({ kind: "unknown" });
  });

  test("of which most orders are wrong are decided all the same", () => {
    // Twelve at once, of which only one order is possible: 12! of them would never end.
    const events = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? lock(0, 0, 1, 100) : call("expire", [], 2, 99)));
    expect(explainTogether(instance, initial, events, {})).toMatchObject({ kind: "unexplained" });
  });
});
