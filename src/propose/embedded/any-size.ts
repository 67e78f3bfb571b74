/** Lemmas of one instance put to the proof for any size; where it fails, more of what the instance knows is taken in. */
import { Unsupported } from "../../backends/smt/unsupported.ts";
import { encode } from "../../backends/smt/goals.ts";
import { envOf } from "../../interp/env.ts";
import { holds } from "../../interp/eval.ts";
import { Failure } from "../../interp/failure.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Property, Protocol } from "../../ir/protocol.ts";
import { type Ask, holds as proved } from "../../pipeline/induction.ts";
import { exampleOf } from "../../pipeline/proof-tasks.ts";
import type { Counterexample } from "../../pipeline/prove-report.ts";
import { type Clause, keyOf } from "../../../verifier/infer/clause.ts";
import type { FiniteResult } from "../../../verifier/infer/finite-problem.ts";
import type { ThreadSearch } from "../../../verifier/infer/thread-search.ts";

/** Who searches for clauses on one instance. */
export type FiniteEngine = Pick<ThreadSearch, "run" | "revise" | "close" | "queries">;

export type AnySize =
  | { readonly kind: "proved"; readonly lemmas: readonly Expr[] }
  /** Nothing that the instance knows excludes this state: a larger one may know more. */
  | { readonly kind: "larger"; readonly example: Counterexample }
  | { readonly kind: "unknown"; readonly goals: readonly string[] }
  | { readonly kind: "unsupported"; readonly reason: string };

export interface Known {
  /** What is inductive on the instance, and all that may hold there. */
  readonly found: Extract<FiniteResult, { kind: "fixpoint" }>;
  readonly required: readonly Clause[];
  /** Of the instance. */
  readonly sizes: Readonly<Record<string, number>>;
  /** For the eyes of people. */
  readonly lemma: (clause: Clause) => Expr;
  /** The same as it is. */
  readonly formula: (clause: Clause) => Expr;
}

const mostRounds = 60;

/** @param progress is told how many lemmas are being proved, or needed so far */
export async function proveAnySize(protocol: Protocol, { found: first, required, sizes, lemma, formula }: Known, engine: FiniteEngine, ask: Ask, progress: (kind: "proving" | "needed", lemmas: number) => void): Promise<AnySize> {
  const isRequired = new Set(required.map(keyOf));
  const exprOf = remembered(lemma), formulaOf = remembered(formula);
  const add = new Map(required.map((c) => [keyOf(c), c]));
  let found = first;
  for (let round = 0; round < mostRounds; round++) {
    const clauses = found.needed.filter((c) => !isRequired.has(keyOf(c)));
    progress("proving", clauses.length);
    const lemmas = clauses.map((c, i): Property => ({ kind: "lemma", name: `lemma ${i}`, doc: "", body: exprOf(c), span: protocol.span }));
    const claimed = { ...protocol, properties: [...protocol.properties.filter((p) => p.kind !== "lemma"), ...lemmas] };
    const goals = encode(claimed).filter((g) => g.kind !== "consistency");
    const unsupported = goals.map((g) => g.query).find((q) => q instanceof Unsupported);
    if (unsupported instanceof Unsupported) return { kind: "unsupported", reason: unsupported.reason };
    const failed = (await ask(goals, true)).filter((s) => !proved(s));
    if (failed.length === 0) return { kind: "proved", lemmas: clauses.map(exprOf) };

    const have = new Set(found.needed.map(keyOf));
    const news: Clause[] = [], ban: Clause[] = [];
    let larger: Counterexample | undefined;
    const open: string[] = [];
    for (const { goal, result } of failed) {
      const own = clauses[lemmas.findIndex((l) => l.name === goal.property?.name)];
      const example = result instanceof Unsupported ? undefined : exampleOf(claimed, goal, result);
      const before = example?.before;
      const excludes = (c: Clause): boolean => !!before && !isTrue(formulaOf(c), example!.instance, before);
      if (news.some(excludes)) continue;
      const excluding = before && found.clauses.find((c) => !have.has(keyOf(c)) && excludes(c));
      if (excluding) news.push(excluding);
      // What fails where the instance is not too small for it is no lemma.
      else if (own && example && Object.entries(example.instance.scope).every(([sort, n]) => n <= sizes[sort])) ban.push(own);
      else if (example) larger ??= example;
      else open.push(goal.name);
    }
    if (larger) return { kind: "larger", example: larger };
    if (news.length + ban.length === 0) return { kind: "unknown", goals: open };
    for (const c of news) add.set(keyOf(c), c);
    for (const c of ban) add.delete(keyOf(c));
    const revised = await engine.revise({ add: [...add.values()], ban }, (needed) => progress("needed", needed));
    if (revised.kind !== "fixpoint") return { kind: "unknown", goals: failed.map((f) => f.goal.name) };
    found = revised;
  }
  return { kind: "unknown", goals: [`more than ${mostRounds} rounds`] };
}

function remembered(make: (clause: Clause) => Expr): (clause: Clause) => Expr {
  const known = new Map<string, Expr>();
  return (clause) => {
    const key = keyOf(clause);
    if (!known.has(key)) known.set(key, make(clause));
    return known.get(key)!;
  };
}

/** Where it cannot be evaluated, nothing is said against it. */
export function isTrue(e: Expr, instance: Protocol, state: NonNullable<Counterexample["before"]>): boolean {
  try {
    return holds(e, envOf(instance, state));
  } catch (error) {
    if (error instanceof Failure) return true;
    throw error;
  }
}
