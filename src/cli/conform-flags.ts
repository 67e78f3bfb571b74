import type { LogOrder } from "../index.ts";

/** What `tenet conform` is given; each way to compare takes what it knows. */
export interface ConformFlags {
  readonly transition?: string;
  readonly log?: string;
  readonly map?: string;
  readonly order?: LogOrder;
  readonly unlogged?: "all" | "none" | readonly string[];
  readonly inARow?: number;
  readonly scope?: Readonly<Record<string, number>>;
  readonly option?: Readonly<Record<string, string>>;
  readonly protocol?: string;
  readonly proof?: string;
  readonly timeout?: number;
  readonly maxStates?: number;
  readonly seed?: number;
  readonly json?: true;
  readonly quiet?: true;
}
