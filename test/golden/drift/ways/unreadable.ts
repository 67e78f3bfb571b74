import type { Lock } from "../lock.ts";

export function run(lock: Lock, text: string): void {
  new Function("lock", text)(lock); //~ mutation-outside may be
  eval(text); //~ mutation-outside may be
}
