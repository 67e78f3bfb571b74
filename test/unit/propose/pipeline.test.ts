/** The whole way of `tenet propose`: what each proposer lacks the other has, and what is left where neither suffices. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { judge } from "../../../src/propose/judge.ts";
import type { ModelAnswer, ModelProposer, ModelRequest, Usage } from "../../../src/propose/model/contract.ts";
import { propose } from "../../../src/propose/propose.ts";
import type { ProposeReport } from "../../../src/propose/report.ts";
import { plainWords } from "../../../src/report/propose-words.ts";
import { sharedSolvers } from "./solvers.ts";

const solvers = sharedSolvers();
const folder = mkdtempSync(join(tmpdir(), "tenet-pipeline-"));
afterAll(() => rmSync(folder, { recursive: true }));
const timeout = 120_000;
/** So that nothing depends on how fast this machine is. */
const patient = () => ({ ...solvers(), milliseconds: timeout, rungs: 1 });

function specOf(name: string, text: string): string {
  const spec = join(folder, name);
  mkdirSync(spec);
  writeFileSync(join(spec, "spec.ts"), text);
  return spec;
}

const dsl = 'import { action, count, exists, fill, forall, implies, invariant, require, type Sort } from "tenet";';
const importOf = (text: string): string => dsl.replace(/\{ (.*) \}/, (_, names: string) => `{ ${names.split(", ").filter((n) => new RegExp(`\\b${n.replace("type ", "")}\\b`).test(text)).join(", ")} }`);
const withImport = (text: string): string => `${importOf(text)}\n${text}`;

/** A lock server with four switches that are never all on: a clause of four parts, which the embedded proposer does not try. */
const fused = (blow: string, more: string): string => withImport(`
type Server = Sort<"Server">;
type Client = Sort<"Client">;

export class FusedLock {
  free: Record<Server, boolean> = fill(true);
  links = new Set<{ client: Client; server: Server }>();
  a = false;
  b = false;
  c = false;
  d = false;
  blown = false;

  @action connect(client: Client, server: Server) {
    require(this.free[server]);
    this.links.add({ client, server });
    this.free[server] = false;
  }

  @action disconnect(client: Client, server: Server) {
    require(this.links.has({ client, server }));
    this.links.delete({ client, server });
    this.free[server] = true;
  }

${[["A", "bcd"], ["B", "acd"], ["C", "abd"], ["D", "abc"]].map(([one, others]) => `  @action switch${one}() {
    require(!(${[...others].map((o) => `this.${o}`).join(" && ")}));
    this.${one.toLowerCase()} = !this.${one.toLowerCase()};
  }
`).join("\n")}
  @action blow(server: Server) {
    require(this.a && this.b && this.c && this.d && this.links.size >= 0);
    ${blow}
  }

  @invariant exclusive() {
    return forall((a: Client, b: Client, server: Server) => implies(this.links.has({ client: a, server }) && this.links.has({ client: b, server }), a === b));
  }
${more}}
`).replace(" && this.links.size >= 0", "");

const whole = "\n  @invariant whole() {\n    return !this.blown;\n  }\n";
const fuse = "!(this.a && this.b && this.c && this.d)";
const usage: Usage = { requests: 1, promptTokens: 10, completionTokens: 1, estimated: false, seconds: 0, cost: undefined };

function scripted(...answers: readonly (readonly string[])[]): { model: { proposer: ModelProposer; words: ReturnType<typeof plainWords> }; requests: ModelRequest[] } {
  const requests: ModelRequest[] = [];
  const proposer: ModelProposer = {
    settings: { model: "scripted", budget: { rounds: answers.length, tokens: 1000, seconds: 10 }, requestSeconds: 10 },
    propose: (request): Promise<ModelAnswer> => {
      requests.push(request);
      const round = requests.length;
      const proposals = (answers[round - 1] ?? []).map((text) => ({ text, by: { proposer: "model" as const, round } }));
      return Promise.resolve({ round, proposals, ghosts: [], hints: [], usage, total: usage, notes: [], ...(round >= answers.length && { ended: "no rounds are left" }) });
    },
    close: () => undefined,
  };
  return { model: { proposer, words: plainWords() }, requests };
}

