/** A step that leads out of what was assumed. */
import { sortsOf } from "../interp/env.ts";
import { showValue } from "../interp/show-value.ts";
import type { Counterexample } from "../pipeline/prove-report.ts";
import { diffStates, showChange } from "./diff.ts";
import type { Palette } from "./palette.ts";
import { showState } from "./value.ts";

/** Lines without indentation. */
export function counterexampleText({ instance, before, step, after }: Counterexample, { bold, cyan }: Palette): string[] {
  const sorts = sortsOf(instance);
  const call = step && `${bold(step.action)}(${step.args.map((a) => `${a.name}: ${cyan(showValue(a.value, a.type, sorts))}`).join(", ")})`;
  const scope = Object.entries(instance.scope).map(([name, size]) => ` ${name}=${size}`).join("");
  const first = before ?? after;
  return [
    `${before === null ? "initially" : "from"}${scope === "" ? "" : `, with${scope}`}:`,
    ...(first ? showState(first, instance).map((line) => `   ${line}`) : []),
    ...(call === null ? [] : [`by ${call}:`]),
    ...(before && after ? diffStates(before, after, instance).map((c) => `   ${showChange(c)}`) : []),
  ];
}
