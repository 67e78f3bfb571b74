/** The one object that `tenet propose --json` prints; `docs/propose-result.schema.json` describes it. */
import type { JudgedGhost } from "../propose/ghost.ts";
import type { Judged } from "../propose/judgement.ts";
import type { ProposeReport } from "../propose/report.ts";
import { diagnosticJson } from "./json.ts";
import { propertyJson } from "./prove-json.ts";
import { traceToJson } from "./trace-json.ts";

/** One line break at the end. */
export function proposeJson(report: ProposeReport, written: boolean): string {
  const { spec, protocol, verdict, judgement, events, asked, reason, file, seconds } = report;
  const { violation } = judgement;
  const object = {
    protocol: protocol.name, spec, verdict,
    ...(reason !== undefined && { reason }),
    properties: judgement.properties.map(propertyJson),
    proposals: judgement.judged.map(judgedJson),
    ...(judgement.ghosts.length > 0 && { ghosts: judgement.ghosts.map(ghostJson) }),
    ...(violation && { violation: { property: violation.name, scope: violation.instance.scope, trace: traceToJson(violation.trace, violation.instance) } }),
    searched: judgement.searched,
    attempts: events.flatMap((e) => (e.kind === "rung" ? [{ width: e.rung.width, projections: e.rung.projections, sizes: e.sizes }] : [])),
    ...(asked && { model: { rounds: asked.rounds, usage: asked.usage ?? null, notes: asked.notes } }),
    file: file ? { path: file.path, lemmas: file.lemmas, written } : null,
    seconds: Math.round(seconds * 1e6) / 1e6,
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

function judgedJson({ proposal, name, outcome }: Judged): object {
  return { ...(name !== undefined && { name }), text: proposal.text, by: proposal.by, ...(proposal.reason !== undefined && { reason: proposal.reason }), outcome: outcomeJson(outcome) };
}

const ghostJson = ({ ghost, outcome }: JudgedGhost): object =>
  ({ ...ghost, outcome: outcome.kind === "ill-formed" ? { kind: outcome.kind, diagnostics: outcome.diagnostics.map(diagnosticJson) } : outcome });

function outcomeJson(outcome: Judged["outcome"]): object {
  switch (outcome.kind) {
    case "false": return { kind: outcome.kind, scope: outcome.instance.scope, trace: traceToJson(outcome.trace, outcome.instance) };
    case "not-inductive": return { kind: outcome.kind, goal: outcome.goal, without: outcome.without };
    case "ill-formed": return { kind: outcome.kind, diagnostics: outcome.diagnostics.map(diagnosticJson) };
    case "accepted": case "redundant": case "unknown": return outcome;
  }
}
