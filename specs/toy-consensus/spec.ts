import { action, exists, fill, forall, implies, invariant, reachable, require, step, type Majority, type Sort } from "tenet";

type Node = Sort<"Node">;
type Value = Sort<"Value">;

/** Consensus by one round of votes: a value that a majority voted for is decided (an example of Ivy's). */
export class ToyConsensus {
  static scope = { Node: 3, Value: 2 };

  vote: Record<Node, Value | undefined> = fill(undefined);
  decided = new Set<Value>();

  @action cast(node: Node, value: Value) {
    require(this.vote[node] === undefined);
    this.vote[node] = value;
  }

  @action decide(value: Value, quorum: Majority<Node>) {
    require(forall(quorum, (node) => this.vote[node] === value));
    this.decided.add(value);
  }

  /** No two values are decided. */
  @invariant agreement() {
    return forall((a: Value, b: Value) => implies(this.decided.has(a) && this.decided.has(b), a === b));
  }

  @step votesAreFinal(next: this) {
    return forall((node: Node) => implies(this.vote[node] !== undefined, next.vote[node] === this.vote[node]));
  }

  @reachable someDecision() {
    return exists((value: Value) => this.decided.has(value));
  }
}
