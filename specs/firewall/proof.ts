import { forall, implies, lemma, type Sort } from "tenet";
import { Firewall } from "./spec.ts";

type Node = Sort<"Node">;

export class FirewallProof extends Firewall {
  @lemma onlyInvitedAreTrusted() {
    return forall((node: Node) => implies(this.trusted.has(node), this.invited(node)));
  }
}
