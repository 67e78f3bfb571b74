/** Several actions at a time. */
import { clearTimeout, imul, PromiseOfOld, setImmediate, setTimeout } from "./captured.ts";
import { type Call, untagged } from "./adapter.ts";
import type { Question } from "../wire.ts";

type Together = Extract<Question, { kind: "together" }>;

/**
 * Each is called without waiting for those before it, after as many turns as the schedule says. Waits until all have returned, or patience is at its end.
 * @param performed what an action has answered, as text; at once, as it may be about what changes later
 * @throws what the first that throws does
 */
export async function together(calls: Readonly<Record<string, Call>>, system: unknown, { actions, schedule, patienceMs }: Together, performed: (value: unknown, action: string) => string): Promise<string> {
  const random = generator(schedule);
  const returned: string[] = [];
  let clock = 0;
  let left = actions.length;
  let failure: { readonly error: unknown } | undefined;
  let wake: () => void = () => undefined;
  const over = new PromiseOfOld<void>((resolve) => {
    wake = resolve;
  });
  const calledAt: number[] = [];
  const run = async (i: number): Promise<void> => {
    const { action, args } = actions[i];
    calledAt[i] = clock++;
    try {
      const value = await calls[action](system, untagged(args));
      returned[i] = `"returned":${clock++},${performed(value, action)}`;
    } catch (error) {
      failure ??= { error };
    }
    if (--left === 0 || failure) wake();
  };
  for (let i = 0; i < actions.length; i++) {
    void run(i);
    for (let turns = random() % 4; turns > 0; turns--) await (random() % 2 === 0 ? undefined : new PromiseOfOld<void>((resolve) => void setImmediate(resolve)));
  }
  const patience = setTimeout(wake, patienceMs);
  await over;
  clearTimeout(patience);
  if (failure) throw failure.error;
  let events = "";
  for (let i = 0; i < actions.length; i++) {
    events += `${i ? "," : ""}{"called":${calledAt[i]},${returned[i] ?? '"returned":null,"kind":"done","seen":{}'}}`;
  }
  return `"kind":"together","events":[${events}]`;
}

/** Mulberry32: numbers from 0 to 2^32 - 1. */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = imul(state ^ (state >>> 15), 1 | state);
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}
