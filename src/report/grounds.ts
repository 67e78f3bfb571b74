/** Says in words what a verdict rests on. */
import { assertNever } from "../base/assert-never.ts";
import type { LassoEnd, Trace } from "../interp/trace.ts";
import type { Because, CheckReport, PropertyReport, SearchReport } from "../pipeline/report.ts";
import { bytes, duration, plural, probability } from "./figures.ts";

/** What stands beside a property: `exhaustive`, `violated after 4 steps`, `bounded: runs of at most 12 steps`. */
export function verdictText(property: PropertyReport, search: SearchReport): string {
  const { trace } = property;
  switch (property.verdict) {
    case "exhaustive": return property.kind === "reachable" && trace ? `reached ${after(trace.steps.length)}` : "exhaustive";
    case "violated":
      if (property.kind === "reachable") return "never reached";
      return trace ? `violated ${trace.end.kind === "eventually" || trace.end.kind === "leadsTo" ? by(trace.end) : where(trace)}` : "violated";
    case "bounded": case "unknown": {
      if (isLiveness(property)) return `unknown: ${livenessUnknown(property, search)}`;
      const extent = extentText(property, search);
      if (property.kind === "reachable" && property.verdict === "unknown") return `unknown: not reached ${extent}`;
      return `${property.verdict}: ${property.verdict === "bounded" ? "holds" : "not violated"} ${extent}`;
    }
    default: return assertNever(property.verdict);
  }
}

/** A run that goes on for ever. */
const by = ({ loop, steps }: LassoEnd): string => (loop < steps ? `by a run that repeats steps ${loop + 1} to ${steps}` : `by a run that ends ${after(steps)}`);

export const isLiveness = ({ kind }: Pick<PropertyReport, "kind">): boolean => kind === "eventually" || kind === "leadsTo";

/** Why runs that go on for ever were not looked at, or not all of them. */
export function livenessUnknown({ because }: Pick<PropertyReport, "because">, search: SearchReport): string {
  return because.map((b): string => {
    switch (b) {
      case "constraint": return `steps beyond ${search.constraints.join(", ")} are not known`;
      case "hashed": return "it needs states that are told apart exactly";
      case "failure": return "something fails to evaluate";
      default: return endText({ ...search, end: b });
    }
  }).join(", ");
}

/** An action that fails is a step that does not come about. */
export const where = ({ steps, end }: Trace): string =>
  end.kind === "failure" && end.source.kind === "action" ? `in step ${steps.length + 1}` : after(steps.length);

export const after = (steps: number): string => (steps === 0 ? "in an initial state" : `after ${plural(steps, "step")}`);

/** `in runs of at most 12 steps, within the constraint small`. */
export function extentText({ because, depth }: Pick<CheckReport, "because" | "depth">, search: SearchReport): string {
  const parts = because.flatMap((b) => partText(b, search));
  if (depth !== undefined) parts.unshift(depth === 0 ? "in initial states" : `in runs of at most ${plural(depth, "step")}`);
  else if (parts.length === 0) parts.push("in the states seen");
  return parts.join(", ");
}

/** A limit is named in the conclusion, once for all. */
function partText(because: Because, search: SearchReport): readonly string[] {
  switch (because) {
    case "constraint": return [`within the constraint${search.constraints.length === 1 ? "" : "s"} ${search.constraints.join(", ")}`];
    case "hashed": return [`up to a probability of ${probability(search.omissionProbability ?? 1)} that a state was missed`];
    case "failure": return ["as far as nothing fails"];
    case "violation": case "max-states": case "max-depth": case "timeout": case "memory": case "disk": case "interrupted": return [];
    default: return assertNever(because);
  }
}

/** Why the search ended early, as the subject of a sentence. */
export function endText({ end, limits, trouble }: SearchReport): string {
  switch (end) {
    case "complete": return "the search is complete";
    case "violation": return "the search stopped at the first violation";
    case "max-states": return `the limit of ${plural(limits.maxStates ?? 0, "state")} was reached`;
    case "max-depth": return `the limit of ${plural(limits.maxDepth ?? 0, "step")} was reached`;
    case "timeout": return `the time of ${duration((limits.timeoutMs ?? 0) / 1000)} ran out`;
    case "memory": return `the memory of ${bytes(limits.memoryBytes ?? 0)} ran out`;
    case "disk": return `the disk gave out (${trouble ?? "no reason known"})`;
    case "interrupted": return "the search was interrupted";
    default: return assertNever(end);
  }
}
