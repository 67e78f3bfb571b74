/** Linearizability: whether actions that were under way at a time had an effect as if each had happened at one moment between its call and its return. */
import { sortsOf } from "../../interp/env.ts";
import { InternalError } from "../../base/assert-never.ts";
import type { State, Value } from "../../interp/value.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { Misread, PlainReader } from "../plain.ts";
import type { PlainState, Timed } from "../system.ts";
import type { HistoryEvent } from "./event.ts";
import { type BehaviourStep, interleave } from "./interleavings.ts";
import { ObservationReader } from "./observation.ts";
import { lanesByInterval } from "./order.ts";
import { Exhausted, type HistoryLimits, type Unlogged, Ways } from "./ways.ts";

/** What was asked for, by who asked for it, and what came of it, as the implementation says. */
export interface Called extends Omit<Timed, "args"> {
  /** In the order of the parameters. */
  readonly args: readonly Value[];
}

/** One of the actions, and where it is in what was given. */
interface TimedEvent extends HistoryEvent { readonly position: number }

export type TogetherVerdict =
  /** `steps`: a run of the spec from `before`; of each step, which of the events it is (null for an unlogged step). A refused event is no step. */
  | { readonly kind: "explained"; readonly steps: readonly { readonly position: number | null; readonly action: string; readonly state: State }[]; readonly after: State }
  /** No order does. At most so many events in a row are possible in the spec. */
  | { readonly kind: "unexplained"; readonly explained: number }
  /** What an action answered, or what was observed at the end (position null), is not even of the types of the spec. */
  | { readonly kind: "misread"; readonly position: number | null; readonly message: string }
  /** A limit was reached, or the spec itself fails on the way. */
  | { readonly kind: "unknown"; readonly because: string };

/**
 * Whether the spec has a run from `before` that has all events, in an order in which whatever returned before another was
 * called comes before it, and that ends in a state like the one observed. Events that never returned may have happened or not;
 * those that were refused were not enabled at some moment before they returned. `unlogged` steps may come between.
 *
 * @param protocol an instance
 * @throws InternalError where an event is of no action of the protocol
 */
export function explainTogether(
  protocol: Protocol, before: State, events: readonly Called[], observed: PlainState,
  limits: HistoryLimits = { maxTries: 2_000_000, maxStates: 200_000 }, unlogged: Unlogged = { actions: [], most: 0 },
): TogetherVerdict {
  const sorts = sortsOf(protocol), observations = new ObservationReader(protocol, sorts, new PlainReader(sorts));
  let at: number | null = null;
  try {
    const spanned = events.map((timed, position) => {
      at = position;
      const event = eventOf(protocol, timed, position, observations);
      return { event, called: timed.called, returned: timed.returned, optional: timed.returned === null };
    });
    at = null;
    const ways = new Ways(protocol, unlogged, limits);
    const search = interleave(ways, [before], lanesByInterval(spanned), observations.read(observed));
    let turn = search.next();
    while (!turn.done) turn = search.next();
    const found = turn.value;
    if (found.kind === "explained") {
      const behaviour = [...found.behaviour];
      return { kind: "explained", steps: behaviour.flatMap(stepOf), after: behaviour.at(-1)?.state ?? before };
    }
    if (ways.failure) return { kind: "unknown", because: `${ways.failure.action.name} fails in the spec: ${ways.failure.failure.message}` };
    return { kind: "unexplained", explained: found.explained };
  } catch (error) {
    if (error instanceof Misread) return { kind: "misread", position: at, message: error.message };
    if (error instanceof Exhausted) return { kind: "unknown", because: `the search for an order was ended: ${error.message}` };
    throw error;
  }
}

const stepOf = ({ event, step, state }: BehaviourStep<TimedEvent>): { position: number | null; action: string; state: State }[] =>
  step ? [{ position: event?.position ?? null, action: step.action.name, state }] : [];

function eventOf(protocol: Protocol, { action: name, args, refused, returned, seen }: Called, position: number, observations: ObservationReader): TimedEvent {
  const action = protocol.actions.find((a) => a.name === name);
  if (!action) throw new InternalError(`no action ${name}`);
  // Whether what never returned would have been refused, nobody knows; then it has no effect, as where it did not happen.
  const kind = refused && returned !== null ? "refused" : "done";
  return { kind, position, candidates: [{ action, args }], before: [], after: returned === null ? [] : observations.read(seen) };
}
