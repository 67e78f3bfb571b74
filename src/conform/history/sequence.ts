/**
 * Events in one order: all states that the spec may be in after them. Nothing is kept of events that are over, so a log
 * of any length takes as much memory as one event and the states that are possible after it.
 */
import { type State, stateKey } from "../../interp/value.ts";
import type { HistoryEvent } from "./event.ts";
import type { Way, Ways } from "./ways.ts";

export class Sequence {
  readonly #ways: Ways;
  #states: readonly State[];
  /** The steps of one run to each of the states, unlogged ones included. */
  #steps: readonly number[];
  /** Events that have been explained. */
  explained = 0;
  /** Whether there was ever more than one possible state. */
  widest: number;

  /** @param starts different states */
  constructor(ways: Ways, starts: readonly State[]) {
    this.#ways = ways;
    this.#states = starts;
    this.#steps = starts.map(() => 0);
    this.widest = starts.length;
  }

  /** After the events that have been explained. */
  get states(): readonly State[] {
    return this.#states;
  }

  /** Of a run that explains the events so far. */
  get steps(): number {
    return Math.min(...this.#steps);
  }

  /** False where it cannot be explained; nothing has changed then. @throws Exhausted */
  take(event: HistoryEvent): boolean {
    let first: State | undefined, firstSteps = 0;
    /** Once there are several. */
    let found: Map<string, { readonly state: State; readonly steps: number }> | undefined;
    for (const way of this.#ways.of(this.#states, event)) {
      const steps = this.#stepsOf(way);
      if (first === undefined) {
        first = way.next;
        firstSteps = steps;
        continue;
      }
      found ??= new Map([[stateKey(first), { state: first, steps: firstSteps }]]);
      const key = stateKey(way.next), known = found.get(key);
      if (!known) this.#ways.keep(found.size);
      if (!known || steps < known.steps) found.set(key, { state: way.next, steps });
    }
    if (first === undefined) return false;
    const all = found && [...found.values()];
    this.#states = all?.map((f) => f.state) ?? [first];
    this.#steps = all?.map((f) => f.steps) ?? [firstSteps];
    this.widest = Math.max(this.widest, this.#states.length);
    this.explained++;
    return true;
  }

  #stepsOf({ from, step }: Way): number {
    let start = from;
    while (start.via) start = start.via.from;
    const index = this.#states.length === 1 ? 0 : this.#states.indexOf(start.state);
    return this.#steps[index] + from.distance + (step ? 1 : 0);
  }
}
