/** A protocol as symbolic states and steps: where runs start, what an action does to any state, and where evaluation fails. */
import type { Span } from "../../base/span.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Action, Property, Protocol, StateField } from "../../ir/protocol.ts";
import { conjunctName, conjuncts } from "./conjuncts.ts";
import { Context, type Env, type Failing } from "./context.ts";
import { evaluate } from "./eval.ts";
import { execBlock } from "./exec.ts";
import type { Hypothesis, Query } from "./goal.ts";
import { type Definition, definitions, printDefinition } from "./leaves.ts";
import { type FunctionSymbol, Shapes } from "./shapes.ts";
import { Sorts } from "./sorts.ts";
import { root, type Term, tt } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import type { SymValue } from "./value.ts";

/** The symbols of a parameter, of those of `Shapes.symbols`. */
export const parameterRoot = (action: Action, name: string): string => `${root(action.name)}(${root(name)})`;

/** Where evaluation fails, and what is known there. */
export interface Failure { readonly failing: Failing; readonly hypotheses: readonly Hypothesis[] }
/** States, given by what is known of them. */
export interface States { readonly env: Env; readonly hypotheses: readonly Hypothesis[] }
export interface Start extends States { readonly failures: readonly Failure[] }

/** What an action does to a state. */
export interface Step {
  /** Types of the parameters. */
  readonly parameters: readonly Hypothesis[];
  readonly enabled: Hypothesis;
  readonly failing: readonly Failing[];
  /** What `after` is made of. */
  readonly defined: readonly Definition[];
  /** As text. */
  readonly definitions: readonly string[];
  readonly after: Env["state"];
  readonly changed: ReadonlySet<string>;
}

export class Machine {
  readonly shapes: Shapes;
  private readonly functions = new Map<string, FunctionSymbol>();
  private readonly cx: Context;

  /** @param sorts by default of any size */
  constructor(private readonly protocol: Protocol, private readonly sorts = new Sorts(protocol.sorts)) {
    this.shapes = new Shapes(sorts);
    this.cx = new Context(this.shapes, evaluate);
    for (const f of protocol.state) this.cx.types.state.set(f.name, f.type);
  }

  /** Any state of these types. */
  anyState(): States {
    const state = new Map(this.protocol.state.map((f) => [f.name, this.fresh(f)]));
    return { env: { locals: new Map(), state }, hypotheses: this.protocol.state.map((f) => this.typeOf(f.name, state.get(f.name)!, f.type, f.span)) };
  }

  /** Values of all fields before any `init`, and where finding them fails. An assumption is evaluated where those before it hold. */
  startingPoint(): Start {
    let env: Env = { locals: new Map(), state: new Map() };
    let hypotheses: readonly Hypothesis[] = [];
    const { failing } = this.cx.observe(() => {
      for (const f of this.protocol.state) {
        const value = f.initial ? this.cx.evaluate(f.initial, env) : this.fresh(f);
        if (!f.initial) hypotheses = [...hypotheses, this.typeOf(f.name, value, f.type, f.span)];
        env = { ...env, state: new Map(env.state).set(f.name, value) };
      }
    });
    const failures: Failure[] = failing.map((failing) => ({ failing, hypotheses }));
    for (const p of this.protocol.assumptions) {
      const { value, failing } = this.cx.observe(() => this.cx.term(p.body, env));
      const before = hypotheses;
      failures.push(...failing.map((failing) => ({ failing, hypotheses: before })));
      hypotheses = [...before, { name: p.name, term: value, span: p.span, property: p.name }];
    }
    return { env, hypotheses, failures };
  }

  initialStates(): Start {
    const start = this.startingPoint();
    let { env, hypotheses } = start;
    const failures = [...start.failures];
    for (const init of this.protocol.inits) {
      const params = this.parameters(init);
      const before = [...hypotheses, ...params.where];
      const { value: out, failing } = this.cx.observe(() => execBlock(init.body, { ...env, locals: params.locals }, this.cx));
      failures.push(...failing.map((failing) => ({ failing, hypotheses: before })));
      env = { ...out.env, locals: new Map() };
      hypotheses = [...before, { name: `${init.name} is enabled`, term: out.enabled, span: init.span }];
    }
    return { env, hypotheses, failures };
  }

