import { forall, implies, lemma, type Order, type Sort } from "tenet";
import { ChainReplication } from "./spec.ts";

type Server = Order<"Server">;
type Slot = Order<"Slot">;
type Update = Sort<"Update">;

interface Entry {
  slot: Slot;
  update: Update;
}

/** Why chain replication is right for chains and logs of any length. */
export class ChainReplicationProof extends ChainReplication {
  @lemma oneUpdatePerSlot() {
    return forall((server: Server, slot: Slot, a: Update, b: Update) =>
      implies(this.log[server].has({ slot, update: a }) && this.log[server].has({ slot, update: b }), a === b),
    );
  }

  /** Whoever sent it may have failed since: then all others before the receiver have it too. */
  @lemma forwardedIsKnownBefore() {
    return forall((to: Server, entry: Entry, before: Server) =>
      implies(this.sent.has({ kind: "forward", to, ...entry }) && before < to && this.alive[before], this.log[before].has(entry)),
    );
  }
}
