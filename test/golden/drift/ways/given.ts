import type { Entry, Lock } from "../lock.ts";
import { shuffle } from "somewhere";

export function give(lock: Lock): void {
  shuffle(lock.history); //~ mutation-outside may be
  console.log(lock.history, JSON.stringify(lock.limits));
  empty(lock.history);
}

function empty(entries: Entry[]): void {
  entries.length = 0; //~ mutation-outside empty
}
