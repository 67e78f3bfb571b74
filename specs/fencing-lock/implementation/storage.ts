/** A storage that turns down whoever comes with an older token than one it has seen. */
import type { Disk } from "./lock-service.ts";
import { Serial } from "./serial.ts";

export interface Stored {
  readonly client: string;
  readonly token: number;
}

/** Somebody has written with a greater token. */
export class StaleToken extends Error {}

export class FencedStorage {
  private readonly serial = new Serial();

  private constructor(private readonly disk: Disk, private last: Stored | undefined) {}

  static async open(disk: Disk): Promise<FencedStorage> {
    const text = await disk.read();
    return new FencedStorage(disk, text === undefined ? undefined : (JSON.parse(text) as Stored));
  }

  /** @throws StaleToken */
  write({ client, token }: Stored): Promise<void> {
    return this.serial.run(async () => {
      if (this.last !== undefined && token < this.last.token) throw new StaleToken(`${token} is older than ${this.last.token}`);
      const stored = { client, token };
      await this.disk.write(JSON.stringify(stored));
      this.last = stored;
    });
  }

  get stored(): Stored | undefined {
    return this.last;
  }
}
