/** Runs of the head that break what the base promised: what is lost in practice, and not in theory only. */
import { DiagnosticsError } from "../../base/diagnostic.ts";
import { noSpan } from "../../base/span.ts";
import type { TraceEnd } from "../../interp/trace.ts";
import type { Property, Protocol } from "../../ir/protocol.ts";
import { findViolations, type Violations } from "../../pipeline/find-violations.ts";
import { atHead } from "./reads.ts";
import type { Found, Pair } from "./subject.ts";
import type { Lost } from "./weakened.ts";

/** The findings, each with its run where a small instance has one. */
export async function withRuns({ head, signal, maxStates }: Pair, lost: readonly Lost[]): Promise<Found[]> {
  const asked = lost.map(({ property }, i): Property | undefined => {
    const body = property.kind === "reachable" ? undefined : atHead(property.body, head);
    // Others of the head may have its name.
    return body && { ...property, name: `${property.name}Before${i}`, body };
  });
  const promises = asked.flatMap((p) => p ?? []);
  if (promises.length === 0) return lost.map((l) => l.finding);
  const properties = [...head.properties.filter((p) => p.kind === "constraint"), ...promises];
  const { found, searched } = await search({ ...head, properties, liveness: [], metrics: [] }, signal, maxStates);
  return lost.map(({ property, finding }, i) => {
    const name = asked[i]?.name ?? "";
    const run = found.get(name);
    if (run) {
      const says = `A run of ${steps(run.trace.steps.length)} of the change breaks what ${property.name} said:`;
      return { ...finding, details: [...finding.details, says], run: { instance: run.instance, trace: { ...run.trace, end: endOf(run.trace.end, property, finding) } } };
    }
    const whole = asked[i] && searched.find((s) => s.complete);
    return whole ? { ...finding, details: [...finding.details, `No run breaks what ${property.name} said ${where(whole.scope)}.`] } : finding;
  });
}

async function search(head: Protocol, signal: AbortSignal | undefined, maxStates: number | undefined): Promise<Violations> {
  try {
    return await findViolations(head, [head.scope], signal, maxStates);
  } catch (error) {
    // No initial state: whoever checks it finds that out.
    if (error instanceof DiagnosticsError) return { found: new Map(), searched: [] };
    throw error;
  }
}

const steps = (n: number): string => (n === 1 ? "1 step" : `${n} steps`);

function where(scope: Readonly<Record<string, number>>): string {
  const sizes = Object.entries(scope).map(([name, n]) => `${n} ${name}`).join(", ");
  return sizes === "" ? "by default" : `with ${sizes}; larger instances were not searched`;
}

/** The end is about a text that the change does not have: it has no places there. */
function endOf(end: TraceEnd, { name }: Property, { span, inBase }: Found): TraceEnd {
  if (end.kind !== "invariant" && end.kind !== "step") return end;
  const blame = { ...end.blame, span: noSpan, atoms: end.blame.atoms.map((a) => ({ ...a, span: noSpan })) };
  return { kind: end.kind, property: name, span: inBase || !span ? noSpan : span, blame };
}
