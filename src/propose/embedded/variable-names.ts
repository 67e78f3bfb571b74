/** Variables named for what they stand for, in the order of their use. */
import type { Span } from "../../base/span.ts";
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import { freeLocals, renameLocals } from "../../ir/substitute.ts";
import type { Type } from "../../ir/type.ts";
import { walkExpr } from "../../ir/visit.ts";

/** What a variable of a formula must not hide, and words of the language. */
const reserved = new Set(
  ("all any as boolean break case catch class const continue count debugger default delete do else enum exists export extends false fill finally find first for forall function if " +
  "implements implies import in instanceof interface last let new next null package previous private protected public range require return static sum super switch tabulate this throw " +
  "true try typeof undefined var void while with yield").split(" "),
);

/** Fields that say little by themselves: a variable is named for one only beside another of these, and if it stands nowhere else. */
const prepositions = new Set("at by for from in of on to with".split(" "));

/** For all of the variables that it has, under good names. */
export function namedWell(body: Expr, variables: readonly { readonly name: string; readonly type: Type }[], span: Span): Expr {
  const taken = new Set<string>();
  const mentioned = [...freeLocals(body).keys()].flatMap((name) => variables.find((v) => v.name === name) ?? []);
  const bound = typesOfBound(body);
  const roles = rolesIn(body);
  const bases = new Map([...mentioned.map((v) => [v.name, v.type] as const), ...bound].map(([name, type]) => [name, roles.get(name) ?? baseOf(name, type)]));
  const likeIt = (v: { readonly name: string }): typeof mentioned => mentioned.filter((w) => bases.get(w.name) === bases.get(v.name));
  const used = [...new Set(mentioned.flatMap(likeIt))];
  const names = new Map(used.map((v) => {
    const base = bases.get(v.name)!, same = likeIt(v);
    return [v.name, free(same.length === 1 ? base : `${base}${same.indexOf(v) + 1}`, taken)];
  }));
  for (const name of bound.keys()) {
    const base = bases.get(name)!;
    names.set(name, free(taken.has(base) ? `other${capital(base)}` : base, taken));
  }
  const renamed = renameLocals(body, names);
  return b.forAll(used.map((v) => ({ name: names.get(v.name)!, type: v.type })), renamed, span);
}

/** The parts that locals have in records: `voter`, where it is the voter of a vote. */
function rolesIn(body: Expr): Map<string, string> {
  const fields = new Map<string, Set<string>>();
  const uses = new Map<string, number>(), inFields = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  walkExpr(body, {
    expr: (e) => {
      if (e.kind === "eq" && e.left.kind === "local" && e.right.kind === "local") return false;
      if (e.kind === "local") count(uses, e.name);
      if (e.kind !== "record" && e.kind !== "variant") return true;
      const named = e.fields.filter(({ value }) => value.kind === "local" && (value.type.kind === "sort" || value.type.kind === "majority"));
      const pairs = named.filter(({ name }) => prepositions.has(name)).length > 1;
      for (const { name, value } of named) {
        if (value.kind !== "local" || (prepositions.has(name) && !pairs)) continue;
        fields.set(value.name, (fields.get(value.name) ?? new Set()).add(name));
        count(inFields, value.name);
      }
      return true;
    },
  });
  return new Map([...fields].flatMap(([local, names]) => {
    const alone = names.size === 1 && uses.get(local) === inFields.get(local);
    const role = [...names].find((n) => alone || !prepositions.has(n));
    return role === undefined || !/^[a-z]\w*$/i.test(role) ? [] : [[local, unreserved(role)] as const];
  }));
}

function typesOfBound(e: Expr): Map<string, Type> {
  const found = new Map<string, Type>();
  walkExpr(e, {
    expr: (x) => {
      if (x.kind === "fold" || x.kind === "comprehend") found.set(x.local, b.domainType(x.domain));
      else if (x.kind === "tabulate" && x.type.kind === "map") found.set(x.local, x.type.key);
    },
  });
  return found;
}

/** `node`, of a `Node`. What has no name of its own keeps the one that somebody gave it. */
function baseOf(name: string, type: Type): string {
  switch (type.kind) {
    case "sort": return unreserved(lowered(type.name));
    case "majority": return "quorum";
    default: return unreserved(lowered(name.replaceAll(/[^A-Za-z_]/g, "")) || "value");
  }
}

/** An abbreviation such as `RM` as a whole, else the first letter. */
const lowered = (name: string): string => (name === name.toUpperCase() ? name.toLowerCase() : name.charAt(0).toLowerCase() + name.slice(1));
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const unreserved = (name: string): string => (reserved.has(name) ? `a${capital(name)}` : name);

function free(name: string, taken: Set<string>): string {
  let found = name;
  for (let n = 2; taken.has(found); n++) found = `${name}${n}`;
  taken.add(found);
  return found;
}
