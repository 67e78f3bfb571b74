/** One report for each property of an instance. The only place that decides verdicts of symbolic search. */
import type { Target } from "../backends/smt/runs.ts";
import type { Trace } from "../interp/trace.ts";
import type { Standing } from "./bounded.ts";
import type { InstanceProperty, Limit, Method } from "./instance-report.ts";
import type { Prepared } from "./prepare.ts";

export interface Findings {
  standing(target: Target): Standing;
  /** By k-induction, with that k. */
  readonly proved: ReadonlyMap<Target, number>;
  /** What k-induction ran into. */
  readonly stuck: ReadonlyMap<Target, Limit>;
  readonly method: Method;
  readonly interrupted: boolean;
}

/** In the order of the spec, then failures. */
export function instanceProperties({ model, instance }: Prepared, findings: Findings): InstanceProperty[] {
  const constraints = instance.properties.filter((p) => p.kind === "constraint").map((p) => p.name);
  const failure = findings.standing("failure");
  const one = (target: Target, base: Pick<InstanceProperty, "name" | "kind" | "doc" | "span">): InstanceProperty => {
    const { trace, depth, limit } = findings.standing(target);
    if (trace) return { ...base, verdict: base.kind === "reachable" ? "exhaustive" : "violated", limits: [], trace };
    const k = limit ? undefined : findings.proved.get(target);
    // What follows a step that fails was not seen; runs up to there were.
    const seen = failure.trace && target !== "failure" ? Math.min(depth, endOf(failure.trace) - 1) : depth;
    const all: Limit[] = [
      ...(limit ? [limit] : []),
      ...(failure.trace && target !== "failure" ? [{ kind: "failure" as const }] : []),
      ...(constraints.length > 0 ? [{ kind: "constraint" as const, names: constraints }] : []),
      ...(k === undefined && !limit ? [findings.stuck.get(target) ?? { kind: "steps" as const }] : []),
    ];
    const limits = all.map((l): Limit => (findings.interrupted && l.kind === "gave-up" ? { kind: "interrupted" } : l));
    const known = { limits, ...(seen >= 0 && k === undefined && { depth: seen }) };
    if (k !== undefined) return { ...base, ...known, verdict: limits.length === 0 ? "exhaustive" : "bounded", k };
    const decided = findings.method.kind === "bounded" && !limit && base.kind !== "reachable" && seen >= 0;
    return { ...base, ...known, verdict: decided ? "bounded" : "unknown" };
  };
  const declared = model.properties.flatMap((p) => {
    const { kind, name, doc, span } = p;
    return kind === "invariant" || kind === "step" || kind === "reachable" ? [one(p, { name, kind, doc, span })] : [];
  });
  const doc = "No bound is left, no undefined value is read: nothing fails to evaluate.";
  return [...declared, one("failure", { name: "no failure", kind: "failure", doc })];
}

/** Steps of the run that failed, the failing one included. */
const endOf = ({ steps, end }: Trace): number => steps.length + (end.kind === "failure" && end.source.kind === "action" ? 1 : 0);
