/** What a language model is told of what became of its proposals: what a person would read. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { assertNever } from "../base/assert-never.ts";
import type { Judged, Judgement } from "../propose/judgement.ts";
import type { Words } from "../propose/rounds.ts";
import { paletteOf } from "./colors.ts";
import { counterexampleText } from "./counterexample-text.ts";
import { openText } from "./prove-text.ts";
import { lineOf, sourcesFromDisk } from "./sources.ts";
import { renderTrace } from "./trace.ts";

const palette = paletteOf(false);

export function plainWords(): Words {
  const sourceLine = lineOf(sourcesFromDisk());
  return {
    diagnostics,
    open: ({ properties, searched }: Judgement) => {
      const open = properties.filter((p) => p.verdict !== "proved");
      const first = open.find((p) => p.kind !== "lemma") ?? open[0];
      return {
        goal: `not proved: ${open.map((p) => p.name).join(", ")}`,
        ...(first && { counterexample: openText(first, searched, palette, sourceLine) }),
      };
    },
    rejected: ({ outcome }: Judged): string => {
      switch (outcome.kind) {
        case "accepted": return "accepted";
        case "false": return `false in a state that is reached:\n${renderTrace(outcome.trace, outcome.instance, { palette, sourceLine })}`;
        case "not-inductive": return [`not inductive: ${outcome.goal}`, ...(outcome.example ? counterexampleText(outcome.example, { palette, sourceLine }) : [])].join("\n");
        case "redundant": return outcome.why === "not-needed" ? "true, and not needed" : outcome.from.length === 0 ? "always true" : `follows from ${outcome.from.join(", ")}`;
        case "ill-formed": return diagnostics(outcome.diagnostics);
        case "unknown": return `not decided within the budget (${outcome.budget})`;
        default: return assertNever(outcome);
      }
    },
  };
}

const diagnostics = (found: readonly Diagnostic[]): string => found.map((d) => `${d.message}${d.help === undefined ? "" : ` (${d.help})`}`).join("; ");
