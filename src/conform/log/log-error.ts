/** A log, or what says how to read it, that cannot be read. */
export class LogError extends Error {
  override readonly name = "LogError";
  /** @param line from 1, as the column; 0 where it is about the whole file @param help what to do instead */
  constructor(readonly file: string, readonly line: number, readonly column: number, readonly problem: string, readonly help?: string) {
    super(`${file}${line === 0 ? "" : `:${line}:${column}`}: ${problem}`);
  }
}
