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

/**
 * Which clauses say the same under other names. Variables of a sort without an order are interchangeable. Those of an ordered
 * sort stand for ascending values, so the first ones can be spoken of in place of any others.
 */
export interface Names {
  /** For each permutation of interchangeable variables but the identity. */
  readonly renamings: readonly Renaming[];
  /** By atom: its variables of ordered sorts, a bit each. */
  readonly ordered: Int32Array;
  /** By a set of such variables: to the first of their sorts, in the same order; undefined where they are these. */
  readonly lower: readonly (Renaming | undefined)[];
  /** By a set of such variables that are the first of their sorts: to others, in the same order. */
  readonly raise: readonly (readonly Renaming[])[];
}

/** Where no sort is ordered. */
export const unordered = (atoms: number, renamings: readonly Renaming[]): Names =>
  ({ renamings, ordered: new Int32Array(atoms), lower: [undefined], raise: [[]] });

/** The least of all clauses that are this one but for names of variables. */
export function canonical(clause: Clause, names: Names): Clause {
  const lower = names.lower[orderedOf(clause, names)];
  let least = (lower && renamed(clause, lower)) ?? clause;
  const first = least;
  for (const renaming of names.renamings) {
    const image = renamed(first, renaming);
    if (image && isLess(image, least)) least = image;
  }
  return least;
}

/** Whether it speaks of the first variables of ordered sorts; others say no more than such ones do. */
export const speaksOfFirst = (clause: Clause, names: Names): boolean => names.lower[orderedOf(clause, names)] === undefined;

/** The clause, and what it says of other variables of ordered sorts. */
export function raised(clause: Clause, names: Names): Clause[] {
  return [clause, ...names.raise[orderedOf(clause, names)].map((r) => renamed(clause, r)).filter((c) => c !== undefined)];
}

const orderedOf = (clause: Clause, { ordered }: Names): number => clause.reduce((all, l) => all | ordered[atomOf(l)], 0);

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
