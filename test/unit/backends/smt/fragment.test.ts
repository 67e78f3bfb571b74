/** Which goals a solver is sure to come to an end with, and which circle is to blame for the others. */
import { describe, expect, test } from "vitest";
import { type Fragment, fragmentOf } from "../../../../src/backends/smt/fragment.ts";
import { encode } from "../../../../src/backends/smt/goals.ts";
import { Unsupported } from "../../../../src/backends/smt/unsupported.ts";
import { compileSpec } from "../../../../src/frontend/protocol.ts";
import type { Protocol } from "../../../../src/ir/protocol.ts";
import { imports, withFiles } from "../../frontend/spec-text.ts";

function fragments(protocol: Protocol): Map<string, Fragment> {
  return new Map(encode(protocol).flatMap((g) => (g.query instanceof Unsupported || g.kind === "consistency" ? [] : [[g.name, fragmentOf(g, g.query, protocol)]])));
}
const ofSpec = (name: string): Map<string, Fragment> => fragments(compileSpec(`specs/${name}`, { proof: `specs/${name}/proof.ts` }).protocol);
const ofText = (body: string): Map<string, Fragment> => withFiles(
  { "spec.ts": `${imports}type Node = Sort<"Node">; type Value = Sort<"Value">;\nexport class P { static scope = { Node: 2, Value: 2 };\n${body}\n}` },
  (folder) => fragments(compileSpec(folder).protocol),
);
const kinds = (all: ReadonlyMap<string, Fragment>): string[] => [...new Set([...all.values()].map((f) => f.kind))].toSorted();
/** `Node -(vote)-> Value` */
const circle = (f: Fragment | undefined): string[] => {
  if (f?.kind !== "outside" || f.why.kind !== "circle") throw new Error(`no circle, but ${f?.kind}`);
  return f.why.edges.map((e) => `${e.from} -(${e.by.what})-> ${e.to}`).toSorted();
};

describe("fragments", () => {
  test("two-phase commit has relations only", () => expect(kinds(ofSpec("two-phase-commit"))).toEqual(["epr", "propositional"]));
  test("Peterson's lock has nothing but enumerations", () => expect(kinds(fragments(compileSpec("specs/peterson").protocol))).toEqual(["propositional"]));
  test("buffers of integers without quantifiers have integers", () => expect(kinds(fragments(compileSpec("specs/coffee-can").protocol))).toEqual(["integers"]));

  test("a function, a lemma and the majorities make a circle", () => {
    const f = ofSpec("toy-consensus").get("consecution decide decidedByMajority");
    expect(circle(f)).toEqual(["Majority!Node -(majorities of Node intersect)-> Node", "Node -(vote)-> Value", "Value -(decidedByMajority)-> Majority!Node"]);
    const lines = f?.kind === "outside" && f.why.kind === "circle" ? f.why.edges.map((e) => e.by.span && `${e.by.span.file}:${e.by.span.line}`) : [];
    expect(lines.toSorted()).toEqual(["specs/toy-consensus/proof.ts:9", "specs/toy-consensus/spec.ts:10", undefined]);
  });
  test("without the lemma there is none", () => {
    expect(kinds(fragments(compileSpec("specs/toy-consensus").protocol))).toEqual(["epr", "propositional"]);
  });

  test("the negation counts: what is to be shown with forall under exists is assumed the other way round", () => {
    const body = `edge = new Set<{ a: Node, b: Node }>(); done = false; @action go() { this.done = true; }`;
    const shown = ofText(`${body} @invariant p() { return !this.done || exists((a: Node) => forall((b: Node) => this.edge.has({ a, b }))); }`);
    // As an assumption it is harmless; its negation says that for each node there is another.
    expect(circle(shown.get("consecution go p"))).toEqual(["Node -(p)-> Node"]);
    const dual = ofText(`${body} @invariant p() { return !this.done || forall((a: Node) => exists((b: Node) => this.edge.has({ a, b }))); }`);
    expect(circle(dual.get("consecution go p"))).toEqual(["Node -(p)-> Node"]);
    expect(dual.get("initiation p")).toEqual({ kind: "propositional" });
  });

  test("an exists that does not depend on the forall around it is no function of it", () => {
    const all = ofText(`red = new Set<Node>(); @action go(n: Node) { this.red.add(n); }
      @invariant p() { return forall((a: Node) => !this.red.has(a) || exists((b: Node) => this.red.has(b))); }`);
    expect(all.get("consecution go p")).toEqual({ kind: "epr" });
  });

  test("both sides of an equality of formulas count both ways", () => {
    const all = ofText(`red = new Set<{ a: Node, b: Node }>(); flag = false; @action go() { this.flag = !this.flag; }
      @invariant p() { return forall((a: Node) => this.flag === exists((b: Node) => this.red.has({ a, b }))); }`);
    expect(circle(all.get("consecution go p"))).toEqual(["Node -(p)-> Node"]);
  });

  test("a function applied to constants only makes no circle", () => {
    const body = `next: Record<Node, Node | undefined> = fill(undefined); red = new Set<Node>();
      @action go(n: Node) { const m = this.next[n]; require(m !== undefined); this.red.add(m); }`;
    const ground = ofText(`${body} @invariant p() { return exists((a: Node) => !this.red.has(a)); }`);
    expect(ground.get("consecution go p")).toEqual({ kind: "epr" });
    const circular = ofText(`${body} @invariant p() { return forall((a: Node) => { const b = this.next[a]; return b === undefined || !this.red.has(b); }); }`);
    expect(circle(circular.get("consecution go p"))).toEqual(["Node -(next)-> Node"]);
  });

  test("what an action writes counts as what it is defined as", () => {
    const all = ofText(`to: Record<Node, Value | undefined> = fill(undefined); of: Record<Value, Node | undefined> = fill(undefined); ok = new Set<Value>(); seen = new Set<Node>();
      @action swap() { this.seen = filter((n: Node) => exists((v: Value) => this.ok.has(v) && this.of[v] === n)); }
      @invariant p() { return forall((n: Node) => this.seen.has(n) || this.to[n] === undefined || !this.ok.has(this.to[n])); }`);
    expect(circle(all.get("consecution swap p"))).toEqual(["Node -(to)-> Value", "Value -(of)-> Node"]);
  });

  test("quantified integers, and products of variables", () => {
    const quantified = ofText(`red = new Set<Int>(); @action go(n: Int) { this.red.add(n); } @invariant p() { return forall(this.red, (n) => n >= 0); }`);
    expect(quantified.get("consecution go p")).toMatchObject({ kind: "outside", why: { kind: "quantified-integer", at: { what: "p" } } });
    const product = ofText(`x: Int = 0; y: Int = 0; @action go() { this.x = this.x * this.y; } @invariant p() { return this.x === 0; }`);
    expect(product.get("consecution go p")).toMatchObject({ kind: "outside", why: { kind: "nonlinear" } });
    const linear = ofText(`x: Int = 0; @action go() { this.x = 2 * this.x + 3; } @invariant p() { return this.x !== 1; }`);
    expect(linear.get("consecution go p")).toEqual({ kind: "integers" });
  });
});
