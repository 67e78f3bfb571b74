/** Statements as definitions: the state after a body, as a function of the state before it. */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import type { PathStep, Place, Stmt } from "../../ir/expr.ts";
import type { Type } from "../../ir/type.ts";
import { bind, type Context, type Env } from "./context.ts";
import { members } from "./eval-domains.ts";
import { parallelFor } from "./parallel-for.ts";
import { and, equal, ff, isIntTerm, ite, le, lt, not, or, type Term, tt } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import { as, type SymValue, termOf } from "./value.ts";

/** What statements lead to. The conditions are about the point where they start. */
export interface Outcome {
  readonly env: Env;
  /** All `require`s passed on the way. */
  readonly enabled: Term;
  /** A `return` was reached, after which nothing counts. */
  readonly returned: Term;
  /** A `break` or `continue` of the enclosing loop was reached. */
  readonly broken: Term;
  readonly continued: Term;
  /** The value of the `return`, where one was reached. */
  readonly result: SymValue | undefined;
}

const start = (env: Env): Outcome => ({ env, enabled: tt, returned: ff, broken: ff, continued: ff, result: undefined });
const stopped = (o: Outcome): Term => or(o.returned, o.broken, o.continued);

/** Runs the body of an action, helper or `do`. Names declared inside are gone afterwards, writes to outer ones stay. */
export function execBlock(body: readonly Stmt[], env: Env, cx: Context, resultType?: Type): Outcome {
  const out = execAll(body, env, cx, resultType);
  return { ...out, env: leave(out.env, env), returned: ff };
}

const leave = (inner: Env, outer: Env): Env => ({ ...inner, locals: new Map([...outer.locals.keys()].map((name) => [name, inner.locals.get(name)!])) });

function execAll(body: readonly Stmt[], env: Env, cx: Context, resultType: Type | undefined): Outcome {
  let out = start(env);
  for (const stmt of body) {
    const live = and(not(stopped(out)), out.enabled);
    if (live === ff) break;
    const step = cx.under(live, [], () => execOne(stmt, out.env, cx, resultType));
    out = follow(out, step, stmt, cx, resultType);
  }
  return out;
}

/** `next` happened after `before` where that had not stopped. */
function follow(before: Outcome, next: Outcome, stmt: Stmt, cx: Context, resultType: Type | undefined): Outcome {
  const stop = stopped(before);
  const given = (t: Term): Term => and(not(stop), t);
  return {
    env: mergeEnv(stop, before.env, next.env, stmt, cx),
    enabled: and(before.enabled, or(stop, next.enabled)),
    returned: or(before.returned, given(next.returned)),
    broken: or(before.broken, given(next.broken)),
    continued: or(before.continued, given(next.continued)),
    result: mergeResult(before.returned, before.result, next.result, stmt, cx, resultType),
  };
}

function mergeResult(first: Term, a: SymValue | undefined, b: SymValue | undefined, stmt: Stmt, cx: Context, type: Type | undefined): SymValue | undefined {
  if (!a || !b || !type) return a ?? b;
  return cx.shapes.ite(first, a, b, type, stmt.span);
}

/** Field and local types are only needed where the two differ: they are found in what was written. */
function mergeEnv(test: Term, a: Env, b: Env, stmt: Stmt, cx: Context): Env {
  if (test === tt) return a;
  if (test === ff) return b;
  const merge = (l: ReadonlyMap<string, SymValue>, r: ReadonlyMap<string, SymValue>, types: ReadonlyMap<string, Type>): Map<string, SymValue> => {
    const all = new Map(r);
    for (const [name, left] of l) {
      const right = r.get(name);
      if (!right || right === left) { if (!right) all.set(name, left); continue; }
      const type = types.get(name);
      if (!type) throw new InternalError(`no type known for ${name}`);
      all.set(name, cx.shapes.ite(test, left, right, type, stmt.span));
    }
    return all;
  };
  return { ...b, state: merge(a.state, b.state, cx.types.state), locals: merge(a.locals, b.locals, cx.types.locals) };
}

