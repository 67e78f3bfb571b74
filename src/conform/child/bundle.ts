/** An adapter and all that it imports as one script. Nothing of it runs here. */
import { realpathSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, resolve } from "node:path";
import type { PartialMessage, Plugin, PluginBuild } from "esbuild";
import type { SystemFailure } from "../system.ts";
import { Inside } from "./inside.ts";
import { harmless } from "./text.ts";

export interface Bundle {
  readonly code: string;
  /** As in the specification of source maps; sources are relative to `root`. */
  readonly map: string;
  /** Files that are in it, relative to `root`, with `/`, in alphabetical order. */
  readonly inputs: readonly string[];
}

/** An adapter that cannot be used. */
export class AdapterError extends Error {
  /** At least one. */
  constructor(readonly failures: readonly SystemFailure[]) {
    super(failures[0].message);
  }
}

/** For sources that are bundled within a second. */
const limitMs = 60_000;

/** @throws {@link AdapterError} @param root no file outside of it is read */
export async function bundleAdapter(adapterFile: string, root: string): Promise<Bundle> {
  const inside = new Inside(realpathSync(root));
  const { build, stop } = await import("esbuild");
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    // All that is under way ends with an error.
    void stop();
  }, limitMs);
  try {
    const result = await build({
      entryPoints: [realAdapter(adapterFile, inside)],
      absWorkingDir: inside.root, outfile: resolve(inside.root, "adapter.mjs"), write: false, bundle: true, format: "esm", platform: "node", target: "node20",
      sourcemap: "external", sourcesContent: false, metafile: true, legalComments: "none", logLevel: "silent", plugins: [onlyFrom(inside)],
      banner: { js: 'import { createRequire as createRequireForEsm } from "node:module"; const require = createRequireForEsm(import.meta.url);' },
    });
    const text = (end: string): string => result.outputFiles.find((f) => f.path.endsWith(end))!.text;
    return { code: text(".mjs"), map: text(".map"), inputs: Object.keys(result.metafile.inputs).toSorted() };
  } catch (error) {
    if (late) throw new AdapterError([{ kind: "hung", message: `its sources cannot be bundled within ${limitMs / 1000} s` }]);
    if (!isBuildFailure(error)) throw error;
    throw new AdapterError(error.errors.map(({ text, location, detail }) => ({
      kind: detail === denied ? "denied" : "unreadable", message: harmless(text),
      ...(location ? { at: { file: location.file, line: location.line, column: location.column + 1 } } : {}),
    })));
  } finally {
    clearTimeout(timer);
  }
}

function realAdapter(file: string, inside: Inside): string {
  let real: string;
  try {
    real = realpathSync(file);
  } catch {
    throw new AdapterError([{ kind: "unreadable", message: `there is no file ${harmless(file)}` }]);
  }
  const refused = inside.refuses(real) ?? inside.refusesOnTheWay(".", dirname(real));
  if (refused) throw new AdapterError([{ kind: "denied", message: `the adapter ${harmless(file)} ${harmless(refused)}` }]);
  return real;
}

const denied = Symbol("refused because of where it is");

/** Resolves as esbuild does, and refuses what is really somewhere else. */
function onlyFrom(inside: Inside): Plugin {
  const refuse = (text: string): { readonly errors: PartialMessage[] } => ({ errors: [{ text, detail: denied }] });
  return {
    name: "imports stay inside",
    setup(context: PluginBuild) {
      context.onResolve({ filter: /.*/ }, async ({ path, kind, importer, resolveDir, pluginData, with: attributes }) => {
        if (pluginData === resolving) return undefined;
        if (isBuiltin(path)) return { path, external: true };
        const onTheWay = inside.refusesOnTheWay(path, resolveDir);
        if (onTheWay) return refuse(onTheWay);
        const found = await context.resolve(path, { kind, importer, resolveDir, pluginData: resolving, with: attributes });
        if (found.errors.length > 0 || found.external || found.namespace !== "file") return found;
        const refused = inside.refuses(found.path);
        return refused ? refuse(`${JSON.stringify(path)} ${refused}`) : { ...found, path: realpathSync(found.path) };
      });
    },
  };
}

const resolving = Symbol("asked by the plugin itself");

interface BuildFailure {
  readonly errors: readonly { readonly text: string; readonly location: { readonly file: string; readonly line: number; readonly column: number } | null; readonly detail: unknown }[];
}

const isBuildFailure = (error: unknown): error is BuildFailure => error instanceof Error && "errors" in error && Array.isArray(error.errors);
