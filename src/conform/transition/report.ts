/** What a comparison of a transition function with its spec found out: plain data, which faces draw. */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Span } from "../../base/span.ts";
import type { Binding as Argument, Blame, TraceStep } from "../../interp/trace.ts";
import type { State, Value } from "../../interp/value.ts";
import type { FailureReason, Protocol } from "../../ir/protocol.ts";
import type { Type } from "../../ir/type.ts";
import type { Fault } from "../../passes/faults.ts";
import type { SearchedInstance, SolverFigures } from "../../pipeline/prove-report.ts";

/**
 * - `proved`: in every state that the proved invariants allow, whatever the size, function and action come to the same.
 * - `exhaustive`: they do in every state of the instance `searched`.
 * - `violated`: they do not, in a state that was reached.
 * - `unknown`: no claim.
 */
export type TransitionVerdict = "proved" | "exhaustive" | "violated" | "unknown";

export interface TransitionReport {
  readonly protocol: string;
  /** Of the spec and of the implementation, as given. */
  readonly spec: string;
  readonly file: string;
  /** The function, and the place of its name. */
  readonly name: string;
  readonly span: Span;
  /** The file with the lemmas; null where there is none. */
  readonly proof: string | null;
  readonly sorts: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
  /** The weakest of the actions'; at best `unknown` where there are events without an action. */
  readonly verdict: TransitionVerdict;
  /** Those that are bound to an event, in the order of the spec. */
  readonly actions: readonly TransitionAction[];
  /** Actions without an event: nothing is said about them. */
  readonly unbound: readonly { readonly name: string; readonly role: "action" | "fault" | "repair" | "delay"; readonly span: Span }[];
  /** Events without an action: nothing is said about them. */
  readonly foreign: readonly { readonly kind: string; readonly span: Span }[];
  /** Fields of the spec that the function has, which were compared; and those that it does not have. */
  readonly fields: readonly string[];
  readonly hidden: readonly string[];
  /** How it refuses an event: it returns undefined, or the state as it was. */
  readonly refusesBy: "undefined" | "same state";
  /** Invariants and lemmas that are not proved: nothing rests on them. */
  readonly notAssumed: readonly string[];
  /** The instance that was searched, because not everything was proved. */
  readonly searched?: SearchedInstance;
  readonly interrupted: boolean;
  readonly warnings: readonly Diagnostic[];
  readonly solver: Omit<SolverFigures, "opinions">;
}

export interface TransitionAction {
  readonly name: string;
  readonly verdict: TransitionVerdict;
  /** Where the event is declared, and where the action is. */
  readonly event: Span;
  readonly span: Span;
  /** Parts of its guard that the function cannot know: who gives it the event has to see to them. */
  readonly assumed: readonly { readonly text: string; readonly span: Span }[];
  /** Parameters that the event does not have. */
  readonly untold: readonly string[];
  /**
   * Whether it refuses the event wherever it can know that the action is not possible: `compared`; `nothing`: the action has no guard that it could
   * know; `hidden`: whether there is a guard depends on what it does not have, so this was not compared.
   */
  readonly refusals: "compared" | "nothing" | "hidden";
  /** It can never happen with these options: there was nothing to compare. */
  readonly never: boolean;
  /** Questions that were asked of the solver. */
  readonly goals: number;
  /** Why it is not proved, a line each. */
  readonly because: readonly string[];
  /** Where they come to something else: always with `violated`. Without a run, in a state of which nobody knows whether it can be reached. */
  readonly difference?: Difference;
}

/** One input on which spec and function do not agree, as the interpreter sees both. */
export interface Difference {
  /**
   * - `state`: fields differ afterwards. `refused`: the action is possible, and the function refuses the event.
   * - `accepted`: the other way round. `failed`: the function has no value.
   */
  readonly kind: "state" | "refused" | "accepted" | "failed";
  readonly instance: Protocol;
  readonly before: State;
  readonly args: readonly Argument[];
  /** How the state before is reached; absent where that is not known. */
  readonly run?: { readonly initial: State; readonly steps: readonly TraceStep[] };
  /** Fields that the function has, where the two differ. */
  readonly fields: readonly { readonly name: string; readonly type: Type; readonly before: Value; readonly spec: Value; readonly function: Value }[];
  /** With `accepted`: the part of the guard that is false. */
  readonly blame?: Blame;
  /** With `failed`. */
  readonly failure?: { readonly reason: FailureReason; readonly message: string; readonly span: Span };
}
