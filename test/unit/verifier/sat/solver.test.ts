import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { SatSolver } from "../../../../verifier/sat/solver.ts";

const never = Infinity;
const negation = (literal: number): number => literal ^ 1;

/** Every assignment of so many variables, as the set of its true literals. */
function assignments(variables: number): Set<number>[] {
  return Array.from({ length: 2 ** variables }, (_, bits) => new Set(Array.from({ length: variables }, (_, v) => 2 * v + 1 - ((bits >> v) & 1))));
}

const satisfies = (assignment: ReadonlySet<number>, clauses: readonly (readonly number[])[]): boolean =>
  clauses.every((clause) => clause.some((literal) => assignment.has(literal)));

function solverOf(variables: number): SatSolver {
  const solver = new SatSolver();
  for (let v = 0; v < variables; v++) solver.newVariable();
  return solver;
}

/** Each of `holes + 1` pigeons in a hole; if guarded, unless a further literal holds, the first of its clause. @returns the pigeons' clauses */
function pigeons(solver: SatSolver, holes: number, guarded: boolean): number[][] {
  const positive = (length: number): number[] => Array.from({ length }, () => 2 * solver.newVariable());
  const rooms = Array.from({ length: holes + 1 }, () => positive(holes));
  for (const [p, room] of rooms.entries()) {
    for (const other of rooms.slice(0, p)) room.forEach((literal, h) => solver.addClause([negation(literal), negation(other[h])]));
  }
  const clauses = rooms.map((room) => [...(guarded ? positive(1) : []), ...room]);
  for (const clause of clauses) solver.addClause(clause);
  return clauses;
}

