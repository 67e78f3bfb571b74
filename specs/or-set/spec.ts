import { action, exists, fill, filter, forall, implies, invariant, reachable, require, type Sort } from "tenet";

type Replica = Sort<"Replica">;
type Element = Sort<"Element">;
/** An operation of a client, and the tag that it gives to what it adds. */
type Op = Sort<"Op">;

interface Operation {
  at: Replica;
  change: "add" | "remove";
  element: Element;
  /** What its replica had seen before. A removal takes away the tags that are among it. */
  after: Set<Op>;
}

/**
 * A replicated set to which elements are added and from which they are removed, also again and at several replicas at once (Shapiro, Preguiça,
 * Baquero and Zawirski, "Conflict-free Replicated Data Types", 2011). Operations are broadcast and arrive in causal order.
 */
export class ObservedRemoveSet {
  static scope = { Replica: 2, Element: 1, Op: 3 };

  static designs = {
    /** Each addition has a tag of its own; a removal removes the tags that it has seen. */
    "tags": { design: "tags" },
    /** No tags: an addition adds, a removal removes, in whatever order they come. */
    "last-to-arrive": { design: "last-to-arrive" },
    /** Two sets that only grow: what was ever added, and what was ever removed. What is in both is out. */
    "two-phase": { design: "two-phase" },
  };

  issued = new Set<Op>();
  ops: Record<Op, Operation | undefined> = fill(undefined);
  /** The operations that a replica has seen. Of the designs, only properties read it. */
  seen: Record<Replica, Set<Op>> = fill(new Set<Op>());

  /** The additions that a replica has not seen removed. */
  tags: Record<Replica, Set<Op>> = fill(new Set<Op>());
  present: Record<Replica, Set<Element>> = fill(new Set<Element>());
  removed: Record<Replica, Set<Element>> = fill(new Set<Element>());

  /** @param delivery whether an operation waits for those that its replica had seen before it */
  constructor(readonly design: "tags" | "last-to-arrive" | "two-phase" = "tags", readonly delivery: "causal" | "any" = "causal") {}

  /** What a client sees. */
  has(replica: Replica, element: Element) {
    switch (this.design) {
      case "tags": return exists(this.tags[replica], (tag) => this.adds(tag, element));
      case "last-to-arrive": return this.present[replica].has(element);
      case "two-phase": return this.present[replica].has(element) && !this.removed[replica].has(element);
    }
  }

  @action add(op: Op, replica: Replica, element: Element) {
    this.issue(op, { at: replica, change: "add", element, after: this.seen[replica] });
  }

  @action remove(op: Op, replica: Replica, element: Element) {
    require(this.has(replica, element));
    this.issue(op, { at: replica, change: "remove", element, after: this.seen[replica] });
  }

  /** Once, and in causal order after all that its replica had seen. */
  @action receive(replica: Replica, op: Op) {
    const operation = this.ops[op];
    require(operation !== undefined && !this.seen[replica].has(op));
    require(this.delivery === "any" || operation.after.isSubsetOf(this.seen[replica]));
    this.apply(replica, op, operation);
  }

  issue(op: Op, operation: Operation) {
    require(!this.issued.has(op));
    this.issued.add(op);
    this.ops[op] = operation;
    this.apply(operation.at, op, operation);
  }

  apply(replica: Replica, op: Op, { change, element, after }: Operation) {
    switch (this.design) {
      case "tags":
        if (change === "add") this.tags[replica].add(op);
        else this.tags[replica] = filter(this.tags[replica], (tag) => !after.has(tag) || !this.adds(tag, element));
        break;
      case "last-to-arrive":
        if (change === "add") this.present[replica].add(element);
        else this.present[replica].delete(element);
        break;
      case "two-phase":
        if (change === "add") this.present[replica].add(element);
        else this.removed[replica].add(element);
        break;
    }
    this.seen[replica].add(op);
  }

  adds(op: Op, element: Element) {
    const operation = this.ops[op];
    return operation !== undefined && operation.change === "add" && operation.element === element;
  }

  /** Whether an element was removed by somebody who had seen it being added. */
  isRemovedAfter(add: Op, element: Element, seen: Set<Op>) {
    return exists(seen, (r) => {
      const removal = this.ops[r];
      return removal !== undefined && removal.change === "remove" && removal.element === element && removal.after.has(add);
    });
  }

  /** Strong eventual consistency: replicas that have seen the same operations have the same elements, in whatever order they came. */
  @invariant converges() {
    return forall((a: Replica, b: Replica, element: Element) =>
      implies(this.seen[a] === this.seen[b], this.has(a, element) === this.has(b, element)),
    );
  }

  /** An element is there if some addition was seen that no removal had seen. */
  @invariant whatWasAddedIsThere() {
    return forall((replica: Replica, add: Op, element: Element) =>
      implies(
        this.seen[replica].has(add) && this.adds(add, element) && !this.isRemovedAfter(add, element, this.seen[replica]),
        this.has(replica, element),
      ),
    );
  }

  /** And only then: what was removed does not come back by itself. */
  @invariant whatWasRemovedIsNotThere() {
    return forall((replica: Replica, element: Element) =>
      implies(
        this.has(replica, element),
        exists(this.seen[replica], (add) => this.adds(add, element) && !this.isRemovedAfter(add, element, this.seen[replica])),
      ),
    );
  }

  @reachable isAddedAgain() {
    return exists((replica: Replica, element: Element, add: Op) =>
      this.seen[replica].has(add) && this.adds(add, element) && this.isRemovedAfter(add, element, this.seen[replica]) && (this.design === "two-phase" || this.has(replica, element)),
    );
  }

  @reachable additionWinsOverConcurrentRemoval() {
    return exists((replica: Replica, a: Op, r: Op) => {
      const addition = this.ops[a];
      const removal = this.ops[r];
      return (
        addition !== undefined && removal !== undefined && this.seen[replica].has(a) && this.seen[replica].has(r) &&
        addition.change === "add" && removal.change === "remove" && addition.element === removal.element &&
        !removal.after.has(a) && !addition.after.has(r)
      );
    });
  }
}
