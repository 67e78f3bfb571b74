/** The one object that `--json` prints; `docs/check-result.schema.json` describes it. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { sortsOf } from "../interp/env.ts";
import type { CheckReport, PropertyReport } from "../pipeline/report.ts";
import type { Failure } from "./failure.ts";
import { spanJson } from "./json-span.ts";
import type { Json } from "./json-value.ts";
import { traceJson } from "./json-trace.ts";

/** One line break at the end. */
export function checkJson(report: CheckReport): string {
  const { search } = report;
  return text({
    protocol: report.protocol,
    spec: report.spec,
    scope: report.scope,
    options: report.options,
    verdict: report.verdict,
    because: report.because,
    ...optional("depth", report.depth),
    properties: report.properties.map((p) => propertyJson(p, report)),
    warnings: report.warnings.map(diagnosticJson),
    stats: {
      distinctStates: search.distinctStates,
      transitions: search.transitions,
      depth: search.depth,
      seconds: search.seconds,
      peakMemoryBytes: search.peakMemoryBytes,
      engine: search.engine,
    },
    search: {
      end: search.end,
      limits: { ...search.limits },
      visited: search.visited,
      ...optional("omissionProbability", search.omissionProbability),
      completeDepth: search.completeDepth,
      constraints: search.constraints,
    },
  });
}

function propertyJson(property: PropertyReport, report: CheckReport): Json {
  return {
    name: property.name,
    kind: property.kind,
    verdict: property.verdict,
    because: property.because,
    ...optional("depth", property.depth),
    ...(property.span ? { span: spanJson(property.span) } : {}),
    ...(property.trace ? { trace: traceJson(property.trace, report.instance, sortsOf(report.instance)) } : {}),
  };
}

/** What `--json` prints where there is no result: the command, the spec or Tenet itself is wrong. */
export function failureJson({ kind, message, help, diagnostics = [] }: Failure): string {
  return text({ error: { kind, message, ...optional("help", help) }, diagnostics: diagnostics.map(diagnosticJson) });
}

function diagnosticJson(d: Diagnostic): Json {
  return {
    code: d.code,
    severity: d.severity,
    message: d.message,
    ...(d.span ? { span: spanJson(d.span) } : {}),
    ...optional("help", d.help),
    ...(d.notes ? { notes: d.notes.map((n) => ({ message: n.message, span: spanJson(n.span) })) } : {}),
  };
}

const optional = (name: string, value: string | number | undefined): { readonly [name: string]: Json } => (value === undefined ? {} : { [name]: value });

const text = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`;
