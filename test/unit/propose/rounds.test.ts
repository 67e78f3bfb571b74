/** Rounds with a model: what it said is judged, and what became of it is what it is told next. */
import { expect, test } from "vitest";
import { judge } from "../../../src/propose/judge.ts";
import type { ModelAnswer, ModelProposer, ModelRequest, Usage } from "../../../src/propose/model/contract.ts";
import { modelRounds } from "../../../src/propose/rounds.ts";
import { plainWords } from "../../../src/report/propose-words.ts";
import { sharedSolvers } from "./solvers.ts";

const solvers = sharedSolvers();
const usage: Usage = { requests: 1, promptTokens: 10, completionTokens: 1, estimated: false, seconds: 0, cost: undefined };
const taken = "forall((c: Client, s: Server) => implies(this.links.has({ client: c, server: s }), !this.semaphore[s]))";

function scripted(answers: readonly (readonly string[])[]): { model: ModelProposer; requests: ModelRequest[] } {
  const requests: ModelRequest[] = [];
  const model: ModelProposer = {
    settings: { model: "scripted", budget: { rounds: answers.length, tokens: 1000, seconds: 10 }, requestSeconds: 10 },
    propose: (request): Promise<ModelAnswer> => {
      requests.push(request);
      const round = requests.length;
      const proposals = (answers[round - 1] ?? []).map((text) => ({ text, by: { proposer: "model" as const, round } }));
      return Promise.resolve({ round, proposals, ghosts: [], hints: [], usage, total: usage, notes: [`note ${round}`], ...(round >= answers.length && { ended: "no rounds are left" }) });
    },
    close: () => undefined,
  };
  return { model, requests };
}

const judged = (proposals: Parameters<typeof judge>[1]) => judge("specs/lock-server", proposals, { proof: "specs/lock-server/none.ts", ...solvers() });

test("what is rejected is told with its reason, and ends when everything is proved", { timeout: 120_000 }, async () => {
  const { model, requests } = scripted([["forall((s: Server) => this.semaphore[s])", "this.nothing"], [taken], ["true"]]);
  const { judgement, rounds, notes } = await modelRounds(await judged([]), { model, words: plainWords(), judge: judged, inTime: () => true });
  expect(judgement.verdict).toBe("proved");
  expect(judgement.accepted.map((a) => [a.proposal.text, a.proposal.by])).toEqual([[taken, { proposer: "model", round: 2 }]]);
  expect(rounds).toBe(2);
  expect(notes).toEqual(["note 1", "note 2"]);
  const [first, second] = requests;
  expect(first.files[0].text).toContain("class LockServer");
  expect(first.facts).toContain("connect(client: Client, server: Server)");
  expect(first.goal).toBe("not proved: exclusive");
  expect(first.counterexample).toContain("connect");
  expect(first.rejected).toEqual([]);
  expect(second.rejected.map((r) => [r.text, r.final])).toEqual([["forall((s: Server) => this.semaphore[s])", true], ["this.nothing", true]]);
  expect(second.rejected[0].outcome).toMatch(/false in a state that is reached:[\s\S]*connect/);
  expect(second.rejected[1].outcome).toContain("nothing");
});

test("ends with what the model ends with, and nothing is proved by nothing", { timeout: 120_000 }, async () => {
  const { model } = scripted([[], []]);
  const { judgement, notes } = await modelRounds(await judged([]), { model, words: plainWords(), judge: judged, inTime: () => true });
  expect(judgement.verdict).toBe("open");
  expect(judgement.accepted).toEqual([]);
  expect(notes).toEqual(["note 1", "note 2", "no rounds are left"]);
});

test("out of time, nobody is asked", { timeout: 120_000 }, async () => {
  const { model, requests } = scripted([[taken]]);
  await modelRounds(await judged([]), { model, words: plainWords(), judge: judged, inTime: () => false });
  expect(requests).toEqual([]);
});
