/** What the gate found out about a change: plain data, which faces draw. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import type { ConformReport } from "../conform/report.ts";
import type { CheckedKind } from "../pipeline/report.ts";
import type { Accepted, Finding } from "./finding.ts";

/**
 * - `pass`: everything that the policy asks was done, and no finding of level error is left that nobody has accepted.
 * - `fail`: there is such a finding.
 * - `undecided`: there is none, but not everything could be done. Never a pass.
 */
export type GateVerdict = "pass" | "fail" | "undecided";

/** What the process says: 0 pass, 1 fail, 2 wrong policy or command, 3 undecided, 4 an error in Tenet. */
export type GateExit = 0 | 1 | 2 | 3 | 4;

export interface GateReport {
  readonly verdict: GateVerdict;
  readonly exit: GateExit;
  /** Why nothing, or not all, was looked at; the verdict is `undecided` then, or `fail`. */
  readonly stopped: Stop | null;
  /** The folder of the repository on this machine, from which paths are told; null where there is none. */
  readonly root: string | null;
  /** What the change is compared with: the last commit that it has in common with the ref. Null where there is none. */
  readonly base: { readonly ref: string; readonly commit: string } | null;
  /** The change: a commit, or the files as they lie there. */
  readonly head: { readonly commit: string | null; readonly workingTree: boolean };
  /** The policy that counts, and whether it is that of the base. `head` only where the base has none. */
  readonly policy: { readonly file: string; readonly from: "base" | "head" } | null;
  /** In the order of the policy. */
  readonly specs: readonly SpecOutcome[];
  /** Of all specs and of the gate itself, in the order of the policy; those of level error first. */
  readonly findings: readonly JudgedFinding[];
  readonly interrupted: boolean;
  readonly seconds: number;
  /** ISO 8601, when it was done: expiries were judged at this time. */
  readonly time: string;
  /** Of Tenet. */
  readonly version: string;
}

/** `wrong`: the policy or the command; `internal`: a defect of Tenet; `interrupted`: somebody has stopped it. */
export interface Stop {
  readonly kind: "wrong" | "internal" | "interrupted";
  /** Why, and what to do about it. Never empty. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface JudgedFinding extends Finding {
  /** The same for the same finding, wherever its lines have moved: for those who keep lists of findings. */
  readonly fingerprint: string;
  /** What `--accept` takes: the fingerprint, and what the finding is about as it is now, so that nobody accepts what comes later. */
  readonly acceptAs: string;
  readonly accepted: Accepted | null;
  /** Whether it stops the change: of level error, and not accepted. */
  readonly stops: boolean;
}

/** Where a result comes from: found out now, or read from evidence that was recorded when all that it depends on was the same. */
export type Source = "anew" | "evidence";

/** What can be asked of a property, weakest first. A `reachable` can only be reached, whatever is asked. */
export const levels = ["bounded", "exhaustive", "proved"] as const;
export type AskedLevel = (typeof levels)[number];

export interface SpecOutcome {
  /** Folder or file, from the root of the repository. What findings are `about`. */
  readonly spec: string;
  /** Null where it does not compile. */
  readonly protocol: string | null;
  /** Globs of the code that it guards. */
  readonly guards: readonly string[];
  /** Paths that the change touches and that this spec or its implementation depends on; empty: the change has nothing to do with it. */
  readonly touched: readonly string[];
  /** In the order of the spec, then those that no spec declares. */
  readonly properties: readonly PropertyOutcome[];
  readonly instances: readonly InstanceOutcome[];
  readonly proofs: readonly ProofOutcome[];
  readonly code: readonly CodeOutcome[];
  /** What was compared with the base; null where there is nothing in the base to compare with. */
  readonly compared: { readonly source: Source } | null;
  /** What was asked and could not be done, one line each. Not empty: never a pass. */
  readonly notDone: readonly string[];
  /** What nobody asked, and a reader could think was done, one line each. */
  readonly notAsked: readonly string[];
  readonly seconds: number;
}

export interface PropertyOutcome {
  /** As in the spec; `deadlock` and `no failure` for the two that no spec declares. */
  readonly name: string;
  readonly kind: CheckedKind;
  readonly span: Span | null;
  readonly asked: AskedLevel;
  /** The firmest that it reached. */
  readonly reached: AskedLevel | "violated" | "unknown";
  /** Where it was looked at: instances as in `RM=3`, or `any size`. Empty where it was not. */
  readonly where: readonly string[];
  readonly source: Source;
  /** Whether that is as much as was asked. */
  readonly enough: boolean;
  /** Where it is not: what is in the way, in a line. */
  readonly because: string;
}

/** One instance that was explored. */
export interface InstanceOutcome {
  readonly scope: Readonly<Record<string, number>>;
  readonly options: Readonly<Record<string, string>>;
  readonly design: string | null;
  readonly verdict: "exhaustive" | "bounded" | "unknown" | "violated";
  readonly distinctStates: number;
  readonly depth: number;
  /** Whether the base's `expect.json` says exactly that; null where it says nothing of this instance. */
  readonly asExpected: boolean | null;
  readonly source: Source;
}

/** One proof, for any size. */
export interface ProofOutcome {
  /** What it was proved for. */
  readonly options: Readonly<Record<string, string>>;
  readonly verdict: "proved" | "not-inductive" | "unknown" | "violated";
  readonly goals: number;
  readonly source: Source;
}

/** One look at the code behind a spec. */
export interface CodeOutcome {
  /** `conform`: tests against the model; `transition`: functions proved; `drift`: names and calls compared. */
  readonly kind: "conform" | "transition" | "drift";
  /** The adapter, or the file with the functions; for drift, the globs. */
  readonly file: string;
  readonly verdict: "agrees" | "differs" | "unknown";
  /** What was looked at, in a line: "312 of 312 transitions, 200 runs, 0 unbound actions". */
  readonly covered: string;
  readonly source: Source;
  /** With `conform`, where it was done anew. */
  readonly report?: ConformReport;
}
