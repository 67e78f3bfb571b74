/** What an adapter of MoveTree is held to. Generated; do not edit. */

export type Op = number;
export type Node = `node${number}`;
export type Replica = `replica${number}`;
export type Move = { node: Node; to?: Node | undefined };

/**
 * A replicated tree whose nodes are moved, as in a file system (Kleppmann, Mulligan, Gomes and Beresford, "A highly-available move operation
 * for replicated trees", 2021). Concurrent moves, each of them harmless, can make a cycle together.
 */
export interface MoveTreeModel {
  actions: {
    /** A user moves a node, to where it makes no cycle as far as the user can see. */
    move: { op: Op; replica: Replica; node: Node; to?: Node | undefined };
    /** In any order. */
    receive: { replica: Replica; op: Op };
  };
  faults: never;
  state: {
    design: "last-writer-wins" | "skip-cycles" | "undo-redo";
    issued: ReadonlySet<Op>;
    moves: Readonly<Record<Op, Move | undefined>>;
    seen: Readonly<Record<Replica, ReadonlySet<Op>>>;
    parent: Readonly<Record<Replica, Readonly<Record<Node, Node | undefined>>>>;
    before: Readonly<Record<Replica, Readonly<Record<Op, Node | undefined>>>>;
  };
}
