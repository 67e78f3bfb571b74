import { describe, expect, test } from "vitest";
import * as b from "../../../src/ir/build.ts";
import type { Expr } from "../../../src/ir/expr.ts";
import { printExpr } from "../../../src/ir/print.ts";
import { bool, int } from "../../../src/ir/type.ts";
import { problemsOf } from "../../../src/ir/well-formed.ts";
import { addAntecedents, invariantOfAntecedent } from "../../../src/passes/vacuity.ts";
import { emptyProtocol, field, now, property, s } from "../ir/sample.ts";

const names = ["p", "q", "r"];
const [p, q, r] = names.map((name) => now(name, bool));
const not = (e: Expr): Expr => b.not(e, s);
const join = (op: "and" | "or" | "implies", left: Expr, right: Expr): Expr => b.connective(op, left, right, s);
const forall = (name: string, body: Expr): Expr => b.fold("forall", name, { kind: "type", type: int(0, 1) }, body, s);

function antecedents(body: Expr, kind: "invariant" | "step" = "invariant"): string[] {
  const result = addAntecedents({ ...emptyProtocol, state: names.map((name) => field(name, bool, b.boolLit(false, s))), properties: [property(kind, "safe", body)] });
  expect(problemsOf(result)).toEqual([]);
  return result.properties.slice(1).map((x) => {
    expect(x.kind).toBe("reachable");
    expect(invariantOfAntecedent(x.name)).toBe("safe");
    return `${x.name}: ${printExpr(x.body)}`;
  });
}

describe("antecedents", () => {
  test.each<[string, Expr, string[]]>([
    ["implies", join("implies", p, q), ["antecedent of safe: .p"]],
    ["not or", join("or", not(p), q), ["antecedent of safe: .p"]],
    ["several not or", join("or", join("or", not(p), not(q)), r), ["antecedent of safe: (connective and .p .q)"]],
    ["the last is the right side even where it is negated", join("or", not(p), not(q)), ["antecedent of safe: .p"]],
    ["what comes after the first other disjunct is the right side", join("or", join("or", not(p), q), not(r)), ["antecedent of safe: .p"]],
    ["quantifiers become existential", forall("a", forall("c", join("implies", b.eq(b.local("a", int(0, 1), s), b.local("c", int(0, 1), s), s), p))),
      ["antecedent of safe: (fold exists a (type (int 0 1)) (fold exists c (type (int 0 1)) (eq a c)))"]],
    ["nested implications must all be possible", join("implies", p, forall("a", join("implies", q, r))),
      ["antecedent of safe: (connective and .p (fold exists a (type (int 0 1)) .q))"]],
    ["a conjunction has several; what stands before is still checked before", join("and", join("implies", p, q), join("implies", q, r)), [
      "antecedent of safe #1: .p", "antecedent of safe #2: (connective and (connective implies .p .q) .q)",
    ]],
    ["none in a plain disjunction", join("or", p, q), []],
    ["none under exists", b.fold("exists", "a", { kind: "type", type: bool }, join("implies", p, q), s), []],
  ])("%s", (_name, body, expected) => {
    expect(antecedents(body)).toEqual(expected);
  });

  test("only of invariants", () => {
    expect(antecedents(join("implies", p, q), "step")).toEqual([]);
  });

  test("a property of the spec is no antecedent", () => {
    expect(invariantOfAntecedent("safe")).toBeUndefined();
  });
});
