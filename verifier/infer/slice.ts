/** Of an inductive set of clauses, a small part that is inductive by itself and has what is required. */
import { type Clause, keyOf } from "./clause.ts";
import type { StepSolver } from "./step-solver.ts";

/** A question that takes longer is answered by "as before". */
const shortMs = 2_000;

export class Slice {
  /** Clauses of the slice by key, in the order in which they were needed. */
  private readonly needed = new Map<string, Clause>();
  /** By clause and step: what must hold before, so that the step keeps the clause. */
  private readonly supports = new Map<string, Map<StepSolver, readonly Clause[]>>();

  /** @param weight light clauses are preferred */
  constructor(
    private readonly fixpoint: ReadonlyMap<string, Clause>,
    private readonly steps: readonly StepSolver[],
    private readonly weight: (clause: Clause) => number,
    private readonly deadline: number,
  ) {}

  /** Adds clauses of the fixpoint, and all that they rest on. @returns false where the solver gave up */
  extend(clauses: readonly Clause[]): boolean {
    for (const c of clauses) this.needed.set(keyOf(c), c);
    for (const clause of this.needed.values()) {
      for (const step of this.steps) {
        if (this.supports.get(keyOf(clause))?.has(step)) continue;
        const support = this.rests(step, clause, this.needed) ?? this.rests(step, clause, this.fixpoint);
        if (!support) return false;
        this.note(clause, step, support);
        for (const c of support) this.needed.set(keyOf(c), c);
      }
    }
    return true;
  }

  /** Leaves out what the rest can do without, heavy clauses first. */
  reduce(required: readonly Clause[]): void {
    const keep = new Set(required.map(keyOf));
    for (const clause of [...this.needed.values()].toSorted((a, b) => this.weight(b) - this.weight(a))) {
      const key = keyOf(clause);
      if (keep.has(key) || performance.now() > this.deadline) continue;
      const without = new Map(this.needed);
      without.delete(key);
      const changed: { clause: Clause; step: StepSolver; support: readonly Clause[] }[] = [];
      const possible = [...without.values()].every((other) => this.steps.every((step) => {
        const before = this.supports.get(keyOf(other))?.get(step);
        if (!before?.some((c) => keyOf(c) === key)) return true;
        const support = this.rests(step, other, without);
        if (support) changed.push({ clause: other, step, support });
        return support !== undefined;
      }));
      if (!possible) continue;
      this.needed.delete(key);
      for (const c of changed) this.note(c.clause, c.step, c.support);
    }
    this.forget(required);
  }

  clauses(): Clause[] {
    return [...this.needed.values()];
  }

  /** Drops what nothing rests on any more. */
  private forget(required: readonly Clause[]): void {
    const reached = new Map(required.map((c) => [keyOf(c), c]));
    for (const clause of reached.values()) {
      for (const support of this.supports.get(keyOf(clause))?.values() ?? []) for (const c of support) reached.set(keyOf(c), c);
    }
    for (const key of this.needed.keys()) if (!reached.has(key)) this.needed.delete(key);
  }

  private note(clause: Clause, step: StepSolver, support: readonly Clause[]): void {
    const key = keyOf(clause);
    const known = this.supports.get(key) ?? new Map<StepSolver, readonly Clause[]>();
    this.supports.set(key, known.set(step, support));
  }

  /** Clauses among those given that suffice for the step to keep one; undefined where there are none, or nobody knows. */
  private rests(step: StepSolver, clause: Clause, given: ReadonlyMap<string, Clause>): Clause[] | undefined {
    const keyed = (clauses: readonly Clause[]): Map<string, Clause> => new Map(clauses.map((c) => [keyOf(c), c]));
    if (step.find(new Map(given).set(keyOf(clause), clause), [clause], Math.min(this.deadline, performance.now() + shortMs)) !== "none") return undefined;
    let support = step.support();
    const order = (c: Clause): number => (keyOf(c) === keyOf(clause) ? -1 : this.needed.has(keyOf(c)) ? 0 : this.weight(c));
    for (const c of support.toSorted((a, b) => order(b) - order(a))) {
      const rest = support.filter((x) => x !== c);
      if (support.includes(c) && step.find(keyed(rest), [clause], Math.min(this.deadline, performance.now() + shortMs)) === "none") support = step.support();
    }
    return support;
  }
}
