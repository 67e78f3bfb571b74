import type { Int } from "tenet";

interface State {
  readonly patience: Int<0, 3>;
}

export function transition(state: State, event: { kind: "wait"; patience: Int<0, 3> }): State {
  const seen = new Set([{ patience: event.patience }]);
  if (seen.has(state)) return state; // error T3019 `seen.has(state)`: identity
  return seen.size > 1 ? state : { patience: event.patience }; // error T3019 `seen.size`: identity
}
