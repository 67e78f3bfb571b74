/**
 * Whether a goal lies in a fragment of logic in which a solver always comes to an end. Quantifiers over sorts do no harm as
 * long as only finitely many terms can be made: where functions, also those that stand for an `exists` under a `forall`,
 * lead around in a circle from a sort to itself, there is no end of terms.
 */
import type { Span } from "../../base/span.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { type Edge, shortestCycle } from "./cycle.ts";
import type { Goal, Query } from "./goal.ts";
import { parameterRoot } from "./machine.ts";
import { readAll, type SExpr } from "./sexpr-text.ts";
import { root } from "./term.ts";

/** What makes values of one sort from those of another. */
export interface Maker {
  /** A field or parameter that is a function, or the formula that says "for each … there is …". */
  readonly what: string;
  readonly kind: "function" | "quantifiers";
  /** Undefined for what is true of every order and every family of majorities. */
  readonly span?: Span;
}

export type Fragment =
  /** Propositional: nothing but booleans and enumerations. EPR: quantified sorts without a circle. Integers: that, with linear arithmetic. */
  | { readonly kind: "propositional" | "epr" | "integers" }
  | { readonly kind: "outside"; readonly why: Outside };

export type Outside =
  | { readonly kind: "circle"; readonly edges: readonly Edge<Maker>[] }
  | { readonly kind: "quantified-integer" | "nonlinear"; readonly at: Maker };

export function fragmentOf(goal: Goal, query: Query, protocol: Protocol): Fragment {
  const reader = new Reader(query, goal, protocol);
  for (const h of query.hypotheses) reader.formula(h.term, { what: h.name, kind: "quantifiers", ...(h.span && { span: h.span }) });
  reader.formula(query.negated, { what: goal.property?.name ?? goal.action?.name ?? "the initial values", kind: "quantifiers", span: goal.span });
  return reader.fragment();
}

type Polarity = 1 | -1 | 0;
/** Of a bound variable: the sorts of the universal variables that its value depends on, itself included. */
type Scope = ReadonlyMap<string, ReadonlySet<string>>;
interface Declared { readonly args: readonly string[]; readonly result: string }
interface Macro { readonly params: readonly string[]; readonly body: SExpr }

const nothing: ReadonlySet<string> = new Set();

class Reader {
  private readonly sorts = new Set<string>();
  private readonly declared = new Map<string, Declared>();
  private readonly macros = new Map<string, Macro>();
  private readonly places: readonly { readonly root: string; readonly what: string; readonly span: Span }[];
  private readonly edges: Edge<Maker>[] = [];
  private integers = false;
  private elements = false;
  private outside: Outside | undefined;

  constructor(query: Query, private readonly goal: Goal, protocol: Protocol) {
    for (const item of query.declarations.flatMap(readAll) as (readonly SExpr[])[]) {
      const name = item[1] as string;
      if (item[0] === "declare-sort") this.sorts.add(name);
      else if (item[0] === "declare-fun") this.declared.set(name, { args: item[2] as string[], result: item[3] as string });
      else if (item[0] === "declare-const") this.declared.set(name, { args: [], result: item[2] as string });
      else if (item[0] === "define-fun") this.macros.set(name, { params: (item[2] as string[][]).map(([p]) => p), body: item[4] });
    }
    this.places = [
      ...protocol.state.map((f) => ({ root: root(f.name), what: f.name, span: f.span })),
      ...[...protocol.inits, ...protocol.actions].flatMap((a) => a.params.map((p) => ({ root: parameterRoot(a, p.name), what: p.name, span: p.span }))),
    ];
  }

  formula(text: string, at: Maker): void {
    for (const term of readAll(text)) this.walk(term, 1, new Map(), at);
  }

  fragment(): Fragment {
    if (this.outside) return { kind: "outside", why: this.outside };
    const edges = shortestCycle(this.edges);
    if (edges) return { kind: "outside", why: { kind: "circle", edges } };
    return { kind: this.integers ? "integers" : this.elements ? "epr" : "propositional" };
  }

