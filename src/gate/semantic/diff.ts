/** Two specs, each where it lies: what the second one no longer promises. */
import { compileSpec } from "../../frontend/protocol.ts";
import type { Finding } from "../finding.ts";
import { compareProtocols, type CompareOptions } from "./compare.ts";

export interface DiffOptions extends Omit<CompareOptions, "about" | "maxStates"> {
  /** The class to take, where the files have several. */
  readonly protocol?: string;
  readonly listener?: { /** The specs are compiled and the comparison begins. */ comparing?(): void };
}

export interface DiffReport {
  /** As given. */
  readonly base: { readonly spec: string; readonly protocol: string };
  readonly head: { readonly spec: string; readonly protocol: string };
  /** What a person must look at, and what is good to know. */
  readonly findings: readonly Finding[];
  /** Somebody ended it early: then one of the findings says so. */
  readonly interrupted: boolean;
  readonly seconds: number;
}

/**
 * @param base a file, or a folder with a spec.ts
 * @throws DiagnosticsError where one of them does not compile
 */
export async function diff(base: string, head: string, { protocol, listener, ...options }: DiffOptions = {}): Promise<DiffReport> {
  const start = performance.now();
  const compiled = [base, head].map((spec) => compileSpec(spec, protocol === undefined ? {} : { protocol }));
  listener?.comparing?.();
  const findings = await compareProtocols(compiled[0], compiled[1], { ...options, about: head });
  const named = (spec: string, i: number): DiffReport["base"] => ({ spec, protocol: compiled[i].protocol.name });
  return { base: named(base, 0), head: named(head, 1), findings, interrupted: options.signal?.aborted ?? false, seconds: (performance.now() - start) / 1000 };
}
