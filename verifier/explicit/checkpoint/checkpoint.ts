/**
 * A folder from which a search that was killed can go on: all states up to some moment, and a header that says which moment. States
 * are only ever appended, and the header is replaced in one stroke after they are safe, so that there is always one that counts.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CheckpointRequest } from "../../contract/search.ts";
import type { Cut } from "../cut.ts";
import { DiskError, onDisk } from "../disk/disk-error.ts";
import { StateFile } from "../disk/state-file.ts";
import type { StateReader } from "../store.ts";
import { headerText, readHeader } from "./header.ts";
import { lock, unlock } from "./lock.ts";
import { CheckpointRefused } from "./refused.ts";

const headerName = "checkpoint.json", statesName = "states.bin";
const mostHeaderBytes = 2 ** 28;
/** States appended between two breaths. */
const slice = 2 ** 16;

export class Checkpoint {
  private writtenAt = performance.now();
  private tookMs = 0;

  private constructor(private readonly request: CheckpointRequest, readonly file: StateFile, /** Of the cut that counts now. */ public states: number) {}

  /**
   * In a folder that has none, made where it is missing.
   * @throws CheckpointRefused, DiskError
   */
  static create(request: CheckpointRequest, words: number): Checkpoint {
    const { folder } = request;
    onDisk(folder, () => mkdirSync(folder, { recursive: true }));
    if (existsSync(join(folder, headerName))) throw new CheckpointRefused(`${folder} holds a checkpoint`, "Go on from it with --resume, or remove it.");
    lock(folder);
    try {
      return new Checkpoint(request, StateFile.create(join(folder, statesName), words, { summed: true, volume: folder }), 0);
    } catch (error) {
      unlock(folder);
      throw error;
    }
  }

  /**
   * Goes on from the one in a folder. Reads all of it, in small steps.
   * @throws CheckpointRefused where it is another search's; DiskError where it is not as it was written
   */
  static *resume(request: CheckpointRequest, words: number): Generator<undefined, { checkpoint: Checkpoint; cut: Cut }> {
    const { folder } = request;
    needHeader(folder);
    lock(folder);
    try {
      const { identity, cut, sums, ...header } = headerIn(folder);
      compare(folder, identity, request.identity);
      if (header.words !== words) throw new DiskError(`${join(folder, headerName)}: the file is not what Tenet writes`);
      const file = yield* StateFile.open(join(folder, statesName), words, cut.states, sums);
      return { checkpoint: new Checkpoint(request, file, cut.states), cut };
    } catch (error) {
      unlock(folder);
      throw error;
    }
  }

  /** Whether it is time to write one. It must not take up the time that it is there to save. */
  get due(): boolean {
    return performance.now() - this.writtenAt >= Math.max(this.request.everyMs, 10 * this.tookMs);
  }

  /**
   * From now on, this is where a resumed search begins.
   * @param states has those of the cut
   * @throws DiskError; then the earlier one still counts
   */
  *write(cut: Cut, states: StateReader): Generator<undefined, void> {
    const { file, request } = this;
    const began = performance.now();
    for (; file.count < cut.states; yield) {
      const end = Math.min(cut.states, file.count + slice);
      while (file.count < end) file.push(states.chunkOf(file.count), file.count & states.mask);
    }
    file.sync();
    replace(join(request.folder, headerName), headerText({ identity: request.identity, note: request.note ?? "", words: file.words, cut, sums: file.hashes() }));
    this.states = cut.states;
    this.writtenAt = performance.now();
    this.tookMs = this.writtenAt - began;
  }

  /** @param remove whether there is nothing left to go on with */
  close(remove: boolean): void {
    const { folder } = this.request;
    this.file.close();
    if (remove) for (const name of [headerName, statesName]) rmSync(join(folder, name), { force: true });
    unlock(folder);
    if (remove) removeIfEmpty(folder);
  }
}

function needHeader(folder: string): void {
  if (!existsSync(join(folder, headerName))) throw new CheckpointRefused(`${folder} holds no checkpoint`, "--checkpoint makes one.");
}

/** What was noted with the checkpoint in a folder. @throws CheckpointRefused */
export function noteOf(folder: string): string {
  needHeader(folder);
  return refusing(() => headerIn(folder).note);
}

/** Where there is nothing to go on from, there is no search. @throws CheckpointRefused instead of DiskError */
export function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DiskError) throw new CheckpointRefused(error.message, "Begin anew with --checkpoint and another folder.");
    throw error;
  }
}

/** What the checkpoint in a folder says of the search that it is of. @throws DiskError */
function headerIn(folder: string): ReturnType<typeof readHeader> {
  const path = join(folder, headerName);
  return readHeader(path, onDisk(path, () => {
    if (statSync(path).size > mostHeaderBytes) throw new DiskError(`${path}: the file is too large`);
    return readFileSync(path, "utf8");
  }));
}

function replace(path: string, text: string): void {
  const fresh = `${path}.new`;
  try {
    onDisk(path, () => {
      writeFileSync(fresh, text, { flush: true });
      renameSync(fresh, path);
      syncFolder(join(path, ".."));
    });
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** So that a rename outlasts a failure of the machine; not every system can open a folder. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const fd = openSync(folder, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** @throws CheckpointRefused that names what differs */
function compare(folder: string, theirs: CheckpointRequest["identity"], ours: CheckpointRequest["identity"]): void {
  // Whatever else differs may follow from the first.
  const name = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].find((key) => theirs[key] !== ours[key]);
  if (name === undefined) return;
  const [then, now] = [theirs[name] ?? "", ours[name] ?? ""].map((text) => (text === "" ? "none" : text));
  const how = /^[0-9a-f]{64}$/.test(then) ? `the ${name} has changed` : `${name} was ${then} and is ${now}`;
  throw new CheckpointRefused(`the checkpoint in ${folder} is of another search: ${how}`, "Ask for the same as then to go on from it, or begin anew with --checkpoint and another folder.");
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else is there.
  }
}
