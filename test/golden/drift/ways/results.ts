import type { Lock } from "../lock.ts";

export function viaResults(lock: Lock): void {
  (lock.entries() as { client: string }[]).pop(); //~ mutation-outside mutation
  lock.last!.epoch = 9; //~ mutation-outside mutation
  pick(lock).add("me"); //~ mutation-outside mutation
}

const pick = (lock: Lock) => lock.waiting;
