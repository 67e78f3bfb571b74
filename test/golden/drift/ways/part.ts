import type { Lock } from "../lock.ts";
import { Lock as Made } from "../lock.ts";

export function rush(lock: Lock): void {
  lock.enter("me"); //~ mutation-outside Lock.enter
  Made.prototype.enter.call(lock, "me"); //~ mutation-outside Lock.enter
  const enter = lock.enter.bind(lock); //~ mutation-outside Lock.enter
  enter("me");
}