const proposersOf = ({ judgement }: Pick<ProposeReport, "judgement">): string[] => judgement.accepted.map((a) => a.proposal.by.proposer).toSorted();

test("what the model says is a predicate for the embedded proposer, which finds the rest", { timeout }, async () => {
  // Blown, the fuse frees a lock: so what links mean is kept only as the switches are.
  const spec = specOf("predicates", fused("this.free[server] = true;", ""));
  const { model, requests } = scripted([fuse]);
  const report = await propose(spec, { ...patient(), model });
  expect(report.verdict).toBe("proved");
  expect(requests).toHaveLength(1);
  expect(requests[0].accepted).toEqual([]);
  expect(proposersOf(report)).toEqual(["embedded", "model"]);
  expect(report.judgement.accepted.find((a) => a.proposal.by.proposer === "model")?.proposal.text).toBe(fuse);
  expect(report.file?.lemmas).toHaveLength(2);
});

test("what the embedded proposer knows is told to the model, and counts", { timeout }, async () => {
  const spec = specOf("known", fused("this.blown = true;", whole));
  const { model, requests } = scripted([fuse]);
  const report = await propose(spec, { ...patient(), model });
  expect(report.verdict).toBe("proved");
  expect(requests[0].accepted.map((a) => a.text).join()).toMatch(/links/);
  expect(requests[0].goal).toBe("not proved: whole");
  expect(new Set(proposersOf(report))).toEqual(new Set(["embedded", "model"]));
});

test("alone neither suffices; what is proved so far is kept, and what is in the way is told", { timeout }, async () => {
  const alone = await propose(join(folder, "known"), patient());
  expect(alone.verdict).toBe("open");
  expect(new Set(proposersOf(alone))).toEqual(new Set(["embedded"]));
  expect(alone.judgement.properties.find((p) => p.name === "exclusive")?.verdict).toBe("proved");
  expect(alone.file).toBeUndefined();
  expect(alone.partial?.lemmas).toEqual(alone.judgement.accepted.map((a) => a.name));
  expect(alone.remains?.cti).toMatchObject({ property: "whole", goal: "consecution blow whole", example: { confirmed: "yes" }, reach: { kind: "unreachable" } });
  expect(alone.remains?.hindrances).toEqual([{ kind: "shapes", rungs: 1 }]);
  expect(alone.bounded?.map((b) => [b.complete, new Set(b.properties.map((p) => p.verdict))])).toEqual([[true, new Set(["exhaustive"])], [true, new Set(["exhaustive"])]]);

  const given = await judge(join(folder, "known"), [{ text: fuse, by: { proposer: "model", round: 1 } }], solvers());
  expect(given.verdict).toBe("open");
  expect(proposersOf({ judgement: given })).toEqual(["model"]);
});

test("a protocol that goes wrong in an instance of a counterexample's size is violated, and no lemma is looked for", { timeout }, async () => {
  const spec = specOf("crowded", withImport(`
type Client = Sort<"Client">;

export class Crowded {
  inside = new Set<Client>();

  @action enter(client: Client) {
    this.inside.add(client);
  }

  @invariant notFour() {
    return !exists((a: Client, b: Client, c: Client, d: Client) => a !== b && a !== c && a !== d && b !== c && b !== d && c !== d
      && this.inside.has(a) && this.inside.has(b) && this.inside.has(c) && this.inside.has(d));
  }
}
`));
  const report = await propose(spec, patient());
  expect(report.verdict).toBe("violated");
  expect(report.judgement.violation).toMatchObject({ name: "notFour", instance: { scope: { Client: 4 } } });
  expect(report.judgement.violation?.trace.steps).toHaveLength(4);
  expect(report.events).toEqual([]);
});

