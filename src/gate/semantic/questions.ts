/** Questions about two versions of a protocol, in any state of any size; whatever a solver finds is asked of the interpreter too. */
import { conjuncts } from "../../backends/smt/conjuncts.ts";
import { Comparison, type Doing } from "../../backends/smt/comparison.ts";
import type { Goal, Hypothesis, Query } from "../../backends/smt/goal.ts";
import { claimIn, givenIn, happensIn, type Situation, situations } from "../../backends/smt/situation.ts";
import { and, not, type Term } from "../../backends/smt/term.ts";
import { Unshowable } from "../../backends/smt/unshowable.ts";
import { Unsupported } from "../../backends/smt/unsupported.ts";
import { exprsOf, type Version, type VersionName, versionNames } from "../../backends/smt/version.ts";
import type { Span } from "../../base/span.ts";
import { boolLit, joined } from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import { failureOf } from "../../ir/total.ts";
import { type Visitor, walkExpr, walkStmts } from "../../ir/visit.ts";
import type { Session } from "../../pipeline/proof-session.ts";
import { canonicalExpr } from "./canonical.ts";

export type Versions = Readonly<Record<VersionName, Version>>;

export type Answer =
  | { readonly kind: "shown" }
  /** The interpreter agrees. */
  | { readonly kind: "refuted"; readonly situation: Situation }
  /** `hint`: what was found of a part of the question. */
  | { readonly kind: "unknown"; readonly why: string; readonly hint?: Situation };

export class Questions {
  constructor(private readonly session: Session) {}

  /** Whether the claim of the other version is true wherever that of `from` is. A claim that cannot be evaluated is not true. */
  async follows(about: string, of: Versions, from: VersionName): Promise<Answer> {
    const to = from === "base" ? "head" : "base";
    const parts = conjuncts(of[from].claim!), known = new Set(parts.map(canonicalExpr));
    // What both say needs no solver, which need not even understand it.
    const open = conjuncts(of[to].claim!).filter((c) => !known.has(canonicalExpr(c)));
    if (open.length === 0) return { kind: "shown" };
    // What cannot be said in logic is not assumed: then less is.
    const premise = parts.filter((p) => this.sayable(of, from, p));
    const said = {
      ...of, [from]: { ...of[from], claim: all(premise, of[from].claim!.span) }, [to]: { ...of[to], claim: all(open, open[0].span) },
    };
    const answer = await this.settle(about, said, (c) => {
      const conclusion = c.truth(to, said[to].claim!);
      const assumed = premise.map((p) => {
        const { holds, fails } = c.truth(from, p);
        return failsWhereSaid(p) ? and(holds, not(fails)) : holds;
      });
      return and(...assumed, not(and(conclusion.holds, not(conclusion.fails))));
    }, (s) => claimIn(s[from]) === true && claimIn(s[to]) !== true);
    return answer.kind === "refuted" && premise.length < parts.length ? unknown("a part of it cannot be said in logic") : answer;
  }

  private readonly said = new Map<string, boolean>();

  /** Whether a predicate of a version has a meaning for solvers. */
  private sayable(of: Versions, version: VersionName, expr: Expr): boolean {
    const key = `${version} ${canonicalExpr(expr)}`;
    const known = this.said.get(key);
    if (known !== undefined) return known;
    const alone = (v: VersionName): Version => ({ protocol: of[v].protocol, ...(v === version && { claim: expr }) });
    const can = isSaid(() => new Comparison({ base: alone("base"), head: alone("head") }).truth(version, expr));
    this.said.set(key, can);
    return can;
  }

  /** Whether the later action can happen wherever the earlier one does, or fails there, which is found elsewhere. */
  stillHappens(about: string, of: Versions): Promise<Answer> {
    return this.settle(about, of, (c) => and(happens(c.doing("base"), of.base), not(c.doing("head").enabled)), (s) => happensIn(s.base) && !happensIn(s.head));
  }

  /** Whether the later action happens only where the earlier one did. */
  happenedBefore(about: string, of: Versions): Promise<Answer> {
    return this.settle(about, of, (c) => and(happens(c.doing("head"), of.head), not(c.doing("base").enabled)), (s) => happensIn(s.head) && !happensIn(s.base));
  }

