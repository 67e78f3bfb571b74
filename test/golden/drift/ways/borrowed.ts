import type { Lock } from "../lock.ts";

export function borrowed(lock: Lock): void {
  Array.prototype.push.call(lock.history, { client: "me", epoch: 1 }); //~ mutation-outside Lock.history
  Set.prototype.clear.apply(lock.waiting); //~ mutation-outside Lock.waiting
}
