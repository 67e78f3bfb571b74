/** Costs and progress of small protocols, against what comes out by hand. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DiagnosticsError } from "../../../src/base/diagnostic.ts";
import { type Compiled, compileSpec } from "../../../src/frontend/protocol.ts";
import { explore } from "../../../src/interp/explore.ts";
import { measured } from "../../../src/passes/measured.ts";
import { prepareCompiled, type Prepared } from "../../../src/pipeline/prepare.ts";
import { measure } from "../../../src/tradeoffs/measure.ts";
import { progress } from "../../../src/tradeoffs/progress.ts";
import type { ExploreOptions } from "../../../src/tradeoffs/report.ts";
import { withFiles } from "../frontend/spec-text.ts";

const imports = `
  import { action, constraint, cost, count, delay, exists, fault, fill, forall, invariant, milestone, reachable, repair, require, type Int, type Sort } from "tenet";
  import { Channel, FifoChannel, FifoNetwork, Network, Nodes } from "tenet/faults";`;
const compiled = new Map<string, Compiled>();
function prepared(text: string, options: Readonly<Record<string, string>> = {}): Prepared {
  const known = compiled.get(text) ?? withFiles({ "spec.ts": imports + text }, (folder) => compileSpec(folder));
  compiled.set(text, known);
  return prepareCompiled(known, { options });
}

/** `milestone: cost best..worst`. */
const costs = async (text: string, options?: ExploreOptions): Promise<string[]> =>
  (await measure(prepared(text), options)).measures.map((m) => `${m.milestone}: ${m.cost} ${m.best}..${m.worst}`);
const steps = (trace: { readonly steps: readonly { readonly action: string }[] } | undefined): string | undefined => trace?.steps.map((s) => s.action).join(" ");
const states = async (text: string, options: Readonly<Record<string, string>> = {}) =>
  (await progress(prepared(text, options))).milestones.map((m) => [m.milestone, m.verdict, m.afterRepair, steps(m.run)].filter((x) => x !== undefined).join(" "));

const twoPhaseCommit = (network = "Network") => `
  type Party = "tm" | "a" | "b";
  type Member = "a" | "b";
  interface Message { kind: "prepare" | "prepared" | "commit"; from: Party; to: Party }
  export class TwoPhaseCommit {
    static scope = { ${network === "FifoNetwork" ? "queues: 2" : ""} };
    net = new ${network}<Message>();
    nodes = new Nodes<Party>({ crashes: 1, restart: "later" });
    begun = false;
    votes = new Set<Member>();
    decided = false;
    committed: Record<Member, boolean> = fill(false);
    both(kind: "prepare" | "commit") {
      this.net.send({ kind, from: "tm", to: "a" });
      this.net.send({ kind, from: "tm", to: "b" });
    }
    @action begin() { require(!this.begun && this.nodes.up("tm")); this.begun = true; this.both("prepare"); }
    @action prepare(member: Member) {
      require(this.nodes.up(member));
      this.net.receive({ kind: "prepare", from: "tm", to: member });
      this.net.send({ kind: "prepared", from: member, to: "tm" });
    }
    @action vote(member: Member) {
      require(this.nodes.up("tm"));
      this.net.receive({ kind: "prepared", from: member, to: "tm" });
      this.votes.add(member);
      if (this.votes.size === 2) { this.decided = true; this.both("commit"); }
    }
    @action commit(member: Member) {
      require(this.nodes.up(member));
      this.net.receive({ kind: "commit", from: "tm", to: member });
      this.committed[member] = true;
    }
    @milestone decision() { return this.decided; }
    @milestone someone() { return exists((m: Member) => this.committed[m]); }
    @milestone everybody() { return forall((m: Member) => this.committed[m]); }
    /** Who has the value. */
    @cost copies() { return count((m: Member) => this.committed[m]); }
  }`;

