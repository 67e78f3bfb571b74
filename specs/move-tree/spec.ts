import { action, exists, fill, filter, forall, implies, invariant, reachable, require, type Order, type Sort } from "tenet";

type Replica = Sort<"Replica">;
type Node = Sort<"Node">;
/** An operation by its timestamp: a Lamport clock with the replica as tie-break, so that no two are the same. */
type Op = Order<"Op">;

interface Move {
  node: Node;
  /** The new parent; none is the root. */
  to: Node | undefined;
}

/**
 * A replicated tree whose nodes are moved, as in a file system (Kleppmann, Mulligan, Gomes and Beresford, "A highly-available move operation
 * for replicated trees", 2021). Concurrent moves, each of them harmless, can make a cycle together.
 */
export class MoveTree {
  static scope = { Replica: 2, Node: 2, Op: 3 };

  static designs = {
    /** Whoever gets a move that is older than others undoes those, makes the move, and makes the others again. */
    "undo-redo": { design: "undo-redo" },
    /** A node is where its last move has put it. */
    "last-writer-wins": { design: "last-writer-wins" },
    /** The same, but a move that would make a cycle when it comes is left out. */
    "skip-cycles": { design: "skip-cycles" },
  };

  issued = new Set<Op>();
  moves: Record<Op, Move | undefined> = fill(undefined);
  seen: Record<Replica, Set<Op>> = fill(new Set<Op>());
  parent: Record<Replica, Record<Node, Node | undefined>> = fill(fill(undefined));
  /** The log of a replica: where a node was before a move. */
  before: Record<Replica, Record<Op, Node | undefined>> = fill(fill(undefined));

  constructor(readonly design: "undo-redo" | "last-writer-wins" | "skip-cycles" = "undo-redo") {}

  /** A user moves a node, to where it makes no cycle as far as the user can see. */
  @action move(op: Op, replica: Replica, node: Node, to: Node | undefined) {
    require(!this.issued.has(op) && forall(this.seen[replica], (o) => o < op) && this.parent[replica][node] !== to);
    require(to === undefined || !this.isWithin(replica, to, node));
    this.issued.add(op);
    this.moves[op] = { node, to };
    this.take(replica, op);
  }

  /** In any order. */
  @action receive(replica: Replica, op: Op) {
    require(this.issued.has(op) && !this.seen[replica].has(op));
    this.take(replica, op);
  }

  take(replica: Replica, op: Op) {
    if (this.design === "undo-redo") {
      this.undoAfter(replica, op);
      this.make(replica, op);
      for (const later of this.seen[replica]) if (op < later) this.make(replica, later);
    } else if (!exists(this.seen[replica], (later) => op < later && this.moves[later]?.node === this.moves[op]?.node)) {
      this.make(replica, op);
    }
    this.seen[replica].add(op);
  }

  make(replica: Replica, op: Op) {
    const move = this.moves[op];
    if (move === undefined) return;
    const { node, to } = move;
    if (this.design === "undo-redo") this.before[replica][op] = this.parent[replica][node];
    if (this.design === "last-writer-wins" || to === undefined || !this.isWithin(replica, to, node)) this.parent[replica][node] = to;
  }

  /** A node goes back to where it was before the first of the later moves, as it would if they were undone from the last to the first. */
  undoAfter(replica: Replica, op: Op) {
    let undone = new Set<Node>();
    for (const later of this.seen[replica]) {
      const move = this.moves[later];
      if (move === undefined || later < op || undone.has(move.node)) continue;
      this.parent[replica][move.node] = this.before[replica][later];
      undone = undone.union(new Set([move.node]));
    }
  }

  /** Whether a node is another one, or below it. */
  isWithin(replica: Replica, node: Node, top: Node) {
    let within = node === top;
    let at: Node | undefined = node;
    for (const _step of filter((_n: Node) => true)) {
      at = at === undefined ? undefined : this.parent[replica][at];
      within = within || at === top;
    }
    return within;
  }

  /** Nobody's files disappear into each other. */
  @invariant noCycles() {
    return forall((replica: Replica, node: Node) => {
      const above = this.parent[replica][node];
      return above === undefined || !this.isWithin(replica, above, node);
    });
  }

  /** Replicas that have seen the same moves have the same tree, in whatever order they came. */
  @invariant converges() {
    return forall((a: Replica, b: Replica) => implies(this.seen[a] === this.seen[b], this.parent[a] === this.parent[b]));
  }

  /** The last move stands, unless it would have made a cycle. */
  @invariant theLastMoveStands() {
    return forall((replica: Replica, op: Op) => {
      const move = this.moves[op];
      return implies(
        move !== undefined && this.seen[replica].has(op) && forall(this.seen[replica], (o) => o <= op),
        move !== undefined && (this.parent[replica][move.node] === move.to || (move.to !== undefined && this.isWithin(replica, move.to, move.node))),
      );
    });
  }

  @reachable aMoveIsLeftOut() {
    return exists((replica: Replica, op: Op) => {
      const move = this.moves[op];
      return move !== undefined && this.seen[replica].has(op) && forall(this.seen[replica], (o) => o <= op) &&
        (this.design === "last-writer-wins" || this.parent[replica][move.node] !== move.to);
    });
  }

  @reachable threeMovesAreSeenByAll() {
    return forall((replica: Replica, op: Op) => this.seen[replica].has(op));
  }
}
