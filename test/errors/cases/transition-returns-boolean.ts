import type { Node } from "../proofs/lock.ts";

interface State {
  readonly holder: Node | undefined;
}
type Event = { kind: "take"; node: Node } | { kind: "drop" };

export function transition(state: State, event: Event): boolean { // error T3016 `boolean`: it returns boolean
  return event.kind === "drop" && state.holder !== undefined;
}
