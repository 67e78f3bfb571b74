/**
 * Runs of one instance as formulas without quantifiers. A state is one symbol for each scalar in it and each step; that
 * after a step is defined by the one before, the action that is chosen and its arguments. Evaluation is followed as far
 * as the interpreter goes, so that a step is one exactly where nothing fails.
 */
import { fieldsWritten } from "../../interp/step.ts";
import type { State } from "../../interp/value.ts";
import type { Property, Protocol } from "../../ir/protocol.ts";
import { type EnumType, enumOf } from "../../ir/type.ts";
import type { Env } from "./context.ts";
import type { Decoder } from "./decode.ts";
import { FiniteSorts } from "./finite-sorts.ts";
import { lasting } from "./lasting.ts";
import { definitions, type Definition } from "./leaves.ts";
import { Machine, parameterRoot, type Start, type States, type Step } from "./machine.ts";
import type { FunctionSymbol } from "./shapes.ts";
import { type At, Template } from "./template.ts";
import { and, equal, implies, ite, not, or, root, symbol, type Term } from "./term.ts";

/** Where a property is true, and where it cannot be evaluated: in a state by its number, or for a step property in the step to it. */
export interface Judged {
  value(at: number): Term;
  fails(at: number): Term;
}

/** The action that a step takes. No name of a protocol has a `!`. */
const choiceName = "action!";

export class Unrolling {
  readonly machine: Machine;
  readonly sorts: FiniteSorts;
  private readonly now: States;
  private readonly next: Env;
  /** Symbols of the fields that change, at no step in particular. */
  private readonly leaves: readonly FunctionSymbol[];
  private readonly choices: readonly FunctionSymbol[];
  /** The symbols of a state, in the order of `leaves`. */
  private readonly names = new Map<At, readonly string[]>();
  private readonly position: ReadonlyMap<string, { readonly leaf: number; readonly next: boolean }>;
  private readonly local: ReadonlySet<string>;
  private readonly step: { readonly taken: Template; readonly fails: Template; readonly after: readonly Template[] };

  private readonly choice: EnumType;

  /** @throws Unsupported where an action cannot be said in logic */
  constructor(private readonly instance: Protocol) {
    this.choice = enumOf(instance.actions.map((a) => a.name));
    this.sorts = new FiniteSorts(instance.sorts);
    this.machine = new Machine(instance, this.sorts);
    this.now = this.machine.anyState();
    this.leaves = this.symbolsAt("");
    const after = this.symbolsAt("'");
    this.position = new Map([...this.leaves.map((f, leaf) => ({ ...f, leaf, next: false })), ...after.map((f, leaf) => ({ ...f, leaf, next: true }))].map((f) => [f.name, f]));
    this.choices = this.choiceSymbols();
    this.local = new Set(this.choices.map((f) => f.name));
    const { shapes } = this.machine;
    this.next = { locals: new Map(), state: new Map(instance.state.map((f) => [f.name, shapes.symbols(this.rootOf(f.name, "'"), f.type, [], () => undefined, f.span)])) };
    this.step = this.encodeStep();
  }

  /** Symbols that belong to no step, then those of the states and steps up to state `last`. */
  symbols(last: number, from: "start" | 0): FunctionSymbol[] {
    const states = Array.from({ length: last + 1 }, (_, i) => this.leaves.map((f, k) => ({ ...f, name: this.nameAt(i)[k] })));
    const started = from === "start" ? [this.leaves.map((f, k) => ({ ...f, name: this.nameAt("start")[k] })), this.chosen("start")] : [];
    const steps = Array.from({ length: last }, (_, i) => this.chosen(i));
    const still = this.instance.state.filter((f) => this.isConstant(f.name)).flatMap((f) => this.symbolsOf(root(f.name), f.name));
    return [...still, ...this.machine.shapes.arbitrary.values(), ...started.flat(), ...states.flat(), ...steps.flat()];
  }

  /** What makes state 0 an initial state. */
  readonly start = once((): { readonly is: readonly Term[]; readonly fails: Term } => {
    const start: Start = this.machine.initialStates();
    const said = start.hypotheses.map((h) => h.term);
    const fails = or(...start.failures.map((f) => and(...f.hypotheses.map((h) => h.term), f.failing.when)));
    const defined = this.changing().flatMap((f) => definitions(this.rootOf(f.name, "'"), f.type, start.env.state.get(f.name)!, this.machine.shapes, f.span));
    const at = (t: Term): Term => this.template(t).at("start");
    return { is: [...said.map(at), not(at(fails)), ...defined.map((d) => at(equal(d.name, d.body)))], fails: at(fails) };
  });

  /** That state 0 is any state at all. */
  any(): Term[] {
    return [...this.now.hypotheses, ...this.machine.predicates(lasting(this.instance), this.now.env)].map((h) => this.template(h.term).at(0));
  }

  /** State `to` by the one before. */
  after(to: number): Term[] {
    return this.step.after.map((t) => t.at(to - 1));
  }

  /** The step to that state is one. */
  taken(to: number): Term {
    return this.step.taken.at(to - 1);
  }

  /** An action fails in the attempt to make the step to that state. */
  fails(to: number): Term {
    return this.step.fails.at(to - 1);
  }

