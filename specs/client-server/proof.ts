import { forall, implies, lemma, type Sort } from "tenet";
import { ClientServer } from "./spec.ts";

type Client = Sort<"Client">;
type Response = Sort<"Response">;

export class ClientServerProof extends ClientServer {
  @lemma respondedWasAsked() {
    return forall((client: Client, response: Response) =>
      implies(this.sent.has({ kind: "response", to: client, response }), this.asked(client, response)),
    );
  }
}
