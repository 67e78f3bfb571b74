/** What came of a log: plain data, which faces draw. */
import type { Hindrance } from "../history/hindrance.ts";
import type { Protocol } from "../../ir/protocol.ts";
import type { Fault } from "../../passes/faults.ts";
import type { State } from "../../interp/value.ts";
import type { LogContents, LogEvent } from "./reader.ts";

/** What is taken to be known of the order of events. */
export type LogOrder = "file" | "process" | "clock" | "interval";
export const logOrders: readonly LogOrder[] = ["file", "process", "clock", "interval"];

/**
 * - `explained`: the spec has a run with all events, in an order like theirs. The log has no more to say than that.
 * - `unexplained`: it has none.
 * - `unknown`: nobody knows, see `because`.
 */
export type LogVerdict = "explained" | "unexplained" | "unknown";

/** An event that comes next, and is not possible. */
export interface Stuck {
  readonly event: LogEvent;
  /** As near to possible as it comes; undefined where there was nothing to try. */
  readonly hindrance: Hindrance | undefined;
}

export interface LogReport {
  readonly protocol: string;
  /** As given. */
  readonly spec: string;
  readonly log: string;
  readonly scope: Readonly<Record<string, number>>;
  readonly options: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
  readonly verdict: LogVerdict;
  /** One line each. Empty unless `unknown`. */
  readonly because: readonly string[];
  readonly order: LogOrder;
  /** Sequences of events that are ordered by themselves: 1 where all are. */
  readonly lanes: number;
  /** Events read: all of the log, or up to the first that is not explained. */
  readonly events: number;
  /** Of these, the most that a run of the spec has, in order. */
  readonly explained: number;
  /** Of a run that explains them, unlogged ones included. */
  readonly steps: number;
  /** The most states that were possible at one time. 0 where that was not counted. */
  readonly widest: number;
  readonly contents: LogContents;
  /** Names of members that the spec does not have, and which of its own they were taken for. */
  readonly given: readonly { readonly sort: string; readonly name: string; readonly member: string }[];
  readonly unlogged: { readonly actions: readonly string[]; readonly most: number };
  /** With `unexplained`: where it ends. */
  readonly frontier: readonly Stuck[];
  /** With `unexplained`, where all events are possible: what the last of them must have left, and does not. */
  readonly states: readonly State[];
  readonly milliseconds: number;
  readonly instance: Protocol;
}

export interface LogProgress {
  readonly events: number;
  readonly explained: number;
  readonly milliseconds: number;
}
