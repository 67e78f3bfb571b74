/** Whatever is proposed, nothing is accepted that is not proved; and what is no formula harms nothing else. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { judge } from "../../../src/propose/judge.ts";
import type { Outcome, Proposal } from "../../../src/propose/proposal.ts";
import { broken } from "../../golden/broken-proofs.ts";
import { empty, illFormed, variables, wrong } from "./hostile-formulas.ts";
import { sharedSolvers } from "./solvers.ts";

const solvers = sharedSolvers();
const folder = mkdtempSync(join(tmpdir(), "tenet-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));
const timeout = 300_000;
const proposal = (text: string): Proposal => ({ text, name: "__proto__", by: { proposer: "model", round: 1 } });

interface Case { readonly spec: string; readonly safety: string; readonly sort: string; readonly own: readonly string[]; readonly wrong: readonly string[] }

const cases: readonly Case[] = [
  {
    spec: "two-phase-commit", safety: "this.consistent()", sort: "RM",
    own: ['forall((rm: RM) => implies(this.tmPrepared.has(rm), this.sent.has({ kind: "prepared", rm })))'],
    wrong: ['this.tm = "init"', 'this.tm === "init"', "forall((rm: RM) => !this.tmPrepared.has(rm))", "this.consistent() && !this.consistent()", "!this.someoneCommits()", "forall((m: Message) => !this.sent.has(m))", "(this.sent.add({ kind: \"commit\" }), true)", "this.commit() === undefined"],
  },
  { spec: "lock-server", safety: "this.exclusive()", sort: "Client", own: [], wrong: ["forall((s: Server) => this.semaphore[s])", "this.exclusive() === false"] },
  { spec: "toy-consensus", safety: "this.agreement()", sort: "Node", own: [], wrong: ["forall((n: Node) => this.vote[n] === undefined)", "forall((n: Node) => this.vote[n]! === this.vote[n]!)"] },
];

describe("hostile proposals", () => {
  let tried = 0;
  test.each(cases)("to the protocol $spec", { timeout }, async ({ spec, safety, sort, own, wrong: untrue }) => {
    const circular = [safety, `implies(${safety}, ${safety})`, `${safety} && ${safety}`, `${safety} || !${safety}`, `implies(!${safety}, ${safety})`];
    const large = [`forall((${variables.replaceAll("Any", sort)}) => v0 === v1 || v0 !== v1)`, `${safety} && (${Array.from({ length: 60 }, () => safety).join(" || ")})`, `forall((s: Set<${sort}>, t: Set<${sort}>, u: Set<${sort}>) => s.union(t).isSubsetOf(u) || true)`, "forall(range(0, 1000000000), (i) => i >= 0)"];
    const texts = [...illFormed, ...empty, ...wrong, ...untrue, ...circular, ...large, ...own];
    const j = await judge(join("specs", spec), texts.map(proposal), { ...solvers(), proof: join("specs", spec, "none.ts"), timeoutMs: 1000, milliseconds: 120_000 });
    tried += texts.length;
    const outcomes = new Map(j.judged.map((x) => [x.proposal.text, x.outcome]));
    const kinds = (list: readonly string[]): [string, Outcome["kind"]][] => list.map((t) => [t.slice(0, 60), outcomes.get(t)!.kind]);
    const all = (list: readonly string[], ...allowed: Outcome["kind"][]): void => expect(kinds(list).filter(([, k]) => !allowed.includes(k))).toEqual([]);
    all(illFormed, "ill-formed");
    all(empty, "redundant");
    all([...wrong, ...untrue], "false", "ill-formed", "redundant");
    expect(kinds(wrong).filter(([, k]) => k === "redundant").length).toBeLessThan(wrong.length);
    all(circular, "redundant", "not-inductive", "false");
    all(large, "redundant", "not-inductive", "unknown", "ill-formed");
    expect(j.accepted.map((a) => a.proposal.text).filter((t) => !own.includes(t))).toEqual([]);
    // Nothing that is wrong takes down what is right.
    all(own, "accepted");
    for (const a of j.accepted) expect(a.name).toMatch(/^[a-zA-Z]\w*$/);
  });

  test("were many", () => expect(tried).toBeGreaterThan(3 * 100));

  /** One in four; all of them: `npm run differential -- --propose`. */
  const violated = broken.filter(([, , file, , , , verdict]) => file === "spec.ts" && verdict === "violated").filter((_, i) => i % 4 === 0);
  test.each(violated)("%s: nothing is judged", { timeout }, async (_, spec, file, from, to) => {
    const copy = mkdtempSync(join(folder, "spec-"));
    cpSync(join("specs", spec), copy, { recursive: true });
    writeFileSync(join(copy, file), readFileSync(join(copy, file), "utf8").replace(from, () => to));
    const j = await judge(copy, [...wrong, ...empty].map(proposal), { ...solvers(), milliseconds: 60_000 });
    // Another property may be broken too, and be found sooner.
    expect([j.verdict, j.accepted]).toEqual(["violated", []]);
    expect(j.violation?.trace.steps.length).toBeGreaterThan(0);
  });
});
