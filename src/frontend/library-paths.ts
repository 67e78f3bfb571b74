import { join } from "node:path";
import { packageRoot } from "../base/package.ts";

/** Files that every spec is checked against, with forward slashes. */
export interface LibraryPaths {
  /** What TypeScript takes for the standard library. */
  readonly lib: string;
  /** What `import … from "tenet"` means. */
  readonly dsl: string;
}

let found: LibraryPaths | undefined;

/** The same from the sources and from a bundle: both lie somewhere below the package's own `package.json`. */
export function libraryPaths(): LibraryPaths {
  found ??= below(packageRoot());
  return found;
}

const below = (root: string): LibraryPaths => ({
  lib: join(root, "src/dsl/lib.d.ts").replaceAll("\\", "/"),
  dsl: join(root, "src/dsl/index.ts").replaceAll("\\", "/"),
});
