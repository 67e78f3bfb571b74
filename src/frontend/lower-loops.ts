/** `for … of`. */
import ts from "typescript";
import * as build from "../ir/build.ts";
import type { Stmt } from "../ir/expr.ts";
import { sharedBy, sharedByElements } from "./aliases-of.ts";
import { bindPattern, hintOf } from "./lower-callbacks.ts";
import { type Body, nested } from "./lower-context.ts";
import { type Source, sourceOf } from "./lower-sources.ts";
import { isReference } from "./lower-types.ts";
import { named } from "./places.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

export function lowerForOf(at: Body, node: ts.ForOfStatement): void {
  const { cx, out } = at;
  if (node.awaitModifier) return refuse("T4001", node.awaitModifier, "for await is not part of the language", "an action is one atomic step; write for … of");
  if (!ts.isVariableDeclarationList(node.initializer)) return refuse("T4005", node.initializer, "the variable of a loop is declared by it", "write for (const x of …)");
  const pattern = node.initializer.declarations[0].name;
  const source = sourceOf(cx, node.expression, (value) => named(at, "map", value));
  const span = spanOf(node);
  const { names, aliases } = cx.member;
  const variable = build.local(names.constant(hintOf(pattern, "element")), build.domainType(source.domain), spanOf(pattern));
  const name = variable.kind === "local" ? variable.name : "";
  aliases.foreign(name);
  const watched = watch(at, source);
  const body = (): Stmt[] => {
    const list: Stmt[] = [];
    if (source.collection && isReference(variable.type)) aliases.rebind(name, sharedByElements(source.collection));
    const inner: Body = { ...at, cx: nested(cx), out: list, loop: true };
    const visited: Stmt[] = [];
    bindPattern(inner.cx, pattern, source.element(variable));
    cx.member.dispatch.statement({ ...inner, out: source.guard ? visited : list }, node.statement);
    if (source.guard) list.push(build.ifStmt(source.guard(variable), visited, [], span));
    return list;
  };
  const stmts = settled(at, body);
  const change = watched && aliases.staleAt(watched, []);
  if (change) {
    refuse("T4010", node.expression, `\`${node.expression.getText()}\` changes while the loop goes over it`,
      "loop over a copy: new Set(…), [...…]", [{ message: "it changes here", span: spanOf(change.by) }]);
  }
  out.push(build.forStmt(name, source.domain, stmts, span));
}

/** A name for what TypeScript goes over while the loop runs. */
function watch(at: Body, source: Source): string | undefined {
  if (!source.collection || !source.live) return undefined;
  const name = at.cx.member.names.fresh("visited");
  at.cx.member.aliases.share({ root: name, path: [] }, sharedBy(source.collection).filter((s) => s.inner.length === 0));
  return name;
}

/** Lowers the body until what one round leaves behind is known to the next. */
function settled(at: Body, body: () => Stmt[]): Stmt[] {
  const { aliases, errors, names } = at.cx.member;
  const { values } = at.returns;
  const [mark, returned, problems] = [names.mark(), values.length, errors.length];
  for (;;) {
    const before = aliases.state;
    const stmts = body();
    const grown = aliases.join(before, (root) => names.isBefore(root, mark));
    if (!grown || errors.length > problems) return stmts;
    names.release(mark);
    values.length = returned;
  }
}
