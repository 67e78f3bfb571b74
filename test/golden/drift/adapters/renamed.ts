import type { Adapter } from "tenet/conform";
import type { LockModel } from "../conformance.ts";
import { Lock } from "../lock.ts";

type Client = "client1" | "client2";

export default {
  create: () => new Lock([]),
  actions: { //~ action-unbound grant
    ask: (lock, { client }) => lock.ask(client),
    grants: (lock: Lock) => lock.grant("client1"), //~ binding-stale is it grant now //~ binding-stale does not fit
    release: (lock, { client }) => lock.release(client),
  },
  observe: (lock) => ({ holder: lock.holder as Client | undefined, epoch: lock.epoch, waiting: lock.waiting as Set<Client> }),
} satisfies Adapter<LockModel, Lock>;
