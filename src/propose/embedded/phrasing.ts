/**
 * Formulas in the shape that a person would choose: what has happened implies what must have, variables in the order of
 * their use. It means the same; who relies on it proves it again.
 */
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import { printExpr } from "../../ir/print.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { freeLocals, substitute } from "../../ir/substitute.ts";
import { sameType } from "../../ir/type.ts";
import { walkExpr } from "../../ir/visit.ts";
import { atStart } from "./at-start.ts";
import { type Clausal, clausal, isAlwaysTrue, type Literal, merged, plainly } from "./clausal.ts";
import { namedWell } from "./variable-names.ts";

export function phrased(formula: Expr, protocol: Protocol): Expr {
  const clause = clausal(formula);
  return isAlwaysTrue(clause.literals) ? formula : new Phrasing(clause, protocol, formula).result();
}

/** Between two variables: equal, or in order. `less` and `equal` are which of the two it allows, besides `greater`. */
interface Between { readonly x: Expr; readonly y: Expr; readonly less: boolean; readonly equal: boolean; readonly greater: boolean }

class Phrasing {
  private readonly variables: Clausal["variables"];
  private readonly between: readonly Between[];
  private readonly others: readonly Literal[];
  private readonly changing: ReadonlySet<string>;
  private readonly fields: readonly string[];
  private readonly starts: (predicate: Expr) => boolean | undefined;

  constructor({ variables, literals }: Clausal, protocol: Protocol, private readonly formula: Expr) {
    this.variables = variables;
    this.fields = protocol.state.map((f) => f.name);
    this.changing = new Set(protocol.state.flatMap((f) => (f.role === "variable" ? [f.name] : [])));
    this.starts = atStart(protocol);
    const sides = new Map(literals.map((l) => [l, this.sidesOf(l)]));
    this.others = literals.filter((l) => sides.get(l) === undefined).toSorted((l, r) => this.order(l, r));
    this.between = joined([...sides.values()].filter((s) => s !== undefined)).filter((s) => !this.isIdle(s));
  }

  result(): Expr {
    const { given, then } = this.parts();
    const { span } = this.formula;
    const all = (op: "and" | "or", parts: readonly Expr[]): Expr => b.joined(op, parts, span);
    const body = then.length === 0 ? b.not(all("and", given), span) : given.length === 0 ? all("or", then) : b.connective("implies", all("and", given), all("or", then), span);
    return namedWell(body, this.variables, span);
  }

  /** What is assumed, and what follows; or what is never the case together. */
  private parts(): { given: readonly Expr[]; then: readonly Expr[] } {
    const possible = this.others.filter((l) => this.isConclusion(l));
    // What must have happened, where there is such; then what must not have happened is a condition, too.
    const conclusions = possible.some(this.isPositive) ? possible.filter(this.isPositive) : possible;
    const conditions = this.others.filter((l) => !conclusions.includes(l));
    const denials = (from: readonly Literal[]): Expr[] => from.map((l) => this.denial(l));
    const apart = this.between.map((s) => shown(without(s), this.formula));
    if (conclusions.length > 0) return { given: [...apart, ...denials(conditions)], then: conclusions.map((l) => this.claim(l)) };
    const [only, ...more] = this.between;
    if (only && more.length === 0 && conditions.length > 0) {
      // What neither order of two that may change places can be, only one of them can.
      const symmetric = this.isSymmetric(only, conditions);
      if (symmetric || this.isOrdering(only)) return { given: denials(conditions), then: [symmetric ? this.same(only, conditions) : shown(only, this.formula)] };
    }
    const last = this.leastEvent(conditions);
    if (!last) return { given: [...apart, ...denials(conditions)], then: [] };
    return { given: [...apart, ...denials(conditions.filter((l) => l !== last))], then: [this.claim(last)] };
  }

  /** In the order of their use. */
  private same({ x, y }: Between, conditions: readonly Literal[]): Expr {
    const used = conditions.flatMap((l) => [...freeLocals(this.claim(l)).keys()]);
    const at = (e: Expr): number => (e.kind === "local" ? used.indexOf(e.name) : -1);
    return at(x) < at(y) ? b.eq(x, y, this.formula.span) : b.eq(y, x, this.formula.span);
  }

  /** Whether it says of something that it has happened; what has not, happened in the condition. */
  private isConclusion(l: Literal): boolean {
    if (!this.changes(l)) return !this.others.some((o) => this.changes(o)) && this.isPositive(l);
    const start = this.starts(this.claim(l));
    return start === undefined ? this.isPositive(l) : !start;
  }

  private changes = (l: Literal): boolean => this.reads(l).some((f) => this.changing.has(f));

  private isPositive = (l: Literal): boolean => (l.kind === "plain" ? l.positive && l.expr.kind !== "isNone" : l.names.length === 1);

  /** Of events that exclude one another, the one to deny; none where they are alike. */
  private leastEvent(all: readonly Literal[]): Literal | undefined {
    const changing = all.filter((l) => this.changes(l)), events = changing.length > 0 ? changing : all;
    if (events.length <= 1) return events[0];
    const ranks = events.map((l) => this.rank(l)), least = Math.min(...ranks);
    const lowest = events.filter((_, i) => ranks[i] === least);
    if (lowest.length === 1) return lowest[0];
    const vars = (l: Literal): string[] => [...freeLocals(this.claim(l)).keys()];
    const narrow = lowest.filter((l) => lowest.every((o) => o === l || (vars(l).length < vars(o).length && vars(l).every((v) => vars(o).includes(v)))));
    return narrow[0] ?? (this.between.length > 0 || this.others.length > 2 ? events.at(-1) : undefined);
  }

