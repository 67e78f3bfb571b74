import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { InternalError } from "../base/assert-never.ts";

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
  found ??= below(packageRoot(dirname(fileURLToPath(import.meta.url))));
  return found;
}

const below = (root: string): LibraryPaths => ({
  lib: join(root, "src/dsl/lib.d.ts").replaceAll("\\", "/"),
  dsl: join(root, "src/dsl/index.ts").replaceAll("\\", "/"),
});

function packageRoot(folder: string): string {
  const manifest = join(folder, "package.json");
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name === "tenet") return folder;
  if (dirname(folder) === folder) throw new InternalError("the package of tenet is not complete: no package.json above the compiler");
  return packageRoot(dirname(folder));
}
