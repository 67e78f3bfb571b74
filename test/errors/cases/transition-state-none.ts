import type { Node } from "../proofs/lock.ts";
type Event = { kind: "take"; node: Node } | { kind: "drop" };

export function transition(state: Node | undefined, event: Event): Node | undefined { // error T3017 `state: Node | undefined`: the state is
  return event.kind === "drop" ? undefined : state;
}
