import { action, exists, fill, forall, implies, invariant, reachable, require, type Sort } from "tenet";

type Client = Sort<"Client">;

type Message =
  | { kind: "ask"; client: Client; mode: "read" | "write" }
  | { kind: "lease"; client: Client; mode: "read" | "write" }
  | { kind: "return"; client: Client };

/** A server that gives leases to many readers or to one writer (Gray and Cheriton, "Leases", 1989), by messages that are received once. */
export class ReadWriteLease {
  static scope = { Client: 3 };

  readers = new Set<Client>();
  writer: Client | undefined = undefined;
  mode: Record<Client, "none" | "read" | "write"> = fill("none");
  inbox = new Set<Message>();

  @action ask(client: Client, mode: "read" | "write") {
    require(this.mode[client] === "none");
    this.inbox.add({ kind: "ask", client, mode });
  }

  @action lendToReader(client: Client) {
    require(this.inbox.has({ kind: "ask", client, mode: "read" }) && this.writer === undefined && !this.readers.has(client));
    this.inbox.delete({ kind: "ask", client, mode: "read" });
    this.readers.add(client);
    this.inbox.add({ kind: "lease", client, mode: "read" });
  }

  @action lendToWriter(client: Client) {
    require(this.inbox.has({ kind: "ask", client, mode: "write" }) && this.writer === undefined);
    require(!exists((reader: Client) => this.readers.has(reader)));
    this.inbox.delete({ kind: "ask", client, mode: "write" });
    this.writer = client;
    this.inbox.add({ kind: "lease", client, mode: "write" });
  }

  @action receive(message: Message) {
    require(this.inbox.has(message) && message.kind === "lease");
    this.inbox.delete(message);
    this.mode[message.client] = message.mode;
  }

  @action giveBack(client: Client) {
    require(this.mode[client] !== "none");
    this.mode[client] = "none";
    this.inbox.add({ kind: "return", client });
  }

  @action takeBack(client: Client) {
    require(this.inbox.has({ kind: "return", client }));
    this.inbox.delete({ kind: "return", client });
    this.readers.delete(client);
    if (this.writer === client) this.writer = undefined;
  }

  @invariant writersAreAlone() {
    return forall((a: Client, b: Client) => implies(this.mode[a] === "write" && this.mode[b] !== "none", a === b));
  }

  @reachable written() {
    return exists((client: Client) => this.mode[client] === "write");
  }

  @reachable read() {
    return exists((a: Client, b: Client) => a !== b && this.mode[a] === "read" && this.mode[b] === "read");
  }
}
