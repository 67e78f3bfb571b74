/** What was shown once is not asked again, and nothing else is taken for shown. */
import { expect, test } from "vitest";
import type { Goal, Query } from "../../../src/backends/smt/goal.ts";
import { hypothesesOf, namesOf } from "../../../src/backends/smt/query-text.ts";
import { encode } from "../../../src/backends/smt/goals.ts";
import { Unsupported } from "../../../src/backends/smt/unsupported.ts";
import { CandidateCompiler } from "../../../src/frontend/candidates.ts";
import type { Protocol } from "../../../src/ir/protocol.ts";
import type { Ask } from "../../../src/pipeline/induction.ts";
import { GoalMemory } from "../../../src/propose/goal-memory.ts";

const compiler = new CandidateCompiler("specs/lock-server", { proof: "specs/lock-server/none.ts" });
const { protocol } = compiler.base;
const texts = [
  "forall((c: Client, s: Server) => implies(this.links.has({ client: c, server: s }), !this.semaphore[s]))",
  "forall((c: Client, s: Server) => this.links.has({ client: c, server: s }) || this.semaphore[s])",
];
const bodies = compiler.read(texts).read.map((r) => { if (r.kind !== "lemma") throw new Error("ill-formed"); return r.body; });
/** With these lemmas, under these names, in this order. */
const withLemmas = (...lemmas: readonly (readonly [number, string])[]): Protocol => ({
  ...protocol,
  properties: [...lemmas.map(([i, name]) => ({ kind: "lemma" as const, name, doc: "", body: bodies[i], span: protocol.span })), ...protocol.properties],
});
const goalOf = (p: Protocol): Goal => encode(p).find((g) => g.name === "consecution connect exclusive")!;
const queryOf = (g: Goal): Query => { if (g.query instanceof Unsupported) throw g.query; return g.query; };

/** Says of everything that it holds, and needs what these properties say. */
function oracle(needed: readonly string[]): { ask: Ask; asked: string[] } {
  const asked: string[] = [];
  const ask: Ask = (goals) => Promise.resolve(goals.map((goal) => {
    asked.push(goal.name);
    const query = queryOf(goal);
    const core = namesOf(query.hypotheses.filter((h) => h.property !== undefined && needed.includes(h.property)), query);
    return { goal, result: { name: goal.name, answer: { kind: "unsat", core }, solver: "oracle", attempts: 1, milliseconds: 1 } };
  }));
  return { ask, asked };
}

test("holds again with more assumed, in another order and under other names", async () => {
  const { ask, asked } = oracle(["taken"]);
  const remembering = new GoalMemory().over(ask, true);
  await remembering([goalOf(withLemmas([0, "taken"]))], true);
  const again = goalOf(withLemmas([1, "other"], [0, "lemma 7"]));
  const [{ result }] = await remembering([again], true);
  expect(asked).toHaveLength(1);
  // What it needed is told in the words of the new question.
  expect(result instanceof Unsupported || result.answer.kind !== "unsat" ? [] : hypothesesOf(result.answer.core, queryOf(again)).map((h) => h.property)).toEqual(["lemma 7"]);
});

test("is asked where something that it needed is missing, or is another formula", async () => {
  const { ask, asked } = oracle(["taken"]);
  const remembering = new GoalMemory().over(ask, true);
  await remembering([goalOf(withLemmas([0, "taken"]))], true);
  await remembering([goalOf(withLemmas([1, "taken"]))], true);
  expect(asked).toHaveLength(2);
  await remembering([goalOf(protocol)], true);
  expect(asked).toHaveLength(3);
});

test("without cores, everything was needed", async () => {
  const { ask, asked } = oracle([]);
  const remembering = new GoalMemory().over(ask, false);
  await remembering([goalOf(withLemmas([0, "a"], [1, "b"]))], true);
  await remembering([goalOf(withLemmas([0, "a"]))], true);
  expect(asked).toHaveLength(2);
  await remembering([goalOf(withLemmas([1, "x"], [0, "y"]))], true);
  expect(asked).toHaveLength(2);
});

test("another action, or another initial state, is another question", async () => {
  const { ask, asked } = oracle([]);
  const remembering = new GoalMemory().over(ask, true);
  const goals = encode(protocol).filter((g) => g.kind !== "consistency");
  await remembering(goals, true);
  const kept = asked.length;
  const other: Protocol = { ...protocol, actions: protocol.actions.map((a) => ({ ...a, body: [] })), state: protocol.state.map((f) => ({ ...f, initial: null })) };
  const different = encode(other).filter((g) => g.kind === "initiation");
  await remembering(different, true);
  expect(asked.slice(kept)).toEqual(different.map((g) => g.name));
});
