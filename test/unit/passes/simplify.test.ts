import { describe, expect, test } from "vitest";
import * as b from "../../../src/ir/build.ts";
import type { Expr, Stmt } from "../../../src/ir/expr.ts";
import { print, printExpr } from "../../../src/ir/print.ts";
import type { Protocol } from "../../../src/ir/protocol.ts";
import { bool, enumOf, int, option, setOf } from "../../../src/ir/type.ts";
import { problemsOf } from "../../../src/ir/well-formed.ts";
import { instantiate } from "../../../src/passes/instantiate.ts";
import { simplify } from "../../../src/passes/simplify.ts";
import { action, emptyProtocol, field, now, place, property, s, sample } from "../ir/sample.ts";

const n = int(0, 3);
const lit = (value: boolean | number): Expr => (typeof value === "boolean" ? b.boolLit(value, s) : b.intLit(value, s));
const x = now("x", n), p = now("p", bool);
const fails = b.unwrap(now("o", option(bool)), s);
const around: Protocol = {
  ...emptyProtocol,
  state: [field("x", n, lit(0)), field("p", bool, lit(false)), field("o", option(bool), b.none(bool, s)), field("limit", int(0, 9), lit(2), "constant")],
};
const simplified = (q: Protocol): Protocol => {
  expect(problemsOf(q)).toEqual([]);
  const result = simplify(q);
  expect(problemsOf(result)).toEqual([]);
  return result;
};
const predicate = (body: Expr): string => printExpr(simplified({ ...around, properties: [property("invariant", "i", body)] }).properties[0].body);
const statements = (body: readonly Stmt[]): string => {
  const text = print(simplified({ ...around, actions: [action("a", [], body)] }), { spans: false });
  return text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1).replace(/\s+/g, " ");
};

describe("expressions", () => {
  test.each<[string, Expr, string]>([
    ["and", b.connective("and", lit(true), p, s), ".p"],
    ["a decided and", b.connective("and", lit(false), fails, s), "false"],
    ["an and whose left may fail", b.connective("and", fails, lit(false), s), "(connective and (unwrap .o) false)"],
    ["an and whose left cannot fail", b.connective("and", p, lit(false), s), "false"],
    ["or", b.connective("or", lit(false), p, s), ".p"],
    ["an or whose left may fail", b.connective("or", fails, lit(true), s), "(connective or (unwrap .o) true)"],
    ["implies from false", b.connective("implies", lit(false), fails, s), "true"],
    ["implies to false", b.connective("implies", p, lit(false), s), "(not .p)"],
    ["implies to true, failing", b.connective("implies", fails, lit(true), s), "(connective implies (unwrap .o) true)"],
    ["not not", b.not(b.not(p, s), s), ".p"],
    ["if", b.cond(lit(true), p, fails, s), ".p"],
    ["comparison", b.compare("lt", lit(1), lit(2), s), "true"],
    ["arithmetic", b.compare("le", b.arith("div", lit(-7), lit(2), s), x, s), "(compare le (cast -4 (int -7 7)) .x)"],
    ["the remainder has the sign of the dividend", b.eq(b.arith("mod", lit(-7), lit(2), s), lit(-1), s), "true"],
    ["no negative zero", b.compare("le", b.arith("mul", lit(0), lit(-1), s), x, s), "(compare le 0 .x)"],
    ["division by zero stays", b.eq(b.arith("div", lit(1), lit(0), s), lit(1), s), "(eq (arith div 1 0) 1)"],
    ["overflow stays", b.eq(b.arith("mul", lit(2 ** 40), lit(2 ** 40), s), lit(1), s), "(eq (arith mul 1099511627776 1099511627776) 1)"],
    ["a known constant", b.compare("lt", x, now("limit", int(0, 9)), s), "(compare lt .x (cast 2 (int 0 9)))"],
    ["a cast that fails stays", b.eq(b.coerce(lit(9), n), x, s), "(eq (cast 9 (int 0 3)) .x)"],
    ["the branch of an enum", b.eq(b.cond(lit(false), b.enumLit("a", s), b.enumLit("b", s), s), b.enumLit("b", s), s), "true"],
    ["undefined is undefined", b.isNone(b.none(n, s), s), "true"],
    ["a value is not undefined", b.isNone(b.coerce(x, option(n)), s), "false"],
    ["a value that fails may not be dropped", b.isNone(b.coerce(fails, option(bool)), s), "(isNone (cast (unwrap .o) (option bool)))"],
    ["forall of what is true", b.fold("forall", "k", { kind: "type", type: n }, lit(true), s), "true"],
    ["exists in nothing", b.fold("exists", "k", { kind: "range", from: lit(2), to: lit(2) }, fails, s), "false"],
    ["a domain that may fail stays", b.fold("forall", "k", { kind: "elements", of: b.collection(setOf(bool), [fails], s) }, lit(true), s),
      "(fold forall k (elements (collection [(unwrap .o)] (set bool))) true)"],
    ["a do that only returns", b.doExpr([b.returnStmt(p, s)], bool, s), ".p"],
    ["a constant local in a do", b.doExpr([b.letStmt("k", lit(1), s), b.returnStmt(b.eq(b.local("k", int(1, 1), s), lit(1), s), s)], bool, s), "true"],
  ])("%s", (_name, before, after) => {
    expect(predicate(before)).toBe(after);
  });
});

