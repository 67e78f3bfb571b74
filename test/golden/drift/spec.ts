import { action, invariant, require, type Int, type Sort } from "tenet";

type Client = Sort<"Client">;

/** One client at a time holds the lock; epochs grow with every grant. */
export class Lock {
  static scope = { Client: 2 };

  holder: Client | undefined = undefined;
  epoch: Int<0, 7> = 0;
  waiting = new Set<Client>();

  @action ask(client: Client) {
    require(!this.waiting.has(client));
    this.waiting.add(client);
  }

  @action grant(client: Client) {
    require(this.holder === undefined && this.waiting.has(client) && this.epoch < 7);
    this.waiting.delete(client);
    this.holder = client;
    this.epoch = this.epoch + 1;
  }

  @action release(client: Client) {
    require(this.holder === client);
    this.holder = undefined;
  }

  @invariant holderDoesNotWait() {
    return this.holder === undefined || !this.waiting.has(this.holder);
  }
}
