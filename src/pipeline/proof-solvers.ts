/** Who answers the goals of a proof: the solver that is built in, and those that are installed on this machine. */
import { versionOf } from "../base/package.ts";
import type { Solver } from "../../verifier/contract/solver.ts";
import { findNativeSolvers } from "../../verifier/smt/native.ts";
import { nameOf, type NativeSolver, ProcessSolver } from "../../verifier/smt/process-solver.ts";
import { ThreadSolver } from "../../verifier/smt/thread-solver.ts";
import { threadFile } from "./thread-file.ts";

export const solverChoices = ["auto", "wasm", "z3", "cvc5"] as const;

/**
 * - `auto`: the built-in one; where it has no answer, those installed.
 * - `wasm`: the built-in one alone, so that nothing depends on what is installed.
 * - `z3`, `cvc5`: that one first, then the others.
 */
export type SolverChoice = (typeof solverChoices)[number];

/** The proof was to use a solver that is not installed. */
export class SolverMissing extends Error {
  override readonly name = "SolverMissing";
  /** @param help what to do instead */
  constructor(message: string, readonly help: string) {
    super(message);
  }
}

/** A solver that can be started any number of times. */
export interface Contender {
  /** With its version. */
  readonly name: string;
  make(): Solver;
}

const builtIn = "z3-solver";

/** What the built-in solver is called, without starting it. */
export const builtInName = (): string => `${builtIn} ${versionOf(builtIn)}`;

export const isBuiltIn = (solver: string): boolean => solver.startsWith(`${builtIn} `);

function builtInSolver(): Contender {
  const name = builtInName();
  const entry = threadFile("z3-worker.js");
  return { name, make: () => new ThreadSolver(entry, undefined, name) };
}

const installed = (native: NativeSolver): Contender => ({ name: nameOf(native), make: () => new ProcessSolver(native) });

/** In the order in which they are asked; there is at least one. @throws SolverMissing */
export async function contenders(choice: SolverChoice, path?: string): Promise<Contender[]> {
  if (choice === "wasm") return [builtInSolver()];
  const natives = await findNativeSolvers(path);
  const first = natives.filter((n) => n.kind === choice);
  if (choice !== "auto" && first.length === 0) {
    throw new SolverMissing(`there is no ${choice} on the PATH`, `Install ${choice}, or leave --solver away: a solver is built in.`);
  }
  return [...first.map(installed), builtInSolver(), ...natives.filter((n) => n.kind !== choice).map(installed)];
}

/** All that could be asked besides `asked`. @throws SolverMissing where there is none */
export async function otherSolvers(asked: string, path?: string): Promise<Contender[]> {
  const others = [builtInSolver(), ...(await findNativeSolvers(path)).map(installed)].filter((c) => c.name !== asked);
  if (others.length === 0) {
    throw new SolverMissing("there is no second solver for a second opinion: neither z3 nor cvc5 is on the PATH", "Install one of them, say cvc5 (cvc5.github.io) or z3 (github.com/Z3Prover/z3), as a package of your system or a binary on the PATH.");
  }
  return others;
}
