/** What lemmas are made of, where they are looked for, and how they read. */
import { describe, expect, test } from "vitest";
import { compileSpec } from "../../../../src/frontend/protocol.ts";
import { showExpr } from "../../../../src/interp/show-expr.ts";
import * as b from "../../../../src/ir/build.ts";
import type { Expr } from "../../../../src/ir/expr.ts";
import { printExpr } from "../../../../src/ir/print.ts";
import { instantiate } from "../../../../src/passes/instantiate.ts";
import { assignments } from "../../../../src/propose/embedded/grounding.ts";
import { lemmaOf } from "../../../../src/propose/embedded/lemma.ts";
import { namesOf } from "../../../../src/propose/embedded/names.ts";
import { atomsOf, ladder, sizesOf } from "../../../../src/propose/embedded/rung.ts";
import { total } from "../../../../src/propose/embedded/total.ts";
import { Vocabulary } from "../../../../src/propose/embedded/vocabulary.ts";
import { canonical, raised } from "../../../../verifier/infer/clause.ts";
import { conjuncts } from "../../../../src/backends/smt/conjuncts.ts";

const protocolOf = (name: string) => compileSpec(`specs/${name}`).protocol;
const lockServer = protocolOf("lock-server"), consensus = protocolOf("toy-consensus"), commit = protocolOf("two-phase-commit"), ring = protocolOf("simple-ring");
const invariants = (p: typeof lockServer): Expr[] => p.properties.filter((x) => x.kind === "invariant").flatMap((x) => conjuncts(x.body));
const fieldAtoms = (p: typeof lockServer, field: string, arity: Record<string, number>): Expr[] =>
  new Vocabulary(p, new Map(Object.entries(arity))).ofField(p.state.find((f) => f.name === field)!);

describe("the vocabulary", () => {
  test("a relation at all variables, a flag of each", () => {
    expect(fieldAtoms(lockServer, "semaphore", { Server: 2, Client: 1 }).map(showExpr)).toEqual(["this.semaphore[Server?0]", "this.semaphore[Server?1]"]);
    expect(fieldAtoms(lockServer, "links", { Server: 1, Client: 2 }).map(showExpr)).toEqual([
      "this.links.has({ client: Client?0, server: Server?0 })", "this.links.has({ client: Client?1, server: Server?0 })",
    ]);
  });

  test("nothing of a sort without variables", () => {
    expect(fieldAtoms(lockServer, "links", { Server: 1 })).toEqual([]);
  });

  test("the values of names and of optional fields", () => {
    expect(fieldAtoms(commit, "rm", { RM: 1 }).map(showExpr)).toEqual(["aborted", "committed", "prepared", "working"].map((v) => `this.rm[RM?0] === "${v}"`));
    expect(fieldAtoms(consensus, "vote", { Node: 1, Value: 1 }).map(showExpr)).toEqual(["this.vote[Node?0] === undefined", "this.vote[Node?0] === Value?0"]);
  });

  test("the goals come first, and nothing twice", () => {
    for (const protocol of [lockServer, consensus, commit]) {
      const goals = invariants(protocol);
      for (const rung of ladder(protocol)) {
        const { exprs, required, changing } = atomsOf(protocol, goals, rung);
        expect(required).toEqual(goals.map((_, i) => i));
        expect(new Set(exprs.map(printExpr)).size).toBe(exprs.length);
        expect(changing).toHaveLength(exprs.length);
        expect(exprs.every((e) => e.type.kind === "bool")).toBe(true);
      }
    }
  });

  test("has what guards ask of a quorum", () => {
    const { exprs } = atomsOf(consensus, invariants(consensus), ladder(consensus)[0]);
    expect(exprs.map(showExpr)).toContain("exists((quorum: Majority<Node>) => forall(quorum, (node) => this.vote[node] === Value?0))");
  });
});

describe("the ladder", () => {
  test("cheap rungs come first, each once", () => {
    for (const protocol of [lockServer, consensus, commit]) {
      const rungs = ladder(protocol);
      expect(rungs.length).toBeGreaterThan(3);
      expect(rungs[0]).toMatchObject({ width: 2, projections: false });
      expect(rungs.at(-1)).toMatchObject({ width: 3 });
      expect(rungs.some((r) => r.quorums)).toBe(protocol === consensus);
      expect(new Set(rungs.map((r) => JSON.stringify([r.width, r.projections, r.terms, r.quorums, ...r.arity]))).size).toBe(rungs.length);
      // No rung comes after one that has all of it and more.
      rungs.forEach((r, i) => {
        for (const before of rungs.slice(0, i)) {
          const more = before.width >= r.width && (before.projections || !r.projections) && (before.terms || !r.terms) && (before.quorums || !r.quorums) && [...r.arity].every(([k, n]) => before.arity.get(k)! >= n);
          expect(more).toBe(false);
        }
      });
    }
  });

  test("instances have values for all variables, and three voters", () => {
    for (const protocol of [lockServer, consensus, commit]) {
      for (const rung of ladder(protocol)) {
        const sizes = sizesOf(protocol, rung);
        for (const s of protocol.sorts) expect(sizes[s.name]).toBeGreaterThanOrEqual(Math.max(2, rung.arity.get(s.name) ?? 0));
      }
    }
    expect(sizesOf(consensus, ladder(consensus)[0]).Node).toBeGreaterThanOrEqual(3);
  });
});

