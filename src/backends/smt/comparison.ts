/**
 * Two versions of a protocol, read over one state: what is asked of a solver about what one says and the other does not. Fields and
 * parameters that both have are symbols of the earlier version's types, which the later one reads at its own.
 */
import { exprsOf, fieldsOf, type Version, type VersionName, versionNames } from "./version.ts";
import type { Span } from "../../base/span.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Action, Param, Protocol, SortDecl } from "../../ir/protocol.ts";
import type { Type } from "../../ir/type.ts";
import { Context, type Env } from "./context.ts";
import { convert, type Converted } from "./convert.ts";
import { evaluate } from "./eval.ts";
import { execBlock } from "./exec.ts";
import type { Hypothesis, Query } from "./goal.ts";
import { Machine } from "./machine.ts";
import { and, exists, or, type Term, tt } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import type { SymValue } from "./value.ts";

/** Where a predicate is true, and where its evaluation may fail. */
export interface Truth { readonly holds: Term; readonly fails: Term }

/** Where an action happens, where it may fail, and the fields after it. */
export interface Doing { readonly enabled: Term; readonly fails: Term; readonly after: ReadonlyMap<string, SymValue> }

/** One value that both versions speak of, or one of them. */
interface Symbol { readonly name: string; readonly type: Type; readonly span: Span }

export const nextName = (field: string): string => `${field} next`;
export const parameterName = (param: string): string => `${param} given`;

export class Comparison {
  private readonly machine: Machine;
  private readonly contexts: Readonly<Record<VersionName, Context>>;
  private readonly envs: Readonly<Record<VersionName, Env>>;
  /** That fields have values of both types; and, for the later version, that the arguments have. */
  private readonly fitting: Hypothesis[] = [];
  private argumentsFit: Term = tt;
  /** What both speak of, as a protocol whose fields may have any values. */
  readonly merged: Protocol;

  /** @throws Unsupported where a field that matters has no values that a solver knows, or not in common */
  constructor(private readonly of: Readonly<Record<VersionName, Version>>) {
    this.merged = merged(of);
    this.machine = new Machine(this.merged);
    const { shapes } = this.machine;
    this.contexts = { base: new Context(shapes, evaluate), head: new Context(shapes, evaluate) };
    const { env, hypotheses } = this.machine.anyState();
    this.fitting.push(...hypotheses);
    for (const v of versionNames) {
      for (const f of of[v].protocol.state) this.contexts[v].types.state.set(f.name, f.type);
      for (const p of of[v].action?.params ?? []) this.contexts[v].types.locals.set(p.name, p.type);
    }
    this.envs = { base: this.envOf("base", env.state), head: this.envOf("head", env.state) };
  }

  truth(version: VersionName, expr: Expr): Truth {
    const cx = this.contexts[version];
    const { value, failing } = cx.observe(() => cx.term(expr, this.envs[version]));
    return { holds: value, fails: or(...failing.map((f) => f.when)) };
  }

  /** What the action of a version does; where only the later one has a parameter, whether it can for some value of it. */
  doing(version: VersionName): Doing {
    const { action } = this.of[version];
    const env = this.envs[version];
    const added = version === "head" ? action!.params.filter((p) => !env.locals.has(p.name)) : [];
    const doing = this.forSome(action!, added, env, version);
    return version === "head" ? { ...doing, enabled: and(this.argumentsFit, doing.enabled) } : doing;
  }

  private forSome(action: Action, added: readonly Param[], env: Env, version: VersionName): Doing {
    const cx = this.contexts[version];
    const [first, ...rest] = added;
    if (!first) {
      const { value: out, failing } = cx.observe(() => execBlock(action.body, env, cx));
      return { enabled: out.enabled, fails: or(...failing.map((f) => f.when)), after: out.env.state };
    }
    const all = this.machine.shapes.alternatives(first.type, first.span).map((a) => {
      const inner = this.forSome(action, rest, { ...env, locals: new Map(env.locals).set(first.name, a.value) }, version);
      return { enabled: exists(a.vars, and(a.where, inner.enabled)), fails: exists(a.vars, and(a.where, inner.fails)) };
    });
    return { enabled: or(...all.map((a) => a.enabled)), fails: or(...all.map((a) => a.fails)), after: env.state };
  }

