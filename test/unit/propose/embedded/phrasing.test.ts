/** Formulas as a person would write them: what they look like, what they are called, and that they mean what they meant. */
import { describe, expect, test } from "vitest";
import { conjuncts } from "../../../../src/backends/smt/conjuncts.ts";
import { CandidateCompiler } from "../../../../src/frontend/candidates.ts";
import { compileSpec } from "../../../../src/frontend/protocol.ts";
import { cardinality } from "../../../../src/interp/domain.ts";
import { valueAt } from "../../../../src/interp/value-at.ts";
import { envOf, sortsOf } from "../../../../src/interp/env.ts";
import { holds } from "../../../../src/interp/eval.ts";
import { showExpr } from "../../../../src/interp/show-expr.ts";
import type { Expr } from "../../../../src/ir/expr.ts";
import type { Protocol } from "../../../../src/ir/protocol.ts";
import { instantiate } from "../../../../src/passes/instantiate.ts";
import { formulaOf } from "../../../../src/propose/embedded/lemma.ts";
import { mergedCases } from "../../../../src/propose/embedded/merge-cases.ts";
import { phrased } from "../../../../src/propose/embedded/phrasing.ts";
import { atomsOf, ladder } from "../../../../src/propose/embedded/rung.ts";
import { nameFor } from "../../../../src/propose/names.ts";
import { sentenceOf } from "../../../../src/propose/sentence.ts";

/** What is said of a spec, and how it is said better, under which name. */
const cases: Readonly<Record<string, readonly (readonly [said: string, better: string, name: string, sentence: string])[]>> = {
  "two-phase-commit": [
    ['forall((rm: RM) => !(this.rm[rm] === "aborted" && this.sent.has({ kind: "commit" })))',
      'forall((rm: RM) => implies(this.sent.has({ kind: "commit" }), this.rm[rm] !== "aborted"))', "sentCommitImpliesRmNotAborted",
      'If "commit" is sent, then no rm is aborted.'],
    ['forall((rm: RM) => this.rm[rm] === "working" || this.rm[rm] === "aborted" || this.sent.has({ kind: "prepared", rm }))',
      'forall((rm: RM) => implies(this.rm[rm] === "committed" || this.rm[rm] === "prepared", this.sent.has({ kind: "prepared", rm })))', "rmCommittedOrRmPreparedImpliesSent",
      'If an rm is committed or prepared, then "prepared" (rm) is sent.'],
    ['forall((rm: RM) => this.rm[rm] !== "committed" || !!this.sent.has({ kind: "commit" }))',
      'forall((rm: RM) => implies(this.rm[rm] === "committed", this.sent.has({ kind: "commit" })))', "rmCommittedImpliesSentCommit",
      'If an rm is committed, then "commit" is sent.'],
    ['forall((x: RM, y: RM) => x === y || this.rm[x] !== "aborted" || this.rm[y] !== "committed")',
      'forall((rm1: RM, rm2: RM) => !(this.rm[rm1] === "aborted" && this.rm[rm2] === "committed"))', "neverRmAbortedAndRmCommitted",
      "It never happens that rm1 is aborted and rm2 is committed."],
    ['!(this.sent.has({ kind: "abort" }) && this.sent.has({ kind: "commit" }))', '!(this.sent.has({ kind: "abort" }) && this.sent.has({ kind: "commit" }))', "neverSentAbortAndSentCommit",
      'It never happens that "abort" is sent and "commit" is sent.'],
    ['!this.sent.has({ kind: "commit" }) || forall((x: RM) => this.tmPrepared.has(x))', 'forall((rm: RM) => implies(this.sent.has({ kind: "commit" }), this.tmPrepared.has(rm)))', "sentCommitImpliesTmPrepared",
      'If "commit" is sent, then every rm is in tmPrepared.'],
    ['this.tm === "init" || this.tm === "aborted" || !exists((r: RM) => this.rm[r] === "working")', 'forall((rm: RM) => implies(this.tm === "committed", this.rm[rm] !== "working"))', "tmCommittedImpliesRmNotWorking",
      "If tm is committed, then no rm is working."],
  ],
  "naive-consensus": [
    ["forall((v: Value) => !this.decided.has(v) || exists((q: Majority<Node>) => forall(q, (v2) => this.votes.has({ node: v2, value: v }))))",
      "forall((value: Value) => implies(this.decided.has(value), exists((quorum: Majority<Node>) => forall(quorum, (node) => this.votes.has({ node, value })))))", "decidedImpliesMajorityVote",
      "If a value is decided, then for all nodes of some majority, (node, value) is in votes."],
    ["forall((n: Node, a: Value, b: Value) => a === b || !(this.votes.has({ node: n, value: a }) && this.votes.has({ node: n, value: b })))",
      "forall((node: Node, value1: Value, value2: Value) => implies(this.votes.has({ node, value: value1 }) && this.votes.has({ node, value: value2 }), value1 === value2))", "oneVotePerNode",
      "For every node, there is at most one value such that (node, value) is in votes."],
  ],
  "consensus-forall": [
    ["forall((a: Node, b: Node) => !this.votes.has({ voter: a, candidate: b }) || this.voted[a])",
      "forall((candidate: Node, voter: Node) => implies(this.votes.has({ candidate, voter }), this.voted[voter]))", "voteImpliesVoted",
      "If (candidate, voter) is in votes, then voted holds for the voter."],
  ],
  "raft-leader-election": [
    ['forall((a: Term, b: Term, s: Server) => b < a || a === b || !(this.term[s] === a && this.sent.has({ kind: "heartbeat", leader: s, term: b })))',
      'forall((leader: Server, term1: Term, term2: Term) => implies(this.sent.has({ kind: "heartbeat", leader, term: term1 }) && this.term[leader] === term2, term1 <= term2))', "sentHeartbeatAndTermImpliesOrder",
      'If "heartbeat" (leader, term1) is sent and term of the leader is term2, then term1 is at most term2.'],
  ],
};

