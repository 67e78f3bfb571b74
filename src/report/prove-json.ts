/** The one object that `tenet prove --json` prints; `docs/prove-result.schema.json` describes it. */
import { jsonText } from "../base/printable.ts";
import { sortsOf } from "../interp/env.ts";
import type { Binding } from "../interp/trace.ts";
import type { Counterexample, Obstacle, ProofReport, ProvedProperty } from "../pipeline/prove-report.ts";
import { explanationJson } from "./explanation-json.ts";
import { fragmentJson } from "./fragment-json.ts";
import { diagnosticJson, locationJson, faultsJson } from "./json.ts";
import { lemmaText, partTexts } from "./relevant-text.ts";
import { traceToJson } from "./trace-json.ts";
import { stateToJson, valueToJson } from "../interp/json.ts";

/** One line break at the end. */
export function proveJson(report: ProofReport): string {
  const { protocol, spec, proof, sorts, options, faults, verdict, properties, instancesOnly, searched, interrupted, warnings, solver, explanation } = report;
  const object = {
    protocol, spec, proof, sorts, options, ...faultsJson(faults), verdict,
    properties: properties.map(propertyJson),
    instancesOnly,
    searched,
    interrupted,
    warnings: warnings.map(diagnosticJson),
    solver: { ...solver, seconds: Math.round(solver.seconds * 1e6) / 1e6 },
    ...(explanation && { explanation: explanationJson(explanation) }),
  };
  return `${jsonText(object)}\n`;
}

export function propertyJson({ name, kind, verdict, goals, obstacles, span, violation }: ProvedProperty): object {
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
    case "gave-up": return { ...why, milliseconds: Math.round(why.milliseconds), fragment: fragmentJson(why.fragment) };
    case "not-proved": return why;
    case "counterexample": {
      if (!why.example) return { kind: why.kind };
      return { kind: why.kind, example: exampleJson(why.example) };
    }
  }
}

/** A step from a state that nobody has reached. */
export function exampleJson(example: Counterexample): object {
  const { instance, before, step, after, blame, confirmed, matters } = example;
  const lemma = lemmaText(example);
  const sorts = sortsOf(instance);
  const bindings = (all: readonly Binding[]): object => Object.fromEntries(all.map((b) => [b.name, valueToJson(b.value, b.type, sorts)]));
  return {
    scope: instance.scope,
    before: before && stateToJson(before, instance),
    step: step && { action: step.action, args: bindings(step.args) },
    after: after && stateToJson(after, instance),
    false: blame && { location: locationJson(blame.span), text: blame.text, bindings: bindings(blame.bindings) },
    confirmed,
    ...(matters && { matters: { parts: partTexts(matters, instance), complete: matters.complete, ...(lemma !== undefined && { lemma }) } }),
  };
}
