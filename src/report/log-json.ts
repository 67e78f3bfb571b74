/** The one object that `tenet conform --log --json` prints; `docs/log-result.schema.json` describes it. */
import { jsonText } from "../base/printable.ts";
import type { Hindrance } from "../conform/history/hindrance.ts";
import type { Difference } from "../conform/history/observation.ts";
import type { LogEvent } from "../conform/log/reader.ts";
import type { LogReport } from "../conform/log/report.ts";
import { type Sorts, sortsOf } from "../interp/env.ts";
import { stateToJson, valueToJson } from "../interp/json.ts";
import { bindingsToJson, blameToJson } from "./trace-json.ts";

/** One line break at the end. */
export function logJson(report: LogReport): string {
  const { instance, contents, frontier, unlogged, milliseconds } = report;
  const sorts = sortsOf(instance);
  return `${jsonText({
    protocol: report.protocol, spec: report.spec, log: report.log, scope: report.scope, options: report.options,
    verdict: report.verdict, because: report.because,
    order: report.order, lanes: report.lanes,
    events: report.events, explained: report.explained, steps: report.steps,
    contents: {
      actions: Object.fromEntries(contents.actions), unnamed: contents.unnamed, looks: contents.looks, refused: contents.refused,
      observed: [...contents.fields], neverObserved: instance.state.filter((f) => f.role === "variable" && !contents.fields.has(f.name)).map((f) => f.name),
      skipped: Object.fromEntries(contents.skipped), notLookedAt: [...contents.others],
    },
    unlogged, takenFor: report.given,
    frontier: frontier.map(({ event, hindrance }) => ({ ...eventJson(event, sorts), ...(hindrance && { hindrance: hindranceJson(hindrance, report, sorts) }) })),
    seconds: Math.round(milliseconds) / 1000,
  })}\n`;
}

/** Arguments that the log does not have are left out. */
function eventJson({ line, kind, candidates }: LogEvent, sorts: Sorts): object {
  const [first] = candidates;
  if (candidates.length !== 1) return { line, kind };
  return {
    line, kind, action: first.action.name,
    args: Object.fromEntries(first.action.params.flatMap((p, i) => {
      const value = first.args[i];
      return value === undefined ? [] : [[p.name, valueToJson(value, p.type, sorts)]];
    })),
  };
}

function hindranceJson(hindrance: Hindrance, { instance }: LogReport, sorts: Sorts): object {
  const { kind, unlogged } = hindrance;
  return {
    kind, unlogged, state: stateToJson(hindrance.state, instance),
    ...("action" in hindrance && { action: hindrance.action, args: bindingsToJson(hindrance.args, sorts) }),
    ...(kind === "blocked" && { blame: blameToJson(hindrance.blame, sorts) }),
    ...(kind === "failed" && { message: hindrance.message }),
    ...(kind === "after" && { next: stateToJson(hindrance.next, instance) }),
    ...("differences" in hindrance && { differences: hindrance.differences.map((d) => differenceJson(d, instance.state[d.index].name, sorts)) }),
  };
}

const differenceJson = ({ keys, type, seen, expected }: Difference, field: string, sorts: Sorts): object => ({
  field, keys: keys.map((k) => valueToJson(k.value, k.type, sorts)), log: valueToJson(seen, type, sorts), spec: valueToJson(expected, type, sorts),
});
