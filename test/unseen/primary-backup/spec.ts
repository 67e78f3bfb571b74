import { action, exists, fill, forall, implies, invariant, reachable, require, type Sort } from "tenet";

type Server = Sort<"Server">;
type Update = Sort<"Update">;

interface Copy {
  to: Server;
  update: Update;
}

/**
 * A primary answers its client when all servers that are up have the update; any of them can take over (Alsberg and Day, "A
 * Principle for Resilient Sharing of Distributed Resources", 1976).
 */
export class PrimaryBackup {
  static scope = { Server: 3, Update: 2 };

  primary!: Server;
  up: Record<Server, boolean> = fill(true);
  has: Record<Server, Set<Update>> = fill(new Set<Update>());
  copies = new Set<Copy>();
  answered = new Set<Update>();
  submitted = new Set<Update>();

  @action submit(update: Update) {
    require(this.up[this.primary]);
    this.submitted.add(update);
    this.has[this.primary].add(update);
  }

  @action send(to: Server, update: Update) {
    require(this.up[this.primary] && this.has[this.primary].has(update));
    this.copies.add({ to, update });
  }

  @action receive(server: Server, update: Update) {
    require(this.up[server] && this.copies.has({ to: server, update }));
    this.has[server].add(update);
  }

  @action answer(update: Update) {
    require(this.up[this.primary] && forall((server: Server) => implies(this.up[server], this.has[server].has(update))));
    this.answered.add(update);
  }

  @action fail(server: Server) {
    require(this.up[server]);
    this.up[server] = false;
  }

  @action takeOver(server: Server) {
    require(!this.up[this.primary] && this.up[server]);
    this.primary = server;
  }

  /** What a client was told is not lost. */
  @invariant durable() {
    return forall((update: Update) => implies(this.answered.has(update), this.has[this.primary].has(update)));
  }

  /** Servers have what clients submitted, and nothing else. */
  @invariant genuine() {
    return forall((server: Server, update: Update) => implies(this.has[server].has(update), this.submitted.has(update)));
  }

  @reachable takenOver() {
    return exists((update: Update) => this.answered.has(update) && exists((server: Server) => !this.up[server] && server !== this.primary));
  }
}
