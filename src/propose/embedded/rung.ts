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
  /** Whether lemmas may say what majorities agree on. */
  readonly quorums: boolean;
  readonly arity: Arity;
}

const most = 3;

export function ladder(protocol: Protocol): Rung[] {
  const { arity, quorums } = baseArity(protocol);
  const two = new Map([...arity].map(([k, n]) => [k, Math.min(2, n)]));
  const more = new Map([...arity].map(([k, n]) => [k, Math.min(most, n + 1)]));
  const hasTerms = termsOf(protocol, new Vocabulary(protocol, arity)).length > 0;
  const plain = { projections: false, terms: false, quorums: false };
  const kinds = [plain, { ...plain, projections: true }, ...(hasTerms ? [{ ...plain, terms: true }] : []), ...(quorums.size > 0 ? [{ ...plain, quorums: true }] : [])];
  const rungs = [leastArity(protocol), two, arity, more].flatMap((arity) => [2, 3].flatMap((width) => kinds.map((kind): Rung => ({ width, ...kind, arity }))));
  const key = (r: Rung): string => JSON.stringify([r.width, r.projections, r.terms, r.quorums, ...r.arity]);
  return [...new Map(rungs.map((r) => [key(r), r])).values()].toSorted((a, b) => cost(a) - cost(b));
}

function cost({ width, projections, terms, quorums, arity }: Rung): number {
  const variables = [...arity.values()].reduce((a, b) => a + b, 0);
  return width * (variables + 2) + (projections || quorums ? 2 : 0) + (terms ? 3 : 0);
}

export interface Atoms {
  readonly vocabulary: Vocabulary;
  readonly exprs: readonly Expr[];
  /** Which of them are about one field. */
  readonly fields: readonly number[];
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
  const exprs: Expr[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (e: Expr): number => {
    const text = printExpr(e);
    const number = numbers.get(text) ?? exprs.push(e) - 1;
    numbers.set(text, number);
    return number;
  };
  for (const e of all) numberOf(e);
  const written = fieldsWritten([...protocol.inits, ...protocol.actions]);
  return {
    vocabulary, exprs,
    changing: Uint8Array.from(exprs, (e) => (readsState(e, written) ? 1 : 0)),
    fields: [...new Set(fields.map(numberOf))],
    required: goals.map(numberOf),
  };
}

/**
 * Sizes of sorts that tell lemmas apart: different values for all variables, three voters for a majority that is not all, of an
 * order one value more, as the first and the last are special, and of one that is gone through step by step some that are neither.
 */
export function sizesOf(protocol: Protocol, { arity }: Rung): Record<string, number> {
  const { quorums } = baseArity(protocol);
  const stepped = new Set<string>();
  walkProtocol(protocol, { expr: (e) => { if (e.kind === "neighbour" && e.value.type.kind === "sort") stepped.add(e.value.type.name); } });
  return Object.fromEntries(protocol.sorts.map((s) => [s.name, Math.max((arity.get(s.name) ?? 1) + (s.ordered ? 1 : 0), stepped.has(s.name) ? 4 : s.ordered || quorums.has(s.name) ? 3 : 2)]));
}
