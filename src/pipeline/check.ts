/** Checks one instance of a protocol. */
import { type CheckOptions, checkPrepared } from "./check-prepared.ts";
import { prepareSpec } from "./prepare-spec.ts";
import type { CheckReport } from "./report.ts";

/**
 * @param spec a file, or a folder with a spec.ts
 * @throws DiagnosticsError where the spec, its scope or an option is wrong; InternalError where engines disagree
 */
export async function check(spec: string, options: CheckOptions = {}): Promise<CheckReport> {
  const { scope, options: chosen, design, protocol, deadlock, keepGoing, symmetry = "auto", workers = "auto" } = options;
  return checkPrepared(spec, prepareSpec(spec, options), { ...options, symmetry, workers, asked: { scope, options: chosen, design, protocol, deadlock, keepGoing, symmetry } });
}
