/** Values handed to the compiled solver, and taken from it. */
import type { Exports } from "./z3-exports.ts";

/** @param use gets a pointer that is valid until it returns */
export function withText<T>(em: Exports, value: string, use: (pointer: number) => T): T {
  const bytes = Buffer.from(`${value}\0`);
  const pointer = em._malloc(bytes.length);
  em.HEAPU8.set(bytes, pointer);
  try {
    return use(pointer);
  } finally {
    em._free(pointer);
  }
}

/** The same for handles. Where the solver leaves its program, there is nothing left to put away. */
export function withArray<T>(em: Exports, values: readonly number[], use: (pointer: number) => T): T {
  const pointer = em._malloc(4 * Math.max(1, values.length));
  em.HEAPU8.set(new Uint8Array(Uint32Array.from(values).buffer), pointer);
  const result = use(pointer);
  em._free(pointer);
  return result;
}

/** Ids of the terms of the core. */
export function coreOf(em: Exports, context: number, solver: number): number[] {
  const vector = em._Z3_solver_get_unsat_core(context, solver);
  em._Z3_ast_vector_inc_ref(context, vector);
  const size = em._Z3_ast_vector_size(context, vector);
  return Array.from({ length: size }, (_, i) => em._Z3_get_ast_id(context, em._Z3_ast_vector_get(context, vector, i)));
}
