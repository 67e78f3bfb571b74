/** Long runs that fast-check chooses: what depends on the way to a state, and not on the state alone, is found there. */
import type { Call, Move } from "./space.ts";
import { Diverged, type Walk } from "./walk.ts";

export interface RandomOptions {
  readonly seed: number;
  readonly runs: number;
  /** Of one run, at most. */
  readonly steps: number;
}

/** Runs that fast-check may try to make one that diverges shorter. */
const mostShrinks = 100;

/**
 * The shortest run found that diverges is thrown.
 * @throws Diverged, Stopped, Misfit
 */
export async function randomRuns(walk: Walk, { seed, runs, steps }: RandomOptions, told: () => void): Promise<void> {
  if (runs === 0 || steps === 0) return;
  const { array, asyncProperty, check, nat, noBias, pre } = await import("fast-check");
  const choice = noBias(nat());
  const failed: { shortest?: Diverged; other?: unknown; shrinks: number } = { shrinks: 0 };
  const run = asyncProperty(choice, array(choice, { minLength: 1, maxLength: steps, size: "max" }), async (start, choices) => {
    // Once all is known that shall be, whatever fast-check tries is no run that diverges.
    if (failed.other !== undefined || (failed.shortest && failed.shrinks++ >= mostShrinks)) return pre(false);
    try {
      await randomRun(walk, start, choices);
      if (!failed.shortest) walk.covered.runs++;
      told();
    } catch (error) {
      if (!(error instanceof Diverged)) return void (failed.other = error);
      if (!failed.shortest || error.plan.calls.length <= failed.shortest.plan.calls.length) failed.shortest = error;
      throw error;
    }
  });
  await check(run, { seed, numRuns: runs, maxSkipsPerRun: 1 });
  if (failed.shortest) throw failed.shortest;
  if (failed.other !== undefined) throw failed.other;
}

async function randomRun(walk: Walk, start: number, choices: readonly number[]): Promise<void> {
  const { initial } = walk.space;
  await walk.start(initial[start % initial.length]);
  for (const choice of choices) {
    const { moves, refusals } = walk.place;
    // One request in five is one that has to be refused.
    const refused = refusals.length > 0 && (choice % 5 === 0 || moves.length === 0);
    if (refused) await walk.refuse(chosen(refusals, (c) => c, choice));
    else if (moves.length > 0) await walk.move(chosen(moves, (m) => m.call, choice));
    else return;
  }
}

/** Every action alike, however many arguments it has. */
export function chosen<T extends Call | Move>(from: readonly T[], callOf: (item: T) => Call, choice: number): T {
  const names = [...new Set(from.map((item) => callOf(item).action.name))];
  const rest = Math.floor(choice / 5);
  const name = names[rest % names.length];
  const same = from.filter((item) => callOf(item).action.name === name);
  return same[Math.floor(rest / names.length) % same.length];
}

/** Numbers that a seed gives, each below 2^31, for what fast-check does not choose. */
export function* numbers(seed: number): Generator<number, never, undefined> {
  // The finaliser of MurmurHash3 over a counter.
  for (let n = seed | 0; ; n = (n + 0x9e3779b9) | 0) {
    let x = n ^ (n >>> 16);
    x = Math.imul(x, 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    yield (x ^ (x >>> 16)) >>> 1;
  }
}
