/**
 * A protocol that compares a function with its actions. Beside each action there are two that look: `done` takes the step, and notes
 * in which fields the function comes to something else; `refusal` notes where the function acts though the action is not possible.
 * That nothing is ever noted is an invariant, which proofs and searches know how to judge.
 */
import { noSpan } from "../../base/span.ts";
import * as build from "../../ir/build.ts";
import type { Expr, Stmt } from "../../ir/expr.ts";
import type { Action, Property, Protocol, StateField } from "../../ir/protocol.ts";
import { renameInBody } from "../../ir/substitute.ts";
import { bool, type RecordType, type Type } from "../../ir/type.ts";
import { type Visitor, walkExpr, walkStmts } from "../../ir/visit.ts";
import { attempt } from "./attempt.ts";
import type { Binding, BoundAction } from "./binding.ts";
import type { TransitionFunction } from "./function.ts";
import { type VisibleGuard, visibleGuard } from "./guards.ts";

export interface Probes {
  /** The spec's own actions first, then those that look. */
  readonly protocol: Protocol;
  readonly actions: readonly Probe[];
}

/** What looks at one action. */
export interface Probe {
  readonly bound: BoundAction;
  readonly guard: VisibleGuard;
  /** Names of the actions that look; no refusal where none can be asked for. */
  readonly done: string;
  readonly refusal?: string;
  /** Invariants, by name, that say what is never noted. */
  readonly notes: readonly Note[];
}

export interface Note {
  readonly invariant: string;
  readonly kind: "refused" | "accepted" | "state";
  /** With `state`. */
  readonly field?: string;
}

/** Names that no spec has, as no name of TypeScript has a space. */
const seen = "a difference was seen";

/**
 * @param searching for a search of states: what agrees is no step, and nothing follows a difference
 */
export function probesOf(protocol: Protocol, binding: Binding, fn: TransitionFunction, searching: boolean): Probes {
  const hidden = new Set(binding.hidden);
  const made = binding.actions.map((bound) => new ProbeOf(binding, fn, bound, visibleGuard(bound.action, hidden, new Set(bound.untold)), searching));
  const flag = (name: string, { span }: Action): StateField => ({ name, type: bool, initial: build.boolLit(false, span), role: "variable", span });
  const flags = made.flatMap((p) => p.notes.map((n) => flag(n.invariant, p.bound.action)));
  const still = (a: Action): Action => (searching ? { ...a, body: [build.require(build.not(read(seen, noSpan), noSpan), noSpan), ...a.body] } : a);
  return {
    protocol: {
      ...protocol,
      state: [...protocol.state, ...flags, ...(searching ? [flag(seen, binding.actions[0].action)] : [])],
      actions: [...protocol.actions, ...made.flatMap((p) => p.made)].map(still),
      properties: [...protocol.properties, ...made.flatMap((p) => p.notes.map((n) => never(n.invariant, p.bound.action)))],
    },
    actions: made,
  };
}

const read = (flag: string, span: Action["span"]): Expr => build.stateRead(flag, bool, "now", span);

const never = (flag: string, { span }: Action): Property => ({ kind: "invariant", name: flag, doc: "", body: build.not(read(flag, span), span), span });

class ProbeOf implements Probe {
  readonly done: string;
  readonly refusal?: string;
  readonly notes: readonly Note[];
  readonly made: readonly Action[];
  /** What a local of the function is called here: by its own name, which messages have, unless the action has the same one. */
  readonly #rename: (name: string) => string;

