/** What symbolic search and k-induction found out about one instance: plain data, which faces draw. */
import type { Fault } from "../passes/faults.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import type { Trace } from "../interp/trace.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { UnknownReason } from "../../verifier/contract/solver.ts";
import type { Verdict } from "./report.ts";

export type Method =
  /** All runs of at most so many steps. */
  | { readonly kind: "bounded"; readonly steps: number }
  /** Induction over paths of up to k steps. */
  | { readonly kind: "induction"; readonly k: number };

/** What keeps a verdict from being `exhaustive`. */
export type Limit =
  /** Longer runs were not looked at. */
  | { readonly kind: "steps" }
  /** States beyond these constraints are not left. */
  | { readonly kind: "constraint"; readonly names: readonly string[] }
  /** Something fails to evaluate: what would have followed was not seen. */
  | { readonly kind: "failure" }
  | { readonly kind: "gave-up"; readonly reason: UnknownReason }
  | { readonly kind: "interrupted" }
  /** No way to say it in logic. */
  | { readonly kind: "unsupported"; readonly reason: string; readonly span: Span }
  /** A path of k steps from states where all claims hold leads to one where this does not. */
  | { readonly kind: "not-inductive"; readonly path?: Trace };

export interface InstanceProperty {
  /** As in the spec; `no failure` for what no spec declares. */
  readonly name: string;
  readonly kind: "invariant" | "lemma" | "step" | "reachable" | "failure";
  readonly doc: string;
  readonly span?: Span;
  /** As in a check: a `reachable` that was reached is `exhaustive`. */
  readonly verdict: Verdict;
  readonly limits: readonly Limit[];
  /** No run of at most so many steps violates it, or reaches it. Absent where not even initial states are known. */
  readonly depth?: number;
  /** `exhaustive` because of induction over paths of so many steps. */
  readonly k?: number;
  /** The counterexample; for a `reachable`, the witness. Replayed on the interpreter. */
  readonly trace?: Trace;
}

export interface InstanceReport {
  readonly protocol: string;
  /** Of the spec, as given. */
  readonly spec: string;
  /** The file with the lemmas; null where there is none. */
  readonly proof: string | null;
  readonly method: Method;
  /** The size of every sort and of every bound that has a name. */
  readonly scope: Readonly<Record<string, number>>;
  readonly options: Readonly<Record<string, string>>;
  /** The faults that the protocol is subject to, and the budget of each: what the verdicts rest on. */
  readonly faults: readonly Fault[];
  /** The weakest of all properties; `violated` if one is. */
  readonly verdict: Verdict;
  /** In the order of the text, then failures. */
  readonly properties: readonly InstanceProperty[];
  readonly warnings: readonly Diagnostic[];
  readonly solver: { readonly questions: number; readonly seconds: number; readonly timeoutMs: number; readonly seed: number };
  /** For those that show values. */
  readonly instance: Protocol;
}
