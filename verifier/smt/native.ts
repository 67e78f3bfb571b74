/** Finds the solvers that are installed here. */
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { Child } from "./child.ts";
import type { NativeSolver } from "./process-solver.ts";

/** A program that has not said its version by then is not used. */
const versionMs = 5_000;

const programs: readonly { readonly kind: NativeSolver["kind"]; readonly says: RegExp }[] = [
  { kind: "z3", says: /^Z3 version (\d+(?:\.\d+)+)/ },
  { kind: "cvc5", says: /^This is cvc5 version (\d+(?:\.\d+)+)/ },
];

/** @param path as in the environment. Only absolute folders of it count: what lies in a spec's folder is not started. */
export async function findNativeSolvers(path = process.env.PATH ?? ""): Promise<NativeSolver[]> {
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder));
  const found = await Promise.all(programs.map(async ({ kind, says }): Promise<NativeSolver[]> => {
    const file = folders.map((folder) => join(folder, process.platform === "win32" ? `${kind}.exe` : kind)).find(isProgram);
    const version = file === undefined ? undefined : says.exec(await versionText(file))?.[1];
    return file === undefined || version === undefined ? [] : [{ kind, path: file, version }];
  }));
  return found.flat();
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

async function versionText(file: string): Promise<string> {
  const child = new Child(file, ["--version"], versionMs);
  child.finish("");
  const { code } = await child.end;
  return code === 0 ? child.rest() : "";
}
