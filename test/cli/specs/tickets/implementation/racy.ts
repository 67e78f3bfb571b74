import correct from "./adapter.ts";
import { Tickets } from "./tickets.ts";

/** Between looking and taking a place, others look too. */
async function join(tickets: Tickets, { client }: { readonly client: string }): Promise<boolean> {
  const { open, line } = tickets;
  const before = [...line];
  await Promise.resolve();
  if (!open || before.includes(client)) return false;
  line.splice(0, line.length, ...before, client);
  return true;
}

export default { ...correct, actions: { ...correct.actions, join: { request: join } } };
