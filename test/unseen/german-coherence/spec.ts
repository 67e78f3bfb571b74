import { action, exists, fill, forall, implies, invariant, reachable, require, type Sort } from "tenet";

type Client = Sort<"Client">;

/**
 * The cache coherence protocol that Steven German gave verification as a challenge (2000): a directory, and for each client one
 * channel for requests, one for grants and invalidations, one for acknowledgements, each with place for one message.
 */
export class GermanCoherence {
  static scope = { Client: 3 };

  cache: Record<Client, "invalid" | "shared" | "exclusive"> = fill("invalid");
  request: Record<Client, "shared" | "exclusive" | undefined> = fill(undefined);
  reply: Record<Client, "invalidate" | "grant-shared" | "grant-exclusive" | undefined> = fill(undefined);
  ack: Record<Client, boolean> = fill(false);
  /** The directory: who may have a copy, who is still to be invalidated, and for whom. */
  sharers = new Set<Client>();
  toInvalidate = new Set<Client>();
  exclusive = false;
  serving: { client: Client; want: "shared" | "exclusive" } | undefined = undefined;

  @action askShared(client: Client) {
    require(this.cache[client] === "invalid" && this.request[client] === undefined);
    this.request[client] = "shared";
  }

  @action askExclusive(client: Client) {
    require(this.cache[client] !== "exclusive" && this.request[client] === undefined);
    this.request[client] = "exclusive";
  }

  @action serve(client: Client) {
    const want = this.request[client];
    require(this.serving === undefined && want !== undefined);
    this.serving = { client, want };
    this.request[client] = undefined;
    this.toInvalidate = this.sharers;
  }

  @action invalidate(client: Client) {
    const serving = this.serving;
    require(serving !== undefined && this.toInvalidate.has(client) && this.reply[client] === undefined);
    require(serving.want === "exclusive" || this.exclusive);
    this.reply[client] = "invalidate";
    this.toInvalidate.delete(client);
  }

  @action acknowledge(client: Client) {
    require(this.reply[client] === "invalidate" && !this.ack[client]);
    this.reply[client] = undefined;
    this.ack[client] = true;
    this.cache[client] = "invalid";
  }

  @action receiveAck(client: Client) {
    require(this.serving !== undefined && this.ack[client]);
    this.ack[client] = false;
    this.sharers.delete(client);
    this.exclusive = false;
  }

  @action grantShared() {
    const serving = this.serving;
    require(serving !== undefined && serving.want === "shared" && !this.exclusive && this.reply[serving.client] === undefined);
    this.reply[serving.client] = "grant-shared";
    this.sharers.add(serving.client);
    this.serving = undefined;
  }

  @action grantExclusive() {
    const serving = this.serving;
    require(serving !== undefined && serving.want === "exclusive" && !this.exclusive && this.reply[serving.client] === undefined);
    require(forall((client: Client) => !this.sharers.has(client)));
    this.reply[serving.client] = "grant-exclusive";
    this.sharers.add(serving.client);
    this.exclusive = true;
    this.serving = undefined;
  }

  @action receiveShared(client: Client) {
    require(this.reply[client] === "grant-shared");
    this.cache[client] = "shared";
    this.reply[client] = undefined;
  }

  @action receiveExclusive(client: Client) {
    require(this.reply[client] === "grant-exclusive");
    this.cache[client] = "exclusive";
    this.reply[client] = undefined;
  }

  @invariant coherent() {
    return forall((a: Client, b: Client) => implies(this.cache[a] === "exclusive" && a !== b, this.cache[b] === "invalid"));
  }

  @reachable shared() {
    return exists((a: Client, b: Client) => a !== b && this.cache[a] === "shared" && this.cache[b] === "shared");
  }
}
