/** Compiles a spec given as text and runs one action of it on the interpreter. */
import { expect } from "vitest";
import type { Diagnostic } from "../../../src/base/diagnostic.ts";
import { compileSpec } from "../../../src/frontend/protocol.ts";
import { envOf, sortsOf } from "../../../src/interp/env.ts";
import { evaluate } from "../../../src/interp/eval.ts";
import { Failure } from "../../../src/interp/failure.ts";
import { argumentsOf, initialStates, runAction } from "../../../src/interp/step.ts";
import type { State, Value } from "../../../src/interp/value.ts";
import type { Protocol } from "../../../src/ir/protocol.ts";
import { problemsOf } from "../../../src/ir/well-formed.ts";
import { instantiate } from "../../../src/passes/instantiate.ts";
import { diagnosticsOf, imports, withFiles } from "./spec-text.ts";

/** The instance of a spec at its own scope; it has to be well-formed before and after. */
export function protocolOf(text: string): Protocol {
  return withFiles({ "spec.ts": imports + text }, (folder) => {
    const { protocol } = compileSpec(folder);
    expect(problemsOf(protocol)).toEqual([]);
    const instance = instantiate(protocol, { sizes: {}, options: {} });
    expect(problemsOf(instance)).toEqual([]);
    return instance;
  });
}

/** Texts as they are, values of sorts by number. */
export function text(value: Value): string {
  if (typeof value !== "object" || value === null) return String(value ?? undefined);
  const fields = (list: readonly { name: string; value: Value }[]): string => list.map((f) => `${f.name}: ${text(f.value)}`).join(", ");
  switch (value.kind) {
    case "record": return `{ ${fields(value.fields)} }`;
    case "variant": return `${value.tag}(${fields(value.fields)})`;
    case "seq": return `[${value.items.map(text).join(", ")}]`;
    case "set": return `{${value.items.map(text).join(", ")}}`;
    case "bag": return `{${value.entries.map((e) => `${text(e.value)} x${e.count}`).join(", ")}}`;
    case "map": return `{${value.entries.map((e) => `${text(e.key)}: ${text(e.value)}`).join(", ")}}`;
  }
}

export function shown(protocol: Protocol, state: State): Record<string, string> {
  return Object.fromEntries(protocol.state.map((f, i) => [f.name, text(state[i])]));
}

export function startOf(protocol: Protocol): State {
  const [first] = initialStates(protocol);
  if (!("state" in first)) throw first.failure;
  return first.state;
}

export type Ran = Record<string, string> | "blocked" | `failed: ${string}`;

/** The state after an action, for its first arguments or the n-th, from the first initial state. */
export function run(protocol: Protocol, name = "act", nth = 0): Ran {
  const action = protocol.actions.find((a) => a.name === name)!;
  const args = [...argumentsOf(action, sortsOf(protocol))][nth];
  const outcome = runAction(protocol, startOf(protocol), action, args);
  switch (outcome.kind) {
    case "step": return shown(protocol, outcome.next);
    case "blocked": return "blocked";
    case "failed": return `failed: ${outcome.failure.reason}`;
  }
}

/** The fields that an action changes, from the first initial state. */
export function changes(protocol: Protocol, name = "act", nth = 0): Ran {
  const before = shown(protocol, startOf(protocol));
  const after = run(protocol, name, nth);
  return typeof after === "string" ? after : Object.fromEntries(Object.entries(after).filter(([field, value]) => before[field] !== value));
}

/** The value of a property in the first initial state. */
export function valueOf(protocol: Protocol, name: string, next: State | null = null): unknown {
  try {
    return evaluate(protocol.properties.find((p) => p.name === name)!.body, envOf(protocol, startOf(protocol), next));
  } catch (error) {
    if (error instanceof Failure) return `failed: ${error.reason}`;
    throw error;
  }
}

/** Errors as `code: text of the range`, in the order of the text. */
export function refusals(text: string): string[] {
  const whole = imports + text;
  return withFiles({ "spec.ts": whole }, (folder) =>
    diagnosticsOf(() => compileSpec(folder)).filter((d) => d.severity === "error").map((d) => `${d.code}: ${rangeOf(whole, d)}`));
}

export function rangeOf(text: string, { span }: Diagnostic): string {
  if (!span) return "";
  const lines = text.split("\n");
  const offset = (line: number, column: number): number => lines.slice(0, line - 1).reduce((n, l) => n + l.length + 1, column - 1);
  return text.slice(offset(span.line, span.column), offset(span.endLine, span.endColumn));
}
