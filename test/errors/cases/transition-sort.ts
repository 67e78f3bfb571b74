import type { Sort } from "tenet";

type Client = Sort<"Client">; // error T2004 `type Client = Sort<"Client">;`: Lock has no sort Client
interface State {
  readonly holder: Client | undefined; // error T3017 `readonly holder: Client | undefined;`: holder is (Client) | undefined here
}

export function transition(state: State, event: { kind: "drop" }): State {
  return event.kind === "drop" ? { holder: undefined } : state;
}
