/** One search at a time in a folder: two would spoil each other's states. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onDisk } from "../disk/disk-error.ts";
import { CheckpointRefused } from "./refused.ts";

const pathIn = (folder: string): string => join(folder, "lock");

/** @throws CheckpointRefused where a process that is still there has it; DiskError */
export function lock(folder: string): void {
  const path = pathIn(folder);
  if (claim(path)) return;
  const holder = Number(onDisk(path, () => readFileSync(path, "utf8")));
  if (holder !== process.pid && alive(holder)) {
    throw new CheckpointRefused(`${folder} is in use by process ${holder}`, `If that is no search of Tenet, remove ${path}.`);
  }
  unlock(folder);
  if (!claim(path)) throw new CheckpointRefused(`${folder} is in use`, "Wait until the other search ends.");
}

export const unlock = (folder: string): void => rmSync(pathIn(folder), { force: true });

function claim(path: string): boolean {
  return onDisk(path, () => {
    try {
      writeFileSync(path, `${process.pid}\n`, { flag: "wx" });
      return true;
    } catch (error) {
      if (codeOf(error) === "EEXIST") return false;
      throw error;
    }
  });
}

function alive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);
