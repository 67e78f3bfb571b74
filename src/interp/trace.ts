/** A run of a protocol that shows something, as plain data: no source text, which whoever draws it looks up by span. */
import type { Span } from "../base/span.ts";
import type { Fairness, FailureReason, PropertyKind } from "../ir/protocol.ts";
import type { Type } from "../ir/type.ts";
import type { State, Value } from "./value.ts";

/** A variable and what it stands for. */
export interface Binding { readonly name: string; readonly type: Type; readonly value: Value }

/** An expression inside a blamed one, with its value. */
export interface Atom {
  readonly span: Span;
  /** The expression as the spec would write it. */
  readonly text: string;
  readonly type: Type;
  readonly value: Value;
}

/** The part of a predicate that made it false. */
export interface Blame {
  readonly span: Span;
  /** The part as the spec would write it, inlined helpers included. */
  readonly text: string;
  /** The value of the part: usually false; true where the predicate is false because this part is true (below `!exists`). */
  readonly holds: boolean;
  /** The quantified variables around the part and the locals in it. */
  readonly bindings: readonly Binding[];
  readonly atoms: readonly Atom[];
}

/** An action with its arguments, in the order of its parameters. */
export interface ActionInstance {
  readonly action: string;
  readonly args: readonly Binding[];
  readonly span: Span;
}

export interface TraceStep extends ActionInstance {
  /** The `require` statements that held, in the order in which they were first reached. */
  readonly guards: readonly Span[];
  /** After the step; one value for each of `Protocol.state`. */
  readonly state: State;
}

/** Why an action can do nothing in some state. */
export interface BlockedAction {
  readonly action: string;
  /** The arguments that came farthest. */
  readonly args: readonly Binding[];
  /** The part of a `require` that was false for them, or null where there are no arguments to try. */
  readonly blame: Blame | null;
}

/** What was being evaluated when it failed. */
export type FailureSource =
  | ({ readonly kind: "action"; readonly guards: readonly Span[] } & ActionInstance)
  | { readonly kind: "property"; readonly property: string; readonly propertyKind: PropertyKind | LassoEnd["kind"]; readonly span: Span }
  /** Initial values, assumptions and inits. */
  | { readonly kind: "initial" };

export type TraceEnd =
  /** False in the last state; for `step`, of the last step. */
  | { readonly kind: "invariant" | "step"; readonly property: string; readonly span: Span; readonly blame: Blame }
  /** True in the last state. */
  | { readonly kind: "reachable"; readonly property: string; readonly span: Span }
  /** False in the last state and in whatever the protocol's own steps lead to, which the engine has seen. */
  | { readonly kind: "stuck"; readonly property: string; readonly span: Span }
  /** The run is fair, and what it owes never comes. */
  | LassoEnd
  /** No action is enabled in the last state; one entry per action. */
  | { readonly kind: "deadlock"; readonly blocked: readonly BlockedAction[] }
  /** In the last state; `span` is that of the node that failed. */
  | { readonly kind: "failure"; readonly reason: FailureReason; readonly span: Span; readonly message: string; readonly source: FailureSource };

export interface LassoEnd {
  readonly kind: "eventually" | "leadsTo";
  readonly property: string;
  readonly span: Span;
  /** The property's parameters and the values for which it does not hold. */
  readonly args: readonly Binding[];
  /** What never holds, from step `since` on: with `leadsTo`, the last time before which it began to be owed; otherwise from the initial state. */
  readonly blame: Blame;
  readonly since: number;
  /** The steps after this one are repeated for ever; without any, the run stays in the last state. */
  readonly loop: number;
  /** Of the run, the last of which leads back to where the loop began. */
  readonly steps: number;
  /** The fair instances that are enabled somewhere in the loop, and why they are owed nothing. */
  readonly fair: readonly FairInstance[];
}

/** `taken` by that step of the loop, or `disabled` after it. */
export interface FairInstance extends ActionInstance {
  readonly fairness: Fairness;
  readonly why: "taken" | "disabled";
  readonly step: number;
}

export interface Trace {
  /** Null where no initial state could be computed. */
  readonly initial: State | null;
  readonly steps: readonly TraceStep[];
  readonly end: TraceEnd;
}
