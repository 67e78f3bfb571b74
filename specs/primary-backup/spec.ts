import {
  action, cost, count, exists, fault, fill, first, forall, implies, invariant, milestone, next, range, reachable, require, type Int,
  type Order, type Sort,
} from "tenet";
import { type Budget, Network, Nodes, spend, type Used } from "tenet/faults";

type Server = "a" | "b";
/** What a client asks to be stored. */
type Write = Sort<"Write">;
/** Who is primary and who backs it up; the witness numbers them. */
type View = Order<"View">;
/** A place in the log. */
type Position = Int<0, 2>;

type Message =
  | { kind: "request"; from: "client"; to: Server; view: View; write: Write }
  | { kind: "copy"; from: Server; to: Server; view: View; write: Write; at: Position }
  | { kind: "copied"; from: Server; to: Server; view: View; write: Write }
  | { kind: "acknowledgement"; from: Server; to: "client"; view: View; write: Write }
  | { kind: "view"; from: "witness"; to: Server; view: View };

/**
 * A primary with one backup, and a witness that says who is primary (Alsberg and Day, "A Principle for Resilient Sharing of
 * Distributed Resources", 1976; the witness as in Lin, Yang, Zhang and Zhou, "PacificA: Replication in Log-Based Distributed
 * Storage Systems", 2008). What the designs disagree about is when a write is acknowledged.
 */
export class PrimaryBackup {
  static scope = { Write: 1, View: 3, log: 2 };

  static designs = {
    /** The primary acknowledges at once, and copies later. */
    async: { replication: "async" },
    /** The primary acknowledges when the backup has it; when the backup does not answer, it goes on without. */
    "semi-sync": { replication: "semi-sync" },
    /** The primary acknowledges when the backup has it. */
    sync: { replication: "sync" },
    /** The same, and the witness takes a backup that does not answer out of the view. */
    reconfigured: { replication: "reconfigured" },
  };

  net = new Network<Message>({ loss: 0, duplication: 0, partitions: 0 });
  /** Logs are on disk: who comes back has its own. */
  nodes = new Nodes<Server>({ crashes: 1, restart: "later" });
  /** Servers that are up, and too slow for anyone to know. */
  slow = new Set<Server>();
  slowed: Used = 0;

  /** The view that the witness has decided last, and who is what in each. */
  current: View = first<View>();
  primary: Record<View, Server> = fill("a");
  backup: Record<View, Server | undefined> = fill("b");

  /** The view that a server knows of. Durable, like its log. */
  view: Record<Server, View> = fill(first<View>());
  log: Record<Server, Write[]> = fill([]);
  /** What the client has been told is stored. */
  acknowledged = new Set<Write>();

  /**
   * @param replication when the primary acknowledges a write
   * @param fencing whether a backup refuses what was sent in another view than its own
   * @param slowness how many servers may be taken for dead while they are up
   */
  constructor(
    readonly replication: "async" | "sync" | "semi-sync" | "reconfigured" = "reconfigured",
    readonly fencing: boolean = true,
    readonly slowness: Budget = 0,
  ) {}

  // The client: one, or any number of them, for writes are independent.

  /** It finds out who is primary, and asks again when that changes, or when nothing is on the way that might still answer it. */
  @action request(write: Write) {
    const view = this.current;
    require(!this.acknowledged.has(write));
    require(!exists((m: Message) => this.net.messages.has(m) && m.kind !== "view" && m.write === write && m.view === view));
    this.net.send({ kind: "request", from: "client", to: this.primary[view], view, write });
  }

  @action hear(m: Message) {
    require(m.kind === "acknowledgement");
    this.net.receive(m);
    this.acknowledged.add(m.write);
  }

  // The servers.

  @action accept(m: Message) {
    require(m.kind === "request" && this.nodes.up(m.to) && m.view === this.view[m.to]);
    this.net.receive(m);
    const backup = this.backup[m.view];
    if (!this.log[m.to].includes(m.write)) this.log[m.to].push(m.write);
    if (backup !== undefined) {
      this.net.send({ kind: "copy", from: m.to, to: backup, view: m.view, write: m.write, at: this.log[m.to].indexOf(m.write) });
    }
    if (backup === undefined || this.replication === "async") this.acknowledge(m.to, m.write);
  }

  /** The backup takes writes in their order. What it has at that place already was sent twice. */
  @action store(m: Message) {
    require(m.kind === "copy" && this.nodes.up(m.to));
    require(!this.fencing || m.view === this.view[m.to]);
    require(m.at <= this.log[m.to].length);
    this.net.receive(m);
    if (m.at === this.log[m.to].length) this.log[m.to].push(m.write);
    if (this.replication !== "async") this.net.send({ kind: "copied", from: m.to, to: m.from, view: m.view, write: m.write });
  }

