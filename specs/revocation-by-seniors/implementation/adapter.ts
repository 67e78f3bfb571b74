/** Devices that exchange operations, as specs/revocation-by-seniors sees them. */
import type { Adapter } from "tenet/conform";
import type { Op, RevocationBySeniorsModel } from "../../../generated/revocation-by-seniors/conformance.ts";
import { Device, type Store } from "./device.ts";
import { decode, type Hash, hashOf, type Operation } from "./operation.ts";

type State = RevocationBySeniorsModel["state"];

class MemoryStore implements Store {
  readonly all: string[] = [];

  async load(): Promise<readonly string[]> {
    return this.all;
  }

  async append(bytes: string): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.all.push(bytes);
  }
}

/** Under the name that the spec has for it. */
interface Sent {
  readonly bytes: string;
  readonly operation: Operation;
  /** What its author had received. */
  readonly saw: ReadonlySet<Hash>;
}

class World {
  readonly stores: readonly MemoryStore[];
  devices: readonly Device[] = [];
  /** What is sent stays under way. */
  readonly sent = new Map<Op, Sent>();
  private readonly names = new Map<Hash, Op>();

  constructor(readonly given: Pick<State, "author" | "revoked">, members: number) {
    this.stores = Array.from({ length: members }, () => new MemoryStore());
  }

  async start(): Promise<void> {
    this.devices = await Promise.all(this.stores.map((store, member) => Device.open(member, store)));
  }

  send(op: Op, bytes: string, saw: ReadonlySet<Hash>): void {
    const operation = decode(bytes)!;
    this.sent.set(op, { bytes, operation, saw });
    this.names.set(hashOf(operation), op);
  }

  named(hashes: ReadonlySet<Hash>): Set<Op> {
    return new Set([...hashes].map((hash) => this.names.get(hash)!));
  }
}

const equal = (a: ReadonlySet<Op>, b: ReadonlySet<Op>): boolean => a.size === b.size && [...a].every((op) => b.has(op));

const byMember = (world: World, show: (device: Device) => ReadonlySet<Hash>): State["seen"] =>
  Object.fromEntries(world.devices.map((device) => [device.member, world.named(show(device))]));

const byOp = (world: World, show: (sent: Sent) => ReadonlySet<Hash>): State["knows"] =>
  Object.fromEntries(Object.keys(world.given.author).map((op) => {
    const sent = world.sent.get(op as Op);
    return [op, sent ? world.named(show(sent)) : new Set<Op>()];
  }));

export default {
  async create({ author, revoked, seen }) {
    const world = new World({ author, revoked }, Object.keys(seen).length);
    await world.start();
    return world;
  },
  actions: {
    write: {
      request(world, { op, knows }) {
        const known = [...knows].map((o) => world.sent.get(o));
        if (world.sent.has(op) || !known.every((sent) => sent !== undefined)) return "refused";
        const device = world.devices[world.given.author[op]];
        const bytes = device.compose(op, world.given.revoked[op] ?? null, new Set(known.map((sent) => hashOf(sent.operation))));
        if (bytes === undefined) return "refused";
        world.send(op, bytes, device.received);
        return true;
      },
    },
    receive: {
      async request(world, { device, op, counted }) {
        const sent = world.sent.get(op);
        if (!sent || !(await world.devices[device].receive(sent.bytes, (hashes) => equal(world.named(hashes), counted)))) return "refused";
        // What a crash at this moment would leave.
        return { seen: { [device]: world.named(new Set(world.stores[device].all.map((bytes) => hashOf(decode(bytes)!)))) } };
      },
    },
  },
  observe: (world) => ({
    author: world.given.author,
    revoked: world.given.revoked,
    written: new Set(world.sent.keys()),
    knows: byOp(world, ({ operation }) => world.devices[operation.author].past(operation)),
    saw: byOp(world, ({ saw }) => saw),
    seen: byMember(world, (device) => device.received),
    counted: byMember(world, (device) => device.counted),
  }),
} satisfies Adapter<RevocationBySeniorsModel, World>;
