import { expect, test } from "vitest";
import { DistinctValues, mostValues } from "../../../../verifier/explicit/distinct-values.ts";

/** The values of a part of two words, in states that differ elsewhere, too. */
function counted(values: number, part = [{ word: 0, mask: 0xffff_fff0 }, { word: 1, mask: 0xf }]): DistinctValues {
  const distinct = new DistinctValues(part);
  const states = new Uint32Array(3);
  for (let i = 0; i < 2 * values; i++) {
    states[1] = (((i % values) << 4) & 0xf0) | 0x7;
    states[0] = (i % values) << 4;
    states[2] = i;
    distinct.add(states, 0);
  }
  return distinct;
}

test("values are counted by the bits of the part alone", () => {
  const { count, exact } = counted(1000);
  expect({ count, exact }).toEqual({ count: 1000, exact: true });
  expect(counted(1000, [{ word: 1, mask: 0xf }]).count).toBe(1);
});

test("as many as are counted are told exactly, and one more is not", () => {
  const all = counted(mostValues), more = counted(mostValues + 1);
  expect([all.count, all.exact]).toEqual([mostValues, true]);
  expect([more.count, more.exact]).toEqual([mostValues, false]);
});
