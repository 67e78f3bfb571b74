/** Why a command did not get as far as a result. */
import type { Diagnostic } from "../base/diagnostic.ts";

export interface Failure {
  /** `spec`: see the diagnostics; `usage`: the command; `internal`: a defect of Tenet. */
  readonly kind: "spec" | "usage" | "internal";
  readonly message: string;
  /** What to do instead. */
  readonly help?: string;
  readonly diagnostics?: readonly Diagnostic[];
}
