/** The one object that `tenet conform --json` prints of tests of an implementation; `docs/conform-result.schema.json` describes it. */
import { jsonText } from "../base/printable.ts";
import type { ConformReport, Divergence } from "../conform/report.ts";
import { sortsOf } from "../interp/env.ts";
import { stateToJson, valueToJson } from "../interp/json.ts";
import type { Protocol } from "../ir/protocol.ts";
import { locationJson } from "./json.ts";
import { bindingsToJson, blameToJson, stepsToJson } from "./trace-json.ts";

/** One line break at the end. */
export function conformJson({ instance, divergence, ...report }: ConformReport): string {
  const { protocol, spec, adapter, scope, options, verdict, because, seed, covered, actions, fields, isolation } = report;
  const told = { protocol, spec, adapter, scope, options, verdict, because, seed, covered, actions, fields, isolation };
  return `${jsonText({ ...told, ...(divergence && { divergence: divergenceJson(divergence, instance) }) })}\n`;
}

function divergenceJson(found: Divergence, protocol: Protocol): object {
  const sorts = sortsOf(protocol);
  const steps = stepsToJson(found.initial, found.steps, protocol);
  return {
    kind: found.kind,
    message: found.message,
    initial: stateToJson(found.initial, protocol),
    steps: steps.map((s, i) => ({ ...s, refused: found.steps[i].refused ?? false })),
    last: found.last && { action: found.last.action, args: bindingsToJson(found.last.args, sorts), location: locationJson(found.last.span) },
    ...(found.together && {
      together: found.together.map((c) => ({
        action: c.action, args: bindingsToJson(c.args, sorts), location: locationJson(c.span), called: c.called, returned: c.returned, refused: c.refused, seen: c.seen,
      })),
    }),
    fields: found.fields.map((f) => ({ name: f.name, expected: valueToJson(f.expected, f.type, sorts), observed: f.observed })),
    ...(found.blame && { blame: blameToJson(found.blame, sorts) }),
    ...(found.failure && { failure: { kind: found.failure.kind, message: found.failure.message, at: found.failure.at ?? null } }),
    again: found.again,
    replays: found.replays,
  };
}
