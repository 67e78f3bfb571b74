/** One run: compile, check, prove. The parts of the compiler's work that texts share with the run before are kept. */
import { setImmediate } from "node:timers/promises";
import { compileSpec } from "../../frontend/protocol.ts";
import { type CheckOptions, checkPrepared } from "../../pipeline/check-prepared.ts";
import { prepareCompiled } from "../../pipeline/prepare.ts";
import type { ProofProgress } from "../../pipeline/proof-session.ts";
import { prove } from "../../pipeline/prove.ts";
import { failureOf } from "../../report/failure-of.ts";
import type { SearchProgress } from "../../../verifier/contract/search.ts";
import { type Said, VerdictHistory } from "./changes.ts";
import { instanceText, proofInstanceText } from "../../report/instance-line.ts";
import { Superseded, type Turn } from "./loop.ts";
import type { Sources } from "./sources.ts";

export interface VerifyOptions extends Omit<CheckOptions, "signal" | "listener" | "witness"> {
  /** Whether it is proved for any size, too; with `proof.lock.json`. */
  readonly prove?: boolean;
  readonly listener?: {
    checking?(progress: SearchProgress): void;
    proving?(progress: ProofProgress): void;
  };
}

/** @returns what does one run after the other, and remembers what the last one said */
export function verifier(spec: string, options: VerifyOptions, { snapshot }: Pick<Sources, "snapshot">): (turn: Turn) => Promise<void> {
  const { prove: proving = false, listener = {}, ...checkOptions } = options;
  const histories = { checked: new VerdictHistory(), proved: new VerdictHistory() };
  const named = options.protocol === undefined ? {} : { protocol: options.protocol };

  const check = async ({ signal, tell }: Turn): Promise<void> => {
    const compiled = compileSpec(spec, { ...named, snapshot });
    tell({ kind: "compiled", protocol: compiled.protocol });
    await setImmediate();
    const prepared = prepareCompiled(compiled, checkOptions);
    const report = await checkPrepared(spec, prepared, { ...checkOptions, signal, listener: { progress: (p) => listener.checking?.(p) } });
    const said = { instance: instanceText(report), properties: report.properties };
    tell({ kind: "checked", report, changes: histories.checked.compare(said) });
    histories.checked.remember(said);
  };

  const proveIt = async ({ signal, tell }: Turn): Promise<void> => {
    const report = await prove(spec, {
      ...named, ...(options.options && { options: options.options }), lock: "use", snapshot, signal, listener: { progress: (p) => listener.proving?.(p) },
    });
    const said: Said = { instance: proofInstanceText(report), properties: report.properties.map((p) => ({ ...p, trace: p.violation?.trace })) };
    tell({ kind: "proved", report, changes: histories.proved.compare(said) });
    histories.proved.remember(said);
  };

  return async (turn) => {
    for (const step of proving ? [check, proveIt] : [check]) {
      try {
        await step(turn);
      } catch (error) {
        if (error instanceof Superseded) throw error;
        return turn.tell({ kind: "wrong", failure: failureOf(error) });
      }
    }
  };
}