/** The same numbers every time, from 0 to below `below`. */
function numbers(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("the SAT solver against all assignments", () => {
  const variables = 7;
  const all = assignments(variables);
  const literal = fc.nat({ max: 2 * variables - 1 });
  const step = fc.record({
    clauses: fc.array(fc.oneof({ weight: 4, arbitrary: fc.array(literal, { minLength: 2, maxLength: 4 }) }, fc.array(literal, { minLength: 1, maxLength: 1 })), { maxLength: 12 }),
    assumptions: fc.array(literal, { maxLength: 6 }),
  });

  test.prop([fc.array(step, { minLength: 1, maxLength: 6 })], { numRuns: 400 })("clauses and assumptions, step by step", (steps) => {
    const solver = solverOf(variables);
    const clauses: number[][] = [];
    for (const { clauses: more, assumptions } of steps) {
      for (const clause of more) solver.addClause(clause);
      clauses.push(...more);
      const possible = (assumed: readonly number[]): boolean => all.some((one) => satisfies(one, clauses) && assumed.every((literal) => one.has(literal)));
      const answer = solver.solve(assumptions, never);
      expect(answer).toBe(possible(assumptions) ? "sat" : "unsat");
      if (answer === "sat") {
        const model = new Set(Array.from({ length: 2 * variables }, (_, literal) => literal).filter((literal) => solver.value(literal)));
        expect(model.size).toBe(variables);
        expect(satisfies(model, clauses)).toBe(true);
        expect(assumptions.every((literal) => model.has(literal))).toBe(true);
      } else {
        expect(assumptions).toEqual(expect.arrayContaining(solver.core()));
        expect(possible(solver.core())).toBe(false);
      }
    }
  });
});

describe("the SAT solver", () => {
  it("finds that six pigeons do not fit into five holes", () => {
    const solver = solverOf(0);
    pigeons(solver, 5, false);
    expect(solver.solve([], never)).toBe("unsat");
    expect(solver.core()).toEqual([]);
    expect(solver.solve([0], never)).toBe("unsat");
  });

  it("finds that each of eight pigeons is one too many for seven holes, after thousands of conflicts", () => {
    const solver = solverOf(0);
    const guards = pigeons(solver, 7, true).map(([guard]) => negation(guard));
    expect(solver.solve(guards, never)).toBe("unsat");
    expect(solver.core().toSorted((a, b) => a - b)).toEqual(guards);
    for (const absent of guards) {
      expect(solver.solve(guards.filter((guard) => guard !== absent), never)).toBe("sat");
      expect(guards.every((guard) => solver.value(guard) !== (guard === absent))).toBe(true);
    }
    expect(solver.solve(guards, never)).toBe("unsat");
  });

  it("gives up after the deadline, and can be asked again", () => {
    const solver = solverOf(0);
    const guards = pigeons(solver, 9, true).map(([guard]) => negation(guard));
    expect(solver.solve(guards, performance.now())).toBe("unknown");
    expect(solver.solve(guards.slice(1), never)).toBe("sat");
    expect(solver.solve(guards.slice(0, 1), never)).toBe("sat");
  });

  it("leaves out of the core what has no part in it", () => {
    const solver = solverOf(6);
    solver.addClause([1, 3, 4]);
    solver.addClause([5, 7]);
    expect(solver.solve([8, 0, 10, 2, 6], never)).toBe("unsat");
    expect(solver.core().toSorted((a, b) => a - b)).toEqual([0, 2, 6]);
    expect(solver.solve([8, 0, 10, 2], never)).toBe("sat");
  });

  it("takes assumptions that contradict or repeat each other, and more of them than variables", () => {
    const solver = solverOf(2);
    expect(solver.solve([0, 2, 1], never)).toBe("unsat");
    expect(solver.core().toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect(solver.solve(Array.from({ length: 100 }, (_, i) => (i % 2) * 2), never)).toBe("sat");
    solver.addClause([1, 3]);
    expect(solver.solve(Array.from({ length: 100 }, (_, i) => (i % 2) * 2), never)).toBe("unsat");
  });

  it("takes clauses that say nothing or everything", () => {
    const solver = solverOf(2);
    solver.addClause([0, 1]);
    solver.addClause([2, 2, 2]);
    expect(solver.solve([3], never)).toBe("unsat");
    expect(solver.core()).toEqual([3]);
    expect(solver.solve([], never)).toBe("sat");
    expect(solver.value(2)).toBe(true);
    solver.addClause([]);
    expect(solver.solve([], never)).toBe("unsat");
    expect(solver.core()).toEqual([]);
  });

  it("answers hundreds of questions with hundreds of assumptions as a fresh solver does", () => {
    const variables = 600;
    const next = numbers(5);
    const clause = (): number[] => Array.from({ length: 3 }, () => next(2 * variables));
    const clauses = Array.from({ length: 1800 }, clause);
    const kept = solverOf(variables);
    for (const one of clauses) kept.addClause(one);
    const seen = { sat: 0, unsat: 0, unknown: 0 };
    let base: number[] = [];
    for (let question = 0; question < 200; question++) {
      if (question % 20 === 0) {
        clauses.push(clause());
        kept.addClause(clauses.at(-1)!);
        expect(kept.solve([], never)).toBe("sat");
        base = Array.from({ length: variables }, (_, v) => (kept.value(2 * v) ? 2 * v : 2 * v + 1)).filter(() => next(3) > 0);
      }
      const turned = next(base.length);
      const assumptions = base.map((literal, i) => (i === turned ? negation(literal) : literal));
      const fresh = solverOf(variables);
      for (const one of clauses) fresh.addClause(one);
      const answer = kept.solve(assumptions, never);
      seen[answer]++;
      expect(answer).toBe(fresh.solve(assumptions, never));
      if (answer === "sat") {
        expect(clauses.every((one) => one.some((literal) => kept.value(literal)))).toBe(true);
        expect(assumptions.every((literal) => kept.value(literal))).toBe(true);
      } else {
        const core = kept.core();
        expect(assumptions).toEqual(expect.arrayContaining(core));
        expect(fresh.solve(core, never)).toBe("unsat");
      }
    }
    expect(seen.sat).toBeGreaterThan(10);
    expect(seen.unsat).toBeGreaterThan(10);
  });
});
