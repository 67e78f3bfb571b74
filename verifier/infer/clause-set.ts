/** Clauses that may hold: those not known to be broken, with weaker ones in place of those that were. */
import { atomOf, canonical, type Clause, keyOf, raised, speaksOfFirst, widened } from "./clause.ts";
import type { FiniteTask } from "./finite-problem.ts";
import { falsified, type Step } from "./step-solver.ts";

export class ClauseSet {
  private readonly active = new Map<string, Clause>();
  private readonly ever = new Set<string>();
  private sorted: readonly (readonly [string, Clause])[] | undefined;

  constructor(private readonly task: FiniteTask) {
    for (const c of [...task.required, ...task.candidates]) this.add(c);
  }

  get size(): number {
    return this.active.size;
  }

  all(): Clause[] {
    return [...this.active.values()];
  }

  /** With their keys, light ones first. */
  byWeight(weight: (clause: Clause) => number): readonly (readonly [string, Clause])[] {
    return (this.sorted ??= [...this.active].map(([key, clause]) => ({ key, clause, w: weight(clause) })).toSorted((a, b) => a.w - b.w).map(({ key, clause }) => [key, clause] as const));
  }

  /** The clause does not hold, and nothing is to be said in its place. */
  ban(clause: Clause): void {
    this.active.delete(keyOf(clause));
    this.sorted = undefined;
  }

  /** A step breaks it; so weaker clauses that the step leaves true take its place. */
  drop(clause: Clause, { after }: Step): void {
    this.ban(clause);
    if (clause.length >= this.task.width) return;
    const { names, changing, table, representative } = this.task.problem;
    for (const same of raised(clause, names)) {
      for (const literal of this.task.literals) {
        const wide = widened(same, literal);
        if (!wide || !speaksOfFirst(wide, names) || !wide.some((l) => changing[atomOf(l)] === 1)) continue;
        const weaker = canonical(wide, names);
        if (this.ever.has(keyOf(weaker)) || this.implied(weaker)) continue;
        if (!representative.some((r) => falsified(weaker, table[r], after))) this.add(weaker);
      }
    }
  }

  private add(clause: Clause): void {
    const key = keyOf(clause);
    if (this.ever.has(key)) return;
    this.ever.add(key);
    this.active.set(key, clause);
    this.sorted = undefined;
  }

  /** Whether a shorter active clause says more. */
  private implied(clause: Clause): boolean {
    return clause.length > 1 && clause.some((l) => {
      const rest = clause.filter((x) => x !== l);
      return this.active.has(keyOf(canonical(rest, this.task.problem.names))) || this.implied(rest);
    });
  }
}
