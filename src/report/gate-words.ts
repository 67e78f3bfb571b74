/** What all faces of the gate say in the same words. */
import { assertNever, InternalError } from "../base/assert-never.ts";
import { printable } from "../base/printable.ts";
import type { Level } from "../gate/finding.ts";
import type { CodeOutcome, GateReport, InstanceOutcome, JudgedFinding, PropertyOutcome, ProofOutcome, Source, SpecOutcome } from "../gate/report.ts";
import { isAcceptable } from "../gate/rules.ts";
import { plural, scopeText } from "./figures.ts";

/** One sentence or two: the verdict, and what it is about. The only place that says "Pass". @throws InternalError where the report contradicts itself */
export function gateConclusion(report: GateReport): string {
  const { verdict, specs, findings } = report;
  switch (verdict) {
    case "pass": {
      requirePass(report);
      if (specs.length === 0) return "Pass, but of nothing: the policy names no spec, so nothing was checked.";
      const all = specs.flatMap((s) => s.properties), enough = all.filter((p) => p.enough).length;
      const accepted = findings.filter((f) => f.accepted).length, others = findings.length - accepted;
      return [
        `Pass: ${enough === all.length ? plural(enough, "property", "properties") : `${enough} of ${plural(all.length, "property", "properties")}`} of ${plural(specs.length, "spec")} reached the level that the policy asks`,
        ...(accepted > 0 ? [`${plural(accepted, "finding was", "findings were")} accepted by people`] : []),
        ...(others > 0 ? [`${plural(others, "finding", "findings")} to look at`] : []),
      ].join("; ") + ".";
    }
    case "fail": {
      const stops = findings.filter((f) => f.stops).length, open = openPoints(report).length;
      const reason = stops > 0 ? `${plural(stops, "finding stops", "findings stop")} this change` : "the gate could not do its work";
      return `Fail: ${reason}${open > 0 ? `, and ${plural(open, "thing was", "things were")} not done or not decided` : ""}.`;
    }
    case "undecided": {
      const [first, ...more] = openPoints(report);
      return `Undecided, which is not a pass: ${first === undefined ? "not everything could be done" : printable(first, 300).replace(/\.$/, "")}${more.length > 0 ? `; and ${more.length} more` : ""}.`;
    }
    default: return assertNever(verdict);
  }
}

/** Whoever made the report has decided; that nothing in it says otherwise is checked once more before anybody reads "pass". */
function requirePass(report: GateReport): void {
  const against = [
    ...(report.exit === 0 ? [] : [`exit code ${report.exit}`]),
    ...openPoints(report),
    ...report.findings.filter((f) => f.stops).map((f) => f.message),
  ];
  if (against.length > 0) throw new InternalError(`a pass, and yet: ${printable(against[0])}`);
}

/** Everything that was to be done and was not. */
export function openPoints({ stopped, interrupted, specs }: GateReport): string[] {
  return [
    ...(stopped?.diagnostics.map((d) => d.message) ?? []),
    ...(stopped && stopped.diagnostics.length === 0 ? ["the gate stopped"] : []),
    ...(interrupted ? ["the gate was interrupted"] : []),
    ...specs.flatMap((s) => s.notDone.map((n) => `${s.spec}: ${n}`)),
  ];
}

/** What was compared with what, by which policy. */
export function comparedText({ base, head, policy }: GateReport): string {
  const change = head.commit === null ? "the working tree" : `${head.commit.slice(0, 12)}${head.workingTree ? " and the working tree" : ""}`;
  const from = base === null ? "nothing: there is no base" : `${printable(base.ref)} (${base.commit.slice(0, 12)})`;
  return `${change} against ${from}; policy: ${policy === null ? "none" : `${printable(policy.file)}, as in the ${policy.from === "base" ? "base" : "change, as the base has none"}`}`;
}

/** What stands beside a property. */
export function propertyText(p: PropertyOutcome): string {
  const where = p.where.length === 0 ? "" : ` (${p.where.join(", ")})`;
  const reached = p.reached === "unknown" ? "not decided" : p.kind === "reachable" && p.enough ? "reached" : p.reached;
  if (!p.enough) return printable(`${reached}${where}, asked: ${p.asked}${p.because === "" ? "" : `; ${p.because}`}${sourceText(p.source)}`);
  return printable(`${reached}${where}${reached === p.asked || reached === "reached" ? "" : `, asked: ${p.asked}`}${sourceText(p.source)}`);
}

