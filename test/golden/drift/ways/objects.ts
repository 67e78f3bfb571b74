import type { Lock } from "../lock.ts";

export function patch(lock: Lock, changes: Partial<Lock>): void {
  Object.assign(lock, changes); //~ mutation-outside Object.assign
  Object.defineProperty(lock, "holder", { value: "me" }); //~ mutation-outside Object.defineProperty
  Reflect.set(lock, "holder", "me"); //~ mutation-outside Reflect.set
  Reflect.deleteProperty(lock.limits, "most"); //~ mutation-outside Lock.limits
}
