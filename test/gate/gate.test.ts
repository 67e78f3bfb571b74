/** What a change may do to a spec, its policy and its expectations, and what the gate says then. */
import { afterAll, describe, expect, test } from "vitest";
import { expected, findingOf, lock, plain, policyOf, removeScratch, Repository, stopping } from "./repository.ts";

const spec = (text: string) => ({ "specs/lock/spec.ts": text });
const doubled = lock.replace(/ *require\(!exists.*\n/, "");
const without = lock.replace(/ {2}@invariant[\s\S]*?\n {2}}\n\n/, "");

afterAll(removeScratch);

describe("a change that does nothing to the guarantees", () => {
  test("passes, says what was checked, and is judged by evidence the second time", async () => {
    const repository = new Repository().write({ "README.md": "Words." });
    const first = await repository.judge();
    expect(first).toMatchObject({ verdict: "pass", exit: 0, stopped: null, findings: [], policy: { file: "tenet.config.ts", from: "base" } });
    const [own] = first.specs;
    expect(own).toMatchObject({ spec: "specs/lock", protocol: "Lock", touched: [], notDone: [] });
    expect(own.properties.map((p) => [p.name, p.asked, p.reached, p.where])).toEqual([
      ["exclusive", "exhaustive", "exhaustive", ["Client=2"]], ["someoneHolds", "exhaustive", "exhaustive", ["Client=2"]], ["no failure", "exhaustive", "exhaustive", ["Client=2"]],
    ]);
    expect(own.instances.filter((i) => i.asExpected).map((i) => i.distinctStates)).toEqual([3]);
    expect(own.notAsked).toContain("any size: only the instances above were explored");
    const second = await repository.judge();
    expect(second.verdict).toBe("pass");
    expect(second.specs[0].properties.every((p) => p.source === "evidence")).toBe(true);
  });

  test("a comment in the spec touches it, and passes", async () => {
    const report = await new Repository().write(spec(`// Hello.\n${lock}`)).judge();
    expect([report.verdict, report.specs[0].touched]).toEqual(["pass", ["specs/lock/spec.ts"]]);
    expect(report.specs[0].properties.every((p) => p.source === "anew")).toBe(true);
  });

  test("a commit is judged as well as the files that lie there", async () => {
    const repository = new Repository().write(spec(without)).commit("weaker");
    repository.git("checkout", "-q", "main");
    expect((await repository.judge()).verdict).toBe("pass");
    expect(stopping(await repository.judge({ head: "change" }))).toEqual(["invariant-removed exclusive", "expectation-changed runs Client=2"]);
  });
});

