import { action, exists, fill, forall, implies, invariant, reachable, require, type Sort } from "tenet";

export type Client = Sort<"Client">;
export type Server = Sort<"Server">;

interface Link {
  client: Client;
  server: Server;
}

/** Servers that each serve one client at a time (the first example of Verdi and of Ivy, without messages). */
export class LockServer {
  static scope = { Client: 3, Server: 2 };

  /** Whether a server is free. */
  semaphore: Record<Server, boolean> = fill(true);
  links = new Set<Link>();

  @action connect(client: Client, server: Server) {
    require(this.semaphore[server]);
    this.links.add({ client, server });
    this.semaphore[server] = false;
  }

  @action disconnect(client: Client, server: Server) {
    require(this.links.has({ client, server }));
    this.links.delete({ client, server });
    this.semaphore[server] = true;
  }

  /** No server serves two clients. */
  @invariant exclusive() {
    return forall((a: Client, b: Client, server: Server) =>
      implies(this.links.has({ client: a, server }) && this.links.has({ client: b, server }), a === b),
    );
  }

  @reachable served() {
    return exists((client: Client, server: Server) => this.links.has({ client, server }));
  }
}
