/** The line that says how something long is getting on. */
import type { Terminal } from "./terminal.ts";

/** What ends sooner needs no progress. */
const quietMs = 1000;

export interface ProgressLine<Progress> {
  update(progress: Progress): void;
  clear(): void;
}

/** @param show makes one line of text of it; it is cut to the width of the terminal. */
export function progressLine<Progress>(terminal: Terminal, show: (progress: Progress) => string): ProgressLine<Progress> {
  const start = performance.now();
  let drawn = false;
  return {
    update(progress) {
      if (!terminal.live || performance.now() - start < quietMs) return;
      const line = show(progress);
      terminal.err(`\r\x1b[K${line.length < terminal.columns ? line : line.slice(0, terminal.columns - 1)}`);
      drawn = true;
    },
    clear() {
      if (drawn) terminal.err("\r\x1b[K");
      drawn = false;
    },
  };
}
