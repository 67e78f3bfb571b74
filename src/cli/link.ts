/** How a folder comes by Tenet. */
import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { packageRoot } from "./package.ts";

/** From a folder to Tenet's package; `null` where Node finds it by itself. */
export type Link = string | null;

export const linkTo = (folder: string): Link => (installed(folder) === undefined ? slashes(relative(folder, packageRoot())) : null);

/** The path from a folder to the command line, for `node`. */
export const cliFrom = (folder: string): string => slashes(relative(folder, join(installed(folder) ?? packageRoot(), "dist/cli.js")));

/** In a node_modules above the folder. */
function installed(folder: string): string | undefined {
  const found = join(folder, "node_modules", "tenet");
  if (existsSync(join(found, "package.json"))) return found;
  return dirname(folder) === folder ? undefined : installed(dirname(folder));
}

const slashes = (path: string): string => path.split(sep).join("/");
