/** What an adapter of ObservedRemoveSet is held to. Generated; do not edit. */

export type Op = `op${number}`;
export type Replica = `replica${number}`;
export type Element = `element${number}`;
export type Op2 = { after: ReadonlySet<Op>; at: Replica; change: "add" | "remove"; element: Element };

/**
 * A replicated set to which elements are added and from which they are removed, also again and at several replicas at once (Shapiro, Preguiça,
 * Baquero and Zawirski, "Conflict-free Replicated Data Types", 2011). Operations are broadcast and arrive in causal order.
 */
export interface ObservedRemoveSetModel {
  actions: {
    add: { op: Op; replica: Replica; element: Element };
    remove: { op: Op; replica: Replica; element: Element };
    /** Once, and in causal order after all that its replica had seen. */
    receive: { replica: Replica; op: Op };
  };
  faults: never;
  state: {
    design: "last-to-arrive" | "tags" | "two-phase";
    delivery: "any" | "causal";
    issued: ReadonlySet<Op>;
    ops: Readonly<Record<Op, Op2 | undefined>>;
    seen: Readonly<Record<Replica, ReadonlySet<Op>>>;
    tags: Readonly<Record<Replica, ReadonlySet<Op>>>;
  };
}
