import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fc, test } from "@fast-check/vitest";
import { afterAll, describe, expect, it } from "vitest";
import type { CheckpointRequest, SearchListener, SearchRequest, SearchResult } from "../../../../verifier/contract/search.ts";
import type { ModelModule } from "../../../../verifier/contract/model.ts";
import { CheckpointRefused } from "../../../../verifier/explicit/checkpoint/refused.ts";
import { DiskError } from "../../../../verifier/explicit/disk/disk-error.ts";
import { search } from "../../../../verifier/explicit/search.ts";
import { graphModel } from "./graph.ts";
import { anyDeadlock, anyGraph } from "./graphs.ts";
import { answer, request } from "./run.ts";
import { twoPhase } from "./two-phase.ts";

const root = mkdtempSync(join(tmpdir(), "tenet-checkpoint-test-"));
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;
const fresh = (): string => join(root, `${folders++}`);
const identity = { spec: "TwoPhaseCommit", scope: "RM=5" };
/** A checkpoint whenever there can be one. */
const checkpoint = (folder: string, changes: Partial<CheckpointRequest> = {}): CheckpointRequest => ({ folder, everyMs: 0, identity, resume: false, ...changes });

class Killed extends Error {}

/** A model of which nothing is seen any more after so many calls: as a process that is killed, it leaves its files as they are. */
function mortal(module: ModelModule, calls: number): ModelModule {
  let left = calls;
  const live = <R>(work: () => R): R => {
    if (left-- === 0) throw new Killed();
    return work();
  };
  return {
    words: module.words,
    createModel(sink) {
      const model = module.createModel(sink);
      return { ...model, expand: (states, offset) => live(() => model.expand(states, offset)), check: (...args) => live(() => model.check(...args)) };
    },
  };
}

