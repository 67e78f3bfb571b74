/** Where atoms come from: guards, values of the state, what is said of some value, and how many variables there are. */
import { describe, expect, test } from "vitest";
import { compileSpec } from "../../../../src/frontend/protocol.ts";
import { showExpr } from "../../../../src/interp/show-expr.ts";
import * as b from "../../../../src/ir/build.ts";
import type { Expr } from "../../../../src/ir/expr.ts";
import type { Protocol } from "../../../../src/ir/protocol.ts";
import { freeLocals } from "../../../../src/ir/substitute.ts";
import { baseArity, leastArity } from "../../../../src/propose/embedded/arity.ts";
import { enabled, mine } from "../../../../src/propose/embedded/mine.ts";
import { project } from "../../../../src/propose/embedded/project.ts";
import { comparisons, termsOf, withTerms } from "../../../../src/propose/embedded/terms.ts";
import { simplified, total } from "../../../../src/propose/embedded/total.ts";
import { Vocabulary } from "../../../../src/propose/embedded/vocabulary.ts";

const specs = new Map<string, Protocol>();
const protocolOf = (path: string): Protocol => {
  if (!specs.has(path)) specs.set(path, compileSpec(path).protocol);
  return specs.get(path)!;
};
const tickets = protocolOf("test/unseen/ticket-counter"), queue = protocolOf("test/unseen/job-queue"), backup = protocolOf("test/unseen/primary-backup");
const commit = protocolOf("test/unseen/voting-commit"), sites = protocolOf("test/unseen/ricart-agrawala");
const vocabulary = (p: Protocol, arity: Record<string, number>): Vocabulary => new Vocabulary(p, new Map(Object.entries(arity)));
const shown = (atoms: readonly Expr[]): string[] => atoms.map((e) => showExpr(e));

describe("how many variables", () => {
  test("one more than a relation has places of one sort", () => {
    expect(Object.fromEntries(baseArity(sites).arity)).toEqual({ Site: 3 });
    expect(Object.fromEntries(baseArity(backup).arity)).toEqual({ Server: 2, Update: 2 });
  });

  test("at least as many as an invariant speaks of, and one of what it does not mention", () => {
    expect(Object.fromEntries(leastArity(backup))).toEqual({ Server: 1, Update: 1 });
    expect(Object.fromEntries(leastArity(queue))).toEqual({ Job: 1, Receipt: 1, Worker: 2 });
  });

  test("majorities that actions take, and variables for those that the state remembers", () => {
    const leader = protocolOf("test/unseen/majority-leader"), naive = protocolOf("specs/naive-consensus");
    expect([...baseArity(leader).quorums]).toEqual(["Node"]);
    expect(baseArity(leader).arity.has("majority of Node")).toBe(false);
    expect(baseArity(naive).arity.get("majority of Node")).toBe(1);
  });
});

describe("what the protocol speaks of", () => {
  test("parts of guards and invariants, at variables", () => {
    const found = shown(mine(sites, vocabulary(sites, { Site: 1 })));
    expect(found).toContain("forall((other: Site) => implies(other !== Site?0, this.granted[Site?0][other]))");
    expect(found).toContain("forall((a: Site, b: Site) => implies(this.inside[a] && this.inside[b], a === b))");
    // Two quantifiers are one: half of it says nothing new.
    expect(found.filter((text) => text.includes("this.inside[Site?0]"))).toEqual([]);
  });

  test("that an action can happen, where it asks for more than one thing", () => {
    const found = shown(enabled(sites, vocabulary(sites, { Site: 2 })));
    expect(found).toContain("this.asked[Site?0][Site?1] && !this.granted[Site?0][Site?1] && !this.inside[Site?1] && !this.granted[Site?1][Site?0]");
    expect(found.some((text) => text.startsWith("forall"))).toBe(false);
  });
});

