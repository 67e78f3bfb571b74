import type { Node } from "../proofs/lock.ts";

interface State {
  readonly holder: Node | undefined;
  readonly patience: 0 | 1; // error T3017 `readonly patience: 0 | 1;`: patience is Int<0, 1> here, and Int<0, 3> in Lock
}
type Event = { kind: "take"; node: Node } | { kind: "drop" };

export function transition(state: State, event: Event): State {
  return event.kind === "drop" ? { ...state, holder: undefined } : state;
}