/** Kills and resumes the search until it gets to its end. */
async function withDeaths(module: ModelModule, asked: SearchRequest, deaths: readonly number[]): Promise<SearchResult> {
  const folder = asked.checkpoint!.folder;
  const asNow = (): SearchRequest => ({ ...asked, checkpoint: { ...asked.checkpoint!, resume: existsSync(join(folder, "checkpoint.json")) } });
  for (const calls of deaths) {
    try {
      return await search(mortal(module, calls), asNow());
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
  return search(module, asNow());
}

describe("a search with checkpoints", () => {
  test.prop([anyGraph, anyDeadlock, fc.integer({ min: 1, max: 50 }), fc.array(fc.nat(60), { maxLength: 5 })], { numRuns: 40 })("killed at any moment and resumed, says the same", async (graph, deadlock, atStates, deaths) => {
    const module = graphModel(graph);
    const asked = request({ keepGoing: true, deadlock, checkpoint: checkpoint(fresh()), disk: { folder: root, atStates } });
    expect(answer(await withDeaths(module, asked, deaths))).toEqual(answer(await search(module, request({ keepGoing: true, deadlock }))));
  });

  it("counts a larger model as if nothing had happened, in memory and on disk", async () => {
    const whole = answer(await search(twoPhase(5), request({ keepGoing: true })));
    const deaths = [3000, 9000, 500, 6000, 12000];
    expect(answer(await withDeaths(twoPhase(5), request({ keepGoing: true, checkpoint: checkpoint(fresh()) }), deaths))).toEqual(whole);
    expect(answer(await withDeaths(twoPhase(5), request({ keepGoing: true, checkpoint: checkpoint(fresh()), disk: { folder: root, atStates: 1000 } }), deaths))).toEqual(whole);
  });

  it("leaves one where a limit ends it or somebody does, and none where all was seen", async () => {
    const whole = answer(await search(twoPhase(5), request({ keepGoing: true })));
    const folder = fresh();
    const asked = (changes: Partial<SearchRequest>, resume: boolean, listener: SearchListener = {}): Promise<SearchResult> =>
      search(twoPhase(5), request({ keepGoing: true, checkpoint: checkpoint(folder, { everyMs: 1e9, resume }), ...changes }), listener);
    const shallow = await asked({ limits: { maxDepth: 5 } }, false);
    expect(shallow).toMatchObject({ end: "max-depth", checkpointStates: shallow.stats.distinctStates });
    const interrupted = await asked({ limits: { maxStates: 5000 } }, true);
    expect(interrupted).toMatchObject({ end: "max-states", stats: { resumedAt: shallow.stats.distinctStates } });
    const last = await asked({}, true);
    expect(answer(last)).toEqual(whole);
    expect(last.checkpointStates).toBeUndefined();
    expect(existsSync(folder)).toBe(false);
  });
});

describe("a checkpoint", () => {
  const made = async (): Promise<string> => {
    const folder = fresh();
    await search(twoPhase(5), request({ keepGoing: true, limits: { maxDepth: 6 }, checkpoint: checkpoint(folder) }));
    return folder;
  };
  const resume = (folder: string, changes: Partial<CheckpointRequest> = {}): Promise<SearchResult> =>
    search(twoPhase(5), request({ keepGoing: true, checkpoint: checkpoint(folder, { resume: true, ...changes }) }));
  const copyOf = (folder: string): string => {
    const copy = fresh();
    mkdirSync(copy);
    for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(copy, name));
    return copy;
  };

  it("is refused to another search, by what differs first", async () => {
    const folder = await made();
    await expect(resume(folder, { identity: { ...identity, scope: "RM=6" } })).rejects.toThrow(`the checkpoint in ${folder} is of another search: scope was RM=5 and is RM=6`);
    await expect(resume(folder, { identity: { ...identity, options: "a=b" } })).rejects.toThrow("options was none and is a=b");
    await expect(search(twoPhase(5), request({ checkpoint: checkpoint(folder) }))).rejects.toThrow(`${folder} holds a checkpoint`);
    await expect(resume(fresh())).rejects.toThrow("holds no checkpoint");
    expect((await resume(folder)).end).toBe("complete");
  });

  it("is refused while another process has it", async () => {
    const folder = await made();
    writeFileSync(join(folder, "lock"), `${process.ppid}\n`);
    await expect(resume(folder)).rejects.toThrow(`${folder} is in use by process ${process.ppid}`);
    writeFileSync(join(folder, "lock"), "gone\n");
    expect((await resume(folder)).end).toBe("complete");
  });

  it("is refused where its files are not as they were written, and stays as it is", async () => {
    const folder = await made();
    const header = readFileSync(join(folder, "checkpoint.json"), "utf8");
    const refused = async (name: string, spoil: (path: string) => void, why: string): Promise<void> => {
      const copy = copyOf(folder);
      spoil(join(copy, name));
      const error: unknown = await resume(copy).then(() => undefined, (thrown) => thrown);
      expect(error).toBeInstanceOf(CheckpointRefused);
      expect(error).toMatchObject({ message: expect.stringContaining(why) });
      expect(error).toMatchObject({ message: expect.stringContaining(name) });
    };
    await refused("states.bin", (path) => truncateSync(path, statSync(path).size - 4), "bytes should be there");
    await refused("states.bin", (path) => {
      const bytes = readFileSync(path);
      bytes[40] ^= 4;
      writeFileSync(path, bytes);
    }, "bytes 0 to");
    await refused("states.bin", (path) => rmSync(path), "no such file");
    for (const text of ["", "{}", header.slice(0, -10), header.replace("RM=5", "RM=6"), header.replace("checkpoint 1", "checkpoint 2")]) {
      await refused("checkpoint.json", (path) => writeFileSync(path, text), text.includes("checkpoint 1") ? "damaged" : "no checkpoint");
    }
    expect((await resume(folder)).end).toBe("complete");
  });

  it("is not believed for its hash alone", async () => {
    const folder = await made();
    const { headerText, readHeader } = await import("../../../../verifier/explicit/checkpoint/header.ts");
    const path = join(folder, "checkpoint.json");
    const header = readHeader(path, readFileSync(path, "utf8"));
    const { cut } = header;
    for (const wrong of [{ states: -1 }, { next: cut.states + 1 }, { depth: cut.depth + 1 }, { starts: [0] }, { starts: cut.starts.toReversed() }, { transitions: 0.5 }, { sightings: [{ what: { kind: "invariant", index: -1 }, steps: 0, state: 0, row: undefined }] }]) {
      const text = headerText({ ...header, cut: { ...cut, ...wrong } as typeof cut });
      expect(() => readHeader(path, text)).toThrow(new DiskError(`${path}: the file is not what Tenet writes`));
    }
  });
});
