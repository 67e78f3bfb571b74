import type { Lock } from "../lock.ts";

export function drop(lock: Lock): void {
  delete (lock as Partial<Lock>).holder; //~ mutation-outside Lock.holder
}
