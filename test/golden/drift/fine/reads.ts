import type { Lock } from "../lock.ts";

export function describe(lock: Lock): string {
  const { holder, epoch } = lock;
  let text = `${holder} ${epoch}`;
  for (const client of lock.waiting) text += client;
  for (const [owner, entry] of lock.limits.owners) text += owner + entry.epoch;
  const owners = new Map<string, number>();
  lock.history.forEach((entry) => owners.set(entry.client, entry.epoch));
  return text + JSON.stringify(lock.history) + [...lock.waiting].length + Object.keys(lock.limits).length;
}