describe("two-phase commit", () => {
  test.each(["Network", "FifoNetwork"])("over %s takes a delay for each round, and three messages for each member", async (network) => {
    expect(await costs(twoPhaseCommit(network))).toEqual([
      "decision: message delays 2..2", "decision: net.messagesSent 6..6", "decision: copies 0..0",
      "someone: message delays 3..3", "someone: net.messagesSent 6..6", "someone: copies 1..1",
      "everybody: message delays 3..3", "everybody: net.messagesSent 6..6", "everybody: copies 2..2",
    ]);
  });

  test("comes with runs, and says what a cost is of", async () => {
    const { measures, end, states: seen, instance } = await measure(prepared(twoPhaseCommit()));
    expect(end).toBe("complete");
    expect(seen).toBe(explore(instance, { deadlock: "ignore" }).distinctStates);
    expect(steps(measures[0].bestRun?.trace)).toBe("begin net.pass prepare prepare net.pass vote vote");
    expect(measures[0].bestRun?.trace.end).toMatchObject({ kind: "reachable", property: "decision" });
    expect(measures.slice(6).map((m) => [m.unit, m.doc])).toEqual([
      ["message delays", expect.stringContaining("message")], ["of the steps", expect.any(String)], ["of the state", "Who has the value."],
    ]);
  });

  test("waits for a member that is down, which may come back", async () => {
    expect(await states(twoPhaseCommit())).toEqual(["decision", "someone", "everybody"].map((m) => `${m} violated recovers nodes.crash`));
    expect(await states(twoPhaseCommit(), { "nodes.restart": "undefined" })).toEqual(["decision", "someone", "everybody"].map((m) => `${m} violated blocked nodes.crash`));
    expect(await states(twoPhaseCommit(), { "nodes.crashes": "0" })).toEqual(["decision holds", "someone holds", "everybody holds"]);
  });
});

describe("a ring", () => {
  test("takes a delay and a message for each hop", async () => {
    expect(await costs(`
      export class Ring {
        static scope = { queue: 1 };
        link = new FifoChannel<Int<0, 4>>();
        at: Int<0, 4> = 0;
        @action start() { require(this.at === 0); this.at = 1; this.link.send(1); }
        @action forward() { const token = this.link.next(); if (token < 4) { this.link.send(token + 1); this.at = token + 1; } else this.at = 0; }
        @milestone around() { return this.at === 4; }
      }`)).toEqual(["around: message delays 3..3", "around: link.messagesSent 4..4"]);
  });
});

/** A request that is sent again where it is refused. */
const retrying = `
  export class Retrying {
    requests = new Channel<"request">({ loss: 1 });
    answers = new Channel<"answer">();
    asked = false;
    done = false;
    @action ask() { require(!this.asked); this.asked = true; this.requests.send("request"); }
    @action answer() { this.requests.receive("request"); this.asked = false; this.answers.send("answer"); }
    @action refuse() { this.requests.receive("request"); this.asked = false; }
    @action hear() { this.answers.receive("answer"); this.done = true; }
    @milestone heard() { return this.done; }
    @cost asks(next: this) { return !this.asked && next.asked ? 1 : 0; }
  }`;

describe("a loop", () => {
  test("that costs something has no bound, and is shown", async () => {
    const { measures } = await measure(prepared(retrying));
    expect(measures.map((m) => `${m.cost} ${m.best}..${m.worst}`)).toEqual([
      "message delays 2..unbounded", "requests.messagesSent 1..unbounded", "answers.messagesSent 1..1", "asks 1..unbounded",
    ]);
    const { trace, repeat } = measures[0].worstRun!;
    const names = trace.steps.map((s) => s.action);
    const loop = names.slice(repeat!.first, repeat!.last + 1);
    expect(loop.toSorted()).toEqual(["ask", "refuse", "requests.pass and answers.pass"]);
    expect(trace.steps[repeat!.last].state).toEqual(repeat!.first === 0 ? trace.initial : trace.steps[repeat!.first - 1].state);
    expect(names.at(-1)).toBe("hear");
  });

  test("of which time is no part does not hide a lost message", async () => {
    expect(await states(retrying)).toEqual(["heard violated blocked ask requests.lose"]);
    expect(await states(retrying, { "requests.loss": "0" })).toEqual(["heard holds"]);
  });
});

describe("a partition", () => {
  const text = `
    type Node = "a" | "b";
    interface Copy { from: Node; to: Node }
    export class Pair {
      constructor(readonly mode: "sync" | "async" = "sync") {}
      net = new Network<Copy>({ partitions: 1 });
      wrote = false;
      copied = false;
      acknowledged = false;
      @action write() { require(!this.wrote); this.wrote = true; this.net.send({ from: "a", to: "b" }); }
      @action copy() { this.net.receive({ from: "a", to: "b" }); this.copied = true; }
      @action acknowledge() { require(this.wrote && !this.acknowledged && (this.mode === "async" || this.copied)); this.acknowledged = true; }
      @milestone safe() { return this.acknowledged; }
      @cost copies() { return this.copied ? 2 : 1; }
    }`;

  test("stops a design that waits until it heals, and not one that does not", async () => {
    expect(await states(text)).toEqual(["safe violated recovers net.partition"]);
    expect(await states(text, { mode: "async" })).toEqual(["safe holds"]);
  });

  test("is not part of what is measured", async () => {
    expect(await costs(text)).toEqual(["safe: message delays 1..1", "safe: net.messagesSent 1..1", "safe: copies 2..2"]);
    expect((await measure(prepared(text, { mode: "async" }))).measures.map((m) => `${m.cost} ${m.best}..${m.worst}`)).toEqual(["message delays 0..1", "net.messagesSent 1..1", "copies 1..2"]);
  });
});

