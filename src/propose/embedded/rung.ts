/** How hard to look: what lemmas may speak of, how long they may be, and how large the instance is. Cheap rungs come first. */
import { readsState } from "../../backends/smt/conjuncts.ts";
import { fieldsWritten } from "../../interp/step.ts";
import type { Expr } from "../../ir/expr.ts";
import { printExpr } from "../../ir/print.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { walkProtocol } from "../../ir/visit.ts";
import { baseArity, leastArity } from "./arity.ts";
import { enabled, mine } from "./mine.ts";
import { project } from "./project.ts";
import { comparisons, termsOf, withTerms } from "./terms.ts";
import { type Arity, Vocabulary } from "./vocabulary.ts";

export interface Rung {
  /** Literals of a lemma, at most. */
  readonly width: number;
  /** Whether "for some value of it" may stand in place of a variable, and whether lemmas may say that an action can happen. */
  readonly projections: boolean;
  /** Whether a value of the state may stand in place of a variable. */
  readonly terms: boolean;
  readonly arity: Arity;
}

const most = 3;

export function ladder(protocol: Protocol): Rung[] {
  const { arity } = baseArity(protocol);
  const two = new Map([...arity].map(([k, n]) => [k, Math.min(2, n)]));
  const more = new Map([...arity].map(([k, n]) => [k, Math.min(most, n + 1)]));
  const rungs: Rung[] = [leastArity(protocol), two, arity, more].flatMap((arity) => [
    { width: 2, projections: false, terms: false, arity }, { width: 2, projections: true, terms: false, arity },
    { width: 3, projections: false, terms: false, arity }, { width: 3, projections: true, terms: false, arity },
    { width: 2, projections: false, terms: true, arity }, { width: 3, projections: false, terms: true, arity },
  ]);
  const hasTerms = termsOf(protocol, new Vocabulary(protocol, arity)).length > 0;
  const key = (r: Rung): string => JSON.stringify([r.width, r.projections, r.terms, ...r.arity]);
  return [...new Map(rungs.filter((r) => hasTerms || !r.terms).map((r) => [key(r), r])).values()].toSorted((a, b) => cost(a) - cost(b));
}

function cost({ width, projections, terms, arity }: Rung): number {
  const variables = [...arity.values()].reduce((a, b) => a + b, 0);
  return width * (variables + 2) + (projections ? 2 : 0) + (terms ? 3 : 0);
}

export interface Atoms {
  readonly vocabulary: Vocabulary;
  readonly exprs: readonly Expr[];
  readonly changing: Uint8Array;
  /** Which atoms the properties to be shown are. */
  readonly required: readonly number[];
}

/** @param goals predicates of the state that are to be shown */
export function atomsOf(protocol: Protocol, goals: readonly Expr[], { projections, terms, arity }: Rung): Atoms {
  const vocabulary = new Vocabulary(protocol, arity);
  const values = termsOf(protocol, vocabulary);
  const fields = protocol.state.flatMap((f) => vocabulary.ofField(f));
  const plain = [...fields, ...mine(protocol, vocabulary), ...comparisons(protocol, values, vocabulary)];
  const all = [...goals, ...plain, ...(projections ? [...plain.flatMap((e) => project(e, vocabulary)), ...enabled(protocol, vocabulary)] : []), ...(terms ? withTerms(fields, values, vocabulary) : [])];
  const byText = new Map<string, Expr>();
  for (const e of all) if (!byText.has(printExpr(e))) byText.set(printExpr(e), e);
  const exprs = [...byText.values()];
  const texts = [...byText.keys()];
  const written = fieldsWritten([...protocol.inits, ...protocol.actions]);
  return {
    vocabulary, exprs,
    changing: Uint8Array.from(exprs, (e) => (readsState(e, written) ? 1 : 0)),
    required: goals.map((g) => texts.indexOf(printExpr(g))),
  };
}

/**
 * Sizes of sorts that tell lemmas apart: different values for all variables, three voters for a majority that is not all, and
 * in an order that is gone through step by step some that are neither the first nor the last.
 */
export function sizesOf(protocol: Protocol, { arity }: Rung): Record<string, number> {
  const { quorums } = baseArity(protocol);
  const stepped = new Set<string>();
  walkProtocol(protocol, { expr: (e) => { if (e.kind === "neighbour" && e.value.type.kind === "sort") stepped.add(e.value.type.name); } });
  return Object.fromEntries(protocol.sorts.map((s) => [s.name, Math.max(arity.get(s.name) ?? 1, stepped.has(s.name) ? 4 : s.ordered || quorums.has(s.name) ? 3 : 2)]));
}
