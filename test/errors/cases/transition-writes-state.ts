import type { Int } from "tenet";

interface State {
  patience: Int<0, 3>;
}

export function transition(state: State, event: { kind: "wait"; patience: Int<0, 3> }): State {
  if (state.patience < event.patience) state.patience = event.patience; // error T4036
  return state;
}
