/**
 * Remembers what of the assumptions a goal needed. Asked again with as much, it holds again, whatever else was dropped meanwhile;
 * this is looked at in the text of the question, not in names.
 */
import type { Goal, Query } from "../backends/smt/goal.ts";
import { hypothesesOf, solverQuery } from "../backends/smt/query-text.ts";
import { Unsupported } from "../backends/smt/unsupported.ts";
import type { Ask, Settled } from "../pipeline/induction.ts";

interface Known { readonly core: ReadonlySet<string>; readonly text: string; readonly settled: Settled }

export class CoreMemory {
  private readonly known = new Map<string, Known>();

  /** @param asked gives cores */
  constructor(private readonly asked: Ask) {}

  readonly ask: Ask = async (goals, first) => {
    const before = goals.map((goal) => this.recall(goal));
    const open = goals.filter((_, i) => !before[i]);
    const found = new Map((await this.asked(open, first)).map((s) => [s.goal, s]));
    for (const s of found.values()) this.note(s);
    return goals.map((goal, i) => before[i] ?? found.get(goal)!);
  };

  private recall(goal: Goal): Settled | undefined {
    const known = this.known.get(goal.name);
    if (!known || goal.query instanceof Unsupported || needed(goal.query, known.core) !== known.text) return undefined;
    return { ...known.settled, goal };
  }

  private note(settled: Settled): void {
    const core = coreOf(settled);
    if (!core || settled.goal.query instanceof Unsupported) return;
    this.known.set(settled.goal.name, { core, text: needed(settled.goal.query, core), settled });
  }
}

/** The question with nothing assumed but this; whatever is declared besides means nothing to it. */
function needed(query: Query, core: ReadonlySet<string>): string {
  const declarations = query.declarations.filter((d) => !/^\(declare-(fun|const) /.test(d));
  return solverQuery({ ...query, declarations, hypotheses: query.hypotheses.filter((h) => core.has(h.name)) }, { wants: {} }).text;
}

/** Names of the hypotheses that were needed; undefined where the goal does not hold. */
function coreOf({ goal: { query }, result }: Settled): ReadonlySet<string> | undefined {
  if (query instanceof Unsupported || result instanceof Unsupported || result.answer.kind !== "unsat") return undefined;
  return new Set(hypothesesOf(result.answer.core, query).map((h) => h.name));
}
