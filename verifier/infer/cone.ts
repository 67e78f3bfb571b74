/**
 * What the required clauses rest on, found from them backwards. All clauses that may hold are assumed; of those that a proof
 * uses, each must be kept by every step in its turn. One that is not is dropped, weaker ones may take its place, and what
 * rested on it is looked at again. So only what matters is ever asked about.
 */
import type { ClauseSet } from "./clause-set.ts";
import { type Clause, keyOf } from "./clause.ts";
import type { StepSolver } from "./step-solver.ts";

/** A question that takes longer is answered by "as before". */
const shortMs = 2_000;

export type ConeResult =
  | { readonly kind: "inductive" }
  | { readonly kind: "lost"; readonly clause: Clause; readonly step: string }
  | { readonly kind: "gave-up"; readonly reason: "time" | "clauses" | "solver" };

export class Cone {
  /** By key, in the order in which they were needed: by step, what must hold before, so that the step keeps the clause. */
  private readonly needed = new Map<string, { readonly clause: Clause; readonly supports: Map<StepSolver, readonly Clause[]> }>();
  private readonly wanted = new Map<string, Clause>();

  /** @param weight light clauses are preferred */
  constructor(
    private readonly clauses: ClauseSet,
    private readonly steps: readonly StepSolver[],
    private readonly required: ReadonlySet<string>,
    private readonly weight: (clause: Clause) => number,
  ) {}

  /** From now on these are wanted, as long as they hold. */
  want(clauses: readonly Clause[]): void {
    for (const c of clauses) this.wanted.set(keyOf(c), c);
  }

  /** Drops clauses that do not hold elsewhere. */
  ban(clauses: readonly Clause[]): void {
    for (const c of clauses) {
      this.clauses.ban(c);
      this.forget(c);
    }
  }

  /** @param progress is told how many clauses are needed so far */
  close(deadline: number, mostClauses: number, progress: (needed: number) => void): ConeResult {
    for (const c of this.wanted.values()) this.need(c);
    for (let open = this.next(); open; open = this.next()) {
      const { clause, step } = open;
      const found = step.find(this.assumed(clause), clause, deadline);
      if (found === "unknown") return { kind: "gave-up", reason: performance.now() > deadline ? "time" : "solver" };
      if (found === "none") {
        const support = this.reduced(step, clause, step.support(), deadline);
        this.needed.get(keyOf(clause))!.supports.set(step, support);
        for (const c of support) this.need(c);
      } else {
        if (this.required.has(keyOf(clause))) return { kind: "lost", clause, step: step.name };
        this.clauses.drop(clause, found);
        this.forget(clause);
        if (this.clauses.size > mostClauses) return { kind: "gave-up", reason: "clauses" };
      }
      progress(this.needed.size);
    }
    this.reduce(deadline);
    return { kind: "inductive" };
  }

  /** All that is needed, once closed. */
  all(): Clause[] {
    return [...this.needed.values()].map((n) => n.clause);
  }

  private need(clause: Clause): void {
    const key = keyOf(clause);
    if (!this.needed.has(key)) this.needed.set(key, { clause, supports: new Map() });
  }

  private next(): { clause: Clause; step: StepSolver } | undefined {
    for (const { clause, supports } of this.needed.values()) {
      const step = this.steps.find((s) => !supports.has(s));
      if (step) return { clause, step };
    }
    return undefined;
  }

  /** What is needed already comes first, then what is light. */
  private assumed(clause: Clause): Map<string, Clause> {
    return new Map([[keyOf(clause), clause], ...[...this.needed].map(([key, n]) => [key, n.clause] as const), ...this.clauses.byWeight(this.weight)]);
  }

  private reduced(step: StepSolver, clause: Clause, support: Clause[], deadline: number): Clause[] {
    const order = (c: Clause): number => (keyOf(c) === keyOf(clause) ? -1 : this.needed.has(keyOf(c)) ? 0 : this.weight(c));
    let enough = support;
    for (const c of support.toSorted((a, b) => order(b) - order(a))) {
      const rest = enough.filter((x) => x !== c);
      if (enough.includes(c) && step.find(keyed(rest), clause, Math.min(deadline, performance.now() + shortMs)) === "none") enough = step.support();
    }
    return enough;
  }

  /** Leaves out what the rest can do without, heavy clauses first. */
  private reduce(deadline: number): void {
    for (const { clause } of [...this.needed.values()].toSorted((a, b) => this.weight(b.clause) - this.weight(a.clause))) {
      const key = keyOf(clause);
      if (this.wanted.has(key) || performance.now() > deadline || !this.needed.has(key)) continue;
      const without = keyed(this.all().filter((c) => keyOf(c) !== key));
      const changed: { supports: Map<StepSolver, readonly Clause[]>; step: StepSolver; support: readonly Clause[] }[] = [];
      const possible = [...this.needed].every(([other, n]) => other === key || [...n.supports].every(([step, before]) => {
        if (!before.some((c) => keyOf(c) === key)) return true;
        if (step.find(without, n.clause, Math.min(deadline, performance.now() + shortMs)) !== "none") return false;
        changed.push({ supports: n.supports, step, support: this.reduced(step, n.clause, step.support(), deadline) });
        return true;
      }));
      if (!possible) continue;
      this.needed.delete(key);
      for (const { supports, step, support } of changed) supports.set(step, support);
    }
    this.dropUnreached();
  }

  /** What rests on the clause must find something else; what only it rested on is not needed any more. */
  private forget(clause: Clause): void {
    const key = keyOf(clause);
    this.needed.delete(key);
    this.wanted.delete(key);
    for (const { supports } of this.needed.values()) {
      for (const [step, support] of supports) if (support.some((c) => keyOf(c) === key)) supports.delete(step);
    }
    this.dropUnreached();
  }

  private dropUnreached(): void {
    const reached = new Set(this.wanted.keys());
    for (const key of reached) for (const support of this.needed.get(key)?.supports.values() ?? []) for (const c of support) reached.add(keyOf(c));
    for (const key of this.needed.keys()) if (!reached.has(key)) this.needed.delete(key);
  }
}

const keyed = (clauses: readonly Clause[]): Map<string, Clause> => new Map(clauses.map((c) => [keyOf(c), c]));
