/**
 * What conditions on the way to the code at hand say about variants and options. Known are the values of paths
 * (`m`, `this.voted[a]`) that do not change while the code at hand runs.
 */
import type { Expr } from "../../ir/expr.ts";
import type { OptionType, UnionType } from "../../ir/type.ts";

/** By path: the variants that it may have, or for an option 0 (undefined) and 1. A path that is not there may have any. */
export type Facts = ReadonlyMap<string, ReadonlySet<number>>;

/** The key of a path, or undefined for another expression or a path that may change. */
export type PathKey = (e: Expr) => string | undefined;

/** `facts`, and what follows from `cond` being `value`. */
export function assume(facts: Facts, cond: Expr, value: boolean, keyOf: PathKey): Facts {
  switch (cond.kind) {
    case "not": return assume(facts, cond.arg, !value, keyOf);
    case "connective": {
      if (cond.op === "and") return value ? assume(assume(facts, cond.left, true, keyOf), cond.right, true, keyOf) : facts;
      if (value) return facts;
      return assume(assume(facts, cond.left, cond.op === "implies", keyOf), cond.right, false, keyOf);
    }
    case "eq": {
      const test = tagTest(cond);
      return test ? narrow(facts, keyOf(test.path), test.type, test.variant, value) : facts;
    }
    case "isNone": return cond.value.type.kind === "option" ? narrow(facts, keyOf(cond.value), cond.value.type, 0, value) : facts;
    default: return facts;
  }
}

/** The cases of a type, as `Facts` number them. */
export const casesOf = (type: UnionType | OptionType): ReadonlySet<number> => new Set(type.kind === "union" ? type.variants.keys() : [0, 1]);

export interface TagTest {
  readonly path: Expr;
  readonly type: UnionType;
  readonly variant: number;
}

/** `path.kind === "tag"`, either way round. */
export function tagTest(e: Expr): TagTest | undefined {
  if (e.kind !== "eq") return undefined;
  return tagTestOf(e.left, e.right) ?? tagTestOf(e.right, e.left);
}

function tagTestOf(tag: Expr, name: Expr): TagTest | undefined {
  const literal = name.kind === "cast" ? name.value : name;
  const read = tag.kind === "cast" ? tag.value : tag;
  if (read.kind !== "tag" || read.object.type.kind !== "union" || literal.kind !== "literal") return undefined;
  const { type } = read.object;
  const variant = type.variants.findIndex((v) => v.tag === literal.value);
  return variant < 0 ? undefined : { path: read.object, type, variant };
}

function narrow(facts: Facts, key: string | undefined, type: UnionType | OptionType, which: number, value: boolean): Facts {
  if (key === undefined) return facts;
  const before = facts.get(key) ?? casesOf(type);
  return new Map([...facts, [key, new Set([...before].filter((c) => (c === which) === value))]]);
}

/** @param isSteady whether a local or state field keeps its value */
export function pathKey(e: Expr, isSteady: (root: Extract<Expr, { kind: "local" | "state" }>) => boolean): string | undefined {
  const under = (part: Expr, step: string): string | undefined => {
    const key = pathKey(part, isSteady);
    return key === undefined ? undefined : `${key}${step}`;
  };
  switch (e.kind) {
    case "literal": return JSON.stringify(e.value);
    case "local": return isSteady(e) ? e.name : undefined;
    case "state": return isSteady(e) ? `${e.when} ${JSON.stringify(e.field)}` : undefined;
    case "get": return under(e.object, `.${JSON.stringify(e.field)}`);
    case "unwrap": return under(e.value, "!");
    case "at": case "lookup": {
      const key = pathKey(e.key, isSteady);
      return key === undefined ? undefined : under(e.kind === "at" ? e.collection : e.map, `${e.kind === "at" ? "" : "?"}[${key}]`);
    }
    default: return undefined;
  }
}
