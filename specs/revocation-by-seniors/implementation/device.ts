/** A member's device: keeps what it has received, and knows what of it takes effect. */
import { OperationGraph } from "./graph.ts";
import { effective } from "./membership.ts";
import { decode, encode, type Hash, hashOf, type Operation } from "./operation.ts";
import { Serial } from "./serial.ts";

/** Where a device keeps what it has received, in the order in which it came. */
export interface Store {
  load(): Promise<readonly string[]>;
  /** Done when it would survive a loss of power. */
  append(bytes: string): Promise<void>;
}

export class Device {
  private readonly serial = new Serial();
  private graph = new OperationGraph();
  private view = effective(this.graph);

  private constructor(readonly member: number, private readonly store: Store) {}

  static async open(member: number, store: Store): Promise<Device> {
    const device = new Device(member, store);
    for (const bytes of await store.load()) device.admit(bytes, device.graph);
    device.view = effective(device.graph);
    return device;
  }

  /**
   * An operation of this member, for others and itself to receive.
   * @param knows what it goes by: whatever of it this device has not received, or names what is not in it, makes it invalid
   * @returns undefined where it is invalid
   */
  compose(text: string, revokes: number | null, knows: ReadonlySet<Hash>): string | undefined {
    if (![...knows].every((hash) => this.graph.has(hash)) || this.graph.pastOf(knows).size > knows.size) return undefined;
    return encode({ author: this.member, revokes, text, parents: this.graph.last(knows) });
  }

  /**
   * @param agree is asked with what would take effect from then on, where somebody has a say
   * @returns false where it was known, is no operation, names one that has not been received yet, or nobody agrees
   */
  receive(bytes: string, agree: (counted: ReadonlySet<Hash>) => boolean = () => true): Promise<boolean> {
    return this.serial.run(async () => {
      const graph = this.graph.copy();
      if (!this.admit(bytes, graph)) return false;
      const counted = effective(graph);
      if (!agree(counted)) return false;
      await this.store.append(bytes);
      this.graph = graph;
      this.view = counted;
      return true;
    });
  }

  get received(): ReadonlySet<Hash> {
    return new Set(this.graph.hashes);
  }

  /** What takes effect. */
  get counted(): ReadonlySet<Hash> {
    return this.view;
  }

  /** What an operation goes by. All that it names must have been received. */
  past({ parents }: Operation): ReadonlySet<Hash> {
    return this.graph.pastOf(parents);
  }

  private admit(bytes: string, graph: OperationGraph): boolean {
    const operation = decode(bytes);
    return operation !== undefined && !graph.has(hashOf(operation)) && graph.add(operation);
  }
}
