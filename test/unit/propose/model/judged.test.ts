/** From the endpoint to the verdict: what a model says is judged like anything else, and nothing of it is run. */
import { expect, test } from "vitest";
import { judge } from "../../../../src/propose/judge.ts";
import { sharedSolvers } from "../solvers.ts";
import { endpoint, formula, lemmas, proposer, request, says } from "./server.ts";

const solvers = sharedSolvers();
const exclusive = "forall((a: Client, b: Client, s: Server) => implies(this.links.has({ client: a, server: s }) && this.links.has({ client: b, server: s }), a === b))";
const wrong = [
  ["false", "forall((s: Server) => this.semaphore[s])"],
  ["false", "false"],
  ["false", "forall((a: Client, b: Client) => a === b)"],
  ["redundant", "true"],
  ["redundant", exclusive],
  ["redundant", "implies(this.exclusive(), this.exclusive())"],
  ["ill-formed", "process.exit(1)"],
  ["ill-formed", "(() => { throw new Error('x') })()"],
  ["ill-formed", "true; } @lemma evil() { return true"],
  ["ill-formed", "true) || globalThis.fetch('http://example.com'"],
  ["ill-formed", "import('node:fs')"],
  ["ill-formed", "this.constructor.constructor('return process')()"],
  ["ill-formed", "true /* the rest: */ ); } static { console.log(1"],
  ["ill-formed", `${"(".repeat(1500)}true${")".repeat(1500)}`],
] as const;

test("wrong, circular, empty and evil proposals end as what they are; the one that is right is accepted", { timeout: 120_000 }, async () => {
  const batches = [wrong.slice(0, 7), wrong.slice(7)];
  const at = await endpoint(...batches.map((batch) => says(lemmas(...batch.map(([, text]) => ({ formula: text, reason: "because */ } x" }))))), says(lemmas({ formula })));
  const model = proposer(at);
  const proposals = [];
  for (let i = 0; i < 3; i++) proposals.push(...(await model.propose(request)).proposals);
  const judgement = await judge("specs/lock-server", proposals, { proof: "specs/lock-server/none.ts", ...solvers() });
  expect(judgement.judged.map((j) => [j.outcome.kind, j.proposal.text])).toEqual([...wrong.map((w) => [...w]), ["accepted", formula]]);
  expect(judgement.verdict).toBe("proved");
  expect(judgement.accepted.map((a) => a.proposal.by)).toEqual([{ proposer: "model", round: 3 }]);
});

test("contradictory proposals prove nothing", { timeout: 120_000 }, async () => {
  const taken = "forall((s: Server) => !this.semaphore[s])";
  const { proposals } = await proposer(await endpoint(says(lemmas({ formula: taken }, { formula: `!${taken}` }, { formula: `${taken} && !${taken}` })))).propose(request);
  const judgement = await judge("specs/lock-server", proposals, { proof: "specs/lock-server/none.ts", ...solvers() });
  expect(judgement.judged.map((j) => j.outcome.kind)).toEqual(["false", "false", "false"]);
  expect(judgement.verdict).toBe("open");
});
