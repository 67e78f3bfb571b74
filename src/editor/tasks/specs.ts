/** Which specs a folder has. */
import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const mostFolders = 20_000, mostDepth = 8, mostSpecs = 200, mostBytes = 2 ** 20;

/** Folders with a spec.ts that imports Tenet, from `folder`, with slashes; `.` for itself. Links are not followed, and names are no options. */
export function specsBelow(folder: string): string[] {
  const found: string[] = [];
  const rest = [{ path: ".", depth: 0 }];
  for (let i = 0; i < rest.length && i < mostFolders && found.length < mostSpecs; i++) {
    const { path, depth } = rest[i];
    for (const entry of entries(join(folder, path))) {
      const { name } = entry;
      const inside = path === "." ? name : `${path}/${name}`;
      if (entry.isDirectory() && depth < mostDepth && name !== "node_modules" && !name.startsWith(".")) rest.push({ path: inside, depth: depth + 1 });
      if (entry.isFile() && name === "spec.ts" && isSpec(join(folder, inside))) found.push(path.startsWith("-") ? `./${path}` : path);
    }
  }
  return found.toSorted();
}

function entries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // What cannot be read has no specs for us.
    return [];
  }
}

function isSpec(file: string): boolean {
  return statSync(file).size <= mostBytes && /from\s+["']tenet["']/.test(readFileSync(file, "utf8"));
}
