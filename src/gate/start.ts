/** The gate, loaded when it is used: other commands have no use for what validates a policy. */
import type { GateOptions } from "./gate.ts";
import type { GateReport } from "./report.ts";

/** Judges a change. Everything that can go wrong is in the report; nothing is thrown. */
export async function gate(options: GateOptions = {}): Promise<GateReport> {
  return (await import("./gate.ts")).gate(options);
}
