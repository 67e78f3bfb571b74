import { setImmediate } from "node:timers/promises";
import type { SearchListener, SearchProgress } from "../contract/search.ts";

/** Milliseconds between two breaths of the event loop, and between two reports of progress. */
const breathEvery = 50;
const progressEvery = 200;

/** Time and the outside world of one search: its clock, its listener, and the event loop that it must not starve. */
export class Pace {
  /** Highest resident set seen, in bytes: of the whole process, engine and all else. */
  peakMemory = 0;
  private readonly start = performance.now();
  private breathAt = this.start + breathEvery;
  private progressAt = this.start + progressEvery;
  private last = { at: this.start, states: 0 };

  constructor(private readonly timeoutMs: number, private readonly listener: SearchListener) {}

  get seconds(): number {
    return (performance.now() - this.start) / 1000;
  }

  /** Whether it is time to breathe. */
  get due(): boolean {
    return performance.now() >= this.breathAt;
  }

  /** Why the search has to end now, if it has to. Tells progress on the way. */
  verdict(progress: () => Omit<SearchProgress, "statesPerSecond" | "memoryBytes">): "timeout" | "interrupted" | undefined {
    const now = performance.now();
    if (now >= this.progressAt) {
      this.progressAt = now + progressEvery;
      const at = progress();
      const statesPerSecond = ((at.distinctStates - this.last.states) / (now - this.last.at)) * 1000;
      this.last = { at: now, states: at.distinctStates };
      this.listener.progress?.({ ...at, statesPerSecond, memoryBytes: this.sampleMemory() });
    }
    if (now - this.start >= this.timeoutMs) return "timeout";
    return this.listener.interrupted?.() ? "interrupted" : undefined;
  }

  /** Lets signals, timers and streams have their turn. */
  async breathe(): Promise<void> {
    this.sampleMemory();
    await setImmediate();
    this.breathAt = performance.now() + breathEvery;
  }

  async breatheIfDue(): Promise<void> {
    if (this.due) await this.breathe();
  }

  sampleMemory(): number {
    const bytes = process.memoryUsage.rss();
    this.peakMemory = Math.max(this.peakMemory, bytes);
    return bytes;
  }
}
