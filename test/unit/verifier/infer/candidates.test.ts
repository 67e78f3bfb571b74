/** Rows and candidates against looking at every row and every clause. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidates } from "../../../../verifier/infer/candidates.ts";
import { type Clause, keyOf, subsumes, unordered } from "../../../../verifier/infer/clause.ts";
import { Rows } from "../../../../verifier/infer/rows.ts";

const holds = (clause: Clause, row: readonly number[]): boolean => clause.some((l) => row[l >>> 1] === ((l & 1) ^ 1));

function rowsOf(atoms: number, bits: readonly (readonly number[])[]): Rows {
  const rows = new Rows(atoms);
  for (const row of bits) rows.add((a) => row[a]);
  return rows;
}

/** All clauses of so many atoms, in ascending order of literals. */
function clausesOf(atoms: number, width: number): Clause[] {
  let all: number[][] = [[]];
  const found: Clause[] = [];
  for (let n = 0; n < width; n++) {
    all = all.flatMap((c) => Array.from({ length: 2 * atoms }, (_, l) => l).filter((l) => c.length === 0 || (l >>> 1) > (c.at(-1)! >>> 1)).map((l) => [...c, l]));
    found.push(...all);
  }
  return found;
}

const table = fc.integer({ min: 1, max: 6 }).chain((atoms) => fc.record({
  atoms: fc.constant(atoms),
  bits: fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: atoms, maxLength: atoms }), { minLength: 1, maxLength: 40 }),
  changing: fc.array(fc.boolean(), { minLength: atoms, maxLength: atoms }),
  width: fc.integer({ min: 1, max: 3 }),
}));

describe("rows", () => {
  test("each once, and a clause holds where it holds of each", () => {
    fc.assert(fc.property(table, ({ atoms, bits }) => {
      const rows = rowsOf(atoms, bits);
      expect(rows.count).toBe(new Set(bits.map((r) => r.join())).size);
      for (const c of clausesOf(atoms, 3)) expect(rows.satisfies(c)).toBe(bits.every((r) => holds(c, r)));
    }), { numRuns: 100 });
  });

  test("what is not known of an atom falsifies nothing", () => {
    const rows = new Rows(2);
    rows.add((a) => (a === 0 ? 0 : undefined));
    rows.add((a) => (a === 0 ? 1 : 0));
    expect(rows.count).toBe(2);
    expect([[0], [1], [2], [3], [0, 2], [1, 2]].map((c) => rows.satisfies(c))).toEqual([false, false, false, true, true, false]);
  });

  test("more than a word of atoms, and more rows than are added at once", () => {
    const atoms = 70;
    const bits = Array.from({ length: 3000 }, (_, r) => Array.from({ length: atoms }, (_, a) => (a < 12 ? (r >>> a) & 1 : (r % (a - 10)) === 0 ? 1 : 0)));
    const rows = rowsOf(atoms, bits);
    expect(rows.count).toBe(3000);
    const ones = (column: Uint32Array): number => column.reduce((n, w) => n + w.toString(2).replaceAll("0", "").length, 0);
    for (const a of [0, 11, 31, 32, 69]) {
      const expected = bits.filter((r) => r[a] === 1).length;
      expect([ones(rows.column(2 * a)), ones(rows.column(2 * a + 1))]).toEqual([expected, 3000 - expected]);
    }
  });
});

describe("candidates", () => {
  test("all minimal clauses that hold, no other", () => {
    fc.assert(fc.property(table, ({ atoms, bits, changing, width }) => {
      const all = clausesOf(atoms, width).filter((c) => bits.every((r) => holds(c, r)));
      const minimal = all.filter((c) => !all.some((d) => d.length < c.length && subsumes(d, c))).filter((c) => c.some((l) => changing[l >>> 1]));
      const found = candidates(rowsOf(atoms, bits), { width, changing: (a) => changing[a], names: unordered(atoms, []), most: Infinity });
      expect(found.map(keyOf).toSorted()).toEqual(minimal.map(keyOf).toSorted());
      expect(found.map((c) => c.length)).toEqual(found.map((c) => c.length).toSorted((a, b) => a - b));
    }), { numRuns: 200 });
  });

  test("one of those that differ in names of variables", () => {
    // p(x), p(y), q(x), q(y): p implies q, for x as for y.
    const bits = [[0, 0, 0, 0], [0, 0, 1, 1], [1, 1, 1, 1], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0], [0, 0, 0, 1], [1, 0, 1, 1], [0, 1, 1, 1]];
    const options = { width: 2, changing: () => true, most: 10 };
    expect(candidates(rowsOf(4, bits), { ...options, names: unordered(4, []) })).toEqual([[1, 4], [3, 6]]);
    expect(candidates(rowsOf(4, bits), { ...options, names: unordered(4, [Int32Array.of(1, 0, 3, 2)]) })).toEqual([[1, 4]]);
  });

  test("no more than asked for, short ones first", () => {
    const bits = [[1, 0, 0, 1], [1, 0, 1, 0], [1, 1, 0, 0]];
    const options = { width: 3, changing: () => true, names: unordered(4, []) };
    expect(candidates(rowsOf(4, bits), { ...options, most: 2 })).toEqual([[0], [3, 5]]);
    expect(candidates(rowsOf(4, bits), { ...options, most: Infinity })).toEqual([[0], [3, 5], [3, 7], [5, 7], [2, 4, 6]]);
  });
});
