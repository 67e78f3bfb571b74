/** One line about a search that is going on. */
import type { SearchProgress } from "../../verifier/contract/search.ts";
import { about, bytes, count, rate } from "./figures.ts";

/** `1,204,331 states · perhaps 2.9 M to 4.1 M in all · 2.1 M states/s · 310,220 queued · depth 14 · 120 MB`. */
export function progressText(progress: SearchProgress): string {
  return [
    `${count(progress.distinctStates)} states`,
    ...(progress.expected ? [`perhaps ${about(progress.expected.least)} to ${about(progress.expected.most)} in all`] : []),
    rate(progress.statesPerSecond),
    `${count(progress.queued)} queued`,
    `depth ${progress.depth}`,
    bytes(progress.memoryBytes),
  ].join(" · ");
}
