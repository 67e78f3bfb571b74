/** A proof for people: what holds whatever the size, what is in the way of the rest, and one sentence at the end. */
import { choicesText, faultsText } from "./faults-text.ts";
import { assertNever } from "../base/assert-never.ts";
import type { ProofProgress } from "../pipeline/proof-session.ts";
import { lockName } from "../pipeline/proof-lock.ts";
import { isBuiltIn } from "../pipeline/proof-solvers.ts";
import type { Counterexample, Obstacle, ProofReport, ProofVerdict, ProvedProperty, SearchedInstance, SolverFigures } from "../pipeline/prove-report.ts";
import { paletteOf } from "./colors.ts";
import { counterexampleText } from "./counterexample-text.ts";
import { explanationText } from "./explanation-text.ts";
import { renderDiagnostics, type Sources } from "./diagnostics.ts";
import { duration, plural } from "./figures.ts";
import { outsideText } from "./fragment-text.ts";
import type { Paint, Palette } from "./palette.ts";
import { lineOf, sourcesFromDisk } from "./sources.ts";
import { renderTrace } from "./trace.ts";
import { lemmaText } from "./relevant-text.ts";
import { type SourceLine, sourceText } from "./trace-source.ts";

export interface ProofStyle {
  readonly color: boolean;
  /** By default, from disk. */
  readonly sources?: Sources;
}

