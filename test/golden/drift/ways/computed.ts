import type { Lock } from "../lock.ts";

const name = "holder";

export function set(lock: Lock, field: keyof Lock, value: unknown): void {
  (lock as unknown as Record<string, unknown>)[field] = value; //~ mutation-outside some field
  lock[name] = "me"; //~ mutation-outside Lock.holder
}