  /** @returns the sorts of the universal variables that the term depends on */
  private walk(term: SExpr, polarity: Polarity, scope: Scope, at: Maker): ReadonlySet<string> {
    if (typeof term === "string") return scope.get(term) ?? this.apply(term, [], polarity, scope, at);
    const [head, ...rest] = term as [string, ...SExpr[]];
    const all = (polarity: Polarity): ReadonlySet<string> => union(rest.map((a) => this.walk(a, polarity, scope, at)));
    switch (head) {
      case "forall": case "exists": return this.quantified(head, rest, polarity, scope, at);
      case "not": return all(-polarity as Polarity);
      case "and": case "or": return all(polarity);
      case "=>": return union(rest.map((a, i) => this.walk(a, i === rest.length - 1 ? polarity : -polarity as Polarity, scope, at)));
      case "ite": return union(rest.map((a, i) => this.walk(a, i === 0 ? 0 : polarity, scope, at)));
      case "*": if (rest.filter((a) => !isNumber(a)).length > 1) this.outside ??= { kind: "nonlinear", at }; break;
      case "div": case "mod": if (!isNumber(rest[1])) this.outside ??= { kind: "nonlinear", at }; break;
      default: if (this.declared.has(head) || this.macros.has(head)) return this.apply(head, rest, polarity, scope, at);
    }
    // An operator: what stands in it may count either way.
    return all(0);
  }

  private quantified(op: "forall" | "exists", [binders, body]: readonly SExpr[], polarity: Polarity, scope: Scope, at: Maker): ReadonlySet<string> {
    const bound = binders as readonly (readonly [string, string])[];
    const universal = polarity === 0 || (op === "forall") === (polarity === 1);
    const existential = polarity === 0 || !universal;
    const inner = new Map(scope);
    for (const [name] of bound) inner.delete(name);
    const outer = dependence(body, inner);
    for (const [name, sort] of bound) {
      this.met(sort);
      if (universal && sort === "Int") this.outside ??= { kind: "quantified-integer", at };
      if (existential) for (const from of outer) this.edge(from, sort, at);
      inner.set(name, new Set([...(universal ? [sort] : []), ...(existential ? outer : [])]));
    }
    this.walk(body, polarity, inner, at);
    return outer;
  }

  private apply(name: string, args: readonly SExpr[], polarity: Polarity, scope: Scope, at: Maker): ReadonlySet<string> {
    const depends = args.map((a) => this.walk(a, 0, scope, at));
    const macro = this.macros.get(name);
    if (macro) {
      const { action } = this.goal;
      this.walk(macro.body, polarity, new Map(macro.params.map((p, i) => [p, depends[i]])), action ? { what: action.name, kind: "quantifiers", span: action.span } : at);
      return union(depends);
    }
    if (isNumber(name)) this.integers = true;
    const f = this.declared.get(name);
    if (!f) return nothing;
    [...f.args, f.result].forEach((sort) => this.met(sort));
    f.args.forEach((sort, i) => {
      // Applied to what depends on nothing universal, it makes one term, however often.
      if (depends[i].size > 0) this.edge(sort, f.result, this.maker(name));
    });
    return union(depends);
  }

  private edge(from: string, to: string, by: Maker): void {
    const counts = (sort: string): boolean => sort === "Int" || this.sorts.has(sort);
    if (counts(from) && counts(to)) this.edges.push({ from, to, by });
  }

  private met(sort: string): void {
    if (sort === "Int") this.integers = true;
    else if (this.sorts.has(sort)) this.elements = true;
  }

  private maker(name: string): Maker {
    const place = this.places.filter((p) => name === p.root || name.startsWith(`${p.root}.`)).toSorted((a, b) => b.root.length - a.root.length)[0];
    return { what: place?.what ?? name.replace("!", " "), kind: "function", ...(place && { span: place.span }) };
  }
}

/** What the free variables of a term depend on; `scope` has no others. */
function dependence(term: SExpr, scope: Scope): ReadonlySet<string> {
  if (typeof term === "string") return scope.get(term) ?? nothing;
  if (term[0] !== "forall" && term[0] !== "exists") return union(term.map((t) => dependence(t, scope)));
  const inner = new Map(scope);
  for (const [name] of term[1] as readonly (readonly [string])[]) inner.delete(name);
  return dependence(term[2], inner);
}

const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> => new Set(sets.flatMap((s) => [...s]));

/** A numeral, or its negation. */
const isNumber = (term: SExpr): boolean => (typeof term === "string" ? /^\d+$/.test(term) : term[0] === "-" && term.length === 2 && isNumber(term[1]));
