/** What was searched before: one record for each instance, under all that its result depends on. Only searches that ended are kept. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { tenetVersion } from "../base/package.ts";
import { sha256 } from "../base/sha256.ts";
import { print } from "../ir/print.ts";
import { openSealed } from "../pipeline/sealed-folder.ts";
import { threadFile } from "../pipeline/thread-file.ts";
import type { CellResult, CellTask } from "./cell-search.ts";
import type { Subject } from "./searcher.ts";

const format = 1;

export interface Cache {
  read(task: CellTask): CellResult | undefined;
  write(task: CellTask, result: CellResult): void;
}

/** `.tenet/cache` beside the package.json that the spec belongs to; in the working directory where there is none. */
export function cacheFolder(spec: string): string {
  for (let at = resolve(spec); at !== dirname(at); at = dirname(at)) if (existsSync(join(at, "package.json"))) return join(at, ".tenet/cache");
  return resolve(".tenet/cache");
}

/** Undefined where nothing can be kept. */
export function openCache(folder: string, { spec, protocol }: Subject): Cache | undefined {
  const sealed = openSealed(folder);
  if (!sealed) return undefined;
  // Tenet as it is built, so that what an older one found is not taken for what this one would find.
  const about = sha256(JSON.stringify([format, tenetVersion(), sha256(readFileSync(threadFile("tradeoffs-worker.js"))), spec, print(protocol)]));
  const keyOf = (task: CellTask): string => JSON.stringify([about, task]);
  return {
    read(task) {
      const text = sealed.read(keyOf(task));
      return text === undefined ? undefined : (JSON.parse(text) as CellResult);
    },
    write(task, result) {
      if (result.complete) sealed.write(keyOf(task), JSON.stringify(result));
    },
  };
}
