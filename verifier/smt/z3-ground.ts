/** Z3 as a solver that keeps what it was told. Knows its exported C functions, not how they were loaded. */
import type { GroundLiteral, GroundSolver } from "../contract/ground.ts";
import type { Exports } from "./z3-exports.ts";
import { coreOf, withArray, withText } from "./z3-memory.ts";

/** @param context with nothing in it; @param solver of it, with the text read */
export function groundSolver(em: Exports, context: number, solver: number, seed: number, check: () => void): GroundSolver {
  const symbol = (name: string): number => withText(em, name, (pointer) => em._Z3_mk_string_symbol(context, pointer));
  const params = em._Z3_mk_params(context);
  em._Z3_params_inc_ref(context, params);
  em._Z3_params_set_uint(context, params, symbol("random_seed"), seed);
  const bool = em._Z3_mk_bool_sort(context);
  const handles = new Map<string, GroundLiteral>();
  /** By handle. */
  const terms: number[] = [0], negations: number[] = [0];
  const term = (l: GroundLiteral): number => (l > 0 ? terms[l] : (negations[-l] ??= em._Z3_mk_not(context, terms[-l])));
  const out = em._malloc(4);
  let model = 0;
  return {
    constant: (name) => {
      const known = handles.get(name) ?? terms.push(em._Z3_mk_const(context, symbol(name), bool)) - 1;
      handles.set(name, known);
      return known;
    },
    assertOr: (literals) => {
      em._Z3_solver_assert(context, solver, literals.length === 1 ? term(literals[0]) : withArray(em, literals.map(term), (p) => em._Z3_mk_or(context, literals.length, p)));
    },
    check: (assumptions, milliseconds) => {
      if (model !== 0) em._Z3_model_dec_ref(context, model);
      model = 0;
      em._Z3_params_set_uint(context, params, symbol("timeout"), Math.max(1, Math.round(milliseconds)));
      em._Z3_solver_set_params(context, solver, params);
      const verdict = withArray(em, assumptions.map(term), (p) => em._Z3_solver_check_assumptions(context, solver, assumptions.length, p));
      check();
      if (verdict === 1) {
        model = em._Z3_solver_get_model(context, solver);
        em._Z3_model_inc_ref(context, model);
      }
      return verdict === 1 ? "sat" : verdict === -1 ? "unsat" : "unknown";
    },
    core: () => {
      const ids = new Set(coreOf(em, context, solver));
      return [...terms.keys()].filter((l) => l > 0 && ids.has(em._Z3_get_ast_id(context, terms[l])));
    },
    holds: (l) => {
      em._Z3_model_eval(context, model, terms[l], 1, out);
      check();
      return em._Z3_get_bool_value(context, new DataView(em.HEAPU8.buffer).getUint32(out, true)) === 1;
    },
    close: () => {
      em._free(out);
      em._Z3_del_context(context);
    },
  };
}
