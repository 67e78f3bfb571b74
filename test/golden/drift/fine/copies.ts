import type { Entry, Lock } from "../lock.ts";

export function copies(lock: Lock): Entry[] {
  const waiting = new Set(lock.waiting);
  waiting.add("me");
  const history = [...lock.history];
  history.push({ client: "me", epoch: 1 });
  history.sort((a, b) => a.epoch - b.epoch);
  const limits = { ...lock.limits };
  limits.most = 3;
  const deep = structuredClone(lock.limits);
  deep.owners.clear();
  const entry: Entry = { client: "me", epoch: 0 };
  entry.epoch = 2;
  const renamed = lock.history.map((e) => ({ ...e, client: "you" }));
  renamed[0].epoch = 4;
  let holder = lock.holder;
  holder = "me";
  return history.filter((e) => e.client !== holder);
}
