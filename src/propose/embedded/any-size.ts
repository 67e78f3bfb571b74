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
import type { ThreadSearch } from "../../../verifier/infer/thread-search.ts";

/** Who searches for clauses on one instance. */
export type FiniteEngine = Pick<ThreadSearch, "run" | "extend" | "close" | "queries">;

export type AnySize =
  | { readonly kind: "proved"; readonly lemmas: readonly Expr[] }
  /** Nothing that the instance knows excludes this state: a larger one may know more. */
  | { readonly kind: "larger"; readonly example: Counterexample }
  | { readonly kind: "unknown"; readonly goals: readonly string[] }
  | { readonly kind: "unsupported"; readonly reason: string };

export interface Known {
  /** All that is inductive on the instance, light clauses first. */
  readonly fixpoint: readonly Clause[];
  readonly required: readonly Clause[];
  readonly lemma: (clause: Clause) => Expr;
}

const mostRounds = 30;

export async function proveAnySize(protocol: Protocol, { fixpoint, required, lemma }: Known, first: readonly Clause[], engine: FiniteEngine, ask: Ask, progress: (lemmas: number) => void): Promise<AnySize> {
  const isRequired = new Set(required.map(keyOf));
  const exprs = new Map<string, Expr>();
  const exprOf = (c: Clause): Expr => {
    const key = keyOf(c);
    if (!exprs.has(key)) exprs.set(key, lemma(c));
    return exprs.get(key)!;
  };
  const added: Clause[] = [];
  let needed = first;
  for (let round = 0; round < mostRounds; round++) {
    const clauses = needed.filter((c) => !isRequired.has(keyOf(c)));
    progress(clauses.length);
    const lemmas = clauses.map((c, i): Property => ({ kind: "lemma", name: `lemma ${i}`, doc: "", body: exprOf(c), span: protocol.span }));
    const claimed = { ...protocol, properties: [...protocol.properties.filter((p) => p.kind !== "lemma"), ...lemmas] };
    const goals = encode(claimed).filter((g) => g.kind !== "consistency");
    const unsupported = goals.map((g) => g.query).find((q) => q instanceof Unsupported);
    if (unsupported instanceof Unsupported) return { kind: "unsupported", reason: unsupported.reason };
    const failed = (await ask(goals, true)).filter((s) => !proved(s));
    if (failed.length === 0) return { kind: "proved", lemmas: clauses.map(exprOf) };
    const examples = failed.flatMap(({ goal, result }) => (result instanceof Unsupported ? [] : (exampleOf(claimed, goal, result) ?? [])));
    if (examples.length === 0) return { kind: "unknown", goals: failed.map((f) => f.goal.name) };
    const have = new Set(needed.map(keyOf));
    const news = new Map<string, Clause>();
    for (const example of examples) {
      const state = example.before ?? example.after;
      if (!state || [...news.values()].some((c) => !isTrue(exprOf(c), example.instance, state))) continue;
      const excluding = fixpoint.find((c) => !have.has(keyOf(c)) && !isTrue(exprOf(c), example.instance, state));
      if (!excluding) return { kind: "larger", example };
      news.set(keyOf(excluding), excluding);
    }
    if (news.size === 0) return { kind: "unknown", goals: failed.map((f) => f.goal.name) };
    added.push(...news.values());
    const more = await engine.extend(added);
    if (!more) return { kind: "unknown", goals: failed.map((f) => f.goal.name) };
    needed = more;
  }
  return { kind: "unknown", goals: [`more than ${mostRounds} rounds`] };
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
