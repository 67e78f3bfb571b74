/** Small protocols built by hand. Every node has a span of its own, so that failures can be told apart. */
import type { Span } from "../../../../src/base/span.ts";
import * as b from "../../../../src/ir/build.ts";
import type { Expr, Place, Stmt } from "../../../../src/ir/expr.ts";
import type { Action, Property, Protocol } from "../../../../src/ir/protocol.ts";
import { sort, type Type } from "../../../../src/ir/type.ts";

let line = 0;
export const span = (): Span => ({ file: "spec.ts", line: ++line, column: 1, endLine: line, endColumn: 2 });

export const node = sort("N");
export const term = sort("T");
export const sorts = [{ name: "N", ordered: false, size: 3, span: span() }, { name: "T", ordered: true, size: 3, span: span() }];

export type Fields = Readonly<Record<string, Type | readonly [Type, Expr]>>;
export interface Parts {
  readonly fields: Fields;
  readonly inits?: readonly Action[];
  readonly actions?: readonly Action[];
  readonly properties?: readonly Property[];
  readonly assumptions?: readonly Property[];
}

/** Fields without an initial value take every value of their type. */
export function protocol({ fields, inits = [], actions = [], properties = [], assumptions = [] }: Parts): Protocol {
  const state = Object.entries(fields).map(([name, given]) => {
    const [type, initial] = "kind" in given ? [given, null] : given;
    return { name, type, initial: initial && b.coerce(initial, type), role: "variable" as const, span: span() };
  });
  return { name: "Test", doc: "", span: span(), sorts, scope: {}, state, inits, actions, properties, assumptions, liveness: [], designs: [], metrics: [] };
}

export const action = (name: string, params: Readonly<Record<string, Type>>, body: readonly Stmt[]): Action => ({
  name, doc: "", params: Object.entries(params).map(([n, type]) => ({ name: n, type, span: span() })), body, span: span(),
});
export const property = (kind: Property["kind"], name: string, body: Expr): Property => ({ kind, name, doc: "", body, span: span() });

export const state = (name: string, type: Type, when: "now" | "next" = "now"): Expr => b.stateRead(name, type, when, span());
export const place = (name: string, type: Type, path: Place["path"] = []): Place => b.place({ kind: "state", name, type }, path);
export const variable = (name: string, type: Type, path: Place["path"] = []): Place => b.place({ kind: "local", name, type }, path);
export const num = (n: number): Expr => b.intLit(n, span());
export const truth = (value: boolean): Expr => b.boolLit(value, span());
export const local = (name: string, type: Type): Expr => b.local(name, type, span());

/** For every input: `out = expr`, from a fixed first value of `out`. */
export function assigning(inputs: Readonly<Record<string, Type>>, outType: Type, first: Expr, expr: (read: (name: string) => Expr) => Expr): Protocol {
  const value = expr((name) => state(name, inputs[name]));
  return protocol({
    fields: { ...inputs, out: [outType, first] },
    actions: [action("go", {}, [b.assign(place("out", outType), value, span())])],
  });
}
