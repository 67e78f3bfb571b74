/** What an adapter of PrimaryBackup is held to. Generated; do not edit. */

export type View = number;
export type Write = `write${number}`;
export type Message =
  | { kind: "acknowledgement"; from: "a" | "b"; to: "client"; view: View; write: Write }
  | { kind: "copied"; from: "a" | "b"; to: "a" | "b"; view: View; write: Write }
  | { kind: "copy"; at: number; from: "a" | "b"; to: "a" | "b"; view: View; write: Write }
  | { kind: "request"; from: "client"; to: "a" | "b"; view: View; write: Write }
  | { kind: "view"; from: "witness"; to: "a" | "b"; view: View };

/**
 * A primary with one backup, and a witness that says who is primary (Alsberg and Day, "A Principle for Resilient Sharing of
 * Distributed Resources", 1976; the witness as in Lin, Yang, Zhang and Zhou, "PacificA: Replication in Log-Based Distributed
 * Storage Systems", 2008). What the designs disagree about is when a write is acknowledged.
 */
export interface PrimaryBackupModel {
  actions: {
    "nodes.crash": { node: "a" | "b" };
    "nodes.restart": { node: "a" | "b" };
    /** It finds out who is primary, and asks again when that changes, or when nothing is on the way that might still answer it. */
    request: { write: Write };
    hear: { m: Message };
    accept: { m: Message };
    /** The backup takes writes in their order. What it has at that place already was sent twice. */
    store: { m: Message };
    confirm: { m: Message };
    /** The backup becomes primary, and there is none behind it. */
    takeOver: { server: "a" | "b" };
    /** The primary has its backup taken out of the view. */
    goOnAlone: { server: "a" | "b" };
    /** A server that was left out comes back as the backup, with the log of the primary. */
    join: { server: "a" | "b" };
    /** Who was not asked learns of a new view late. */
    learn: { m: Message };
  };
  faults: "nodes.crash" | "nodes.restart";
  state: {
    replication: "async" | "reconfigured" | "semi-sync" | "sync";
    fencing: boolean;
    slowness: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | "unlimited";
    "net.messages": ReadonlySet<Message>;
    "nodes.down": ReadonlySet<"a" | "b">;
    "nodes.crashed": number;
    current: View;
    primary: Readonly<Record<View, "a" | "b">>;
    backup: Readonly<Record<View, "a" | "b" | undefined>>;
    view: Readonly<Record<"a" | "b", View>>;
    log: Readonly<Record<"a" | "b", readonly Write[]>>;
    acknowledged: ReadonlySet<Write>;
  };
}
