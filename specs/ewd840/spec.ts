import { action, exists, fair, first, forall, implies, invariant, last, leadsTo, previous, reachable, require, step, type Order } from "tenet";

/** A machine of the ring. The token travels downwards, and from the first machine to the last. */
type Node = Order<"Node">;
type Color = "white" | "black";

/** Termination detection in a ring (Dijkstra, Feijen and van Gasteren, EWD 840, 1983). */
export class TerminationDetection {
  static scope = { Node: 3 };

  active!: Record<Node, boolean>;
  color!: Record<Node, Color>;
  /** Where the token is. */
  at!: Node;
  token: Color = "black";

  /** The first machine starts a new round when the last one was inconclusive. */
  @fair @action startRound() {
    const root = first<Node>();
    require(this.at === root && (this.token === "black" || this.color[root] === "black"));
    this.at = last<Node>();
    this.token = "white";
    this.color[root] = "white";
  }

  /** A machine that is idle, or that makes this round inconclusive anyway, hands the token down. */
  @fair @action passToken(node: Node) {
    const to = previous(node);
    require(this.at === node && to !== undefined);
    require(!this.active[node] || this.color[node] === "black" || this.token === "black");
    this.at = to;
    if (this.color[node] === "black") this.token = "black";
    this.color[node] = "white";
  }

  /** A message wakes its receiver up. Upwards it may wake a machine that the token has left: the sender turns black. */
  @action sendMessage(from: Node, to: Node) {
    require(this.active[from] && to !== from);
    this.active[to] = true;
    if (to > from) this.color[from] = "black";
  }

  @action becomeIdle(node: Node) {
    require(this.active[node]);
    this.active[node] = false;
  }

  terminated() {
    return forall((node: Node) => !this.active[node]);
  }

  /** What the first machine concludes from its own state and the token. */
  detected() {
    const root = first<Node>();
    return this.at === root && this.token === "white" && this.color[root] === "white" && !this.active[root];
  }

  @invariant noFalseAlarm() {
    return implies(this.detected(), this.terminated());
  }

  /** Dijkstra's invariant: machines above the token are idle, or the round will be inconclusive. */
  @invariant dijkstra() {
    return (
      forall((node: Node) => implies(node > this.at, !this.active[node])) ||
      exists((node: Node) => node <= this.at && this.color[node] === "black") ||
      this.token === "black"
    );
  }

  @step detectionIsFinal(next: this) {
    return implies(this.detected(), next.detected());
  }

  /** What has ended is found out. The machines themselves owe nothing: they may work for ever. */
  @leadsTo terminationIsDetected() {
    return { from: this.terminated(), to: this.detected() };
  }

  @reachable termination() {
    return this.detected();
  }
}
