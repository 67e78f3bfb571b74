/** What `tenet diff` prints: for people, and as JSON. */
import { printable } from "../base/printable.ts";
import type { Level } from "../gate/finding.ts";
import type { DiffReport } from "../gate/semantic/diff.ts";
import { paletteOf } from "./colors.ts";
import type { Sources } from "./diagnostics.ts";
import { duration, plural } from "./figures.ts";
import { findingText } from "./finding-text.ts";
import { findingJson } from "./gate-json.ts";
import { sourcesFromDisk } from "./sources.ts";

export interface SpecDiffStyle {
  readonly color: boolean;
  readonly sources?: Sources;
}

/** Ends with a line break. */
export function specDiffText(report: DiffReport, { color, sources = sourcesFromDisk() }: SpecDiffStyle): string {
  const palette = paletteOf(color);
  const name = ({ spec, protocol }: DiffReport["base"]): string => `${palette.bold(printable(protocol))} (${printable(spec)})`;
  const blocks = [
    `${name(report.head)} against ${name(report.base)}`,
    ...report.findings.map((f) => findingText(f, f.level, { palette, sources, baseSources: sources, title: "" })),
    palette.dim(duration(report.seconds)),
  ];
  return `${blocks.map((b) => b.trimEnd()).join("\n\n")}\n\n${specDiffConclusionText(report, { color })}`;
}

/** The last line alone. */
export function specDiffConclusionText(report: DiffReport, { color }: Pick<SpecDiffStyle, "color">): string {
  const { bold, red, yellow, green } = paletteOf(color);
  const paint = report.interrupted ? yellow : count(report, "error") > 0 ? red : green;
  return `${bold(paint(conclusion(report)))}\n`;
}

const count = ({ findings }: DiffReport, level: Level): number => findings.filter((f) => f.level === level).length;

function conclusion(report: DiffReport): string {
  if (report.interrupted) return "Not decided: the comparison was interrupted.";
  const errors = count(report, "error"), others = report.findings.length - errors;
  const more = others > 0 ? `; ${plural(others, "finding", "findings")} to look at` : "";
  if (errors > 0) return `Less is promised, or it is not known: ${plural(errors, "finding")} that a person must accept${more}.`;
  return `Nothing is lost: every property says as much as before, and every action happens wherever it did${more}. What holds was not checked again.`;
}

/** One line break at the end. Findings are as in `docs/gate-result.schema.json`. */
export function specDiffJson(report: DiffReport): string {
  const { base, head, findings, interrupted, seconds } = report;
  return `${JSON.stringify({ base, head, conclusion: conclusion(report), findings: findings.map(findingJson), interrupted, seconds: Math.round(seconds * 1000) / 1000 }, null, 2)}\n`;
}
