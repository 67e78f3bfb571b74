/** What `tenet watch --json` prints, one object on each line, for editors. Types only. */
import type { Files } from "./sources.ts";
import type { Location, RunTable } from "./run-table.ts";

interface Common {
  /** From 1. */
  readonly run: number;
  /** As given. */
  readonly spec: string;
  /** The texts that this is about: SHA-256 by file, null where there is none. Whoever has other texts must not believe it. */
  readonly files: Files;
}

export interface StartedEvent extends Common { readonly event: "started" }

/** The spec is compiled: what it has, and where. */
export interface OutlineEvent extends Common {
  readonly event: "outline";
  readonly protocol: string;
  readonly actions: readonly { readonly name: string; readonly location: Location | null }[];
  readonly properties: readonly { readonly name: string; readonly kind: string; readonly location: Location | null }[];
}

export interface VerdictsEvent extends Common {
  readonly event: "verdicts";
  /** Of one instance, or for any size. */
  readonly method: "check" | "prove";
  readonly protocol: string;
  /** Sizes, options and faults that the verdicts are about: `TwoPhaseCommit RM=3`. */
  readonly instance: string;
  /** The same of the run before, where that was something else. */
  readonly instanceWas?: string;
  readonly verdict: string;
  /** One sentence. */
  readonly conclusion: string;
  readonly properties: readonly PropertyVerdict[];
  /** Properties that the run before had. */
  readonly gone: readonly string[];
  readonly seconds: number;
}

export interface PropertyVerdict {
  readonly name: string;
  readonly kind: string;
  readonly verdict: string;
  /** The verdict of the run before, where that was something else. */
  readonly was?: string;
  /** What the verdict says, in words. */
  readonly text: string;
  readonly location: Location | null;
  /** The counterexample; of what must be reachable, a run that reaches it. */
  readonly table?: RunTable;
}

/** Everything to be shown at places of the spec; it replaces what an earlier one said. */
export interface DiagnosticsEvent extends Common {
  readonly event: "diagnostics";
  readonly items: readonly DiagnosticItem[];
  /** Set where there is no verdict. */
  readonly failure?: "spec" | "usage" | "internal";
}

export interface DiagnosticItem {
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly code: string;
  readonly location: Location | null;
}

export interface DoneEvent extends Common {
  readonly event: "done";
  /** Something has changed meanwhile: the next run follows. */
  readonly interrupted: boolean;
}

export type WatchEvent = StartedEvent | OutlineEvent | VerdictsEvent | DiagnosticsEvent | DoneEvent;
