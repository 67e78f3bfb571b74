import { action, exists, forall, implies, invariant, reachable, require, type Sort } from "tenet";

type Client = Sort<"Client">;
type Request = Sort<"Request">;
type Response = Sort<"Response">;
type Query = Sort<"Query">;

/** A server that asks a database for its answers, both of them without waiting (after an example of mypyvy's). */
export class RequestDatabase {
  static scope = { Client: 2, Request: 2, Response: 2, Query: 2 };

  /** What the database answers to which request. */
  readonly answers!: Set<{ request: Request; response: Response }>;
  asked = new Set<{ client: Client; request: Request }>();
  /** For whom a query is. */
  queryOf = new Map<Query, Client>();
  queries = new Set<{ query: Query; request: Request }>();
  results = new Set<{ query: Query; response: Response }>();
  replies = new Set<{ client: Client; response: Response }>();

  @action ask(client: Client, request: Request) {
    this.asked.add({ client, request });
  }

  @action query(client: Client, request: Request, query: Query) {
    require(this.asked.has({ client, request }) && !this.queryOf.has(query));
    this.queryOf.set(query, client);
    this.queries.add({ query, request });
  }

  @action compute(query: Query, request: Request, response: Response) {
    require(this.queries.has({ query, request }) && this.answers.has({ request, response }));
    this.results.add({ query, response });
  }

  @action reply(client: Client, query: Query, response: Response) {
    require(this.results.has({ query, response }) && this.queryOf.get(query) === client);
    this.replies.add({ client, response });
  }

  /** Whoever gets a response has asked for it. */
  @invariant repliesWereAskedFor() {
    return forall((client: Client, response: Response) =>
      implies(
        this.replies.has({ client, response }),
        exists((request: Request) => this.asked.has({ client, request }) && this.answers.has({ request, response })),
      ));
  }

  @reachable replied() {
    return exists((client: Client, response: Response) => this.replies.has({ client, response }));
  }
}
