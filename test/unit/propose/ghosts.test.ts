/** Ghosts that a model proposes: compiled with its lemmas, kept where these need them, and told what is wrong with the others. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { CandidateCompiler } from "../../../src/frontend/candidates.ts";
import { prove, writeProofFile } from "../../../src/index.ts";
import { Judge } from "../../../src/propose/judge.ts";
import { type Ghost, ghostText } from "../../../src/propose/ghost.ts";
import type { ModelAnswer, ModelProposer, ModelRequest, Usage } from "../../../src/propose/model/contract.ts";
import { proofFile } from "../../../src/propose/proof-file.ts";
import { modelRounds } from "../../../src/propose/rounds.ts";
import { plainWords } from "../../../src/report/propose-words.ts";
import { sharedSolvers } from "./solvers.ts";

const solvers = sharedSolvers();
const folder = mkdtempSync(join(tmpdir(), "tenet-ghosts-"));
afterAll(() => rmSync(folder, { recursive: true }));
const garage = (proof?: string): string => {
  const copy = mkdtempSync(join(folder, "garage-"));
  cpSync("specs/ticket-garage/spec.ts", join(copy, "spec.ts"));
  if (proof !== undefined) writeFileSync(join(copy, "proof.ts"), proof);
  return copy;
};

const by = { proposer: "model", round: 1 } as const;
const pairs: Ghost = {
  name: "pairs", type: "Set<{ car: Car; ticket: Ticket }>", initial: "new Set()", by, reason: "which ticket stands for which car",
  updates: [
    { action: "enter", value: "this.pairs.add({ car, ticket })" },
    { action: "leave", value: "filter((p: { car: Car; ticket: Ticket }) => p.car !== car && p.ticket !== ticket && (this.pairs.has(p) || (this.pairs.has({ car, ticket: p.ticket }) && this.pairs.has({ car: p.car, ticket }))))" },
  ],
};
const ever: Ghost = { name: "ever", type: "Set<Car>", initial: "new Set()", updates: [{ action: "enter", value: "this.ever.union(new Set([car]))" }], by };
const lemmas = [
  "forall((car: Car) => this.inside[car] === exists((ticket: Ticket) => this.pairs.has({ car, ticket })))",
  "forall((ticket: Ticket) => this.out[ticket] === exists((car: Car) => this.pairs.has({ car, ticket })))",
  "forall((car: Car, a: Ticket, b: Ticket) => implies(this.pairs.has({ car, ticket: a }) && this.pairs.has({ car, ticket: b }), a === b))",
  "forall((ticket: Ticket, a: Car, b: Car) => implies(this.pairs.has({ car: a, ticket }) && this.pairs.has({ car: b, ticket }), a === b))",
];

const usage: Usage = { requests: 1, promptTokens: 10, completionTokens: 1, estimated: false, seconds: 0, cost: undefined };
function scripted(answers: readonly { readonly ghosts: readonly Ghost[]; readonly lemmas: readonly string[] }[]): { model: ModelProposer; requests: ModelRequest[] } {
  const requests: ModelRequest[] = [];
  const propose = (request: ModelRequest): Promise<ModelAnswer> => {
    requests.push(request);
    const round = requests.length, { ghosts, lemmas: texts } = answers[round - 1];
    return Promise.resolve({ round, ghosts, proposals: texts.map((text) => ({ text, by: { proposer: "model" as const, round } })), hints: [], usage, total: usage, notes: [], ...(round >= answers.length && { ended: "that is all" }) });
  };
  return { model: { settings: { model: "scripted", budget: { rounds: 9, tokens: 1000, seconds: 10 }, requestSeconds: 10 }, propose, close: () => undefined }, requests };
}

test("a ghost and what speaks of it prove what nothing else can, and stand in the proof file; what is no ghost is told why", { timeout: 120_000 }, async () => {
  const spec = garage();
  const thief: Ghost = { ...ever, name: "thief", updates: [{ action: "enter", value: "this.inside[car] = false" }] };
  const { model, requests } = scripted([{ ghosts: [thief, ever], lemmas: ["this.thief.has(1)"] }, { ghosts: [pairs, ever], lemmas }]);
  const judge = new Judge(spec, solvers());
  const { judgement } = await modelRounds(await judge.judge([]), { model, words: plainWords(), judge: (proposals, ghosts) => judge.withGhosts(ghosts).judge(proposals), inTime: () => true });
  await judge.close();

  expect(requests[1].rejected.map((r) => [r.text.slice(0, 11), r.final])).toEqual([["this.thief.", true], ["ghost thief", true], ["ghost ever:", false]]);
  expect(requests[1].rejected[1].outcome).toContain("inside belongs to the protocol");
  expect(judgement.verdict).toBe("proved");
  expect(judgement.judged.map((j) => j.outcome.kind)).toEqual(lemmas.map(() => "accepted"));
  expect(judgement.ghosts.map((g) => [g.ghost.name, g.outcome.kind])).toEqual([["pairs", "needed"], ["ever", "not-needed"]]);

  const file = proofFile(spec, judgement)!;
  expect(file.text).toContain(`  /**
   * which ticket stands for which car.
   * Proposed by a language model, round 1.
   */
  @ghost pairs: Set<{ car: Car; ticket: Ticket }> = new Set();

  @action override enter(car: Car, ticket: Ticket) {
    super.enter(car, ticket);
    this.pairs.add({ car, ticket });
  }
