import { action, exists, fill, forall, implies, invariant, reachable, require, type Majority, type Sort } from "tenet";

type Node = Sort<"Node">;

type Message = { kind: "grant" | "release"; voter: Node; to: Node };

/**
 * Mutual exclusion by the votes of a majority (Thomas, 1979; Maekawa, "A √N Algorithm for Mutual Exclusion in Decentralized
 * Systems", 1985). A voter gives its vote to one node at a time, and gets it back.
 */
export class MajorityMutex {
  static scope = { Node: 3 };

  votedFor: Record<Node, Node | undefined> = fill(undefined);
  grants: Record<Node, Set<Node>> = fill(new Set<Node>());
  inside: Record<Node, boolean> = fill(false);
  wire = new Set<Message>();

  @action vote(voter: Node, node: Node) {
    require(this.votedFor[voter] === undefined);
    this.votedFor[voter] = node;
    this.wire.add({ kind: "grant", voter, to: node });
  }

  @action receive(voter: Node, node: Node) {
    require(this.wire.has({ kind: "grant", voter, to: node }));
    this.wire.delete({ kind: "grant", voter, to: node });
    this.grants[node].add(voter);
  }

  @action enter(node: Node, quorum: Majority<Node>) {
    require(forall(quorum, (voter) => this.grants[node].has(voter)));
    this.inside[node] = true;
  }

  /** One vote after the other; who has left does not come back with the rest. */
  @action leave(node: Node) {
    require(this.inside[node]);
    this.inside[node] = false;
  }

  @action giveBack(node: Node, voter: Node) {
    require(!this.inside[node] && this.grants[node].has(voter));
    this.grants[node].delete(voter);
    this.wire.add({ kind: "release", voter, to: node });
  }

  @action takeBack(voter: Node, node: Node) {
    require(this.wire.has({ kind: "release", voter, to: node }));
    this.wire.delete({ kind: "release", voter, to: node });
    this.votedFor[voter] = undefined;
  }

  @invariant exclusive() {
    return forall((a: Node, b: Node) => implies(this.inside[a] && this.inside[b], a === b));
  }

  @reachable enters() {
    return exists((node: Node) => this.inside[node]);
  }
}
