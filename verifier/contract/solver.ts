/** What is asked of an SMT solver, and what comes back. The text is SMT-LIB 2, whatever solver reads it. */

export interface SolverQuery {
  /** Declarations and assertions; no `check-sat`. */
  readonly text: string;
  /**
   * Names of Bool constants declared in the text, assumed true: a hypothesis `h` is written `(assert (=> h …))`.
   * With `core`, an unsatisfiable answer says which of them were needed.
   */
  readonly assumptions: readonly string[];
  readonly wants: { readonly model?: boolean; readonly core?: boolean };
  /** Without quantifiers: large, and better simplified as a whole before the search. */
  readonly ground?: boolean;
}

export interface SolverBudget {
  /** Wall-clock milliseconds for one attempt. */
  readonly milliseconds: number;
  readonly seed: number;
}

export type SolverAnswer =
  | { readonly kind: "unsat"; readonly core: readonly string[] }
  /** `model`: the solver's text, `define-fun`s after comments that list the universes of sorts. Empty if none was wanted. */
  | { readonly kind: "sat"; readonly model: string }
  | { readonly kind: "unknown"; readonly reason: UnknownReason; readonly detail: string };

export type UnknownReason =
  | "timeout"
  | "memory"
  /** The solver gave up, though it had time. */
  | "incomplete"
  /** The solver died, answered nothing, or nothing that can be read. */
  | "crash"
  /** It was not asked, or not to the end, as nobody wanted to know any more. */
  | "stopped";

/** One solver process or thread. One question at a time. */
export interface Solver {
  readonly name: string;
  /** So that the first question need not wait. */
  start?(): Promise<unknown>;
  /** @throws SolverTextError when the solver rejects the text: a defect of the encoding, never of the user's input */
  ask(query: SolverQuery, budget: SolverBudget): Promise<SolverAnswer>;
  /** Ends what is under way. It may be asked again. */
  close(): Promise<void>;
}

/** The solver could not read the query. An error must never pass for an answer. */
export class SolverTextError extends Error {
  override readonly name = "SolverTextError";
}
