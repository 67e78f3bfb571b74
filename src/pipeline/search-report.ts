import { totalmem } from "node:os";
import type { SearchLimits, SearchRequest, SearchResult } from "../../verifier/contract/search.ts";
import type { SearchReport } from "./report.ts";

export function searchReport(
  { end, completeDepth, omissionProbability, trouble, checkpointStates, stats }: SearchResult,
  { folder, ...grounds }: Pick<SearchReport, "limits" | "visited" | "constraints" | "symmetry" | "reduction" | "oneWorker" | "liveness"> & { /** Of the checkpoint. */ readonly folder?: string },
): SearchReport {
  const { enabled: _, levels: __, ...figures } = stats;
  return {
    ...figures, ...grounds, engine: "explicit", end, completeDepth,
    ...(trouble !== undefined && { trouble }),
    ...(folder !== undefined && checkpointStates !== undefined && { checkpoint: { folder, states: checkpointStates } }),
    ...(grounds.visited === "hashed" && omissionProbability !== undefined ? { omissionProbability } : {}),
  };
}

/** Short states are kept whole even where hashes were asked for; the engine says so by a probability of 0. */
export function visitedOf({ omissionProbability, stats }: SearchResult, { visited }: Pick<SearchRequest, "visited">): "exact" | "hashed" {
  return omissionProbability === 0 && stats.distinctStates > 1 ? "exact" : visited;
}

/** With a limit on memory, so that a search that is too large ends with what was learnt and not with the process. */
export function withMemory(limits: SearchLimits): SearchLimits {
  return { ...limits, memoryBytes: limits.memoryBytes ?? Math.floor(availableMemory() * 0.75) };
}

/** Of the machine, or of the container that the process runs in. */
function availableMemory(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}
