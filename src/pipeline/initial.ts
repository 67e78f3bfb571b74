/** An instance without an initial state says nothing: whatever is claimed of its states would hold. */
import { DiagnosticsError } from "../base/diagnostic.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { SearchResult } from "../../verifier/contract/search.ts";

/** @throws DiagnosticsError where the search found no state to start from, though none of them failed or was cut off */
export function requireInitial({ end, findings, stats }: SearchResult, instance: Protocol): void {
  if (end !== "complete" || stats.distinctStates > 0 || findings.length > 0) return;
  if (instance.properties.some((p) => p.kind === "constraint")) return;
  throw noInitialState(instance);
}

export function noInitialState(instance: Protocol): DiagnosticsError {
  return new DiagnosticsError([{
    code: "T6011",
    severity: "error",
    message: `${instance.name} has no initial state in this instance, so nothing was checked`,
    span: instance.span,
    help: "Weaken what excludes all of them, or choose a scope or option that leaves some.",
    notes: [
      ...instance.assumptions.map((p) => ({ message: `${p.name} is assumed of them`, span: p.span })),
      ...instance.inits.map((a) => ({ message: `${a.name} runs at the start`, span: a.span })),
    ],
  }]);
}