  /** That both do the same to the fields that both have. */
  sameAfter(base: Doing, head: Doing): Term {
    return and(...this.of.head.protocol.state.flatMap((f) => {
      const before = this.of.base.protocol.state.find((g) => g.name === f.name);
      const own = head.after.get(f.name), other = base.after.get(f.name);
      if (!before || !own || !other || (own === this.envs.head.state.get(f.name) && other === this.envs.base.state.get(f.name))) return [];
      const converted = convert(other, before.type, f.type, f.span, this.contexts.head);
      if (!converted) throw new Unsupported(`values of ${f.name}, whose type is another one`, f.span);
      return [and(converted.fits, this.machine.shapes.equal(converted.value, own, f.type, f.span))];
    }));
  }

  query(given: readonly Hypothesis[], negated: Term): Query {
    return this.machine.query([], [...this.fitting, ...given], negated);
  }

  private envOf(version: VersionName, symbols: ReadonlyMap<string, SymValue>): Env {
    const { protocol, action, params } = this.of[version];
    const values = (name: (field: string) => string): Map<string, SymValue> => new Map(protocol.state.flatMap((f) => {
      const found = this.valueOf(version, name(f.name), f, symbols);
      if (found && found.fits !== tt) this.fitting.push({ name: `${f.name} has a value of both types`, term: found.fits, span: f.span });
      return found ? [[f.name, found.value] as const] : [];
    }));
    const locals = new Map((action?.params ?? []).flatMap((p) => {
      const of = params?.get(p.name);
      const found = of === undefined ? undefined : this.valueOf(version, parameterName(of), p, symbols);
      if (found) this.argumentsFit = and(this.argumentsFit, found.fits);
      return found ? [[p.name, found.value] as const] : [];
    }));
    return { locals, state: values((n) => n), next: values(nextName) };
  }

  /** A symbol as a version reads it. */
  private valueOf(version: VersionName, name: string, { type, span }: { readonly type: Type; readonly span: Span }, symbols: ReadonlyMap<string, SymValue>): Converted | undefined {
    const value = symbols.get(name);
    const known = this.merged.state.find((f) => f.name === name);
    if (!value || !known) return undefined;
    const converted = convert(value, known.type, type, span, this.contexts[version]);
    if (!converted) throw new Unsupported(`${name}, whose type is another one`, span);
    return converted;
  }
}

/** The fields that matter, those after the step, and the parameters, as fields of one protocol. */
function merged(of: Readonly<Record<VersionName, Version>>): Protocol {
  const symbols = new Map<string, Symbol>();
  // The earlier version's types count.
  for (const v of versionNames) {
    const { protocol, action, params } = of[v];
    const read = fieldsOf(versionNames.flatMap((w) => exprsOf(of[w])), versionNames.flatMap((w) => of[w].action?.body ?? []));
    for (const f of protocol.state) {
      for (const [name, wanted] of [[f.name, read.now], [nextName(f.name), read.next]] as const) {
        if (wanted.has(f.name) && !symbols.has(name)) symbols.set(name, { name, type: f.type, span: f.span });
      }
    }
    for (const p of action?.params ?? []) {
      const given = params?.get(p.name);
      if (given !== undefined && !symbols.has(parameterName(given))) symbols.set(parameterName(given), { name: parameterName(given), type: p.type, span: p.span });
    }
  }
  return {
    ...of.head.protocol, sorts: sortsOfBoth(of.base.protocol.sorts, of.head.protocol.sorts), scope: {},
    state: [...symbols.values()].map((s) => ({ ...s, initial: null, role: "variable" })),
    assumptions: [], inits: [], actions: [], properties: [], liveness: [], metrics: [], designs: [],
  };
}

function sortsOfBoth(base: readonly SortDecl[], head: readonly SortDecl[]): SortDecl[] {
  const both = head.map((s) => ({ ...s, ordered: s.ordered || base.some((t) => t.name === s.name && t.ordered) }));
  return [...both, ...base.filter((s) => !head.some((t) => t.name === s.name))];
}
