/** Small protocols and environments for the tests of the interpreter. */
import { noSpan, type Span } from "../../../src/base/span.ts";
import { envOf } from "../../../src/interp/env.ts";
import { evaluate } from "../../../src/interp/eval.ts";
import { Failure } from "../../../src/interp/failure.ts";
import type { State, Value } from "../../../src/interp/value.ts";
import * as b from "../../../src/ir/build.ts";
import type { Domain, Expr, Stmt } from "../../../src/ir/expr.ts";
import type { Action, FailureReason, Param, Property, PropertyKind, Protocol, SortDecl, StateField } from "../../../src/ir/protocol.ts";
import { enumOf, int, sort, type Type, union } from "../../../src/ir/type.ts";

export const s = noSpan;
export const line = (n: number, column = 1, endColumn = 80): Span => ({ file: "spec.ts", line: n, column, endLine: n, endColumn });

export const Node = sort("Node");
export const Term = sort("Term");
export const Color = enumOf(["red", "green"]);
export const Small = int(0, 3);
export const Message = union("kind", [
  { tag: "ack", fields: [] },
  { tag: "vote", fields: [{ name: "from", type: Node }, { name: "yes", type: { kind: "bool" } }] },
]);

/** Three nodes, four terms. */
export const sorts: readonly SortDecl[] = [
  { name: "Node", ordered: false, size: 3, span: s },
  { name: "Term", ordered: true, size: 4, span: s },
];

export const field = (name: string, type: Type, initial: Expr | null = null): StateField => ({ name, type, initial, role: "variable", span: s });
export const param = (name: string, type: Type): Param => ({ name, type, span: s });
export const action = (name: string, params: readonly Param[], body: readonly Stmt[], span: Span = s): Action => ({ name, doc: "", params, body, span });
export const property = (kind: PropertyKind, name: string, body: Expr, span: Span = s): Property => ({ kind, name, doc: "", body, span });

export function protocol(parts: Partial<Protocol> = {}): Protocol {
  return {
    name: "Test", doc: "", span: s, sorts, scope: {}, state: [], assumptions: [], inits: [], actions: [], properties: [], liveness: [], designs: [], metrics: [], ...parts,
  };
}

export interface Given {
  readonly state?: readonly StateField[];
  readonly now?: State;
  readonly next?: State;
  readonly locals?: Readonly<Record<string, Value>>;
}

export function evaluated(expr: Expr, given: Given = {}): Value {
  const env = envOf(protocol({ state: given.state ?? [] }), given.now ?? [], given.next ?? null);
  for (const [name, value] of Object.entries(given.locals ?? {})) env.locals.set(name, value);
  return evaluate(expr, env);
}

/** The failure of an expression as `reason: message`, or "no failure". */
export const failed = (expr: Expr, given: Given = {}): `${FailureReason}: ${string}` | "no failure" => failureOf(() => evaluated(expr, given));

export function failureOf(run: () => unknown): `${FailureReason}: ${string}` | "no failure" {
  try {
    run();
    return "no failure";
  } catch (error) {
    if (error instanceof Failure) return `${error.reason}: ${error.message}`;
    throw error;
  }
}

// Expressions

export const num = (n: number): Expr => b.intLit(n, s);
export const yes = b.boolLit(true, s);
export const no = b.boolLit(false, s);
export const x = (name: string, type: Type): Expr => b.local(name, type, s);
export const now = (name: string, type: Type): Expr => b.stateRead(name, type, "now", s);
export const over = (type: Type): Domain => ({ kind: "type", type });
export const elements = (of: Expr): Domain => ({ kind: "elements", of });
export const range = (from: number, to: number): Domain => ({ kind: "range", from: num(from), to: num(to) });
/** Fails whenever it is evaluated. */
export const failing = b.eq(b.arith("div", num(1), num(0), s), num(1), s);

export const setTo = (name: string, type: Type, value: Expr, span: Span = s): Stmt => b.assign(b.place({ kind: "state", name, type }), value, span);
