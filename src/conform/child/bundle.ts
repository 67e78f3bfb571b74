/** An adapter and all that it imports as one script. Nothing of it runs here. */
import { realpathSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { resolve, sep } from "node:path";
import type { Plugin, PluginBuild } from "esbuild";
import type { SystemFailure } from "../system.ts";
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

/** Of one source file. */
const maxFileBytes = 8 * 2 ** 20;

/** @throws {@link AdapterError} @param root no file outside of it is read */
export async function bundleAdapter(adapterFile: string, root: string): Promise<Bundle> {
  const realRoot = realpathSync(root);
  const { build } = await import("esbuild");
  try {
    const result = await build({
      entryPoints: [realAdapter(adapterFile, realRoot)],
      absWorkingDir: realRoot, outfile: resolve(realRoot, "adapter.mjs"), write: false, bundle: true, format: "esm", platform: "node", target: "node20",
      sourcemap: "external", sourcesContent: false, metafile: true, legalComments: "none", logLevel: "silent", plugins: [onlyFrom(realRoot)],
      banner: { js: 'import { createRequire as createRequireForEsm } from "node:module"; const require = createRequireForEsm(import.meta.url);' },
    });
    const text = (end: string): string => result.outputFiles.find((f) => f.path.endsWith(end))!.text;
    return { code: text(".mjs"), map: text(".map"), inputs: Object.keys(result.metafile.inputs).toSorted() };
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    throw new AdapterError(error.errors.map(({ text, location, detail }) => ({
      kind: detail === denied ? "denied" : "unreadable", message: harmless(text),
      ...(location ? { at: { file: location.file, line: location.line, column: location.column + 1 } } : {}),
    })));
  }
}

function realAdapter(file: string, realRoot: string): string {
  try {
    const real = realpathSync(file);
    if (isInside(real, realRoot)) return real;
  } catch {
    throw new AdapterError([{ kind: "unreadable", message: `there is no file ${harmless(file)}` }]);
  }
  throw new AdapterError([{ kind: "denied", message: `the adapter ${harmless(file)} is outside of ${harmless(realRoot)}` }]);
}

const denied = Symbol("refused because of where it is");

const isInside = (path: string, root: string): boolean => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

/** Resolves as esbuild does, and refuses what is really somewhere else. */
function onlyFrom(realRoot: string): Plugin {
  return {
    name: "imports stay inside",
    setup(context: PluginBuild) {
      context.onResolve({ filter: /.*/ }, async ({ path, kind, importer, resolveDir, pluginData, with: attributes }) => {
        if (pluginData === resolving) return undefined;
        if (isBuiltin(path)) return { path, external: true };
        const found = await context.resolve(path, { kind, importer, resolveDir, pluginData: resolving, with: attributes });
        if (found.errors.length > 0 || found.external || found.namespace !== "file") return found;
        const real = realpathSync(found.path);
        if (!isInside(real, realRoot)) {
          return { errors: [{ text: `${JSON.stringify(path)} is outside of the folder that implementations come from`, detail: denied }] };
        }
        const stat = statSync(real);
        if (!stat.isFile() || stat.size > maxFileBytes) return { errors: [{ text: `${JSON.stringify(path)} is no file of at most ${maxFileBytes / 2 ** 20} MB`, detail: denied }] };
        return { ...found, path: real };
      });
    },
  };
}

const resolving = Symbol("asked by the plugin itself");

interface BuildFailure {
  readonly errors: readonly { readonly text: string; readonly location: { readonly file: string; readonly line: number; readonly column: number } | null; readonly detail: unknown }[];
}

const isBuildFailure = (error: unknown): error is BuildFailure => error instanceof Error && "errors" in error && Array.isArray(error.errors);
