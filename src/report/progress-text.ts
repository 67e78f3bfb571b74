/** One line about a search that is going on. */
import type { SearchProgress } from "../../verifier/contract/search.ts";
import { bytes, count, rate } from "./figures.ts";

/** `1,204,331 states · 2.1 M states/s · 310,220 queued · depth 14 · 120 MB`. */
export function progressText(progress: SearchProgress): string {
  return [
    `${count(progress.distinctStates)} states`,
    rate(progress.statesPerSecond),
    `${count(progress.queued)} queued`,
    `depth ${progress.depth}`,
    bytes(progress.memoryBytes),
  ].join(" · ");
}
