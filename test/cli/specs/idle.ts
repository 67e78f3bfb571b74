import { action, exists, forall, implies, invariant, reachable, require, type Sort } from "tenet";

type Node = Sort<"Node">;

/** An election in which nobody ever votes, so everything that is said about leaders is true. */
export class Idle {
  static scope = { Node: 2 };

  candidates = new Set<Node>();
  votes = new Set<Node>();
  leader: Node | undefined = undefined;

  @action stand(n: Node) {
    require(!this.candidates.has(n));
    this.candidates.add(n);
  }

  @action win(n: Node) {
    require(this.candidates.has(n) && this.votes.has(n));
    this.leader = n;
  }

  @action forget(n: Node) {
    require(this.leader === n);
    this.votes.delete(n);
  }

  @invariant leaderStood() {
    return forall((n: Node) => implies(this.leader === n, this.candidates.has(n)));
  }

  @reachable elected() {
    return exists((n: Node) => this.leader === n);
  }
}
