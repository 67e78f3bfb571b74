import type { Adapter } from "tenet/conform";
import type { LockModel } from "../conformance.ts";
import { Lock } from "../lock.ts";

console.log(process.pid);
setTimeout(() => undefined, 1);

const release = { unbound: "clients keep the lock" };

export default {
  create: () => new Lock([]),
  actions: {
    ask: { unbound: "" }, //~ action-unbound does not say why
    grant: (lock, { client }) => lock.grant(client),
    release, //~ action-unbound clients keep the lock
  },
  observe: (lock) => ({ epoch: lock.epoch }), //~ binding-stale does not show holder //~ binding-stale does not show waiting
} satisfies Adapter<LockModel, Lock>;
