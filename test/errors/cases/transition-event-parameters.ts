import type { Sort } from "tenet";
import type { Node } from "../proofs/lock.ts";

interface State {
  readonly holder: Node | undefined;
}
type Event =
  | { kind: "take"; node: Node; urgent: boolean } // error T3018 `urgent: boolean`: take takes no urgent
  | { kind: "drop"; node: Node } // error T3018 `node: Node`: drop takes no node
  | { kind: "wait"; patience: 0 | 1 }; // error T3018 `patience: 0 | 1`: Int<0, 1> here, and Int<0, 3> in wait

export function transition(state: State, event: Event): State {
  return event.kind === "drop" ? { holder: undefined } : state;
}
