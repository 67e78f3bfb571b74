import { action, cost, count, exists, fill, forall, implies, invariant, milestone, reachable, require, type Int, type Sort } from "tenet";
import { Network, Nodes } from "tenet/faults";

/** Two regions, or two clouds, that hold the data, and a third place that only has a say in who goes on. */
type Site = "east" | "west" | "witness";
type Region = "east" | "west";

/** What a client adds to the data: an order, an entry of a ledger. */
type Item = Sort<"Item">;

/** The data as a region has it. */
interface Copy {
  /** With one leader, how often the lead has changed hands; where the last writer wins, the time stamp. */
  version: Int<0, 3>;
  /** Who leads, or who has written this version. */
  author: Region;
  items: Set<Item>;
}

interface Message {
  from: Region;
  to: Site;
  copy: Copy;
}

const other = (region: Region): Region => (region === "east" ? "west" : "east");

/** Whether a copy takes the place of another one. */
const supersedes = (a: Copy, b: Copy) => a.version > b.version || (a.version === b.version && a.author === "east" && b.author === "west");

/**
 * Data in two regions: one leader that replicates synchronously or not and hands over in one of several ways, or two
 * that both take writes: then the last writer wins, or the last copy to arrive, or copies are merged (a CRDT, a set that only grows). Regions crash and come back with their disks, and the network falls apart.
 */
export class MultiRegion {
  static scope = { Item: 2 };
  static designs = {
    /** Both regions have a write before it is acknowledged; cut off, the region goes on that the witness lets. */
    syncWithWitness: { replication: "sync", failover: "witness" },
    /** The same, but each region goes on by itself when it does not reach the other. */
    syncByTimeout: { replication: "sync", failover: "timeout" },
    /** The same, and nobody goes on alone. */
    syncWithoutFailover: { replication: "sync", failover: "none" },
    /** The leader acknowledges at once and copies later; cut off, the region leads that the witness lets. */
    asyncWithWitness: { replication: "async", failover: "witness" },
    /** The same, but each region leads when it does not reach the other. */
    asyncByTimeout: { replication: "async", failover: "timeout" },
    /** The same, and nobody takes over. */
    asyncWithoutFailover: { replication: "async", failover: "none" },
    /** Both regions take writes; of two copies, the one with the later time stays. */
    lastWriterWins: { replication: "last writer wins", failover: "none" },
    /** Both regions take writes; the copy that arrives last stays. */
    lastArrivalWins: { replication: "last arrival wins", failover: "none" },
    /** Both regions take writes, which are united. */
    growOnlySet: { replication: "merge", failover: "none" },
  };

  net = new Network<Message>({ partitions: 1 });
  regions = new Nodes<Region>({ crashes: 1, restart: "later" });

  /** Durable. */
  copy: Record<Region, Copy> = fill({ version: 0, author: "east", items: new Set<Item>() });
  /** Those that lead and do not wait for the other region. By timeout a region finds so itself; a witness lets only one. */
  alone = new Set<Region>();
  /** What clients were told is stored. */
  acknowledged = new Set<Item>();

  /**
   * @param replication what a write waits for, and what becomes of writes in both regions
   * @param failover who decides that a region goes on without the other, where one of them leads
   */
  constructor(
    readonly replication: "sync" | "async" | "last writer wins" | "last arrival wins" | "merge" = "sync",
    readonly failover: "witness" | "timeout" | "none" = "witness",
  ) {}

  get hasLeader() {
    return this.replication === "sync" || this.replication === "async";
  }

  /** That a witness has let the other region go on ends the lead: it is a lease of the witness's. */
  leads(region: Region) {
    return this.copy[region].author === region && !(this.failover === "witness" && this.alone.has(other(region)));
  }

  /** Whether a region answers clients that read or write. */
  serves(region: Region) {
    return this.regions.up(region) && (!this.hasLeader || this.leads(region));
  }

