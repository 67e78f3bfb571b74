/** What never changes is known in every state, and nothing else is: with the real solver. */
import { afterAll, describe, expect, test } from "vitest";
import { encode } from "../../../../src/backends/smt/goals.ts";
import { Unsupported } from "../../../../src/backends/smt/unsupported.ts";
import { compileSpec } from "../../../../src/frontend/protocol.ts";
import { induction } from "../../../../src/pipeline/induction.ts";
import { withOptions } from "../../../../src/pipeline/options.ts";
import { provedProperties } from "../../../../src/pipeline/proof-properties.ts";
import { ThreadSolver } from "../../../../verifier/smt/thread-solver.ts";
import { asking } from "../../../differential/prove-ask.ts";
import { imports, withFiles } from "../../frontend/spec-text.ts";
import { z3Worker } from "../../smt/z3-worker.ts";

const solver = new ThreadSolver(z3Worker());
afterAll(() => solver.close());

const compiled = (body: string) => withFiles({ "spec.ts": `${imports}type Node = Sort<"Node">; export class P { static scope = { Node: 2 }; ${body} }` }, (folder) => compileSpec(folder).protocol);

async function verdicts(body: string, options: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> {
  const protocol = withOptions(compiled(body), options);
  return Object.fromEntries(provedProperties(protocol, await induction(protocol, asking(solver))).map((p) => [p.name, p.verdict]));
}

const counting = "count: Int<0, 9> = 0; @action up() { require(this.count < this.most); this.count += 1; } @invariant few() { return this.count <= 3; }";

describe("constants", () => {
  test.each([
    ["with a value", `readonly most: Int<0, 9> = 3; ${counting}`],
    ["found by others", `readonly half: Int<0, 3> = 1; readonly most: Int<0, 9> = this.half + 2; ${counting}`],
    ["found by others that may be anything", `readonly half!: Int<0, 3>; readonly most: Int<0, 9> = this.half; ${counting}`],
    ["of a table", `readonly limit: Record<Node, Int<0, 9>> = fill(3); count: Record<Node, Int<0, 9>> = fill(0);
      @action up(n: Node) { require(this.count[n] < this.limit[n]); this.count[n] += 1; } @invariant few() { return forall((n: Node) => this.count[n] <= 3); }`],
    ["that are options with a default", `constructor(readonly most: Int<0, 9> = 3) {} ${counting}`],
  ])("%s are known in every state", async (_, body) => {
    expect(await verdicts(body)).toMatchObject({ few: "proved", "no failure": "proved" });
  });

  test("are what was chosen", async () => {
    const body = `constructor(readonly most: Int<0, 9> = 9) {} ${counting}`;
    expect(await verdicts(body)).toMatchObject({ few: "not-inductive" });
    expect(await verdicts(body, { most: "2" })).toMatchObject({ few: "proved" });
  });

  test("say nothing about what begins like them, and is written later", async () => {
    const written = `most: Int<0, 9> = 3; ${counting}`;
    expect(await verdicts(`${written} @action more() { this.most = 9; }`)).toMatchObject({ few: "not-inductive" });
    expect(await verdicts(`${written} @init choose(n: Int<0, 9>) { this.most = n; }`)).toMatchObject({ few: "not-inductive" });
  });

  test("that copy what is written later say nothing of it", async () => {
    const copied = `now: Int<0, 9> = 3; readonly most: Int<0, 9> = this.now; @action move() { this.now = 9; } ${counting}`;
    expect(await verdicts(`${copied} @invariant same() { return this.now === this.most; }`)).toMatchObject({ same: "not-inductive" });
  });

  test("are assumed under a name, at their place", () => {
    const [, , { query }] = encode(compiled(`readonly most: Int<0, 9> = 3; ${counting}`));
    if (query instanceof Unsupported) throw query;
    expect(query.hypotheses.find((h) => h.name === "value of most")).toMatchObject({ term: "(= most 3)", span: { line: 2 } });
  });
});
