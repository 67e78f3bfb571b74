/** Starts `run.ts`, or `prove-run.ts` with `--prove`, `bounded-run.ts` with `--bounded`, `propose-run.ts` with `--propose`, `combinations-run.ts` with `--combinations`, bundled, as Node does not read TypeScript. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
// In the package, whose files and packages the bundle looks for.
const dist = join(here, "../../dist");
mkdirSync(dist, { recursive: true });
const folder = mkdtempSync(join(dist, ".differential-"));
const bundled = (entry, name) => build({
  entryPoints: [join(here, entry)], outfile: join(folder, name), bundle: true, platform: "node", target: "node20", format: "esm", packages: "external", sourcemap: "inline", logLevel: "warning",
});
try {
  const what = ["prove", "bounded", "propose", "combinations"].find((name) => process.argv.includes(`--${name}`));
  if (what && what !== "combinations") await bundled("../../verifier/smt/worker.ts", "z3-worker.js");
  if (what === "propose") await bundled("../../verifier/infer/worker.ts", "infer-worker.js");
  await bundled(what ? `${what}-run.ts` : "run.ts", "run.mjs");
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(folder, "run.mjs")).href);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
