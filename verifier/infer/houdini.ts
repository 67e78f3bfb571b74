/**
 * The strongest set of clauses that every action of one instance keeps: those that an action can break are dropped, and
 * replaced by weaker ones, until none is left to drop.
 */
import { atomOf, canonical, type Clause, keyOf, raised, speaksOfFirst, widened } from "./clause.ts";
import type { FiniteProblem, FiniteTask } from "./finite-problem.ts";
import { falsified, type Step, type StepSolver } from "./step-solver.ts";

export type Fixpoint =
  | { readonly kind: "fixpoint"; readonly clauses: ReadonlyMap<string, Clause> }
  | { readonly kind: "lost"; readonly clause: Clause; readonly step: string }
  | { readonly kind: "gave-up"; readonly reason: "time" | "clauses" | "solver" };

/** @param progress is told how many clauses are left */
export function houdini(task: FiniteTask, steps: readonly StepSolver[], deadline: number, progress: (clauses: number) => void): Fixpoint {
  const clauses = new ClauseSet(task);
  const required = new Set(task.required.map(keyOf));
  // A step that kept everything need not be looked at again before something is dropped.
  let calm = 0;
  for (let s = 0; calm < steps.length && clauses.active.size > 0; s = (s + 1) % steps.length) {
    const found = steps[s].find(clauses.active, [...clauses.active.values()], deadline);
    if (found === "unknown") return { kind: "gave-up", reason: performance.now() > deadline ? "time" : "solver" };
    if (found === "none") {
      calm++;
      continue;
    }
    calm = 0;
    const broken = clauses.falsifiedAfter(found);
    const lost = broken.find((c) => required.has(keyOf(c)));
    if (lost) return { kind: "lost", clause: lost, step: steps[s].name };
    for (const c of broken) clauses.drop(c, found);
    progress(clauses.active.size);
    if (clauses.active.size > task.mostClauses) return { kind: "gave-up", reason: "clauses" };
    // The same step again: most likely it breaks more.
    s = (s + steps.length - 1) % steps.length;
  }
  return { kind: "fixpoint", clauses: clauses.active };
}

class ClauseSet {
  readonly active = new Map<string, Clause>();
  private readonly ever = new Set<string>();
  private readonly problem: FiniteProblem;

  constructor(private readonly task: FiniteTask) {
    this.problem = task.problem;
    for (const c of [...task.required, ...task.candidates]) this.add(c);
  }

  falsifiedAfter({ after }: Step): Clause[] {
    const { table, representative } = this.problem;
    return [...this.active.values()].filter((c) => representative.some((r) => falsified(c, table[r], after)));
  }

  drop(clause: Clause, { after }: Step): void {
    this.active.delete(keyOf(clause));
    if (clause.length >= this.task.width) return;
    const { names, changing, table, representative } = this.problem;
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
  }

  /** Whether a shorter active clause says more. */
  private implied(clause: Clause): boolean {
    return clause.length > 1 && clause.some((l) => {
      const rest = clause.filter((x) => x !== l);
      return this.active.has(keyOf(canonical(rest, this.problem.names))) || this.implied(rest);
    });
  }
}