function execOne(stmt: Stmt, env: Env, cx: Context, resultType: Type | undefined): Outcome {
  switch (stmt.kind) {
    case "let":
      cx.types.locals.set(stmt.name, stmt.value.type);
      return start(bind(env, stmt.name, cx.evaluate(stmt.value, env)));
    case "assign": {
      const value = cx.evaluate(stmt.value, env);
      return start(write(stmt.place, value, env, cx));
    }
    case "require": return { ...start(env), enabled: cx.term(stmt.cond, env) };
    case "return": return { ...start(env), returned: tt, result: stmt.value ? cx.evaluate(stmt.value, env) : undefined };
    case "break": return { ...start(env), broken: tt };
    case "continue": return { ...start(env), continued: tt };
    case "block": return execBlock(stmt.body, env, cx);
    case "if": {
      const test = cx.term(stmt.cond, env);
      const side = (given: Term, body: readonly Stmt[]): Outcome => (given === ff ? start(env) : cx.under(given, [], () => execAll(body, env, cx, resultType)));
      const a = side(test, stmt.then);
      const b = side(not(test), stmt.else);
      return {
        env: mergeEnv(test, leave(a.env, env), leave(b.env, env), stmt, cx),
        enabled: ite(test, a.enabled, b.enabled),
        returned: ite(test, a.returned, b.returned),
        broken: ite(test, a.broken, b.broken),
        continued: ite(test, a.continued, b.continued),
        result: mergeResult(test, a.result, b.result, stmt, cx, resultType),
      };
    }
    case "for": {
      const all = members(stmt.domain, env, cx, stmt.span);
      if (all.some((m) => m.vars.length > 0)) {
        const round = (from: Env) => {
          const out = execAll(stmt.body, from, cx, resultType);
          return { env: leave(out.env, env), enabled: out.enabled };
        };
        return { ...start(env), ...parallelFor(stmt, all, env, cx, round) };
      }
      let out = start(env);
      for (const m of all) {
        const live = and(not(stopped(out)), out.enabled, m.where);
        if (live === ff) continue;
        const inner = cx.under(live, [], () => execAll(stmt.body, bind(out.env, stmt.local, m.value), cx, resultType));
        const round: Outcome = {
          env: mergeEnv(m.where, leave(inner.env, out.env), out.env, stmt, cx),
          enabled: ite(m.where, inner.enabled, tt),
          returned: and(m.where, inner.returned), broken: and(m.where, inner.broken), continued: ff, result: inner.result,
        };
        out = follow(out, round, stmt, cx, resultType);
      }
      return { ...out, env: leave(out.env, env), broken: ff };
    }
    default: return assertNever(stmt);
  }
}

/** The environment with another value at a place. */
export function write(place: Place, value: SymValue, env: Env, cx: Context): Env {
  const { root } = place;
  const scope = root.kind === "state" ? env.state : env.locals;
  const old = scope.get(root.name);
  if (!old) throw new InternalError(`no value at ${root.name}`);
  if (root.kind === "local") cx.types.locals.set(root.name, root.type);
  const next = new Map(scope).set(root.name, put(old, root.type, place.path, value, env, cx));
  return root.kind === "state" ? { ...env, state: next } : { ...env, locals: next };
}

function put(old: SymValue, type: Type, path: readonly PathStep[], value: SymValue, env: Env, cx: Context): SymValue {
  if (path.length === 0) return value;
  const [step, ...rest] = path;
  switch (step.kind) {
    case "get": {
      if (old.kind === "record" && type.kind === "record") {
        const of = type.fields.find((f) => f.name === step.field)!.type;
        return { kind: "record", fields: new Map(old.fields).set(step.field, put(old.fields.get(step.field)!, of, rest, value, env, cx)) };
      }
      if (type.kind !== "union") throw new InternalError("a field of no record");
      const having = type.variants.filter((v) => v.fields.some((f) => f.name === step.field));
      if (new Set(having.map((v) => JSON.stringify(v.fields.find((f) => f.name === step.field)!.type))).size > 1) throw new Unsupported("assigning a field that has different types in different variants", step.span);
      const variants = as("union", old).variants;
      cx.fail(and(...having.map((v) => not(variants.get(v.tag)!.is))), "variant", step.span);
      const changed = having.map((v) => {
        const { is, fields } = variants.get(v.tag)!;
        const of = v.fields.find((f) => f.name === step.field)!.type;
        return [v.tag, { is, fields: new Map(fields).set(step.field, put(fields.get(step.field)!, of, rest, value, env, cx)) }] as const;
      });
      return { kind: "union", variants: new Map([...variants, ...changed]) };
    }
    case "unwrap": {
      if (type.kind !== "option") throw new InternalError("unwrapping no option");
      const o = as("option", old);
      cx.fail(not(o.some), "undefined", step.span);
      return { kind: "option", some: tt, value: put(o.value, type.of, rest, value, env, cx) };
    }
    case "at": {
      const key = cx.evaluate(step.key, env);
      if (old.kind === "seq" && type.kind === "seq") {
        const index = termOf(key);
        cx.fail(not(and(le("0", index), lt(index, old.length))), "index", step.span);
        const inner = put(old.at(index), type.of, rest, value, env, cx);
        return { kind: "seq", length: old.length, at: (i) => cx.shapes.ite(equal(i, index, isIntTerm), inner, old.at(i), type.of, step.span) };
      }
      if (type.kind !== "map") throw new InternalError("an element of no map");
      const map = as("map", old);
      const of: Type = type.total ? type.value : { kind: "option", of: type.value };
      const inner = put(map.at(key), of, rest, value, env, cx);
      return { kind: "map", at: (k) => cx.shapes.ite(cx.shapes.equal(k, key, type.key, step.span), inner, map.at(k), of, step.span) };
    }
    default: return assertNever(step);
  }
}
