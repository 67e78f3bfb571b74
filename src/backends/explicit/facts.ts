/** What conditions on the way to the code at hand say about the variants of immutable locals. */
import type { Expr } from "../../ir/expr.ts";
import type { UnionType } from "../../ir/type.ts";

/** The variants that a local may have, by name; a local that is not there may have any. */
export type Facts = ReadonlyMap<string, ReadonlySet<number>>;

/** `facts`, and what follows from `cond` being `value`. Conditions on other things say nothing. */
export function assume(facts: Facts, cond: Expr, value: boolean): Facts {
  switch (cond.kind) {
    case "not": return assume(facts, cond.arg, !value);
    case "connective": {
      if (cond.op === "and") return value ? assume(assume(facts, cond.left, true), cond.right, true) : facts;
      if (value) return facts;
      return assume(assume(facts, cond.left, cond.op === "implies"), cond.right, false);
    }
    case "eq": {
      const test = tagTest(cond);
      return test ? narrow(facts, test, value) : facts;
    }
    default: return facts;
  }
}

export interface TagTest {
  readonly local: string;
  readonly type: UnionType;
  readonly variant: number;
}

/** `local.kind === "tag"`, either way round. */
export function tagTest(e: Expr): TagTest | undefined {
  if (e.kind !== "eq") return undefined;
  return tagTestOf(e.left, e.right) ?? tagTestOf(e.right, e.left);
}

function tagTestOf(tag: Expr, name: Expr): TagTest | undefined {
  const literal = name.kind === "cast" ? name.value : name;
  const read = tag.kind === "cast" ? tag.value : tag;
  if (read.kind !== "tag" || read.object.kind !== "local" || read.object.type.kind !== "union" || literal.kind !== "literal") return undefined;
  const type = read.object.type;
  const variant = type.variants.findIndex((v) => v.tag === literal.value);
  return variant < 0 ? undefined : { local: read.object.name, type, variant };
}

function narrow(facts: Facts, { local, type, variant }: TagTest, value: boolean): Facts {
  const before = facts.get(local) ?? new Set(type.variants.keys());
  const after = [...before].filter((v) => (v === variant) === value);
  return new Map([...facts, [local, new Set(after)]]);
}
