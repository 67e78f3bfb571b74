/**
 * Builds `dist/`: the command line (`cli.js`), the API (`index.js`), and the TypeScript compiler in the form in which it
 * starts fastest: minified (`typescript.js`), with the machine code that V8 made of it (`typescript.cache`).
 * The threads of the solver (`z3-worker.js`), of the search through states (`search-worker.js`), of that for lemmas (`infer-worker.js`) and of the table of trade-offs
 * (`tradeoffs-worker.js`), and the process that works for the gate (`gate-worker.js`) are files of their own; so are what talks to language models (`model.js`), which nobody else should load,
 * and what runs beside an implementation under test (`conform-child.js`).
 * Without that code, or with that of another Node, it only starts more slowly.
 * With `--types` also the declarations of the API (`types/`), which take longer than all the rest.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const common = { absWorkingDir: root, bundle: true, platform: "node", target: "node20", write: false, logLevel: "warning", legalComments: "none" };

/** What `import ts from "typescript"` means in a bundle: the compiler that lies beside it. Names `script` for the build. */
const loader = `
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

const file = fileURLToPath(new URL("./typescript.js", import.meta.url));
let cachedData;
try {
  cachedData = readFileSync(new URL("./typescript.cache", import.meta.url));
} catch {}
export const script = new Script(readFileSync(file, "utf8"), { filename: file, cachedData });
const module = { exports: {} };
script.runInThisContext()(module, module.exports, createRequire(import.meta.url), file);
export default module.exports;
`;

const typescriptBesideBundle = {
  name: "typescript beside the bundle",
  setup(context) {
    context.onResolve({ filter: /^typescript$/ }, () => ({ path: "typescript", namespace: "beside" }));
    context.onLoad({ filter: /.*/, namespace: "beside" }, () => ({ contents: loader, resolveDir: root }));
  },
};

const modelBesideBundle = {
  name: "the client of language models beside the bundle",
  setup(context) {
    context.onResolve({ filter: /^\.\/open\.ts$/ }, ({ importer }) => (importer.endsWith(join("propose", "model", "proposer.ts")) ? { path: "./model.js", external: true } : undefined));
  },
};

/** Some packages still call `require` for Node's own modules. */
const requireForEsm = 'import { createRequire as createRequireForEsm } from "node:module";\nconst require = createRequireForEsm(import.meta.url);';

async function bundle(input, output) {
  const { outputFiles } = await build({
    ...common, ...input, outfile: join(dist, output), format: "esm", external: ["@viz-js/viz", "esbuild", ...(input.external ?? [])], plugins: [typescriptBesideBundle, modelBesideBundle], banner: { js: requireForEsm },
  });
  write(output, outputFiles[0].contents);
}

async function minifyTypescript() {
  const entry = createRequire(import.meta.url).resolve("typescript");
  const { outputFiles } = await build({ ...common, entryPoints: [entry], outfile: join(dist, "typescript.js"), format: "cjs", minify: true });
  write("typescript.js", `(function (module, exports, require, __filename) {${outputFiles[0].text}\n})`);
}

/** V8 keeps what it compiled until then, so a whole check is done before it is asked. */
async function cacheTypescript() {
  const contents = `
    import { readFileSync, writeFileSync } from "node:fs";
    import { script } from "typescript";
    import { check } from "./src/index.ts";
    await check("specs/two-phase-commit");
    writeFileSync(process.argv[2], script.createCachedData());`;
  await bundle({ stdin: { contents, resolveDir: root, loader: "ts" } }, "warm-up.js");
  const cache = join(dist, "typescript.cache");
  const warmUp = join(dist, "warm-up.js");
  const { status } = spawnSync(process.execPath, [warmUp, temporary(cache)], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("the checker that was built cannot check specs/two-phase-commit");
  renameSync(temporary(cache), cache);
  rmSync(warmUp);
}

/** From sources that `npm run typecheck` checks. */
function declareApi() {
  const options = [
    "--ignoreConfig", "--noCheck", "--strict", "--declaration", "--emitDeclarationOnly", "--allowImportingTsExtensions", "--skipLibCheck",
    "--module", "nodenext", "--target", "es2023", "--lib", "es2025", "--types", "node", "--rootDir", ".", "--outDir", "dist/types",
  ];
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const { status } = spawnSync(process.execPath, [compiler, ...options, "src/index.ts"], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("no declarations of the API");
}

const temporary = (path) => `${path}.${process.pid}`;

/** In one stroke, so that whoever runs the old file meanwhile is not disturbed. */
function write(name, contents) {
  const path = join(dist, name);
  writeFileSync(temporary(path), contents);
  renameSync(temporary(path), path);
}

mkdirSync(dist, { recursive: true });
rmSync(join(dist, "typescript.cache"), { force: true });
await minifyTypescript();
await bundle({ entryPoints: ["src/index.ts"] }, "index.js");
await bundle({ entryPoints: ["src/cli/main.ts"] }, "cli.js");
await bundle({ entryPoints: ["verifier/smt/worker.ts"], external: ["z3-solver"] }, "z3-worker.js");
await bundle({ entryPoints: ["verifier/explicit/parallel/worker.ts"] }, "search-worker.js");
await bundle({ entryPoints: ["src/propose/model/open.ts"] }, "model.js");
await bundle({ entryPoints: ["verifier/infer/worker.ts"], external: ["z3-solver"] }, "infer-worker.js");
await bundle({ entryPoints: ["src/tradeoffs/worker.ts"] }, "tradeoffs-worker.js");
await bundle({ entryPoints: ["src/gate/work/child.ts"] }, "gate-worker.js");
await bundle({ entryPoints: ["src/conform/child/harness/main.ts"] }, "conform-child.js");
chmodSync(join(dist, "cli.js"), 0o755);
await cacheTypescript();
if (process.argv.includes("--types")) declareApi();