  /** Messages first, then relations, then values. */
  private rank(l: Literal): number {
    if (l.kind === "names") return 0;
    switch (l.expr.kind) {
      case "has": return l.expr.value.type.kind === "union" ? 3 : 2;
      case "fold": return 1;
      default: return 0;
    }
  }

  private order(l: Literal, r: Literal): number {
    const field = (x: Literal): number => Math.min(...this.reads(x).map((f) => this.fields.indexOf(f)));
    const anonymous = (x: Literal): string => printExpr(substitute(this.claim(x), new Map(this.variables.map((v) => [v.name, b.local("_", v.type, this.formula.span)]))));
    return this.rank(r) - this.rank(l) || field(l) - field(r) || (anonymous(l) < anonymous(r) ? -1 : anonymous(l) > anonymous(r) ? 1 : 0);
  }

  private reads(l: Literal): string[] {
    const found: string[] = [];
    walkExpr(l.kind === "plain" ? l.expr : l.term, { expr: (e) => { if (e.kind === "state") found.push(e.field); } });
    return found;
  }

  private claim(l: Literal): Expr {
    if (l.kind === "names") return oneOf(l.term, l.all, l.names);
    return l.positive ? l.expr : b.not(l.expr, l.expr.span);
  }

  private denial(l: Literal): Expr {
    if (l.kind === "names") return oneOf(l.term, l.all, l.all.filter((n) => !l.names.includes(n)));
    return l.positive ? b.not(l.expr, l.expr.span) : l.expr;
  }

  private sidesOf(l: Literal): Between | undefined {
    if (l.kind !== "plain" || (l.expr.kind !== "eq" && l.expr.kind !== "compare")) return undefined;
    const { left: x, right: y } = l.expr;
    const own = (e: Expr): boolean => e.kind === "local" && this.variables.some((v) => v.name === e.name);
    if (!own(x) || !own(y) || x.type.kind !== "sort" || !sameType(x.type, y.type)) return undefined;
    const says = { less: l.expr.kind === "compare", equal: l.expr.kind === "eq" || l.expr.op === "le", greater: false };
    return l.positive ? { x, y, ...says } : { x, y, less: !says.less, equal: !says.equal, greater: !says.greater };
  }

  /** The rest holds where the two are the same. */
  private isIdle({ x, y, less, equal, greater }: Between): boolean {
    if (less || greater || !equal || x.kind !== "local") return false;
    return isAlwaysTrue(merged(this.others.flatMap(plainly).map(({ expr, positive }) => ({ expr: substitute(expr, new Map([[x.name, y]])), positive }))));
  }

  private isOrdering = ({ less, equal, greater }: Between): boolean => equal && less !== greater;

  /** Whether the two may change places. */
  private isSymmetric({ x, y }: Between, conditions: readonly Literal[]): boolean {
    if (x.kind !== "local" || y.kind !== "local") return false;
    if (conditions.length === 2) {
      const said = (e: Expr, of: string, other: Expr): string => printExpr(anonymous(e, of, freeLocals(other)));
      const [l, r] = conditions.map((c) => this.claim(c)), hasX = freeLocals(l).has(x.name);
      const [own, twin] = hasX ? [x.name, y.name] : [y.name, x.name];
      if (!freeLocals(l).has(twin) && !freeLocals(r).has(own) && said(l, own, r) === said(r, twin, l)) return true;
    }
    const swap = new Map<string, Expr>([[x.name, y], [y.name, x]]);
    const texts = (change: (e: Expr) => Expr): string => JSON.stringify(conditions.map((l) => printExpr(change(this.claim(l)))).toSorted());
    return texts((e) => e) === texts((e) => substitute(e, swap));
  }
}

/** With one local, and all that another formula does not have, by numbers. */
function anonymous(e: Expr, of: string, others: ReadonlyMap<string, unknown>): Expr {
  const own = [...freeLocals(e)].filter(([name]) => name === of || !others.has(name));
  return substitute(e, new Map(own.map(([name, type], i) => [name, b.local(name === of ? "?" : `?${i}`, type, e.span)])));
}

function oneOf(term: Expr, all: readonly string[], names: readonly string[]): Expr {
  const { span } = term;
  const is = (name: string): Expr => b.eq(term, b.enumLit(name, span, b.need(term.type, "enum")), span);
  const others = all.filter((n) => !names.includes(n));
  if (names.length <= others.length || others.length > 1) return b.joined("or", names.map(is), span);
  return b.not(is(others[0]), span);
}

/** Alternatives about the same two as one. */
function joined(all: readonly Between[]): Between[] {
  const found = new Map<string, Between>();
  for (const s of all) {
    const [x, y] = [printExpr(s.x), printExpr(s.y)];
    const turned = x < y ? s : { x: s.y, y: s.x, less: s.greater, equal: s.equal, greater: s.less };
    const key = JSON.stringify([x, y].toSorted()), before = found.get(key);
    found.set(key, before ? { ...turned, less: turned.less || before.less, equal: turned.equal || before.equal, greater: turned.greater || before.greater } : turned);
  }
  return [...found.values()];
}

const without = ({ x, y, less, equal, greater }: Between): Between => ({ x, y, less: !less, equal: !equal, greater: !greater });

function shown({ x, y, less, equal, greater }: Between, { span }: Expr): Expr {
  if (less && greater) return b.not(b.eq(x, y, span), span);
  if (!less && !greater) return b.eq(x, y, span);
  return less ? b.compare(equal ? "le" : "lt", x, y, span) : b.compare(equal ? "le" : "lt", y, x, span);
}
