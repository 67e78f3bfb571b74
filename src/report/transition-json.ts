/** The one object that `tenet conform --transition --json` prints; `docs/transition-result.schema.json` describes it. */
import { jsonText } from "../base/printable.ts";
import type { Span } from "../base/span.ts";
import { sortsOf } from "../interp/env.ts";
import { stateToJson, valueToJson } from "../interp/json.ts";
import type { Difference, TransitionAction, TransitionReport } from "../conform/transition/report.ts";
import { diagnosticJson, faultsJson, locationJson } from "./json.ts";
import { traceToJson } from "./trace-json.ts";

/** One line break at the end. */
export function transitionJson(report: TransitionReport): string {
  const { protocol, spec, file, name, span, proof, sorts, options, faults, verdict, actions, unbound, foreign, fields, hidden, refusesBy, notAssumed, searched, interrupted, warnings, solver } = report;
  const placed = <T extends { readonly span: Span }>({ span: at, ...rest }: T): object => ({ ...rest, location: locationJson(at) });
  const object = {
    protocol, spec, file, function: name, location: locationJson(span), proof, sorts, options, ...faultsJson(faults), verdict,
    actions: actions.map(actionJson),
    unbound: unbound.map(placed),
    foreign: foreign.map(placed),
    fields, hidden, refusesBy, notAssumed,
    ...(searched && { searched }),
    interrupted,
    warnings: warnings.map(diagnosticJson),
    solver: { goals: solver.goals, remembered: solver.remembered, seconds: Math.round(solver.seconds * 1e6) / 1e6, timeoutMs: solver.timeoutMs, seed: solver.seed },
  };
  return `${jsonText(object)}\n`;
}

function actionJson({ name, verdict, event, span, assumed, untold, refusals, never, goals, because, difference }: TransitionAction): object {
  return {
    name, verdict, event: locationJson(event), location: locationJson(span),
    assumed: assumed.map((a) => ({ text: a.text, location: locationJson(a.span) })),
    untold, refusals, never, goals, because,
    ...(difference && { difference: differenceJson(difference) }),
  };
}

function differenceJson({ kind, instance, before, args, run, fields, blame, failure }: Difference): object {
  const sorts = sortsOf(instance);
  return {
    kind,
    scope: instance.scope,
    reached: run !== undefined,
    before: stateToJson(before, instance),
    args: Object.fromEntries(args.map((a) => [a.name, valueToJson(a.value, a.type, sorts)])),
    fields: fields.map((f) => ({ name: f.name, before: valueToJson(f.before, f.type, sorts), spec: valueToJson(f.spec, f.type, sorts), function: valueToJson(f.function, f.type, sorts) })),
    ...(run && { run: runJson(run, instance) }),
    ...(blame && { guard: { location: locationJson(blame.span), text: blame.text } }),
    ...(failure && { failure: { reason: failure.reason, message: failure.message, location: locationJson(failure.span) } }),
  };
}

function runJson(run: NonNullable<Difference["run"]>, instance: Difference["instance"]): object {
  const { initial, steps } = traceToJson({ ...run, end: { kind: "deadlock", blocked: [] } }, instance);
  return { initial, steps };
}
