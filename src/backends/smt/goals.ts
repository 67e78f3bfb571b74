/**
 * What has to be shown for a protocol's invariants to hold in any instance: one goal for each action and conjunct.
 * A goal holds when its query is unsatisfiable; a model of the query is a counterexample to induction.
 */
import type { Span } from "../../base/span.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Action, FailureReason, Property, Protocol, StateField } from "../../ir/protocol.ts";
import { fieldsWritten } from "../../interp/step.ts";
import { conjunctName, conjuncts, readsState } from "./conjuncts.ts";
import { Context, type Env, type Failing } from "./context.ts";
import { evaluate } from "./eval.ts";
import { execBlock } from "./exec.ts";
import { definitions, printDefinition } from "./leaves.ts";
import { type FunctionSymbol, Shapes } from "./shapes.ts";
import { Sorts } from "./sorts.ts";
import { not, root, type Term, tt } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import type { SymValue } from "./value.ts";

export type GoalKind =
  /** True in every initial state. */
  | "initiation"
  /** Kept by an action. */
  | "consecution"
  /** A step property, of every step of an action. */
  | "step"
  /** Evaluation never fails: no bound is left, nothing undefined is used. */
  | "no-failure"
  /** The assumptions do not contradict each other: here a model is what is wanted. */
  | "consistency";

export interface Goal {
  /** Stable and readable: `consecution commit consistent#2`. */
  readonly name: string;
  readonly kind: GoalKind;
  /** The property at stake, or undefined for a failure in an action. */
  readonly property: Property | undefined;
  /** The conjunct at stake. */
  readonly conjunct: Expr | undefined;
  readonly action: Action | undefined;
  readonly failure?: { readonly reason: FailureReason; readonly span: Span };
  readonly span: Span;
  readonly query: Query | Unsupported;
}

/** Sorts, functions and definitions first; then what is assumed, each under a name; then the negation of what is to be shown. */
export interface Query {
  readonly declarations: readonly string[];
  readonly hypotheses: readonly { readonly name: string; readonly term: Term }[];
  readonly negated: Term;
  /** Names of the protocol's sorts, which are sorts of the solver. */
  readonly sorts: readonly string[];
  /** All functions of the encoding; those that the query needs are declared in it. */
  readonly functions: readonly FunctionSymbol[];
  /** What its symbols stand for. */
  readonly shapes: Shapes;
}

/** The symbols of a parameter, of those of `Shapes.symbols`. */
export const parameterRoot = (action: Action, name: string): string => `${root(action.name)}(${root(name)})`;


/** @param protocol as the front end gives it: no scope applied. Invariants and lemmas are proved together. */
export function encode(protocol: Protocol): Goal[] {
  return new Encoder(protocol).goals();
}

type Hypothesis = Query["hypotheses"][number];
interface Failure { readonly failing: Failing; readonly hypotheses: readonly Hypothesis[] }
interface Start { readonly env: Env; readonly hypotheses: readonly Hypothesis[]; readonly failures: readonly Failure[] }
interface Pre { readonly env: Env; readonly hypotheses: { name: string; term: Term }[] }

class Encoder {
  private readonly sorts: Sorts;
  private readonly shapes: Shapes;
  private readonly functions = new Map<string, FunctionSymbol>();
  private readonly cx: Context;
  private readonly inductive: readonly Property[];

  constructor(private readonly protocol: Protocol) {
    this.sorts = new Sorts(protocol.sorts);
    this.shapes = new Shapes(this.sorts);
    this.cx = new Context(this.shapes, evaluate);
    for (const f of protocol.state) this.cx.types.state.set(f.name, f.type);
    this.inductive = protocol.properties.filter((p) => p.kind === "invariant" || p.kind === "lemma");
  }

  goals(): Goal[] {
    let pre: Pre;
    try {
      pre = this.preState();
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      return [this.consistency(), ...this.nothing(error)];
    }
    return [
      this.consistency(),
      ...this.initiation(),
      ...this.protocol.actions.flatMap((a) => this.ofAction(a, pre)),
      ...this.inductive.flatMap((p) => this.ofEvaluation(p, undefined, pre.env, (negated) => this.query([], pre.hypotheses, negated))),
    ];
  }

  /** Where not even a state can be said. */
  private nothing(query: Unsupported): Goal[] {
    const goal = (kind: GoalKind, property: Property | undefined): Goal =>
      ({ name: `${kind} ${property?.name ?? "anywhere"}`, kind, property, conjunct: undefined, action: undefined, span: query.span, query });
    const steps = this.protocol.properties.filter((p) => p.kind === "step");
    return [...this.inductive.map((p) => goal("consecution", p)), ...steps.map((p) => goal("step", p)), goal("no-failure", undefined)];
  }

  private readonly declare = (f: FunctionSymbol): void => void this.functions.set(f.name, f);

  private fresh(field: StateField): SymValue {
    return this.shapes.symbols(root(field.name), field.type, [], this.declare, field.span);
  }

