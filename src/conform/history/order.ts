/** Lanes of events whose order is known in part. */
import type { HistoryEvent, Lanes, Placed } from "./event.ts";

type Time = number | bigint;

/** Something that took its time. What returned before another was called came before it. */
export interface Interval {
  readonly called: Time;
  /** Null where it never returned. */
  readonly returned: Time | null;
}

/** Each event with what is known of its place. */
export interface Spanned<E extends HistoryEvent> extends Interval {
  readonly event: E;
  readonly optional: boolean;
}

/** As few lanes as there were events under way at a time. */
export function lanesByInterval<E extends HistoryEvent>(spanned: readonly Spanned<E>[]): Lanes<E> {
  const lanes: Spanned<E>[][] = [];
  for (const one of spanned.toSorted((a, b) => compareTimes(a.called, b.called))) {
    const free = lanes.find((lane) => before(lane[lane.length - 1], one));
    if (free) free.push(one);
    else lanes.push([one]);
  }
  const rank = new Map([...spanned].map((s, i) => [s, i]));
  return lanes.map((lane, own) => lane.map(({ event, optional, called }, i) => ({
    event, optional, rank: rank.get(lane[i])!,
    needs: lanes.length === 1 ? [] : lanes.map((other, o) => (o === own ? 0 : countWhile(other, (s) => s.returned !== null && s.returned < called))),
  })));
}

const before = (a: Interval, b: Interval): boolean => a.returned !== null && a.returned < b.called;
const compareTimes = (a: Time, b: Time): number => (a < b ? -1 : a > b ? 1 : 0);

/** Something that somebody did who counts what all have done, as far as they know of it. */
export interface Clocked<E extends HistoryEvent> {
  readonly event: E;
  readonly process: string;
  /** By process; what is not mentioned is 0. */
  readonly clock: ReadonlyMap<string, number>;
}

/** One lane for each process. */
export function lanesByClock<E extends HistoryEvent>(clocked: readonly Clocked<E>[]): Lanes<E> {
  const own = ({ process, clock }: Clocked<E>): number => clock.get(process) ?? 0;
  const rank = new Map([...clocked].map((c, i) => [c, i]));
  const lanes = byProcess(clocked).map((lane) => lane.toSorted((a, b) => own(a) - own(b)));
  return lanes.map((lane) => lane.map((one) => ({
    event: one.event, optional: false, rank: rank.get(one)!,
    needs: lanes.length === 1 ? [] : lanes.map((other) => (other === lane ? 0 : countWhile(other, (c) => own(c) <= (one.clock.get(c.process) ?? 0)))),
  })));
}

/** What each process did in its order, and no more. */
export function lanesByProcess<E extends HistoryEvent>(events: readonly { readonly event: E; readonly process: string }[]): Lanes<E> {
  const rank = new Map([...events].map((e, i) => [e, i]));
  return byProcess(events).map((lane) => lane.map((one) => ({ event: one.event, optional: false, rank: rank.get(one)!, needs: [] })));
}

function byProcess<T extends { readonly process: string }>(all: readonly T[]): T[][] {
  const lanes = new Map<string, T[]>();
  for (const one of all) {
    const lane = lanes.get(one.process);
    if (lane) lane.push(one);
    else lanes.set(one.process, [one]);
  }
  return [...lanes.values()];
}

/** How many there are before the first that fails; nothing after it holds. */
function countWhile<T>(all: readonly T[], holds: (one: T) => boolean): number {
  let from = 0, to = all.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(all[middle])) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Events that would each have to come before the other, of which none can be first; undefined where there is an order. */
export function contradiction<E extends HistoryEvent>(lanes: Lanes<E>): readonly E[] | undefined {
  const positions = lanes.map(() => 0);
  const next = (lane: number): Placed<E> | undefined => lanes[lane][positions[lane]];
  for (let moved = true; moved;) {
    moved = false;
    for (let lane = 0; lane < lanes.length; lane++) {
      for (let at = next(lane); at && allows(positions, at.needs); at = next(lane)) {
        positions[lane]++;
        moved = true;
      }
    }
  }
  const stuck = lanes.flatMap((_, lane) => next(lane) ?? []).map((p) => p.event);
  return stuck.length > 0 ? stuck : undefined;
}

/** Lanes whose next event may come next, by its rank. @param positions events taken, by lane */
export function readyLanes<E extends HistoryEvent>(lanes: Lanes<E>, positions: readonly number[]): number[] {
  const ready: number[] = [];
  for (let lane = 0; lane < lanes.length; lane++) {
    const at = positions[lane];
    if (at < lanes[lane].length && allows(positions, lanes[lane][at].needs)) ready.push(lane);
  }
  return ready.length < 2 ? ready : ready.toSorted((a, b) => lanes[a][positions[a]].rank - lanes[b][positions[b]].rank);
}

function allows(positions: readonly number[], needs: readonly number[]): boolean {
  for (let lane = 0; lane < needs.length; lane++) if (positions[lane] < needs[lane]) return false;
  return true;
}
