import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emitModel } from "../../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../../src/backends/explicit/module.ts";
import { DiagnosticsError } from "../../../src/base/diagnostic.ts";
import { check } from "../../../src/pipeline/check.ts";
import { prepareSpec } from "../../../src/pipeline/prepare-spec.ts";
import { processesOf } from "../../../src/pipeline/processes.ts";
import { simulate, type SimulateOptions } from "../../../src/pipeline/simulate.ts";
import type { SampledProperty, SimulateReport } from "../../../src/pipeline/simulate-report.ts";
import { walk } from "../../../verifier/explicit/walk.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tenet-simulate-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
/** A spec that is a class with this body. */
function spec(body: string, before = ""): string {
  const file = join(folder, `spec${files++}.ts`);
  const imports = "action, constraint, eventually, exists, fill, forall, init, type Int, invariant, type Order, reachable, require, type Sort, step, terminal";
  writeFileSync(file, `import { ${imports} } from "tenet";\ntype Node = Sort<"Node">;\n${before}\nexport class P {\n${body}\n}\n`);
  return file;
}

const named = (report: SimulateReport, name: string): SampledProperty => report.properties.find((p) => p.name === name)!;
const actions = (p: SampledProperty): readonly string[] => p.trace!.steps.map((s) => `${s.action}(${s.args.map((a) => String(a.value)).join()})`);
/** What does not depend on the clock. */
const sampled = async (file: string, options: SimulateOptions): Promise<object> => {
  const { properties, sample: { seconds: _, ...sample } } = await simulate(file, options);
  return { properties, sample };
};

const race = (length: number): string => `
  static scope = { Node: 2 };
  at: Record<Node, Int<0, ${length}>> = fill(0);
  @action walk(n: Node) { require(this.at[n] < ${length}); this.at[n] += 1; }
  @invariant together() { return !exists((a: Node, b: Node) => this.at[a] === ${length} && this.at[b] === 0); }`;

const lock = (length: number): string => `
  open: Int<0, ${length}> = 0;
  @action press(key: Int<0, 3>) { if (key === (this.open * 7 + 1) % 4 && this.open < ${length}) this.open += 1; else this.open = 0; }
  @invariant closed() { return this.open < ${length}; }`;

describe("schedulers", () => {
  test("forty steps of one process before any of another: priorities find it at once, each step alike never", async () => {
    const file = spec(race(40));
    expect((await simulate(file, { runs: 2000 })).verdict).toBe("sampled");
    const report = await simulate(file, { runs: 20, scheduler: "pct", depth: 1 });
    expect(report.verdict).toBe("violated");
    expect(report.sample.priorities).toEqual({ depth: 1, sort: "Node", processes: 2, probability: 0.5, ambiguous: 0 });
    expect(named(report, "together").trace!.steps).toHaveLength(40);
  });

  test("a lock of forty digits opens to whoever goes on where something was new", async () => {
    const file = spec(lock(40));
    for (const scheduler of ["uniform", "pct"] as const) expect((await simulate(file, { runs: 2000, scheduler })).verdict).toBe("sampled");
    const report = await simulate(file, { runs: 2000, scheduler: "coverage" });
    expect(named(report, "closed")).toMatchObject({ verdict: "violated", found: { shortest: true } });
    expect(named(report, "closed").trace!.steps).toHaveLength(40);
  });

  test("the probability that is promised is kept", async () => {
    // The one looks after the fifth step of the other and before its sixth: two steps in an order, so of depth 2.
    const { model } = prepareSpec(spec(`
      static scope = { Node: 2 };
      at: Int<0, 9> = 0;
      walker!: Node;
      seen: Int<0, 9> | undefined = undefined;
      @action walk(n: Node) { require(n === this.walker && this.at < 9); this.at += 1; }
      @action look(n: Node) { require(n !== this.walker && this.seen === undefined); this.seen = this.at; }
      @invariant unseen() { return this.seen !== 5; }`), {});
    const module = instantiateModule(emitModel(model, { labels: true, instances: true }).source), processes = processesOf(model);
    const scheduling = { kind: "pct", depth: 2, processes: processes.numbers, processOf: processes.of } as const;
    let found = 0;
    for (let seed = 0; seed < 1100; seed++) {
      const { end, stats } = await walk(module, { walks: 1, seed, steps: 11, deadlock: "ignore", keepGoing: false, scheduling });
      if (end === "violation") found++;
      expect(stats.ambiguous).toBe(0);
    }
    // 1 in 2 * 11 are 50, give or take three deviations.
    expect(found).toBeGreaterThan(29);
    expect(found).toBeLessThan(71);
  });
});

