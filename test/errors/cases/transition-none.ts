// error T3016: there is no exported function transition
import type { Node } from "../proofs/lock.ts";

interface State {
  readonly holder: Node | undefined;
}
type Event = { kind: "take"; node: Node } | { kind: "drop" };

export function step(state: State, event: Event): State {
  return event.kind === "drop" ? { holder: undefined } : state;
}
