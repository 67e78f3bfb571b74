import type { Entry, Lock } from "../lock.ts";

export class Cache {
  #entries: Entry[];

  constructor(lock: Lock, private readonly waiting = lock.waiting) {
    this.#entries = lock.history;
  }

  clear(): void {
    this.#entries.pop(); //~ mutation-outside Cache.clear
    this.waiting.clear(); //~ mutation-outside Cache.clear
  }
}
