import type { Node } from "../proofs/lock.ts";
import { require } from "tenet"; // error T3019 `import { require } from "tenet";`: no values

interface State {
  readonly holder: Node | undefined;
}
type Event = { kind: "take"; node: Node } | { kind: "drop" };

export function transition(state: State, event: Event): State {
  require(state.holder === undefined);
  return event.kind === "drop" ? { holder: undefined } : state;
}