`);
  expect(file.text).not.toMatch(/\bever\b/);
  expect(writeProofFile(file, judgement)).toBe(true);
  const report = await prove(spec, solvers());
  expect(report.verdict).toBe("proved");
  expect(report.warnings).toEqual([]);
});

test("beside a proof that has ghosts already, with what a person wrote as it is", () => {
  const written = readFileSync("specs/ticket-garage/proof.ts", "utf8").replaceAll("\n", "\r\n");
  const spec = garage(written);
  const compiler = new CandidateCompiler(spec).with([ghostText(ever)]);
  expect(compiler.refused.size).toBe(0);
  expect(compiler.place.text).toBe(written);
  expect(compiler.base.protocol.state.map((f) => f.name)).toEqual(["inside", "out", "pairs", "ever"]);
  expect(compiler.read(["forall((car: Car) => implies(this.inside[car], this.ever.has(car)))"]).read[0].kind).toBe("lemma");
});

test.each<[string, Partial<Ghost>, string]>([
  ["a name that is a field of the protocol", { name: "inside" }, "TS"],
  ["no name", { name: "x = 1; evil" }, "T1006"],
  ["a type that is more than one", { type: "Set<Car> = new Set(); @ghost other: Set<Car>" }, "T1006"],
  ["a type with a comment", { type: "Set<Car> /* */" }, "T1006"],
  ["a value that ends the class", { initial: "new Set(); } @lemma evil() { return true" }, "TS"],
  ["a value with a comment", { updates: [{ action: "enter", value: "this.ever // }" }] }, "T1006"],
  ["a guard", { updates: [{ action: "enter", value: "require(this.ever.has(car))" }] }, "TS"],
  ["an action that is not there", { updates: [{ action: "park", value: "this.ever" }] }, "T3013"],
  ["another sort", { type: "Set<Sort<\"Bike\">>", updates: [] }, "T2004"],
  ["a value that may fail", { type: "Int<0, 2>", initial: "0", updates: [{ action: "enter", value: "this.ever + 1" }] }, "T3015"],
  ["the step once more", { updates: [{ action: "enter", value: "super.enter(car, ticket)" }] }, "T"],
  ["code that is run", { initial: "(() => { process.exit(1) })()" }, "T"],
])("%s is no ghost", (_, wrong, code) => {
  const compiler = new CandidateCompiler(garage()).with([ghostText({ ...ever, ...wrong })]);
  expect([...compiler.refused.values()].flat().map((d) => d.code)[0]).toMatch(new RegExp(`^${code}`));
  expect(compiler.base.protocol.state.map((f) => f.name)).toEqual(["inside", "out"]);
});
