import type { Lock } from "../lock.ts";

/** What the setter does is found in the setter. */
export function turnBack(lock: Lock): void {
  lock.epoch = 0;
}