describe("values of the state", () => {
  test("fields, functions at variables, and parts of what may be missing", () => {
    expect(shown(termsOf(tickets, vocabulary(tickets, { Thread: 2 })))).toEqual(["this.ticket[Thread?0]", "this.ticket[Thread?1]", "this.nextTicket", "this.nowServing"]);
    expect(shown(termsOf(queue, vocabulary(queue, { Job: 1, Worker: 1 })))).toEqual(["this.receipt[Job?0]", "this.holds[Worker?0].job", "this.holds[Worker?0].receipt"]);
  });

  test("integers are compared with one another, also by as much as the protocol adds", () => {
    const found = shown(comparisons(tickets, termsOf(tickets, vocabulary(tickets, { Thread: 1 })), vocabulary(tickets, { Thread: 1 })));
    expect(found).toContain("this.ticket[Thread?0] < this.nextTicket");
    expect(found).toContain("this.nextTicket === this.nowServing + 1");
    expect(found).toHaveLength(21);
  });

  test("integers of a short range one by one, where a relation has them among what it relates", () => {
    const epochs = protocolOf("test/unseen/leader-epoch");
    const atoms = (p: Protocol, field: string, arity: Record<string, number>): string[] => shown(vocabulary(p, arity).ofField(p.state.find((f) => f.name === field)!));
    expect(atoms(epochs, "assignments", { Broker: 1 })).toEqual([0, 1, 2, 3, 4].map((n) => `this.assignments.has({ epoch: ${n}, leader: Broker?0 })`));
    expect(atoms(epochs, "controllerEpoch", {})).toContain("this.controllerEpoch < 3");
    expect(atoms(tickets, "nowServing", {})).toEqual(["this.nowServing === 0"]);
  });

  test("values of an order, where they are there", () => {
    const at = vocabulary(queue, { Job: 1, Worker: 1 });
    const found = shown(comparisons(queue, termsOf(queue, at), at));
    expect(found).toHaveLength(3);
    expect(found[0].replaceAll(/[()]/g, "").split(" && ").toSorted()).toEqual(["this.holds[Worker?0] !== undefined", "this.receipt[Job?0] !== undefined", "this.receipt[Job?0] === this.holds[Worker?0].receipt"]);
  });

  test("stand in place of variables", () => {
    const at = vocabulary(backup, { Server: 1, Update: 1 });
    const has = b.has(b.at(b.stateRead("has", backup.state.find((f) => f.name === "has")!.type, "now", backup.span), at.of({ kind: "sort", name: "Server" })[0], backup.span), at.of({ kind: "sort", name: "Update" })[0], backup.span);
    expect(shown(withTerms([has], termsOf(backup, at), at))).toEqual(["this.has[this.primary].has(Update?0)"]);
  });
});

test("what a record in an option is made of, in words that compile", () => {
  const at = vocabulary(queue, { Worker: 1, Job: 1, Receipt: 1 });
  const found = shown(at.ofField(queue.state.find((f) => f.name === "holds")!));
  expect(found).toContain("this.holds[Worker?0] !== undefined && this.holds[Worker?0].job === Job?0 && this.holds[Worker?0].receipt === Receipt?0");
  expect(found.filter((text) => text.includes("=== {"))).toEqual([]);
});

describe("derived atoms", () => {
  test("for some value of each variable", () => {
    const at = vocabulary(backup, { Server: 1, Update: 1 });
    const [atom] = at.ofField(backup.state.find((f) => f.name === "copies")!);
    expect(shown(project(atom, at))).toEqual([
      "exists((someServer: Server) => this.copies.has({ to: someServer, update: Update?0 }))",
      "exists((someUpdate: Update) => this.copies.has({ to: Server?0, update: someUpdate }))",
    ]);
    expect(project(b.boolLit(true, backup.span), at)).toEqual([]);
  });

  test("what may be missing is false where it is", () => {
    const votes = commit.state.find((f) => f.name === "votes")!;
    const worker = b.local("w", { kind: "sort", name: "Worker" }, commit.span);
    const vote = b.unwrap(b.lookup(b.stateRead("votes", votes.type, "now", commit.span), worker, commit.span), commit.span);
    expect(showExpr(total(b.eq(vote, b.boolLit(true, commit.span), commit.span))!)).toBe("this.votes.get(w) !== undefined && this.votes.get(w) === true");
    const ten = b.intLit(10, commit.span);
    expect(total(b.eq(b.arith("div", ten, b.intLit(3, commit.span), commit.span), ten, commit.span))).toBeUndefined();
  });

  test("parts of what is written out are taken", () => {
    const message = commit.state.find((f) => f.name === "messages")!.type;
    if (message.kind !== "set" || message.of.kind !== "union") throw new Error("messages are a set of a union");
    const outcome = b.variantLit(message.of, "outcome", [{ name: "commit", value: b.boolLit(true, commit.span) }], commit.span);
    expect(showExpr(simplified(b.get(outcome, "commit", commit.span)))).toBe("true");
    expect(freeLocals(simplified(b.tag(outcome, commit.span))).size).toBe(0);
  });
});
