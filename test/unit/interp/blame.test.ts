import { describe, expect, it } from "vitest";
import { blameOf, conjunctsBefore } from "../../../src/interp/blame.ts";
import { envOf } from "../../../src/interp/env.ts";
import { holds } from "../../../src/interp/eval.ts";
import type { Blame } from "../../../src/interp/trace.ts";
import { mapValue, seqValue, setValue, type Value } from "../../../src/interp/value.ts";
import * as b from "../../../src/ir/build.ts";
import type { Expr } from "../../../src/ir/expr.ts";
import { bool, mapOf, option, seqOf, setOf, type Type } from "../../../src/ir/type.ts";
import { Color, elements, field, line, no, Node, now, num, over, protocol, range, s, Small, x, yes } from "./helpers.ts";

const Colors = mapOf(Node, Color, true);
const types: Readonly<Record<string, Type>> = { color: Colors, set: setOf(Node), n: Small, log: seqOf(Small, 3), last: option(Small) };
const start: readonly Value[] = [
  mapValue(["red", "green", "red"].map((value, key) => ({ key, value }))), setValue([0, 2]), 2, seqValue([1, 3]), null,
];
const read = (name: string): Expr => now(name, types[name]);

/** `line: text  name=value …  atom is value …` of a predicate that is false. */
function blamed(predicate: Expr, locals: Readonly<Record<string, Value>> = {}): string {
  const env = envOf(protocol({ state: Object.entries(types).map(([name, type]) => field(name, type)) }), start);
  for (const [name, value] of Object.entries(locals)) env.locals.set(name, value);
  expect(holds(predicate, env)).toBe(false);
  return show(blameOf(predicate, env));
}
const show = (blame: Blame): string =>
  [`${blame.span.line}: ${blame.holds ? "true " : ""}${blame.text}`, ...blame.bindings.map((v) => `${v.name}=${JSON.stringify(v.value)}`), ...blame.atoms.map((a) => `[${a.text} is ${JSON.stringify(a.value)}]`)].join("  ");

const colorOf = (name: string): Expr => b.at(read("color"), x(name, Node), s);
const is = (e: Expr, color: string, at = 1): Expr => b.eq(e, b.enumLit(color, s), line(at));
const and = (l: Expr, r: Expr): Expr => b.connective("and", l, r, line(90));
const below = (e: Expr, limit: number, at: number): Expr => b.compare("lt", e, num(limit), line(at));
const forall = (name: string, body: Expr): Expr => b.fold("forall", name, over(Node), body, line(91));

describe("blameOf", () => {
  it("goes to the false conjunct", () => {
    expect(blamed(and(below(read("n"), 3, 1), and(below(read("n"), 2, 2), below(read("n"), 0, 3))))).toBe("2: this.n < 2  [this.n is 2]");
    expect(blamed(and(and(below(read("n"), 3, 1), below(read("n"), 2, 2)), below(read("n"), 0, 3)))).toBe("2: this.n < 2  [this.n is 2]");
  });
  it("binds quantified variables, outermost first", () =>
    expect(blamed(forall("a", forall("b", b.not(and(is(colorOf("a"), "red"), is(colorOf("b"), "green")), line(7))))))
      .toBe('7: !(this.color[a] === "red" && this.color[b] === "green")  a=0  b=1  [this.color[a] is "red"]  [this.color[b] is "green"]'));
  it("goes to the right of an implication", () =>
    expect(blamed(forall("a", b.connective("implies", b.has(read("set"), x("a", Node), s), is(colorOf("a"), "green", 5), s)))).toBe('5: this.color[a] === "green"  a=0  [this.color[a] is "red"]'));
  it("shows both sides of a false disjunction", () =>
    expect(blamed(b.connective("or", below(read("n"), 1, 1), is(colorOf("a"), "green"), line(6)), { a: 2 }))
      .toBe('6: this.n < 1 || this.color[a] === "green"  a=2  [this.n is 2]  [this.color[a] is "red"]'));
  it("gives a witness below !exists, and the true side of !(a || b)", () => {
    expect(blamed(b.not(b.fold("exists", "a", over(Node), is(colorOf("a"), "green", 4), s), s))).toBe('4: true this.color[a] === "green"  a=1  [this.color[a] is "green"]');
    expect(blamed(b.not(b.connective("or", below(read("n"), 1, 1), below(read("n"), 3, 2), s), s))).toBe("2: true this.n < 3  [this.n is 2]");
  });
  it("keeps a false existence whole", () => {
    const exists = b.fold("exists", "a", elements(read("set")), is(colorOf("a"), "green"), line(8));
    expect(blamed(exists)).toBe('8: exists(this.set, (a) => this.color[a] === "green")');
  });
  it("takes the branch that was taken", () => {
    expect(blamed(b.cond(below(read("n"), 1, 1), no, below(read("n"), 2, 3), s))).toBe("3: this.n < 2  [this.n is 2]");
    expect(blamed(b.cond(below(read("n"), 3, 1), is(colorOf("a"), "green", 2), yes, s), { a: 0 })).toMatch(/^2:/);
  });
  it("goes into helpers", () => {
    const helper = b.doExpr([b.letStmt("m", read("n"), s), b.returnStmt(and(below(x("m", Small), 3, 1), below(x("m", Small), 2, 2)), s)], bool, s);
    expect(blamed(helper)).toBe("2: m < 2  m=2");
  });
  it("gives the condition behind a bare return, with loop variables", () => {
    const helper = b.doExpr([
      b.forStmt("a", over(Node), [b.ifStmt(is(colorOf("a"), "green", 3), [b.returnStmt(no, s)], [], s)], s),
      b.returnStmt(yes, s),
    ], bool, s);
    expect(blamed(helper)).toBe('3: true this.color[a] === "green"  a=1  [this.color[a] is "green"]');
  });
  it("shows operands of memberships, inclusions and tests of options", () => {
    expect(blamed(b.has(read("set"), x("a", Node), line(1)), { a: 1 })).toBe('1: this.set.has(a)  a=1  [this.set is {"kind":"set","items":[0,2]}]');
    expect(blamed(b.not(b.isNone(read("last"), s), line(2)))).toBe("2: this.last !== undefined  [this.last is null]");
    expect(blamed(b.has(read("log"), read("n"), line(3)))).toBe('3: this.log.includes(this.n)  [this.log is {"kind":"seq","items":[1,3]}]  [this.n is 2]');
  });
  it("leaves out operands that have no value", () => {
    const element = b.at(read("log"), num(5), s);
    expect(blamed(b.connective("or", below(read("n"), 1, 1), and(below(read("n"), 2, 1), below(element, 2, 1)), line(1)))).toBe("1: this.n < 1 || this.n < 2 && this.log[5] < 2  [this.n is 2]");
  });
  it("binds values of ranges and elements", () =>
    expect(blamed(b.fold("forall", "i", range(0, 2), b.compare("lt", b.at(read("log"), x("i", Small), s), num(3), line(4)), s))).toBe("4: this.log[i] < 3  i=1  [this.log[i] is 3]"));
});

it("counts the conjuncts that hold", () => {
  const env = envOf(protocol(), []);
  const count = (e: Expr): number => conjunctsBefore(e, env);
  expect(count(no)).toBe(0);
  expect(count(and(and(yes, yes), and(yes, no)))).toBe(3);
  expect(count(and(and(yes, no), yes))).toBe(1);
});
