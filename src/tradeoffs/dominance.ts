/** Designs that nobody would choose: another is at least as good in everything, and better in something. */
import { InternalError } from "../base/assert-never.ts";
import { atLeast, better, type Rank, rankOf, rankOfCost, rankOfReached } from "./rank.ts";
import type { DesignResult } from "./table.ts";

type Compared = Pick<DesignResult, "name" | "cells" | "reached" | "costs">;

/** The names of those that dominate each, in the order of the designs. What is not known dominates nothing. */
export function dominators(designs: readonly Compared[]): string[][] {
  const ranks = designs.map(ranksOf);
  return designs.map((_, i) => designs.flatMap(({ name }, j) => (i !== j && dominates(ranks[j], ranks[i]) ? [name] : [])));
}

function dominates(a: readonly Rank[], b: readonly Rank[]): boolean {
  if (a.length !== b.length) throw new InternalError("designs with different cells are compared");
  return a.every((rank, i) => atLeast(rank, b[i])) && a.some((rank, i) => better(rank, b[i]));
}

/** Nothing is survived so well as by a design in which nothing happens, so what comes about counts as well. */
const ranksOf = ({ cells, reached, costs }: Compared): Rank[] => [
  ...cells.flatMap((c) => Object.values(c).map(rankOf)),
  ...reached.map((r) => rankOfReached(Object.values(r))),
  ...costs.flatMap(({ best, worst }) => [rankOfCost(best), rankOfCost(worst)]),
];
