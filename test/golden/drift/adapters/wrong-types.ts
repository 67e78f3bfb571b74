import type { Adapter } from "tenet/conform";
import type { LockModel } from "../conformance.ts";
import { Lock } from "../lock.ts";

export default {
  create: () => new Lock([]),
  actions: {
    ask: (lock, { klient }) => lock.ask(klient), //~ binding-stale 'klient' does not exist
    grant: (lock, { client }) => lock.grant(client),
    release: (lock, { client }) => lock.release(client),
  },
  observe: (lock) => ({ holder: lock.holder, epoch: lock.epoch, waiting: lock.waiting }), //~ binding-stale not assignable //~ binding-stale not assignable
} satisfies Adapter<LockModel, Lock>;
