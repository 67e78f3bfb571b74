import { readFileSync, type Stats, statSync } from "node:fs";
import type { Code } from "../base/codes.ts";

/** A spec is small; whatever is larger is a mistake or an attack. */
const maxBytes = 1024 * 1024;
export const maxFiles = 200;

export interface ReadProblem { readonly code: Code; readonly message: string; readonly help: string }

/** The text of a spec file, or why there is none. */
export function readSource(path: string): { readonly text: string } | { readonly problem: ReadProblem } {
  const stat = statOf(path);
  if (!stat) return unreadable(`there is no file ${path}`, "give a file, or a folder that holds spec.ts");
  if (!stat.isFile()) return unreadable(`${path} is not a file`, "give a file, or a folder that holds spec.ts");
  if (stat.size > maxBytes) {
    return { problem: { code: "T1002", message: `${path} is larger than ${maxBytes} bytes`, help: "a spec is a short text; is this the right file?" } };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    if (error instanceof TypeError) return unreadable(`${path} is not UTF-8 text`, "save it as UTF-8");
    return unreadable(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? "unknown reason"}`, "check that the file may be read");
  }
}

/** Undefined where there is nothing, or nothing that can be looked at. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

const unreadable = (message: string, help: string) => ({ problem: { code: "T1001" as const, message, help } });
