import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DiagnosticsError } from "../../../src/base/diagnostic.ts";
import { check } from "../../../src/pipeline/check.ts";
import type { CheckOptions } from "../../../src/pipeline/check-prepared.ts";
import type { CheckReport, PropertyReport } from "../../../src/pipeline/report.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tenet-check-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
/** Checks a class with this body. */
async function checked(body: string, options: CheckOptions = {}): Promise<CheckReport> {
  const file = join(folder, `spec${files++}.ts`);
  const imports = "action, constraint, implies, init, type Int, invariant, reachable, require, type Seq, step, terminal";
  writeFileSync(file, `import { ${imports} } from "tenet";\nexport class P {\n${body}\n}\n`);
  return check(file, options);
}

const named = (report: CheckReport, name: string): PropertyReport => report.properties.find((p) => p.name === name)!;
const codes = (report: CheckReport): string[] => report.warnings.map((w) => w.code);

const counter = (more: string, max = 3): string => `
  n: Int<0, ${max}> = 0;
  @action up() { require(this.n < ${max}); this.n += 1; }
  ${more}`;

describe("verdicts of whole checks", () => {
  test("a step property is violated by a step, and its trace ends with that step", async () => {
    const report = await checked(counter("@action reset() { require(this.n === 3); this.n = 0; }\n @step grows(next: this) { return next.n > this.n; }"));
    const grows = named(report, "grows");
    expect(grows.verdict).toBe("violated");
    expect(grows.trace!.steps.map((s) => s.action)).toEqual(["up", "up", "up", "reset"]);
    expect(named(report, "no failure")).toMatchObject({ verdict: "bounded", because: ["violation"], depth: 3 });
    expect(report.verdict).toBe("violated");
  });

  test("an invariant may fail in the initial state", async () => {
    const report = await checked(counter("@invariant positive() { return this.n > 0; }"));
    expect(named(report, "positive").trace).toMatchObject({ steps: [] });
    expect(named(report, "no failure").verdict).toBe("unknown");
  });

  test("going on finds a violation of every property, and what fails bounds what can be said of the rest", async () => {
    const report = await checked(`
      n: Int<0, 3> = 0;
      @action up() { this.n += 1; }
      @action down() { this.n -= 1; }
      @invariant small() { return this.n < 2; }
      @invariant fine() { return this.n < 9; }
      @reachable far() { return this.n === 9; }`, { keepGoing: true });
    expect(report.properties.map((p) => [p.name.replace(/ at .*/, " at"), p.verdict])).toEqual([
      ["small", "violated"], ["fine", "bounded"], ["far", "unknown"], ["no failure at", "violated"], ["no failure at", "violated"],
    ]);
    expect(new Set(report.properties.map((p) => p.name)).size).toBe(report.properties.length);
    expect(named(report, "fine")).toMatchObject({ because: ["failure"], depth: 0 });
  });

  test("a property that cannot be evaluated is a failure, not a violation of that property", async () => {
    const report = await checked(counter("log: Seq<Int<0, 3>, 2> = [];\n @action push() { this.log = [this.n]; }\n @invariant first() { return this.log[this.n]! < 3; }"));
    expect(named(report, "no failure")).toMatchObject({ verdict: "violated", trace: { end: { kind: "failure", source: { kind: "property", property: "first" } } } });
    expect(named(report, "first").verdict).toBe("unknown");
  });

  test("no state beyond a constraint is kept, and the verdict says so", async () => {
    const report = await checked(counter("@constraint low() { return this.n < 2; }\n @invariant ok() { return this.n < 3; }\n @reachable top() { return this.n === 3; }"));
    expect(named(report, "ok")).toMatchObject({ verdict: "bounded", because: ["constraint"] });
    expect(named(report, "top").verdict).toBe("unknown");
    expect(report).toMatchObject({ verdict: "unknown", search: { constraints: ["low"], distinctStates: 2 } });
  });

  test("without an initial state nothing is claimed", async () => {
    const none = counter("@init never(k: Int<0, 3>) { require(k > 3); this.n = k; }\n @invariant ok() { return this.n < 0; }\n @reachable top() { return this.n === 3; }");
    await expect(checked(none)).rejects.toMatchObject({ diagnostics: [{ code: "T6011" }] });
  });

  test("a state beyond a constraint is checked all the same", async () => {
    const report = await checked(counter("@constraint low() { return this.n < 2; }\n @invariant ok() { return this.n < 2; }"));
    expect(named(report, "ok").trace!.steps).toHaveLength(2);
  });

  test("a spec without properties still has a verdict", async () => {
    expect(await checked(counter(""))).toMatchObject({ verdict: "exhaustive", properties: [{ name: "no failure" }] });
    expect(await checked(counter(""), { limits: { maxDepth: 1 } })).toMatchObject({ verdict: "bounded", depth: 1 });
  });

  test("deadlocks are looked for where the spec or the caller asks", async () => {
    expect((await checked(counter(""))).properties.map((p) => p.name)).toEqual(["no failure"]);
    expect(named(await checked(counter(""), { deadlock: true }), "deadlock").trace!.steps).toHaveLength(3);
    expect(named(await checked(counter("@terminal top() { return this.n === 3; }")), "deadlock").verdict).toBe("exhaustive");
    expect(named(await checked(counter("@terminal top() { return this.n === 2; }")), "deadlock").verdict).toBe("violated");
  });

  test("a search that is told to stop says that it was", async () => {
    const many = `n: Int<0, 1000000> = 0;\n @action up() { require(this.n < 1000000); this.n += 1; }\n @invariant ok() { return this.n >= 0; }`;
    const controller = new AbortController();
    const report = await checked(many, { signal: controller.signal, listener: { searching: () => controller.abort() } });
    expect(report).toMatchObject({ verdict: "unknown", search: { end: "interrupted" } });
  });
});

