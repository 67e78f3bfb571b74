/** In which ways an event can happen in a state: the one place that asks the interpreter. */
import { tuples, valuesOf } from "../../interp/domain.ts";
import { type Sorts, sortsOf } from "../../interp/env.ts";
import { Failure } from "../../interp/failure.ts";
import { argumentsOf, type Outcome, runAction } from "../../interp/step.ts";
import { type State, stateKey, type Value } from "../../interp/value.ts";
import type { Action, Protocol } from "../../ir/protocol.ts";
import type { Candidate, HistoryEvent } from "./event.ts";
import { agrees } from "./observation.ts";

/** What a search may use up. What is beyond is not known. */
export interface HistoryLimits {
  /** Action instances tried. */
  readonly maxTries?: number;
  /** States remembered at a time. */
  readonly maxStates?: number;
  /** `performance.now()`. */
  readonly deadline?: number;
}

/** The search ends here without an answer. */
export class Exhausted extends Error {
  override readonly name = "Exhausted";
  constructor(readonly because: "tries" | "states" | "time") {
    super(`no ${because} left`);
  }
}

/** Steps that nobody has told of, and how many of them there may be between two events. */
export interface Unlogged {
  readonly actions: readonly Action[];
  readonly most: number;
}

export interface Step {
  readonly action: Action;
  readonly args: readonly Value[];
}

/** A state, and the unlogged steps that led there from one before. */
export interface Reached {
  readonly state: State;
  readonly via: { readonly from: Reached; readonly step: Step } | null;
  /** How many they are. */
  readonly distance: number;
}

/** One way in which an event happened. */
export interface Way {
  readonly from: Reached;
  /** Null where it is no step. */
  readonly step: Step | null;
  readonly next: State;
}

/** Between two looks at the clock. */
const triesBetween = 512;

export class Ways {
  readonly protocol: Protocol;
  readonly #sorts: Sorts;
  readonly #unlogged: Unlogged;
  readonly #limits: HistoryLimits;
  tries = 0;
  /** The first step on the way that the spec does not define: what would follow is not known. */
  failure: { readonly action: Action; readonly failure: Failure } | undefined;

  constructor(protocol: Protocol, unlogged: Unlogged, limits: HistoryLimits) {
    this.protocol = protocol;
    this.#sorts = sortsOf(protocol);
    this.#unlogged = unlogged;
    this.#limits = limits;
  }

  /** The ways of an event from the states that it may begin in, unlogged steps before it included. */
  *of(starts: readonly State[], event: HistoryEvent): Generator<Way, void, undefined> {
    for (const from of this.reach(starts)) yield* this.#from(from, event);
  }

  *#from(from: Reached, event: HistoryEvent): Generator<Way, void, undefined> {
    const { state } = from;
    if (!agrees(event.before, state)) return;
    if (event.kind === "look") {
      if (agrees(event.after, state)) yield { from, step: null, next: state };
      return;
    }
    for (const { step, outcome } of this.outcomes(state, event.candidates)) {
      if (event.kind === "refused") {
        if (outcome.kind !== "blocked" || !agrees(event.after, state)) continue;
        yield { from, step: null, next: state };
        return;
      }
      if (outcome.kind === "step" && agrees(event.after, outcome.next)) yield { from, step, next: outcome.next };
    }
  }

  /** What becomes of every instance. */
  *outcomes(state: State, candidates: readonly Candidate[]): Generator<{ readonly step: Step; readonly outcome: Outcome }, void, undefined> {
    for (const candidate of candidates) {
      const { action, args } = candidate;
      // Nearly always; enumerating nothing would take longer than the step.
      if (allKnown(args)) yield this.#run(state, action, args);
      else for (const some of this.#instances(candidate)) yield this.#run(state, action, some);
    }
  }

  /** The given states, and those that unlogged steps lead to, the nearest first, each once. */
  *reach(starts: readonly State[]): Generator<Reached, void, undefined> {
    let level: Reached[] = starts.map((state) => ({ state, via: null, distance: 0 }));
    yield* level;
    const { actions, most } = this.#unlogged;
    if (actions.length === 0 || most === 0) return;
    const seen = new Set(starts.map(stateKey));
    for (let distance = 1; distance <= most && level.length > 0; distance++) {
      const next: Reached[] = [];
      for (const from of level) {
        for (const action of actions) {
          for (const args of argumentsOf(action, this.#sorts)) {
            const { step, outcome } = this.#run(from.state, action, args);
            if (outcome.kind !== "step") continue;
            const key = stateKey(outcome.next);
            if (seen.has(key)) continue;
            this.keep(seen.size);
            seen.add(key);
            const reached: Reached = { state: outcome.next, via: { from, step }, distance };
            next.push(reached);
            yield reached;
          }
        }
      }
      level = next;
    }
  }

  /** @throws Exhausted where so many states are more than may be kept */
  keep(states: number): void {
    if (states >= (this.#limits.maxStates ?? Infinity)) throw new Exhausted("states");
  }

  #run(state: State, action: Action, args: readonly Value[]): { readonly step: Step; readonly outcome: Outcome } {
    const { maxTries = Infinity, deadline = Infinity } = this.#limits;
    if (++this.tries > maxTries) throw new Exhausted("tries");
    if (this.tries % triesBetween === 0 && performance.now() > deadline) throw new Exhausted("time");
    const outcome = runAction(this.protocol, state, action, args);
    if (outcome.kind === "failed") this.failure ??= { action, failure: outcome.failure };
    return { step: { action, args }, outcome };
  }

  #instances({ action, args }: Candidate): Iterable<readonly Value[]> {
    return tuples(action.params.map((p, i) => {
      const known = args[i];
      return known === undefined ? { [Symbol.iterator]: () => valuesOf(p.type, this.#sorts) } : [known];
    }));
  }
}

const allKnown = (args: readonly (Value | undefined)[]): args is readonly Value[] => !args.includes(undefined);