/** The two that no spec declares are called what they are. */
export const kindText = ({ kind }: PropertyOutcome): string => (kind === "deadlock" || kind === "failure" ? "built-in" : kind);

/** @param objection see `objectionTo` */
export function markOf(p: PropertyOutcome, objection: string): "✓" | "~" | "!" | "?" | "✗" {
  if (p.reached === "violated") return "✗";
  if (!p.enough || p.reached === "unknown") return "?";
  return objection !== "" ? "!" : p.reached === "bounded" ? "~" : "✓";
}

/** Where a property holds that is not what it was, nobody may read that it holds and stop there. Empty where nothing is found against it. */
export function objectionTo(p: PropertyOutcome, { spec }: SpecOutcome, findings: readonly JudgedFinding[]): string {
  const found = findings.find((f) => f.stops && f.about === spec && f.subject === p.name);
  return found ? `, but ${found.rule}: see below` : "";
}

export function instanceText(i: InstanceOutcome): string {
  const options = Object.entries(i.options).map(([name, value]) => `${name}=${value}`).join(" ");
  const what = [scopeText(i.scope), i.design ?? "", options].filter((t) => t !== "").join(" ") || "the only instance";
  const expected = i.asExpected === null ? "nothing is recorded to compare with" : i.asExpected ? "as recorded in the base" : "not as recorded in the base";
  return printable(`${what}: ${i.verdict}, ${plural(i.distinctStates, "state")}, depth ${i.depth}; ${expected}${sourceText(i.source)}`);
}

export function proofText({ options, verdict, goals, source }: ProofOutcome): string {
  const given = Object.entries(options).map(([name, value]) => ` ${name}=${value}`).join("");
  return printable(`any size${given}: ${verdict}, ${plural(goals, "goal")}${sourceText(source)}`);
}

const codeNames: Readonly<Record<CodeOutcome["kind"], string>> = { conform: "tests against the model", transition: "functions proved", drift: "names and calls" };

export const codeText = ({ kind, file, verdict, covered, source }: CodeOutcome): string => printable(`${codeNames[kind]}, ${file}: ${verdict === "unknown" ? "not decided" : verdict}; ${covered}${sourceText(source)}`);

export const sourceText = (source: Source): string => (source === "evidence" ? " [recorded evidence]" : "");

/** One line for a spec that the change does not touch and that has nothing to tell. */
export function quietText(spec: SpecOutcome): string {
  const counts = new Map<string, number>();
  for (const p of spec.properties) counts.set(p.reached, (counts.get(p.reached) ?? 0) + 1);
  const evidence = spec.properties.every((p) => p.source === "evidence") ? ", by recorded evidence" : "";
  return `not touched; ${plural(spec.properties.length, "property", "properties")}${[...counts].map(([level, n], i) => `${i === 0 ? ": " : ", "}${n} ${level}`).join("")}${evidence}`;
}

/** Whether `quietText` says everything that matters. */
export const isQuiet = (spec: SpecOutcome, findings: readonly JudgedFinding[]): boolean =>
  spec.touched.length === 0 && spec.notDone.length === 0 && spec.properties.every((p) => p.enough) && spec.code.every((c) => c.verdict === "agrees") &&
  !findings.some((f) => f.about === spec.spec);

/** `accepted by Ann until 2027-01-31: the old clients are gone`. */
export const acceptedText = ({ accepted }: JudgedFinding): string | undefined =>
  accepted === null ? undefined : printable(`accepted by ${accepted.by}${accepted.expires === null ? "" : ` until ${accepted.expires}`}: ${accepted.reason}`);

/** What a finding weighs in this change. */
export const severityOf = (f: JudgedFinding): Level => (f.accepted ? "note" : f.level);

/** How to accept it, where that can be done: what is not known cannot. */
export const acceptText = (f: JudgedFinding): string | undefined => (f.stops && isAcceptable(f.rule) ? `tenet gate --accept ${printable(f.acceptAs)}` : undefined);