describe("how lemmas read", () => {
  test.each(Object.entries(cases))("%s", (spec, all) => {
    const compiler = new CandidateCompiler(`specs/${spec}`);
    const { base } = compiler, { read } = compiler.read(all.map(([said]) => said));
    for (const [i, [said, better, name, sentence]] of all.entries()) {
      const found = read[i];
      if (found.kind !== "lemma") throw new Error(JSON.stringify(found));
      const formula = phrased(found.body, base.protocol);
      expect([said, showExpr(formula), nameFor(formula), sentenceOf(formula)]).toEqual([said, better, name, sentence]);
      // What reads well stays as it is.
      expect(showExpr(phrased(formula, base.protocol))).toBe(better);
    }
  });
});

test("what is so of equal and of different values is said once", () => {
  const compiler = new CandidateCompiler("specs/lock-service");
  const { read } = compiler.read([
    'forall((client: Client) => !(this.holders.has(client) && this.sent.has({ kind: "grant", to: client })))',
    'forall((a: Client, b: Client) => implies(this.sent.has({ kind: "grant", to: a }) && this.holders.has(b), a === b))',
    "forall((client: Client) => implies(this.holders.has(client), this.taken))",
  ]);
  const { protocol } = compiler.base;
  const lemmas = read.map((r) => (r.kind === "lemma" ? phrased(r.body, protocol) : undefined!));
  expect(mergedCases(lemmas, protocol).map((e) => showExpr(e)).toSorted()).toEqual([
    'forall((client1: Client, client2: Client) => implies(this.sent.has({ kind: "grant", to: client1 }), !this.holders.has(client2)))',
    "forall((client: Client) => implies(this.holders.has(client), this.taken))",
  ].toSorted());
  expect(mergedCases(lemmas.slice(1), protocol)).toHaveLength(2);
});

describe("what they mean", () => {
  test.each(["two-phase-commit", "naive-consensus", "toy-consensus", "firewall"])("%s", (name) => {
    const { protocol } = compileSpec(`specs/${name}`);
    const random = generator(7);
    const goals = protocol.properties.filter((p) => p.kind === "invariant").flatMap((p) => conjuncts(p.body));
    const rungs = ladder(protocol);
    const { exprs, vocabulary } = atomsOf(protocol, goals, rungs[Math.min(3, rungs.length - 1)]);
    const formulas = Array.from({ length: 40 }, () => formulaOf(Array.from({ length: 1 + random(3) }, () => 2 * random(exprs.length) + random(2)), exprs, vocabulary.variables, protocol));
    const pairs = formulas.map((f) => [f, phrased(f, protocol)] as const);
    const instance = instantiate({ ...protocol, properties: pairs.flat().map((body, i) => ({ kind: "lemma", name: `${i}`, doc: "", body, span: protocol.span })) }, { sizes: Object.fromEntries(protocol.sorts.map((s) => [s.name, s.name === "Node" ? 3 : 2])), options: {} });
    const states = Array.from({ length: 12 }, () => randomState(instance, random));
    const truth = (e: Expr): string => states.map((s) => (holds(e, envOf(instance, s)) ? "1" : "0")).join("");
    for (const [i, [before, after]] of pairs.entries()) {
      const [l, r] = [instance.properties[2 * i], instance.properties[2 * i + 1]];
      expect([showExpr(before), showExpr(after), truth(r.body)]).toEqual([showExpr(before), showExpr(after), truth(l.body)]);
    }
  });
});

/** Of numbers below a bound, the same each time. */
function generator(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * bound);
  };
}

function randomState(instance: Protocol, random: (bound: number) => number) {
  const sorts = sortsOf(instance);
  return instance.state.map((f) => valueAt(f.type, random(Math.min(cardinality(f.type, sorts), 2 ** 30)), sorts));
}
