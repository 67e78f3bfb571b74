/** Specs under the faults of the library, against the same specs with faults written by hand and with none. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emitModel } from "../../src/backends/explicit/emit-model.ts";
import { compileSpec } from "../../src/frontend/protocol.ts";
import { explore } from "../../src/interp/explore.ts";
import { stateKey } from "../../src/interp/value.ts";
import { faultsOf } from "../../src/passes/faults.ts";
import { check } from "../../src/pipeline/check.ts";
import { checkPrepared } from "../../src/pipeline/check-prepared.ts";
import { prepareCompiled } from "../../src/pipeline/prepare.ts";
import { checkText } from "../../src/report/check-text.ts";
import { withFiles } from "../unit/frontend/spec-text.ts";

const here = join(import.meta.dirname, "faults");

/** A sender, and what `net` is. */
const ping = (net: string, send: string, receive: string): string => `
  import { action, exists, fault, invariant, reachable, require, type Sort } from "tenet";
  import { Network, Nodes, Clocks, FifoNetwork } from "tenet/faults";
  type Node = Sort<"Node">;
  interface Ping { from: Node; to: Node }
  export class Greeting {
    static scope = { Node: 2 };
    ${net}
    heard = new Set<Node>();
    @action greet(ping: Ping) { ${send} }
    @action hear(ping: Ping) { ${receive} this.heard.add(ping.from); }
    @reachable someoneHears() { return exists((n: Node) => this.heard.has(n)); }
  }`;
const byHand = (more = ""): string => ping(`messages = new Set<Ping>(); ${more}`, "this.messages.add(ping);", "require(this.messages.has(ping)); this.messages.delete(ping);");
const byLibrary = (faults: string, more = ""): string => ping(`net = new Network<Ping>(${faults}); ${more}`, "this.net.send(ping);", "this.net.receive(ping);");
const compiled = (text: string) => withFiles({ "spec.ts": text }, (folder) => compileSpec(folder));
const modelOf = (text: string) => prepareCompiled(compiled(text), {}).model;

describe("faults that do not occur cost nothing", () => {
  const plain = modelOf(byHand());
  test.each([
    ["a network", byLibrary("")],
    ["a network whose faults are ruled out", byLibrary("{ loss: 0, partitions: 0 }")],
    ["nodes and a network that nobody uses", byLibrary("", "nodes = new Nodes<Node>(); other = new Network<Ping>();")],
  ])("%s", (_name, text) => {
    const model = modelOf(text);
    const [a, b] = [emitModel(plain), emitModel(model)];
    expect(b.layout.words).toBe(a.layout.words);
    expect(model.state.map((f) => f.name)).toEqual(["net.messages", "heard"]);
    // The same code but for names and places.
    expect(b.source.replaceAll(/net[.$_]/g, "").length).toBeLessThan(a.source.length * 1.1);
    expect(model.actions.map((x) => x.name)).toEqual(["greet", "hear"]);
  });

  test("and the states are the same", async () => {
    const counts = await Promise.all([byHand(), byLibrary("")].map(async (text) => {
      const { search, warnings } = await checked(text);
      return { states: search.distinctStates, transitions: search.transitions, depth: search.depth, warnings };
    }));
    expect(counts[1]).toEqual(counts[0]);
  });
});

const checked = (text: string, options: Readonly<Record<string, string>> = {}) => checkPrepared("spec.ts", prepareCompiled(compiled(text), { options }));

describe("faults by the library are those by hand", () => {
  const loss = "@fault lose(ping: Ping) { require(this.messages.has(ping)); this.messages.delete(ping); }";
  const lossOnce = "lost = false; @fault lose(ping: Ping) { require(this.messages.has(ping) && !this.lost); this.lost = true; this.messages.delete(ping); }";
  test.each([
    ["unlimited loss", byHand(loss), byLibrary('{ loss: "unlimited" }')],
    ["one loss", byHand(lossOnce), byLibrary("{ loss: 1 }")],
  ])("%s", async (_name, hand, library) => {
    const [a, b] = [await checked(hand), await checked(library)];
    expect([b.search.distinctStates, b.search.transitions, b.search.depth]).toEqual([a.search.distinctStates, a.search.transitions, a.search.depth]);
  });

  test("raft, with crashes that wipe out what is volatile", async () => {
    const { search, verdict } = await check(join(here, "raft.ts"));
    expect([verdict, search.distinctStates, search.transitions, search.depth]).toEqual(["exhaustive", 20590, 213747, 18]);
  });

  test("the alternating bit: the states of the spec by hand, where equal messages are lost in several ways", async () => {
    const { search } = await check(join(here, "alternating-bit.ts"));
    expect([search.distinctStates, search.transitions, search.depth]).toEqual([240, 1244, 9]);
  });
});

