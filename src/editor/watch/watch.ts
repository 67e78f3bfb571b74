/** Verifies a spec again whenever it, or something that it imports, changes. */
import { DiskHints } from "./disk.ts";
import type { Happening } from "./happening.ts";
import { watchLoop } from "./loop.ts";
import { Sources } from "./sources.ts";
import { verifier, type VerifyOptions } from "./verify.ts";

export interface WatchOptions extends VerifyOptions {
  /** Ends it. */
  readonly signal: AbortSignal;
}

/**
 * Ends when the signal says so. What is wrong with the spec is told like everything else.
 * @param spec a file, or a folder with a spec.ts
 */
export async function watchSpec(spec: string, { signal, ...options }: WatchOptions, emit: (happening: Happening) => void): Promise<void> {
  const sources = new Sources(spec, options.prove ?? false);
  const hints = new DiskHints();
  try {
    await watchLoop({ sources, hints, verify: verifier(spec, options, sources), emit, signal });
  } finally {
    hints.close();
  }
}
