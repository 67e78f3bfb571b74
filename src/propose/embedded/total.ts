/** Predicates that cannot fail: where a part has no value, they are false. */
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import { exprMapper, rebuildExpr } from "../../ir/rebuild.ts";
import { walkExpr } from "../../ir/visit.ts";

/** Undefined where that cannot be had. */
export function total(e: Expr): Expr | undefined {
  const made = totalMapper.expr(simplified(e));
  let partial = false;
  walkExpr(made, { expr: (x) => { partial ||= (x.kind === "at" && x.collection.type.kind === "seq") || (x.kind === "arith" && (x.op === "div" || x.op === "mod")) || x.kind === "do"; } });
  return partial ? undefined : made;
}

/** Comparisons and memberships are where values are needed. */
const totalMapper = exprMapper((e, m) => {
  const built = rebuildExpr(e, m);
  if (built.type.kind !== "bool" || !["eq", "compare", "has", "subset", "isNone", "at", "get"].includes(built.kind)) return built;
  const needs = present(built);
  return needs.reduceRight((rest, need) => b.connective("and", need, rest, e.span), built);
});

/** What must hold so that a term has a value; nothing inside quantifiers, which see to themselves. */
function present(e: Expr): Expr[] {
  const needs = new Map<Expr, Expr>();
  walkExpr(e, {
    expr: (x) => {
      if (x.kind === "fold" || x.kind === "comprehend" || x.kind === "tabulate" || x.kind === "connective") return false;
      if (x.kind === "unwrap") needs.set(x, b.not(b.isNone(x.value, x.span), x.span));
      if (x.kind === "get" && x.object.type.kind === "union") {
        const { variants } = x.object.type;
        const having = variants.filter((v) => v.fields.some((f) => f.name === x.field));
        if (having.length < variants.length) needs.set(x, b.joined("or", having.map((v) => b.eq(b.tag(x.object, x.span), b.enumLit(v.tag, x.span), x.span)), x.span));
      }
      return true;
    },
  });
  // What stands inside must be there first.
  return [...needs.values()].toReversed();
}

/** Parts of literals in place of looking them up: after parameters were filled in. */
export const simplified = (e: Expr): Expr => simplifier.expr(e);

const simplifier = exprMapper((e, m) => {
  const x = rebuildExpr(e, m);
  switch (x.kind) {
    case "get": {
      const object = b.uncast(x.object);
      if (object.kind !== "record" && object.kind !== "variant") return x;
      const value = object.fields.find((f) => f.name === x.field)?.value;
      return value ? b.coerce(value, x.type) : x;
    }
    case "tag": {
      const object = b.uncast(x.object);
      return object.kind === "variant" ? b.enumLit(object.tag, x.span) : x;
    }
    case "unwrap": return x.value.kind === "cast" && x.value.value.type.kind !== "option" ? b.coerce(x.value.value, x.type) : x;
    case "isNone":
      if (x.value.kind === "literal" && x.value.value === null) return b.boolLit(true, x.span);
      return x.value.kind === "cast" && x.value.value.type.kind !== "option" ? b.boolLit(false, x.span) : x;
    default: return x;
  }
});
