/**
 * Clauses over atoms: disjunctions of literals, quantified over all assignments of different values to the variables.
 * Literal `2a` is atom a, `2a + 1` its negation. A clause is its literals in ascending order.
 */
export type Clause = readonly number[];

export const negated = (literal: number): number => literal ^ 1;
export const atomOf = (literal: number): number => literal >>> 1;
export const keyOf = (clause: Clause): string => clause.join();

/** What a renaming of variables does to the atoms: the atom that becomes of each, or -1 for one outside the vocabulary. */
export type Renaming = Int32Array;

/** The least of all clauses that are this one but for names of variables. */
export function canonical(clause: Clause, renamings: readonly Renaming[]): Clause {
  let least = clause;
  for (const renaming of renamings) {
    const image = renamed(clause, renaming);
    if (image && isLess(image, least)) least = image;
  }
  return least;
}

export function renamed(clause: Clause, renaming: Renaming): Clause | undefined {
  const image: number[] = [];
  for (const literal of clause) {
    const atom = renaming[atomOf(literal)];
    if (atom < 0) return undefined;
    image.push((atom << 1) | (literal & 1));
  }
  return image.toSorted((a, b) => a - b);
}

function isLess(a: Clause, b: Clause): boolean {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i] < b[i];
  return a.length < b.length;
}

/** The clause with one literal more; undefined where it would say nothing more, or always hold. */
export function widened(clause: Clause, literal: number): Clause | undefined {
  if (clause.some((l) => atomOf(l) === atomOf(literal))) return undefined;
  return [...clause, literal].toSorted((a, b) => a - b);
}

/** Whether `a` implies `b` because its literals are among those of `b`. */
export const subsumes = (a: Clause, b: Clause): boolean => a.every((l) => b.includes(l));
