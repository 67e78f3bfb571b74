/** Run after run, one for each change. A change ends the run under way, and nothing is told of texts that are no longer there. */
import type { Happening, Result } from "./happening.ts";
import type { WatchedTexts } from "./sources.ts";

/** Says that something may have changed; too often rather than too rarely. */
export interface Hints {
  follow(paths: readonly string[]): void;
  /** One at a time; undefined for nobody. */
  listen(listener: (() => void) | undefined): void;
  pause(milliseconds: number): Promise<void>;
}

export interface Turn {
  /** Aborted when the run is of no interest any more. */
  readonly signal: AbortSignal;
  /** @throws Superseded where it would be told of texts that have changed */
  tell(result: Result): void;
}

export class Superseded extends Error {
  override readonly name = "Superseded";
}

export interface Loop {
  readonly sources: WatchedTexts;
  readonly hints: Hints;
  verify(turn: Turn): Promise<void>;
  emit(happening: Happening): void;
  /** Ends it all. */
  readonly signal: AbortSignal;
}

/** So long an editor may take between removing a file and writing it again. */
const graceMs = 300;

export async function watchLoop(loop: Loop): Promise<void> {
  const { sources, hints, signal } = loop;
  for (let run = 1; !signal.aborted; run++) {
    sources.renew();
    if (!(await oneRun(loop, run))) await change(loop);
    if (!signal.aborted && sources.lost()) await hints.pause(graceMs);
  }
}

/** @returns whether it was interrupted */
async function oneRun({ sources, hints, verify, emit, signal }: Loop, run: number): Promise<boolean> {
  const stop = new AbortController();
  const quit = (): void => stop.abort();
  signal.addEventListener("abort", quit);
  hints.follow(sources.paths());
  hints.listen(() => {
    if (sources.changed()) stop.abort();
  });
  emit({ kind: "started", run, files: sources.files() });
  const tell = (result: Result): void => {
    if (stop.signal.aborted || sources.changed()) throw new Superseded("the texts have changed");
    emit({ ...result, run, files: sources.files() });
  };
  try {
    await verify({ signal: stop.signal, tell });
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
  } finally {
    hints.listen(undefined);
    signal.removeEventListener("abort", quit);
  }
  hints.follow(sources.paths());
  const interrupted = stop.signal.aborted || sources.changed();
  emit({ kind: "done", run, files: sources.files(), interrupted });
  return interrupted;
}

/** Ends when something has changed, or there is to be an end. */
async function change({ sources, hints, signal }: Loop): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (!signal.aborted && !sources.changed()) return;
      hints.listen(undefined);
      signal.removeEventListener("abort", look);
      resolve();
    };
    hints.listen(look);
    signal.addEventListener("abort", look);
    // It may have happened before anybody listened.
    look();
  });
}
