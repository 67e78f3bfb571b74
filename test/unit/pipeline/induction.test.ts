/** What remains after properties are dropped must rest on itself alone, whatever a solver answers. */
import { describe, expect, test } from "vitest";
import type { Goal } from "../../../src/backends/smt/goal.ts";
import { Unsupported } from "../../../src/backends/smt/unsupported.ts";
import { compileSpec } from "../../../src/frontend/protocol.ts";
import { induction, type Settled } from "../../../src/pipeline/induction.ts";
import { provedProperties } from "../../../src/pipeline/proof-properties.ts";
import type { SolverAnswer } from "../../../verifier/contract/solver.ts";

const { protocol } = compileSpec("specs/two-phase-commit", { proof: "specs/two-phase-commit/proof.ts" });
const inductive = protocol.properties.filter((p) => p.kind === "invariant" || p.kind === "lemma").map((p) => p.name);

const unsat: SolverAnswer = { kind: "unsat", core: [] };
const sat: SolverAnswer = { kind: "sat", model: "" };
const unknown: SolverAnswer = { kind: "unknown", reason: "timeout", detail: "" };

/** Runs with an invented solver, and notes what was assumed in each round. */
async function run(answer: (goal: Goal, round: number) => SolverAnswer | Unsupported) {
  const assumed: string[][] = [];
  let round = -1;
  const ask = async (goals: readonly Goal[]): Promise<Settled[]> => {
    if (goals.some((g) => g.kind === "consecution")) {
      round++;
      const { query } = goals.find((g) => g.kind === "consecution")!;
      if (query instanceof Unsupported) throw query;
      assumed.push(inductive.filter((name) => query.hypotheses.some((h) => h.name === name || h.name.startsWith(`${name}#`))));
    }
    return goals.map((goal) => {
      const found = answer(goal, round);
      return { goal, result: found instanceof Unsupported ? found : { name: goal.name, answer: found, solver: "invented", attempts: 1, milliseconds: 1 } };
    });
  };
  const shown = await induction(protocol, ask);
  const verdicts = Object.fromEntries(provedProperties(protocol, shown).map((p) => [p.name, p.verdict]));
  return { assumed, kept: [...shown.kept], verdicts };
}

const others = (...names: string[]): string[] => inductive.filter((n) => !names.includes(n));

describe("induction", () => {
  test("keeps everything where every goal holds, in one round", async () => {
    const { assumed, kept, verdicts } = await run(() => unsat);
    expect(assumed).toEqual([inductive]);
    expect(kept).toEqual(inductive);
    expect(new Set(Object.values(verdicts))).toEqual(new Set(["proved"]));
  });

  test.each([["a model", sat, "not-inductive"], ["no answer", unknown, "unknown"], ["no translation", new Unsupported("no", protocol.span), "unknown"]] as const)(
    "drops what has a goal with %s, and assumes it no more", async (_, answer, verdict) => {
      const { assumed, kept, verdicts } = await run((goal) => (goal.property?.name === "commitAfterAll" && goal.action?.name === "commit" ? answer : unsat));
      expect(assumed).toEqual([inductive, others("commitAfterAll")]);
      expect(kept).toEqual(others("commitAfterAll"));
      expect(verdicts).toMatchObject({ commitAfterAll: verdict, consistent: "proved" });
    },
  );

  test("goes on until nothing more falls", async () => {
    const { assumed, kept, verdicts } = await run((goal, round) => {
      const falls = ["whoIsHeardHasSpoken", "committedByMessage", "consistent"][round];
      return goal.property?.name === falls ? sat : unsat;
    });
    expect(assumed.at(-1)).toEqual(others("whoIsHeardHasSpoken", "committedByMessage", "consistent"));
    expect(kept).toEqual(assumed.at(-1));
    // Only the first fell while all was assumed: what the others lack may be the first.
    expect(verdicts).toMatchObject({ whoIsHeardHasSpoken: "not-inductive", committedByMessage: "unknown", consistent: "unknown" });
  });

  test("keeps nothing where nothing holds", async () => {
    const { kept, verdicts } = await run(() => sat);
    expect(kept).toEqual([]);
    expect(Object.values(verdicts)).not.toContain("proved");
  });

  test("one goal at the start is as bad as one of a step", async () => {
    const { verdicts } = await run((goal) => (goal.kind === "initiation" && goal.property?.name === "consistent" ? sat : unsat));
    expect(verdicts).toMatchObject({ consistent: "not-inductive" });
  });

  test("a failure in an action is no property's fault but its own", async () => {
    const { verdicts } = await run((goal) => (goal.kind === "no-failure" ? unknown : unsat));
    expect(verdicts).toMatchObject({ "no failure": "unknown", consistent: "proved" });
  });
});
