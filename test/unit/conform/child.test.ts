/** Implementations in their own process: what they are given, what they answer, what becomes of those that do not. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSystem } from "../../../src/conform/child/open.ts";
import type { System, Together } from "../../../src/conform/system.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "tenet-child-")));
afterAll(() => rmSync(root, { recursive: true }));

writeFileSync(join(root, "counter.ts"), `
export class Counter {
  count = 0;
  private readonly told = new Map<string, number | undefined>();
  async add(by: number): Promise<void> {
    const before = this.count;
    await Promise.resolve();
    this.count = before + by;
  }
  tell(name: string): void { this.told.set(name, undefined); }
  get all(): ReadonlyMap<string, number | undefined> { return this.told; }
  fail(): never { throw new RangeError("no such \\u001b[31mthing\\n::error::x"); }
}
`);
writeFileSync(join(root, "adapter.ts"), `
import { Counter } from "./counter.ts";
let closed = 0;
export default {
  create: (initial: { count: number }) => Object.assign(new Counter(), { count: initial.count }),
  actions: {
    add: (counter: Counter, { by }: { by: number }) => counter.add(by),
    take: { request: (counter: Counter) => (counter.count > 0 ? void counter.count-- : "refused") },
    look: (counter: Counter) => ({ count: counter.count }),
    tell: (counter: Counter, { names, by, none }: { names: Set<string>; by: Map<string, number>; none: undefined }) => {
      if (none !== undefined) throw new Error("null");
      for (const name of names) counter.tell(name + by.get(name));
    },
    fail: (counter: Counter) => counter.fail(),
    wait: () => new Promise(() => undefined),
    skip: { unbound: "it has none" },
  },
  observe: (counter: Counter) => ({ count: counter.count, told: counter.all, set: new Set([1, 2]), closed }),
  close: () => void closed++,
};
`);

let system: System;
beforeAll(async () => {
  system = await openSystem(join(root, "adapter.ts"), { root });
});
afterAll(() => system.close());

const shown = { told: [], set: [1, 2] };

describe("an implementation in a process of its own", () => {
  test("says how its actions are bound, and what keeps it in its place", () => {
    expect(system.actions.map((a) => [a.name, a.kind])).toEqual([["add", "perform"], ["take", "request"], ["look", "perform"], ["tell", "perform"], ["fail", "perform"], ["wait", "perform"], ["skip", "unbound"]]);
    expect(system.isolation.join()).toMatch(/no files.*no network.*empty environment.*512 MB/);
  });

  test("does actions, refuses, and shows its state", async () => {
    expect(await system.reset({ count: 1 })).toEqual({ kind: "done", seen: {}, observed: { ...shown, count: 1, closed: expect.any(Number) } });
    expect(await system.perform("take", {})).toMatchObject({ kind: "done", observed: { count: 0 } });
    expect(await system.perform("take", {})).toMatchObject({ kind: "refused", seen: {}, observed: { count: 0 } });
    expect(await system.perform("add", { by: 5 })).toMatchObject({ kind: "done", observed: { count: 5 } });
    expect(await system.perform("look", {})).toMatchObject({ kind: "done", seen: { count: 5 } });
  });

  test("is given sets, maps and undefined as such", async () => {
    await system.reset({ count: 0 });
    const told = await system.perform("tell", { names: new Set(["a", "b"]), by: new Map([["a", 1], ["b", 2]]), none: undefined });
    expect(told).toMatchObject({ kind: "done", observed: { told: [["a1", null], ["b2", null]] } });
  });

  test("ends one system before the next", async () => {
    const [first, second] = [await system.reset({ count: 0 }), await system.reset({ count: 0 })];
    if (first.kind === "failed" || second.kind === "failed") throw new Error("no answer");
    expect(second.observed.closed).toBe((first.observed.closed as number) + 1);
  });

  test("is a new process for each system where that is asked for", async () => {
    const fresh = await openSystem(join(root, "adapter.ts"), { root, fresh: true });
    for (let i = 0; i < 2; i++) expect(await fresh.reset({ count: 0 })).toMatchObject({ kind: "done", observed: { closed: 0 } });
    await fresh.close();
  });

  test("throws with its place in the sources, made harmless", async () => {
    await system.reset({ count: 0 });
    expect(await system.perform("fail", {})).toEqual({
      kind: "failed", failure: { kind: "threw", message: "RangeError: no such [31mthing : :error: :x", at: { file: "counter.ts", line: 12, column: 25 } },
    });
    expect(await system.reset({ count: 0 })).toMatchObject({ kind: "done" });
  });

  test("does several actions at a time, in an order that depends on the schedule", async () => {
    const orders = new Set<string>();
    const counts = new Set<unknown>();
    const tried = async (schedule: number): Promise<Extract<Together, { kind: "done" }>> => {
      await system.reset({ count: 0 });
      const done = await system.together([{ action: "add", args: { by: 1 } }, { action: "add", args: { by: 2 } }, { action: "look", args: {} }], schedule);
      if (done.kind !== "done") throw new Error("no answer");
      return done;
    };
    for (let schedule = 0; schedule < 12; schedule++) {
      const done = await tried(schedule);
      expect(done.events.flatMap((e) => [e.called, e.returned!]).toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
      for (const { called, returned } of done.events) expect(called).toBeLessThan(returned!);
      if (done.events[0].returned! < done.events[1].called) expect(done.observed.count).toBe(3);
      counts.add(done.observed.count);
      orders.add(done.events.map((e) => `${e.called}-${e.returned}`).join());
      expect((await tried(schedule)).events).toEqual(done.events);
    }
    // One of the two was lost where both had read before either wrote.
    expect(counts).toEqual(new Set([2, 3]));
    expect(orders.size).toBeGreaterThan(2);
  });

  test("may leave an action without an answer while others have one", async () => {
    const patient = await openSystem(join(root, "adapter.ts"), { root, limits: { stepMs: 1000 } });
    await patient.reset({ count: 0 });
    const done = await patient.together([{ action: "wait", args: {} }, { action: "add", args: { by: 2 } }], 1);
    expect(done).toMatchObject({ kind: "done", events: [{ action: "wait", returned: null }, { action: "add", args: { by: 2 }, refused: false }], observed: { count: 2 } });
    await patient.close();
  });
});
