import type { Adapter } from "tenet/conform";
import type { TicketsModel } from "./conformance.ts";
import { Tickets } from "./tickets.ts";

export default {
  create: () => new Tickets(),
  actions: {
    unlock: (tickets) => tickets.unlock(),
    join: { request: (tickets, { client }) => tickets.join(client) },
    serve: { request: (tickets, { client }) => tickets.serve(client) },
    close: { unbound: "a counter that closes is another object" },
  },
  observe: ({ line, served, open }) => ({ line: line as TicketsModel["state"]["line"], served, open }),
} satisfies Adapter<TicketsModel, Tickets>;
