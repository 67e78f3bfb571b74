/** The solver's thread, compiled for the tests from its sources. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

/** Beside the packages, so that the solver is found. One for all tests: it has the name of what it is. */
export function z3Worker(): URL {
  const root = join(import.meta.dirname, "../../..");
  const folder = join(root, "node_modules/.z3-worker");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `worker-${process.pid}.mjs`);
  buildSync({ absWorkingDir: root, entryPoints: ["verifier/smt/worker.ts"], outfile, bundle: true, platform: "node", target: "node20", format: "esm", external: ["z3-solver"] });
  return pathToFileURL(outfile);
}
