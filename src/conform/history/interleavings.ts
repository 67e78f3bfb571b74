/**
 * Events that are ordered in part: a run of the spec that has all of them, in some order that they allow. Depth first, events
 * of lesser rank first, so that a history with nothing wrong is mostly walked straight through; what turned out to lead
 * nowhere is remembered, and what was not turned away from takes no memory beyond its place on the way.
 */
import { type State, stateKey } from "../../interp/value.ts";
import type { HistoryEvent, Lanes, Placed } from "./event.ts";
import { agrees, type Observation } from "./observation.ts";
import type { Reached, Step, Way, Ways } from "./ways.ts";

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
  | { readonly kind: "explained"; readonly initial: State; readonly behaviour: readonly BehaviourStep<E>[] }
  /** `explained`: the most events; `ends`: where they were, not all of them if there are many. */
  | { readonly kind: "unexplained"; readonly explained: number; readonly ends: readonly DeadEnd<E>[] };

interface Frame<E extends HistoryEvent> {
  readonly state: State;
  /** How it came here; null for a start. */
  readonly way: Way | null;
  readonly placed: Placed<E> | null;
  /** Which lane the event was in; -1 for a start. */
  readonly lane: number;
  /** Of the lanes that can go on, how many have been tried, and the last of them. */
  tried: number;
  trying: number;
  /** Ways of that lane, the next one last. */
  pending: Way[];
}

/** Places that are remembered for the report. */
const mostEnds = 8;
/** Events between two chances for others to run. */
const turnsBetween = 256;

/**
 * @param final seen after all events
 * @returns gives way now and then; each time, how many events are explained
 * @throws Exhausted
 */
export function* interleave<E extends HistoryEvent>(ways: Ways, starts: readonly State[], lanes: Lanes<E>, final: Observation): Generator<number, Interleaved<E>, undefined> {
  return yield* new Interleaving(ways, starts, lanes, final).run();
}

class Interleaving<E extends HistoryEvent> {
  readonly #ways: Ways;
  readonly #starts: readonly State[];
  readonly #lanes: Lanes<E>;
  readonly #final: Observation;
  /** Events taken, by lane. */
  readonly #positions: number[];
  /** Places from which there is no way to the end. */
  readonly #dead = new Set<string>();
  readonly #stack: Frame<E>[] = [];
  readonly #needed: number;
  #taken = 0;
  #most = 0;
  #ends: DeadEnd<E>[] = [];

  constructor(ways: Ways, starts: readonly State[], lanes: Lanes<E>, final: Observation) {
    this.#ways = ways;
    this.#starts = starts;
    this.#lanes = lanes;
    this.#final = final;
    this.#positions = lanes.map(() => 0);
    this.#needed = lanes.reduce((n, lane) => n + lane.filter((p) => !p.optional).length, 0);
  }

  *run(): Generator<number, Interleaved<E>, undefined> {
    let turns = 0;
    for (const start of this.#starts) {
      this.#stack.push({ state: start, way: null, placed: null, lane: -1, tried: 0, trying: -1, pending: [] });
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
      const ready = this.#ready();
      if (top.tried === 0) this.#note(top.state, ready);
      if (top.tried === ready.length) return this.#back(top);
      top.trying = ready[top.tried++];
      top.pending = [...this.#ways.of([top.state], this.#next(top.trying).event)].toReversed();
      return;
    }
    const way = top.pending.pop()!;
    const lane = top.trying;
    const placed = this.#next(lane);
    this.#positions[lane]++;
    if (!placed.optional) this.#taken++;
    if (this.#dead.size > 0 && this.#dead.has(this.#key(way.next))) this.#undo(lane, placed);
    else this.#stack.push({ state: way.next, way, placed, lane, tried: 0, trying: -1, pending: [] });
  }

  #back(top: Frame<E>): void {
    this.#ways.keep(this.#dead.size);
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

  /** Lanes whose next event may come next, by its rank. */
  #ready(): number[] {
    const ready: number[] = [];
    for (let lane = 0; lane < this.#lanes.length; lane++) {
      if (this.#positions[lane] < this.#lanes[lane].length && this.#allows(this.#next(lane).needs)) ready.push(lane);
    }
    return ready.length < 2 ? ready : ready.toSorted((a, b) => this.#next(a).rank - this.#next(b).rank);
  }

  #allows(needs: readonly number[]): boolean {
    for (let lane = 0; lane < needs.length; lane++) if (this.#positions[lane] < needs[lane]) return false;
    return true;
  }

  #key(state: State): string {
    return `${this.#positions.join()}|${stateKey(state)}`;
  }

  #note(state: State, ready: readonly number[]): void {
    if (this.#taken < this.#most) return;
    if (this.#taken > this.#most) this.#ends = [];
    this.#most = this.#taken;
    if (this.#ends.length < mostEnds) this.#ends.push({ state, next: ready.map((lane) => this.#next(lane).event) });
  }

  /** A state like the one that was seen at the end. */
  #end(state: State): Reached | undefined {
    for (const reached of this.#ways.reach([state])) if (agrees(this.#final, reached.state)) return reached;
    return undefined;
  }

  #behaviour(end: Reached): BehaviourStep<E>[] {
    const steps: BehaviourStep<E>[] = [];
    for (const { way, placed } of this.#stack) {
      if (way) steps.push(...unlogged<E>(way.from), { event: placed!.event, step: way.step, state: way.next });
    }
    return [...steps, ...unlogged<E>(end)];
  }
}

/** The unlogged steps up to a state, the first first. */
function unlogged<E extends HistoryEvent>(to: Reached): BehaviourStep<E>[] {
  const steps: BehaviourStep<E>[] = [];
  for (let at = to; at.via; at = at.via.from) steps.push({ event: null, step: at.via.step, state: at.state });
  return steps.toReversed();
}
