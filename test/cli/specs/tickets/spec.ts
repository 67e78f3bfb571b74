import { action, fault, invariant, require, type Int, type Sort } from "tenet";
import { type Budget, spend, type Used } from "tenet/faults";

type Client = Sort<"Client">;

/** A counter hands out tickets, one after the other, and each client holds one at most. Whoever is first in line is served. */
export class Tickets {
  static scope = { Client: 2, line: 2 };

  line: Client[] = [];
  served: Int<0, 3> = 0;
  open: boolean = false;
  crashed: Used = 0;

  constructor(readonly crashes: Budget = 1) {}

  @action unlock() {
    require(!this.open);
    this.open = true;
  }

  @action join(client: Client) {
    require(this.open && !this.line.includes(client));
    this.line.push(client);
  }

  @action serve(client: Client) {
    require(this.line.length > 0 && this.line[0] === client && this.served < 3);
    this.line.shift();
    this.served += 1;
  }

  /** Everybody has to wait outside. */
  @fault close() {
    require(this.open);
    this.crashed = spend(this.crashed, this.crashes);
    this.open = false;
    this.line = [];
  }

  @invariant nobodyWaitsOutside() {
    return this.open || this.line.length === 0;
  }
}