  /** An arbitrary state of which the assumptions and all invariants hold. */
  private preState(): Pre {
    const state = new Map(this.protocol.state.map((f) => [f.name, this.fresh(f)]));
    const env: Env = { locals: new Map(), state };
    const types = this.protocol.state.map((f) => ({ name: `type of ${f.name}`, term: this.shapes.typeInvariant(state.get(f.name)!, f.type, f.span) }));
    const written = fieldsWritten([...this.protocol.inits, ...this.protocol.actions]);
    // An assumption selects initial values: of what is written later it says nothing any more.
    const lasting = this.protocol.assumptions.filter((a) => !readsState(a.body, written));
    return { env, hypotheses: [...types, ...this.predicates(lasting, env), ...this.predicates(this.inductive, env)].filter((h) => h.term !== tt) };
  }

  /** As hypotheses: what cannot be said in logic is left out, so less is assumed. */
  private predicates(properties: readonly Property[], env: Env): { name: string; term: Term }[] {
    return properties.flatMap((p) => conjuncts(p.body).flatMap((c, i, all) => {
      try {
        return [{ name: conjunctName(p, i, all.length), term: this.quietTerm(c, env) }];
      } catch (error) {
        if (error instanceof Unsupported) return [];
        throw error;
      }
    }));
  }

  /** That a property can be evaluated at all. */
  private ofEvaluation(property: Property, action: Action | undefined, env: Env, query: (negated: Term) => Query): Goal[] {
    const prefix = `no-failure ${action ? `${action.name} ` : ""}${property.name}`;
    const about = { kind: "no-failure" as const, property, conjunct: undefined, action, span: property.span };
    try {
      const { failing } = this.cx.observe(() => this.cx.term(property.body, env));
      return failing.map((f, i) => this.goal({ ...about, name: `${prefix} ${f.reason}#${i + 1}`, failure: f, span: f.span }, () => query(f.when)));
    } catch (error) {
      if (error instanceof Unsupported) return [{ ...about, name: prefix, query: error }];
      throw error;
    }
  }

  /** A closed formula: names inside start over, so that equal formulas have equal text. */
  private quietTerm(expr: Expr, env: Env): Term {
    return this.cx.observe(() => this.cx.term(expr, env)).value;
  }

  private query(definitions: readonly string[], hypotheses: Query["hypotheses"], negated: Term): Query {
    // Of other goals' symbols it says nothing.
    const all = [...hypotheses.map((h) => h.term), ...definitions, negated].join(" ");
    const used = new Set(all.match(/\|[^|]*\||[^\s()|]+/g));
    const functions = [...this.functions.values(), ...this.shapes.arbitrary.values()];
    return {
      declarations: [...this.sorts.declarations(), ...functions.filter((f) => used.has(f.name)).map((f) => `(declare-fun ${f.name} (${f.args.join(" ")}) ${f.result})`), ...definitions],
      hypotheses: [...this.sorts.axioms(), ...hypotheses],
      negated, functions, shapes: this.shapes, sorts: this.protocol.sorts.map((s) => s.name),
    };
  }

  /** Makes a goal; what cannot be said in logic becomes part of it instead of an end to all. */
  private goal(about: Omit<Goal, "query">, make: () => Query): Goal {
    try {
      return { ...about, query: make() };
    } catch (error) {
      if (error instanceof Unsupported) return { ...about, query: error };
      throw error;
    }
  }

  private consistency(): Goal {
    const about = { name: "consistency of the assumptions", kind: "consistency" as const, property: undefined, conjunct: undefined, action: undefined, span: this.protocol.span };
    return this.goal(about, () => this.query([], this.startingPoint().hypotheses, tt));
  }

  /** Values of all fields before any `init`, and where finding them fails. An assumption is evaluated where those before it hold. */
  private startingPoint(): Start {
    let env: Env = { locals: new Map(), state: new Map() };
    let hypotheses: readonly Hypothesis[] = [];
    const { failing } = this.cx.observe(() => {
      for (const f of this.protocol.state) {
        const value = f.initial ? this.cx.evaluate(f.initial, env) : this.fresh(f);
        if (!f.initial) hypotheses = [...hypotheses, { name: `type of ${f.name}`, term: this.shapes.typeInvariant(value, f.type, f.span) }];
        env = { ...env, state: new Map(env.state).set(f.name, value) };
      }
    });
    const failures: Failure[] = failing.map((failing) => ({ failing, hypotheses }));
    for (const p of this.protocol.assumptions) {
      const { value, failing } = this.cx.observe(() => this.cx.term(p.body, env));
      const before = hypotheses;
      failures.push(...failing.map((failing) => ({ failing, hypotheses: before })));
      hypotheses = [...before, { name: p.name, term: value }];
    }
    return { env, hypotheses, failures };
  }

  private initialStates(): Start {
    const start = this.startingPoint();
    let { env, hypotheses } = start;
    const failures = [...start.failures];
    for (const init of this.protocol.inits) {
      const params = this.parameters(init);
      const before = [...hypotheses, ...params.where];
      const { value: out, failing } = this.cx.observe(() => execBlock(init.body, { ...env, locals: params.locals }, this.cx));
      failures.push(...failing.map((failing) => ({ failing, hypotheses: before })));
      env = { ...out.env, locals: new Map() };
      hypotheses = [...before, { name: `${init.name} is enabled`, term: out.enabled }];
    }
    return { env, hypotheses, failures };
  }

