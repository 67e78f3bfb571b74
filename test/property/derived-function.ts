/** The transition function that a protocol's own actions are: what it makes of an event is what the action of that name does. */
import { attempt } from "../../src/conform/transition/attempt.ts";
import type { TransitionFunction } from "../../src/conform/transition/function.ts";
import * as b from "../../src/ir/build.ts";
import type { Expr, Stmt } from "../../src/ir/expr.ts";
import type { Action, Protocol } from "../../src/ir/protocol.ts";
import { exprMapper, type Mapper, rebuildExpr, rebuildPlace, rebuildStmt } from "../../src/ir/rebuild.ts";
import { renameInBody } from "../../src/ir/substitute.ts";
import { bool, option, record, union } from "../../src/ir/type.ts";

const span = { file: "derived.ts", line: 1, column: 1, endLine: 1, endColumn: 2 };

/** @param protocol without fields of held specs */
export function derivedFunction(protocol: Protocol): TransitionFunction {
  const state = record(protocol.state.map((f) => ({ name: f.name, type: f.type })));
  const discriminant = "which action";
  const event = union(discriminant, protocol.actions.map((a) => ({ tag: a.name, fields: a.params.map((p) => ({ name: p.name, type: p.type })) })));
  const before = b.local("the state", state, span), given = b.local("the event", event, span), blocked = b.local("blocked", bool, span);
  const lets = protocol.state.map((f) => b.letStmt(own(f.name), b.get(before, f.name, span), span, true));
  const steps = protocol.actions.flatMap((a, i): Stmt[] => {
    const body = overLocals(a, i, given);
    const here = b.eq(b.tag(given, span), b.enumLit(a.name, span), span);
    return body.length === 0 ? [] : [b.ifStmt(here, [attempt(body, "blocked")], [], span)];
  });
  const after = b.recordLit(state, protocol.state.map((f) => ({ name: f.name, value: b.local(own(f.name), f.type, span) })), span);
  const result = b.doExpr([
    ...lets, b.letStmt("blocked", b.boolLit(false, span), span, true), ...steps,
    b.ifStmt(blocked, [b.returnStmt(b.none(state, span), span)], [b.returnStmt(b.coerce(after, option(state)), span)], span),
  ], option(state), span);
  return {
    name: "derived", span, returns: span, sorts: protocol.sorts, result: elsewhere(result),
    state: { name: "the state", type: state, at: () => span }, event: { name: "the event", type: event, at: () => span },
  };
}

const own = (field: string): string => `after ${field}`;

/** The body with locals in place of fields, parts of the event in place of parameters, and other names for its own locals. */
function overLocals({ name, params, body }: Action, i: number, event: Expr): readonly Stmt[] {
  const prefix = `${i}: `;
  const m: Mapper = {
    ...exprMapper((e) => {
      const param = e.kind === "local" ? params.find((p) => prefix + p.name === e.name) : undefined;
      if (param) return b.get(event, param.name, span);
      return e.kind === "state" ? b.local(own(e.field), e.type, e.span) : rebuildExpr(e, m);
    }),
    stmts: (stmts) => stmts.map((s) => {
      if (s.kind !== "assign" || s.place.root.kind !== "state") return rebuildStmt(s, m);
      const place = rebuildPlace(s.place, m);
      return b.assign(b.place({ ...place.root, kind: "local", name: own(place.root.name) }, place.path), m.expr(s.value), s.span);
    }),
  };
  if (name.includes(":")) throw new Error("an action with a name that no spec has");
  return m.stmts(renameInBody(body, (local) => prefix + local));
}

/** With the places of a file of its own. */
const elsewhere = (e: Expr): Expr =>
  JSON.parse(JSON.stringify(e, (key, value: unknown) => (key === "span" ? { ...(value as typeof span), file: span.file } : value))) as Expr;
