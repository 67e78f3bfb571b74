/** The lock service and the storage as pure functions: what they do with an event, and what they refuse. */
import type { Client, Lease, Token } from "../spec.ts";

export interface LockService {
  readonly issued: Token | undefined;
  readonly lease: Lease | undefined;
}

export type LockEvent = { kind: "acquire"; client: Client; token: Token } | { kind: "expire" };

/** Undefined: refused. */
export function lockService(state: LockService, event: LockEvent): LockService | undefined {
  switch (event.kind) {
    case "acquire": {
      const { client, token } = event;
      if (state.lease !== undefined) return undefined;
      if (state.issued !== undefined && token <= state.issued) return undefined;
      return { issued: token, lease: { client, token } };
    }
    case "expire":
      return state.lease === undefined ? undefined : { ...state, lease: undefined };
  }
}

export interface Storage {
  readonly stored: Lease | undefined;
}

export type StorageEvent = { kind: "accept"; client: Client; token: Token };

export function storage(state: Storage, { client, token }: StorageEvent): Storage | undefined {
  const { stored } = state;
  if (stored !== undefined && token < stored.token) return undefined;
  return { stored: { client, token } };
}
