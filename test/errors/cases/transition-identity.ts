import type { Int } from "tenet";

interface State {
  readonly patience: Int<0, 3>;
}
type Event = { kind: "wait"; patience: Int<0, 3> };

export function transition(state: State, event: Event): State {
  const next: State = { patience: event.patience };
  return next === state ? state : next; // error T3019 `next === state`: identity
}
