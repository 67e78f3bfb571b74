import { describe, expect, test } from "vitest";
import { judge } from "../../../src/propose/judge.ts";
import type { Judgement } from "../../../src/propose/judgement.ts";
import type { Proposal } from "../../../src/propose/proposal.ts";
import { sharedSolvers } from "./solvers.ts";

const solvers = sharedSolvers();
const by = { proposer: "model", round: 1 } as const;
const texts = (...all: string[]): Proposal[] => all.map((text) => ({ text, by }));

const known = [
  'implies(this.sent.has({ kind: "commit" }), this.tm === "committed") && implies(this.sent.has({ kind: "abort" }), this.tm === "aborted")',
  'forall((rm: RM) => implies(this.tmPrepared.has(rm), this.sent.has({ kind: "prepared", rm })))',
  'forall((rm: RM) => implies(this.sent.has({ kind: "prepared", rm }), this.rm[rm] !== "working"))',
  'implies(this.tm === "committed", forall((rm: RM) => this.tmPrepared.has(rm)))',
  'forall((rm: RM) => implies(this.rm[rm] === "committed", this.sent.has({ kind: "commit" })))',
  'forall((rm: RM) => implies(this.rm[rm] === "aborted" && this.sent.has({ kind: "prepared", rm }), this.sent.has({ kind: "abort" })))',
];
/** Where there is no file yet. */
const nowhere = { proof: "specs/two-phase-commit/none.ts" };
const judged = (j: Judgement): Record<string, string> => Object.fromEntries(j.judged.map((x) => [x.name ?? x.proposal.text, x.outcome.kind]));
const outcome = (j: Judgement, i: number) => j.judged[i].outcome;
const timeout = 120_000;

