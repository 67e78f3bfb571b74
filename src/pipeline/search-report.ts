import { totalmem } from "node:os";
import type { SearchLimits, SearchRequest, SearchResult } from "../../verifier/contract/search.ts";
import type { SearchReport } from "./report.ts";

export function searchReport({ end, completeDepth, omissionProbability, stats }: SearchResult, request: SearchRequest, constraints: readonly string[]): SearchReport {
  const { enabled: _, ...figures } = stats;
  return {
    ...figures, engine: "explicit", end, limits: request.limits, visited: request.visited, completeDepth, constraints,
    ...(omissionProbability === undefined ? {} : { omissionProbability }),
  };
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
