/** What an adapter of MultiRegion is held to. Generated; do not edit. */

export type Item = `item${number}`;
export type Copy = { author: "east" | "west"; items: ReadonlySet<Item>; version: number };
export type Message = { copy: Copy; from: "east" | "west"; to: "east" | "west" | "witness" };

/**
 * Data in two regions: one leader that replicates synchronously or not and hands over in one of several ways, or two
 * that both take writes: then the last writer wins, or the last copy to arrive, or copies are merged (a CRDT, a set that only grows). Regions crash and come back with their disks, and the network falls apart.
 */
export interface MultiRegionModel {
  actions: {
    "net.partition": { side: ReadonlySet<"east" | "west" | "witness"> };
    "net.heal": {};
    "regions.crash": { node: "east" | "west" };
    "regions.restart": { node: "east" | "west" };
    /** A client that is not told that its item is stored asks again, where the item is not known or no longer waited for. */
    write: { region: "east" | "west"; item: Item };
    receive: { message: Message };
    /**
     * A region that does not reach the other goes on without it: the leader no longer waits for it, the other one takes the lead.
     * A witness lets one of them, and with synchronous replication none that may lack what the other has acknowledged since.
     */
    goOnAlone: { region: "east" | "west" };
  };
  faults: "net.partition" | "net.heal" | "regions.crash" | "regions.restart";
  state: {
    replication: "async" | "last arrival wins" | "last writer wins" | "merge" | "sync";
    failover: "none" | "timeout" | "witness";
    "net.messages": ReadonlySet<Message>;
    "net.apart": ReadonlySet<"east" | "west" | "witness">;
    "net.partitioned": number;
    "regions.down": ReadonlySet<"east" | "west">;
    "regions.crashed": number;
    copy: Readonly<Record<"east" | "west", Copy>>;
    alone: ReadonlySet<"east" | "west">;
    acknowledged: ReadonlySet<Item>;
  };
}
