/** The servers as a pure function. Which client holds which server is known to the clients: servers know whether they are free. */
import type { Client, Server } from "../spec.ts";

export interface State {
  readonly semaphore: Readonly<Record<Server, boolean>>;
}

export type Event = { kind: "connect"; client: Client; server: Server } | { kind: "disconnect"; client: Client; server: Server };

export function transition(state: State, event: Event): State | undefined {
  const { server } = event;
  const free = state.semaphore[server];
  switch (event.kind) {
    case "connect":
      return free ? { semaphore: { ...state.semaphore, [server]: false } } : undefined;
    case "disconnect":
      return { semaphore: { ...state.semaphore, [server]: true } };
  }
}