describe("judge", () => {
  test("a proof that is there need not have a lemma yet, nor import what lemmas need", { timeout }, async () => {
    const j = await judge("specs/toy-consensus", texts("true"), { proof: "test/cli/specs/no-proof.ts", ...solvers() });
    expect(outcome(j, 0)).toEqual({ kind: "redundant", why: "follows", from: [] });
  });

  test("accepts what is needed, names what is not, and refutes what is false", { timeout }, async () => {
    const j = await judge("specs/two-phase-commit", texts(
      ...known, "true", "this.consistent()", 'forall((rm: RM) => this.rm[rm] === "working")', "nonsense",
      'forall((rm: RM) => implies(this.tmPrepared.has(rm), this.rm[rm] !== "working"))',
      'forall((rm: RM) => implies(this.rm[rm] === "prepared", this.sent.has({ kind: "prepared", rm })))', "this.tmPrepared.size <= 9", known[1],
    ), { ...nowhere, ...solvers() });
    expect(j.verdict).toBe("proved");
    expect(judged(j)).toEqual({
      sentCommitImpliesTmCommittedAndSent: "accepted", tmPreparedImpliesSentPrepared: "accepted", sentPreparedImpliesRmNotWorking: "accepted",
      tmCommittedImpliesAllTmPrepared: "accepted", rmCommittedImpliesSentCommit: "accepted", rmAbortedAndSentPreparedImpliesSentAbort: "accepted",
      true: "redundant", neverRmCommittedAndRmAborted: "redundant", rmWorking: "false", nonsense: "ill-formed",
      tmPreparedImpliesRmNotWorking: "redundant", rmPreparedImpliesSentPrepared: "redundant", sizeOfTmPreparedAtMost9: "unknown", tmPreparedImpliesSentPrepared2: "redundant",
    });
    expect(outcome(j, 6)).toEqual({ kind: "redundant", why: "follows", from: [] });
    expect(outcome(j, 7)).toEqual({ kind: "redundant", why: "follows", from: ["consistent"] });
    expect(outcome(j, 10)).toEqual({ kind: "redundant", why: "follows", from: ["tmPreparedImpliesSentPrepared", "sentPreparedImpliesRmNotWorking"] });
    expect(outcome(j, 11)).toEqual({ kind: "redundant", why: "not-needed" });
    expect(outcome(j, 12)).toMatchObject({ kind: "unknown", budget: "unsupported" });
    expect(outcome(j, 13)).toEqual({ kind: "redundant", why: "follows", from: ["tmPreparedImpliesSentPrepared"] });
    // One step away from the start, somebody is not working.
    expect(outcome(j, 8)).toMatchObject({ kind: "false", trace: { end: { kind: "invariant", property: "rmWorking" } } });
    const refuting = outcome(j, 8);
    expect(refuting.kind === "false" && refuting.trace.steps).toHaveLength(1);
    expect(outcome(j, 9)).toMatchObject({ diagnostics: [{ code: "TS2304", span: { file: "proposal 10", line: 1, column: 1 } }] });
    expect(j.accepted.map((a) => a.name)).toEqual(j.accepted.map((a) => a.name).toSorted());
    expect(j.grounds.find((g) => g.goal === "consecution receiveAbort consistent")?.needs.map((n) => n.property)).toContain("rmCommittedImpliesSentCommit");
  });

  test("what is not inductive is kept aside with a step that leads out of it", { timeout }, async () => {
    const j = await judge("specs/two-phase-commit", texts(known[4], 'forall((rm: RM) => implies(this.tmPrepared.has(rm) && this.tm === "init", this.rm[rm] === "prepared"))'), { ...nowhere, ...solvers() });
    expect(j.verdict).toBe("open");
    expect(outcome(j, 0)).toEqual({ kind: "accepted" });
    expect(outcome(j, 1)).toMatchObject({ kind: "not-inductive", without: [], example: { confirmed: "yes" } });
    const consistent = j.properties.find((p) => p.name === "consistent")!;
    expect(consistent.verdict).toBe("not-inductive");
    expect(new Set(consistent.obstacles.map((o) => o.why.kind))).toEqual(new Set(["counterexample"]));
  });

  test("with the lemmas that are there", { timeout }, async () => {
    const j = await judge("specs/two-phase-commit", texts("this.whoIsHeardHasSpoken()", 'forall((rm: RM) => implies(this.rm[rm] === "prepared", this.sent.has({ kind: "prepared", rm })))'), solvers());
    expect(j.verdict).toBe("proved");
    expect(outcome(j, 0)).toEqual({ kind: "redundant", why: "follows", from: ["whoIsHeardHasSpoken"] });
    expect(outcome(j, 1)).toEqual({ kind: "redundant", why: "not-needed" });
    expect(j.accepted).toEqual([]);
  });

  test("a false protocol is not proved: the run is shown, and nothing is judged", { timeout }, async () => {
    const j = await judge("test/cli/specs/hasty-commit.ts", texts("true"), solvers());
    expect(j.verdict).toBe("violated");
    expect(j.violation?.trace.steps.length).toBeGreaterThan(0);
    expect(j.judged.map((x) => x.outcome)).toEqual([{ kind: "unknown", budget: "violated" }]);
  });

  test("what says nothing is not accepted, even where no time is left to find out what is needed", { timeout }, async () => {
    const stop = new AbortController();
    const j = await judge("specs/toy-consensus", texts("true", "forall((b: boolean) => b || !b)", "forall((n: Node) => this.vote[n] === undefined || this.vote[n] !== undefined)"), {
      proof: "specs/toy-consensus/none.ts", ...solvers(), signal: stop.signal, listener: { progress: ({ phase }) => void (phase === "pruning" && stop.abort()) },
    });
    expect(j.judged.slice(0, 2).map((x) => x.outcome)).toEqual([{ kind: "redundant", why: "follows", from: [] }, { kind: "redundant", why: "follows", from: [] }]);
  });

  test("nothing is accepted without time to prove it", { timeout }, async () => {
    const late = await judge("specs/two-phase-commit", texts(...known), { ...nowhere, ...solvers(), milliseconds: 1 });
    expect(new Set(late.judged.map((x) => x.outcome.kind === "unknown" && x.outcome.budget))).toEqual(new Set(["time"]));
    const stopped = await judge("specs/two-phase-commit", texts(...known), { ...nowhere, ...solvers(), signal: AbortSignal.abort() });
    expect(new Set(stopped.judged.map((x) => x.outcome.kind === "unknown" && x.outcome.budget))).toEqual(new Set(["interrupted"]));
    expect([...late.accepted, ...stopped.accepted]).toEqual([]);
  });
});
