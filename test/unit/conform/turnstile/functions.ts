import type { Int } from "tenet";
import type { Guest } from "./spec.ts";

interface State {
  readonly inside: Readonly<Record<Guest, boolean>>;
  readonly count: Int<0, 3>;
  readonly shown: Int<0, 3>;
}

type Enter = { readonly kind: "enter"; readonly guest: Guest };
type Leave = { readonly kind: "leave"; readonly guest: Guest };

/** Refuses by changing nothing. */
export function plain(state: State, event: Enter): State {
  if (state.inside[event.guest] || state.count === 3) return state;
  const count = state.count + 1;
  return { inside: { ...state.inside, [event.guest]: true }, count, shown: count };
}

/** Counts without a limit. */
export function beyond(state: State, event: Enter): State {
  if (state.inside[event.guest]) return state;
  const count = state.count + 1;
  return { inside: { ...state.inside, [event.guest]: true }, count, shown: count };
}

/** Right in all states that are reached. */
export function trusting(state: State, event: Enter): State {
  if (state.inside[event.guest] || state.shown === 3) return state;
  const count = state.shown + 1;
  return { inside: { ...state.inside, [event.guest]: true }, count, shown: count };
}

interface Sign {
  readonly count: Int<0, 3>;
}

/** Knows neither who comes in nor who is inside; and something that the spec does not have. */
export function sign(state: Sign, event: { kind: "enter" } | { kind: "dim" }): Sign | undefined {
  return event.kind === "enter" && state.count < 3 ? { count: state.count + 1 } : undefined;
}

interface Room {
  readonly inside: Readonly<Record<Guest, boolean>>;
}

/** Does not know whether it is closed. */
export function room(state: Room, event: Enter | Leave): Room | undefined {
  const { guest } = event;
  if (event.kind === "enter") return state.inside[guest] ? undefined : { inside: { ...state.inside, [guest]: true } };
  return { inside: { ...state.inside, [guest]: false } };
}

/** Counts whoever comes. */
export function counter(state: Sign, event: { kind: "enter" }): Sign {
  return { count: event.kind === "enter" ? 0 : state.count };
}