  constructor(private readonly binding: Binding, private readonly fn: TransitionFunction, readonly bound: BoundAction, readonly guard: VisibleGuard, private readonly searching: boolean) {
    const { action } = bound;
    this.#rename = renaming(action, fn);
    this.done = `${action.name}: done`;
    const note = (kind: Note["kind"], field?: string): Note => ({ invariant: `${action.name}: ${field ?? kind}`, kind, ...(field !== undefined && { field }) });
    const refused = binding.refuses ? [note("refused")] : [];
    const states = binding.fields.map(({ field }) => note("state", `field ${field.name}`));
    const asks = !guard.undecided && guard.body.length > 0;
    const accepted = asks ? [note("accepted")] : [];
    if (asks) this.refusal = `${action.name}: refusal`;
    this.notes = [...refused, ...states.map((n, i) => ({ ...n, field: binding.fields[i].field.name })), ...accepted];
    this.made = [this.#done(), ...(asks ? [this.#refusal()] : [])];
  }

  #done(): Action {
    const { action } = this.bound;
    const { span } = action;
    const result = this.#local(answer, this.fn.result.type);
    const given = this.binding.refuses ? build.unwrap(result, span) : result;
    const differs = this.notes.flatMap((n): Stmt[] => {
      if (n.kind === "accepted") return [];
      if (n.kind === "refused") return [this.#note(n, build.isNone(result, span))];
      const { field, path } = this.binding.fields.find((b) => b.field.name === n.field)!;
      const same = build.eq(path.reduce((e, name) => build.get(e, name, span), given), build.stateRead(field.name, field.type, "now", span), span);
      const other = build.not(same, span);
      return [this.#note(n, this.binding.refuses ? build.connective("and", build.not(build.isNone(result, span), span), other, span) : other)];
    });
    return { ...action, name: this.done, body: [this.#before(), build.block(action.body, span), ...this.#call(), ...this.#end(differs)] };
  }

  #refusal(): Action {
    const { action } = this.bound;
    const { span } = action;
    const result = this.#local(answer, this.fn.result.type);
    const acts = build.not(this.binding.refuses ? build.isNone(result, span) : build.eq(result, this.#local(this.fn.state.name, this.binding.state), span), span);
    const [note] = this.notes.filter((n) => n.kind === "accepted");
    return {
      ...action, name: this.refusal!,
      body: [
        this.#before(), build.letStmt(blocked, build.boolLit(false, span), span, true), attempt(this.guard.body, blocked),
        build.require(build.local(blocked, bool, span), span), ...this.#call(), ...this.#end([this.#note(note, acts)]),
      ],
    };
  }

  #local(name: string, type: Type): Expr {
    return build.local(this.#rename(name), type, this.bound.action.span);
  }

  /** The state before, as the function has it. */
  #before(): Stmt {
    const { span } = this.bound.action;
    const value = (type: RecordType, path: readonly string[]): Expr => build.recordLit(type, type.fields.map((f) => {
      const at = [...path, f.name];
      const field = this.binding.fields.find((b) => b.path.join(".") === at.join("."))?.field;
      return { name: f.name, value: field ? build.stateRead(field.name, field.type, "now", span) : value(f.type as RecordType, at) };
    }), span);
    return build.letStmt(this.#rename(this.fn.state.name), value(this.binding.state, []), span);
  }

  /** What the function makes of it. */
  #call(): readonly Stmt[] {
    const { action, variant } = this.bound;
    const { fn, binding: { event } } = this;
    const given = variant.fields.map((f) => ({ name: f.name, value: build.local(f.name, action.params.find((p) => p.name === f.name)!.type, action.span) }));
    return [
      build.letStmt(this.#rename(fn.event.name), build.variantLit(event, variant.tag, given, action.span), action.span),
      ...renameInBody([build.letStmt(answer, fn.result, fn.span)], this.#rename),
    ];
  }

  #note({ invariant }: Note, value: Expr): Stmt {
    return build.assign(build.place({ kind: "state", name: invariant, type: bool }), value, this.bound.action.span);
  }

  #end(notes: readonly Stmt[]): readonly Stmt[] {
    if (!this.searching) return notes;
    const span = noSpan;
    const noted = notes.flatMap((s) => (s.kind === "assign" ? [read(s.place.root.name, span)] : []));
    return [...notes, build.require(build.joined("or", noted, span), span), build.assign(build.place({ kind: "state", name: seen, type: bool }), build.boolLit(true, span), span)];
  }
}

/** No names of TypeScript. */
const answer = "the result", blocked = "it is not possible";

function renaming(action: Action, fn: TransitionFunction): (name: string) => string {
  const taken = new Set(action.params.map((p) => p.name)), own = new Set<string>();
  const collect = (names: Set<string>): Visitor => ({
    expr: (e) => {
      if (e.kind === "local") names.add(e.name);
      else if (e.kind === "fold" || e.kind === "comprehend" || e.kind === "tabulate") names.add(e.local);
    },
    stmt: (s) => { if (s.kind === "let") names.add(s.name); else if (s.kind === "for") names.add(s.local); },
  });
  walkStmts(action.body, collect(taken));
  walkExpr(fn.result, collect(own));
  let prefix = "its$";
  while ([...taken, ...own].some((name) => name.startsWith(prefix))) prefix = `its${prefix}`;
  return (name) => (taken.has(name) ? prefix + name : name);
}
