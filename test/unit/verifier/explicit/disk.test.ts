import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fc, test } from "@fast-check/vitest";
import { afterAll, describe, expect, it } from "vitest";
import type { SearchRequest } from "../../../../verifier/contract/search.ts";
import { DiskError } from "../../../../verifier/explicit/disk/disk-error.ts";
import { StateFile } from "../../../../verifier/explicit/disk/state-file.ts";
import { search } from "../../../../verifier/explicit/search.ts";
import { counters } from "./counters.ts";
import { graphModel } from "./graph.ts";
import { anyDeadlock, anyGraph } from "./graphs.ts";
import { answer, request } from "./run.ts";
import { twoPhase } from "./two-phase.ts";

const folder = mkdtempSync(join(tmpdir(), "tenet-disk-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

const onDisk = (atStates: number, changes: Partial<SearchRequest> = {}): SearchRequest => request({ ...changes, disk: { folder, atStates } });

describe("a search that the disk takes over", () => {
  test.prop([anyGraph, fc.integer({ min: 1, max: 12 }), anyDeadlock], { numRuns: 40 })("says the same as in memory", async (graph, atStates, deadlock) => {
    const module = graphModel(graph);
    expect(answer(await search(module, onDisk(atStates, { keepGoing: true, deadlock })))).toEqual(answer(await search(module, request({ keepGoing: true, deadlock }))));
  });

  test.prop([anyGraph, fc.integer({ min: 1, max: 12 }), anyDeadlock], { numRuns: 40 })("finds a violation that is as short, if only one is asked for", async (graph, atStates, deadlock) => {
    const module = graphModel(graph);
    const [there, here] = [await search(module, onDisk(atStates, { deadlock })), await search(module, request({ deadlock }))];
    const steps = ({ findings }: typeof here): unknown => findings.filter(({ what }) => what.kind !== "reachable").map(({ path }) => path.length);
    expect([there.end, steps(there)]).toEqual([here.end, steps(here)]);
  });

  it("keeps states apart over many rounds, and tells its rates", async () => {
    const result = await search(twoPhase(5), onDisk(500, { keepGoing: true }));
    const memory = await search(twoPhase(5), request({ keepGoing: true }));
    expect(answer(result)).toEqual(answer(memory));
    expect(result.stats.disk).toMatchObject({ bytes: 8 * memory.stats.distinctStates });
    expect(result.stats.disk?.atStates).toBeGreaterThanOrEqual(500);
    expect(result.stats.disk?.rateSince).toBeGreaterThan(0);
  });

  it("takes over where memory ends, within one call of the model, too", async () => {
    const put = (row: (words: readonly number[]) => void): void => { for (let i = 0; i < 800_000; i++) row([i % 600_000, 0, 0]); };
    const module = counters({ words: 3, max: 0, initial: put });
    const limits = { memoryBytes: 9 * 2 ** 20, maxDepth: 0 };
    expect((await search(module, request({ limits }))).end).toBe("memory");
    const result = await search(module, request({ limits, disk: { folder } }));
    expect(result.end).toBe("max-depth");
    expect(result.stats.distinctStates).toBe(600_000);
  });

  it("keeps to the limits on states and steps", async () => {
    expect(await search(twoPhase(4), onDisk(50, { limits: { maxStates: 700 } }))).toMatchObject({ end: "max-states", stats: { distinctStates: 700 } });
    expect(await search(twoPhase(4), onDisk(50, { limits: { maxDepth: 6 } }))).toMatchObject({ end: "max-depth", completeDepth: 6 });
  });

  it("leaves nothing behind", () => {
    expect(readdirSync(folder)).toEqual([]);
  });

  it("says so where it cannot write", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    const result = await search(twoPhase(4), request({ disk: { folder: join(file, "below"), atStates: 100 } }));
    expect(result).toMatchObject({ end: "disk", trouble: expect.stringContaining("a-file/below: a file is in the way") });
    expect(result.stats.distinctStates).toBeGreaterThanOrEqual(100);
  });
});

describe("a file of states", () => {
  const path = join(folder, "states");
  const words = 3;
  const make = (states: number): StateFile => {
    const file = StateFile.create(path, words, { summed: true, volume: folder });
    for (let i = 0; i < states; i++) file.push(Uint32Array.of(i, 7 * i, 1), 0);
    file.sync();
    return file;
  };
  const open = (count: number, sums: readonly string[]): StateFile => {
    const steps = StateFile.open(path, words, count, sums);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };
  const states = 2.5 * 2 ** 18;

  it("has what was appended, by number and from one end to the other, and goes on growing", () => {
    const file = make(states);
    for (const i of [0, 2 ** 18 - 1, 2 ** 18, states - 1, 5]) expect([...file.read(i)]).toEqual([i, 7 * i, 1]);
    const sums = file.hashes();
    file.close();
    const again = open(states, sums);
    again.push(Uint32Array.of(1, 2, 3), 0);
    let seen = 0, total = 0;
    for (const _ of again.scan((rows, n) => { for (let i = 0; i < n; i++, seen++) total += rows[words * i]; }));
    expect([seen, total]).toEqual([states + 1, (states * (states - 1)) / 2 + 1]);
    expect(again.hashes().slice(0, 2)).toEqual(sums.slice(0, 2));
    again.close();
  });

  it("is cut where it counts, and refused where it is short or something else", () => {
    const file = make(states);
    const sums = file.hashes();
    file.push(Uint32Array.of(9, 9, 9), 0);
    file.flush();
    file.close();
    const bytes = readFileSync(path);
    open(states, sums).close();
    expect(readFileSync(path).length).toBe(12 * states);
    writeFileSync(path, bytes.subarray(0, 12 * states - 1));
    expect(() => open(states, sums)).toThrow(new DiskError(`${path}: ${12 * states} bytes should be there, but there are ${12 * states - 1}`));
    const damaged = Buffer.from(bytes);
    damaged[12 * 2 ** 18 + 100] ^= 1;
    writeFileSync(path, damaged);
    expect(() => open(states, sums)).toThrow(new DiskError(`${path}: bytes ${12 * 2 ** 18} to ${24 * 2 ** 18} are not what was written`));
    expect(existsSync(path)).toBe(true);
  });
});
