/**
 * Events that are ordered in part: a run of the spec that has all of them, in some order that they allow. Depth first, events
 * of lesser rank first, so that a history with nothing wrong is mostly walked straight through; what turned out to lead
 * nowhere is remembered, and what was not turned away from takes no memory beyond its place on the way.
 */
import { type State, stateKey } from "../../interp/value.ts";
import type { HistoryEvent, Lanes, Placed } from "./event.ts";
import { agrees, type Observation } from "./observation.ts";
import { readyLanes } from "./order.ts";
import { Exhausted, type Reached, type Step, type Way, type Ways } from "./ways.ts";

/** A step of the run that was found; null where an event is no step, and for the event of an unlogged one. */
export interface BehaviourStep<E extends HistoryEvent = HistoryEvent> {
  readonly event: E | null;
  readonly step: Step | null;
  readonly state: State;
}

/** A place where no more could be explained: these events come next, and none of them is possible. */
export interface DeadEnd<E extends HistoryEvent = HistoryEvent> {
  readonly state: State;
  /** Empty where only what was seen at the end is in the way. */
  readonly next: readonly E[];
}

export type Interleaved<E extends HistoryEvent = HistoryEvent> =
  | { readonly kind: "explained"; readonly initial: State; readonly behaviour: Iterable<BehaviourStep<E>> }
  /** `explained`: the most events; `ends`: where they were, not all of them if there are many. */
  | { readonly kind: "unexplained"; readonly explained: number; readonly ends: readonly DeadEnd<E>[] };

interface Frame<E extends HistoryEvent> {
  readonly state: State;
  /** How it came here: unlogged steps, if any, and the one of the event; null for a start. */
  readonly from: Reached | null;
  readonly step: Step | null;
  readonly placed: Placed<E> | null;
  /** Which lane the event was in; -1 for a start. */
  readonly lane: number;
  /** Of the lanes that can go on, how many have been tried, and the last of them. */
  tried: number;
  trying: number;
  /** Ways of that lane, the next one last. */
  pending: Way[];
}

const nothing: Way[] = [];

/** Places that are remembered for the report. */
export const mostEnds = 8;
/** States of which two that are the same are one. */
const mostShared = 10_000;
/** Events between two chances for others to run. */
const turnsBetween = 256;

/**
 * @param final seen after all events
 * @param mostDead places that lead nowhere that are remembered
 * @returns gives way now and then; each time, how many events are explained
 * @throws Exhausted
 */
export function* interleave<E extends HistoryEvent>(
  ways: Ways, starts: readonly State[], lanes: Lanes<E>, final: Observation, mostDead = Infinity,
): Generator<number, Interleaved<E>, undefined> {
  return yield* new Interleaving(ways, starts, lanes, final, mostDead).run();
}

class Interleaving<E extends HistoryEvent> {
  readonly #ways: Ways;
  readonly #starts: readonly State[];
  readonly #lanes: Lanes<E>;
  readonly #final: Observation;
  readonly #mostDead: number;
  /** Events taken, by lane. */
  readonly #positions: number[];
  /** Places from which there is no way to the end. */
  readonly #dead = new Set<string>();
  readonly #stack: Frame<E>[] = [];
  readonly #states = new Map<string, State>();
  readonly #needed: number;
  #taken = 0;
  #most = 0;
  #ends: DeadEnd<E>[] = [];

  constructor(ways: Ways, starts: readonly State[], lanes: Lanes<E>, final: Observation, mostDead: number) {
    this.#ways = ways;
    this.#starts = starts;
    this.#lanes = lanes;
    this.#final = final;
    this.#mostDead = mostDead;
    this.#positions = lanes.map(() => 0);
    this.#needed = lanes.reduce((n, lane) => n + lane.filter((p) => !p.optional).length, 0);
  }

