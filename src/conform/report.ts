/** What tests of an implementation against its spec found out: plain data, which faces draw. */
import type { Span } from "../base/span.ts";
import type { ActionInstance, Blame, TraceStep } from "../interp/trace.ts";
import type { State, Value } from "../interp/value.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Type } from "../ir/type.ts";
import type { BoundAction, SystemFailure } from "./system.ts";

/**
 * - `conforms`: in everything that was tried, implementation and spec agreed. Never more than a sample: `covered` says of what.
 * - `diverges`: there is a run on which they do not.
 * - `unknown`: it could not be tried, or not enough of it.
 */
export type ConformVerdict = "conforms" | "diverges" | "unknown";

export interface ConformReport {
  readonly protocol: string;
  /** Of the spec and of the adapter, as given. */
  readonly spec: string;
  readonly adapter: string;
  /** Sizes of sorts and bounds that were tried. */
  readonly scope: Readonly<Record<string, number>>;
  readonly options: Readonly<Record<string, string>>;
  readonly verdict: ConformVerdict;
  /** Why nothing can be said, one line each. Empty unless `unknown`. */
  readonly because: readonly string[];
  /** The same seed, spec and adapter give the same tests. */
  readonly seed: number;
  readonly covered: Coverage;
  readonly actions: readonly BoundAction[];
  /**
   * Of the state: fields that the implementation shows, among them those of which it shows only what is at some keys; and those that
   * it does not, of which nothing was compared.
   */
  readonly fields: { readonly shown: readonly string[]; readonly partly: readonly string[]; readonly hidden: readonly string[] };
  /** What kept the implementation in its place: "no network (own namespace)", "no network (Node's modules)", … */
  readonly isolation: readonly string[];
  /** The first, as short as it could be made. */
  readonly divergence?: Divergence;
  readonly instance: Protocol;
}

export interface Coverage {
  /** Transitions of the instance by actions that are bound: taken by the implementation, and all. `total` is null where the instance is too large. */
  readonly transitions: { readonly taken: number; readonly total: number | null };
  /** Requests that the spec does not allow, made and refused, and all. */
  readonly refusals: { readonly taken: number; readonly total: number | null };
  /** Random runs after that, and all steps. */
  readonly runs: number;
  readonly steps: number;
  /** Histories of concurrent actions that had an order which the spec allows. */
  readonly histories: number;
}

export interface Divergence {
  /**
   * - `refused`: the spec allows what the implementation refused. `accepted`: the other way round.
   * - `state`: afterwards, it does not show what the spec has. `changed`: it refused, and something changed.
   * - `order`: concurrent actions, and no order of them is possible in the spec.
   * - `failed`: no answer. See `failure`.
   */
  readonly kind: "refused" | "accepted" | "state" | "changed" | "order" | "failed";
  /** One line. */
  readonly message: string;
  readonly initial: State;
  /** Steps that went well, with the states of the spec after each. */
  readonly steps: readonly ConformStep[];
  /** What came next; null where `create` was to blame, and with `together`. */
  readonly last: { readonly action: string; readonly args: readonly { readonly name: string; readonly type: Type; readonly value: Value }[]; readonly span: Span } | null;
  /** Fields that differ: `observed` as it came, made safe to print. */
  readonly fields: readonly { readonly name: string; readonly type: Type; readonly expected: Value; readonly observed: string }[];
  /** With `accepted`: the part of the guard that is false. */
  readonly blame?: Blame;
  readonly failure?: SystemFailure;
  /** What was called without waiting for what was called before it, by the places of calls and returns in one order. */
  readonly together?: readonly ConcurrentCall[];
  /** Of so many replays, those that ended in the same way. Fewer of them: what the implementation does is not settled by what it is asked. */
  readonly again: number;
  readonly replays: number;
}

export interface ConformStep extends TraceStep {
  /** It was asked for, refused as it should be, and nothing changed. */
  readonly refused?: true;
}

export interface ConcurrentCall extends ActionInstance {
  readonly called: number;
  /** Null where it never came back. */
  readonly returned: number | null;
  readonly refused: boolean;
  /** As it came, made safe to print. */
  readonly seen: string;
}
