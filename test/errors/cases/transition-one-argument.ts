import type { Node } from "../proofs/lock.ts";

interface State {
  readonly holder: Node | undefined;
}

export function transition(state: State): State { // error T3016 `transition`: takes 1 arguments
  return state;
}
