/**
 * What has to be shown for a protocol's invariants to hold in any instance: one goal for each action and conjunct.
 * A goal holds when its query is unsatisfiable; a model of the query is a counterexample to induction.
 */
import type { Expr } from "../../ir/expr.ts";
import type { Action, Property, Protocol } from "../../ir/protocol.ts";
import { conjunctName, conjuncts, readsState } from "./conjuncts.ts";
import type { Env } from "./context.ts";
import type { Goal, GoalKind, Query } from "./goal.ts";
import { lasting } from "./lasting.ts";
import { Machine, type Start, type States } from "./machine.ts";
import { not, type Term, tt } from "./term.ts";
import { Unsupported } from "./unsupported.ts";

/** @param protocol as the front end gives it: no scope applied. Invariants and lemmas are proved together. */
export function encode(protocol: Protocol): Goal[] {
  return new Encoder(protocol).goals();
}

class Encoder {
  private readonly machine: Machine;
  private readonly inductive: readonly Property[];
  private readonly steps: readonly Property[];

  constructor(private readonly protocol: Protocol) {
    this.machine = new Machine(protocol);
    this.inductive = protocol.properties.filter((p) => p.kind === "invariant" || p.kind === "lemma");
    this.steps = protocol.properties.filter((p) => p.kind === "step");
  }

  goals(): Goal[] {
    const before = attempt(() => this.before());
    if (before instanceof Unsupported) return [this.consistency(), ...this.nothing(before)];
    return [
      this.consistency(),
      ...this.initiation(),
      ...this.protocol.actions.flatMap((a) => this.ofAction(a, before)),
      ...this.inductive.flatMap((p) => this.ofEvaluation(p, undefined, before.env, (negated) => this.machine.query([], before.hypotheses, negated))),
    ];
  }

  /** Where not even a state can be said. */
  private nothing(query: Unsupported): Goal[] {
    const goal = (kind: GoalKind, property: Property | undefined): Goal =>
      ({ name: `${kind} ${property?.name ?? "anywhere"}`, kind, property, conjunct: undefined, action: undefined, span: query.span, query });
    return [...this.inductive.map((p) => goal("consecution", p)), ...this.steps.map((p) => goal("step", p)), goal("no-failure", undefined)];
  }

  /** An arbitrary state of which the assumptions and all invariants hold. */
  private before(): States {
    const { env, hypotheses } = this.machine.anyState();
    return { env, hypotheses: [...hypotheses, ...this.machine.predicates([...lasting(this.protocol), ...this.inductive], env)] };
  }

  private consistency(): Goal {
    const about = { name: "consistency of the assumptions", kind: "consistency" as const, property: undefined, conjunct: undefined, action: undefined, span: this.protocol.span };
    return { ...about, query: attempt(() => this.machine.query([], this.machine.startingPoint().hypotheses, tt)) };
  }

  private initiation(): Goal[] {
    const start = attempt(() => this.machine.initialStates());
    const from = (s: Start | Unsupported, conjunct: Expr): Query | Unsupported =>
      (s instanceof Unsupported ? s : attempt(() => this.machine.query([], s.hypotheses, not(this.machine.closed(conjunct, s.env)))));
    const initiation = this.inductive.flatMap((property) => conjuncts(property.body).map((conjunct, i, all): Goal => ({
      name: `initiation ${conjunctName(property, i, all.length)}`, kind: "initiation", property, conjunct, action: undefined, span: conjunct.span,
      query: from(start, conjunct),
    })));
    const about = { kind: "no-failure" as const, property: undefined, conjunct: undefined, action: undefined };
    if (start instanceof Unsupported) return [...initiation, { ...about, name: "no-failure initial", span: start.span, query: start }];
    return [...initiation, ...start.failures.map(({ failing: f, hypotheses }, i): Goal => ({
      ...about, name: `no-failure initial ${f.reason}#${i + 1}`, failure: f, span: f.span, query: attempt(() => this.machine.query([], hypotheses, f.when)),
    }))];
  }

  /** That a property can be evaluated at all. */
  private ofEvaluation(property: Property, action: Action | undefined, env: Env, query: (negated: Term) => Query): Goal[] {
    const prefix = `no-failure ${action ? `${action.name} ` : ""}${property.name}`;
    const about = { kind: "no-failure" as const, property, conjunct: undefined, action, span: property.span };
    const failing = attempt(() => this.machine.failures(property.body, env));
    if (failing instanceof Unsupported) return [{ ...about, name: prefix, query: failing }];
    return failing.map((f, i) => ({ ...about, name: `${prefix} ${f.reason}#${i + 1}`, failure: f, span: f.span, query: attempt(() => query(f.when)) }));
  }

  private ofAction(action: Action, before: States): Goal[] {
    const about = (kind: GoalKind, property: Property, conjunct: Expr, i: number, n: number) =>
      ({ name: `${kind} ${action.name} ${conjunctName(property, i, n)}`, kind, property, conjunct, action, span: conjunct.span });
    const failure = { kind: "no-failure" as const, property: undefined, conjunct: undefined, action };
    const step = attempt(() => this.machine.step(action, before.env));
    if (step instanceof Unsupported) {
      const all = [...this.inductive.map((p) => ["consecution", p] as const), ...this.steps.map((p) => ["step", p] as const)];
      return [
        ...all.map(([kind, property]) => ({ ...about(kind, property, property.body, 0, 1), query: step })),
        { ...failure, name: `no-failure ${action.name}`, span: step.span, query: step },
      ];
    }
    const given = [...before.hypotheses, ...step.parameters];
    const query = (negated: Term): Query => this.machine.query(step.definitions, [...given, step.enabled], negated);
    const shown = (conjunct: Expr, env: Env): Query | Unsupported => attempt(() => query(not(this.machine.closed(conjunct, env))));
    const both: Env = { ...before.env, next: step.after };
    return [
      ...this.inductive.flatMap((property) => conjuncts(property.body).flatMap((conjunct, i, all) => (readsState(conjunct, step.changed)
        ? [{ ...about("consecution", property, conjunct, i, all.length), query: shown(conjunct, { locals: new Map(), state: step.after }) }]
        : []))),
      ...this.steps.flatMap((property) => conjuncts(property.body).map((conjunct, i, all) => ({ ...about("step", property, conjunct, i, all.length), query: shown(conjunct, both) }))),
      ...this.steps.flatMap((property) => this.ofEvaluation(property, action, both, query)),
      ...step.failing.map((f, i): Goal => ({
        ...failure, name: `no-failure ${action.name} ${f.reason}#${i + 1}`, failure: f, span: f.span, query: attempt(() => this.machine.query([], given, f.when)),
      })),
    ];
  }
}

/** What cannot be said in logic becomes part of a goal instead of an end to all. */
function attempt<T>(make: () => T): T | Unsupported {
  try {
    return make();
  } catch (error) {
    if (error instanceof Unsupported) return error;
    throw error;
  }
}
