/** `tenet conform --log`: what a running system has logged, explained by its spec. */
import type { LogProgress, LogVerdict } from "../index.ts";
import type { ConformFlags } from "./conform-flags.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { interruptible } from "./interrupt.ts";
import { progressLine } from "./progress.ts";

export async function conformLog(spec: string, log: string, flags: ConformFlags, { io, settle }: Context): Promise<void> {
  const api = await import("../index.ts");
  const line = progressLine<LogProgress>(io, api.logProgressText);
  const { scope, option: options, design, protocol, map, order, unlogged, inARow, timeout: timeoutMs, maxStates } = flags;
  const report = await interruptible(io, (signal, searching) =>
    api.explainLog(spec, log, { scope, options, design, protocol, map, order, unlogged, inARow, timeoutMs, maxStates, signal, listener: { searching, progress: (p) => line.update(p) } }),
  ).finally(() => line.clear());
  settle(exitCodes[report.verdict]);
  const style = { color: io.outColor };
  if (flags.format === "line") return io.out(api.logLines(report, style));
  io.out(flags.json ? api.logJson(report) : flags.quiet ? api.logConclusionText(report, style) : api.logText(report, style));
}

const exitCodes: Readonly<Record<LogVerdict, ExitCode>> = { explained: exitCode.holds, unexplained: exitCode.violated, unknown: exitCode.undecided };
