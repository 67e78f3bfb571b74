/** What other solvers say about goals that were answered. Two that contradict each other are a defect of one of them, or of Tenet. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InternalError } from "../base/assert-never.ts";
import { type PoolBudget, type PoolResult, type PoolTask, SolverPool } from "../../verifier/smt/pool.ts";
import type { SolverQuery } from "../../verifier/contract/solver.ts";
import type { Contender } from "./proof-solvers.ts";
import type { Opinion } from "./prove-report.ts";

export class SecondOpinion {
  private readonly opinions: { solver: string; pool: SolverPool; asked: number; agreed: number }[];

  /** @param parallel goals at a time; by default as many as there are processors */
  constructor(solvers: readonly Contender[], parallel: number | undefined) {
    this.opinions = solvers.map(({ name, make }) => ({ solver: name, pool: new SolverPool(make, parallel), asked: 0, agreed: 0 }));
  }

  /**
   * Asks each solver the very questions that were answered by someone else.
   * @throws InternalError where an answer is another one
   */
  async confirm(tasks: readonly PoolTask[], results: readonly PoolResult[], budget: PoolBudget): Promise<void> {
    for (const opinion of this.opinions) {
      const answered = tasks.flatMap((task, i) => {
        const result = results[i];
        if (result.answer.kind === "unknown" || result.solver === opinion.solver) return [];
        const query = result.probe === undefined ? task.query : task.probes![result.probe];
        // Whoever finds models finds them only when asked for one.
        return [{ result, query: { ...query, wants: { model: result.answer.kind === "sat" } } }];
      });
      const seconds = await opinion.pool.prove(answered.map(({ result: { name }, query }) => ({ name, query })), { ...budget, retries: 1 });
      for (const [i, { answer }] of seconds.entries()) {
        // Interrupted: it was not asked.
        if (answer.kind === "unknown" && answer.reason === "stopped") continue;
        const { result, query } = answered[i];
        if (answer.kind !== "unknown" && answer.kind !== result.answer.kind) throw contradiction(query, result, opinion.solver, answer.kind);
        if (answer.kind !== "unknown") opinion.agreed++;
        opinion.asked++;
      }
    }
  }

  get figures(): readonly Opinion[] {
    return this.opinions.filter((o) => o.asked > 0).map(({ solver, asked, agreed }) => ({ solver, asked, agreed }));
  }

  async close(): Promise<void> {
    await Promise.all(this.opinions.map(({ pool }) => pool.close()));
  }
}

function contradiction({ text }: SolverQuery, first: PoolResult, second: string, said: string): InternalError {
  const file = join(mkdtempSync(join(tmpdir(), "tenet-disagreement-")), "goal.smt2");
  writeFileSync(file, `; ${first.name}: ${first.answer.kind} says ${first.solver}, ${said} says ${second}\n(set-logic ALL)\n${text}\n(check-sat)\n`);
  return new InternalError(`the solvers contradict each other about the goal ${first.name}: ${first.solver} says ${first.answer.kind}, ${second} says ${said}. The question is in ${file}`);
}
