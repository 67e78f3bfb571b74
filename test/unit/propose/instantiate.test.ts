/** Values for the variables of what is known: typed, an instance, and kept only where a solver needs it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { CandidateCompiler } from "../../../src/frontend/candidates.ts";
import { instanceOf } from "../../../src/propose/instantiate.ts";
import { judge } from "../../../src/propose/judge.ts";
import type { Solver } from "../../../verifier/contract/solver.ts";
import { sharedSolvers } from "./solvers.ts";

const folder = mkdtempSync(join(tmpdir(), "tenet-instances-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "spec.ts"), `import { action, fill, implies, invariant, require, type Sort } from "tenet";
type Node = Sort<"Node">;
export class Work {
  static scope = { Node: 2 };
  readonly boss!: Node;
  ready: Record<Node, boolean> = fill(false);
  done: Record<Node, boolean> = fill(false);
  ended = false;
  @action prepare(node: Node) { this.ready[node] = true; }
  @action finish(node: Node) { require(this.ready[node]); this.done[node] = true; }
  @action end() { require(this.done[this.boss]); this.ended = true; }
  @invariant bossIsReady() { return implies(this.ended, this.ready[this.boss]); }
}
`);
writeFileSync(join(folder, "proof.ts"), `import { forall, implies, lemma, type Sort } from "tenet";
import { Work } from "./spec.ts";
type Node = Sort<"Node">;
export class WorkProof extends Work {
  @lemma doneIsReady() { return forall((node: Node, other: Node) => implies(this.done[node] && node === other, this.ready[other])); }
}
`);

const compiler = new CandidateCompiler(folder);
const made = (property: string, terms: Record<string, string>) =>
  instanceOf(compiler.base.protocol, [], { property, terms: Object.entries(terms).map(([variable, value]) => ({ variable, value })) }, (texts) => compiler.read(texts).read);

test.each([
  [{ node: "this.boss" }, "forall((other: Node) => implies(this.done[this.boss] && this.boss === other, this.ready[other]))"],
  [{ node: "other" }, "forall((other: Node) => implies(this.done[other] && other === other, this.ready[other]))"],
  [{ node: "this.boss", other: "this.boss" }, "implies(this.done[this.boss] && this.boss === this.boss, this.ready[this.boss])"],
])("%j takes the place of variables, and may speak of those that are left", (terms, text) => {
  expect(made("doneIsReady", terms as Record<string, string>)).toEqual({ kind: "instance", text });
  expect(compiler.read([text]).read[0].kind).toBe("lemma");
});

test.each([
  ["doneIsReady", {}, "each variable gets one value"],
  ["nobody", { node: "other" }, "there is no invariant or lemma nobody"],
  ["doneIsReady", { rm: "other" }, "doneIsReady has no variable rm"],
  ["bossIsReady", { node: "this.boss" }, "bossIsReady has no variable node"],
  ["doneIsReady", { node: "node" }, "the value of node speaks of node"],
  ["doneIsReady", { node: '"boss"' }, ""],
  ["doneIsReady", { node: "this.ended" }, ""],
  ["doneIsReady", { node: "other) || (true" }, ""],
  ["doneIsReady", { node: "process.exit(1)" }, ""],
])("of %s with %j: no instance", (property, terms, message) => {
  const found = made(property, terms as Record<string, string>);
  expect(found.kind).toBe("wrong");
  if (found.kind === "wrong") expect(found.diagnostics[0].message).toContain(message);
});

const solvers = sharedSolvers();
const text = "implies(this.done[this.boss] && this.boss === this.boss, this.ready[this.boss])";
const instance = { text, instance: true, by: { proposer: "model", round: 1 } } as const;

test("what the solver does not need is redundant", { timeout: 120_000 }, async () => {
  const j = await judge(folder, [instance], solvers());
  expect(j.verdict).toBe("proved");
  expect(j.judged[0].outcome).toMatchObject({ kind: "redundant" });
});

test("what a solver needs that finds no values for variables by itself is kept", { timeout: 120_000 }, async () => {
  /** In questions about the last step, it does not look at what begins with a quantifier. */
  const shortSighted = (solver: Solver): Solver => ({
    ...solver,
    ask: async (query, budget) => {
      if (!query.text.includes("ended'")) return solver.ask(query, budget);
      const text = query.text.split("\n").filter((line) => !/^\(assert \(=> \S+ \(forall/.test(line)).join("\n");
      const answer = await solver.ask({ ...query, text }, budget);
      return answer.kind === "unsat" ? answer : { kind: "unknown", reason: "incomplete", detail: "" };
    },
  });
  const weak = (): ReturnType<typeof solvers> => {
    const { makeSolver, parallel } = solvers();
    return { makeSolver: () => shortSighted(makeSolver()), parallel };
  };
  expect((await judge(folder, [], weak())).verdict).toBe("open");
  const j = await judge(folder, [instance], weak());
  expect(j.judged[0].outcome).toEqual({ kind: "accepted" });
  expect(j.verdict).toBe("proved");
});
