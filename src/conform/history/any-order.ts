/** Events that are ordered in part: which way to search for a run that has them. Each gives the same answer, if it gives one. */
import type { State } from "../../interp/value.ts";
import type { HistoryEvent, Lanes } from "./event.ts";
import { interleave } from "./interleavings.ts";
import { explainByLevels, type Levelled } from "./levels.ts";
import { Exhausted, type Ways } from "./ways.ts";

/** A history with nothing wrong has few places that lead nowhere. */
const fewDead = 20_000;
/** Of one number of events. */
const fewPlaces = 20_000;

/** @throws Exhausted */
export function* explainInAnyOrder<E extends HistoryEvent>(ways: Ways, starts: readonly State[], lanes: Lanes<E>): Generator<number, Levelled<E>, undefined> {
  try {
    return yield* byDepth(ways, starts, lanes, fewDead);
  } catch (error) {
    if (!isNarrow(error)) throw error;
  }
  try {
    return yield* explainByLevels(ways, starts, lanes, [], fewPlaces);
  } catch (error) {
    if (!isNarrow(error)) throw error;
  }
  return yield* byDepth(ways, starts, lanes, Infinity);
}

function* byDepth<E extends HistoryEvent>(ways: Ways, starts: readonly State[], lanes: Lanes<E>, mostDead: number): Generator<number, Levelled<E>, undefined> {
  const found = yield* interleave(ways, starts, lanes, [], mostDead);
  if (found.kind === "unexplained") return found;
  let steps = 0;
  for (const { step } of found.behaviour) if (step) steps++;
  return { kind: "explained", steps };
}

const isNarrow = (error: unknown): boolean => error instanceof Exhausted && error.because === "states";
