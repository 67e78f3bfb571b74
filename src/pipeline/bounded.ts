/** Looks for runs that end badly, short ones first, so that each that is found is a shortest one. */
import type { Runs, Target } from "../backends/smt/runs.ts";
import type { Trace } from "../interp/trace.ts";
import type { SolverAnswer, SolverQuery } from "../../verifier/contract/solver.ts";
import { noInitialState } from "./initial.ts";
import type { Limit } from "./instance-report.ts";
import type { Prepared } from "./prepare.ts";
import { nameOf, shownBy, titleOf } from "./shown-run.ts";

export interface Question {
  /** The property, or how many at once. */
  readonly about: string;
  readonly query: SolverQuery;
}
/** Puts questions about runs of so many steps to solvers. */
export type Ask = (steps: number, questions: readonly Question[]) => Promise<readonly SolverAnswer[]>;

/** What is known of each target so far. */
export interface Standing {
  /** No run of at most so many steps ends in it; -1 where nothing is known. */
  depth: number;
  /** A run that does. */
  trace?: Trace;
  /** Why no longer runs are looked at. */
  limit?: Limit;
}

export class BoundedSearch {
  private readonly standings: ReadonlyMap<Target, Standing>;

  constructor(private readonly runs: Runs, private readonly prepared: Prepared, readonly targets: readonly Target[], private readonly ask: Ask) {
    this.standings = new Map(targets.map((t) => [t, { depth: -1 }]));
  }

  standing(target: Target): Standing {
    return this.standings.get(target) ?? { depth: -1 };
  }

  /** Those of which nothing is settled. */
  open(): Target[] {
    return this.targets.filter((t) => !this.standing(t).trace && !this.standing(t).limit);
  }

  /** @throws DiagnosticsError where the instance has no initial state */
  async requireInitial(): Promise<void> {
    const [answer] = await this.ask(0, [{ about: "initial states", query: this.runs.initial() }]);
    if (answer.kind === "unsat") throw noInitialState(this.prepared.instance);
  }

  /** Looks for runs of exactly that many steps; shorter ones must have been looked for before. */
  async search(depth: number): Promise<void> {
    for (let open = this.open(); open.length > 0; open = this.open()) {
      const [answer] = await this.ask(depth, [this.question(depth, open)]);
      if (answer.kind === "unsat") {
        for (const t of open) this.standing(t).depth = depth;
        return;
      }
      if (answer.kind === "sat") {
        this.found(answer.model, depth, open);
        continue;
      }
      // Which of them is too hard?
      const answers = open.length === 1 ? [answer] : await this.ask(depth, open.map((t) => this.question(depth, [t])));
      for (const [i, t] of open.entries()) this.alone(t, answers[i], depth);
      for (const t of this.open()) this.standing(t).depth = depth;
      return;
    }
  }

  private question(depth: number, targets: readonly Target[]): Question {
    const about = targets.length === 1 ? titleOf(targets[0]) : `${targets.length} properties`;
    const holding = this.targets.filter((t) => this.standing(t).depth === depth - 1 && !this.standing(t).trace);
    return { about, query: this.runs.ending(depth, targets, holding) };
  }

  private alone(target: Target, answer: SolverAnswer, depth: number): void {
    if (answer.kind === "sat") this.found(answer.model, depth, [target]);
    else if (answer.kind === "unknown") this.standing(target).limit = { kind: "gave-up", reason: answer.reason };
  }

  private found(model: string, depth: number, open: readonly Target[]): void {
    const shown = shownBy(this.runs.read(model, depth, "start"), this.prepared, open, true);
    for (const t of open) {
      const trace = shown.get(nameOf(t));
      if (trace) this.standing(t).trace = trace;
    }
  }
}