describe("what is found", () => {
  test.each(["uniform", "pct", "coverage"] as const)("with %s is found again by the seed that is told, and by the same walks", async (scheduler) => {
    const file = "test/cli/specs/lenient-lock.ts", options = { scheduler, seed: 7, steps: 30 };
    const report = await simulate(file, options), [property] = report.properties.filter((p) => p.verdict === "violated");
    const again = await simulate(file, { ...options, ...property.found!.replay });
    expect(named(again, property.name)).toMatchObject({ verdict: "violated", trace: property.trace, found: { steps: property.found!.steps } });
    if (scheduler !== "coverage") expect(again.sample.walks).toBe(1);
    expect(await sampled(file, options)).toEqual(await sampled(file, options));
  });

  test.each(["hasty-commit.ts", "lenient-lock.ts", "two-locks.ts", "counter.ts"])("in %s is as short as it can be", async (name) => {
    const file = `test/cli/specs/${name}`;
    const report = await simulate(file, { keepGoing: true, runs: 3000 }), checked = await check(file, { keepGoing: true });
    const lengths = (r: { properties: readonly { name: string; verdict: string; trace?: { steps: readonly object[] } }[] }): object =>
      Object.fromEntries(r.properties.filter((p) => p.verdict === "violated" && p.trace).map((p) => [p.name, p.trace!.steps.length]));
    expect(lengths(report)).toEqual(lengths(checked));
    expect(Object.keys(lengths(report))).not.toEqual([]);
    for (const p of report.properties) if (p.verdict === "violated") expect(p.found!.shortest).toBe(true);
  });

  test("loses what it does not need, where there is too much to search through", async () => {
    const report = await simulate(spec(`
      static scope = { Node: 30 };
      noise: Set<Node> = new Set<Node>();
      n: Int<0, 12> = 0;
      @action toggle(node: Node) { if (this.noise.has(node)) this.noise.delete(node); else this.noise.add(node); }
      @action up() { require(this.n < 12); this.n += 1; }
      @invariant low() { return this.n < 12; }`), { steps: 600 });
    expect(actions(named(report, "low"))).toEqual(Array.from({ length: 12 }, () => "up()"));
    expect(named(report, "low").found!.steps).toBeGreaterThan(100);
    // Nobody looked at all runs of 11 steps.
    expect(named(report, "low").found!.shortest).toBe(false);
  });

  test("has the steps of each process together", async () => {
    const report = await simulate(spec(`
      static scope = { Node: 3 };
      at: Record<Node, Int<0, 4>> = fill(0);
      @action walk(n: Node) { require(this.at[n] < 4); this.at[n] += 1; }
      @invariant someoneIsLate() { return exists((n: Node) => this.at[n] < 4); }`));
    const nodes = named(report, "someoneIsLate").trace!.steps.map((s) => s.args[0].value);
    expect(nodes).toHaveLength(12);
    expect(nodes.filter((n, i) => i > 0 && n !== nodes[i - 1])).toHaveLength(2);
  });

  test("is a witness, where one is asked for, and no trace otherwise", async () => {
    const asked = named(await simulate("specs/two-phase-commit", { runs: 50, witness: "someoneCommits" }), "someoneCommits");
    expect(asked).toMatchObject({ verdict: "sampled", found: { shortest: true } });
    expect(asked.trace!.steps).toHaveLength(8);
    expect(named(await simulate("specs/two-phase-commit", { runs: 50 }), "someoneCommits")).not.toHaveProperty("trace");
  });
});

describe("a sample says no more than it is", () => {
  test("of everything seen, it is still a sample", async () => {
    const report = await simulate("specs/two-phase-commit", { runs: 10_000 });
    expect(report.verdict).toBe("sampled");
    expect(new Set(report.properties.map((p) => p.verdict))).toEqual(new Set(["sampled"]));
    // There are 288.
    expect(Math.abs(report.sample.distinctStates - 288)).toBeLessThan(6);
    expect(report.sample).toMatchObject({ end: "complete", walks: 10_000, runs: 10_000, ended: 10_000, seed: 1, maxSteps: 100 });
  });

  test("what happens in the end is not looked at", async () => {
    const report = await simulate(spec("n: Int<0, 3> = 0;\n @action up() { require(this.n < 3); this.n += 1; }\n @eventually full() { return this.n === 3; }"), { runs: 5 });
    expect(named(report, "full")).toMatchObject({ kind: "eventually", verdict: "unknown" });
    expect(report.verdict).toBe("sampled");
  });

  test("with a time, as many walks as fit; with both, the time is a limit", async () => {
    const timed = (await simulate("specs/two-phase-commit", { timeoutMs: 60 })).sample;
    expect(timed).toMatchObject({ end: "complete", timeoutMs: 60 });
    expect(timed).not.toHaveProperty("runs");
    expect((await simulate("specs/two-phase-commit", { timeoutMs: 60, runs: 1e9 })).sample.end).toBe("timeout");
  });

  test("when somebody interrupts, it tells what was done", async () => {
    const controller = new AbortController(), seen: number[] = [];
    const report = await simulate("specs/two-phase-commit", {
      runs: 1e9, signal: controller.signal, listener: { progress: ({ walks }) => { seen.push(walks); controller.abort(); } },
    });
    expect(report.sample.end).toBe("interrupted");
    expect(report.sample.walks).toBeGreaterThanOrEqual(seen[0]);
  });
});

