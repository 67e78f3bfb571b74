/** Traces as JSON: whole states, so that a reader needs no knowledge of the protocol. */
import { assertNever } from "../base/assert-never.ts";
import type { Span } from "../base/span.ts";
import type { Sorts } from "../interp/env.ts";
import type { Atom, Binding, Blame, FailureSource, Trace, TraceEnd } from "../interp/trace.ts";
import type { State } from "../interp/value.ts";
import type { Protocol } from "../ir/protocol.ts";
import { type Json, valueJson } from "./json-value.ts";
import { spanJson } from "./json-span.ts";

export function traceJson(trace: Trace, protocol: Protocol, sorts: Sorts): Json {
  const state = (s: State): Json => Object.fromEntries(protocol.state.map((f, i) => [f.name, valueJson(s[i], f.type, sorts)]));
  return {
    initial: trace.initial === null ? null : state(trace.initial),
    steps: trace.steps.map((s) => ({
      action: s.action,
      args: bindingsJson(s.args, sorts),
      guards: s.guards.map(spanJson),
      state: state(s.state),
    })),
    end: endJson(trace.end, sorts),
  };
}

function endJson(end: TraceEnd, sorts: Sorts): Json {
  switch (end.kind) {
    case "invariant": case "step":
      return { kind: end.kind, property: end.property, span: spanJson(end.span), blame: blameJson(end.blame, sorts) };
    case "reachable": return { kind: end.kind, property: end.property, span: spanJson(end.span) };
    case "deadlock":
      return {
        kind: end.kind,
        blocked: end.blocked.map((b) => ({
          action: b.action, args: bindingsJson(b.args, sorts), blame: b.blame === null ? null : blameJson(b.blame, sorts),
        })),
      };
    case "failure":
      return { kind: end.kind, reason: end.reason, message: end.message, span: spanJson(end.span), source: sourceJson(end.source, sorts) };
    default: return assertNever(end);
  }
}

function sourceJson(source: FailureSource, sorts: Sorts): Json {
  switch (source.kind) {
    case "action":
      return { kind: source.kind, action: source.action, args: bindingsJson(source.args, sorts), guards: source.guards.map((g: Span) => spanJson(g)) };
    case "property": return { kind: source.kind, property: source.property, propertyKind: source.propertyKind, span: spanJson(source.span) };
    case "initial": return { kind: source.kind };
    default: return assertNever(source);
  }
}

const blameJson = (blame: Blame, sorts: Sorts): Json => ({
  text: blame.text,
  holds: blame.holds,
  span: spanJson(blame.span),
  bindings: bindingsJson(blame.bindings, sorts),
  atoms: blame.atoms.map((a: Atom) => ({ text: a.text, value: valueJson(a.value, a.type, sorts), span: spanJson(a.span) })),
});

/** Names are unique within an action or property. */
const bindingsJson = (bindings: readonly Binding[], sorts: Sorts): Json =>
  Object.fromEntries(bindings.map((b) => [b.name, valueJson(b.value, b.type, sorts)]));
