/** Which part of a predicate made it false, and with which values. */
import { domainType } from "../ir/build.ts";
import type { Domain, Expr, Fold } from "../ir/expr.ts";
import { walkExpr } from "../ir/visit.ts";
import type { Env } from "./env.ts";
import { evaluate, holds } from "./eval.ts";
import { execute } from "./exec.ts";
import { Failure } from "./failure.ts";
import { domainValues } from "./folds.ts";
import { asBool } from "./shape.ts";
import { showExpr } from "./show-expr.ts";
import type { Atom, Binding, Blame } from "./trace.ts";

/** @param predicate false in `env`, without a failure on the way */
export function blameOf(predicate: Expr, env: Env): Blame {
  // A condition met before a local changed may not evaluate any more; then the predicate as a whole has to do.
  const { part, value, quantified } = attempt(() => culprit(predicate, false, env, [])) ?? { part: predicate, value: false, quantified: [] };
  const free = freeLocals(part)
    .filter((l) => !quantified.some((q) => q.name === l.name))
    .map((l) => ({ name: l.name, type: l.type, value: env.locals.get(l.name)! }));
  const bindings = [...quantified, ...free];
  return { span: part.span, text: showExpr(part), holds: value, bindings, atoms: atomsOf(part, bindings, env) };
}

/** How many conjuncts of a false predicate, counted from the left, hold before the one that does not. */
export function conjunctsBefore(predicate: Expr, env: Env): number {
  if (predicate.kind !== "connective" || predicate.op !== "and") return 0;
  return holds(predicate.left, env) ? conjuncts(predicate.left) + conjunctsBefore(predicate.right, env) : conjunctsBefore(predicate.left, env);
}

const conjuncts = (expr: Expr): number => (expr.kind === "connective" && expr.op === "and" ? conjuncts(expr.left) + conjuncts(expr.right) : 1);

interface Culprit { readonly part: Expr; readonly value: boolean; readonly quantified: readonly Binding[] }

/** Goes down as long as one part alone explains why `expr` has the value. */
function culprit(expr: Expr, value: boolean, env: Env, quantified: readonly Binding[]): Culprit {
  const stop: Culprit = { part: expr, value, quantified };
  const down = (part: Expr, partValue: boolean): Culprit => culprit(part, partValue, env, quantified);
  switch (expr.kind) {
    case "connective":
      switch (expr.op) {
        case "and": return value ? stop : down(holds(expr.left, env) ? expr.right : expr.left, false);
        case "or": return value ? down(holds(expr.left, env) ? expr.left : expr.right, true) : stop;
        case "implies": return value ? stop : down(expr.right, false);
      }
      break;
    case "not": {
      // `!(a && b)` says more as a whole than `a && b`; below `!exists` a witness says more.
      const inner = down(expr.arg, !value);
      return inner.part === expr.arg ? stop : inner;
    }
    case "if": return down(holds(expr.cond, env) ? expr.then : expr.else, value);
    case "fold":
      return (expr.op === "forall" && !value) || (expr.op === "exists" && value) ? instance(expr, value, env, quantified) : stop;
    case "do": return returned(expr, value, env, quantified);
    default: return stop;
  }
}

/** The first value that makes the body of a quantifier decisive. */
function instance(expr: Fold, value: boolean, env: Env, quantified: readonly Binding[]): Culprit {
  for (const candidate of domainValues(expr.domain, env, evaluate)) {
    env.locals.set(expr.local, candidate);
    if (holds(expr.body, env) === value) {
      return culprit(expr.body, value, env, [...quantified, { name: expr.local, type: domainType(expr.domain), value: candidate }]);
    }
  }
  return { part: expr, value, quantified };
}

/** What a block of statements returned; where that is a bare `true` or `false`, the condition that led there. */
function returned(expr: Extract<Expr, { kind: "do" }>, value: boolean, env: Env, quantified: readonly Binding[]): Culprit {
  let branch: { cond: Expr; value: boolean } | undefined;
  const loops = new Map<string, Domain>();
  const watched: Env = {
    ...env,
    observer: {
      branched: (cond, taken) => void (branch = { cond, value: taken }),
      bound: (name, domain) => void loops.set(name, domain),
    },
  };
  const done = execute(expr.body, watched, evaluate);
  if (done.kind !== "return" || done.expr === null) return { part: expr, value, quantified };
  const why = done.expr.kind === "literal" ? branch : { cond: done.expr, value: asBool(done.value) };
  if (!why) return { part: done.expr, value, quantified };
  const inner = culprit(why.cond, why.value, env, quantified);
  const used = new Set(freeLocals(inner.part).map((l) => l.name));
  const bound = [...loops].filter(([name]) => used.has(name)).map(([name, domain]) => ({ name, type: domainType(domain), value: env.locals.get(name)! }));
  return { ...inner, quantified: [...inner.quantified, ...bound] };
}

type Local = Extract<Expr, { kind: "local" }>;

/** The locals that an expression reads and does not bind, each once. */
function freeLocals(expr: Expr): Local[] {
  const read = new Map<string, Local>();
  const own = new Set<string>();
  walkExpr(expr, {
    expr: (e) => {
      if (e.kind === "local") read.set(e.name, read.get(e.name) ?? e);
      else if (e.kind === "fold" || e.kind === "comprehend" || e.kind === "tabulate") own.add(e.local);
    },
    stmt: (s) => {
      if (s.kind === "let") own.add(s.name);
      else if (s.kind === "for") own.add(s.local);
    },
  });
  return [...read.values()].filter((l) => !own.has(l.name));
}

/** The operands of the comparisons, memberships and inclusions in a part, and its other boolean leaves. */
function atomsOf(part: Expr, known: readonly Binding[], env: Env): Atom[] {
  const atoms = new Map<string, Atom>();
  const note = (given: Expr): void => {
    const expr = given.kind === "cast" ? given.value : given;
    const text = showExpr(expr);
    if (expr.kind === "literal" || atoms.has(text) || known.some((b) => b.name === text)) return;
    const value = attempt(() => evaluate(expr, env));
    if (value !== undefined) atoms.set(text, { span: expr.span, text, type: expr.type, value });
  };
  const visit = (expr: Expr): void => {
    switch (expr.kind) {
      case "not": return visit(expr.arg);
      case "connective": case "eq": case "compare": case "subset":
        for (const side of [expr.left, expr.right]) (expr.kind === "connective" ? visit : note)(side);
        return;
      case "if": return [expr.cond, expr.then, expr.else].forEach(visit);
      case "has":
        note(expr.collection);
        return note(expr.value);
      case "isNone": return note(expr.value);
      default: return expr === part ? undefined : note(expr);
    }
  };
  visit(part);
  return [...atoms.values()];
}

/** Undefined where it fails: an operand behind a short circuit may have no value. */
function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
