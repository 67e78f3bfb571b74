/** The strongest short clauses that hold on all rows. */
import { atomOf, canonical, type Clause, keyOf, type Names, speaksOfFirst } from "./clause.ts";
import type { Rows } from "./rows.ts";

export interface CandidateOptions {
  /** Literals of a clause, at most: 1 to 3. */
  readonly width: number;
  /** Whether some action can change an atom; a clause without such an atom says nothing of the protocol. */
  readonly changing: (atom: number) => boolean;
  readonly names: Names;
  /** Clauses to give at most, short ones first. */
  readonly most: number;
}

/** Minimal clauses that no row falsifies, one of each that differ in names of variables only; short ones first. */
export function candidates(rows: Rows, { width, changing, names, most }: CandidateOptions): Clause[] {
  const found: Clause[] = [];
  const keys = new Set<string>();
  const keep = (clause: Clause): void => {
    if (!clause.some((l) => changing(atomOf(l))) || !speaksOfFirst(clause, names)) return;
    const least = canonical(clause, names);
    const key = keyOf(least);
    if (keys.has(key)) return;
    keys.add(key);
    found.push(least);
  };

  const units = new Set<number>();
  const literals: number[] = [];
  for (let l = 0; l < 2 * rows.atoms; l++) {
    if (isZero(rows.column(l ^ 1))) {
      units.add(l);
      keep([l]);
    }
  }
  // A literal that always holds makes every clause hold, one that never does adds nothing.
  for (let l = 0; l < 2 * rows.atoms; l++) if (!units.has(l) && !units.has(l ^ 1)) literals.push(l);
  if (width < 2) return found.slice(0, most);

  const n = literals.length;
  const falsify = literals.map((l) => rows.column(l ^ 1));
  /** By pair of positions: whether the two literals make a clause that holds. */
  const pairs = new Uint8Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      if ((literals[i] ^ 1) === literals[j] || !disjoint(falsify[i], falsify[j])) continue;
      pairs[i * n + j] = pairs[j * n + i] = 1;
      keep([literals[i], literals[j]]);
    }
  }
  if (width < 3) return found.slice(0, most);

  const both = new Uint32Array(falsify[0]?.length ?? 0);
  for (let i = 0; i < n && found.length < most; i++) {
    for (let j = i + 1; j < n && found.length < most; j++) {
      if (pairs[i * n + j] || (literals[i] ^ 1) === literals[j]) continue;
      const a = falsify[i], c = falsify[j];
      for (let w = 0; w < both.length; w++) both[w] = a[w] & c[w];
      for (let k = j + 1; k < n; k++) {
        if (pairs[i * n + k] || pairs[j * n + k] || (literals[i] ^ 1) === literals[k] || (literals[j] ^ 1) === literals[k]) continue;
        if (disjoint(both, falsify[k])) keep([literals[i], literals[j], literals[k]]);
      }
    }
  }
  return found.slice(0, most);
}

function isZero(column: Uint32Array): boolean {
  for (let w = 0; w < column.length; w++) if (column[w] !== 0) return false;
  return true;
}

function disjoint(a: Uint32Array, b: Uint32Array): boolean {
  for (let w = 0; w < a.length; w++) if ((a[w] & b[w]) !== 0) return false;
  return true;
}