  send(region: Region) {
    this.net.send({ from: region, to: other(region), copy: this.copy[region] });
  }

  /** A client that is not told that its item is stored asks again, where the item is not known or no longer waited for. */
  @action write(region: Region, item: Item) {
    require(this.serves(region) && !this.acknowledged.has(item));
    require(!this.copy[region].items.has(item) || this.alone.has(region));
    this.copy[region].items.add(item);
    if (this.replication === "last writer wins") {
      this.copy[region].version += 1;
      this.copy[region].author = region;
    }
    if (this.replication !== "sync" || this.alone.has(region)) this.acknowledged.add(item);
    this.send(region);
  }

  @action receive(message: Message) {
    const region = message.to;
    require(region !== "witness" && this.regions.up(region));
    this.net.receive(message);
    const theirs = message.copy;
    const ours = this.copy[region];
    if (this.replication === "merge" || (this.hasLeader && theirs.version === ours.version)) {
      this.copy[region].items = ours.items.union(theirs.items);
    } else if (this.replication === "last arrival wins" || supersedes(theirs, ours)) {
      this.copy[region] = theirs;
      this.alone.delete(region);
    }
    if (this.hasLeader) this.confirm(region, message);
  }

  /** Whoever follows sends back what it has by now; the leader acknowledges what both have. */
  confirm(region: Region, { from, copy }: Message) {
    const { version, author, items } = this.copy[region];
    if (this.replication !== "sync" || copy.version !== version || copy.author !== author) return;
    if (author === from) {
      this.send(region);
    } else if (this.leads(region)) {
      this.acknowledged = this.acknowledged.union(copy.items);
      if (items.isSubsetOf(copy.items)) this.alone.delete(region);
    }
  }

  /**
   * A region that does not reach the other goes on without it: the leader no longer waits for it, the other one takes the lead.
   * A witness lets one of them, and with synchronous replication none that may lack what the other has acknowledged since.
   */
  @action goOnAlone(region: Region) {
    require(this.hasLeader && this.failover !== "none" && this.regions.up(region));
    require(!this.regions.up(other(region)) || !this.net.isConnected(region, other(region)));
    require(!this.alone.has(region) && !(this.replication === "async" && this.leads(region)));
    if (this.failover === "witness") {
      require(this.net.isConnected(region, "witness") && !(this.replication === "sync" && this.alone.has(other(region))));
      this.alone.clear();
    }
    this.alone.add(region);
    if (this.copy[region].author === region) return;
    require(this.copy[region].version < 3);
    this.copy[region].version += 1;
    this.copy[region].author = region;
    this.send(region);
  }

  /** What a client was told is stored is on the disk of some region. */
  @invariant noAcknowledgedWriteIsLost() {
    return forall((item: Item) => implies(this.acknowledged.has(item), exists((region: Region) => this.copy[region].items.has(item))));
  }

  /** Whoever reads finds all that was acknowledged before. */
  @invariant readsAreFresh() {
    return forall((region: Region) => implies(this.serves(region), this.acknowledged.isSubsetOf(this.copy[region].items)));
  }

  /** Where one region is to lead, two never take writes at a time. */
  @invariant noSplitBrain() {
    return implies(this.hasLeader, !(this.serves("east") && this.serves("west")));
  }

  /** When all messages have arrived, both regions have the same. */
  @invariant regionsAgreeInTheEnd() {
    return implies(
      this.net.messages.size === 0 && forall((region: Region) => this.regions.up(region)),
      this.copy["east"].items === this.copy["west"].items,
    );
  }

  @milestone aWriteIsAcknowledged() {
    return exists((item: Item) => this.acknowledged.has(item));
  }

  /** Regions that have what is acknowledged on disk. */
  @cost copiesOfAWrite() {
    return count((region: Region) => exists(this.acknowledged, (item) => this.copy[region].items.has(item)));
  }

  @reachable everythingIsAcknowledged() {
    return forall((item: Item) => this.acknowledged.has(item));
  }
}
