/** What the exit code of every command says. */
export const exitCode = {
  /** All hold; for commands other than `check`: done. */
  holds: 0,
  /** A property is violated; for `compile --check`: the files are stale. */
  violated: 1,
  /** The spec or the command is wrong. */
  wrong: 2,
  /** Not decided within the limits. */
  undecided: 3,
  /** Tenet itself is wrong. */
  internal: 4,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
