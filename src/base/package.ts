/** The package that this code is part of, wherever it is installed, from the sources or from a bundle. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { InternalError } from "./assert-never.ts";

/** The folder of Tenet's package.json. */
export function packageRoot(folder = dirname(fileURLToPath(import.meta.url))): string {
  const manifest = join(folder, "package.json");
  if (existsSync(manifest) && readManifest(manifest).name === "tenet") return folder;
  if (dirname(folder) === folder) throw new InternalError("the package of tenet is not complete: no package.json above the compiler");
  return packageRoot(dirname(folder));
}

export const tenetVersion = (): string => readManifest(join(packageRoot(), "package.json")).version;

/** Of a package that Tenet depends on, as it is installed. */
export const versionOf = (dependency: string): string => readManifest(createRequire(import.meta.url).resolve(`${dependency}/package.json`)).version;

const readManifest = (file: string): { name: string; version: string } => JSON.parse(readFileSync(file, "utf8"));
