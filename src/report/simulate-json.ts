/** The one object that `tenet simulate --json` prints; `docs/simulate-result.schema.json` describes it. */
import { jsonText } from "../base/printable.ts";
import type { SampledProperty, SimulateReport } from "../pipeline/simulate-report.ts";
import { diagnosticJson, faultsJson, locationJson } from "./json.ts";
import { traceToJson } from "./trace-json.ts";

/** One line break at the end. */
export function simulateJson(report: SimulateReport): string {
  const { protocol, spec, scope, options, verdict, properties, warnings, sample } = report;
  return `${jsonText({
    protocol, spec, scope, options, ...faultsJson(report.faults), verdict,
    properties: properties.map((p) => propertyJson(p, report)),
    warnings: warnings.map(diagnosticJson),
    sample: { ...sample, seconds: Math.round(sample.seconds * 1e6) / 1e6 },
  })}\n`;
}

function propertyJson({ name, kind, verdict, span, found, trace }: SampledProperty, { instance }: SimulateReport): object {
  return {
    name, kind, verdict,
    ...(kind === "reachable" && { reached: found !== undefined }),
    location: locationJson(span),
    ...(found && { found }),
    ...(trace && { trace: traceToJson(trace, instance) }),
  };
}
