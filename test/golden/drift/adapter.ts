import type { Adapter } from "tenet/conform";
import type { LockModel } from "./conformance.ts";
import { Lock } from "./lock.ts";

type Client = "client1" | "client2";

export default {
  create: (initial) => new Lock([...initial.waiting]),
  actions: {
    ask: (lock, { client }) => lock.ask(client),
    grant: { request: (lock, { client }) => act(lock, client) },
    release: (lock, { client }) => lock.release(client),
  },
  observe: (lock) => ({ holder: lock.holder as Client | undefined, epoch: lock.names() === "" ? 0 : lock.journal.count, waiting: lock.waiting as Set<Client> }),
} satisfies Adapter<LockModel, Lock>;

const act = (lock: Lock, client: string): boolean => lock.grant(client);