test("what logic cannot say of any size is told of instances", { timeout }, async () => {
  const spec = specOf("counted", withImport(`
type Node = Sort<"Node">;

export class Counted {
  on: Record<Node, boolean> = fill(true);

  @action pass(from: Node, to: Node) {
    require(!this.on[to] && this.on[from] && from !== to);
    this.on[from] = false;
    this.on[to] = true;
  }

  @invariant someoneIsOn() {
    return count((n: Node) => this.on[n]) >= 1;
  }
}
`));
  const report = await propose(spec, patient());
  expect(report.verdict).toBe("open");
  expect(report.judgement.accepted).toEqual([]);
  expect(report.remains?.hindrances).toMatchObject([{ kind: "unsupported", about: "someoneIsOn" }]);
  expect(report.bounded?.map((b) => b.properties.map((p) => [p.name, p.verdict]))).toEqual(
    Array.from({ length: 2 }, () => [["someoneIsOn", "exhaustive"], ["no failure", "exhaustive"]]));
});

const locks = (guard: string, more: string): string => withImport(`
type Server = Sort<"Server">;
type Client = Sort<"Client">;

export class CountedLocks {
  free: Record<Server, boolean> = fill(true);
  links = new Set<{ client: Client; server: Server }>();

  @action connect(client: Client, server: Server) {
    require(${guard});
    this.links.add({ client, server });
    this.free[server] = false;
  }

  @action disconnect(client: Client, server: Server) {
    require(this.links.has({ client, server }));
    this.links.delete({ client, server });
    this.free[server] = true;
  }

  @invariant exclusive() {
    return forall((a: Client, b: Client, server: Server) => implies(this.links.has({ client: a, server }) && this.links.has({ client: b, server }), a === b));
  }
${more}}
`);

test("where an action cannot be said of any size, lemmas of an instance are told, and not accepted", { timeout }, async () => {
  const report = await propose(specOf("guarded", locks("this.free[server] && this.links.size < 7", "")), patient());
  expect(report.verdict).toBe("open");
  expect([report.judgement.accepted, report.file, report.partial]).toEqual([[], undefined, undefined]);
  expect(report.remains?.hindrances).toMatchObject([{ kind: "unsupported", about: "connect" }]);
  const [known] = report.bounded!.filter((b) => b.lemmas.length > 0);
  expect(known.lemmas.join()).toMatch(/links/);
  expect(known.properties.find((p) => p.name === "exclusive")).toMatchObject({ verdict: "exhaustive", k: 1 });
});

test("what can be said is proved beside what cannot", { timeout }, async () => {
  const report = await propose(specOf("beside", locks("this.free[server]", "\n  @invariant someServer() {\n    return count((s: Server) => this.free[s]) >= 0;\n  }\n")), patient());
  expect(report.verdict).toBe("open");
  expect(report.reason).toMatch(/cannot be said in logic/);
  expect(report.judgement.properties.find((p) => p.name === "exclusive")?.verdict).toBe("proved");
  expect(report.partial?.lemmas).toHaveLength(1);
  expect(report.remains?.hindrances).toMatchObject([{ kind: "unsupported", about: "someServer" }]);
});

test("ended by somebody, it tells what it has", { timeout }, async () => {
  const stop = new AbortController();
  const report = await propose(join(folder, "known"), {
    ...patient(), signal: stop.signal,
    listener: { progress: (p) => { if (p.stage === "searching") stop.abort(); } },
  });
  expect(report).toMatchObject({ verdict: "open", reason: "interrupted" });
  expect(report.remains?.hindrances).toContainEqual({ kind: "interrupted" });
  expect(report.judgement.properties.map((p) => p.name)).toEqual(["exclusive", "whole", "no failure"]);
});