describe("a change of a spec", () => {
  test("a violation comes with its run", async () => {
    const report = await new Repository().write(spec(doubled)).judge();
    expect([report.verdict, report.exit]).toEqual(["fail", 1]);
    const violated = findingOf(report, "violated");
    expect(violated).toMatchObject({ about: "specs/lock", subject: "exclusive", stops: true, accepted: null });
    expect(violated.run?.trace.steps.map((s) => s.action)).toEqual(["acquire", "acquire"]);
    expect(violated.span?.file).toBe("specs/lock/spec.ts");
    expect(report.specs[0].properties.find((p) => p.name === "exclusive")).toMatchObject({ reached: "violated", enough: false });
    expect(report.specs[0].instances.some((i) => i.asExpected === false)).toBe(true);
  });

  test("an invariant that is gone must be accepted, for this content only", async () => {
    const repository = new Repository().write(spec(without));
    const report = await repository.judge();
    expect(stopping(report)).toEqual(["invariant-removed exclusive", "expectation-changed runs Client=2"]);
    const ids = report.findings.filter((f) => f.stops).map((f) => f.acceptAs);
    expect((await repository.judge({ accept: ids.slice(0, 1) })).verdict).toBe("fail");
    expect((await repository.judge({ accept: report.findings.map((f) => f.fingerprint) })).verdict).toBe("fail");
    const accepted = await repository.judge({ accept: ids });
    expect([accepted.verdict, accepted.findings.map((f) => f.accepted?.by)]).toEqual(["pass", ["--accept", "--accept"]]);
    repository.write(spec(without.replace("!exists((d: Client) => this.held.has(d))", "true")));
    expect((await repository.judge({ accept: ids })).verdict).toBe("fail");
  });

  test("one that does not compile is never a pass, whatever is accepted", async () => {
    const repository = new Repository().write(spec(lock.replace("this.held.add(c)", "this.held.push(c)")));
    const report = await repository.judge();
    expect([report.verdict, stopping(report)]).toEqual(["fail", ["spec-invalid compiling it"]]);
    expect(findingOf(report, "spec-invalid").span?.file).toBe("specs/lock/spec.ts");
    expect((await repository.judge({ accept: report.findings.map((f) => f.acceptAs) })).verdict).toBe("fail");
  });

  test("one that is gone", async () => {
    const report = await new Repository().write({ "specs/lock": null }).judge();
    expect(stopping(report)).toContain("spec-removed specs/lock");
    expect(report.verdict).toBe("fail");
  });

  test("an expectation that is edited to fit", async () => {
    const [run] = expected.runs;
    const report = await new Repository().write({ "specs/lock/expect.json": JSON.stringify({ runs: [{ ...run, distinctStates: 4 }] }) }).judge();
    expect(stopping(report)).toEqual(["expectation-changed runs Client=2"]);
    expect(findingOf(report, "expectation-changed").details).toEqual(["distinctStates: 3 → 4"]);
    expect(stopping(await new Repository().write({ "specs/lock/expect.json": null }).judge())).toEqual(["expectation-changed expect.json"]);
    expect(stopping(await new Repository().write({ "specs/lock/expect.json": "{" }).judge())).toEqual(["expectation-changed expect.json"]);
  });

  test("what holds because nothing happens is found", async () => {
    const dead = lock.replace("  @invariant", "  @action steal(c: Client) {\n    require(this.held.size === 2);\n    this.held.delete(c);\n  }\n\n  @invariant");
    expect(stopping(await new Repository().write(spec(dead)).judge())).toContain("action-dead steal");
  });
});

describe("levels", () => {
  const proved = { ...plain, "tenet.config.ts": policyOf({ level: "proved" }) };

  test("what is proved says so", async () => {
    const report = await new Repository(proved).judge();
    expect(report.verdict).toBe("pass");
    expect(report.specs[0].properties.map((p) => [p.name, p.reached, p.where])).toEqual([
      ["exclusive", "proved", ["any size", "Client=2"]], ["someoneHolds", "exhaustive", ["Client=2"]], ["no failure", "proved", ["any size", "Client=2"]],
    ]);
    expect(report.specs[0].proofs.map((p) => p.verdict)).toEqual(["proved"]);
  });

  test("what is only exhaustive is not enough, and bounds are not either", async () => {
    const bounded = lock.replace("  @reachable", "  @constraint few() {\n    return this.held.size < 2;\n  }\n\n  @reachable").replace("action,", "action, constraint,");
    const repository = new Repository({ ...plain, "specs/lock/spec.ts": bounded, "tenet.config.ts": policyOf({ level: "bounded" }) });
    expect(stopping(await repository.judge())).toEqual(["expectation-changed runs Client=2"]);
    repository.write({ "tenet.config.ts": policyOf() });
    expect(stopping(await repository.judge())).toEqual(["level-not-reached exclusive", "level-not-reached no failure", "expectation-changed runs Client=2"]);
  });
});

