/** What is really in a folder, whatever links and `..` say. */
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";

/** Of one source or settings file. */
const maxFileBytes = 8 * 2 ** 20;

export class Inside {
  /** Settings files that were looked at. */
  private readonly known = new Map<string, string | undefined>();

  constructor(readonly root: string) {}

  has(realPath: string): boolean {
    return realPath === this.root || realPath.startsWith(this.root.endsWith(sep) ? this.root : this.root + sep);
  }

  /** Why a file must not be read; undefined if it may. @param path of a file that exists */
  refuses(path: string): string | undefined {
    const real = realpathSync(path);
    if (!this.has(real)) return "is outside of the folder that implementations come from";
    const stat = statSync(real);
    return stat.isFile() && stat.size <= maxFileBytes ? undefined : `is no file of at most ${maxFileBytes / 2 ** 20} MB`;
  }

  /** Why what a bundler reads on the way to an import must not be read: settings of folders and packages. */
  refusesOnTheWay(path: string, from: string): string | undefined {
    const places = /^[./]/.test(path)
      ? this.upwards(resolve(from, path))
      : this.upwards(from).map((folder) => join(folder, "node_modules", ...path.split("/").slice(0, path.startsWith("@") ? 2 : 1)));
    for (const place of places) {
      const refused = this.refusesSettings(join(place, "package.json")) ?? this.refusesSettings(join(place, "tsconfig.json"));
      if (refused) return refused;
    }
    return undefined;
  }

  /** A folder and those that it is in, as far as they are in the root. */
  private upwards(folder: string): string[] {
    return this.has(folder) ? [folder, ...(folder === this.root ? [] : this.upwards(dirname(folder)))] : [];
  }

  private refusesSettings(file: string): string | undefined {
    if (!this.known.has(file)) {
      // Settings that extend each other in a circle end here.
      this.known.set(file, undefined);
      this.known.set(file, this.readsSettings(file));
    }
    return this.known.get(file);
  }

  private readsSettings(file: string): string | undefined {
    if (!existsSync(file)) return undefined;
    const refused = this.refuses(file);
    if (refused) return `${JSON.stringify(file)} ${refused}`;
    if (file.endsWith("package.json")) return undefined;
    const text = readFileSync(file, "utf8");
    // A name need not be written with escapes, and would not be seen.
    if (text.includes("\\u")) return `${JSON.stringify(file)} has escapes`;
    for (const [, value] of text.matchAll(/"extends"\s*:\s*("[^"]*"|\[[^\]]*\])/g)) {
      for (const [, base] of value.matchAll(/"([^"]*)"/g)) {
        const folders = /^[./]/.test(base) ? [dirname(file)] : this.upwards(dirname(file)).map((folder) => join(folder, "node_modules"));
        const candidates = folders.flatMap((folder) => ["", ".json", "/tsconfig.json"].map((end) => resolve(folder, base + end)));
        for (const candidate of candidates) {
          const wrong = existsSync(candidate) && !statSync(candidate).isDirectory() ? this.refusesSettings(candidate) : undefined;
          if (wrong) return wrong;
        }
      }
    }
    return undefined;
  }
}
