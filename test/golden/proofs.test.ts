/** What `expect.json` says is proved is proved; and with a lemma or a guard less, it is not. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { prove, type ProofReport } from "../../src/index.ts";
import type { Solver } from "../../verifier/contract/solver.ts";
import { ThreadSolver } from "../../verifier/smt/thread-solver.ts";
import { z3Worker } from "../unit/smt/z3-worker.ts";

const timeout = 120_000;

/** Solvers take longer to start than most proofs take, so all proofs share two. */
const solvers = [0, 1].map(() => new ThreadSolver(z3Worker()));
afterAll(() => Promise.all(solvers.map((s) => s.close())));

function proof(spec: string): Promise<ProofReport> {
  const idle = [...solvers];
  const makeSolver = (): Solver => {
    const solver = idle.pop()!;
    return { name: solver.name, ask: (query, budget) => solver.ask(query, budget), close: () => Promise.resolve() };
  };
  return prove(spec, { makeSolver, parallel: solvers.length });
}
const verdicts = (report: ProofReport): Record<string, string> => Object.fromEntries(report.properties.map((p) => [p.name, p.verdict]));

const expected = readdirSync("specs").toSorted().flatMap((name): [string, Record<string, string>][] => {
  const file = join("specs", name, "expect.json");
  const proofs = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).proofs : undefined;
  return proofs ? [[name, proofs]] : [];
});

describe("published protocols", () => {
  it("are there", () => expect(expected.length).toBeGreaterThan(5));
  it.each(expected)("%s", { timeout }, async (name, proofs) => {
    const report = await proof(join("specs", name));
    expect(verdicts(report)).toEqual(proofs);
    expect(report.warnings).toEqual([]);
  });
});

/** A file of a spec with one text in place of another, and what then becomes of one of its properties. */
type Broken = readonly [what: string, spec: string, file: "spec.ts" | "proof.ts", from: string | RegExp, to: string, property: string, verdict: string];

/** The whole method, with what is written above it. */
const lemma = (name: string): RegExp => new RegExp(String.raw`(  /\*\*[^/]*\*/\n)?  @lemma ${name}\(\) \{[\s\S]*?\n  \}\n`);

const broken: readonly Broken[] = [
  ["two-phase commit without what the manager says", "two-phase-commit", "proof.ts", lemma("managerSaysWhatItDecided"), "", "consistent", "not-inductive"],
  ["two-phase commit without that who is heard has spoken", "two-phase-commit", "proof.ts", lemma("whoIsHeardHasSpoken"), "", "consistent", "not-inductive"],
  ["two-phase commit without that who has spoken is not working", "two-phase-commit", "proof.ts", lemma("whoHasSpokenIsNotWorking"), "", "consistent", "not-inductive"],
  ["two-phase commit without commit after all", "two-phase-commit", "proof.ts", lemma("commitAfterAll"), "", "consistent", "not-inductive"],
  ["two-phase commit without messages of commit", "two-phase-commit", "proof.ts", lemma("committedByMessage"), "", "consistent", "not-inductive"],
  ["two-phase commit without messages of abort", "two-phase-commit", "proof.ts", lemma("preparedAbortsByMessage"), "", "consistent", "not-inductive"],
  ["two-phase commit that commits at once", "two-phase-commit", "spec.ts", " && forall((rm: RM) => this.tmPrepared.has(rm))", "", "consistent", "violated"],
  ["two-phase commit that aborts late", "two-phase-commit", "spec.ts", "@action abort() {\n    require(this.tm === \"init\");", "@action abort() {", "consistent", "violated"],
  ["transaction commit that aborts after a commit", "transaction-commit", "spec.ts", /    require\(!exists\(\(other: RM\).*\n/, "", "consistent", "violated"],
  ["a lock server without its lemma", "lock-server", "proof.ts", lemma("linkedIsTaken"), "", "exclusive", "not-inductive"],
  ["a lock server that lets everyone in", "lock-server", "spec.ts", "    require(this.semaphore[server]);\n", "", "exclusive", "violated"],
  ["consensus without its lemma", "toy-consensus", "proof.ts", lemma("decidedByMajority"), "", "agreement", "not-inductive"],
  ["consensus with votes that change", "toy-consensus", "spec.ts", "    require(this.vote[node] === undefined);\n", "", "agreement", "violated"],
  ["consensus by a minority", "toy-consensus", "spec.ts", "forall(quorum, (node) =>", "exists(quorum, (node) =>", "agreement", "violated"],
  ["an election with many votes for each", "quorum-leader-election", "spec.ts", /    require\(!exists\(\(other: Node\).*\n/, "", "oneLeader", "violated"],
  ["an election without one vote each", "quorum-leader-election", "proof.ts", lemma("oneVoteEach"), "", "oneLeader", "not-inductive"],
  ["Peterson's lock without a turn", "peterson", "spec.ts", " || this.turn === me", " || this.turn !== me", "mutualExclusion", "violated"],
];

const folder = mkdtempSync(join(tmpdir(), "tenet-proofs-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("broken protocols and proofs", () => {
  it.each(broken)("%s", { timeout }, async (_, spec, file, from, to, property, verdict) => {
    const copy = mkdtempSync(join(folder, "spec-"));
    cpSync(join("specs", spec), copy, { recursive: true });
    const text = readFileSync(join(copy, file), "utf8");
    const changed = text.replace(from, () => to);
    expect(changed).not.toBe(text);
    writeFileSync(join(copy, file), changed);
    // A proof without a lemma is a spec alone.
    if (file === "proof.ts" && !changed.includes("@lemma")) rmSync(join(copy, file));
    expect(verdicts(await proof(copy))).toMatchObject({ [property]: verdict });
  });
});