describe("specs that are no protocols", () => {
  test("no steps at all", async () => {
    const report = await simulate(spec("n: Int<0, 3> = 0;\n @action never() { require(this.n > 3); this.n = 0; }\n @invariant fine() { return this.n < 3; }"), { runs: 10 });
    expect(report.sample).toMatchObject({ walks: 10, steps: 0, ended: 10, distinctStates: 1 });
    for (const scheduler of ["pct", "coverage"] as const) {
      expect((await simulate(spec("n: Int<0, 3> = 0;\n @action never() { require(this.n > 3); this.n = 0; }\n @invariant fine() { return this.n < 3; }"), { runs: 10, scheduler, deadlock: true })).verdict).toBe("violated");
    }
  });

  test("a deadlock in the initial state", async () => {
    const report = await simulate(spec("n: Int<0, 3> = 0;\n @action up() { require(this.n > 0); this.n += 1; }\n @terminal done() { return false; }"));
    expect(named(report, "deadlock")).toMatchObject({ verdict: "violated", found: { walk: 0, steps: 0, shortest: true, replay: { seed: 1, runs: 1 } } });
  });

  test("steps that lead nowhere else", async () => {
    const report = await simulate(spec("n: Int<0, 3> = 0;\n @action stay() { this.n = this.n; }\n @terminal done() { return false; }"), { runs: 5 });
    expect(report.sample).toMatchObject({ walks: 5, steps: 0 });
    expect(report.verdict).toBe("sampled");
  });

  test("an initial choice that fails, and an invariant that fails in the first state", async () => {
    const failing = await simulate(spec("n: Int<0, 3> = 0;\n @init start(k: Int<0, 9>) { this.n = k; }\n @action up() { require(this.n < 3); this.n += 1; }"));
    expect(named(failing, "no failure")).toMatchObject({ verdict: "violated", found: { steps: 0 } });
    const broken = await simulate(spec("n: Int<0, 3> = 0;\n @action up() { require(this.n < 3); this.n += 1; }\n @invariant no() { return this.n > 0; }"));
    expect(named(broken, "no").trace!.steps).toEqual([]);
  });

  test("an action that fails after some steps, and a step that must not be", async () => {
    const report = await simulate(spec(`n: Int<0, 5> = 0;
 @action up() { this.n += 1; }
 @action down() { this.n -= 1; }
      @step small(next: this) { return next.n < 4; }`), { keepGoing: true });
    expect(report.properties.filter((p) => p.verdict === "violated").map((p) => [p.kind, p.trace!.steps.length])).toEqual([["step", 4], ["failure", 0], ["failure", 5]]);
  });

  test("no initial state", async () => {
    await expect(simulate(spec("n: Int<0, 3> = 0;\n @init never() { require(this.n > 0); }\n @action up() { this.n = 1; }"))).rejects.toThrow(DiagnosticsError);
  });

  test("very many initial states, and states that are very wide", async () => {
    const many = await simulate(spec("n!: Int<0, 99999>;\n m: boolean = false;\n @action flip() { this.m = !this.m; }\n @invariant rare() { return this.n !== 77 || !this.m; }"), { runs: 20, steps: 3 });
    expect(many.sample.initialStates).toBe(100_000);
    for (const scheduler of ["uniform", "pct", "coverage"] as const) {
      const wide = await simulate(spec(`
        static scope = { Node: 12 };
        seen: Record<Node, Record<Node, Int<0, 4000>>> = fill(fill(0));
        @action up(a: Node, b: Node) { require(this.seen[a][b] < 4000); this.seen[a][b] += 1; }
        @invariant low() { return forall((a: Node, b: Node) => this.seen[a][b] < 2); }`), { runs: 2, steps: 60, scheduler });
      if (wide.verdict === "violated") expect(named(wide, "low").trace!.steps).toHaveLength(2);
      else expect(wide.sample.steps).toBe(2 * 60);
    }
  });

  test("nothing is kept of states beyond a constraint, but they are looked at", async () => {
    const report = await simulate(spec("n: Int<0, 9> = 0;\n @action up() { this.n += 1; }\n @constraint few() { return this.n < 3; }\n @invariant low() { return this.n < 3; }"));
    expect(named(report, "low").trace!.steps).toHaveLength(3);
  });
});