  /** @throws Unsupported */
  step(action: Action, before: Env): Step {
    const params = this.parameters(action);
    const { value: out, failing } = this.cx.observe(() => execBlock(action.body, { ...before, locals: params.locals }, this.cx));
    const changed = this.protocol.state.filter((f) => out.env.state.get(f.name) !== before.state.get(f.name));
    const defined = changed.flatMap((f) => definitions(`${root(f.name)}'`, f.type, out.env.state.get(f.name)!, this.shapes, f.span));
    // The state after: the functions just defined, not the values themselves, so that queries stay small and readable.
    const after = new Map(before.state);
    for (const f of changed) after.set(f.name, this.symbolsAfter(f));
    return {
      parameters: params.where, enabled: { name: `${action.name} is enabled`, term: out.enabled, span: action.span },
      failing, defined, definitions: defined.map(printDefinition), after, changed: new Set(changed.map((f) => f.name)),
    };
  }

  /** The state after any step, for who defines all of it: by what `step` defines, and what `keeps` says of the rest. */
  stateAfter(): Env["state"] {
    return new Map(this.protocol.state.map((f) => [f.name, this.symbolsAfter(f)]));
  }

  /** Definitions of a field after a step that does not change it. */
  keeps(field: StateField, before: Env): string[] {
    return definitions(`${root(field.name)}'`, field.type, before.state.get(field.name)!, this.shapes, field.span).map(printDefinition);
  }

  private symbolsAfter(field: StateField): SymValue {
    return this.shapes.symbols(`${root(field.name)}'`, field.type, [], () => undefined, field.span);
  }

  /** As hypotheses: what cannot be said in logic is left out, so less is assumed. */
  predicates(properties: readonly Property[], env: Env): Hypothesis[] {
    return properties.flatMap((p) => conjuncts(p.body).flatMap((c, i, all) => {
      try {
        return [{ name: conjunctName(p, i, all.length), term: this.closed(c, env), span: c.span, property: p.name }];
      } catch (error) {
        if (error instanceof Unsupported) return [];
        throw error;
      }
    }));
  }

  /** A closed formula: names inside start over, so that equal formulas have equal text. */
  closed(expr: Expr, env: Env): Term {
    return this.cx.observe(() => this.cx.term(expr, env)).value;
  }

  /** Where the evaluation of a formula fails. */
  failures(expr: Expr, env: Env): readonly Failing[] {
    return this.cx.observe(() => this.cx.term(expr, env)).failing;
  }

  query(definitions: readonly string[], hypotheses: readonly Hypothesis[], negated: Term): Query {
    const said = hypotheses.filter((h) => h.term !== tt);
    // Of other goals' symbols it says nothing.
    const all = [...said.map((h) => h.term), ...definitions, negated].join(" ");
    const used = new Set(all.match(/\|[^|]*\||[^\s()|]+/g));
    const functions = [...this.functions.values(), ...this.shapes.arbitrary.values()];
    return {
      declarations: [...this.sorts.declarations(), ...functions.filter((f) => used.has(f.name)).map((f) => `(declare-fun ${f.name} (${f.args.join(" ")}) ${f.result})`), ...definitions],
      hypotheses: [...this.sorts.axioms(), ...said],
      negated, functions, shapes: this.shapes, sorts: this.protocol.sorts.map((s) => s.name),
    };
  }

  private readonly declare = (f: FunctionSymbol): void => void this.functions.set(f.name, f);

  private fresh(field: StateField): SymValue {
    return this.shapes.symbols(root(field.name), field.type, [], this.declare, field.span);
  }

  private typeOf(name: string, value: SymValue, type: StateField["type"], span: Span): Hypothesis {
    return { name: `type of ${name}`, term: this.shapes.typeInvariant(value, type, span), span };
  }

  private parameters(action: Action): { locals: Map<string, SymValue>; where: Hypothesis[] } {
    const locals = new Map<string, SymValue>();
    const where = action.params.map((p) => {
      this.cx.types.locals.set(p.name, p.type);
      const value = this.shapes.symbols(parameterRoot(action, p.name), p.type, [], this.declare, p.span);
      locals.set(p.name, value);
      return this.typeOf(p.name, value, p.type, p.span);
    });
    return { locals, where };
  }
}
