/**
 * What was searched before, in a folder: one file for each instance, under the hash of all that its result depends on. Only
 * searches that ended are kept. A file counts only if this user's Tenet wrote it and nobody has changed it since: it bears a
 * code that a key outside the folder makes, so that a folder that came with a repository says nothing.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { tenetVersion } from "../base/package.ts";
import { print } from "../ir/print.ts";
import { threadFile } from "../pipeline/thread-file.ts";
import type { CellResult, CellTask } from "./cell-search.ts";
import type { Subject } from "./searcher.ts";

const format = 1;
/** No result is so large. */
const mostBytes = 2 ** 26;
const keyBytes = 32;

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
  const key = secret();
  if (!key) return undefined;
  // Tenet as it is built, so that what an older one found is not taken for what this one would find.
  const about = sha256(JSON.stringify([format, tenetVersion(), sha256(readFileSync(threadFile("tradeoffs-worker.js"))), spec, print(protocol)]));
  const fileOf = (task: CellTask): string => join(folder, `${sha256(JSON.stringify([about, task]))}.json`);
  const codeOf = (file: string, text: string): Buffer => createHmac("sha256", key).update(`${file.slice(folder.length)}\n${text}`).digest();
  return {
    read(task) {
      const file = fileOf(task);
      const [code, text] = split(contents(file) ?? "");
      const given = Buffer.from(code, "hex"), expected = codeOf(file, text);
      return given.length === expected.length && timingSafeEqual(given, expected) ? (JSON.parse(text) as CellResult) : undefined;
    },
    write(task, result) {
      if (!result.complete) return;
      const file = fileOf(task), text = JSON.stringify(result);
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        // Nobody means to commit it.
        if (!existsSync(join(folder, ".gitignore"))) writeFileSync(join(folder, ".gitignore"), "*\n");
        inOneStroke(file, `${codeOf(file, text).toString("hex")}\n${text}`);
      });
    },
  };
}

/** The key of this user, made where there is none. */
function secret(): Buffer | undefined {
  const folder = join(process.env.XDG_STATE_HOME || join(homedir(), ".local/state"), "tenet");
  const file = join(folder, "cache.key");
  const known = (): Buffer | undefined => attempt(() => readFileSync(file));
  if (!known()) {
    attempt(() => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, randomBytes(keyBytes), { mode: 0o600, flag: "wx" });
    });
  }
  const key = known();
  return key?.length === keyBytes ? key : undefined;
}

function inOneStroke(file: string, text: string): void {
  const temporary = `${file}.${process.pid}`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}

const contents = (file: string): string | undefined => attempt(() => (statSync(file).size <= mostBytes ? readFileSync(file, "utf8") : undefined));

function split(text: string): [string, string] {
  const end = text.indexOf("\n");
  return end < 0 ? ["", text] : [text.slice(0, end), text.slice(end + 1)];
}

const sha256 = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");

/** A cache that cannot be read or written is none. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
