/** `switch`: a chain of tests. */
import ts from "typescript";
import * as build from "../ir/build.ts";
import type { Expr, Stmt } from "../ir/expr.ts";
import { sameType, showType } from "../ir/type.ts";
import { bare, type Body, nested } from "./lower-context.ts";
import { branches } from "./lower-branches.ts";
import { isSimple, lower, present, unify } from "./lower-types.ts";
import { named } from "./places.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

/** Cases with one body: empty ones fall through to the next. */
interface Group { readonly labels: ts.Expression[]; isDefault: boolean; body: readonly ts.Statement[] }

export function lowerSwitch(at: Body, node: ts.SwitchStatement): void {
  const given = present(lower(at.cx, node.expression));
  if (!["enum", "int", "bool", "sort"].includes(given.type.kind)) {
    return refuse("T4008", node.expression, `a switch over ${showType(given.type)}`, "switch over a tag (m.kind), a text, or an integer");
  }
  const value = isSimple(given) || given.kind === "tag" && isSimple(given.object) ? given : named(at, "value", given);
  const groups = groupsOf(node.caseBlock);
  const cases = groups.filter((g) => !g.isDefault);
  const otherwise = groups.find((g) => g.isDefault);
  const tests = cases.map((g) => g.labels.map((l) => test(at, value, l)));
  const bodies = [...cases, ...(otherwise ? [otherwise] : [])].map((g) => (inner: Body): void => at.cx.member.dispatch.statements(inner, withoutBreak(g.body)));
  // All declarations of a switch share one scope.
  const scoped: Body = { ...at, cx: nested(at.cx), loop: false };
  const lists = branches(scoped, otherwise ? bodies : [...bodies, () => undefined]);
  const complete = !otherwise && covers(value, cases.flatMap((g) => g.labels));
  let rest: Stmt[] = otherwise || !complete ? lists.at(-1)! : [];
  for (let i = cases.length - 1; i >= 0; i--) {
    const condition = tests[i].reduce((a, b) => build.connective("or", a, b, b.span));
    rest = complete && i === cases.length - 1 ? lists[i] : [build.ifStmt(condition, lists[i], rest, spanOf(cases[i].labels[0].parent))];
  }
  at.out.push(...rest);
}

function test(at: Body, value: Expr, label: ts.Expression): Expr {
  const constant = present(lower(at.cx, label, value.type));
  if (constant.kind !== "literal" && !(constant.kind === "cast" && constant.value.kind === "literal")) {
    return refuse("T4008", label, "a case is a constant", "write if … else if for other tests");
  }
  const sides = unify(at.cx, value, constant);
  if (!sides) return refuse("T4013", label, `${showType(value.type)} is never ${showType(constant.type)}`, "remove the case");
  return sameType(value.type, constant.type) || value.type.kind !== "int" ? build.eq(sides.a, sides.b, spanOf(label)) : build.eq(value, constant, spanOf(label));
}

/** Whether the labels are all that the value can be. */
function covers(value: Expr, labels: readonly ts.Expression[]): boolean {
  const texts = new Set(labels.map((l) => bare(l)).filter(ts.isStringLiteralLike).map((l) => l.text));
  return value.type.kind === "enum" && value.type.values.every((v) => texts.has(v));
}

function groupsOf(block: ts.CaseBlock): Group[] {
  const groups: Group[] = [];
  let open: Group | undefined;
  block.clauses.forEach((clause, i) => {
    if (!open) groups.push((open = { labels: [], isDefault: false, body: [] }));
    if (ts.isDefaultClause(clause)) open.isDefault = true;
    else open.labels.push(clause.expression);
    const last = i === block.clauses.length - 1;
    if (clause.statements.length === 0 && !last) return;
    if (!last && !leaves(clause.statements)) {
      refuse("T4006", ts.isCaseClause(clause) ? clause.expression : clause, "this case goes on into the next", "end it with break, or write the shared part as a method");
    }
    open.body = clause.statements;
    open = undefined;
  });
  return groups;
}

function leaves(statements: readonly ts.Statement[]): boolean {
  const last = statements.at(-1);
  if (!last) return false;
  if (ts.isBlock(last)) return leaves(last.statements);
  if (ts.isIfStatement(last)) return last.elseStatement !== undefined && leaves([last.thenStatement]) && leaves([last.elseStatement]);
  return ts.isBreakStatement(last) || ts.isReturnStatement(last) || ts.isContinueStatement(last);
}

/** Without the `break` at its end, which only says that the next case does not follow. */
function withoutBreak(statements: readonly ts.Statement[]): readonly ts.Statement[] {
  const last = statements.at(-1);
  const found = last && ts.isBlock(last) && statements.length === 1 ? last.statements : statements;
  const end = found.at(-1);
  return end && ts.isBreakStatement(end) && !end.label ? found.slice(0, -1) : found;
}
