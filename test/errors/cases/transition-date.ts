import type { Node } from "../proofs/lock.ts";

interface State {
  readonly holder: Node | undefined;
}
type Event = { kind: "take"; node: Node } | { kind: "drop" };

export function transition(state: State, event: Event): State {
  if (Date.now() > 3) return state; // error TS2304 `Date`
  return event.kind === "drop" ? { holder: undefined } : state;
}
