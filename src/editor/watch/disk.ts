/** Hints from the file system. Folders are watched, not files: editors put a new file in the place of the old one. */
import { type FSWatcher, statSync, watch } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Hints } from "./loop.ts";

/** What is written in several steps is one change. */
const quietMs = 25;
/** Where the system tells nothing (a folder that was removed, some network disks), it is asked. */
const pollMs = 1000;

export class DiskHints implements Hints {
  #listener: (() => void) | undefined;
  #paths: readonly string[] = [];
  #seen = "";
  #quiet: NodeJS.Timeout | undefined;
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #poll = setInterval(() => this.#look(), pollMs);

  follow(paths: readonly string[]): void {
    this.#paths = [...new Set(paths.map((p) => resolve(p)))];
    this.#seen = this.#stamps();
    const folders = new Set(this.#paths.map((p) => dirname(p)));
    for (const [folder, watcher] of this.#watchers) if (!folders.has(folder)) this.#drop(folder, watcher);
    for (const folder of folders) if (!this.#watchers.has(folder)) this.#open(folder);
  }

  listen(listener: (() => void) | undefined): void {
    this.#listener = listener;
  }

  pause(milliseconds: number): Promise<void> {
    return new Promise((done) => void setTimeout(done, milliseconds));
  }

  close(): void {
    clearInterval(this.#poll);
    clearTimeout(this.#quiet);
    for (const [folder, watcher] of this.#watchers) this.#drop(folder, watcher);
  }

  #open(folder: string): void {
    try {
      const watcher = watch(folder, () => this.#hint());
      watcher.on("error", () => this.#drop(folder, watcher));
      this.#watchers.set(folder, watcher);
    } catch {
      // It is not there, or there are too many watchers: it is asked every now and then.
    }
  }

  #drop(folder: string, watcher: FSWatcher): void {
    watcher.close();
    this.#watchers.delete(folder);
  }

  #hint(): void {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#listener?.(), quietMs);
  }

  #look(): void {
    const now = this.#stamps();
    if (now === this.#seen) return;
    this.#seen = now;
    this.#hint();
  }

  #stamps(): string {
    return this.#paths.map((path) => {
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat ? `${stat.ino} ${stat.mtimeMs} ${stat.size}` : "";
    }).join("\n");
  }
}