  private initiation(): Goal[] {
    let start: Start | Unsupported;
    try {
      start = this.initialStates();
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      start = error;
    }
    const needed = <T>(make: (s: Start) => T): T => {
      if (start instanceof Unsupported) throw start;
      return make(start);
    };
    const said = (hypotheses: readonly Hypothesis[]) => hypotheses.filter((h) => h.term !== tt);
    return [
      ...this.inductive.flatMap((property) => conjuncts(property.body).map((conjunct, i, all) => this.goal(
        { name: `initiation ${conjunctName(property, i, all.length)}`, kind: "initiation", property, conjunct, action: undefined, span: conjunct.span },
        () => needed((s) => this.query([], said(s.hypotheses), not(this.quietTerm(conjunct, s.env)))),
      ))),
      ...(start instanceof Unsupported ? [{ name: "no-failure initial", kind: "no-failure" as const, property: undefined, conjunct: undefined, action: undefined, span: start.span, query: start }] : []),
      ...(start instanceof Unsupported ? [] : start.failures).map(({ failing: f, hypotheses }, i) => this.goal(
        { name: `no-failure initial ${f.reason}#${i + 1}`, kind: "no-failure", property: undefined, conjunct: undefined, action: undefined, failure: f, span: f.span },
        () => this.query([], said(hypotheses), f.when),
      )),
    ];
  }

  private parameters(action: Action): { locals: Map<string, SymValue>; where: { name: string; term: Term }[] } {
    const locals = new Map<string, SymValue>();
    const where = action.params.map((p) => {
      this.cx.types.locals.set(p.name, p.type);
      const value = this.shapes.symbols(parameterRoot(action, p.name), p.type, [], this.declare, p.span);
      locals.set(p.name, value);
      return { name: `type of ${p.name}`, term: this.shapes.typeInvariant(value, p.type, p.span) };
    });
    return { locals, where: where.filter((w) => w.term !== tt) };
  }

  private ofAction(action: Action, pre: Pre): Goal[] {
    const steps = this.protocol.properties.filter((p) => p.kind === "step");
    const about = (kind: GoalKind, property: Property, conjunct: Expr, i: number, n: number) =>
      ({ name: `${kind} ${action.name} ${conjunctName(property, i, n)}`, kind, property, conjunct, action, span: conjunct.span });
    try {
      const params = this.parameters(action);
      const { value: out, failing } = this.cx.observe(() => execBlock(action.body, { ...pre.env, locals: params.locals }, this.cx));
      const changed = this.protocol.state.filter((f) => out.env.state.get(f.name) !== pre.env.state.get(f.name));
      const defined = changed.flatMap((f) => definitions(`${root(f.name)}'`, f.type, out.env.state.get(f.name)!, this.shapes, f.span));
      // The state after: the functions just defined, not the values themselves, so that queries stay small and readable.
      const after = new Map(pre.env.state);
      for (const f of changed) after.set(f.name, this.shapes.symbols(`${root(f.name)}'`, f.type, [], () => undefined, f.span));
      const post: Env = { locals: new Map(), state: after };
      const text = defined.map(printDefinition);
      const hypotheses = [...pre.hypotheses, ...params.where, { name: `${action.name} is enabled`, term: out.enabled }].filter((h) => h.term !== tt);
      const touched = new Set(changed.map((f) => f.name));
      return [
        ...this.inductive.flatMap((property) => conjuncts(property.body).flatMap((conjunct, i, all) => (readsState(conjunct, touched)
          ? [this.goal(about("consecution", property, conjunct, i, all.length), () => this.query(text, hypotheses, not(this.quietTerm(conjunct, post))))]
          : []))),
        ...steps.flatMap((property) => conjuncts(property.body).map((conjunct, i, all) => this.goal(about("step", property, conjunct, i, all.length),
          () => this.query(text, hypotheses, not(this.quietTerm(conjunct, { ...pre.env, next: after })))))),
        ...steps.flatMap((property) => this.ofEvaluation(property, action, { ...pre.env, next: after }, (negated) => this.query(text, hypotheses, negated))),
        ...failing.map((f, i) => this.goal(
          { name: `no-failure ${action.name} ${f.reason}#${i + 1}`, kind: "no-failure", property: undefined, conjunct: undefined, action, failure: f, span: f.span },
          () => this.query([], [...pre.hypotheses, ...params.where], f.when),
        )),
      ];
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      const all = [...this.inductive.map((p) => ["consecution", p] as const), ...steps.map((p) => ["step", p] as const)];
      return [
        ...all.map(([kind, property]) => ({ ...about(kind, property, property.body, 0, 1), query: error })),
        { name: `no-failure ${action.name}`, kind: "no-failure", property: undefined, conjunct: undefined, action, span: error.span, query: error },
      ];
    }
  }
}
