/** What the gate found, one finding to a line, and the conclusion at the end. */
import type { GateReport } from "../gate/report.ts";
import { paletteOf } from "./colors.ts";
import { acceptedText, gateConclusion, severityOf } from "./gate-words.ts";
import { diagnosticLines, line } from "./line.ts";
import { runPlaces } from "./run-places.ts";

/** Ends with a line break. */
export function gateLines(report: GateReport, { color }: { readonly color: boolean }): string {
  const policy = report.policy?.file ?? "tenet.config.ts";
  const findings = report.findings.flatMap((f) => {
    const level = severityOf(f), accepted = acceptedText(f);
    const severity = level === "note" ? "info" : level;
    const places = f.run && runPlaces(f.run.trace, f.run.instance);
    const message = [f.message, ...(f.inBase ? ["(the place is that of the base)"] : []), ...(accepted === undefined ? [] : [`(${accepted})`])].join(" ");
    return [
      line({ span: f.span, severity, message, code: f.rule }, f.about),
      ...(places ? [...places.steps.slice(-1), places.end] : []).map((p) => line({ span: p.span, severity: "info", message: `${f.subject}: ${p.text}`, code: f.rule }, f.about)),
    ];
  });
  const stopped = report.stopped?.diagnostics.flatMap((d) => diagnosticLines(d, policy)) ?? [];
  const open = report.specs.flatMap((s) => s.notDone.map((n) => line({ span: null, severity: "error", message: `not done: ${n}`, code: "undecided" }, s.spec)));
  return [...stopped, ...findings, ...open, `${paletteOf(color).bold(gateConclusion(report))}\n`].join("");
}
