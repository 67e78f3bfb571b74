import type { Node } from "../proofs/lock.ts";

interface State {
  readonly holder: Node | undefined;
}
type Event = { kind: "take"; node: Node } | { kind: "drop" };

export function transition(state: State, event: Event): State {
  if (state.holder !== undefined) return transition({ holder: undefined }, event); // error T4029
  return event.kind === "drop" ? { holder: undefined } : state;
}
