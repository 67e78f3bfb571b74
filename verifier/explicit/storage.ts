/** What a search keeps outside of memory: states that memory has no room for, and a checkpoint, which has the same states. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { SearchRequest } from "../contract/search.ts";
import { Checkpoint, refusing } from "./checkpoint/checkpoint.ts";
import type { Cut } from "./cut.ts";
import { onDisk } from "./disk/disk-error.ts";
import { StateFile } from "./disk/state-file.ts";
import type { StateReader } from "./store.ts";

export class Storage {
  checkpoint: Checkpoint | undefined;
  /** Where all states are, once memory had no room for them. */
  file: StateFile | undefined;
  /** The folder to remove at the end. */
  private leftOver: string | undefined;

  constructor(private readonly request: SearchRequest, private readonly words: number) {}

  /** @returns where to begin, if not at the beginning @throws CheckpointRefused */
  *open(): Generator<undefined, Cut | undefined> {
    const { checkpoint } = this.request;
    if (!checkpoint) return undefined;
    if (!checkpoint.resume) {
      this.checkpoint = refusing(() => Checkpoint.create(checkpoint, this.words));
      return undefined;
    }
    const steps = Checkpoint.resume(checkpoint, this.words);
    for (;;) {
      const step = refusing(() => steps.next());
      if (step.done) {
        this.checkpoint = step.value.checkpoint;
        return step.value.cut;
      }
      yield;
    }
  }

  /** Whether the disk can take over. */
  get spare(): boolean {
    return this.request.disk !== undefined && !this.file;
  }

  /**
   * Writes out the first `count` states: from now on the file has all of them.
   * @throws DiskError
   */
  *takeOver(count: number, states: StateReader): Generator<undefined, StateFile> {
    const file = this.checkpoint?.file ?? this.temporary();
    this.file = file;
    file.needStates(count - file.count);
    while (file.count < count) {
      file.push(states.chunkOf(file.count), file.count & states.mask);
      if ((file.count & states.mask) === 0) yield;
    }
    return file;
  }

  /** Where that is possible, it has no name: however the process ends, nothing is left. */
  private temporary(): StateFile {
    const { folder } = this.request.disk!;
    const own = onDisk(folder, () => {
      mkdirSync(folder, { recursive: true });
      return mkdtempSync(join(folder, "tenet-"));
    });
    this.leftOver = own;
    const file = StateFile.create(join(own, "states.bin"), this.words, { summed: false, volume: folder });
    this.leftOver = removed(own) ? undefined : own;
    return file;
  }

  /** @param ended whether there is nothing left to go on with */
  close(ended: boolean): void {
    if (this.checkpoint) return this.checkpoint.close(ended);
    this.file?.close();
    if (this.leftOver !== undefined) removed(this.leftOver);
  }
}

function removed(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
}