  @action confirm(m: Message) {
    require(m.kind === "copied" && this.nodes.up(m.to) && m.view === this.view[m.to]);
    this.net.receive(m);
    this.acknowledge(m.to, m.write);
  }

  acknowledge(server: Server, write: Write) {
    this.net.send({ kind: "acknowledgement", from: server, to: "client", view: this.view[server], write });
  }

  /** As far as it knows itself. */
  isPrimary(server: Server) {
    return this.primary[this.view[server]] === server;
  }

  /** The backup does not answer in time: the primary goes on without it, and the witness knows nothing of that. */
  @action goOn(server: Server, write: Write) {
    const backup = this.backup[this.view[server]];
    require(this.replication === "semi-sync" && this.nodes.up(server) && this.isPrimary(server) && backup !== undefined);
    require(this.log[server].includes(write) && !this.answers(backup, server));
    this.acknowledge(server, write);
  }

  // Views. To ask the witness is one step, as with a lock service that compares and sets.

  /** Whether a server answers in time. Nobody is taken for dead without cause: to be slow is a fault. */
  answers(server: Server, asking: Server | "witness") {
    return this.nodes.up(server) && !this.slow.has(server) && this.net.isConnected(server, asking);
  }

  @fault beSlow(server: Server) {
    this.slowed = spend(this.slowed, this.slowness);
    require(!this.slow.has(server));
    this.slow.add(server);
  }

  /** The backup becomes primary, and there is none behind it. */
  @action takeOver(server: Server) {
    require(this.nodes.up(server) && this.net.isConnected(server, "witness") && this.backup[this.current] === server);
    require(!this.answers(this.primary[this.current], "witness"));
    this.decide(server, undefined);
  }

  /** The primary has its backup taken out of the view. */
  @action goOnAlone(server: Server) {
    const backup = this.backup[this.current];
    require(this.replication === "reconfigured" && this.nodes.up(server) && this.net.isConnected(server, "witness"));
    require(this.primary[this.current] === server && backup !== undefined && !this.answers(backup, server));
    this.decide(server, undefined);
  }

  /** A server that was left out comes back as the backup, with the log of the primary. */
  @action join(server: Server) {
    const primary = this.primary[this.current];
    require(this.backup[this.current] === undefined && server !== primary && this.nodes.up(server) && this.nodes.up(primary));
    require(this.net.isConnected(server, primary) && this.net.isConnected(server, "witness"));
    this.log[server] = this.log[primary];
    this.decide(primary, server);
  }

  decide(primary: Server, backup: Server | undefined) {
    const view = next(this.current);
    require(view !== undefined);
    this.current = view;
    this.primary[view] = primary;
    this.backup[view] = backup;
    this.view[primary] = view;
    if (backup !== undefined) this.view[backup] = view;
    else this.net.send({ kind: "view", from: "witness", to: primary === "a" ? "b" : "a", view });
  }

  /** Who was not asked learns of a new view late. */
  @action learn(m: Message) {
    require(m.kind === "view" && this.nodes.up(m.to));
    this.net.receive(m);
    if (this.view[m.to] < m.view) this.view[m.to] = m.view;
  }

  /** What the client was told is stored is known to whoever is primary. */
  @invariant noAcknowledgedWriteIsLost() {
    return forall((write: Write) => implies(this.acknowledged.has(write), this.log[this.primary[this.current]].includes(write)));
  }

  /** The log of a backup is the beginning of that of its primary. */
  @invariant backupFollows() {
    return forall((primary: Server, backup: Server) =>
      implies(
        this.view[primary] === this.view[backup] && this.isPrimary(primary) && this.backup[this.view[primary]] === backup,
        this.log[backup].length <= this.log[primary].length &&
          forall(range(0, this.log[backup].length), (i) => this.log[backup][i] === this.log[primary][i]),
      ),
    );
  }

  @milestone aWriteIsAcknowledged() {
    return this.acknowledged.size > 0;
  }

  /** Of what is acknowledged. */
  @cost copies() {
    return count((server: Server) => exists(this.acknowledged, (write) => this.log[server].includes(write)));
  }

  @reachable allIsAcknowledged() {
    return forall((write: Write) => this.acknowledged.has(write));
  }

  /** The backup takes over, and goes on with what the primary has never heard of. */
  @reachable failsOver() {
    return this.primary[this.current] === "b" && exists((write: Write) => this.acknowledged.has(write) && !this.log.a.includes(write));
  }

  /** A write is acknowledged while the backup is down. */
  @reachable survivesTheBackup() {
    return !this.nodes.up("b") && exists((write: Write) => this.acknowledged.has(write) && !this.log.b.includes(write));
  }
}
