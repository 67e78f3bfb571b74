/** Tests of implementations against their spec: what is tried, and what is found. */
import { describe, expect, test } from "vitest";
import { testSystem, type TestOptions } from "../../../src/conform/test-system.ts";
import type { ConformReport, Divergence } from "../../../src/conform/report.ts";
import { Space } from "../../../src/conform/space.ts";
import { showState } from "../../../src/interp/json.ts";
import { explore } from "../../../src/interp/explore.ts";
import { prepareSpec } from "../../../src/pipeline/prepare-spec.ts";
import { Broken, Fake, type FakeOptions, Tickets } from "./tickets.ts";

const prepared = prepareSpec("test/cli/specs/tickets", {});
const { instance } = prepared;

type Tested = Omit<ConformReport, "protocol" | "spec" | "adapter" | "scope" | "options" | "instance">;
const quick: TestOptions = { runs: 20, steps: 30, concurrent: 10 };
const tried = (system: Fake, options: TestOptions = {}): Promise<Tested> => testSystem(prepared, system, { ...quick, ...options });

async function divergence(make: () => Tickets, options: TestOptions = {}, fake: FakeOptions = {}): Promise<Divergence> {
  const report = await tried(new Fake(make, fake), options);
  expect(report.verdict).toBe("diverges");
  return report.divergence!;
}
const names = ({ steps, last }: Divergence): string => [...steps.map((s) => s.action + (s.refused ? "!" : "")), ...(last ? [last.action] : [])].join(" ");

describe("the tour", () => {
  const { states, transitions } = explore(instance);

  test("takes every transition of the instance, and asks for everything that has to be refused", async () => {
    const fake = new Fake();
    const report = await tried(fake, { runs: 0, concurrent: 0 });
    const refusals = new Space(instance, fake.actions).initial[0].refusals.length;
    expect(refusals).toBe(4);
    expect(report).toMatchObject({ verdict: "conforms", because: [], covered: { transitions: { taken: transitions, total: transitions }, runs: 0, histories: 0 } });
    expect(report.covered.refusals.taken).toBe(report.covered.refusals.total);
    expect(report.covered.refusals.total).toBeGreaterThan(states.length);
    // Not much more than one step for each, and few new starts.
    const resets = fake.asked.filter((a) => a === "").length;
    expect(report.covered.steps).toBeLessThan(4 * (transitions + report.covered.refusals.total!));
    expect(resets).toBeLessThan(states.length);
  });

  test("asks the same in the same order again", async () => {
    const [a, b, c] = [new Fake(), new Fake(), new Fake()];
    await tried(a);
    await tried(b);
    await tried(c, { seed: 2 });
    expect(b.asked).toEqual(a.asked);
    expect(c.asked).not.toEqual(a.asked);
  });

  test("leaves out what is not bound, and says so", async () => {
    const report = await tried(new Fake(undefined, { kinds: { close: "unbound" } }), { runs: 0 });
    expect(report.covered.transitions.total).toBeLessThan(transitions);
    expect(report.actions.find((a) => a.name === "close")).toEqual({ name: "close", kind: "unbound" });
    expect(report.fields).toEqual({ shown: ["line", "served", "open"], partly: [], hidden: ["crashed"] });
  });

  test("is left out where the instance is too large", async () => {
    const report = await tried(new Fake(), { maxStates: 5 });
    expect(report).toMatchObject({ verdict: "conforms", covered: { transitions: { total: null }, refusals: { total: null }, runs: 20 } });
  });
});

