import { describe, expect, it } from "vitest";
import { MemoryBudget, OutOfMemory } from "../../../../verifier/explicit/memory.ts";
import { StateStore } from "../../../../verifier/explicit/store.ts";
import { VisitedSet } from "../../../../verifier/explicit/visited.ts";

const batch = 16;
const anyNumber = 2 ** 31 - 1;
const from = (first: number): Uint32Array => Uint32Array.from({ length: batch }, (_, i) => first + i);

describe("the visited set", () => {
  it("numbers new rows in order and says which they were", () => {
    const memory = new MemoryBudget(Infinity);
    const visited = new VisitedSet(new StateStore(1, memory), batch, memory);
    expect(visited.insert(Uint32Array.of(7, 9, 7, 8), 4, anyNumber)).toEqual({ added: 3, cut: false });
    expect([...visited.fresh.subarray(0, 3)]).toEqual([0, 1, 3]);
    expect(visited.insert(Uint32Array.of(8, 6, 5), 3, 4)).toEqual({ added: 1, cut: true });
    expect([...visited.fresh.subarray(0, 1)]).toEqual([1]);
    expect(Array.from({ length: visited.count }, (_, i) => visited.store.read(i)[0])).toEqual([7, 9, 8, 6]);
  });

  it("wants to grow when half full, and forgets nothing when it does", () => {
    const memory = new MemoryBudget(Infinity);
    const visited = new VisitedSet(new StateStore(1, memory), batch, memory);
    let growths = 0;
    for (let i = 0; i < 200_000; i += batch) {
      expect(visited.insert(from(i), batch, anyNumber).added).toBe(batch);
      if (!visited.crowded) continue;
      growths++;
      for (const _ of visited.grow());
      expect(visited.crowded).toBe(false);
    }
    expect(growths).toBeGreaterThan(1);
    for (let i = 0; i < 200_000; i += batch) expect(visited.insert(from(i), batch, anyNumber).added).toBe(0);
  });

  it("fills up where there is no memory to grow", () => {
    const firstChunk = 2 ** 22;
    const firstTable = 4 * 2 ** 14;
    const memory = new MemoryBudget(firstChunk + firstTable);
    const visited = new VisitedSet(new StateStore(1, memory), batch, memory);
    const fill = (): void => {
      for (let i = 0; ; i += batch) {
        visited.insert(from(i), batch, anyNumber);
        expect(visited.crowded).toBe(false);
      }
    };
    expect(fill).toThrow(OutOfMemory);
    expect(visited.count).toBeGreaterThan(0.75 * 2 ** 14);
  });
});
