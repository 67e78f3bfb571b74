import type { Client, Server } from "../../../specs/lock-server/spec.ts";

interface State {
  readonly semaphore: Readonly<Record<Server, boolean>>;
}

type Event = { kind: "connect"; client: Client; server: Server } | { kind: "disconnect"; client: Client; server: Server };

/** Serves whoever asks. */
export function transition(state: State, event: Event): State | undefined {
  return { semaphore: { ...state.semaphore, [event.server]: event.kind === "disconnect" } };
}
