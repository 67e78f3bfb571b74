/** Specs written in a test: in a folder of their own, gone afterwards. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Diagnostic, DiagnosticsError } from "../../../src/base/diagnostic.ts";
import type { Model } from "../../../src/frontend/class-model.ts";
import { rootModel } from "../../../src/frontend/classes.ts";
import { findProtocol } from "../../../src/frontend/find-protocol.ts";
import { loadProgram } from "../../../src/frontend/program.ts";
import { newSorts, type Sorts } from "../../../src/frontend/sorts.ts";
import { newTypes } from "../../../src/frontend/types.ts";
import { showType } from "../../../src/ir/type.ts";

/** Writes files and gives the folder to `use`. */
export function withFiles<T>(files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string) => T): T {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "tenet-")));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Everything a spec may import, so that tests need not say what they use. */
export const imports =
  'import { action, assume, Bag, constraint, count, exists, fill, filter, first, forall, implies, init, invariant, last, next, previous, range, reachable, require, step, sum, tabulate, terminal, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";\n';

/** The objects of a spec given as text, bodies not looked at; what is wrong with its members goes to `report`. */
export function modelOf(text: string, name?: string, report: (d: Diagnostic) => void = () => undefined): { model: Model; sorts: Sorts } {
  return withFiles({ "spec.ts": imports + text }, (folder) => {
    const program = loadProgram(folder);
    const sorts = newSorts();
    const typeOf = newTypes(program, sorts);
    return { model: rootModel({ program, typeOf, report }, findProtocol(program, program.main, name), new Map()), sorts };
  });
}

/** Names and types of the state, held specs included, in order. */
export function stateOf(model: Model): string[] {
  return model.slots.flatMap((s) => (s.kind === "state" ? [`${s.name}: ${showType(s.type)}`] : stateOf(s.model)));
}

export function diagnosticsOf(run: () => unknown): readonly Diagnostic[] {
  try {
    run();
  } catch (error) {
    if (error instanceof DiagnosticsError) return error.diagnostics;
    throw error;
  }
  return [];
}
