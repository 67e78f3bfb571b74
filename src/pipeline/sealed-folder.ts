/**
 * What was found out before, in a folder, a file for each. A file counts only if this user's Tenet wrote it and nobody has changed
 * it since: it bears a code that a key outside the folder makes, so that a folder that came with a repository says nothing.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { sha256 } from "../base/sha256.ts";

/** No result is so large. */
const mostBytes = 2 ** 26;
const keyBytes = 32;

export interface SealedFolder {
  /** @param about all that the result depends on */
  read(about: string): string | undefined;
  write(about: string, text: string): void;
}

/** Undefined where nothing can be kept. */
export function openSealed(folder: string): SealedFolder | undefined {
  const key = secret();
  if (!key) return undefined;
  const nameOf = (about: string): string => `/${sha256(about)}.json`;
  const codeOf = (name: string, text: string): Buffer => createHmac("sha256", key).update(`${name}\n${text}`).digest();
  return {
    read(about) {
      const name = nameOf(about);
      const [code, text] = split(contents(join(folder, name)) ?? "");
      const given = Buffer.from(code, "hex"), expected = codeOf(name, text);
      return given.length === expected.length && timingSafeEqual(given, expected) ? text : undefined;
    },
    write(about, text) {
      const name = nameOf(about);
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        // Nobody means to commit it.
        if (!existsSync(join(folder, ".gitignore"))) writeFileSync(join(folder, ".gitignore"), "*\n");
        inOneStroke(join(folder, name), `${codeOf(name, text).toString("hex")}\n${text}`);
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

/** What cannot be read or written is not there. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
