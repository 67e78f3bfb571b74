/** Loads what `emit-model.ts` wrote, without a file. */
import type { ModelModule } from "../../../verifier/contract/model.ts";

/** @param source the text of a generated module; nothing of a spec gets into it except as names, strings and comments made harmless */
export function instantiateModule(source: string): ModelModule {
  const body = source.replace(/^export const words/m, "const words").replace(/^export function createModel/m, "function createModel");
  // oxlint-disable-next-line no-new-func -- generated here, from an IR
  return new Function(`"use strict";\n${body}\nreturn { words, createModel };`)() as ModelModule;
}
