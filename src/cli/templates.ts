/** The files of a new folder. */
import type { Link } from "./link.ts";

export const spec = `import { action, exists, forall, invariant, reachable, require, type Sort } from "tenet";

/** A client of the lock server. Any number of them compete for the one lock. */
type Client = Sort<"Client">;

/** What travels between clients and server. Messages may be delayed and overtake each other. */
type Message =
  | { kind: "request"; client: Client }
  | { kind: "grant"; client: Client }
  | { kind: "release"; client: Client };

/** A lock server: clients ask for the lock by message, and the server grants it to one at a time. */
export class LockServer {
  static scope = { Client: 3 };

  /** Messages on their way. */
  network = new Set<Message>();
  /** The client to whom the server has given the lock. */
  owner: Client | undefined = undefined;
  /** The clients that are waiting for an answer, and those that believe they hold the lock. */
  waiting = new Set<Client>();
  holding = new Set<Client>();

  @action ask(client: Client) {
    require(!this.waiting.has(client) && !this.holding.has(client));
    this.waiting.add(client);
    this.network.add({ kind: "request", client });
  }

  /** The server takes a request and answers it, if the lock is free. */
  @action grant(client: Client) {
    require(this.network.has({ kind: "request", client }) && this.owner === undefined);
    this.network.delete({ kind: "request", client });
    this.owner = client;
    this.network.add({ kind: "grant", client });
  }

  @action enter(client: Client) {
    require(this.network.has({ kind: "grant", client }));
    this.network.delete({ kind: "grant", client });
    this.waiting.delete(client);
    this.holding.add(client);
  }

  @action leave(client: Client) {
    require(this.holding.has(client));
    this.holding.delete(client);
    this.network.add({ kind: "release", client });
  }

  /** The server learns that the lock is free again. */
  @action release(client: Client) {
    require(this.network.has({ kind: "release", client }));
    this.network.delete({ kind: "release", client });
    this.owner = undefined;
  }

  /** No two clients hold the lock. */
  @invariant mutualExclusion() {
    return forall((a: Client, b: Client) => !(this.holding.has(a) && this.holding.has(b)) || a === b);
  }

  /** A client can hold the lock while another one waits: the invariant is not true just because nothing happens. */
  @reachable contended() {
    return exists((a: Client, b: Client) => this.holding.has(a) && this.waiting.has(b));
  }
}
`;

export function tsconfig(path: Link): string {
  return json({
    compilerOptions: {
      target: "es2023",
      module: "nodenext",
      lib: ["es2025"],
      types: [],
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      ...(path === null ? {} : { paths: { tenet: [`${path}/src/dsl/index.ts`] } }),
    },
    include: ["*.ts"],
  });
}

export function packageJson(name: string, path: Link): string {
  const tenet = path === null ? "tenet" : `node ${quoted(`${path}/dist/cli.js`)}`;
  return json({
    name,
    private: true,
    type: "module",
    scripts: { check: `${tenet} check .`, "check:json": `${tenet} check . --json` },
    ...(path === null ? {} : { devDependencies: { tenet: `file:${path}` } }),
  });
}

/** For the shell, where it needs to be. */
export const quoted = (path: string): string => (/^[\w./@-]+$/.test(path) ? path : `"${path}"`);

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export const gitignore = "node_modules/\n";

export const readme = `# A first protocol

\`spec.ts\` is a lock server: clients ask for a lock by message, and no two may ever hold it.

    npm run check

explores every state with three clients and says what holds. Then break it, and look at the trace: in \`leave\`, put
\`this.owner = undefined;\` before the release is sent; or let \`grant\` forget \`this.owner === undefined\`.

    npm run check -- --scope Client=4         four clients
    npm run check -- --show contended         how one client comes to wait for another
    npm run check -- --help                   everything else
`;
