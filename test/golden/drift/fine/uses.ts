import { Lock } from "../lock.ts";

/** This is how a program uses it. */
export function work(lock: Lock, client: string): boolean {
  return lock.ask(client) && lock.grant(client) && lock.release(client) && lock.isFree();
}

export class Client {
  holder: string | undefined;
  constructor(readonly lock: Lock) {}

  run(): void {
    this.holder = "me";
    if (!work(this.lock, "me")) this.holder = undefined;
    const other = new Lock([]);
    other.ask("me");
  }
}
