/** A trace as plain JSON, for `--json` and for other programs. */
import { assertNever } from "../base/assert-never.ts";
import type { Span } from "../base/span.ts";
import { type Sorts, sortsOf } from "../interp/env.ts";
import type { Binding, Blame, FailureSource, Trace, TraceEnd, TraceStep } from "../interp/trace.ts";
import type { State } from "../interp/value.ts";
import type { FailureReason, Liveness, PropertyKind, Protocol } from "../ir/protocol.ts";
import { diffStates, showChange } from "./diff.ts";
import { type Json, stateToJson, valueToJson } from "../interp/json.ts";

type JsonObject = { readonly [name: string]: Json };

/** Lines and columns start at 1; the end is exclusive. */
export interface LocationJson { readonly file: string; readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number }

export interface StepJson {
  readonly action: string;
  /** By parameter name, in order. */
  readonly args: JsonObject;
  readonly location: LocationJson | null;
  /** The `require` statements that held. */
  readonly guards: readonly LocationJson[];
  /** What the step changed, for readers: `sent + { kind: "commit" }`. */
  readonly changes: readonly string[];
  /** After the step, by field name. */
  readonly state: JsonObject;
}

/** The part of a predicate that decided it. */
export interface BlameJson {
  readonly location: LocationJson | null;
  readonly text: string;
  /** The value of the part. */
  readonly holds: boolean;
  readonly bindings: JsonObject;
  /** Values of the operands in the part, by their text. */
  readonly values: JsonObject;
}

export type EndJson =
  | { readonly kind: "invariant" | "step"; readonly property: string; readonly location: LocationJson | null; readonly blame: BlameJson }
  | { readonly kind: "reachable" | "stuck"; readonly property: string; readonly location: LocationJson | null }
  | {
      readonly kind: "eventually" | "leadsTo"; readonly property: string; readonly location: LocationJson | null; readonly args: JsonObject; readonly since: number;
      /** The steps after this one are repeated for ever; if it is the last, the run stays where it is. */
      readonly loop: number;
      readonly blame: BlameJson; readonly fair: readonly FairJson[];
    }
  | { readonly kind: "deadlock"; readonly blocked: readonly { readonly action: string; readonly args: JsonObject; readonly blame: BlameJson | null }[] }
  | { readonly kind: "failure"; readonly reason: FailureReason; readonly message: string; readonly location: LocationJson | null; readonly source: SourceJson };

/** A fair instance that is enabled in the loop: taken by that step of it, or disabled after it. */
export interface FairJson { readonly action: string; readonly args: JsonObject; readonly fairness: "weak" | "strong"; readonly why: "taken" | "disabled"; readonly step: number }

export type SourceJson =
  | { readonly kind: "action"; readonly action: string; readonly args: JsonObject; readonly guards: readonly LocationJson[] }
  | { readonly kind: "property"; readonly property: string; readonly propertyKind: PropertyKind | Liveness["kind"] }
  | { readonly kind: "initial" };

/** States and values as in `valueToJson`. A location is null where no source text is behind. */
export interface TraceJson {
  /** By field name; null where no initial state could be computed. */
  readonly initial: JsonObject | null;
  readonly steps: readonly StepJson[];
  /** What the last state shows. */
  readonly end: EndJson;
}

/** @param protocol the instance that the trace is of */
export function traceToJson(trace: Trace, protocol: Protocol): TraceJson {
  const sorts = sortsOf(protocol);
  return {
    initial: trace.initial && stateToJson(trace.initial, protocol),
    steps: stepsToJson(trace.initial, trace.steps, protocol),
    end: endToJson(trace.end, sorts),
  };
}

/** @param initial null where it is not known */
export function stepsToJson(initial: State | null, steps: readonly TraceStep[], protocol: Protocol): StepJson[] {
  const sorts = sortsOf(protocol);
  return steps.map((s, i) => stepToJson(s, i === 0 ? initial : steps[i - 1].state, protocol, sorts));
}

function stepToJson(step: TraceStep, before: State | null, protocol: Protocol, sorts: Sorts): StepJson {
  return {
    action: step.action,
    args: bindingsToJson(step.args, sorts),
    location: location(step.span),
    guards: locations(step.guards),
    changes: diffStates(before ?? step.state, step.state, protocol).map(showChange),
    state: stateToJson(step.state, protocol),
  };
}

const location = (span: Span): LocationJson | null =>
  span.line === 0 ? null : { file: span.file, line: span.line, column: span.column, endLine: span.endLine, endColumn: span.endColumn };

const locations = (spans: readonly Span[]): LocationJson[] => spans.flatMap((s) => location(s) ?? []);

export const bindingsToJson = (bindings: readonly Binding[], sorts: Sorts): JsonObject =>
  Object.fromEntries(bindings.map((b) => [b.name, valueToJson(b.value, b.type, sorts)]));

export const blameToJson = (blame: Blame, sorts: Sorts): BlameJson => ({
  location: location(blame.span),
  text: blame.text,
  holds: blame.holds,
  bindings: bindingsToJson(blame.bindings, sorts),
  values: Object.fromEntries(blame.atoms.map((a) => [a.text, valueToJson(a.value, a.type, sorts)])),
});

function endToJson(end: TraceEnd, sorts: Sorts): EndJson {
  switch (end.kind) {
    case "invariant": case "step":
      return { kind: end.kind, property: end.property, location: location(end.span), blame: blameToJson(end.blame, sorts) };
    case "reachable": case "stuck": return { kind: end.kind, property: end.property, location: location(end.span) };
    case "eventually": case "leadsTo":
      return {
        kind: end.kind, property: end.property, location: location(end.span), args: bindingsToJson(end.args, sorts), since: end.since, loop: end.loop,
        blame: blameToJson(end.blame, sorts),
        fair: end.fair.map(({ action, args, fairness, why, step }) => ({ action, args: bindingsToJson(args, sorts), fairness, why, step })),
      };
    case "deadlock":
      return {
        kind: end.kind,
        blocked: end.blocked.map((b) => ({ action: b.action, args: bindingsToJson(b.args, sorts), blame: b.blame && blameToJson(b.blame, sorts) })),
      };
    case "failure":
      return { kind: end.kind, reason: end.reason, message: end.message, location: location(end.span), source: sourceToJson(end.source, sorts) };
    default: return assertNever(end);
  }
}

function sourceToJson(source: FailureSource, sorts: Sorts): SourceJson {
  switch (source.kind) {
    case "action": return { kind: source.kind, action: source.action, args: bindingsToJson(source.args, sorts), guards: locations(source.guards) };
    case "property": return { kind: source.kind, property: source.property, propertyKind: source.propertyKind };
    case "initial": return { kind: source.kind };
    default: return assertNever(source);
  }
}
