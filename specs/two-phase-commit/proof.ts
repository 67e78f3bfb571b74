import { forall, implies, lemma, type Sort } from "tenet";
import { TwoPhaseCommit } from "./spec.ts";

type RM = Sort<"RM">;

/** Why two-phase commit is right for any number of resource managers. */
export class TwoPhaseCommitProof extends TwoPhaseCommit {
  @lemma managerSaysWhatItDecided() {
    return (
      implies(this.sent.has({ kind: "commit" }), this.tm === "committed") &&
      implies(this.sent.has({ kind: "abort" }), this.tm === "aborted")
    );
  }

  @lemma whoIsHeardHasSpoken() {
    return forall((rm: RM) => implies(this.tmPrepared.has(rm), this.sent.has({ kind: "prepared", rm })));
  }

  @lemma whoHasSpokenIsNotWorking() {
    return forall((rm: RM) => implies(this.sent.has({ kind: "prepared", rm }), this.rm[rm] !== "working"));
  }

  @lemma commitAfterAll() {
    return implies(this.tm === "committed", forall((rm: RM) => this.tmPrepared.has(rm)));
  }

  @lemma committedByMessage() {
    return forall((rm: RM) => implies(this.rm[rm] === "committed", this.sent.has({ kind: "commit" })));
  }

  /** Once prepared, a resource manager aborts only when it is told to. */
  @lemma preparedAbortsByMessage() {
    return forall((rm: RM) =>
      implies(this.rm[rm] === "aborted" && this.sent.has({ kind: "prepared", rm }), this.sent.has({ kind: "abort" })),
    );
  }
}
