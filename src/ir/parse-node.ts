/** Small readers that every part of the parser uses, and the types. */
import { type Bracket, IrSyntaxError, type Sexpr } from "./sexpr.ts";
import * as t from "./type.ts";
import { sort as sortNamed } from "./type.ts";

export function fail(node: Sexpr, problem: string): never {
  throw new IrSyntaxError(node.line ?? 0, node.column ?? 0, problem);
}

/** Takes the items of a list one by one. */
export class Cursor {
  private index = 0;
  constructor(private readonly list: Extract<Sexpr, { kind: "list" }>) {}

  next(what: string): Sexpr {
    return this.list.items[this.index++] ?? fail(this.list, `expected ${what} before the end of the list`);
  }

  rest(): readonly Sexpr[] {
    const items = this.list.items.slice(this.index);
    this.index = this.list.items.length;
    return items;
  }

  /** The next item, which must be the last. */
  last<T>(read: (node: Sexpr) => T, what: string): T {
    const result = read(this.next(what));
    this.end();
    return result;
  }

  end(): void {
    const extra = this.list.items[this.index];
    if (extra) fail(extra, "unexpected item at the end of a list");
  }
}

export function cursorOf(node: Sexpr, bracket: Bracket): Cursor {
  if (node.kind !== "list" || node.bracket !== bracket) return fail(node, `expected a list in ${bracket}`);
  return new Cursor(node);
}

export const wordOf = (node: Sexpr): string => (node.kind === "word" ? node.text : fail(node, "expected a word"));
export const textOf = (node: Sexpr): string => (node.kind === "text" ? node.text : fail(node, "expected a text in quotes"));
export const nameOf = (node: Sexpr): string => (node.kind === "list" ? fail(node, "expected a name") : node.text);

const integer = /^-?\d+$/;

export function integerOf(node: Sexpr): number {
  const n = node.kind === "word" && integer.test(node.text) ? Number(node.text) : Number.NaN;
  // Adding 0 makes 0 of -0.
  return Number.isSafeInteger(n) ? n + 0 : fail(node, "expected an integer");
}

export function naturalOf(node: Sexpr): number {
  const n = integerOf(node);
  return n >= 0 ? n : fail(node, "expected a natural number");
}

export const isInteger = (node: Sexpr): boolean => node.kind === "word" && integer.test(node.text);

const boundaryOf = (node: Sexpr): number | null => (node.kind === "word" && node.text === "_" ? null : integerOf(node));
const boundOf = (node: Sexpr): t.Bound => (isInteger(node) ? naturalOf(node) : nameOf(node));

export function typeOf(node: Sexpr): t.Type {
  if (node.kind === "word" && node.text === "bool") return t.bool;
  const c = cursorOf(node, "(");
  const head = wordOf(c.next("a type"));
  const one = (): t.Type => c.last(typeOf, "a type");
  const sort = (): t.SortType => sortNamed(c.last(nameOf, "the name of a sort"));
  const bounded = (): [t.Type, t.Bound] => [typeOf(c.next("a type")), c.last(boundOf, "a bound")];
  switch (head) {
    case "int": return t.int(boundaryOf(c.next("a bound")), c.last(boundaryOf, "a bound"));
    case "enum": return t.enumOf(c.rest().map(textOf));
    case "sort": return sort();
    case "majority": return t.majority(sort());
    case "record": return t.record(c.rest().map(fieldOf));
    case "union": return t.union(nameOf(c.next("the discriminant")), c.rest().map((v) => {
      const variant = cursorOf(v, "(");
      return { tag: nameOf(variant.next("a tag")), fields: variant.rest().map(fieldOf) };
    }));
    case "option": return t.option(one());
    case "set": return t.setOf(one());
    case "bag": return t.bagOf(...bounded());
    case "seq": return t.seqOf(...bounded());
    case "map": {
      const total = c.next("total or partial"), kind = wordOf(total);
      if (kind !== "total" && kind !== "partial") return fail(total, "expected total or partial");
      return t.mapOf(typeOf(c.next("the type of the keys")), c.last(typeOf, "the type of the values"), kind === "total");
    }
    default: return fail(node, `unknown type ${head}`);
  }
}

function fieldOf(node: Sexpr): t.Field {
  const c = cursorOf(node, "(");
  return { name: nameOf(c.next("a name")), type: c.last(typeOf, "a type") };
}
