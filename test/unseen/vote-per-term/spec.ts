import { action, exists, fill, forall, implies, invariant, reachable, require, type Majority, type Order, type Sort } from "tenet";

type Node = Sort<"Node">;
type Value = Sort<"Value">;
type Term = Order<"Term">;

/** In each term at most one leader is elected, and says what is decided in it (the skeleton of many a consensus algorithm). */
export class VotePerTerm {
  static scope = { Node: 3, Term: 2, Value: 2 };

  /** For whom a node voted in a term. */
  votedFor: Record<Node, Record<Term, Node | undefined>> = fill(fill(undefined));
  current: Record<Node, Term | undefined> = fill(undefined);
  leads: Record<Node, Set<Term>> = fill(new Set<Term>());
  decided: Record<Term, Set<Value>> = fill(new Set<Value>());

  @action vote(node: Node, candidate: Node, term: Term) {
    const current = this.current[node];
    require(current === undefined || current < term);
    this.current[node] = term;
    this.votedFor[node][term] = candidate;
  }

  @action lead(node: Node, term: Term, voters: Majority<Node>) {
    require(forall(voters, (voter) => this.votedFor[voter][term] === node));
    this.leads[node].add(term);
  }

  @action decide(node: Node, term: Term, value: Value) {
    require(this.leads[node].has(term) && !exists((other: Value) => this.decided[term].has(other)));
    this.decided[term].add(value);
  }

  @invariant oneLeaderPerTerm() {
    return forall((a: Node, b: Node, term: Term) => implies(this.leads[a].has(term) && this.leads[b].has(term), a === b));
  }

  @invariant decidedByALeader() {
    return forall((term: Term, value: Value) => implies(this.decided[term].has(value), exists((node: Node) => this.leads[node].has(term))));
  }

  @reachable decides() {
    return exists((term: Term, value: Value) => this.decided[term].has(value));
  }
}
