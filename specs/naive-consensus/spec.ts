import { action, exists, forall, implies, invariant, reachable, require, step, type Majority, type Sort } from "tenet";

type Node = Sort<"Node">;
type Value = Sort<"Value">;

interface Vote {
  node: Node;
  value: Value;
}

/** That every member of a quorum voted for a value. */
interface Tally {
  quorum: Majority<Node>;
  value: Value;
}

/**
 * Consensus in three steps, each by whoever likes: votes are cast, counted, and the result is learned (an example of Ivy's).
 * Naive, as nothing is decided when the votes are split.
 */
export class NaiveConsensus {
  static scope = { Node: 4, Value: 2 };

  votes = new Set<Vote>();
  counted = new Set<Tally>();
  decided = new Set<Value>();

  @action cast(node: Node, value: Value) {
    require(!exists((other: Value) => this.votes.has({ node, value: other })));
    this.votes.add({ node, value });
  }

  @action countVotes(quorum: Majority<Node>, value: Value) {
    require(forall(quorum, (node) => this.votes.has({ node, value })));
    this.counted.add({ quorum, value });
  }

  @action learn(tally: Tally) {
    require(this.counted.has(tally));
    this.decided.add(tally.value);
  }

  /** No two values are decided. */
  @invariant agreement() {
    return forall((a: Value, b: Value) => implies(this.decided.has(a) && this.decided.has(b), a === b));
  }

  @step decisionsAreFinal(next: this) {
    return this.decided.isSubsetOf(next.decided);
  }

  @reachable someDecision() {
    return exists((value: Value) => this.decided.has(value));
  }

  /** This is why it is naive: with two values and an even number of voters, or with three values, nothing more can happen. */
  @reachable splitVote() {
    return (
      forall((node: Node) => exists((value: Value) => this.votes.has({ node, value }))) &&
      !exists((quorum: Majority<Node>, value: Value) => forall(quorum, (node) => this.votes.has({ node, value })))
    );
  }
}
