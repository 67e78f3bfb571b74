/** Operations and what each goes by. Only ever grows; an operation comes after all that it names. */
import { type Hash, hashOf, type Operation } from "./operation.ts";

interface Node {
  readonly operation: Operation;
  /** Everything that it goes by, however far back. */
  readonly past: ReadonlySet<Hash>;
}

export class OperationGraph {
  private readonly nodes = new Map<Hash, Node>();

  /** @returns false where something that it names is missing; nothing has changed then */
  add(operation: Operation): boolean {
    if (!operation.parents.every((parent) => this.nodes.has(parent))) return false;
    this.nodes.set(hashOf(operation), { operation, past: this.pastOf(operation.parents) });
    return true;
  }

  has(hash: Hash): boolean {
    return this.nodes.has(hash);
  }

  get hashes(): Iterable<Hash> {
    return this.nodes.keys();
  }

  operation(hash: Hash): Operation {
    return this.node(hash).operation;
  }

  past(hash: Hash): ReadonlySet<Hash> {
    return this.node(hash).past;
  }

  /** Some operations, and everything that they go by. */
  pastOf(hashes: Iterable<Hash>): Set<Hash> {
    const past = new Set<Hash>();
    for (const hash of hashes) {
      past.add(hash);
      for (const before of this.past(hash)) past.add(before);
    }
    return past;
  }

  /** Those of some operations that no other of them goes by. */
  last(hashes: ReadonlySet<Hash>): Hash[] {
    return [...hashes].filter((hash) => ![...hashes].some((other) => this.past(other).has(hash))).toSorted();
  }

  copy(): OperationGraph {
    const copy = new OperationGraph();
    for (const [hash, node] of this.nodes) copy.nodes.set(hash, node);
    return copy;
  }

  private node(hash: Hash): Node {
    const node = this.nodes.get(hash);
    if (!node) throw new Error(`no operation ${hash}`);
    return node;
  }
}
