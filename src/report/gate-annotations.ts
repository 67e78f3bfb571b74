/** Workflow commands, which GitHub shows on the lines of a pull request. */
import { printable } from "../base/printable.ts";
import { repositoryPath } from "./repository-path.ts";
import type { Level } from "../gate/finding.ts";
import type { GateReport, JudgedFinding } from "../gate/report.ts";
import { openPoints, severityOf } from "./gate-words.ts";

/** Of each level, no more are shown for one step. */
const mostAnnotations = 10;

/** One command a line; empty where there is nothing to tell. Accepted findings are not repeated. */
export function gateAnnotations(report: GateReport): string {
  const all = [
    ...openPoints(report).map((text): Annotation => ({ level: "error", command: annotation("error", [["title", "tenet: undecided"]], text) })),
    ...report.findings.filter((f) => !f.accepted).map((f): Annotation => ({ level: f.level, command: annotation(commands[severityOf(f)], place(f), f.message) })),
  ];
  return (["error", "warning", "note"] as const).flatMap((level) => capped(all.filter((a) => a.level === level), level)).map((command) => `${command}\n`).join("");
}

interface Annotation { readonly level: Level; readonly command: string }

const commands: Readonly<Record<Level, string>> = { error: "error", warning: "warning", note: "notice" };

function capped(all: readonly Annotation[], level: Level): string[] {
  const shown = all.map((a) => a.command);
  if (shown.length <= mostAnnotations) return shown;
  const rest = shown.length - (mostAnnotations - 1);
  return [...shown.slice(0, mostAnnotations - 1), annotation(commands[level], [["title", "tenet"]], `${rest} more of this level are in the summary`)];
}

function place(f: JudgedFinding): [string, string][] {
  const title: [string, string] = ["title", `tenet: ${f.rule}`];
  // The base's lines are not those that the reader sees.
  if (f.span === null || f.span.line === 0 || f.inBase || repositoryPath(f.span.file) === undefined) return [title];
  const { file, line, column, endLine, endColumn } = f.span;
  // Columns are only understood on one line.
  const columns: [string, string][] = line === endLine ? [["col", String(column)], ["endColumn", String(Math.max(column, endColumn - 1))]] : [];
  return [["file", file], ["line", String(line)], ["endLine", String(endLine)], ...columns, title];
}

const annotation = (command: string, properties: readonly (readonly [string, string])[], message: string): string =>
  `::${command} ${properties.map(([name, value]) => `${name}=${escapeProperty(printable(value, 500))}`).join(",")}::${escapeData(printable(message))}`;

const escapeData = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
