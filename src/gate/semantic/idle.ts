/** What no longer happens in a small instance: actions that are never enabled, invariants that hold because of it. */
import { type Diagnostic, DiagnosticsError } from "../../base/diagnostic.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { checkPrepared } from "../../pipeline/check-prepared.ts";
import { prepareCompiled } from "../../pipeline/prepare.ts";
import { type Found, found, inHead, type Pair } from "./subject.ts";

const mostStates = 50_000;
const timeoutMs = 30_000;

/** Of the head and not of the base. */
export async function idle(pair: Pair): Promise<Found[]> {
  const now = await warningsOf(pair.head, pair);
  if (now === undefined) {
    const message = "its default instance was not searched to the end, so that it is not known whether something no longer happens there";
    return [found("undecided", "note", pair.head.name, message, inHead(pair.head))];
  }
  if (now.length === 0) return [];
  const before = new Set((await warningsOf(pair.base, pair))?.map((w) => w.message));
  return now.filter((w) => !before.has(w.message)).map((w) =>
    found(w.code === "T7001" ? "property-vacuous" : "action-dead", "error", w.message.split(" ")[0], w.message, w.span ? { span: w.span } : null, w.notes?.map((n) => n.message) ?? []));
}

/** Undefined where not every state was seen. */
async function warningsOf(protocol: Protocol, { signal, maxStates = mostStates }: Pair): Promise<Diagnostic[] | undefined> {
  try {
    const report = await checkPrepared("", prepareCompiled({ protocol: { ...protocol, liveness: [] }, warnings: [] }, {}), { limits: { maxStates, timeoutMs }, keepGoing: true, ...(signal && { signal }) });
    return report.search.end === "complete" ? report.warnings.filter((w) => w.code === "T7001" || w.code === "T7002") : undefined;
  } catch (error) {
    // No initial state, or no sizes: whoever checks it finds that out.
    if (error instanceof DiagnosticsError) return undefined;
    throw error;
  }
}
