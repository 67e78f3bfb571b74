/** States and steps of a small instance, as far as an implementation can be taken along: by actions that are bound. */
import { holds } from "../interp/eval.ts";
import { cardinality } from "../interp/domain.ts";
import { envOf, type Sorts, sortsOf } from "../interp/env.ts";
import { Failure } from "../interp/failure.ts";
import { argumentsOf, initialStates, runAction } from "../interp/step.ts";
import { type State, stateKey, type Value } from "../interp/value.ts";
import type { Action, Protocol } from "../ir/protocol.ts";
import { valueToGiven } from "./given.ts";
import type { BoundAction, GivenState } from "./system.ts";

/** An action with its arguments. */
export interface Call {
  readonly action: Action;
  readonly args: readonly Value[];
  readonly given: GivenState;
  /** Somebody outside may ask for it at any time. */
  readonly request: boolean;
}

export interface Move { readonly call: Call; readonly to: Place }

/** A state, and what comes next there. */
export interface Place {
  /** In the order in which they were found, from 0. */
  readonly id: number;
  readonly state: State;
  /** One for each call that the spec allows and that stays within its constraints. */
  readonly moves: readonly Move[];
  /** Requests that the spec does not allow. */
  readonly refusals: readonly Call[];
}

/** Why it cannot be tried at this scope. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** Calls that are tried in every state. */
const mostCalls = 20_000;
/** Initial states that are looked at. */
const mostInitial = 1000;

export class Space {
  readonly initial: readonly Place[];
  /** Whether there are more initial states than these. */
  moreInitial = false;
  /** Tried in every state. */
  readonly calls: readonly Call[];
  private readonly places = new Map<string, Place>();
  private readonly sorts: Sorts;

  /** @throws TooLarge; Failure where an initial state cannot be computed */
  constructor(private readonly protocol: Protocol, actions: readonly BoundAction[]) {
    this.sorts = sortsOf(protocol);
    const bound = actions.filter((b) => b.kind !== "unbound").flatMap((b) => protocol.actions.filter((a) => a.name === b.name).map((action) => ({ action, request: b.kind === "request" })));
    const count = bound.reduce((n, { action }) => n + action.params.reduce((m, p) => m * cardinality(p.type, this.sorts), 1), 0);
    if (count > mostCalls) throw new TooLarge(`the bound actions have more than ${mostCalls} instances at this scope: give a smaller one`);
    this.calls = bound.flatMap(({ action, request }) => Array.from(argumentsOf(action, this.sorts), (args): Call => ({ action, args, request, given: this.given(action.params, args) })));
    this.initial = this.initialPlaces();
  }

  /** Fields or arguments as adapters are given them. */
  given(fields: readonly { readonly name: string; readonly type: Action["params"][number]["type"] }[], values: readonly Value[]): GivenState {
    return Object.fromEntries(fields.map((f, i) => [f.name, valueToGiven(values[i], f.type, this.sorts)]));
  }

  givenState(place: Place): GivenState {
    return this.given(this.protocol.state, place.state);
  }

  /**
   * Everything within reach, of which it is known that it is not too much.
   * @param breathe called now and then, so that others run; may throw
   */
  async explore(breathe: (states: number) => Promise<void>): Promise<readonly Place[]> {
    const found: Place[] = [];
    const seen = new Set<Place>();
    const meet = (place: Place): void => {
      if (!seen.has(place)) found.push(place);
      seen.add(place);
    };
    this.initial.forEach(meet);
    for (const place of found) {
      for (const { to } of place.moves) meet(to);
      await breathe(found.length);
    }
    return found;
  }

  /** What a call leads to: a place, or null where the spec does not allow it; undefined where it fails there or leaves the constraints. */
  after(place: Place, call: Call): Place | null | undefined {
    return place.moves.find((m) => m.call === call)?.to ?? (place.refusals.includes(call) ? null : undefined);
  }

  private initialPlaces(): readonly Place[] {
    const found = new Set<Place>();
    for (const start of initialStates(this.protocol)) {
      if ("failure" in start) throw start.failure;
      if (!this.isWithin(start.state)) continue;
      found.add(this.at(start.state));
      this.moreInitial = found.size > mostInitial;
      if (this.moreInitial) break;
    }
    return [...found];
  }

  private at(state: State): Place {
    const key = stateKey(state);
    const known = this.places.get(key);
    if (known) return known;
    const place = new LazyPlace(this.places.size, state, (from) => this.expand(from));
    this.places.set(key, place);
    return place;
  }

  private expand(state: State): Pick<Place, "moves" | "refusals"> {
    const moves: Move[] = [], refusals: Call[] = [];
    for (const call of this.calls) {
      const outcome = runAction(this.protocol, state, call.action, call.args);
      if (outcome.kind === "step") {
        if (this.isWithin(outcome.next)) moves.push({ call, to: this.at(outcome.next) });
      } else if (outcome.kind === "blocked" && call.request) refusals.push(call);
    }
    return { moves, refusals };
  }

  private isWithin(state: State): boolean {
    try {
      return this.protocol.properties.every((p) => p.kind !== "constraint" || holds(p.body, envOf(this.protocol, state)));
    } catch (error) {
      if (error instanceof Failure) return false;
      throw error;
    }
  }
}

/** What comes next is found out when somebody asks. */
class LazyPlace implements Place {
  private next: Pick<Place, "moves" | "refusals"> | undefined;

  constructor(readonly id: number, readonly state: State, private readonly expand: (state: State) => Pick<Place, "moves" | "refusals">) {}

  get moves(): readonly Move[] {
    return (this.next ??= this.expand(this.state)).moves;
  }

  get refusals(): readonly Call[] {
    return (this.next ??= this.expand(this.state)).refusals;
  }
}
