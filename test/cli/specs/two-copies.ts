import { action, cost, implies, invariant, milestone, reachable, require } from "tenet";
import { Network, Nodes } from "tenet/faults";

type Server = "primary" | "backup";

interface Message { kind: "copy" | "copied"; from: Server; to: Server }

/** One write to a store with a backup, which takes over when the primary is gone. */
export class TwoCopies {
  static designs = {
    /** The client hears of success when the backup has the write. */
    sync: { replication: "sync" },
    /** The client hears of success at once; the backup follows. */
    async: { replication: "async" },
    /** There is no backup to wait for, and none that could take over. */
    single: { replication: "none" },
  };

  net = new Network<Message>({ loss: 1, partitions: 1 });
  nodes = new Nodes<Server>({ crashes: 1 });

  stored: Record<Server, boolean> = { primary: false, backup: false };
  leader: Server = "primary";
  acknowledged = false;

  constructor(readonly replication: "sync" | "async" | "none" = "sync") {}

  @action write() {
    require(this.nodes.up("primary") && !this.stored.primary);
    this.stored.primary = true;
    if (this.replication !== "none") this.net.send({ kind: "copy", from: "primary", to: "backup" });
    if (this.replication !== "sync") this.acknowledged = true;
  }

  @action copy(message: Message) {
    require(message.kind === "copy" && message.from === "primary" && message.to === "backup" && this.nodes.up("backup"));
    this.net.receive(message);
    this.stored.backup = true;
    this.net.send({ kind: "copied", from: "backup", to: "primary" });
  }

  @action confirm(message: Message) {
    require(message.kind === "copied" && message.from === "backup" && message.to === "primary" && this.nodes.up("primary"));
    this.net.receive(message);
    this.acknowledged = true;
  }

  @action takeOver() {
    require(this.replication !== "none" && this.leader === "primary" && !this.nodes.up("primary") && this.nodes.up("backup"));
    this.leader = "backup";
  }

  /** A write that was acknowledged is not lost. */
  @invariant acknowledgedWritesAreKept() {
    return implies(this.acknowledged, this.stored[this.leader]);
  }

  /** A write is acknowledged. */
  @reachable isAcknowledged() {
    return this.acknowledged;
  }

  @milestone aWriteIsAcknowledged() {
    return this.acknowledged;
  }

  @cost copies() {
    return (this.stored.primary ? 1 : 0) + (this.stored.backup ? 1 : 0);
  }
}
