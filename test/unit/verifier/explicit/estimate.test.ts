import { describe, expect, test } from "vitest";
import { estimateTotal } from "../../../../verifier/explicit/estimate.ts";
import { recordedLevels } from "./recorded-levels.ts";

const sum = (levels: readonly number[]): number => levels.reduce((a, b) => a + b, 0);

/** What would have been said at every depth of which the end was not in sight. */
const told = (levels: readonly number[]) => levels.flatMap((_, depth) => {
  const known = levels.slice(0, depth);
  const found = sum(known), all = sum(levels);
  const expected = estimateTotal(known, found);
  return expected && found <= 0.95 * all ? [{ depth, expected, all }] : [];
});

describe("how many states there may be", () => {
  test("growth that falls evenly ends where the fall leads", () => {
    // The logarithm of growth falls by 0.1 with each depth.
    const levels = Array.from({ length: 30 }, (_, d) => Math.round(Math.exp(d - (0.1 * d * (d - 1)) / 2)));
    const expected = estimateTotal(levels.slice(0, 12), sum(levels.slice(0, 12)))!;
    expect(expected.least).toBeLessThanOrEqual(sum(levels));
    expect(expected.most).toBeGreaterThanOrEqual(sum(levels));
    expect(expected.most / expected.least).toBeLessThan(10);
  });

  test("nothing is said of too few depths, of growth that does not fall, and where more is known already", () => {
    expect(estimateTotal([1, 4, 9, 12, 10], 36)).toBeUndefined();
    expect(estimateTotal(Array.from({ length: 12 }, (_, d) => 2 ** d), 4095)).toBeUndefined();
    const falling = recordedLevels.paxos.slice(0, 16);
    expect(estimateTotal(falling, sum(falling))).toBeDefined();
    expect(estimateTotal(falling, 100_000_000)).toBeUndefined();
  });

  test("the range never begins below what is found", () => {
    for (const levels of Object.values(recordedLevels)) {
      for (const { depth, expected } of told(levels)) expect(expected.least).toBeGreaterThanOrEqual(sum(levels.slice(0, depth)));
    }
  });

  test("on recorded searches, something is said at half of the depths, and the truth is within it nine times of ten", () => {
    const all = Object.values(recordedLevels).flatMap(told);
    const right = all.filter(({ expected, all: truth }) => expected.least <= truth && truth <= expected.most);
    expect(all.length).toBeGreaterThan(60);
    expect(right.length / all.length).toBeGreaterThan(0.85);
  });
});
