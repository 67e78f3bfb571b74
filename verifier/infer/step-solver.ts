/**
 * What one action does to clauses, asked of a ground solver. Clauses are told to it only where its answers show that it
 * does not know them, so that thousands may be assumed.
 */
import type { GroundLiteral, GroundSolver } from "../contract/ground.ts";
import { atomOf, type Clause, keyOf } from "./clause.ts";
import type { FiniteProblem } from "./finite-problem.ts";

/** Clauses told at a time: few, so that what comes first among those assumed is rested on. */
const mostTold = 8;

/** A step from a state where all that was assumed holds: by ground atom, 1 where it holds. */
export interface Step { readonly before: Uint8Array; readonly after: Uint8Array }

export class StepSolver {
  private readonly before: readonly GroundLiteral[];
  private readonly after: readonly GroundLiteral[];
  private readonly guards = new Map<string, GroundLiteral>();
  private readonly clauses = new Map<GroundLiteral, Clause>();
  private readonly breaks = new Map<string, GroundLiteral>();
  /** How many questions were asked. */
  queries = 0;

  constructor(readonly name: string, private readonly solver: GroundSolver, private readonly problem: FiniteProblem) {
    const all = (prefix: string): GroundLiteral[] => Array.from({ length: problem.ground }, (_, i) => solver.constant(`${prefix}!${i}`));
    this.before = all("b");
    this.after = all("a");
  }

  /** A step from a state where all of `assumed` hold to one where `broken` does not. */
  find(assumed: ReadonlyMap<string, Clause>, broken: Clause, deadline: number): Step | "none" | "unknown" {
    const { solver } = this;
    const goal = this.breaking(broken);
    for (;;) {
      const left = deadline - performance.now();
      if (left <= 0) return "unknown";
      const guards = [...this.guards].flatMap(([key, guard]) => (assumed.has(key) ? [guard] : []));
      this.queries++;
      const answer = solver.check([goal, ...guards], left);
      if (answer !== "sat") return answer === "unsat" ? "none" : "unknown";
      const before = Uint8Array.from(this.before, (l) => (solver.holds(l) ? 1 : 0));
      const after = Uint8Array.from(this.after, (l) => (solver.holds(l) ? 1 : 0));
      if (!this.tell(assumed, before)) return { before, after };
    }
  }

  /** After "none": clauses that were enough. */
  support(): Clause[] {
    return this.solver.core().map((l) => this.clauses.get(l)).filter((c) => c !== undefined);
  }

  close(): void {
    this.solver.close();
  }

  /** Tells the solver of the first clauses that its state falsifies where they are false; whether there was one. */
  private tell(assumed: ReadonlyMap<string, Clause>, before: Uint8Array): boolean {
    const { table } = this.problem;
    let told = 0;
    for (const [key, clause] of assumed) {
      const places = table.filter((p) => falsified(clause, p, before));
      if (places.length === 0) continue;
      for (const p of places) this.solver.assertOr([-this.guard(key, clause), ...literals(clause, p, this.before)]);
      if (++told === mostTold) break;
    }
    return told > 0;
  }

  private guard(key: string, clause: Clause): GroundLiteral {
    let guard = this.guards.get(key);
    if (guard === undefined) {
      guard = this.solver.constant(`clause!${key}`);
      this.guards.set(key, guard);
      this.clauses.set(guard, clause);
    }
    return guard;
  }

  /** Holds only where the clause is false after the step. */
  private breaking(clause: Clause): GroundLiteral {
    const key = keyOf(clause);
    const known = this.breaks.get(key);
    if (known !== undefined) return known;
    const { solver } = this;
    const breaks = solver.constant(`break!${key}`);
    this.breaks.set(key, breaks);
    const { table, representative } = this.problem;
    const instances = representative.filter((r) => speaks(clause, table[r])).map((r) => {
      const one = representative.length === 1 ? breaks : solver.constant(`break!${key}!${r}`);
      for (const l of literals(clause, table[r], this.after)) solver.assertOr([-one, -l]);
      return one;
    });
    if (representative.length > 1) solver.assertOr([-breaks, ...instances]);
    return breaks;
  }
}

const literals = (clause: Clause, places: Int32Array, ground: readonly GroundLiteral[]): GroundLiteral[] =>
  clause.map((l) => ((l & 1) === 0 ? ground[places[atomOf(l)]] : -ground[places[atomOf(l)]]));

/** Whether an assignment has values for all variables of a clause. */
const speaks = (clause: Clause, places: Int32Array): boolean => clause.every((l) => places[l >>> 1] >= 0);

/** Whether a clause is false under an assignment, given which ground atoms hold. */
export function falsified(clause: Clause, places: Int32Array, holds: Uint8Array): boolean {
  for (const l of clause) if (places[l >>> 1] < 0 || holds[places[l >>> 1]] === ((l & 1) ^ 1)) return false;
  return true;
}
