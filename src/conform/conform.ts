/** Tests an implementation against its spec: what it does is what the spec allows, as far as it was tried. */
import { existsSync, realpathSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { shownOptions } from "../pipeline/options.ts";
import type { InstanceOptions, Prepared } from "../pipeline/prepare.ts";
import { prepareSpec } from "../pipeline/prepare-spec.ts";
import { AdapterError } from "./child/bundle.ts";
import { type OpenOptions, openSystem } from "./child/open.ts";
import type { ConformReport } from "./report.ts";
import { type TestOptions, testSystem } from "./test-system.ts";

export interface ConformOptions extends InstanceOptions, TestOptions, Omit<OpenOptions, "root"> {
  /** What an adapter imports comes from there. By default the working directory, if it is inside; otherwise its own folder. */
  readonly root?: string;
}

/**
 * @param spec a file, or a folder with a spec.ts
 * @param adapter a file whose default export is an adapter; see `tenet/conform`. It runs in a process of its own.
 * @throws DiagnosticsError where the spec, its scope or an option is wrong
 */
export async function conform(spec: string, adapter: string, options: ConformOptions = {}): Promise<ConformReport> {
  const { scope, options: given, design, protocol } = options;
  const prepared = prepareSpec(spec, { scope, options: given, design, protocol });
  const told = { spec, adapter, ...aboutInstance(prepared) };
  try {
    const system = await openSystem(adapter, { ...options, root: options.root ?? rootOf(adapter) });
    try {
      return { ...told, ...(await testSystem(prepared, system, options)) };
    } finally {
      await system.close();
    }
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return { ...told, ...notTried(error, prepared, options) };
  }
}

export const aboutInstance = ({ instance }: Prepared): Pick<ConformReport, "protocol" | "scope" | "options" | "instance"> =>
  ({ protocol: instance.name, scope: instance.scope, options: shownOptions(instance), instance });

const notTried = ({ failures }: AdapterError, { instance }: Prepared, { seed = 1 }: TestOptions): Omit<ConformReport, "spec" | "adapter" | keyof ReturnType<typeof aboutInstance>> => ({
  verdict: "unknown", seed, actions: [], isolation: [], fields: { shown: [], partly: [], hidden: instance.state.map((f) => f.name) },
  because: failures.map(({ message, at }) => `the adapter cannot be used: ${message}${at ? ` (${at.file}:${at.line}:${at.column})` : ""}`),
  covered: { transitions: { taken: 0, total: null }, refusals: { taken: 0, total: null }, runs: 0, steps: 0, histories: 0 },
});

function rootOf(adapter: string): string {
  const here = realpathSync(".");
  if (!existsSync(adapter)) return here;
  const real = realpathSync(adapter), path = relative(here, real);
  return path === ".." || path.startsWith(`..${sep}`) ? dirname(real) : here;
}
