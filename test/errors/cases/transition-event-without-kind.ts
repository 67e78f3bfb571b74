import type { Node } from "../proofs/lock.ts";

interface State {
  readonly holder: Node | undefined;
}

export function transition(state: State, event: { node: Node }): State { // error T3018 `event: { node: Node }`: no kind
  return state.holder === undefined ? { holder: event.node } : state;
}
