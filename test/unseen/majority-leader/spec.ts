import { action, exists, fill, forall, implies, invariant, reachable, require, type Majority, type Sort } from "tenet";

type Node = Sort<"Node">;

/** A leader by a majority of votes, which arrive one by one (after an example of mypyvy's). */
export class MajorityLeader {
  static scope = { Node: 3 };

  vote: Record<Node, Node | undefined> = fill(undefined);
  /** The votes that a candidate has seen. */
  voters: Record<Node, Set<Node>> = fill(new Set<Node>());
  leader: Record<Node, boolean> = fill(false);

  @action cast(node: Node, candidate: Node) {
    require(this.vote[node] === undefined);
    this.vote[node] = candidate;
  }

  @action receive(voter: Node, candidate: Node) {
    require(this.vote[voter] === candidate && !this.voters[candidate].has(voter));
    this.voters[candidate].add(voter);
  }

  @action lead(candidate: Node, majority: Majority<Node>) {
    require(forall(majority, (voter) => this.voters[candidate].has(voter)));
    this.leader[candidate] = true;
  }

  @invariant oneLeader() {
    return forall((a: Node, b: Node) => implies(this.leader[a] && this.leader[b], a === b));
  }

  @reachable elected() {
    return exists((node: Node) => this.leader[node]);
  }
}
