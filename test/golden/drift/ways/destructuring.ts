import type { Lock } from "../lock.ts";

export function take(lock: Lock, given: { who: string; rest: string[] }): void {
  ({ who: lock.holder } = given); //~ mutation-outside Lock.holder
  [lock.holder = "nobody"] = given.rest; //~ mutation-outside Lock.holder
  for (lock.holder of given.rest) break; //~ mutation-outside Lock.holder
}
