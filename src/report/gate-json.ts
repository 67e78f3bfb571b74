/** The one object that `tenet gate --json` prints; `docs/gate-result.schema.json` describes it. */
import { jsonText } from "../base/printable.ts";
import type { Finding } from "../gate/finding.ts";
import type { CodeOutcome, GateReport, SpecOutcome } from "../gate/report.ts";
import { gateConclusion } from "./gate-words.ts";
import { diagnosticJson, locationJson } from "./json.ts";
import { traceToJson } from "./trace-json.ts";

/** One line break at the end. */
export function gateJson(report: GateReport): string {
  const { verdict, exit, stopped, base, head, policy, specs, findings, interrupted, seconds, time, version } = report;
  const object = {
    verdict, exit, conclusion: gateConclusion(report),
    stopped: stopped && { kind: stopped.kind, diagnostics: stopped.diagnostics.map(diagnosticJson) },
    base, head, policy,
    specs: specs.map(specJson),
    findings: findings.map((f) => ({ ...findingJson(f), fingerprint: f.fingerprint, acceptAs: f.acceptAs, accepted: f.accepted, stops: f.stops })),
    interrupted, seconds: rounded(seconds), time, version,
  };
  return `${jsonText(object)}\n`;
}

const specJson = ({ properties, code, seconds, ...rest }: SpecOutcome): object => ({
  ...rest,
  properties: properties.map(({ span, ...p }) => ({ ...p, location: locationJson(span ?? undefined) })),
  code: code.map(codeJson),
  seconds: rounded(seconds),
});

function codeJson({ report, ...rest }: CodeOutcome): object {
  if (!report) return rest;
  const { scope, options, seed, covered, because, isolation, actions } = report;
  return { ...rest, tests: { scope, options, seed, covered, because, isolation, actions } };
}

export const findingJson = ({ rule, level, message, details, about, subject, span, inBase, run }: Finding): object => ({
  rule, level, message, details, about, subject, location: locationJson(span ?? undefined), inBase: inBase ?? false,
  ...(run && { scope: run.instance.scope, trace: traceToJson(run.trace, run.instance) }),
});

const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;
