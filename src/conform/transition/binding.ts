/** Which fields of the spec a transition function has, and which action each event is: by their names and types. */
import { type Diagnostic, DiagnosticsError } from "../../base/diagnostic.ts";
import type { Code } from "../../base/codes.ts";
import type { Span } from "../../base/span.ts";
import type { PartOfType } from "../../frontend/functions.ts";
import type { Action, Protocol, StateField } from "../../ir/protocol.ts";
import { type RecordType, sameType, showType, type Type, type UnionType, type Variant } from "../../ir/type.ts";
import type { TransitionFunction } from "./function.ts";

export interface Binding {
  /** In the order of the spec. */
  readonly fields: readonly BoundField[];
  /** Fields of the spec that the function does not have and that may differ from run to run or change. */
  readonly hidden: readonly string[];
  readonly state: RecordType;
  readonly event: UnionType;
  readonly actions: readonly BoundAction[];
  /** Actions without an event. */
  readonly unbound: readonly Action[];
  /** Events without an action. */
  readonly foreign: readonly { readonly kind: string; readonly span: Span }[];
  /** Whether it says that it refuses by returning undefined; otherwise, by returning the same state. */
  readonly refuses: boolean;
}

export interface BoundField {
  readonly field: StateField;
  /** Where it stands in the function's state: `["net", "sent"]`. */
  readonly path: readonly string[];
}

export interface BoundAction {
  readonly action: Action;
  readonly variant: Variant;
  /** Where the event is declared. */
  readonly span: Span;
  /** Parameters that the event does not have. */
  readonly untold: readonly string[];
}

/** @throws DiagnosticsError with everything that does not fit */
export function bindFunction(protocol: Protocol, fn: TransitionFunction): Binding {
  const problems: Diagnostic[] = [];
  const error = (code: Code, span: Span, message: string, help: string): void => void problems.push({ code, severity: "error", span, message, help });
  for (const s of fn.sorts) {
    const known = protocol.sorts.find((t) => t.name === s.name);
    if (!known || known.ordered !== s.ordered) {
      const names = protocol.sorts.map((t) => t.name).join(", ");
      error("T2004", s.span, known ? `${s.name} is ${known.ordered ? "an Order" : "a Sort"} in ${protocol.name}` : `${protocol.name} has no sort ${s.name}`, `import the types of the spec; its sorts are ${names || "none"}`);
    }
  }
  const { type: state } = fn.state;
  if (state.kind !== "record") {
    error("T3017", fn.state.at([]), `the state is ${showType(state)}`, "write an interface with the fields of the spec that the function has");
    throw new DiagnosticsError(problems);
  }
  const fields = boundFields(protocol, fn, state, error);
  const event = fn.event.type;
  if (event.kind !== "union") {
    const [first] = protocol.actions;
    error("T3018", fn.event.at([]), "the events have no kind that says which action they are", `write a union of objects: { kind: "${first?.name ?? "step"}" } | …`);
    throw new DiagnosticsError(problems);
  }
  const bound = event.variants.flatMap((v) => boundAction(protocol, fn, event, v, error) ?? []);
  const refuses = fn.result.type.kind === "option";
  const returned: Type = fn.result.type.kind === "option" ? fn.result.type.of : fn.result.type;
  if (!sameType(returned, state)) {
    error("T3016", fn.returns, `it returns ${showType(fn.result.type)}`, "return the state after the event, of the type of the state before it; undefined where the event is refused");
  }
  if (bound.length === 0 && problems.length === 0) {
    error("T3018", fn.event.at([]), `no event is an action of ${protocol.name}`, `its actions are ${protocol.actions.map((a) => a.name).join(", ")}`);
  }
  if (problems.length > 0) throw new DiagnosticsError(problems);
  const foreign = event.variants.filter((v) => !protocol.actions.some((a) => a.name === v.tag));
  return {
    fields, state, event, refuses, actions: bound,
    hidden: protocol.state.filter((f) => !fields.some((b) => b.field === f) && (f.role === "variable" || f.initial === null)).map((f) => f.name),
    unbound: protocol.actions.filter((a) => !bound.some((b) => b.action === a)),
    foreign: foreign.map((v) => ({ kind: v.tag, span: fn.event.at([{ discriminant: event.discriminant, tag: v.tag }]) })),
  };
}

type Report = (code: Code, span: Span, message: string, help: string) => void;

function boundFields(protocol: Protocol, fn: TransitionFunction, state: RecordType, error: Report): BoundField[] {
  const found = new Map<StateField, readonly string[]>();
  const visit = (type: RecordType, path: readonly string[]): void => {
    for (const f of type.fields) {
      const at = [...path, f.name], name = at.join(".");
      const places = at.map((field): PartOfType => ({ field }));
      const field = protocol.state.find((s) => s.name === name);
      if (field && sameType(field.type, f.type)) found.set(field, at);
      else if (field) error("T3017", fn.state.at(places), `${name} is ${showType(f.type)} here, and ${showType(field.type)} in ${protocol.name}`, "give it the type that it has in the spec");
      else if (f.type.kind === "record" && protocol.state.some((s) => s.name.startsWith(`${name}.`))) visit(f.type, at);
      else error("T3017", fn.state.at(places), `${protocol.name} has no field ${name}`, `leave it out, or name it as the spec does: ${protocol.state.map((s) => s.name).join(", ")}`);
    }
  };
  visit(state, []);
  return protocol.state.flatMap((field) => {
    const path = found.get(field);
    return path ? [{ field, path }] : [];
  });
}

/** Undefined where there is no such action. */
function boundAction(protocol: Protocol, fn: TransitionFunction, event: UnionType, variant: Variant, error: Report): BoundAction | undefined {
  const action = protocol.actions.find((a) => a.name === variant.tag);
  if (!action) return undefined;
  const place: PartOfType = { discriminant: event.discriminant, tag: variant.tag };
  for (const f of variant.fields) {
    const param = action.params.find((p) => p.name === f.name);
    const span = fn.event.at([place, { field: f.name }]);
    if (!param) error("T3018", span, `${action.name} takes no ${f.name}`, action.params.length > 0 ? `its parameters are ${action.params.map((p) => p.name).join(", ")}` : "it takes nothing; leave it out");
    else if (!sameType(param.type, f.type)) error("T3018", span, `${f.name} is ${showType(f.type)} here, and ${showType(param.type)} in ${action.name}`, "give it the type that it has in the spec");
  }
  return { action, variant, span: fn.event.at([place]), untold: action.params.filter((p) => !variant.fields.some((f) => f.name === p.name)).map((p) => p.name) };
}
