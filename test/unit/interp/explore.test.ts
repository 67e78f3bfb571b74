import { describe, expect, it } from "vitest";
import { explore, type ExploreLimits } from "../../../src/interp/explore.ts";
import * as b from "../../../src/ir/build.ts";
import type { Expr } from "../../../src/ir/expr.ts";
import type { Property, Protocol } from "../../../src/ir/protocol.ts";
import { int } from "../../../src/ir/type.ts";
import { action, field, line, now, num, param, property, protocol, s, setTo, x } from "./helpers.ts";
import { nobodyCommits, twoPhase } from "./two-phase.ts";

describe("two-phase commit", () => {
  it("counts as TLC does", () => {
    const result = explore(twoPhase(3));
    expect(result).toMatchObject({ end: "complete", distinctStates: 288, transitions: 1145, depth: 10 });
    expect(result.findings.map((f) => f.claim)).toEqual([{ kind: "reachable", name: "someoneCommits" }]);
    expect([...result.enabled.values()].reduce((a, c) => a + c)).toBe(1145);
  });
  it("finds the shortest run to a false invariant", () => {
    const p = twoPhase(2);
    const finding = explore({ ...p, properties: [...p.properties, nobodyCommits] }).findings.find((f) => f.claim.kind === "invariant")!;
    expect(finding.claim).toEqual({ kind: "invariant", name: "nobodyCommits" });
    // Two prepare, two receivePrepared, commit, receiveCommit: six steps.
    expect(finding.states).toHaveLength(7);
  });
});

/** A counter 0..9 from 0: `add(k)` for k in 1..2, wherever the bound allows or not. */
const Count = int(0, 9);
const n = now("n", Count);
const nextN = b.stateRead("n", Count, "next", s);
const addBody = setTo("n", Count, b.arith("add", n, x("k", int(1, 2)), s), line(5));
const add = action("add", [param("k", int(1, 2))], [addBody], line(4));
const guarded = action("add", [param("k", int(1, 2))], [b.require(b.compare("le", b.arith("add", n, x("k", int(1, 2)), s), num(9), s), line(4)), addBody], line(4));
const counter = (parts: Partial<Protocol> = {}): Protocol => protocol({ sorts: [], state: [field("n", Count, b.coerce(num(0), Count))], actions: [guarded], ...parts });
const below = (limit: number, of: Expr = n): Expr => b.compare("lt", of, num(limit), s);
/** Divides by zero where n is 3. */
const brokenAt3 = b.compare("le", b.arith("div", num(1), b.arith("sub", n, num(3), line(8)), line(8)), num(1), s);
const findings = (p: Protocol, limits?: ExploreLimits): unknown[] =>
  explore(p, limits).findings.map((f) => [f.claim.kind, ..."name" in f.claim ? [f.claim.name] : "action" in f.claim ? [f.claim.action] : [], f.states.map((state) => state[0])]);
const withProperties = (...properties: Property[]): Protocol => counter({ properties });

