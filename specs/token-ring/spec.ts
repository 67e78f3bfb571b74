import { action, count, eventually, fair, first, invariant, last, leadsTo, previous, reachable, require, step, terminal, type Int, type Order } from "tenet";

type Node = Order<"Node">;

/** Self-stabilisation in a ring: from any state whatever, one token remains (Dijkstra, EWD 426, 1974). */
export class TokenRing {
  static scope = { Node: 6 };

  /** The six states of a machine: at least as many as there are machines, less one. */
  counter!: Record<Node, Int<0, 5>>;

  /** The first machine has the token when its counter equals that of the last. */
  @fair @action create() {
    require(this.hasToken(first<Node>()));
    this.counter[first<Node>()] = (this.counter[last<Node>()] + 1) % 6;
  }

  /** Any other has it when its counter differs from that of the machine before. */
  @fair @action pass(node: Node) {
    const before = previous(node);
    require(before !== undefined && this.hasToken(node));
    this.counter[node] = this.counter[before];
  }

  hasToken(node: Node) {
    const before = previous(node);
    return before === undefined
      ? this.counter[node] === this.counter[last<Node>()]
      : this.counter[node] !== this.counter[before];
  }

  tokens() {
    return count((node: Node) => this.hasToken(node));
  }

  @invariant thereIsAToken() {
    return this.tokens() >= 1;
  }

  /** No step makes tokens: so where there is one, one it stays. */
  @step tokensDoNotMultiply(next: this) {
    return next.tokens() <= this.tokens();
  }

  /** The ring mends itself, wherever it starts. */
  @eventually stabilises() {
    return this.tokens() === 1;
  }

  /** And everyone has the token again and again. */
  @leadsTo everyoneHasATurn(node: Node) {
    return { from: !this.hasToken(node), to: this.hasToken(node) };
  }

  @reachable stable() {
    return this.tokens() === 1;
  }

  @terminal never() {
    return false;
  }
}
