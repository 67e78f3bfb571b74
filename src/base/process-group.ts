/** Processes that were started in a group of their own (`detached`): how much they take, and how they end. */
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

/** Of the process, without those that it has started; 0 where that cannot be told from outside: outside Linux, only limits of the heap hold. */
export function residentBytes(pid: number | undefined): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return kilobytes ? Number(kilobytes[1]) * 1024 : 0;
  } catch {
    return 0;
  }
}

/** At once, with whatever it has started. */
export function endGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== "win32") process.kill(-child.pid, "SIGKILL");
  } catch {
    // The group is gone already, or is not yet one.
  }
  child.kill("SIGKILL");
}
