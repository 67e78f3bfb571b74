/** What was found to prove a protocol, for people: it reads as the proof does. */
import { assertNever } from "../base/assert-never.ts";
import type { ProposeReport } from "../propose/report.ts";
import { paletteOf } from "./colors.ts";
import type { Sources } from "./diagnostics.ts";
import { duration, plural } from "./figures.ts";
import type { Palette } from "./palette.ts";
import { inductionText, lemmasText } from "./propose-lemmas.ts";
import { remainsText } from "./propose-remains.ts";
import { lineOf, sourcesFromDisk } from "./sources.ts";
import { renderTrace } from "./trace.ts";

export interface ProposeStyle {
  readonly color: boolean;
  /** What became of the file with the lemmas. */
  readonly written: "written" | "dry-run" | "changed" | "nothing" | { readonly failed: string };
  /** By default, from disk. */
  readonly sources?: Sources;
}

/** Ends with a line break. */
export function proposeText(report: ProposeReport, { color, written, sources = sourcesFromDisk() }: ProposeStyle): string {
  const palette = paletteOf(color);
  const { judgement, verdict } = report;
  const sourceLine = lineOf(sources);
  const violation = judgement.violation;
  const induction = judgement.accepted.length > 0 ? inductionText(judgement, palette) : undefined;
  const blocks = [
    header(report, palette),
    ...(judgement.accepted.length > 0 ? [lemmasText(judgement, palette)] : []),
    ...(induction === undefined ? [] : [induction]),
    ...(verdict === "open" ? remainsText(report, palette, sourceLine) : []),
    ...(report.asked ? [askedText(report.asked, palette)] : []),
    ...(violation ? [renderTrace(violation.trace, violation.instance, { palette, sourceLine })] : []),
    ...unwrittenText(report, written),
    conclusion(report, written, palette),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The last line of `proposeText` alone, below lemmas that were not written. */
export const proposeConclusionText = (report: ProposeReport, { color, written }: ProposeStyle): string =>
  `${[...unwrittenText(report, written), conclusion(report, written, paletteOf(color))].join("\n\n")}\n`;

/** What would otherwise be lost: the file, whole. */
const unwrittenText = ({ file }: ProposeReport, written: ProposeStyle["written"]): string[] => (file && (written === "changed" || typeof written === "object") ? [file.text.trimEnd()] : []);

function header({ spec, protocol }: ProposeReport, { bold, dim }: Palette): string {
  const size = protocol.sorts.length > 0 ? ` for any number of ${protocol.sorts.map((s) => s.name).join(", ")}` : "";
  return `${bold(protocol.name)} ${dim(`(${spec})`)}${size}`;
}

/** What a language model was asked, and what it cost. */
function askedText({ rounds, usage, notes }: NonNullable<ProposeReport["asked"]>, { dim }: Palette): string {
  const tokens = usage ? ` · ${usage.estimated ? "about " : ""}${plural(usage.promptTokens + usage.completionTokens, "token")} · ${duration(usage.seconds)}${usage.cost === undefined ? "" : ` · ${usage.cost.toFixed(4)}`}` : "";
  return [`  ${dim(`the model was asked ${plural(rounds, "time")}${tokens}`)}`, ...notes.map((n) => `  ${dim(n)}`)].join("\n");
}

function conclusion(report: ProposeReport, written: ProposeStyle["written"], { bold, green, red, yellow, dim }: Palette): string {
  const { verdict, judgement, file, seconds } = report;
  const time = dim(duration(seconds));
  switch (verdict) {
    case "known": return `${bold(green("Proved as it is: no lemma is missing."))} ${time}`;
    case "proved": {
      const where = file === undefined ? "" : typeof written === "object" ? ` ${file.path} cannot be written (${written.failed}): above is what it should hold.`
        : { written: ` The lemmas are in ${file.path}.`, "dry-run": ` They would go to ${file.path}.`, changed: ` ${file.path} was changed meanwhile, so it was left alone: above is what it would have been.`, nothing: "" }[written];
      return `${bold(green(`Proved: ${plural(judgement.properties.filter((p) => p.kind !== "lemma").length, "property holds", "properties hold")} in every instance.`))}${where} ${time}`;
    }
    case "violated": return `${bold(red(`Violated: ${judgement.violation?.name ?? "a property"}.`))} No lemma can prove what is false. ${time}`;
    case "open": return `${bold(yellow(`Not proved: ${judgement.properties.filter((p) => p.verdict !== "proved" && p.kind !== "lemma").map((p) => p.name).join(", ")}.`))} ${time}`;
    default: return assertNever(verdict);
  }
}