  *run(): Generator<number, Interleaved<E>, undefined> {
    let turns = 0;
    for (const start of this.#starts) {
      this.#stack.push({ state: start, from: null, step: null, placed: null, lane: -1, tried: 0, trying: -1, pending: nothing });
      while (this.#stack.length > 0) {
        if (++turns % turnsBetween === 0) yield this.#taken;
        const top = this.#stack[this.#stack.length - 1];
        if (this.#taken === this.#needed && top.tried === 0) {
          const end = this.#end(top.state);
          if (end) return { kind: "explained", initial: start, behaviour: this.#behaviour(end) };
        }
        this.#advance(top);
      }
    }
    return { kind: "unexplained", explained: this.#most, ends: this.#ends };
  }

  /** One event further, or back. */
  #advance(top: Frame<E>): void {
    if (top.pending.length === 0) {
      const ready = readyLanes(this.#lanes, this.#positions);
      if (top.tried === 0) this.#note(top.state, ready);
      if (top.tried === ready.length) return this.#back(top);
      top.trying = ready[top.tried++];
      const pending = [...this.#ways.of([top.state], this.#next(top.trying).event)];
      top.pending = pending.length > 1 ? pending.toReversed() : pending;
      return;
    }
    const way = top.pending.pop()!;
    if (top.pending.length === 0) top.pending = nothing;
    const lane = top.trying;
    const placed = this.#next(lane);
    this.#positions[lane]++;
    if (!placed.optional) this.#taken++;
    if (this.#dead.size > 0 && this.#dead.has(this.#key(way.next))) this.#undo(lane, placed);
    else this.#stack.push({ state: this.#same(way.next), from: way.from.via && way.from, step: way.step, placed, lane, tried: 0, trying: -1, pending: nothing });
  }

  #back(top: Frame<E>): void {
    this.#ways.keep(this.#dead.size);
    if (this.#dead.size >= this.#mostDead) throw new Exhausted("states");
    this.#dead.add(this.#key(top.state));
    this.#stack.pop();
    if (top.placed) this.#undo(top.lane, top.placed);
  }

  #undo(lane: number, placed: Placed<E>): void {
    this.#positions[lane]--;
    if (!placed.optional) this.#taken--;
  }

  #next(lane: number): Placed<E> {
    return this.#lanes[lane][this.#positions[lane]];
  }

  /** Where it is one that was there before, that one: a run of a million steps may have few states. */
  #same(state: State): State {
    const key = stateKey(state), known = this.#states.get(key);
    if (known) return known;
    if (this.#states.size === mostShared) this.#states.clear();
    this.#states.set(key, state);
    return state;
  }

  #key(state: State): string {
    return `${this.#positions.join()}|${stateKey(state)}`;
  }

  #note(state: State, ready: readonly number[]): void {
    if (this.#taken < this.#most) return;
    if (this.#taken > this.#most) this.#ends = [];
    this.#most = this.#taken;
    if (this.#ends.length < mostEnds) this.#ends.push(deadEnd(state, ready.map((lane) => this.#next(lane))));
  }

  /** A state like the one that was seen at the end. */
  #end(state: State): Reached | undefined {
    for (const reached of this.#ways.reach([state])) if (agrees(this.#final, reached.state)) return reached;
    return undefined;
  }

  *#behaviour(end: Reached): Generator<BehaviourStep<E>, void, undefined> {
    for (const { from, step, placed, state } of this.#stack) {
      if (!placed) continue;
      if (from) yield* unlogged<E>(from);
      yield { event: placed.event, step, state };
    }
    yield* unlogged<E>(end);
  }
}

/** What need not have happened is in nobody's way. */
export const deadEnd = <E extends HistoryEvent>(state: State, next: readonly Placed<E>[]): DeadEnd<E> => ({ state, next: next.filter((p) => !p.optional).map((p) => p.event) });

/** The unlogged steps up to a state, the first first. */
function unlogged<E extends HistoryEvent>(to: Reached): BehaviourStep<E>[] {
  const steps: BehaviourStep<E>[] = [];
  for (let at = to; at.via; at = at.via.from) steps.push({ event: null, step: at.via.step, state: at.state });
  return steps.toReversed();
}
