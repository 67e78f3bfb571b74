/** Loads what `emit-model.ts` wrote, without a file. */
import type { ModelModule } from "../../../verifier/contract/model.ts";
import type { WasmModel } from "../../../verifier/contract/wasm-model.ts";

/**
 * @param source the text of a generated module; nothing of a spec gets into it except as names, strings and comments made harmless
 * @param wasm the same as WebAssembly, where the engine may take that
 */
export function instantiateModule(source: string, wasm?: () => WasmModel): ModelModule {
  const body = source.replace(/^export const words/m, "const words").replace(/^export function createModel/m, "function createModel");
  // oxlint-disable-next-line no-new-func -- generated here, from an IR
  const module = new Function(`"use strict";\n${body}\nreturn { words, createModel };`)() as ModelModule;
  return { ...module, ...(wasm && { wasm }) };
}
