import type { Node } from "../proofs/lock.ts";

interface State {
  readonly holder: Node | undefined;
}
type Event = { kind: "take"; node: Node } | { kind: "drop" };

export async function transition(state: State, event: Event): Promise<State> { // error T1006 `async`
  return event.kind === "drop" ? { holder: undefined } : state;
}
