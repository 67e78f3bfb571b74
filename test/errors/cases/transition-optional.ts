import type { Node } from "../proofs/lock.ts";

interface State {
  readonly holder: Node | undefined;
}
type Event = { kind: "take"; node: Node } | { kind: "drop" };

export function transition(state: State, event?: Event): State { // error T3016 `event?: Event`: always given
  return event?.kind === "drop" ? { holder: undefined } : state;
}
