/** Where Tenet's command line is. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";

/** What is started: Node with a script. */
export interface Program { readonly node: string; readonly cli: string }

/**
 * The command line of the nearest package `tenet` in a node_modules, not above the folder of the workspace; undefined where there is none.
 * @param from a folder in `workspace` @param setting the path that this machine's settings give, or nothing
 */
export function locate(from: string, workspace: string, setting: string): string | undefined {
  if (setting !== "") return isAbsolute(setting) && existsSync(setting) ? setting : undefined;
  const inside = relative(workspace, from);
  if (inside.startsWith("..") || isAbsolute(inside)) return undefined;
  const found = binOf(join(from, "node_modules/tenet"));
  if (found !== undefined) return found;
  return inside === "" ? undefined : locate(dirname(from), workspace, setting);
}

function binOf(folder: string): string | undefined {
  try {
    const { name, bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name?: unknown; bin?: { tenet?: unknown } };
    const cli = bin?.tenet;
    return name === "tenet" && typeof cli === "string" && existsSync(join(folder, cli)) ? join(folder, cli) : undefined;
  } catch {
    return undefined;
  }
}
