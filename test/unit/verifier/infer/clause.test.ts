import { describe, expect, test } from "vitest";
import { atomOf, canonical, type Names, negated, raised, renamed, speaksOfFirst, subsumes, unordered, widened } from "../../../../verifier/infer/clause.ts";

/** Atoms p(x), p(y), q(x), q(y), r: literals 0 to 9, the odd ones negated. */
const swap = Int32Array.of(1, 0, 3, 2, 4);
/** Into a vocabulary without q(y). */
const lost = Int32Array.of(1, 0, -1, 2, 4);

describe("clauses", () => {
  test("literals", () => {
    expect([negated(6), negated(7), atomOf(6), atomOf(7)]).toEqual([7, 6, 3, 3]);
  });

  test("names of variables do not matter", () => {
    expect(renamed([0, 7], swap)).toEqual([2, 5]);
    expect(canonical([2, 5], unordered(5, [swap]))).toEqual([0, 7]);
    expect(canonical([0, 7], unordered(5, [swap]))).toEqual([0, 7]);
    expect(canonical([9], unordered(5, [swap]))).toEqual([9]);
  });

  /** Atoms p(x), p(y), q(x), q(y) of two variables whose values ascend, x below y. */
  const ascending: Names = {
    renamings: [], ordered: Int32Array.of(0b01, 0b10, 0b01, 0b10),
    lower: [undefined, undefined, Int32Array.of(-1, 0, -1, 2), undefined], raise: [[], [Int32Array.of(1, -1, 3, -1)], [], []],
  };

  test("ascending variables do not change places, and the first are as good as others", () => {
    expect(canonical([2, 7], ascending)).toEqual([0, 5]);
    expect(canonical([2, 5], ascending)).toEqual([2, 5]);
    expect([speaksOfFirst([2, 7], ascending), speaksOfFirst([0, 5], ascending), speaksOfFirst([2, 5], ascending)]).toEqual([false, true, true]);
    expect(raised([0, 5], ascending)).toEqual([[0, 5], [2, 7]]);
    expect(raised([2, 5], ascending)).toEqual([[2, 5]]);
  });

  test("what becomes of a clause is in order again", () => {
    expect(renamed([0, 3], swap)).toEqual([1, 2]);
    expect(canonical([0, 3], unordered(5, [swap]))).toEqual([0, 3]);
  });

  test("a renaming that leads out of the vocabulary is none", () => {
    expect(renamed([4], lost)).toBeUndefined();
    expect(canonical([2, 4], unordered(5, [lost]))).toEqual([2, 4]);
  });

  test("nothing is added that says nothing", () => {
    expect(widened([0, 6], 3)).toEqual([0, 3, 6]);
    expect(widened([0, 6], 0)).toBeUndefined();
    expect(widened([0, 6], 1)).toBeUndefined();
  });

  test("fewer literals say more", () => {
    expect(subsumes([0], [0, 3])).toBe(true);
    expect(subsumes([0, 3], [0])).toBe(false);
    expect(subsumes([1], [0, 3])).toBe(false);
  });
});
