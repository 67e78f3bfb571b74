import { action, exists, fill, forall, implies, invariant, reachable, require, step, type Majority, type Sort } from "tenet";

type Node = Sort<"Node">;
type Value = Sort<"Value">;

type Message = { kind: "request"; candidate: Node; voter: Node } | { kind: "vote"; voter: Node; candidate: Node };

interface Vote {
  candidate: Node;
  voter: Node;
}

interface Decision {
  node: Node;
  value: Value;
}

/**
 * Consensus by an elected leader: whoever has the votes of a quorum leads, and decides (an example of mypyvy's).
 *
 * The quorum by which a leader was elected is part of the state, where it would be enough that there is one. This is what
 * the name is about: invariants are then about *that* quorum, and need no `exists`.
 */
export class ConsensusForall {
  static scope = { Node: 2, Value: 2 };

  sent = new Set<Message>();
  voted: Record<Node, boolean> = fill(false);
  /** The votes that have reached their candidate. */
  votes = new Set<Vote>();
  quorum!: Majority<Node>;
  leader: Record<Node, boolean> = fill(false);
  decided = new Set<Decision>();

  @action requestVote(candidate: Node, voter: Node) {
    this.sent.add({ kind: "request", candidate, voter });
  }

  @action vote(voter: Node, candidate: Node) {
    require(!this.voted[voter] && this.sent.has({ kind: "request", candidate, voter }));
    this.voted[voter] = true;
    this.sent.add({ kind: "vote", voter, candidate });
  }

  @action receiveVote(m: Message) {
    require(this.sent.has(m) && m.kind === "vote");
    this.votes.add({ candidate: m.candidate, voter: m.voter });
  }

  @action chooseQuorum(candidate: Node, quorum: Majority<Node>) {
    require(this.isBackedBy(candidate, quorum));
    this.quorum = quorum;
  }

  @action lead(candidate: Node) {
    require(this.isBackedBy(candidate, this.quorum));
    this.leader[candidate] = true;
  }

  @action decide(node: Node, value: Value) {
    require(this.leader[node] && !exists((other: Value) => this.decided.has({ node, value: other })));
    this.decided.add({ node, value });
  }

  isBackedBy(candidate: Node, quorum: Majority<Node>) {
    return forall(quorum, (voter) => this.votes.has({ candidate, voter }));
  }

  /** No two values are decided, by whichever nodes. */
  @invariant agreement() {
    return forall((a: Decision, b: Decision) => implies(this.decided.has(a) && this.decided.has(b), a.value === b.value));
  }

  @step decisionsAreFinal(next: this) {
    return this.decided.isSubsetOf(next.decided);
  }

  @reachable someDecision() {
    return exists((decision: Decision) => this.decided.has(decision));
  }
}
