/** The one sentence that a reader in a hurry needs. */
import type { CheckReport } from "../pipeline/report.ts";
import { plural, probability } from "./figures.ts";
import { endText, extentText, share, statesText } from "./grounds.ts";

/** Without a line break. */
export function conclusion(report: CheckReport): string {
  const { properties, search, verdict } = report;
  const violated = properties.filter((p) => p.verdict === "violated").length;
  if (verdict === "violated") return `${share(violated, properties.length)} ${violated === 1 ? "is" : "are"} violated.`;
  if (search.end !== "complete") {
    return `Not decided: ${endText(search)} after ${statesText(search)}. ${nothingViolated(report)}`;
  }
  const unreached = properties.filter((p) => p.verdict === "unknown").length;
  if (unreached > 0) return `Not decided: ${plural(unreached, "property was", "properties were")} not reached ${extentText(report, search)}.`;
  if (properties.length === 0) return `Nothing to check: the spec has no property. The instance has ${statesText(search)}.`;
  const holds = properties.length === 1 ? "The property holds" : `All ${properties.length} properties hold`;
  if (verdict === "exhaustive") return `${holds} in every state of this instance.`;
  if (search.visited === "hashed" && search.constraints.length === 0) {
    return `${holds} in every state seen; some state was missed with a probability of at most ${probability(search.omissionProbability ?? 1)}.`;
  }
  return `${holds} ${extentText(report, search)}.`;
}

function nothingViolated(report: CheckReport): string {
  const { depth } = report;
  const where = depth === undefined ? "in the states seen" : extentText(report, report.search);
  return `Nothing is violated ${where}.`;
}
