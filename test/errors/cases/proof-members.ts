import { action, invariant, lemma } from "tenet";
import { Lock } from "../proofs/lock.ts";

export class LockProof extends Lock {
  static override scope = { Node: 3 }; // error T3013 `scope`: @lemma methods, @ghost fields and their updates only
  taken = false; // error T3013 `taken`: @lemma methods, @ghost fields and their updates only
  @action steal() { // error T3013 `steal`: @lemma methods, @ghost fields and their updates only
    this.taken = true;
  }
  @invariant fine() { // error T3013 `fine`
    return !this.taken;
  }
  helper(): boolean { // error T3013 `helper`
    return true;
  }
  @lemma override free() { // error T3013 `override`: would replace what the protocol has
    return this.holder !== undefined;
  }
  @lemma holderIsFree() {
    return this.holder === undefined || !this.free();
  }
}
