/** Copies of files in a folder of their own, so that what is verified is what was hashed, and no link or filter is in the way. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Tree } from "./tree.ts";

export interface Scratch {
  /** A folder of that name with these files of the tree. Files that cannot be read are left out. */
  copy(name: string, tree: Tree, paths: Iterable<string>): string;
  remove(): void;
}

export function newScratch(): Scratch {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "tenet-gate-"));
  return {
    copy(name, tree, paths) {
      const target = join(folder, name);
      mkdirSync(target, { recursive: true });
      for (const path of paths) {
        const content = isPlain(path) ? tree.read(path) : undefined;
        if (!content) continue;
        mkdirSync(dirname(join(target, path)), { recursive: true });
        writeFileSync(join(target, path), content);
      }
      return target;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Git refuses such paths in trees that it makes, but trees can be made by hand. */
const isPlain = (path: string): boolean => path.split("/").every((part) => part !== "" && part !== "." && part !== ".." && part.toLowerCase() !== ".git" && !/[\0\\]/.test(part));
