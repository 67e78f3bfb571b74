/** What of a state a claim depends on, and how that reads. */
import { describe, expect, test } from "vitest";
import { compileSpec } from "../../../src/frontend/protocol.ts";
import { envOf } from "../../../src/interp/env.ts";
import { holds } from "../../../src/interp/eval.ts";
import { relevantParts } from "../../../src/interp/relevant.ts";
import { initialStates } from "../../../src/interp/step.ts";
import type { State } from "../../../src/interp/value.ts";
import type { Protocol } from "../../../src/ir/protocol.ts";
import { instantiate } from "../../../src/passes/instantiate.ts";
import { lemmaText, partTexts } from "../../../src/report/relevant-text.ts";
import { imports, withFiles } from "../frontend/spec-text.ts";

/** The first initial state, and what of it matters for the invariant `p`. */
function relevant(members: string) {
  const instance = withFiles({
    "spec.ts": `${imports}type Node = Sort<"Node">; type Round = Order<"Round">; interface Message { from: Node; vote: boolean }
      export class P { static scope = { Node: 2, Round: 3 }; ${members} @action go(n: Node, r: Round) { require(r === r && n !== n); } }`,
  }, (folder) => instantiate(compileSpec(folder).protocol, { sizes: {}, options: {} }));
  const [first] = initialStates(instance);
  if ("failure" in first) throw first.failure;
  const claim = (state: State): boolean => holds(instance.properties[0].body, envOf(instance, state));
  return { instance, matters: relevantParts(instance, first.state, claim), step: null };
}
const parts = ({ instance, matters }: { instance: Protocol; matters: ReturnType<typeof relevantParts> }): string[] => partTexts(matters, instance);

describe("what matters of a state", () => {
  test("are the values that the claim would not survive to lose", () => {
    const found = relevant(`a: "x" | "y" = "x"; b = true; c: Int = 7; rm: Record<Node, "w" | "c"> = fill("w");
      @invariant p() { return this.a === "x" && this.c > 3 && exists((n: Node) => this.rm[n] === "w"); }`);
    // Either of the two nodes is enough: the first is free, so the second is not.
    expect(parts(found)).toEqual(['this.a === "x"', "this.c === 7", 'this.rm[node2] === "w"']);
    expect(found.matters.complete).toBe(true);
    expect(lemmaText(found)).toBe('forall((node2: Node) => !(this.a === "x" && this.c === 7 && this.rm[node2] === "w"))');
  });

  test("elements of sets, there or not; entries of maps; parts of records", () => {
    const found = relevant(`sent = new Set<Message>(); at = new Map<Node, Round>(); pair: { l: boolean; r: boolean } = { l: false, r: true }; seen = new Set<Node>();
      @invariant p() { return !exists((n: Node) => this.sent.has({ from: n, vote: true })) && forall((n: Node) => this.at.get(n) === undefined) && this.pair.r; }`);
    expect(parts(found)).toEqual([
      "!this.sent.has({ from: node1, vote: true })", "!this.sent.has({ from: node2, vote: true })",
      "this.at.get(node1) === undefined", "this.at.get(node2) === undefined", "this.pair.r",
    ]);
    expect(lemmaText(found)).toMatch(/^forall\(\(node1: Node, node2: Node\) => !\(node1 !== node2 && /);
  });

  test("members of ordered sorts are compared", () => {
    const found = relevant(`low: Round = first<Round>(); set = new Set<Round>([last<Round>()]); @invariant p() { return forall(this.set, (r) => this.low < r) && this.set.has(last<Round>()); }`);
    expect(parts(found)).toContain("this.low === round1");
    expect(lemmaText(found)).toContain("round1 < round3");
  });

  test("nothing matters for what is always true, and there is no lemma for it", () => {
    const found = relevant("a = true; @invariant p() { return this.a || !this.a; }");
    expect(parts(found)).toEqual([]);
    expect(lemmaText(found)).toBeUndefined();
  });

  test("a claim of the whole is found in its parts, though each alone can be changed", () => {
    const found = relevant("a = true; b = true; @invariant p() { return this.a || this.b; }");
    expect(parts(found)).toEqual(["this.b"]);
  });

  test("one small majority says nothing about a lemma", () => {
    const found = relevant("a = true; @invariant p() { return this.a; }");
    const quorum = { name: "q", type: { kind: "majority", of: { kind: "sort", name: "Node" } }, value: { kind: "set", items: [0] } } as const;
    expect(lemmaText({ ...found, step: { action: "go", args: [quorum], span: found.instance.span } })).toBeUndefined();
  });
});
