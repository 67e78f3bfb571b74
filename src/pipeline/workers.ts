/** How many workers search an instance, and why it was one where more were asked for. */
import { availableParallelism } from "node:os";
import type { SearchRequest, SearchResult } from "../../verifier/contract/search.ts";
import { threadFile } from "./thread-file.ts";

/** `auto`: as many as there are cores. */
export type WorkersChoice = number | "auto";

/** Each takes some megabytes, and more than there are cores gain nothing. */
const mostWorkers = 64;

/** With fewer states, starting threads takes longer than they save. */
export const severalFromStates = 1_000_000;

/**
 * What keeps several workers from taking part: who looks on is one thread; hashes and what is on disk are one thread's, in JavaScript;
 * so is a search for which there is no shared memory; an instance was small; or there was no memory or thread for more, or too little to do at every depth.
 */
export type OneWorker = "insight" | "disk" | "hashed" | "javascript" | "few-states" | "no-room";

export function crewOf(choice: WorkersChoice): Pick<SearchRequest, "crew"> {
  const workers = Math.min(mostWorkers, choice === "auto" ? availableParallelism() : choice);
  // Looked for where it is needed: few searches are as large.
  return workers < 2 ? {} : { crew: { workers, atStates: severalFromStates, get entry() { return threadFile("search-worker.js"); } } };
}

/** Why there was one, if somebody asked for more. */
export function whyOneWorker(choice: WorkersChoice, { stats }: SearchResult, { visited, observer }: Pick<SearchRequest, "visited" | "observer">): OneWorker | undefined {
  if (choice === "auto" || choice < 2 || stats.workers > 1) return undefined;
  if (observer) return "insight";
  if (stats.disk) return "disk";
  if (stats.innerLoop === "javascript") return visited === "hashed" ? "hashed" : "javascript";
  return stats.distinctStates < severalFromStates ? "few-states" : "no-room";
}