  /** @throws Unsupported */
  judge({ kind, body }: Property): Judged {
    const env = kind === "step" ? { ...this.now.env, next: this.next.state } : this.now.env;
    const value = this.template(this.machine.closed(body, env));
    const fails = this.template(or(...this.machine.failures(body, env).map((f) => f.when)));
    const from = kind === "step" ? 1 : 0;
    return { value: (at) => value.at(at - from), fails: (at) => fails.at(at - from) };
  }

  /** That two states are the same. */
  same(a: number, b: number): Term {
    const { shapes } = this.machine;
    return and(...this.changing().map((f) => {
      const at = (i: number) => shapes.symbols(this.rootOf(f.name, `@${i}`), f.type, [], () => undefined, f.span);
      return shapes.equal(at(a), at(b), f.type, f.span);
    }));
  }

  /** Symbols of a field in a state start with this. */
  rootOf(field: string, suffix: string): string {
    return this.isConstant(field) ? root(field) : `${root(field)}${suffix}`;
  }

  /** States 0 to `last` of a model. */
  run(model: Decoder, last: number): State[] {
    return Array.from({ length: last + 1 }, (_, i) => this.instance.state.map((f) => model.read(this.rootOf(f.name, `@${i}`), f.type)));
  }

  /** The action of the step to each of the states 1 to `last`. */
  actions(model: Decoder, last: number): string[] {
    return Array.from({ length: last }, (_, i) => String(model.read(`${choiceName}@${i}`, this.choice)));
  }

  private encodeStep() {
    const { actions } = this.instance;
    const { choice } = this;
    const is = (name: string): Term => equal(symbol(choiceName), this.sorts.member(choice, name), this.sorts.isLiteral);
    const steps = actions.map((action) => ({ name: action.name, step: this.machine.step(action, this.now.env) }));
    const fails = (s: Step): Term => or(...s.failing.map((f) => f.when));
    const typed = (s: Step): Term => and(...s.parameters.map((p) => p.term));
    const chosen = actions.length === 0 ? "false" : this.sorts.within(choice, symbol(choiceName));
    const bodies = new Map<string, { name: string; body: Definition["body"] }[]>();
    for (const { name, step } of steps) for (const d of step.defined) bodies.set(d.name, [...(bodies.get(d.name) ?? []), { name, body: d.body }]);
    const after = this.symbolsAt("'").map((f, i) => equal(f.name, (bodies.get(f.name) ?? []).reduce((rest, { name, body }) => ite(is(name), body, rest), this.leaves[i].name)));
    return {
      taken: this.template(and(chosen, ...steps.map(({ name, step }) => implies(is(name), and(typed(step), step.enabled.term, not(fails(step))))))),
      fails: this.template(and(chosen, or(...steps.map(({ name, step }) => and(is(name), typed(step), fails(step)))))),
      after: after.map((t) => this.template(t)),
    };
  }

  private readonly constants = once(() => {
    const written = fieldsWritten([...this.instance.inits, ...this.instance.actions]);
    return new Set(this.instance.state.filter((f) => !f.initial && !written.has(f.name)).map((f) => f.name));
  });
  private isConstant(field: string): boolean {
    return this.constants().has(field);
  }
  private changing() {
    return this.instance.state.filter((f) => !this.isConstant(f.name));
  }

  private symbolsAt(suffix: string): FunctionSymbol[] {
    return this.changing().flatMap((f) => this.symbolsOf(this.rootOf(f.name, suffix), f.name));
  }

  private symbolsOf(name: string, field: string): FunctionSymbol[] {
    const { type, span } = this.instance.state.find((f) => f.name === field)!;
    const made: FunctionSymbol[] = [];
    this.machine.shapes.symbols(name, type, [], (f) => made.push(f), span);
    return made;
  }

  private choiceSymbols(): FunctionSymbol[] {
    const made: FunctionSymbol[] = [];
    const declare = (f: FunctionSymbol): void => void made.push(f);
    if (this.instance.actions.length > 0) this.machine.shapes.symbols(choiceName, this.choice, [], declare, this.instance.span);
    for (const a of [...this.instance.inits, ...this.instance.actions]) for (const p of a.params) this.machine.shapes.symbols(parameterRoot(a, p.name), p.type, [], declare, p.span);
    return made;
  }

  private chosen(at: At): FunctionSymbol[] {
    return this.choices.map((f) => ({ ...f, name: suffixed(f.name, at) }));
  }

  private nameAt(at: At): readonly string[] {
    let names = this.names.get(at);
    if (!names) {
      names = this.symbolsAt(`@${at}`).map((f) => f.name);
      this.names.set(at, names);
    }
    return names;
  }

  private template(text: Term): Template {
    return new Template(text, (name, at) => {
      const place = this.position.get(name);
      if (place) return this.nameAt(place.next ? (at === "start" ? 0 : at + 1) : at)[place.leaf];
      return this.local.has(name) ? suffixed(name, at) : undefined;
    });
  }
}

const suffixed = (name: string, at: At): string => (name.endsWith("|") ? `${name.slice(0, -1)}@${at}|` : `|${name}@${at}|`);

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
