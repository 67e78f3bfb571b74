import type { LogOrder } from "../index.ts";

/** What `tenet conform` is given; each way to compare takes what it knows. */
export interface ConformFlags {
  readonly transition?: string;
  readonly adapter?: string;
  readonly log?: string;
  readonly map?: string;
  readonly order?: LogOrder;
  readonly unlogged?: "all" | "none" | readonly string[];
  readonly inARow?: number;
  readonly scope?: Readonly<Record<string, number>>;
  readonly option?: Readonly<Record<string, string>>;
  readonly design?: string;
  readonly protocol?: string;
  readonly proof?: string;
  readonly timeout?: number;
  readonly maxStates?: number;
  readonly seed?: number;
  readonly runs?: number;
  readonly steps?: number;
  readonly concurrent?: number;
  /** Milliseconds for one answer of an implementation, and bytes for its process. */
  readonly stepTimeout?: number;
  readonly memory?: number;
  readonly network?: true;
  readonly files?: true;
  readonly fresh?: true;
  readonly regression?: string;
  readonly format?: "text" | "line";
  readonly json?: true;
  readonly quiet?: true;
}
