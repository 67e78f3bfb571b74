/** Queries as text for solvers, and for people who want to check again. */
import type { SolverQuery } from "../../../verifier/contract/solver.ts";
import type { Hypothesis, Query } from "./goal.ts";
import { exists, forall, or, root, symbol, type Term, unquoted } from "./term.ts";

export interface QueryOptions {
  readonly wants: SolverQuery["wants"];
  /** At most so many values of each sort of the protocol. Only a model found this way means anything. */
  readonly atMost?: number;
}

export function solverQuery(query: Query, { wants, atMost }: QueryOptions): SolverQuery {
  const names = hypothesisSymbols(query);
  const assumed = query.hypotheses.flatMap((h, i) => (wants.core
    ? [`(declare-const ${names[i]} Bool)`, `(assert (=> ${names[i]} ${h.term}))`]
    : [comment(h.name), `(assert ${h.term})`]));
  const small = atMost === undefined ? [] : query.sorts.map((sort) => `(assert ${few(symbol(sort), atMost)})`);
  const text = renumbered([...query.declarations, ...assumed, ...small, `(assert ${query.negated})`].join("\n"));
  return { text, assumptions: wants.core ? names.map(unquoted) : [], wants };
}

/** The hypotheses that a core names. */
export function hypothesesOf(core: readonly string[], query: Query): Hypothesis[] {
  const named = new Set(core);
  return hypothesisSymbols(query).flatMap((name, i) => (named.has(unquoted(name)) ? [query.hypotheses[i]] : []));
}

/** What a core calls these hypotheses. */
export function namesOf(hypotheses: readonly Hypothesis[], query: Query): string[] {
  const wanted = new Set(hypotheses);
  return hypothesisSymbols(query).flatMap((name, i) => (wanted.has(query.hypotheses[i]) ? [unquoted(name)] : []));
}

/** A whole question for any solver, with the answer that is expected. */
export function evidenceText(title: readonly string[], query: Query, expected: "sat" | "unsat"): string {
  const { text } = solverQuery(query, { wants: {} });
  return [...title.map(comment), `(set-info :status ${expected})`, "(set-logic ALL)", text, "(check-sat)", ""].join("\n");
}

/** Two hypotheses may be of one name. */
function hypothesisSymbols({ hypotheses }: Query): string[] {
  const seen = new Map<string, number>();
  return hypotheses.map(({ name }) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return symbol(`h!${root(name)}${times === 1 ? "" : `!${times}`}`);
  });
}

const comment = (text: string): string => `; ${text.replaceAll(/[\r\n]+/g, " ")}`;

function few(sort: string, most: number): Term {
  const some = Array.from({ length: most }, (_, i) => ({ name: `e!${i}`, sort }));
  return exists(some, forall([{ name: "x", sort }], or(...some.map((v) => `(= x ${v.name})`))));
}

/** Numbers of variables count from the start of each text, so that goals do not change with the goals before them. */
export function renumbered(text: string): string {
  const numbers = new Map<string, number>();
  return text.replaceAll(/\|[^|]*\||;.*|\b([a-z]\w*)!(\d+)/g, (whole, hint: string | undefined, n: string) => {
    if (hint === undefined || hint === "e" || hint === "h") return whole;
    if (!numbers.has(n)) numbers.set(n, numbers.size);
    return `${hint}!${numbers.get(n)}`;
  });
}