describe("what cannot be counted", () => {
  const counter = (members: string): string => `
    export class Counter {
      n: Int<0, 9> = 0;
      @action up() { require(this.n < 9); this.n += 1; }
      ${members}
    }`;

  test("is never reached, or reached from the beginning", async () => {
    expect(await costs(counter("@milestone far() { return this.n === 9 && this.n < 9; } @milestone near() { return this.n < 5; } @cost value() { return this.n - 3; }"))).toEqual(["far: value never..never", "near: value -3..-3"]);
  });

  test("is unknown where not all states were seen", async () => {
    const text = counter("@milestone all() { return this.n === 1; } @cost value() { return this.n; }");
    expect(await costs(text, { limits: { maxStates: 5 } })).toEqual(["all: value unknown..unknown"]);
    expect((await progress(prepared(text), { limits: { maxStates: 5 } })).milestones).toEqual([{ milestone: "all", doc: "", verdict: "unknown" }]);
    const bounded = counter("@milestone all() { return this.n === 1; } @constraint few() { return this.n < 7; } @cost value() { return this.n; }");
    expect([...await costs(bounded), ...await states(bounded)]).toEqual(["all: value unknown..unknown", "all unknown"]);
  });

  test("is unknown where a step fails", async () => {
    const report = await measure(prepared("export class Over { n: Int<0, 3> = 0; @action up() { this.n += 1; } @milestone one() { return this.n === 1; } @cost value() { return this.n; } }"));
    expect([report.end, report.measures[0].best]).toEqual(["failure", "unknown"]);
  });

  test.each([
    ["a negative step", "T6017", "@milestone one() { return this.n === 3; } @cost down(next: this) { return this.n - next.n; }"],
    ["a cost without a value", "T6016", "@milestone one() { return this.n === 3; } @cost half() { return Math.floor(1 / (this.n - 3)); }"],
    ["a milestone without a value", "T6016", "@milestone one() { return Math.floor(9 / (this.n - 4)) === 8; } @cost half() { return this.n; }"],
  ])("is refused: %s", async (_name, code, members) => {
    const error = await measure(prepared(counter(members))).catch((e: unknown) => e);
    expect((error as DiagnosticsError).diagnostics.map((d) => d.code)).toEqual([code]);
  });
});

describe("what docs/faults.md says of", () => {
  const specOf = (name: string): string =>
    [...readFileSync("docs/faults.md", "utf8").matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((m) => m[1]).find((text) => text.includes(`class ${name} `))!.replaceAll(/^import .*$/gm, "");

  test("its own network", async () => {
    expect(await costs(specOf("Telegraph"))).toEqual(["isRead: message delays 1..1"]);
  });

  test("a write", async () => {
    const text = specOf("Write");
    const asyncCosts = (await measure(prepared(text, { mode: "async" }))).measures.map((m) => `${m.cost} ${m.best}..${m.worst}`);
    expect(await costs(text)).toEqual(["isAcknowledged: message delays 2..2", "isAcknowledged: net.messagesSent 2..2", "isAcknowledged: copies 2..2"]);
    expect(asyncCosts).toEqual(["message delays 0..0", "net.messagesSent 1..1", "copies 1..1"]);
    expect(await states(text)).toEqual(["isAcknowledged violated recovers net.partition"]);
    expect(await states(text, { mode: "async" })).toEqual(["isAcknowledged holds"]);
    for (const mode of ["sync", "async"]) {
      const crash = await states(text, { mode, "nodes.crashes": "1", "nodes.restart": "undefined", "net.partitions": "0" });
      expect(crash).toEqual(["isAcknowledged violated blocked nodes.crash"]);
    }
  });
});

test("a spec without networks has no delays, and nothing of a check changes", () => {
  const { model, instance } = prepared(twoPhaseCommit());
  expect(model.metrics).toEqual([]);
  expect(model.actions.some((a) => a.role === "delay")).toBe(false);
  expect(measured(instance).delay).toBe("net.pass");
  expect(measured(prepared("export class One { on = false; @action go() { this.on = !this.on; } @milestone isOn() { return this.on; } }").instance).delay).toBeUndefined();
});
