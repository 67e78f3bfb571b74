import type { Adapter } from "tenet/conform";
import type { LockModel } from "../conformance.ts";
import { Lock } from "../lock.ts";

export default {
  create: () => new Lock([]),
  actions: {
    ask: (lock, { client }) => lock.ask(client),
    grant: (lock, { client }) => lock.grant(client),
    release: (lock, { client }) => lock.release(client),
  },
  observe: (lock) => { //~ binding-stale does not show epoch //~ binding-stale does not show holder
    lock.holder = undefined; //~ mutation-outside observe
    return {
      waiting: new Set<"client1">(),
      epochs: lock.epoch, //~ binding-stale is it epoch now
    };
  },
} satisfies Adapter<LockModel, Lock>;
