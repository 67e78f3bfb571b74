/** Walks over expressions, statements, domains and places, in the order of evaluation. */
import { assertNever } from "../base/assert-never.ts";
import type { Domain, Expr, NamedExpr, Place, Stmt } from "./expr.ts";
import type { Liveness, Protocol } from "./protocol.ts";
import { exprSchema, type Shape, stmtSchema } from "./schema.ts";

/** The predicates of a liveness property, in the order of the text. */
export const predicatesOf = ({ from, to }: Liveness): readonly Expr[] => (from ? [from, to] : [to]);

/** Called for the parts directly under a node. */
export interface Parts {
  expr(part: Expr): void;
  stmt(part: Stmt): void;
  domain(part: Domain): void;
  place(part: Place): void;
}

type Fields = readonly (readonly [string, Shape])[];
const fieldsByKind = (schema: Readonly<Record<string, Readonly<Record<string, Shape>>>>): ReadonlyMap<string, Fields> =>
  new Map(Object.entries(schema).map(([kind, fields]) => [kind, Object.entries(fields)]));
const exprFields = fieldsByKind(exprSchema), stmtFields = fieldsByKind(stmtSchema);

export const eachPartOfExpr = (node: Expr, on: Parts): void => eachPart(node, exprFields.get(node.kind)!, on);
export const eachPartOfStmt = (node: Stmt, on: Parts): void => eachPart(node, stmtFields.get(node.kind)!, on);

export function eachPartOfDomain(node: Domain, on: Parts): void {
  switch (node.kind) {
    case "type": return;
    case "elements": return on.expr(node.of);
    case "range": on.expr(node.from); return on.expr(node.to);
    default: return assertNever(node);
  }
}

export function eachPartOfPlace(node: Place, on: Parts): void {
  for (const step of node.path) {
    switch (step.kind) {
      case "at": on.expr(step.key); break;
      case "get": case "unwrap": break;
      default: assertNever(step);
    }
  }
}

function eachPart(node: Expr | Stmt, fields: Fields, on: Parts): void {
  for (const [name, shape] of fields) {
    const part = (node as unknown as Readonly<Record<string, unknown>>)[name];
    switch (shape) {
      case "expr": on.expr(part as Expr); break;
      case "expr?": if (part !== null) on.expr(part as Expr); break;
      case "exprs": for (const e of part as readonly Expr[]) on.expr(e); break;
      case "named": for (const f of part as readonly NamedExpr[]) on.expr(f.value); break;
      case "entries":
        for (const e of part as readonly { key: Expr; value: Expr }[]) {
          on.expr(e.key);
          on.expr(e.value);
        }
        break;
      case "domain": on.domain(part as Domain); break;
      case "stmts": for (const s of part as readonly Stmt[]) on.stmt(s); break;
      case "place": on.place(part as Place); break;
      case "name": case "value": break;
      default: break; // words
    }
  }
}

/** Called for a node before what is under it; `expr` and `stmt` may return `false` to stay out of it. */
export interface Visitor {
  readonly expr?: (node: Expr) => void | boolean;
  readonly stmt?: (node: Stmt) => void | boolean;
  readonly domain?: (node: Domain) => void;
  readonly place?: (node: Place) => void;
}

function walker(visitor: Visitor): Parts {
  const on: Parts = {
    expr(node) {
      if (visitor.expr?.(node) !== false) eachPartOfExpr(node, on);
    },
    stmt(node) {
      if (visitor.stmt?.(node) !== false) eachPartOfStmt(node, on);
    },
    domain(node) {
      visitor.domain?.(node);
      eachPartOfDomain(node, on);
    },
    place(node) {
      visitor.place?.(node);
      eachPartOfPlace(node, on);
    },
  };
  return on;
}

/** Visits `node` and everything under it. */
export const walkExpr = (node: Expr, visitor: Visitor): void => walker(visitor).expr(node);

/** Visits the statements and everything under them. */
export function walkStmts(body: readonly Stmt[], visitor: Visitor): void {
  const on = walker(visitor);
  for (const s of body) on.stmt(s);
}

/** Visits every expression and statement of a protocol. */
export function walkProtocol(protocol: Protocol, visitor: Visitor): void {
  const on = walker(visitor);
  for (const f of protocol.state) if (f.initial) on.expr(f.initial);
  for (const p of protocol.assumptions) on.expr(p.body);
  for (const a of [...protocol.inits, ...protocol.actions]) for (const s of a.body) on.stmt(s);
  for (const p of [...protocol.properties, ...protocol.metrics]) on.expr(p.body);
  for (const l of protocol.liveness) for (const e of predicatesOf(l)) on.expr(e);
}
