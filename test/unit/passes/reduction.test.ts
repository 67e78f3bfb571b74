/** What partial-order reduction may take alone, and the traps that it must not fall into. */
import { describe, expect, test } from "vitest";
import { emitModel } from "../../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../../src/backends/explicit/module.ts";
import type { Protocol } from "../../../src/ir/protocol.ts";
import { planReduction, type ReductionPlan } from "../../../src/passes/reduction/plan.ts";
import { prepareCompiled } from "../../../src/pipeline/prepare.ts";
import { search } from "../../../verifier/explicit/search.ts";
import { protocolOf } from "../frontend/lower-run.ts";

const modelOf = (body: string): Protocol => prepareCompiled({ protocol: protocolOf(`
type Node = Sort<"Node">;
type Message = { kind: "ask"; node: Node } | { kind: "answer"; node: Node };
export class P {
  static scope = { Node: 2 };
  unused = new Set<Node>();
  ${body}
}`), warnings: [] }, {}).model;

/** Actions that are taken alone, and what keeps the others from it. */
function planned(body: string): { readonly alone: readonly string[]; readonly why: Readonly<Record<string, string>>; readonly plan: ReductionPlan } {
  const model = modelOf(body);
  const plan = planReduction(model);
  const why = Object.fromEntries([...plan.obstacles].map(([name, o]) => [name, o.kind === "visible" ? `visible to ${o.property}` : o.kind === "dependent" ? `dependent on ${o.action}` : o.kind]));
  return { alone: plan.alone.map((i) => model.actions[i].name), why, plan };
}

async function statesOf(body: string): Promise<readonly [full: number, reduced: number]> {
  const model = modelOf(body);
  const states = async (reduction: readonly number[]): Promise<number> => {
    const emitted = emitModel(model, { reduction });
    const request = { limits: {}, deadlock: "ignore", keepGoing: true, visited: "exact" } as const;
    return (await search(instantiateModule(emitted.source, emitted.wasm), request)).stats.distinctStates;
  };
  return [await states([]), await states(planReduction(model).alone)];
}

const seen = `
  seen = new Set<Node>();
  @action look(node: Node) { require(!this.seen.has(node)); this.seen.add(node); }`;

describe("taken alone", () => {
  test("what nobody looks at and nobody keeps from happening", async () => {
    const body = `${seen}
  mark = false;
  @action set() { require(!this.mark); this.mark = true; }
  @invariant marked() { return this.mark || !this.mark; }`;
    expect(planned(body).alone).toEqual(["look"]);
    expect(await statesOf(body)).toEqual([8, 4]);
  });

  test("what makes an invariant false, or a reachable true, and never the other way round", () => {
    expect(planned(`${seen} @invariant few() { return forall((a: Node, b: Node) => implies(this.seen.has(a) && this.seen.has(b), a === b)); }`).alone).toEqual(["look"]);
    expect(planned(`${seen} @reachable all() { return forall((a: Node) => this.seen.has(a)); }`).alone).toEqual(["look"]);
    expect(planned(`${seen} @invariant some() { return exists((a: Node) => this.seen.has(a)); }`).why).toEqual({ look: "visible to some" });
    expect(planned(`${seen} @reachable none() { return !exists((a: Node) => this.seen.has(a)); }`).why).toEqual({ look: "visible to none" });
  });

  test("messages of another kind than those that are asked about; guards that more messages only make true", () => {
    const body = `
  sent = new Set<Message>();
  @action ask(node: Node) { this.sent.add({ kind: "ask", node }); }
  @action answer(m: Message) { require(m.kind === "ask" && this.sent.has(m)); this.sent.add({ kind: "answer", node: m.node }); }
  @reachable silence() { return !exists((node: Node) => this.sent.has({ kind: "answer", node })); }`;
    expect(planned(body)).toMatchObject({ alone: ["ask"], why: { answer: "visible to silence" } });
  });

  test("what somebody ends for good, where nobody looks any more at what it would have done", () => {
    const body = `${seen.replace("require(", "require(this.open && ")}
  open = true;
  @action close() { require(this.open && forall((node: Node) => this.seen.has(node))); this.open = false; }
  @action giveUp() { require(this.open); this.open = false; }`;
    expect(planned(body).alone).toEqual(["look"]);
    expect(planned(`${body} @action reopen() { this.open = true; }`).why.look).toBe("dependent on close");
    expect(planned(`${body} @action count(node: Node) { require(this.seen.has(node)); this.late = true; } late = false;`).why.look).toBe("dependent on close");
  });

  test("a phase, for properties that do not tell the two apart", () => {
    const body = `
  phase: Record<Node, "a" | "b" | "c"> = fill("a");
  @action first(node: Node) { require(this.phase[node] === "a"); this.phase[node] = "b"; }
  @action second(node: Node) { require(this.phase[node] === "b"); this.phase[node] = "c"; }
  @reachable never() { return forall((node: Node) => this.phase[node] !== "c"); }`;
    expect(planned(body)).toMatchObject({ alone: ["first"], why: { second: "visible to never" } });
    expect(planned(body.replace('!== "c"', '!== "b"'))).toMatchObject({ alone: ["second"], why: { first: "visible to never" } });
  });
});