describe("figures", () => {
  it("count states, transitions, depth and enabled instances", () => {
    // From 0..7 both instances are enabled, from 8 one, from 9 none.
    const result = explore(counter());
    expect(result).toMatchObject({ end: "complete", distinctStates: 10, transitions: 17, depth: 5 });
    expect(result.enabled).toEqual(new Map([["add", 17]]));
    expect(result.states.map((state) => state[0])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
  it("count steps that lead nowhere new", () => {
    const stay = action("stay", [], []);
    expect(explore(counter({ actions: [stay] }))).toMatchObject({ distinctStates: 1, transitions: 1, depth: 0 });
  });
  it("count distinct initial states", () =>
    expect(explore(protocol({ state: [field("n", Count)], inits: [action("i", [], [setTo("n", Count, num(1))])] }))).toMatchObject({ distinctStates: 1, depth: 0 }));
});

describe("properties", () => {
  it("are found with a shortest run, each once", () => {
    const p = withProperties(property("invariant", "small", below(5)), property("reachable", "four", b.eq(n, num(4), s)), property("reachable", "never", b.eq(n, num(-1), s)));
    expect(findings(p)).toEqual([["reachable", "four", [0, 2, 4]], ["invariant", "small", [0, 1, 3, 5]]]);
  });
  it("of steps are checked on every step, those to known states included", () => {
    const jump = property("step", "slow", b.not(b.connective("and", b.eq(n, num(1), s), b.eq(nextN, num(2), s), s), s));
    expect(findings(withProperties(jump))).toEqual([["step", "slow", [0, 1, 2]]]);
  });
});

describe("constraints", () => {
  const limit = property("constraint", "limit", below(4));
  it("keep states beyond from being counted and expanded; the steps to them count", () => {
    // Kept: 0..3. Steps: two from each.
    expect(explore(withProperties(limit))).toMatchObject({ end: "complete", distinctStates: 4, transitions: 8, depth: 2 });
  });
  it("leave states beyond to be checked, but nothing is reached there", () => {
    expect(findings(withProperties(limit, property("invariant", "small", below(4)), property("reachable", "four", b.eq(n, num(4), s))))).toEqual([["invariant", "small", [0, 2, 4]]]);
    expect(findings(withProperties(limit, property("step", "small", below(5, nextN))))).toEqual([["step", "small", [0, 1, 3, 5]]]);
  });
  it("hold for initial states too", () =>
    expect(explore(withProperties(property("constraint", "none", below(0)), property("invariant", "none", below(0))))).toMatchObject({
      distinctStates: 0, transitions: 0, depth: 0, findings: [{ claim: { kind: "invariant", name: "none" }, states: [[0]] }],
    }));
});

describe("failures", () => {
  it("of an action are findings, not transitions", () => {
    const p = counter({ actions: [add] });
    expect(explore(p)).toMatchObject({ distinctStates: 10, transitions: 17 });
    expect(findings(p)).toEqual([["failure", "add", [0, 2, 4, 6, 8]]]);
    const { failure, claim } = explore(p).findings[0];
    expect(claim).toMatchObject({ kind: "failure", action: "add", span: s });
    expect(failure!.message).toBe("this.n + k is 10, outside Int<0, 9>");
  });
  it("of an invariant are findings of their own, and the search goes on", () => {
    const p = withProperties(property("invariant", "broken", b.connective("and", brokenAt3, below(6), s)));
    expect(findings(p)).toEqual([["failure", null, [0, 1, 3]], ["invariant", "broken", [0, 2, 4, 6]]]);
    expect(explore(p).distinctStates).toBe(10);
  });
  it("of a constraint put the state beyond it", () => {
    const p = withProperties(property("constraint", "broken", brokenAt3));
    expect(explore(p).states.map((state) => state[0])).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9]);
    expect(findings(p)).toEqual([["failure", null, [0, 1, 3]]]);
  });
  it("of a step property end with the state after", () => expect(findings(withProperties(property("step", "broken", brokenAt3)))).toEqual([["failure", null, [0, 1, 3, 4]]]));
  it("of a reachable do not reach it", () => expect(findings(withProperties(property("reachable", "broken", b.not(brokenAt3, s))))).toEqual([["failure", null, [0, 1, 3]]]));
  it("of initial values have no state", () =>
    expect(findings(counter({ state: [field("n", Count, b.coerce(num(10), Count))] }))).toEqual([["failure", null, []]]));
});

describe("deadlock", () => {
  const done = property("terminal", "done", b.eq(n, num(9), s));
  const early = property("terminal", "early", b.eq(n, num(8), s));
  it("is ignored where no terminal says what an end is", () => expect(findings(counter())).toEqual([]));
  it("is reported where asked for", () => expect(findings(withProperties(done), { deadlock: "error" })).toEqual([["deadlock", [0, 1, 3, 5, 7, 9]]]));
  it("is reported where no terminal holds", () => {
    expect(findings(withProperties(done))).toEqual([]);
    expect(findings(withProperties(early, done))).toEqual([]);
    expect(findings(withProperties(early))).toEqual([["deadlock", [0, 1, 3, 5, 7, 9]]]);
    expect(findings(withProperties(early), { deadlock: "ignore" })).toEqual([]);
  });
  it("includes states where every instance fails", () => expect(findings(counter({ actions: [add] }), { deadlock: "error" }).at(-1)).toEqual(["deadlock", [0, 1, 3, 5, 7, 9]]));
  it("is not decided by a terminal that fails", () => {
    const broken = property("terminal", "broken", b.eq(b.arith("div", num(1), b.arith("sub", n, num(9), s), s), num(1), s));
    expect(findings(withProperties(broken))).toEqual([["failure", null, [0, 1, 3, 5, 7, 9]]]);
  });
});

describe("limits", () => {
  it("stop at a depth, whose states are checked and not expanded", () => {
    expect(explore(counter(), { maxDepth: 2 })).toMatchObject({ end: "max-depth", distinctStates: 5, transitions: 6, depth: 2 });
    expect(findings(withProperties(property("invariant", "small", below(4))), { maxDepth: 2 })).toEqual([["invariant", "small", [0, 2, 4]]]);
    expect(explore(counter(), { maxDepth: 6 }).end).toBe("complete");
  });
  it("stop at a number of states", () => {
    expect(explore(counter(), { maxStates: 4 })).toMatchObject({ end: "max-states", distinctStates: 4, depth: 2 });
    expect(explore(counter(), { maxStates: 10 }).end).toBe("complete");
  });
});
