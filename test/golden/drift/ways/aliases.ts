import type { Lock } from "../lock.ts";

export function through(lock: Lock): void {
  const waiting = lock.waiting;
  waiting.add("me"); //~ mutation-outside mutation
  const { history, limits: { owners } } = lock;
  history.push({ client: "me", epoch: 1 }); //~ mutation-outside mutation
  owners.clear(); //~ mutation-outside mutation
  let other;
  other = history;
  other.pop(); //~ mutation-outside mutation
  for (const entry of lock.history) entry.epoch = 0; //~ mutation-outside mutation
  lock.history.forEach((entry) => { entry.client = "me"; }); //~ mutation-outside mutation
  lock.history[0].client = "me"; //~ mutation-outside Lock.history
  lock.limits.owners.get("a")!.epoch++; //~ mutation-outside Lock.limits
  [...lock.history][0].epoch = 2; //~ mutation-outside mutation
}
