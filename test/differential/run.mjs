/** Starts `run.ts`, bundled, as Node does not read TypeScript. */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
// Beside the packages that the bundle imports.
const folder = mkdtempSync(join(here, "../../node_modules/.differential-"));
try {
  const outfile = join(folder, "run.mjs");
  await build({
    entryPoints: [join(here, "run.ts")], outfile, bundle: true, platform: "node", target: "node20", format: "esm", packages: "external", sourcemap: "inline", logLevel: "warning",
  });
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
