/** Equal text for what is the same but for formatting, comments, places and names of variables. */
import type { Expr, Stmt } from "../../ir/expr.ts";
import type { Action, Liveness, Param, Protocol } from "../../ir/protocol.ts";
import { showType } from "../../ir/type.ts";

export const canonicalExpr = (expr: Expr): string => canonical(expr);

/** What an action does, whatever it and its parameters are called. */
export const canonicalAction = ({ params, body }: Action): string => canonicalNodes(params, body);

/** What a liveness property says, whatever it and its parameters are called. */
export const canonicalLiveness = ({ params, from, to }: Liveness): string => canonicalNodes(params, from ? [from, to] : [to]);

/** Of an action with these parameters. Equal nodes before give equal numbers to the variables after. */
export const canonicalNodes = (params: readonly Param[], nodes: readonly (Expr | Stmt)[]): string =>
  canonical([params.map(({ name, type }) => ({ kind: "local", name, type })), nodes]);

/** Types are part of nodes, so that a field of another type is another field. */
function canonical(node: unknown): string {
  const names = new Map<string, number>();
  const numbered = (name: string): number => {
    if (!names.has(name)) names.set(name, names.size);
    return names.get(name)!;
  };
  return JSON.stringify(node, function (this: { readonly kind?: unknown }, key, value: unknown) {
    if (key === "span") return undefined;
    const isName = key === "local" || (key === "name" && (this.kind === "local" || this.kind === "let"));
    return isName && typeof value === "string" ? numbered(value) : value;
  });
}

/** All that is compared. */
export const canonicalProtocol = ({ sorts, scope, state, assumptions, inits, actions, properties, liveness, metrics, designs }: Protocol): string => JSON.stringify([
  sorts.map(({ name, ordered }) => [name, ordered]), Object.entries(scope).toSorted(), state.map(({ name, type, role, initial }) => [name, role, showType(type), initial && canonicalExpr(initial)]),
  [...assumptions, ...properties, ...metrics].map(({ kind, name, body }) => [kind, name, canonicalExpr(body)]),
  liveness.map((l) => [l.kind, l.name, canonicalLiveness(l)]),
  [inits, actions].map((all) => all.map((a) => [a.name, a.role, a.fair, a.params.map((p) => p.name), canonicalAction(a)])),
  designs.map(({ name, options }) => [name, options]),
]);
