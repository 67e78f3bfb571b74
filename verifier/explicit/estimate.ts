/** How many states there may be in all, judged by how the depths have grown so far. An extrapolation, never a bound. */
import type { Expectation } from "../contract/search.ts";

/** Over how many depths the change of growth is measured; that they differ tells how little is known. */
const windows = [2, 3, 4, 6, 8];
/** Growth may come to fall so many times faster, or slower, than it has of late: those that hold for nine of ten estimates on the specs of `specs/`. */
const faster = 2, slower = 0.3;
/** Growth that falls by less in a depth is as good as steady. */
const leastFall = 0.003;
const fewestLevels = 6;
const mostLevels = 3000;
/** A wider range says nothing. */
const widest = 10;

/**
 * Depths of most state spaces grow by a factor that falls evenly, until they shrink.
 * @param levels the states of each depth of which all are found
 * @param count states found, those of later depths included
 * @returns undefined where they do not show where this ends
 */
export function estimateTotal(levels: readonly number[], count: number): Expectation | undefined {
  if (levels.length < fewestLevels) return undefined;
  const growth = levels.slice(1).map((states, i) => Math.log(states / levels[i]));
  const falls = windows.filter((w) => w < growth.length).map((w) => (growth.at(-1 - w)! - growth.at(-1)!) / w);
  // Of two steps only, the fall is often an accident.
  if (falls.slice(1).some((fall) => fall <= leastFall)) return undefined;
  const steady = falls.filter((fall) => fall > leastFall);
  if (steady.length < 2) return undefined;
  const totals = (factor: number): number[] => steady.map((fall) => extrapolate(levels, growth.at(-1)!, fall * factor));
  const least = Math.round(Math.min(...totals(faster))), most = Math.round(Math.max(...totals(slower)));
  return most <= widest * least && most >= count ? { least: Math.max(least, count), most } : undefined;
}

/** The sum of all levels, if growth goes on falling by `fall` with every depth. */
function extrapolate(levels: readonly number[], growth: number, fall: number): number {
  let total = levels.reduce((a, b) => a + b, 0);
  let level = levels.at(-1)!;
  for (let depth = 1; depth <= mostLevels; depth++) {
    level *= Math.exp(growth - depth * fall);
    if (level < 1) return total;
    total += level;
  }
  return Infinity;
}
