/** The search for clauses on one instance, from candidates to a small inductive set. Synchronous. */
import type { GroundSolver } from "../contract/ground.ts";
import { ClauseSet } from "./clause-set.ts";
import { type Clause, keyOf } from "./clause.ts";
import { Cone } from "./cone.ts";
import type { FiniteResult, FiniteTask, Revision } from "./finite-problem.ts";
import { StepSolver } from "./step-solver.ts";

export class FiniteSearch {
  private readonly steps: readonly StepSolver[];
  private readonly clauses: ClauseSet;
  private readonly cone: Cone;
  private readonly weight: (clause: Clause) => number;

  constructor(private readonly task: FiniteTask, open: (text: string) => GroundSolver) {
    this.steps = task.problem.steps.map((s) => new StepSolver(s.name, open(s.text), task.problem));
    this.weight = (clause) => clause.reduce((sum, l) => sum + task.weight[l], 0);
    this.clauses = new ClauseSet(task);
    this.cone = new Cone(this.clauses, this.steps, new Set(task.required.map(keyOf)), this.weight);
  }

  /** Where nothing is required, everything that holds is wanted. */
  run(progress: (needed: number) => void): FiniteResult {
    if (this.task.required.length > 0) return this.revise({ add: this.task.required, ban: [] }, progress);
    for (;;) {
      const found = this.revise({ add: this.clauses.all(), ban: [] }, progress);
      if (found.kind !== "fixpoint" || found.needed.length === found.clauses.length) return found;
    }
  }

  /** The same with more of what may hold, and without what does not hold elsewhere. */
  revise({ add, ban }: Revision, progress: (needed: number) => void): FiniteResult {
    this.cone.want(add);
    this.cone.ban(ban);
    const found = this.cone.close(performance.now() + this.task.milliseconds, this.task.mostClauses, progress);
    if (found.kind !== "inductive") return found;
    return { kind: "fixpoint", clauses: this.clauses.byWeight(this.weight).map(([, clause]) => clause), needed: this.cone.all() };
  }

  /** How many questions were asked so far. */
  get queries(): number {
    return this.steps.reduce((sum, s) => sum + s.queries, 0);
  }

  close(): void {
    for (const s of this.steps) s.close();
  }
}
