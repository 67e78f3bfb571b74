/** What a proof rests on: with a solver that is invented, so that what it says is known, and with the real one. */
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { encode } from "../../../src/backends/smt/goals.ts";
import { compileSpec } from "../../../src/frontend/protocol.ts";
import { prove } from "../../../src/index.ts";
import { explain } from "../../../src/pipeline/explain.ts";
import type { Induction } from "../../../src/pipeline/induction.ts";
import type { Solver } from "../../../verifier/contract/solver.ts";
import type { PoolResult, PoolTask } from "../../../verifier/smt/pool.ts";
import { ThreadSolver } from "../../../verifier/smt/thread-solver.ts";
import { imports, withFiles } from "../frontend/spec-text.ts";
import { z3Worker } from "../smt/z3-worker.ts";

const protocol = withFiles({
  "spec.ts": `${imports}export class P { a = false; b = false; c = false; d = false;
    @action go() { this.a = true; this.b = true; this.c = true; this.d = true; }
    @invariant goal() { return this.a; } @invariant one() { return this.b; } @invariant two() { return this.c; } @invariant three() { return this.d; } }`,
}, (folder) => {
  const { protocol } = compileSpec(folder);
  return { ...protocol, properties: protocol.properties.map((p) => (p.name === "goal" ? p : { ...p, kind: "lemma" as const })) };
});
const inductive = protocol.properties.map((p) => p.name);
const shown: Induction = {
  kept: new Set(inductive), dropped: new Map(), goals: new Map(), rest: [],
  own: encode(protocol).filter((g) => g.property).map((goal) => ({ goal, result: { name: goal.name, answer: { kind: "unsat", core: [] }, solver: "", attempts: 1, milliseconds: 1 } })),
};

/** A solver to which any of the lists of properties is enough for a goal; of others it does not know. Its cores are all there is, so as to be of no help. */
async function run(enough: Readonly<Record<string, readonly (readonly string[])[]>>, inTime: () => boolean = () => true) {
  const asked: string[] = [];
  const ask = async (tasks: readonly PoolTask[]): Promise<PoolResult[]> => tasks.map(({ name, query }) => {
    const given = query.assumptions.map((a) => a.replace("h!", ""));
    asked.push(`${name}: ${given.filter((p) => inductive.includes(p)).join(" ")}`);
    const holds = (enough[name] ?? [[]]).some((list) => list.every((p) => given.includes(p)));
    return { name, answer: holds ? { kind: "unsat", core: query.assumptions } : { kind: "unknown", reason: "timeout", detail: "" }, attempts: 1, milliseconds: 1 } as PoolResult;
  });
  const { goals, unneeded, removable } = await explain(protocol, shown, { ask, inTime });
  const needs = Object.fromEntries(goals.map((g) => [g.goal, g.needs.map((n) => n.property)]));
  return { needs, unneeded, removable, minimal: goals.every((g) => g.minimal), asked };
}
const step = (name: string): string => `consecution go ${name}`;

describe("what a proof rests on", () => {
  test("is made as small as it can be, and a lemma that leads nowhere is not needed", async () => {
    const { needs, unneeded, removable, minimal } = await run({ [step("goal")]: [["one"]], [step("one")]: [["one"]], [step("two")]: [["three"]], [step("three")]: [["two"]] });
    expect(needs).toMatchObject({ [step("goal")]: ["one"], [step("one")]: ["one"], [step("two")]: ["three"], "initiation goal": [] });
    expect([unneeded, removable, minimal]).toEqual([["two", "three"], ["two", "three"], true]);
  });

  test("what stands last is done without first", async () => {
    const { unneeded, removable } = await run({ [step("goal")]: [["one"], ["two", "three"]] });
    expect([unneeded, removable]).toEqual([["two", "three"], ["two", "three"]]);
  });

  test("a lemma that another one can stand in for could be removed", async () => {
    const { unneeded, removable, needs } = await run({ [step("goal")]: [["two"], ["three"]], [step("one")]: [["one"]], [step("two")]: [["three"]] });
    expect(needs[step("goal")]).toEqual(["two"]);
    expect([unneeded, removable]).toEqual([["one"], ["one", "two"]]);
  });

  test("what the rest needs to stand is not removed, though the invariant does not need it", async () => {
    // Without three, the goal needs one and two; but two does not hold without three.
    const { removable } = await run({ [step("goal")]: [["two"]], [step("two")]: [["three"]], [step("three")]: [["three"]] });
    expect(removable).toEqual(["one"]);
  });

  test("a removal that fails leaves everything as it was", async () => {
    const { unneeded, removable, needs } = await run({ [step("goal")]: [["one", "two", "three"]] });
    expect([unneeded, removable]).toEqual([[], []]);
    expect(needs[step("goal")].toSorted()).toEqual(["one", "three", "two"]);
  });

  test("without time, nothing is said to be too much", async () => {
    const { unneeded, removable, minimal, asked } = await run({}, () => false);
    expect([unneeded, removable, minimal]).toEqual([[], [], false]);
    expect(asked.length).toBe(new Set(asked).size);
  });

  test("the answers for the whole are asked for once more", async () => {
    // A solver whose mind changes: it finds three unneeded, but then not all goals without it.
    let refuse = false;
    const ask = async (tasks: readonly PoolTask[]): Promise<PoolResult[]> => {
      refuse ||= tasks.every((t) => !t.query.assumptions.includes("h!three"));
      return tasks.map(({ name, query }) => ({ name, answer: refuse ? { kind: "unknown", reason: "timeout", detail: "" } : { kind: "unsat", core: query.assumptions.filter((a) => a !== "h!three") }, attempts: 1, milliseconds: 1 }) as PoolResult);
    };
    expect(await explain(protocol, shown, { ask, inTime: () => true })).toMatchObject({ removable: [] });
  });
});

describe("with the solver", () => {
  const solver = new ThreadSolver(z3Worker());
  afterAll(() => solver.close());
  const again = `@lemma again() { return forall((server: Server) => implies(this.semaphore[server], forall((client: Client) => !this.links.has({ client, server })))); }
    @lemma nothing() { return forall((server: Server) => this.semaphore[server] || !this.semaphore[server]); }
  }`;

  test("a lemma said twice, and one that says nothing, could be removed", { timeout: 60_000 }, async () => {
    const [spec, proof] = ["spec.ts", "proof.ts"].map((file) => readFileSync(`specs/lock-server/${file}`, "utf8"));
    const makeSolver = (): Solver => ({ name: "z3", ask: (query, budget) => solver.ask(query, budget), close: () => Promise.resolve() });
    const report = await withFiles({ "spec.ts": spec, "proof.ts": proof.replace(/\}\s*$/, again) }, (folder) => prove(folder, { explain: true, parallel: 1, makeSolver }));
    expect(report.verdict).toBe("proved");
    expect(report.explanation?.removable).toEqual(["again", "nothing"]);
    expect(report.explanation?.unneeded).toContain("nothing");
    const grounds = report.explanation?.goals.find((g) => g.goal === "consecution connect exclusive");
    expect(new Set(grounds?.needs.map((n) => n.property))).toEqual(new Set(["exclusive", "linkedIsTaken"]));
    expect(grounds?.minimal).toBe(true);
  });
});
