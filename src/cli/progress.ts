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

export interface ProgressPanel {
  /** Draws again what `lines` gives. */
  update(): void;
  clear(): void;
}

/** Between two drawings. */
const panelMs = 100;

/** @param lines are cut to the width of the terminal, and to its height */
export function progressPanel(terminal: Terminal, lines: () => readonly string[]): ProgressPanel {
  const start = performance.now();
  let drawn: readonly string[] = [], last = 0;
  /** To the start of what was drawn, of which a window that is narrower by now has broken lines. */
  const back = (): string => {
    const { columns } = terminal.size();
    const rows = drawn.reduce((n, line) => n + Math.max(1, Math.ceil(line.length / columns)), 0);
    return rows === 0 ? "" : `\r${rows > 1 ? `\x1b[${rows - 1}A` : ""}\x1b[J`;
  };
  const draw = (): void => {
    const { columns, rows } = terminal.size();
    const shown = lines().slice(0, Math.max(1, rows - 1)).map((line) => (line.length < columns ? line : line.slice(0, columns - 1)));
    terminal.err(`${back()}${shown.join("\n")}`);
    drawn = shown;
    last = performance.now();
  };
  // Time goes by where nothing else happens.
  const timer = terminal.live ? setInterval(() => { if (performance.now() - start >= quietMs) draw(); }, 1000).unref() : undefined;
  return {
    update() {
      const now = performance.now();
      if (terminal.live && timer && now - start >= quietMs && now - last >= panelMs) draw();
    },
    clear() {
      clearInterval(timer);
      if (drawn.length > 0) terminal.err(back());
      drawn = [];
    },
  };
}
