import type { Lock } from "../lock.ts";

export function rush(lock: Lock): void {
  lock.enter("me"); //~ mutation-outside Lock.enter
}
