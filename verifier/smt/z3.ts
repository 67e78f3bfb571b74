/**
 * The one file that talks to z3-solver. Synchronous, so it belongs in a worker thread.
 *
 * It calls the exported C functions themselves, with strings in memory that nobody else uses: the package's typed
 * wrappers pass text on a stack shared with other threads. Every query has a context of its own.
 */
import { init } from "z3-solver";
import type { GroundSolver } from "../contract/ground.ts";
import { type SolverAnswer, type SolverBudget, type SolverQuery, SolverTextError, type UnknownReason } from "../contract/solver.ts";
import type { Exports } from "./z3-exports.ts";
import { groundSolver } from "./z3-ground.ts";
import { coreOf, withArray, withText } from "./z3-memory.ts";

/** An assertion that is not simplified away, as `(assert (< 0 1))` is: there is none where the text was not read. */
const lastLine = "(declare-const |the text was read| Bool)\n(assert |the text was read|)";

const printSmtLib2 = 2;
/** Z3_MEMOUT_FAIL */
const outOfMemory = 7;
/** With this it leaves its program, which is only a thrown object here. */
const exitOutOfMemory = 101;

export interface Z3 {
  readonly version: string;
  /** @throws SolverTextError */
  ask(query: SolverQuery, budget: SolverBudget): SolverAnswer;
  /**
   * A solver for many questions about one text without quantifiers.
   * @throws SolverTextError
   */
  open(smt: string, seed: number): GroundSolver;
}

/** @param memoryMegabytes beyond which a question ends in `unknown` */
export async function loadZ3(memoryMegabytes: number): Promise<Z3> {
  const { em } = (await init()) as unknown as { em: Exports };
  const text = <T>(value: string, use: (pointer: number) => T): T => withText(em, value, use);
  text("memory_max_size", (name) => text(`${memoryMegabytes}`, (value) => em._Z3_global_param_set(name, value)));

  const newContext = (): number => {
    const config = em._Z3_mk_config();
    const context = em._Z3_mk_context(config);
    em._Z3_del_config(config);
    em._set_noop_error_handler(context);
    return context;
  };

  const ask = (query: SolverQuery, budget: SolverBudget): SolverAnswer => {
    const context = newContext();
    em._Z3_set_ast_print_mode(context, printSmtLib2);
    let answer: SolverAnswer;
    try {
      answer = inContext(context, query, budget);
    } catch (error) {
      if (error instanceof SolverTextError) em._Z3_del_context(context);
      if ((error as { status?: unknown }).status === exitOutOfMemory) return { kind: "unknown", reason: "memory", detail: "out of memory" };
      throw error;
    }
    // Out of memory, it cannot even put away what it has.
    if (answer.kind !== "unknown" || answer.reason !== "memory") em._Z3_del_context(context);
    return answer;
  };

  const inContext = (context: number, { text: smt, assumptions, wants, ground }: SolverQuery, budget: SolverBudget): SolverAnswer => {
    const symbol = (name: string): number => text(name, (pointer) => em._Z3_mk_string_symbol(context, pointer));
    const solver = ground ? em._Z3_mk_solver(context) : em._Z3_mk_simple_solver(context);
    em._Z3_solver_inc_ref(context, solver);
    const params = em._Z3_mk_params(context);
    em._Z3_params_inc_ref(context, params);
    em._Z3_params_set_uint(context, params, symbol("timeout"), Math.max(1, Math.round(budget.milliseconds)));
    em._Z3_params_set_uint(context, params, symbol("random_seed"), budget.seed);
    em._Z3_solver_set_params(context, solver, params);
    text(`${smt}\n${lastLine}`, (pointer) => em._Z3_solver_from_string(context, solver, pointer));
    const error = em._Z3_get_error_code(context);
    if (error !== 0) {
      const message = em.UTF8ToString(em._Z3_get_error_msg(context, error)).trim();
      if (error === outOfMemory) return { kind: "unknown", reason: "memory", detail: message };
      throw new SolverTextError(message);
    }
    // Of some texts it reads nothing, without a word.
    const read = em._Z3_ast_vector_size(context, em._Z3_solver_get_assertions(context, solver));
    if (read === 0) throw new SolverTextError("no assertion was read");

    const bool = em._Z3_mk_bool_sort(context);
    const terms = assumptions.map((name) => em._Z3_mk_const(context, symbol(name), bool));
    const nameOf = new Map(terms.map((term, i) => [em._Z3_get_ast_id(context, term), assumptions[i]]));
    const verdict = withArray(em, terms, (array) => em._Z3_solver_check_assumptions(context, solver, terms.length, array));
    switch (verdict) {
      case -1: return { kind: "unsat", core: wants.core ? coreOf(em, context, solver).map((id) => nameOf.get(id)!) : [] };
      case 1: {
        if (!wants.model) return { kind: "sat", model: "" };
        const model = em._Z3_solver_get_model(context, solver);
        return { kind: "sat", model: em.UTF8ToString(em._Z3_model_to_string(context, model)) };
      }
      default: {
        const error = em._Z3_get_error_code(context);
        if (error !== 0) {
          const message = em.UTF8ToString(em._Z3_get_error_msg(context, error)).trim();
          return { kind: "unknown", reason: reasonOf(message), detail: message };
        }
        const detail = em.UTF8ToString(em._Z3_solver_get_reason_unknown(context, solver));
        return { kind: "unknown", reason: reasonOf(detail), detail };
      }
    }
  };

  const open = (smt: string, seed: number): GroundSolver => {
    const context = newContext();
    const solver = em._Z3_mk_simple_solver(context);
    em._Z3_solver_inc_ref(context, solver);
    const check = (): void => {
      const error = em._Z3_get_error_code(context);
      if (error !== 0) throw new SolverTextError(em.UTF8ToString(em._Z3_get_error_msg(context, error)).trim());
    };
    text(smt, (pointer) => em._Z3_solver_from_string(context, solver, pointer));
    check();
    return groundSolver(em, context, solver, seed, check);
  };

  return { version: em.UTF8ToString(em._Z3_get_full_version()), ask, open };
}

function reasonOf(detail: string): UnknownReason {
  if (/timeout|canceled|cancelled/.test(detail)) return "timeout";
  return /memory|memout/i.test(detail) ? "memory" : "incomplete";
}
