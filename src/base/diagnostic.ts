import type { Code } from "./codes.ts";
import type { Span } from "./span.ts";

export type Severity = "error" | "warning";

/** Something to tell the author of a spec: what is wrong, where, and what to write instead. */
export interface Diagnostic {
  /** Stable; listed in `codes.ts`, from which the documentation is generated. TypeScript's own errors are `TS1234`. */
  readonly code: Code | `TS${number}`;
  readonly severity: Severity;
  readonly message: string;
  /** Absent only where no source text is at fault (a command-line option, say). */
  readonly span?: Span;
  /** What to write instead. */
  readonly help?: string;
  readonly notes?: readonly { readonly message: string; readonly span: Span }[];
}

/** Carries diagnostics out of a stage that cannot go on. Expected, so it has no place in a stack trace shown to a user. */
export class DiagnosticsError extends Error {
  override readonly name = "DiagnosticsError";
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((d) => `${d.code} ${d.message}`).join("\n"));
  }
}
