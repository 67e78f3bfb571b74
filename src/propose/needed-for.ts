import type { GoalGrounds } from "../pipeline/prove-report.ts";

/** Properties that rest on a lemma, each with the actions where: `exclusive (connect)`. */
export function neededFor(lemma: string, grounds: readonly GoalGrounds[]): string[] {
  const users = new Map<string, Set<string>>();
  for (const g of grounds) {
    if (g.property === lemma || !g.needs.some((n) => n.property === lemma)) continue;
    const actions = users.get(g.property) ?? new Set();
    if (g.action !== undefined) actions.add(g.action);
    users.set(g.property, actions);
  }
  return [...users].map(([property, actions]) => (actions.size === 0 ? property : `${property} (${[...actions].join(", ")})`));
}
