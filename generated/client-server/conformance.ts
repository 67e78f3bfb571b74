/** What an adapter of ClientServer is held to. Generated; do not edit. */

export type Request = `request${number}`;
export type Response = `response${number}`;
export type Client = `client${number}`;
export type Matche = { request: Request; response: Response };
export type Sent =
  | { kind: "request"; from: Client; request: Request }
  | { kind: "response"; response: Response; to: Client };
export type Received = { client: Client; response: Response };

/**
 * A server that answers requests in any order (Feldman and others, "Bounded Quantifier Instantiation for Checking Inductive
 * Invariants", 2017).
 */
export interface ClientServerModel {
  actions: {
    ask: { from: Client; request: Request };
    respond: { client: Client; request: Request; response: Response };
    receive: { client: Client; response: Response };
  };
  faults: never;
  state: {
    matches: ReadonlySet<Matche>;
    sent: ReadonlySet<Sent>;
    received: ReadonlySet<Received>;
  };
}
