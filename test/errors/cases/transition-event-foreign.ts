import type { Node } from "../proofs/lock.ts";

interface State {
  readonly holder: Node | undefined;
}

export function transition(state: State, event: { kind: "grab"; node: Node }): State { // error T3018 `event: { kind: "grab"; node: Node }`: no event is an action of Lock
  return state.holder === undefined ? { holder: event.node } : state;
}
