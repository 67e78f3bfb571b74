/** Predicates that the protocol itself speaks of: the quantified parts of its guards and properties, and what they compare. */
import { conjuncts } from "../../backends/smt/conjuncts.ts";
import * as b from "../../ir/build.ts";
import type { Expr, Stmt } from "../../ir/expr.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { freeLocals, substitute } from "../../ir/substitute.ts";
import { walkExpr, walkStmts } from "../../ir/visit.ts";
import { total } from "./total.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Ways to fill one predicate's parameters, at most. */
const mostWays = 200;

/** Of each, its free locals are variables of the vocabulary. */
export function mine(protocol: Protocol, vocabulary: Vocabulary): Expr[] {
  return [...raw(protocol)].flatMap((e) => instances(e, vocabulary));
}

/** Boolean parts that read the state, with what immutable locals stand for in their place. */
function raw(protocol: Protocol): Set<Expr> {
  const found = new Set<Expr>();
  /** Quantifiers right inside one of the same kind: the two are one. */
  const inner = new Set<Expr>();
  const note = (e: Expr, lets: ReadonlyMap<string, Expr>): boolean => {
    if (e.kind === "do") return false;
    if (e.kind === "fold" && e.body.kind === "fold" && e.op === e.body.op && e.domain.kind === "type" && e.body.domain.kind === "type") inner.add(e.body);
    if (inner.has(e)) return true;
    if (e.type.kind === "bool" && (e.kind === "fold" || e.kind === "eq" || e.kind === "compare" || e.kind === "has" || e.kind === "subset") && readsNow(e)) found.add(inlined(e, lets));
    return true;
  };
  for (const a of protocol.actions) {
    const lets = letsOf(a.body);
    walkStmts(a.body, { expr: (e) => note(e, lets) });
  }
  for (const p of protocol.properties) {
    if (p.kind === "invariant" || p.kind === "lemma") walkExpr(p.body, { expr: (e) => note(e, new Map()) });
    // Whoever says a lemma may know no more than a predicate: of these, all parts count.
    if (p.kind === "lemma") for (const e of wholes(p.body)) found.add(e);
  }
  return found;
}

/** Each conjunct, and what is said together or as a choice inside it; the largest such parts. */
function wholes(body: Expr): Expr[] {
  const inner = new Set<Expr>();
  const found = conjuncts(body).filter(readsNow);
  walkExpr(body, {
    expr: (e) => {
      if (e.kind !== "connective" || e.op === "implies") return;
      for (const part of [e.left, e.right]) if (part.kind === "connective" && part.op === e.op) inner.add(part);
      if (!inner.has(e) && readsNow(e)) found.push(e);
    },
  });
  return found;
}

/** What each action asks of the state before it writes: that it could happen. Of one condition only there is nothing new to say. */
export function enabled(protocol: Protocol, vocabulary: Vocabulary): Expr[] {
  return protocol.actions.flatMap((a) => {
    const lets = new Map<string, Expr>();
    const asked: Expr[] = [];
    for (const s of a.body) {
      if (s.kind === "let" && !s.mutable) lets.set(s.name, inlined(s.value, lets));
      else if (s.kind === "require") asked.push(...conjuncts(inlined(s.cond, lets)).filter(readsNow));
      else break;
    }
    return asked.length < 2 ? [] : instances(b.joined("and", asked, a.span), vocabulary);
  });
}

function readsNow(e: Expr): boolean {
  let reads = false, next = false;
  walkExpr(e, { expr: (x) => { if (x.kind !== "state") return; if (x.when === "now") reads = true; else next = true; } });
  return reads && !next;
}

/** Values of the immutable locals of a body; those of mutable ones and of loops are not known. */
function letsOf(body: readonly Stmt[]): ReadonlyMap<string, Expr> {
  const lets = new Map<string, Expr>();
  walkStmts(body, { stmt: (s) => { if (s.kind === "let" && !s.mutable) lets.set(s.name, inlined(s.value, lets)); } });
  return lets;
}

const inlined = (e: Expr, lets: ReadonlyMap<string, Expr>): Expr => ([...freeLocals(e).keys()].some((n) => lets.has(n)) ? substitute(e, lets) : e);

/** With variables in place of parameters, in all ways; over majorities it is closed, as "some majority". */
function instances(e: Expr, vocabulary: Vocabulary): Expr[] {
  const free = [...freeLocals(e)];
  const quorums = free.filter(([, type]) => type.kind === "majority" && vocabulary.elements(type).length === 0);
  const closed = quorums.reduce<Expr>((body, [name, type]) => b.fold("exists", name, { kind: "type", type }, body, e.span), e);
  let ways: Map<string, Expr>[] = [new Map()];
  for (const [name, type] of free) {
    if (quorums.some(([q]) => q === name)) continue;
    const values = vocabulary.elements(type);
    ways = ways.flatMap((way) => values.map((v) => new Map(way).set(name, v))).slice(0, mostWays);
  }
  return ways.flatMap((way) => total(way.size === 0 ? closed : substitute(closed, way)) ?? []);
}
