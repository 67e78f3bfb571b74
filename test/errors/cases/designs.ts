import { action, type Int } from "tenet";
import { Network } from "tenet/faults";

interface Ping { from: "a" | "b"; to: "a" | "b" }

export class Example {
  static designs = {
    /** As it should be. */
    good: { replication: "sync", copies: 2, "net.loss": undefined },
    unknown: { replicas: 3 }, // error T6006 `replicas`: Example has no option "replicas"
    wrong: { replication: "semi" }, // error T6007 `"semi"`: "semi" is not a value for option replication
    beyond: { copies: 4 }, // error T6007 `4`
    negative: { copies: -1 }, // error T6007 `-1`
    same: { copies: 2, replication: "sync", "net.loss": undefined }, // error T6012 `same`: same is the same design as good
    computed: { copies: 1 + 1 }, // error T6012 `1 + 1`: the value of an option is written out
    none: 3, // error T6012 `3`: a design is an object
    "two words": { copies: 1 }, // error T6012 `"two words"`: is not a name for a design
    ...{ more: {} }, // error T6012 `...{ more: {} }`: designs and their options are names with values
  };

  net = new Network<Ping>();
  busy = false;

  constructor(readonly replication: "sync" | "async" = "sync", readonly copies: Int<0, 3> = 1) {}

  @action toggle() {
    if (this.replication === "sync" && this.copies > 0) this.busy = !this.busy;
    this.net.send({ from: "a", to: "b" });
  }
}
