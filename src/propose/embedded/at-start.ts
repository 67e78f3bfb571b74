/** What is true of every initial state, whatever the variables stand for, as far as it is plain to see. */
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { exprMapper, rebuildExpr } from "../../ir/rebuild.ts";
import { substitute } from "../../ir/substitute.ts";
import { constantOf } from "../../passes/constant.ts";
import { simplifyExpr } from "../../passes/simplify-expr.ts";

/** Undefined where that depends on more than the initial values of the fields. */
export function atStart(protocol: Protocol): (predicate: Expr) => boolean | undefined {
  const chosen = new Set(protocol.inits.length > 0 ? protocol.state.filter((f) => f.role === "variable").map((f) => f.name) : []);
  const initial = new Map(protocol.state.flatMap((f) => (f.initial && f.role === "variable" && !chosen.has(f.name) ? [[f.name, f.initial] as const] : [])));
  const mapper = exprMapper((e, m) => {
    if (e.kind === "state") return initial.has(e.field) ? b.coerce(initial.get(e.field)!, e.type) : e;
    return b.coerce(simplifyExpr(looked(rebuildExpr(e, m))), e.type);
  });
  return (predicate) => {
    const value = constantOf(mapper.expr(predicate));
    return typeof value === "boolean" ? value : undefined;
  };
}

/** Values of what is written out. */
function looked(e: Expr): Expr {
  switch (e.kind) {
    case "at": {
      const from = b.uncast(e.collection);
      if (from.kind === "fill") return b.coerce(from.value, e.type);
      return from.kind === "tabulate" ? b.coerce(substitute(from.body, new Map([[from.local, e.key]])), e.type) : e;
    }
    case "lookup": return e.map.kind === "entries" && e.map.entries.length === 0 && e.type.kind === "option" ? b.none(e.type.of, e.span) : e;
    case "has": {
      const from = b.uncast(e.collection);
      const empty = (from.kind === "collection" && from.items.length === 0) || (from.kind === "entries" && from.entries.length === 0);
      return empty ? b.boolLit(false, e.span) : e;
    }
    case "eq": {
      const [l, r] = [b.uncast(e.left), b.uncast(e.right)];
      // Nothing is equal to what is missing, but what may be missing itself.
      const missing = (x: Expr): boolean => x.kind === "literal" && x.value === null;
      return (missing(l) && r.type.kind !== "option") || (missing(r) && l.type.kind !== "option") ? b.boolLit(false, e.span) : e;
    }
    // All of some majority, or of all, is like one of them.
    case "fold": {
      const value = e.op === "forall" || e.op === "exists" ? constantOf(e.body) : undefined;
      return typeof value === "boolean" && (e.domain.kind === "type" || (e.domain.kind === "elements" && e.domain.of.type.kind === "majority")) ? b.boolLit(value, e.span) : e;
    }
    default: return e;
  }
}
