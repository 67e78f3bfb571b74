import { forall, implies, lemma, type Sort } from "tenet";
import { LockServer } from "./spec.ts";

type Client = Sort<"Client">;
type Server = Sort<"Server">;

export class LockServerProof extends LockServer {
  @lemma linkedIsTaken() {
    return forall((client: Client, server: Server) => implies(this.links.has({ client, server }), !this.semaphore[server]));
  }
}
