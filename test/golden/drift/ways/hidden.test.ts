import type { Lock } from "../lock.ts";

/** A test that the program imports is a part of it. */
export function helper(lock: Lock): void {
  lock.holder = "me"; //~ mutation-outside Lock.holder
}
