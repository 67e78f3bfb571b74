/** Bundles `interpreter-rate.ts`, as Node does not read TypeScript. */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));

/** How fast the interpreter is on the models, and how wide their states are. */
export async function interpret(models) {
  // In the package, whose packages the bundle looks for.
  const folder = mkdtempSync(join(here, "../../dist/.bench-"));
  try {
    const outfile = join(folder, "rate.mjs");
    await build({ entryPoints: [join(here, "interpreter-rate.ts")], outfile, bundle: true, platform: "node", target: "node20", format: "esm", packages: "external", logLevel: "warning" });
    const { interpreterRate } = await import(pathToFileURL(outfile).href);
    return models.map((model) => ({ model: model.id, ...interpreterRate(model) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
