/** What majorities agree on, worked out from its parts, against the formula that says the same. */
import { expect, test } from "vitest";
import { compileSpec } from "../../../../src/frontend/protocol.ts";
import { showExpr } from "../../../../src/interp/show-expr.ts";
import { instanceOf, Space } from "../../../../src/propose/embedded/ground.ts";
import { assignments, Grounding, leastMajorities } from "../../../../src/propose/embedded/grounding.ts";
import { namesOf } from "../../../../src/propose/embedded/names.ts";
import { stepsOf } from "../../../../src/propose/embedded/problem.ts";
import { agreementExpr, agreements, memberVariables } from "../../../../src/propose/embedded/quorums.ts";
import { Vocabulary } from "../../../../src/propose/embedded/vocabulary.ts";
import { openGround } from "../../../../verifier/sat/ground-solver.ts";

const { protocol } = compileSpec("specs/toy-consensus");
const vocabulary = new Vocabulary(protocol, new Map([["Node", 2], ["Value", 2]]));
const { variables } = vocabulary;
const atoms = vocabulary.ofField(protocol.state.find((f) => f.name === "vote")!);
const members = memberVariables(variables, new Set(["Node"]));
const agreed = agreements(atoms, atoms.map((_, i) => i), variables, members);
const exprs = agreed.map((g) => agreementExpr(g, atoms));
/** The agreements once as formulas, once as what they are made of. */
const instance = instanceOf(protocol, [...atoms, ...exprs], variables, { Node: 3, Value: 2 }, {});

test("of one predicate of a member, and of two that speak of the same other things", () => {
  expect(members.map((v) => v.name)).toEqual(["Node?0"]);
  expect(atoms.map(showExpr)).toContain("this.vote[Node?1] === Value?0");
  const texts = exprs.map(showExpr);
  expect(texts).toContain("exists((someQuorum: Majority<Node>) => forall(someQuorum, (someNode) => this.vote[someNode] === Value?0))");
  expect(texts).toContain("exists((someQuorum: Majority<Node>) => forall(someQuorum, (someNode) => this.vote[someNode] === undefined || this.vote[someNode] === Value?0))");
  expect(texts.some((t) => t.includes("Node?"))).toBe(false);
  expect(texts.some((t) => t.includes("Value?0") && t.includes("Value?1"))).toBe(false);
  expect(new Set(texts).size).toBe(texts.length);
});

test("they hold where the formulas hold", () => {
  const grounding = new Grounding(instance.protocol, instance.atoms);
  const all = assignments(instance.protocol, variables, false);
  grounding.table(all, []);
  const space = new Space(instance.protocol, grounding.ground, variables, { maxStates: 10_000, maxPerLevel: Infinity, milliseconds: 60_000 });
  expect(space.complete).toBe(true);
  const rows = space.rows(grounding.table(all, agreed));
  agreed.forEach((_, i) => expect([...rows.column(2 * (atoms.length + exprs.length + i))], showExpr(exprs[i])).toEqual([...rows.column(2 * (atoms.length + i))]));
  // So none of them is new.
  expect(rows.distinct(atoms.length + exprs.length)).toEqual([]);
  expect(rows.distinct(atoms.length).length).toBeGreaterThan(0);
});

test("solvers are told the same, before a step and after it", () => {
  const grounding = new Grounding(instance.protocol, instance.atoms);
  const [places] = grounding.table(assignments(instance.protocol, variables, true), agreed);
  for (const { name, text } of stepsOf(instance, grounding.ground, variables)) {
    const solver = openGround(text);
    expect(solver.check([], 10_000)).toBe("sat");
    agreed.forEach((_, i) => {
      for (const prefix of ["a", "b"]) {
        const [said, made] = [places[atoms.length + i], places[atoms.length + exprs.length + i]].map((n) => solver.constant(`${prefix}!${n}`));
        for (const different of [[said, -made], [-said, made]]) expect(solver.check(different, 10_000), `${name}: ${showExpr(exprs[i])}`).toBe("unsat");
      }
    });
  }
});

test("other names of variables lead from one to another", () => {
  const { renamings } = namesOf(atoms, agreed, variables, protocol.sorts);
  const number = (text: string): number => atoms.length + exprs.findIndex((e) => showExpr(e).endsWith(text));
  const swapped = renamings.filter((r) => r[number("=== Value?0))")] === number("=== Value?1))"));
  expect(swapped.length).toBeGreaterThan(0);
  for (const r of renamings) expect(r.slice(atoms.length).toSorted()).toEqual(Int32Array.from(agreed, (_, i) => atoms.length + i));
});

test("the smallest majorities", () => {
  expect(leastMajorities(3)).toEqual([[0, 1], [0, 2], [1, 2]]);
  expect(leastMajorities(4)).toHaveLength(4);
  expect(leastMajorities(1)).toEqual([[0]]);
});
