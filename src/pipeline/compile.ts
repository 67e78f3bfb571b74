/** What the compiler makes of a spec, as files that people can read. */
import { emitConformance } from "../backends/conformance/emit-conformance.ts";
import { emitModel } from "../backends/explicit/emit-model.ts";
import { print } from "../ir/print.ts";
import type { InstanceOptions } from "./prepare.ts";
import { prepareSpec } from "./prepare-spec.ts";

export interface CompiledFiles {
  readonly protocol: string;
  /** Text by path, relative to the folder for generated files. The same spec, scope and options give the same text. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * @param spec a file, or a folder with a spec.ts
 * @throws DiagnosticsError where the spec, its scope or an option is wrong
 */
export function compile(spec: string, options: InstanceOptions = {}): CompiledFiles {
  const { instance, model } = prepareSpec(spec, options);
  const folder = kebab(model.name);
  const files = new Map([
    [`${folder}/checker.js`, `${emitModel(model).source.trimEnd()}\n`],
    [`${folder}/conformance.ts`, `${emitConformance(instance, model)}\n`],
    [`${folder}/protocol.ir`, `; Generated; do not edit.\n${print(model, { spans: false }).trimEnd()}\n`],
  ]);
  return { protocol: model.name, files };
}

/** `TwoPhaseCommit` gives `two-phase-commit`. */
const kebab = (name: string): string =>
  name.replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, "$1-$2").replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1-$2").toLowerCase();
