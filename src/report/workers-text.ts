/** How many workers searched, and why it was one where more were asked for. */
import { assertNever } from "../base/assert-never.ts";
import type { SearchReport } from "../pipeline/report.ts";
import { type OneWorker, severalFromStates } from "../pipeline/workers.ts";
import { plural } from "./figures.ts";

/** Nothing of one that nobody need wonder at. */
export const workersTexts = ({ workers }: SearchReport): string[] => (workers > 1 ? [plural(workers, "worker")] : []);

export const oneWorkerTexts = ({ oneWorker }: SearchReport): string[] => (oneWorker ? [`one worker: ${because(oneWorker)}`] : []);

function because(why: OneWorker): string {
  switch (why) {
    case "insight": return "--insight looks at a search in one thread";
    case "disk": return "where the disk takes over, the search goes on in one thread";
    case "hashed": return "hashes of states are kept by one thread";
    case "javascript": return "there was no WebAssembly memory to share";
    case "few-states": return `several begin at ${plural(severalFromStates, "state")}`;
    case "no-room": return "no memory or thread for more, or too few states at every depth";
    default: return assertNever(why);
  }
}
