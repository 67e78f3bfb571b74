/** Puts generated files on disk, or says which of them are not there as they should be. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * @returns the paths written
 * @throws the error of the operating system where that is not possible
 */
export function writeFiles(files: ReadonlyMap<string, string>, folder: string): string[] {
  return [...files].map(([name, text]) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  });
}

/** @returns the paths of files that are missing or differ */
export function staleFiles(files: ReadonlyMap<string, string>, folder: string): string[] {
  return [...files].map(([name, text]) => [join(folder, name), text] as const).filter(([path, text]) => read(path) !== text).map(([path]) => path);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
