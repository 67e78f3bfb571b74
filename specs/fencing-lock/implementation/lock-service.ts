/**
 * A lock service: one lock, given for a time, each time with a greater fencing token. Requests come through a replicated log, and their positions in it
 * are the tokens; a log that was restored from a backup repeats some. What the service must not forget is on its disk before it answers.
 */
import { Serial } from "./serial.ts";

export interface Disk {
  /** What was written last. */
  read(): Promise<string | undefined>;
  /** Done when it would survive a loss of power. */
  write(text: string): Promise<void>;
}

export interface Clock {
  /** Milliseconds. */
  now(): number;
}

export interface Lease {
  readonly client: string;
  readonly token: number;
  readonly until: number;
}

interface Durable {
  /** The last token that was given. */
  readonly issued?: number;
  readonly lease?: Lease;
}

export class LockService {
  private readonly serial = new Serial();

  private constructor(
    private readonly disk: Disk,
    private readonly clock: Clock,
    private readonly leaseMs: number,
    private state: Durable,
  ) {}

  /** Starts where the last one on this disk ended. */
  static async open(disk: Disk, clock: Clock, leaseMs: number): Promise<LockService> {
    const text = await disk.read();
    return new LockService(disk, clock, leaseMs, text === undefined ? {} : (JSON.parse(text) as Durable));
  }

  /**
   * @param position of the request in the log
   * @returns undefined if the lock is held, or the position is not after that of the last lease
   */
  acquire(client: string, position: number): Promise<Lease | undefined> {
    return this.serial.run(async () => {
      if (this.holder()) return undefined;
      if (this.state.issued !== undefined && position <= this.state.issued) return undefined;
      const lease = { client, token: position, until: this.clock.now() + this.leaseMs };
      await this.save({ issued: position, lease });
      return lease;
    });
  }

  /** The lease in force. */
  holder(): Lease | undefined {
    const { lease } = this.state;
    return lease && this.clock.now() < lease.until ? lease : undefined;
  }

  get issued(): number | undefined {
    return this.state.issued;
  }

  private async save(state: Durable): Promise<void> {
    await this.disk.write(JSON.stringify(state));
    this.state = state;
  }
}
