/** Assumptions that contradict each other, however they do it, prove nothing; those that do not are no trouble. With the real solver. */
import { afterAll, describe, expect, test } from "vitest";
import { DiagnosticsError } from "../../../src/base/diagnostic.ts";
import { prove, type ProofReport } from "../../../src/index.ts";
import type { Solver } from "../../../verifier/contract/solver.ts";
import { ThreadSolver } from "../../../verifier/smt/thread-solver.ts";
import { imports, withFiles } from "../frontend/spec-text.ts";
import { z3Worker } from "../smt/z3-worker.ts";

const shared = new ThreadSolver(z3Worker());
afterAll(() => shared.close());
const makeSolver = (): Solver => ({ name: shared.name, ask: (query, budget) => shared.ask(query, budget), close: () => Promise.resolve() });

/** That it never goes is false as soon as something goes. */
const outcome = (body: string): Promise<ProofReport | string> => withFiles({
  "spec.ts": `${imports}type Node = Sort<"Node">; type Term = Order<"Term">;
    export class P { static scope = { Node: 3, Term: 3 }; done = false; ${body}
      @action go() { this.done = true; } @invariant never() { return !this.done; } }`,
}, (folder) => prove(folder, { makeSolver, parallel: 1 }).catch((error: unknown) => {
  if (error instanceof DiagnosticsError) return error.diagnostics.map((d) => `${d.code} ${d.message}`).join("\n");
  throw error;
}));

const good = "readonly good!: Record<Node, boolean>;";
const two = "readonly a!: Node; readonly b!: Node; readonly c!: Node;";

describe("nothing is proved where assumptions contradict each other", () => {
  test.each([
    ["directly", `${good} @assume x() { return exists((n: Node) => this.good[n] && !this.good[n]); }`, "nothing satisfies the assumption x"],
    ["two of them", `${good} @assume x() { return forall((n: Node) => this.good[n]); } @assume y() { return exists((n: Node) => !this.good[n]); }`, "x, y together"],
    ["only all three together", `${two} @assume x() { return this.a === this.b; } @assume y() { return this.b === this.c; } @assume z() { return this.a !== this.c; }`, "x, y, z together"],
    ["an order, which has no circles", `readonly s!: Term; readonly t!: Term; readonly u!: Term;
      @assume x() { return this.s < this.t && this.t < this.u; } @assume y() { return this.u < this.s; }`, "x, y together"],
    ["an order, which is total", "readonly s!: Term; readonly t!: Term; @assume x() { return !(this.s <= this.t) && !(this.t <= this.s); }", "the assumption x"],
    ["an order, which has a first value", "readonly s!: Term; @assume x() { return this.s < first<Term>(); }", "the assumption x"],
    ["the value of a constant", "readonly most: Int<0, 9> = 3; @assume x() { return this.most === 4; }", "the assumption x"],
    ["the values of a table", `readonly limit: Record<Node, Int<0, 9>> = fill(3); readonly n!: Node; @assume x() { return this.limit[this.n] > 3; }`, "the assumption x"],
    ["the bounds of a type", "readonly most!: Int<0, 9>; @assume x() { return this.most > 9; }", "the assumption x"],
    ["that majorities meet", `readonly p!: Majority<Node>; readonly q!: Majority<Node>; @assume x() { return !exists(this.p, (n) => exists(this.q, (m) => n === m)); }`, "the assumption x"],
  ])("%s", async (_, body, message) => {
    expect(await outcome(body)).toMatch(new RegExp(`^T5011 .*${message}$`));
  });
});

describe("assumptions that can be satisfied", () => {
  test.each([
    ["in instances of size 3 only", `${two} @assume x() { return this.a !== this.b && this.b !== this.c && this.a !== this.c; }`],
    ["in instances of size 5 at least", "readonly f!: Record<Node, Int<1, 5>>; @assume x() { return forall((i: Int<1, 5>) => exists((n: Node) => this.f[n] === i)); }"],
    ["in orders of size 3 at least", "readonly s!: Term; readonly t!: Term; readonly u!: Term; @assume x() { return this.s < this.t && this.t < this.u; }"],
    ["in one way", "readonly most: Int<0, 9> = 3; @assume x() { return this.most === 3; }"],
  ])("%s are not contradictory", async (_, body) => {
    const report = await outcome(body);
    if (typeof report === "string") throw new Error(report);
    expect(report.warnings.filter((w) => w.code === "T7003")).toEqual([]);
    expect(report.properties.find((p) => p.name === "never")?.verdict).not.toBe("proved");
  });
});
