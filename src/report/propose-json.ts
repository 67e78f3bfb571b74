/** The one object that `tenet propose --json` prints; `docs/propose-result.schema.json` describes it. */
import { jsonText } from "../base/printable.ts";
import { assertNever } from "../base/assert-never.ts";
import type { JudgedGhost } from "../propose/ghost.ts";
import type { Judged, Judgement } from "../propose/judgement.ts";
import type { BoundedInstance, ProposeReport, Remainder } from "../propose/report.ts";
import { sentenceOf } from "../propose/sentence.ts";
import { fragmentJson } from "./fragment-json.ts";
import { diagnosticJson, locationJson } from "./json.ts";
import { exampleJson, propertyJson } from "./prove-json.ts";
import { traceToJson } from "./trace-json.ts";

/** One line break at the end. */
export function proposeJson(report: ProposeReport, written: boolean): string {
  const { spec, protocol, verdict, judgement, events, asked, reason, remains, bounded, file, partial, seconds } = report;
  const { violation } = judgement;
  const object = {
    protocol: protocol.name, spec, verdict,
    ...(reason !== undefined && { reason }),
    properties: judgement.properties.map(propertyJson),
    proposals: judgement.judged.map((j) => judgedJson(j, judgement)),
    ...(judgement.ghosts.length > 0 && { ghosts: judgement.ghosts.map(ghostJson) }),
    ...(violation && { violation: { property: violation.name, scope: violation.instance.scope, trace: traceToJson(violation.trace, violation.instance) } }),
    ...(remains && { remains: remainsJson(remains) }),
    ...(bounded && { bounded: bounded.map(boundedJson) }),
    searched: judgement.searched,
    attempts: events.flatMap((e) => (e.kind === "rung" ? [{ width: e.rung.width, projections: e.rung.projections, sizes: e.sizes }] : [])),
    ...(asked && { model: { rounds: asked.rounds, usage: asked.usage ?? null, notes: asked.notes } }),
    file: file ? { path: file.path, lemmas: file.lemmas, text: file.text, written } : null,
    ...(partial && { partial: { path: partial.path, lemmas: partial.lemmas, text: partial.text } }),
    seconds: Math.round(seconds * 1e6) / 1e6,
  };
  return `${jsonText(object)}\n`;
}

function judgedJson({ proposal, name, outcome }: Judged, { accepted }: Judgement): object {
  const lemma = accepted.find((a) => a.name === name), sentence = lemma && sentenceOf(lemma.body);
  return { ...(name !== undefined && { name }), text: proposal.text, ...(sentence !== undefined && { sentence }), by: proposal.by, ...(proposal.reason !== undefined && { reason: proposal.reason }), outcome: outcomeJson(outcome) };
}

function remainsJson({ cti, hindrances }: Remainder): object {
  return {
    ...(cti && { cti: { property: cti.property, goal: cti.goal, reach: cti.reach, example: exampleJson(cti.example) } }),
    hindrances: hindrances.map((h) => {
      switch (h.kind) {
        case "unsupported": return { kind: h.kind, about: h.about, reason: h.reason, location: locationJson(h.span) };
        case "gave-up": return { kind: h.kind, goal: h.goal, reason: h.reason, location: locationJson(h.span), fragment: fragmentJson(h.fragment) };
        case "time": case "interrupted": case "shapes": return h;
        default: return assertNever(h);
      }
    }),
  };
}

const boundedJson = ({ scope, distinctStates, complete, properties, lemmas }: BoundedInstance): object => ({
  scope, ...(distinctStates !== undefined && { distinctStates }), complete,
  properties: properties.map(({ name, kind, verdict, depth, k }) => ({ name, kind, verdict, ...(depth !== undefined && { depth }), ...(k !== undefined && { k }) })),
  lemmas,
});

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
