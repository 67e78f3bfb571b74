/** One of two versions of a protocol, and what of it is compared. */
import type { Expr, Stmt } from "../../ir/expr.ts";
import type { Action, Protocol } from "../../ir/protocol.ts";
import { walkExpr, walkStmts, type Visitor } from "../../ir/visit.ts";

export const versionNames = ["base", "head"] as const;
export type VersionName = (typeof versionNames)[number];

export interface Version {
  readonly protocol: Protocol;
  /** A predicate over one state, or two. */
  readonly claim?: Expr;
  /** What is taken to be true. */
  readonly given?: readonly Expr[];
  readonly action?: Action;
  /** By its own parameters, what those are called that both versions have, and those that only the earlier one has. */
  readonly params?: ReadonlyMap<string, string>;
}

export const exprsOf = ({ claim, given = [] }: Version): Expr[] => [...(claim ? [claim] : []), ...given];

/** The fields that are read or written. */
export function fieldsOf(exprs: readonly Expr[], body: readonly Stmt[]): { readonly now: ReadonlySet<string>; readonly next: ReadonlySet<string> } {
  const found = { now: new Set<string>(), next: new Set<string>() };
  const visitor: Visitor = {
    expr: (e) => { if (e.kind === "state") found[e.when].add(e.field); },
    place: ({ root }) => { if (root.kind === "state") found.now.add(root.name); },
  };
  for (const e of exprs) walkExpr(e, visitor);
  walkStmts(body, visitor);
  return found;
}
