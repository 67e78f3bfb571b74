/** The text of the spec, for those that quote it. */
import { readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { faultsName, sourcePath } from "../base/source-file.ts";
import type { Sources } from "./diagnostics.ts";
import { repositoryPath } from "./repository-path.ts";
import type { SourceLine } from "./trace-source.ts";

/** Reads each file once. A file that has become unreadable is not quoted. */
export const sourcesFromDisk = (): Sources => readOnce((file) => readFileSync(sourcePath(file), "utf8"));

/** A file that is larger is none that people read. */
const mostBytes = 2 ** 21;

/** The same below a folder, and nowhere else: what a link leads out to is not quoted. */
export function sourcesBelow(root: string): Sources {
  return readOnce((file) => {
    if (file === faultsName) return readFileSync(sourcePath(file), "utf8");
    if (repositoryPath(file) === undefined) return undefined;
    const path = realpathSync(join(root, file)), inside = relative(realpathSync(root), path), stat = statSync(path);
    return inside.startsWith("..") || inside.startsWith(sep) || !stat.isFile() || stat.size > mostBytes ? undefined : readFileSync(path, "utf8");
  });
}

function readOnce(read: (file: string) => string | undefined): Sources {
  const known = new Map<string, string | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, attempt(() => read(file)));
    return known.get(file);
  };
}

function attempt(read: () => string | undefined): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

export const lineOf = (sources: Sources): SourceLine => (span) => sources(span.file)?.split("\n")[span.line - 1];
