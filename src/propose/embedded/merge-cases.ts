/** Lemmas that say the same of equal and of different values, as one: clauses speak of different values only. */
import { showExpr } from "../../interp/show-expr.ts";
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { substitute } from "../../ir/substitute.ts";
import { clausal, type Clausal, type Literal, plainly } from "./clausal.ts";
import { phrased } from "./phrasing.ts";

/** @param lemmas in the shape of `phrased`. Together they mean what they meant */
export function mergedCases(lemmas: readonly Expr[], protocol: Protocol): Expr[] {
  let all = lemmas.map((e) => ({ e, text: showExpr(e) }));
  for (let found = true; found;) {
    found = false;
    for (const lemma of all) {
      const merged = casesOf(lemma.e, protocol).find(({ same }) => all.some((o) => o !== lemma && o.text === same));
      if (!merged) continue;
      const text = showExpr(merged.whole);
      all = [...all.filter((o) => o !== lemma && o.text !== merged.same && o.text !== text), { e: merged.whole, text }];
      found = true;
      break;
    }
  }
  return all.map((l) => l.e);
}

/** For two variables that are assumed to be different: what is left to say where they are the same, and both in one. */
function casesOf(lemma: Expr, protocol: Protocol): { same: string; whole: Expr }[] {
  const { variables, literals } = clausal(lemma);
  return literals.flatMap((l) => {
    if (l.kind !== "plain" || !l.positive || l.expr.kind !== "eq") return [];
    const { left: x, right: y } = l.expr;
    if (x.kind !== "local" || y.kind !== "local" || !variables.some((v) => v.name === x.name) || !variables.some((v) => v.name === y.name)) return [];
    const rest = literals.filter((o) => o !== l);
    if (rest.length === 0) return [];
    const whole = formula(variables, rest, lemma);
    const same = substitute(formula(variables.filter((v) => v.name !== x.name), rest, lemma), new Map([[x.name, y]]));
    return [{ same: showExpr(phrased(same, protocol)), whole: phrased(whole, protocol) }];
  });
}

function formula(variables: Clausal["variables"], literals: readonly Literal[], { span }: Expr): Expr {
  const parts = literals.flatMap(plainly).map(({ expr, positive }) => (positive ? expr : b.not(expr, span)));
  return b.forAll(variables, b.joined("or", parts, span), span);
}
