import type { Node } from "../proofs/lock.ts";

interface State {
  readonly holder: Node | undefined;
  readonly waiting: boolean; // error T3017 `readonly waiting: boolean;`: Lock has no field waiting
}
type Event = { kind: "take"; node: Node } | { kind: "drop" };

export function transition(state: State, event: Event): State {
  return event.kind === "drop" ? { ...state, holder: undefined } : state;
}