describe("statements", () => {
  const set = (value: number): Stmt => b.assign(place("x", n), lit(value), s);
  const assigned = (value: number): string => `(assign [state x] (cast ${value} (int 0 3)))`;
  test.each<[string, Stmt[], string]>([
    ["the branch taken", [b.ifStmt(lit(true), [set(1)], [set(2)], s)], `{${assigned(1)}}`],
    ["no branch", [b.ifStmt(lit(false), [set(1)], [], s), set(2)], `{${assigned(2)}}`],
    ["an empty if", [b.ifStmt(p, [], [], s)], "{}"],
    ["an empty if that may fail", [b.ifStmt(fails, [], [], s)], "{(if (unwrap .o) {} {})}"],
    ["nothing after a return", [b.ifStmt(lit(true), [b.returnStmt(null, s)], [], s), set(1)], "{(return ())}"],
    ["a guard that holds", [b.require(lit(true), s), set(1)], `{${assigned(1)}}`],
    ["a guard that does not", [b.require(b.compare("lt", lit(2), lit(1), s), s)], "{(require false)}"],
    ["a block without a return", [b.block([set(1)], s)], `{${assigned(1)}}`],
    ["a block with a return in a loop", [b.block([b.forStmt("k", { kind: "type", type: bool }, [b.returnStmt(null, s)], s), set(1)], s)],
      `{(block {(for k (type bool) {(return ())}) ${assigned(1)}})}`],
    ["an empty loop", [b.forStmt("k", { kind: "type", type: bool }, [], s)], "{}"],
    ["a mutable local stays", [b.letStmt("k", b.coerce(lit(1), n), s, true), b.assign(b.place({ kind: "local", name: "k", type: n }), lit(2), s),
      b.assign(place("x", n), b.local("k", n, s), s)],
      "{(let k mutable (cast 1 (int 0 3))) (assign [local k] (cast 2 (int 0 3))) (assign [state x] k)}"],
  ])("%s", (_name, before, after) => {
    expect(statements(before)).toBe(after);
  });
});

describe("constants", () => {
  test("an option vanishes with the branches it decides", () => {
    const result = simplified(instantiate(sample, { sizes: { log: 2 }, options: { mode: "async" } }));
    expect(result.state.map((f) => f.name)).toEqual(["phase", "log", "total"]);
    expect(print(result)).not.toContain("sync");
    expect(result.actions[0].body.map((stmt) => stmt.kind)).toEqual(["require", "assign", "let", "assign", "assign"]);
  });

  test("a constant whose value is open stays", () => {
    const open = { ...around, state: [field("mode", enumOf(["a", "b"]), null, "option")] };
    expect(simplified(open).state).toHaveLength(1);
  });

  test("a variable with a literal as its first value stays", () => {
    expect(simplified(around).state.map((f) => f.name)).toEqual(["x", "p", "o"]);
  });

  test("assumptions that hold go, others stay", () => {
    const about = (limit: number): Expr => b.eq(now("limit", int(0, 9)), lit(limit), s);
    const result = simplified({ ...around, assumptions: [property("assume", "a", about(2)), property("assume", "b", about(3))] });
    expect(result.assumptions.map((a) => `${a.name} ${printExpr(a.body)}`)).toEqual(["b false"]);
  });
});
