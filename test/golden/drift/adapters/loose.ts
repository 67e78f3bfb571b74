import { Lock } from "../lock.ts";

const name = "ask" as string;

export default {
  create: () => new Lock([]),
  actions: { //~ binding-stale is not held to LockModel //~ action-unbound ask
    [name]: (lock: Lock) => lock.ask("client1"),
    grant: (lock: Lock) => lock.grant("client1"),
    release: somewhere(), //~ action-unbound not a function
  },
  // @ts-ignore //~ binding-stale silenced
  observe: (lock: Lock): any => lock.holdr, //~ binding-stale cannot be told
};

function somewhere(): (lock: Lock) => boolean {
  return (lock) => lock.release("client1");
}
