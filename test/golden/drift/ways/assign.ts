import type { Lock } from "../lock.ts";

export function steal(lock: Lock): void {
  lock.holder = "me"; //~ mutation-outside Lock.holder
  lock.holder ??= "you"; //~ mutation-outside Lock.holder
}
