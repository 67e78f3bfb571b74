/** Every type that a protocol mentions, with the place that mentions it. */
import type { Span } from "../base/span.ts";
import type { Action, Liveness, Metric, Property, Protocol } from "../ir/protocol.ts";
import { showType, type Type } from "../ir/type.ts";
import { predicatesOf, type Visitor, walkExpr, walkStmts } from "../ir/visit.ts";

export interface TypeUse {
  readonly type: Type;
  readonly span: Span;
  /** For messages: "Field log". */
  readonly what: string;
  /** Whether an engine goes through all values of the type there. */
  readonly enumerated: boolean;
}

/** In the order of the spec; a type of an expression is listed once, where it first occurs. */
export function typeUses(protocol: Protocol): TypeUse[] {
  const uses: TypeUse[] = [];
  const seen = new Set<string>();
  let span = protocol.span;
  const add = (type: Type, what: string, enumerated: boolean): void => {
    const key = `${enumerated} ${showType(type)}`;
    if (seen.has(key)) return;
    seen.add(key);
    uses.push({ type, span, what, enumerated });
  };
  const inside = (owner: string): Visitor => ({
    expr: (e) => {
      span = e.span;
      add(e.type, `An expression of ${owner}`, false);
    },
    stmt: (s) => {
      span = s.span;
    },
    domain: (d) => {
      if (d.kind === "type") add(d.type, `A quantified variable of ${owner}`, true);
    },
    place: (p) => {
      add(p.type, `An assignment of ${owner}`, false);
    },
  });
  const property = (p: Property | Metric): void => walkExpr(p.body, inside(p.name));
  const params = (of: Action | Liveness): void => {
    for (const p of of.params) uses.push({ type: p.type, span: p.span, what: `Parameter ${p.name} of ${of.name}`, enumerated: true });
  };
  const action = (a: Action): void => {
    params(a);
    walkStmts(a.body, inside(a.name));
  };

  for (const f of protocol.state) {
    uses.push({ type: f.type, span: f.span, what: `Field ${f.name}`, enumerated: f.initial === null });
    if (f.initial) walkExpr(f.initial, inside(f.name));
  }
  protocol.assumptions.forEach(property);
  protocol.inits.forEach(action);
  protocol.actions.forEach(action);
  protocol.properties.forEach(property);
  for (const l of protocol.liveness) {
    params(l);
    for (const e of predicatesOf(l)) walkExpr(e, inside(l.name));
  }
  protocol.metrics.forEach(property);
  return uses;
}
