/** What is done for a spec, and what comes of it: plain data that goes from one process to another. Facts only; `judge/` says what they mean. */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Span } from "../../base/span.ts";
import type { Trace } from "../../interp/trace.ts";
import type { Protocol } from "../../ir/protocol.ts";
import type { CheckedKind, Verdict } from "../../pipeline/report.ts";
import type { ProofVerdict } from "../../pipeline/prove-report.ts";
import type { Finding } from "../finding.ts";
import type { Instance, Limits } from "../policy/specs.ts";
import type { CodeOutcome } from "../report.ts";

export type Task =
  | { readonly kind: "compile" }
  | { readonly kind: "check"; readonly instance: Instance }
  | { readonly kind: "prove"; readonly instance: Pick<Instance, "options" | "design"> }
  /** With the base. */
  | { readonly kind: "compare" }
  /** An adapter, or `file#function`. */
  | { readonly kind: "drift" | "transition" | "conform"; readonly file: string; readonly instance: Instance };

export interface Job {
  /** The file, below each of the folders. */
  readonly file: string;
  /** What findings are about. */
  readonly about: string;
  readonly protocol: string | null;
  /** Copies of the spec as the change has it, and as the base has it, with all that it imports. */
  readonly head: string;
  readonly base: string | null;
  /** The change with all its files. */
  readonly code: string;
  /** What the spec guards there: globs, and the files that they stand for. */
  readonly guards: readonly string[];
  readonly guarded: readonly string[];
  readonly limits: Limits;
  readonly tasks: readonly Task[];
}

/** A run with the instance that it is of. */
export interface Run { readonly trace: Trace; readonly instance: Protocol }

export interface CompileFacts {
  readonly kind: "compile";
  readonly protocol: string;
  readonly span: Span;
  readonly properties: readonly { readonly name: string; readonly kind: CheckedKind; readonly span: Span }[];
}

export interface CheckFacts {
  readonly kind: "check";
  readonly scope: Readonly<Record<string, number>>;
  readonly options: Readonly<Record<string, string>>;
  readonly verdict: Verdict;
  readonly distinctStates: number;
  readonly transitions: number;
  readonly depth: number;
  /** Whether another search would end in the same way. */
  readonly complete: boolean;
  readonly properties: readonly {
    readonly name: string; readonly kind: CheckedKind; readonly span: Span | null; readonly verdict: Verdict; readonly because: readonly string[];
    /** Where it is violated. */
    readonly run?: Run;
  }[];
  /** About the instance: what holds vacuously, what is never enabled. */
  readonly warnings: readonly Diagnostic[];
}

export interface ProveFacts {
  readonly kind: "prove";
  readonly options: Readonly<Record<string, string>>;
  readonly verdict: ProofVerdict;
  readonly goals: number;
  readonly interrupted: boolean;
  readonly properties: readonly {
    readonly name: string; readonly kind: "invariant" | "lemma" | "step" | "failure"; readonly span: Span | null; readonly verdict: ProofVerdict;
    /** A solver gave up: with more time, it may not. */
    readonly open: boolean;
    /** What is in the way, a line each. */
    readonly obstacles: readonly string[];
    readonly run?: Run;
  }[];
}

export interface CompareFacts { readonly kind: "compare"; readonly findings: readonly Finding[] }

export interface CodeFacts {
  readonly kind: "drift" | "transition" | "conform";
  readonly outcomes: readonly CodeOutcome[];
  readonly findings: readonly Finding[];
}

export type Facts = CompileFacts | CheckFacts | ProveFacts | CompareFacts | CodeFacts;

/** Why a task has no facts. `wrong`: the spec, its proof, the scope or an option is. */
export interface Failed {
  readonly kind: "failed";
  readonly why: "wrong" | "internal" | "time" | "memory" | "crashed" | "interrupted" | "not-started";
  readonly message: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a child says. */
export type Said =
  | { readonly kind: "begins"; readonly task: number }
  | { readonly kind: "ends"; readonly task: number; readonly result: Facts | Failed };
