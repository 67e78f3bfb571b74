/** A solver that is a program of its own, one process for each question. Whatever it says that is not plainly an answer is `unknown`. */
import type { Solver, SolverAnswer, SolverBudget, SolverQuery, UnknownReason } from "../contract/solver.ts";
import { Child, type ChildEnd } from "./child.ts";

/** A program found on this machine. */
export interface NativeSolver {
  readonly kind: "z3" | "cvc5";
  readonly path: string;
  /** As in `4.8.12`. */
  readonly version: string;
}

export const nameOf = ({ kind, version }: Pick<NativeSolver, "kind" | "version">): string => `${kind} ${version}`;

/** What it gets beyond its own budget before it is ended: its own clock starts late and stops late. */
const graceMs = 2_000;
const defaultMegabytes = 1500;

export class ProcessSolver implements Solver {
  readonly name: string;
  private readonly running = new Set<Child>();
  private questions = 0;

  /**
   * @param memoryMegabytes beyond which a question ends in `unknown`
   * @param grace milliseconds beyond its budget before it is ended
   */
  constructor(private readonly native: NativeSolver, private readonly memoryMegabytes = defaultMegabytes, private readonly grace = graceMs) {
    this.name = nameOf(native);
  }

  async ask(query: SolverQuery, budget: SolverBudget): Promise<SolverAnswer> {
    const milliseconds = Math.max(1, Math.round(budget.milliseconds));
    const [program, ...args] = commands[this.native.kind](this.native.path, query, { ...budget, milliseconds }, this.memoryMegabytes);
    const child = new Child(program, args, milliseconds + this.grace);
    this.running.add(child);
    try {
      return await converse(child, query, `tenet-${process.pid}-${this.questions++}`);
    } finally {
      child.kill("stopped");
      this.running.delete(child);
    }
  }

  async close(): Promise<void> {
    for (const child of this.running) child.kill("stopped");
    await Promise.all([...this.running].map((child) => child.end));
  }
}

type Command = (path: string, query: SolverQuery, budget: SolverBudget, megabytes: number) => readonly string[];

const commands: Readonly<Record<NativeSolver["kind"], Command>> = {
  z3: (path, _, { milliseconds, seed }, megabytes) =>
    [path, "-in", "-smt2", `-t:${milliseconds}`, `-T:${Math.ceil(milliseconds / 1000) + 1}`, `-memory:${megabytes}`, `smt.random_seed=${seed}`, `sat.random_seed=${seed}`],
  /**
   * Without finite models it finds none; with them it also refutes much that it does not otherwise. So every other seed looks
   * for them. It has no limit of memory of its own: the shell sets one where it can.
   */
  cvc5: (path, { wants }, { milliseconds, seed }, megabytes) => {
    const search = wants.model || seed % 2 === 1 ? "--finite-model-find" : "--enum-inst";
    const command = [path, "--lang=smt2", search, `--tlimit-per=${milliseconds}`, `--seed=${seed}`, ...(wants.model ? ["--produce-models"] : []), ...(wants.core ? ["--incremental", "--produce-unsat-assumptions"] : []), "-"];
    return process.platform === "win32" ? command : ["/bin/sh", "-c", `ulimit -v ${megabytes * 1024} 2>/dev/null; exec "$0" "$@"`, ...command];
  },
};

