/**
 * Remembers which goals hold, and what of the assumptions that took. Asked again with as much, a goal holds again, whatever else
 * is assumed or not any more; this is looked at in the text of the question, not in names.
 */
import type { Goal, Hypothesis, Query } from "../backends/smt/goal.ts";
import { hypothesesOf, namesOf, renumbered, solverQuery } from "../backends/smt/query-text.ts";
import { Unsupported } from "../backends/smt/unsupported.ts";
import type { Ask, Settled } from "../pipeline/induction.ts";
import type { PoolResult } from "../../verifier/smt/pool.ts";

/** Something that holds: with these hypotheses, the question is this text. */
interface Known { readonly needs: ReadonlySet<string>; readonly text: string; readonly result: PoolResult }

export class GoalMemory {
  /** By the question with nothing assumed. */
  private readonly known = new Map<string, Known[]>();
  private readonly ids = new Map<string, string>();

  /** @param cores whether answers name what was needed; otherwise everything was */
  over(asked: Ask, cores: boolean): Ask {
    return async (goals, first) => {
      const before = goals.map((goal) => this.recall(goal));
      const open = goals.filter((_, i) => !before[i]);
      const found = new Map((await asked(open, first)).map((s) => [s.goal, s]));
      for (const s of found.values()) this.note(s, cores);
      return goals.map((goal, i) => before[i] ?? found.get(goal)!);
    };
  }

  private recall(goal: Goal): Settled | undefined {
    const { query } = goal;
    if (query instanceof Unsupported) return undefined;
    for (const { needs, text, result } of this.known.get(reduced(query, [])) ?? []) {
      const given = this.inOrder(query.hypotheses.filter((h) => needs.has(this.idOf(h))));
      if (reduced(query, given) === text) return { goal, result: { ...result, name: goal.name, answer: { kind: "unsat", core: namesOf(given, query) } } };
    }
    return undefined;
  }

  private note({ goal: { query }, result }: Settled, cores: boolean): void {
    if (query instanceof Unsupported || result instanceof Unsupported || result.answer.kind !== "unsat") return;
    const needed = this.inOrder(cores ? hypothesesOf(result.answer.core, query) : query.hypotheses);
    const key = reduced(query, []);
    const known = { needs: new Set(needed.map((h) => this.idOf(h))), text: reduced(query, needed), result };
    this.known.set(key, [known, ...(this.known.get(key) ?? [])]);
  }

  private readonly inOrder = (hypotheses: readonly Hypothesis[]): Hypothesis[] =>
    hypotheses.toSorted((a, b) => (this.idOf(a) < this.idOf(b) ? -1 : this.idOf(a) > this.idOf(b) ? 1 : 0));

  /** Variables have other numbers in each question. Two hypotheses may come to the same; the whole text then tells. */
  private idOf({ term }: Hypothesis): string {
    let id = this.ids.get(term);
    if (id === undefined) this.ids.set(term, (id = renumbered(term)));
    return id;
  }
}

/** The question with no more assumed than this, and nothing declared that is not spoken of. */
function reduced(query: Query, hypotheses: readonly Hypothesis[]): string {
  const declared = query.declarations.filter((d) => declaration.test(d));
  const rest = query.declarations.filter((d) => !declaration.test(d));
  const said = [...rest, ...hypotheses.map((h) => h.term), query.negated].join("\n");
  const declarations = [...declared.filter((d) => said.includes(declaration.exec(d)![1])), ...rest];
  return solverQuery({ ...query, declarations, hypotheses: hypotheses.map((h) => ({ ...h, name: "" })) }, { wants: {} }).text;
}

const declaration = /^\(declare-(?:fun|const) (\|[^|]*\||[^\s()]+)/;
