/** What verdicts are about, on one line: `TwoPhaseCommit RM=3`. */
import type { Fault } from "../passes/faults.ts";
import type { ProofReport } from "../pipeline/prove-report.ts";
import type { CheckReport } from "../pipeline/report.ts";
import { choicesText, faultsText } from "./faults-text.ts";

export const instanceText = ({ protocol, scope, options, faults }: Pick<CheckReport, "protocol" | "scope" | "options" | "faults">): string =>
  chosen([protocol, ...Object.entries(scope).map(([name, size]) => `${name}=${size}`), ...choicesText(options, faults)], faults);

/** Of whatever size. */
export const proofInstanceText = ({ protocol, options, faults }: ProofReport): string => chosen([protocol, ...choicesText(options, faults)], faults);

const chosen = (choices: readonly string[], faults: readonly Fault[]): string => `${choices.join(" ")}${faultsText(faults).replace("\nFaults", ", faults")}`;
