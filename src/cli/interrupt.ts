/** Ctrl-C ends a search early, so that what was learnt can be printed; a second one ends the process. */
import type { Terminal } from "./terminal.ts";

/**
 * @param work is given a signal that Ctrl-C aborts, and must call `searching` when it begins to listen to it:
 * before that, Ctrl-C ends the process at once
 * @param clear takes away what was drawn
 */
export async function interruptible<T>(io: Terminal, work: (signal: AbortSignal, searching: () => void) => Promise<T>, clear?: () => void): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => {
    release();
    clear?.();
    if (io.live) io.err("\r\x1b[KStopping; press Ctrl-C again to quit at once.\n");
    controller.abort();
  };
  // Without a listener the signals have their usual effect again.
  const release = (): void => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.off(name, stop);
  };
  try {
    return await work(controller.signal, () => {
      for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, stop);
    });
  } finally {
    release();
  }
}
