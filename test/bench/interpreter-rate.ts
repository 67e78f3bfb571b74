/** What the bench asks of an instance that the command does not tell. */
import { layoutOf } from "../../src/backends/explicit/layout.ts";
import { explore } from "../../src/interp/explore.ts";
import { prepareSpec } from "../../src/pipeline/prepare-spec.ts";
import { fileURLToPath } from "node:url";
import type { Options } from "../../src/ir/protocol.ts";

/** The interpreter is not asked for more. */
const maxStates = 1500;

export interface InterpreterRate {
  readonly states: number;
  readonly seconds: number;
  /** Of a packed state. */
  readonly bits: number;
}

/** Bundled into a folder of `dist`. */
export function interpreterRate({ spec, scope, options }: { spec: string; scope: Record<string, number>; options: Options }): InterpreterRate {
  const { instance, model } = prepareSpec(fileURLToPath(new URL(`../../${spec}`, import.meta.url)), { scope, options });
  const begun = process.cpuUsage();
  const { distinctStates } = explore(instance, { maxStates, deadlock: "ignore" });
  const { user, system } = process.cpuUsage(begun);
  return { states: distinctStates, seconds: (user + system) / 1e6, bits: layoutOf(model).slots.reduce((sum, slot) => sum + slot.bits, 0) };
}
