/** A client of the lock service. It cannot know that its lease is over, so it sends its token with everything it writes. */
export interface WriteRequest {
  readonly kind: "write";
  readonly client: string;
  readonly token: number;
}

export interface Network {
  send(message: WriteRequest): Promise<void>;
}

export class LockClient {
  private token: number | undefined;

  constructor(readonly name: string, private readonly network: Network) {}

  /** Of a grant, however late it comes. */
  granted(token: number): void {
    this.token = token;
  }

  get holds(): number | undefined {
    return this.token;
  }

  /** @returns false if it holds nothing */
  stop(): boolean {
    if (this.token === undefined) return false;
    this.token = undefined;
    return true;
  }

  /** @returns false if it holds nothing */
  async write(): Promise<boolean> {
    if (this.token === undefined) return false;
    await this.network.send({ kind: "write", client: this.name, token: this.token });
    return true;
  }
}
