/** What a change does to the meaning of a spec. */
import { chdir } from "node:process";
import { DiagnosticsError } from "../../base/diagnostic.ts";
import { compileSpec, type Compiled } from "../../frontend/protocol.ts";
import type { Finding } from "../finding.ts";
import { compareProtocols } from "../semantic/compare.ts";
import type { CompareFacts, Job } from "./facts.ts";

/** @throws DiagnosticsError where the spec of the change is wrong */
export async function compareFacts(job: Job, milliseconds: number): Promise<CompareFacts> {
  const options = job.protocol === null ? {} : { protocol: job.protocol };
  // Places in the base are told from its root, too.
  chdir(job.base!);
  const base = compileBase(job, options);
  chdir(job.head);
  const head = compileSpec(job.file, options);
  if ("rule" in base) return { kind: "compare", findings: [base] };
  return { kind: "compare", findings: await compareProtocols(base, head, { about: job.about, timeoutMs: job.limits.solverSeconds * 1000, signal: AbortSignal.timeout(milliseconds) }) };
}

function compileBase(job: Job, options: { readonly protocol?: string }): Compiled | Finding {
  try {
    return compileSpec(job.file, options);
  } catch (error) {
    if (!(error instanceof DiagnosticsError)) throw error;
    return {
      rule: "property-changed", level: "error", about: job.about, subject: "base", span: null, details: error.diagnostics.slice(0, 5).map((d) => `${d.code} ${d.message}`),
      message: "The spec of the base does not compile, so that nothing of the change can be compared with it.",
    };
  }
}
