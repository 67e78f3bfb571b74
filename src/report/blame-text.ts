import type { Sorts } from "../interp/env.ts";
import { showValue } from "../interp/show-value.ts";
import type { Binding, Blame } from "../interp/trace.ts";
import type { Palette } from "./palette.ts";
import { type SourceLine, sourceText } from "./trace-source.ts";

/** The part of a predicate that decided it, for which values, and what its operands were. */
export function blameText(blame: Blame, sorts: Sorts, { palette, sourceLine }: { readonly palette: Palette; readonly sourceLine: SourceLine }): string[] {
  const value = (b: Omit<Binding, "name">): string => palette.cyan(showValue(b.value, b.type, sorts));
  const text = sourceText(blame.span, sourceLine) ?? blame.text;
  const bindings = blame.bindings.map((b) => `${b.name} = ${value(b)}`).join(", ");
  return [
    `${palette.yellow(blame.holds ? "true, must be false:" : "false:")} ${text}${bindings === "" ? "" : `  with ${bindings}`}`,
    ...blame.atoms.map((a) => `   ${a.text} is ${value(a)}`),
  ];
}