describe("the policy", () => {
  const base = policyOf({ level: "exhaustive", check: [{ scope: { Client: 2 } }, { scope: { Client: 3 } }], guards: ["src/**"] });
  const files = { ...plain, "tenet.config.ts": base, "src/lock.ts": "export {};\n" };

  test("a lower bar is named, and the base's counts", async () => {
    const report = await new Repository(files).write({ "tenet.config.ts": policyOf({ level: "bounded", check: [{ scope: { Client: 2 } }] }) }).judge();
    expect(stopping(report)).toEqual(["policy-changed specs/lock level", "policy-changed specs/lock guard src/**", 'policy-changed specs/lock instance [[["Client",3]],[],null]']);
    expect(report.specs[0].instances.map((i) => i.scope.Client)).toEqual([2, 3]);
    expect(report.specs[0].properties.map((p) => p.asked)).toEqual(["exhaustive", "exhaustive", "exhaustive"]);
    expect(findingOf(report, "policy-changed").span?.file).toBe("tenet.config.ts");
  });

  test("a higher bar counts at once, and stops nobody", async () => {
    const report = await new Repository(files).write({ "tenet.config.ts": base.replace('"level": "exhaustive"', '"level": "proved"') }).judge();
    expect([report.verdict, report.specs[0].properties[0].reached]).toEqual(["pass", "proved"]);
  });

  test("without one in the base, that of the change must be accepted once", async () => {
    const repository = new Repository({ ...plain, "tenet.config.ts": null }).write({ "tenet.config.ts": policyOf() });
    const report = await repository.judge();
    expect([report.policy?.from, stopping(report)]).toEqual(["head", ["policy-changed first policy"]]);
    expect((await repository.judge({ accept: report.findings.map((f) => f.acceptAs) })).verdict).toBe("pass");
    expect(await new Repository({ ...plain, "tenet.config.ts": null }).judge()).toMatchObject({ verdict: "undecided", exit: 2, stopped: { kind: "wrong", diagnostics: [{ code: "T8001" }] } });
  });

  test("one that is taken away, and a spec that is dropped from it", async () => {
    expect(stopping(await new Repository(files).write({ "tenet.config.ts": null }).judge())).toEqual(["policy-changed no policy"]);
    const report = await new Repository(files).write({ "tenet.config.ts": policyOf({ spec: "specs/other" }), "specs/other/spec.ts": lock }).judge();
    expect(stopping(report)).toEqual(["policy-changed specs/lock"]);
    expect(report.specs.map((s) => s.spec)).toEqual(["specs/lock", "specs/other"]);
  });

  test("one that cannot be read is wrong", async () => {
    const report = await new Repository(files).write({ "tenet.config.ts": "export default { specs: load() };\n" }).judge();
    expect([report.verdict, report.exit]).toEqual(["undecided", 2]);
    expect(report.stopped?.diagnostics.map((d) => [d.code, d.span?.line, d.span?.column])).toEqual([["T8002", 1, 25]]);
  });
});

describe("acceptance", () => {
  const suppression = { rule: "invariant-removed", about: "specs/lock", subject: "exclusive", reason: "Two may hold it now.", expires: "2026-12-31" };
  const other = { ...suppression, rule: "expectation-changed", subject: "runs Client=2" };
  const accepting = (...suppressions: object[]) => ({ "tenet.config.ts": policyOf({}, { suppressions }) });
  const now = new Date("2026-12-31T12:00:00Z");

  test("in the base, until it is over", async () => {
    const repository = new Repository({ ...plain, ...accepting(suppression, other) }).write(spec(without));
    const report = await repository.judge({ now });
    expect(report.verdict).toBe("pass");
    expect(findingOf(report, "invariant-removed").accepted).toEqual({ by: "the policy of the base", reason: "Two may hold it now.", expires: "2026-12-31" });
    const late = await repository.judge({ now: new Date("2027-01-01T00:00:00Z") });
    expect(stopping(late)).toEqual(["invariant-removed exclusive", "expectation-changed runs Client=2"]);
    expect(late.findings.filter((f) => f.rule === "suppression-expired")).toHaveLength(2);
  });

  test("not by the change itself, nor of something else", async () => {
    const own = await new Repository().write({ ...spec(without), ...accepting(suppression, other) }).judge({ now });
    expect(stopping(own).map((s) => s.split(" ")[0]).toSorted()).toEqual(["expectation-changed", "invariant-removed", "suppression-added", "suppression-added"]);
    const elsewhere = await new Repository({ ...plain, ...accepting({ ...suppression, subject: "another" }, other) }).write(spec(without)).judge({ now });
    expect(stopping(elsewhere)).toEqual(["invariant-removed exclusive"]);
  });

  test("nobody accepts in advance that others accept", async () => {
    const any = { rule: "suppression-added", about: "tenet.config.ts", reason: "Whatever.", expires: "2026-12-31" };
    const report = await new Repository({ ...plain, ...accepting(any) }).write({ ...spec(without), ...accepting(any, suppression, other) }).judge({ now });
    expect(stopping(report).filter((s) => s.startsWith("suppression-added"))).toHaveLength(2);
  });
});
