import type { Lock } from "../lock.ts";

export function tidy(lock: Lock): void {
  lock.waiting.clear(); //~ mutation-outside Lock.waiting
  lock.history.splice(0, 1); //~ mutation-outside Lock.history
  lock.history.length = 0; //~ mutation-outside Lock.history
  lock["waiting"]["add"]("me"); //~ mutation-outside Lock.waiting
}
