/**
 * Values that an action instance knows before it does anything: literals, its parameters, and what is made of those.
 * Whether two of them can be equal, and what follows if they are.
 */
import { get, uncast } from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import { printExpr } from "../../ir/print.ts";
import { exprSchema } from "../../ir/schema.ts";
import { showType } from "../../ir/type.ts";
import { eachPartOfExpr } from "../../ir/visit.ts";
import { constantOf, type Scalar } from "../constant.ts";

/** By the text of a term: the only tag that it can have. */
export type Tags = ReadonlyMap<string, string>;

/** Names of parameters begin with the side that they stand on, which no name of a spec does. */
export const onSide = (side: string, name: string): string => `${side}:${name}`;
const isParameter = (name: string): boolean => name.includes(":");

/** Whether the value depends on parameters only, neither on the state nor on a variable that is bound somewhere. */
export function isGround(e: Expr): boolean {
  switch (e.kind) {
    case "literal": case "extreme": return true;
    case "local": return isParameter(e.name);
    case "get": return isGround(e.object);
    case "cast": return isGround(e.value);
    case "variant": case "record": return e.fields.every((f) => isGround(f.value));
    default: return false;
  }
}

/** Equal texts are equal values in any one state: casts leave a value as it is. */
export const textOf = (e: Expr): string => new Equations().textOf(e);

/** Terms that are equal. */
export class Equations {
  /** By the text of a term that of what stands for it. */
  readonly #rules = new Map<string, string>();
  /** By text, terms that stand for a constant. */
  readonly #constants = new Map<string, Scalar>();
  /** Whether they cannot all be true. */
  impossible = false;

  add(left: Expr, right: Expr): void {
    const [a, b] = [this.textOf(left), this.textOf(right)];
    if (a === b) return;
    const [x, y] = [this.constantOf(left), this.constantOf(right)];
    if (x !== undefined && y !== undefined) {
      this.impossible ||= x !== y;
      return;
    }
    const [from, to, value] = x === undefined ? [a, b, y] : [b, a, x];
    for (const [text, known] of this.#rules) if (known === from) this.#rules.set(text, to);
    this.#rules.set(from, to);
    if (value !== undefined) this.#constants.set(to, value);
  }

  /** The constant that a term is known to be. */
  constantOf(e: Expr): Scalar | undefined {
    const value = constantOf(uncast(e));
    return value === undefined ? this.#constants.get(this.textOf(e)) : value;
  }

  /** Equal for what is equal by these equations. */
  textOf(e: Expr): string {
    return this.#text(e, []);
  }

  #text(e: Expr, bound: readonly string[]): string {
    if (e.kind === "cast") return this.#text(e.value, bound);
    const text = this.#ownText(e, bound);
    return this.#rules.get(text) ?? text;
  }

  /** @param bound variables that are bound around it: they have numbers for names */
  #ownText(e: Expr, bound: readonly string[]): string {
    switch (e.kind) {
      case "do": return `${bound.join(" ")} ${printExpr(e)}`;
      case "local": return bound.includes(e.name) ? `#${bound.lastIndexOf(e.name)}` : `(local ${e.name})`;
      case "literal": return JSON.stringify(e.value);
      case "extreme": return `${e.end} ${showType(e.type)}`;
      default: {
        const node = e as unknown as Readonly<Record<string, unknown>>;
        const words = Object.keys(exprSchema[e.kind]).flatMap((key) => (key !== "local" && typeof node[key] === "string" ? [node[key]] : []));
        const parts: string[] = [];
        const inside = "local" in e ? [...bound, e.local] : bound;
        const expr = (part: Expr): void => void parts.push(this.#text(part, "body" in e && part === e.body ? inside : bound));
        eachPartOfExpr(e, {
          expr, stmt: () => undefined, place: () => undefined,
          domain: (d) => {
            parts.push(d.kind);
            if (d.kind === "type") parts.push(showType(d.type));
            else if (d.kind === "elements") expr(d.of);
            else [d.from, d.to].forEach(expr);
          },
        });
        const names = e.kind === "variant" || e.kind === "record" ? e.fields.map((f) => f.name) : [];
        return `(${[e.kind, ...words, ...names, ...parts].join(" ")})`;
      }
    }
  }
}

/**
 * Notes what must be equal for two values to be so.
 * @returns whether they can be equal at all
 */
export function unify(left: Expr, right: Expr, tags: Tags, equations: Equations): boolean {
  const [a, b] = [uncast(left), uncast(right)];
  const [x, y] = [constantOf(a), constantOf(b)];
  if (x !== undefined && y !== undefined) return x === y;
  if ((x === null && b.type.kind !== "option") || (y === null && a.type.kind !== "option")) return false;
  if (a.kind === "variant") return unifyVariant(a, b, tags, equations);
  if (b.kind === "variant") return unifyVariant(b, a, tags, equations);
  if (a.kind === "record") return unifyRecord(a, b, tags, equations);
  if (b.kind === "record") return unifyRecord(b, a, tags, equations);
  if (!isGround(a) || !isGround(b)) return true;
  const [tagA, tagB] = [tags.get(textOf(a)), tags.get(textOf(b))];
  if (tagA !== undefined && tagB !== undefined && tagA !== tagB) return false;
  equations.add(a, b);
  return !equations.impossible;
}

function unifyRecord(made: Extract<Expr, { kind: "record" }>, other: Expr, tags: Tags, equations: Equations): boolean {
  if (other.kind === "record") return made.fields.every((f, i) => unify(f.value, other.fields[i].value, tags, equations));
  return !isGround(other) || other.type.kind !== "record" || made.fields.every((f) => unify(f.value, get(other, f.name, f.value.span), tags, equations));
}

function unifyVariant(made: Extract<Expr, { kind: "variant" }>, other: Expr, tags: Tags, equations: Equations): boolean {
  if (other.kind === "variant") {
    return made.tag === other.tag && made.fields.every((f, i) => unify(f.value, other.fields[i].value, tags, equations));
  }
  if (!isGround(other) || other.type.kind !== "union") return true;
  const tag = tags.get(textOf(other));
  if (tag === undefined) return true;
  return tag === made.tag && made.fields.every((f) => unify(f.value, get(other, f.name, f.value.span), tags, equations));
}
