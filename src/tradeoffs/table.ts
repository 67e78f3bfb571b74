/** The table of trade-offs: designs against faults, property by property. Plain data, which faces draw. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Compiled } from "../frontend/protocol.ts";
import type { Trace } from "../interp/trace.ts";
import type { Options } from "../ir/protocol.ts";
import type { FaultBudget } from "../passes/faults.ts";
import type { Because, CheckedKind } from "../pipeline/report.ts";
import type { SearchLimits } from "../../verifier/contract/search.ts";
import type { ExploreEnd, Measure } from "./report.ts";

/** A design of the table: the options that make it what it is. */
export interface ChosenDesign {
  readonly name: string;
  readonly doc: string;
  readonly options: Options;
}

/** One kind of fault, all others aside; `none`: without any; `all`: all of them together, by the budgets of the spec. */
export interface Column {
  /** `none`, `all`, or the option that is the budget: `net.loss`. */
  readonly name: string;
  readonly kind: "none" | "fault" | "all";
  /** The steps that are these faults. */
  readonly faults: readonly string[];
  /** What the spec allows. */
  readonly own: FaultBudget;
  /** Those that are tried, the least first. */
  readonly budgets: readonly FaultBudget[];
  /** That are tried only to say which is the least that breaks a property. */
  readonly between: readonly FaultBudget[];
}

/** `progress`: a milestone stays possible. */
export type RowKind = Exclude<CheckedKind, "reachable"> | "progress";

export interface Row {
  readonly name: string;
  readonly kind: RowKind;
  readonly doc: string;
}

/** Why a search says nothing of all states. */
export type Cut = Because | ExploreEnd;

/**
 * - `holds`: in every state, by a search that ended.
 * - `bounded`: in every state within the constraints of the spec.
 * - `unknown`: the search did not end.
 */
export type Finding =
  | { readonly verdict: "holds" }
  | { readonly verdict: "bounded" | "unknown"; readonly because: readonly Cut[] }
  | { readonly verdict: "violated"; readonly trace: Trace; readonly recovery?: "recovers" | "blocked" };

export type Tried = Finding & { readonly budget: FaultBudget };

/** Where a run can be shown: the options of the instance that it is of. */
export interface Run {
  readonly trace: Trace;
  readonly options: Options;
  /** Set where message delays are counted, as for costs. */
  readonly counted?: true;
}

/** What is known of one property of one design under one kind of fault. */
export type Cell =
  /** For every budget that was tried. */
  | { readonly verdict: "holds"; readonly upTo: FaultBudget }
  | { readonly verdict: "bounded"; readonly upTo: FaultBudget; readonly because: readonly Cut[] }
  | {
      readonly verdict: "violated";
      /** A budget that breaks it; 0 where it needs no fault. */
      readonly budget: FaultBudget;
      /** The greatest one below that it survives, null where there is none. */
      readonly survives: FaultBudget | null;
      /** Whether no smaller budget breaks it. Otherwise a search at a smaller one did not end. */
      readonly least: boolean;
      readonly run: Run;
      /** Of progress: whether repairing what is broken makes the milestone possible again. */
      readonly recovery?: "recovers" | "blocked";
    }
  /** @see Finding; `survives` as above, of the budgets below that one */
  | { readonly verdict: "unknown"; readonly budget: FaultBudget; readonly survives: FaultBudget | null; readonly because: readonly Cut[] }
  /** No step of the design is such a fault. */
  | { readonly verdict: "absent" };

/** By the name of the column. */
export type Cells = Readonly<Record<string, Cell>>;

/** Whether what a `reachable` asks for comes about. */
export type Reached = "reached" | "never" | "unknown" | "absent";

export interface DesignResult extends ChosenDesign {
  /** In the order of `rows`. */
  readonly cells: readonly Cells[];
  /** In the order of `reachables`. */
  readonly reached: readonly Readonly<Record<string, Reached>>[];
  readonly costs: readonly Measure[];
  /** The options of the instance without faults, of which the costs are. */
  readonly withoutFaults: Options;
  /** Designs that are at least as good in every cell and cost, and better in one. */
  readonly dominatedBy: readonly string[];
}

export interface Tradeoffs {
  readonly protocol: string;
  readonly doc: string;
  /** Of the spec, as given. */
  readonly spec: string;
  readonly scope: Readonly<Record<string, number>>;
  readonly columns: readonly Column[];
  /** Faults that are not in the table: of which the spec says nothing. */
  readonly unmentioned: readonly string[];
  /** Faults that no option rules out: they are in every column. */
  readonly always: readonly string[];
  readonly rows: readonly Row[];
  readonly reachables: readonly { readonly name: string; readonly doc: string }[];
  readonly designs: readonly DesignResult[];
  readonly limits: SearchLimits;
  readonly warnings: readonly Diagnostic[];
  readonly figures: { readonly searches: number; readonly cached: number; readonly states: number; readonly seconds: number };
  readonly interrupted: boolean;
  /** What all of it is about, for those that show runs. */
  readonly compiled: Compiled;
}
