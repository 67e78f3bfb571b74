/**
 * Folds what literals decide: constants with a known value (the options above all) are replaced by it and leave the
 * state, branches that cannot be taken and guards that are always true go. States, steps and failures stay the same.
 */
import { coerce } from "../ir/build.ts";
import type { Expr, Stmt } from "../ir/expr.ts";
import type { Protocol } from "../ir/protocol.ts";
import { rebuildProtocol } from "../ir/rebuild.ts";
import { constant, constantOf } from "./constant.ts";
import type { Pass } from "./runner.ts";
import { simplifyExpr } from "./simplify-expr.ts";
import { simplifyStmts } from "./simplify-stmts.ts";

export const simplifyPass: Pass = { name: "simplify", needs: ["sized"], gives: ["simplified"], run: simplify };

export function simplify(protocol: Protocol): Protocol {
  const known = new Map<string, Expr>();
  for (const f of protocol.state) {
    const value = f.role !== "variable" && f.initial ? constantOf(f.initial) : undefined;
    if (value !== undefined) known.set(f.name, constant(value, f.type, f.span));
  }
  return withKnown(protocol, known);
}

/**
 * With fields replaced by values that they always have.
 * @param stays whether a statement is not already known to change nothing
 */
export function withKnown(protocol: Protocol, known: ReadonlyMap<string, Expr>, stays: (s: Stmt) => boolean = () => true): Protocol {
  const expr = (e: Expr, lets: ReadonlyMap<string, Expr>): Expr => {
    if (e.kind === "state") {
      const value = known.get(e.field);
      return value === undefined ? e : coerce({ ...value, span: e.span }, e.type);
    }
    if (e.kind === "local") {
      const bound = lets.get(e.name);
      const value = bound && constantOf(bound);
      return value === undefined ? e : constant(value, e.type, e.span);
    }
    // Nodes keep their types, so that what holds them needs no other casts than before.
    return coerce(simplifyExpr(e), e.type);
  };
  const stmts = (body: readonly Stmt[]): readonly Stmt[] => simplifyStmts(body.filter(stays));
  const result = rebuildProtocol(protocol, { expr, stmts });
  return { ...result, state: result.state.filter((f) => !known.has(f.name)), assumptions: result.assumptions.filter((a) => constantOf(a.body) !== true) };
}
