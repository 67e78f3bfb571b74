import type { ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

/** What every command is given. */
export interface Context {
  readonly io: Terminal;
  /** Sets the exit code; called before the result is printed. */
  settle(code: ExitCode): void;
}
