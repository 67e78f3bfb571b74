import { action, lemma } from "tenet";
import { Lock } from "../proofs/lock.ts";

class Thief extends Lock {
  @action steal() {
    this.holder = undefined;
  }
}

export class ThiefProof extends Thief { // error T3013 `ThiefProof`: does not extend Lock itself
  @lemma holderIsFree() {
    return this.holder === undefined || !this.free();
  }
}
