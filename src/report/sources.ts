/** The text of the spec, for those that quote it. */
import { readFileSync } from "node:fs";
import { sourcePath } from "../base/source-file.ts";
import type { Sources } from "./diagnostics.ts";
import type { SourceLine } from "./trace-source.ts";

/** Reads each file once. A file that has become unreadable is not quoted. */
export function sourcesFromDisk(): Sources {
  const known = new Map<string, string | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, read(file));
    return known.get(file);
  };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(sourcePath(file), "utf8");
  } catch {
    return undefined;
  }
}

export const lineOf = (sources: Sources): SourceLine => (span) => sources(span.file)?.split("\n")[span.line - 1];
