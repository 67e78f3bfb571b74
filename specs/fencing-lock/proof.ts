import { forall, implies, lemma, type Order, type Sort } from "tenet";
import { FencingLock } from "./spec.ts";

type Client = Sort<"Client">;
type Token = Order<"Token">;

/** Why fencing works for any number of clients and leases. */
export class FencingLockProof extends FencingLock {
  @lemma grantedTokensWereIssued() {
    const issued = this.issued;
    return forall((client: Client, token: Token) =>
      implies(this.sent.has({ kind: "grant", client, token }), issued !== undefined && token <= issued),
    );
  }

  @lemma heldWasGranted() {
    return forall((client: Client, token: Token) => implies(this.held[client] === token, this.sent.has({ kind: "grant", client, token })));
  }

  @lemma writtenUnderALease() {
    return forall((client: Client, token: Token) =>
      implies(this.sent.has({ kind: "write", client, token }), this.sent.has({ kind: "grant", client, token })),
    );
  }
}