describe("never taken alone", () => {
  test("steps that nobody sees and that go on for ever: they would put off what is asked about", () => {
    const toggle = "on = false; @action toggle() { this.on = !this.on; }";
    const set = "mark = false; @action set() { require(!this.mark); this.mark = true; } @reachable marked() { return this.mark; }";
    expect(planned(`${toggle} ${set}`)).toMatchObject({ alone: ["set"], why: { toggle: "endless" } });
    const around = `at: "a" | "b" = "a";
  @action there() { require(this.at === "a"); this.at = "b"; }
  @action back() { require(this.at === "b"); this.at = "a"; }`;
    const { alone } = planned(`${around} mark = false; @action set() { this.mark = !this.mark; } @invariant marked() { return !this.mark; } @reachable both() { return this.mark; }`);
    expect(alone).toEqual(["there"]);
  });

  test("what another action disables, or would find changed", () => {
    expect(planned(`${seen} @action clear(node: Node) { this.seen.delete(node); this.cleared = true; } cleared = false;`).why.look).toBe("dependent on clear");
    expect(planned(`${seen} @action copy() { this.other = this.seen; } other = new Set<Node>();`).why.look).toBe("dependent on copy");
    expect(planned(`${seen} @action wait() { require(!exists((node: Node) => this.seen.has(node))); this.waited = true; } waited = false;`).why.look).toBe("dependent on wait");
  });

  test("what decides whether another action fails", () => {
    const body = `${seen} n: Int<0, 1> = 0; @action grow(node: Node) { if (!this.seen.has(node)) this.n += 1; }`;
    expect(planned(body).why.look).toBe("dependent on grow");
    const early = `${seen} m: Record<Node, Node | undefined> = fill(undefined); @action ask(node: Node) { const other = this.m[node]; require(this.seen.has(node) || other !== undefined && !this.seen.has(other)); this.m[node] = node; }`;
    expect(planned(early).why.look).toBe("dependent on ask");
  });

  test("what a constraint or the end of a run looks at", () => {
    expect(planned(`${seen} @constraint few() { return !exists((node: Node) => this.seen.has(node)); }`).why).toEqual({ look: "visible to few" });
    expect(planned(`${seen} @terminal all() { return forall((node: Node) => this.seen.has(node)); }`).why).toEqual({ look: "visible to all" });
  });

  test("anything where a step property may be broken by a step that changes nothing it reads", () => {
    const body = `${seen} mark = false; @action set() { require(!this.mark); this.mark = true; }`;
    expect(planned(`${body} @step changes(next: this) { return next.mark !== this.mark; }`)).toMatchObject({ alone: [], plan: { stuttering: "changes" } });
    expect(planned(`${body} @step stays(next: this) { return implies(this.mark, next.mark); }`)).toMatchObject({ alone: ["look"] });
  });
});
