/**
 * Houdini and the slice on a problem small enough to know the answer: a token that moves once from a to b.
 *
 * Atoms: 0 a has it, 1 b has it, 2 it was sent, 3 something else that anybody changes. One instance, no variables.
 */
import { describe, expect, test } from "vitest";
import type { FiniteTask } from "../../../../verifier/infer/finite-problem.ts";
import { FiniteSearch } from "../../../../verifier/infer/finite.ts";
import { type Clause, keyOf, unordered } from "../../../../verifier/infer/clause.ts";
import { openGround } from "../../../../verifier/sat/ground-solver.ts";

const ground = 4;
const declared = Array.from({ length: ground }, (_, i) => `(declare-const b!${i} Bool)(declare-const a!${i} Bool)`).join("\n");
const step = (name: string, ...facts: string[]) => ({ name, text: [declared, ...facts.map((f) => `(assert ${f})`)].join("\n") });
const send = step("send", "b!0", "(not a!0)", "a!2", "(= a!1 b!1)", "(= a!3 b!3)");
const receive = step("receive", "b!2", "a!1", "(= a!2 b!2)", "(= a!0 b!0)", "(= a!3 b!3)");
const toggle = step("toggle", "(= a!3 (not b!3))", "(= a!0 b!0)", "(= a!1 b!1)", "(= a!2 b!2)");

const a = 0, notA = 1, notB = 3, sent = 4, notSent = 5, notOther = 7;

function task(rest: Partial<FiniteTask>, steps = [send, receive, toggle]): FiniteTask {
  return {
    problem: { atoms: ground, changing: Uint8Array.of(1, 1, 1, 1), names: unordered(ground, []), table: [Int32Array.of(0, 1, 2, 3)], representative: [0], steps, ground },
    candidates: [], required: [], width: 2, literals: [0, 1, 2, 3, 4, 5, 6, 7], weight: new Float64Array(8).fill(1), milliseconds: 60_000, mostClauses: 1000,
    ...rest,
  };
}
const run = (t: FiniteTask) => new FiniteSearch(t, openGround).run(() => {});

describe("the search for clauses", () => {
  test("keeps what no step breaks, and of that what is needed", () => {
    // Not both have it; that rests on: b has it only if it was sent, and a does not have what was sent.
    const found = run(task({ required: [[notA, notB]], candidates: [[notA, notSent], [notB, sent], [notOther]] }));
    expect(found.kind).toBe("fixpoint");
    if (found.kind !== "fixpoint") return;
    const all = found.clauses.map(keyOf);
    expect(all).toEqual(expect.arrayContaining([[notA, notB], [notA, notSent], [notB, sent]].map(keyOf)));
    expect(found.needed.map(keyOf).toSorted()).toEqual([[notA, notB], [notA, notSent]].map(keyOf).toSorted());
  });

  test("what is dropped comes back weaker", () => {
    // That nothing was sent is broken by sending; that it was not sent or a does not have it is not.
    const found = run(task({ candidates: [[notSent]] }));
    expect(found.kind === "fixpoint" && found.clauses.map(keyOf)).toContain(keyOf([notA, notSent]));
    expect(found.kind === "fixpoint" && found.clauses.map(keyOf)).not.toContain(keyOf([notSent]));
  });

  test("an end, too, is that nothing is left", () => {
    expect(run(task({ candidates: [[notOther]], width: 1, milliseconds: 5_000 }))).toEqual({ kind: "fixpoint", clauses: [], needed: [] });
  });

  test("every clause of the fixpoint is kept by every step", () => {
    const found = run(task({ candidates: [[a], [notB], [notSent], [notOther]] }));
    if (found.kind !== "fixpoint") throw new Error(found.kind);
    expect(found.clauses.length).toBeGreaterThan(0);
    const states = Array.from({ length: 16 }, (_, n) => [n & 1, (n >> 1) & 1, (n >> 2) & 1, (n >> 3) & 1]);
    const holds = (s: readonly number[]): boolean => found.clauses.every((c) => c.some((l) => s[l >>> 1] === ((l & 1) ^ 1)));
    const after = (s: readonly number[]): number[][] => [
      ...(s[0] ? [[0, s[1], 1, s[3]]] : []), ...(s[2] ? [[s[0], 1, s[2], s[3]]] : []), [s[0], s[1], s[2], 1 - s[3]],
    ];
    for (const s of states.filter(holds)) for (const t of after(s)) expect(holds(t), `${s} → ${t}`).toBe(true);
  });

  test("says which step breaks what is required", () => {
    expect(run(task({ required: [[notA, notB]] }))).toEqual({ kind: "lost", clause: [notA, notB], step: "receive" });
  });

  test("gives up without time", () => {
    expect(run(task({ required: [[notA, notB]], milliseconds: 0 }))).toEqual({ kind: "gave-up", reason: "time" });
  });

  test("gives up with too many clauses", () => {
    expect(run(task({ candidates: [[notSent], [notB]], mostClauses: 1 }))).toEqual({ kind: "gave-up", reason: "clauses" });
  });

  test("takes in more of what may hold when asked to, and does without what does not hold elsewhere", () => {
    const search = new FiniteSearch(task({ required: [[notA, notB]], candidates: [[notA, notSent], [notB, sent]] }), openGround);
    const needed = (add: readonly Clause[], ban: readonly Clause[]) => {
      const found = search.revise({ add, ban }, () => {});
      return found.kind === "fixpoint" ? found.needed.map(keyOf).toSorted() : found.kind;
    };
    expect(search.run(() => {}).kind).toBe("fixpoint");
    expect(needed([[notB, sent]], [])).toEqual([[notA, notB], [notA, notSent], [notB, sent]].map(keyOf).toSorted());
    expect(needed([], [[notB, sent]])).toEqual([[notA, notB], [notA, notSent]].map(keyOf).toSorted());
    expect(needed([], [[notA, notSent]])).toBe("lost");
  });

  test("looks only at what the required ones rest on", () => {
    const found = run(task({ required: [[notA, notB]], candidates: [[notA, notSent], [notOther]] }));
    expect(found.kind === "fixpoint" && found.clauses.map(keyOf)).toContain(keyOf([notOther]));
    expect(found.kind === "fixpoint" && found.needed.map(keyOf)).not.toContain(keyOf([notOther]));
  });
});

test("two values that are interchangeable: a clause is kept under every assignment", () => {
  // p of two nodes; "take" is by either of them, if none has it. Atoms: p(x), p(y) under x,y = 1,2 and 2,1.
  const take = step("take", "(not b!0)", "(not b!1)", "(or (and a!0 (not a!1)) (and a!1 (not a!0)))");
  const problem = {
    atoms: 2, changing: Uint8Array.of(1, 1), names: unordered(2, [Int32Array.of(1, 0)]), table: [Int32Array.of(0, 1), Int32Array.of(1, 0)], representative: [0], steps: [take], ground,
  };
  const found = run(task({ problem, candidates: [[1], [1, 3]], literals: [0, 1, 2, 3] }));
  expect(found.kind === "fixpoint" && found.clauses.map(keyOf)).toEqual([keyOf([1, 3])]);
});
