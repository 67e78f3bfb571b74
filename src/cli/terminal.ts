/** Where the command line writes, and what the two streams can show. */

export interface Terminal {
  /** The result. */
  out(text: string): void;
  /** Everything about how it came to be. */
  err(text: string): void;
  readonly outColor: boolean;
  readonly errColor: boolean;
  /** Whether a line on `err` can be drawn over. */
  readonly live: boolean;
  /** Width in characters, of a terminal or of text that one would show well. */
  readonly columns: number;
  /** Of what `err` writes to, now. */
  size(): { readonly columns: number; readonly rows: number };
}

/** @param noColor whether the command line said so */
export function terminal(noColor: boolean): Terminal {
  const { stdout, stderr, env } = process;
  const live = stderr.isTTY === true && env.TERM !== "dumb";
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    outColor: colored(stdout.isTTY, noColor),
    errColor: colored(stderr.isTTY, noColor),
    live,
    // A terminal that does not know its width says 0.
    columns: Math.max(stdout.columns || stderr.columns || 100, 40),
    size: () => ({ columns: Math.max(stderr.columns || 80, 20), rows: Math.max(stderr.rows || 24, 2) }),
  };
}

/** `NO_COLOR` (no-color.org) and `FORCE_COLOR` overrule what the stream says; the command line overrules both. */
function colored(isTTY: boolean, noColor: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (noColor || NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTTY === true && TERM !== "dumb";
}
