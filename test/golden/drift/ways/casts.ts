import type { Lock } from "../lock.ts";

export function force(lock: Lock): void {
  (lock as any).holder = "me"; //~ mutation-outside Lock.holder
  (<any>lock)["waiting"].clear(); //~ mutation-outside Lock.waiting
  const open: any = lock;
  open.holder = "me"; //~ mutation-outside Lock.holder
  open.unheardOf = 1; //~ mutation-outside unheardOf
}

export function disguise(lock: Lock): void {
  const text = lock.history as unknown as string;
  (text as any).push({}); //~ mutation-outside mutation
}
