/** What happens while a spec is watched, in order. Faces draw it. */
import type { Protocol } from "../../ir/protocol.ts";
import type { ProofReport } from "../../pipeline/prove-report.ts";
import type { CheckReport } from "../../pipeline/report.ts";
import type { Failure } from "../../report/failure.ts";
import type { Changes } from "./changes.ts";
import type { Files } from "./sources.ts";

/** What a run finds out. Told only while the texts on the disk are those that it is about. */
export type Result =
  | { readonly kind: "compiled"; readonly protocol: Protocol }
  | { readonly kind: "checked"; readonly report: CheckReport; readonly changes: Changes }
  | { readonly kind: "proved"; readonly report: ProofReport; readonly changes: Changes }
  /** There is no verdict. */
  | { readonly kind: "wrong"; readonly failure: Failure };

export type Happening = (
  | Result
  | { readonly kind: "started" }
  /** Interrupted: its texts changed, or nobody wants to know any more. */
  | { readonly kind: "done"; readonly interrupted: boolean }
) & { readonly run: number; readonly files: Files };