/** @param mark what nobody can know who has not read the question */
async function converse(child: Child, { text, assumptions, wants }: SolverQuery, mark: string): Promise<SolverAnswer> {
  const check = assumptions.length === 0 ? "(check-sat)" : `(check-sat-assuming (${assumptions.map((a) => `|${a}|`).join(" ")}))`;
  child.write(`${wants.core ? "(set-option :produce-unsat-assumptions true)\n" : ""}(set-logic ALL)\n${text}\n(echo "${mark}")\n${check}\n`);
  // What is said before the mark is about the text, and there is nothing good to say about it.
  const first = await child.line();
  if (first?.replaceAll('"', "") !== mark) return noAnswer(child, first);
  const said = await child.line();
  switch (said) {
    case "unsat": {
      child.finish(wants.core && assumptions.length > 0 ? "(get-unsat-assumptions)\n(exit)\n" : "(exit)\n");
      const { code, why, detail } = await child.end;
      const rest = child.rest().trim();
      if (code !== 0 || why !== "itself") return unknown("crash", `it said unsat, and ended with ${detail || why}`);
      if (!wants.core || assumptions.length === 0) return rest === "" ? { kind: "unsat", core: [] } : unknown("crash", `it said unsat, and then ${cut(rest)}`);
      return { kind: "unsat", core: coreOf(rest, assumptions) };
    }
    case "sat": {
      child.finish(wants.model ? "(get-model)\n(exit)\n" : "(exit)\n");
      const { code, why, detail } = await child.end;
      const model = child.rest().trim();
      if (code !== 0 || why !== "itself") return unknown("crash", `it said sat, and ended with ${detail || why}`);
      if (!wants.model) return { kind: "sat", model: "" };
      return /^\(\s/.test(model) && model.endsWith(")") ? { kind: "sat", model: withUniverses(model.slice(1, -1)) } : unknown("crash", `no model: ${cut(model)}`);
    }
    case "unknown": {
      child.finish("(get-info :reason-unknown)\n(exit)\n");
      const { why } = await child.end;
      const reason = child.rest().trim();
      return why === "time" ? unknown("timeout", "the solver did not stop by itself") : unknown(reasonOf(reason), cut(reason));
    }
    default: return noAnswer(child, said);
  }
}

const unknown = (reason: UnknownReason, detail: string): SolverAnswer => ({ kind: "unknown", reason, detail });

/** @param said instead of an answer */
async function noAnswer(child: Child, said: string | undefined): Promise<SolverAnswer> {
  // Whatever else it may be about to say does not count.
  if (said !== undefined) child.kill("stopped");
  const end = await child.end;
  if (said === "timeout") return unknown("timeout", said);
  if (said !== undefined) return /out of memory/.test(said) ? unknown("memory", said) : unknown("crash", `it does not answer: ${cut(said)}`);
  return silent[end.why](end);
}

/** Of z3. */
const exitOutOfMemory = 101;

const silent: Readonly<Record<ChildEnd["why"], (end: ChildEnd) => SolverAnswer>> = {
  time: () => unknown("timeout", "the solver did not stop by itself"),
  output: () => unknown("crash", "it wrote without an end"),
  stopped: () => unknown("crash", "it was stopped"),
  "no-start": ({ detail }) => unknown("crash", detail),
  itself: ({ code, detail }) => (code === exitOutOfMemory ? unknown("memory", "out of memory") : unknown("crash", `it ended without an answer (${detail})`)),
};

function reasonOf(text: string): UnknownReason {
  if (/timeout|cancel|interrupt/i.test(text)) return "timeout";
  return /memory|memout/i.test(text) ? "memory" : "incomplete";
}

const cut = (text: string): string => text.slice(0, 200);

/** Names in `(a |b c|)`; everything that was assumed where that is not what it says. */
function coreOf(text: string, assumptions: readonly string[]): readonly string[] {
  const names = new Set(text.startsWith("(") && text.endsWith(")") ? [...text.slice(1, -1).matchAll(/\|([^|]*)\||[^\s()|]+/g)].map(([whole, quoted]) => quoted ?? whole) : []);
  const core = assumptions.filter((a) => names.has(a));
  return core.length === names.size && core.length > 0 ? core : assumptions;
}

/** cvc5 lists elements of sorts in comments, z3 declares them. */
const withUniverses = (model: string): string => model.replaceAll(/^; rep: \(as (\|[^|]*\||\S+) (\|[^|]*\||\S+)\)$/gm, "(declare-fun $1 () $2)");