describe("what is wrong is found, and shown by a short run", () => {
  test("what the spec allows is refused", async () => {
    const found = await divergence(() => new (class extends Tickets {
      override join(client: string) { return client === "client2" && this.line.length === 1 ? false : super.join(client); }
    })());
    expect(found).toMatchObject({ kind: "refused", message: "join was refused, and the spec allows it here", again: 3, replays: 3 });
    expect(names(found)).toBe("unlock join join");
  });

  test("what the spec does not allow is done, and the guard is shown", async () => {
    const found = await divergence(() => new (class extends Tickets {
      override join(client: string) { return this.line.includes(client) ? { line: this.line } : super.join(client); }
    })());
    expect(found.kind).toBe("accepted");
    expect(names(found)).toBe("unlock join join");
    expect(found.blame?.text).toMatch(/line/);
  });

  test("the state afterwards is another", async () => {
    const found = await divergence(() => new (class extends Tickets {
      override serve(client: string) { const done = super.serve(client); if (done && this.served === 2) this.served = 1; return done; }
    })());
    expect(found).toMatchObject({ kind: "state", fields: [{ name: "served", expected: 2, observed: "1" }] });
    expect(names(found)).toBe("unlock join join serve serve");
  });

  test("what an action answers is another state", async () => {
    const found = await divergence(() => new (class extends Tickets {
      override join(client: string) { return super.join(client) && { line: [] }; }
    })());
    expect(found).toMatchObject({ kind: "state", message: "what join answered is not what the spec has after it", fields: [{ name: "line", observed: "[]" }] });
  });

  test("it is refused, and something changed", async () => {
    const found = await divergence(() => new (class extends Tickets {
      override serve(client: string) { const done = super.serve(client); if (!done) this.line = this.line.slice(1); return done; }
    })());
    expect(found.kind).toBe("changed");
    expect(names(found)).toBe("unlock join serve");
  });

  test("a field is not shown any more, or is no value of its type", async () => {
    const hiding = await divergence(() => new (class extends Tickets {
      override observe() { const { served, ...rest } = super.observe(); return served === 1 ? rest : { served, ...rest }; }
    })());
    expect(hiding.fields).toMatchObject([{ name: "served", observed: "not shown any more" }]);
    const wild = await divergence(() => new (class extends Tickets {
      override observe() { return this.served === 1 ? { ...super.observe(), line: ["client9\u001b[31m"] } : super.observe(); }
    })());
    expect(wild.fields[0].observed).toMatch(/^\["client9 ?\\u001b\[31m"\] \(line\[0\]: .*none of the 2 values/);
  });

  test("the initial state is another", async () => {
    const found = await divergence(() => Object.assign(new Tickets(), { served: 1 }));
    expect(found).toMatchObject({ kind: "state", last: null, steps: [], fields: [{ name: "served", expected: 0, observed: "1" }] });
  });

  test("there is no answer", async () => {
    const found = await divergence(() => new (class extends Tickets {
      override close(): boolean { throw new Broken("crashed"); }
    })());
    expect(found).toMatchObject({ kind: "failed", failure: { kind: "crashed" }, message: "close: its process died: it broke" });
    expect(names(found)).toBe("unlock close");
  });

  test("what depends on the way and not on the state", async () => {
    const found = await divergence(() => new (class extends Tickets {
      refused = 0;
      override join(client: string) {
        const done = super.join(client);
        if (!done) this.refused++;
        return this.refused > 1 ? (this.line.push("client1"), { line: this.line }) : done;
      }
    })());
    expect(names(found)).toBe("join! join");
  });

  test("only now and then", async () => {
    let calls = 0;
    const found = await divergence(() => new (class extends Tickets {
      override unlock() { return ++calls === 3 ? false : super.unlock(); }
    })());
    expect(found).toMatchObject({ kind: "refused", again: 0, message: "unlock was refused, and the spec allows it here (does not always happen: 1 of 4 times)" });
  });

  test("only after many steps: random runs", async () => {
    const make = () => new (class extends Tickets {
      override unlock() { return this.steps > 12 ? false : super.unlock(); }
    })();
    const found = await divergence(make, { maxStates: 1, runs: 100 });
    expect(found.kind).toBe("refused");
    expect(found.steps).toHaveLength(12);
    expect(showState(found.steps[11].state, instance)).toContain("open: false");
  });

  test("only when requests come at the same time", async () => {
    const found = await divergence(() => new Tickets(), { concurrent: 30 }, { racy: true });
    expect(found.kind).toBe("order");
    expect(found.together).toHaveLength(2);
    expect(found.message).toMatch(/no order of them is possible/);
    expect(found.steps.length).toBeLessThanOrEqual(2);
  });
});

describe("nothing is said", () => {
  const because = async (fake: Fake, options: TestOptions = {}): Promise<readonly string[]> => {
    const report = await tried(fake, options);
    expect(report.verdict).toBe("unknown");
    expect(report.divergence).toBeUndefined();
    return report.because;
  };

  test("where the names do not fit", async () => {
    const fake = new Fake(undefined, { kinds: { halt: "perform" } });
    expect(await because(fake)).toEqual(['the adapter binds "halt", and the spec has no such action']);
    expect(fake.asked).toEqual([]);
    const forgetful = new Fake();
    expect(await because(Object.assign(forgetful, { actions: forgetful.actions.slice(1) }))).toEqual(['the adapter does not bind unlock: bind it, or say why not by { unbound: "…" }']);
  });

  test("where nothing is bound, or nothing is shown, or what is shown is no field", async () => {
    expect(await because(new Fake(undefined, { kinds: { unlock: "unbound", join: "unbound", serve: "unbound", close: "unbound" } }))).toEqual(["no action is bound: there is nothing to try"]);
    expect(await because(new Fake(() => Object.assign(new Tickets(), { observe: () => ({}) })))).toEqual(["observe shows no field of the spec: there is nothing to compare"]);
    expect(await because(new Fake(() => Object.assign(new Tickets(), { observe: () => ({ queue: 1 }) })))).toEqual(['the implementation shows "queue", and the spec has no such field']);
  });

  test("where only what never happens is bound", async () => {
    const fake = new Fake(undefined, { kinds: { unlock: "unbound", join: "perform", serve: "perform" } });
    expect(await because(fake)).toEqual(["no bound action can ever happen in the spec at this scope: nothing was tried"]);
  });

  test("where it is interrupted, or time is up", async () => {
    expect(await because(new Fake(), { signal: AbortSignal.abort() })).toEqual(["it was interrupted (exploring the spec)"]);
    expect(await because(new Fake(), { timeoutMs: -1 })).toEqual(["time was up after -0.001 s (exploring the spec)"]);
  });
});
