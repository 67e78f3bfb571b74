import { action, exists, forall, implies, invariant, reachable, require, type Sort } from "tenet";

type Client = Sort<"Client">;
type Request = Sort<"Request">;
type Response = Sort<"Response">;

interface Match {
  request: Request;
  response: Response;
}

type Message =
  | { kind: "request"; from: Client; request: Request }
  | { kind: "response"; to: Client; response: Response };

interface Delivery {
  client: Client;
  response: Response;
}

/**
 * A server that answers requests in any order (Feldman and others, "Bounded Quantifier Instantiation for Checking Inductive
 * Invariants", 2017).
 */
export class ClientServer {
  static scope = { Client: 2, Request: 2, Response: 2 };

  /** Which responses answer which requests. */
  readonly matches!: Set<Match>;
  sent = new Set<Message>();
  received = new Set<Delivery>();

  @action ask(from: Client, request: Request) {
    this.sent.add({ kind: "request", from, request });
  }

  @action respond(client: Client, request: Request, response: Response) {
    require(this.sent.has({ kind: "request", from: client, request }) && this.matches.has({ request, response }));
    this.sent.add({ kind: "response", to: client, response });
  }

  @action receive(client: Client, response: Response) {
    require(this.sent.has({ kind: "response", to: client, response }));
    this.received.add({ client, response });
  }

  /** Whether a client has asked for a response: sent a request that it matches. */
  asked(client: Client, response: Response) {
    return exists((request: Request) =>
      this.sent.has({ kind: "request", from: client, request }) && this.matches.has({ request, response }),
    );
  }

  /** Whatever a client receives, it asked for. */
  @invariant receivedWasAsked() {
    return forall((client: Client, response: Response) =>
      implies(this.received.has({ client, response }), this.asked(client, response)),
    );
  }

  @reachable someoneIsAnswered() {
    return exists((delivery: Delivery) => this.received.has(delivery));
  }
}
