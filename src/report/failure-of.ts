/** What was thrown, as what is told of it. */
import { DiagnosticsError } from "../base/diagnostic.ts";
import { SolverMissing } from "../pipeline/proof-solvers.ts";
import { LogError } from "../conform/log/log-error.ts";
import { ModelUnavailable } from "../propose/model/proposer.ts";
import { CheckpointRefused } from "../../verifier/explicit/checkpoint/refused.ts";
import { DiskError } from "../../verifier/explicit/disk/disk-error.ts";
import type { Failure } from "./failure.ts";

export function failureOf(error: unknown): Failure {
  if (error instanceof DiagnosticsError) return { kind: "spec", message: error.diagnostics[0]?.message ?? "the spec is wrong", diagnostics: error.diagnostics };
  if (error instanceof SolverMissing || error instanceof ModelUnavailable || error instanceof LogError || error instanceof CheckpointRefused) return { kind: "usage", message: error.message, ...(error.help === undefined ? {} : { help: error.help }) };
  if (isSystemError(error) || error instanceof DiskError) return { kind: "usage", message: error.message };
  return { kind: "internal", message: error instanceof Error ? error.message : String(error) };
}

/** The operating system refused something: no such folder, no permission, disk full. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === "string";
