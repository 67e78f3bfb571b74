import type { Node } from "../proofs/lock.ts";

interface State {
  readonly holder: Node | undefined;
  readonly patience: number; // error T2001 `number`
}
type Event = { kind: "take"; node: Node } | { kind: "drop" };

export function transition(state: State, event: Event): State {
  return event.kind === "drop" ? { ...state, holder: undefined } : state;
}
