/** The one object that `tenet prove --bounded --json` and `--induction --json` print; `docs/prove-instance-result.schema.json` describes it. */
import { jsonText } from "../base/printable.ts";
import type { InstanceProperty, InstanceReport, Limit } from "../pipeline/instance-report.ts";
import { diagnosticJson, locationJson, faultsJson } from "./json.ts";
import { traceToJson } from "./trace-json.ts";

/** One line break at the end. */
export function instanceJson(report: InstanceReport): string {
  const { protocol, spec, proof, method, scope, options, faults, verdict, properties, warnings, solver } = report;
  const object = {
    protocol, spec, proof, method, scope, options, ...faultsJson(faults), verdict,
    properties: properties.map((p) => propertyJson(p, report)),
    warnings: warnings.map(diagnosticJson),
    solver: { ...solver, seconds: Math.round(solver.seconds * 1e6) / 1e6 },
  };
  return `${jsonText(object)}\n`;
}

function propertyJson({ name, kind, verdict, limits, depth, k, span, trace }: InstanceProperty, report: InstanceReport): object {
  return {
    name, kind, verdict,
    limits: limits.map((l) => limitJson(l, report)),
    ...(depth !== undefined && { depth }), ...(k !== undefined && { k }),
    location: locationJson(span),
    ...(trace && { trace: traceToJson(trace, report.instance) }),
  };
}

function limitJson(limit: Limit, { instance }: InstanceReport): object {
  switch (limit.kind) {
    case "unsupported": return { kind: limit.kind, reason: limit.reason, location: locationJson(limit.span) };
    case "not-inductive": return { kind: limit.kind, ...(limit.path && { path: traceToJson(limit.path, instance) }) };
    default: return limit;
  }
}
