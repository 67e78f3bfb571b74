/** The one object that `--json` prints; `docs/check-result.schema.json` describes it. */
import { jsonText } from "../base/printable.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import type { Fault } from "../passes/faults.ts";
import type { Insight } from "../pipeline/insight-report.ts";
import type { CheckReport, PropertyReport } from "../pipeline/report.ts";
import type { SymmetryReport } from "../pipeline/symmetry.ts";
import type { Failure } from "./failure.ts";
import { traceToJson } from "./trace-json.ts";

/** One line break at the end. */
export function checkJson(report: CheckReport): string {
  const { search } = report;
  return text({
    protocol: report.protocol,
    spec: report.spec,
    scope: report.scope,
    options: report.options,
    ...faultsJson(report.faults),
    verdict: report.verdict,
    because: report.because,
    ...optional("depth", report.depth),
    properties: report.properties.map((p) => propertyJson(p, report)),
    warnings: report.warnings.map(diagnosticJson),
    stats: {
      distinctStates: search.distinctStates,
      ...optional("representedStates", search.representedStates),
      transitions: search.transitions,
      depth: search.depth,
      seconds: Math.round(search.seconds * 1e6) / 1e6,
      peakMemoryBytes: search.peakMemoryBytes,
      engine: search.engine,
      innerLoop: search.innerLoop,
      workers: search.workers,
      ...optional("resumedAt", search.resumedAt),
      ...(search.disk && { disk: search.disk }),
    },
    search: {
      end: search.end,
      limits: { ...search.limits },
      visited: search.visited,
      ...optional("omissionProbability", search.omissionProbability),
      ...optional("trouble", search.trouble),
      completeDepth: search.completeDepth,
      ...(search.checkpoint && { checkpoint: search.checkpoint }),
      constraints: search.constraints,
      ...(search.reduction && { reduction: search.reduction }),
      ...(search.liveness && { liveness: { ...search.liveness, seconds: Math.round(search.liveness.seconds * 1e6) / 1e6 } }),
      ...optional("oneWorker", search.oneWorker),
      ...(search.symmetry && { symmetry: symmetryJson(search.symmetry) }),
    },
    ...(report.insight && { insight: insightJson(report.insight) }),
  });
}

const symmetryJson = ({ sorts, apart }: SymmetryReport): object => ({
  sorts, apart: apart.map(({ sort, reason, span }) => ({ sort, reason, location: locationJson(span) })),
});

function propertyJson(property: PropertyReport, report: CheckReport): object {
  return {
    name: property.name,
    kind: property.kind,
    verdict: property.verdict,
    because: property.because,
    ...optional("depth", property.depth),
    location: locationJson(property.span),
    ...(property.trace && { trace: traceToJson(property.trace, report.instance) }),
  };
}

const insightJson = ({ properties, ...figures }: Insight): object => ({
  ...figures,
  properties: properties.map(({ name, kind, conditions }) => ({ name, kind, conditions: conditions.map(({ span, states }) => ({ location: locationJson(span), states })) })),
});

/** What `--json` prints where there is no result: the command, the spec or Tenet itself is wrong. */
export function failureJson({ kind, message, help, diagnostics = [] }: Failure): string {
  return text({ error: { kind, message, ...optional("help", help) }, diagnostics: diagnostics.map(diagnosticJson) });
}

export function diagnosticJson(d: Diagnostic): object {
  return {
    code: d.code,
    severity: d.severity,
    message: d.message,
    location: locationJson(d.span),
    ...optional("help", d.help),
    ...(d.notes && { notes: d.notes.map((n) => ({ message: n.message, location: locationJson(n.span) })) }),
  };
}

/** As in a trace: null where no text of the spec stands behind. */
export const locationJson = (span: Span | undefined): object | null =>
  span === undefined || span.line === 0 ? null : { file: span.file, line: span.line, column: span.column, endLine: span.endLine, endColumn: span.endColumn };

/** Nothing where there are none. */
export const faultsJson = (faults: readonly Fault[]): object => (faults.length === 0 ? {} : { faults: faults.map(({ fault, option, budget }) => ({ fault, option, budget })) });

const optional = (name: string, value: string | number | undefined): object => (value === undefined ? {} : { [name]: value });

const text = (value: object): string => `${jsonText(value)}\n`;
