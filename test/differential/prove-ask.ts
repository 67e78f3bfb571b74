/** Goals asked of one solver in a thread that is ended where it hangs. A question asked twice is answered once. */
import { Unsupported } from "../../src/backends/smt/unsupported.ts";
import type { Ask } from "../../src/pipeline/induction.ts";
import { taskOf } from "../../src/pipeline/proof-tasks.ts";
import type { Solver, SolverAnswer } from "../../verifier/contract/solver.ts";
import { SolverPool } from "../../verifier/smt/pool.ts";

/** Enough for nearly all goals of random protocols, and a part of it for small models; the others are unknown. */
const enough = 3000;

export function asking(solver: Solver, milliseconds = enough): Ask {
  const answers = new Map<string, Promise<SolverAnswer>>();
  const remembering: Solver = {
    name: solver.name,
    ask: (query, budget) => {
      const key = JSON.stringify([query, budget]);
      const known = answers.get(key) ?? solver.ask(query, budget);
      answers.set(key, known);
      return known;
    },
    close: () => Promise.resolve(),
  };
  return async (goals, first) => {
    const pool = new SolverPool(() => remembering, 1);
    const tasks = goals.flatMap((goal) => (goal.query instanceof Unsupported ? [] : [{ goal, task: taskOf(goal, goal.query, { small: first, core: false }) }]));
    const results = await pool.prove(tasks.map((t) => t.task), { milliseconds, retries: 0 });
    const byGoal = new Map(tasks.map(({ goal }, i) => [goal, results[i]]));
    return goals.map((goal) => ({ goal, result: goal.query instanceof Unsupported ? goal.query : byGoal.get(goal)! }));
  };
}