describe("options", () => {
  const spec = `
    n: Int<0, 9> = 0;
    constructor(readonly max: Int<0, 9> = 2, readonly loud: boolean = false) {}
    @action up() { require(this.n < this.max || this.loud); this.n = this.max; }
    @invariant ok() { return this.n <= 5; }`;

  test("text is read by the type of the option", async () => {
    expect(await checked(spec, { options: { max: "5", loud: "true" } })).toMatchObject({ verdict: "exhaustive", options: { max: "5", loud: "true" } });
    expect((await checked(spec, { options: { max: 6 } })).verdict).toBe("violated");
    expect((await checked(spec)).options).toEqual({ max: "2", loud: "false" });
  });

  test("a design gives several, and what is given by itself overrides it", async () => {
    const designs = `static designs = { small: { max: 1, loud: true }, large: { max: 9 } };${spec}`;
    expect(await checked(designs, { design: "small" })).toMatchObject({ verdict: "exhaustive", options: { max: "1", loud: "true" } });
    expect((await checked(designs, { design: "large" })).verdict).toBe("violated");
    expect(await checked(designs, { design: "large", options: { max: "3" } })).toMatchObject({ verdict: "exhaustive", options: { max: "3", loud: "false" } });
    await expect(checked(designs, { design: "huge" })).rejects.toThrow('has no design named "huge"');
  });

  test("constants that the model leaves out are part of the trace", async () => {
    const report = await checked(spec, { options: { max: 7 } });
    expect(report.instance.state.map((f) => f.name)).toEqual(expect.arrayContaining(["n", "max", "loud"]));
    expect(named(report, "ok").trace!.initial).toHaveLength(report.instance.state.length);
  });

  const wrong: NonNullable<CheckOptions["options"]>[] = [{ max: "x" }, { max: "1.5" }, { max: "10" }, { loud: "yes" }, { volume: "1" }];
  test.each(wrong)("%j is refused", async (options) => {
    await expect(checked(spec, { options })).rejects.toThrow(DiagnosticsError);
  });
});

describe("warnings", () => {
  const idle = counter("m: boolean = false;\n @action never() { require(this.n > 1 && this.m); this.m = true; }\n @invariant vacuous() { return implies(this.m, this.n > 1); }");

  test("of what never happens, with the part of the guard that stops it", async () => {
    const report = await checked(idle);
    expect(codes(report)).toEqual(["T7001", "T7002"]);
    expect(report.verdict).toBe("exhaustive");
    expect(report.warnings[1].notes).toHaveLength(1);
  });

  test("not of what belongs to a design that the options do not choose", async () => {
    const designs = `
      n: Int<0, 3> = 0;
      polls: Int<0, 3> = 0;
      constructor(readonly mode: "push" | "poll" = "push") {}
      @action push() { require(this.n < 3); this.n += 1; }
      @action poll() { require(this.mode === "poll" && this.n > this.polls); this.polls += 1; }
      @invariant pollsFollow() { return implies(this.mode === "poll" && this.n === 0, this.polls === 0); }`;
    expect(codes(await checked(designs))).toEqual([]);
    expect(codes(await checked(designs, { options: { mode: "poll" } }))).toEqual([]);
    expect(codes(await checked(designs.replace("this.n > this.polls", "this.n < this.polls")))).toEqual([]);
    expect(codes(await checked(designs.replace("this.n > this.polls", "this.n < this.polls"), { options: { mode: "poll" } }))).toEqual(["T7002"]);
  });

  test("not before every state was seen", async () => {
    expect(codes(await checked(idle, { limits: { maxDepth: 2 } }))).toEqual([]);
    expect(codes(await checked(idle, { limits: { maxStates: 2 } }))).toEqual([]);
  });

  test("hidden properties are not reported as such", async () => {
    expect((await checked(idle)).properties.map((p) => p.name)).toEqual(["vacuous", "no failure"]);
  });
});

describe("a witness", () => {
  const spec = counter("@reachable top() { return this.n === 3; }");
  test("comes with every reachable that was reached", async () => {
    expect(named(await checked(spec, { witness: "top" }), "top").trace!.steps).toHaveLength(3);
  });
  test("is refused before the search where there is no such reachable", async () => {
    const searching = (): never => {
      throw new Error("the search has begun");
    };
    await expect(checked(spec, { witness: "bottom", listener: { searching } })).rejects.toThrow(DiagnosticsError);
  });
});
