import { Journal } from "./journal.ts";

export interface Entry { client: string; epoch: number }

export class Lock {
  holder: string | undefined = undefined;
  #epoch = 0;
  readonly waiting = new Set<string>();
  readonly history: Entry[] = [];
  readonly limits = { most: 7, owners: new Map<string, Entry>() };
  readonly journal: Journal;
  static made = 0;

  constructor(first: readonly string[]) {
    this.journal = new Journal();
    for (const client of first) this.waiting.add(client);
    Lock.made = 0;
  }

  get epoch(): number {
    return this.#epoch;
  }

  set epoch(value: number) {
    this.#epoch = value; //~ mutation-outside Lock.#epoch
  }

  get last(): Entry | undefined {
    return this.history.at(-1);
  }

  ask(client: string): boolean {
    if (this.waiting.has(client)) return false;
    this.waiting.add(client);
    return true;
  }

  grant(client: string): boolean {
    if (this.holder !== undefined || !this.waiting.has(client) || this.#epoch >= this.limits.most) return false;
    this.enter(client);
    return true;
  }

  /** Only ever called after the checks of `grant`. */
  enter(client: string): void {
    this.waiting.delete(client);
    this.holder = client;
    this.#epoch += 1;
    this.history.push({ client, epoch: this.#epoch });
    this.journal.record(client);
  }

  release(client: string): boolean {
    if (this.holder !== client) return false;
    setTimeout(() => {
      this.waiting.delete(client); //~ mutation-outside later
    }, 1000);
    this.holder = undefined;
    return true;
  }

  /** A way around the spec. */
  seize(client: string): void {
    this.holder = client; //~ mutation-outside Lock.seize
  }

  entries(): readonly Entry[] {
    return this.history;
  }

  #names: string | undefined;

  /** For `observe`: a cache is not certain to be one. */
  names(): string {
    return (this.#names ??= [...this.waiting].join()); //~ mutation-outside may be
  }

  isFree(): boolean {
    return this.holder === undefined;
  }

  onTimeout = (): void => {
    this.holder = undefined; //~ mutation-outside onTimeout
  };
}
