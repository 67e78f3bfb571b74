/** The search for clauses on one instance, from candidates to a small inductive set. Synchronous. */
import type { GroundSolver } from "../contract/ground.ts";
import type { Clause } from "./clause.ts";
import type { FiniteResult, FiniteTask } from "./finite-problem.ts";
import { houdini } from "./houdini.ts";
import { Slice } from "./slice.ts";
import { StepSolver } from "./step-solver.ts";

export type FinitePhase = "houdini" | "slice";

export class FiniteSearch {
  private readonly steps: readonly StepSolver[];
  private readonly weight: (clause: Clause) => number;
  private slice: Slice | undefined;

  constructor(private readonly task: FiniteTask, open: (text: string) => GroundSolver) {
    this.steps = task.problem.steps.map((s) => new StepSolver(s.name, open(s.text), task.problem));
    this.weight = (clause) => clause.reduce((sum, l) => sum + task.weight[l], 0);
  }

  run(progress: (phase: FinitePhase, clauses: number) => void): FiniteResult {
    const deadline = performance.now() + this.task.milliseconds;
    const found = houdini(this.task, this.steps, deadline, (n) => progress("houdini", n));
    if (found.kind !== "fixpoint") return found;
    const clauses = [...found.clauses.values()].toSorted((a, b) => this.weight(a) - this.weight(b));
    progress("slice", clauses.length);
    this.slice = new Slice(found.clauses, this.steps, this.weight, deadline);
    const needed = this.extend(this.task.required);
    return needed ? { kind: "fixpoint", clauses, needed } : { kind: "gave-up", reason: "time" };
  }

  /** What is needed once these clauses of the fixpoint are needed, too. */
  extend(clauses: readonly Clause[]): readonly Clause[] | undefined {
    if (!this.slice?.extend(clauses)) return undefined;
    this.slice.reduce([...this.task.required, ...clauses]);
    return this.slice.clauses();
  }

  /** How many questions were asked so far. */
  get queries(): number {
    return this.steps.reduce((sum, s) => sum + s.queries, 0);
  }

  close(): void {
    for (const s of this.steps) s.close();
  }
}