  /** Whether both actions do the same wherever both happen. */
  async doesTheSame(about: string, of: Versions): Promise<Answer> {
    const added = of.head.action!.params.find((p) => !of.head.params!.has(p.name));
    if (added) return unknown(`it has a parameter more, ${added.name}`);
    return this.settle(about, of, (c) => {
      const base = c.doing("base"), head = c.doing("head");
      return and(happens(base, of.base), happens(head, of.head), not(c.sameAfter(base, head)));
    }, (s) => happensIn(s.base) && happensIn(s.head));
  }

  /** Whether the later action never happens, in any state. */
  neverHappens(about: string, of: Versions): Promise<Answer> {
    return this.settle(about, of, (c) => c.doing("head").enabled, (s) => happensIn(s.head));
  }

  /** @param negated what is the case in a state that refutes it */
  private async settle(about: string, versions: Versions, negated: (c: Comparison) => Term, confirm: (s: Situation) => boolean): Promise<Answer> {
    const given = (v: VersionName): readonly Expr[] => (versions[v].given ?? []).filter((g) => this.sayable(versions, v, g));
    const of: Versions = { base: { ...versions.base, given: given("base") }, head: { ...versions.head, given: given("head") } };
    try {
      const comparison = new Comparison(of);
      const known = versionNames.flatMap((v) => (of[v].given ?? []).map((g, i): Hypothesis => ({ name: `${v} ${i}`, term: comparison.truth(v, g).holds, span: g.span })));
      const query = comparison.query(known, negated(comparison));
      const [{ result }] = await this.session.ask([goal(about, query, spanOf(of))], true);
      if (result instanceof Unsupported) return unknown(result.reason);
      const { answer, probe } = result;
      if (answer.kind === "unsat") return { kind: "shown" };
      if (answer.kind === "unknown") return unknown(answer.reason === "timeout" ? "the solver had no answer in time" : `the solver had no answer (${answer.reason})`);
      if (probe === undefined) return unknown("the solver says no, and cannot show a state");
      const found = situations(comparison, of, query, answer.model);
      const agreed = (s: Situation): boolean => versionNames.every((v) => givenIn(s[v])) && confirm(s);
      if (agreed(found[0])) return { kind: "refuted", situation: found[0] };
      return unknown(agreed(found[1]) ? "the solver says no, with quorums that are no majorities" : "the solver says no, and the interpreter does not agree");
    } catch (error) {
      if (error instanceof Unsupported) return unknown(`it rests on ${error.reason}`);
      if (error instanceof Unshowable) return unknown(`the solver says no, and its state cannot be shown: ${error.message}`);
      throw error;
    }
  }
}

const all = (parts: readonly Expr[], span: Span): Expr => (parts.length === 0 ? boolLit(true, span) : joined("and", parts, span));

function isSaid(say: () => unknown): boolean {
  try {
    say();
    return true;
  } catch (error) {
    if (error instanceof Unsupported) return false;
    throw error;
  }
}

const unknown = (why: string): Answer => ({ kind: "unknown", why });

/** Where it happens without a failure; where it cannot be said when it fails, a little more. */
function happens(doing: Doing, { action }: Version): Term {
  const exact = exactFailures((visitor) => walkStmts(action!.body, visitor));
  return exact ? and(doing.enabled, not(doing.fails)) : doing.enabled;
}

/**
 * Whether evaluation fails wherever the solver's formula says so, if the predicate is true there. An `exists` may be decided before it
 * comes to the value on which it would fail; a `forall` that is true, as the whole is, has been through all of them.
 */
function failsWhereSaid(e: Expr): boolean {
  if (e.kind === "fold" && e.op === "forall") return failsWhereSaid(e.body);
  if (e.kind === "connective" && e.op === "and") return failsWhereSaid(e.left) && failsWhereSaid(e.right);
  return exactFailures((visitor) => walkExpr(e, visitor));
}

/** Whether nothing can be left before it comes to where it would fail, but by a test that the formula knows. */
function exactFailures(walk: (visitor: Visitor) => void): boolean {
  let exact = true;
  walk({
    expr: (e) => { exact &&= !((e.kind === "fold" || e.kind === "comprehend") && failureOf(e)); },
    stmt: (s) => { exact &&= s.kind !== "for"; },
  });
  return exact;
}

const goal = (name: string, query: Query, span: Span): Goal => ({ name, kind: "initiation", property: undefined, conjunct: undefined, action: undefined, span, query });

const spanOf = (of: Versions): Span => (exprsOf(of.head)[0] ?? of.head.action ?? of.head.protocol).span;
