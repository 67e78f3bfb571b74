/** The one object that `tenet prove --json` prints; `docs/prove-result.schema.json` describes it. */
import type { Obstacle, ProofReport, ProvedProperty } from "../pipeline/prove-report.ts";
import { diagnosticJson, locationJson } from "./json.ts";
import { traceToJson } from "./trace-json.ts";
import { stateToJson, valueToJson } from "./value.ts";
import { sortsOf } from "../interp/env.ts";

/** One line break at the end. */
export function proveJson(report: ProofReport): string {
  const { protocol, spec, proof, sorts, options, verdict, properties, instancesOnly, searched, warnings, solver } = report;
  const object = {
    protocol, spec, proof, sorts, options, verdict,
    properties: properties.map(propertyJson),
    instancesOnly,
    searched,
    warnings: warnings.map(diagnosticJson),
    solver: { ...solver, seconds: Math.round(solver.seconds * 1e6) / 1e6 },
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

function propertyJson({ name, kind, verdict, goals, obstacles, span, violation }: ProvedProperty): object {
  return {
    name, kind, verdict, goals,
    location: locationJson(span),
    obstacles: obstacles.map(obstacleJson),
    ...(violation && { violation: { scope: violation.instance.scope, trace: traceToJson(violation.trace, violation.instance) } }),
  };
}

function obstacleJson({ goal, kind, action, span, failure, why }: Obstacle): object {
  return { goal, kind, ...(action !== undefined && { action }), ...(failure && { failure }), location: locationJson(span), why: whyJson(why) };
}

function whyJson(why: Obstacle["why"]): object {
  switch (why.kind) {
    case "unsupported": return { kind: why.kind, reason: why.reason, location: locationJson(why.span) };
    case "gave-up": return { ...why, milliseconds: Math.round(why.milliseconds) };
    case "not-proved": return why;
    case "counterexample": {
      if (!why.example) return { kind: why.kind };
      const { instance, before, step, after } = why.example;
      const sorts = sortsOf(instance);
      return {
        kind: why.kind,
        example: {
          scope: instance.scope,
          before: before && stateToJson(before, instance),
          step: step && { action: step.action, args: Object.fromEntries(step.args.map((a) => [a.name, valueToJson(a.value, a.type, sorts)])) },
          after: after && stateToJson(after, instance),
        },
      };
    }
  }
}
