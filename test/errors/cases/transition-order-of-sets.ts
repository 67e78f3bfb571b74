import type { Int } from "tenet";

interface State {
  readonly patience: Int<0, 3>;
}

export function transition(state: State, event: { kind: "wait"; patience: Int<0, 3> }): State {
  let last = state.patience;
  for (const x of new Set([state.patience, event.patience])) last = x; // error T3019 `last = x`: order
  let all = 0;
  for (const x of new Set([state.patience, event.patience])) all += x;
  return all > 3 ? state : { patience: last };
}
