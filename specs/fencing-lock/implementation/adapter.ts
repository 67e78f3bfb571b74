/** The lock service, its clients and the storage, as specs/fencing-lock sees them. */
import type { Adapter } from "tenet/conform";
import type { Client, FencingLockModel, Sent, Token } from "../../../generated/fencing-lock/conformance.ts";
import { LockClient } from "./client.ts";
import { type Disk, type Lease, LockService } from "./lock-service.ts";
import { FencedStorage, StaleToken, type Stored } from "./storage.ts";

const leaseMs = 1000;

/** Takes its time, and keeps what was written before the power went out. */
class MemoryDisk implements Disk {
  text: string | undefined;

  async read(): Promise<string | undefined> {
    return this.text;
  }

  async write(text: string): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.text = text;
  }
}

/** Everything that takes part. Messages stay under way, so that each can arrive late, twice or never. */
class World {
  readonly serviceDisk = new MemoryDisk();
  readonly storageDisk = new MemoryDisk();
  readonly sent = new Map<string, Sent>();
  readonly clients: ReadonlyMap<string, LockClient>;
  service!: LockService;
  storage!: FencedStorage;
  now = 0;

  constructor(clients: readonly string[]) {
    this.clients = new Map(clients.map((name) => [name, new LockClient(name, { send: async (message) => this.send({ ...message, client: name as Client }) })]));
  }

  /** As after a crash: all that is left is on the disks. */
  async start(): Promise<void> {
    this.service = await LockService.open(this.serviceDisk, { now: () => this.now }, leaseMs);
    this.storage = await FencedStorage.open(this.storageDisk);
  }

  send(message: Sent): void {
    this.sent.set(JSON.stringify([message.kind, message.client, message.token]), message);
  }

  underWay(kind: Sent["kind"], client: Client, token: Token): boolean {
    return this.sent.has(JSON.stringify([kind, client, token]));
  }
}

const asLease = (lease: Lease | Stored | undefined): { client: Client; token: Token } | undefined => lease && { client: lease.client as Client, token: lease.token };

const lastWritten = <T>(disk: MemoryDisk): T | undefined => (disk.text === undefined ? undefined : (JSON.parse(disk.text) as T));

export default {
  async create({ held }) {
    const world = new World(Object.keys(held));
    await world.start();
    return world;
  },
  actions: {
    acquire: {
      async request(world, { client, token }) {
        const lease = await world.service.acquire(client, token);
        if (!lease) return "refused";
        world.send({ kind: "grant", client, token: lease.token });
        // What a crash at this moment would leave.
        return { issued: lastWritten<{ issued?: Token }>(world.serviceDisk)?.issued };
      },
    },
    /** Time passes, and meanwhile all is started anew. */
    async expire(world) {
      world.now += leaseMs;
      await world.start();
    },
    receiveGrant: {
      request(world, { client, token }) {
        if (!world.underWay("grant", client, token)) return "refused";
        world.clients.get(client)!.granted(token);
        return true;
      },
    },
    stop: { request: (world, { client }) => world.clients.get(client)!.stop() },
    write: { request: (world, { client }) => world.clients.get(client)!.write() },
    accept: {
      async request(world, { client, token }) {
        if (!world.underWay("write", client, token)) return "refused";
        try {
          await world.storage.write({ client, token });
        } catch (error) {
          if (error instanceof StaleToken) return "refused";
          throw error;
        }
        return { stored: asLease(lastWritten<Stored>(world.storageDisk)) };
      },
    },
  },
  observe: (world) => ({
    issued: world.service.issued,
    lease: asLease(world.service.holder()),
    held: Object.fromEntries([...world.clients].map(([name, client]) => [name, client.holds])),
    sent: new Set(world.sent.values()),
    stored: asLease(world.storage.stored),
  }),
} satisfies Adapter<FencingLockModel, World>;
