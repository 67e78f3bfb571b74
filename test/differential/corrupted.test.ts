/**
 * That a query which says something else than the protocol is found out: either a goal is said to hold to which the
 * interpreter knows an exception, or a counterexample is none, or a model is no model of the language.
 */
import { afterAll, describe, expect, test } from "vitest";
import type { Goal, Query } from "../../src/backends/smt/goal.ts";
import { compileSpec } from "../../src/frontend/protocol.ts";
import { parse } from "../../src/ir/parse.ts";
import type { RandomProtocol } from "../property/arbitrary-protocol.ts";
import { ThreadSolver } from "../../verifier/smt/thread-solver.ts";
import { z3Worker } from "../unit/smt/z3-worker.ts";
import { asking } from "./prove-ask.ts";
import { compareGoals, type Corrupt } from "./prove-compare.ts";
import { newCounts } from "./prove-counts.ts";

const solver = new ThreadSolver(z3Worker());
afterAll(() => solver.close());

const instance = (protocol: RandomProtocol["protocol"], sizes: Readonly<Record<string, number>>): RandomProtocol => ({ protocol, choice: { sizes, options: {} } });
const published = (name: string, sizes: Readonly<Record<string, number>>): RandomProtocol =>
  instance(compileSpec(`specs/${name}`, { proof: `specs/${name}/proof.ts` }).protocol, sizes);

/** Terms that only grow, and what was seen of them; edges that are followed; a count. */
const clock = instance(parse(`
  (protocol Clock "" (scope) (sort Node unordered _) (sort Term ordered _)
    (constant edges (set (record (from (sort Node)) (to (sort Node)))) ())
    (variable now (sort Term) (extreme first (sort Term)))
    (variable seen (map total (sort Node) (sort Term)) (fill (extreme first (sort Term)) (map total (sort Node) (sort Term))))
    (variable marked (set (sort Node)) (collection [] (set (sort Node))))
    (variable count (int 0 3) 0)
    (action tick "" [(t (sort Term))] {(require (compare lt .now t)) (assign [state now] t)})
    (action see "" [(n (sort Node))] {(assign [state seen (at n)] .now)})
    (action follow "" [(n (sort Node)) (m (sort Node))] {
      (require (has .edges (record [(from n) (to m)] (record (from (sort Node)) (to (sort Node))))))
      (assign [state marked] (with add .marked m))})
    (action up "" [] {(require (compare lt .count 3)) (assign [state count] (cast (arith add .count 1) (int 0 3)))})
    (invariant notAhead "" (fold forall n (type (sort Node)) (compare le (at .seen n) .now)))
    (invariant between "" (fold forall n (type (sort Node)) (fold forall m (type (sort Node)) (connective or (compare le (at .seen n) (at .seen m)) (compare le (at .seen m) (at .seen n))))))
    (invariant reached "" (fold forall m (type (sort Node)) (connective implies (has .marked m)
      (fold exists n (type (sort Node)) (has .edges (record [(from n) (to m)] (record (from (sort Node)) (to (sort Node)))))))))
    (invariant few "" (compare lt .count 4))
    (invariant total "" (fold forall t (type (sort Term)) (fold forall u (type (sort Term)) (connective or (compare le t u) (compare le u t)))))
    (invariant strict "" (fold forall t (type (sort Term)) (fold forall u (type (sort Term)) (connective implies (connective and (compare le t u) (compare le u t)) (eq t u)))))
    (step typed "" (compare le 0 .count))
    (step forward "" (compare lt .now .now')))`), { Node: 2, Term: 2 });

const all = [clock, published("two-phase-commit", { RM: 2 }), published("toy-consensus", { Node: 3, Value: 2 }), published("quorum-leader-election", { Node: 3 })];

/** @param enough the first error that is like this is the last that is looked for */
const errors = async (corrupt: Corrupt, enough?: RegExp): Promise<string[]> => {
  const found: string[] = [];
  for (const protocol of all) {
    if (enough && found.some((f) => enough.test(f))) break;
    try {
      await compareGoals(protocol, asking(solver), newCounts(), corrupt);
    } catch (error) {
      found.push((error as Error).message.split("\n")[0]);
    }
  }
  return found;
};

const without = (named: (name: string, goal: Goal) => boolean): Corrupt => (q, g) => ({ ...q, hypotheses: q.hypotheses.filter((h) => !named(h.name, g)) });
const terms = (q: Query, change: (term: string) => string): Query => ({
  ...q, negated: change(q.negated), hypotheses: q.hypotheses.map((h) => (/^(order|majorities)/.test(h.name) ? h : { ...h, term: change(h.term) })),
});

/** As the encoder folds it: `not (a < b)`. */
const notBelow = (a: number, b: number): string => `${!(a < b)}`;

const said = /^said to hold, and does not/, none = /^the counterexample to .* is none/;

describe("is found out, that a query", { timeout: 120_000 }, () => {
  test("is as it should be, first of all", async () => expect(await errors((q) => q)).toEqual([]));

  const corruptions: readonly (readonly [string, Corrupt, RegExp])[] = [
    ["lost an update", (q) => ({ ...q, declarations: q.declarations.map((d) => d.replace(/^\(define-fun \|now'\| \(\) Term .*\)$/, "(define-fun |now'| () Term now)")) }), /^the counterexample to "step tick forward" is none/],
    ["has no order that is total", without((name) => /^order .* total$/.test(name)), /^in a model, Term is no order/],
    ["has no order that is antisymmetric", without((name) => /^order .* antisymmetric$/.test(name)), /^in a model, Term is no order/],
    ["has majorities that need not meet", without((name) => name.startsWith("majorities")), /^in a model, two majorities of Node have nothing in common/],
    ["leaves out the bounds of a type", without((name) => name === "type of count"), /^the model has -1 as a value of Int<0, 3>/],
    ["swaps the arguments of a relation", (q) => terms(q, (t) => t.replaceAll(/\(edges ([^\s()]+) ([^\s()]+)\)/g, "(edges $2 $1)")), none],
    ["leaves out a guard", (q, g) => (g.action?.name === "follow" ? { ...q, hypotheses: q.hypotheses.filter((h) => h.name !== "follow is enabled") } : q), none],
    ["leaves out when actions are enabled", without((name) => name.endsWith("is enabled")), none],
    ["starts with another value", (q, g) => (g.name === "initiation few" ? { ...q, negated: notBelow(7, 4) } : q), /^the counterexample to "initiation few" is none/],
    ["takes < for <=", (q) => terms(q, (t) => t.replaceAll(/\(not \(= ([^\s()]+) ([^\s()]+)\)\)/g, "true")), said],
    ["asks the opposite", (q, g) => (g.kind === "consistency" ? q : { ...q, negated: `(not ${q.negated})` }), none],
  ];
  test.each(corruptions)("%s", async (_, corrupt, expected) => {
    expect(await errors(corrupt, expected)).toContainEqual(expect.stringMatching(expected));
  });
});