describe("delays that are counted", () => {
  const options = "{ loss: 1, duplication: 1 }";
  const text = (made: string, scope = ""): string => `
    import { action, reachable, require, type Int, type Sort } from "tenet";
    import { Channel, FifoChannel, FifoNetwork, Network } from "tenet/faults";
    interface Ping { from: 0 | 1; to: 0 | 1; n: Int<0, 1> }
    export class Counting {
      static scope = { ${scope} };
      net = ${made};
      sent: Int<0, 2> = 0;
      received: Int<0, 4> = 0;
      @action send(ping: Ping) { require(this.sent < 2 && ping.from !== ping.to); this.sent += 1; this.net.send(ping); }
      @action receive(ping: Ping) { require(this.received < 4); this.net.receive(ping); this.received += 1; }
      @reachable bothArrive() { return this.received === 2; }
    }`;

  test.each([["Channel", ""], ["FifoChannel", "queue: 3"], ["Network", ""], ["FifoNetwork", "queues: 3"]])("allow the same runs in %s", (name, scope) => {
    const protocol = compiled(text(`new ${name}<Ping>(${options})`, scope));
    const statesOf = (chosen: Readonly<Record<string, string>>): Set<string> => {
      const { instance } = prepareCompiled(protocol, { options: chosen });
      const shared = instance.state.flatMap((f, i) => (/\.(young|arrived|delays)$/.test(f.name) ? [] : [i]));
      const { states, end } = explore(instance, { deadlock: "ignore", maxStates: 20_000 });
      expect(end).toBe("complete");
      return new Set(states.map((state) => stateKey(shared.map((i) => state[i]))));
    };
    const plain = statesOf({});
    expect(statesOf({ "net.delays": "counted" })).toEqual(plain);
    expect(plain.size).toBeGreaterThan(90);
  });

  test("a message waits for one", () => {
    const { instance } = prepareCompiled(compiled(text('new FifoChannel<Ping>({ delays: "counted" })', "queue: 2")), {});
    const { states, findings } = explore(instance, { deadlock: "ignore" });
    expect(findings.map((f) => f.states.length - 1)).toEqual([5]);
    expect(states.length).toBeGreaterThan(0);
  });
});

describe("what a verdict says of faults", () => {
  const text = byLibrary("{ loss: 1 }", 'nodes = new Nodes<Node>({ crashes: "unlimited" }); @fault own() { require(this.heard.size > 0); this.heard.clear(); }');

  test("each with its budget, and the budgets there are", () => {
    const found = faultsOf(compiled(text).protocol);
    expect(found.map((f) => `${f.fault} ${f.option} ${f.budget}`)).toEqual([
      "net.lose net.loss 1", "net.duplicate net.duplication 0", "net.partition net.partitions 0", "net.forge net.byzantine 0", "nodes.crash nodes.crashes unlimited", "own null unlimited",
    ]);
    expect(found[0].budgets).toEqual([0, 1, 2, 3, 4, 5, 6, 7, "unlimited"]);
  });

  test("above the verdicts, with what the command line chose", async () => {
    const report = await checked(text, { "net.loss": "2", "nodes.crashes": "0" });
    expect(checkText(report, { color: false }).split("\n").slice(0, 2)).toEqual([
      "Greeting (spec.ts) with Node=2", "Faults: net: loss at most 2, no duplication, no partitions, no byzantine; nodes: no crashes; unlimited own",
    ]);
    expect(report.warnings).toEqual([]);
  });

  test("an option that is passed on is the one to set", () => {
    const passed = byLibrary("{ loss: this.tries }", 'constructor(readonly tries: 0 | 1 | "unlimited" = 1) {}');
    expect(faultsOf(compiled(passed).protocol)[0]).toEqual({ fault: "net.lose", option: "tries", budget: 1, budgets: [0, 1, "unlimited"] });
  });
});
