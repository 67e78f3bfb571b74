/**
 * Events that are ordered in part, breadth first: after each number of events, all places that runs of the spec can be at. Only those of
 * one number are in memory, so that it shows of long histories that nothing explains them, where depth first would have to remember
 * every place. But there must be few of them: events that are ordered only just.
 */
import { type State, stateKey } from "../../interp/value.ts";
import type { HistoryEvent, Lanes } from "./event.ts";
import { type DeadEnd, deadEnd, type Interleaved, mostEnds } from "./interleavings.ts";
import { agrees, type Observation } from "./observation.ts";
import { readyLanes } from "./order.ts";
import { Exhausted, type Ways } from "./ways.ts";

interface Position {
  /** Events taken, by lane. */
  readonly positions: readonly number[];
  readonly state: State;
  /** Of a run to here. */
  readonly steps: number;
  /** Of the events taken, those that have happened in any case. */
  readonly taken: number;
}

export type Levelled<E extends HistoryEvent> = { readonly kind: "explained"; readonly steps: number } | Extract<Interleaved<E>, { readonly kind: "unexplained" }>;

/** Between two chances for others to run. */
const turnsBetween = 256;

/** As `interleave`, but for the run. @param mostPlaces of one number of events @throws Exhausted */
export function* explainByLevels<E extends HistoryEvent>(
  ways: Ways, starts: readonly State[], lanes: Lanes<E>, final: Observation, mostPlaces: number,
): Generator<number, Levelled<E>, undefined> {
  const needed = lanes.reduce((n, lane) => n + lane.filter((p) => !p.optional).length, 0);
  let level: Position[] = starts.map((state) => ({ positions: lanes.map(() => 0), state, steps: 0, taken: 0 }));
  let most = 0, ends: DeadEnd<E>[] = [], turns = 0;
  while (level.length > 0) {
    const next = new Map<string, Position>();
    for (const at of level) {
      if (++turns % turnsBetween === 0) yield at.taken;
      const ready = readyLanes(lanes, at.positions);
      if (at.taken > most) ends = [];
      most = Math.max(most, at.taken);
      if (at.taken === most && ends.length < mostEnds) ends.push(deadEnd(at.state, ready.map((lane) => lanes[lane][at.positions[lane]])));
      if (at.taken === needed) {
        for (const reached of ways.reach([at.state])) if (agrees(final, reached.state)) return { kind: "explained", steps: at.steps + reached.distance };
      }
      for (const lane of ready) {
        const placed = lanes[lane][at.positions[lane]];
        for (const { from, step, next: state } of ways.of([at.state], placed.event)) {
          const positions = at.positions.with(lane, at.positions[lane] + 1), key = `${positions.join()}|${stateKey(state)}`;
          if (next.has(key)) continue;
          ways.keep(next.size);
          if (next.size >= mostPlaces) throw new Exhausted("states");
          next.set(key, { positions, state, steps: at.steps + from.distance + (step ? 1 : 0), taken: at.taken + (placed.optional ? 0 : 1) });
        }
      }
    }
    level = [...next.values()];
  }
  return { kind: "unexplained", explained: most, ends };
}
