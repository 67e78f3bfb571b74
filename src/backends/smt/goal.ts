/** Proof goals: what has to be shown, and the question it is for a solver. */
import type { Span } from "../../base/span.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Action, FailureReason, Property } from "../../ir/protocol.ts";
import type { FunctionSymbol, Shapes } from "./shapes.ts";
import type { Term } from "./term.ts";
import type { Unsupported } from "./unsupported.ts";

export type GoalKind =
  /** True in every initial state. */
  | "initiation"
  /** Kept by an action. */
  | "consecution"
  /** A step property, of every step of an action. */
  | "step"
  /** Evaluation never fails: no bound is left, nothing undefined is used. */
  | "no-failure"
  /** The assumptions do not contradict each other: here a model is what is wanted. */
  | "consistency";

export interface Goal {
  /** Stable and readable: `consecution commit consistent#2`. */
  readonly name: string;
  readonly kind: GoalKind;
  /** The property at stake, or undefined for a failure in an action. */
  readonly property: Property | undefined;
  /** The conjunct at stake. */
  readonly conjunct: Expr | undefined;
  readonly action: Action | undefined;
  readonly failure?: { readonly reason: FailureReason; readonly span: Span };
  readonly span: Span;
  readonly query: Query | Unsupported;
}

/** Something assumed, under a name. Two may have one name. */
export interface Hypothesis {
  readonly name: string;
  readonly term: Term;
  /** The place in the spec that says it; undefined for axioms of sorts. */
  readonly span?: Span;
  /** The assumption, invariant or lemma that it is a conjunct of; undefined for types and guards. */
  readonly property?: string;
}

/** Sorts, functions and definitions first; then what is assumed, each under a name; then the negation of what is to be shown. */
export interface Query {
  readonly declarations: readonly string[];
  readonly hypotheses: readonly Hypothesis[];
  readonly negated: Term;
  /** Names of the protocol's sorts, which are sorts of the solver. */
  readonly sorts: readonly string[];
  /** All functions of the encoding; those that the query needs are declared in it. */
  readonly functions: readonly FunctionSymbol[];
  /** What its symbols stand for. */
  readonly shapes: Shapes;
}
