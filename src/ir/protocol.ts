import type { Span } from "../base/span.ts";
import type { Expr, Stmt } from "./expr.ts";
import type { Type } from "./type.ts";

/**
 * A protocol as all engines see it.
 *
 * Initial states: each field takes its initial value, in order (a field without one takes every value of its
 * type); the assumptions select; then every `init` runs in order, for every choice of its parameters.
 * A step is one action instance (an action with arguments) whose body ends without a failed `require`.
 */
export interface Protocol {
  readonly name: string;
  readonly doc: string;
  readonly span: Span;
  readonly sorts: readonly SortDecl[];
  /** The spec's default scope: sizes of sorts, and bounds of sequences and bags by name. */
  readonly scope: Readonly<Record<string, number>>;
  readonly state: readonly StateField[];
  readonly assumptions: readonly Property[];
  readonly inits: readonly Action[];
  readonly actions: readonly Action[];
  readonly properties: readonly Property[];
  readonly liveness: readonly Liveness[];
  readonly metrics: readonly Metric[];
  /** Choices of options that have names. None in an instance, where the options are settled. */
  readonly designs: readonly Design[];
}

/** A value of an option: `null` is undefined. */
export type OptionValue = boolean | number | string | null;
/** Values by the names of options. */
export type Options = Readonly<Record<string, OptionValue>>;

/** What is not mentioned is as where no design is chosen. */
export interface Design {
  readonly name: string;
  readonly doc: string;
  readonly options: Options;
  readonly span: Span;
}

export interface SortDecl {
  readonly name: string;
  /** Values of an ordered sort are 0..size-1; those of an unordered one are interchangeable. */
  readonly ordered: boolean;
  /** `null` until the pass `instantiate` has applied a scope. */
  readonly size: number | null;
  /** In the models of solvers: what stands for the majorities of this sort. Everywhere else they are all sets of more than half of the values. */
  readonly quorums?: readonly (readonly number[])[];
  readonly span: Span;
}

export interface StateField {
  /** With dots where composition brought it in: `net.messages`. */
  readonly name: string;
  readonly type: Type;
  /** `null`: every value of the type. May read the fields before it. */
  readonly initial: Expr | null;
  /** No action writes it; `option`: it is chosen by whoever runs the check (a constructor parameter). */
  readonly role: "variable" | "constant" | "option";
  readonly span: Span;
}

export interface Param { readonly name: string; readonly type: Type; readonly span: Span }

export interface Action {
  readonly name: string;
  readonly doc: string;
  readonly params: readonly Param[];
  readonly body: readonly Stmt[];
  readonly span: Span;
  /**
   * `fault`: a step that the protocol does not take but suffers: a lost message, a crash. `repair`: one that ends a fault.
   * `delay`: time passes, and with it what is on the way. Without one, a step of the protocol itself.
   */
  readonly role?: "fault" | "repair" | "delay";
  /** What fair runs owe each of its instances; without it, nothing. */
  readonly fair?: Fairness;
}

/**
 * An instance is enabled in a state where it leads to another one; a step that could be its own counts as it being taken.
 * - `weak`: an instance that stays enabled is taken at last.
 * - `strong`: one that is enabled again and again is.
 */
export type Fairness = "weak" | "strong";

/** `lemma`: an invariant that only a proof rests on. Engines that visit states pass it over. */
export type PropertyKind = "invariant" | "lemma" | "step" | "reachable" | "constraint" | "terminal" | "assume";

/** A named predicate over one state (`step`: over two adjacent ones). */
export interface Property {
  readonly kind: PropertyKind;
  readonly name: string;
  readonly doc: string;
  readonly body: Expr;
  readonly span: Span;
}

/**
 * What every fair run has to do, for each choice of the parameters. A run that ends goes on in its last state for ever, which is
 * fair where no fair action is enabled.
 */
export interface Liveness {
  readonly kind: "eventually" | "leadsTo";
  readonly name: string;
  readonly doc: string;
  readonly params: readonly Param[];
  /** Of `leadsTo`: whenever it holds, `to` holds then or later. Null for `eventually`, where `to` holds at some time. */
  readonly from: Expr | null;
  readonly to: Expr;
  readonly span: Span;
}

/**
 * By what designs are compared: until when costs are counted, and what they are. No verdict rests on one.
 * - `milestone`: a predicate over one state.
 * - `cost`: an integer, of the state in which a milestone is first reached.
 * - `stepCost`: an integer, of two adjacent states; of all steps until then the sum.
 */
export interface Metric {
  readonly kind: "milestone" | "cost" | "stepCost";
  readonly name: string;
  readonly doc: string;
  readonly body: Expr;
  readonly span: Span;
}

/**
 * Why evaluating an expression or statement can fail. A failure in an action is a violation with its own trace;
 * that instance then has no successor. The span is that of the node that failed.
 */
export type FailureReason =
  /** An integer left its bounds, an enum or union value is outside the target type. */
  | "bound"
  /** A sequence or bag would hold more than its scope allows. */
  | "capacity"
  /** A sequence has no such index. */
  | "index"
  /** A value was undefined. */
  | "undefined"
  /** The variant at hand has no such field. */
  | "variant"
  | "divide-by-zero"
  /** An integer left the range that is computed exactly, -(2^53-1)..2^53-1. */
  | "overflow";
