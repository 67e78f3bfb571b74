import { forall, implies, lemma, type Sort } from "tenet";
import { LockService } from "./spec.ts";

type Client = Sort<"Client">;

/** The lock is in one place: at the server, with a client, or in a message between them. */
export class LockServiceProof extends LockService {
  @lemma takenUntilItIsBack() {
    return forall((client: Client) =>
      implies(
        this.holders.has(client) || this.sent.has({ kind: "grant", to: client }) || this.sent.has({ kind: "unlock", from: client }),
        this.taken,
      ),
    );
  }

  @lemma oneGrant() {
    return forall((a: Client, b: Client) =>
      implies(this.sent.has({ kind: "grant", to: a }) && this.sent.has({ kind: "grant", to: b }), a === b),
    );
  }

  @lemma oneUnlock() {
    return forall((a: Client, b: Client) =>
      implies(this.sent.has({ kind: "unlock", from: a }) && this.sent.has({ kind: "unlock", from: b }), a === b),
    );
  }

  @lemma noGrantWhileHeld() {
    return forall((a: Client, b: Client) => !(this.sent.has({ kind: "grant", to: a }) && this.holders.has(b)));
  }

  @lemma noUnlockWhileHeld() {
    return forall((a: Client, b: Client) => !(this.sent.has({ kind: "unlock", from: a }) && this.holders.has(b)));
  }

  @lemma noGrantBeforeUnlock() {
    return forall((a: Client, b: Client) => !(this.sent.has({ kind: "grant", to: a }) && this.sent.has({ kind: "unlock", from: b })));
  }
}
