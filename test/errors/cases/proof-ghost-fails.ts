import { action, forall, fill, ghost, type Int, lemma } from "tenet";
import { Lock, type Node } from "../proofs/lock.ts";

export class LockProof extends Lock {
  @ghost times: Int<0, 3> = 0;
  @ghost by: Record<Node, boolean> = fill(false);
  @ghost log: Node[] = []; // error T3015 `[]`: log might have no initial value
  @ghost twice: Int<0, 1> = this.times + 1; // error T3015: twice might have no initial value

  @action override take(node: Node) {
    super.take(node);
    if (this.times < 3) this.times++; // error T3015: might have no value
    this.by[node] = true;
  }

  @action override drop() {
    super.drop();
    if (this.holder !== undefined) this.by[this.holder] = false;
    this.times = Math.min(this.times, 2);
    this.log.push(this.holder!); // error T3015
  }

  @lemma remembered() {
    return forall((n: Node) => this.holder !== n || this.by[n]) || this.times > this.twice || this.log.length > 0;
  }
}
