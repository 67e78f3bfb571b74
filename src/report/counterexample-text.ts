/** A step that leads out of what was assumed. */
import { sortsOf } from "../interp/env.ts";
import { showValue } from "../interp/show-value.ts";
import type { Relevant } from "../interp/relevant.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Counterexample } from "../pipeline/prove-report.ts";
import { blameText } from "./blame-text.ts";
import { diffStates, showChange } from "./diff.ts";
import type { Palette } from "./palette.ts";
import { mattersText } from "./relevant-text.ts";
import type { SourceLine } from "./trace-source.ts";
import { showState } from "../interp/json.ts";

/** Lines without indentation. */
export function counterexampleText({ instance, before, step, after, blame, confirmed, matters }: Counterexample, style: { readonly palette: Palette; readonly sourceLine: SourceLine }): string[] {
  const { bold, cyan } = style.palette;
  const sorts = sortsOf(instance);
  const call = step && `${bold(step.action)}(${step.args.map((a) => `${a.name}: ${cyan(showValue(a.value, a.type, sorts))}`).join(", ")})`;
  const scope = Object.entries(instance.scope).map(([name, size]) => ` ${name}=${size}`).join("");
  const first = before ?? after;
  const changes = before && after ? diffStates(before, after, instance).map(showChange) : [];
  return [
    `${before === null ? "initially" : "from"}${scope === "" ? "" : `, with${scope}`}:`,
    ...(first ? showState(first, instance).map((line) => `   ${line}`) : []),
    ...(call === null ? [] : [`by ${call}${changes.length > 0 ? ":" : ""}`]),
    ...changes.map((c) => `   ${c}`),
    ...(blame ? blameText(blame, sorts, style) : []),
    ...(matters ? relevantText(matters, instance, style.palette) : []),
    ...doubt[confirmed],
  ];
}

/** On one line: the step, and what it needs of the state before. */
export function counterexampleLine({ instance, step, matters }: Counterexample): string {
  const call = step ? `${step.action}(${step.args.map((a) => showValue(a.value, a.type, sortsOf(instance))).join(", ")})` : "initially";
  const needs = matters && mattersText(matters, instance);
  return needs === undefined ? call : `${call}, where ${needs}`;
}

function relevantText(matters: Relevant, instance: Protocol, { dim }: Palette): string[] {
  const text = mattersText(matters, instance);
  return text === undefined ? [] : [`${dim("what matters before:")} ${text}${matters.complete ? dim("; the rest may be anything") : ""}`];
}

const doubt: Readonly<Record<Counterexample["confirmed"], readonly string[]>> = {
  yes: [],
  "abstract-majority": ["Its majorities share a value, as those of a proof do, but are not more than half of so few values."],
  "may-not-fail": ["The interpreter does not fail there: what the proof says about failures is coarser than the language."],
};
