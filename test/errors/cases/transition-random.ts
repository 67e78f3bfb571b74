import type { Node } from "../proofs/lock.ts";

interface State {
  readonly holder: Node | undefined;
}
type Event = { kind: "take"; node: Node } | { kind: "drop" };

export function transition(state: State, event: Event): State {
  if (Math.random() > 0.5) return state; // error TS2339 `random`
  return event.kind === "drop" ? { holder: undefined } : state;
}
