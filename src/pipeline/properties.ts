/** One report for each property of the spec, and for the two that no spec declares. */
import { showSpan } from "../base/span.ts";
import { invariantOfAntecedent } from "../passes/vacuity.ts";
import type { SearchResult } from "../../verifier/contract/search.ts";
import { type Evidence, evidenceOf, type Reader } from "./evidence.ts";
import type { CheckedLiveness } from "./liveness.ts";
import type { Prepared } from "./prepare.ts";
import type { PropertyReport } from "./report.ts";
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
  const reports: PropertyReport[] = [];
  for (const { kind, name, doc, span } of prepared.instance.properties) {
    if ((kind !== "invariant" && kind !== "step" && kind !== "reachable") || invariantOfAntecedent(name) !== undefined) continue;
    const found = evidence.find(({ claim }) => claim.kind === kind && claim.name === name);
    reports.push({ name, kind, doc, span, ...settle(kind, found !== undefined, grounds), ...(found && { trace: found.trace }) });
  }
  reports.push(...liveness.reports);
  const failures = evidence.filter(({ claim }) => claim.kind === "failure");
  reports.push(...(failures.length === 0 ? [noFailure(grounds)] : failures.map((f) => failure(f, failures.length > 1, grounds))));
  if (deadlock) {
    const found = evidence.find(({ claim }) => claim.kind === "deadlock");
    reports.push({
      name: "deadlock", kind: "deadlock", doc: "Every state has a step, or may be the last.",
      ...settle("deadlock", found !== undefined, grounds), ...(found && { trace: found.trace }),
    });
  }
  return reports;
}

const failureDoc = "No bound is left, no undefined value is read: nothing fails to evaluate.";

const noFailure = (grounds: Grounds): PropertyReport => ({ name: "no failure", kind: "failure", doc: failureDoc, ...settle("failure", false, grounds) });

function failure({ claim, trace }: Evidence, several: boolean, grounds: Grounds): PropertyReport {
  const span = claim.kind === "failure" ? claim.span : undefined;
  return {
    name: several && span ? `no failure at ${showSpan(span)}` : "no failure",
    kind: "failure", doc: failureDoc, ...(span && { span }), ...settle("failure", true, grounds), trace,
  };
}

/** The witness that an implication is not vacuous is of interest only where there is none. */
function isHidden({ what }: SearchResult["findings"][number], { model }: Prepared): boolean {
  if (what.kind !== "reachable") return false;
  return invariantOfAntecedent(model.properties.filter((p) => p.kind === "reachable")[what.index].name) !== undefined;
}
