/** What a property rests on, goals put together. */
import type { Explanation, GoalGrounds } from "../pipeline/prove-report.ts";

/** Actions of which a property needs the same others. */
export interface Ground {
  readonly needs: readonly string[];
  /** `initially` for where runs start; `always` for what is true without a step. */
  readonly where: readonly string[];
  readonly minimal: boolean;
}

/** By property, in the order of the goals; what a property needs of itself is not counted. */
export function groundsByProperty({ goals }: Pick<Explanation, "goals">): Map<string, Ground[]> {
  return new Map([...groupBy(goals, (g) => g.property)].map(([property, own]) => {
    const places = [...groupBy(own, whereOf)].map(([where, here]) => ({
      where,
      needs: [...new Set(here.flatMap((g) => g.needs.map((n) => n.property)))].filter((p) => p !== property),
      minimal: here.every((g) => g.minimal),
    }));
    const grounds = [...groupBy(places, (p) => JSON.stringify([p.needs, p.minimal])).values()];
    return [property, grounds.map((same): Ground => ({ needs: same[0].needs, where: same.map((p) => p.where), minimal: same[0].minimal }))];
  }));
}

const whereOf = ({ action, kind }: GoalGrounds): string => action ?? (kind === "initiation" ? "initially" : "always");

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
