import correct from "./adapter.ts";
import { Tickets } from "./tickets.ts";

/** Whoever is in the line is served. */
class HastyTickets extends Tickets {
  override serve(client: string): boolean {
    if (!this.line.includes(client) || this.served === 3) return false;
    this.line.splice(this.line.indexOf(client), 1);
    this.served++;
    return true;
  }
}

export default { ...correct, create: () => new HastyTickets() };
