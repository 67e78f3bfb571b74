/** Locals of an expression: which are free, and other expressions in their place. */
import type { Expr, Stmt } from "./expr.ts";
import { exprMapper, type Mapper, rebuildExpr, rebuildStmt } from "./rebuild.ts";
import type { Type } from "./type.ts";
import { walkExpr } from "./visit.ts";

/** Free locals by name, with their types, in the order of their first use. Names are unique within an action or property. */
export function freeLocals(expr: Expr): Map<string, Type> {
  const used = new Map<string, Type>();
  const bound = new Set<string>();
  walkExpr(expr, {
    expr: (e) => {
      if (e.kind === "local" && !used.has(e.name)) used.set(e.name, e.type);
      else if (binds(e)) bound.add(e.local);
    },
    stmt: (s) => {
      if (s.kind === "let") bound.add(s.name);
      else if (s.kind === "for") bound.add(s.local);
    },
  });
  for (const name of bound) used.delete(name);
  return used;
}

/** `expr` with values in place of locals of these names. The values' types are castable to those of the locals. */
export function substitute(expr: Expr, values: ReadonlyMap<string, Expr>): Expr {
  return exprMapper((e, m) => (e.kind === "local" ? (values.get(e.name) ?? e) : rebuildExpr(e, m))).expr(expr);
}

/** `expr` with other names for the locals that are bound in it by quantifiers and comprehensions. */
export function renameBound(expr: Expr, rename: (name: string) => string): Expr {
  const names = new Map<string, string>();
  walkExpr(expr, { expr: (e) => { if (binds(e)) names.set(e.local, rename(e.local)); } });
  return renameLocals(expr, names);
}

/** `expr` with other names for its locals, bound ones and free ones at once. */
export function renameLocals(expr: Expr, names: ReadonlyMap<string, string>): Expr {
  return exprMapper((e, m) => {
    if (e.kind === "local") return names.has(e.name) ? { ...e, name: names.get(e.name)! } : e;
    const built = rebuildExpr(e, m);
    return binds(built) && names.has(built.local) ? { ...built, local: names.get(built.local)! } : built;
  }).expr(expr);
}

/** Statements with other names for all of their locals. */
export function renameInBody(body: readonly Stmt[], rename: (name: string) => string): readonly Stmt[] {
  const m: Mapper = {
    ...exprMapper((e) => {
      if (e.kind === "local") return { ...e, name: rename(e.name) };
      const built = rebuildExpr(e, m);
      return binds(built) ? { ...built, local: rename(built.local) } : built;
    }),
    stmts: (stmts) => stmts.map((s) => renamed(rebuildStmt(s, m))),
  };
  const renamed = (s: Stmt): Stmt => {
    switch (s.kind) {
      case "let": return { ...s, name: rename(s.name) };
      case "for": return { ...s, local: rename(s.local) };
      case "assign": return s.place.root.kind === "local" ? { ...s, place: { ...s.place, root: { ...s.place.root, name: rename(s.place.root.name) } } } : s;
      default: return s;
    }
  };
  return m.stmts(body);
}

type Binder = Extract<Expr, { kind: "fold" | "comprehend" | "tabulate" }>;
const binds = (e: Expr): e is Binder => e.kind === "fold" || e.kind === "comprehend" || e.kind === "tabulate";
