/** One report for each property of the spec, and for the two that no spec declares. */
import { showSpan } from "../base/span.ts";
import { invariantOfAntecedent } from "../passes/vacuity.ts";
import type { Finding, SearchResult } from "../../verifier/contract/search.ts";
import { type Evidence, evidenceOf, type Reader } from "./evidence.ts";
import type { CheckedLiveness } from "./liveness.ts";
import type { Prepared } from "./prepare.ts";
import type { CheckedKind, PropertyReport } from "./report.ts";
import { type Grounds, settle } from "./verdict.ts";

interface Context {
  readonly grounds: Grounds;
  readonly reader: Reader;
  /** Whether deadlocks were looked for. */
  readonly deadlock: boolean;
  readonly liveness: CheckedLiveness;
}

/** In the order of the spec, then failures and deadlock. */
export function propertyReports(result: SearchResult, prepared: Prepared, { grounds, reader, deadlock, liveness }: Context): PropertyReport[] {
  const evidence = [...result.findings.filter((f) => !isHidden(f, prepared)).map((f) => evidenceOf(f, prepared, reader)), ...liveness.failures];
  return withEvidence(prepared, evidence, { deadlock, others: liveness.reports }, (kind, found) => settle(kind, found !== undefined, grounds));
}

/** What every report says of a property, whatever it says of its verdict. */
type Shown = Pick<PropertyReport, "name" | "kind" | "doc" | "span" | "trace">;

/** @param settle what else is said, given what was found */
export function withEvidence<Found extends Evidence, Report extends Shown>(
  { instance }: Prepared, evidence: readonly Found[], { deadlock, others }: { readonly deadlock: boolean; readonly others: readonly Report[] },
  settled: (kind: CheckedKind, found: Found | undefined) => Omit<Report, keyof Shown>,
): (Shown & Omit<Report, keyof Shown>)[] {
  const reports: (Shown & Omit<Report, keyof Shown>)[] = [];
  for (const { kind, name, doc, span } of instance.properties) {
    if ((kind !== "invariant" && kind !== "step" && kind !== "reachable") || invariantOfAntecedent(name) !== undefined) continue;
    const found = evidence.find(({ claim }) => claim.kind === kind && claim.name === name);
    reports.push({ name, kind, doc, span, ...settled(kind, found), ...(found && { trace: found.trace }) });
  }
  reports.push(...others);
  const failures = evidence.filter(({ claim }) => claim.kind === "failure");
  if (failures.length === 0) reports.push({ name: "no failure", kind: "failure", doc: failureDoc, ...settled("failure", undefined) });
  for (const found of failures) {
    const span = found.claim.kind === "failure" ? found.claim.span : undefined;
    const name = failures.length > 1 && span ? `no failure at ${showSpan(span)}` : "no failure";
    reports.push({ name, kind: "failure", doc: failureDoc, ...(span && { span }), ...settled("failure", found), trace: found.trace });
  }
  if (deadlock) {
    const found = evidence.find(({ claim }) => claim.kind === "deadlock");
    reports.push({ name: "deadlock", kind: "deadlock", doc: "Every state has a step, or may be the last.", ...settled("deadlock", found), ...(found && { trace: found.trace }) });
  }
  return reports;
}

const failureDoc = "No bound is left, no undefined value is read: nothing fails to evaluate.";

/** The witness that an implication is not vacuous is of interest only where there is none. */
export function isHidden({ what }: Finding, { model }: Prepared): boolean {
  if (what.kind !== "reachable") return false;
  return invariantOfAntecedent(model.properties.filter((p) => p.kind === "reachable")[what.index].name) !== undefined;
}
