#!/usr/bin/env node
/** The executable: connects the process with `run`. */
import { exitCode } from "./exit-code.ts";
import { run } from "./run.ts";

// Whoever reads our output may stop reading (`tenet check … | head`). That is no error; the exit code stands.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(process.exitCode ?? exitCode.undecided);
});

await run(process.argv.slice(2), (code) => {
  process.exitCode = code;
});
