/** How VS Code reads the lines of `--format line`. */
import { linePattern } from "../../report/line.ts";

const pattern = { regexp: linePattern, file: 1, line: 2, column: 3, endLine: 4, endColumn: 5, severity: 6, message: 7, code: 8 };

/** A problem matcher, as tasks.json and the manifest of an extension have it. Files are named from the folder in which the task runs. */
export const matcher = {
  owner: "tenet",
  source: "tenet",
  fileLocation: ["autoDetect", "${workspaceFolder}"],
  pattern,
};

/** What `tenet watch --format line` prints around the findings of a run. */
export const watchLines = { begins: "tenet watch: checking", ends: "tenet watch: done" } as const;

export const watchMatcher = {
  ...matcher,
  background: { activeOnStart: true, beginsPattern: `^${watchLines.begins}`, endsPattern: `^${watchLines.ends}` },
};
