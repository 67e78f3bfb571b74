/** The gate for people: what was compared, what was checked at which scope and level and what was not, what was found, and the verdict. */
import { printable } from "../base/printable.ts";
import type { GateReport, JudgedFinding, SpecOutcome } from "../gate/report.ts";
import { paletteOf } from "./colors.ts";
import { renderDiagnostics, type Sources } from "./diagnostics.ts";
import { findingText } from "./finding-text.ts";
import { duration, plural } from "./figures.ts";
import { acceptedText, acceptText, codeText, comparedText, gateConclusion, instanceText, isQuiet, kindText, markOf, objectionTo, openPoints, proofText, propertyText, quietText, severityOf } from "./gate-words.ts";
import type { Paint, Palette } from "./palette.ts";

export interface GateStyle {
  readonly color: boolean;
  /** Of the repository: `sourcesBelow` its root. */
  readonly sources: Sources;
}

/** So many paths are named; of more, their number. */
const mostPaths = 5;

/** Ends with a line break. */
export function gateText(report: GateReport, { color, sources }: GateStyle): string {
  const palette = paletteOf(color);
  const accepted = report.findings.filter((f) => f.accepted), open = report.findings.filter((f) => !f.accepted);
  const blocks = [
    `${palette.bold("tenet gate")}: ${comparedText(report)}`,
    ...report.specs.map((s) => specText(s, report.findings, palette)),
    ...(report.stopped && report.stopped.diagnostics.length > 0 ? [renderDiagnostics(report.stopped.diagnostics, sources, palette)] : []),
    ...open.map((f) => judgedText(f, palette, sources)),
    ...(accepted.length > 0 ? [["Accepted, and not looked at any more:", ...accepted.map((f) => `  ${f.rule} ${printable(f.about)} ${printable(f.subject)}: ${acceptedText(f)}`)].join("\n")] : []),
    ...notDone(report, palette),
    gateConclusionText(report, { color }),
  ];
  return `${blocks.map((b) => b.trimEnd()).join("\n\n")}\n`;
}

/** The last line alone. Green is only a pass of something. */
export function gateConclusionText(report: GateReport, { color }: Pick<GateStyle, "color">): string {
  const { bold, green, red, yellow } = paletteOf(color);
  const paint = report.verdict === "fail" ? red : report.verdict === "pass" && report.specs.length > 0 ? green : yellow;
  return `${bold(paint(gateConclusion(report)))}\n`;
}

function specText(s: SpecOutcome, findings: readonly JudgedFinding[], palette: Palette): string {
  const { bold, dim } = palette;
  const head = `${bold(printable(s.spec))}${s.protocol === null ? "" : ` ${dim(printable(s.protocol))}`}`;
  if (isQuiet(s, findings)) return `${head}: ${quietText(s)}${s.notAsked.length > 0 ? dim(`; not asked: ${printable(s.notAsked.join("; "))}`) : ""}`;
  const more = s.touched.length - mostPaths;
  const touched = s.touched.length === 0 ? "not touched" : `touched: ${s.touched.slice(0, mostPaths).map((t) => printable(t)).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  const lines = [
    `${head}: ${touched} ${dim(`(${duration(s.seconds)})`)}`,
    ...table(s, findings, palette),
    ...s.instances.map((i) => dim(instanceText(i))),
    ...s.proofs.map((p) => dim(proofText(p))),
    ...s.code.map((c) => (c.verdict === "agrees" ? dim : palette.yellow)(codeText(c))),
    ...s.notDone.map((n) => palette.yellow(`not done: ${printable(n)}`)),
    ...s.notAsked.map((n) => dim(`not asked, not checked: ${printable(n)}`)),
  ];
  return lines.map((l, i) => (i === 0 ? l : `  ${l}`)).join("\n");
}

function table(spec: SpecOutcome, findings: readonly JudgedFinding[], palette: Palette): string[] {
  const { properties } = spec;
  const names = properties.map((p) => printable(p.name));
  const width = Math.max(0, ...names.map((n) => n.length)), kinds = Math.max(0, ...properties.map((p) => kindText(p).length));
  return properties.map((p, i) => {
    const objection = objectionTo(p, spec, findings), mark = markOf(p, objection);
    const paint = paintOf(mark, palette);
    return `${paint(mark)} ${names[i].padEnd(width)}  ${palette.dim(kindText(p).padEnd(kinds))}  ${paint(`${propertyText(p)}${objection}`)}`;
  });
}

const paintOf = (mark: ReturnType<typeof markOf>, { green, yellow, red }: Palette): Paint => (mark === "✓" ? green : mark === "✗" ? red : yellow);

function judgedText(f: JudgedFinding, palette: Palette, sources: Sources): string {
  const accept = acceptText(f);
  return [findingText(f, severityOf(f), { palette, sources }), ...(accept === undefined ? [] : [palette.dim(`  to accept it: ${accept}`)])].join("\n");
}

/** Once more at the end, as what was not done is what a reader must not miss. */
function notDone(report: GateReport, { yellow }: Palette): string[] {
  const open = openPoints(report);
  return open.length === 0 ? [] : [yellow([`${plural(open.length, "thing was", "things were")} not done or not decided:`, ...open.map((o) => `  ${printable(o)}`)].join("\n"))];
}
