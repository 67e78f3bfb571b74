/** Which solver sort stands for which scalar type, and what the solver is told about it. */
import { InternalError } from "../../base/assert-never.ts";
import type { SortDecl } from "../../ir/protocol.ts";
import { type EnumType, showType, type SortType, type Type } from "../../ir/type.ts";
import { and, apply, ff, implies, isIntTerm, forall, or, not, part, symbol, type Term, tt } from "./term.ts";

/** Scalar types are those with one solver sort. */
export const isScalar = (type: Type): boolean => ["bool", "int", "enum", "sort", "majority"].includes(type.kind);

/** The solver sort of the majorities of a sort. */
export const majoritySort = (of: string): string => symbol(`Majority!${of}`);
export const declarationOf = (sort: string): string => `(declare-sort ${sort} 0)`;

/** A value of a scalar type that is spelt out. */
export interface Named { readonly label: string; readonly term: Term }

/** Declares sorts as they are met, in that order, so that equal protocols give equal text. */
export class Sorts {
  /** Whether every sort has a size: then all that ranges over one is spelt out. */
  readonly finite: boolean = false;
  private readonly enums = new Map<string, { name: string; values: readonly string[] }>();
  private readonly majorities = new Map<string, SortType>();
  private readonly ends = new Map<string, { type: SortType; end: "first" | "last" }>();
  private readonly neighbours = new Map<string, { type: SortType; side: "next" | "previous" }>();
  private readonly ordered: ReadonlySet<string>;

  constructor(private readonly decls: readonly SortDecl[]) {
    this.ordered = new Set(decls.filter((d) => d.ordered).map((d) => d.name));
  }

  /** The solver sort of a scalar type. */
  of(type: Type): string {
    switch (type.kind) {
      case "bool": return "Bool";
      case "int": return "Int";
      case "sort": return symbol(type.name);
      case "enum": return this.enumeration(type).name;
      case "majority":
        this.majorities.set(type.of.name, type.of);
        return majoritySort(type.of.name);
      default: throw new InternalError(`no single sort for ${showType(type)}`);
    }
  }

  member(type: EnumType, value: string): Term {
    return symbol(`${this.enumeration(type).name}.${part(value)}`);
  }

  private readonly literalText = /^\|?Enum!\d+\./;
  readonly isLiteral = (term: Term): boolean => this.literalText.test(term) || isIntTerm(term);

  /** All values of a scalar type, in the order of the language; undefined where they are not spelt out. */
  values(type: Type): readonly Named[] | undefined {
    switch (type.kind) {
      case "bool": return [{ label: "false", term: ff }, { label: "true", term: tt }];
      case "enum": return type.values.map((v) => ({ label: part(v), term: this.member(type, v) }));
      default: return undefined;
    }
  }

  /** What holds of a term of a scalar type because the solver's sort may have more values than the type. */
  within(_type: Type, _term: Term): Term {
    return tt;
  }

  /** `a < b` (`strict`) or `a <= b` on values of an ordered sort. */
  before(type: SortType, a: Term, b: Term, strict: boolean): Term {
    const le = apply(symbol(`${type.name}!le`), [a, b]);
    return strict ? and(le, not(`(= ${a} ${b})`)) : le;
  }

  /** The least or greatest value of an ordered sort. */
  end(type: SortType, end: "first" | "last"): Term {
    this.ends.set(`${type.name}!${end}`, { type, end });
    return symbol(`${type.name}!${end}`);
  }

  /** The value next to one that has a neighbour on that side. */
  neighbour(type: SortType, side: "next" | "previous", of: Term): Term {
    this.neighbours.set(`${type.name}!${side}`, { type, side });
    return apply(symbol(`${type.name}!${side}`), [of]);
  }

  inMajority(of: SortType, quorum: Term, element: Term): Term {
    this.majorities.set(of.name, of);
    return apply(symbol(`Majority!${of.name}!has`), [quorum, element]);
  }

  private enumeration(type: EnumType): { name: string; values: readonly string[] } {
    const key = showType(type);
    const known = this.enums.get(key);
    if (known) return known;
    const made = { name: `Enum!${this.enums.size}`, values: type.values };
    this.enums.set(key, made);
    return made;
  }

  /** Declarations of every sort met so far. */
  declarations(): string[] {
    const lines = this.decls.map((d) => declarationOf(symbol(d.name)));
    for (const [name] of this.majorities) {
      lines.push(declarationOf(majoritySort(name)));
      lines.push(`(declare-fun ${symbol(`Majority!${name}!has`)} (${majoritySort(name)} ${symbol(name)}) Bool)`);
    }
    for (const { name, values } of this.enums.values()) {
      lines.push(`(declare-datatypes ((${name} 0)) ((${values.map((v) => `(${symbol(`${name}.${part(v)}`)})`).join(" ")})))`);
    }
    for (const name of this.ordered) lines.push(`(declare-fun ${symbol(`${name}!le`)} (${symbol(name)} ${symbol(name)}) Bool)`);
    for (const [name, { type }] of this.ends) lines.push(`(declare-const ${symbol(name)} ${symbol(type.name)})`);
    for (const [name, { type }] of this.neighbours) lines.push(`(declare-fun ${symbol(name)} (${symbol(type.name)}) ${symbol(type.name)})`);
    return lines;
  }

  /** What is true of them: total orders; any two majorities share an element. */
  axioms(): { readonly name: string; readonly term: Term }[] {
    const orders = [...this.ordered].flatMap((name) => {
      const sort = symbol(name);
      const le = (a: Term, b: Term): Term => apply(symbol(`${name}!le`), [a, b]);
      const vars = (...names: string[]) => names.map((n) => ({ name: n, sort }));
      return [
        { name: `order ${name} reflexive`, term: forall(vars("x"), le("x", "x")) },
        { name: `order ${name} transitive`, term: forall(vars("x", "y", "z"), implies(and(le("x", "y"), le("y", "z")), le("x", "z"))) },
        { name: `order ${name} antisymmetric`, term: forall(vars("x", "y"), implies(and(le("x", "y"), le("y", "x")), "(= x y)")) },
        { name: `order ${name} total`, term: forall(vars("x", "y"), or(le("x", "y"), le("y", "x"))) },
      ];
    });
    const quorums = [...this.majorities.values()].map((of) => {
      const sort = majoritySort(of.name);
      const both = and(this.inMajority(of, "p", "x"), this.inMajority(of, "q", "x"));
      return { name: `majorities of ${of.name} intersect`, term: forall([{ name: "p", sort }, { name: "q", sort }], `(exists ((x ${symbol(of.name)})) ${both})`) };
    });
    const le = (type: SortType, a: Term, b: Term): Term => this.before(type, a, b, false);
    const bounds = [...this.ends].map(([name, { type, end }]) => ({
      name: `${name} of an order`,
      term: forall([{ name: "x", sort: symbol(type.name) }], end === "first" ? le(type, symbol(name), "x") : le(type, "x", symbol(name))),
    }));
    // A value that is not the last has a least one above it: true of every finite order.
    const steps = [...this.neighbours].map(([name, { type, side }]) => {
      const sort = symbol(type.name);
      const above = (a: Term, b: Term, strict: boolean): Term => (side === "next" ? this.before(type, a, b, strict) : this.before(type, b, a, strict));
      const step = `(${symbol(name)} x)`;
      return { name: `${name} in an order`, term: forall([{ name: "x", sort }, { name: "y", sort }], implies(above("x", "y", true), and(above("x", step, true), above(step, "y", false)))) };
    });
    return [...orders, ...quorums, ...bounds, ...steps];
  }
}