/** Ends with a line break. */
export function proveText(report: ProofReport, { color, sources = sourcesFromDisk() }: ProofStyle): string {
  const palette = paletteOf(color);
  const sourceLine = lineOf(sources);
  const grounds = explanationText(report, palette);
  const blocks = [
    header(report, palette),
    table(report, palette),
    figures(report.solver).map((line) => `  ${palette.dim(line)}`).join("\n"),
    ...report.properties.filter((p) => p.verdict !== "proved" && !onlyStopped(p)).map((p) => openText(p, report.searched, palette, sourceLine)),
    ...(grounds === undefined ? [] : [grounds]),
    ...(report.warnings.length > 0 ? [renderDiagnostics(report.warnings, sources, palette)] : []),
    coloredConclusion(report, palette),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The last line of `proveText` alone. */
export const proofConclusionText = (report: ProofReport, { color }: ProofStyle): string => `${coloredConclusion(report, paletteOf(color))}\n`;

/** `12 of 44 goals · consecution commit consistent`. */
export const proofProgressText = ({ goal, done, goals }: ProofProgress): string => `${done} of ${plural(goals, "goal")} · ${goal}`;

/** Who was asked, and how long it took. */
function figures({ goals, remembered, answered, opinions, seconds }: SolverFigures): string[] {
  const all = `${plural(goals, "goal")}${remembered === 0 ? "" : `, ${remembered} from ${lockName}`}`;
  // The built-in solver alone is not worth many words.
  const others = answered.some((a) => !isBuiltIn(a.solver));
  const who = others ? answered.map((a) => `${a.solver}${answered.length === 1 ? "" : ` (${a.goals})`}`).join(", ") : "z3";
  return [
    [all, ...(remembered > 0 && answered.length === 0 ? [] : [who]), duration(seconds)].join(" · "),
    ...opinions.map(({ solver, asked, agreed }) =>
      `second opinion: ${solver} agreed on ${agreed} of ${plural(asked, "goal")}${agreed === asked ? "" : `, no answer on ${asked - agreed}`}`),
  ];
}

/** Nobody wanted to know any more: nothing to be explained. */
const onlyStopped = (p: ProvedProperty): boolean => p.obstacles.every(({ why }) => why.kind === "gave-up" && why.reason === "stopped");

function coloredConclusion(report: ProofReport, palette: Palette): string {
  return palette.bold(paintOf(report.verdict, palette)(conclusion(report)));
}

function conclusion({ properties, verdict, interrupted, solver }: ProofReport): string {
  const names = (of: (p: ProvedProperty) => boolean): string => properties.filter(of).map((p) => p.name).join(", ");
  if (verdict === "proved") return `Proved: ${properties.length === 1 ? `${properties[0].name} holds` : `all ${properties.length} properties hold`} in every instance.`;
  if (verdict === "violated") return `Violated: ${names((p) => p.verdict === "violated")}.`;
  if (interrupted) return `Not decided: the proof was interrupted after ${plural(solver.goals, "goal")}.`;
  return `Not proved: ${names((p) => p.verdict !== "proved")}.`;
}

function header({ protocol, spec, sorts, options, faults, proof }: ProofReport, { bold, dim }: Palette): string {
  const size = sorts.length > 0 ? ` for any number of ${sorts.join(", ")}` : "";
  const choices = choicesText(options, faults).map((choice) => ` ${choice}`).join("");
  return `${bold(protocol)} ${dim(`(${spec})`)}${size}${choices === "" ? "" : ` with${choices}`}${proof === null ? "" : `, with the lemmas of ${proof}`}${faultsText(faults)}`;
}

function table(report: ProofReport, palette: Palette): string {
  const rows = [
    ...report.properties.map((p) => ({ name: p.name, kind: p.kind === "failure" ? "built-in" : p.kind, mark: mark[p.verdict], text: proofVerdictText(p), paint: paintOf(p.verdict, palette) })),
    ...report.instancesOnly.map(({ name, kind }) => ({ name, kind, mark: "·", text: "not for a proof: tenet check looks for it in instances", paint: palette.dim })),
  ];
  const width = (texts: readonly string[]): number => Math.max(0, ...texts.map((t) => t.length));
  const names = width(rows.map((r) => r.name)), kinds = width(rows.map((r) => r.kind));
  return rows.map((r) => `  ${r.paint(r.mark)} ${r.name.padEnd(names)}  ${palette.dim(r.kind.padEnd(kinds))}  ${r.paint(r.text)}`).join("\n");
}

const mark: Readonly<Record<ProofVerdict, string>> = { proved: "✓", "not-inductive": "?", unknown: "?", violated: "✗" };

function paintOf(verdict: ProofVerdict, { green, yellow, red }: Palette): Paint {
  switch (verdict) {
    case "proved": return green;
    case "not-inductive": case "unknown": return yellow;
    case "violated": return red;
  }
}

/** What stands beside a property. */
export function proofVerdictText(p: ProvedProperty): string {
  switch (p.verdict) {
    case "proved": return "proved";
    case "violated": {
      const steps = p.violation?.trace.steps.length ?? 0;
      return `violated ${steps === 0 ? "in an initial state" : `after ${plural(steps, "step")}`}`;
    }
    case "not-inductive": case "unknown": return `${p.verdict === "unknown" ? "unknown" : "not inductive"}: ${plural(p.obstacles.length, "goal")} of ${Math.max(p.goals, p.obstacles.length)} not shown`;
    default: return assertNever(p.verdict);
  }
}

/** Why a property is not proved. */
export function openText(p: ProvedProperty, searched: readonly SearchedInstance[], palette: Palette, sourceLine: SourceLine): string {
  if (p.violation) return renderTrace(p.violation.trace, p.violation.instance, { palette, sourceLine });
  const { bold, yellow, dim } = palette;
  const at = (o: Pick<Obstacle, "span">): string => (o.span.line === 0 ? "" : dim(`   ${o.span.file}:${o.span.line}`));
  const [main, ...others] = obstaclesByWeight(p);
  const text = sourceText(main.span, sourceLine);
  const lines = [
    `${yellow("?")} ${bold(p.name)} is ${p.verdict === "unknown" ? "not proved" : "not inductive"}${p.span ? at({ span: p.span }) : ""}`,
    ...obstacleText(main, palette),
    ...(main.kind === "rests-on" || text === undefined || (main.why.kind === "counterexample" && main.why.example?.blame) ? [] : [`${main.kind === "no-failure" ? "may fail:" : "not shown:"} ${text}${at(main)}`]),
    ...(main.why.kind === "counterexample" && main.why.example ? counterexampleText(main.why.example, { palette, sourceLine }) : []),
    ...others.slice(0, mostOthers).map((o) => dim(`also not shown: ${o.goal}`)),
    ...(others.length > mostOthers ? [dim(`and ${plural(others.length - mostOthers, "more goal")}`)] : []),
    ...(main.why.kind === "counterexample" ? [...searchedText(searched), ...shapeText(main.why.example, palette)] : []),
  ];
  return lines.map((line, i) => (i === 0 ? line : `     ${line}`)).join("\n");
}

const mostOthers = 4;

/** A counterexample says most; of several, the first that can be shown. */
export const obstaclesByWeight = ({ obstacles }: ProvedProperty): Obstacle[] => obstacles.toSorted((a, b) => rank(a) - rank(b));

function rank({ why }: Obstacle): number {
  if (why.kind === "counterexample") return why.example ? 0 : 1;
  return why.kind === "not-proved" ? 3 : 2;
}

/** What the solver, or the lack of it, says about the goal. */
export function obstacleText(o: Obstacle, { dim }: Palette): string[] {
  const { why } = o;
  switch (why.kind) {
    case "counterexample": return [counterexampleHead(o)];
    case "unsupported": return [`${dim(`goal ${o.goal}:`)} this cannot be said in logic yet: ${why.reason}   ${dim(`${why.span.file}:${why.span.line}`)}`];
    case "gave-up": return [
      `${dim(`goal ${o.goal}:`)} ${gaveUp[why.reason]} after ${plural(why.attempts, "attempt")} in ${duration(why.milliseconds / 1000)}`,
      ...(why.fragment.kind === "outside" ? outsideText(why.fragment.why) : []),
      ...(why.reason === "timeout" ? ["A longer --timeout may help, or a lemma that says the same in smaller steps."] : []),
    ];
    case "not-proved": return [o.kind === "rests-on" ? `it needs ${why.names.join(", ")}, which is not proved` : `not shown without ${why.names.join(", ")}, which ${why.names.length === 1 ? "is" : "are"} not proved`];
    default: return assertNever(why);
  }
}

const gaveUp = {
  timeout: "the solver ran out of time", memory: "the solver ran out of memory", incomplete: "the solver could not decide it", crash: "the solver ended", stopped: "the proof was interrupted",
} as const;

function counterexampleHead({ kind, action }: Obstacle): string {
  switch (kind) {
    case "initiation": return "it may be false in an initial state";
    case "consecution": return `${action ?? "a step"} can lead from a state where everything assumed holds to one where this is false`;
    case "step": return `${action ?? "a step"} can break it, in a state where everything proved holds`;
    case "no-failure": return `${action ?? "evaluation"} can fail in a state where everything proved holds`;
    case "rests-on": return "it needs what is not proved";
    default: return assertNever(kind);
  }
}

/** Whether the counterexample is a bug: no run that violates the property was found where all were tried. */
function searchedText(searched: readonly SearchedInstance[]): string[] {
  const complete = searched.filter((s) => s.complete);
  const scope = (s: SearchedInstance): string => Object.entries(s.scope).map(([name, size]) => ` ${name}=${size}`).join("") || " (there is only one)";
  if (complete.length > 0) return [`No run violates it in the instance${complete.map(scope).join(", nor in")}: most likely a lemma is missing that excludes the first state.`];
  if (searched.length > 0) return [`No run that violates it was found among the first ${plural(searched[0].distinctStates, "state")} of${scope(searched[0])}.`];
  return ["Whether the first state can be reached is not known: no instance is small enough to be searched."];
}

function shapeText(example: Counterexample | undefined, { cyan }: Palette): string[] {
  const lemma = example && lemmaText(example);
  return lemma === undefined ? [] : [`Perhaps one of this shape: ${cyan(lemma)}`];
}