describe("assignments", () => {
  const instance = instantiate(lockServer, { sizes: { Server: 2, Client: 3 }, options: {} });
  const { variables } = new Vocabulary(lockServer, new Map([["Server", 1], ["Client", 2]]));
  const shown = (fixed: boolean): string[] => assignments(instance, variables, fixed).map((a) => variables.map((v) => a.get(v.name)).join());

  test("different values for different variables, all of them", () => {
    expect(shown(false).toSorted()).toEqual(["0,0,1", "0,0,2", "0,1,0", "0,1,2", "0,2,0", "0,2,1", "1,0,1", "1,0,2", "1,1,0", "1,1,2", "1,2,0", "1,2,1"]);
  });

  test("one stands for all where values are interchangeable", () => {
    expect(shown(true)).toEqual(["0,0,1"]);
  });

  test("ascending ones of an ordered sort, and the first of them alone where nothing is left above", () => {
    const of = new Vocabulary(ring, new Map([["Process", 2]])).variables;
    const three = instantiate(ring, { sizes: { Process: 3 }, options: {} });
    for (const fixed of [true, false]) {
      expect(assignments(three, of, fixed).map((a) => of.map((v) => a.get(v.name))).toSorted()).toEqual([[0, 1], [0, 2], [1, 2], [2, undefined]]);
    }
  });

  test("none where there are too few values", () => {
    expect(assignments(instantiate(lockServer, { sizes: { Server: 2, Client: 1 }, options: {} }), variables, false)).toEqual([]);
  });

  test("majorities are more than half", () => {
    const three = instantiate(consensus, { sizes: { Node: 3, Value: 1 }, options: {} });
    const quorums = new Vocabulary(consensus, new Map([["majority of Node", 1]])).variables;
    expect(assignments(three, quorums, true).map((a) => [...a.values()][0]).toSorted()).toEqual([0b011, 0b101, 0b110, 0b111]);
  });
});

describe("names of ordered variables", () => {
  const { variables } = new Vocabulary(ring, new Map([["Process", 3]]));
  const atoms = new Vocabulary(ring, new Map([["Process", 3]])).ofField(ring.state.find((f) => f.name === "written")!);
  const names = namesOf(atoms, [], variables, ring.sorts);

  test("they keep their order", () => {
    expect(names.renamings).toEqual([]);
    expect([...names.ordered]).toEqual([0b001, 0b010, 0b100]);
    expect(canonical([0, 5], names)).toEqual([0, 3]);
    expect(canonical([2, 5], names)).toEqual([0, 3]);
    expect(raised([0, 3], names)).toEqual([[0, 3], [0, 5], [2, 5]]);
  });

  test("a lemma says so", () => {
    expect(showExpr(lemmaOf([1, 2, 4], atoms, variables, ring)))
      .toBe("forall((process1: Process, process2: Process, process3: Process) => implies(process1 < process2 && process2 < process3 && this.written[process2] !== 0 && this.written[process3] !== 0, this.written[process1] !== 0))");
  });
});

describe("lemmas", () => {
  const vocabulary = new Vocabulary(lockServer, new Map([["Server", 1], ["Client", 2]]));
  const [free] = vocabulary.ofField(lockServer.state.find((f) => f.name === "semaphore")!);
  const linked = vocabulary.ofField(lockServer.state.find((f) => f.name === "links")!);
  /** 0 and 1: the server is free, or not; 2 to 5: the first client is linked, the second. */
  const text = (...clause: number[]): string => showExpr(lemmaOf(clause, [free, ...linked], vocabulary.variables, lockServer));

  test("what has happened implies what must have", () => {
    // At first, all servers are free.
    expect(text(1, 3)).toBe("forall((client: Client, server: Server) => implies(this.links.has({ client, server }), !this.semaphore[server]))");
    expect(text(0, 3)).toBe("forall((client: Client, server: Server) => implies(this.links.has({ client, server }), this.semaphore[server]))");
    expect(text(0, 2)).toBe("forall((server: Server, client: Client) => implies(!this.semaphore[server], this.links.has({ client, server })))");
  });

  test("of two there is one", () => {
    expect(text(3, 5)).toBe("forall((client1: Client, client2: Client, server: Server) => implies(this.links.has({ client: client1, server }) && this.links.has({ client: client2, server }), client1 === client2))");
  });

  test("different variables stand for different values, where that makes a difference", () => {
    expect(text(2, 5)).toBe("forall((client1: Client, client2: Client, server: Server) => implies(this.links.has({ client: client1, server }), this.links.has({ client: client2, server })))");
    expect(text(0, 3, 5)).toBe("forall((client1: Client, client2: Client, server: Server) => implies(this.links.has({ client: client1, server }) && this.links.has({ client: client2, server }) && !this.semaphore[server], client1 === client2))");
  });
});

describe("predicates that cannot fail", () => {
  const { span } = consensus;
  const value = { kind: "sort", name: "Value" } as const;
  const vote = b.at(b.stateRead("vote", consensus.state.find((f) => f.name === "vote")!.type, "now", span), b.local("node", { kind: "sort", name: "Node" }, span), span);

  test("what is missing is equal to nothing", () => {
    expect(showExpr(total(b.eq(b.unwrap(vote, span), b.local("v", value, span), span))!)).toContain("this.vote[node] !== undefined &&");
  });

  test("what cannot fail stays as it is", () => {
    const whole = b.isNone(vote, span);
    expect(printExpr(total(whole)!)).toBe(printExpr(whole));
  });

  test("division and places in sequences are not for lemmas", () => {
    const one = b.intLit(1, span);
    expect(total(b.eq(b.arith("div", one, one, span), one, span))).toBeUndefined();
  });
});
