/** The folder that evidence is written to. What lies there from elsewhere must not be mistaken for evidence. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "./generated-files.ts";
import { evidenceJson } from "./proof-evidence.ts";

/** What in the folder is not evidence of an earlier proof. @throws the error of the operating system where it is no folder */
export function foreignFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const own = ownFiles(folder);
  return readdirSync(folder).filter((name) => !own.has(name));
}

/** Instead of what an earlier proof left there. @throws the error of the operating system */
export function replaceEvidence(files: ReadonlyMap<string, string>, folder: string): void {
  for (const name of ownFiles(folder)) if (!files.has(name)) rmSync(join(folder, name), { force: true });
  writeFiles(files, folder);
}

/** What evidence.json lists, and what is always beside it. */
function ownFiles(folder: string): ReadonlySet<string> {
  try {
    const { tenet, goals } = JSON.parse(readFileSync(join(folder, evidenceJson), "utf8")) as { tenet: unknown; goals: readonly { file: unknown }[] };
    if (typeof tenet !== "string") return new Set();
    // Names in this folder and nowhere else.
    const named = goals.map((g) => g.file).filter((file): file is string => typeof file === "string" && /^\d{3,}-[\w.-]+\.smt2$/.test(file));
    return new Set([...named, "check.sh", "README.md", evidenceJson]);
  } catch {
    return new Set();
  }
}
