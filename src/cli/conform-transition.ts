/** `tenet conform --transition`: a pure function of an implementation, compared with the actions of its spec. */
import type { TransitionReport } from "../index.ts";
import type { ConformFlags } from "./conform-flags.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { interruptible } from "./interrupt.ts";
import { progressLine } from "./progress.ts";

export async function conformTransition(spec: string, given: string, flags: ConformFlags, { io, settle }: Context): Promise<void> {
  const api = await import("../index.ts");
  const at = given.lastIndexOf("#");
  const [file, name] = at > 0 ? [given.slice(0, at), given.slice(at + 1)] : [given, undefined];
  const line = progressLine<Parameters<typeof api.proofProgressText>[0]>(io, api.proofProgressText);
  const report = await interruptible(io, (signal, searching) =>
    api.proveTransition(spec, file, {
      ...(name !== undefined && { function: name }), protocol: flags.protocol, proof: flags.proof, options: flags.option, scope: flags.scope,
      timeoutMs: flags.timeout, seed: flags.seed, ...(flags.maxStates !== undefined && { limits: { maxStates: flags.maxStates } }),
      signal, listener: { proving: searching, progress: (p) => line.update(p) },
    }),
  ).finally(() => line.clear());
  settle(exitCodes[report.verdict]);
  const style = { color: io.outColor };
  if (flags.format === "line") return io.out(api.transitionLines(report, style));
  io.out(flags.json ? api.transitionJson(report) : flags.quiet ? api.transitionConclusionText(report, style) : api.transitionText(report, style));
}

const exitCodes: Readonly<Record<TransitionReport["verdict"], ExitCode>> = {
  proved: exitCode.holds, exhaustive: exitCode.holds, violated: exitCode.violated, unknown: exitCode.undecided,
};
