import type { Node } from "../proofs/lock.ts";

interface State {
  readonly holder: Node | undefined;
}
type Event = { kind: "take"; node: Node } | { kind: "drop" };

export function transition<T extends Event>(state: State, event: T): State { // error T3016 `T extends Event`: generic
  return event.kind === "drop" ? { holder: undefined } : state;
}
