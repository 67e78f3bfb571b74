/**
 * Fields that keep their first value are replaced by it and leave the state, and actions that can never happen go. So what
 * a protocol holds but does not use, such as faults that its options rule out, costs nothing.
 */
import { fieldsWritten } from "../interp/step.ts";
import { boolLit, require } from "../ir/build.ts";
import type { Expr, Stmt } from "../ir/expr.ts";
import { printExpr } from "../ir/print.ts";
import type { Action, Protocol } from "../ir/protocol.ts";
import { cannotFail } from "../ir/cannot-fail.ts";
import { constantOf } from "./constant.ts";
import type { Pass } from "./runner.ts";
import { withKnown } from "./simplify.ts";

export const unchangingPass: Pass = { name: "unchanging", needs: ["simplified"], gives: [], run: withoutUnchanging };

/**
 * All fields with a plain first value are taken not to change; what is then seen to be written does, and so on until nothing
 * is. What remains has its value at first, and after each step from a state in which all of it has.
 */
export function withoutUnchanging(protocol: Protocol): Protocol {
  const plain = protocol.state.flatMap((f) => (f.initial && isPlain(f.initial) ? [[f.name, f.initial] as const] : []));
  for (let known = new Map(plain); ; ) {
    const result = withKnown(protocol, known, (s) => !changesNothing(s, known));
    const happens = (a: Action): boolean => !neverHappens(a, known);
    const written = fieldsWritten([...result.inits, ...result.actions].filter(happens));
    const kept = [...known].filter(([name]) => !written.has(name));
    if (kept.length === known.size) {
      const inits = result.inits.map((a) => (happens(a) ? a : { ...a, body: [require(boolLit(false, a.span), a.span)] }));
      return { ...result, inits, actions: result.actions.filter(happens) };
    }
    known = new Map(kept);
  }
}

/** A value that is written out, and short. */
function isPlain(e: Expr): boolean {
  switch (e.kind) {
    case "fill": case "cast": return constantOf(e) !== undefined || (isPlain(e.value) && cannotFail(e));
    case "collection": return e.items.length === 0;
    case "entries": return e.entries.length === 0;
    default: return constantOf(e) !== undefined;
  }
}

function changesNothing(s: Stmt, known: ReadonlyMap<string, Expr>): boolean {
  if (s.kind !== "assign" || s.place.root.kind !== "state" || s.place.path.length > 0) return false;
  const value = known.get(s.place.root.name);
  if (!value) return false;
  const scalar = constantOf(value);
  return scalar === undefined ? printExpr(s.value) === printExpr(value) : constantOf(s.value) === scalar;
}

/** Whether a guard stops every instance of an action before anything in it can fail, and before what is `known` may have changed. */
export function neverHappens({ body }: Action, known: ReadonlyMap<string, Expr>): boolean {
  for (const s of body) {
    switch (s.kind) {
      case "require":
        if (constantOf(s.cond) === false) return true;
        if (!cannotFail(s.cond)) return false;
        break;
      case "let":
        if (!cannotFail(s.value)) return false;
        break;
      case "assign":
        if (s.place.path.length > 0 || !cannotFail(s.value) || (s.place.root.kind === "state" && known.has(s.place.root.name))) return false;
        break;
      default: return false;
    }
  }
  return false;
}
