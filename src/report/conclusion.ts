/** The one sentence that a reader in a hurry needs. */
import type { CheckReport } from "../pipeline/report.ts";
import { plural, probability } from "./figures.ts";
import { endText, extentText, isLiveness, livenessUnknown } from "./grounds.ts";

/** Without a line break. */
export function conclusion(report: CheckReport): string {
  const { properties, search, verdict } = report;
  if (verdict === "violated") return `Violated: ${properties.filter((p) => p.verdict === "violated").map((p) => p.name).join(", ")}.`;
  if (search.end !== "complete") {
    const after = search.end === "max-states" ? "" : ` after ${plural(search.distinctStates, "state")}`;
    return `Not decided: ${endText(search)}${after}. ${nothingViolated(report)}`;
  }
  const open = properties.filter((p) => p.verdict === "unknown"), live = open.filter(isLiveness);
  if (live.length > 0) return `Not decided: ${live.map((p) => p.name).join(", ")}: ${livenessUnknown(live[0], search)}. Nothing is violated in the states seen.`;
  const unreached = open.length;
  if (unreached > 0) return `Not decided: ${plural(unreached, "property was", "properties were")} not reached ${extentText(report, search)}.`;
  const holds = properties.length === 1 ? `${properties[0].name} holds` : `All ${properties.length} properties hold`;
  if (verdict === "exhaustive") return `${holds} in every state${properties.some(isLiveness) ? " and on every fair run" : ""} of this instance.`;
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
